"""Powers and logarithms of 2 in single precision, for loops that become vector code.

A call of the C library in a loop keeps it scalar. These use sums and products alone, so they also
give the same bits with every C library.
"""

from __future__ import annotations

import numpy as np

from rushes.engines.procedural.kernel import inline

F = np.float32
LOG2_E = F(1.4426950408889634)

_HALF, _LEAST, _MOST = F(0.5), F(-126.0), F(126.0)
_ONE_BITS, _ROOT_BITS = np.int32(0x3F800000), np.int32(0x3F3504F3)  # of 1 and of the root of 0.5
_MANTISSA, _SHIFT, _BIAS = np.int32(0x7FFFFF), np.int32(23), np.int32(127)
# Polynomials through Chebyshev's nodes, for -0.5 to 0.5 and for 0.707 - 1 to 1.414 - 1.
_E0, _E1, _E2, _E3 = F(0.69313675), F(0.2402253), F(0.055838283), F(0.0096567106)
_L0, _L1, _L2 = F(1.4427004), F(-0.72119564), F(0.47992584)
_L3, _L4, _L5 = F(-0.3669305), F(0.3168944), F(-0.20225537)


@inline("float32(float32)")
def exp2(x: np.float32) -> np.float32:
    """Return 2 to the power of `x`, to 6 parts in a million."""
    x = min(max(x, _LEAST), _MOST)
    whole = np.floor(x + _HALF)
    f = x - whole
    near = F(1.0) + f * (_E0 + f * (_E1 + f * (_E2 + f * _E3)))
    scale = np.int32((np.int32(whole) + _BIAS) << _SHIFT)
    return near * np.float32(scale.view(np.float32))  # type: ignore[no-any-return]


@inline("float32(float32)")
def log2(x: np.float32) -> np.float32:
    """Return the logarithm to base 2 of `x` > 0, to 4 millionths."""
    bits = np.int32(np.float32(x).view(np.int32)) - _ROOT_BITS
    power = np.int32(np.int32(bits) >> _SHIFT)
    inner = np.int32(np.int32(bits & _MANTISSA) + _ROOT_BITS)
    z = np.float32(inner.view(np.float32)) - F(1.0)
    rest = _L0 + z * (_L1 + z * (_L2 + z * (_L3 + z * (_L4 + z * _L5))))
    return np.float32(power) + z * rest


@inline("float64(float64)")
def fading(x: float) -> float:
    """Return e to the power of `-x`, to 6 parts in a million."""
    return float(exp2(F(-x) * LOG2_E))
