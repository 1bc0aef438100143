"""Made-up portraits."""

from __future__ import annotations

import cv2
import numpy as np

from rushes.engines.images import Picture


def portrait(width: int, height: int, skin: tuple[int, int, int] = (224, 172, 140)) -> Picture:
    """Return a face with hair, eyes, brows and a mouth, in the middle of the picture."""
    picture = np.full((height, width, 3), (70, 96, 120), np.uint8)
    unit = min(width, height) / 100.0
    x, y = width // 2, round(0.45 * height)

    def oval(dx: float, dy: float, wide: float, high: float, color: tuple[int, ...]) -> None:
        center = (round(x + dx * unit), round(y + dy * unit))
        cv2.ellipse(picture, center, (round(wide * unit), round(high * unit)), 0, 0, 360, color, -1)

    dark = tuple(value // 4 for value in skin)
    oval(0, 55, 34, 26, (40, 44, 70))  # shoulders
    oval(0, -8, 25, 30, dark)  # hair
    oval(0, 0, 20, 27, skin)
    for side in (-8, 8):
        oval(side, -5, 4, 2.4, (240, 238, 232))
        oval(side, -5, 1.9, 2.2, (30, 22, 20))
        oval(side, -10, 4.5, 1.1, dark)
    oval(0, 4, 2.2, 3.4, tuple(round(0.9 * value) for value in skin))
    oval(0, 14, 6.5, 2.0, (168, 62, 66))
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), 0.6), np.uint8)
