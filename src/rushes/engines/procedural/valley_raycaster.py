"""The ray caster of the valley: each pixel column walks over the height map, near to far."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural import sky as skies
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.land_shader import (
    FAR_OFF,
    HAZE_COLS,
    HAZE_ROWS,
    HAZE_SPAN,
    HEIGHT,
    ROW,
    SHARE,
    SLOPE,
    STEP,
    Spots,
    gather,
    ground_height,
    haze_at,
    mixed,
    shade,
    size_grit,
)
from rushes.engines.procedural.pixels import put, weights
from rushes.engines.procedural.terrain import BLOCK, CELL, FINE, SOUTH, WEST

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats, Integers
    from rushes.engines.procedural.land_shader import LevelCamera, Valley
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
SURVEYED = 16  # steps whose ground is looked up in a row, as vector code
MIXED, ALL_SKY, ALL_LAND, ALL_WATER = 0, 1, 2, 3  # what fills a pixel


class Column(NamedTuple):
    """Working memory of `march`; all but the last five are for one column of pixels."""

    light: Doubles  # (rows, 3) of land
    seen: Doubles  # share of each pixel that is land or water
    land: Doubles  # share of each pixel that is land
    air: Doubles  # (HAZE_ROWS, 3)
    ground: Doubles  # height at each step
    spots: Spots  # land to shade
    steps: Doubles  # distances
    sizes: Doubles  # (steps, 2): see `size_grit`
    filled: NDArray[np.uint8]  # (columns, rows): MIXED, or what fills a pixel
    ends: Doubles  # (columns): the distance of the farthest land and water seen
    tops: Integers  # (columns): the highest row with land or water; those above are sky


def working_memory(columns: int, rows: int, every: int = 1) -> Column:
    """Return what `march` needs, for rays that look at the land at every so many of STEPS."""
    filled = np.empty((columns, rows), np.uint8)
    air = np.empty((HAZE_ROWS, 3))
    light, seen, land = np.empty((rows, 3)), np.empty(rows), np.empty(rows)
    steps = np.ascontiguousarray(STEPS[::every])
    sizes = np.empty((len(steps), 2))
    ground = np.empty(len(steps))
    most = rows + 2 * len(steps)
    spots = Spots(np.empty((most, 6)), np.empty((most, 8), np.float32))
    ends, tops = np.zeros(columns), np.zeros(columns, np.int64)
    return Column(light, seen, land, air, ground, spots, steps, sizes, filled, ends, tops)


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
def _pass_by(
    column: Column,
    bounds: Floats,
    view: LevelCamera,
    ray: tuple[float, float, float],
    n: int,
    front: float,
    afloat: bool,
    mirrored: bool,
) -> int:
    """Return the first step from the `n`-th on that may have land in sight, or be the last.

    With `afloat` that is the first that may be ashore; when `mirrored`, also one on water.
    """
    steps = column.steps
    dx, dz, reach = ray
    c = -view.y if mirrored else view.y
    last = steps.size - 1
    per_block = FINE / (CELL * BLOCK)
    while n < last:
        z = steps[n]
        end = z + reach
        u = min(max((view.x + dx * z - WEST) * per_block, 0.0), bounds.shape[1] - 1.0)
        v = min(max((view.z + dz * z - SOUTH) * per_block, 0.0), bounds.shape[0] - 1.0)
        j, i = np.uint64(int(u)), np.uint64(int(v))
        top, low = float(bounds[i, j, 0]), float(bounds[i, j, 1])
        over = min(front * z, front * end) + c
        passed = top < 0.0 if afloat else max(top, 0.0) <= over and not (mirrored and low < 0.0)
        if not passed:
            break
        n += 1
        while n < last and steps[n] <= end:
            n += 1
    return n


@inline
def _clear(column: Column, depth: Floats, j: int, first: int) -> None:
    """Forget what was drawn in a column, from a row on down."""
    column.light[first:] = 0.0
    column.seen[first:] = 0.0
    column.land[first:] = 0.0
    depth[j, first:] = np.float32(1e9)
    column.filled[j, first:] = MIXED


@inline
def _agreed(out: Floats, depth: Floats, column: Column, j: int) -> int:
    """Give a column the mean of its neighbors where both are filled by the same at one distance.

    `column.filled` is MIXED in all other rows. Return the first row that may not be sky.
    """
    seen, filled = column.seen, column.filled
    top = min(column.tops[j - 1], column.tops[j + 1])
    filled[j, :top] = ALL_SKY
    for i in range(top, out.shape[1]):
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
    return int(top)


@inline
def _lamp_rows(
    sky: Sky, view: LevelCamera, dx: float, dz: float, stretch: float
) -> tuple[int, int]:
    """Return which rows of a column may show stars, or sun or moon: from one to before another."""
    lowest = int(view.horizon) + 10
    if sky.stars > 0.0:
        return 0, lowest
    facing = (dx * sky.sun_x + dz * sky.sun_z) / stretch
    if facing < 0.0 or facing * facing + sky.sun_y * sky.sun_y < 0.995:
        return 0, 0
    # The disc reaches less than 0.07 from its middle, see `lamps`.
    high, low = min(sky.sun_y + 0.07, 0.95), max(sky.sun_y - 0.07, -0.95)
    high *= view.focal * stretch / np.sqrt(1.0 - high * high)
    low *= view.focal * stretch / np.sqrt(1.0 - low * low)
    return int(np.floor(view.horizon - high)), min(int(view.horizon - low) + 1, lowest)


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
    bounds = valley.terrain.bounds
    c = -view.y if mirrored else view.y
    lowest = (view.horizon - H) / view.focal
    highest = view.horizon / view.focal
    acc, cov, land, air, steps = column.light, column.seen, column.land, column.air, column.steps
    filled, ends, sizes, ground = column.filled, column.ends, column.sizes, column.ground
    spots = column.spots.found
    size_grit(sizes, steps, view.focal, 0.34 if mirrored else 0.0)
    last_step = steps.size - 1
    ratio = coarse.focal / view.focal
    per_pixel = 1.0 / view.focal
    # Large pictures look at the land in every other column first; a column between two that saw
    # the same slope takes their mean, and looks only at the rows where they differ.
    pairs = 2 if W >= 700 else 1
    half = (W + 1) // 2
    top_row = 0  # the highest one that was drawn to
    for turn in range(W):
        j = turn
        if pairs == 2:
            j = 2 * turn if turn < half else 2 * (turn - half) + 1
        between = pairs == 2 and turn >= half and j + 1 < W
        side = (j + 0.5 - view.middle) / view.focal
        dx = view.ahead_x + side * view.ahead_z
        dz = view.ahead_z - side * view.ahead_x
        stretch = np.sqrt(1.0 + side * side)
        ray = (dx, dz, (BLOCK - 1.0) * CELL / (FINE * stretch))
        _clear(column, depth, j, top_row)
        depth[j, :top_row] = np.float32(1e9)
        filled[j, :top_row] = MIXED
        top_row = H
        guided = between and not mirrored
        many = 8 if guided else SURVEYED
        if guided:
            top_row = _agreed(out, depth, column, j)
        for i in range(HAZE_ROWS):
            slope = HAZE_SPAN * (1.0 - 2.0 * i / (HAZE_ROWS - 1.0))
            air[i, 0], air[i, 1], air[i, 2] = haze_at(valley.haze, slope, (j + 0.5) / W)
        start = NEAR
        ceiling = highest
        for _ in range(3):
            ready = 0
            seen = -1
            found = 0
            mean = False
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
                        n1 = _pass_by(column, bounds, view, ray, n1, front, afloat, mirrored)
                        ready = _survey(column, heights, view.x, view.z, dx, dz, n1 - 1, many)
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
                    top_row = min(top_row, last)
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
                                    gather(acc, i, pr, pg, pb, share)
                                    mean = True
                                else:
                                    mean = False
                                    spots[found, ROW] = i
                                    spots[found, SHARE] = share
                                    spots[found, FAR_OFF] = zz
                                    spots[found, HEIGHT] = y
                                    spots[found, SLOPE] = slope
                                    spots[found, STEP] = n0
                                    found += 1
                            elif mean:
                                gather(acc, i, pr, pg, pb, share)
                            else:
                                spots[found - 1, SHARE] += share
                            land[i] += share
                        ends[j] = zz
                        if depth[j, i] > 1e8 and cov[i] > 0.4:
                            depth[j, i] = np.float32(zz)
                    front = rise
                z0 = z1
                n0 = n1
                g0 = g1
            shade(valley, view, column.spots, (acc, air, sizes), dx, dz, found)
            if gap < 0.0:
                break
            # Water lies beyond this shore too, and mirrors only what is farther than itself.
            edge = max(int(np.ceil(view.horizon - view.focal * view.y / gap)), 0)
            if edge >= int(view.horizon):
                break
            _clear(column, depth, j, edge)
            start = gap
            ceiling = (view.horizon - edge) / view.focal
        for i in range(top_row, H):
            if land[i] > 0.0:
                for k in range(3):
                    out[j, i, k] = np.float32(acc[i, k] + (1.0 - land[i]) * out[j, i, k])
        if mirrored:
            continue
        if not between:
            column.tops[j] = top_row
            filled[j, :top_row] = ALL_SKY
            for i in range(top_row, H):
                if land[i] > 0.999:
                    filled[j, i] = ALL_LAND
                elif land[i] < 0.001 and cov[i] > 0.999:
                    filled[j, i] = ALL_WATER
                elif cov[i] < 0.001:
                    filled[j, i] = ALL_SKY
        lit_from, lit_to = _lamp_rows(sky, view, dx, dz, stretch)
        for i in range(max(lit_from, 0), min(lit_to, H)):
            rest = 1.0 - cov[i]
            slope = (view.horizon - i - 0.5) * per_pixel
            if rest > 1e-4 and slope > -0.01:
                row = coarse.horizon - (view.horizon - i - 0.5) * ratio - 0.5
                col = coarse.middle + (j + 0.5 - view.middle) * ratio - 0.5
                row = min(max(row, 0.0), backdrop.shape[0] - 1.001)
                col = min(max(col, 0.0), backdrop.shape[1] - 1.001)
                above, left = np.uint64(int(row)), np.uint64(int(col))
                wa, wb, wc, wd = weights(col - np.floor(col), row - np.floor(row))
                through = float(mixed(backdrop, above, left, 3, (wa, wb, wc, wd)))
                n = 1.0 / np.sqrt(dx * dx + dz * dz + slope * slope)
                r, g, b = skies.lamps(sky, dx * n, slope * n, dz * n, t)
                out[j, i, 0] += np.float32(rest * through * r)
                out[j, i, 1] += np.float32(rest * through * g)
                out[j, i, 2] += np.float32(rest * through * b)
