"""Billboards and their glow: lamps, people, hanging signs, masts, trees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.filters import band, cloudy, step_up, trait
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.pixels import add, overlay
from rushes.engines.procedural.shopfront import glyph
from rushes.engines.procedural.traffic import lit, veil

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.kernel import Doubles, Floats

# Columns of a card: place (x, foot, z), half width, height, kind, seed, color (3).
CARD = 10
LAMP, PERSON, BLADE, MAST, TREE = range(5)
# Columns of a light: place (3), color (3), radius in meters, halo strength.
SPOT = 8


@inline
def _figure(
    kind: int,
    u: float,
    y: float,
    tall: float,
    wide: float,
    soft: float,
    salt: int,
    t: float,
    wet: bool,
) -> tuple[float, float]:
    """Return a card's coverage and glow at `u` meters from its middle and height `y`."""
    cover = glow = 0.0
    if kind == LAMP:
        turn = 1.0 if salt % 2 == 0 else -1.0
        x = u * turn
        thick = 0.075 if y > 0.9 else 0.13
        cover = band(x, soft, -wide + 0.1 - thick, -wide + 0.1 + thick)
        cover *= band(y, soft, 0.0, tall - 0.25)
        bow = tall - 0.28 + 0.22 * (x + wide) / (2.0 * wide)
        cover = max(cover, band(y, soft, bow - 0.05, bow + 0.05) * band(x, soft, -wide, wide - 0.1))
        glow = band(x, soft, wide - 0.95, wide - 0.15) * band(y, soft, bow - 0.16, bow - 0.04)
        cover = max(cover, glow)
    elif kind == PERSON:
        step = np.sin(t * 6.0 + 6.0 * trait(salt, 11.0))
        leg = 0.86 - y
        swing = 0.22 * step * max(leg, 0.0)
        part = band(abs(u) - abs(swing), soft, -0.075, 0.075) * band(y, soft, 0.0, 0.9)
        coat = 0.17 + 0.10 * (1.45 - y)
        part += band(u, soft, -coat, coat) * band(y, soft, 0.72, 1.42)
        head = np.sqrt(u * u + (y - 1.6) ** 2)
        part += min(max((0.125 - head) / (2.0 * soft) + 0.5, 0.0), 1.0)
        if wet and trait(salt, 12.0) < 0.75:
            dome = np.sqrt((u - 0.08) ** 2 * 0.7 + (y - 1.62) ** 2)
            ring = min(max((0.52 - dome) / (2.0 * soft) + 0.5, 0.0), 1.0)
            part += ring * band(y, soft, 1.82, 2.4)
            part += band(u - 0.08, soft, -0.015, 0.015) * band(y, soft, 1.0, 1.85)
        cover = min(part, 1.0)
    elif kind == MAST:
        thin = 0.28 * (1.0 - 0.7 * y / tall)
        cover = band(u, soft, -thin, thin)
    elif kind == TREE:
        cover = band(u, soft, -0.13, 0.13) * band(y, soft, 0.0, 0.5 * tall)
        ball = np.sqrt((u / wide) ** 2 + ((y - 0.64 * tall) / (0.38 * tall)) ** 2)
        leaf = cloudy(u * 2.1 + salt * 7.0, y * 2.1, 31.0) * 0.6
        leaf += 0.4 * cloudy(u * 6.0, y * 6.0, 32.0)
        edge = 0.10 + soft
        crown = step_up(1.0 + edge, 1.0 - edge, ball + 0.9 * (leaf - 0.45))
        glow = crown * (0.35 + 0.9 * leaf)
        cover = max(cover, crown)
    return cover, glow


