"""Shading of the sea: reflected sky, subsurface light, sun glitter and foam.

A row's pixels are worked on together, in short loops of single precision that the compiler turns
into vector code. Only look-ups in textures go pixel by pixel.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.fast_math import LOG2_E, F, exp2, log2
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import shares
from rushes.engines.procedural.waves import (
    BANDS,
    LEVELS,
    RIPPLE_GAIN,
    TILE,
    bilinear,
    padded_texel,
    texel_frame,
)

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.sea_raycaster import Indices, View
    from rushes.engines.procedural.sky import Sky
    from rushes.engines.procedural.waves import SeaSurface

FOAM_TILE = 512
FOAM_LEVELS = 7
FINE_LEVEL = math.log2(FOAM_TILE / 6.1)  # of a texel a meter wide, tiles of 6.1 and 23 meters
WIDE_LEVEL = math.log2(FOAM_TILE / 23.0)

# The rows of the working memory: what is known of each of up to BLOCK samples. They lie one behind
# the other at constant distances, so the compiler sees that they do not overlap.
BLOCK = 256
_SPAN = BLOCK // 2  # columns worked on together: each pixel holds up to two samples
_FAR, _SHARE, _OVER, _COL, _REACH, _DETAIL, _DITHER = (BLOCK * k for k in range(7))
_DX, _DZ, _DOWN, _X, _Z = (BLOCK * k for k in range(7, 12))
_SX, _SZ, _LOST, _HEIGHT, _FOAM, _CRISP = (BLOCK * k for k in range(12, 18))
_VX, _VY, _VZ, _NX, _NY, _NZ = (BLOCK * k for k in range(18, 24))
_FACING, _MIRROR, _U, _V, _SUN, _CLEAR = (BLOCK * k for k in range(24, 30))
_RED, _GREEN, _BLUE, _PLACE = (BLOCK * k for k in range(30, 34))
_ROWS = 34
_COARSE = (TILE >> (LEVELS - 2)) + 1  # rows of texels of which nothing is left to see
_1 = np.uint64(1)

_NONE, _HALF, _ONE = F(0.0), F(0.5), F(1.0)


class Water(NamedTuple):
    """The water's optical properties, in single precision for kernels."""

    height: np.float32  # significant wave height, meters
    still: np.float32  # slope variance of waves too short for any band
    mist: np.float32  # extinction low over the sea, per meter
    glitter: np.float32
    crest_sun: np.float32
    crest_sky: np.float32
    deep_r: np.float32
    deep_g: np.float32
    deep_b: np.float32
    crest_r: np.float32
    crest_g: np.float32
    crest_b: np.float32


class SeaLight(NamedTuple):
    """The light on the sea, in single precision for kernels."""

    sun_x: np.float32
    sun_y: np.float32
    sun_z: np.float32
    light_r: np.float32
    light_g: np.float32
    light_b: np.float32
    ambient_r: np.float32
    ambient_g: np.float32
    ambient_b: np.float32
    fog: np.float32  # extinction per meter


class WaterLine(NamedTuple):
    """What the pixels of one row have in common, in single precision for kernels."""

    x: np.float32  # the camera
    z: np.float32
    ahead_x: np.float32
    ahead_z: np.float32
    right_x: np.float32
    right_z: np.float32
    pixel: np.float32  # a pixel's side, one meter away
    middle: np.float32  # column of the view's axis
    rise: np.float32  # of the horizon in that column over the pixels' centers, rows
    shear: np.float32
    row: np.float32


def sea_light(sky: Sky, water: Water) -> SeaLight:
    sun = (sky.sun_x, max(sky.sun_y, 0.03), sky.sun_z)
    light = (sky.light_r, sky.light_g, sky.light_b)
    ambient = (sky.ambient_r, sky.ambient_g, sky.ambient_b)
    return SeaLight(*map(F, (*sun, *light, *ambient, sky.fog + float(water.mist))))


def sea_scratch() -> tuple[Floats, Indices]:
    """Return working memory for `paint_sea`; each thread needs its own."""
    return np.zeros(_ROWS * BLOCK, np.float32), np.zeros(2 * BLOCK, np.int32)


@inline
def _reach(depth: Floats, i: int, j: int, flat: float) -> float:
    """Return how far a pixel reaches over the water, from the rows above and below.

    `flat` is what it would be on a plane.
    """
    d = float(depth[i, j])
    upper, lower = flat, flat
    if i > 0 and depth[i - 1, j] > 0.0:
        upper = min(abs(float(depth[i - 1, j]) - d), 5.0 * flat)
    if i + 1 < depth.shape[0]:
        lower = min(abs(d - float(depth[i + 1, j])), 5.0 * flat)
    return 0.5 * (upper + lower)


