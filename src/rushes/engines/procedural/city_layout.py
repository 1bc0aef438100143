"""The layout of a city: a periodic grid of avenues, lots and towers, with baked light.

The whole city is a height map of 3 m cells. Everything that stands on it (setbacks, roof plant,
water tanks) is a step in that map, so one ray walk over the cells finds every wall and roof.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.bands import AT_ONCE, in_bands
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import hash_unit, value_noise

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Color

CELLS = 512
CELL = 3.0
PERIOD = CELLS * CELL
AVENUE = 8  # cells across the camera's avenue, pavements included
PAVEMENT = 4.2  # meters of pavement on each side of a road
LAMP_STEP = 27.0
LAMP_HEIGHT = 7.6
SHOP_WIDTH = 6.0

# Columns of `City.building`.
STYLE, FLOOR, BAY, OPEN_U, OPEN_V, SILL = 0, 1, 2, 3, 4, 5
WALL, TRIM, LIT, WARMTH, SHOP, SEED = 6, 9, 12, 13, 14, 15
SCREEN, CROWN, ACCENT, BLINDS, STRIP, SHADE = 16, 17, 18, 21, 22, 23
BOUNDS = 24  # x0, x1, z0, z1 of the lot in meters
FIELDS = 28

BRICK, STONE, DECO, CURTAIN, RIBBON, PLANT, TANK = 0, 1, 2, 3, 4, 5, 6

NEON: tuple[Color, ...] = (
    (1.0, 0.16, 0.34),
    (0.10, 0.75, 1.0),
    (1.0, 0.50, 0.10),
    (0.20, 1.0, 0.50),
    (0.75, 0.22, 1.0),
    (1.0, 0.82, 0.45),
)
CYBERPUNK: tuple[Color, ...] = (
    (1.0, 0.06, 0.55),
    (0.02, 0.85, 1.0),
    (0.62, 0.12, 1.0),
    (1.0, 0.25, 0.75),
    (0.10, 0.45, 1.0),
)
WALLS: tuple[tuple[Color, ...], ...] = (
    ((0.33, 0.13, 0.08), (0.26, 0.12, 0.09), (0.42, 0.24, 0.15), (0.36, 0.20, 0.15)),
    ((0.50, 0.45, 0.36), (0.42, 0.40, 0.36), (0.55, 0.50, 0.44), (0.40, 0.31, 0.23)),
    ((0.52, 0.44, 0.32), (0.46, 0.41, 0.33), (0.36, 0.26, 0.19), (0.50, 0.47, 0.42)),
    ((0.10, 0.12, 0.14), (0.06, 0.09, 0.12), (0.16, 0.17, 0.18), (0.07, 0.11, 0.11)),
    ((0.44, 0.43, 0.41), (0.56, 0.54, 0.50), (0.34, 0.33, 0.32), (0.47, 0.40, 0.33)),
)


class City(NamedTuple):
    """The city as arrays for kernels; maps are indexed `[z cell, x cell]`."""

    height: Floats  # meters above the street, 0 on streets
    ident: NDArray[np.int32]  # row of `building`
    building: Doubles  # one row of FIELDS columns a building
    road_x: Floats  # (CELLS, 2): center and half width of the avenue, half 0 in blocks
    road_z: Floats
    baked: Floats  # (CELLS, CELLS, 5): height below which the sun is hidden, mean
    # height of what stands around, lamp and shop light (3); side by side for the cache's sake


@dataclass(frozen=True)
class Road:
    """The cells of one avenue or street, pavements included."""

    start: int
    width: int


@dataclass(frozen=True)
class Layout:
    """A city's arrays and what only the street objects need."""

    city: City
    avenues: tuple[Road, ...]
    streets: tuple[Road, ...]
    masts: tuple[tuple[float, float, float, float], ...]  # x, z, foot, top


@inline("UniTuple(float64, 3)(float64[:,::1], int64, int64)")
def color_of(building: Doubles, bid: int, column: int) -> Color:
    """Return the color in three columns of `City.building`, from `column` on."""
    return building[bid, column], building[bid, column + 1], building[bid, column + 2]


