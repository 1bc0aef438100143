"""The sound of a scene: water, wind, traffic, animals and weather over a quiet chord."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural import synth
from rushes.engines.procedural.synth import RATE, bands
from rushes.engines.procedural.weather import lightning

if TYPE_CHECKING:
    from rushes.engines.procedural.scene import Plan
    from rushes.engines.procedural.synth import Samples

LOUDNESS = 0.1  # root mean square: -20 dBFS
PEAK = 0.88  # just below -1 dBFS
_FADE_IN = 0.25  # seconds
_FADE_OUT = 0.02  # no longer than avoids a click: the video may be continued
_FADE_ON = 0.01  # where a continuation begins
_LEAD = 3.0  # seconds made before a continuation and cut off, for echoes to build up
_CHORD = 4.0  # seconds at natural speed
_WET = {"rain": 1.0, "storm": 1.5}
_WINDY = {"storm": 1.0, "snow": 0.55, "cloudy": 0.4, "rain": 0.35, "fog": 0.2}
_LIGHT_HOURS = frozenset({"dawn", "day", "sunset"})
_DARK_HOURS = frozenset({"dusk", "night"})
_ROOTS = (98.0, 103.83, 110.0, 116.54, 123.47, 130.81, 87.31, 92.5)
_MAJOR = ((0, 7, 12, 16, 19), (-3, 9, 12, 16, 21), (5, 9, 12, 17, 21), (-5, 7, 11, 14, 19))
_MINOR = ((0, 7, 12, 15, 19), (-4, 8, 12, 15, 20), (3, 10, 15, 19, 22), (-2, 10, 14, 17, 22))


def soundscape(plan: Plan, duration: float, start: float = 0.0) -> Samples:
    """Return the sound of a video: (2, n) stereo at 48 kHz, n = `duration` times the rate.

    About -20 dBFS on average, never above -1 dBFS, faded at both ends; the same for the same plan.
    That of a continuation goes on from `start` seconds, without the fade at its beginning.
    """
    n = max(1, round(duration * RATE))
    lead = round(min(start, _LEAD) * RATE)
    origin = start - lead / RATE
    # Below a second the spectra get too coarse to be anything; make more and cut.
    size = max(lead + n, RATE)
    part = (round(start * 1000.0),) if start > 0.0 else ()
    rng = np.random.default_rng((plan.seed & 0x7FFFFFFF, 0x736F756E, *part))
    dry = np.zeros((2, size), np.float32)
    far = np.zeros((2, size), np.float32)
    place = {"ocean": _ocean, "mountain": _mountain, "city": _city}.get(plan.scene, _abstract)
    place(plan, rng, dry, far)
    _weather(plan, rng, dry, far, origin if start > 0.0 else None)
    level = 1.0 if plan.scene == "flow" else 0.42
    far += np.float32(0.55 * level) * (
        music := _pad(plan, rng, size, origin if start > 0.0 else None)
    )
    dry += np.float32(0.45 * level) * music
    seconds = 1.4 if plan.scene == "city" else 2.4
    dry += np.float32(0.9) * synth.convolve(far, synth.room(rng, seconds, 11.0))
    if "underwater" in plan.tags:
        dry = synth.convolve(dry, _submerged())
    return _mastered(dry[:, lead : lead + n], _FADE_ON if start > 0.0 else _FADE_IN)


def _ocean(plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples) -> None:
    n = dry.shape[1]
    force = {"storm": 1.7, "rain": 1.15, "fog": 0.75, "snow": 0.9}.get(plan.weather, 1.0)
    crash = synth.stereo_noise(rng, n, bands(n, (420.0, 1.5, 1.0), (2600.0, 1.1, 0.35)))
    hiss = synth.stereo_noise(rng, n, bands(n, (5200.0, 0.8, 1.0), (2400.0, 0.7, 0.4)), 1.0)
    deep = synth.stereo_noise(rng, n, bands(n, (75.0, 0.8, 1.0)), 0.4)
    swell = np.full(n, 0.16, np.float32)
    foam = np.full(n, 0.10, np.float32)
    side = np.zeros(n, np.float32)
    t = float(rng.uniform(-2.5, 0.8))
    pace = 5.4 / force**0.5 / plan.speed**0.35
    while t < n / RATE + 2.0:
        power = float(rng.uniform(0.6, 1.0))
        swell += power * synth.bump(n, t, 1.1, 1.3)
        foam += 0.8 * power * synth.bump(n, t + 0.7, 0.5, 2.2)
        side += float(rng.uniform(-0.6, 0.6)) * synth.bump(n, t, 1.5, 2.0)
        t += pace * float(rng.uniform(0.75, 1.3))
    lean = np.stack((1.0 - 0.5 * side, 1.0 + 0.5 * side)).astype(np.float32)
    dry += force * (0.50 * crash * swell + 0.17 * hiss * foam) * lean
    dry += 0.35 * force * deep * (0.5 + 0.5 * swell)
    far += 0.12 * crash * swell
    _wind(plan, rng, dry, 0.10)
    if plan.time_of_day in _LIGHT_HOURS and plan.weather in {"clear", "cloudy"}:
        _gulls(rng, far)


def _mountain(plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples) -> None:
    n = dry.shape[1]
    _wind(plan, rng, dry, 0.30)
    if "desert" not in plan.tags and "winter" not in plan.tags and plan.weather != "snow":
        lapping = synth.stereo_noise(rng, n, bands(n, (520.0, 0.9, 1.0), (1500.0, 0.8, 0.35)), 1.0)
        dry += 0.10 * lapping * synth.drift(rng, n, 0.55, 0.15, 1.0)
    if plan.weather not in {"clear", "cloudy", "fog"} or plan.tags & {"winter", "desert"}:
        return
    if plan.time_of_day in _LIGHT_HOURS:
        _birds(rng, dry, far, 9 if plan.time_of_day == "dawn" else 5)
    else:
        _crickets(rng, dry)


def _city(plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples) -> None:
    n = dry.shape[1]
    hum = synth.stereo_noise(rng, n, bands(n, (95.0, 1.0, 1.0), (320.0, 1.1, 0.22)), 0.5)
    air = synth.stereo_noise(rng, n, bands(n, (900.0, 1.3, 1.0)), 1.0)
    dry += 0.32 * hum * synth.drift(rng, n, 2.5, 0.75, 1.0)
    dry += 0.07 * air * synth.drift(rng, n, 1.8, 0.6, 1.0)
    wet = plan.weather in _WET or "wet" in plan.tags
    tires = bands(n, (700.0, 1.0, 1.0), (3800.0, 0.9, 1.1 if wet else 0.25))
    seconds = n / RATE
    for _ in range(max(2, int(seconds * 0.75))):
        when = float(rng.uniform(-0.3, seconds))
        length = float(rng.uniform(0.5, 1.2)) / plan.speed**0.5
        passing = synth.noise(rng, n, tires) * synth.bump(n, when, length, 0.9 * length)
        t = np.arange(n, dtype=np.float32) / RATE - np.float32(when)
        way = np.tanh(t / np.float32(length)) * rng.choice((-1.0, 1.0))
        dry += float(rng.uniform(0.10, 0.24)) * synth.pan(passing, way.astype(np.float32))
    for _ in range(int(rng.integers(0, 2 + int(seconds // 6)))):
        horn = synth.chord(rng, RATE, (float(rng.uniform(300.0, 420.0)),), 0.75)[:, : RATE // 3]
        horn *= np.hanning(RATE // 3).astype(np.float32) ** np.float32(0.2)
        synth.mix_at(far, 0.05 * horn, int(rng.uniform(0.1, 0.9) * n))


def _abstract(plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples) -> None:
    n = dry.shape[1]
    air = synth.stereo_noise(rng, n, bands(n, (480.0, 1.4, 1.0), (6000.0, 0.8, 0.12)), 1.0)
    dry += 0.10 * air * synth.drift(rng, n, 2.2, 0.2, 1.0)
    root = _root(plan)
    for _ in range(max(2, int(n / RATE * 1.2 * plan.speed))):
        note = root * 2.0 ** (float(rng.choice((24, 28, 31, 36, 38))) / 12.0)
        bell = synth.chord(rng, RATE * 2, (note,), 0.35)
        bell = bell * synth.bump(RATE * 2, 0.01, 0.004, 0.5)
        synth.mix_at(far, float(rng.uniform(0.10, 0.25)) * bell, int(rng.uniform(0.0, 0.95) * n))


def _weather(
    plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples, origin: float | None
) -> None:
    n = dry.shape[1]
    wet = _WET.get(plan.weather, 0.0)
    if wet:
        sheet = bands(n, (1600.0, 1.3, 0.8), (6500.0, 0.9, 1.0))
        dry += 0.22 * wet * synth.stereo_noise(rng, n, sheet, 1.0)
        for rate, pitch, ring, level in ((140, 2900, 0.003, 0.30), (45, 1250, 0.008, 0.22)):
            dry += level * wet * synth.drops(rng, n, rate * wet, pitch, ring)
        far += 0.15 * synth.drops(rng, n, 12.0 * wet, 720.0, 0.02)
    if plan.weather == "snow":
        # Falling snow swallows all but a breath of wind.
        dry += 0.05 * synth.stereo_noise(rng, n, bands(n, (260.0, 0.8, 1.0)), 1.0)
    if plan.weather == "storm":
        _thunder(plan, rng, dry, far, origin)


def _wind(plan: Plan, rng: np.random.Generator, dry: Samples, level: float) -> None:
    n = dry.shape[1]
    strength = level * (0.55 + 1.6 * _WINDY.get(plan.weather, 0.1))
    low = synth.stereo_noise(rng, n, bands(n, (190.0, 0.9, 1.0)), 0.7)
    high = synth.stereo_noise(rng, n, bands(n, (620.0, 0.45, 1.0)), 1.0)
    gust = synth.drift(rng, n, 1.6, 0.25, 1.0)
    dry += strength * (low * (0.35 + 0.65 * gust) + 0.35 * high * gust**2)


def _thunder(
    plan: Plan, rng: np.random.Generator, dry: Samples, far: Samples, origin: float | None
) -> None:
    """Add thunder for each visible flash, and for one outside the frame at the start.

    The sound begins `origin` seconds into a video of several parts; None is the first.
    """
    n = dry.shape[1]
    times = np.arange(0.0, n / RATE, 0.02)
    flashes = np.array([lightning(plan, float(t) + (origin or 0.0)) for t in times])
    struck = np.flatnonzero((flashes[1:] > 0.25) & (np.diff(flashes) > 0.15))
    heard = [(float(rng.uniform(0.0, 0.4)), 0.55)] if origin is None else []
    last = -1.0
    for k in struck:
        if times[k] - last > 0.6:
            heard.append((float(times[k] + rng.uniform(0.35, 1.1)), 1.0))
            last = float(times[k])
    rumble = synth.stereo_noise(rng, n, bands(n, (62.0, 0.9, 1.0), (180.0, 0.8, 0.3)), 0.5)
    crack = synth.stereo_noise(rng, n, bands(n, (900.0, 1.6, 1.0)), 0.8)
    roll = synth.drift(rng, n, 0.28, 0.25, 1.0)
    for when, power in heard:
        dry += 1.1 * power * rumble * roll * synth.bump(n, when + 0.12, 0.09, 1.3)
        far += 0.22 * power**3 * crack * synth.bump(n, when, 0.012, 0.16)


def _birds(rng: np.random.Generator, dry: Samples, far: Samples, count: int) -> None:
    n = dry.shape[1]
    for _ in range(max(1, round(count * n / RATE / 5.0))):
        base = float(rng.uniform(2600.0, 5200.0))
        where = float(rng.uniform(-0.9, 0.9))
        level = float(rng.uniform(0.015, 0.055))
        start = float(rng.uniform(0.0, 0.95)) * n / RATE
        bend, flutter = float(rng.uniform(-0.35, 0.35)), float(rng.uniform(0.0, 0.05))
        length = float(rng.uniform(0.05, 0.16))
        for _ in range(int(rng.integers(2, 7))):
            top = base * float(rng.uniform(0.92, 1.1))
            call = synth.pan(synth.chirp(length, top, top * (1.0 + bend), flutter), where)
            synth.mix_at(dry, level * call, int(start * RATE))
            synth.mix_at(far, 2.0 * level * call, int(start * RATE))
            start += length * float(rng.uniform(1.2, 2.4))


def _gulls(rng: np.random.Generator, far: Samples) -> None:
    n = far.shape[1]
    for _ in range(int(rng.integers(0, 2 + n // (4 * RATE)))):
        start = float(rng.uniform(0.0, 0.9)) * n / RATE
        where, pitch = float(rng.uniform(-0.9, 0.9)), float(rng.uniform(1150.0, 1500.0))
        for _ in range(int(rng.integers(1, 4))):
            call = synth.chirp(0.34, pitch, pitch * 0.72, 0.012)
            synth.mix_at(far, 0.035 * synth.pan(call, where), int(start * RATE))
            start += 0.42


def _crickets(rng: np.random.Generator, dry: Samples) -> None:
    n = dry.shape[1]
    t = np.arange(n, dtype=np.float64) / RATE
    for _ in range(4):
        pitch, pulse, call = rng.uniform(3900, 4900), rng.uniform(24, 34), rng.uniform(1.4, 2.6)
        phase = rng.uniform(0.0, 1.0)
        sung = np.clip(np.sin(2 * np.pi * (call * t + phase)) * 3.0 + 0.6, 0.0, 1.0)
        beat = np.maximum(np.sin(2 * np.pi * pulse * t), 0.0) ** 1.5
        tone = np.sin(2 * np.pi * pitch * t) * sung * beat
        level = float(rng.uniform(0.010, 0.030))
        dry += level * synth.pan(tone.astype(np.float32), float(rng.uniform(-1.0, 1.0)))


def _pad(plan: Plan, rng: np.random.Generator, n: int, origin: float | None) -> Samples:
    """Return a slow change of soft chords, major by light and minor in the dark or wet.

    A continuation, from `origin` seconds on, begins with the chord that ended the part before.
    """
    grave = plan.time_of_day in _DARK_HOURS or plan.weather in {"storm", "rain", "fog"}
    shapes = _MINOR if grave else _MAJOR
    root = _root(plan)
    seconds = n / RATE
    if origin is None:
        first, late = 0, 0.0
        last = max(1, round(seconds / _CHORD * plan.speed**0.5)) - 1
        length = seconds / (last + 1)
    else:
        length = _CHORD / plan.speed**0.5
        late = 0.5 * length - origin
        first, last = (max(0, int(t / length - 0.5)) for t in (origin, origin + seconds))
    t = np.arange(n, dtype=np.float32) / RATE
    music = np.zeros((2, n), np.float32)
    for k in range(first, last + 1):
        pitches = [root * 2.0 ** (step / 12.0) for step in shapes[k % len(shapes)]]
        # Neighbors cross over within a third of a chord's length, at equal power.
        rise = (t - np.float32(k * length + late)) / np.float32(length / 3.0) + 0.5
        fall = (np.float32((k + 1) * length + late) - t) / np.float32(length / 3.0) + 0.5
        share = np.minimum(rise if k > first else 1.0, fall if k < last else 1.0)
        music += np.sin(0.5 * np.pi * np.clip(share, 0.0, 1.0)) * synth.chord(rng, n, pitches, 0.42)
    return (music * synth.drift(rng, n, 2.4, 0.7, 1.0) * np.float32(0.30)).astype(np.float32)


def _root(plan: Plan) -> float:
    return _ROOTS[plan.seed % len(_ROOTS)]


def _submerged() -> Samples:
    n = 4096
    response = np.fft.irfft(bands(n, (120.0, 1.6, 1.0)), n)
    response = np.roll(response, n // 2) * np.hanning(n)
    return np.stack((response, response)).astype(np.float32)


def _mastered(sound: Samples, fade_in: float) -> Samples:
    """Normalize loudness, soft-clip peaks and fade both ends."""
    n = sound.shape[1]
    sound = sound - sound.mean(axis=1, keepdims=True)
    gain = np.ones(n, np.float32)
    into, out = (min(int(s * RATE), n // 3) for s in (fade_in, _FADE_OUT))
    if into:
        gain[:into] = np.sin(np.linspace(0.0, 0.5 * np.pi, into, dtype=np.float32)) ** 2
    if out:
        gain[n - out :] *= np.cos(np.linspace(0.0, 0.5 * np.pi, out, dtype=np.float32)) ** 2
    sound = sound * gain
    # Measured after the fades, as it is heard.
    loudness = float(np.sqrt(np.mean(sound.astype(np.float64) ** 2)))
    sound = sound * np.float32(LOUDNESS / max(loudness, 1e-9))
    # tanh limits peaks smoothly; clipping them would crackle.
    return np.asarray(np.float32(PEAK) * np.tanh(sound / np.float32(PEAK)), np.float32)
