"""Shading of building walls: windows, rooms, shops, signs and screens.

Everything is filtered by the size of the pixel on the wall: window grids by exact box averages,
single lit windows by fading to the mean of their neighborhood. Nothing shimmers far away.
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
from rushes.engines.procedural.filters import band, chance, pulse, step_up, trait
from rushes.engines.procedural.kernel import inline, routine
from rushes.engines.procedural.noise import hash_unit, value_noise
from rushes.engines.procedural.pixels import mix
from rushes.engines.procedural.shopfront import UNIT, room, screen, shopfront

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions
    from rushes.engines.procedural.kernel import Doubles


# What is the same all the way up a wall in a column of pixels: the light of its surroundings, the
# place and the pixel's size on the wall, how much of fine detail is seen, and patterns along it.
AT_WALL, HIDDEN, AROUND, SPILL_R, SPILL_G, SPILL_B, AWAY, MIRRORED, OPPOSITE = range(9)
U, DU, DV, _SIZE, _FINE, _CLOSE, _FAR, _BRICKS, _LEVEL, _NEAR = range(9, 19)
_PANE_U, _LEDGE_U, _CLEAR_U, _BARS_U, _CURTAINS, _LINES_U, _RIM_U, _FACE_U = range(19, 27)


@routine
def note_wall(building: Doubles, bid: int, axis: int, ru: float, rn: float, w: Doubles) -> None:
    """Note in `w` what `wall` needs besides U, DU and DV; the ray goes `ru` along and `rn` in."""
    w[UNIT] = -1.0  # of the shop, which is asked for later
    if building[bid, STYLE] >= 5.0:
        return
    u, du, dv = w[U], w[DU], w[DV]
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


@inline
def _lamp_color(kind: float, warmth: float) -> tuple[float, float, float]:
    """Return the color of a lit room for a number in [0, 1) and the house's warmth."""
    warm = min(max(warmth + 0.7 * (kind - 0.5), 0.0), 1.0)
    return 0.80 + 0.42 * warm, 0.96 - 0.22 * warm, 1.06 - 0.76 * warm


@inline
def _lit_far(bays: float, floors: float, w: Doubles, salt: int, lit: float) -> float:
    """Return the mean of many windows, as uneven as a pixel of the column shows them."""
    level, near = w[_LEVEL], w[_NEAR]
    low = np.floor(level)
    a = hash_unit(int(np.floor(bays / near)), int(np.floor(floors / near)), salt + int(low))
    bays, floors = np.floor(bays / (2.0 * near)), np.floor(floors / (2.0 * near))
    b = hash_unit(int(bays), int(floors), salt + int(low) + 1)
    mixed = (a - 0.5) * (1.0 - level + low) + (b - 0.5) * (level - low)
    return float(lit * (1.0 + 1.3 * mixed / np.sqrt(near)))


@inline
def _opening(building: Doubles, bid: int) -> tuple[float, float, float, float, float]:
    """Return a window's width, its sides in bays, and its sill and lintel in floors."""
    wide = float(building[bid, OPEN_U])
    sill = float(building[bid, SILL])
    lintel = min(sill + float(building[bid, OPEN_V]), 0.97)
    return wide, 0.5 - 0.5 * wide, 0.5 + 0.5 * wide, sill, lintel


