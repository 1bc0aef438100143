"""Film grain for frames that are enlarged or made from pictures.

It hides the enlargement and dithers gradients that would show banding at eight bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PLAY = 64  # largest offset of the sheet, pixels
_LUMA_LOW, _LUMA_HIGH = 16, 235


class Grain:
    """Noise with standard deviation `strength`, in code values of 0..255. Thread-safe.

    One sheet of noise is made from the seed; each frame uses it at an offset and orientation that
    depend on the frame's index, which is much cheaper than new noise.
    """

    def __init__(self, width: int, height: int, strength: float, seed: int) -> None:
        rng = np.random.default_rng((seed & 0x7FFFFFFF, 0x67726E))
        noise = rng.standard_normal((height + _PLAY, width + _PLAY), dtype=np.float32)
        # A slight blur: film grain is coarser than a sensor's pixel noise.
        noise = 0.75 * noise + 0.5 * cv2.GaussianBlur(noise, (0, 0), 0.7)
        noise *= strength / float(noise.std())
        self._sheet = np.rint(noise).astype(np.int16)
        self._size = (width, height)
        self._seed = seed & 0x7FFFFFFF

    def apply(self, luma: NDArray[np.uint8], index: int) -> None:
        """Add the grain of frame `index` to `luma`, (height, width), in place."""
        width, height = self._size
        x, y, side = np.random.default_rng((self._seed, index)).integers(0, _PLAY, 3)
        sheet = self._sheet[y : y + height, x : x + width]
        if side & 1:
            sheet = sheet[::-1, ::-1]
        np.clip(luma + sheet, _LUMA_LOW, _LUMA_HIGH, out=luma, casting="unsafe")
