"""Kernels of the abstract scene: silk, ink, nebula, ribbons, and drifting specks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.palettes import RAMP
from rushes.engines.procedural.pixels import add, mix, put, shares

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats

TILE = 512  # side of the noise tiles that all of this is bent with


class PlaneView(NamedTuple):
    """The part of the endless plane that the frame shows; its short side spans `zoom`."""

    x: float
    y: float
    zoom: float
    cosine: float
    sine: float


class Cloth(NamedTuple):
    """The folds of silk and its lighting."""

    bend: float
    folds: float
    cosine: float
    sine: float
    crease: float
    soft: float
    relief: float
    gloss: float
    fill: float
    key: float
    light_x: float
    light_y: float
    light_z: float


class Ink(NamedTuple):
    """The amount of ink and its shading."""

    amount: float
    thick: float
    relief: float
    gain: float
    edge: float


@inline
def _tile4(tile: Floats, x: float, y: float) -> tuple[float, float, float, float]:
    """Bilinear sample of a tile's four fields; coordinates are in tiles."""
    u, v = x * TILE, y * TILE
    uf, vf = np.floor(u), np.floor(v)
    fx, fy = u - uf, v - vf
    x0, y0 = int(uf) & (TILE - 1), int(vf) & (TILE - 1)
    x1, y1 = (x0 + 1) & (TILE - 1), (y0 + 1) & (TILE - 1)
    a, b = np.uint64(y0 * TILE + x0), np.uint64(y0 * TILE + x1)
    c, d = np.uint64(y1 * TILE + x0), np.uint64(y1 * TILE + x1)
    w0, w1, w2, w3 = shares(fx, fy)
    return (
        tile[a, 0] * w0 + tile[b, 0] * w1 + tile[c, 0] * w2 + tile[d, 0] * w3,
        tile[a, 1] * w0 + tile[b, 1] * w1 + tile[c, 1] * w2 + tile[d, 1] * w3,
        tile[a, 2] * w0 + tile[b, 2] * w1 + tile[c, 2] * w2 + tile[d, 2] * w3,
        tile[a, 3] * w0 + tile[b, 3] * w1 + tile[c, 3] * w2 + tile[d, 3] * w3,
    )


@inline
def _tint(ramp: Doubles, place: float) -> tuple[float, float, float]:
    q = min(max(place, 0.0), 1.0) * (RAMP - 1.001)
    k = int(q)
    f = q - k
    return (
        ramp[k, 0] + (ramp[k + 1, 0] - ramp[k, 0]) * f,
        ramp[k, 1] + (ramp[k + 1, 1] - ramp[k, 1]) * f,
        ramp[k, 2] + (ramp[k + 1, 2] - ramp[k, 2]) * f,
    )


@inline
def _place(
    i: int, j: int, rows: int, columns: int, short: float, view: PlaneView
) -> tuple[float, float]:
    """Return the point of the plane that a pixel shows."""
    x = (j + 0.5 - 0.5 * columns) / short * view.zoom
    y = (i + 0.5 - 0.5 * rows) / short * view.zoom
    return view.x + x * view.cosine - y * view.sine, view.y + x * view.sine + y * view.cosine


@kernel
def drape(
    tile: Floats, view: PlaneView, cloth: Cloth, short: float, t: float, height: Floats, hue: Floats
) -> None:
    """Fill the height and hue of folded cloth, at any array size."""
    rows, columns = height.shape
    for i in range(rows):
        for j in range(columns):
            x, y = _place(i, j, rows, columns, short, view)
            a, b, c, _ = _tile4(tile, 0.17 * x + 0.009 * t, 0.17 * y - 0.004 * t)
            px, py = x + cloth.bend * a, y + cloth.bend * b
            d, e, f, _ = _tile4(tile, 0.31 * px - 0.012 * t + 0.4, 0.31 * py + 0.006 * t)
            px += 0.45 * cloth.bend * d
            py += 0.45 * cloth.bend * e
            phase = cloth.folds * (px * cloth.cosine + py * cloth.sine) + 0.8 * f - 0.35 * t
            s = math.sin(phase)
            q = math.sin(2.13 * phase + 2.0 * a + 0.2 * t)
            r = math.sin(4.7 * phase + 3.0 * d)
            crease = 1.0 - 1.6 * math.sqrt(s * s + cloth.soft)
            h = (1.0 - cloth.crease) * s + cloth.crease * crease + 0.30 * q * (0.6 + 0.4 * c)
            h += 0.07 * r * (0.5 + 0.5 * e)
            height[i, j] = h * (0.8 + 0.25 * c)
            hue[i, j] = 0.46 + 0.20 * c + 0.13 * f + 0.09 * s


