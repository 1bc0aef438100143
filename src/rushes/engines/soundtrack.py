"""The sound of a video: that of given files, or the soundscape of its scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.continuation import CHANGE_SECONDS
from rushes.engines.encode import SAMPLE_RATE
from rushes.engines.procedural.soundscape import soundscape

if TYPE_CHECKING:
    from rushes.engines.images import Field
    from rushes.engines.procedural.scene import Plan
    from rushes.engines.procedural.synth import Samples

_FADE = 0.4  # seconds
_ENVELOPE_SECONDS = 0.05
_LOUD = 0.25  # root mean square that counts as full strength at most


def soundtrack(
    plan: Plan,
    seconds: float,
    given: Samples | None,
    *,
    alone: bool,
    start: float = 0.0,
    before: Plan | None = None,
) -> Samples:
    """Return the sound of a video of some seconds.

    Given sound comes first; the scene's takes over where it ends, unless it is to be `alone`. That
    of a continuation goes on from `start` seconds, and from the sound of the plan `before`.
    """
    n = max(1, round(seconds * SAMPLE_RATE))
    if given is None:
        return _scene(plan, seconds, start, before)
    fade = round(_FADE * SAMPLE_RATE)
    length = min(n, given.shape[1])
    sound = np.zeros((2, n), np.float32)
    sound[:, :length] = given[:, :length]
    if length < n and not alone:
        rest = _scene(plan, seconds, start, before)
        rise = np.clip((np.arange(n, dtype=np.float32) - (length - fade)) / fade, 0.0, 1.0)
        sound += rest * rise
    elif given.shape[1] > n:
        cut = min(fade, n)
        sound[:, n - cut :] *= np.linspace(1.0, 0.0, cut, dtype=np.float32)
    return np.clip(sound, -1.0, 1.0)


def _scene(plan: Plan, seconds: float, start: float, before: Plan | None) -> Samples:
    sound = soundscape(plan, seconds, start)
    if before is None:
        return sound
    length = min(sound.shape[1], round(CHANGE_SECONDS * SAMPLE_RATE))
    old = soundscape(before, length / SAMPLE_RATE, start)
    angle = np.linspace(0.0, 0.5 * np.pi, length, dtype=np.float32)
    sound[:, :length] = sound[:, :length] * np.sin(angle) + old * np.cos(angle)
    return np.clip(sound, -1.0, 1.0)


def envelope(sound: Samples, frames: int, fps: int) -> Field:
    """Return how loud each frame of a video is, 0 to 1."""
    mono = np.square(sound.mean(axis=0, dtype=np.float64))
    total = np.concatenate(([0.0], np.cumsum(mono)))
    half = max(1, round(0.5 * _ENVELOPE_SECONDS * SAMPLE_RATE))
    centers = np.round((np.arange(frames) + 0.5) * SAMPLE_RATE / fps).astype(int)
    low = np.clip(centers - half, 0, mono.size)
    high = np.clip(centers + half, 0, mono.size)
    level = np.sqrt(np.maximum(total[high] - total[low], 0.0) / (2 * half))
    loud = min(_LOUD, float(np.percentile(level, 95)) if frames else 0.0)
    return np.asarray(np.clip(level / max(loud, 1e-3), 0.0, 1.0), np.float32)
