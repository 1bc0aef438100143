"""Hashes, smooth steps and box-filtered patterns, for kernels."""

from __future__ import annotations

import numpy as np

from rushes.engines.procedural.kernel import inline
from rushes.engines.procedural.noise import hash_unit, value_noise


@inline("float64(int64, int64, float64)")
def chance(x: int, y: int, key: float) -> float:
    """Return a number in [0, 1) for a place and a purpose.

    The key is a float because integer literals would compile one copy of the hash each.
    """
    return hash_unit(x, y, int(key))


@inline("float64(int64, float64)")
def trait(salt: int, key: float) -> float:
    """Return one of the numbers in [0, 1) that belong to a thing."""
    return chance(salt, int(key), 4099.0)


@inline("float64(float64, float64, float64)")
def cloudy(x: float, y: float, key: float) -> float:
    """Return smooth noise in [0, 1] for a purpose."""
    return value_noise(x, y, int(key))


@inline("float64(float64, float64, float64)")
def step_up(low: float, high: float, x: float) -> float:
    """Return the smooth step from 0 at `low` to 1 at `high`."""
    # The compiler folds and shares reciprocals, but has to keep every quotient.
    s = min(max((x - low) * (1.0 / (high - low)), 0.0), 1.0)
    return s * s * (3.0 - 2.0 * s)


@inline("float64(float64, float64, float64)")
def _ramp(x: float, a: float, b: float) -> float:
    # The integral of the wave from 0 to x; a difference of two gives an exact box filter.
    whole = float(np.floor(x))
    return whole * (b - a) + min(max(x - whole - a, 0.0), b - a)


@inline("float64(float64, float64, float64, float64)")
def pulse(x: float, half: float, a: float, b: float) -> float:
    """Return the mean over x ± half of the wave of period 1 that is 1 from `a` to `b`, else 0."""
    h = max(half, 1e-4)
    return (_ramp(x + h, a, b) - _ramp(x - h, a, b)) * (0.5 / h)


@inline("float64(float64, float64, float64, float64)")
def band(x: float, half: float, a: float, b: float) -> float:
    """Return the share of x ± half that lies between `a` and `b`."""
    h = max(half, 1e-4)
    return max(min(x + h, b) - max(x - h, a), 0.0) * (0.5 / h)
