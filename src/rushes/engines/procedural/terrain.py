"""A mountain valley as maps: broad forms, noise, hydraulic erosion and baked sunlight."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from rushes.engines.procedural.bands import AT_ONCE, in_bands
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import fbm, hash_unit, value_noise
from rushes.engines.procedural.pixels import put
from rushes.engines.procedural.textures import frequencies, shaped_noise

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Plan
    from rushes.engines.procedural.sky import Sky

SIZE = 1024  # texels a side of the maps
FINE = 2  # the height map alone is this much finer
SPAN = 12000.0  # meters a side
CELL = SPAN / SIZE
WEST = -0.5 * SPAN  # world x of the first column
SOUTH = -1600.0  # world z of the first row
BLOCK = 8
DROPLETS = 80_000
GRIT = 230.0  # a grit texel's value is this many steps from 0 to 1

PITS = ((3.0, 0.5), (10.0, 0.35), (36.0, 0.25))  # radius in texels, how much they darken

SLOPE_X, SLOPE_Z, SUN, OPEN, TREES, SNOW, FLOW = range(7)  # channels of Terrain.traits


class Terrain(NamedTuple):
    """The valley's maps. Rows run along +z, columns along +x; the lake is at height 0."""

    heights: Floats  # (SIZE * FINE,) squared, meters
    traits: Floats  # (SIZE, SIZE, 7): slopes, sunlight, openness, trees, snow, flow
    grit: NDArray[np.int8]  # see `_grit`
    top: float  # the highest point, meters
    bounds: Floats  # see `_bounds`


