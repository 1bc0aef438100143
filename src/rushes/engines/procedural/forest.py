"""Conifers: a few drawn sprites, placed by the ten thousand and composited by depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from rushes.engines.procedural import sky as skies
from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.land_shader import (
    LevelCamera,
    Valley,
    clearness,
    ground_height,
    haze_at,
    trait,
)
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.terrain import OPEN, SUN, TREES, Terrain

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Floats, Integers

KINDS = 8
TALL, WIDE = 256, 112  # texels of one drawn tree, full size
LEVELS = 6
PITCH = 7.5  # meters between trees, about
ALPHA, TONE, SIDE = range(3)  # channels of a drawn tree
# A mark of a tree in view: its distance to the farthest possible place, and its number.
_MOST_AHEAD, _PER_METER, _SHIFT, _NUMBERS = 65536.0, 1024.0, 20, (1 << 20) - 1


class Forest(NamedTuple):
    """The positions of the trees and their sprites."""

    places: Floats  # (n, 8): x, ground, z, height, kind, tone, sunlight, openness
    sprites: Sprites


class Sprites(NamedTuple):
    """Every kind in each size, flat: the kinds in full size, then in half size, and so on."""

    art: Floats  # (texels, 3)
    spans: NDArray[np.int32]  # (rows, 2), see `_spans`


def plant(terrain: Terrain, x: float, z: float, reach: float, seed: int) -> Floats:
    """Return the trees' places within `reach` meters of a camera at x, z that looks towards +z."""
    places = np.empty((160_000, 8), np.float32)
    count = _plant(places, terrain, x, z, reach, seed)
    return places[:count].copy()


@kernel
def _plant(places: Floats, terrain: Terrain, x0: float, z0: float, reach: float, seed: int) -> int:
    count = 0
    cells = int(reach / PITCH)
    for i in range(-40, cells):
        for j in range(-cells, cells + 1):
            x = x0 + (j + hash_unit(j, i, seed)) * PITCH
            z = z0 + (i + hash_unit(j, i, seed + 1)) * PITCH
            dx, dz = x - x0, z - z0
            if dx * dx + dz * dz > reach * reach or abs(dx) > 220.0 + 1.1 * max(dz, 0.0):
                continue
            wood = trait(terrain.traits, TREES, x, z)
            chance = hash_unit(j, i, seed + 2)
            # Dense inside the forest, and stragglers around it.
            if chance > wood * 1.15 + 0.012:
                continue
            y = ground_height(terrain.heights, x, z)
            if y < 1.4 or y > 760.0 or count >= places.shape[0]:
                continue
            size = hash_unit(j, i, seed + 3)
            places[count, 0] = np.float32(x)
            places[count, 1] = np.float32(y - 0.4)
            places[count, 2] = np.float32(z)
            tall = 8.0 + 13.0 * size * (0.4 + 0.6 * wood)
            tall *= 1.0 - 0.45 * max(y - 250.0, 0.0) / 500.0  # stunted near the tree line
            places[count, 3] = np.float32(tall)
            places[count, 4] = np.float32(int(hash_unit(j, i, seed + 4) * KINDS))
            places[count, 5] = np.float32(0.75 + 0.5 * hash_unit(j, i, seed + 5))
            places[count, 6] = np.float32(trait(terrain.traits, SUN, x, z))
            places[count, 7] = np.float32(trait(terrain.traits, OPEN, x, z))
            count += 1
    return count


