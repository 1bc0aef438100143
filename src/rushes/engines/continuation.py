"""A video that goes on where another ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from rushes.engines import images
from rushes.engines.camera import smooth

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.images import Picture

_SAME_SECONDS = 0.25  # in which the scene takes over where it goes on as it was
_CHANGED_SECONDS = 1.5  # and where it has changed


class Shot(Protocol):
    """Makes frames by number, in any order and from several threads at once."""

    def planes(self, index: int) -> Planes: ...


class Continuation:
    """Frames of a scene, of which the first is a picture: the last frame of the video before."""

    def __init__(self, picture: Picture, scene: Shot, fps: int, *, changed: bool) -> None:
        self._picture = images.video_planes(picture)
        self._scene = scene
        seconds = _CHANGED_SECONDS if changed else _SAME_SECONDS
        self._frames = max(2, round(seconds * fps))

    def planes(self, index: int) -> Planes:
        if index == 0:
            return self._picture
        planes = self._scene.planes(index)
        share = smooth(index / self._frames)
        if share >= 1.0:
            return planes
        mixed = [
            np.asarray(np.rint(a + share * (b.astype(np.float32) - a)), np.uint8)
            for a, b in zip(self._picture, planes, strict=True)
        ]
        return (mixed[0], mixed[1], mixed[2])
