"""Ray-cast cars of two convex bodies each, with paint, glass and lamps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.filters import step_up
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import overlay
from rushes.engines.procedural.roadway import lookup

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.kernel import Doubles, Floats

# Columns of a car: place, heading (unit x, z), half length, half width, height, paint (3), seed.
CAR = 11

SAMPLES = 4  # rays in each pixel
_SPAN = 16  # columns worked on together
_RAYS = SAMPLES * _SPAN
# The rows of the working memory: what is known of each ray.
_DX, _DZ, _RISE, _HIT, _FACE, _ENTER, _LEAVE, _THROUGH = (_RAYS * k for k in range(8))
_NONE, _NOWHERE = F(0.0), F(1e9)


@inline
def veil(
    env: CityConditions, air: Doubles, t: float, r: float, g: float, b: float
) -> tuple[float, float, float]:
    """Return a color seen through `t` meters of the street's air."""
    seen = np.exp(-env.fog * t)
    j = air.shape[1] // 2
    lost = 1.0 - seen
    return (
        r * seen + (air[0, j, 0] + 0.1 * env.glow_r) * lost,
        g * seen + (air[0, j, 1] + 0.1 * env.glow_g) * lost,
        b * seen + (air[0, j, 2] + 0.1 * env.glow_b) * lost,
    )


@inline
def lit(
    baked: Floats, env: CityConditions, x: float, y: float, z: float
) -> tuple[float, float, float, float]:
    """Return ambient light at a point of the street and the visible share of the sun."""
    hidden, around, sr, sg, sb = lookup(baked, x, z)
    sky = 0.35 + 0.65 / (1.0 + around * 0.04)
    low = env.lamps * np.exp(-max(y, 0.0) * 0.08)
    return (
        env.ambient_r * sky + env.bounce_r + sr * low,
        env.ambient_g * sky + env.bounce_g + sg * low,
        env.ambient_b * sky + env.bounce_b + sb * low,
        step_up(y + 2.0, y - 0.5, hidden),
    )


@inline
def _aim(
    w: Floats, cam: StreetCamera, wide: float, i: int, first: int, hx: float, hz: float
) -> None:
    """Point rays through four places of each of a row's pixels from `first` on, as the car sees it.

    The places lie on a rotated grid: near-vertical and near-level edges both antialias.
    """
    pixel = F(1.0 / cam.focal)
    ahead_x, right_x = (
        F(cam.ahead_x * hz - cam.ahead_z * hx),
        F(cam.right_x * hz - cam.right_z * hx),
    )
    ahead_z, right_z = (
        F(cam.ahead_x * hx + cam.ahead_z * hz),
        F(cam.right_x * hx + cam.right_z * hz),
    )
    for sample in range(SAMPLES):
        col = F(first + 0.125 + 0.25 * ((sample * 2 + 1) % 5) - 0.5 * wide)
        rise = F(cam.horizon - i - 0.125 - 0.25 * sample) * pixel
        start = sample * _SPAN
        for k in range(_SPAN):
            side = (col + F(k)) * pixel
            w[_DX + start + k] = ahead_x + right_x * side
            w[_DZ + start + k] = ahead_z + right_z * side
            w[_RISE + start + k] = rise
    for k in range(_RAYS):
        w[_HIT + k], w[_FACE + k] = _NOWHERE, F(-1.0)


