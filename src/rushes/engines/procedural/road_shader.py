"""Shading of the city's ground: asphalt, paving, painted lines, snow, puddles.

Places on the ground are collected and worked on together, in short loops of single precision that
the compiler turns into vector code. Only look-ups in maps and mirror images go one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import CELL, CELLS, PAVEMENT, PERIOD
from rushes.engines.procedural.fast_math import LOG2_E, F, exp2
from rushes.engines.procedural.fast_patterns import (
    U,
    rise,
    smooth_noise,
    stripe,
    stripes,
    unit_hash,
)
from rushes.engines.procedural.kernel import inline, routine

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.city_layout import City
    from rushes.engines.procedural.kernel import Doubles, Floats

RING_SIZE = 0.55  # meters between rain drops' rings
RING_TIME = 0.45  # seconds a ring lives
CALM_SIZE = 0.6  # meters of ground in a pixel, from which on water looks calm

# The rows of the working memory: what is known of each of up to PLACES places. They lie one behind
# the other at constant distances, so the compiler sees that they do not overlap.
PLACES = 128
_I, _J, COL, ROW, SHARE, _T, _X, _Z = (PLACES * k for k in range(8))
_DX, _DZ, _FX, _FZ, _SIZE, _SLANT, _SEEN = (PLACES * k for k in range(8, 15))
_HALF_X, _HALF_Z, _OX, _OZ, _HIDDEN, _AROUND = (PLACES * k for k in range(15, 21))
_IN_X, _IN_Z, _ROAD, _COARSE, _FINE, _LIE = (PLACES * k for k in range(21, 27))
_LIT_R, _LIT_G, _LIT_B, _R, _G, _B = (PLACES * k for k in range(27, 33))
_POOL, _CALM, _TX, _TZ, _SPLASH, _MIX = (PLACES * k for k in range(33, 39))
_MR, _MG, _MB, _MROW, _MCOL = (PLACES * k for k in range(39, 44))
_ROWS = 44

_NONE, _HALF, _ONE, _TWO = F(0.0), F(0.5), F(1.0), F(2.0)


def road_scratch() -> Floats:
    """Return working memory for `shade_road`; each thread needs its own."""
    return np.zeros(_ROWS * PLACES, np.float32)


@inline("void(float32[::1], int64, int64, int64, float64, float64, float64)")
def collect(w: Floats, n: int, i: int, j: int, col: float, row: float, share: float) -> None:
    """Add a place on the ground: `share` of pixel (i, j), around (`row`, `col`) in the picture."""
    w[_I + n], w[_J + n] = np.float32(i), np.float32(j)
    w[COL + n], w[ROW + n], w[SHARE + n] = np.float32(col), np.float32(row), np.float32(share)


@inline
def _aim(
    w: Floats, n: int, env: CityConditions, cam: StreetCamera, wide: float, far: float
) -> None:
    """Find where each place lies, how large a pixel is there, and how clear the air before it."""
    pixel, middle, horizon = F(1.0 / cam.focal), F(0.5 * wide), F(cam.horizon)
    ahead_x, ahead_z = F(cam.ahead_x), F(cam.ahead_z)
    right_x, right_z = F(cam.right_x), F(cam.right_z)
    x0, y0, z0 = F(cam.eye_x), F(cam.eye_y), F(cam.eye_z)
    limit, fog, end = F(4.0 * far), F(-env.fog) * LOG2_E, F(far)
    for k in range(n):
        side = (w[COL + k] - middle) * pixel
        down = (w[ROW + k] - horizon) * pixel
        dx, dz = ahead_x + right_x * side, ahead_z + right_z * side
        norm = np.sqrt(_ONE + side * side + down * down)
        t = min(max(y0 / max(down, F(0.02) * pixel), F(0.05)), limit)
        flat = np.sqrt(dx * dx + dz * dz)
        hx, hz = dx / flat, dz / flat
        across = _HALF * t * pixel
        deep = across / max(down, F(1e-4))
        fx = across * abs(hz) + deep * abs(hx)
        fz = across * abs(hx) + deep * abs(hz)
        w[_T + k], w[_X + k], w[_Z + k] = t, x0 + dx * t, z0 + dz * t
        w[_DX + k], w[_DZ + k] = hx, hz
        w[_FX + k], w[_FZ + k], w[_SIZE + k] = fx, fz, max(fx, fz)
        w[_SLANT + k] = down / norm
        # Beer-Lambert; `t` counts meters along the view's axis.
        seen = exp2(fog * t * norm)
        w[_SEEN + k] = seen * (_ONE - rise(F(0.62) * end, end, t))


@inline
def _look_up(w: Floats, n: int, city: City, lamps: float) -> None:
    """Find the roads, the light of lamps and shops, and what hides the sky around each place."""
    gain, wrap, mask, baked = F(lamps), F(PERIOD), CELLS - 1, city.baked
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        # Unsigned indices spare every look-up the test for a negative one.
        wx, wz = x - np.floor(x / wrap) * wrap, z - np.floor(z / wrap) * wrap
        i, j = np.uint64(int(wz / F(CELL)) & mask), np.uint64(int(wx / F(CELL)) & mask)
        half_x, half_z = city.road_x[j, 1], city.road_z[i, 1]
        w[_HALF_X + k], w[_HALF_Z + k] = half_x, half_z
        w[_OX + k] = wx - city.road_x[j, 0] if half_x > _NONE else F(99.0)
        w[_OZ + k] = wz - city.road_z[i, 0] if half_z > _NONE else F(99.0)
        u, v = x / F(CELL) - _HALF, z / F(CELL) - _HALF
        left, above = np.floor(u), np.floor(v)
        u, v = u - left, v - above
        c, r = int(left), int(above)
        upper, lower = baked[np.uint64(r & mask)], baked[np.uint64((r + 1) & mask)]
        p, q = np.uint64(c & mask), np.uint64((c + 1) & mask)
        d = u * v
        b, e = u - d, v - d
        a = _ONE - u - e
        w[_HIDDEN + k] = a * upper[p, 0] + b * upper[q, 0] + e * lower[p, 0] + d * lower[q, 0]
        w[_AROUND + k] = a * upper[p, 1] + b * upper[q, 1] + e * lower[p, 1] + d * lower[q, 1]
        a, b, e, d = a * gain, b * gain, e * gain, d * gain
        w[_LIT_R + k] = a * upper[p, 2] + b * upper[q, 2] + e * lower[p, 2] + d * lower[q, 2]
        w[_LIT_G + k] = a * upper[p, 3] + b * upper[q, 3] + e * lower[p, 3] + d * lower[q, 3]
        w[_LIT_B + k] = a * upper[p, 4] + b * upper[q, 4] + e * lower[p, 4] + d * lower[q, 4]


@inline
def _pave(w: Floats, n: int) -> None:
    """Lay asphalt with worn tracks and patches, slabs, and kerbs."""
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        w[_COARSE + k] = smooth_noise(x * F(0.37), z * F(0.29), U(5))
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        fine = smooth_noise(x * F(2.9), z * F(2.9), U(6))
        w[_FINE + k] = fine if w[_SIZE + k] < F(0.4) else _HALF
    for k in range(n):
        x, z, fx, fz = w[_X + k], w[_Z + k], w[_FX + k], w[_FZ + k]
        coarse, fine = w[_COARSE + k], w[_FINE + k]
        ox, oz = w[_OX + k], w[_OZ + k]
        has_x, has_z = min(w[_HALF_X + k], _ONE), min(w[_HALF_Z + k], _ONE)
        edge_x, edge_z = w[_HALF_X + k] - F(PAVEMENT), w[_HALF_Z + k] - F(PAVEMENT)
        in_x = stripe(ox, fx, -edge_x, edge_x) * has_x
        in_z = stripe(oz, fz, -edge_z, edge_z) * has_z
        road = max(in_x, in_z)
        w[_IN_X + k], w[_IN_Z + k], w[_ROAD + k] = in_x, in_z, road
        kerb_x = stripe(abs(ox), fx, edge_x, edge_x + F(0.28)) * (_ONE - in_z) * has_x
        kerb_z = stripe(abs(oz), fz, edge_z, edge_z + F(0.28)) * (_ONE - in_x) * has_z
        kerb = max(kerb_x, kerb_z)
        black = F(0.095) * (F(0.75) + F(0.35) * coarse + F(0.3) * (fine - _HALF))
        along = F(0.16) if in_x > _NONE and in_z < _HALF else _NONE
        black *= _ONE - along * stripes(ox / F(3.6) + F(0.25), fx / F(3.6), _NONE, F(0.28))
        slab = F(0.30) * (F(0.82) + F(0.26) * coarse + F(0.2) * (fine - _HALF))
        joint = stripes(x / F(1.2), fx / F(1.2), _NONE, F(0.03))
        joint += stripes(z / F(1.2), fz / F(1.2), _NONE, F(0.03))
        slab *= _ONE - F(0.4) * min(joint, _ONE)
        gray = F(0.34) * (F(0.9) + F(0.2) * fine)
        r = slab + (black - slab) * road
        g = F(0.97) * slab + (black - F(0.97) * slab) * road
        b = F(0.93) * slab + (F(1.03) * black - F(0.93) * slab) * road
        w[_R + k] = r + (gray - r) * kerb
        w[_G + k] = g + (gray - g) * kerb
        w[_B + k] = b + (gray - b) * kerb


@inline
def _mark(w: Floats, n: int) -> None:
    """Paint zebra crossings, lanes and the yellow lines."""
    for k in range(n):
        x, z, fx, fz = w[_X + k], w[_Z + k], w[_FX + k], w[_FZ + k]
        ox, oz, in_x, in_z = abs(w[_OX + k]), abs(w[_OZ + k]), w[_IN_X + k], w[_IN_Z + k]
        half_x, half_z = w[_HALF_X + k], w[_HALF_Z + k]
        has_x, has_z = min(half_x, _ONE), min(half_z, _ONE)
        edge_x, edge_z = half_x - F(PAVEMENT), half_z - F(PAVEMENT)
        crossing = has_x * has_z if oz > edge_z else _NONE
        zebra = stripe(oz, fz, edge_z + F(0.7), half_z - F(0.6)) * in_x * crossing
        paint = zebra * stripes(x / F(1.1), fx / F(1.1), _NONE, _HALF)
        free = _ONE - crossing * stripe(oz, fz, edge_z - _ONE, half_z)
        free *= has_x * (_ONE - in_z)
        yellow = stripe(ox, fx, F(0.11), F(0.24)) * free
        dash = stripes(z / F(9.0), fz / F(9.0), _NONE, F(0.36))
        lane = stripe(ox, fx, F(3.55), F(3.69)) * dash
        paint += (lane + F(0.7) * stripe(ox, fx, edge_x - F(0.45), edge_x - F(0.33))) * free
        crossing = has_x * has_z if ox > edge_x else _NONE
        zebra = stripe(ox, fx, edge_x + F(0.7), half_x - F(0.6)) * in_z * crossing
        paint += zebra * stripes(z / F(1.1), fz / F(1.1), _NONE, _HALF)
        free = _ONE - crossing * stripe(ox, fx, edge_x - _ONE, half_x)
        free *= has_z * (_ONE - in_x)
        yellow = max(yellow, stripe(oz, fz, _NONE, F(0.13)) * free)
        worn = F(0.55) + F(0.35) * w[_FINE + k]
        paint, yellow = min(paint * worn, _ONE), min(yellow * worn, _ONE)
        r, g, b = w[_R + k], w[_G + k], w[_B + k]
        r += (F(0.55) - r) * paint
        g += (F(0.55) - g) * paint
        b += (F(0.53) - b) * paint
        w[_R + k] = r + (F(0.50) - r) * yellow
        w[_G + k] = g + (F(0.34) - g) * yellow
        w[_B + k] = b + (F(0.06) - b) * yellow


@inline
def _snow(w: Floats, n: int, snow: float) -> None:
    """Cover the ground with snow, less where cars drive."""
    much = F(snow)
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        w[_LIE + k] = smooth_noise(x * F(0.6) + F(40.0), z * F(0.25), U(8))
    for k in range(n):
        w[_MIX + k] = smooth_noise(w[_Z + k] * F(0.05), w[_OX + k] * F(0.3), U(33))
    for k in range(n):
        fine, road = w[_FINE + k], w[_ROAD + k]
        patch = F(0.6) * w[_LIE + k] + F(0.4) * fine
        lying = rise(F(0.15), F(0.4), patch + F(0.25))
        bend = abs(w[_OX + k] + _HALF * (w[_MIX + k] - _HALF)) / F(3.6)
        soft = F(0.06) + w[_FX + k] / F(3.6)
        rut = stripes(bend, soft, F(0.24), F(0.40)) + stripes(bend, soft, F(0.62), F(0.78))
        rut *= min(w[_HALF_X + k], _ONE)
        clean = rise(F(0.35), F(0.95), F(0.62) * rut + F(0.75) * (_ONE - patch))
        lying *= (_ONE - road * (F(0.25) + F(0.65) * clean)) * much
        white = F(0.74) + F(0.1) * fine
        w[_R + k] += (white - w[_R + k]) * lying
        w[_G + k] += (F(1.01) * white - w[_G + k]) * lying
        w[_B + k] += (F(1.04) * white - w[_B + k]) * lying


@inline
def _light_up(w: Floats, n: int, env: CityConditions) -> None:
    """Light the ground by sun, sky and lamps."""
    sun_y, damp = F(env.sun_y), F(1.0 - 0.45 * env.wet)
    light_r, light_g, light_b = F(env.light_r), F(env.light_g), F(env.light_b)
    ambient_r, ambient_g, ambient_b = F(env.ambient_r), F(env.ambient_g), F(env.ambient_b)
    bounce_r, bounce_g, bounce_b = F(env.bounce_r), F(env.bounce_g), F(env.bounce_b)
    for k in range(n):
        sun = sun_y * rise(F(2.4), F(-0.4), w[_HIDDEN + k])
        sky = F(0.30) + F(0.70) / (_ONE + w[_AROUND + k] * F(0.04))
        r = light_r * sun + ambient_r * sky + bounce_r + w[_LIT_R + k]
        g = light_g * sun + ambient_g * sky + bounce_g + w[_LIT_G + k]
        b = light_b * sun + ambient_b * sky + bounce_b + w[_LIT_B + k]
        w[_LIT_R + k], w[_LIT_G + k], w[_LIT_B + k] = r, g, b
        w[_R + k] *= r * damp
        w[_G + k] *= g * damp
        w[_B + k] *= b * damp


@inline
def _ripple(w: Floats, n: int, time: float, shift_x: float, shift_z: float, salt: int) -> None:
    """Add the slopes of rain rings, and the flash of a splash."""
    beats, sx, sz = F(time / RING_TIME), F(shift_x), F(shift_z)
    own, seed, seed_x, seed_z = U(salt), U(salt + 3), U(salt + 1), U(salt + 2)
    for k in range(n):
        x, z = w[_X + k] + sx, w[_Z + k] + sz
        gx, gz = np.floor(x / F(RING_SIZE)), np.floor(z / F(RING_SIZE))
        ix, iz = np.int32(gx), np.int32(gz)
        beat = beats + unit_hash(ix, iz, own)
        turn = np.floor(beat)
        age = beat - turn
        number = np.int32(turn)
        other_x = np.int32(ix + np.int32(number * np.int32(7)))
        live = _NONE if unit_hash(other_x, iz, seed) > F(0.6) else _ONE
        shift = unit_hash(ix, np.int32(iz + np.int32(number * np.int32(13))), seed_x)
        ox = x - (gx + F(0.3) + F(0.4) * shift) * F(RING_SIZE)
        shift = unit_hash(ix, np.int32(iz + np.int32(number * np.int32(17))), seed_z)
        oz = z - (gz + F(0.3) + F(0.4) * shift) * F(RING_SIZE)
        far = np.sqrt(ox * ox + oz * oz) + F(1e-4)
        gap = (far - age * F(0.17)) / F(0.022)
        wave = F(0.22) * (_ONE - age) * gap * exp2(-LOG2_E * gap * gap)
        wave *= rise(_NONE, F(0.05), F(0.215) - far) * live / far
        w[_TX + k] += wave * ox
        w[_TZ + k] += wave * oz
        flash = max(_ONE - far / F(0.035), _NONE) * live
        w[_SPLASH + k] += flash if age < F(0.16) else _NONE


@inline
def _smallest(w: Floats, n: int) -> np.float32:
    """Return the size of the smallest pixel on the ground, in meters."""
    least = w[_SIZE]
    for k in range(1, n):
        least = min(least, w[_SIZE + k])
    return least  # type: ignore[no-any-return]


@inline
def _roll(w: Floats, n: int, t: np.float32) -> None:
    """Add the slopes of small waves."""
    for k in range(n):
        x, z = w[_X + k] * F(5.0) + F(0.7) * t, w[_Z + k] * F(5.0) - _HALF * t
        w[_TX + k] += F(0.014) * (smooth_noise(x, z, U(11)) - _HALF)
    for k in range(n):
        x, z = w[_X + k] * F(5.0) - F(0.6) * t + F(31.0), w[_Z + k] * F(5.0) + F(0.4) * t
        w[_TZ + k] += F(0.014) * (smooth_noise(x, z, U(12)) - _HALF)


@inline
def _flood(w: Floats, n: int, time: float, wet: float) -> None:
    """Find where puddles lie and how their surface slopes."""
    t, much = F(time), F(wet)
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        w[_POOL + k] = F(0.7) * smooth_noise(x * F(0.21) + F(7.0), z * F(0.13), U(9))
        w[_TX + k] = w[_TZ + k] = w[_SPLASH + k] = _NONE
    for k in range(n):
        x, z = w[_X + k], w[_Z + k]
        w[_POOL + k] += F(0.3) * smooth_noise(x * F(0.9), z * F(0.6), U(10))
    # Further away, where the water looks calm, nobody sees rings and waves.
    uneven = _smallest(w, n) < F(CALM_SIZE)
    if uneven:
        _ripple(w, n, time, 0.0, 0.0, 21)
        _ripple(w, n, time + 0.2, 0.29, 0.17, 22)
    for k in range(n):
        ox, in_z = abs(w[_OX + k]), w[_IN_Z + k]
        edge_x = w[_HALF_X + k] - F(PAVEMENT)
        gutter = F(0.22) * rise(F(2.2), _NONE, abs(ox - edge_x + F(0.4)))
        gutter = gutter if in_z < _HALF else _NONE
        pool = w[_POOL + k] + gutter * min(w[_HALF_X + k], _ONE)
        puddle = rise(F(0.50), F(0.60), pool) * much
        calm = _ONE - rise(F(0.05), F(CALM_SIZE), w[_SIZE + k])
        ring = F(0.10) + F(0.28) * puddle
        w[_POOL + k], w[_CALM + k] = puddle, calm
        w[_TX + k] *= ring
        w[_TZ + k] *= ring
        w[_SPLASH + k] = w[_SPLASH + k] if calm > _NONE else _NONE
    if uneven:
        _roll(w, n, t)
    for k in range(n):
        w[_MIX + k] = smooth_noise(w[_X + k] * F(1.3), w[_Z + k] * F(1.3), U(13)) - _HALF


@inline
def _mirror(w: Floats, n: int, mirror: Floats, smear: Floats) -> None:
    """Sample the world in the mirror: sharp in puddles, smeared on rough ground."""
    top, right = F(mirror.shape[0] - 1.001), F(mirror.shape[1] - 1.001)
    for k in range(n):
        row = min(max(w[_MROW + k], _NONE), top)
        col = min(max(w[_MCOL + k], _NONE), right)
        i, j = np.uint64(int(row)), np.uint64(int(col))
        v, u = row - np.floor(row), col - np.floor(col)
        still = F(0.10) + F(0.75) * w[_POOL + k]
        r = g = b = _NONE
        for corner in range(4):
            p, q = i + np.uint64(corner >> 1), j + np.uint64(corner & 1)
            share = (v if corner > 1 else _ONE - v) * (u if corner & 1 else _ONE - u)
            sharp = share * still
            soft = share - sharp
            r += mirror[p, q, 0] * sharp + smear[p, q, 0] * soft
            g += mirror[p, q, 1] * sharp + smear[p, q, 1] * soft
            b += mirror[p, q, 2] * sharp + smear[p, q, 2] * soft
        w[_MR + k], w[_MG + k], w[_MB + k] = r, g, b


@inline
def _shine(
    w: Floats, n: int, env: CityConditions, cam: StreetCamera, mirror: Floats, smear: Floats
) -> None:
    """Lay what wet ground mirrors over it."""
    _flood(w, n, env.time, env.wet)
    # The mirror image has half the picture's size, and the horizon as its last row.
    focal, horizon, rows = F(cam.focal), F(cam.horizon), F(mirror.shape[0] - 0.5)
    much = F(env.wet)
    for k in range(n):
        dx, dz, slant, calm = w[_DX + k], w[_DZ + k], w[_SLANT + k], w[_CALM + k]
        puddle, fine, rough = w[_POOL + k], w[_FINE + k], w[_MIX + k]
        along = (w[_TX + k] * dx + w[_TZ + k] * dz) * calm
        across = (w[_TX + k] * dz - w[_TZ + k] * dx) * calm
        uneven = F(0.03) * rough + F(0.03) * (fine - _HALF)
        along += uneven * (_ONE - F(0.9) * puddle)
        w[_MROW + k] = rows - (w[ROW + k] - horizon) * _HALF + along * focal
        w[_MCOL + k] = w[COL + k] * _HALF - _HALF + across * focal * (F(0.2) + slant)
        flat = _ONE - slant
        sheen = F(0.06) + F(0.94) * flat * flat * flat * flat
        film = F(0.55) + _HALF * rough + F(0.25) * (fine - _HALF)
        film *= (_ONE - puddle) * (_ONE - F(0.35) * (_ONE - w[_ROAD + k]))
        w[_CALM + k] = _ONE - F(0.7) * puddle * sheen
        w[_MIX + k] = sheen * (puddle + film) * much
    _mirror(w, n, mirror, smear)
    for k in range(n):
        keep, strong = w[_CALM + k], w[_MIX + k]
        splash = w[_SPLASH + k] * rise(F(0.10), F(0.02), w[_SIZE + k])
        flash, glance = F(0.25) * splash, strong + _HALF * splash
        w[_R + k] = w[_R + k] * keep + w[_MR + k] * glance + w[_LIT_R + k] * flash
        w[_G + k] = w[_G + k] * keep + w[_MG + k] * glance + w[_LIT_G + k] * flash
        w[_B + k] = w[_B + k] * keep + w[_MB + k] * glance + w[_LIT_B + k] * flash


@inline
def _write(
    w: Floats, n: int, env: CityConditions, air: Doubles, light: Floats, depth: Floats
) -> None:
    """Add the places' light, seen through the air, to the picture."""
    low_mist = 0.12 * env.lamps
    gr, gg, gb = env.glow_r * low_mist, env.glow_g * low_mist, env.glow_b * low_mist
    columns = air.shape[1]
    ratio = columns / light.shape[1]
    for k in range(n):
        i, j = np.uint64(int(w[_I + k])), np.uint64(int(w[_J + k]))
        place = min(max(int(float(w[COL + k]) * ratio), 0), columns - 1)
        seen, share = w[_SEEN + k], w[SHARE + k]
        lost = _ONE - seen
        light[i, j, 0] += (w[_R + k] * seen + np.float32(air[0, place, 0] + gr) * lost) * share
        light[i, j, 1] += (w[_G + k] * seen + np.float32(air[0, place, 1] + gg) * lost) * share
        light[i, j, 2] += (w[_B + k] * seen + np.float32(air[0, place, 2] + gb) * lost) * share
        depth[i, j] = min(depth[i, j], w[_T + k])


@routine
def shade_road(
    ground: Floats,
    n: int,
    city: City,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    mirror: Floats,
    smear: Floats,
    far: float,
    light: Floats,
    depth: Floats,
) -> None:
    """Add the light of the `n` collected places to `light`; note the nearest in `depth`.

    `mirror` shows the upright world seen in still water, `smear` the same in rough water; neither
    is used on dry ground. Fog hides what is `far` meters away.
    """
    if n == 0:
        return
    _aim(ground, n, env, cam, float(light.shape[1]), far)
    _look_up(ground, n, city, env.lamps)
    _pave(ground, n)
    _mark(ground, n)
    if env.snow > 0.0:
        _snow(ground, n, env.snow)
    _light_up(ground, n, env)
    if env.wet > 0.0:
        _shine(ground, n, env, cam, mirror, smear)
    _write(ground, n, env, air, light, depth)
