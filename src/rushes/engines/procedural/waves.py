"""A wind sea as three tiled spectra: its shape and foam at any instant, ready to sample.

The method is Tessendorf's: a directional spectrum, advanced by the deep-water dispersion relation
and brought to space by one inverse FFT per field. Each spectrum holds its own band of wavelengths
on a tile with its own length and heading, so that no two tiles repeat together. The sharp crests of
choppy waves are folded into plain height maps, which a renderer can march through.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rushes.engines.procedural.fast_math import F
from rushes.engines.procedural.kernel import inline, kernel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.procedural.kernel import Doubles, Floats, Integers

    Modes = NDArray[np.complex64]
    Frame = tuple[np.uint64, np.uint64, np.uint64, np.uint64, float, float]
    Pair = tuple[np.float32, np.float32]
    Texel = tuple[np.int32, np.int32, np.float32, np.float32]

TILE = 128  # samples along a tile's side
LEVELS = 7  # mip levels, 128² down to 2²
BANDS = 3
_GRAVITY = 9.81
_TENSION = 7.4e-5  # surface tension over density, m³/s²
_RATIO = 6.1  # each tile is this much smaller than the one before; no integer, so none line up
_LOWEST = 4.0  # cycles across a tile where its band begins
_HEADINGS = (0.0, 0.41, -0.67, 0.26)  # radians off the wind; the last are the ripples
_SHRINK = 4.7  # ripples are this much smaller than the last band
RIPPLE_GAIN = 0.4  # their slopes, as a share of the last band's
_FOAM_AGES = (0.0, 0.22, 0.46, 0.74, 1.06, 1.44, 1.9, 2.5)  # seconds
_TILE, _ONE = np.int32(TILE), np.int32(1)
_PACE = 12  # instants a second at which foam is born; frames share them
_INSTANTS = 128  # that are kept: those of the oldest foam's life for two bands, and some to spare


@dataclass(frozen=True)
class SeaState:
    """How rough the sea is, in meters and meters per second."""

    height: float  # significant wave height
    length: float  # dominant wavelength
    wind: float  # wind speed, which sets the roughness of the small waves
    chop: float  # 0 gives round waves, 1 crests about to break
    foam: float  # share of the surface where waves break


class SeaSurface(NamedTuple):
    """The sea at one instant, for kernels.

    `texels` (BANDS, ..., 4) holds each band's height, the slopes along the tile's two axes, and
    foam 0..1, at all levels; `heights` (BANDS, ...) repeats the heights. `padded_texel` says where
    they lie. `drift` (TILE², 2) is how far band 0 has carried the water sideways, so that foam can
    move with it. `turn` holds cosine and sine of each tile's heading, `scales` tiles per meter,
    `limits` log2 of texels per meter; these three have one more row, for ripples: the smallest tile
    again, shrunk. `rough` (BANDS, LEVELS) is the variance of slope that each level has lost.
    """

    texels: Floats
    heights: Floats
    drift: Floats
    turn: Doubles
    scales: Doubles
    limits: Doubles
    rough: Doubles


@inline("Tuple((uint64, uint64, uint64, uint64, float64, float64))(int64, int64, float64, float64)")
def texel_frame(base: int, side: int, u: float, v: float) -> Frame:
    """Return the four texels about a place of a level, and how far it lies between them.

    `u` and `v` count tiles; the texels come as a, b over c, d. They are unsigned, which spares
    every look-up the test for a negative index.
    """
    x, y = u * side - 0.5, v * side - 0.5
    xf, yf = np.floor(x), np.floor(y)
    mask = side - 1
    x0, y0 = int(xf) & mask, int(yf) & mask
    x1 = (x0 + 1) & mask
    low = base + y0 * side
    high = base + ((y0 + 1) & mask) * side
    a, b = np.uint64(low + x0), np.uint64(low + x1)
    return a, b, np.uint64(high + x0), np.uint64(high + x1), x - xf, y - yf


@inline("float64(float32[:,::1], int64, int64, float64, float64, int64)")
def bilinear(texels: Floats, base: int, side: int, u: float, v: float, channel: int) -> float:
    """Sample one channel of a level at tile coordinates, where one tile spans 0..1."""
    a, b, c, d, fx, fy = texel_frame(base, side, u, v)
    top = texels[a, channel] + (texels[b, channel] - texels[a, channel]) * fx
    low = texels[c, channel] + (texels[d, channel] - texels[c, channel]) * fx
    return float(top + (low - top) * fy)


@inline("Tuple((int32, int32, float32, float32))(int32, float32, float32)")
def padded_texel(level: np.int32, u: np.float32, v: np.float32) -> Texel:
    """Find a place of a tile, which spans 0..1, among a level's texels.

    Returns the index of the texel to its upper left, the step to the next row, and how far the
    place lies right of that texel and below it. Tiles repeat their first row and column at the end,
    which spares every look-up the wrap-around, and one with `n` texels a side begins at 2 (n + 1)²,
    which spares it a table.
    """
    side = np.int32(_TILE >> level)
    x, y = u * F(side) - F(0.5), v * F(side) - F(0.5)
    xf, yf = np.floor(x), np.floor(y)
    mask, wide = np.int32(side - _ONE), np.int32(side + _ONE)
    j, i = np.int32(np.int32(xf) & mask), np.int32(np.int32(yf) & mask)
    row = np.int32(np.int32(wide + wide) + i)
    return np.int32(np.int32(wide * row) + j), wide, x - xf, y - yf


@kernel
def _advance(
    h0: Modes,
    omega: Doubles,
    ax: Doubles,
    az: Doubles,
    t: float,
    height: Modes,
    side_x: Modes,
    side_z: Modes,
) -> None:
    """Turn each mode by its phase at `t`; write the height's and the displacements' modes."""
    rows, columns = h0.shape
    for i in range(rows):
        for j in range(columns):
            phase = -omega[i, j] * t
            c, s = math.cos(phase), math.sin(phase)
            re = h0[i, j].real * c - h0[i, j].imag * s
            im = h0[i, j].real * s + h0[i, j].imag * c
            height[i, j] = complex(re, im)
            # Times i: the crests draw the water around them together.
            side_x[i, j] = complex(-im * ax[i, j], re * ax[i, j])
            side_z[i, j] = complex(-im * az[i, j], re * az[i, j])


@inline
def _wrapped(one: Floats, other: Floats, x: np.float32, y: np.float32) -> Pair:
    """Sample two fields, each the rows of a tile, at one place."""
    xf, yf = np.floor(x), np.floor(y)
    fx, fy = x - xf, y - yf
    x0, y0 = int(xf) & (TILE - 1), int(yf) & (TILE - 1)
    x1, y1 = (x0 + 1) & (TILE - 1), (y0 + 1) & (TILE - 1)
    a, b = np.uint64(y0 * TILE + x0), np.uint64(y0 * TILE + x1)
    c, d = np.uint64(y1 * TILE + x0), np.uint64(y1 * TILE + x1)
    both = fx * fy
    wc, wb = fy - both, fx - both
    wa = F(1.0) - fx - wc
    first = one[a] * wa + one[b] * wb + one[c] * wc + one[d] * both
    return first, other[a] * wa + other[b] * wb + other[c] * wc + other[d] * both


@kernel
def _fold(
    height: Floats,
    side_x: Floats,
    side_z: Floats,
    foam: Floats,
    texel: np.float32,
    rounds: int,
    texels: Floats,
    drift: Floats,
) -> None:
    """Resample displaced water to a plain grid: level 0's height and foam, and the drift."""
    per_meter = F(1.0) / texel
    for i in range(TILE):
        for j in range(TILE):
            k = i * TILE + j
            x, z = F(j), F(i)
            dx, dz = side_x[k] * per_meter, side_z[k] * per_meter
            for _ in range(rounds):
                # Half steps: a full one would swing to and fro where crests nearly break.
                mx, mz = _wrapped(side_x, side_z, x - dx, z - dz)
                dx += F(0.6) * (mx * per_meter - dx)
                dz += F(0.6) * (mz * per_meter - dz)
            texels[k, 0], texels[k, 3] = _wrapped(height, foam, x - dx, z - dz)
            drift[k, 0] = dx * texel
            drift[k, 1] = dz * texel


