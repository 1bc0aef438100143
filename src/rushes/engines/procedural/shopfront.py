"""Shading behind and above glass: rooms, shops, their signs, advertising screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import ACCENT, TRIM, color_of, shop_glow, shop_unit
from rushes.engines.procedural.fast_math import fading
from rushes.engines.procedural.filters import band, chance, pulse, step_up, trait
from rushes.engines.procedural.kernel import inline, routine
from rushes.engines.procedural.noise import hash_unit

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions
    from rushes.engines.procedural.kernel import Doubles


@inline
def glyph(x: float, y: float, code: int, soft: float) -> float:
    """Return the ink, 0 to 1, of an invented sign at (x, y) of its unit box.

    `soft` is half a pixel in boxes. Strokes come from the hash of `code`: no script is copied.
    """
    thick = 0.075
    edge = max(soft, 0.02)
    near = 9.0
    for k in range(8):
        if chance(k, code, 331.0) > 0.47:
            continue
        cx = cy = 0.5
        hx, hy = 0.34, 0.0
        if k < 3:
            cy = 0.12 + 0.38 * k
        elif k < 6:
            cx = 0.16 + 0.34 * (k - 3)
            hx, hy = 0.0, 0.38
        elif k == 6:
            cx = 0.16 + 0.34 * np.floor(3.0 * trait(code, 9337.0))
            cy = 0.31
            hx, hy = 0.0, 0.19
        else:
            # The one slanted stroke.
            lean = (x - 0.5) * 0.72 - (y - 0.5) * 0.62
            along = (x - 0.5) * 0.62 + (y - 0.5) * 0.72
            over = max(abs(along) - 0.45, 0.0)
            near = min(near, np.sqrt(lean * lean + over * over))
            continue
        ox, oy = max(abs(x - cx) - hx, 0.0), max(abs(y - cy) - hy, 0.0)
        near = min(near, np.sqrt(ox * ox + oy * oy))
    return min(max((thick - near) / (2.0 * edge) + 0.5, 0.0), 1.0) * min(1.0, thick / edge + 0.3)


@inline
def room(
    px: float, py: float, ru: float, rv: float, rn: float, wide: float, tall: float, salt: int
) -> float:
    """Return the brightness seen through a window at (px, py) meters of a lit room's wall."""
    deep = 3.2 + 2.6 * trait(salt, 353.0)
    tx = (wide - px) / max(ru, 1e-4) if ru > 0.0 else px / max(-ru, 1e-4)
    ty = (tall - py) / max(rv, 1e-4) if rv > 0.0 else py / max(-rv, 1e-4)
    tz = deep / max(rn, 1e-4)
    kind = trait(salt, 453.0)
    shade = 0.0
    if tz < tx and tz < ty:
        x, y = px + ru * tz, py + rv * tz
        shade = 0.62 + 0.25 * y / tall
        c = wide * (0.25 + 0.5 * kind)
        if abs(x - c) < 0.45 and abs(y - 1.75) < 0.35:
            shade *= 0.45 + 0.6 * trait(salt, 553.0)
        if y < 0.95 and abs(x - wide + c) < 0.8:
            shade *= 0.4
    elif ty < tx:
        x = px + ru * ty
        z = rn * ty
        if rv > 0.0:
            if kind > 0.5:
                stripe = abs(z - np.floor(z * 0.5 + 0.5) * 2.0)
                shade = 0.75 + 1.5 * max(0.0, 1.0 - 3.0 * stripe)
            else:
                away = (x - 0.5 * wide) ** 2 + (z - 1.8) ** 2
                shade = 0.7 + 1.4 * fading(2.2 * away)
        else:
            shade = 0.30
    else:
        shade = 0.55 + 0.2 * kind - 0.04 * rn * tx
    # Somebody, or a plant, stands a meter behind the glass in some rooms.
    who = trait(salt, 653.0)
    if who < 0.22:
        t1 = 1.1 / max(rn, 1e-4)
        x = px + ru * t1 - wide * (0.25 + 2.2 * who)
        y = py + rv * t1
        head = (x * x) / 0.013 + (y - 1.62) ** 2 / 0.018
        body = (x * x) / (0.05 + 0.012 * y) if 0.0 < y < 1.48 else 9.0
        if head < 1.0 or body < 1.0:
            shade *= 0.16
    return shade