def build_terrain(plan: Plan, sky: Sky, pool: Executor = AT_ONCE) -> Terrain:
    """Make the valley for the plan's seed and season, opening towards the sky's sun."""
    rng = np.random.default_rng(plan.seed + 977)
    seed = int(rng.integers(1, 1 << 30))
    lean = float(np.clip(np.tan(np.arctan2(sky.flat_x, sky.flat_z)), -0.36, 0.36))
    if sky.sun_y > 0.5:  # a high sun leaves the frame: let the valley open to either side
        lean = float(rng.uniform(0.06, 0.24)) * (1.0 if rng.random() < 0.5 else -1.0)
    shape = np.array([lean, *rng.uniform(-1.0, 1.0, 10)])
    raw = np.empty((SIZE, SIZE), np.float32)
    forms = np.empty((SIZE // 4, SIZE // 4, 5), np.float32)
    in_bands(pool, len(forms), partial(_plan_land, forms, shape, seed))
    smooth = np.asarray(cv2.resize(forms, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC), np.float32)
    in_bands(pool, SIZE, partial(_raise_land, smooth, raw, seed + 41))
    flow = np.zeros((SIZE, SIZE), np.float32)
    _carve(raw, flow, DROPLETS, seed + 5)
    heights = _settle(raw)
    washed = np.asarray(cv2.GaussianBlur(np.log1p(flow), (0, 0), 0.8), np.float32)
    flow = np.clip(washed / np.float32(3.2), 0.0, 1.0)
    traits = _traits(plan, sky, heights, flow, seed, pool)
    size = (SIZE * FINE, SIZE * FINE)
    even = np.asarray(cv2.resize(heights, size, interpolation=cv2.INTER_CUBIC), np.float32)
    fine = even.copy()
    in_bands(pool, len(fine) - 1, partial(_roughen, even, fine, seed + 31))
    return Terrain(fine, traits, _grit(seed), float(fine.max()), _bounds(fine))


def is_winter(plan: Plan) -> bool:
    """Return whether snow reaches down to the lake."""
    return plan.weather == "snow" or bool(plan.tags & {"winter", "snow", "snowy", "ice"})


@inline
def _corner(i: int, j: int, seed: int, x: float, y: float) -> float:
    """Return one of eight slopes through a lattice point, at an offset from it."""
    turn = int(hash_unit(i, j, seed) * 8.0)
    p = x if turn & 1 == 0 else y
    q = y if turn & 1 == 0 else x
    p = p if turn & 2 == 0 else -p
    q = q if turn & 4 == 0 else -q
    return p + 0.5 * q


@inline
def _gradient_noise(x: float, y: float, seed: int) -> float:
    """Return gradient noise in about -1..1: its ridges do not follow the lattice."""
    xf, yf = np.floor(x), np.floor(y)
    i, j = int(xf), int(yf)
    u, v = x - xf, y - yf
    a = _corner(i, j, seed, u, v)
    b = _corner(i + 1, j, seed, u - 1.0, v)
    c = _corner(i, j + 1, seed, u, v - 1.0)
    d = _corner(i + 1, j + 1, seed, u - 1.0, v - 1.0)
    u, v = u * u * u * (u * (u * 6.0 - 15.0) + 10.0), v * v * v * (v * (v * 6.0 - 15.0) + 10.0)
    return float(((a + (b - a) * u) * (1.0 - v) + (c + (d - c) * u) * v) * 1.25)


@inline
def _crags(x: float, z: float, seed: int) -> float:
    """Return ridged noise, 0 to about 1: sharp crests, detail on the heights, smooth valleys."""
    total = norm = 0.0
    amplitude = 1.0
    keep = 1.0
    for octave in range(7):
        n = _gradient_noise(x, z, seed + octave * 131)
        ridge = max(1.0 - 1.25 * np.sqrt(n * n + 0.0008), 0.0)
        value = ridge * ridge * keep
        total += amplitude * value
        norm += amplitude
        keep = min(0.25 + 1.1 * value, 1.0)
        amplitude *= 0.48
        nx = 1.6203 * x - 1.2229 * z + 17.3
        z = 1.2229 * x + 1.6203 * z + 9.1
        x = nx
    return total / norm


@inline("float64(float64, float64, float64)")
def _rise(edge: float, over: float, value: float) -> float:
    s = min(max((value - edge) / over, 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


@inline
def _peak(x: float, z: float, px: float, pz: float, wide: float, tall: float) -> float:
    dx, dz = (x - px) / wide, (z - pz) / wide
    # A tent with a soft foot: sharper than a bell, as mountains are.
    r = np.sqrt(dx * dx + dz * dz + 0.004)
    return float(tall * max(0.0, 1.0 - r) ** 1.35) if r < 1.0 else 0.0


@inline
def _head(x: float, z: float, px: float, pz: float, reach: float) -> float:
    dx, dz = (x - px) / 150.0, (z - pz) / 95.0
    return float(reach * np.exp(-dx * dx - dz * dz))


@kernel
def _plan_land(out: Floats, shape: Doubles, seed: int, first: int, last: int) -> None:
    """Fill (n, n, 5) with the broad forms: floor, swell, inland share, and the bend in x and z."""
    lean = shape[0]
    sign = 1.0 if lean >= 0.0 else -1.0
    step = SPAN / out.shape[0]
    for row in range(first, last):
        z0 = SOUTH + (row + 0.5) * step
        for col in range(out.shape[1]):
            x0 = WEST + (col + 0.5) * step
            # Bend space a little, so that nothing runs straight.
            bx = 900.0 * (fbm(x0 / 1900.0, z0 / 1900.0, seed + 11, 3) - 0.5)
            bz = 900.0 * (fbm(x0 / 1900.0 + 31.7, z0 / 1900.0, seed + 12, 3) - 0.5)
            x, z = x0 + bx, z0 + bz
            axis = lean * max(z - 900.0, 0.0) + 160.0 * shape[1] * np.sin(z / 1300.0 + shape[2])
            wide = 80.0 + 340.0 * (1.0 - _rise(1500.0, 2900.0, z)) + 70.0 * shape[3]
            across = x - axis
            shore = fbm(x0 / 520.0, z0 / 520.0, seed + 21, 4) - 0.5
            d = abs(across) - wide + 420.0 * shore
            # Wooded headlands close by on the peak's side, farther off on the sun's.
            d += _head(x0, z0, -sign * (190.0 + 30.0 * shape[5]), 330.0 + 60.0 * shape[6], 520.0)
            d += _head(x0, z0, -sign * 300.0, 60.0, 420.0)
            d += _head(x0, z0, sign * (370.0 + 40.0 * shape[8]), 840.0 + 120.0 * shape[9], 460.0)
            d = min(d, max(abs(across) - wide + 420.0 * shore, 110.0 + 60.0 * shore))
            floor = -26.0 + 300.0 * _rise(3300.0, 6500.0, z)
            # Banks fall into deep water at once and rise gently inland.
            bank = 34.0 * _rise(-90.0, 260.0, d) + 0.055 * max(d, 0.0)
            up = min(max((d - 150.0) / 3300.0, 0.0), 1.2)
            side = 1.0 if across > 0.0 else -1.0
            ranges = 820.0 + 160.0 * side * shape[4] + 200.0 * _rise(3000.0, 5000.0, z)
            swell = ranges * up**1.25
            hero_x = -sign * (1050.0 + 250.0 * shape[5])
            hero_z = 5600.0 + 400.0 * shape[6]
            swell += _peak(x, z, hero_x, hero_z, 2500.0, 1150.0 + 150.0 * shape[7])
            second_z = 4300.0 + 500.0 * shape[9]
            swell += _peak(x, z, sign * (2450.0 + 250.0 * shape[8]), second_z, 1900.0, 560.0)
            swell += _peak(x, z, -sign * (2500.0 + 300.0 * shape[10]), 3000.0, 1500.0, 330.0)
            # The sun's gap stays open: nothing high stands at the valley's far end.
            gap = np.exp(-((across / (900.0 + 0.05 * max(z, 0.0))) ** 2)) * _rise(4200.0, 3000.0, z)
            keep = 1.0 - 0.62 * gap
            put(out, row, col, floor + bank * keep, swell * keep, _rise(0.0, 700.0, d) * keep)
            out[row, col, 3] = np.float32(0.35 * bx)
            out[row, col, 4] = np.float32(0.35 * bz)


@kernel
def _raise_land(forms: Floats, out: Floats, seed: int, first: int, last: int) -> None:
    for row in range(first, last):
        z = SOUTH + (row + 0.5) * CELL
        for col in range(out.shape[1]):
            x = WEST + (col + 0.5) * CELL
            h = float(forms[row, col, 0])
            swell = float(forms[row, col, 1])
            inland = float(forms[row, col, 2])
            if swell + inland > 0.0:
                bx, bz = x + float(forms[row, col, 3]), z + float(forms[row, col, 4])
                crag = _crags(bx / 2300.0, bz / 2300.0, seed)
                hills = _gradient_noise(bx / 430.0, bz / 430.0, seed + 7)
                hills += 0.5 * _gradient_noise(bx / 190.0, bz / 190.0, seed + 8)
                h += swell * (0.30 + 1.25 * crag) + inland * (34.0 + 46.0 * hills + 120.0 * crag)
            out[row, col] = np.float32(h)


@kernel
def _carve(land: Floats, flow: Floats, number: int, seed: int) -> None:
    """Hydraulic erosion: drops take soil where they run fast and leave it where they are slow."""
    n = land.shape[0]
    for drop in range(number):
        x = 1.0 + hash_unit(drop, 1, seed) * (n - 3.0)
        y = 1.0 + hash_unit(drop, 2, seed) * (n - 3.0)
        dx = dy = 0.0
        speed = 1.0
        water = 1.0
        load = 0.0
        for _ in range(42):
            i, j = int(y), int(x)
            u, v = x - j, y - i
            a = float(land[i, j])
            b = float(land[i, j + 1])
            c = float(land[i + 1, j])
            d = float(land[i + 1, j + 1])
            here = (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v
            if here < -4.0:  # in the lake
                break
            gx = ((b - a) * (1 - v) + (d - c) * v) / CELL
            gy = ((c - a) * (1 - u) + (d - b) * u) / CELL
            dx, dy = dx * 0.12 - gx * 0.88, dy * 0.12 - gy * 0.88
            norm = np.sqrt(dx * dx + dy * dy)
            if norm < 1e-6:
                break
            dx /= norm
            dy /= norm
            flow[i, j] += np.float32(water)
            x += dx
            y += dy
            if x < 1.0 or y < 1.0 or x >= n - 2.0 or y >= n - 2.0:
                break
            i2, j2 = int(y), int(x)
            u2, v2 = x - j2, y - i2
            there = (float(land[i2, j2]) * (1 - u2) + float(land[i2, j2 + 1]) * u2) * (1 - v2)
            there += (float(land[i2 + 1, j2]) * (1 - u2) + float(land[i2 + 1, j2 + 1]) * u2) * v2
            fall = here - there
            room = max(fall, 0.12) * speed * water * 1.1
            if load > room or fall < 0.0:
                give = min(-fall, load) if fall < 0.0 else (load - room) * 0.25
                load -= give
                change = give
            else:
                take = min((room - load) * 0.20, fall * 0.75)
                load += take
                change = -take
            land[i, j] += np.float32(change * (1 - u) * (1 - v))
            land[i, j + 1] += np.float32(change * u * (1 - v))
            land[i + 1, j] += np.float32(change * (1 - u) * v)
            land[i + 1, j + 1] += np.float32(change * u * v)
            speed = min(np.sqrt(max(speed * speed + 0.08 * fall, 0.01)), 4.0)
            water *= 0.972  # evaporation


def _settle(raw: Floats) -> Floats:
    """Smooth shores and meadows, keep the peaks' edges."""
    soft = cv2.GaussianBlur(raw, (0, 0), 2.2)
    crisp = cv2.GaussianBlur(raw, (0, 0), 0.55)
    high = np.clip((soft - 15.0) / 180.0, 0.0, 1.0)
    return np.asarray(soft + (crisp - soft) * high, np.float32)


@kernel
def _roughen(even: Floats, fine: Floats, seed: int, first: int, last: int) -> None:
    """Add detail that the coarse map cannot hold: boulders, ledges, lumps of turf."""
    step = CELL / FINE
    for i in range(first, last):
        for j in range(even.shape[1] - 1):
            h = float(even[i, j])
            if h < -6.0:
                continue
            gx = (float(even[i, j + 1]) - h) / step
            gz = (float(even[i + 1, j]) - h) / step
            steep = min(np.sqrt(gx * gx + gz * gz), 1.6)
            lump = value_noise(j / 2.6, i / 2.6, seed) - 0.5
            knob = value_noise(j / 5.7 + 7.7, i / 5.7, seed + 1) - 0.5
            amount = 0.5 + 5.5 * steep * _rise(10.0, 160.0, h)
            ledge = h / 46.0 + 1.1 * knob
            ledge -= np.floor(ledge)
            shelf = (ledge * ledge * (3.0 - 2.0 * ledge) - ledge) * 14.0
            shelf *= _rise(0.45, 0.5, steep) * _rise(120.0, 200.0, h)
            fine[i, j] = np.float32(h + amount * (0.8 * lump + 1.0 * knob) + shelf)


def _traits(
    plan: Plan, sky: Sky, heights: Floats, flow: Floats, seed: int, pool: Executor
) -> Floats:
    spread = [pool.submit(_blurred, heights, radius) for radius, _ in PITS]
    gz, gx = np.gradient(heights, CELL)
    traits = np.empty((SIZE, SIZE, 7), np.float32)
    traits[..., SLOPE_X] = gx
    traits[..., SLOPE_Z] = gz
    traits[..., SUN] = _sunlit(np.maximum(heights, 0.0), sky)
    openness = np.ones_like(heights)
    for (radius, weight), around in zip(PITS, spread, strict=True):
        pit = around.result() - heights
        openness -= weight * np.clip(pit / (radius * CELL * 0.55), -0.4, 1.0)
    traits[..., OPEN] = np.clip(openness, 0.25, 1.12)
    traits[..., FLOW] = flow
    white = 1.0 if is_winter(plan) else 0.0
    in_bands(pool, SIZE, partial(_grow, traits, heights, white, seed + 61))
    return traits


def _blurred(heights: Floats, radius: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(heights, (0, 0), radius), np.float32)


@kernel
def _grow(traits: Floats, heights: Floats, white: float, seed: int, first: int, last: int) -> None:
    """Fill the maps of forest and snow."""
    for i in range(first, last):
        for j in range(traits.shape[1]):
            h = float(heights[i, j])
            gx = float(traits[i, j, SLOPE_X])
            gz = float(traits[i, j, SLOPE_Z])
            up = 1.0 / np.sqrt(1.0 + gx * gx + gz * gz)
            patch = fbm(j / 22.0, i / 22.0, seed, 3)
            fleck = fbm(j / 5.0, i / 5.0, seed + 9, 2)
            line = 520.0 + 420.0 * (patch - 0.5) + 90.0 * (fleck - 0.5)
            trees = 1.0 - _rise(line, 160.0, h)
            trees *= _rise(2.0, 4.0, h) * _rise(0.66, 0.12, up + 0.1 * (fleck - 0.5))
            trees *= _rise(0.36, 0.10, patch + 0.25 * (fleck - 0.5))
            traits[i, j, TREES] = np.float32(trees * (1.0 - 0.6 * float(traits[i, j, FLOW])))
            low = 1000.0 - 1500.0 * white + 420.0 * (patch - 0.5) + 160.0 * (fleck - 0.5)
            # Snow slides off walls, and stays longest where the sun does not look (high z slopes).
            hold = _rise(0.50 - 0.10 * white, 0.22, up + 0.12 * (fleck - 0.5))
            snow = _rise(low, 380.0, h + 160.0 * float(traits[i, j, FLOW])) * hold
            traits[i, j, SNOW] = np.float32(snow)


def _sunlit(heights: Floats, sky: Sky) -> Floats:
    """Return the share of sun each texel sees, by one sweep away from the sun."""
    along_x = abs(sky.flat_x) > abs(sky.flat_z)
    land = heights.T if along_x else heights
    main, cross = (sky.flat_x, sky.flat_z) if along_x else (sky.flat_z, sky.flat_x)
    if main < 0.0:
        land = land[::-1]
    drop = CELL / abs(main) * sky.sun_y / max(np.hypot(sky.sun_x, sky.sun_z), 1e-6)
    lit = np.ones(land.shape, np.float32)
    edges = np.empty((2, land.shape[1]), np.float64)
    _sweep(np.ascontiguousarray(land), cross / abs(main), float(drop), edges, lit)
    if main < 0.0:
        lit = lit[::-1]
    lit = lit.T if along_x else lit
    return np.asarray(cv2.GaussianBlur(np.ascontiguousarray(lit), (0, 0), 0.8), np.float32)


@kernel
def _sweep(land: Floats, shift: float, drop: float, edges: Doubles, lit: Floats) -> None:
    rows, cols = land.shape
    edge, ahead = edges[0], edges[1]
    for j in range(cols):
        edge[j] = land[rows - 1, j]
    for i in range(rows - 2, -1, -1):
        for j in range(cols):
            x = min(max(j + shift, 0.0), cols - 1.001)
            k = int(x)
            shadow = edge[k] + (edge[k + 1] - edge[k]) * (x - k) - drop
            h = float(land[i, j])
            # Twelve meters of penumbra stand for the sun's width.
            lit[i, j] = np.float32(min(max(1.0 - (shadow - h) / 12.0, 0.0), 1.0))
            ahead[j] = max(shadow, h)
        for j in range(cols):
            edge[j] = ahead[j]


def _bounds(heights: Floats) -> Floats:
    """Return the highest and the lowest ground of each block of the map and the 8 around it."""
    n = len(heights) // BLOCK
    blocks = heights.reshape(n, BLOCK, n, BLOCK)
    near = np.ones((3, 3), np.uint8)
    highest = cv2.dilate(blocks.max(axis=(1, 3)), near)
    lowest = cv2.erode(blocks.min(axis=(1, 3)), near)
    return np.stack((highest, lowest), axis=2)


def _grit(seed: int) -> NDArray[np.int8]:
    """Return a periodic texture of broken rock, (256, 256, 4): its value, the slopes of it, and 0.

    The value less 0.45 is in steps of 1 / GRIT, the slopes in steps of 8 / 127. In bytes, because
    rays look at it in no order: it has to fit into the processor's cache.
    """
    rng = np.random.default_rng(seed)
    size = 256
    radius = np.maximum(np.hypot(*frequencies(size)), 1.0)
    noise = shaped_noise(rng, radius**-1.25 * (radius >= 2.5))
    cracked = 1.0 - np.abs(np.tanh(noise * 0.9))
    cracked = (cracked - cracked.min()) / (cracked.max() - cracked.min())
    grit = np.zeros((size, size, 4), np.int8)
    grit[..., 0] = np.rint((cracked - 0.45) * GRIT)
    grit[..., 1] = np.rint((np.roll(cracked, -1, 1) - np.roll(cracked, 1, 1)) * 127.0)
    grit[..., 2] = np.rint((np.roll(cracked, -1, 0) - np.roll(cracked, 1, 0)) * 127.0)
    return grit
