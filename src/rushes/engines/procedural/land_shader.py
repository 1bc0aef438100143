"""The shading of the valley's land, and what kernels look up in the valley's maps."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural import sky as skies
from rushes.engines.procedural.fast_math import F, fading, log2
from rushes.engines.procedural.kernel import inline
from rushes.engines.procedural.materials import BLUE, DIRECT, DOME, GREEN, RED, RELIEF, WARM, WHITE
from rushes.engines.procedural.pixels import mix, sample, weights
from rushes.engines.procedural.terrain import CELL, FINE, GRIT, SIZE, SOUTH, WEST, Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.sky import Sky

    Four = tuple[np.float32, np.float32, np.float32, np.float32]

HAZE_ROWS, HAZE_COLS = 24, 33
RIPPLES = 256  # texels a side of the water's slopes
HAZE_SPAN = 0.9  # the haze grid covers view slopes from -HAZE_SPAN to +HAZE_SPAN
ROW, SHARE, FAR_OFF, HEIGHT, SLOPE, STEP = range(6)  # of a spot of land, in `Spots.found`


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


class Spots(NamedTuple):
    """Working memory: the spots of land that the rays of one column of pixels have found."""

    found: Doubles  # (spots, 6)
    cover: Floats  # (spots, 8): what `Valley.cover` has there


@inline
def haze_at(grid: Floats, slope: float, across: float) -> tuple[float, float, float]:
    """Sample the haze grid at a view slope and a position 0..1 across the picture."""
    v = min(max((1.0 - slope / HAZE_SPAN) * 0.5, 0.0), 1.0) * (HAZE_ROWS - 1.001)
    return sample(grid, v, min(max(across, 0.0), 1.0) * (HAZE_COLS - 1.001))


@inline
def extinction(valley: Valley, y0: float, y1: float) -> float:
    """Return the mean extinction of the air between two heights, per meter."""
    conditions = valley.conditions
    density = valley.sky.fog
    if conditions.mist > 0.0:
        a = fading(max(y0, 0.0) / conditions.mist_height)
        b = fading(max(y1, 0.0) / conditions.mist_height)
        # The mist thins exponentially with height: its mean along the ray has a closed form.
        rise = (y1 - y0) / conditions.mist_height
        mean = a if abs(rise) < 1e-3 else (a - b) / rise
        density += conditions.mist * abs(mean)
    return density


@inline
def clearness(valley: Valley, y0: float, y1: float, far: float) -> float:
    """Return the transmittance of `far` meters of air between two heights."""
    return fading(extinction(valley, y0, y1) * far)


@inline
def ground_height(h: Floats, x: float, z: float) -> float:
    """Return the land's height at a place, meters; below 0 under the lake."""
    n = SIZE * FINE
    u = min(max((x - WEST) * (FINE / CELL) - 0.5, 0.0), n - 1.001)
    v = min(max((z - SOUTH) * (FINE / CELL) - 0.5, 0.0), n - 1.001)
    left, above = np.int32(u), np.int32(v)  # vector code has no conversion to 64 bits
    # Unsigned indices spare every look-up the test for a negative one.
    j, i = np.uint64(left), np.uint64(above)
    right, below = j + np.uint64(1), i + np.uint64(1)
    u -= float(left)
    v -= float(above)
    top = float(h[i, j]) + (float(h[i, right]) - float(h[i, j])) * u
    low = float(h[below, j]) + (float(h[below, right]) - float(h[below, j])) * u
    return top + (low - top) * v


@inline("float64(float32[:,:,::1], int64, float64, float64)")
def trait(m: Floats, channel: int, x: float, z: float) -> float:
    u = min(max((x - WEST) * (1.0 / CELL) - 0.5, 0.0), SIZE - 1.001)
    v = min(max((z - SOUTH) * (1.0 / CELL) - 0.5, 0.0), SIZE - 1.001)
    j, i = int(u), int(v)
    u -= j
    v -= i
    top = float(m[i, j, channel]) * (1.0 - u) + float(m[i, j + 1, channel]) * u
    low = float(m[i + 1, j, channel]) * (1.0 - u) + float(m[i + 1, j + 1, channel]) * u
    return top * (1.0 - v) + low * v


