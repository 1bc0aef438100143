"""Integer hashes and gradient noise for kernels; stateless, so frames are independent."""

from __future__ import annotations

import numpy as np

from rushes.engines.procedural.kernel import inline


@inline("float64(int64, int64, int64)")
def hash_unit(x: int, y: int, seed: int) -> float:
    """Return a pseudo-random number in [0, 1) for a lattice point."""
    # Multipliers and final mixing are those of xxHash32: neighbors must not correlate. numba
    # widens uint32 products to 64 bits, so each step is masked back.
    h = np.uint64(x & 0xFFFFFFFF) * np.uint64(374761393)
    h += np.uint64(y & 0xFFFFFFFF) * np.uint64(668265263)
    h += np.uint64(seed & 0xFFFFFFFF) * np.uint64(2246822519)
    h &= np.uint64(0xFFFFFFFF)
    h = ((h ^ (h >> np.uint64(15))) * np.uint64(2246822519)) & np.uint64(0xFFFFFFFF)
    h = ((h ^ (h >> np.uint64(13))) * np.uint64(3266489917)) & np.uint64(0xFFFFFFFF)
    h ^= h >> np.uint64(16)
    return float(h) * (1.0 / 4294967296.0)


@inline("float64(float64, float64, int64)")
def value_noise(x: float, y: float, seed: int) -> float:
    """Return smooth value noise in [0, 1], period-free, with quintic interpolation."""
    xf, yf = float(np.floor(x)), float(np.floor(y))
    xi, yi = int(xf), int(yf)
    u, v = x - xf, y - yf
    u, v = u * u * u * (u * (u * 6.0 - 15.0) + 10.0), v * v * v * (v * (v * 6.0 - 15.0) + 10.0)
    a = hash_unit(xi, yi, seed)
    b = hash_unit(xi + 1, yi, seed)
    c = hash_unit(xi, yi + 1, seed)
    d = hash_unit(xi + 1, yi + 1, seed)
    return (a + (b - a) * u) * (1.0 - v) + (c + (d - c) * u) * v


@inline("float64(float64, float64, int64, int64)")
def fbm(x: float, y: float, seed: int, octaves: int) -> float:
    """Return fractal value noise in [0, 1]: each octave at 2.03x the frequency, half the weight."""
    total = 0.0
    weight = 0.5
    norm = 0.0
    for octave in range(octaves):
        total += weight * value_noise(x, y, seed + octave * 101)
        norm += weight
        weight *= 0.5
        # A turn of about 37 degrees per octave hides the lattice's axes.
        nx = 1.6203 * x - 1.2229 * y + 17.3
        y = 1.2229 * x + 1.6203 * y + 9.1
        x = nx
    return total / norm