@inline
def _rooms(
    building: Doubles,
    bid: int,
    env: CityConditions,
    axis: int,
    style: int,
    a: float,
    v: float,
    hv: float,
    ru: float,
    rv: float,
    rn: float,
    w: Doubles,
    glass: float,
    rough: bool,
) -> tuple[float, float, float]:
    """Return the light that comes out of the rooms behind a pixel of a wall.

    `a` and `v` are bays and floors, `hv` the pixel's half size in floors, `w` what is known of the
    column of pixels, and `glass` the share of panes.
    """
    salt = int(building[bid, SEED])
    ar, ag, ab = color_of(building, bid, ACCENT)
    bay, floor = float(building[bid, BAY]), float(building[bid, FLOOR])
    _, _, _, b0, b1 = _opening(building, bid)
    # Which rooms have light: flats of two bays, offices of four and whole floors.
    ai = int(np.floor(a))
    fi = int(np.floor(v))
    group = ai // 2 if bay > 2.0 else ai // 3
    share = float(building[bid, LIT]) * env.night
    if style >= DECO:
        group = ai // 5
        share += (0.30 if trait(fi * 64 + salt, 11.0) < 0.18 else -0.06) * env.night
    share = max(share, 0.02)
    luck = hash_unit(group, fi * 2 + axis, salt)
    own = hash_unit(ai, fi * 2 + axis, salt + 77)
    on = 0.0
    if luck < share and own < 0.86:
        on = 0.35 + 0.95 * (luck / share) * (0.55 + 0.45 * own)
    kind = hash_unit(group, fi, salt + 5)
    lr, lg, lb = _lamp_color(kind, float(building[bid, WARMTH]))
    if kind > 0.965 and on > 0.0:
        lr, lg, lb = 0.3 * lr + 0.9 * ar, 0.3 * lg + 0.9 * ag, 0.3 * lb + 0.9 * ab
    elif kind < 0.05 and style < DECO and on > 0.0:
        flick = 0.45 + 0.55 * value_noise(env.time * 3.1 + 50.0 * own, 0.5, salt)
        lr, lg, lb = 0.35 * flick, 0.5 * flick, 0.9 * flick
    pv = v - np.floor(v)
    cover = float(building[bid, BLINDS]) * 1.5 * (own / 0.86) - 0.25
    shade = 1.0
    if on > 0.0:
        blind = band(pv, hv, b1 - max(cover, 0.0) * (b1 - b0), 1.0)
        soft = 1.0 - 0.5 * blind
        if style < DECO and kind > 0.4:
            soft *= 1.0 - w[_CURTAINS]
        shade = soft * (0.72 + 0.42 * (pv - b0) / max(b1 - b0, 0.1))
        close = w[_CLOSE]
        if close > 0.0 and not rough:
            bays = 2.0 if bay > 2.0 else 4.0
            place = a / bays
            flat = int(np.floor(place))
            wide = bays * bay
            number = flat * 31 + fi * 7 + salt
            seen = room((place - flat) * wide, pv * floor, ru, rv, rn, wide, floor, number)
            seen = seen * (1.0 - blind) + (0.5 + 0.1 * seen) * blind
            shade += (seen - shade) * close * 0.92
    far = w[_FAR]
    glow = on * shade
    if far > 0.0:
        glow += (_lit_far(a, v, w, salt, share) * 0.55 - glow) * far
        fr, fg, fb = _lamp_color(0.5, float(building[bid, WARMTH]))
        lr, lg, lb = mix(lr, lg, lb, fr, fg, fb, far)
    q = glow * glass * env.emit
    return q * lr, q * lg, q * lb