@kernel
def light_cloth(
    height: Floats,
    around: Floats,
    hue: Floats,
    ramp: Doubles,
    accent: Doubles,
    cloth: Cloth,
    view: PlaneView,
    light: Floats,
) -> None:
    """Shade the cloth: diffuse body, two specular lobes, dark folds, a colored rim."""
    rows, columns = height.shape
    steep = cloth.relief * min(rows, columns) / view.zoom
    kx, ky, kz = cloth.light_x, cloth.light_y, cloth.light_z
    half = 1.0 / math.sqrt(kx * kx + ky * ky + (kz + 1.0) * (kz + 1.0))
    for i in range(rows):
        up = max(i - 1, 0)
        down = min(i + 1, rows - 1)
        for j in range(columns):
            left = max(j - 1, 0)
            right = min(j + 1, columns - 1)
            gx = float(height[i, right] - height[i, left]) / (right - left) * steep
            gy = float(height[down, j] - height[up, j]) / (down - up) * steep
            # Blinn-Phong: `half` lies between the light and an eye straight above the cloth.
            n = 1.0 / math.sqrt(gx * gx + gy * gy + 1.0)
            nx, ny = -gx * n, -gy * n
            wrap = max((nx * kx + ny * ky + n * kz + 0.35) / 1.35, 0.0)
            shine = max((nx * kx + ny * ky + n * (kz + 1.0)) * half, 0.0)
            s2 = shine * shine
            s4 = s2 * s2
            s8 = s4 * s4
            s16 = s8 * s8
            s64 = s16 * s16 * s16 * s16
            low = float(height[i, j] - around[i, j])
            shade = min(max(0.62 + 0.55 * low, 0.12), 1.15)
            rim = (1.0 - n) * (1.0 - n) * wrap
            r, g, b = _tint(ramp, float(hue[i, j]) + 0.10 * low)
            body = (cloth.fill + cloth.key * wrap * wrap) * shade
            gloss = (0.22 * s8 + cloth.gloss * s64) * shade
            veil = 0.5 * rim * shade
            light[i, j, 0] = np.float32(r * body + gloss * (0.5 + 0.5 * r) + veil * accent[0])
            light[i, j, 1] = np.float32(g * body + gloss * (0.5 + 0.5 * g) + veil * accent[1])
            light[i, j, 2] = np.float32(b * body + gloss * (0.5 + 0.5 * b) + veil * accent[2])


@kernel
def pour(
    tile: Floats,
    view: PlaneView,
    ink: Ink,
    plumes: Doubles,
    ramp: Doubles,
    ground: Doubles,
    t: float,
    light: Floats,
) -> None:
    """Fill the frame with plumes of ink that curl through lit water, far ones first.

    `plumes` (n, 6) holds each plume's scale, offset x and y, place in the ramp, and the height
    and lean of the band it keeps to.
    """
    rows, columns = light.shape[0], light.shape[1]
    for i in range(rows):
        for j in range(columns):
            x, y = _place(i, j, rows, columns, float(min(rows, columns)), view)
            sy = (i + 0.5 - 0.5 * rows) / min(float(rows), 1.25 * columns)
            sx = (j + 0.5 - 0.5 * columns) / min(rows, columns)
            far = min(max(0.5 + sy * 0.8 - sx * 0.25, 0.0), 1.0)
            r = ground[0, 0] + (ground[1, 0] - ground[0, 0]) * far
            g = ground[0, 1] + (ground[1, 1] - ground[0, 1]) * far
            b = ground[0, 2] + (ground[1, 2] - ground[0, 2]) * far
            for n in range(plumes.shape[0]):
                scale = plumes[n, 0]
                px = x * scale + plumes[n, 1] + 0.004 * t
                py = y * scale + plumes[n, 2] + 0.012 * t
                a, c, d, _ = _tile4(tile, px, py)
                # Curls: each current is carried by the one larger than itself.
                qx = px + 0.028 * a + 0.006 * d
                qy = py + 0.028 * c - 0.006 * d
                e, f, k, m = _tile4(tile, qx * 1.55 + 0.37, qy * 1.55 + 0.012 * t)
                away = sy - plumes[n, 4] - plumes[n, 5] * sx - 0.11 * a
                mask = 1.0 - 2.6 * away * away
                body = 0.42 * d + 0.55 * k + 0.22 * e + ink.amount + mask
                if body <= 0.0:
                    continue
                ux = qx * 1.55 + 0.37 - 0.022
                uy = qy * 1.55 + 0.012 * t - 0.030
                _, _, k2, _ = _tile4(tile, ux, uy)
                density = body * body * (0.7 + 0.5 * max(m, -0.8))
                cover = 1.0 - math.exp(-ink.thick * density)  # Beer-Lambert
                # What lies between a wisp and the light is brighter or darker than the wisp.
                lit = min(max(0.74 + ink.relief * (k - k2) + 0.10 * f, 0.16), 1.7)
                rim = ink.edge / (1.0 + 40.0 * (body - 0.35) * (body - 0.35))
                cr, cg, cb = _tint(ramp, plumes[n, 3] + 0.13 * a + 0.10 * k + 0.10 * e)
                lit = lit * ink.gain + rim
                r, g, b = mix(r, g, b, cr * lit, cg * lit, cb * lit, cover)
            put(light, i, j, r, g, b)