@kernel
def draw_cards(
    cards: Doubles,
    baked: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    light: Floats,
    depth: Floats,
) -> None:
    """Draw billboards, given farthest first, into a picture and its depths."""
    H, W = light.shape[0], light.shape[1]
    f = cam.focal
    wet = env.wet > 0.0
    for n in range(cards.shape[0]):
        px, pz = cards[n, 0] - cam.eye_x, cards[n, 2] - cam.eye_z
        wide = cards[n, 3]
        tall = cards[n, 4]
        kind = int(cards[n, 5])
        salt = int(cards[n, 6])
        depth_mid = px * cam.ahead_x + pz * cam.ahead_z
        if depth_mid < 0.6:
            continue
        left = 1e9
        right = -1e9
        for k in range(2):
            # A blade hangs square to the avenue; all else turns to the eye.
            e = wide if k else -wide
            qx = px + (e if kind == BLADE else e * cam.right_x)
            qz = pz + (0.0 if kind == BLADE else e * cam.right_z)
            d = max(qx * cam.ahead_x + qz * cam.ahead_z, 0.4)
            c = 0.5 * W + (qx * cam.right_x + qz * cam.right_z) / d * f
            left = min(left, c)
            right = max(right, c)
        foot = cards[n, 1] - cam.eye_y
        near_depth = max(depth_mid - (wide if kind == BLADE else 0.0), 0.4)
        top = cam.horizon - (foot + tall) / near_depth * f
        bottom = cam.horizon - foot / near_depth * f
        if foot > 0.0:
            bottom = cam.horizon - foot / (depth_mid + wide) * f
        if foot + tall < 0.0:
            top = cam.horizon - (foot + tall) / (depth_mid + wide) * f
        j0 = max(int(np.floor(left)) - 1, 0)
        j1 = min(int(np.ceil(right)) + 1, W)
        i0 = max(int(np.floor(top)) - 1, 0)
        i1 = min(int(np.ceil(bottom)) + 1, H)
        if j0 >= j1 or i0 >= i1:
            continue
        lr, lg, lb, sun = lit(baked, env, cards[n, 0], cards[n, 1] + 0.4 * tall, cards[n, 2])
        lr += 0.35 * env.light_r * sun
        lg += 0.35 * env.light_g * sun
        lb += 0.35 * env.light_b * sun
        cr, cg, cb = cards[n, 7], cards[n, 8], cards[n, 9]
        buzz = 1.0
        if kind == BLADE and trait(salt, 5.0) < 0.12:
            buzz = 0.3 + 0.7 * step_up(0.3, 0.4, trait(salt + int(env.time * 11.0), 6.0))
        for j in range(j0, j1):
            side = (j + 0.5 - 0.5 * W) / f
            t = depth_mid
            if kind == BLADE:
                run = cam.ahead_z + cam.right_z * side
                if abs(run) < 1e-3:
                    continue
                t = pz / run
                if t < 0.4:
                    continue
                u = (cam.ahead_x + cam.right_x * side) * t - px
            else:
                u = side * t - (px * cam.right_x + pz * cam.right_z)
            soft = 0.5 * t / f
            if abs(u) > wide + soft:
                continue
            for i in range(i0, i1):
                if t > float(depth[i, j]) + 0.1:
                    continue
                y = (cam.horizon - i - 0.5) / f * t - foot
                if y < -soft or y > tall + soft:
                    continue
                er = eg = eb = 0.0
                if kind == BLADE:
                    cover = band(u, soft, -wide, wide) * band(y, soft, 0.0, tall)
                    cell = 1.6 * wide
                    number = max(np.floor((tall - 0.3) / cell), 1.0)
                    v = (tall - 0.15 - y) / (tall - 0.3) * number
                    index = np.floor(v)
                    x = u / (1.7 * wide) + 0.5
                    ink = 0.0
                    if 0.0 <= v < number:
                        ink = glyph(x, 1.0 - (v - index), salt * 19 + int(index), soft / cell)
                    inner = band(u, soft, -wide + 0.07, wide - 0.07)
                    rim = 1.0 - inner * band(y, soft, 0.07, tall - 0.07)
                    gain = env.neon_gain * buzz
                    if salt % 3 == 0:
                        body = (1.0 - 0.8 * ink) * 0.8 * gain
                        er, eg, eb = cr * body, cg * body, cb * body
                    else:
                        pulse_ = 2.4 * ink * gain + 1.2 * rim * gain + 0.05 * gain
                        tail = 1.9 * ink * gain
                        er = cr * (pulse_ - tail) + tail * (0.75 * cr + 0.25)
                        eg = cg * (pulse_ - tail) + tail * (0.75 * cg + 0.25)
                        eb = cb * (pulse_ - tail) + tail * (0.75 * cb + 0.25)
                    r, g, b = 0.05 * lr + er, 0.05 * lg + eg, 0.05 * lb + eb
                else:
                    cover, glow = _figure(kind, u, y, tall, wide, soft, salt, env.time, wet)
                    r, g, b = cr * lr, cg * lg, cb * lb
                    if kind == LAMP:
                        shine = 3.2 * env.lamps * glow
                        r, g, b = r + shine, g + 0.72 * shine, b + 0.42 * shine
                    elif kind == TREE:
                        r = (0.05 + 0.02 * glow) * lr + glow * 0.05 * lr
                        g = (0.045 + 0.13 * glow) * lg
                        b = 0.03 * lb
                        if env.snow > 0.0:
                            r, g, b = 0.5 * glow * lr, 0.5 * glow * lg, 0.53 * glow * lb
                if cover <= 0.004:
                    continue
                r, g, b = veil(env, air, t, r, g, b)
                overlay(light, i, j, r, g, b, cover)
                if cover > 0.5:
                    depth[i, j] = np.float32(t)


