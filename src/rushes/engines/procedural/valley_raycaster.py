"""The ray caster of the valley: each pixel column walks over the height map, near to far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural import sky as skies
from rushes.engines.procedural.fast_math import F, fading, log2
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.materials import BLUE, DIRECT, DOME, GREEN, RED, RELIEF, WARM, WHITE
from rushes.engines.procedural.pixels import mix, put, sample, weights
from rushes.engines.procedural.terrain import CELL, FINE, GRIT, SIZE, SOUTH, WEST, Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.sky import Sky

NEAR, FAR = 6.0, 11500.0


def _distances() -> Doubles:
    """Return where rays look at the land: at steps that grow as a pixel's size on the land does."""
    found = [NEAR]
    while found[-1] < FAR:
        far = found[-1]
        found.append(far + max(1.1, far * (0.0035 if far < 2500.0 else 0.005)))
    return np.array(found)


STEPS = _distances()
SURVEYED = 32  # steps whose ground is looked up in a row, which is faster than one by one
HAZE_ROWS, HAZE_COLS = 24, 33
RIPPLES = 256  # texels a side of the water's slopes
HAZE_SPAN = 0.9  # the haze grid covers view slopes from -HAZE_SPAN to +HAZE_SPAN
MIXED, ALL_SKY, ALL_LAND, ALL_WATER = 0, 1, 2, 3  # what fills a pixel


class LevelCamera(NamedTuple):
    """A level camera with vertical lens shift: rows are view slopes, verticals stay vertical."""

    x: float
    y: float
    z: float
    ahead_x: float
    ahead_z: float
    focal: float  # pixels
    middle: float  # column of the view's axis
    horizon: float  # row of the horizon


class GroundConditions(NamedTuple):
    """The effects of weather and hour on land and water."""

    mist: float  # extinction of the mist on the lake, per meter
    mist_height: float
    waves: float  # slope of the ripples
    rain: float  # rings of drops on the water
    ripples: Floats  # (RIPPLES, RIPPLES, 2) periodic slopes, deviation 1


class Valley(NamedTuple):
    """What the kernels of one frame share."""

    terrain: Terrain
    cover: Floats  # see `bake_cover`
    sky: Sky
    conditions: GroundConditions
    haze: Floats  # (HAZE_ROWS, HAZE_COLS, 3), see `paint_haze`


class Column(NamedTuple):
    """Working memory of `march`; all but the last four are for one column of pixels."""

    light: Doubles  # (rows, 3) of land
    seen: Doubles  # share of each pixel that is land or water
    land: Doubles  # share of each pixel that is land
    air: Doubles  # (HAZE_ROWS, 3)
    ground: Doubles  # height at each step
    steps: Doubles  # distances
    sizes: Doubles  # (steps, 2): for `_land`, see `_size_grit`
    filled: NDArray[np.uint8]  # (columns, rows): MIXED, or what fills a pixel
    ends: Doubles  # (columns): the distance of the farthest land and water seen


def working_memory(columns: int, rows: int, every: int = 1) -> Column:
    """Return what `march` needs, for rays that look at the land at every so many of STEPS."""
    filled = np.empty((columns, rows), np.uint8)
    air = np.empty((HAZE_ROWS, 3))
    light, seen, land = np.empty((rows, 3)), np.empty(rows), np.empty(rows)
    steps = np.ascontiguousarray(STEPS[::every])
    sizes = np.empty((len(steps), 2))
    ground = np.empty(len(steps))
    return Column(light, seen, land, air, ground, steps, sizes, filled, np.zeros(columns))


@kernel
def paint_sky(out: Floats, sky: Sky, view: LevelCamera, t: float) -> None:
    """Fill `out` (rows, columns, 4) with air and clouds, and the share of stars seen through."""
    for i in range(out.shape[0]):
        slope = (view.horizon - i - 0.5) / view.focal
        for j in range(out.shape[1]):
            side = (j + 0.5 - view.middle) / view.focal
            x = view.ahead_x + side * view.ahead_z
            z = view.ahead_z - side * view.ahead_x
            n = 1.0 / np.sqrt(x * x + z * z + slope * slope)
            r, g, b, a = skies.veiled_air(sky, x * n, slope * n, z * n, t)
            put(out, i, j, r, g, b)
            out[i, j, 3] = np.float32(a)