@kernel
def _levels(
    texels: Floats,
    offsets: Integers,
    texel: float,
    rough: Doubles,
) -> None:
    """Fill level 0's slopes from its heights, then every coarser level, and what each loses."""
    n = TILE
    scale = 0.5 / texel
    total = 0.0
    for i in range(n):
        up = ((i + 1) & (n - 1)) * n
        down = ((i - 1) & (n - 1)) * n
        for j in range(n):
            right, left = i * n + ((j + 1) & (n - 1)), i * n + ((j - 1) & (n - 1))
            sx = (texels[right, 0] - texels[left, 0]) * scale
            sz = (texels[up + j, 0] - texels[down + j, 0]) * scale
            texels[i * n + j, 1] = sx
            texels[i * n + j, 2] = sz
            total += sx * sx + sz * sz
    total /= n * n
    rough[0] = 0.0
    for level in range(1, LEVELS):
        fine = offsets[level - 1]
        coarse = offsets[level]
        side = n >> level
        kept = 0.0
        for i in range(side):
            for j in range(side):
                a = fine + (2 * i) * (2 * side) + 2 * j
                b = a + 2 * side
                for c in range(4):
                    total4 = texels[a, c] + texels[a + 1, c] + texels[b, c] + texels[b + 1, c]
                    texels[coarse + i * side + j, c] = 0.25 * total4
                sx, sz = texels[coarse + i * side + j, 1], texels[coarse + i * side + j, 2]
                kept += sx * sx + sz * sz
        rough[level] = max(total - kept / (side * side), 0.0)


