"""The ray caster of the sea: which wave each pixel hits, and how far away."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.waves import BANDS, LEVELS, padded_texel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.waves import SeaSurface

    Indices = NDArray[np.int32]

GROWTH = 1.013  # from one step of the walk to the next
NEAR = 0.05  # meters
FAR = 7000.0  # meters; beyond it the sea is a plane up to its horizon
# Steps sit at fixed distances: if they slid as the eye bobs, crests would shimmer.
STEPS: Doubles = np.asarray(
    NEAR * GROWTH ** np.arange(math.ceil(math.log(FAR / NEAR) / math.log(GROWTH))), np.float64
)

LANES = 32  # columns walked together, in short loops that become vector code
# Where the working memory holds what is known of each of these columns.
_ALONG, _ACROSS, _DETAIL, _RIGHT, _LOWER = (LANES * k for k in range(5))
_FLOATS = 5


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


@inline("float32(float32[::1], int32, int32, float32, float32)")
def _between(
    heights: Floats, texel: np.int32, wide: np.int32, fx: np.float32, fy: np.float32
) -> np.float32:
    p = np.uint64(texel)
    q = p + np.uint64(wide)
    upper = heights[p] + (heights[p + np.uint64(1)] - heights[p]) * fx
    lower = heights[q] + (heights[q + np.uint64(1)] - heights[q]) * fx
    return upper + (lower - upper) * fy  # type: ignore[no-any-return]


@inline
def height_at(surface: SeaSurface, x: float, z: float, detail: float) -> float:
    """Return the height of the two long bands at a place; `detail` is log2 of meters kept."""
    total = 0.0
    for band in range(BANDS - 1):
        c, s = surface.turn[band, 0], surface.turn[band, 1]
        scale = surface.scales[band]
        level = np.int32(max(int(detail + surface.limits[band] + 0.5), 0))
        if level < LEVELS - 1:
            u, v = (x * c + z * s) * scale, (z * c - x * s) * scale
            p, wide, fx, fy = padded_texel(level, F(u), F(v))
            total += float(_between(surface.heights[band], p, wide, fx, fy))
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


@inline
def _aim(
    w: Floats, offset: float, n: int, surface: SeaSurface, view: View, band: int
) -> tuple[np.float32, np.float32]:
    """Find how a tile's coordinates change along the planes of columns; return the camera's.

    The first column is `offset` pixels right of the frame's middle.
    """
    pixel = 1.0 / view.focal
    c, s = surface.turn[band, 0], surface.turn[band, 1]
    scale, limit = surface.scales[band], surface.limits[band]
    for k in range(n):
        x = (offset + k) * pixel
        hx, hz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
        w[_ALONG + k], w[_ACROSS + k] = F((hx * c + hz * s) * scale), F((hz * c - hx * s) * scale)
        blur = max(pixel * 1.5, 0.005) * math.sqrt(1.0 + x * x)
        w[_DETAIL + k] = F(math.log2(blur) + limit + 0.5)
    u, v = (view.x * c + view.z * s) * scale, (view.z * c - view.x * s) * scale
    return F(u - np.floor(u)), F(v - np.floor(v))


@inline
def _add_heights(
    w: Floats,
    index: Indices,
    n: int,
    u0: np.float32,
    v0: np.float32,
    far: np.float32,
    fineness: np.float32,
    heights: Floats,
    total: Floats,
) -> None:
    """Add a band's heights at distance `far` on each column's plane."""
    for k in range(n):
        level = np.int32(min(max(w[_DETAIL + k] + fineness, F(0.0)), F(LEVELS - 1.0)))
        u, v = u0 + far * w[_ALONG + k], v0 + far * w[_ACROSS + k]
        texel, wide, right, lower = padded_texel(level, u, v)
        index[k], index[LANES + k] = texel, wide
        w[_RIGHT + k], w[_LOWER + k] = right, lower
    for k in range(n):
        texel, wide = index[k], index[LANES + k]
        total[k] += _between(heights, texel, wide, w[_RIGHT + k], w[_LOWER + k])


@inline
def _walk(
    k: int,
    j: int,
    base: float,
    steps: Doubles,
    heights: Floats,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
) -> None:
    """Fill column `j` from the heights along its plane, from near to far."""
    rows = depth.shape[0]
    last_d = crest_d = steps[0]
    last_up = -1e9
    top = 0.0
    filled = 0
    hidden = False
    for step in range(steps.size):
        if filled >= rows:
            break
        d = steps[step]
        up = base + view.focal * (heights[step, k] - view.eye) / d
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


def march_scratch() -> tuple[Floats, Indices, Floats]:
    """Return working memory for `march`; each thread needs its own."""
    lanes = np.zeros(_FLOATS * LANES, np.float32)
    return lanes, np.zeros(2 * LANES, np.int32), np.empty((STEPS.size, LANES), np.float32)


@kernel
def march(
    surface: SeaSurface,
    view: View,
    steps: Doubles,
    w: Floats,
    index: Indices,
    heights: Floats,
    depth: Floats,
    behind: Floats,
    cover: Floats,
) -> None:
    """Fill `depth` with the distance at which each pixel hits the sea; 0 is sky.

    Each column of pixels looks along one vertical plane, so one walk from near to far finds all
    its rows. Where a crest ends inside a pixel, `cover` is the share it fills and `behind` the
    distance of what shows above it. `steps` are `STEPS`; `w`, `index` and `heights` are
    working memory, see `march_scratch`.
    """
    rows, columns = depth.shape
    for i in range(rows):
        for j in range(columns):
            depth[i, j] = behind[i, j] = 0.0
            cover[i, j] = 1.0
    for first in range(0, columns, LANES):
        n = min(LANES, columns - first)
        offset = first + 0.5 - 0.5 * columns
        base = rows - view.horizon - view.shear * offset
        # All columns begin with a step that is surely below the frame.
        most = max(base, base - view.shear * (n - 1), 1.0)
        near = max(0.16 * view.eye * view.focal / most, NEAR)
        seen = steps[int(math.log(near / NEAR) / math.log(GROWTH)) :]
        for step in range(seen.size):
            for k in range(n):
                heights[step, k] = F(0.0)
        for band in range(BANDS - 1):
            u0, v0 = _aim(w, offset, n, surface, view, band)
            for step in range(seen.size):
                fineness = F(math.log2(seen[step]))
                if w[_DETAIL] + fineness >= F(LEVELS - 1.0):
                    break
                far, tile = F(seen[step]), surface.heights[band]
                _add_heights(w, index, n, u0, v0, far, fineness, tile, heights[step])
        for k in range(n):
            _walk(k, first + k, base - view.shear * k, seen, heights, view, depth, behind, cover)
