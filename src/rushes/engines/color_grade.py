"""Color grades, one after the other, on pictures.

A row's pixels are worked on together, in short loops of single precision that the compiler turns
into vector code.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.kernel import inline, kernel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rushes.engines.images import Picture
    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.scene import Color

LUMA = np.array((0.2126, 0.7152, 0.0722), np.float32)
_RED, _GREEN, _BLUE = LUMA
_NONE, _HALF, _ONE, _MIDDLE, _WHITE, _LEAST = map(F, (0.0, 0.5, 1.0, 0.42, 255.0, 1e-3))
_GAIN, _SHADOWS, _RISE, _SATURATION, _CONTRAST, _LIFT, _SPLIT = 0, 3, 6, 9, 10, 11, 12


@dataclass(frozen=True)
class Grade:
    """Multiplies light by `gain` (red, green, blue); then saturation and contrast around a middle.

    `shadows` and `highlights` are tints that dark and bright parts are drawn to by `split`.
    """

    gain: Color = (1.0, 1.0, 1.0)
    saturation: float = 1.0
    contrast: float = 1.0
    lift: float = 0.0
    shadows: Color = (0.5, 0.5, 0.5)
    highlights: Color = (0.5, 0.5, 0.5)
    split: float = 0.0


def rows_of(grades: Sequence[Grade]) -> Floats:
    """Return grades for `graded`, (grades, 13)."""
    rows = np.empty((len(grades), _SPLIT + 1), np.float32)
    for row, grade in zip(rows, grades, strict=True):
        row[_GAIN:_SHADOWS], row[_SHADOWS:_RISE] = grade.gain, grade.shadows
        row[_RISE:_SATURATION] = np.subtract(grade.highlights, grade.shadows)
        row[_SATURATION:] = grade.saturation, grade.contrast, grade.lift, grade.split
    return rows


def graded(picture: Picture, grades: Floats, ramp: Floats, share: float) -> Picture:
    """Return the picture graded, then drawn by `share` to the colors of `ramp`, (stops, 3).

    The ramp goes by brightness, from black to white.
    """
    out = np.empty_like(picture)
    row = np.empty((3, picture.shape[1]), np.float32)
    _paint(picture, grades, ramp, F(share), row, out)
    return out


@inline
def _grade(row: Floats, grade: Floats) -> None:
    gain_r, gain_g, gain_b = grade[_GAIN], grade[_GAIN + 1], grade[_GAIN + 2]
    dark_r, dark_g, dark_b = grade[_SHADOWS], grade[_SHADOWS + 1], grade[_SHADOWS + 2]
    rise_r, rise_g, rise_b = grade[_RISE], grade[_RISE + 1], grade[_RISE + 2]
    saturation, contrast, split = grade[_SATURATION], grade[_CONTRAST], grade[_SPLIT]
    lift = _MIDDLE + grade[_LIFT]
    for j in range(row.shape[1]):
        r, g, b = row[0, j] * gain_r, row[1, j] * gain_g, row[2, j] * gain_b
        luma = _RED * r + _GREEN * g + _BLUE * b
        r = luma + (r - luma) * saturation
        g = luma + (g - luma) * saturation
        b = luma + (b - luma) * saturation
        # Toward the tint at the brightness there is, so that the picture stays readable.
        bright = min(max(luma, _NONE), _ONE)
        tint_r, tint_g = dark_r + rise_r * bright, dark_g + rise_g * bright
        tint_b = dark_b + rise_b * bright
        level = luma / max(_RED * tint_r + _GREEN * tint_g + _BLUE * tint_b, _LEAST)
        r += split * (tint_r * level - r)
        g += split * (tint_g * level - g)
        b += split * (tint_b * level - b)
        row[0, j] = (r - _MIDDLE) * contrast + lift
        row[1, j] = (g - _MIDDLE) * contrast + lift
        row[2, j] = (b - _MIDDLE) * contrast + lift


@inline
def _recolor(row: Floats, ramp: Floats, share: np.float32) -> None:
    last = ramp.shape[0] - 1
    for j in range(row.shape[1]):
        luma = _RED * row[0, j] + _GREEN * row[1, j] + _BLUE * row[2, j]
        place = min(max(luma, _NONE), _ONE) * F(last)
        k = min(np.int32(place), last - 1)
        part = place - F(k)
        for c in range(3):
            color = ramp[k, c] + (ramp[k + 1, c] - ramp[k, c]) * part
            row[c, j] += share * (color - row[c, j])


@kernel
def _paint(
    picture: Picture, grades: Floats, ramp: Floats, share: np.float32, row: Floats, out: Picture
) -> None:
    height, width = picture.shape[:2]
    for i in range(height):
        for j in range(width):
            for c in range(3):
                row[c, j] = F(picture[i, j, c]) * F(1.0 / 255.0)
        for k in range(grades.shape[0]):
            _grade(row, grades[k])
        if ramp.shape[0] > 1:
            _recolor(row, ramp, share)
        for j in range(width):
            for c in range(3):
                code = min(max(row[c, j] * _WHITE + _HALF, _NONE), _WHITE)
                out[i, j, c] = np.uint8(np.int32(code))