def _pad(levels: Floats, offsets: Integers, padded: Floats) -> None:
    """Copy a band's levels to where `padded_texel` finds them."""
    for level, start in enumerate(offsets):
        side = TILE >> level
        own = levels[start : start + side * side].reshape(side, side, -1)
        wide = side + 1
        place = padded[2 * wide * wide : 3 * wide * wide].reshape(wide, wide, -1)
        place[:-1, :-1], place[-1, :-1], place[:-1, -1] = own, own[0], own[:, 0]
        place[-1, -1] = own[0, 0]


@kernel
def _gather(
    before: Floats,
    after: Floats,
    part: np.float32,
    threshold: np.float32,
    sharp: np.float32,
    weight: np.float32,
    clear: Floats,
) -> None:
    """Add the foam of the instant a `part` of the way between two to the water still clear."""
    for k in range(clear.size):
        squeeze = before[k] + (after[k] - before[k]) * part
        s = min(max((threshold - squeeze) * sharp, F(0.0)), F(1.0))
        clear[k] *= F(1.0) - weight * s * s * (F(3.0) - F(2.0) * s)


@dataclass(frozen=True)
class _Band:
    """One tile's spectrum: modes of the half plane kx >= 0, so all waves run with the wind."""

    length: float
    modes: Modes
    omega: Doubles
    ax: Doubles
    az: Doubles

    def fields(self, t: float) -> tuple[Floats, Floats, Floats]:
        """Return height and the two sideways displacements, (TILE, TILE) meters."""
        height, side_x, side_z = (np.empty_like(self.modes) for _ in range(3))
        _advance(self.modes, self.omega, self.ax, self.az, t, height, side_x, side_z)
        return _to_space(height), _to_space(side_x), _to_space(side_z)

    def squeeze(self, t: float) -> Floats:
        """Return the displacement's Jacobian, (TILE²): below zero the surface folds over itself."""
        height, side_x, side_z = (np.empty_like(self.modes) for _ in range(3))
        _advance(self.modes, self.omega, self.ax, self.az, t, height, side_x, side_z)
        xz, xx = _slopes(_to_space(side_x), self.length)
        zz, _ = _slopes(_to_space(side_z), self.length)
        return np.asarray((F(1.0) + xx) * (F(1.0) + zz) - xz * xz).reshape(-1)