@kernel
def paint_haze(out: Floats, sky: Sky, view: LevelCamera, width: float) -> None:
    """Fill `out` (HAZE_ROWS, HAZE_COLS, 3) with the color of far air over the camera's view."""
    for i in range(HAZE_ROWS):
        slope = HAZE_SPAN * (1.0 - 2.0 * i / (HAZE_ROWS - 1.0))
        for j in range(HAZE_COLS):
            side = (j * width / (HAZE_COLS - 1.0) - view.middle) / view.focal
            x = view.ahead_x + side * view.ahead_z
            z = view.ahead_z - side * view.ahead_x
            n = 1.0 / np.sqrt(x * x + z * z + slope * slope)
            r, g, b = skies.haze(sky, x * n, slope * n, z * n)
            put(out, i, j, r, g, b)


@inline
def haze_at(grid: Floats, slope: float, across: float) -> tuple[float, float, float]:
    """Sample the haze grid at a view slope and a position 0..1 across the picture."""
    v = min(max((1.0 - slope / HAZE_SPAN) * 0.5, 0.0), 1.0) * (HAZE_ROWS - 1.001)
    return sample(grid, v, min(max(across, 0.0), 1.0) * (HAZE_COLS - 1.001))


@inline
def clearness(valley: Valley, y0: float, y1: float, far: float) -> float:
    """Return the transmittance of `far` meters of air between two heights."""
    conditions = valley.conditions
    depth = valley.sky.fog * far
    if conditions.mist > 0.0:
        a = fading(max(y0, 0.0) / conditions.mist_height)
        b = fading(max(y1, 0.0) / conditions.mist_height)
        # The mist thins exponentially with height: its mean along the ray has a closed form.
        rise = (y1 - y0) / conditions.mist_height
        mean = a if abs(rise) < 1e-3 else (a - b) / rise
        depth += conditions.mist * far * abs(mean)
    return fading(depth)


@inline
def ground_height(h: Floats, x: float, z: float) -> float:
    """Return the land's height at a place, meters; below 0 under the lake."""
    n = SIZE * FINE
    u = min(max((x - WEST) * (FINE / CELL) - 0.5, 0.0), n - 1.001)
    v = min(max((z - SOUTH) * (FINE / CELL) - 0.5, 0.0), n - 1.001)
    # Unsigned indices spare every look-up the test for a negative one.
    j, i = np.uint64(int(u)), np.uint64(int(v))
    right, below = j + np.uint64(1), i + np.uint64(1)
    u -= int(u)
    v -= int(v)
    top = float(h[i, j]) + (float(h[i, right]) - float(h[i, j])) * u
    low = float(h[below, j]) + (float(h[below, right]) - float(h[below, j])) * u
    return top + (low - top) * v


@inline("float64(float32[:,:,::1], int64, float64, float64)")
def trait(m: Floats, channel: int, x: float, z: float) -> float:
    u = min(max((x - WEST) / CELL - 0.5, 0.0), SIZE - 1.001)
    v = min(max((z - SOUTH) / CELL - 0.5, 0.0), SIZE - 1.001)
    j, i = int(u), int(v)
    u -= j
    v -= i
    top = float(m[i, j, channel]) * (1.0 - u) + float(m[i, j + 1, channel]) * u
    low = float(m[i + 1, j, channel]) * (1.0 - u) + float(m[i + 1, j + 1, channel]) * u
    return top * (1.0 - v) + low * v


@inline("float64(float32[:,:,::1], uint64, uint64, int64, float32, float32, float32, float32)")
def mixed(
    m: Floats,
    i: np.uint64,
    j: np.uint64,
    k: int,
    a: np.float32,
    b: np.float32,
    c: np.float32,
    d: np.float32,
) -> float:
    """Return channel `k` of `m` between four neighbors, by their weights."""
    # Unsigned indices spare every look-up the test for a negative one.
    below, right = i + np.uint64(1), j + np.uint64(1)
    return float(a * m[i, j, k] + b * m[i, right, k] + c * m[below, j, k] + d * m[below, right, k])


@inline("float32(float32[:,:,::1], uint64, uint64, int64, UniTuple(float32, 4))")
def _mixed(
    m: Floats,
    i: np.uint64,
    j: np.uint64,
    k: int,
    shares: tuple[np.float32, np.float32, np.float32, np.float32],
) -> np.float32:
    """Return channel `k` of `m` between four neighbors."""
    below, right = i + np.uint64(1), j + np.uint64(1)
    a, b, c, d = shares
    return a * m[i, j, k] + b * m[i, right, k] + c * m[below, j, k] + d * m[below, right, k]