@inline
def _collect(
    w: Floats, depth: Floats, behind: Floats, cover: Floats, view: View, i: int, first: int
) -> int:
    """List what `march` has found in up to `_SPAN` pixels of a row; return how many samples."""
    n = 0
    pixel = 1.0 / view.focal
    for j in range(first, min(first + _SPAN, depth.shape[1])):
        d, back, share = depth[i, j], behind[i, j], cover[i, j]
        # First what fills a pixel, then what shows over a crest's edge.
        if d > 0.0 and share > 0.0:
            across = d * pixel
            reach = _reach(depth, i, j, d * across / max(view.eye, 0.3)) / across
            w[_FAR + n], w[_COL + n], w[_REACH + n] = d, np.float32(j), np.float32(reach)
            w[_SHARE + n], w[_OVER + n] = share, np.float32(0.0)
            n += 1
        if back > 0.0 and share < 1.0:
            w[_FAR + n], w[_COL + n], w[_REACH + n] = back, np.float32(j), np.float32(9.0)
            w[_SHARE + n], w[_OVER + n] = _ONE - share, np.float32(1.0)
            n += 1
    return n


@inline
def _aim(w: Floats, n: int, line: WaterLine) -> None:
    """Find where each sample lies on the water, and how fine the water is seen there."""
    for k in range(n):
        d, col = w[_FAR + k], w[_COL + k]
        reach = min(max(w[_REACH + k], _ONE), F(49.0))
        w[_DETAIL + k] = log2(d * line.pixel) + F(0.7) + F(0.63) * log2(reach)
        # Interleaved gradient noise: neighbors differ, every small block covers the range.
        noise = F(0.06711056) * col + F(0.00583715) * line.row
        noise = F(52.9829189) * (noise - np.floor(noise))
        w[_DITHER + k] = noise - np.floor(noise) - _HALF
        offset = col - line.middle
        side = offset * line.pixel
        dx = line.ahead_x + side * line.right_x
        dz = line.ahead_z + side * line.right_z
        w[_DX + k], w[_DZ + k] = dx, dz
        w[_DOWN + k] = min((line.rise + line.shear * offset) * line.pixel, F(-1e-4))
        w[_X + k], w[_Z + k] = line.x + d * dx, line.z + d * dz
        w[_SX + k] = w[_SZ + k] = w[_HEIGHT + k] = w[_FOAM + k] = w[_CRISP + k] = _NONE
        w[_LOST + k] = _NONE


@inline
def _sum_waves(w: Floats, index: Indices, n: int, surface: SeaSurface, band: int) -> None:
    """Add a band's slopes, the variance that smoothing took, its height and foam.

    A dither spreads the border between two mip levels over many pixels, at half the cost of mixing
    both.
    """
    # The fourth pass wears the smallest tile again, shrunk and turned, as ripples.
    tile = min(band, BANDS - 1)
    gain = _ONE if band < BANDS else F(RIPPLE_GAIN)
    c, s = F(surface.turn[band, 0]), F(surface.turn[band, 1])
    scale, limit = F(surface.scales[band]), F(surface.limits[band])
    texels, rough = surface.texels[tile], surface.rough[tile]
    for k in range(n):
        place = min(max(w[_DETAIL + k] + limit, _NONE), F(LEVELS - 1.001))
        w[_PLACE + k] = place
        level = np.int32(max(place + w[_DITHER + k] + _HALF, _NONE))
        x, z = w[_X + k], w[_Z + k]
        u, v = (x * c + z * s) * scale, (z * c - x * s) * scale
        texel, wide, right, lower = padded_texel(level, u, v)
        index[k], index[BLOCK + k] = texel, wide
        w[_U + k], w[_V + k] = right, lower
    for k in range(n):
        place = w[_PLACE + k]
        low = np.uint64(place)
        fine, coarse = F(rough[low]), F(rough[low + _1])
        w[_LOST + k] += gain * gain * (fine + (place - np.floor(place)) * (coarse - fine))
        if index[BLOCK + k] <= _COARSE:
            continue
        p = np.uint64(index[k])
        r = p + np.uint64(index[BLOCK + k])
        q, t = p + _1, r + _1
        fx, fy = w[_U + k], w[_V + k]
        both = fx * fy
        wr, wq = fy - both, fx - both
        wp = _ONE - fx - wr
        a = texels[p, 1] * wp + texels[q, 1] * wq + texels[r, 1] * wr + texels[t, 1] * both
        b = texels[p, 2] * wp + texels[q, 2] * wq + texels[r, 2] * wr + texels[t, 2] * both
        if band < 2:
            h = texels[p, 0] * wp + texels[q, 0] * wq + texels[r, 0] * wr + texels[t, 0] * both
            f = texels[p, 3] * wp + texels[q, 3] * wq + texels[r, 3] * wr + texels[t, 3] * both
            w[_HEIGHT + k] += h
            if band == 0:
                w[_FOAM + k] = f
            else:
                w[_CRISP + k] = f
        w[_SX + k] += gain * (a * c - b * s)
        w[_SZ + k] += gain * (a * s + b * c)


