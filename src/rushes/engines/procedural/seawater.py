"""Shading of the sea: reflected sky, subsurface light, sun glitter and foam."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import add, mix, overlay, put, shares
from rushes.engines.procedural.sky import haze, lamps, radiance, veiled_air
from rushes.engines.procedural.waves import BANDS, LEVELS, RIPPLE_GAIN, TILE, bilinear, texel_frame

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.sea_raycaster import View
    from rushes.engines.procedural.sky import Sky
    from rushes.engines.procedural.waves import SeaSurface

    Rgb = tuple[float, float, float]

DOME = 96  # side of the square that holds the mirrored sky
FOAM_TILE = 512
MIST_DEPTH = 8.0  # meters of mist over the water
FOAM_LEVELS = 7
FINE_LEVEL = math.log2(FOAM_TILE / 6.1)  # of a texel a meter wide, tiles of 6.1 and 23 meters
WIDE_LEVEL = math.log2(FOAM_TILE / 23.0)


class Water(NamedTuple):
    """The water's optical properties, for kernels."""

    height: float  # significant wave height, meters
    still: float  # slope variance of waves too short for any band
    mist: float  # extinction low over the sea, per meter
    glitter: float
    crest_sun: float
    crest_sky: float
    deep_r: float
    deep_g: float
    deep_b: float
    crest_r: float
    crest_g: float
    crest_b: float


@kernel
def fill_dome(sky: Sky, mist: float, t: float, dome: Floats) -> None:
    """Paint the sky dome into a square: the zenith in the middle, the horizon a circle."""
    side = dome.shape[0]
    for i in range(side):
        for j in range(side):
            px, pz = (j + 0.5) / side * 2.1 - 1.05, (i + 0.5) / side * 2.1 - 1.05
            q = px * px + pz * pz
            if q > 1.0:
                scale = 1.0 / math.sqrt(q)
                px *= scale
                pz *= scale
                q = 1.0
            # Stereographic: shapes stay, so that a blur of the square is a blur of the sky.
            y = max((1.0 - q) / (1.0 + q), 0.012)
            x, z = px * (1.0 + y), pz * (1.0 + y)
            n = 1.0 / math.sqrt(x * x + y * y + z * z)
            r, g, b = radiance(sky, x * n, y * n, z * n, t, False)
            ar, ag, ab = haze(sky, x * n, y * n, z * n)
            clear = math.exp(-mist * MIST_DEPTH / (y * n))
            r, g, b = mix(ar, ag, ab, r, g, b, clear)
            put(dome, i, j, r, g, b)


