"""The ray caster of the city: each pixel column walks over the height map once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import CELL, CELLS, WALL, City
from rushes.engines.procedural.facade import AT_WALL, AWAY, NUMBER, RUN
from rushes.engines.procedural.fast_math import F, fading
from rushes.engines.procedural.filters import step_up
from rushes.engines.procedural.kernel import inline, kernel, routine
from rushes.engines.procedural.pixels import put
from rushes.engines.procedural.road_shader import PLACES, collect, road_scratch, shade_road
from rushes.engines.procedural.roadway import roof
from rushes.engines.procedural.sky import Sky, haze, radiance
from rushes.engines.procedural.wall_shader import (
    OPEN,
    Runs,
    add_pixel,
    look_at_wall,
    runs_of,
    shade_wall,
)

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.kernel import Doubles, Floats, Integers


FAR = 1350.0  # meters; the plan repeats after PERIOD, fog hides the end
SPANS = 160  # most surfaces in one column of pixels
BLOCK = 64  # columns of pixels worked on together
ELEVATIONS = 10  # rows of the table of haze colors
UNKNOWN = -2.0  # neither yes nor no
NEVER = -1.0  # the row where the sky ends
MIXED = 1e9  # the row where one surface ends that there is not
# The difference of two pixels that nobody sees: a share of their sum, and light.
ALIKE, FAINT = F(0.075), F(0.005)


@inline
def list_surfaces(
    city: City,
    cam: StreetCamera,
    side: float,
    bottom: float,
    far: float,
    lane: int,
    real_scratch: Doubles,
    whole_scratch: Integers,
) -> int:
    """List the surfaces that one pixel column sees, from the bottom up; return their number.

    They are written to `lane` of the scratch arrays: surface `i` fills rows `edge[i]` to
    `edge[i - 1]` (to `bottom` for the first). Its `kind` is 0 a level at height `tall`, 1 a wall
    facing x, 2 a wall facing z, standing at `line`.
    """
    height, ident, eye, focal, horizon = city.height, city.ident, cam.eye_y, cam.focal, cam.horizon
    edge, line, tall = real_scratch[0, lane], real_scratch[1, lane], real_scratch[2, lane]
    kind, who = whole_scratch[0, lane], whole_scratch[1, lane]
    ox, oz = cam.eye_x, cam.eye_z
    dx, dz = cam.ahead_x + cam.right_x * side, cam.ahead_z + cam.right_z * side
    # Amanatides and Woo's grid walk: always step across the nearer of the next two cell borders.
    mask = CELLS - 1
    cx, cz = int(np.floor(ox / CELL)), int(np.floor(oz / CELL))
    sx = 1 if dx > 0.0 else -1
    sz = 1 if dz > 0.0 else -1
    step_x, step_z = CELL / max(abs(dx), 1e-9), CELL / max(abs(dz), 1e-9)
    next_x = ((cx + (1 if sx > 0 else 0)) * CELL - ox) / (dx if abs(dx) > 1e-9 else 1e-9 * sx)
    next_z = ((cz + (1 if sz > 0 else 0)) * CELL - oz) / (dz if abs(dz) > 1e-9 else 1e-9 * sz)
    level = float(height[cz & mask, cx & mask])
    owner = int(ident[cz & mask, cx & mask])
    limit = bottom
    n = 0
    while n < SPANS - 2 and limit > 0.0:
        by_x = next_x < next_z
        t = max(next_x if by_x else next_z, 0.02)
        if by_x:
            plane = (cx + (1 if sx > 0 else 0)) * CELL
            cx += sx
            next_x += step_x
        else:
            plane = (cz + (1 if sz > 0 else 0)) * CELL
            cz += sz
            next_z += step_z
        after = float(height[cz & mask, cx & mask])
        if after == level and int(ident[cz & mask, cx & mask]) == owner and t <= far:
            continue
        if level < eye:
            row = horizon + (eye - level) * focal / t
            if row < limit:
                edge[n] = row
                kind[n] = 0
                tall[n] = level
                who[n] = owner
                line[n] = 0.0
                n += 1
                limit = row
        if t > far:
            break
        owner = int(ident[cz & mask, cx & mask])
        if after > level:
            row = horizon + (eye - after) * focal / t
            if row < limit:
                edge[n] = row
                kind[n] = 1 if by_x else 2
                tall[n] = after
                who[n] = owner
                line[n] = plane
                n += 1
                limit = row
        level = after
    return n


@routine
def shade_roof(
    city: City,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    who: int,
    tall: float,
    col: float,
    row: float,
    width: float,
) -> tuple[float, float, float, float]:
    """Return the light of a roof at a point of the picture, and its depth."""
    side = (col - 0.5 * width) / cam.focal
    rise = (cam.horizon - row) / cam.focal
    dx, dz = cam.ahead_x + cam.right_x * side, cam.ahead_z + cam.right_z * side
    norm = np.sqrt(1.0 + side * side + rise * rise)
    pixel = 1.0 / cam.focal
    t = max(min((tall - cam.eye_y) / min(rise, -0.02 * pixel), 4.0 * FAR), 0.05)
    deep = t * pixel / max(-rise, 1e-4)
    wide = t * pixel
    flat = np.sqrt(dx * dx + dz * dz)
    hx, hz = dx / flat, dz / flat
    fx, fz = 0.5 * (wide * abs(hz) + deep * abs(hx)), 0.5 * (wide * abs(hx) + deep * abs(hz))
    paint = city.building[who, WALL : WALL + 3]
    x, z = cam.eye_x + dx * t, cam.eye_z + dz * t
    r, g, b = roof(city.baked, env, x, z, tall, max(fx, fz), who, paint)
    seen = fading(env.fog * t * norm)  # Beer-Lambert, as `t` counts meters along the view axis
    seen *= 1.0 - step_up(0.62 * FAR, FAR, t)
    j = min(max(int(col * (air.shape[1] / width)), 0), air.shape[1] - 1)
    low_mist = 0.0
    if env.lamps > 0.0:
        low_mist = env.lamps * 0.12 * fading(max(cam.eye_y + rise * t, 0.0) * 0.05)
    # Roofs are seen from above: the air is that of the horizon.
    ar = air[0, j, 0] + env.glow_r * low_mist
    ag = air[0, j, 1] + env.glow_g * low_mist
    ab = air[0, j, 2] + env.glow_b * low_mist
    lost = 1.0 - seen
    return r * seen + ar * lost, g * seen + ag * lost, b * seen + ab * lost, t


@inline
def sky_light(
    sky: Sky, env: CityConditions, cam: StreetCamera, col: float, row: float, width: float
) -> tuple[float, float, float]:
    """Return the light of the sky above the roofs, including the city's glow."""
    side = (col - 0.5 * width) / cam.focal
    rise = max((cam.horizon - row) / cam.focal, 0.002)
    norm = 1.0 / np.sqrt(1.0 + side * side + rise * rise)
    y = rise * norm
    x, z = (cam.ahead_x + cam.right_x * side) * norm, (cam.ahead_z + cam.right_z * side) * norm
    r, g, b = radiance(sky, x, y, z, env.time, width > 0.0)
    glow = np.exp(-4.0 * y)
    return r + env.glow_r * glow, g + env.glow_g * glow, b + env.glow_b * glow


