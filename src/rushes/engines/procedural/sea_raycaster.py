"""The ray caster of the sea: which wave each pixel hits, and how far away."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.waves import BANDS, LEVELS, TILE, bilinear

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.waves import SeaSurface

GROWTH = 1.013  # from one step of the walk to the next
FAR = 7000.0  # meters; beyond it the sea is a plane up to its horizon


class View(NamedTuple):
    """A camera that keeps verticals vertical: rows are shifted, never tilted."""

    x: float
    z: float
    eye: float
    ahead_x: float
    ahead_z: float
    right_x: float
    right_z: float
    focal: float  # pixels
    horizon: float  # row of the horizon in the middle column
    shear: float  # rows the horizon climbs per column: a small roll


@inline
def height_at(surface: SeaSurface, x: float, z: float, detail: float) -> float:
    """Return the height of the two long bands at a place; `detail` is log2 of meters kept."""
    total = 0.0
    for band in range(BANDS - 1):
        c, s = surface.turn[band, 0], surface.turn[band, 1]
        scale = surface.scales[band]
        level = max(int(detail + surface.limits[band] + 0.5), 0)
        if level < LEVELS - 1:
            u = (x * c + z * s) * scale
            v = (z * c - x * s) * scale
            total += bilinear(surface.texels, surface.offsets[band, level], TILE >> level, u, v, 0)
    return total


@kernel
def clearance(surface: SeaSurface, x: float, z: float, reach: float, sharp: float) -> float:
    """Return the soft maximum of the heights within `reach` meters of a place."""
    total = weight = 0.0
    detail = math.log2(0.3 * reach)
    for i in range(-3, 4):
        for j in range(-3, 4):
            w = math.exp(-0.18 * (i * i + j * j))
            h = height_at(surface, x + j * reach / 3.0, z + i * reach / 3.0, detail)
            total += w * math.exp(sharp * h)
            weight += w
    return math.log(total / weight) / sharp


@kernel
def march(
    surface: SeaSurface,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
    turn: Doubles,
    start: Doubles,
) -> None:
    """Fill `depth` with the distance at which each pixel hits the sea; 0 is sky.

    Each column of pixels looks along one vertical plane, so one walk from near to far finds all
    its rows. Where a crest ends inside a pixel, `cover` is the share it fills and `behind` the
    distance of what shows above it. `turn` and `start` are working memory, (BANDS - 1, 2).
    """
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    texels = surface.texels
    offsets = surface.offsets
    scale = surface.scales
    size = BANDS - 1
    for band in range(size):
        c, s = surface.turn[band, 0], surface.turn[band, 1]
        start[band, 0] = (view.x * c + view.z * s) * scale[band]
        start[band, 1] = (view.z * c - view.x * s) * scale[band]
    for i in range(rows):
        for j in range(columns):
            depth[i, j] = behind[i, j] = 0.0
            cover[i, j] = 1.0
    for j in range(columns):
        x = (j + 0.5 - 0.5 * columns) * pixel
        hx, hz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
        for band in range(size):
            # How fast the tile's coordinates change along this column's plane.
            c, s = surface.turn[band, 0], surface.turn[band, 1]
            turn[band, 0] = (hx * c + hz * s) * scale[band]
            turn[band, 1] = (hz * c - hx * s) * scale[band]
        base = rows - view.horizon - view.shear * (j + 0.5 - 0.5 * columns)
        d = max(0.16 * view.eye * view.focal / max(base, 1.0), 0.05)
        # Steps sit at fixed distances: if they slid as the eye bobs, crests would shimmer.
        d = GROWTH ** np.floor(math.log(d) / math.log(GROWTH))
        detail = math.log2(d * max(pixel * 1.5, 0.005) * math.sqrt(1.0 + x * x))
        last_d = d
        last_up = -1e9
        crest_d = d
        top = 0.0
        filled = 0
        hidden = False
        while d < FAR and filled < rows:
            h = 0.0
            for band in range(size):
                level = max(int(detail + surface.limits[band] + 0.5), 0)
                if level < LEVELS - 1:
                    u, v = start[band, 0] + d * turn[band, 0], start[band, 1] + d * turn[band, 1]
                    h += bilinear(texels, offsets[band, level], TILE >> level, u, v, 0)
            up = base + view.focal * (h - view.eye) / d
            if up > top:
                part = top - int(top)
                row = rows - 1 - int(top)
                edge = hidden and part > 0.03
                slope = (1.0 / d - 1.0 / last_d) / (up - last_up)
                back = 0.0
                if edge:
                    mid = min(int(top) + 0.5 + 0.5 * part, up)
                    back = 1.0 / (1.0 / last_d + (mid - last_up) * slope)
                while filled + 0.5 <= up and filled < rows:
                    nearness = 1.0 / last_d + (filled + 0.5 - last_up) * slope
                    depth[rows - 1 - filled, j] = 1.0 / nearness
                    filled += 1
                if edge:
                    depth[row, j] = crest_d
                    behind[row, j] = back
                    cover[row, j] = part
                    filled = max(filled, int(top) + 1)
                top = up
                crest_d = d
                hidden = False
            else:
                hidden = True
            last_up = up
            last_d = d
            d *= GROWTH
            detail += math.log2(GROWTH)
        flat = min(base - view.focal * view.eye / (40.0 * FAR), float(rows))
        while filled + 0.5 <= flat:
            depth[rows - 1 - filled, j] = view.focal * view.eye / (base - filled - 0.5)
            filled += 1
        # The last row is shared with the sky.
        seen = max(top, flat)
        row = rows - 1 - int(seen)
        if row >= 0:
            cover[row, j] = max(seen - int(seen), 0.001)
            behind[row, j] = 0.0
            depth[row, j] = crest_d if top > flat else 40.0 * FAR