@inline
def _clip(w: Floats, planes: Doubles, first: int, ox: float, oy: float, oz: float) -> None:
    """Find where the rays enter a convex body of six planes, and through which.

    They come from (ox, oy, oz). What they hit is kept if nothing nearer is known.
    """
    # The slab method: inside all planes lies what is after every entry and before every exit.
    for k in range(_RAYS):
        w[_ENTER + k], w[_LEAVE + k], w[_THROUGH + k] = F(0.05), _NOWHERE, F(-1.0)
    for plane in range(first, first + 6):
        p, q, s = F(planes[plane, 0]), F(planes[plane, 1]), F(planes[plane, 2])
        away = planes[plane, 0] * ox + planes[plane, 1] * oy + planes[plane, 2] * oz
        gap, number = F(planes[plane, 3] - away), F(plane)
        for k in range(_RAYS):
            speed = p * w[_DX + k] + q * w[_RISE + k] + s * w[_DZ + k]
            t = gap / speed
            enter = w[_ENTER + k]
            inwards = t if speed < _NONE else _NONE
            w[_THROUGH + k] = number if inwards > enter else w[_THROUGH + k]
            w[_ENTER + k] = inwards if inwards > enter else enter
            # A ray along a plane, outside of it, leaves the body before it can enter.
            w[_LEAVE + k] = min(w[_LEAVE + k], _NOWHERE if speed < _NONE else t)
    for k in range(_RAYS):
        enter = w[_ENTER + k] if w[_THROUGH + k] >= _NONE else _NOWHERE
        enter = enter if enter < w[_LEAVE + k] else _NOWHERE
        w[_FACE + k] = w[_THROUGH + k] if enter < w[_HIT + k] else w[_FACE + k]
        w[_HIT + k] = min(enter, w[_HIT + k])


@inline
def _shape(planes: Doubles, half_l: float, half_w: float, tall: float) -> None:
    """Write the planes of a car's hull and cabin: right, left, top, bottom, front, back."""
    waist = 0.92 if tall < 1.8 else 0.62 * tall
    van = tall > 1.8
    planes[:, :] = 0.0
    for part in range(2):
        o = part * 6
        planes[o, 0] = 1.0
        planes[o + 1, 0] = -1.0
        planes[o + 2, 1] = 1.0
        planes[o + 3, 1] = -1.0
        planes[o + 4, 2] = 1.0
        planes[o + 5, 2] = -1.0
    planes[0, 3] = half_w
    planes[1, 3] = half_w
    planes[2, 3] = waist
    planes[2, 2] = 0.05
    planes[3, 3] = -0.26
    planes[4, 3] = half_l
    planes[4, 1] = 0.12
    planes[5, 3] = half_l
    planes[5, 1] = 0.06
    lean = 0.10 if van else 0.30
    for k in range(2):
        planes[6 + k, 1] = lean
        planes[6 + k, 3] = half_w - 0.04 + lean * waist
    planes[8, 3] = tall
    planes[9, 3] = -(waist - 0.12)
    planes[10, 1] = 0.45 if van else 1.15
    planes[10, 3] = (half_l - 0.4 if van else 0.50 * half_l) + planes[10, 1] * waist
    planes[11, 1] = 0.05 if van else 0.85
    planes[11, 3] = (half_l - 0.1 if van else 0.72 * half_l) + planes[11, 1] * waist


@inline
def _ground_under(
    car: Doubles, n: int, env: CityConditions, cam: StreetCamera, light: Floats, depth: Floats
) -> None:
    """Darken the road under a car and light it in front of its lamps."""
    H, W = light.shape[0], light.shape[1]
    f = cam.focal
    px, pz = car[n, 0] - cam.eye_x, car[n, 1] - cam.eye_z
    hx, hz = car[n, 2], car[n, 3]
    half_l = car[n, 4]
    half_w = car[n, 5]
    beam = 11.0 * env.night
    left = float(W)
    right = 0.0
    near = 1e9
    far = 0.3
    for k in range(4):
        a = half_l + 0.5 + beam if k & 1 else -half_l - 0.5
        c = half_w + 1.2 if k & 2 else -half_w - 1.2
        qx = px + hx * a + hz * c
        qz = pz + hz * a - hx * c
        d = max(qx * cam.ahead_x + qz * cam.ahead_z, 0.5)
        u = 0.5 * W + (qx * cam.right_x + qz * cam.right_z) / d * f
        left = min(left, u)
        right = max(right, u)
        near = min(near, d)
        far = max(far, d)
    i0 = max(int(cam.horizon + cam.eye_y / far * f), 0)
    i1 = min(int(cam.horizon + cam.eye_y / near * f) + 1, H)
    glow = 0.22 * max(env.night - 0.3, 0.0) * (1.0 - 0.5 * env.wet)
    for i in range(i0, i1):
        fall = (i + 0.5 - cam.horizon) / f
        if fall <= 1e-4:
            continue
        t = cam.eye_y / fall
        for j in range(max(int(left), 0), min(int(right) + 1, W)):
            if abs(float(depth[i, j]) - t) > 0.2 + 0.02 * t:
                continue
            side = (j + 0.5 - 0.5 * W) / f
            gx = (cam.ahead_x + cam.right_x * side) * t - px
            gz = (cam.ahead_z + cam.right_z * side) * t - pz
            x = abs(gx * hz - gz * hx)
            z = gx * hx + gz * hz
            dark = step_up(half_w + 0.35, half_w - 0.25, x)
            dark *= step_up(half_l + 0.35, half_l - 0.3, abs(z))
            ahead = (z - half_l) / max(beam, 0.1)
            pool = 0.0
            if glow > 0.0 and 0.0 < ahead < 1.0:
                pool = glow * step_up(0.0, 0.2, ahead) * (1.0 - ahead) ** 2
                pool *= step_up(half_w + 0.2 + ahead, 0.2, x)
            keep = 1.0 - 0.72 * dark
            light[i, j, 0] = np.float32(light[i, j, 0] * keep + pool)
            light[i, j, 1] = np.float32(light[i, j, 1] * keep + pool * 0.93)
            light[i, j, 2] = np.float32(light[i, j, 2] * keep + pool * 0.78)