@inline("UniTuple(float64, 2)(float64[:,::1], int64, int64)")
def extent(building: Doubles, bid: int, axis: int) -> tuple[float, float]:
    """Return where a wall starts and ends; `axis` 0 is a wall along z (it faces x), 1 along x."""
    return building[bid, BOUNDS + 2 - 2 * axis], building[bid, BOUNDS + 3 - 2 * axis]


@inline("UniTuple(float64, 2)(float64[:,::1], int64, int64, float64)")
def shop_unit(building: Doubles, bid: int, axis: int, u: float) -> tuple[float, float]:
    """Return a point's place in a wall's row of shops, in shops, and the width of one in meters.

    `u` is the coordinate along the wall.
    """
    start, stop = extent(building, bid, axis)
    length = stop - start
    width = length / max(np.floor(length / SHOP_WIDTH + 0.5), 1.0)
    return (u - start) / width, width


@inline("float64(float64[:,::1], int64, int64, int64)")
def shop_glow(building: Doubles, bid: int, axis: int, unit: int) -> float:
    """Return the number in [0, 1) that determines one shop: below 0.16 it is closed."""
    return hash_unit(unit, bid, 7103 + axis)


@kernel
def _district(x: float, z: float) -> float:
    """Return how central a cell is, 0 to 1."""
    return value_noise(x * 0.021 + 5.0, z * 0.021 + 9.0, 71)


def draw_roads(rng: np.random.Generator, first: int, block: tuple[int, int]) -> list[Road]:
    """Divide one axis into roads and blocks; the first road starts at cell 0."""
    roads = [Road(0, first)]
    at = first
    while True:
        size = int(rng.integers(block[0], block[1] + 1))
        width = int(rng.choice([5, 6, 6, 7]))
        if at + size + width + block[0] > CELLS:
            return roads
        at += size
        roads.append(Road(at, width))
        at += width


def road_table(roads: list[Road]) -> Floats:
    """Return, for each cell of an axis, the center and half width in meters of its road."""
    table = np.zeros((CELLS, 2), np.float32)
    for road in roads:
        span = slice(road.start, road.start + road.width)
        table[span, 0] = (road.start + road.width / 2) * CELL
        table[span, 1] = road.width / 2 * CELL
    return table