@inline("float32(float32[:,:,::1], uint64, uint64, int64, UniTuple(float32, 4))")
def mixed(
    m: Floats,
    i: np.uint64,
    j: np.uint64,
    k: int,
    shares: Four,
) -> np.float32:
    """Return channel `k` of `m` between four neighbors."""
    # Unsigned indices spare every look-up the test for a negative one.
    below, right = i + np.uint64(1), j + np.uint64(1)
    a, b, c, d = shares
    return np.float32(
        a * m[i, j, k] + b * m[i, right, k] + c * m[below, j, k] + d * m[below, right, k]
    )


@inline
def _grit(g: NDArray[np.int8], u: float, v: float) -> Four:
    """Return rock detail and its slopes in the texture's steps, and 0."""
    uf, vf = np.floor(u), np.floor(v)
    j, i = np.uint64(int(uf) & 255), np.uint64(int(vf) & 255)
    j1, i1 = np.uint64((int(uf) + 1) & 255), np.uint64((int(vf) + 1) & 255)
    a, b, c, d = weights(u - uf, v - vf)
    return (
        a * F(g[i, j, 0]) + b * F(g[i, j1, 0]) + c * F(g[i1, j, 0]) + d * F(g[i1, j1, 0]),
        a * F(g[i, j, 1]) + b * F(g[i, j1, 1]) + c * F(g[i1, j, 1]) + d * F(g[i1, j1, 1]),
        a * F(g[i, j, 2]) + b * F(g[i, j1, 2]) + c * F(g[i1, j, 2]) + d * F(g[i1, j1, 2]),
        a * F(g[i, j, 3]) + b * F(g[i, j1, 3]) + c * F(g[i1, j, 3]) + d * F(g[i1, j1, 3]),
    )


@inline
def _blended(near: np.float32, one: Four, far: np.float32, two: Four) -> Four:
    return (
        near * one[0] + far * two[0],
        near * one[1] + far * two[1],
        near * one[2] + far * two[2],
        near * one[3] + far * two[3],
    )


@inline
def _keep(rows: Floats, n: int, first: int, four: Four) -> None:
    """Store four numbers side by side, so that they are computed as one vector."""
    a, b, c, d = four
    rows[n, first] = a
    rows[n, first + 1] = b
    rows[n, first + 2] = c
    rows[n, first + 3] = d


@inline
def _cover(m: Floats, i: np.uint64, j: np.uint64, first: int, shares: Four) -> Four:
    """Return four channels of `m` between four neighbors."""
    return (
        mixed(m, i, j, first, shares),
        mixed(m, i, j, first + 1, shares),
        mixed(m, i, j, first + 2, shares),
        mixed(m, i, j, first + 3, shares),
    )


@inline
def _look_up(
    valley: Valley, view: LevelCamera, spots: Spots, dx: float, dz: float, many: int
) -> None:
    """Fill in the cover at spots. In a loop of its own, where look-ups do not wait for others."""
    found, cover = spots.found, valley.cover
    for n in range(many):
        far = found[n, FAR_OFF]
        u = min(max((view.x + dx * far - WEST) * (1.0 / CELL) - 0.5, 0.0), SIZE - 1.001)
        v = min(max((view.z + dz * far - SOUTH) * (1.0 / CELL) - 0.5, 0.0), SIZE - 1.001)
        j, i = np.uint64(int(u)), np.uint64(int(v))
        shares = weights(u - int(u), v - int(v))
        _keep(spots.cover, n, 0, _cover(cover, i, j, 0, shares))
        _keep(spots.cover, n, 4, _cover(cover, i, j, 4, shares))
        spots.cover[n, RELIEF] = cover[i, j, RELIEF]


