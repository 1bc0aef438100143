"""Periodic textures, made in the frequency domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats


def frequencies(size: int) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Return cycles a tile along x and y, for the half plane of `numpy.fft.rfft2`."""
    return np.fft.rfftfreq(size)[None, :] * size, np.fft.fftfreq(size)[:, None] * size


def shaped_noise(rng: np.random.Generator, weight: NDArray[np.floating]) -> Doubles:
    """Return Gaussian noise of deviation 1 whose spectrum has the amplitudes `weight`."""
    shape = (weight.shape[0], weight.shape[0])
    noise = np.fft.irfft2(np.fft.rfft2(rng.standard_normal(shape)) * weight, s=shape)
    return np.asarray(noise / noise.std())


def ranked(field: NDArray[np.floating]) -> Floats:
    """Spread a field's values evenly over 0..1, so that a threshold is a share of the area."""
    order = np.argsort(field, axis=None, kind="stable")
    ranks = np.empty(field.size, np.float32)
    ranks[order] = np.linspace(0.0, 1.0, field.size, dtype=np.float32)
    return ranks.reshape(field.shape)


def pyramid(field: Floats, levels: int) -> Floats:
    """Return a square texture and its mip levels, one behind the other."""
    parts = []
    for _ in range(levels):
        parts.append(field.ravel())
        field = field.reshape(field.shape[0] // 2, 2, -1, 2).mean(axis=(1, 3))
    return np.concatenate(parts).astype(np.float32)
