"""The city's baked maps, its roofs, and the blur of wet ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import CELL, CELLS
from rushes.engines.procedural.filters import cloudy, pulse, step_up, trait
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import corners, mix

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions
    from rushes.engines.procedural.kernel import Doubles, Floats


@inline(
    "float64(float32[:,:,::1], uint64, uint64, uint64, uint64, int64, float64, float64, float64,"
    " float64)"
)
def _between(
    baked: Floats,
    above: np.uint64,
    below: np.uint64,
    left: np.uint64,
    right: np.uint64,
    k: int,
    a: float,
    b: float,
    c: float,
    d: float,
) -> float:
    upper = a * baked[above, left, k] + b * baked[above, right, k]
    lower = c * baked[below, left, k] + d * baked[below, right, k]
    return float(upper + lower)


@inline
def lookup(baked: Floats, x: float, z: float) -> tuple[float, float, float, float, float]:
    """Bilinear sample of the baked maps at (x, z) meters: shadow, canyon, spill."""
    fx, fz = x / CELL - 0.5, z / CELL - 0.5
    gx, gz = np.floor(fx), np.floor(fz)
    # Unsigned indices spare every look-up the test for a negative one.
    mask = CELLS - 1
    left, above = np.uint64(int(gx) & mask), np.uint64(int(gz) & mask)
    right, below = np.uint64((int(gx) + 1) & mask), np.uint64((int(gz) + 1) & mask)
    a, b, c, d = corners(fx - gx, fz - gz)
    return (
        _between(baked, above, below, left, right, 0, a, b, c, d),
        _between(baked, above, below, left, right, 1, a, b, c, d),
        _between(baked, above, below, left, right, 2, a, b, c, d),
        _between(baked, above, below, left, right, 3, a, b, c, d),
        _between(baked, above, below, left, right, 4, a, b, c, d),
    )


@inline
def roof(
    baked: Floats,
    env: CityConditions,
    x: float,
    z: float,
    y: float,
    size: float,
    salt: int,
    paint: Doubles,
) -> tuple[float, float, float]:
    """Return the light that leaves a flat roof at height `y`."""
    tone = 0.6 + 0.5 * trait(salt, 1611.0)
    stain = 0.7 + 0.6 * cloudy(x * 0.35, z * 0.35, 15.0)
    seam = pulse(x / 2.5, size / 2.5, 0.0, 0.05) + pulse(z / 6.0, size / 6.0, 0.0, 0.02)
    base = 0.17 * tone * stain * (1.0 - 0.3 * min(seam, 1.0))
    r, g, b = base + 0.12 * paint[0], base + 0.12 * paint[1], base + 0.12 * paint[2]
    lying = env.snow * (0.55 + 0.45 * step_up(0.3, 0.6, stain))
    r, g, b = mix(r, g, b, 0.78, 0.79, 0.82, lying)
    sun = env.sun_y * step_up(y + 1.6, y - 1.0, lookup(baked, x, z)[0])
    damp = 1.0 - 0.4 * env.wet
    r *= (env.light_r * sun + env.ambient_r) * damp
    g *= (env.light_g * sun + env.ambient_g) * damp
    b *= (env.light_b * sun + env.ambient_b) * damp
    return r, g, b


@kernel
def smear_rows(source: Floats, reach: int, out: Floats) -> None:
    """Blur a picture up and down by a running mean of 2·reach + 1 rows; the edges repeat."""
    H, W = source.shape[0], source.shape[1]
    for j in range(W):
        for c in range(3):
            total = 0.0
            for k in range(-reach, reach + 1):
                total += float(source[min(max(k, 0), H - 1), j, c])
            for i in range(H):
                out[i, j, c] = np.float32(total / (2.0 * reach + 1.0))
                total += float(source[min(i + reach + 1, H - 1), j, c])
                total -= float(source[max(i - reach, 0), j, c])