@inline
def _grit(g: NDArray[np.int8], u: float, v: float) -> tuple[np.float32, np.float32, np.float32]:
    """Return rock detail of deviation 0.28, -0.45 to 0.55, and its slopes."""
    uf, vf = np.floor(u), np.floor(v)
    j, i = np.uint64(int(uf) & 255), np.uint64(int(vf) & 255)
    j1, i1 = np.uint64((int(uf) + 1) & 255), np.uint64((int(vf) + 1) & 255)
    a, b, c, d = weights(u - uf, v - vf)
    value = a * F(g[i, j, 0]) + b * F(g[i, j1, 0]) + c * F(g[i1, j, 0]) + d * F(g[i1, j1, 0])
    push = a * F(g[i, j, 1]) + b * F(g[i, j1, 1]) + c * F(g[i1, j, 1]) + d * F(g[i1, j1, 1])
    lift = a * F(g[i, j, 2]) + b * F(g[i, j1, 2]) + c * F(g[i1, j, 2]) + d * F(g[i1, j1, 2])
    return value * F(1.0 / GRIT), push * F(8.0 / 127.0), lift * F(8.0 / 127.0)


@inline
def _land(
    valley: Valley, x: float, y: float, z: float, texel: float, blend: float
) -> tuple[float, float, float]:
    """Return the light from a patch of land, without air.

    Grit is drawn with texels of 1, 8 and 64 times `texel` meters; `blend`, 0 to 1, hands over
    from the first to the last as the land recedes.
    """
    grit, cover, sky, tones = valley.terrain.grit, valley.cover, valley.sky, valley.sky.tones
    u = min(max((x - WEST) / CELL - 0.5, 0.0), SIZE - 1.001)
    v = min(max((z - SOUTH) / CELL - 0.5, 0.0), SIZE - 1.001)
    j, i = np.uint64(int(u)), np.uint64(int(v))
    shares = weights(u - int(u), v - int(v))
    # Flat ground shows the grit from above; walls show it from the side, so nothing stretches.
    # Without branches, which the processor would guess wrong.
    relief = cover[i, j, RELIEF]
    flat, turned = relief > F(1.5), relief < F(0.0)
    along_x = 0.3 if turned else 1.0
    along_z = 1.0 if turned else 0.3
    along_z = 0.0 if flat else along_z
    p, q = along_x * x + along_z * z, z if flat else 0.8 * y
    relief = abs(relief) - (F(2.0) if flat else F(0.0))
    scale = 1.0 / (8.0 * texel)
    value, push, lift = _grit(grit, p * scale, q * scale)
    v0, p0, l0 = _grit(grit, p * scale * 8.0, q * scale * 8.0)
    v2, p2, l2 = _grit(grit, p * scale * 0.125, q * scale * 0.125)
    far = F(blend)
    near = F(1.0) - far
    value += F(0.45) + F(0.7) * (near * v0 + far * v2)
    push += near * p0 + far * p2
    lift += near * l0 + far * l2
    tone = min(max(value, F(0.0)), F(1.2))
    white = _mixed(cover, i, j, WHITE, shares)
    white = min(max(white * F(2.3) - F(0.66) + F(0.55) * tone, F(0.0)), F(1.0))
    white *= min(max(F(y), F(0.0)), F(1.0))
    dark = (F(0.40) + tone) * (F(1.0) - white)
    r = _mixed(cover, i, j, RED, shares) * dark + F(0.78) * white
    g = _mixed(cover, i, j, GREEN, shares) * dark + F(0.82) * white
    b = _mixed(cover, i, j, BLUE, shares) * dark + F(0.88) * white
    # The grit's slopes catch the sun: pushed sideways on flats, upwards on walls.
    relief *= F(1.0) - F(0.75) * white
    raised = lift * F(0.8 * sky.sun_y + 0.5 * sky.flat_z) - push * F(sky.flat_x)
    direct = _mixed(cover, i, j, DIRECT, shares) * min(
        max(F(1.0) + relief * raised, F(0.15)), F(2.2)
    )
    hollow = F(0.60) + F(0.50) * tone + F(0.2) * white
    dome, warm = (
        _mixed(cover, i, j, DOME, shares) * hollow,
        _mixed(cover, i, j, WARM, shares) * hollow,
    )
    low = tones[skies.HORIZON]
    lr = F(sky.light_r) * direct + F(sky.ambient_r) * dome + F(low[0]) * warm
    lg = F(sky.light_g) * direct + F(sky.ambient_g) * dome + F(low[1]) * warm
    lb = F(sky.light_b) * direct + F(sky.ambient_b) * dome + F(low[2]) * warm
    return float(r * lr), float(g * lg), float(b * lb)


