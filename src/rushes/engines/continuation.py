"""A video that goes on where another ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import cv2
import numpy as np

from rushes.engines import images
from rushes.engines.camera import smooth

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.images import Picture

CHANGE_SECONDS = 1.5  # in which the scene becomes what the prompt says anew
_JOIN_SECONDS = 0.25  # in which the last frame of the video before is left
_END_SECONDS = 2.0  # in which a given last frame replaces the scene, or half of the video
_SMALL_SIDE = 64
_ALIKE = 4.0  # code values: encoding makes a mean difference of 1 to 2


class Shot(Protocol):
    """Makes frames by number, in any order and from several threads at once."""

    def planes(self, index: int) -> Planes: ...


class Still:
    """One picture as a shot."""

    def __init__(self, planes: Planes) -> None:
        self._planes = planes

    def planes(self, index: int) -> Planes:
        return self._planes


class Dissolve:
    """Shows `one` up to the frame `first`, `two` from `frames` later on, and both in between."""

    def __init__(self, one: Shot, two: Shot, first: int, frames: int) -> None:
        self._one, self._two = one, two
        self._first, self._frames = first, frames

    def planes(self, index: int) -> Planes:
        share = smooth((index - self._first) / max(self._frames, 1))
        if share <= 0.0:
            return self._one.planes(index)
        if share >= 1.0:
            return self._two.planes(index)
        pairs = zip(self._one.planes(index), self._two.planes(index), strict=True)
        y, u, v = (
            np.asarray(cv2.addWeighted(a, 1.0 - share, b, share, 0.0), np.uint8) for a, b in pairs
        )
        return (y, u, v)


class Joined:
    """Begins a shot with what encoding did to the frame before, which fades: it moves at once."""

    def __init__(self, shot: Shot, shown: Planes, drawn: Planes, frames: int) -> None:
        self._shot = shot
        self._frames = frames
        self._faults = [a.astype(np.float32) - b for a, b in zip(shown, drawn, strict=True)]

    def planes(self, index: int) -> Planes:
        planes = self._shot.planes(index)
        share = 1.0 - (index + 1) / (self._frames + 1)
        if share <= 0.0:
            return planes
        y, u, v = (
            np.clip(np.rint(plane + share * fault), 0, 255).astype(np.uint8)
            for plane, fault in zip(planes, self._faults, strict=True)
        )
        return (y, u, v)


def continuation(picture: Picture, scene: Shot, changed: Shot | None, fps: int) -> Shot:
    """Return the shot that follows a video's last frame.

    `scene` goes on as it was in that video, with the frame -1 its last; `changed` is what it
    becomes.
    """
    shot = scene
    if changed is not None:
        shot = Dissolve(scene, changed, 0, round(CHANGE_SECONDS * fps))
    shown, drawn = images.video_planes(picture), scene.planes(-1)
    frames = max(2, round(_JOIN_SECONDS * fps))
    if _is_alike(shown, drawn):
        return Joined(shot, shown, drawn, frames)
    # Another size shows another part of the scene, another version may draw it otherwise.
    return Dissolve(Still(shown), shot, 0, frames)


def ending(shot: Shot, arrival: Shot, frames: int, fps: int) -> Shot:
    """Return the shot that ends as `arrival` does."""
    length = max(1, min(round(_END_SECONDS * fps), frames // 2))
    return Dissolve(shot, arrival, frames - 1 - length, length)


def _is_alike(one: Planes, two: Planes) -> bool:
    """Tell whether two frames show the same, but for grain and what encoding changes."""
    height, width = one[0].shape
    scale = min(1.0, _SMALL_SIDE / min(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        for pair in zip(one, two, strict=True)
        for plane in pair
    )
    return all(float(np.abs(a - b).mean()) < _ALIKE for a, b in zip(small, small, strict=True))