@inline
def _land(
    valley: Valley, cover: Floats, x: float, y: float, z: float, texel: float, blend: float
) -> tuple[float, float, float]:
    """Return the light from a patch of land, without air.

    `cover` is what the map has there. Grit is drawn with texels of 1, 8 and 64 times `texel`
    meters; `blend`, 0 to 1, hands over from the first to the last as the land recedes.
    """
    grit, sky, tones = valley.terrain.grit, valley.sky, valley.sky.tones
    # Flat ground shows the grit from above; walls show it from the side, so nothing stretches.
    # Without branches, which the processor would guess wrong.
    relief = cover[RELIEF]
    flat, turned = relief > F(1.5), relief < F(0.0)
    along_x = 0.3 if turned else 1.0
    along_z = 1.0 if turned else 0.3
    along_z = 0.0 if flat else along_z
    p, q = along_x * x + along_z * z, z if flat else 0.8 * y
    relief = abs(relief) - (F(2.0) if flat else F(0.0))
    scale = 1.0 / (8.0 * texel)
    far = F(blend)
    middle = _grit(grit, p * scale, q * scale)
    fine = _grit(grit, p * scale * 8.0, q * scale * 8.0)
    broad = _grit(grit, p * scale * 0.125, q * scale * 0.125)
    rough = _blended(F(1.0) - far, fine, far, broad)
    value = (middle[0] + F(0.7) * rough[0]) * F(1.0 / GRIT) + F(0.45)
    push, lift = (middle[1] + rough[1]) * F(8.0 / 127.0), (middle[2] + rough[2]) * F(8.0 / 127.0)
    tone = min(max(value, F(0.0)), F(1.2))
    white = cover[WHITE]
    white = min(max(white * F(2.3) - F(0.66) + F(0.55) * tone, F(0.0)), F(1.0))
    white *= min(max(F(y), F(0.0)), F(1.0))
    dark = (F(0.40) + tone) * (F(1.0) - white)
    r = cover[RED] * dark + F(0.78) * white
    g = cover[GREEN] * dark + F(0.82) * white
    b = cover[BLUE] * dark + F(0.88) * white
    # The grit's slopes catch the sun: pushed sideways on flats, upwards on walls.
    relief *= F(1.0) - F(0.75) * white
    raised = lift * F(0.8 * sky.sun_y + 0.5 * sky.flat_z) - push * F(sky.flat_x)
    direct = cover[DIRECT] * min(max(F(1.0) + relief * raised, F(0.15)), F(2.2))
    hollow = F(0.60) + F(0.50) * tone + F(0.2) * white
    dome, warm = cover[DOME] * hollow, cover[WARM] * hollow
    low = tones[skies.HORIZON]
    lr = F(sky.light_r) * direct + F(sky.ambient_r) * dome + F(low[0]) * warm
    lg = F(sky.light_g) * direct + F(sky.ambient_g) * dome + F(low[1]) * warm
    lb = F(sky.light_b) * direct + F(sky.ambient_b) * dome + F(low[2]) * warm
    return float(r * lr), float(g * lg), float(b * lb)


@inline
def size_grit(sizes: Doubles, steps: Doubles, focal: float, more: float) -> None:
    """Fill in the texel and the blend that `_land` takes at each step.

    A mirror on water shows no fine grit: it takes `more` of a size.
    """
    for n in range(steps.size):
        size = float(log2(F(max(steps[n] / focal, 0.04) / 0.04))) / 3.0 + more
        size = max(size, 0.0)
        sizes[n, 0] = 0.04 * float(1 << (3 * int(size)))
        sizes[n, 1] = size - np.floor(size)


@inline
def gather(acc: Doubles, i: int, r: float, g: float, b: float, share: float) -> None:
    acc[i, 0] += share * r
    acc[i, 1] += share * g
    acc[i, 2] += share * b


@inline
def shade(
    valley: Valley,
    view: LevelCamera,
    spots: Spots,
    column: tuple[Doubles, Doubles, Doubles],
    dx: float,
    dz: float,
    many: int,
) -> None:
    """Add the light of the first `many` spots to their pixels, through the air.

    `column` is the light that each pixel gets from land, the haze, and what `size_grit` fills.
    """
    light, air, sizes = column
    found = spots.found
    _look_up(valley, view, spots, dx, dz, many)
    stretch = dx * dx + dz * dz
    for n in range(many):
        row, share = int(found[n, ROW]), found[n, SHARE]
        zz, y = found[n, FAR_OFF], found[n, HEIGHT]
        step = int(found[n, STEP])
        slope = found[n, SLOPE]
        x, z = view.x + dx * zz, view.z + dz * zz
        r, g, b = _land(valley, spots.cover[n], x, y, z, sizes[step, 0], sizes[step, 1])
        far = zz * np.sqrt(stretch + slope * slope)
        keep = clearness(valley, view.y, y, far)
        v = (1.0 - slope / HAZE_SPAN) * 0.5 * (HAZE_ROWS - 1)
        v = min(max(v, 0.0), HAZE_ROWS - 1.001)
        p = int(v)
        v -= p
        hr = air[p, 0] + (air[p + 1, 0] - air[p, 0]) * v
        hg = air[p, 1] + (air[p + 1, 1] - air[p, 1]) * v
        hb = air[p, 2] + (air[p + 1, 2] - air[p, 2]) * v
        r, g, b = mix(hr, hg, hb, r, g, b, keep)
        gather(light, row, r, g, b, share)