@inline
def _turn(w: Floats, n: int, still: np.float32, dome_side: np.float32) -> None:
    """Find how the water faces the view, and what part of the sky it mirrors."""
    for k in range(n):
        lost = w[_LOST + k] + still
        w[_LOST + k] = lost
        dx, dz, down = w[_DX + k], w[_DZ + k], w[_DOWN + k]
        flat = dx * dx + dz * dz
        n0 = _ONE / np.sqrt(flat + down * down)
        vx, vy, vz = -dx * n0, -down * n0, -dz * n0
        # Seen at a grazing angle, the slopes that face us hide those that do not.
        spread = np.sqrt(lost)
        lean = spread * (_ONE - min(vy * F(1.6), _ONE)) * F(0.9) / np.sqrt(flat)
        mx, mz = w[_SX + k] + lean * dx, w[_SZ + k] + lean * dz
        ny = _ONE / np.sqrt(mx * mx + mz * mz + _ONE)
        nx, nz = -mx * ny, -mz * ny
        facing = nx * vx + ny * vy + nz * vz
        # Waves too fine to hide one another may face away: those only just show.
        facing = _HALF * (facing + np.sqrt(facing * facing + F(0.03)))
        # The reflectance of a rough sea (Bruneton's fit): Schlick's (1 - cos)^5, flattened by
        # roughness; 0.02 is the reflectance of water at 0 degrees.
        power = F(5.0) * exp2(F(-2.69) * LOG2_E * spread)
        share = exp2(power * log2(max(_ONE - facing, F(1e-6))))
        mirror = F(0.02) + F(0.98) * share / (_ONE + F(22.7) * lost * np.sqrt(spread))
        rx = F(2.0) * facing * nx - vx
        ry = abs(F(2.0) * facing * ny - vy) + F(0.35) * spread
        rz = F(2.0) * facing * nz - vz
        q = _ONE / np.sqrt(rx * rx + ry * ry + rz * rz)
        # The dome is a stereographic picture of the sky.
        q = q / (_ONE + ry * q)
        top = dome_side - F(1.001)
        u = (rx * q + F(1.05)) / F(2.1) * dome_side - _HALF
        v = (rz * q + F(1.05)) / F(2.1) * dome_side - _HALF
        w[_U + k] = min(max(u, _NONE), top)
        w[_V + k] = min(max(v, _NONE), top)
        w[_VX + k], w[_VY + k], w[_VZ + k] = vx, vy, vz
        w[_NX + k], w[_NY + k], w[_NZ + k] = nx, ny, nz
        w[_FACING + k], w[_MIRROR + k] = facing, mirror


@inline
def _mirror_dome(w: Floats, n: int, dome: Floats) -> None:
    for k in range(n):
        u, v = w[_U + k], w[_V + k]
        j, i = np.uint64(int(u)), np.uint64(int(v))
        right, lower = j + np.uint64(1), i + np.uint64(1)
        fx, fy = u - np.floor(u), v - np.floor(v)
        both = fx * fy
        wc, wb = fy - both, fx - both
        wa = _ONE - fx - wc
        p, q = dome[i], dome[lower]
        w[_RED + k] = p[j, 0] * wa + p[right, 0] * wb + q[j, 0] * wc + q[right, 0] * both
        w[_GREEN + k] = p[j, 1] * wa + p[right, 1] * wb + q[j, 1] * wc + q[right, 1] * both
        w[_BLUE + k] = p[j, 2] * wa + p[right, 2] * wb + q[j, 2] * wc + q[right, 2] * both


