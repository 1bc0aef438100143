"""The sky over the sea, and the dome of it that the water mirrors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import mix, put, shares
from rushes.engines.procedural.sky import haze, lamps, radiance, veiled_air

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.sea_raycaster import View
    from rushes.engines.procedural.sky import Sky

    Rgb = tuple[float, float, float]

DOME = 96  # side of the square that holds the mirrored sky
MIST_DEPTH = 8.0  # meters of mist over the water


@kernel
def fill_dome(sky: Sky, mist: float, t: float, dome: Floats) -> None:
    """Paint the sky dome into a square: the zenith in the middle, the horizon a circle."""
    side = dome.shape[0]
    for i in range(side):
        for j in range(side):
            px, pz = (j + 0.5) / side * 2.1 - 1.05, (i + 0.5) / side * 2.1 - 1.05
            q = px * px + pz * pz
            if q > 1.0:
                scale = 1.0 / math.sqrt(q)
                px *= scale
                pz *= scale
                q = 1.0
            # Stereographic: shapes stay, so that a blur of the square is a blur of the sky.
            y = max((1.0 - q) / (1.0 + q), 0.012)
            x, z = px * (1.0 + y), pz * (1.0 + y)
            n = 1.0 / math.sqrt(x * x + y * y + z * z)
            r, g, b = radiance(sky, x * n, y * n, z * n, t, False)
            ar, ag, ab = haze(sky, x * n, y * n, z * n)
            clear = math.exp(-mist * MIST_DEPTH / (y * n))
            r, g, b = mix(ar, ag, ab, r, g, b, clear)
            put(dome, i, j, r, g, b)


@kernel
def fill_backdrop(sky: Sky, view: View, t: float, depth: Floats, backdrop: Floats) -> None:
    """Paint air and clouds at half the frame's size, where any sky is visible.

    The fourth channel is the share of the light of disc and stars that gets through them.
    """
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    lowest = 0
    for i in range(rows):
        for j in range(0, columns, 4):
            if depth[i, j] == 0.0:
                lowest = i
                break
    for i in range(min(lowest // 2 + 3, backdrop.shape[0])):
        for j in range(backdrop.shape[1]):
            x = (2.0 * j + 1.0 - 0.5 * columns) * pixel
            offset = 2.0 * j + 1.0 - 0.5 * columns
            y = (view.horizon - 2.0 * i - 1.0 + view.shear * offset) * pixel
            dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
            n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
            r, g, b, through = veiled_air(sky, dx * n, max(y * n, 0.0005), dz * n, t)
            put(backdrop, i, j, r, g, b)
            backdrop[i, j, 3] = through


@inline("UniTuple(float64, 3)(float32[:,:,::1], float64, float64)")
def _between(picture: Floats, x: float, y: float) -> Rgb:
    """Bilinear sample, clamped to the picture."""
    u, v = min(max(x, 0.0), picture.shape[1] - 1.001), min(max(y, 0.0), picture.shape[0] - 1.001)
    j, i = int(u), int(v)
    fx, fy = u - j, v - i
    w0, w1, w2, w3 = shares(fx, fy)
    p = picture[i]
    q = picture[i + 1]
    k = j + 1
    return (
        w0 * p[j, 0] + w1 * p[k, 0] + w2 * q[j, 0] + w3 * q[k, 0],
        w0 * p[j, 1] + w1 * p[k, 1] + w2 * q[j, 1] + w3 * q[k, 1],
        w0 * p[j, 2] + w1 * p[k, 2] + w2 * q[j, 2] + w3 * q[k, 2],
    )


@kernel
def fill_air(sky: Sky, view: View, air: Doubles) -> None:
    """Fill (columns, 3) with the color of the air over the horizon."""
    columns = air.shape[0]
    for j in range(columns):
        x = (j + 0.5 - 0.5 * columns) / view.focal
        dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
        n = 1.0 / math.sqrt(dx * dx + dz * dz)
        air[j, 0], air[j, 1], air[j, 2] = haze(sky, dx * n, 0.0, dz * n)


@kernel
def paint_sky(
    sky: Sky,
    backdrop: Floats,
    mist: float,
    t: float,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
    air: Doubles,
    light: Floats,
) -> None:
    """Fill `light` wherever `march` has found sky, behind a crest's edge too."""
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    for i in range(rows):
        for j in range(columns):
            if depth[i, j] > 0.0 and (cover[i, j] >= 1.0 or behind[i, j] > 0.0):
                continue
            offset = j + 0.5 - 0.5 * columns
            y = (view.horizon + view.shear * offset - i - 0.5) * pixel
            dx = view.ahead_x + offset * pixel * view.right_x
            dz = view.ahead_z + offset * pixel * view.right_z
            n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
            up = max(y * n, 0.0005)
            mu = (dx * sky.sun_x + dz * sky.sun_z) * n + up * sky.sun_y
            x, y = 0.5 * j - 0.25, 0.5 * i - 0.25
            r, g, b = _between(backdrop, x, y)
            if sky.stars > 0.0 or mu > 0.9975:
                sr, sg, sb = lamps(sky, dx * n, up, dz * n, t)
                through = float(backdrop[i >> 1, j >> 1, 3])
                r, g, b = r + sr * through, g + sg * through, b + sb * through
            veil = mist * MIST_DEPTH / up
            if veil > 0.002:
                clear = math.exp(-veil)
                r, g, b = mix(air[j, 0], air[j, 1], air[j, 2], r, g, b, clear)
            put(light, i, j, r, g, b)