@kernel
def draw_spots(
    spots: Doubles, env: CityConditions, cam: StreetCamera, light: Floats, depth: Floats
) -> None:
    """Add the glare of lamps: a core as big as the lamp and a halo as wide as the air is thick."""
    H, W = light.shape[0], light.shape[1]
    f = cam.focal
    short = float(min(H, W))
    for n in range(spots.shape[0]):
        px, pz = spots[n, 0] - cam.eye_x, spots[n, 2] - cam.eye_z
        t = px * cam.ahead_x + pz * cam.ahead_z
        if t < 1.0:
            continue
        cx = 0.5 * W + (px * cam.right_x + pz * cam.right_z) / t * f
        cy = cam.horizon - (spots[n, 1] - cam.eye_y) / t * f
        core = spots[n, 6] * f / t
        soft = max(core, 0.0011 * short, 0.6)
        keep = (core / soft) ** 2
        # A lamp smaller than a pixel keeps its energy, up to a factor of 3 that keeps it visible.
        keep = min(keep * 3.0, 1.0)
        reach = min(soft * 9.0 + 0.012 * short, 0.11 * short)
        if cx < -reach or cx > W + reach or cy < -reach or cy > H + reach:
            continue
        # How much of the lamp shows: a few looks around it, so that it fades behind a corner.
        seen = 0.0
        for k in range(9):
            j = int(cx + (k % 3 - 1) * (0.8 * soft + 0.5))
            i = int(cy + (k // 3 - 1) * (0.8 * soft + 0.5))
            jj, ii = min(max(j, 0), W - 1), min(max(i, 0), H - 1)
            if float(depth[ii, jj]) > t - 0.6:
                seen += 1.0 / 9.0
        seen *= np.exp(-env.fog * t) * step_up(1.0, 4.0, t)
        if seen <= 0.002:
            continue
        halo = spots[n, 7] * (0.05 + min(env.fog * 18.0, 0.10))
        for i in range(max(int(cy - reach), 0), min(int(cy + reach) + 1, H)):
            for j in range(max(int(cx - reach), 0), min(int(cx + reach) + 1, W)):
                ox, oy = j + 0.5 - cx, i + 0.5 - cy
                q = (ox * ox + oy * oy) / (soft * soft)
                edge = 1.0 - (ox * ox + oy * oy) / (reach * reach)
                if edge <= 0.0:
                    continue
                power = keep * np.exp(-q * 1.4) if q < 8.0 else 0.0
                power = (power + halo * (0.4 + 0.6 * keep) * edge * edge / (1.0 + 0.35 * q)) * seen
                add(light, i, j, spots[n, 3] * power, spots[n, 4] * power, spots[n, 5] * power)