@inline
def wall(
    building: Doubles,
    bid: int,
    env: CityConditions,
    axis: int,
    y: float,
    top: float,
    w: Doubles,
    ru: float,
    rv: float,
    rn: float,
    direct: float,
    open_sky: float,
    sr: float,
    sg: float,
    sb: float,
    rough: bool,
) -> tuple[float, float, float, float]:
    """Return the light that leaves a wall towards the camera, and how much of it is a mirror.

    `w` is what `note_wall` noted; (`ru`, `rv`, `rn`) the ray along the wall, up and into it;
    `direct` and `open_sky` what arrives of sun and sky; `s*` the street's
    own light on the wall. `rough` leaves fine detail out.
    """
    style = int(building[bid, STYLE])
    salt = int(building[bid, SEED])
    wr, wg, wb = color_of(building, bid, WALL)
    u, du, dv = w[U], w[DU], w[DV]
    down = top - y
    er = eg = eb = glass = 0.0
    lights = env.night
    if style >= 5:
        ribs = pulse(u * 2.5, du * 1.25, 0.0, 0.5) if style == TANK else 0.0
        ribs += pulse(y * 1.6, dv * 0.8, 0.0, 0.35) if style != TANK else 0.0
        tone = 0.75 + 0.35 * ribs
        wr, wg, wb = wr * tone, wg * tone, wb * tone
    elif y < float(building[bid, SHOP]):
        wr, wg, wb, er, eg, eb, glass = shopfront(
            building, bid, env, axis, u, y, du, dv, ru, rv, rn, w
        )
    else:
        ar, ag, ab = color_of(building, bid, ACCENT)
        bay, floor = float(building[bid, BAY]), float(building[bid, FLOOR])
        a = u / bay
        v = (y - float(building[bid, SHOP])) / floor
        hv = 0.5 * dv / floor
        _, _, _, b0, b1 = _opening(building, bid)
        cu = w[_PANE_U]
        cv = pulse(v, hv, b0, b1)
        parapet = band(down, 0.5 * dv, -9.0, 1.05)
        cu *= 1.0 - parapet
        # Walls of one color look like cardboard: stains, courses, piers, spandrels.
        stain = 0.82 + 0.36 * value_noise(u * 0.11, y * 0.035, salt)
        if style == BRICK and not rough:
            brick = w[_BRICKS]
            if brick > 0.0:
                course = np.floor(y / 0.085)
                shift = 0.5 * (course - 2.0 * np.floor(course * 0.5))
                tone = chance(int(np.floor(u / 0.24 + shift)), int(course), 17.0)
                mortar = pulse(y / 0.085, 0.5 * dv / 0.085, 0.0, 0.14)
                stain *= 1.0 + brick * (0.35 * (tone - 0.5) + 0.35 * mortar)
        wr, wg, wb = wr * stain, wg * stain, wb * stain
        spandrel = cu * (1.0 - cv)
        if style == DECO:
            wr *= 1.0 - 0.5 * spandrel
            wg *= 1.0 - 0.5 * spandrel
            wb *= 1.0 - 0.45 * spandrel
        elif style != CURTAIN:
            ledge = pulse(v, hv, b0 - 0.055, b0) * w[_LEDGE_U]
            belt = pulse(v * 0.25, hv * 0.25, 0.0, 0.03)
            trim = min(ledge + belt + 0.8 * parapet, 1.0)
            white = env.snow * min(ledge + belt, 1.0)
            tr, tg, tb = color_of(building, bid, TRIM)
            tr, tg, tb = tr + 0.4 * white, tg + 0.4 * white, tb + 0.45 * white
            wr, wg, wb = mix(wr, wg, wb, tr, tg, tb, trim)
        fine = w[_FINE]
        glass = cu * cv
        if fine > 0.0 and not rough:
            back = _depth_of_panes(building, bid) / max(rn, 0.08)
            inside = w[_CLEAR_U] * pulse(v + rv * back / floor, hv, b0, b1)
            clear = min(inside, glass)
            jamb = (glass - clear) * fine
            glass -= jamb
            wr, wg, wb = wr * (1.0 - 0.5 * jamb), wg * (1.0 - 0.5 * jamb), wb * (1.0 - 0.5 * jamb)
            if style != CURTAIN:
                # Sash bars.
                bars = w[_BARS_U] + pulse(v - 0.5 * (b0 + b1) + 0.5, hv, 0.491, 0.509)
                glass *= 1.0 - 0.85 * fine * min(bars, 1.0)
        if glass > 0.0:
            er, eg, eb = _rooms(
                building, bid, env, axis, style, a, v, hv, ru, rv, rn, w, glass, rough
            )
        if style == CURTAIN:
            # Between the floors the glass is backed; it mirrors all the same.
            glass = max(glass, spandrel)
        if building[bid, SCREEN] > 0.5:
            start, stop = extent(building, bid, axis)
            inset = _beside_screen(start, stop)
            foot = 7.2 + 4.0 * trait(salt + axis, 3.0)
            tall = min(4.5 + 9.0 * trait(salt + axis, 4.0), top - foot - 3.0)
            wide = stop - start - 2.0 * inset
            if tall > 3.0 and wide > 3.0:
                rim = w[_RIM_U] * band(y, 0.5 * dv, foot - 0.35, foot + tall + 0.35)
                face = w[_FACE_U] * band(y, 0.5 * dv, foot, foot + tall)
                if rim > 0.0:
                    x = (u - start - inset) / wide
                    x = x if axis == 0 else 1.0 - x
                    soft = max(du, dv) / tall
                    one, two, ink = screen(x, (y - foot) / tall, wide, tall, salt, env.time, soft)
                    keep = 1.0 - rim
                    gain = env.neon_gain * 0.9 * face
                    er = er * keep + gain * (ar * one + 0.55 * ab * two + 0.3 * ink)
                    eg = eg * keep + gain * (ag * one + 0.55 * ar * two + 0.3 * ink)
                    eb = eb * keep + gain * (ab * one + 0.55 * ag * two + 0.3 * ink)
                    glass *= keep
                    wr, wg, wb = wr * (keep + 0.06), wg * (keep + 0.06), wb * (keep + 0.06)
        if building[bid, STRIP] > 0.5:
            line = band(down, 0.5 * dv, 0.25, 0.6) + w[_LINES_U]
            gain = 2.2 * env.neon_gain * line
            er, eg, eb = er + gain * ar, eg + gain * ag, eb + gain * ab
        if building[bid, CROWN] > 0.5:
            flood = lights * 0.85 * np.exp(-down * 0.16) * (1.0 - glass)
            er, eg, eb = er + flood * wr * 1.5, eg + flood * wg * 1.05, eb + flood * wb * 0.62
    # Light on the paint.
    lr = env.light_r * direct + env.ambient_r * open_sky + env.bounce_r + sr
    lg = env.light_g * direct + env.ambient_g * open_sky + env.bounce_g + sg
    lb = env.light_b * direct + env.ambient_b * open_sky + env.bounce_b + sb
    paint = 1.0 - glass
    damp = 1.0 - 0.25 * env.wet
    er += wr * lr * paint * damp
    eg += wg * lg * paint * damp
    eb += wb * lb * paint * damp
    # Light in the glass: Schlick over a dark interior.
    face = 1.0 - min(max(rn, 0.0), 1.0)
    fresnel = 0.10 + 0.9 * face * face * face * face
    if style == CURTAIN:
        fresnel = 0.30 + 0.7 * face * face * face
    dim = glass * 0.035
    return er + lr * dim, eg + lg * dim, eb + lb * dim, glass * fresnel
