"""Shading of building walls: windows, rooms, signs and screens.

Everything is filtered by the size of the pixel on the wall: window grids by exact box averages,
single lit windows by fading to the mean of their neighborhood. Nothing shimmers far away.

The pixels that one column has of a wall are worked on together, in short loops of single precision
that the compiler turns into vector code. Only rooms and screens go one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.city_layout import (
    ACCENT,
    BAY,
    BLINDS,
    BRICK,
    CROWN,
    CURTAIN,
    DECO,
    FLOOR,
    LIT,
    OPEN_U,
    OPEN_V,
    SCREEN,
    SEED,
    SHOP,
    SILL,
    STRIP,
    STYLE,
    TANK,
    TRIM,
    WALL,
    WARMTH,
    color_of,
    extent,
)
from rushes.engines.procedural.fast_math import LOG2_E, F, exp2
from rushes.engines.procedural.fast_patterns import U, smooth_noise, stripe, stripes, unit_hash
from rushes.engines.procedural.filters import band, pulse, step_up, trait
from rushes.engines.procedural.kernel import inline, routine
from rushes.engines.procedural.noise import value_noise
from rushes.engines.procedural.shopfront import UNIT, room, screen

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions
    from rushes.engines.procedural.kernel import Doubles, Floats


# What is the same all the way up a wall in a column of pixels: the light of its surroundings, the
# place and the pixel's size on the wall, how much of fine detail is seen, and patterns along it.
AT_WALL, HIDDEN, AROUND, SPILL_R, SPILL_G, SPILL_B, AWAY, MIRRORED, OPPOSITE = range(9)
AT_U, DU, DV, _SIZE, _FINE, _CLOSE, _FAR, _BRICKS, _LEVEL, _NEAR = range(9, 19)
_PANE_U, _LEDGE_U, _CLEAR_U, _BARS_U, _CURTAINS, _LINES_U, _RIM_U, _FACE_U = range(19, 27)
NUMBER, COLUMN, SIDE, ALONG, INTO = range(27, 32)

# The rows of the working memory: what is known of each of up to RUN pixels of a column. They lie
# one behind the other at constant distances, so the compiler sees that they do not overlap.
RUN = 128
ROW, MIDDLE, SHARE, Y, RU, RV, RN, SEEN, MIST = (RUN * k for k in range(9))
LIT_R, LIT_G, LIT_B, LOW, GLASS, PAINT_R, PAINT_G, PAINT_B = (RUN * k for k in range(9, 17))
GLOW_R, GLOW_G, GLOW_B, SHINY, UP, OVER = (RUN * k for k in range(17, 23))
_V, _STAIN, _PARAPET, _SPANDREL, _ON, _SHADE, _BLIND, _KIND = (RUN * k for k in range(23, 31))
_OWN, _LAMP_R, _LAMP_G, _LAMP_B, _SHARE_LIT = (RUN * k for k in range(31, 36))
ROWS = 36

_NONE, _HALF, _ONE = F(0.0), F(0.5), F(1.0)
_11, _TRAIT = np.int32(11), U(4099)  # of `trait`


@routine
def note_wall(building: Doubles, bid: int, axis: int, ru: float, rn: float, w: Doubles) -> None:
    """Note what `front` needs besides AT_U, DU and DV; the ray goes `ru` along and `rn` in."""
    w[UNIT] = -1.0  # of the shop, which is asked for later
    if building[bid, STYLE] >= 5.0:
        return
    u, du, dv = w[AT_U], w[DU], w[DV]
    bay = float(building[bid, BAY])
    a, ha = u / bay, 0.5 * du / bay
    size = 2.0 * max(ha, 0.5 * dv / float(building[bid, FLOOR]))
    ou, a0, a1, _, _ = _opening(building, bid)
    w[_SIZE] = size
    w[_FINE] = 1.0 - step_up(0.14, 0.4, size)
    w[_CLOSE] = 1.0 - step_up(0.14, 0.42, size)
    w[_FAR] = step_up(0.35, 1.1, size)
    w[_BRICKS] = 1.0 - step_up(0.05, 0.16, max(du, dv))
    # Like mip levels: noise of the cell size that a pixel covers, weaker for larger cells.
    w[_LEVEL] = max(np.log2(max(size, 0.5)) + 1.0, 0.0)
    w[_NEAR] = 2.0 ** np.floor(w[_LEVEL])
    w[_PANE_U] = pulse(a, ha, a0, a1)
    w[_LEDGE_U] = pulse(a, ha, a0 - 0.03, a1 + 0.03)
    back = _depth_of_panes(building, bid) / max(rn, 0.08)
    w[_CLEAR_U] = pulse(a + ru * back / bay, ha, a0, a1)
    w[_BARS_U] = pulse(a, ha, 0.488, 0.512) if ou < 0.7 else 0.0
    pu = a - np.floor(a)
    side = band(pu, ha, 0.0, a0 + 0.2 * ou) + band(pu, ha, a1 - 0.2 * ou, 1.0)
    w[_CURTAINS] = 0.4 * min(side, 1.0) * w[_FINE]
    start, stop = extent(building, bid, axis)
    line = band(u, 0.5 * du, start + 3.0, start + 3.3) * 0.8
    w[_LINES_U] = line + band(u, 0.5 * du, stop - 3.3, stop - 3.0) * 0.8
    inset = _beside_screen(start, stop)
    w[_RIM_U] = band(u, 0.5 * du, start + inset - 0.35, stop - inset + 0.35)
    w[_FACE_U] = band(u, 0.5 * du, start + inset, stop - inset)


@inline
def _depth_of_panes(building: Doubles, bid: int) -> float:
    """Return the meters from a wall to its panes."""
    return 0.05 if building[bid, STYLE] == CURTAIN else 0.24


@inline
def _beside_screen(start: float, stop: float) -> float:
    """Return the meters between a wall's sides and its screen."""
    return max(2.4, 0.5 * (stop - start) - 9.0)