def draw_trees(seed: int) -> Sprites:
    """Return the sprites of a forest."""
    rng = np.random.default_rng(seed + 19)
    kinds = [_tree(rng) for _ in range(KINDS)]
    art, spans = [], []
    for _ in range(LEVELS):
        art += [kind.reshape(-1, 3) for kind in kinds]
        spans += [_spans(kind[..., ALPHA]) for kind in kinds]
        half = (kinds[0].shape[1] // 2, kinds[0].shape[0] // 2)
        kinds = [
            np.asarray(cv2.resize(kind, half, interpolation=cv2.INTER_AREA), np.float32)
            for kind in kinds
        ]
    return Sprites(np.concatenate(art), np.concatenate(spans))


def _spans(alpha: Floats) -> NDArray[np.int32]:
    """Return the first and the last covered texel of each row and the next, (rows, 2)."""
    covered = alpha > 0.01
    covered[:-1] |= covered[1:]
    columns = np.arange(alpha.shape[1])
    first = np.where(covered, columns, alpha.shape[1]).min(axis=1)
    last = np.where(covered, columns, -1).max(axis=1)
    return np.stack((first, last), axis=1).astype(np.int32)


def _tree(rng: np.random.Generator) -> Floats:
    """Draw one spruce: whorls of drooping boughs, the near ones over the far ones.

    Color channels come multiplied by alpha, so that small sizes blend rightly.
    """
    scale = 2
    high, wide = TALL * scale, WIDE * scale
    tone = np.zeros((high, wide), np.float32)
    alpha = np.zeros((high, wide), np.float32)
    middle = wide / 2.0
    girth = rng.uniform(0.30, 0.46) * wide
    power = rng.uniform(0.75, 1.05)
    bare = rng.uniform(0.03, 0.10)
    lean = rng.normal(0.0, 0.012)
    trunk = np.array(
        [(middle - 3, high), (middle + 3, high), (middle + 1 + lean * high, 6)], np.int32
    )
    cv2.fillPoly(alpha, [trunk], 1.0, cv2.LINE_AA)
    cv2.fillPoly(tone, [trunk], 0.22, cv2.LINE_AA)
    whorls = int(rng.integers(24, 32))
    for k in range(whorls, -1, -1):
        f = (k + 0.3 * rng.random()) / whorls  # 0 at the tip, 1 at the lowest boughs
        y = (0.015 + (1.0 - bare - 0.03) * f**0.92) * high
        x = middle + lean * (high - y)
        length = girth * f**power + 0.012 * high
        boughs = 5 + int(5 * f)
        for turn in np.sort(np.cos(rng.uniform(0.0, np.pi, boughs)))[::-1]:
            # turn: 1 and -1 lie in the picture's plane, 0 points at the eye.
            _bough(rng, alpha, tone, x, y, length * rng.uniform(0.72, 1.12), float(turn), f)
    columns = (np.arange(wide, dtype=np.float32) + 0.5 - middle) / (0.5 * wide)
    side = np.broadcast_to(columns[None, :] * 1.6, (high, wide))
    noise = rng.random((high // 4, wide // 4)).astype(np.float32)
    tone *= 0.75 + 0.5 * cv2.resize(noise, (wide, high), interpolation=cv2.INTER_LINEAR)
    picture = np.stack((alpha, tone * alpha, np.clip(side, -1.0, 1.0) * alpha), axis=2)
    small = cv2.resize(picture, (WIDE, TALL), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32)


def _bough(
    rng: np.random.Generator,
    alpha: Floats,
    tone: Floats,
    x: float,
    y: float,
    length: float,
    turn: float,
    f: float,
) -> None:
    out = turn * length
    sag = length * (0.34 + 0.22 * (1.0 - abs(turn)) + 0.12 * rng.random())
    n = 7
    s = np.linspace(0.0, 1.0, n)
    top_x = x + out * s
    top_y = y + sag * s**1.5 - 0.06 * length * s**3
    hang = (0.10 + 0.20 * (1.0 - s)) * length * rng.uniform(0.7, 1.3, n) + 2.0
    hang[1::2] *= 0.45
    hang[-1] = 0.0
    shape = np.concatenate((np.stack((top_x, top_y), 1), np.stack((top_x, top_y + hang), 1)[::-1]))
    points = [(shape * 16).astype(np.int32)]
    front = 1.0 - 0.55 * abs(turn)
    shade = (0.30 + 0.55 * front * rng.uniform(0.6, 1.2)) * (0.75 + 0.35 * (1.0 - f))
    cv2.fillPoly(alpha, points, 1.0, cv2.LINE_AA, 4)
    cv2.fillPoly(tone, points, float(shade * 0.7), cv2.LINE_AA, 4)
    # The upper edge of a bough catches the sky.
    ridge = (np.stack((top_x, top_y), 1) * 16).astype(np.int32)
    cv2.polylines(tone, [ridge], False, float(shade * 1.5), 2, cv2.LINE_AA, 4)


def stand_trees(
    light: Floats,
    depth: Floats,
    forest: Forest,
    valley: Valley,
    view: LevelCamera,
    mirrored: bool,
    white: float,
    t: float,
) -> None:
    """Draw the forest, far trees first, using the depth of the land."""
    height, width = depth.shape
    marks = np.empty(len(forest.places), np.int64)
    sizes = np.empty(len(forest.places), np.float32)
    count = _project(marks, sizes, forest.places, view, width, height, mirrored)
    if not count:
        return
    order = np.sort(marks[:count]) & _NUMBERS
    tallest = 1.001 * float(sizes[:count].max())
    finest = next((k for k in range(LEVELS) if TALL >> k <= 1.5 * tallest), LEVELS - 1)
    sprites = _from_size(forest.sprites, finest)
    lit = np.empty((len(sprites.art), 3), np.float32)
    sky = valley.sky
    # Light from the sun's side; against the light the edges glow.
    sun_side = sky.flat_x * view.ahead_z - sky.flat_z * view.ahead_x
    sun_back = -(sky.flat_x * view.ahead_x + sky.flat_z * view.ahead_z)
    _light_up(lit, sprites.art, sun_side, sun_back, 0.35 + 0.65 * sky.sun_y)
    _draw(
        light,
        depth,
        order,
        forest.places,
        lit,
        sprites.spans,
        finest,
        valley,
        view,
        mirrored,
        white,
        t,
    )


def _from_size(sprites: Sprites, level: int) -> Sprites:
    """Return the sprites without the largest sizes."""
    texels = sum((TALL >> k) * (WIDE >> k) for k in range(level))
    rows = sum(TALL >> k for k in range(level))
    return Sprites(sprites.art[KINDS * texels :], sprites.spans[KINDS * rows :])


@kernel
def _project(
    marks: Integers,
    sizes: Floats,
    places: Floats,
    view: LevelCamera,
    width: int,
    height: int,
    mirrored: bool,
) -> int:
    """Find the trees in view, with heights in pixels. Marks grow from far trees to near ones."""
    count = 0
    eye = -view.y if mirrored else view.y
    for n in range(places.shape[0]):
        x, z = places[n, 0] - view.x, places[n, 2] - view.z
        ahead = x * view.ahead_x + z * view.ahead_z
        if ahead < 8.0:
            continue
        tall = places[n, 3] * view.focal / ahead
        if tall < 1.6:
            continue
        col = view.middle + view.focal * (x * view.ahead_z - z * view.ahead_x) / ahead
        if col < -0.3 * tall or col > width + 0.3 * tall:
            continue
        foot = view.horizon - view.focal * (places[n, 1] - eye) / ahead
        if foot < 0.0 or foot - tall > height:
            continue
        marks[count] = (int((_MOST_AHEAD - ahead) * _PER_METER) << _SHIFT) + n
        sizes[count] = np.float32(tall)
        count += 1
    return count


@kernel
def _light_up(out: Floats, art: Floats, sun_side: float, sun_back: float, strength: float) -> None:
    """Fill `out` (texels, 3): alpha, and what sunlight and skylight it reflects."""
    side_share, back_share = F(0.65 * sun_side), F(0.65 * sun_back)
    edge, power = F(0.9 * max(-sun_back, 0.0)), F(1.5 * strength)
    for n in range(art.shape[0]):
        a, p = art[n, ALPHA], art[n, TONE]
        whole = F(1.0) / max(a, F(0.002))
        side = min(max(art[n, SIDE] * whole, F(-1.0)), F(1.0))
        front = np.sqrt(F(1.0) - side * side)
        face = max(F(0.35) + side * side_share + front * back_share, F(0.0)) * power + F(0.15)
        out[n, 0] = a
        # Thin edges let a low sun through.
        out[n, 1] = p * face + a * (F(1.12) - a) * edge
        out[n, 2] = F(0.25) * a + F(0.75) * p


@inline("boolean(float32[:,::1], float32, int64, int64, int64)")
def _is_hidden(depth: Floats, near: np.float32, first: int, last: int, j: int) -> bool:
    """Return whether land hides the trunk of a tree."""
    i = first
    while i <= last and depth[i, j] < near:
        i += 1
    return i > last


@inline
def _far_color(
    valley: Valley, view: LevelCamera, place: Floats, ahead: float, across: float, col: float
) -> tuple[float, float, float, float]:
    """Return the color of the air before a tree, and how much is seen through it."""
    middle_y = float(place[1]) + 0.5 * float(place[3])
    keep = clearness(valley, view.y, middle_y, np.sqrt(ahead * ahead + across * across))
    r, g, b = haze_at(valley.haze, (middle_y - view.y) / ahead, col)
    return r, g, b, keep


@kernel
def _draw(
    light: Floats,
    depth: Floats,
    order: Integers,
    places: Floats,
    lit: Floats,
    spans: NDArray[np.int32],
    finest: int,
    valley: Valley,
    view: LevelCamera,
    mirrored: bool,
    white: float,
    t: float,
) -> None:
    H, W = depth.shape
    sky = valley.sky
    low = sky.tones[skies.HORIZON]
    eye = -view.y if mirrored else view.y
    for k in range(order.shape[0]):
        place = places[order[k]]
        x, z = float(place[0]) - view.x, float(place[2]) - view.z
        ahead = x * view.ahead_x + z * view.ahead_z
        across = x * view.ahead_z - z * view.ahead_x
        size = view.focal / ahead
        tall = float(place[3]) * size
        foot = view.horizon - (float(place[1]) - eye) * size
        col = view.middle + across * size
        first = max(int(np.floor(foot - tall)), 0)
        last = min(int(np.ceil(foot)), H - 1)
        near = np.float32(ahead * 0.992 - 1.0)  # the land a tree stands on must not hide it
        if last - first <= 16 and _is_hidden(
            depth, near, first, last, min(max(int(col), 0), W - 1)
        ):
            continue
        level, rows, columns = finest, TALL >> finest, WIDE >> finest
        start = line = 0
        while rows > tall * 1.5 and level < LEVELS - 1:
            start += KINDS * rows * columns
            line += KINDS * rows
            level += 1
            rows >>= 1
            columns >>= 1
        start += int(place[4]) * rows * columns
        line += int(place[4]) * rows
        # Trees of a few pixels fade into the forest's floor instead of flickering.
        fade = min(max((tall - 1.6) / 2.6, 0.0), 1.0)
        hr, hg, hb, keep = _far_color(valley, view, place, ahead, across, col / W)
        air = fade * (1.0 - keep)
        air_r, air_g, air_b = F(air * hr), F(air * hg), F(air * hb)
        # Needles.
        tint = float(place[5])
        nr, ng, nb = 0.036 * tint, 0.058 * tint, 0.028 * tint
        shine = fade * keep * float(place[6])
        sun_r, sun_g, sun_b = (
            F(shine * nr * sky.light_r),
            F(shine * ng * sky.light_g),
            F(shine * nb * sky.light_b),
        )
        dome = fade * keep * (0.35 + 0.65 * float(place[7]))
        dome_r = dome * nr * (sky.ambient_r + 0.10 * low[0])
        dome_g = dome * ng * (sky.ambient_g + 0.10 * low[1])
        dome_b = dome * nb * (sky.ambient_b + 0.10 * low[2])
        # With snow on them, needles are this much brighter.
        frost = 0.9 * white / tint
        snow_r = F(frost * (0.70 - 0.036) / 0.036)
        snow_g = F(frost * (0.74 - 0.058) / 0.058)
        snow_b = F(frost * (0.80 - 0.028) / 0.028)
        cover = F(fade)
        # Two incommensurate frequencies, phased by place: no two trees sway together.
        sway = 0.0
        if tall > 12.0:  # with fewer pixels nobody sees it
            sway = 0.012 * np.sin(1.3 * t + 0.05 * float(place[0]) + 0.9 * tint) * tall
            sway += 0.005 * np.sin(3.1 * t + 0.11 * float(place[2])) * tall
        pixel, texel = rows / tall, tall / rows  # in texels, in pixels
        for i in range(first, last + 1):
            v = (i + 0.5 - (foot - tall)) / tall
            if v <= 0.0 or v >= 1.0:
                continue
            fv = min(max(v * rows - 0.5, 0.0), rows - 1.001)
            iv = int(fv)
            below = F(fv - iv)
            above = F(1.0) - below
            # The texel of pixel j is `left + pixel * j`.
            left = (0.5 - col - sway * (1.0 - v) * (1.0 - v)) * pixel + 0.5 * columns - 0.5
            begin = max(int(np.ceil((spans[line + iv, 0] - 1.0 - left) * texel)), 0)
            end = min(int(np.floor((spans[line + iv, 1] + 1.0 - left) * texel)), W - 1)
            upper = 1.0 - 0.35 * v
            dr, dg, db = F(dome_r * upper), F(dome_g * upper), F(dome_b * upper)
            row = start + iv * columns
            for j in range(begin, end + 1):
                if depth[i, j] < near:
                    continue
                u = min(max(F(left + pixel * j), F(0.0)), F(columns - 1.001))
                iu = np.int32(u)
                right_share = u - F(iu)
                # Unsigned indices spare every look-up the test for a negative one.
                p = np.uint64(row + iu)
                q, r, s = p + np.uint64(1), p + np.uint64(columns), p + np.uint64(columns + 1)
                wb, wd = above * right_share, below * right_share
                wa, wc = above - wb, below - wd
                a = wa * lit[p, 0] + wb * lit[q, 0] + wc * lit[r, 0] + wd * lit[s, 0]
                sun = wa * lit[p, 1] + wb * lit[q, 1] + wc * lit[r, 1] + wd * lit[s, 1]
                up = wa * lit[p, 2] + wb * lit[q, 2] + wc * lit[r, 2] + wd * lit[s, 2]
                red, green, blue = (
                    sun * sun_r + up * dr,
                    sun * sun_g + up * dg,
                    sun * sun_b + up * db,
                )
                if white > 0.0:
                    # Where boughs are brightest: `up` is a quarter of alpha, and the tone.
                    snow = min(max(up / max(a, F(0.01)) * F(4.2667) - F(2.0267), F(0.0)), F(1.0))
                    red += red * snow * snow_r
                    green += green * snow * snow_g
                    blue += blue * snow * snow_b
                keep_light = F(1.0) - a * cover
                light[i, j, 0] = light[i, j, 0] * keep_light + red + a * air_r
                light[i, j, 1] = light[i, j, 1] * keep_light + green + a * air_g
                light[i, j, 2] = light[i, j, 2] * keep_light + blue + a * air_b