@inline
def _alike(light: Floats, i: int, j: int, k: int, m: int, alike: np.float32) -> bool:
    """Return whether nobody would see the difference between two pixels."""
    a, b = light[i, j, 0], light[k, m, 0]
    red = abs(a - b) <= alike * (a + b) + FAINT
    a, b = light[i, j, 1], light[k, m, 1]
    green = abs(a - b) <= alike * (a + b) + FAINT
    a, b = light[i, j, 2], light[k, m, 2]
    # Without branches, which the processor would guess wrong.
    return bool(red & green & (abs(a - b) <= alike * (a + b) + FAINT))


@inline
def _between(light: Floats, depth: Floats, i: int, j: int, alike: np.float32) -> bool:
    """Give a pixel the mean of its neighbors if they look alike; return whether they do.

    Two opposite neighbors are enough, as along the edge of a window, if the other two differ. Two
    pairs that do not match each other may be a thin line: it has to be drawn.
    """
    up, down, left, right = depth[i - 1, j], depth[i + 1, j], depth[i, j - 1], depth[i, j + 1]
    far = max(up, down, left, right)
    if far - min(up, down, left, right) > 0.2 * far:
        return False
    upright = _alike(light, i - 1, j, i + 1, j, alike)
    level = _alike(light, i, j - 1, i, j + 1, alike)
    if not (upright or level):
        return False
    if upright and level and not _alike(light, i - 1, j, i, j - 1, alike):
        return False
    down_share = F(0.25) if upright and level else F(0.5) if upright else F(0.0)
    side_share = F(0.5) - down_share
    for c in range(3):
        light[i, j, c] = down_share * (light[i - 1, j, c] + light[i + 1, j, c]) + side_share * (
            light[i, j - 1, c] + light[i, j + 1, c]
        )
    depth[i, j] = np.float32(0.5 * (left + right))
    return True


