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
_DX, _DZ, _RISE, _HIT, _FACE = (_RAYS * k for k in range(5))
_NONE, _NOWHERE = F(0.0), F(1e9)
_SLOPE, _OVERLAP = 0.05, 0.12  # of the hull's top, per meter; meters of the cabin inside the hull


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
def _plane(
    planes: Doubles, number: int, ox: float, oy: float, oz: float
) -> tuple[np.float32, np.float32, np.float32, np.float32]:
    """Return a plane's normal, and its distance from the point where rays begin."""
    p, q, s = planes[number, 0], planes[number, 1], planes[number, 2]
    return F(p), F(q), F(s), F(planes[number, 3] - (p * ox + q * oy + s * oz))


@inline
def _pass(
    plane: tuple[np.float32, np.float32, np.float32, np.float32],
    number: np.float32,
    ray: tuple[np.float32, np.float32, np.float32],
    found: tuple[np.float32, np.float32, np.float32],
) -> tuple[np.float32, np.float32, np.float32]:
    """Return where a ray enters and leaves, and through which plane, with one more of them."""
    enter, leave, through = found
    speed = plane[0] * ray[0] + plane[1] * ray[1] + plane[2] * ray[2]
    t = plane[3] / speed
    inwards = t if speed < _NONE else _NONE
    through = number if inwards > enter else through
    enter = inwards if inwards > enter else enter
    # A ray along a plane, outside of it, leaves the body before it can enter.
    return enter, min(leave, _NOWHERE if speed < _NONE else t), through


@inline
def _clip(w: Floats, planes: Doubles, first: int, ox: float, oy: float, oz: float) -> None:
    """Find where the rays enter a convex body of six planes, and through which.

    They come from (ox, oy, oz). What they hit is kept if nothing nearer is known.
    """
    a, b, c = (
        _plane(planes, first, ox, oy, oz),
        _plane(planes, first + 1, ox, oy, oz),
        _plane(planes, first + 2, ox, oy, oz),
    )
    d, e, f = (
        _plane(planes, first + 3, ox, oy, oz),
        _plane(planes, first + 4, ox, oy, oz),
        _plane(planes, first + 5, ox, oy, oz),
    )
    # The slab method: inside all planes lies what is after every entry and before every exit.
    for k in range(_RAYS):
        ray = w[_DX + k], w[_RISE + k], w[_DZ + k]
        found = _pass(a, F(first), ray, (F(0.05), _NOWHERE, F(-1.0)))
        found = _pass(b, F(first + 1), ray, found)
        found = _pass(c, F(first + 2), ray, found)
        found = _pass(d, F(first + 3), ray, found)
        found = _pass(e, F(first + 4), ray, found)
        enter, leave, through = _pass(f, F(first + 5), ray, found)
        enter = enter if through >= _NONE and enter < leave else _NOWHERE
        w[_FACE + k] = through if enter < w[_HIT + k] else w[_FACE + k]
        w[_HIT + k] = min(enter, w[_HIT + k])


@inline
def _waist(tall: float) -> float:
    """Return the height of a car's hull."""
    return 0.92 if tall < 1.8 else 0.62 * tall


@inline
def _shape(planes: Doubles, half_l: float, half_w: float, tall: float) -> None:
    """Write the planes of a car's hull and cabin: right, left, top, bottom, front, back."""
    waist = _waist(tall)
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
    planes[2, 2] = _SLOPE
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
    planes[9, 3] = _OVERLAP - waist
    planes[10, 1] = 0.45 if van else 1.15
    planes[10, 3] = (half_l - 0.4 if van else 0.50 * half_l) + planes[10, 1] * waist
    planes[11, 1] = 0.05 if van else 0.85
    planes[11, 3] = (half_l - 0.1 if van else 0.72 * half_l) + planes[11, 1] * waist


@inline
def _where(start: float, slope: float, low: float, high: float) -> tuple[float, float]:
    """Return between which numbers of steps `start + slope * steps` is from `low` to `high`."""
    slope = slope if abs(slope) > 1e-9 else 1e-9
    one, two = (low - start) / slope, (high - start) / slope
    return min(one, two), max(one, two)


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
    # Across and along the car: where the view's axis leads, and its right.
    ahead_x, right_x = (
        cam.ahead_x * hz - cam.ahead_z * hx,
        cam.right_x * hz - cam.right_z * hx,
    )
    ahead_z, right_z = (
        cam.ahead_x * hx + cam.ahead_z * hz,
        cam.right_x * hx + cam.right_z * hz,
    )
    mid_x, mid_z = px * hz - pz * hx, px * hx + pz * hz
    reach_x = half_w + 1.2
    back_z, front_z = -half_l - 0.35, half_l + max(beam if glow > 0.0 else 0.0, 0.35)
    for i in range(i0, i1):
        fall = (i + 0.5 - cam.horizon) / f
        if fall <= 1e-4:
            continue
        t = cam.eye_y / fall
        x0, z0 = ahead_x * t - mid_x, ahead_z * t - mid_z
        low, high = _where(x0, right_x * t / f, -reach_x, reach_x)
        first, last = _where(z0, right_z * t / f, back_z, front_z)
        low, high = max(low, first) + 0.5 * W - 0.5, min(high, last) + 0.5 * W - 0.5
        for j in range(int(max(low, left, 0.0)), int(min(high, right, W - 1.0)) + 1):
            if abs(float(depth[i, j]) - t) > 0.2 + 0.02 * t:
                continue
            side = (j + 0.5 - 0.5 * W) * t / f
            x, z = abs(x0 + right_x * side), z0 + right_z * side
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
    return np.empty((12, 4)), np.zeros(5 * _RAYS, np.float32)


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
        # The picture's rectangle that holds the car, from its corners.
        left = float(W)
        right = 0.0
        top = hull = float(H)  # the first row of the cabin, and of the hull
        bottom = cabin = 0.0  # the last rows
        waist = _waist(tall)
        for k in range(4):
            a = half_l if k & 1 else -half_l
            c = half_w if k & 2 else -half_w
            qx = px + hx * a + hz * c
            qz = pz + hz * a - hx * c
            d = max(qx * cam.ahead_x + qz * cam.ahead_z, 0.3)
            u = 0.5 * W + (qx * cam.right_x + qz * cam.right_z) / d * f
            v = f / d
            left = min(left, u)
            right = max(right, u)
            top = min(top, cam.horizon - (tall - cam.eye_y) * v)
            hull = min(hull, cam.horizon - (waist + _SLOPE * half_l - cam.eye_y) * v)
            cabin = max(cabin, cam.horizon - (waist - _OVERLAP - cam.eye_y) * v)
            bottom = max(bottom, cam.horizon + cam.eye_y * v)
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
                if i + 1.0 > hull:
                    _clip(rays, planes, 0, ox, cam.eye_y, oz)
                if i < cabin:
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
