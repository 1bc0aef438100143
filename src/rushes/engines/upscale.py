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

_PRECISE, _CREATIVE = 0.45, 1.1  # how much of what the enlargement has blurred is put back
_GRAIN = 2.2  # code values, where there is texture


class Upscale:
    """Enlarges pictures to a size, by a factor. Thread-safe.

    Edges get sharper, without halos. With `creativity` that is stronger, and fine texture is added
    where there is texture already.
    """

    def __init__(self, size: tuple[int, int], factor: float, creativity: int, seed: int) -> None:
        self.size = size
        self._blur = max(0.6, 0.55 * factor)
        self._amount = np.float32(_CREATIVE if creativity else _PRECISE)
        self._grain = Grain(*size, _GRAIN, seed) if creativity else None

    def planes(self, picture: Picture, index: int, t: float) -> Planes:
        large = cv2.resize(picture, self.size, interpolation=cv2.INTER_LANCZOS4)
        luma, u, v = images.video_planes(np.asarray(large, np.uint8))
        sharp = self._sharpened(luma)
        if self._grain is not None:
            self._texture(sharp, luma, index)
        return sharp, u, v

    def _sharpened(self, luma: Plane) -> Plane:
        blurred = cv2.GaussianBlur(luma, (0, 0), self._blur)
        lifted = luma + self._amount * (luma.astype(np.float32) - blurred)
        # Not beyond what is near: that would be a halo.
        reach = np.ones((3, 3), np.uint8)
        low, high = cv2.erode(luma, reach), cv2.dilate(luma, reach)
        return np.asarray(np.clip(np.rint(lifted), low, high), np.uint8)

    def _texture(self, sharp: Plane, luma: Plane, index: int) -> None:
        """Add fine noise where the picture is not flat, in place."""
        assert self._grain is not None  # noqa: S101 - the caller has checked
        noisy = sharp.copy()
        self._grain.apply(noisy, index)
        busy = cv2.GaussianBlur(cv2.absdiff(luma, cv2.blur(luma, (5, 5))), (0, 0), 3.0)
        share = np.clip(busy.astype(np.float32) / 8.0, 0.0, 1.0)
        mixed = sharp + share * (noisy.astype(np.float32) - sharp)
        sharp[...] = np.rint(mixed).astype(np.uint8)
