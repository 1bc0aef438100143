"""Shading of the city's walls, in runs: the pixels that one column has of a wall.

Runs grow while the rays are cast, and are worked on together when a column leaves the wall: in
short loops of single precision that the compiler turns into vector code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.city_layout import CURTAIN, PERIOD, SHOP, STYLE
from rushes.engines.procedural.facade import (
    ALONG,
    AROUND,
    AT_U,
    AWAY,
    COLUMN,
    DU,
    DV,
    GLASS,
    GLOW_B,
    GLOW_G,
    GLOW_R,
    HIDDEN,
    INTO,
    LIT_B,
    LIT_G,
    LIT_R,
    LOW,
    MIDDLE,
    MIRRORED,
    MIST,
    NUMBER,
    OPPOSITE,
    OVER,
    PAINT_B,
    PAINT_G,
    PAINT_R,
    RN,
    ROW,
    ROWS,
    RU,
    RUN,
    RV,
    SEEN,
    SHARE,
    SHINY,
    SIDE,
    SPILL_B,
    SPILL_G,
    SPILL_R,
    UP,
    Y,
    front,
    note_wall,
    rib,
)
from rushes.engines.procedural.fast_math import LOG2_E, F, exp2
from rushes.engines.procedural.fast_patterns import U, rise, stripes, unit_hash
from rushes.engines.procedural.filters import pulse, step_up
from rushes.engines.procedural.kernel import inline, routine
from rushes.engines.procedural.roadway import lookup
from rushes.engines.procedural.shopfront import SHOP_END, shopfront

if TYPE_CHECKING:
    from rushes.engines.procedural.city_conditions import CityConditions, StreetCamera
    from rushes.engines.procedural.city_layout import City
    from rushes.engines.procedural.kernel import Doubles, Floats

_VECTOR = 8  # most numbers in a vector of most processors
OPEN = 2  # runs of a lane at the same time: a pixel on an edge belongs to two
_KNOWN = 3  # rows of a run: ROW, MIDDLE, SHARE
_NONE, _HALF, _ONE, _TWO = F(0.0), F(0.5), F(1.0), F(2.0)


class Runs(NamedTuple):
    """The walls that the lanes are at, with the pixels collected of each."""

    notes: Doubles  # (runs, SHOP_END): what is the same all the way up
    pixels: Floats  # (runs, pixels)
    work: Floats


def runs_of(lanes: int) -> Runs:
    """Return memory for the runs of `lanes`; each thread needs its own."""
    pixels = np.zeros((lanes * OPEN, _KNOWN * RUN), np.float32)
    return Runs(np.zeros((lanes * OPEN, SHOP_END)), pixels, np.zeros(ROWS * RUN, np.float32))


@routine
def look_at_wall(
    city: City,
    cam: StreetCamera,
    kind: int,
    who: int,
    line: float,
    col: float,
    width: float,
    far: float,
    noted: Doubles,
) -> None:
    """Note what is the same all the way up a wall in a column of pixels."""
    side, pixel = (col - 0.5 * width) / cam.focal, 1.0 / cam.focal
    dx, dz = cam.ahead_x + cam.right_x * side, cam.ahead_z + cam.right_z * side
    norm = np.sqrt(1.0 + side * side)
    nx = nz = 0.0
    if kind == 1:
        t = (line - cam.eye_x) / (dx if abs(dx) > 1e-6 else 1e-6)
        nx = -1.0 if dx > 0.0 else 1.0
    else:
        t = (line - cam.eye_z) / (dz if abs(dz) > 1e-6 else 1e-6)
        nz = -1.0 if dz > 0.0 else 1.0
    t = min(max(t, 0.05), 4.0 * far)
    x, z = cam.eye_x + dx * t, cam.eye_z + dz * t
    hidden, around, sr, sg, sb = lookup(city.baked, x + nx * 2.4, z + nz * 2.4)
    u, along, into = (z, dz, abs(dx)) if kind == 1 else (x, dx, abs(dz))
    ru, rn = along / norm, into / norm
    u -= np.floor(u / PERIOD) * PERIOD
    du = t * pixel / max(rn, 0.03)
    noted[COLUMN], noted[SIDE], noted[ALONG], noted[INTO] = col, side, along, into
    noted[HIDDEN], noted[AROUND] = hidden, around
    noted[SPILL_R], noted[SPILL_G], noted[SPILL_B] = sr, sg, sb
    noted[AWAY], noted[AT_U], noted[DU], noted[DV] = t, u, du, t * pixel
    noted[MIRRORED] = np.arctan2(dx - 2.0 * dx * abs(nx), dz - 2.0 * dz * abs(nz))
    across = (u + ru / max(rn, 0.06) * 24.0) * 0.3
    noted[OPPOSITE] = pulse(across, du * 0.25, 0.0, 0.45)
    note_wall(city.building, who, kind - 1, ru, rn, noted)


@inline("void(float64[::1], float32[::1], int64, float64, float64)")
def add_pixel(noted: Doubles, pixels: Floats, i: int, middle: float, share: float) -> None:
    """Add to a run: `share` of the pixel in row `i`, around `middle`."""
    n = int(noted[NUMBER])
    pixels[ROW + n], pixels[MIDDLE + n] = np.float32(i), np.float32(middle)
    pixels[SHARE + n] = np.float32(share)
    noted[NUMBER] = n + 1


@inline
def _shops(pixels: Floats, n: int, cam: StreetCamera, shop: float, away: float) -> int:
    """Return how many of the pixels, which go up, are at or below the height of the shops."""
    lowest = F(cam.horizon + (cam.eye_y - shop) * cam.focal / away)
    k = 0
    while k < n and pixels[MIDDLE + k] > lowest:
        k += 1
    return k


@inline
def _aim(
    w: Floats,
    n: int,
    env: CityConditions,
    cam: StreetCamera,
    tall: float,
    far: float,
    noted: Doubles,
) -> None:
    """Find where each pixel lies on the wall, and how clear the air before it is."""
    t, side, top = F(noted[AWAY]), F(noted[SIDE]), F(tall - 1e-3)
    eye, pixel, horizon = F(cam.eye_y), F(1.0 / cam.focal), F(cam.horizon)
    along, into, flat = F(noted[ALONG]), F(noted[INTO]), _ONE + side * side
    fog, clear = F(-env.fog) * LOG2_E * t, F(1.0 - step_up(0.62 * far, far, noted[AWAY]))
    lamps = F(0.12 * env.lamps)
    for k in range(n):
        up = (horizon - w[MIDDLE + k]) * pixel
        y = min(max(eye + up * t, _NONE), top)
        norm = np.sqrt(flat + up * up)
        less = _ONE / norm
        w[Y + k], w[RU + k], w[RV + k], w[RN + k] = y, along * less, up * less, into * less
        # Beer-Lambert; `t` counts meters along the view's axis.
        w[SEEN + k] = exp2(fog * norm) * clear
        w[MIST + k] = lamps * exp2(F(-0.05) * LOG2_E * y)


@inline
def _light_up(w: Floats, n: int, env: CityConditions, facing: float, noted: Doubles) -> None:
    """Find the light of sun, sky and street that reaches the wall."""
    hidden, around, sun = F(noted[HIDDEN]), F(noted[AROUND]), F(max(facing, 0.0))
    lamps = F(env.lamps)
    light_r, light_g, light_b = F(env.light_r), F(env.light_g), F(env.light_b)
    ambient_r, ambient_g, ambient_b = F(env.ambient_r), F(env.ambient_g), F(env.ambient_b)
    bounce_r, bounce_g, bounce_b = F(env.bounce_r), F(env.bounce_g), F(env.bounce_b)
    spill_r, spill_g, spill_b = F(noted[SPILL_R]), F(noted[SPILL_G]), F(noted[SPILL_B])
    foot, head = F(-0.3) * around - F(4.0), F(1.4) * around + F(6.0)
    for k in range(n):
        y = w[Y + k]
        direct = sun * rise(hidden - F(1.2), hidden + F(1.8), y)
        sky = F(0.30) + F(0.42) * rise(foot, head, y)
        fade = exp2(F(-0.02) * LOG2_E * y)
        low = fade * fade
        low = lamps * (F(0.75) * low * low + F(0.10)) * fade
        w[LOW + k] = low
        w[LIT_R + k] = light_r * direct + ambient_r * sky + bounce_r + spill_r * low
        w[LIT_G + k] = light_g * direct + ambient_g * sky + bounce_g + spill_g * low
        w[LIT_B + k] = light_b * direct + ambient_b * sky + bounce_b + spill_b * low


@inline
def _open_shops(
    w: Floats, n: int, city: City, env: CityConditions, who: int, axis: int, noted: Doubles
) -> None:
    for k in range(n):
        r, g, b, er, eg, eb, glass = shopfront(
            city.building, who, env, axis, noted[AT_U], float(w[Y + k]), noted[DU], noted[DV],
            float(w[RU + k]), float(w[RV + k]), float(w[RN + k]), noted,
        )  # fmt: skip
        w[PAINT_R + k], w[PAINT_G + k], w[PAINT_B + k] = F(r), F(g), F(b)
        w[GLOW_R + k], w[GLOW_G + k], w[GLOW_B + k] = F(er), F(eg), F(eb)
        w[GLASS + k] = F(glass)


@inline
def _shine(w: Floats, n: int, wet: float, curtain: bool) -> None:
    """Light the paint, and find how much of a mirror the glass is."""
    damp = F(1.0 - 0.25 * wet)
    # Schlick over a dark interior.
    straight, level = (F(0.30), _NONE) if curtain else (F(0.10), _ONE)
    for k in range(n):
        glass, face = w[GLASS + k], _ONE - min(max(w[RN + k], _NONE), _ONE)
        paint, dim = (_ONE - glass) * damp, glass * F(0.035)
        w[GLOW_R + k] += w[LIT_R + k] * (w[PAINT_R + k] * paint + dim)
        w[GLOW_G + k] += w[LIT_G + k] * (w[PAINT_G + k] * paint + dim)
        w[GLOW_B + k] += w[LIT_B + k] * (w[PAINT_B + k] * paint + dim)
        cubed = face * face * face
        cubed = cubed * face if level > _HALF else cubed
        w[SHINY + k] = glass * (straight + (_ONE - straight) * cubed)


@inline
def _reflect(w: Floats, n: int, who: int, env: CityConditions, noted: Doubles) -> None:
    """Lay what the glass mirrors over it: the houses opposite; find the share of sky."""
    around, du = noted[AROUND], noted[DU]
    low, high, half = F(0.6 * around), F(1.5 * around + 4.0), F(du * 0.2)
    tilt, place, seed = F(0.035 * max(1.0 - du, 0.0)), np.int32(noted[AT_U] / 1.5), U(who)
    sun, opposite = env.sun_y, F(noted[OPPOSITE])
    house_r = F(0.16 * (env.ambient_r + env.light_r * sun))
    house_g = F(0.16 * (env.ambient_g + env.light_g * sun))
    house_b = F(0.16 * (env.ambient_b + env.light_b * sun))
    spill_r, spill_g = F(0.3 * noted[SPILL_R]), F(0.3 * noted[SPILL_G])
    spill_b = F(0.3 * noted[SPILL_B])
    for k in range(n):
        floor = np.int32(w[Y + k] * F(1.0 / 3.9))
        w[UP + k] = w[RV + k] + tilt * (unit_hash(place, floor, seed) - _HALF)
    for k in range(n):
        meet = w[Y + k] + w[UP + k] / max(w[RN + k], F(0.06)) * F(24.0)
        over = rise(low, high, meet)
        cells = F(0.75) + _HALF * stripes(meet * F(0.27), half, _NONE, _HALF) * opposite
        shiny = w[SHINY + k] if w[SHINY + k] > F(0.004) else _NONE
        w[OVER + k] = over * shiny
        street = (_ONE - over) * shiny
        w[GLOW_R + k] += (house_r * cells + spill_r * w[LOW + k]) * street
        w[GLOW_G + k] += (house_g * cells + spill_g * w[LOW + k]) * street
        w[GLOW_B + k] += (house_b * cells + spill_b * w[LOW + k]) * street


@inline
def _reflect_sky(w: Floats, n: int, dome: Floats, azimuth: float) -> None:
    """Add the sky that the glass mirrors; `dome` has rows of y and columns of azimuth."""
    columns, rows = dome.shape[1], F(dome.shape[0] - 1)
    turn = (azimuth * (0.5 / np.pi) + 0.5) * columns
    j = int(turn)
    f, p, q = F(turn - j), np.uint64(j % columns), np.uint64((j + 1) % columns)
    for k in range(n):
        if w[OVER + k] <= _NONE:
            continue
        up = min(max(w[UP + k], _NONE), F(0.999)) * rows
        i = np.uint64(int(up))
        v = up - np.floor(up)
        upper, lower = (_ONE - v) * w[OVER + k], v * w[OVER + k]
        a, b, c, d = upper * (_ONE - f), upper * f, lower * (_ONE - f), lower * f
        above, below = dome[i], dome[i + np.uint64(1)]
        w[GLOW_R + k] += a * above[p, 0] + b * above[q, 0] + c * below[p, 0] + d * below[q, 0]
        w[GLOW_G + k] += a * above[p, 1] + b * above[q, 1] + c * below[p, 1] + d * below[q, 1]
        w[GLOW_B + k] += a * above[p, 2] + b * above[q, 2] + c * below[p, 2] + d * below[q, 2]


@inline
def _write(
    w: Floats, n: int, env: CityConditions, air: Doubles, j: int, light: Floats, noted: Doubles
) -> None:
    """Add the pixels' light, seen through the air, to the picture."""
    columns, steps = air.shape[1], F(air.shape[0] - 1)
    place = min(max(int(noted[COLUMN] * (columns / light.shape[1])), 0), columns - 1)
    gr, gg, gb = F(env.glow_r), F(env.glow_g), F(env.glow_b)
    for k in range(n):
        i, mist, share = np.uint64(int(w[ROW + k])), w[MIST + k], w[SHARE + k]
        lift = min(max(w[RV + k] * _TWO, _NONE), F(0.999)) * steps
        level, f = np.uint64(int(lift)), lift - np.floor(lift)
        seen, upper = w[SEEN + k], level + np.uint64(1)
        lost = _ONE - seen
        a, b = lost * (_ONE - f), lost * f
        r = F(air[level, place, 0]) * a + F(air[upper, place, 0]) * b + gr * mist * lost
        g = F(air[level, place, 1]) * a + F(air[upper, place, 1]) * b + gg * mist * lost
        h = F(air[level, place, 2]) * a + F(air[upper, place, 2]) * b + gb * mist * lost
        light[i, j, 0] += (w[GLOW_R + k] * seen + r) * share
        light[i, j, 1] += (w[GLOW_G + k] * seen + g) * share
        light[i, j, 2] += (w[GLOW_B + k] * seen + h) * share


