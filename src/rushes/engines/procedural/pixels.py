"""Operations on colors and pixels, for kernels. Pictures are (rows, columns, channels)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.kernel import inline

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats

    Rgb = tuple[float, float, float]


@inline("UniTuple(float64, 3)(float64, float64, float64, float64, float64, float64, float64)")
def mix(r: float, g: float, b: float, to_r: float, to_g: float, to_b: float, share: float) -> Rgb:
    return r + (to_r - r) * share, g + (to_g - g) * share, b + (to_b - b) * share


@inline("UniTuple(float64, 4)(float64, float64)")
def corners(u: float, v: float) -> tuple[float, float, float, float]:
    """Return the bilinear weights of a pixel, its right, its lower and its diagonal neighbor."""
    return (1.0 - v) * (1.0 - u), (1.0 - v) * u, v * (1.0 - u), v * u


@inline("UniTuple(float64, 3)(float32[:,:,::1], float64, float64)")
def sample(picture: Floats, row: float, col: float) -> Rgb:
    """Return the color between four pixels, clamped to the picture."""
    v = min(max(row, 0.0), picture.shape[0] - 1.001)
    u = min(max(col, 0.0), picture.shape[1] - 1.001)
    i, j = int(v), int(u)
    a, b, c, d = corners(u - j, v - i)
    p, q = picture[i], picture[i + 1]
    red = a * p[j, 0] + b * p[j + 1, 0]
    red += c * q[j, 0] + d * q[j + 1, 0]
    green = a * p[j, 1] + b * p[j + 1, 1]
    green += c * q[j, 1] + d * q[j + 1, 1]
    blue = a * p[j, 2] + b * p[j + 1, 2]
    blue += c * q[j, 2] + d * q[j + 1, 2]
    return red, green, blue


@inline("void(float32[:,:,::1], int64, int64, float64, float64, float64)")
def put(light: Floats, i: int, j: int, r: float, g: float, b: float) -> None:
    light[i, j, 0] = np.float32(r)
    light[i, j, 1] = np.float32(g)
    light[i, j, 2] = np.float32(b)


@inline("void(float32[:,:,::1], int64, int64, float64, float64, float64)")
def add(light: Floats, i: int, j: int, r: float, g: float, b: float) -> None:
    light[i, j, 0] += np.float32(r)
    light[i, j, 1] += np.float32(g)
    light[i, j, 2] += np.float32(b)


@inline("void(float32[:,:,::1], int64, int64, float64, float64, float64, float64)")
def overlay(light: Floats, i: int, j: int, r: float, g: float, b: float, share: float) -> None:
    """Lay a color over a pixel, of which it hides `share`."""
    keep = 1.0 - share
    light[i, j, 0] = np.float32(light[i, j, 0] * keep + r * share)
    light[i, j, 1] = np.float32(light[i, j, 1] * keep + g * share)
    light[i, j, 2] = np.float32(light[i, j, 2] * keep + b * share)


@inline("void(float32[:,:,::1], int64, int64, float64, float64, float64, float64, float64)")
def blend(
    light: Floats, i: int, j: int, r: float, g: float, b: float, share: float, own: float
) -> None:
    """Replace `share` of a pixel by a color plus `own` times what it shows."""
    light[i, j, 0] += np.float32(share * (r + (own - 1.0) * light[i, j, 0]))
    light[i, j, 1] += np.float32(share * (g + (own - 1.0) * light[i, j, 1]))
    light[i, j, 2] += np.float32(share * (b + (own - 1.0) * light[i, j, 2]))


@inline("UniTuple(float64, 4)(float64, float64)")
def shares(u: float, v: float) -> tuple[float, float, float, float]:
    """Return what `corners` returns, with one multiplication instead of four."""
    both = u * v
    low = v - both
    return 1.0 - u - low, u - both, low, both


@inline("UniTuple(float32, 4)(float64, float64)")
def weights(u: float, v: float) -> tuple[np.float32, np.float32, np.float32, np.float32]:
    """Return bilinear weights as `corners` does, in the precision of the maps."""
    a, b, c, d = corners(u, v)
    return np.float32(a), np.float32(b), np.float32(c), np.float32(d)
