"""Periodic cloud textures with mip levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.kernel import inline
from rushes.engines.procedural.textures import frequencies, pyramid, ranked, shaped_noise

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats
CLOUD_SIZE = 512  # texels a side of one period of the cloud textures
CLOUD_LEVELS = 7
CLOUD_TEXELS = sum((CLOUD_SIZE >> level) ** 2 for level in range(CLOUD_LEVELS))
PERIOD = 7.0  # cloud heights covered by one period of the textures


def cloud_textures(seed: int) -> Floats:
    """Return cumulus, then cirrus: each a mip pyramid of CLOUD_TEXELS values in 0..1."""
    rng = np.random.default_rng(seed + 733)
    size = CLOUD_SIZE
    base = _spectral(rng, size, 1.55, 1.0)
    billows = np.zeros((size, size), np.float32)
    for octave, points in enumerate((40, 170, 700)):
        billows += _cells(rng, size, points) * np.float32(0.55 * 0.55**octave)
    heaps = ranked(base + 0.55 * (billows - billows.mean()) / billows.std())
    wisps = _spectral(rng, size, 1.35, 3.2)
    grid = np.arange(size, dtype=np.float32)
    # Cirrus: stretched noise, bent by a smooth field so that the streaks are not parallel.
    bend = _spectral(rng, size, 2.4, 1.0) * np.float32(22.0)
    streaks = cv2.remap(
        wisps,
        (grid[None, :] + bend) % size,
        (grid[:, None] + bend.T) % size,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_WRAP,
    )
    fields = (heaps, ranked(np.asarray(streaks, np.float32)))
    return np.concatenate([pyramid(field, CLOUD_LEVELS) for field in fields])


def _spectral(rng: np.random.Generator, size: int, fall: float, stretch: float) -> Floats:
    """Return periodic Gaussian noise of deviation 1 whose spectrum falls as 1/f^fall."""
    fx, fy = frequencies(size)
    radius = np.sqrt((fx * stretch) ** 2 + fy**2)
    radius[0, 0] = 1.0  # the mean, which the weight removes
    weight = radius**-fall * (radius >= 1.5)
    return np.asarray(shaped_noise(rng, weight), np.float32)


def _cells(rng: np.random.Generator, size: int, points: int) -> Floats:
    """Return periodic round bumps, 1 at random points and falling to 0 half-way between them."""
    margin = size // 4
    mask = np.full((size, size), 255, np.uint8)
    spots = rng.integers(0, size, (points, 2))
    mask[spots[:, 0], spots[:, 1]] = 0
    tiled = cv2.copyMakeBorder(mask, margin, margin, margin, margin, cv2.BORDER_WRAP)
    away = cv2.distanceTransform(tiled, cv2.DIST_L2, 5)[margin:-margin, margin:-margin]
    reach = 0.75 * size / np.sqrt(points)
    return np.asarray(np.clip(1.0 - (away / reach) ** 2, 0.0, 1.0), np.float32)


@inline("float64(float32[::1], int64, int64, float64, float64)")
def _texel(clouds: Floats, start: int, size: int, u: float, v: float) -> float:
    x, y = u * size - 0.5, v * size - 0.5
    xf, yf = np.floor(x), np.floor(y)
    fx, fy = x - xf, y - yf
    mask = size - 1
    x0, y0 = int(xf) & mask, int(yf) & mask
    x1, y1 = (x0 + 1) & mask, (y0 + 1) & mask
    top = float(clouds[start + y0 * size + x0]) * (1.0 - fx)
    top += float(clouds[start + y0 * size + x1]) * fx
    low = float(clouds[start + y1 * size + x0]) * (1.0 - fx)
    low += float(clouds[start + y1 * size + x1]) * fx
    return float(top * (1.0 - fy) + low * fy)


@inline("float64(float32[::1], int64, float64, float64, float64)")
def cloud_near(clouds: Floats, field: int, u: float, v: float, lod: float) -> float:
    """Like cloud_density, but cheaper: without interpolation between mip levels."""
    level = int(min(max(lod + 0.5, 0.0), CLOUD_LEVELS - 1.0))
    size = CLOUD_SIZE >> level
    start = field * CLOUD_TEXELS + (4 * (CLOUD_SIZE * CLOUD_SIZE - size * size)) // 3
    return _texel(clouds, start, size, u, v)


@inline("float64(float32[::1], int64, float64, float64, float64)")
def cloud_density(clouds: Floats, field: int, u: float, v: float, lod: float) -> float:
    """Return a cloud texture's value, 0 to 1; field 0 is cumulus, 1 cirrus; u, v in periods."""
    lod = min(max(lod, 0.0), CLOUD_LEVELS - 1.001)
    level = int(lod)
    size = CLOUD_SIZE >> level
    # Levels shrink by four: their starts are a geometric series.
    start = field * CLOUD_TEXELS + (4 * (CLOUD_SIZE * CLOUD_SIZE - size * size)) // 3
    fine = _texel(clouds, start, size, u, v)
    coarse = _texel(clouds, start + size * size, size >> 1, u, v)
    return fine + (coarse - fine) * (lod - level)