def car_scratch() -> tuple[Doubles, Floats]:
    """Return working memory for `draw_cars`; each thread needs its own."""
    return np.empty((12, 4)), np.zeros(8 * _RAYS, np.float32)


@kernel
def draw_cars(
    cars: Doubles,
    baked: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    light: Floats,
    depth: Floats,
    planes: Doubles,
    rays: Floats,
) -> None:
    """Draw cars, given farthest first, into a picture and its depths."""
    H, W = light.shape[0], light.shape[1]
    f = cam.focal
    if cam.eye_y > 0.0:
        for n in range(cars.shape[0]):
            ahead = (cars[n, 0] - cam.eye_x) * cam.ahead_x
            ahead += (cars[n, 1] - cam.eye_z) * cam.ahead_z
            if 0.0 < ahead < 140.0:
                _ground_under(cars, n, env, cam, light, depth)
    for n in range(cars.shape[0]):
        px, pz = cars[n, 0] - cam.eye_x, cars[n, 1] - cam.eye_z
        hx, hz = cars[n, 2], cars[n, 3]
        half_l = cars[n, 4]
        half_w = cars[n, 5]
        tall = cars[n, 6]
        t = px * cam.ahead_x + pz * cam.ahead_z
        if t < -half_l or t > 420.0:
            continue
        # The picture's rectangle that holds the car, from its eight corners.
        left = float(W)
        right = 0.0
        top = float(H)
        bottom = 0.0
        for k in range(8):
            a = half_l if k & 1 else -half_l
            c = half_w if k & 2 else -half_w
            y = (tall if k & 4 else 0.0) - cam.eye_y
            qx = px + hx * a + hz * c
            qz = pz + hz * a - hx * c
            d = max(qx * cam.ahead_x + qz * cam.ahead_z, 0.3)
            u = 0.5 * W + (qx * cam.right_x + qz * cam.right_z) / d * f
            v = cam.horizon - y / d * f
            left = min(left, u)
            right = max(right, u)
            top = min(top, v)
            bottom = max(bottom, v)
        j0 = max(int(np.floor(left)), 0)
        j1 = min(int(np.ceil(right)), W)
        i0 = max(int(np.floor(top)), 0)
        i1 = min(int(np.ceil(bottom)), H)
        if j0 >= j1 or i0 >= i1:
            continue
        _shape(planes, half_l, half_w, tall)
        ox = -(px * hz - pz * hx)
        oz = -(px * hx + pz * hz)
        lr, lg, lb, sun = lit(baked, env, cars[n, 0], 1.0, cars[n, 1])
        lit_r = env.night
        for i in range(i0, i1):
            for first in range(j0, j1, _SPAN):
                _aim(rays, cam, float(W), i, first, hx, hz)
                _clip(rays, planes, 0, ox, cam.eye_y, oz)
                _clip(rays, planes, 6, ox, cam.eye_y, oz)
                for j in range(first, min(first + _SPAN, j1)):
                    cover = sum_r = sum_g = sum_b = 0.0
                    near = 1e9
                    for sample in range(SAMPLES):
                        ray = sample * _SPAN + j - first
                        face = int(rays[_FACE + ray])
                        hit = float(rays[_HIT + ray])
                        if face < 0 or hit > float(depth[i, j]) + 0.15:
                            continue
                        part, face = face // 6, face % 6
                        rise = float(rays[_RISE + ray])
                        dx, dz = float(rays[_DX + ray]), float(rays[_DZ + ray])
                        x = ox + dx * hit
                        y = cam.eye_y + rise * hit
                        z = oz + dz * hit
                        r, g, b = cars[n, 7], cars[n, 8], cars[n, 9]
                        gloss = 0.10
                        er = eg = eb = 0.0
                        if part == 1 and face != 2:
                            # Glass all round, but for pillars.
                            edge = abs(x) / half_w if face > 3 else abs(z + 0.1) / half_l
                            if not (face < 2 and 0.03 < abs(z + 0.15) < 0.10):
                                r, g, b = 0.02, 0.024, 0.03
                                gloss = 0.16
                            if edge > 0.82 and face > 3:
                                r, g, b = 0.03, 0.03, 0.03
                        elif part == 0 and face < 2:
                            for wheel in range(2):
                                wz_ = z - (0.62 * half_l if wheel == 0 else -0.60 * half_l)
                                far = np.sqrt(wz_ * wz_ + (y - 0.33) ** 2)
                                if far < 0.37:
                                    r, g, b = 0.012, 0.012, 0.012
                                    gloss = 0.0
                                    if far < 0.2:
                                        r, g, b = 0.22, 0.22, 0.23
                            if y < 0.36:
                                r, g, b = r * 0.3, g * 0.3, b * 0.3
                        elif part == 0 and face == 4:
                            if abs(abs(x) - 0.72 * half_w) < 0.19 and 0.59 < y < 0.73:
                                er = 0.25 + 2.6 * lit_r
                                eg = 0.25 + 2.45 * lit_r
                                eb = 0.24 + 2.1 * lit_r
                            elif abs(x) < 0.5 * half_w and 0.42 < y < 0.62:
                                r, g, b = 0.03, 0.03, 0.03
                        elif part == 0 and face == 5:
                            if abs(abs(x) - 0.70 * half_w) < 0.24 and 0.66 < y < 0.78:
                                r, g, b = 0.30, 0.01, 0.01
                                er = 0.10 + 1.7 * lit_r
                                eg, eb = 0.02 * lit_r, 0.03 * lit_r
                            elif abs(x) < 0.26 and 0.48 < y < 0.60:
                                r, g, b = 0.5, 0.5, 0.45
                        up = 1.0 if face == 2 else 0.55
                        facing = 0.0
                        if face == 2:
                            facing = env.sun_y
                            if env.snow > 0.0:
                                r, g, b = 0.7, 0.71, 0.74
                                gloss = 0.0
                        elif face < 2:
                            turn = 1.0 if face == 0 else -1.0
                            facing = max(turn * (env.sun_x * hz - env.sun_z * hx), 0.0)
                        else:
                            turn = 1.0 if face == 4 else -1.0
                            facing = max(turn * (env.sun_x * hx + env.sun_z * hz), 0.0)
                            if part == 1:
                                facing += 0.5 * env.sun_y
                                up = 0.8
                        facing *= sun
                        shade = 0.55 + 0.45 * min(max((y - 0.1) / 0.6, 0.0), 1.0)
                        qr = lr * up * shade + env.light_r * facing
                        qg = lg * up * shade + env.light_g * facing
                        qb = lb * up * shade + env.light_b * facing
                        k = air.shape[1] // 2
                        sum_r += r * qr + er + gloss * air[6, k, 0] + gloss * 0.3 * lr
                        sum_g += g * qg + eg + gloss * air[6, k, 1] + gloss * 0.3 * lg
                        sum_b += b * qb + eb + gloss * air[6, k, 2] + gloss * 0.3 * lb
                        cover += 1.0
                        near = min(near, hit)
                    if cover > 0.0:
                        r, g, b = veil(env, air, near, sum_r / cover, sum_g / cover, sum_b / cover)
                        a = 0.25 * cover
                        overlay(light, i, j, r, g, b, a)
                        if a > 0.5:
                            depth[i, j] = np.float32(near)
