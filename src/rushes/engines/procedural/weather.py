"""Rain, snow and lightning over a finished frame of light."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.procedural.kernel import kernel
from rushes.engines.procedural.noise import hash_unit
from rushes.engines.procedural.pixels import blend

if TYPE_CHECKING:
    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Plan

# Per depth layer, far to near: particles at density 1, size, speed, opacity. Sizes are shares of
# the short side (streak length for rain, diameter for snow), speeds shares of it per second.
RAIN_LAYERS = np.array(
    [
        (900.0, 0.035, 1.3, 0.12),
        (480.0, 0.065, 1.9, 0.15),
        (210.0, 0.120, 2.7, 0.20),
        (50.0, 0.230, 3.9, 0.22),
    ]
)
SNOW_LAYERS = np.array(
    [
        (1600.0, 0.0032, 0.060, 0.55),
        (700.0, 0.0052, 0.095, 0.70),
        (260.0, 0.0085, 0.150, 0.75),
        (70.0, 0.0160, 0.240, 0.55),
        (14.0, 0.0360, 0.400, 0.28),
    ]
)
DENSITY = {"rain": 1.0, "storm": 1.5, "snow": 1.0}
SLOT = 2.6  # seconds between two chances of lightning


def precipitation(light: Floats, plan: Plan, t: float, density: float = 1.0) -> None:
    """Draw the plan's rain or snow over `light` in place; other weathers leave it alone.

    Drops take their brightness from the frame itself, so one call fits day, night and neon.
    `density` scales the number of particles: 0.3 is a drizzle.
    """
    amount = DENSITY.get(plan.weather, 0.0) * density
    if amount <= 0.0:
        return
    # Every 16th pixel is enough for a mean, and 256 times cheaper.
    mean = light[::16, ::16].mean(axis=(0, 1), dtype=np.float64)
    gray = float(mean.mean())
    # Drops gather light from the whole sky: the mean, half-way to colorless.
    r, g, b = (0.5 * float(c) + 0.5 * gray for c in mean)
    wind = wind_slant(plan)
    if plan.weather == "snow":
        _flakes(light, t, plan.seed, wind, amount, r, g, b, SNOW_LAYERS)
    else:
        _streaks(light, t, plan.seed, wind, amount, r, g, b, RAIN_LAYERS)


def wind_slant(plan: Plan) -> float:
    """Return the sideways drift of particles per unit of fall; the sign is the wind's side."""
    side = float(np.random.default_rng(plan.seed + 71).uniform(-1.0, 1.0))
    return {"storm": 0.34, "snow": 0.5}.get(plan.weather, 0.12) * side


def lightning(plan: Plan, t: float) -> float:
    """Return the strength of a lightning flash, 0 (none) to 1; always 0 outside a storm."""
    if plan.weather != "storm":
        return 0.0
    strength = 0.0
    slot = int(np.floor(t / SLOT))
    for k in (slot - 1, slot):
        rng = np.random.default_rng((plan.seed * 7919 + k * 104729 + 13) & 0x7FFFFFFF)
        chance, start, second, power = rng.random(4)
        if chance > 0.6:
            continue
        age = t - (k + 0.15 + 0.7 * float(start)) * SLOT
        for delay, gain in ((0.0, 1.0), (0.12 + 0.1 * float(second), 0.7)):
            if age >= delay:
                strength += gain * (0.5 + 0.5 * float(power)) * float(np.exp(-(age - delay) * 9.0))
    return min(strength, 1.0)