@inline
def _light_water(w: Floats, n: int, sea: Water, sky: SeaLight) -> None:
    """Mix what the water mirrors with its own light and the sun's glitter."""
    for k in range(n):
        vx, vy, vz = w[_VX + k], w[_VY + k], w[_VZ + k]
        facing, mirror = w[_FACING + k], w[_MIRROR + k]
        # Subsurface light: the higher on a crest, the less water light passes through.
        lift = min(max(F(0.45) + w[_HEIGHT + k] / sea.height, _NONE), F(1.4))
        # Light that entered a crest from behind leaves it green, above all sunwards.
        through = max(-(sky.sun_x * vx + sky.sun_z * vz), _NONE)
        through = through * through * through * (F(0.35) + F(0.65) * facing)
        glow = lift * lift * (sea.crest_sun * through + sea.crest_sky * facing)
        sun = w[_NX + k] * sky.sun_x + w[_NY + k] * sky.sun_y + w[_NZ + k] * sky.sun_z
        sun = max(sun, _NONE)
        w[_SUN + k] = sun
        up = F(0.35) + F(0.65) * sun
        body = _ONE - mirror
        # The sun's reflection: Beckmann's distribution of facet slopes times Schlick's Fresnel
        # term. `hx, hy, hz` lies half-way between view and sun.
        dot = vx * sky.sun_x + vy * sky.sun_y + vz * sky.sun_z
        q = _ONE / np.sqrt(max(F(2.0) + F(2.0) * dot, F(1e-6)))
        hx, hz = (vx + sky.sun_x) * q, (vz + sky.sun_z) * q
        hy = (vy + sky.sun_y) * q
        high = min(max((hy - F(0.05)) * F(1e6), _NONE), _ONE)
        hy = max(hy, F(0.05))
        ox, oz = -hx / hy - w[_SX + k], -hz / hy - w[_SZ + k]
        var = _HALF * w[_LOST + k] + F(0.0016)
        away = min(_HALF * (ox * ox + oz * oz) / var, F(60.0))
        h2 = hy * hy
        m = _ONE - max((_ONE + dot) * q, _NONE)
        m2 = m * m
        spark = F(0.125) * (F(0.02) + F(0.98) * m2 * m2 * m) * exp2(-LOG2_E * away)
        spark = high * spark / (var * h2 * h2)
        spark = min(spark / max(facing, F(0.12)), F(40.0)) * sea.glitter
        crest = glow * body
        deep_r = sea.deep_r * (sky.ambient_r + up * sky.light_r) * body
        deep_g = sea.deep_g * (sky.ambient_g + up * sky.light_g) * body
        deep_b = sea.deep_b * (sky.ambient_b + up * sky.light_b) * body
        crest_r = sea.crest_r * crest * (_HALF * sky.ambient_r + sky.light_r)
        crest_g = sea.crest_g * crest * (_HALF * sky.ambient_g + sky.light_g)
        crest_b = sea.crest_b * crest * (_HALF * sky.ambient_b + sky.light_b)
        w[_RED + k] = mirror * w[_RED + k] + deep_r + crest_r + spark * sky.light_r
        w[_GREEN + k] = mirror * w[_GREEN + k] + deep_g + crest_g + spark * sky.light_g
        w[_BLUE + k] = mirror * w[_BLUE + k] + deep_b + crest_b + spark * sky.light_b
        foam = w[_FOAM + k]
        broken = foam + (_ONE - foam) * w[_CRISP + k] * min(max(lift - F(0.3), _NONE), _ONE)
        w[_FOAM + k] = min(broken, F(0.8))  # even thick foam keeps its holes
        w[_CLEAR + k] = exp2(-LOG2_E * sky.fog * w[_FAR + k])  # Beer-Lambert


@inline("float64(float32[:,::1], float64, float64, float64)")
def _lace(bubbles: Floats, u: float, v: float, level: float) -> float:
    side = FOAM_TILE >> int(min(max(level, 0.0), FOAM_LEVELS - 1.0) + 0.5)
    # Levels shrink by four: their starts are a geometric series.
    base = (4 * (FOAM_TILE * FOAM_TILE - side * side)) // 3
    return bilinear(bubbles, base, side, u, v, 0)


