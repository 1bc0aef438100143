"""A given video, enlarged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines import images
from rushes.engines.grain import Grain

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.images import Picture

Plane = NDArray[np.uint8]

_PRECISE = 0.45  # how much of what the enlargement has blurred is put back
# What full creativity adds: to that, of what is coarser, and of halos beside edges.
_SHARPER, _CONTRAST, _HALO = 0.9, 1.0, 0.1
_COARSE = 4  # times the blur of the enlargement
_TEXTURE = 7.0  # code values, where there is texture
_BUSY = 2.5  # code values by which a pixel differs from those around it where texture is full


class Upscale:
    """Enlarges pictures to a size, by a factor. Thread-safe.

    Edges get sharper, without halos. `creativity`, 0 to 1, adds to that: narrower edges, contrast
    of small things, and fine texture where there is texture already. The texture stands still, so
    that what rests in the video does not flicker.
    """

    def __init__(self, size: tuple[int, int], factor: float, creativity: float, seed: int) -> None:
        self.size = size
        self._blur = max(0.6, 0.55 * factor)
        self._creativity = min(1.0, max(0.0, creativity))
        self._amount = np.float32(_PRECISE + _SHARPER * self._creativity)
        self._reach = 2 if self._creativity > 0.0 and factor > 2.0 else 1
        has_texture = self._creativity > 0.0
        self._grain = Grain(*size, _TEXTURE * self._creativity, seed) if has_texture else None

    def planes(self, picture: Picture, index: int, t: float) -> Planes:
        large = cv2.resize(picture, self.size, interpolation=cv2.INTER_LANCZOS4)
        luma, u, v = images.video_planes(np.asarray(large, np.uint8))
        sharp = self._sharpened(luma)
        if self._grain is not None:
            self._add_texture(sharp, luma)
        return sharp, u, v

    def _sharpened(self, luma: Plane) -> Plane:
        blurred = cv2.GaussianBlur(luma, (0, 0), self._blur)
        lifted = luma + self._amount * (luma.astype(np.float32) - blurred)
        side = 2 * self._reach + 1
        near = np.ones((side, side), np.uint8)
        # Not beyond what is near: that would be a halo.
        low, high = cv2.erode(luma, near), cv2.dilate(luma, near)
        if self._creativity > 0.0:
            low, high = (cv2.blur(bound, (side, side)) for bound in (low, high))  # no steps
            coarse = blurred - _coarse(luma, _COARSE * self._blur)
            lifted += np.float32(_CONTRAST * self._creativity) * coarse
            room = np.float32(_HALO * self._creativity) * (high.astype(np.float32) - low)
            return np.asarray(np.clip(np.rint(lifted), low - room, high + room), np.uint8)
        return np.asarray(np.clip(np.rint(lifted), low, high), np.uint8)

    def _add_texture(self, sharp: Plane, luma: Plane) -> None:
        """Add fine noise where the picture is not flat, in place."""
        assert self._grain is not None  # noqa: S101 - the caller has checked
        noisy = sharp.copy()
        self._grain.apply(noisy, 0)
        busy = cv2.GaussianBlur(cv2.absdiff(luma, cv2.blur(luma, (5, 5))), (0, 0), 3.0)
        share = np.clip(busy.astype(np.float32) / _BUSY, 0.0, 1.0)
        mixed = sharp + share * (noisy.astype(np.float32) - sharp)
        sharp[...] = np.rint(mixed).astype(np.uint8)


def _coarse(luma: Plane, blur: float) -> NDArray[np.float32]:
    """Return a plane without what is smaller than `blur`, made from a smaller one: it is fast."""
    height, width = luma.shape
    step = max(1, round(blur))
    side = (max(1, width // step), max(1, height // step))
    small = cv2.GaussianBlur(cv2.resize(luma, side, interpolation=cv2.INTER_AREA), (0, 0), 1.0)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC).astype(np.float32)
