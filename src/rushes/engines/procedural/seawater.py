"""The sky over the sea, and the dome of it that the water mirrors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.fast_math import LOG2_E, F, exp2
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import add, mix, put
from rushes.engines.procedural.sky import haze, lamps, radiance, veiled_air

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.sea_raycaster import View
    from rushes.engines.procedural.sky import Sky

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
def fill_backdrop(
    sky: Sky, view: View, t: float, depth: Floats, backdrop: Floats, air: Floats
) -> int:
    """Paint air and clouds at half the frame's size; return how many rows show any sky.

    The fourth channel is the share of the light of disc and stars that gets through them. `air`,
    (columns, 3), becomes the color of the air over the horizon.
    """
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    for j in range(columns):
        x = (j + 0.5 - 0.5 * columns) * pixel
        dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
        n = 1.0 / math.sqrt(dx * dx + dz * dz)
        r, g, b = haze(sky, dx * n, 0.0, dz * n)
        air[j, 0], air[j, 1], air[j, 2] = F(r), F(g), F(b)
    lowest = 0
    for i in range(rows):
        for j in range(columns):
            if depth[i, j] == 0.0:
                lowest = i
                break
    upper = int(min(lowest // 2 + 2, backdrop.shape[0]))
    for i in range(upper):
        for j in range(backdrop.shape[1]):
            x = (2.0 * j + 1.0 - 0.5 * columns) * pixel
            offset = 2.0 * j + 1.0 - 0.5 * columns
            y = (view.horizon - 2.0 * i - 1.0 + view.shear * offset) * pixel
            dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
            n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
            r, g, b, through = veiled_air(sky, dx * n, max(y * n, 0.0005), dz * n, t)
            put(backdrop, i, j, r, g, b)
            backdrop[i, j, 3] = through
    return upper


@inline
def _paint_lamps(
    i: int,
    sky: Sky,
    view: View,
    t: float,
    backdrop: Floats,
    clear: Floats,
    light: Floats,
) -> None:
    """Add disc and stars to a row, where clouds and mist let them through."""
    columns = light.shape[1]
    pixel = 1.0 / view.focal
    for j in range(columns):
        offset = j + 0.5 - 0.5 * columns
        y = (view.horizon + view.shear * offset - i - 0.5) * pixel
        dx = view.ahead_x + offset * pixel * view.right_x
        dz = view.ahead_z + offset * pixel * view.right_z
        n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
        up = max(y * n, 0.0005)
        mu = (dx * sky.sun_x + dz * sky.sun_z) * n + up * sky.sun_y
        if sky.stars > 0.0 or mu > 0.9975:
            r, g, b = lamps(sky, dx * n, up, dz * n, t)
            share = float(backdrop[i, j, 3] * clear[j])
            add(light, i, j, r * share, g * share, b * share)


@kernel
def paint_sky(
    sky: Sky,
    backdrop: Floats,
    mist: float,
    t: float,
    view: View,
    clear: Floats,
    air: Floats,
    light: Floats,
) -> None:
    """Fill the rows of `light` that show any sky; the sea in them is painted afterwards.

    `backdrop` has the frame's size, or is higher; `clear` is working memory: a row of what
    the mist lets through.
    """
    columns = light.shape[1]
    pixel, shear, veil = F(1.0 / view.focal), F(view.shear), F(-mist * MIST_DEPTH) * LOG2_E
    middle = F(0.5 * columns - 0.5)
    for i in range(min(backdrop.shape[0], light.shape[0])):
        rise = F(view.horizon - i - 0.5)
        for j in range(columns):
            offset = F(np.int32(j)) - middle
            x, y = offset * pixel, max((rise + shear * offset) * pixel, F(0.0005))
            clear[j] = exp2(veil * np.sqrt(F(1.0) + x * x + y * y) / y)
        row = backdrop[i]
        for j in range(columns):
            share = clear[j]
            for c in range(3):
                light[i, j, c] = air[j, c] + (row[j, c] - air[j, c]) * share
        if sky.stars > 0.0 or sky.disc > 0.0:
            _paint_lamps(i, sky, view, t, backdrop, clear, light)