@inline("UniTuple(float32, 3)(float32, float32)")
def _lamp_color(kind: np.float32, warmth: np.float32) -> tuple[np.float32, np.float32, np.float32]:
    """Return the color of a lit room for a number in [0, 1) and the house's warmth."""
    warm = min(max(warmth + F(0.7) * (kind - _HALF), _NONE), _ONE)
    return F(0.80) + F(0.42) * warm, F(0.96) - F(0.22) * warm, F(1.06) - F(0.76) * warm


@inline
def _opening(building: Doubles, bid: int) -> tuple[float, float, float, float, float]:
    """Return a window's width, its sides in bays, and its sill and lintel in floors."""
    wide = float(building[bid, OPEN_U])
    sill = float(building[bid, SILL])
    lintel = min(sill + float(building[bid, OPEN_V]), 0.97)
    return wide, 0.5 - 0.5 * wide, 0.5 + 0.5 * wide, sill, lintel


@inline
def rib(w: Floats, n: int, building: Doubles, bid: int, noted: Doubles) -> None:
    """Paint what stands on roofs: upright staves of tanks, level ribs of machines."""
    tank = building[bid, STYLE] == TANK
    red, green, blue = color_of(building, bid, WALL)
    r, g, b = F(red), F(green), F(blue)
    upright = F(pulse(noted[AT_U] * 2.5, noted[DU] * 1.25, 0.0, 0.5)) if tank else _NONE
    level, half = _NONE if tank else _ONE, F(noted[DV] * 0.8)
    for k in range(n):
        ribs = upright + level * stripes(w[Y + k] * F(1.6), half, _NONE, F(0.35))
        tone = F(0.75) + F(0.35) * ribs
        w[PAINT_R + k], w[PAINT_G + k], w[PAINT_B + k] = r * tone, g * tone, b * tone
        w[GLOW_R + k] = w[GLOW_G + k] = w[GLOW_B + k] = w[GLASS + k] = _NONE