@routine
def shade_wall(
    city: City,
    dome: Floats,
    env: CityConditions,
    cam: StreetCamera,
    air: Doubles,
    kind: int,
    who: int,
    tall: float,
    j: int,
    far: float,
    rough: bool,
    noted: Doubles,
    pixels: Floats,
    w: Floats,
    light: Floats,
) -> None:
    """Add the light of a run, in column `j`, to `light`, and begin a new one.

    `noted` is what `look_at_wall` found; fog hides what is `far` meters away.
    """
    total, axis, style = int(noted[NUMBER]), kind - 1, int(city.building[who, STYLE])
    noted[NUMBER] = 0.0
    shops = 0
    if style < 5:
        shops = _shops(pixels, total, cam, city.building[who, SHOP], noted[AWAY])
    right_x, right_z = cam.right_x * noted[SIDE], cam.right_z * noted[SIDE]
    if kind == 1:
        facing = -env.sun_x if cam.ahead_x + right_x > 0.0 else env.sun_x
    else:
        facing = -env.sun_z if cam.ahead_z + right_z > 0.0 else env.sun_z
    start = 0
    while start < total:
        stop = shops if start < shops else total
        n = stop - start
        whole = (n + _VECTOR - 1) // _VECTOR * _VECTOR
        for k in range(whole):
            at = min(start + k, stop - 1)
            w[ROW + k], w[MIDDLE + k] = pixels[ROW + at], pixels[MIDDLE + at]
            w[SHARE + k] = pixels[SHARE + at]
        _aim(w, whole, env, cam, tall, far, noted)
        _light_up(w, whole, env, facing, noted)
        if start < shops:
            _open_shops(w, n, city, env, who, axis, noted)
        elif style < 5:
            front(w, n, whole, city.building, who, env, axis, tall, rough, noted)
        else:
            rib(w, whole, city.building, who, noted)
        _shine(w, whole, env.wet, style == CURTAIN)
        _reflect(w, whole, who, env, noted)
        _reflect_sky(w, n, dome, noted[MIRRORED])
        _write(w, n, env, air, j, light, noted)
        start = stop
