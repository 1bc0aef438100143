"""Textures that make a picture look painted or drawn."""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Plan

    Strokes = Callable[[Picture], Picture]

_UNIT = 360.0  # short side at which a radius of one is one pixel
_PIXELS = 90  # large pixels along the short side
_SHADES = 6  # of a cartoon
_MEAN = np.full((1, 3), 1.0 / 3.0, np.float32)


def of(plan: Plan) -> Strokes | None:
    """Return the function that gives a picture the texture that is named, if one is."""
    seed = plan.seed
    for name, strokes in (
        ("pixel", _pixels),
        ("sketch", partial(_sketch, seed=seed)),
        ("cartoon", _cartoon),
        ("watercolor", partial(_watercolor, seed=seed)),
        ("painting", partial(_painting, seed=seed)),
    ):
        if name in plan.tags:
            return strokes
    return None


def _painting(picture: Picture, seed: int) -> Picture:
    strokes = _smoothed(picture, _scaled(picture, 4.0)).astype(np.float32)
    canvas = _paper(picture, seed, 1.2)
    return _clipped(strokes * (1.0 + 0.035 * canvas))


def _watercolor(picture: Picture, seed: int) -> Picture:
    wet = _smoothed(picture, _scaled(picture, 5.0)).astype(np.float32)
    gray = cv2.cvtColor(_clipped(wet), cv2.COLOR_RGB2GRAY).astype(np.float32)
    # Pigment gathers at the edges of a wash, and the paper shows through it.
    soft = cv2.GaussianBlur(gray, (0, 0), _scaled(picture, 2.0))
    rim = np.clip(np.abs(gray - soft) / 24.0, 0.0, 1.0)[..., None]
    washed = 255.0 - (255.0 - wet) * 0.78 * (1.0 + 0.035 * _paper(picture, seed, 1.6))
    return _clipped(washed * (1.0 - 0.3 * rim))


def _cartoon(picture: Picture) -> Picture:
    flat = _smoothed(picture, _scaled(picture, 2.5))
    hsv = cv2.cvtColor(flat, cv2.COLOR_RGB2HSV).astype(np.float32)
    step = 255.0 / _SHADES
    hsv[..., 2] = np.clip((np.floor(hsv[..., 2] / step) + 0.6) * step, 0.0, 255.0)
    hsv[..., 1] = np.clip(hsv[..., 1] * 1.3, 0.0, 255.0)
    shaded = cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB).astype(np.float32)
    gray = cv2.cvtColor(flat, cv2.COLOR_RGB2GRAY).astype(np.float32)
    wide = _scaled(picture, 1.2)
    edge = cv2.GaussianBlur(gray, (0, 0), wide) - cv2.GaussianBlur(gray, (0, 0), 1.6 * wide)
    line = np.clip((-edge - 1.2) / 4.0, 0.0, 1.0)[..., None]
    return _clipped(shaded * (1.0 - 0.85 * line))


def _sketch(picture: Picture, seed: int) -> Picture:
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    soft = cv2.GaussianBlur(gray, (0, 0), _scaled(picture, 5.0))
    lines = np.clip(gray / np.maximum(soft, 1.0), 0.0, 1.0) ** 2.2
    shade = 0.72 + 0.28 * np.clip(soft / 200.0, 0.0, 1.0)
    drawn = 246.0 * lines * shade * (1.0 + 0.025 * _paper(picture, seed, 1.0)[..., 0])
    return _clipped(np.stack((drawn, drawn * 0.99, drawn * 0.965), axis=2))


def _pixels(picture: Picture) -> Picture:
    height, width = picture.shape[:2]
    scale = max(1.0, min(width, height) / _PIXELS)
    small = (max(2, round(width / scale)), max(2, round(height / scale)))
    few = cv2.resize(picture, small, interpolation=cv2.INTER_AREA).astype(np.float32)
    few = np.rint(few / 36.0) * 36.0
    large = cv2.resize(_clipped(few), (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(large, np.uint8)


def _smoothed(picture: Picture, radius: float) -> Picture:
    """Kuwahara's filter: each pixel gets the mean of the calmest of the four squares around it."""
    r = max(1, round(radius))
    height, width = picture.shape[:2]
    light = cv2.copyMakeBorder(picture, r, r, r, r, cv2.BORDER_REFLECT).astype(np.float32)
    gray = np.asarray(cv2.transform(light, _MEAN), np.float32)
    # All squares have one size: those around a pixel are its neighbors' means.
    mean, low, square = (_squares(field, r) for field in (light, gray, gray * gray))
    spread = square - low * low
    best = mean[:height, :width].copy()
    least = spread[:height, :width].copy()
    for down, right in ((r, 0), (0, r), (r, r)):
        here = (slice(down, down + height), slice(right, right + width))
        calmer = (spread[here] < least).view(np.uint8)
        cv2.copyTo(mean[here], calmer, best)
        np.minimum(least, spread[here], out=least)
    return _clipped(best)


def _squares(field: Field, r: int) -> Field:
    """Return the mean of the square to the lower right of each pixel."""
    mean = cv2.blur(field, (r + 1, r + 1), anchor=(0, 0), borderType=cv2.BORDER_REFLECT)
    return np.asarray(mean, np.float32)


def _paper(picture: Picture, seed: int, grain: float) -> Field:
    """Return the texture of paper or canvas, around 0; it does not move."""
    height, width = picture.shape[:2]
    return _sheet(width, height, seed & 0x7FFFFFFF, max(0.5, _scaled(picture, grain)))


@lru_cache(maxsize=2)
def _sheet(width: int, height: int, seed: int, size: float) -> Field:
    rng = np.random.default_rng((seed, 0x706170))
    soft = cv2.GaussianBlur(rng.standard_normal((height, width), np.float32), (0, 0), size)
    return np.asarray(soft / max(float(soft.std()), 1e-6), np.float32)[..., None]


def _scaled(picture: Picture, length: float) -> float:
    return max(0.5, length * float(min(picture.shape[:2])) / _UNIT)


def _clipped(values: Field) -> Picture:
    return np.asarray(np.clip(values, 0.0, 255.0), np.uint8)
