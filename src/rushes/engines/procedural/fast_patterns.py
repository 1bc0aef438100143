"""Noise and box-filtered patterns in single precision, for loops that become vector code.

The noise is that of `noise`, and the patterns are those of `filters`: they differ by rounding only.
"""

from __future__ import annotations

import numpy as np

from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.kernel import inline

U = np.uint32

_NONE, _HALF, _ONE, _TWO, _THREE = F(0.0), F(0.5), F(1.0), F(2.0), F(3.0)
_LEAST_HALF = F(1e-4)
# xxHash32's multipliers. The product of two 32-bit numbers has 64 bits for numba: each is cut.
_X, _Y, _SEED, _LAST = U(374761393), U(668265263), U(2246822519), U(3266489917)
_15, _13, _16, _8 = U(15), U(13), U(16), U(8)
_UNIT = F(2.0**-24)


@inline("float32(uint32, uint32, uint32)")
def _unit(x: np.uint32, y: np.uint32, seed: np.uint32) -> np.float32:
    """Return a number in [0, 1) for the sum of what a lattice point's coordinates add."""
    h = U(U(x + y) + U(seed * _SEED))
    h = U(U(h ^ U(h >> _15)) * _SEED)
    h = U(U(h ^ U(h >> _13)) * _LAST)
    h = U(h ^ U(h >> _16))
    return np.float32(np.int32(U(h >> _8))) * _UNIT


@inline("float32(int32, int32, uint32)")
def unit_hash(x: np.int32, y: np.int32, seed: np.uint32) -> np.float32:
    """Return a pseudo-random number in [0, 1) for a lattice point."""
    return _unit(U(U(x) * _X), U(U(y) * _Y), seed)


@inline("float32(float32, float32, uint32)")
def smooth_noise(x: np.float32, y: np.float32, seed: np.uint32) -> np.float32:
    """Return smooth value noise in [0, 1], period-free, with quintic interpolation."""
    left, top = np.floor(x), np.floor(y)
    x0, y0 = U(U(np.int32(left)) * _X), U(U(np.int32(top)) * _Y)
    x1, y1 = U(x0 + _X), U(y0 + _Y)
    u, v = x - left, y - top
    u = u * u * u * (u * (u * F(6.0) - F(15.0)) + F(10.0))
    v = v * v * v * (v * (v * F(6.0) - F(15.0)) + F(10.0))
    a, b = _unit(x0, y0, seed), _unit(x1, y0, seed)
    c, d = _unit(x0, y1, seed), _unit(x1, y1, seed)
    a += (b - a) * u
    c += (d - c) * u
    return a + (c - a) * v  # type: ignore[no-any-return]


@inline("float32(float32, float32, float32)")
def rise(low: np.float32, high: np.float32, x: np.float32) -> np.float32:
    """Return the smooth step from 0 at `low` to 1 at `high`."""
    s = min(max((x - low) * (_ONE / (high - low)), _NONE), _ONE)
    return s * s * (_THREE - _TWO * s)


@inline("float32(float32, float32, float32)")
def _ramp(x: np.float32, a: np.float32, b: np.float32) -> np.float32:
    whole = np.floor(x)
    return whole * (b - a) + min(max(x - whole - a, _NONE), b - a)  # type: ignore[no-any-return]


@inline("float32(float32, float32, float32, float32)")
def stripes(x: np.float32, half: np.float32, a: np.float32, b: np.float32) -> np.float32:
    """Return the mean over x ± half of the wave of period 1 that is 1 from `a` to `b`, else 0."""
    h = max(half, _LEAST_HALF)
    return (_ramp(x + h, a, b) - _ramp(x - h, a, b)) * (_HALF / h)


@inline("float32(float32, float32, float32, float32)")
def stripe(x: np.float32, half: np.float32, a: np.float32, b: np.float32) -> np.float32:
    """Return the share of x ± half that lies between `a` and `b`."""
    h = max(half, _LEAST_HALF)
    return max(min(x + h, b) - max(x - h, a), _NONE) * (_HALF / h)