@kernel
def glow_clouds(
    tile: Floats, view: PlaneView, layers: Doubles, ramp: Doubles, deep: Doubles, light: Floats
) -> None:
    """Add up glowing clouds, near ones passing faster than far ones, with dust between them.

    `layers` (n, 5) holds each layer's scale, offset x and y, weight, and place in the ramp.
    """
    rows, columns = light.shape[0], light.shape[1]
    for i in range(rows):
        for j in range(columns):
            x, y = _place(i, j, rows, columns, float(min(rows, columns)), view)
            r, g, b = deep[0], deep[1], deep[2]
            for n in range(layers.shape[0]):
                weight = layers[n, 3]
                if weight < 0.004:
                    continue
                px, py = x * layers[n, 0] + layers[n, 1], y * layers[n, 0] + layers[n, 2]
                a, c, d, e = _tile4(tile, px, py)
                f, h, k, m = _tile4(tile, px * 1.7 + 0.055 * a + 0.3, py * 1.7 + 0.055 * c)
                body = 0.55 * d + 0.50 * k + 0.25 * f
                gas = max(body + 0.12, 0.0)
                gas = gas * gas
                ridge = 1.0 / (1.0 + 34.0 * (0.6 * e + 0.4 * m) ** 2)
                dust = min(max(0.62 + 0.75 * (0.6 * h - 0.5 * body), 0.0), 1.0)
                cr, cg, cb = _tint(ramp, layers[n, 4] + 0.20 * a + 0.16 * k)
                power = weight * (gas * (0.50 + 0.9 * ridge) + 0.20 * ridge * min(gas * 4.0, 1.0))
                veil = 1.0 - weight * (1.0 - dust) * 0.75
                r, g, b = r * veil + power * cr, g * veil + power * cg, b * veil + power * cb
            put(light, i, j, r, g, b)


@inline("float64(float64)")
def _fading(x: float) -> float:
    """Return exp(-x) to a percent, for x in 0..3, without a call that would break up a loop."""
    y = 0.125 * x
    y = 1.0 / (1.0 + y * (1.0 + y * (0.5 + y * (1.0 / 6.0))))
    y *= y
    y *= y
    return y * y


@inline("float64(float64)")
def _swing(turns: float) -> float:
    """Return the cosine of so many turns, to a thousandth."""
    x = 4.0 * abs(turns - np.floor(turns + 0.5)) - 1.0
    return float(-x * (1.5706 - x * x * (0.6432 - 0.0727 * x * x)))


@kernel
def hang_sheets(
    tile: Floats, view: PlaneView, sheets: Doubles, short: float, t: float, curves: Doubles
) -> None:
    """Fill `curves` (n, 4, columns) with each sheet's lower edge, breadth, brightness and hue."""
    columns = curves.shape[2]
    for j in range(columns):
        x = ((j + 0.5) - 0.5 * columns) / short * view.zoom * view.cosine + view.x
        lean = ((j + 0.5) - 0.5 * columns) / short * view.sine
        for n in range(sheets.shape[0]):
            row = sheets[n, 2]
            a, b, c, d = _tile4(tile, 0.16 * x + 0.011 * t, row + 0.006 * t)
            e, f, g, h = _tile4(tile, 0.36 * x - 0.014 * t, row + 0.5 + 0.004 * t)
            wide = sheets[n, 1]
            mid = sheets[n, 0] + 0.20 * a + 0.05 * e
            one = mid + wide * (0.9 * b + 0.35 * f)
            other = mid + wide * (1.3 - 0.9 * b + 0.35 * g)
            curves[n, 0, j] = min(one, other) - lean
            curves[n, 1, j] = max(one, other) - min(one, other)
            curves[n, 2, j] = sheets[n, 3] * (0.75 + 0.25 * c + 0.10 * d)
            curves[n, 3, j] = sheets[n, 4] + 0.12 * a + 0.1 * h