@inline
def _same(real_scratch: Doubles, whole_scratch: Integers, a: int, k: int, b: int, m: int) -> bool:
    """Return whether surface `k` of lane `a` is surface `m` of lane `b`."""
    lines, talls = real_scratch[1], real_scratch[2]
    kinds, owners, count = whole_scratch[0], whole_scratch[1], whole_scratch[2, 0]
    if k >= count[a] or m >= count[b]:
        return bool(k >= count[a] and m >= count[b])
    same = kinds[a, k] == kinds[b, m] and owners[a, k] == owners[b, m]
    return bool(same and talls[a, k] == talls[b, m] and lines[a, k] == lines[b, m])


@inline
def _run_of(
    real_scratch: Doubles,
    whole_scratch: Integers,
    first: int,
    samples: int,
    lane: int,
    k: int,
    i: int,
    together: bool,
) -> tuple[int, int]:
    """Return the run that surface `k` of a lane belongs to in row `i`, and the run's mark.

    The lanes of a pixel, from `first` on, share the run in its middle if they are `together` at the
    same surface, and it ends above the pixel or at almost the same height.
    """
    edges, at = real_scratch[0], whole_scratch[2, 1]
    if together:
        last, beyond = first + samples - 1, k - at[lane]
        m, n = at[first] + beyond, at[last] + beyond
        if _same(real_scratch, whole_scratch, first, m, last, n):
            high, low = max(edges[first, m], edges[last, n]), min(edges[first, m], edges[last, n])
            if high <= i or high - low < 0.3:
                return OPEN * first + (m & 1), OPEN * m + 1
    return OPEN * lane + (k & 1), OPEN * k


@kernel
def sky_dome(sky: Sky, env: CityConditions, out: Floats) -> None:
    """Fill a panorama of the sky for glass to mirror: rows of y 0 to 1, columns of azimuth."""
    rows, columns = out.shape[0], out.shape[1]
    for i in range(rows):
        y = max(i / (rows - 1.0), 0.01)
        flat = np.sqrt(max(1.0 - y * y, 0.0))
        glow = 0.6 * np.exp(-4.0 * y)
        for j in range(columns):
            azimuth = (j / columns - 0.5) * 2.0 * np.pi
            x = np.sin(azimuth) * flat
            r, g, b = radiance(sky, x, y, np.cos(azimuth) * flat, env.time, flat > 2.0)
            put(out, i, j, r + env.glow_r * glow, g + env.glow_g * glow, b + env.glow_b * glow)


@kernel
def haze_table(sky: Sky, env: CityConditions, cam: StreetCamera, width: int, out: Doubles) -> None:
    """Fill (ELEVATIONS, columns, 3) with the color of far air, elevations 0 to sine 0.5."""
    columns = out.shape[1]
    for j in range(columns):
        side = ((j + 0.5) * width / columns - 0.5 * width) / cam.focal
        norm = 1.0 / np.sqrt(1.0 + side * side)
        x = (cam.ahead_x + cam.right_x * side) * norm
        z = (cam.ahead_z + cam.right_z * side) * norm
        for e in range(out.shape[0]):
            y = 0.5 * e / (out.shape[0] - 1)
            flat = np.sqrt(1.0 - y * y)
            r, g, b = haze(sky, x * flat, y, z * flat)
            glow = np.exp(-4.0 * y)
            out[e, j, 0] = r + env.glow_r * glow
            out[e, j, 1] = g + env.glow_g * glow
            out[e, j, 2] = b + env.glow_b * glow


