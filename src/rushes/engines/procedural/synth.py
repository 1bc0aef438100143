"""Sounds from spectra: colored noise, tones, chords and rooms, all by Fourier transform.

Everything is a float32 array of samples at `RATE`; stereo arrays are (2, n).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence


RATE = 48_000

Samples = NDArray[np.float32]
Curve = NDArray[np.float64]


def bands(n: int, *peaks: tuple[float, float, float]) -> Curve:
    """Return a gain for each frequency of an n-sample spectrum.

    Each peak is (center in Hz, width in octaves, gain); peaks add up.
    """
    octaves = np.log2(np.maximum(np.fft.rfftfreq(n, 1.0 / RATE), 1.0))
    gain = np.zeros(octaves.shape)
    for center, width, height in peaks:
        gain += height * np.exp(-0.5 * ((octaves - np.log2(center)) / width) ** 2)
    return gain


def noise(rng: np.random.Generator, n: int, gain: Curve) -> Samples:
    """Return noise with the given spectrum, of deviation 1 and without a seam at its ends."""
    # Random phases and amplitudes in the spectrum: the inverse transform is periodic, so no seam.
    count = gain.shape[0]
    spectrum = rng.standard_normal(2 * count, dtype=np.float32).view(np.complex64)
    spectrum *= gain.astype(np.float32)
    sound = np.fft.irfft(spectrum, n)
    return (sound / max(float(sound.std()), 1e-9)).astype(np.float32)


def stereo_noise(rng: np.random.Generator, n: int, gain: Curve, width: float = 0.8) -> Samples:
    """Return noise on two channels; at `width` 0 they are equal, at 1 they share nothing."""
    middle, side = noise(rng, n, gain), noise(rng, n, gain)
    left, right = np.cos(0.25 * np.pi * width), np.sin(0.25 * np.pi * width)
    return np.stack((left * middle + right * side, left * middle - right * side)).astype(np.float32)


def drift(rng: np.random.Generator, n: int, seconds: float, low: float, high: float) -> Samples:
    """Return a curve that wanders between `low` and `high`, turning about every `seconds`."""
    points = max(4, int(n / RATE / seconds) + 4)
    values = rng.uniform(low, high, points)
    place = np.linspace(0.0, points - 1.001, max(points * 32, 2))
    index = place.astype(np.int64)
    share = place - index
    share = share * share * (3.0 - 2.0 * share)
    coarse = values[index] + (values[np.minimum(index + 1, points - 1)] - values[index]) * share
    return np.interp(np.arange(n), np.linspace(0, n, coarse.size), coarse).astype(np.float32)


def pan(sound: Samples, where: float | Samples) -> Samples:
    """Place a mono sound between left (-1) and right (1) at equal power."""
    angle = (np.asarray(where, np.float32) + 1.0) * np.float32(0.25 * np.pi)
    return np.stack((sound * np.cos(angle), sound * np.sin(angle))).astype(np.float32)


def bump(n: int, center: float, rise: float, fall: float) -> Samples:
    """Return an envelope with its top at `center` seconds; `rise` and `fall` are in seconds."""
    t = np.arange(n, dtype=np.float32) / RATE - np.float32(center)
    return np.exp(np.where(t < 0.0, -0.5 * (t / rise) ** 2, -t / fall)).astype(np.float32)


def drops(rng: np.random.Generator, n: int, rate: float, pitch: float, ring: float) -> Samples:
    """Return (2, n) of `rate` drops a second, each ringing near `pitch` Hz for `ring` seconds."""
    count = max(1, int(rate * n / RATE))
    taps = np.zeros((2, n), np.float32)
    places = rng.integers(0, n, count)
    force = rng.exponential(0.5, count) * rng.choice((-1.0, 1.0), count)
    side = rng.random(count)
    np.add.at(taps[0], places, force * np.sqrt(1.0 - side))
    np.add.at(taps[1], places, force * np.sqrt(side))
    t = np.arange(min(n, int(6.0 * ring * RATE) + 1)) / RATE
    click = np.sin(2.0 * np.pi * pitch * t * (1.0 + 2.0 * t / (ring + t))) * np.exp(-t / ring)
    return convolve(taps, np.stack((click, click)))


def chord(rng: np.random.Generator, n: int, pitches: Sequence[float], brightness: float) -> Samples:
    """Return an endless stereo chord: each partial is a narrow band of noise, as in a choir.

    `brightness` is the factor from one partial to the next, 0.3 dull to 0.7 bright.
    """
    count = n // 2 + 1
    step = RATE / n
    spectra = np.zeros((2, count), np.complex64)
    for pitch in pitches:
        for k in range(1, 9):
            center = pitch * k * (1.0 + 0.0006 * float(rng.uniform(-1.0, 1.0)))
            spread = max(0.004 * center, 1.5 * step)
            first = max(1, int((center - 4.0 * spread) / step))
            last = min(count, int((center + 4.0 * spread) / step) + 1)
            if first >= last or center > 9000.0:
                continue
            away = (np.arange(first, last) * step - center) / spread
            level = brightness ** (k - 1) * np.exp(-0.5 * away * away) / np.sqrt(spread * pitch)
            turn = rng.uniform(0.0, 2.0 * np.pi, (2, last - first))
            spectra[:, first:last] += (level * np.exp(1j * turn)).astype(np.complex64)
    sound = np.fft.irfft(spectra, n, axis=1)
    return (sound / max(float(sound.std()), 1e-9)).astype(np.float32)


def chirp(seconds: float, start: float, end: float, flutter: float) -> Samples:
    """Return one note gliding from `start` to `end` Hz, its pitch shaken by `flutter` (a share)."""
    t = np.linspace(0.0, 1.0, max(2, int(seconds * RATE)))
    pitch = start + (end - start) * t
    pitch = pitch * (1.0 + flutter * np.sin(2.0 * np.pi * 28.0 * seconds * t))
    phase = 2.0 * np.pi * np.cumsum(pitch) / RATE
    shape = np.sin(np.pi * t) ** 1.5
    return (shape * (np.sin(phase) + 0.12 * np.sin(2.0 * phase))).astype(np.float32)


def convolve(sound: Samples, response: NDArray[np.floating]) -> Samples:
    """Return (2, n) `sound` through (2, m) `response`, cut to n samples."""
    n = sound.shape[1]
    # Long enough that the circular convolution does not wrap around.
    size = _fast_size(n + response.shape[1])
    spectrum = np.fft.rfft(sound, size, axis=1)
    spectrum *= np.fft.rfft(response.astype(np.float32), size, axis=1)
    return np.asarray(np.fft.irfft(spectrum, size, axis=1)[:, :n], np.float32)


def room(rng: np.random.Generator, seconds: float, damping: float) -> Samples:
    """Return a stereo room's response: its echo fades over `seconds`, its treble sooner."""
    n = int(seconds * RATE)
    t = np.arange(n) / RATE
    open_air = noise(rng, n, bands(n, (900.0, 2.2, 1.0)))
    other = noise(rng, n, bands(n, (900.0, 2.2, 1.0)))
    dull = noise(rng, n, bands(n, (300.0, 1.2, 1.0)))
    early = np.exp(-t * damping / seconds)
    late = np.exp(-t * 6.9 / seconds)  # down by 60 dB after `seconds`: RT60
    echo = np.stack((open_air * early + 0.6 * dull * late, other * early + 0.6 * dull * late))
    echo *= np.minimum(t / 0.012, 1.0)
    power = np.sqrt((echo**2).sum(axis=1, keepdims=True))
    return np.asarray(echo / power, np.float32)


def mix_at(target: Samples, sound: Samples, start: int) -> None:
    """Add (2, m) `sound` into `target` from sample `start`; what runs over the end is cut."""
    end = min(target.shape[1], start + sound.shape[1])
    if end > start >= 0:
        target[:, start:end] += sound[:, : end - start]


def _fast_size(n: int) -> int:
    """Return the next size that is fast to transform: 2, 3 or 5 times a power of two."""
    power = 1 << max(0, n - 1).bit_length()
    return min(size for size in (power, power * 3 // 4, power * 5 // 8) if size >= n)