@inline
def _size_grit(sizes: Doubles, steps: Doubles, focal: float, more: float) -> None:
    """Fill in the texel and the blend that `_land` takes at each step.

    A mirror on water shows no fine grit: it takes `more` of a size.
    """
    for n in range(steps.size):
        size = float(log2(F(max(steps[n] / focal, 0.04) / 0.04))) / 3.0 + more
        size = max(size, 0.0)
        sizes[n, 0] = 0.04 * float(1 << (3 * int(size)))
        sizes[n, 1] = size - np.floor(size)


@inline
def _survey(
    column: Column, heights: Floats, x: float, z: float, dx: float, dz: float, n: int, many: int
) -> int:
    """Look up the ground at `many` steps from the `n`-th on; return the first one left out."""
    ground, steps = column.ground, column.steps
    last = min(n + many, steps.size)
    for k in range(n, last):
        ground[k] = ground_height(heights, x + dx * steps[k], z + dz * steps[k])
    return last


@inline
def _gather(acc: Doubles, i: int, r: float, g: float, b: float, share: float) -> None:
    acc[i, 0] += share * r
    acc[i, 1] += share * g
    acc[i, 2] += share * b


@inline
def _clear(column: Column, depth: Floats, filled: NDArray[np.uint8], j: int, first: int) -> None:
    """Forget what was drawn in a column, from a row on down."""
    column.light[first:] = 0.0
    column.seen[first:] = 0.0
    column.land[first:] = 0.0
    depth[j, first:] = np.float32(1e9)
    filled[j, first:] = MIXED


@inline
def _agreed(out: Floats, depth: Floats, column: Column, j: int) -> None:
    """Give a column the mean of its neighbors where both are filled by the same at one distance.

    `column.filled` is MIXED in all other rows.
    """
    seen, filled = column.seen, column.filled
    for i in range(out.shape[1]):
        kind = filled[j - 1, i]
        near, far = depth[j - 1, i], depth[j + 1, i]
        alike = kind == filled[j + 1, i] and abs(near - far) < np.float32(0.03) * near
        filled[j, i] = kind if alike else MIXED
        if kind == MIXED or not alike:
            continue
        seen[i] = 0.0 if kind == ALL_SKY else 1.0
        depth[j, i] = np.float32(0.5) * (near + far)
        if kind == ALL_LAND:
            for k in range(3):
                out[j, i, k] = np.float32(0.5) * (out[j - 1, i, k] + out[j + 1, i, k])


