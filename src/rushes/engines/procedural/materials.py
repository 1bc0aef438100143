"""The land's materials and lighting, baked once for every texel of the maps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.bands import AT_ONCE, in_bands
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import fbm
from rushes.engines.procedural.pixels import mix
from rushes.engines.procedural.terrain import (
    CELL,
    FINE,
    FLOW,
    OPEN,
    SIZE,
    SLOPE_X,
    SLOPE_Z,
    SNOW,
    SOUTH,
    SUN,
    TREES,
    WEST,
    Terrain,
)

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.sky import Sky

RED, GREEN, BLUE, WHITE, DIRECT, DOME, WARM, RELIEF = range(8)  # channels of the cover


def bake_cover(
    terrain: Terrain, sky: Sky, wet: float, white: float, pool: Executor = AT_ONCE
) -> Floats:
    """Return (SIZE, SIZE, 8): bare color, snow, sunlight, skylight, glow and relief.

    RELIEF is the strength of rock detail, negative where a wall faces along x. `wet` darkens the
    ground, `white` is winter; both 0 to 1.
    """
    cover = np.empty((SIZE, SIZE, 8), np.float32)
    in_bands(pool, SIZE, partial(_bake, cover, terrain, sky, wet, white))
    return cover


@inline
def _clamp(value: float) -> float:
    if value < 0.0:
        return 0.0
    return value if value < 1.0 else 1.0


@kernel
def _bake(
    cover: Floats, terrain: Terrain, sky: Sky, wet: float, white: float, first: int, last: int
) -> None:
    for row in range(first, last):
        z = SOUTH + (row + 0.5) * CELL
        for col in range(SIZE):
            x = WEST + (col + 0.5) * CELL
            m = terrain.traits[row, col]
            y = float(terrain.heights[row * FINE, col * FINE])
            gx = float(m[SLOPE_X])
            gz = float(m[SLOPE_Z])
            space = float(m[OPEN])
            wood = float(m[TREES])
            flow = float(m[FLOW])
            steep = np.sqrt(gx * gx + gz * gz)
            broad = fbm(x / 260.0, z / 260.0, 91, 2)
            grain = fbm(x / 45.0 + 0.02 * y, z / 45.0, 92, 1)
            # Rock in tilted beds, scree under walls, turf where it is gentle and low.
            bed = (y + 0.18 * x + 90.0 * broad + 25.0 * grain) / 105.0
            bed = abs(2.0 * (bed - np.floor(bed)) - 1.0)
            tint = _clamp(0.5 + 1.8 * (broad - 0.5))
            r = 0.128 + 0.055 * bed + 0.030 * tint + 0.03 * grain
            g = 0.122 + 0.048 * bed + 0.018 * tint + 0.03 * grain
            b = 0.120 + 0.042 * bed + 0.006 * tint + 0.03 * grain
            scree = _clamp((0.95 - steep) * 3.0) * (0.30 + 0.70 * flow)
            r, g, b = mix(r, g, b, 0.205, 0.197, 0.182, scree)
            meadow = 1.0 - _clamp((y - 600.0 - 300.0 * (broad - 0.5)) / 260.0)
            meadow *= 1.0 - _clamp((steep - 0.50 - 0.35 * (grain - 0.5)) * 4.0)
            dry = _clamp(0.15 + 0.9 * (broad - 0.35) + y / 1300.0)
            r += (0.055 + 0.075 * dry - r) * meadow
            g += (0.088 + 0.030 * dry - g) * meadow
            b += (0.022 + 0.020 * dry - b) * meadow
            leaf = min(wood * 1.4, 1.0)
            r, g, b = mix(r, g, b, 0.024, 0.038, 0.019, leaf)
            beach = _clamp((4.0 - y) * 0.5)
            r, g, b = mix(r, g, b, 0.165, 0.155, 0.138, beach)
            damp = 1.0 - 0.5 * max(_clamp((1.2 - y) * 1.4), wet * 0.8)
            snow = float(m[SNOW]) * (1.0 - 0.35 * leaf * (1.0 - white))
            snow *= 1.0 - 0.45 * white * leaf
            up = 1.0 / np.sqrt(1.0 + steep * steep)
            soft = 0.15 * snow + 0.12 * leaf  # snow and needles let light wrap around
            facing = (sky.sun_y - gx * sky.sun_x - gz * sky.sun_z) * up
            facing = max((facing + soft) / (1.0 + soft), 0.0) * float(m[SUN])
            toward = 0.5 - 0.5 * (gx * sky.flat_x + gz * sky.flat_z) * up
            relief = (0.25 + 0.55 * min(steep, 1.2)) * (1.0 - 0.55 * beach) * (1.0 - 0.4 * leaf)
            cover[row, col, RED] = np.float32(r * damp)
            cover[row, col, GREEN] = np.float32(g * damp)
            cover[row, col, BLUE] = np.float32(b * damp)
            cover[row, col, WHITE] = np.float32(snow)
            cover[row, col, DIRECT] = np.float32(facing)
            cover[row, col, DOME] = np.float32((0.45 + 0.55 * up) * space)
            cover[row, col, WARM] = np.float32(0.24 * toward * toward * space)
            side = -1.0 if abs(gx) > abs(gz) else 1.0
            cover[row, col, RELIEF] = np.float32(side * relief if steep > 0.75 else relief + 2.0)
