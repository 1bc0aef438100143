"""Shading of the lake: ripples, reflections and the sun's glitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.fast_math import fading
from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.land_shader import (
    RIPPLES,
    LevelCamera,
    Valley,
    extinction,
    ground_height,
    haze_at,
    trait,
)
from rushes.engines.procedural.pixels import corners, mix, put, sample
from rushes.engines.procedural.terrain import SUN
from rushes.engines.procedural.textures import frequencies

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats

WAVE_TRAINS = np.array(
    [  # direction (cosine, sine), meters and seconds per period of the texture, share of slope
        (np.cos(turn), np.sin(turn), scale, 0.38 / np.sqrt(scale), share)
        for turn, scale, share in (
            (0.6, 0.8, 0.30),
            (1.7, 2.6, 0.42),
            (2.8, 8.0, 0.50),
            (3.9, 25.0, 0.45),
        )
    ]
)


def ripple_texture(seed: int) -> Floats:
    """Return periodic slopes of small waves, (RIPPLES, RIPPLES, 2), deviation 1."""
    rng = np.random.default_rng(seed + 211)
    fx, fy = frequencies(RIPPLES)
    radius = np.maximum(np.hypot(fx, fy), 1e-6)
    weight = np.exp(-((np.log(radius / 11.0) / 0.65) ** 2)) * (radius > 1.0)
    spectrum = np.fft.rfft2(rng.standard_normal((RIPPLES, RIPPLES))) * weight / radius
    slopes = np.empty((RIPPLES, RIPPLES, 2), np.float32)
    for c, f in ((0, fx), (1, fy)):
        # In the frequency domain a derivative is a multiplication by i f.
        part = np.fft.irfft2(spectrum * 1j * f, s=(RIPPLES, RIPPLES))
        slopes[..., c] = part / part.std()
    return slopes


@inline
def _ripple(ripples: Floats, u: float, v: float) -> tuple[float, float]:
    uf, vf = np.floor(u), np.floor(v)
    mask = RIPPLES - 1
    j, i = int(uf) & mask, int(vf) & mask
    j1, i1 = (j + 1) & mask, (i + 1) & mask
    a, b, c, d = corners(u - uf, v - vf)
    p, q = ripples[i], ripples[i1]
    return (
        a * p[j, 0] + b * p[j1, 0] + c * q[j, 0] + d * q[j1, 0],
        a * p[j, 1] + b * p[j1, 1] + c * q[j, 1] + d * q[j1, 1],
    )


@inline
def _calm(trains: Doubles, crests: Doubles, view: LevelCamera, down: float) -> float:
    """Fill in how much of each train of waves a row of pixels resolves; return what is lost."""
    pixel = 0.5 * view.y / (down * view.focal)
    long = pixel / max(down, 0.01)
    lost = 0.0
    for k in range(4):
        scale, share = trains[k, 2], trains[k, 4]
        ratio = long / (scale * 9.0)
        fade = 1.0 / (1.0 + ratio * ratio)
        lost += share * share * (1.0 - fade)
        crests[k, 0] = 1.0 / scale
        crests[k, 1] = share * fade if fade > 0.02 else 0.0
    return float(np.sqrt(lost))


@inline
def _water(
    valley: Valley,
    mirror: Floats,
    view: LevelCamera,
    trains: Doubles,
    crests: Doubles,
    lost: float,
    x: float,
    z: float,
    side: float,
    down: float,
    n: float,
    t: float,
) -> tuple[float, float, float]:
    """Return the lake's light for a view ray that falls `down` per meter, `side` off the axis.

    The ray times `n` is of length 1; for `crests` and `lost` see `_calm`.
    """
    sky, conditions = valley.sky, valley.conditions
    # Breezes ruffle patches of the lake; between them it is a mirror.
    pa, pb = _ripple(
        conditions.ripples, x * (1.0 / 420.0) + 0.004 * t, z * (1.0 / 760.0) - 0.003 * t
    )
    patch = min(max(0.40 + 0.45 * (pa + 0.6 * pb), 0.0), 1.0)
    strength = conditions.waves * (0.35 + 1.1 * patch)
    sx = sz = 0.0
    for k in range(4):
        share = crests[k, 1]
        if share > 0.0:
            c, s = trains[k, 0], trains[k, 1]
            per_meter, speed = crests[k, 0], trains[k, 3]
            u = (c * x + s * z) * per_meter + speed * t
            v = (c * z - s * x) * per_meter + 0.3 * speed * t
            p, q = _ripple(conditions.ripples, u, v)
            sx += share * (c * p - s * q)
            sz += share * (s * p + c * q)
    sx *= strength
    sz *= strength
    lost = strength * lost + 0.018 * conditions.rain

    # What the ripple mirrors: the slope of sight turns twice as far as the water does.
    along = sx * (view.ahead_x + side * view.ahead_z) + sz * (view.ahead_z - side * view.ahead_x)
    cross = sx * view.ahead_z - sz * view.ahead_x
    # Facets that would mirror something nearer than the next shore hide behind other ripples.
    up = max(down - 2.0 * along, 0.97 * down) + 0.8 * lost + 0.002
    row = view.horizon - view.focal * up - 0.5
    col = view.middle + view.focal * (side + 2.0 * cross * max(down, 0.06)) - 0.5
    mr, mg, mb = sample(mirror, row, col)

    # Schlick's approximation; its root is mixed in, so that the lake mirrors more than real water.
    grazing = 1.0 - min(max((down - along) * n, 0.0), 1.0)
    fresnel = grazing * grazing
    fresnel = 0.03 + 0.97 * fresnel * fresnel * grazing
    fresnel = np.sqrt(fresnel) * (0.35 + 0.65 * np.sqrt(fresnel))
    depth = max(-ground_height(valley.terrain.heights, x, z), 0.0)
    shallow = fading(depth * 0.22)  # extinction per meter of depth
    shine = trait(valley.terrain.traits, SUN, x, z)
    lr = sky.ambient_r + 0.5 * sky.light_r * shine * sky.sun_y
    lg = sky.ambient_g + 0.5 * sky.light_g * shine * sky.sun_y
    lb = sky.ambient_b + 0.5 * sky.light_b * shine * sky.sun_y
    br = (0.008 + 0.085 * shallow) * lr
    bg = (0.034 + 0.085 * shallow) * lg
    bb = (0.046 + 0.055 * shallow) * lb
    r, g, b = mix(br, bg, bb, mr * 0.96, mg * 0.97, mb * 0.98, fresnel)

    # The sun's path: how many facets stand half-way between eye and sun.
    if sky.ray > 0.05:
        vx = -(view.ahead_x + side * view.ahead_z) * n
        vz = -(view.ahead_z - side * view.ahead_x) * n
        hx = vx + sky.sun_x
        hy = down * n + sky.sun_y
        hz = vz + sky.sun_z
        spread = lost * lost + 0.00012 + 0.06 * strength * strength
        up = 1.0 / hy
        ex, ez = -hx * up - sx, -hz * up - sz
        power = fading(0.5 * (ex * ex + ez * ez) / spread)
        power *= min(0.020 / (spread + 0.0012), 9.0) * fresnel * shine * sky.ray * 1.5
        r, g, b = r + sky.light_r * power, g + sky.light_g * power, b + sky.light_b * power
    return r, g, b


@kernel
def paint_lake(
    out: Floats,
    valley: Valley,
    view: LevelCamera,
    mirror: Floats,
    trains: Doubles,
    crests: Doubles,
    below: float,
    t: float,
) -> None:
    """Fill `out` (rows, columns, 3) with the lake, air included.

    Row 0 begins `below` rows under the horizon; `view` is that of the mirror, and sets the scale.
    `crests`, (4, 2), is working memory.
    """
    W = out.shape[1]
    density = extinction(valley, view.y, 0.0)
    for i in range(out.shape[0]):
        down = max(i + 0.5 + below, 0.1) / view.focal
        far = view.y / down
        lost = _calm(trains, crests, view, down)
        for j in range(W):
            side = (j + 0.5 - view.middle) / view.focal
            x = view.x + far * (view.ahead_x + side * view.ahead_z)
            z = view.z + far * (view.ahead_z - side * view.ahead_x)
            long = np.sqrt(1.0 + side * side + down * down)
            r, g, b = _water(
                valley, mirror, view, trains, crests, lost, x, z, side, down, 1.0 / long, t
            )
            keep = fading(density * far * long)
            hr, hg, hb = haze_at(valley.haze, -down, (j + 0.5) / W)
            r, g, b = mix(hr, hg, hb, r, g, b, keep)
            put(out, i, j, r, g, b)