@kernel
def march(
    out: Floats,
    depth: Floats,
    valley: Valley,
    view: LevelCamera,
    backdrop: Floats,
    coarse: LevelCamera,
    mirrored: bool,
    t: float,
    column: Column,
) -> None:
    """Draw land over sky and lake, which `out` holds, and fill the depth of land and lake.

    `out` and `depth` are (columns, rows): a column of pixels lies together in memory. `backdrop`
    is paint_sky's buffer for `coarse`. With `mirrored` the camera stands as far below the water as
    it did above, and there is no lake: what remains is what the lake shows.
    """
    W, H = out.shape[0], out.shape[1]
    heights, highest_land, sky = valley.terrain.heights, valley.terrain.top, valley.sky
    c = -view.y if mirrored else view.y
    lowest = (view.horizon - H) / view.focal
    highest = view.horizon / view.focal
    acc, cov, land, air, steps = column.light, column.seen, column.land, column.air, column.steps
    filled, ends, sizes, ground = column.filled, column.ends, column.sizes, column.ground
    _size_grit(sizes, steps, view.focal, 0.34 if mirrored else 0.0)
    last_step = steps.size - 1
    ratio = coarse.focal / view.focal
    per_pixel = 1.0 / view.focal
    # Large pictures look at the land in every other column first; a column between two that saw
    # the same slope takes their mean, and looks only at the rows where they differ.
    pairs = 2 if W >= 700 else 1
    half = (W + 1) // 2
    for turn in range(W):
        j = turn
        if pairs == 2:
            j = 2 * turn if turn < half else 2 * (turn - half) + 1
        between = pairs == 2 and turn >= half and j + 1 < W
        side = (j + 0.5 - view.middle) / view.focal
        dx = view.ahead_x + side * view.ahead_z
        dz = view.ahead_z - side * view.ahead_x
        stretch = np.sqrt(1.0 + side * side)
        _clear(column, depth, filled, j, 0)
        guided = between and not mirrored
        many = 3 if guided else SURVEYED
        if guided:
            _agreed(out, depth, column, j)
        for i in range(HAZE_ROWS):
            slope = HAZE_SPAN * (1.0 - 2.0 * i / (HAZE_ROWS - 1.0))
            air[i, 0], air[i, 1], air[i, 2] = haze_at(valley.haze, slope, (j + 0.5) / W)
        ready = 0
        start = NEAR
        ceiling = highest
        for _ in range(3):
            seen = -1
            seen_z = pr = pg = pb = 0.0
            n0 = 0
            while steps[n0] < start:
                n0 += 1
            z0 = steps[n0]
            gap = -1.0
            ashore = False
            front = max(lowest, 0.0) if mirrored else lowest
            if n0 >= ready:
                ready = _survey(column, heights, view.x, view.z, dx, dz, n0, many)
            g0 = ground[n0]
            while n0 < last_step and front < ceiling and highest_land - c > front * z0:
                if guided:
                    if z0 > 1.05 * max(ends[j - 1], ends[j + 1]):
                        break
                    row = min(max(int(np.floor(view.horizon - view.focal * front)), 0), H - 1)
                    if filled[j, row] != MIXED:
                        # On to the next row where the neighbors differ, from where they were.
                        while row >= 0 and filled[j, row] != MIXED:
                            row -= 1
                        if row < 0 or filled[j, row + 1] == ALL_SKY:
                            break
                        front = (view.horizon - row - 1.0) / view.focal
                        reach = 0.97 * min(depth[j - 1, row + 1], depth[j + 1, row + 1])
                        while n0 + 1 < last_step and steps[n0 + 1] <= reach:
                            n0 += 1
                        if n0 >= ready:
                            ready = _survey(column, heights, view.x, view.z, dx, dz, n0, many)
                        z0, g0 = steps[n0], ground[n0]
                # Hidden land and open water are crossed in one go.
                afloat = g0 < 0.0
                n1 = n0
                while n1 < last_step:
                    n1 += 1
                    if n1 >= ready:
                        ready = _survey(column, heights, view.x, view.z, dx, dz, n1, many)
                    g1 = ground[n1]
                    over = front * steps[n1] + c  # what is lower is hidden
                    if (g1 < 0.0) != afloat or (not afloat and not g1 <= over < highest_land):
                        break
                if n1 > n0 + 1:
                    if not afloat:
                        n0 = n1 - 1
                        z0, g0 = steps[n0], ground[n0]
                    elif ground[n1] >= 0.0:
                        n1 -= 1
                z1, g1 = steps[n1], ground[n1]
                step = z1 - z0
                # A step across the shore is cut in two where land meets water.
                pieces = 2 if (g0 < 0.0) != (g1 < 0.0) else 1
                cut = g0 / (g0 - g1) if pieces == 2 else 1.0
                for piece in range(pieces):
                    s0 = 0.0 if piece == 0 else cut
                    s1 = cut if piece == 0 and pieces == 2 else 1.0
                    za, zb = z0 + s0 * step, z0 + s1 * step
                    ha, hb = max(g0 + s0 * (g1 - g0), 0.0), max(g0 + s1 * (g1 - g0), 0.0)
                    wet = g0 + 0.5 * (s0 + s1) * (g1 - g0) < 0.0
                    if mirrored and wet and ashore and gap < 0.0:
                        gap = za
                    ashore = not wet
                    rise = (hb - c) / zb
                    if rise <= front:
                        continue
                    if mirrored and wet:
                        continue
                    bottom = view.horizon - view.focal * front
                    top = view.horizon - view.focal * min(rise, ceiling)
                    first = min(int(np.floor(bottom)), H - 1)
                    last = max(int(np.floor(top)), 0)
                    for i in range(first, last - 1, -1):
                        share = min(bottom, i + 1.0) - max(top, float(i))
                        if share <= 1e-6 or filled[j, i] != MIXED:
                            continue
                        middle = 0.5 * (min(bottom, i + 1.0) + max(top, float(i)))
                        slope = (view.horizon - middle) * per_pixel
                        cov[i] += share
                        if wet:
                            zz = min(max(view.y / max(-slope, 1e-6), za), zb)
                        else:
                            lean = (hb - ha) - slope * (zb - za)
                            s = (c + slope * za - ha) / lean if abs(lean) > 1e-9 else 1.0
                            s = min(max(s, 0.0), 1.0)
                            zz = za + s * (zb - za)
                            y = ha + s * (hb - ha)
                            # Slivers of one pixel share one look at the land.
                            if i != seen or zz > 1.06 * seen_z:
                                seen = i
                                seen_z = zz
                                near = 0.03 * zz
                                alike = between and abs(depth[j - 1, i] - zz) < near
                                if alike and abs(depth[j + 1, i] - zz) < near:
                                    pr = 0.5 * float(out[j - 1, i, 0] + out[j + 1, i, 0])
                                    pg = 0.5 * float(out[j - 1, i, 1] + out[j + 1, i, 1])
                                    pb = 0.5 * float(out[j - 1, i, 2] + out[j + 1, i, 2])
                                else:
                                    x, z = view.x + dx * zz, view.z + dz * zz
                                    r, g, b = _land(valley, x, y, z, sizes[n0, 0], sizes[n0, 1])
                                    far = zz * np.sqrt(stretch * stretch + slope * slope)
                                    keep = clearness(valley, view.y, y, far)
                                    v = (1.0 - slope / HAZE_SPAN) * 0.5 * (HAZE_ROWS - 1)
                                    v = min(max(v, 0.0), HAZE_ROWS - 1.001)
                                    p = int(v)
                                    v -= p
                                    hr = air[p, 0] + (air[p + 1, 0] - air[p, 0]) * v
                                    hg = air[p, 1] + (air[p + 1, 1] - air[p, 1]) * v
                                    hb2 = air[p, 2] + (air[p + 1, 2] - air[p, 2]) * v
                                    pr, pg, pb = mix(hr, hg, hb2, r, g, b, keep)
                            _gather(acc, i, pr, pg, pb, share)
                            land[i] += share
                        ends[j] = zz
                        if depth[j, i] > 1e8 and cov[i] > 0.4:
                            depth[j, i] = np.float32(zz)
                    front = rise
                z0 = z1
                n0 = n1
                g0 = g1
            if gap < 0.0:
                break
            # Water lies beyond this shore too, and mirrors only what is farther than itself.
            edge = max(int(np.ceil(view.horizon - view.focal * view.y / gap)), 0)
            if edge >= int(view.horizon):
                break
            _clear(column, depth, filled, j, edge)
            start = gap
            ceiling = (view.horizon - edge) / view.focal
        for i in range(H):
            if land[i] > 0.0:
                for k in range(3):
                    out[j, i, k] = np.float32(acc[i, k] + (1.0 - land[i]) * out[j, i, k])
        if mirrored:
            continue
        if not between:
            for i in range(H):
                if land[i] > 0.999:
                    filled[j, i] = ALL_LAND
                elif land[i] < 0.001 and cov[i] > 0.999:
                    filled[j, i] = ALL_WATER
                elif cov[i] < 0.001:
                    filled[j, i] = ALL_SKY
        # Does any row look near to the sun?
        sunny = dx * sky.sun_x + highest * sky.sun_y + dz * sky.sun_z > 0.99 * stretch
        for i in range(min(int(view.horizon) + 10, H) if sunny or sky.stars > 0.0 else 0):
            rest = 1.0 - cov[i]
            slope = (view.horizon - i - 0.5) * per_pixel
            lamp = dx * sky.sun_x + slope * sky.sun_y + dz * sky.sun_z > 0.99 * stretch
            if rest > 1e-4 and slope > -0.01 and (lamp or sky.stars > 0.0):
                row = coarse.horizon - (view.horizon - i - 0.5) * ratio - 0.5
                col = coarse.middle + (j + 0.5 - view.middle) * ratio - 0.5
                row = min(max(row, 0.0), backdrop.shape[0] - 1.001)
                col = min(max(col, 0.0), backdrop.shape[1] - 1.001)
                above, left = np.uint64(int(row)), np.uint64(int(col))
                wa, wb, wc, wd = weights(col - np.floor(col), row - np.floor(row))
                through = float(_mixed(backdrop, above, left, 3, (wa, wb, wc, wd)))
                n = 1.0 / np.sqrt(dx * dx + dz * dz + slope * slope)
                r, g, b = skies.lamps(sky, dx * n, slope * n, dz * n, t)
                out[j, i, 0] += np.float32(rest * through * r)
                out[j, i, 1] += np.float32(rest * through * g)
                out[j, i, 2] += np.float32(rest * through * b)
