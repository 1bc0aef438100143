"""Periodic cloud textures with mip levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.kernel import inline

if TYPE_CHECKING:
    from numpy.typing import NDArray

CLOUD_SIZE = 512  # texels a side of one period of the cloud textures
CLOUD_LEVELS = 7
CLOUD_TEXELS = sum((CLOUD_SIZE >> level) ** 2 for level in range(CLOUD_LEVELS))
PERIOD = 7.0  # cloud heights covered by one period of the textures


def cloud_textures(seed: int) -> NDArray[np.float32]:
    """Return cumulus, then cirrus: each a mip pyramid of CLOUD_TEXELS values in 0..1."""
    rng = np.random.default_rng(seed + 733)
    size = CLOUD_SIZE
    base = _spectral(rng, size, 1.55, 1.0)
    billows = np.zeros((size, size), np.float32)
    for octave, points in enumerate((40, 170, 700)):
        billows += _cells(rng, size, points) * np.float32(0.55 * 0.55**octave)
    heaps = _ranked(base + 0.55 * (billows - billows.mean()) / billows.std())
    wisps = _spectral(rng, size, 1.35, 3.2)
    grid = np.arange(size, dtype=np.float32)
    bend = _spectral(rng, size, 2.4, 1.0) * np.float32(22.0)
    streaks = cv2.remap(
        wisps,
        (grid[None, :] + bend) % size,
        (grid[:, None] + bend.T) % size,
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_WRAP,
    )
    parts = []
    for field in (heaps, _ranked(np.asarray(streaks, np.float32))):
        level = field
        for _ in range(CLOUD_LEVELS):
            parts.append(level.ravel())
            level = level.reshape(level.shape[0] // 2, 2, -1, 2).mean(axis=(1, 3))
    return np.concatenate(parts).astype(np.float32)


def _spectral(
    rng: np.random.Generator, size: int, fall: float, stretch: float
) -> NDArray[np.float32]:
    """Return periodic Gaussian noise of deviation 1 whose spectrum falls as 1/f^fall."""
    fy = np.fft.fftfreq(size)[:, None] * size
    fx = np.fft.rfftfreq(size)[None, :] * size
    radius = np.sqrt((fx * stretch) ** 2 + fy**2)
    radius[0, 0] = 1.0
    weight = radius**-fall * (radius >= 1.5)
    spectrum = np.fft.rfft2(rng.standard_normal((size, size))) * weight
    noise = np.fft.irfft2(spectrum, s=(size, size))
    return np.asarray(noise / noise.std(), np.float32)


def _cells(rng: np.random.Generator, size: int, points: int) -> NDArray[np.float32]:
    """Return periodic round bumps, 1 at random points and falling to 0 half-way between them."""
    margin = size // 4
    mask = np.full((size, size), 255, np.uint8)
    spots = rng.integers(0, size, (points, 2))
    mask[spots[:, 0], spots[:, 1]] = 0
    tiled = cv2.copyMakeBorder(mask, margin, margin, margin, margin, cv2.BORDER_WRAP)
    away = cv2.distanceTransform(tiled, cv2.DIST_L2, 5)[margin:-margin, margin:-margin]
    reach = 0.75 * size / np.sqrt(points)
    return np.asarray(np.clip(1.0 - (away / reach) ** 2, 0.0, 1.0), np.float32)


def _ranked(field: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the field with its values spread evenly over 0..1, so cover is a threshold."""
    order = np.argsort(field, axis=None, kind="stable")
    ranks = np.empty(field.size, np.float32)
    ranks[order] = np.linspace(0.0, 1.0, field.size, dtype=np.float32)
    return ranks.reshape(field.shape)


@inline("float64(float32[::1], int64, int64, float64, float64)")
def _texel(clouds: NDArray[np.float32], start: int, size: int, u: float, v: float) -> float:
    x = u * size - 0.5
    y = v * size - 0.5
    xf = np.floor(x)
    yf = np.floor(y)
    fx = x - xf
    fy = y - yf
    mask = size - 1
    x0 = int(xf) & mask
    y0 = int(yf) & mask
    x1 = (x0 + 1) & mask
    y1 = (y0 + 1) & mask
    top = float(clouds[start + y0 * size + x0]) * (1.0 - fx)
    top += float(clouds[start + y0 * size + x1]) * fx
    low = float(clouds[start + y1 * size + x0]) * (1.0 - fx)
    low += float(clouds[start + y1 * size + x1]) * fx
    return float(top * (1.0 - fy) + low * fy)


@inline("float64(float32[::1], int64, float64, float64, float64)")
def cloud_near(clouds: NDArray[np.float32], field: int, u: float, v: float, lod: float) -> float:
    """Like cloud_density, but cheaper: without interpolation between mip levels."""
    level = int(min(max(lod + 0.5, 0.0), CLOUD_LEVELS - 1.0))
    size = CLOUD_SIZE >> level
    start = field * CLOUD_TEXELS + (4 * (CLOUD_SIZE * CLOUD_SIZE - size * size)) // 3
    return _texel(clouds, start, size, u, v)


@inline("float64(float32[::1], int64, float64, float64, float64)")
def cloud_density(clouds: NDArray[np.float32], field: int, u: float, v: float, lod: float) -> float:
    """Return a cloud texture's value, 0 to 1; field 0 is cumulus, 1 cirrus; u, v in periods."""
    lod = min(max(lod, 0.0), CLOUD_LEVELS - 1.001)
    level = int(lod)
    size = CLOUD_SIZE >> level
    # Levels shrink by four: their starts are a geometric series.
    start = field * CLOUD_TEXELS + (4 * (CLOUD_SIZE * CLOUD_SIZE - size * size)) // 3
    fine = _texel(clouds, start, size, u, v)
    coarse = _texel(clouds, start + size * size, size >> 1, u, v)
    return fine + (coarse - fine) * (lod - level)
