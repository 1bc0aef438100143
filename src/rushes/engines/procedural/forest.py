"""Conifers: a few drawn sprites, placed by the ten thousand and composited by depth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import cv2
import numpy as np

from rushes.engines.procedural import sky as skies
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.pixels import blend, mix, weights
from rushes.engines.procedural.terrain import OPEN, SUN, TREES, Terrain
from rushes.engines.procedural.valley_raycaster import (
    LevelCamera,
    Valley,
    clearness,
    ground_height,
    haze_at,
    trait,
)

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Floats, Integers

KINDS = 8
TALL, WIDE = 256, 112  # texels of one drawn tree, full size
LEVELS = 6
PITCH = 7.5  # meters between trees, about
ALPHA, TONE, SIDE = range(3)  # channels of a drawn tree


class Forest(NamedTuple):
    """The positions of the trees and their sprites."""

    places: Floats  # (n, 8): x, ground, z, height, kind, tone, sunlight, openness
    art: Floats  # every kind's mip pyramid, flat: (texels, 3)


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


def draw_trees(seed: int) -> Floats:
    """Return the sprites of a forest."""
    rng = np.random.default_rng(seed + 19)
    parts = []
    for _ in range(KINDS):
        level = _tree(rng)
        for _ in range(LEVELS):
            parts.append(level.reshape(-1, 3))
            half = (level.shape[1] // 2, level.shape[0] // 2)
            level = np.asarray(cv2.resize(level, half, interpolation=cv2.INTER_AREA), np.float32)
    return np.concatenate(parts).astype(np.float32)


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
    marks = np.empty((forest.places.shape[0], 2), np.float32)
    count = _project(marks, forest.places, view, width, height, mirrored)
    order = marks[:count, 1][np.argsort(-marks[:count, 0], kind="stable")].astype(np.int64)
    _draw(light, depth, order, forest, valley, view, mirrored, white, t)


@kernel
def _project(
    marks: Floats, places: Floats, view: LevelCamera, width: int, height: int, mirrored: bool
) -> int:
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
        marks[count, 0] = np.float32(ahead)
        marks[count, 1] = np.float32(n)
        count += 1
    return count


@inline("boolean(float32[:,::1], float32, int64, int64, int64)")
def _is_hidden(depth: Floats, near: np.float32, first: int, last: int, j: int) -> bool:
    """Return whether land hides the trunk of a tree that is only a few pixels tall."""
    hidden = last - first <= 16
    for i in range(first, last + 1):
        hidden = hidden and depth[i, j] < near
    return hidden


@kernel
def _draw(
    light: Floats,
    depth: Floats,
    order: Integers,
    forest: Forest,
    valley: Valley,
    view: LevelCamera,
    mirrored: bool,
    white: float,
    t: float,
) -> None:
    H, W = depth.shape
    sky = valley.sky
    eye = -view.y if mirrored else view.y
    whole = 0
    for level in range(LEVELS):
        whole += (TALL >> level) * (WIDE >> level)
    for k in range(order.shape[0]):
        place = forest.places[order[k]]
        x, z = float(place[0]) - view.x, float(place[2]) - view.z
        ahead = x * view.ahead_x + z * view.ahead_z
        across = x * view.ahead_z - z * view.ahead_x
        size = view.focal / ahead
        tall = float(place[3]) * size
        foot = view.horizon - (float(place[1]) - eye) * size
        col = view.middle + across * size
        broad = tall * WIDE / TALL
        first = max(int(np.floor(foot - tall)), 0)
        last = min(int(np.ceil(foot)), H - 1)
        near = np.float32(ahead * 0.992 - 1.0)  # the land a tree stands on must not hide it
        if _is_hidden(depth, near, first, last, min(max(int(col), 0), W - 1)):
            continue
        level = 0
        rows = TALL
        columns = WIDE
        start = int(place[4]) * whole
        while rows > tall * 1.5 and level < LEVELS - 1:
            start += rows * columns
            level += 1
            rows >>= 1
            columns >>= 1
        # Trees of a few pixels fade into the forest's floor instead of flickering.
        fade = min(max((tall - 1.6) / 2.6, 0.0), 1.0)
        far = ahead * np.sqrt(1.0 + (across / ahead) ** 2)
        middle_y = float(place[1]) + 0.5 * float(place[3])
        keep = clearness(valley, view.y, middle_y, far)
        slope = (middle_y - view.y) / ahead
        hr, hg, hb = haze_at(valley.haze, slope, col / W)
        # Light from the sun's side; against the light the edges glow.
        sun_side = sky.flat_x * view.ahead_z - sky.flat_z * view.ahead_x
        sun_back = -(sky.flat_x * view.ahead_x + sky.flat_z * view.ahead_z)
        open_sky = 0.35 + 0.65 * float(place[7])
        shine = float(place[6])
        tint = float(place[5])
        # Two incommensurate frequencies, phased by place: no two trees sway together.
        sway = 0.012 * np.sin(1.3 * t + 0.05 * float(place[0]) + 0.9 * tint) * tall
        sway += 0.005 * np.sin(3.1 * t + 0.11 * float(place[2])) * tall
        left = max(int(np.floor(col - 0.5 * broad - 2.0)), 0)
        right = min(int(np.ceil(col + 0.5 * broad + 2.0)), W - 1)
        scale, middle = columns / broad, 0.5 * columns - 0.5
        for i in range(first, last + 1):
            v = (i + 0.5 - (foot - tall)) / tall
            if v <= 0.0 or v >= 1.0:
                continue
            bend = sway * (1.0 - v) * (1.0 - v)
            fv = min(max(v * rows - 0.5, 0.0), rows - 1.001)
            iv = int(fv)
            fv -= iv
            row = start + iv * columns
            for j in range(left, right + 1):
                if depth[i, j] < near:
                    continue
                u = (j + 0.5 - col - bend) * scale + middle
                if u <= 0.0 or u >= columns - 1.0:
                    continue
                iu = int(u)
                fu = u - iu
                # Unsigned indices spare every look-up the test for a negative one.
                at, below = np.uint64(row + iu), np.uint64(row + iu + columns)
                wa, wb, wc, wd = weights(fu, fv)
                right_of, opposite = at + np.uint64(1), below + np.uint64(1)
                art = forest.art
                b = wa * art[at, 0] + wb * art[right_of, 0]
                b += wc * art[below, 0] + wd * art[opposite, 0]
                a = float(b)
                if a < 0.01:
                    continue
                p = wa * art[at, 1] + wb * art[right_of, 1]
                p += wc * art[below, 1] + wd * art[opposite, 1]
                q = wa * art[at, 2] + wb * art[right_of, 2]
                q += wc * art[below, 2] + wd * art[opposite, 2]
                tone, side = float(p) / a, float(q) / a
                front = np.sqrt(max(1.0 - side * side, 0.0))
                face = side * sun_side + front * sun_back
                face = max(0.35 + 0.65 * face, 0.0) * (0.35 + 0.65 * sky.sun_y) + 0.10
                # Thin edges let a low sun through.
                glow = max(-sun_back, 0.0) * (1.0 - a + 0.12) * 0.9
                direct = shine * (face * tone * 1.5 + glow)
                dome = open_sky * (0.25 + 0.75 * tone) * (1.0 - 0.35 * v)
                frost = white * min(max((tone - 0.30) * 3.2, 0.0), 1.0) * 0.9
                low = sky.tones[skies.HORIZON]
                red = sky.light_r * direct + sky.ambient_r * dome + 0.10 * low[0] * dome
                green = sky.light_g * direct + sky.ambient_g * dome + 0.10 * low[1] * dome
                blue = sky.light_b * direct + sky.ambient_b * dome + 0.10 * low[2] * dome
                # Needles, towards snow where there is frost.
                red *= 0.036 * tint + (0.70 - 0.036) * frost
                green *= 0.058 + (0.74 - 0.058) * frost
                blue *= 0.028 + (0.80 - 0.028) * frost
                a *= fade
                red, green, blue = mix(hr, hg, hb, red, green, blue, keep)
                blend(light, i, j, red, green, blue, a, 0.0)
