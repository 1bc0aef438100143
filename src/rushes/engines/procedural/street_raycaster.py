"""The ray caster of the city: each pixel column walks over the height map once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import CELL, CELLS, PERIOD, WALL, City
from rushes.engines.procedural.facade import (
    AROUND,
    AT_WALL,
    AWAY,
    DU,
    DV,
    HIDDEN,
    MIRRORED,
    OPPOSITE,
    SPILL_B,
    SPILL_G,
    SPILL_R,
    U,
    note_wall,
    wall,
)
from rushes.engines.procedural.fast_math import F, fading
from rushes.engines.procedural.filters import pulse, step_up
from rushes.engines.procedural.kernel import inline, kernel, routine
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.pixels import mix, put
from rushes.engines.procedural.road_shader import PLACES, collect, road_scratch, shade_road
from rushes.engines.procedural.roadway import lookup, roof
from rushes.engines.procedural.sky import Sky, haze, radiance

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.kernel import Doubles, Floats, Integers


FAR = 1350.0  # meters; the plan repeats after PERIOD, fog hides the end
SPANS = 160  # most surfaces in one column of pixels
BLOCK = 64  # columns of pixels worked on together
ELEVATIONS = 10  # rows of the table of haze colors
UNKNOWN = -2.0  # neither yes nor no
NEVER = -1.0  # the row where the sky ends
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


@inline
def reflected(dome: Floats, y: float, azimuth: float) -> tuple[float, float, float]:
    """Sample the sky panorama (rows of y, columns of azimuth) in a direction."""
    rows, columns = dome.shape[0], dome.shape[1]
    v = min(max(y, 0.0), 0.999) * (rows - 1)
    u = (azimuth * (0.5 / np.pi) + 0.5) * columns
    i, j = int(v), int(u)
    fv, fu = v - i, u - j
    j0 = j % columns
    j1 = (j + 1) % columns
    a = (1.0 - fu) * (1.0 - fv)
    b = fu * (1.0 - fv)
    c = (1.0 - fu) * fv
    d = fu * fv
    r = dome[i, j0, 0] * a + dome[i, j1, 0] * b + dome[i + 1, j0, 0] * c + dome[i + 1, j1, 0] * d
    g = dome[i, j0, 1] * a + dome[i, j1, 1] * b + dome[i + 1, j0, 1] * c + dome[i + 1, j1, 1] * d
    h = dome[i, j0, 2] * a + dome[i, j1, 2] * b + dome[i + 1, j0, 2] * c + dome[i + 1, j1, 2] * d
    return r, g, h


@routine
def look_at_wall(
    city: City,
    cam: StreetCamera,
    kind: int,
    who: int,
    line: float,
    col: float,
    width: float,
    around_wall: Doubles,
) -> None:
    """Note what is the same all the way up a wall in a column of pixels."""
    side, pixel = (col - 0.5 * width) / cam.focal, 1.0 / cam.focal
    dx, dz = cam.ahead_x + cam.right_x * side, cam.ahead_z + cam.right_z * side
    norm = np.sqrt(1.0 + side * side)
    nx = nz = 0.0
    if kind == 1:
        t = (line - cam.eye_x) / (dx if abs(dx) > 1e-6 else 1e-6)
        nx = -1.0 if dx > 0.0 else 1.0
    else:
        t = (line - cam.eye_z) / (dz if abs(dz) > 1e-6 else 1e-6)
        nz = -1.0 if dz > 0.0 else 1.0
    t = min(max(t, 0.05), 4.0 * FAR)
    x, z = cam.eye_x + dx * t, cam.eye_z + dz * t
    hidden, around, sr, sg, sb = lookup(city.baked, x + nx * 2.4, z + nz * 2.4)
    u, ru, rn = (z, dz / norm, abs(dx) / norm) if kind == 1 else (x, dx / norm, abs(dz) / norm)
    u -= np.floor(u / PERIOD) * PERIOD
    du = t * pixel / max(rn, 0.03)
    around_wall[HIDDEN], around_wall[AROUND] = hidden, around
    around_wall[SPILL_R], around_wall[SPILL_G], around_wall[SPILL_B] = sr, sg, sb
    around_wall[AWAY], around_wall[U], around_wall[DU], around_wall[DV] = t, u, du, t * pixel
    around_wall[MIRRORED] = np.arctan2(dx - 2.0 * dx * abs(nx), dz - 2.0 * dz * abs(nz))
    across = (u + ru / max(rn, 0.06) * 24.0) * 0.3
    around_wall[OPPOSITE] = pulse(across, du * 0.25, 0.0, 0.45)
    note_wall(city.building, who, kind - 1, ru, rn, around_wall)


@inline
def shade_surface(
    city: City,
    dome: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    kind: int,
    who: int,
    tall: float,
    col: float,
    row: float,
    width: float,
    rough: bool,
    around_wall: Doubles,
) -> tuple[float, float, float, float]:
    """Return the light of a wall or roof at a point of the picture, and its depth.

    `around_wall` is what `look_at_wall` noted, if it is a wall.
    """
    side = (col - 0.5 * width) / cam.focal
    rise = (cam.horizon - row) / cam.focal
    dx, dz = cam.ahead_x + cam.right_x * side, cam.ahead_z + cam.right_z * side
    norm = np.sqrt(1.0 + side * side + rise * rise)
    pixel = 1.0 / cam.focal
    if kind == 0:
        fall = min(rise, -0.02 * pixel)
        t = max(min((tall - cam.eye_y) / fall, 4.0 * FAR), 0.05)
    else:
        t = around_wall[AWAY]
    y = cam.eye_y + rise * t
    if kind == 0:
        deep = t * pixel / max(-rise, 1e-4)
        wide = t * pixel
        flat = np.sqrt(dx * dx + dz * dz)
        hx, hz = dx / flat, dz / flat
        fx, fz = 0.5 * (wide * abs(hz) + deep * abs(hx)), 0.5 * (wide * abs(hx) + deep * abs(hz))
        paint = city.building[who, WALL : WALL + 3]
        x, z = cam.eye_x + dx * t, cam.eye_z + dz * t
        r, g, b = roof(city.baked, env, x, z, tall, max(fx, fz), who, paint)
    else:
        nx = nz = 0.0
        axis = kind - 1
        if kind == 1:
            nx = -1.0 if dx > 0.0 else 1.0
            ru, rn = dz / norm, abs(dx) / norm
        else:
            nz = -1.0 if dz > 0.0 else 1.0
            ru, rn = dx / norm, abs(dz) / norm
        y = min(max(y, 0.0), tall - 1e-3)
        facing = nx * env.sun_x + nz * env.sun_z
        direct = 0.0
        hidden, around = around_wall[HIDDEN], around_wall[AROUND]
        sr, sg, sb = around_wall[SPILL_R], around_wall[SPILL_G], around_wall[SPILL_B]
        if facing > 0.0:
            direct = facing * step_up(hidden - 1.2, hidden + 1.8, y)
        open_sky = 0.30 + 0.42 * step_up(-0.3 * around - 4.0, 1.4 * around + 6.0, y)
        low = 0.0
        if env.lamps > 0.0:
            fade = fading(y * 0.02)
            low = fade * fade
            low = env.lamps * (0.75 * low * low + 0.10) * fade
        r, g, b, shiny = wall(
            city.building, who, env, axis, y, tall, around_wall, ru, rise / norm, rn,
            direct, open_sky, sr * low, sg * low, sb * low, rough,
        )  # fmt: skip
        if shiny > 0.004:
            # What the glass mirrors: the houses opposite, and the sky over them.
            my, u, du = rise / norm, around_wall[U], around_wall[DU]
            if du < 1.0:
                pane = hash_unit(int(u / 1.5), int(y / 3.9), who) - 0.5
                my += 0.035 * pane * (1.0 - du)
            meet = y + my / max(rn, 0.06) * 24.0
            over = step_up(0.6 * around, 1.5 * around + 4.0, meet)
            cells = 0.5 * pulse(meet * 0.27, du * 0.2, 0.0, 0.5)
            cells = 0.75 + cells * around_wall[OPPOSITE]
            mr = 0.16 * cells * (env.ambient_r + env.light_r * env.sun_y) + sr * low * 0.3
            mg = 0.16 * cells * (env.ambient_g + env.light_g * env.sun_y) + sg * low * 0.3
            mb = 0.16 * cells * (env.ambient_b + env.light_b * env.sun_y) + sb * low * 0.3
            if over > 0.0:
                hr, hg, hb = reflected(dome, my, around_wall[MIRRORED])
                mr, mg, mb = mix(mr, mg, mb, hr, hg, hb, over)
            r, g, b = r + mr * shiny, g + mg * shiny, b + mb * shiny
    seen = fading(env.fog * t * norm)  # Beer-Lambert, as `t` counts meters along the view axis
    seen *= 1.0 - step_up(0.62 * FAR, FAR, t)
    lift = min(max(rise / norm, 0.0) * 2.0, 0.999) * (ELEVATIONS - 1)
    level = int(lift)
    j = min(max(int(col * (air.shape[1] / width)), 0), air.shape[1] - 1)
    f = lift - level
    low_mist = 0.0
    if env.lamps > 0.0:
        low_mist = env.lamps * 0.12 * fading(max(y, 0.0) * 0.05)
    ar = air[level, j, 0] * (1.0 - f) + air[level + 1, j, 0] * f + env.glow_r * low_mist
    ag = air[level, j, 1] * (1.0 - f) + air[level + 1, j, 1] * f + env.glow_g * low_mist
    ab = air[level, j, 2] * (1.0 - f) + air[level + 1, j, 2] * f + env.glow_b * low_mist
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
    for c in range(3):
        a, b = light[i, j, c], light[k, m, c]
        if abs(a - b) > alike * (a + b) + FAINT:
            return False
    return True


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
def _matching(real_scratch: Doubles, whole_scratch: Integers, a: int, b: int) -> bool:
    """Return whether two lanes are at the same surface."""
    lines, talls = real_scratch[1], real_scratch[2]
    kinds, owners = whole_scratch[0], whole_scratch[1]
    count, at = whole_scratch[2, 0], whole_scratch[2, 1]
    k, m = at[a], at[b]
    if k >= count[a] or m >= count[b]:
        return bool(k >= count[a] and m >= count[b])
    same = kinds[a, k] == kinds[b, m] and owners[a, k] == owners[b, m]
    return bool(same and talls[a, k] == talls[b, m] and lines[a, k] == lines[b, m])


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
) -> None:
    """Fill a picture and its depths; `samples` walks per column antialias vertical edges.

    The scratch arrays are (5, lanes, SPANS) and (3, lanes, SPANS) with BLOCK · samples lanes, and
    what `road_scratch` returns.
    """
    H, W = light.shape[0], light.shape[1]
    rough = samples == 1
    alike = F(3.0) * ALIKE if rough else ALIKE  # water blurs what it mirrors
    far = min(FAR, 7.0 / max(env.fog, 1e-6))
    wide = float(W)
    edges = real_scratch[0]
    lines = real_scratch[1]
    talls = real_scratch[2]
    walls = real_scratch[3]
    kinds = whole_scratch[0]
    owners = whole_scratch[1]
    count = whole_scratch[2, 0]
    at = whole_scratch[2, 1]
    # The row where each lane's surface ends, and whether all of a pixel's lanes see the same one.
    until, whole = real_scratch[4, 0], real_scratch[4, 1]
    most = 4 * samples  # pieces of one pixel
    # A few columns at a time, then row by row: neighbors share what the cache holds.
    for start in range(0, W, BLOCK):
        stop = min(start + BLOCK, W)
        for lane in range((stop - start) * samples):
            side = (start + (lane + 0.5) / samples - 0.5 * wide) / cam.focal
            count[lane] = list_surfaces(
                city, cam, side, float(H), far, lane, real_scratch, whole_scratch
            )
            walls[lane, AT_WALL] = -1.0
        # Like the fields of a chessboard: first the black ones, then those white ones whose four
        # neighbors differ.
        for white in range(2):
            found = 0
            for lane in range((stop - start) * samples):
                at[lane] = 0
                until[lane] = edges[lane, 0] if count[lane] > 0 else NEVER
            for j in range(stop - start):
                whole[j] = UNKNOWN
            for i in range(H - 1, -1, -1):
                for j in range(start + ((start + i + white) & 1), stop, 2):
                    first = (j - start) * samples
                    for s in range(first, first + samples):
                        if until[s] >= i + 1.0 - 1e-9:
                            k = at[s]
                            while k < count[s] and edges[s, k] >= i + 1.0 - 1e-9:
                                k += 1
                            at[s] = k
                            until[s] = edges[s, k] if k < count[s] else NEVER
                            whole[j - start] = UNKNOWN
                    inner = start < j < stop - 1 and 0 < i < H - 1
                    if white and inner and _between(light, depth, i, j, alike):
                        continue
                    if whole[j - start] == UNKNOWN:
                        whole[j - start] = 1.0
                        for s in range(first + 1, first + samples):
                            if not _matching(real_scratch, whole_scratch, first, s):
                                whole[j - start] = 0.0
                    same = whole[j - start] > 0.0
                    for s in range(first, first + samples):
                        same = same and until[s] <= i
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
                        elif kinds[s, k] == 0 and talls[s, k] <= 0.0:
                            collect(ground, found, i, j, col, middle, share)
                            found += 1
                        else:
                            if kinds[s, k] != 0 and walls[s, AT_WALL] != 2 * k + same:
                                # The middle of the pixel, or that of a lane.
                                walls[s, AT_WALL] = 2 * k + same
                                look_at_wall(
                                    city, cam, kinds[s, k], owners[s, k], lines[s, k],
                                    col, wide, walls[s],
                                )  # fmt: skip
                            cr, cg, cb, t = shade_surface(
                                city, dome, env, cam, air,
                                kinds[s, k], owners[s, k], talls[s, k],
                                col, middle, wide, rough, walls[s],
                            )  # fmt: skip
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
                    put(light, i, j, r, g, b)
                    depth[i, j] = np.float32(nearest)
                    if found > PLACES - most:
                        shade_road(
                            ground, found, city, env, cam, air, mirror, smear, FAR, light, depth
                        )
                        found = 0
            shade_road(ground, found, city, env, cam, air, mirror, smear, FAR, light, depth)


def scratch(samples: int) -> tuple[Doubles, Integers, Floats]:
    """Return working memory for `cast_rays`; each thread needs its own."""
    lanes = BLOCK * samples
    reals, wholes = np.empty((5, lanes, SPANS)), np.empty((3, lanes, SPANS), np.int64)
    return reals, wholes, road_scratch()