def _to_space(modes: Modes) -> Floats:
    return np.fft.irfft2(modes, s=(TILE, TILE), norm="forward").astype(np.float32, copy=False)


def _slopes(field: Floats, length: float) -> tuple[Floats, Floats]:
    """Return how a tile's field changes along its rows' axis and along its columns', per meter."""
    scale = F(0.5 * TILE / length)
    down, right = (scale * (np.roll(field, -1, axis) - np.roll(field, 1, axis)) for axis in (0, 1))
    return down, right


def _spectrum(k: Doubles, cosine: Doubles, peak: float) -> Doubles:
    """Return JONSWAP's shape over wave numbers, times a spread that widens for short waves."""
    ratio = np.sqrt(np.maximum(k, 1e-9) / peak)
    sigma = np.where(ratio <= 1.0, 0.07, 0.09)
    # JONSWAP's peak enhancement, in k instead of omega (omega goes with the root of k).
    enhanced = 2.6 ** np.exp(-((ratio - 1.0) ** 2) / (2.0 * sigma**2))
    shape = np.exp(-1.25 * ratio**-4.0) * enhanced * np.maximum(k, 1e-9) ** -4.0
    power = 1.2 + 5.0 * np.exp(-np.abs(ratio - 1.0))
    # Short waves run almost every way; without them the sea looks combed.
    stray = 0.06 + 0.75 * np.clip(np.log2(np.maximum(ratio, 1.0)) / 3.0, 0.0, 1.0)
    spread = np.maximum(cosine, 0.0) ** power * (power + 1.0) * (1.0 - 0.6 * stray) + stray
    return np.asarray(shape * spread, np.float64)


