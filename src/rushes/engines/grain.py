"""Film grain for frames that are enlarged or made from pictures: cheap, and never the same twice.

It hides that the frame was enlarged, and dithers what would band at eight bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLAY = 64  # pixels by which the sheet of grain may be moved each way
_LUMA_LOW, _LUMA_HIGH = 16, 235


class Grain:
    """Add noise of deviation `strength` (code values of 0..255) to the luma of numbered frames.

    One sheet of noise is drawn from the seed and laid over each frame at a place and side that
    depend on the frame's index. Safe to use from several threads.
    """

    def __init__(self, width: int, height: int, strength: float, seed: int) -> None:
        rng = np.random.default_rng((seed & 0x7FFFFFFF, 0x67726E))
        noise = rng.standard_normal((height + _PLAY, width + _PLAY), dtype=np.float32)
        # A trace of blur gives clumps the size of film's instead of a sensor's.
        noise = 0.75 * noise + 0.5 * cv2.GaussianBlur(noise, (0, 0), 0.7)
        noise *= strength / float(noise.std())
        self._sheet = np.rint(noise).astype(np.int16)
        self._size = (width, height)
        self._seed = seed & 0x7FFFFFFF

    def apply(self, luma: NDArray[np.uint8], index: int) -> None:
        """Lay the grain of frame `index` over `luma`, (height, width), in place."""
        width, height = self._size
        x, y, side = np.random.default_rng((self._seed, index)).integers(0, _PLAY, 3)
        sheet = self._sheet[y : y + height, x : x + width]
        if side & 1:
            sheet = sheet[::-1, ::-1]
        np.clip(luma + sheet, _LUMA_LOW, _LUMA_HIGH, out=luma, casting="unsafe")