@inline
def _finish(
    city: City,
    dome: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    real_scratch: Doubles,
    whole_scratch: Integers,
    runs: Runs,
    run: int,
    j: int,
    rough: bool,
    light: Floats,
) -> None:
    """Shade the pixels of a run, in column `j`; the next ones begin a new run."""
    noted = runs.notes[run]
    if noted[AT_WALL] < 0.0 or noted[NUMBER] <= 0.0:
        return
    lane, k = run // OPEN, int(noted[AT_WALL]) // OPEN
    shade_wall(
        city, dome, env, cam, air,
        whole_scratch[0, lane, k], whole_scratch[1, lane, k], real_scratch[2, lane, k],
        j, FAR, rough, noted, runs.pixels[run], runs.work, light,
    )  # fmt: skip


@kernel
def cast_rays(
    city: City,
    sky: Sky,
    dome: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    mirror: Floats,
    smear: Floats,
    samples: int,
    light: Floats,
    depth: Floats,
    real_scratch: Doubles,
    whole_scratch: Integers,
    ground: Floats,
    runs: Runs,
) -> None:
    """Fill a picture and its depths; `samples` walks per column antialias vertical edges.

    The scratch arrays are (4, lanes, SPANS) and (3, lanes, SPANS) with BLOCK · samples lanes, and
    what `road_scratch` and `runs_of` return.
    """
    H, W = light.shape[0], light.shape[1]
    rough = samples == 1
    alike = F(3.0) * ALIKE if rough else ALIKE  # water blurs what it mirrors
    far = min(FAR, 7.0 / max(env.fog, 1e-6))
    wide = float(W)
    edges = real_scratch[0]
    lines = real_scratch[1]
    talls = real_scratch[2]
    notes, pixels = runs.notes, runs.pixels
    kinds = whole_scratch[0]
    owners = whole_scratch[1]
    count = whole_scratch[2, 0]
    at = whole_scratch[2, 1]
    # The row where each lane's surface ends; whether all of a pixel's lanes see the same one; and
    # the row where the first of them ends, if they do.
    until, whole, plain = real_scratch[3, 0], real_scratch[3, 1], real_scratch[3, 2]
    most = 4 * samples  # pieces of one pixel
    # A few columns at a time, then row by row: neighbors share what the cache holds.
    for start in range(0, W, BLOCK):
        stop = min(start + BLOCK, W)
        for lane in range((stop - start) * samples):
            side = (start + (lane + 0.5) / samples - 0.5 * wide) / cam.focal
            count[lane] = list_surfaces(
                city, cam, side, float(H), far, lane, real_scratch, whole_scratch
            )
        # Like the fields of a chessboard: first the black ones, then those white ones whose four
        # neighbors differ.
        for white in range(2):
            found = 0
            for lane in range((stop - start) * samples):
                at[lane] = 0
                for run in range(OPEN * lane, OPEN * lane + OPEN):
                    notes[run, AT_WALL] = -1.0
                until[lane] = edges[lane, 0] if count[lane] > 0 else NEVER
            for j in range(stop - start):
                whole[j], plain[j] = UNKNOWN, MIXED
            for i in range(H - 1, -1, -1):
                for j in range(start + ((start + i + white) & 1), stop, 2):
                    inner = start < j < stop - 1 and 0 < i < H - 1
                    if white and inner and _between(light, depth, i, j, alike):
                        continue
                    first = (j - start) * samples
                    if i < plain[j - start]:
                        for s in range(first, first + samples):
                            if until[s] >= i + 1.0 - 1e-9:
                                k = at[s]
                                while k < count[s] and edges[s, k] >= i + 1.0 - 1e-9:
                                    k += 1
                                at[s] = k
                                until[s] = edges[s, k] if k < count[s] else NEVER
                                whole[j - start] = UNKNOWN
                        if whole[j - start] == UNKNOWN:
                            whole[j - start], highest = 1.0, until[first]
                            for s in range(first + 1, first + samples):
                                highest = max(highest, until[s])
                                if not _same(
                                    real_scratch, whole_scratch, first, at[first], s, at[s]
                                ):
                                    whole[j - start] = 0.0
                            plain[j - start] = highest if whole[j - start] > 0.0 else MIXED
                    same = i >= plain[j - start]
                    if same and at[first] < count[first]:
                        k = at[first]
                        if kinds[first, k] != 0:
                            run = OPEN * first + (k & 1)
                            noted = notes[run]
                            if noted[AT_WALL] == OPEN * k + 1 and noted[NUMBER] < RUN:
                                put(light, i, j, 0.0, 0.0, 0.0)
                                add_pixel(noted, pixels[run], i, i + 0.5, 1.0)
                                depth[i, j] = np.float32(noted[AWAY])
                                continue
                        elif talls[first, k] <= 0.0 and found < PLACES - most:
                            put(light, i, j, 0.0, 0.0, 0.0)
                            collect(ground, found, i, j, j + 0.5, i + 0.5, 1.0)
                            found += 1
                            depth[i, j] = F(4.0 * FAR)
                            continue
                    put(light, i, j, 0.0, 0.0, 0.0)  # a full run adds to it
                    r = g = b = 0.0
                    nearest = 4.0 * FAR
                    s = first
                    k = at[s]
                    floor = i + 1.0
                    tries = 0
                    while s < first + samples:
                        # A pixel all of one surface is shaded once; a mixed one piece by piece.
                        ceiling = float(i)
                        col = j + 0.5
                        share = 1.0
                        if not same:
                            col = j + (s - first + 0.5) / samples
                            if k < count[s] and tries < 3:
                                ceiling = max(edges[s, k], float(i))
                            share = (floor - ceiling) / samples
                        middle = 0.5 * (floor + ceiling)
                        cr = cg = cb = 0.0
                        if k >= count[s]:
                            cr, cg, cb = sky_light(sky, env, cam, col, middle, wide)
                        elif kinds[s, k] != 0:
                            run, mark = _run_of(
                                real_scratch, whole_scratch, first, samples, s, k, i,
                                whole[j - start] > 0.0,
                            )  # fmt: skip
                            noted = notes[run]
                            if noted[AT_WALL] != mark or noted[NUMBER] >= RUN:
                                _finish(
                                    city, dome, env, cam, air, real_scratch, whole_scratch,
                                    runs, run, j, rough, light,
                                )  # fmt: skip
                            if noted[AT_WALL] != mark:
                                noted[AT_WALL] = mark
                                look_at_wall(
                                    city, cam, kinds[s, k], owners[s, k], lines[s, k],
                                    j + 0.5 if mark & 1 else col, wide, FAR, noted,
                                )  # fmt: skip
                            add_pixel(noted, pixels[run], i, middle, share)
                            nearest = min(nearest, noted[AWAY])
                        elif talls[s, k] <= 0.0:
                            collect(ground, found, i, j, col, middle, share)
                            found += 1
                        else:
                            cr, cg, cb, t = shade_roof(
                                city, env, cam, air, owners[s, k], talls[s, k], col, middle, wide
                            )
                            nearest = min(nearest, t)
                        r, g, b = r + cr * share, g + cg * share, b + cb * share
                        floor = ceiling
                        k += 1
                        tries += 1
                        if same:
                            break
                        if floor <= i + 1e-6:
                            s += 1
                            floor = i + 1.0
                            tries = 0
                            if s < first + samples:
                                k = at[s]
                    light[i, j, 0] += np.float32(r)
                    light[i, j, 1] += np.float32(g)
                    light[i, j, 2] += np.float32(b)
                    depth[i, j] = np.float32(nearest)
                    if found > PLACES - most:
                        shade_road(
                            ground, found, city, env, cam, air, mirror, smear, FAR, light, depth
                        )
                        found = 0
            shade_road(ground, found, city, env, cam, air, mirror, smear, FAR, light, depth)
            for run in range((stop - start) * samples * OPEN):
                _finish(
                    city, dome, env, cam, air, real_scratch, whole_scratch, runs, run,
                    start + run // (OPEN * samples), rough, light,
                )  # fmt: skip


def scratch(samples: int) -> tuple[Doubles, Integers, Floats, Runs]:
    """Return working memory for `cast_rays`; each thread needs its own."""
    lanes = BLOCK * samples
    reals, wholes = np.empty((4, lanes, SPANS)), np.empty((3, lanes, SPANS), np.int64)
    return reals, wholes, road_scratch(), runs_of(lanes)