class Builder:
    """Adds buildings to the maps of a city, lot by lot."""

    def __init__(self, rng: np.random.Generator, neon: tuple[Color, ...]) -> None:
        self.rng = rng
        self.neon = neon
        self.height = np.zeros((CELLS, CELLS), np.float32)
        self.ident = np.zeros((CELLS, CELLS), np.int32)
        self.rows: list[Doubles] = [np.zeros(FIELDS)]
        self.masts: list[tuple[float, float, float, float]] = []  # x, z, foot, top

    def lot(self, x0: int, z0: int, x1: int, z1: int) -> None:
        """Build on a lot; its district and size decide the kind of building."""
        rng = self.rng
        district = _district(float(x0), float(z0))
        size = min(x1 - x0, z1 - z0)
        tall = float(np.clip((district - 0.32) * 2.1 + rng.normal(0.0, 0.2), 0.0, 1.0))
        if size < 7:
            kind = int(rng.choice([BRICK, BRICK, STONE, RIBBON]))
        elif tall > 0.6:
            kind = int(rng.choice([DECO, CURTAIN, CURTAIN, STONE]))
        else:
            kind = int(rng.choice([BRICK, STONE, RIBBON, CURTAIN, STONE]))
        row = self.style(kind)
        floors = {
            BRICK: float(rng.integers(4, 9)),
            STONE: float(8 + 16 * tall + rng.integers(0, 5)),
            DECO: 20 + 26 * tall,
            CURTAIN: 14 + 38 * tall,
            RIBBON: float(7 + 13 * tall + rng.integers(0, 4)),
        }[kind]
        self.raise_(kind, row, (x0, z0, x1, z1), int(floors))

    def style(self, kind: int) -> Doubles:
        rng = self.rng
        row = np.zeros(FIELDS)
        row[STYLE] = kind
        row[FLOOR] = {BRICK: 3.2, STONE: 3.6, DECO: 3.6, CURTAIN: 3.9, RIBBON: 3.7}[kind]
        row[BAY] = {BRICK: 3.0, STONE: 3.0, DECO: 1.5, CURTAIN: 1.5, RIBBON: 3.0}[kind]
        if kind in {BRICK, STONE} and rng.random() < 0.3:
            row[BAY] = 1.5
        narrow = row[BAY] < 2.0
        open_u = {BRICK: 0.42, STONE: 0.52, DECO: 0.5, CURTAIN: 0.93, RIBBON: 0.97}[kind]
        row[OPEN_U] = 0.56 if narrow and kind in {BRICK, STONE} else open_u
        row[OPEN_V] = {BRICK: 0.52, STONE: 0.55, DECO: 0.62, CURTAIN: 0.80, RIBBON: 0.46}[kind]
        row[SILL] = {BRICK: 0.26, STONE: 0.24, DECO: 0.2, CURTAIN: 0.1, RIBBON: 0.3}[kind]
        row[OPEN_U] *= rng.uniform(0.9, 1.03)
        row[OPEN_V] *= rng.uniform(0.9, 1.1)
        wall = np.array(WALLS[kind][int(rng.integers(4))])
        row[WALL : WALL + 3] = wall * rng.uniform(0.8, 1.15)
        light = np.array((0.50, 0.48, 0.44)) if kind != CURTAIN else np.array((0.2, 0.21, 0.22))
        row[TRIM : TRIM + 3] = 0.55 * light + 0.6 * wall
        row[LIT] = rng.uniform(0.22, 0.55) + (0.12 if kind in {CURTAIN, RIBBON} else 0.0)
        row[WARMTH] = rng.uniform(0.0, 0.45) if kind in {CURTAIN, RIBBON} else rng.uniform(0.4, 1.0)
        row[SHOP] = 4.8
        row[SEED] = float(rng.integers(1, 60000))
        row[ACCENT : ACCENT + 3] = self.neon[int(rng.integers(len(self.neon)))]
        row[BLINDS] = rng.uniform(0.2, 0.6)
        row[SHADE] = rng.uniform(0.85, 1.1)
        row[SCREEN] = float(rng.random() < 0.22)
        row[CROWN] = float(rng.random() < {DECO: 0.7, STONE: 0.25}.get(kind, 0.0))
        row[STRIP] = float(rng.random() < {CURTAIN: 0.4, RIBBON: 0.2}.get(kind, 0.0))
        return row

    def raise_(self, kind: int, row: Doubles, lot: tuple[int, int, int, int], floors: int) -> None:
        """Stack the tiers of one building and furnish its top roof."""
        rng = self.rng
        x0, z0, x1, z1 = lot
        row[BOUNDS : BOUNDS + 4] = np.array((x0, x1, z0, z1)) * CELL
        self.rows.append(row)
        bid = len(self.rows) - 1
        steps = [floors]
        if kind == DECO:
            steps = sorted({max(5, int(floors * f)) for f in (0.32, 0.58, 0.8, 0.93, 1.0)})
        elif kind == CURTAIN and min(x1 - x0, z1 - z0) >= 8:
            steps = [int(rng.integers(2, 6)), floors]
        elif kind == STONE and floors > 14:
            steps = [int(floors * 0.7), floors]
        top = 0.0
        for index, step in enumerate(steps):
            if index and min(x1 - x0, z1 - z0) > 4:
                x0, z0, x1, z1 = x0 + 1, z0 + 1, x1 - 1, z1 - 1
            top = float(row[SHOP] + step * row[FLOOR] + 1.1)
            self.height[z0:z1, x0:x1] = top
            self.ident[z0:z1, x0:x1] = bid
        self.furnish(kind, (x0, z0, x1, z1), top)

    def furnish(self, kind: int, roof: tuple[int, int, int, int], top: float) -> None:
        rng = self.rng
        x0, z0, x1, z1 = roof
        if min(x1 - x0, z1 - z0) < 4:
            self.mast((x0 + x1) / 2 * CELL, (z0 + z1) / 2 * CELL, top, 14.0)
            return
        for _ in range(int(rng.integers(1, 4))):
            tank = kind in {BRICK, STONE} and rng.random() < 0.5
            width, depth = (1, 1) if tank else (int(rng.integers(1, 4)), int(rng.integers(1, 4)))
            x = int(rng.integers(x0 + 1, max(x1 - width, x0 + 2)))
            z = int(rng.integers(z0 + 1, max(z1 - depth, z0 + 2)))
            row = np.zeros(FIELDS)
            row[STYLE] = TANK if tank else PLANT
            row[WALL : WALL + 3] = (0.20, 0.13, 0.08) if tank else (0.27, 0.27, 0.28)
            row[TRIM : TRIM + 3] = row[WALL : WALL + 3]
            row[SEED] = float(rng.integers(1, 60000))
            self.rows.append(row)
            over = float(rng.uniform(4.5, 6.5) if tank else rng.uniform(2.6, 5.5))
            self.height[z : z + depth, x : min(x + width, x1 - 1)] = top + over
            self.ident[z : z + depth, x : min(x + width, x1 - 1)] = len(self.rows) - 1
        if rng.random() < (0.75 if top > 80.0 else 0.15):
            reach = float(rng.uniform(8.0, 14.0) if top < 80.0 else rng.uniform(14.0, 34.0))
            self.mast((x0 + x1) / 2 * CELL, (z0 + z1) / 2 * CELL, top, reach)

    def mast(self, x: float, z: float, foot: float, reach: float) -> None:
        self.masts.append((x, z, foot, foot + reach))

    def block(self, x0: int, z0: int, x1: int, z1: int) -> None:
        """Divide one block into lots: two rows back to back, each a row of houses."""
        rng = self.rng
        middle = (x0 + x1) // 2 + int(rng.integers(-2, 3))
        for left, right in ((x0, middle), (middle, x1)):
            z = z0
            while z < z1:
                size = int(rng.integers(5, 15))
                if z1 - z - size < 5:
                    size = z1 - z
                self.lot(left, z, right, z + size)
                z += size


