"""Shading of a city's ground and roofs: asphalt, paving, lines, puddles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import CELL, CELLS, PAVEMENT, PERIOD
from rushes.engines.procedural.filters import band, cloudy, pulse, step_up, trait
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.pixels import mix

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions
    from rushes.engines.procedural.city_layout import City
    from rushes.engines.procedural.kernel import Doubles, Floats

RING_SIZE = 0.55  # meters between rain drops' rings
RING_TIME = 0.45  # seconds a ring lives


@inline
def lookup(baked: Floats, x: float, z: float) -> tuple[float, float, float, float, float]:
    """Bilinear sample of the baked maps at (x, z) meters: shadow, canyon, spill."""
    fx, fz = x / CELL - 0.5, z / CELL - 0.5
    gx, gz = np.floor(fx), np.floor(fz)
    mask = CELLS - 1
    x0, z0 = int(gx) & mask, int(gz) & mask
    u, v = fx - gx, fz - gz
    shadow = canyon = r = g = b = 0.0
    for k in range(4):
        zk = (z0 + (k >> 1)) & mask
        xk = (x0 + (k & 1)) & mask
        share = (v if k > 1 else 1.0 - v) * (u if k & 1 else 1.0 - u)
        shadow += share * baked[zk, xk, 0]
        canyon += share * baked[zk, xk, 1]
        r += share * baked[zk, xk, 2]
        g += share * baked[zk, xk, 3]
        b += share * baked[zk, xk, 4]
    return shadow, canyon, r, g, b


@inline
def _mirrored(
    mirror: Floats, smear: Floats, row: float, col: float, still: float
) -> tuple[float, float, float]:
    r = min(max(row, 0.0), mirror.shape[0] - 1.001)
    c = min(max(col, 0.0), mirror.shape[1] - 1.001)
    i = int(r)
    j = int(c)
    v = r - i
    u = c - j
    r = g = b = 0.0
    for k in range(4):
        ik = i + (k >> 1)
        jk = j + (k & 1)
        share = (v if k > 1 else 1.0 - v) * (u if k & 1 else 1.0 - u)
        sharp = share * still
        soft = share - sharp
        r += mirror[ik, jk, 0] * sharp + smear[ik, jk, 0] * soft
        g += mirror[ik, jk, 1] * sharp + smear[ik, jk, 1] * soft
        b += mirror[ik, jk, 2] * sharp + smear[ik, jk, 2] * soft
    return r, g, b


@inline
def _rings(x: float, z: float, t: float, key: float) -> tuple[float, float, float]:
    """Return the slope along x and z of rain rings at a point, and the flash of a splash."""
    salt = int(key)
    gx, gz = np.floor(x / RING_SIZE), np.floor(z / RING_SIZE)
    ix, iz = int(gx), int(gz)
    beat = t / RING_TIME + hash_unit(ix, iz, salt)
    turn = np.floor(beat)
    age = beat - turn
    n = int(turn)
    if hash_unit(ix + n * 7, iz, salt + 3) > 0.6:
        return 0.0, 0.0, 0.0
    cx = (gx + 0.3 + 0.4 * hash_unit(ix, iz + n * 13, salt + 1)) * RING_SIZE
    cz = (gz + 0.3 + 0.4 * hash_unit(ix, iz + n * 17, salt + 2)) * RING_SIZE
    ox, oz = x - cx, z - cz
    far = np.sqrt(ox * ox + oz * oz) + 1e-4
    gap = (far - age * 0.17) / 0.022
    wave = 0.22 * (1.0 - age) * gap * np.exp(-gap * gap) * step_up(0.0, 0.05, 0.165 - far + 0.05)
    splash = 0.0
    if age < 0.16 and far < 0.035:
        splash = 1.0 - far / 0.035
    return wave * ox / far, wave * oz / far, splash


@inline
def street(
    city: City,
    env: CityConditions,
    mirror: Floats,
    smear: Floats,
    x: float,
    z: float,
    dx: float,
    dz: float,
    fx: float,
    fz: float,
    slant: float,
    row: float,
    col: float,
    focal: float,
) -> tuple[float, float, float]:
    """Return the light that leaves the ground at (x, z) towards the camera.

    `fx`, `fz` are half the pixel's size in meters, (`dx`, `dz`) the ray's heading, `slant` the
    sine of its angle to the ground; `row`, `col` the place in the `mirror` picture of the
    upright world seen in still water, `smear` the same seen in rough water, `focal` its scale.
    """
    wx, wz = x - np.floor(x / PERIOD) * PERIOD, z - np.floor(z / PERIOD) * PERIOD
    mask = CELLS - 1
    xi, zi = int(wx / CELL) & mask, int(wz / CELL) & mask
    half_x, half_z = float(city.road_x[xi, 1]), float(city.road_z[zi, 1])
    ox = wx - float(city.road_x[xi, 0]) if half_x > 0.0 else 99.0
    oz = wz - float(city.road_z[zi, 0]) if half_z > 0.0 else 99.0
    edge_x, edge_z = half_x - PAVEMENT, half_z - PAVEMENT
    in_x = band(ox, fx, -edge_x, edge_x) if half_x > 0.0 else 0.0
    in_z = band(oz, fz, -edge_z, edge_z) if half_z > 0.0 else 0.0
    road = max(in_x, in_z)
    kerb = 0.0
    if half_x > 0.0:
        kerb = band(abs(ox), fx, edge_x, edge_x + 0.28) * (1.0 - in_z)
    if half_z > 0.0:
        kerb = max(kerb, band(abs(oz), fz, edge_z, edge_z + 0.28) * (1.0 - in_x))
    wet = env.wet
    snow = env.snow
    size = max(fx, fz)
    coarse = cloudy(x * 0.37, z * 0.29, 5.0)
    fine = cloudy(x * 2.9, z * 2.9, 6.0) if size < 0.4 else 0.5
    # Asphalt with worn tracks and patches; paving slabs.
    black = 0.095 * (0.75 + 0.35 * coarse + 0.3 * (fine - 0.5))
    if in_x > 0.0 and in_z < 0.5:
        track = pulse(ox / 3.6 + 0.25, fx / 3.6, 0.0, 0.28)
        black *= 1.0 - 0.16 * track
    r, g, b = black, black, black * 1.03
    if road < 1.0:
        slab = 0.30 * (0.82 + 0.26 * coarse + 0.2 * (fine - 0.5))
        joint = pulse(x / 1.2, fx / 1.2, 0.0, 0.03) + pulse(z / 1.2, fz / 1.2, 0.0, 0.03)
        slab *= 1.0 - 0.4 * min(joint, 1.0)
        r, g, b = mix(slab, slab * 0.97, slab * 0.93, r, g, b, road)
    gray = 0.34 * (0.9 + 0.2 * fine)
    r, g, b = mix(r, g, b, gray, gray, gray, kerb)
    # Painted lines.
    paint = yellow = 0.0
    if half_x > 0.0:
        free = 1.0 - in_z
        if half_z > 0.0 and abs(oz) > edge_z:
            zebra = band(abs(oz), fz, edge_z + 0.7, half_z - 0.6)
            paint = zebra * pulse(x / 1.1, fx / 1.1, 0.0, 0.5) * in_x
            free *= 1.0 - band(abs(oz), fz, edge_z - 1.0, half_z)
        yellow = (band(abs(ox), fx, 0.11, 0.24)) * free
        dash = pulse(z / 9.0, fz / 9.0, 0.0, 0.36)
        paint += band(abs(ox), fx, 3.55, 3.69) * dash * free
        paint += 0.7 * band(abs(ox), fx, edge_x - 0.45, edge_x - 0.33) * free
    if half_z > 0.0:
        free = 1.0 - in_x
        if half_x > 0.0 and abs(ox) > edge_x:
            zebra = band(abs(ox), fx, edge_x + 0.7, half_x - 0.6)
            paint += zebra * pulse(z / 1.1, fz / 1.1, 0.0, 0.5) * in_z
            free *= 1.0 - band(abs(ox), fx, edge_x - 1.0, half_x)
        yellow = max(yellow, band(abs(oz), fz, 0.0, 0.13) * free)
    worn = 0.55 + 0.35 * fine
    paint = min(paint * worn, 1.0)
    yellow = min(yellow * worn, 1.0)
    r, g, b = mix(r, g, b, 0.55, 0.55, 0.53, paint)
    r, g, b = mix(r, g, b, 0.50, 0.34, 0.06, yellow)
    if snow > 0.0:
        patch = cloudy(x * 0.6 + 40.0, z * 0.25, 8.0) * 0.6 + 0.4 * fine
        lying = step_up(0.15, 0.4, patch + 0.25)
        if road > 0.0:
            rut = 0.0
            if half_x > 0.0:
                bend = ox + 0.5 * (cloudy(z * 0.05, ox * 0.3, 33.0) - 0.5)
                rut = pulse(abs(bend) / 3.6, 0.06 + fx / 3.6, 0.24, 0.40)
                rut += pulse(abs(bend) / 3.6, 0.06 + fx / 3.6, 0.62, 0.78)
            clean = step_up(0.35, 0.95, 0.62 * rut + 0.75 * (1.0 - patch))
            lying *= 1.0 - road * (0.25 + 0.65 * clean)
        lying *= snow
        white = 0.74 + 0.1 * fine
        r, g, b = mix(r, g, b, white, white * 1.01, white * 1.04, lying)
    hidden, around, sr, sg, sb = lookup(city.baked, x, z)
    sun = env.sun_y * step_up(2.4, -0.4, hidden)
    open_sky = 0.30 + 0.70 / (1.0 + around * 0.04)
    lamps = env.lamps
    lr = env.light_r * sun + env.ambient_r * open_sky + env.bounce_r + sr * lamps
    lg = env.light_g * sun + env.ambient_g * open_sky + env.bounce_g + sg * lamps
    lb = env.light_b * sun + env.ambient_b * open_sky + env.bounce_b + sb * lamps
    damp = 1.0 - 0.45 * wet
    r *= lr * damp
    g *= lg * damp
    b *= lb * damp
    if wet > 0.0:
        gutter = 0.0
        if half_x > 0.0 and in_z < 0.5:
            gutter = 0.22 * step_up(2.2, 0.0, abs(abs(ox) - edge_x + 0.4))
        pool = cloudy(x * 0.21 + 7.0, z * 0.13, 9.0) * 0.7 + 0.3 * cloudy(x * 0.9, z * 0.6, 10.0)
        puddle = step_up(0.50, 0.60, pool + gutter) * wet
        calm = 1.0 - step_up(0.05, 0.6, size)
        t = env.time
        along = across = splash = 0.0
        if calm > 0.0:
            wave = cloudy(x * 5.0 + 0.7 * t, z * 5.0 - 0.5 * t, 11.0) - 0.5
            wave2 = cloudy(x * 5.0 - 0.6 * t + 31.0, z * 5.0 + 0.4 * t, 12.0) - 0.5
            px, pz, splash = _rings(x, z, t, 21.0)
            qx, qz, other = _rings(x + 0.29, z + 0.17, t + 0.2, 22.0)
            splash += other
            ring = 0.10 + 0.28 * puddle
            tx = wave * 0.014 + (px + qx) * ring
            tz = wave2 * 0.014 + (pz + qz) * ring
            along = (tx * dx + tz * dz) * calm
            across = (tx * dz - tz * dx) * calm
        rough = cloudy(x * 1.3, z * 1.3, 13.0) - 0.5
        along += (rough * 0.03 + 0.03 * (fine - 0.5)) * (1.0 - 0.9 * puddle)
        flat = 1.0 - slant
        sheen = 0.06 + 0.94 * flat * flat * flat * flat
        paved = 1.0 - 0.35 * (1.0 - road)
        film = (1.0 - puddle) * (0.55 + 0.5 * rough + 0.25 * (fine - 0.5)) * paved
        strong = sheen * (puddle + film) * wet
        rr = row + 2.0 * along * focal
        cc = col + 2.0 * across * focal * (0.2 + slant)
        still = 0.10 + 0.75 * puddle
        mr, mg, mb = _mirrored(mirror, smear, rr, cc, still)
        r = r * (1.0 - 0.7 * puddle * sheen) + mr * strong
        g = g * (1.0 - 0.7 * puddle * sheen) + mg * strong
        b = b * (1.0 - 0.7 * puddle * sheen) + mb * strong
        if splash > 0.0:
            near = step_up(0.10, 0.02, size) * splash
            r += near * (0.25 * lr + 0.5 * mr)
            g += near * (0.25 * lg + 0.5 * mg)
            b += near * (0.25 * lb + 0.5 * mb)
    return r, g, b


@inline
def roof(
    baked: Floats,
    env: CityConditions,
    x: float,
    z: float,
    y: float,
    size: float,
    salt: int,
    paint: Doubles,
) -> tuple[float, float, float]:
    """Return the light that leaves a flat roof at height `y`."""
    tone = 0.6 + 0.5 * trait(salt, 1611.0)
    stain = 0.7 + 0.6 * cloudy(x * 0.35, z * 0.35, 15.0)
    seam = pulse(x / 2.5, size / 2.5, 0.0, 0.05) + pulse(z / 6.0, size / 6.0, 0.0, 0.02)
    base = 0.17 * tone * stain * (1.0 - 0.3 * min(seam, 1.0))
    r, g, b = base + 0.12 * paint[0], base + 0.12 * paint[1], base + 0.12 * paint[2]
    lying = env.snow * (0.55 + 0.45 * step_up(0.3, 0.6, stain))
    r, g, b = mix(r, g, b, 0.78, 0.79, 0.82, lying)
    sun = env.sun_y * step_up(y + 1.6, y - 1.0, lookup(baked, x, z)[0])
    damp = 1.0 - 0.4 * env.wet
    r *= (env.light_r * sun + env.ambient_r) * damp
    g *= (env.light_g * sun + env.ambient_g) * damp
    b *= (env.light_b * sun + env.ambient_b) * damp
    return r, g, b


@kernel
def smear_rows(source: Floats, reach: int, out: Floats) -> None:
    """Blur a picture up and down by a running mean of 2·reach + 1 rows; the edges repeat."""
    H, W = source.shape[0], source.shape[1]
    for j in range(W):
        for c in range(3):
            total = 0.0
            for k in range(-reach, reach + 1):
                total += float(source[min(max(k, 0), H - 1), j, c])
            for i in range(H):
                out[i, j, c] = np.float32(total / (2.0 * reach + 1.0))
                total += float(source[min(i + reach + 1, H - 1), j, c])
                total -= float(source[max(i - reach, 0), j, c])