@inline
def sign(x: float, y: float, wide: float, salt: int, soft: float) -> float:
    """Return the ink of a line of glyphs that fills a box `wide` times as long as high."""
    number = max(np.floor(wide * 0.82), 1.0)
    place = (x - 0.5) * wide / 0.9 + 0.5 * number
    if place < 0.0 or place >= number or y < 0.0 or y > 1.0:
        return 0.0
    index = np.floor(place)
    if chance(int(index), salt, 97.0) < 0.12:
        return 0.0
    return glyph(place - index, y, salt * 37 + int(index), soft)


# What is the same all the way up a shop in a column of pixels, from `SHOP_AT` of its memory on.
SHOP_AT = 32
UNIT, _X, _WIDE, _GLOW, _TURN, _TINT, _STYLE = range(SHOP_AT, SHOP_AT + 7)
_PIER, _ENTRY, _BARS, _DOOR_BARS, _BOARD, _BARE = range(SHOP_AT + 7, SHOP_AT + 13)
_HEM, _CLOTH, _STRIPE, _ACCENT, _PAINT = (SHOP_AT + k for k in (13, 14, 15, 16, 19))
SHOP_END = SHOP_AT + 22


@routine
def _note_shop(building: Doubles, bid: int, axis: int, u: float, du: float, w: Doubles) -> None:
    place, wide = shop_unit(building, bid, axis, u)
    unit = int(np.floor(place))
    salt, x, hu = unit * 61 + bid * 7 + axis, (place - np.floor(place)) * wide, 0.5 * du
    w[UNIT], w[_X], w[_WIDE] = unit, x, wide
    w[_GLOW] = shop_glow(building, bid, axis, unit)
    w[_TURN], w[_TINT] = trait(salt, 1401.0), 0.16 + 0.25 * trait(salt, 2401.0)
    w[_STYLE], w[_BARE] = trait(salt, 5401.0), trait(salt, 4401.0)
    w[_PIER], w[_BOARD] = band(x, hu, 0.22, wide - 0.22), band(x, hu, 0.3, wide - 0.3)
    door = wide * (0.3 + 0.4 * trait(salt, 3401.0))
    w[_ENTRY] = band(x, hu, door - 0.6, door + 0.6)
    # Mullions, and the door's own edges.
    w[_BARS] = pulse(x / 1.5, hu / 1.5, 0.0, 0.045)
    w[_DOOR_BARS] = band(abs(x - door), hu, 0.56, 0.64)
    w[_HEM], w[_CLOTH] = 2.72 + 0.10 * abs(np.sin(x * 3.5)), band(x, hu, 0.1, wide - 0.1)
    w[_STRIPE] = 0.25 + 0.75 * pulse(x / 0.9, hu / 0.9, 0.0, 0.5)
    ar, ag, ab = color_of(building, bid, ACCENT)
    if w[_TURN] < 0.33:
        ar, ag, ab = 0.5 * (ar + 1.0), 0.5 * (ag + 0.7), 0.5 * (ab + 0.4)
    elif w[_TURN] < 0.55:
        ar, ag, ab = ab, ar, ag
    w[_ACCENT], w[_ACCENT + 1], w[_ACCENT + 2] = ar, ag, ab
    pr, pg, pb = color_of(building, bid, TRIM)
    tint = 0.6 * (0.3 + w[_TINT])
    w[_PAINT], w[_PAINT + 1] = pr * tint + 0.06 * ar, pg * tint + 0.06 * ag
    w[_PAINT + 2] = pb * tint + 0.06 * ab