def neon_colors(palette: tuple[Color, ...], cyberpunk: bool) -> tuple[Color, ...]:
    """Return the colors of signs: the palette's, made vivid, before the defaults."""
    base = CYBERPUNK if cyberpunk else NEON
    vivid: list[Color] = []
    for color in palette:
        peak = max(*color, 1e-4)
        low = min(color) / peak
        r, g, b = (((c / peak) - 0.75 * low) / (1.0 - 0.75 * low) for c in color)
        vivid.append((r, g, b))
    return tuple(vivid * 2) + base[: max(2, len(base) - len(vivid))] if vivid else base


def lay_out(
    seed: int,
    neon: tuple[Color, ...],
    sun: tuple[float, float, float],
    pool: Executor = AT_ONCE,
) -> Layout:
    rng = np.random.default_rng(seed + 401)
    avenues = draw_roads(rng, AVENUE, (20, 30))
    streets = draw_roads(rng, 6, (26, 42))
    builder = Builder(rng, neon)
    x_ends = [road.start for road in avenues[1:]] + [CELLS]
    z_ends = [road.start for road in streets[1:]] + [CELLS]
    for avenue, x1 in zip(avenues, x_ends, strict=True):
        for street, z1 in zip(streets, z_ends, strict=True):
            builder.block(avenue.start + avenue.width, street.start + street.width, x1, z1)
    height, ident = builder.height, builder.ident
    building = np.stack(builder.rows)
    road_x, road_z = road_table(avenues), road_table(streets)
    shadow = np.zeros_like(height)
    in_bands(pool, CELLS, partial(cast_shadows, height, *sun, shadow))
    spill = np.zeros((CELLS, CELLS, 3), np.float32)
    gather_spill(height, ident, building, road_x, road_z, spill)
    for step in (1, 1, 2):
        spill = soften(spill, step)
    # The mean height around a cell stands for how much of the sky the houses hide.
    canyon = height.copy()
    for step in (2, 4, 6):
        canyon = soften(canyon, step)
    baked = np.ascontiguousarray(np.dstack((shadow, canyon, spill)))
    city = City(height, ident, building, road_x, road_z, baked)
    return Layout(city, tuple(avenues), tuple(streets), tuple(builder.masts))