@inline
def _stain(w: Floats, n: int, building: Doubles, bid: int, noted: Doubles, rough: bool) -> None:
    """Stain the wall, as walls of one color look like cardboard, and lay bricks."""
    salt, u = U(int(building[bid, SEED])), F(noted[AT_U] * 0.11)
    shop, floors = F(building[bid, SHOP]), F(1.0 / building[bid, FLOOR])
    for k in range(n):
        w[_V + k] = (w[Y + k] - shop) * floors
        w[_STAIN + k] = F(0.82) + F(0.36) * smooth_noise(u, w[Y + k] * F(0.035), salt)
    if building[bid, STYLE] != BRICK or rough or noted[_BRICKS] <= 0.0:
        return
    strong, half = F(noted[_BRICKS]), F(0.5 * noted[DV] / 0.085)
    even, odd = np.int32(noted[AT_U] / 0.24), np.int32(noted[AT_U] / 0.24 + 0.5)
    for k in range(n):
        place = w[Y + k] * F(1.0 / 0.085)
        course = np.floor(place)
        shifted = course - F(2.0) * np.floor(course * _HALF) > _HALF
        tone = unit_hash(odd if shifted else even, np.int32(course), U(17))
        mortar = stripes(place, half, _NONE, F(0.14))
        w[_STAIN + k] *= _ONE + strong * (F(0.35) * (tone - _HALF) + F(0.35) * mortar)


@inline
def _trim(
    w: Floats, n: int, building: Doubles, bid: int, snow: float, top: float, noted: Doubles
) -> None:
    """Paint the wall: piers, spandrels, ledges and belts; find the panes."""
    style, half = int(building[bid, STYLE]), F(0.5 * noted[DV])
    hv = F(0.5 * noted[DV] / building[bid, FLOOR])
    _, _, _, sill, lintel = _opening(building, bid)
    b0, b1, roof, panes = F(sill), F(lintel), F(top), F(noted[_PANE_U])
    red, green, blue = color_of(building, bid, WALL)
    r, g, b = F(red), F(green), F(blue)
    for k in range(n):
        parapet = stripe(roof - w[Y + k], half, F(-9.0), F(1.05))
        across, upright = panes * (_ONE - parapet), stripes(w[_V + k], hv, b0, b1)
        stain = w[_STAIN + k]
        w[_PARAPET + k], w[GLASS + k] = parapet, across * upright
        w[_SPANDREL + k] = across * (_ONE - upright)
        w[PAINT_R + k], w[PAINT_G + k], w[PAINT_B + k] = r * stain, g * stain, b * stain
    if style == DECO:
        for k in range(n):
            dark = _ONE - _HALF * w[_SPANDREL + k]
            w[PAINT_R + k] *= dark
            w[PAINT_G + k] *= dark
            w[PAINT_B + k] *= _ONE - F(0.45) * w[_SPANDREL + k]
    elif style != CURTAIN:
        red, green, blue = color_of(building, bid, TRIM)
        tr, tg, tb = F(red), F(green), F(blue)
        ledges, lying = F(noted[_LEDGE_U]), F(snow)
        for k in range(n):
            ledge = stripes(w[_V + k], hv, b0 - F(0.055), b0) * ledges
            ledge += stripes(w[_V + k] * F(0.25), hv * F(0.25), _NONE, F(0.03))
            trim = min(ledge + F(0.8) * w[_PARAPET + k], _ONE)
            white = lying * min(ledge, _ONE)
            r, g, b = w[PAINT_R + k], w[PAINT_G + k], w[PAINT_B + k]
            w[PAINT_R + k] = r + (tr + F(0.4) * white - r) * trim
            w[PAINT_G + k] = g + (tg + F(0.4) * white - g) * trim
            w[PAINT_B + k] = b + (tb + F(0.45) * white - b) * trim


@inline
def _frame(w: Floats, n: int, building: Doubles, bid: int, noted: Doubles) -> None:
    """Set the panes back behind the wall, and divide them by sash bars."""
    _, _, _, sill, lintel = _opening(building, bid)
    b0, b1, middle = F(sill), F(lintel), F(0.5 - 0.5 * (sill + lintel))
    hv, fine = F(0.5 * noted[DV] / building[bid, FLOOR]), F(noted[_FINE])
    back = F(_depth_of_panes(building, bid) / building[bid, FLOOR])
    clear_u, bars_u = F(noted[_CLEAR_U]), F(noted[_BARS_U])
    barred = _NONE if building[bid, STYLE] == CURTAIN else F(0.85) * fine
    for k in range(n):
        v, glass = w[_V + k], w[GLASS + k]
        deep = v + w[RV + k] * back / max(w[RN + k], F(0.08))
        jamb = (glass - min(clear_u * stripes(deep, hv, b0, b1), glass)) * fine
        bars = bars_u + stripes(v + middle, hv, F(0.491), F(0.509))
        w[GLASS + k] = (glass - jamb) * (_ONE - barred * min(bars, _ONE))
        dark = _ONE - _HALF * jamb
        w[PAINT_R + k] *= dark
        w[PAINT_G + k] *= dark
        w[PAINT_B + k] *= dark