@inline
def shopfront(
    building: Doubles,
    bid: int,
    env: CityConditions,
    axis: int,
    u: float,
    y: float,
    du: float,
    dv: float,
    ru: float,
    rv: float,
    rn: float,
    w: Doubles,
) -> tuple[float, float, float, float, float, float, float]:
    """Return a shop front's paint (3), light (3) and how much of it is glass.

    `w` is a memory for what is the same all the way up; its UNIT is negative if nothing is known.
    """
    if w[UNIT] < 0.0:
        _note_shop(building, bid, axis, u, du, w)
    unit, x, wide, glow = int(w[UNIT]), w[_X], w[_WIDE], w[_GLOW]
    salt = unit * 61 + bid * 7 + axis
    hv = 0.5 * dv
    turn, ar, ag, ab = w[_TURN], w[_ACCENT], w[_ACCENT + 1], w[_ACCENT + 2]
    pr, pg, pb = w[_PAINT], w[_PAINT + 1], w[_PAINT + 2]
    er = eg = eb = 0.0
    power = env.emit * (0.55 + 0.75 * glow)
    glass = max(w[_PIER] * band(y, hv, 0.5, 3.05), w[_ENTRY] * band(y, hv, 0.06, 2.5))
    # A transom over the door's height, and what is upright.
    frame = w[_BARS] + band(y, hv, 2.46, 2.56) + w[_DOOR_BARS] * band(y, hv, 0.0, 2.5)
    glass *= 1.0 - min(frame, 1.0)
    if glow < 0.16:
        slat = 0.6 + 0.4 * pulse(y / 0.14, hv / 0.14, 0.0, 0.6)
        pr = pr * (1.0 - glass) + glass * 0.24 * slat
        pg = pg * (1.0 - glass) + glass * 0.25 * slat
        pb = pb * (1.0 - glass) + glass * 0.26 * slat
        glass = 0.0
    else:
        inner = 0.8
        goods = 0.0
        detail = 1.0 - step_up(0.06, 0.3, max(du, dv))
        if detail > 0.0 and glass > 0.0:
            t1 = 2.6 / max(rn, 0.05)
            bx, by = x + ru * t1, y + rv * t1
            if by > 3.0:
                strip = pulse(bx * 0.4, 0.1, 0.3, 0.55)
                inner = 1.0 + 0.9 * strip
            elif by < 0.05:
                inner = 0.35
            else:
                shelf = np.floor(by / 0.62)
                at = by / 0.62 - shelf
                item = np.floor(bx / 0.21 + 0.37 * shelf)
                goods = hash_unit(int(item), int(shelf), salt)
                bay_ = pulse(bx / 1.9, 0.01, 0.0, 0.05)
                if at < 0.07 or bay_ > 0.5:
                    inner = 0.30
                elif at < 0.35 + 0.4 * goods and goods > 0.12:
                    inner = 0.45 + 0.55 * goods
                else:
                    inner = 0.62
                if w[_BARE] < 0.45:
                    # No shelves: a bare back wall with a counter and hanging lamps.
                    goods = 0.3
                    hang = bx / 1.4 - np.floor(bx / 1.4) - 0.5
                    inner = 0.62 + 0.14 * by
                    inner += 1.3 * fading(hang * hang * 50.0 + (by - 2.45) ** 2 * 30.0)
                    if by < 1.1:
                        inner = 0.28
            # A display: figures just behind the glass.
            t2 = 0.5 / max(rn, 0.05)
            fx = (x + ru * t2) / 1.15 + 0.7 * turn
            fy = y + rv * t2
            each = np.floor(fx)
            fx = (fx - each - 0.5) * 1.15
            if chance(int(each), salt, 409.0) < 0.55 and fy > 0.45:
                head = fx * fx / 0.012 + (fy - 1.95) ** 2 / 0.02
                body = abs(fx) / (0.13 + 0.10 * abs(fy - 1.25)) if fy < 1.78 else 9.0
                if head < 1.0 or body < 1.0:
                    inner *= 0.22
            inner = 0.8 + (inner - 0.8) * detail
            goods *= detail
        fall = 0.72 + 0.28 * step_up(0.3, 2.8, y)
        q = power * inner * fall * glass
        mixr = 0.25 * (goods - 0.3)
        er += q * (1.08 + 0.3 * (ar - 1.0) + mixr * (ab - 0.3))
        eg += q * (0.72 + 0.3 * (ag - 0.72))
        eb += q * (0.38 + 0.35 * (ab - 0.38) - mixr * 0.3)
    # Awning: a striped sloping cloth, lit from the shop below.
    style = w[_STYLE]
    if style < 0.3 and glow >= 0.1:
        cloth, stripe = band(y, hv, w[_HEM], 3.6) * w[_CLOTH], w[_STRIPE]
        shade = 0.55 + 0.5 * (y - 2.7)
        glass *= 1.0 - cloth
        pr += (ar * stripe * 0.5 * shade - pr) * cloth
        pg += (ag * stripe * 0.5 * shade - pg) * cloth
        pb += (ab * stripe * 0.5 * shade - pb) * cloth
        lit = 0.22 * power * (1.0 - step_up(2.7, 3.3, y)) * stripe
        er = er * (1.0 - cloth) + cloth * lit * ar
        eg = eg * (1.0 - cloth) + cloth * lit * ag
        eb = eb * (1.0 - cloth) + cloth * lit * ab
    # The name over the door: a light box, tubes on a dark board, or painted.
    board = band(y, hv, 3.42, 4.28) * w[_BOARD]
    if board > 0.0 and glow >= 0.1:
        soft = 0.5 * max(du, dv) / 0.6
        long = (wide - 0.8) / 0.62
        ink = sign((x - 0.4) / (wide - 0.8), (y - 3.54) / 0.62, long, salt, soft)
        shine = env.neon_gain * (0.7 + 0.6 * glow)
        buzz = 1.0
        if trait(salt, 6401.0) < 0.08:
            buzz = 0.25 + 0.75 * step_up(0.35, 0.45, chance(int(env.time * 9.0), salt, 419.0))
        if style > 0.72:
            body = (1.0 - 0.85 * ink) * shine * 0.85
            er += board * (ar * 0.8 + 0.2) * body
            eg += board * (ag * 0.8 + 0.2) * body
            eb += board * (ab * 0.8 + 0.2) * body
        elif style > 0.3:
            near = 0.10 * shine
            er += board * ar * (ink * 2.3 * shine + near) * buzz
            eg += board * ag * (ink * 2.3 * shine + near) * buzz
            eb += board * ab * (ink * 2.3 * shine + near) * buzz
            dark = 1.0 - 0.7 * board
            pr, pg, pb = pr * dark, pg * dark, pb * dark
        else:
            pr, pg, pb = pr + board * ink * 0.5, pg + board * ink * 0.5, pb + board * ink * 0.45
    return pr, pg, pb, er, eg, eb, glass