def soften(field: Floats, step: int = 1) -> Floats:
    """Blur a periodic map with a binomial of three taps `step` cells apart."""
    half, quarter = np.float32(0.5), np.float32(0.25)
    out = field
    for axis in (0, 1):
        around = np.roll(out, step, axis) + np.roll(out, -step, axis)
        out = out * half + around * quarter
    return out


@kernel
def cast_shadows(
    height: Floats, sx: float, sy: float, sz: float, out: Floats, first: int, last: int
) -> None:
    """Store for each cell the height up to which buildings hide the sun."""
    flat = max(np.sqrt(sx * sx + sz * sz), 1e-4)
    ux, uz = sx / flat, sz / flat
    drop = max(sy, 0.02) / flat * CELL
    reach = int(min(260.0 / drop, 150.0)) + 1
    mask = CELLS - 1  # CELLS is a power of two, so that the map wraps with a mask
    for z in range(first, last):
        for x in range(CELLS):
            top = 0.0
            for k in range(1, reach):
                cx = int(np.floor(x + 0.5 + ux * k)) & mask
                cz = int(np.floor(z + 0.5 + uz * k)) & mask
                top = max(top, height[cz, cx] - drop * k)
            out[z, x] = top


@kernel
def gather_spill(
    height: Floats,
    ident: NDArray[np.int32],
    building: Doubles,
    road_x: Floats,
    road_z: Floats,
    out: Floats,
) -> None:
    """Add the light of street lamps and shop fronts to the cells in front of them."""
    mask = CELLS - 1
    for z in range(CELLS):
        for x in range(CELLS):
            if height[z, x] > 0.0:
                continue
            for side in range(4):
                dx = 0 if side > 1 else 1 - 2 * side
                dz = 0 if side < 2 else 5 - 2 * side
                nz, nx = (z + dz) & mask, (x + dx) & mask
                if height[nz, nx] <= 0.0:
                    continue
                bid = int(ident[nz, nx])
                row = building[bid]
                axis = 1 if dx == 0 else 0
                along = (x if dx == 0 else z) * CELL + 1.5
                place, _ = shop_unit(building, bid, axis, along)
                glow = shop_glow(building, bid, axis, int(place))
                if glow < 0.16:
                    continue
                power = 0.7 + 1.6 * glow
                tint = 0.5 if glow > 0.55 else 0.15
                out[z, x, 0] += power * (1.0 + tint * (row[ACCENT] - 1.0)) * 1.0
                out[z, x, 1] += power * (0.8 + tint * (row[ACCENT + 1] - 0.8)) * 0.9
                out[z, x, 2] += power * (0.55 + tint * (row[ACCENT + 2] - 0.55)) * 0.9
    for axis in range(2):
        table = road_x if axis == 0 else road_z
        for c in range(CELLS):
            first = table[c, 1] > 0.0 and (c == 0 or table[c - 1, 1] == 0.0)
            if not first:
                continue
            for side in range(2):
                reach = (table[c, 1] - PAVEMENT + 1.0) * (1.0 if side == 0 else -1.0)
                across = int((table[c, 0] + reach) / CELL) & mask
                lamps = int(PERIOD / LAMP_STEP)
                for k in range(lamps):
                    along = int((k + 0.5 * side) * LAMP_STEP / CELL) & mask
                    zc = along if axis == 0 else across
                    xc = across if axis == 0 else along
                    if height[zc, xc] > 0.0:
                        continue
                    out[zc, xc, 0] += 15.0
                    out[zc, xc, 1] += 9.6
                    out[zc, xc, 2] += 5.2