@inline("void(float64[:,::1], float64, float64, float64, float64[:,::1])")
def _sheet(curve: Doubles, y: float, threads: float, fine: float, out: Doubles) -> None:
    """Fill a row of one sheet: its brightness and its place in the ramp."""
    for j in range(curve.shape[1]):
        span = curve[1, j]
        gap = math.sqrt(span * span + 0.0004)
        below = y - curve[0, j]
        above = span - below
        # Outside its edges a sheet only glows.
        beyond = max(-below, -above, 0.0)
        soft = 0.0030 + 0.030 * gap
        edge = beyond / soft
        edge = 1.0 / (1.0 + edge * edge)
        inside = min(max(below / gap, 0.0), 1.0)
        near = max(min(below, above), 0.0) * 100.0
        fold = 0.22 + 0.78 / (1.0 + near * near)
        thread = 1.0 + 0.5 * min(fine * gap, 1.0) * _swing(threads * inside)
        dense = min(0.085 / gap, 2.4)
        power = edge * fold * thread * dense * 0.55 + 0.07 * _fading(8.0 * beyond)
        out[0, j] = curve[2, j] * power if beyond <= 6.0 * soft + 0.30 else 0.0
        out[1, j] = curve[3, j] + 0.30 * (inside - 0.5)


@kernel
def weave(
    view: PlaneView,
    sheets: Doubles,
    curves: Doubles,
    ramp: Doubles,
    ground: Doubles,
    row: Doubles,
    light: Floats,
) -> None:
    """Draw sheets of light, each spanned by two wandering curves and spun of fine threads.

    `sheets` (n, 6) holds each sheet's height in the frame, breadth, noise row, power, place in
    the ramp, and number of threads; `row` is working memory, (2, columns).
    """
    rows, columns = light.shape[0], light.shape[1]
    short = float(min(rows, columns))
    for i in range(rows):
        y = ((i + 0.5) - 0.5 * rows) / short * view.zoom + view.y
        far = min(max(0.5 + 0.55 * ((i + 0.5) / rows - 0.5) * 2.0, 0.0), 1.0)
        r = ground[0, 0] + (ground[1, 0] - ground[0, 0]) * far
        g = ground[0, 1] + (ground[1, 1] - ground[0, 1]) * far
        b = ground[0, 2] + (ground[1, 2] - ground[0, 2]) * far
        for j in range(columns):
            put(light, i, j, r, g, b)
        for n in range(sheets.shape[0]):
            # By the row, which the compiler turns into vector code.
            _sheet(curves[n], y, sheets[n, 5], short / (view.zoom * sheets[n, 5] * 5.0), row)
            for j in range(columns):
                power = row[0, j]
                if power > 0.0:
                    cr, cg, cb = _tint(ramp, row[1, j])
                    add(light, i, j, power * cr, power * cg, power * cb)


@kernel
def motes(
    light: Floats, ramp: Doubles, seed: int, count: int, t: float, view: PlaneView, power: float
) -> None:
    """Add soft specks of light that drift, breathe, and pass at different depths."""
    rows, columns = light.shape[0], light.shape[1]
    short = float(min(rows, columns))
    for n in range(count):
        near = hash_unit(n, 1, seed)
        depth = 0.25 + 0.9 * near * near
        wide = columns / short + 0.4
        tall = rows / short + 0.4
        pace, phase = 0.3 + 0.5 * hash_unit(n, 2, seed), 6.28 * hash_unit(n, 3, seed)
        wander = 0.02 * math.sin(t * pace + phase)
        slide = 0.012 * t * (hash_unit(n, 5, seed) - 0.5)
        climb = 0.022 * t * (0.3 + hash_unit(n, 7, seed))
        x = hash_unit(n, 4, seed) * wide - view.x * depth * 0.9 + slide
        y = hash_unit(n, 6, seed) * tall - view.y * depth * 0.9 - climb
        x = (x / wide - np.floor(x / wide)) * wide - 0.2 + wander
        y = (y / tall - np.floor(y / tall)) * tall - 0.2
        focus = abs(near - 0.45)
        size = max((0.0012 + 0.014 * focus * focus * 3.0) * short, 0.75)
        pace, phase = 0.6 + 1.3 * hash_unit(n, 8, seed), 6.28 * hash_unit(n, 9, seed)
        breath = 0.55 + 0.45 * math.sin(t * pace + phase)
        # A speck's light is shared by its pixels; big ones are faint discs.
        gain = power * breath * (0.035 + 0.5 / (1.0 + (900.0 * size / short) ** 2 * 0.08))
        r, g, b = _tint(ramp, 0.55 + 0.45 * hash_unit(n, 10, seed))
        cx, cy = x * short, y * short
        for i in range(max(int(cy - size - 2.0), 0), min(int(cy + size + 3.0), rows)):
            for j in range(max(int(cx - size - 2.0), 0), min(int(cx + size + 3.0), columns)):
                away = math.sqrt((i + 0.5 - cy) ** 2 + (j + 0.5 - cx) ** 2)
                edge = min(max((size - away) / max(0.35 * size, 1.0) + 0.5, 0.0), 1.0)
                if edge > 0.0:
                    edge = gain * edge * edge * (3.0 - 2.0 * edge)
                    add(light, i, j, edge * r, edge * g, edge * b)