@kernel
def fill_backdrop(sky: Sky, view: View, t: float, depth: Floats, backdrop: Floats) -> None:
    """Paint air and clouds at half the frame's size, where any sky is visible.

    The fourth channel is the share of the light of disc and stars that gets through them.
    """
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    lowest = 0
    for i in range(rows):
        for j in range(0, columns, 4):
            if depth[i, j] == 0.0:
                lowest = i
                break
    for i in range(min(lowest // 2 + 3, backdrop.shape[0])):
        for j in range(backdrop.shape[1]):
            x = (2.0 * j + 1.0 - 0.5 * columns) * pixel
            offset = 2.0 * j + 1.0 - 0.5 * columns
            y = (view.horizon - 2.0 * i - 1.0 + view.shear * offset) * pixel
            dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
            n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
            r, g, b, through = veiled_air(sky, dx * n, max(y * n, 0.0005), dz * n, t)
            put(backdrop, i, j, r, g, b)
            backdrop[i, j, 3] = through


@inline("UniTuple(float64, 3)(float32[:,:,::1], float64, float64)")
def _between(picture: Floats, x: float, y: float) -> Rgb:
    """Bilinear sample, clamped to the picture."""
    u, v = min(max(x, 0.0), picture.shape[1] - 1.001), min(max(y, 0.0), picture.shape[0] - 1.001)
    j, i = int(u), int(v)
    fx, fy = u - j, v - i
    w0, w1, w2, w3 = shares(fx, fy)
    p = picture[i]
    q = picture[i + 1]
    k = j + 1
    return (
        w0 * p[j, 0] + w1 * p[k, 0] + w2 * q[j, 0] + w3 * q[k, 0],
        w0 * p[j, 1] + w1 * p[k, 1] + w2 * q[j, 1] + w3 * q[k, 1],
        w0 * p[j, 2] + w1 * p[k, 2] + w2 * q[j, 2] + w3 * q[k, 2],
    )


@inline
def _mirrored(dome: Floats, x: float, y: float, z: float) -> Rgb:
    side = dome.shape[0]
    s = 1.0 / (1.0 + y)
    return _between(dome, (x * s + 1.05) / 2.1 * side - 0.5, (z * s + 1.05) / 2.1 * side - 0.5)


@inline
def _slopes(
    surface: SeaSurface, x: float, z: float, detail: float, dither: float
) -> tuple[float, float, float, float, float, float]:
    """Return world slopes, the variance that smoothing took, height, and both long bands' foam.

    `dither`, -0.5 to 0.5, spreads the border between two mip levels over many pixels, at half the
    cost of mixing both.
    """
    texels = surface.texels
    sx = sz = lost = height = foam = crisp = 0.0
    for band in range(BANDS + 1):
        # The fourth pass wears the smallest tile again, shrunk and turned, as ripples.
        k = min(band, BANDS - 1)
        place = min(max(detail + surface.limits[band], 0.0), LEVELS - 1.001)
        low = int(place)
        gain = 1.0 if band < BANDS else RIPPLE_GAIN
        coarse, fine = surface.rough[k, low + 1], surface.rough[k, low]
        lost += gain * gain * (fine + (place - low) * (coarse - fine))
        level = int(max(place + dither + 0.5, 0.0))
        if level >= LEVELS - 2:
            continue
        c, s = surface.turn[band, 0], surface.turn[band, 1]
        u = (x * c + z * s) * surface.scales[band]
        v = (z * c - x * s) * surface.scales[band]
        i0, i1, i2, i3, fx, fy = texel_frame(surface.offsets[k, level], TILE >> level, u, v)
        w0, w1, w2, w3 = shares(fx, fy)
        a = texels[i0, 1] * w0 + texels[i1, 1] * w1 + texels[i2, 1] * w2 + texels[i3, 1] * w3
        b = texels[i0, 2] * w0 + texels[i1, 2] * w1 + texels[i2, 2] * w2 + texels[i3, 2] * w3
        if band < 2:
            f = texels[i0, 3] * w0 + texels[i1, 3] * w1 + texels[i2, 3] * w2 + texels[i3, 3] * w3
            if band == 0:
                foam = f
            else:
                crisp = f
            height += (
                texels[i0, 0] * w0 + texels[i1, 0] * w1 + texels[i2, 0] * w2 + texels[i3, 0] * w3
            )
        sx += gain * (a * c - b * s)
        sz += gain * (a * s + b * c)
    return sx, sz, lost, height, foam, crisp


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
    soft = 0.16 + min(1.6 * 2.0**detail, 1.4)
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
def _fresnel(facing: float, lost: float) -> float:
    """Return the reflectance of a rough sea (Bruneton's fit); `lost` is slope variance."""
    # Schlick's (1 - cos)^5, flattened by roughness; 0.02 is the reflectance of water at 0 degrees.
    spread = math.sqrt(lost)
    share = float((1.0 - facing) ** (5.0 * math.exp(-2.69 * spread)))
    return 0.02 + 0.98 * share / (1.0 + 22.7 * lost * math.sqrt(spread))


@inline
def _spark(hx: float, hy: float, hz: float, sx: float, sz: float, lost: float, dot: float) -> float:
    """Return the sun's reflection per unit of its light, before the view's own cosine.

    `hx, hy, hz` lies half-way between view and sun and meets the view at cosine `dot`.
    """
    if hy < 0.05:
        return 0.0
    ox, oz = -hx / hy - sx, -hz / hy - sz
    var = 0.5 * lost + 0.0016
    away = 0.5 * (ox * ox + oz * oz) / var
    if away > 14.0:  # below a millionth
        return 0.0
    # Beckmann's distribution of facet slopes times Schlick's Fresnel term.
    h2 = hy * hy
    m = 1.0 - max(dot, 0.0)
    m2 = m * m
    return 0.125 * (0.02 + 0.98 * m2 * m2 * m) * math.exp(-away) / (var * h2 * h2)


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


@kernel
def fill_air(sky: Sky, view: View, air: Doubles) -> None:
    """Fill (columns, 3) with the color of the air over the horizon."""
    columns = air.shape[0]
    for j in range(columns):
        x = (j + 0.5 - 0.5 * columns) / view.focal
        dx, dz = view.ahead_x + x * view.right_x, view.ahead_z + x * view.right_z
        n = 1.0 / math.sqrt(dx * dx + dz * dz)
        air[j, 0], air[j, 1], air[j, 2] = haze(sky, dx * n, 0.0, dz * n)


@kernel
def paint_sky(
    sky: Sky,
    backdrop: Floats,
    mist: float,
    t: float,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
    air: Doubles,
    light: Floats,
) -> None:
    """Fill `light` wherever `march` has found sky, behind a crest's edge too."""
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    for i in range(rows):
        for j in range(columns):
            if depth[i, j] > 0.0 and (cover[i, j] >= 1.0 or behind[i, j] > 0.0):
                continue
            offset = j + 0.5 - 0.5 * columns
            y = (view.horizon + view.shear * offset - i - 0.5) * pixel
            dx = view.ahead_x + offset * pixel * view.right_x
            dz = view.ahead_z + offset * pixel * view.right_z
            n = 1.0 / math.sqrt(dx * dx + dz * dz + y * y)
            up = max(y * n, 0.0005)
            mu = (dx * sky.sun_x + dz * sky.sun_z) * n + up * sky.sun_y
            x, y = 0.5 * j - 0.25, 0.5 * i - 0.25
            r, g, b = _between(backdrop, x, y)
            if sky.stars > 0.0 or mu > 0.9975:
                sr, sg, sb = lamps(sky, dx * n, up, dz * n, t)
                through = float(backdrop[i >> 1, j >> 1, 3])
                r, g, b = r + sr * through, g + sg * through, b + sb * through
            veil = mist * MIST_DEPTH / up
            if veil > 0.002:
                clear = math.exp(-veil)
                r, g, b = mix(air[j, 0], air[j, 1], air[j, 2], r, g, b, clear)
            put(light, i, j, r, g, b)


@kernel
def paint_sea(
    surface: SeaSurface,
    sky: Sky,
    dome: Floats,
    bubbles: Floats,
    sea: Water,
    view: View,
    depth: Floats,
    behind: Floats,
    cover: Floats,
    air: Doubles,
    light: Floats,
) -> None:
    """Add the sea to `light`, which holds the sky already, where `march` has found it."""
    rows, columns = depth.shape
    pixel = 1.0 / view.focal
    lx, ly, lz = sky.sun_x, max(sky.sun_y, 0.03), sky.sun_z
    scale = surface.scales[0]
    turn_c, turn_s = surface.turn[0, 0], surface.turn[0, 1]
    fog = sky.fog + sea.mist
    for i in range(rows):
        for j in range(columns):
            # First what fills a pixel, then what shows over a crest's edge.
            for over in range(2):
                if over == 1 and behind[i, j] <= 0.0:
                    continue
                share = float(cover[i, j])
                d = float(depth[i, j])
                if over == 1:
                    d = float(behind[i, j])
                    share = 1.0 - share
                if d <= 0.0 or share <= 0.0:
                    continue
                across = d * pixel
                ratio = 9.0
                if over == 0:
                    ratio = _reach(depth, i, j, d * across / max(view.eye, 0.3)) / across
                detail = math.log2(across) + 0.7 + 0.63 * math.log2(min(max(ratio, 1.0), 49.0))
                # Interleaved gradient noise: neighbors differ, every small block covers the range.
                dither = 0.06711056 * j + 0.00583715 * i
                dither = 52.9829189 * (dither - np.floor(dither))
                dither -= np.floor(dither) + 0.5
                offset = j + 0.5 - 0.5 * columns
                dx = view.ahead_x + offset * pixel * view.right_x
                dz = view.ahead_z + offset * pixel * view.right_z
                y = min((view.horizon + view.shear * offset - i - 0.5) * pixel, -1e-4)
                px, pz = view.x + d * dx, view.z + d * dz
                sx, sz, lost, height, foam, crisp = _slopes(surface, px, pz, detail, dither)
                lost += sea.still
                q = dx * dx + dz * dz
                n = 1.0 / math.sqrt(q + y * y)
                vx = -dx * n
                vy = -y * n
                vz = -dz * n
                # Seen at a grazing angle, the slopes that face us hide those that do not.
                spread = math.sqrt(lost)
                lean = spread * (1.0 - min(vy * 1.6, 1.0)) * 0.9 / math.sqrt(q)
                mx, mz = sx + lean * dx, sz + lean * dz
                ny = 1.0 / math.sqrt(mx * mx + mz * mz + 1.0)
                nx, nz = -mx * ny, -mz * ny
                facing = nx * vx + ny * vy + nz * vz
                # Waves too fine to hide one another may face away: those only just show.
                facing = 0.5 * (facing + math.sqrt(facing * facing + 0.03))
                mirror = _fresnel(facing, lost)
                rx = 2.0 * facing * nx - vx
                ry = abs(2.0 * facing * ny - vy) + 0.35 * spread
                rz = 2.0 * facing * nz - vz
                q = 1.0 / math.sqrt(rx * rx + ry * ry + rz * rz)
                r, g, b = _mirrored(dome, rx * q, ry * q, rz * q)

                # Subsurface light: the higher on a crest, the less water light passes through.
                lift = min(max(0.45 + height / sea.height, 0.0), 1.4)
                # Light that entered a crest from behind leaves it green, above all sunwards.
                through = max(-(lx * vx + lz * vz), 0.0)
                through = through * through * through * (0.35 + 0.65 * facing)
                glow = lift * lift * (sea.crest_sun * through + sea.crest_sky * facing)
                sun = max(nx * lx + ny * ly + nz * lz, 0.0)
                up = 0.35 + 0.65 * sun
                body = 1.0 - mirror
                dot = vx * lx + vy * ly + vz * lz
                q = 1.0 / math.sqrt(max(2.0 + 2.0 * dot, 1e-6))
                spark = 0.0
                if sea.glitter > 1e-4:
                    hx, hy, hz = (vx + lx) * q, (vy + ly) * q, (vz + lz) * q
                    spark = _spark(hx, hy, hz, sx, sz, lost, (1.0 + dot) * q)
                    spark = min(spark / max(facing, 0.12), 40.0) * sea.glitter
                wr = sea.deep_r * (sky.ambient_r + up * sky.light_r)
                wg = sea.deep_g * (sky.ambient_g + up * sky.light_g)
                wb = sea.deep_b * (sky.ambient_b + up * sky.light_b)
                wr += sea.crest_r * glow * (0.5 * sky.ambient_r + sky.light_r)
                wg += sea.crest_g * glow * (0.5 * sky.ambient_g + sky.light_g)
                wb += sea.crest_b * glow * (0.5 * sky.ambient_b + sky.light_b)
                r, g, b = mirror * r + body * wr, mirror * g + body * wg, mirror * b + body * wb
                r += spark * sky.light_r
                g += spark * sky.light_g
                b += spark * sky.light_b

                broken = foam + (1.0 - foam) * crisp * min(max(lift - 0.3, 0.0), 1.0)
                broken = min(broken, 0.8)  # even thick foam keeps its holes
                if broken > 0.01:
                    u = (px * turn_c + pz * turn_s) * scale
                    v = (pz * turn_c - px * turn_s) * scale
                    white = _froth(surface.drift, bubbles, u, v, scale, detail, broken)
                    sun = 0.8 * sun + 0.1
                    r += white * (0.82 * (0.9 * sky.ambient_r + sun * sky.light_r) - r)
                    g += white * (0.84 * (0.9 * sky.ambient_g + sun * sky.light_g) - g)
                    b += white * (0.85 * (0.9 * sky.ambient_b + sun * sky.light_b) - b)

                clear = math.exp(-fog * d)  # Beer-Lambert
                r, g, b = mix(air[j, 0], air[j, 1], air[j, 2], r, g, b, clear)
                if over == 0 and (share >= 1.0 or behind[i, j] > 0.0):
                    put(light, i, j, r * share, g * share, b * share)
                elif over == 1:
                    add(light, i, j, r * share, g * share, b * share)
                else:
                    overlay(light, i, j, r, g, b, share)