@inline
def _switch_on(
    w: Floats, n: int, building: Doubles, bid: int, night: float, axis: int, noted: Doubles
) -> None:
    """Find which rooms have light, and its color: flats of two bays, offices of four, floors."""
    office, bay = building[bid, STYLE] >= DECO, float(building[bid, BAY])
    own_bay, salt = int(np.floor(noted[AT_U] / bay)), int(building[bid, SEED])
    flat = own_bay // 2 if bay > 2.0 else own_bay // 3
    group, place = np.int32(own_bay // 5 if office else flat), np.int32(own_bay)
    seed, seed_own, seed_kind, facing = U(salt), U(salt + 77), U(salt + 5), np.int32(axis)
    share, salted = F(building[bid, LIT] * night), np.int32(salt)
    busy = F(0.30 * night) if office else _NONE
    quiet = F(-0.06 * night) if office else _NONE
    for k in range(n):
        row = np.int32(np.floor(w[_V + k]))
        floor_luck = unit_hash(np.int32(np.int32(row << np.int32(6)) + salted), _11, _TRAIT)
        few = max(share + (busy if floor_luck < F(0.18) else quiet), F(0.02))
        side = np.int32(np.int32(row << np.int32(1)) + facing)
        luck, own = unit_hash(group, side, seed), unit_hash(place, side, seed_own)
        on = F(0.35) + F(0.95) * (luck / few) * (F(0.55) + F(0.45) * own)
        on = on if luck < few else _NONE
        w[_ON + k], w[_OWN + k] = on if own < F(0.86) else _NONE, own
        w[_KIND + k], w[_SHARE_LIT + k] = unit_hash(group, row, seed_kind), few
    red, green, blue = color_of(building, bid, ACCENT)
    ar, ag, ab, warmth = F(0.9 * red), F(0.9 * green), F(0.9 * blue), F(building[bid, WARMTH])
    for k in range(n):
        r, g, b = _lamp_color(w[_KIND + k], warmth)
        colored = w[_KIND + k] if w[_ON + k] > _NONE else _NONE
        keep = F(0.3) if colored > F(0.965) else _ONE
        add = _ONE if colored > F(0.965) else _NONE
        w[_LAMP_R + k], w[_LAMP_G + k] = keep * r + add * ar, keep * g + add * ag
        w[_LAMP_B + k] = keep * b + add * ab


@inline
def _hang(w: Floats, n: int, building: Doubles, bid: int, noted: Doubles) -> None:
    """Hang up blinds and curtains; light falls off below the ceiling."""
    _, _, _, sill, lintel = _opening(building, bid)
    b0, b1, high = F(sill), F(lintel), F(lintel - sill)
    hv, blinds = F(0.5 * noted[DV] / building[bid, FLOOR]), F(1.5 / 0.86 * building[bid, BLINDS])
    curtains = F(noted[_CURTAINS]) if building[bid, STYLE] < DECO else _NONE
    gain = F(0.42 / max(lintel - sill, 0.1))
    for k in range(n):
        inner = w[_V + k] - np.floor(w[_V + k])
        cover = max(blinds * w[_OWN + k] - F(0.25), _NONE)
        blind = stripe(inner, hv, b1 - cover * high, _ONE)
        soft = (_ONE - _HALF * blind) * (_ONE - (curtains if w[_KIND + k] > F(0.4) else _NONE))
        w[_BLIND + k], w[_SHADE + k] = blind, soft * (F(0.72) + gain * (inner - b0))


@inline
def _furnish(
    w: Floats, n: int, building: Doubles, bid: int, time: float, rough: bool, noted: Doubles
) -> None:
    """Look into the rooms that are near; let television sets flicker."""
    home, salt = building[bid, STYLE] < DECO, int(building[bid, SEED])
    bay, floor = float(building[bid, BAY]), float(building[bid, FLOOR])
    bays = 2.0 if bay > 2.0 else 4.0
    place = noted[AT_U] / bay / bays
    flat, wide, close = int(np.floor(place)), bays * bay, F(0.92 * noted[_CLOSE])
    px, near = (place - flat) * wide, close > _NONE and not rough
    for k in range(n):
        if w[_ON + k] <= _NONE or w[GLASS + k] <= _NONE:
            continue
        if home and w[_KIND + k] < F(0.05):
            flick = F(0.45 + 0.55 * value_noise(time * 3.1 + 50.0 * w[_OWN + k], 0.5, salt))
            w[_LAMP_R + k], w[_LAMP_G + k] = F(0.35) * flick, _HALF * flick
            w[_LAMP_B + k] = F(0.9) * flick
        if near:
            row = int(np.floor(w[_V + k]))
            py, number = (w[_V + k] - row) * floor, flat * 31 + row * 7 + salt
            bright = F(room(px, py, w[RU + k], w[RV + k], w[RN + k], wide, floor, number))
            blind = w[_BLIND + k]
            bright = bright * (_ONE - blind) + (_HALF + F(0.1) * bright) * blind
            w[_SHADE + k] += (bright - w[_SHADE + k]) * close


@inline
def _glow(w: Floats, n: int, building: Doubles, bid: int, emit: float, noted: Doubles) -> None:
    """Let the rooms' light out; far away, the mean of many windows.

    It is as uneven as a pixel of the column shows them.
    """
    power = F(emit)
    if noted[_FAR] > 0.0:
        level, near, a = noted[_LEVEL], noted[_NEAR], noted[AT_U] / building[bid, BAY]
        low, salt = np.floor(level), int(building[bid, SEED])
        one, two = np.int32(np.floor(a / near)), np.int32(np.floor(a / (2.0 * near)))
        seed_one, seed_two = U(salt + int(low)), U(salt + int(low) + 1)
        uneven, cells = 1.3 / np.sqrt(near), F(1.0 / near)
        rest, part, far = F((1.0 - level + low) * uneven), F((level - low) * uneven), F(noted[_FAR])
        fr, fg, fb = _lamp_color(_HALF, F(building[bid, WARMTH]))
        for k in range(n):
            row = w[_V + k] * cells
            mixed = (unit_hash(one, np.int32(np.floor(row)), seed_one) - _HALF) * rest
            row = np.floor(row * _HALF)
            mixed += (unit_hash(two, np.int32(row), seed_two) - _HALF) * part
            glow = w[_ON + k] * w[_SHADE + k]
            glow += (w[_SHARE_LIT + k] * (_ONE + mixed) * F(0.55) - glow) * far
            q, r, g, b = glow * w[GLASS + k] * power, w[_LAMP_R + k], w[_LAMP_G + k], w[_LAMP_B + k]
            w[GLOW_R + k], w[GLOW_G + k] = q * (r + (fr - r) * far), q * (g + (fg - g) * far)
            w[GLOW_B + k] = q * (b + (fb - b) * far)
    else:
        for k in range(n):
            q = w[_ON + k] * w[_SHADE + k] * w[GLASS + k] * power
            w[GLOW_R + k], w[GLOW_G + k] = q * w[_LAMP_R + k], q * w[_LAMP_G + k]
            w[GLOW_B + k] = q * w[_LAMP_B + k]


@inline
def _advertise(
    w: Floats, n: int, building: Doubles, bid: int, env: CityConditions, axis: int, top: float,
    noted: Doubles,
) -> None:  # fmt: skip
    """Put a screen on the wall, if the column of pixels meets it."""
    start, stop = extent(building, bid, axis)
    inset, salt = _beside_screen(start, stop), int(building[bid, SEED])
    foot = 7.2 + 4.0 * trait(salt + axis, 3.0)
    tall = min(4.5 + 9.0 * trait(salt + axis, 4.0), top - foot - 3.0)
    wide = stop - start - 2.0 * inset
    if noted[_RIM_U] <= 0.0 or tall <= 3.0 or wide <= 3.0:
        return
    ar, ag, ab = color_of(building, bid, ACCENT)
    x = (noted[AT_U] - start - inset) / wide
    x, half = x if axis == 0 else 1.0 - x, 0.5 * noted[DV]
    soft = max(noted[DU], noted[DV]) / tall
    for k in range(n):
        y = float(w[Y + k])
        rim = noted[_RIM_U] * band(y, half, foot - 0.35, foot + tall + 0.35)
        if rim <= 0.0:
            continue
        one, two, ink = screen(x, (y - foot) / tall, wide, tall, salt, env.time, soft)
        gain = env.neon_gain * 0.9 * noted[_FACE_U] * band(y, half, foot, foot + tall)
        keep = F(1.0 - rim)
        w[GLOW_R + k] = w[GLOW_R + k] * keep + F(gain * (ar * one + 0.55 * ab * two + 0.3 * ink))
        w[GLOW_G + k] = w[GLOW_G + k] * keep + F(gain * (ag * one + 0.55 * ar * two + 0.3 * ink))
        w[GLOW_B + k] = w[GLOW_B + k] * keep + F(gain * (ab * one + 0.55 * ag * two + 0.3 * ink))
        w[GLASS + k] *= keep
        w[PAINT_R + k] *= keep + F(0.06)
        w[PAINT_G + k] *= keep + F(0.06)
        w[PAINT_B + k] *= keep + F(0.06)


@inline
def _adorn(
    w: Floats, n: int, building: Doubles, bid: int, env: CityConditions, top: float, noted: Doubles
) -> None:
    """Add tubes of light along the edges, and floodlights under the roof."""
    roof, half = F(top), F(0.5 * noted[DV])
    if building[bid, STRIP] > 0.5:
        ar, ag, ab = color_of(building, bid, ACCENT)
        gain, sides = 2.2 * env.neon_gain, F(noted[_LINES_U])
        r, g, b = F(gain * ar), F(gain * ag), F(gain * ab)
        for k in range(n):
            line = stripe(roof - w[Y + k], half, F(0.25), F(0.6)) + sides
            w[GLOW_R + k] += r * line
            w[GLOW_G + k] += g * line
            w[GLOW_B + k] += b * line
    if building[bid, CROWN] > 0.5:
        bright = F(env.night * 0.85)
        for k in range(n):
            fade = exp2((w[Y + k] - roof) * (F(0.16) * LOG2_E))
            flood = bright * fade * (_ONE - w[GLASS + k])
            w[GLOW_R + k] += flood * w[PAINT_R + k] * F(1.5)
            w[GLOW_G + k] += flood * w[PAINT_G + k] * F(1.05)
            w[GLOW_B + k] += flood * w[PAINT_B + k] * F(0.62)


@inline
def front(
    w: Floats, n: int, whole: int, building: Doubles, bid: int, env: CityConditions, axis: int,
    top: float, rough: bool, noted: Doubles,
) -> None:  # fmt: skip
    """Paint `n` pixels above the shops and find the light that leaves the rooms and signs.

    `whole` is `n` rounded up to full vectors; `noted` is what is the same all the way up, `top`
    the wall's height. `rough` leaves fine detail out.
    """
    _stain(w, whole, building, bid, noted, rough)
    _trim(w, whole, building, bid, env.snow, top, noted)
    if noted[_FINE] > 0.0 and not rough:
        _frame(w, whole, building, bid, noted)
    if noted[_PANE_U] > 0.0:
        _switch_on(w, whole, building, bid, env.night, axis, noted)
        _hang(w, whole, building, bid, noted)
        _furnish(w, n, building, bid, env.time, rough, noted)
        _glow(w, whole, building, bid, env.emit, noted)
    else:
        for k in range(whole):
            w[GLOW_R + k] = w[GLOW_G + k] = w[GLOW_B + k] = _NONE
    if building[bid, STYLE] == CURTAIN:
        # Between the floors the glass is backed; it mirrors all the same.
        for k in range(whole):
            w[GLASS + k] = max(w[GLASS + k], w[_SPANDREL + k])
    if building[bid, SCREEN] > 0.5:
        _advertise(w, n, building, bid, env, axis, top, noted)
    _adorn(w, whole, building, bid, env, top, noted)