def _band(
    rng: np.random.Generator, index: int, state: SeaState, tile: float, scale: float
) -> tuple[_Band, float, float]:
    """Return a band with its variances of height and of slope, before any calibration."""
    step = 2.0 * math.pi / tile
    kx = np.arange(TILE // 2 + 1) * step
    kz = np.fft.fftfreq(TILE, 1.0 / TILE) * step
    gx, gz = np.meshgrid(kx, kz)
    k = np.hypot(gx, gz)
    low = step * _LOWEST if index else 0.5 * step
    high = step * _LOWEST * _RATIO
    safe = np.maximum(k, 1e-9)
    shape = _spectrum(k, gx / safe, 2.0 * math.pi / state.length)
    density = np.where((k >= low) & (k < high), shape, 0.0)
    # Tessendorf: a Gaussian amplitude per mode, of the spectrum's variance.
    noise = rng.standard_normal((2, *k.shape))
    modes = np.sqrt(density) * step * scale * (noise[0] + 1j * noise[1])
    power = 2.0 * np.abs(modes) ** 2
    # Deep-water dispersion with surface tension: omega² = g k + (sigma / rho) k³.
    omega = np.sqrt(k * (_GRAVITY + _TENSION * k * k))
    ax, az = state.chop * gx / safe, state.chop * gz / safe
    band = _Band(tile, modes.astype(np.complex64), omega, ax, az)
    return band, float(power.sum()), float((power * k * k).sum())


def _scaled(band: _Band, factor: float) -> _Band:
    return replace(band, modes=(band.modes * factor).astype(np.complex64))


class Sea:
    """A sea of one state and seed. `surface` is pure in time and thread-safe."""

    def __init__(self, state: SeaState, heading: float, seed: int) -> None:
        rng = np.random.default_rng(seed)
        tile = 6.4 * state.length
        raw = [_band(rng, i, state, tile / _RATIO**i, 1.0) for i in range(BANDS)]
        # The long bands carry the height; the short one makes up what slope the wind should give.
        # Significant wave height is four standard deviations of the surface.
        factor = 0.25 * state.height / math.sqrt(raw[0][1] + raw[1][1])
        slopes = factor * factor * (raw[0][2] + raw[1][2])
        # Cox and Munk's slope variance of a sea under a wind in meters per second.
        wanted = max(0.003 + 0.00512 * state.wind - slopes, 0.004)
        ripple = math.sqrt(wanted / raw[2][2])
        factors = (factor, factor, min(ripple, 1.5 * factor))
        self._bands = tuple(_scaled(band, f) for (band, _, _), f in zip(raw, factors, strict=True))
        self.state = state
        angles = [heading + offset for offset in _HEADINGS]
        self._turn = np.array([(math.cos(a), math.sin(a)) for a in angles])
        lengths = [band.length for band in self._bands]
        self._scales = 1.0 / np.array([*lengths, lengths[-1] / _SHRINK])
        self._limits = np.log2(self._scales * TILE)
        sides = [TILE >> level for level in range(LEVELS)]
        self._offsets = np.cumsum([0, *[side * side for side in sides]])[:-1].astype(np.int64)
        self._texels = int(sum(side * side for side in sides))
        self._breaking = [self._threshold(band) for band in self._bands[:2]]
        self._squeeze = lru_cache(_INSTANTS)(self._squeeze_at)

    def _threshold(self, band: _Band) -> tuple[float, float]:
        """Return the Jacobian below which the wanted share breaks, and the width of the edge."""
        squeeze = np.concatenate([band.squeeze(t) for t in (0.0, 7.3)])
        edge = float(np.quantile(squeeze, min(self.state.foam, 0.5)))
        return edge, max(0.6 * (edge - float(squeeze.min())), 1e-3)

    def _squeeze_at(self, index: int, instant: int) -> Floats:
        return self._bands[index].squeeze(instant / _PACE)

    def _foam(self, index: int, t: float) -> Floats:
        clear = np.ones(TILE * TILE, np.float32)
        if self.state.foam > 0.0 and index < len(self._breaking):
            edge, width = self._breaking[index]
            ages = _FOAM_AGES if index == 0 else _FOAM_AGES[:4]
            life = 1.1 if index == 0 else 0.5
            for age in ages:
                weight = 0.85 * math.exp(-age / life)
                instant = math.floor((t - age) * _PACE)
                before, after = (self._squeeze(index, k) for k in (instant, instant + 1))
                part = (t - age) * _PACE - instant
                _gather(before, after, F(part), F(edge), F(1.0 / width), F(weight), clear)
        return F(1.0) - clear

    def surface(self, t: float) -> SeaSurface:
        levels = np.empty((self._texels, 4), np.float32)
        texels = np.zeros((BANDS, 3 * (TILE + 1) ** 2, 4), np.float32)
        rough = np.empty((BANDS, LEVELS), np.float64)
        drift = np.empty((TILE * TILE, 2), np.float32)
        spare = np.empty_like(drift)
        for index, band in enumerate(self._bands):
            height, side_x, side_z = (field.reshape(-1) for field in band.fields(t))
            texel = band.length / TILE
            rounds = 4 if index < BANDS - 1 else 1
            moved = spare if index else drift
            foam = self._foam(index, t)
            _fold(height, side_x, side_z, foam, F(texel), rounds, levels, moved)
            _levels(levels, self._offsets, texel, rough[index])
            _pad(levels, self._offsets, texels[index])
        heights = np.ascontiguousarray(texels[..., 0])
        return SeaSurface(texels, heights, drift, self._turn, self._scales, self._limits, rough)