@inline
def _froth(
    drift: Floats, bubbles: Floats, u: float, v: float, scale: float, detail: float, amount: float
) -> float:
    """Return how much of a pixel is white, for water of which `amount` has broken.

    `u` and `v` are its place on the longest band's tile, of which `scale` make a meter; `detail`
    is log2 of the pixel's size in meters.
    """
    # Blurred patterns lose their spread about one half, so the edge has to soften with them.
    soft = 0.16 + min(1.6 * float(exp2(F(detail))), 1.4)
    edge = 1.0 - amount * (1.0 + soft)
    if edge >= 1.0:
        return 0.0
    i0, i1, i2, i3, fx, fy = texel_frame(0, TILE, u, v)
    w0, w1, w2, w3 = shares(fx, fy)
    along = u / scale
    along -= drift[i0, 0] * w0 + drift[i1, 0] * w1 + drift[i2, 0] * w2 + drift[i3, 0] * w3
    across = v / scale
    across -= drift[i0, 1] * w0 + drift[i1, 1] * w1 + drift[i2, 1] * w2 + drift[i3, 1] * w3
    u, v = (0.55 * along + 3.0) * (1.0 / 23.0), across * (1.0 / 23.0)
    wide = 0.45 * _lace(bubbles, u, v, detail + WIDE_LEVEL)
    if wide + 0.55 <= edge:
        return 0.0
    fine = 0.55 * _lace(bubbles, along * (1.0 / 6.1), across * (1.0 / 6.1), detail + FINE_LEVEL)
    q = min(max((fine + wide - edge) / soft, 0.0), 1.0)
    return float(q * q * (3.0 - 2.0 * q) * (0.35 + 0.65 * min(amount * 1.6, 1.0)))


@inline
def _whiten(w: Floats, n: int, surface: SeaSurface, bubbles: Floats, sky: SeaLight) -> None:
    """Lay foam over the water where it has broken."""
    scale = surface.scales[0]
    c, s = surface.turn[0, 0], surface.turn[0, 1]
    for k in range(n):
        broken = float(w[_FOAM + k])
        if broken <= 0.01:
            continue
        x, z = float(w[_X + k]), float(w[_Z + k])
        u, v = (x * c + z * s) * scale, (z * c - x * s) * scale
        detail = float(w[_DETAIL + k])
        white = F(_froth(surface.drift, bubbles, u, v, scale, detail, broken))
        sun = F(0.8) * w[_SUN + k] + F(0.1)
        red, green, blue = w[_RED + k], w[_GREEN + k], w[_BLUE + k]
        red += white * (F(0.82) * (F(0.9) * sky.ambient_r + sun * sky.light_r) - red)
        green += white * (F(0.84) * (F(0.9) * sky.ambient_g + sun * sky.light_g) - green)
        blue += white * (F(0.85) * (F(0.9) * sky.ambient_b + sun * sky.light_b) - blue)
        w[_RED + k], w[_GREEN + k], w[_BLUE + k] = red, green, blue


@inline
def _write(w: Floats, n: int, behind: Floats, air: Floats, light: Floats, i: int) -> None:
    for k in range(n):
        j = np.uint64(w[_COL + k])
        share, clear = w[_SHARE + k], w[_CLEAR + k]
        r = air[j, 0] + (w[_RED + k] - air[j, 0]) * clear
        g = air[j, 1] + (w[_GREEN + k] - air[j, 1]) * clear
        b = air[j, 2] + (w[_BLUE + k] - air[j, 2]) * clear
        r, g, b = r * share, g * share, b * share
        pixel = light[i, j]
        if w[_OVER + k] > _NONE:
            r, g, b = pixel[0] + r, pixel[1] + g, pixel[2] + b
        elif share < _ONE and behind[i, j] == _NONE:
            sky = _ONE - share
            r, g, b = pixel[0] * sky + r, pixel[1] * sky + g, pixel[2] * sky + b
        pixel[0], pixel[1], pixel[2] = r, g, b


@kernel
def paint_sea(
    surface: SeaSurface,
    sky: SeaLight,
    dome: Floats,
    bubbles: Floats,
    sea: Water,
    scratch: Floats,
    index: Indices,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
    air: Floats,
    light: Floats,
) -> None:
    """Add the sea to `light`, which holds the sky already, where `march` has found it."""
    rows, columns = depth.shape
    for i in range(rows):
        line = WaterLine(
            F(view.x), F(view.z), F(view.ahead_x), F(view.ahead_z), F(view.right_x),
            F(view.right_z), F(1.0 / view.focal), F(0.5 * columns - 0.5),
            F(view.horizon - i - 0.5), F(view.shear), F(i),
        )  # fmt: skip
        for first in range(0, columns, _SPAN):
            n = _collect(scratch, depth, behind, cover, view, i, first)
            if n == 0:
                continue
            _aim(scratch, n, line)
            for band in range(BANDS + 1):
                _sum_waves(scratch, index, n, surface, band)
            _turn(scratch, n, sea.still, F(dome.shape[0]))
            _mirror_dome(scratch, n, dome)
            _light_water(scratch, n, sea, sky)
            _whiten(scratch, n, surface, bubbles, sky)
            _write(scratch, n, behind, air, light, i)