@kernel
def _streaks(
    light: Floats,
    t: float,
    seed: int,
    wind: float,
    amount: float,
    r: float,
    g: float,
    b: float,
    layers: Doubles,
) -> None:
    H, W = light.shape[0], light.shape[1]
    unit = float(min(H, W))
    for layer in range(layers.shape[0]):
        # Counts are for 16:9 (1.78); other shapes get the same density.
        number = int(layers[layer, 0] * amount * (float(W) * float(H)) / (unit * unit * 1.78))
        for n in range(number):
            own_hash = seed + layer * 131
            length = layers[layer, 1] * unit * (0.6 + 0.8 * hash_unit(n, 1, own_hash))
            speed = layers[layer, 2] * unit * (0.85 + 0.3 * hash_unit(n, 2, own_hash))
            fall = float(H) + length
            turns = hash_unit(n, 3, own_hash) + t * speed / fall
            lap = int(np.floor(turns))
            top = (turns - lap) * fall - length
            slant = wind * (0.9 + 0.2 * hash_unit(n, 4, own_hash))
            span = float(W) + abs(slant) * float(H)
            left = min(0.0, -slant * float(H))
            x = left + hash_unit(n, lap + 11, own_hash) * span
            wide = max(0.55, unit / 900.0 * (0.35 + 0.35 * layer))
            # Streaks thinner than a pixel keep their energy instead of their width.
            alpha = layers[layer, 3] * min(1.0, unit / 500.0) * 1.25
            alpha *= 0.6 + 0.8 * hash_unit(n, 5, own_hash)
            first = max(0, int(np.floor(top)))
            last = min(H - 1, int(np.floor(top + length)))
            for i in range(first, last + 1):
                along = (i + 0.5 - top) / length
                if along <= 0.0 or along >= 1.0:
                    continue
                taper = 4.0 * along * (1.0 - along) * (0.4 + 0.6 * along)
                cx = x + slant * (i + 0.5)
                j0 = int(np.floor(cx - wide - 0.5))
                for j in range(max(0, j0), min(W - 1, j0 + int(2.0 * wide) + 3) + 1):
                    cover = 1.0 - abs(j + 0.5 - cx) / (wide + 0.5)
                    if cover > 0.0:
                        blend(light, i, j, r * 1.5, g * 1.5, b * 1.6, alpha * taper * cover, 1.15)


@kernel
def _flakes(
    light: Floats,
    t: float,
    seed: int,
    wind: float,
    amount: float,
    r: float,
    g: float,
    b: float,
    layers: Doubles,
) -> None:
    H, W = light.shape[0], light.shape[1]
    unit = float(min(H, W))
    for layer in range(layers.shape[0]):
        # Counts are for 16:9 (1.78); other shapes get the same density.
        number = int(layers[layer, 0] * amount * (float(W) * float(H)) / (unit * unit * 1.78))
        for n in range(number):
            own_hash = seed + layer * 173 + 29
            radius = 0.5 * layers[layer, 1] * unit * (0.6 + 0.8 * hash_unit(n, 1, own_hash))
            speed = layers[layer, 2] * unit * (0.75 + 0.5 * hash_unit(n, 2, own_hash))
            margin = 2.0 * radius + 2.0
            fall = float(H) + 2.0 * margin
            turns = hash_unit(n, 3, own_hash) + t * speed / fall
            lap = int(np.floor(turns))
            cy = (turns - lap) * fall - margin
            slant = wind * (0.7 + 0.6 * hash_unit(n, 4, own_hash))
            reach = abs(slant) * float(H) + margin
            cx = -reach + hash_unit(n, lap + 11, own_hash) * (float(W) + 2.0 * reach)
            phase = 6.2832 * hash_unit(n, 5, own_hash)
            pace = 0.8 + 1.4 * hash_unit(n, 6, own_hash)
            cx += slant * cy + np.sin(phase + t * pace) * (2.0 * radius + 0.006 * unit)
            soft = max(radius, 0.7)
            alpha = layers[layer, 3] * min(1.0, (radius / soft) ** 2 + 0.15)
            tall = 1.0 + 0.25 * speed / (48.0 * soft)
            i0 = max(0, int(np.floor(cy - soft * tall - 1.0)))
            i1 = min(H - 1, int(np.ceil(cy + soft * tall + 1.0)))
            j0 = max(0, int(np.floor(cx - soft - 1.0)))
            j1 = min(W - 1, int(np.ceil(cx + soft + 1.0)))
            for i in range(i0, i1 + 1):
                v = (i + 0.5 - cy) / (soft * tall + 0.5)
                for j in range(j0, j1 + 1):
                    u = (j + 0.5 - cx) / (soft + 0.5)
                    q = 1.0 - u * u - v * v
                    if q > 0.0:
                        q = q * (1.6 - 0.6 * q)
                        blend(light, i, j, r * 1.55, g * 1.6, b * 1.7, alpha * q, 0.1)
