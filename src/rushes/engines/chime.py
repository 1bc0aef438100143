"""A repeating chord as AAC frames, encoded once: any length of sound is made of its frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import av
import numpy as np

from rushes.engines.encode import AUDIO_BIT_RATE, SAMPLE_RATE

FRAME = 1024  # samples
PRIMING = 1024  # samples that a decoder gives before the first one, and players leave out
CHORDS = 6
_LOOP = 24  # frames, about half a second
_LOWEST = 196.0  # Hz
_STEPS = (1.0, 1.25, 1.5, 2.0)
_LOUDNESS = 0.09


@dataclass(frozen=True)
class Chime:
    """AAC frames of a sound that begins, and of the period that follows again and again."""

    beginning: tuple[bytes, ...]
    period: tuple[bytes, ...]

    def frame(self, number: int) -> bytes:
        if number < len(self.beginning):
            return self.beginning[number]
        return self.period[(number - len(self.beginning)) % len(self.period)]


def frames_of(samples: int) -> int:
    """Return how many AAC frames a sound needs."""
    return -(-(samples + PRIMING) // FRAME)


@lru_cache(maxsize=CHORDS)
def chime(chord: int) -> Chime:
    """Return a chord, by a number below `CHORDS`; equal numbers give equal bytes."""
    encoder = av.AudioCodecContext.create("aac", "w")
    encoder.sample_rate, encoder.layout, encoder.format = SAMPLE_RATE, "stereo", "fltp"
    encoder.bit_rate, encoder.time_base = AUDIO_BIT_RATE, Fraction(1, SAMPLE_RATE)
    encoder.options = {"aac_coder": "fast"}
    sound, frames = _chord(chord), []
    for number in range(2 * _LOOP):
        start = number % _LOOP * FRAME
        block = np.ascontiguousarray(sound[:, start : start + FRAME])
        frame = av.AudioFrame.from_ndarray(block, "fltp", "stereo")
        frame.sample_rate, frame.pts = SAMPLE_RATE, number * FRAME
        frame.time_base = Fraction(1, SAMPLE_RATE)
        frames += encoder.encode(frame)
    frames += encoder.encode(None)
    # Frame n overlaps blocks n - 1 and n: silence before the first, and after the last.
    data = [bytes(packet) for packet in frames]
    return Chime(tuple(data[:_LOOP]), tuple(data[_LOOP : 2 * _LOOP]))


def _chord(chord: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Return stereo sound, (2, n), whose end continues at its start."""
    count = _LOOP * FRAME
    time = np.arange(count) / count  # in periods
    root = _LOWEST * 2 ** (chord / CHORDS)
    # Each tone has a whole number of waves, and each swells and fades a whole number of times.
    tones = [
        np.sin(2 * np.pi * round(root * step * count / SAMPLE_RATE) * time)
        * (0.55 - 0.45 * np.cos(2 * np.pi * (time * (1 + number % 2) + number / 5)))
        for number, step in enumerate(_STEPS)
    ]
    left = _LOUDNESS * (tones[0] + tones[1] + 0.6 * tones[2] + 0.4 * tones[3])
    right = _LOUDNESS * (tones[0] + 0.6 * tones[1] + tones[2] + 0.4 * tones[3])
    return np.stack((left, right)).astype(np.float32)