@inline
def screen(
    x: float, y: float, wide: float, tall: float, salt: int, t: float, soft: float
) -> tuple[float, float, float]:
    """Return the light of an advertising screen: shapes and signs that slide and change."""
    slot = t / 3.7 + 0.9 * trait(salt, 2509.0)
    page = int(np.floor(slot))
    fade = step_up(0.0, 0.12, slot - page)
    a, b = chance(page, salt, 511.0), chance(page, salt, 513.0)
    wave = 0.5 + 0.5 * np.sin(5.0 * (x * (0.5 + a) + y * (1.2 - b)) + t * 1.1 + 9.0 * a)
    cx = 0.5 + 0.28 * np.sin(t * 0.5 + 7.0 * b)
    disc = np.sqrt(((x - cx) * wide) ** 2 + ((y - 0.55) * tall) ** 2) / min(wide, tall)
    ring = 1.0 - step_up(0.02, 0.05 + soft, abs(disc - 0.27 - 0.05 * np.sin(t * 0.9)))
    fill = 0.45 * (1.0 - step_up(0.22, 0.25 + soft, disc))
    size = min(0.22 * tall, 0.16 * wide)
    line = sign(x, (y * tall - 0.5 * size) / size, wide / size, salt + page * 17, soft * 4.0)
    ink = max(line, ring)
    base = 0.10 + 0.5 * wave + fill
    return fade * (base + 1.6 * ink), fade * (base * (0.4 + a) + 1.6 * ink), ink * fade
