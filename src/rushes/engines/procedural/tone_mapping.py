"""Tone mapping: bloom, vignette, a filmic curve, grain, and conversion to video planes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.kernel import inline, kernel
from rushes.engines.procedural.scene import Look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rushes.engines.encode import Planes
    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.scene import Plan

TONES = 4096
BRIGHTEST = 24.0  # scene-linear value at the end of the tone table
LOG_LOW, LOG_HIGH = -10.6, 4.2  # the curve's range, in stops around 1.0
PUNCH, RICHNESS = 1.42, 1.32  # contrast and saturation of the neutral look

# Channels are mixed before the curve and unmixed after it, so that very bright colors go to
# white instead of clipping to yellow, cyan or magenta.
INSET = np.array(
    [
        (0.842479, 0.078434, 0.079224),
        (0.042328, 0.878469, 0.079166),
        (0.042376, 0.078434, 0.879143),
    ]
)
OUTSET = np.linalg.inv(INSET / INSET.sum(axis=1, keepdims=True))

# For the kernels, in single precision: a Python number would widen what it is combined with.
_NONE, _ONE, _SIX_TENTHS, _FOUR_TENTHS = (np.float32(n) for n in (0.0, 1.0, 0.6, 0.4))
_BRIGHTEST, _TONES_PER_ROOT = np.float32(BRIGHTEST), np.float32(TONES / BRIGHTEST**0.5)
# Luma weights of BT.709, and its code values at limited range.
_RED, _GREEN, _BLUE = (np.float32(n) for n in (0.2126, 0.7152, 0.0722))
_BLACK, _WHITE, _LUMA_LOW, _LUMA_HIGH = (np.float32(n) for n in (16.5, 219.0, 16.0, 235.0))
_GRAY, _CHROMA_BLUE, _CHROMA_RED, _CHROMA_HIGH = (
    np.float32(n) for n in (128.5, 30.17891, 35.56007, 240.0)
)
_DITHER, _GRAIN_LEAST, _GRAIN_MORE = (np.float32(n) for n in (0.45, 0.35, 2.6))
_IN, _OUT = 5, 14  # where the knobs hold INSET and OUTSET
_PLAY = 64  # largest offset of the sheet of noise, pixels


class ToneMapper:
    """Turns scene light into video planes. Thread-safe.

    Width and height must be even. The same light, index and seed always give the same bytes.
    """

    def __init__(self, width: int, height: int, look: Look, seed: int) -> None:
        if width % 2 or height % 2:
            raise ValueError("width and height must be even")
        self.width = width
        self.height = height
        self.look = look
        self.seed = seed & 0x7FFFFFFF
        self._table = _tone_table(look)
        plain = (look.exposure, look.bloom, look.vignette, look.grain * 219.0)
        self._knobs = np.array(
            [*plain, look.saturation * RICHNESS, *INSET.ravel(), *OUTSET.ravel()], np.float32
        )
        rng = np.random.default_rng((self.seed, 0x746F6E))
        self._noise = rng.standard_normal((height + _PLAY, width + _PLAY), np.float32)
        # Squares of the distance from the center, in shares of that of a corner.
        far = 1.0 / (0.25 * float(width * width + height * height))
        across, along = (np.arange(size) + 0.5 - 0.5 * size for size in (width, height))
        self._across = (across**2 * far).astype(np.float32)
        self._along = (along**2 * far).astype(np.float32)

    def apply(self, light: Floats, index: int, planes: Planes) -> None:
        """Write frame `index` into `planes`; `light`, (H, W, 3), is not changed."""
        y, u, v = planes
        glow = self._glow(light)
        # One sheet of noise at a new place for each frame is much cheaper than new noise.
        down, right = np.random.default_rng((self.seed, index)).integers(0, _PLAY, 2)
        tones = (self._table, self._knobs, self._across, self._along)
        room = np.empty((3, 3, self.width), np.float32)
        _develop(light, glow, *tones, self._noise, down, right, room, y, u, v)

    def planes(self) -> Planes:
        half = (self.height // 2, self.width // 2)
        luma = np.empty((self.height, self.width), np.uint8)
        return luma, np.empty(half, np.uint8), np.empty(half, np.uint8)

    def _glow(self, light: Floats) -> Floats:
        """Return the bloom at half size: three blurs of the bright parts."""
        look = self.look
        half = (self.width // 2, self.height // 2)
        if look.bloom <= 0.0:
            return np.zeros((half[1], half[0], 3), np.float32)
        quarter = (max(2, self.width // 4), max(2, self.height // 4))
        small = _resized(light, quarter, cv2.INTER_AREA)
        _keep_bright(small, look.bloom_threshold / max(look.exposure, 1e-3))
        total = small
        level = small
        # A wide blur is done on a smaller picture: the same sigma costs a fraction there.
        for width, share in ((0.004, 0.45), (0.016, 0.35), (0.06, 0.2)):
            sigma = width * min(self.width, self.height)
            scale = 4
            while sigma / scale > 2.5 and min(level.shape[:2]) > 8:
                smaller = (max(2, level.shape[1] // 2), max(2, level.shape[0] // 2))
                level = _resized(level, smaller, cv2.INTER_AREA)
                scale = max(scale * 2, self.height // level.shape[0])
            level = np.asarray(cv2.GaussianBlur(level, (0, 0), max(0.6, sigma / scale)), np.float32)
            spread = _resized(level, quarter, cv2.INTER_LINEAR) * np.float32(share)
            total = spread if total is small else total + spread
        return _resized(total, half, cv2.INTER_LINEAR)


def outdoor_look(plan: Plan) -> Look:
    """Return the look for an outdoor scene at the plan's hour and weather."""
    exposure, bloom, threshold, saturation, contrast, vignette = {
        "dawn": (1.60, 0.20, 1.0, 1.05, 0.98, 0.18),
        "sunset": (1.70, 0.24, 1.1, 1.10, 0.98, 0.24),
        "dusk": (2.50, 0.22, 0.8, 1.08, 1.00, 0.26),
        "night": (3.80, 0.28, 0.6, 0.95, 1.02, 0.30),
    }.get(plan.time_of_day, (2.10, 0.12, 1.5, 1.02, 1.00, 0.15))
    exposure *= {"storm": 1.45, "rain": 1.3, "fog": 1.05, "snow": 1.15}.get(plan.weather, 1.0)
    if plan.weather in {"rain", "storm", "snow"} and plan.time_of_day in {"dusk", "night"}:
        exposure *= 1.35
    contrast *= 1.12 if plan.weather == "storm" else 1.0
    if plan.weather in {"fog", "rain", "storm", "snow"}:
        saturation *= 0.9
        bloom *= 1.2
    return Look(
        exposure=exposure,
        bloom=bloom,
        bloom_threshold=threshold,
        saturation=saturation,
        contrast=contrast,
        vignette=vignette,
        grain=0.010 if plan.time_of_day in {"dusk", "night"} else 0.007,
    )


def _resized(image: Floats, size: tuple[int, int], method: int) -> Floats:
    return np.asarray(cv2.resize(image, size, interpolation=method), np.float32)


def _tone_table(look: Look) -> Floats:
    """Return display values by the square root of scene light: an S curve in stops."""
    # By the root: a table with even steps of light would have too few entries for the dark.
    light = np.linspace(0.0, 1.0, TONES + 2) ** 2 * BRIGHTEST
    stops = np.clip((np.log2(np.maximum(light, 1e-9)) - LOG_LOW) / (LOG_HIGH - LOG_LOW), 0.0, 1.0)
    x = stops
    curve = 15.5 * x**6 - 40.14 * x**5 + 31.96 * x**4 - 6.868 * x**3 + 0.4298 * x**2 + 0.1191 * x
    # A polynomial fit of a filmic curve; dividing by its value at 1 makes the end white.
    curve = np.clip(curve / (15.5 - 40.14 + 31.96 - 6.868 + 0.4298 + 0.1191), 0.0, 1.0)
    return (curve ** (PUNCH * look.contrast)).astype(np.float32)


@kernel
def _keep_bright(small: Floats, threshold: float) -> None:
    for i in range(small.shape[0]):
        for j in range(small.shape[1]):
            top = float(max(small[i, j, 0], small[i, j, 1], small[i, j, 2]))
            over = max(top - 0.5 * threshold, 0.0)
            # The soft ceiling keeps a tiny sun from flooding the frame.
            keep = over * over / (over * over + threshold * threshold) / (1.0 + 0.04 * top)
            for c in range(3):
                small[i, j, c] = np.float32(small[i, j, c] * keep)


@inline("void(float32[:,::1], float32[::1], float32, float32[::1])")
def _expose(row: Floats, across: Floats, down: float, knobs: Floats) -> None:
    """Expose a row of light, (3, width), vignette it, mix its channels; leave the roots of that."""
    exposure, vignette = knobs[0], knobs[2]
    a, b, c = knobs[_IN], knobs[_IN + 1], knobs[_IN + 2]
    d, e, f = knobs[_IN + 3], knobs[_IN + 4], knobs[_IN + 5]
    g, h, k = knobs[_IN + 6], knobs[_IN + 7], knobs[_IN + 8]
    for j in range(across.size):
        corner = across[j] + down
        gain = exposure * (_ONE - vignette * corner * (_SIX_TENTHS + _FOUR_TENTHS * corner))
        red, green, blue = row[0, j] * gain, row[1, j] * gain, row[2, j] * gain
        x = min(max(a * red + b * green + c * blue, _NONE), _BRIGHTEST)
        y = min(max(d * red + e * green + f * blue, _NONE), _BRIGHTEST)
        z = min(max(g * red + h * green + k * blue, _NONE), _BRIGHTEST)
        row[0, j], row[1, j], row[2, j] = np.sqrt(x), np.sqrt(y), np.sqrt(z)


@inline("void(float32[::1], float32[::1])")
def _tone(row: Floats, table: Floats) -> None:
    for j in range(row.size):
        place = row[j] * _TONES_PER_ROOT
        k = np.uint32(np.int32(place))
        low = table[k]
        row[j] = low + (table[k + np.uint32(1)] - low) * (place - np.float32(np.int32(k)))


@inline("void(float32[:,::1], float32[::1], float32[::1], float32[:,::1], uint8[::1])")
def _print_row(
    row: Floats, knobs: Floats, noise: Floats, colors: Floats, luma: NDArray[np.uint8]
) -> None:
    """Write a row of luma; add the row's differences of blue and red from gray to `colors`."""
    grain, saturation = knobs[3], knobs[4]
    a, b, c = knobs[_OUT], knobs[_OUT + 1], knobs[_OUT + 2]
    d, e, f = knobs[_OUT + 3], knobs[_OUT + 4], knobs[_OUT + 5]
    g, h, k = knobs[_OUT + 6], knobs[_OUT + 7], knobs[_OUT + 8]
    for j in range(luma.size):
        x, y, z = row[0, j], row[1, j], row[2, j]
        red = a * x + b * y + c * z
        green = d * x + e * y + f * z
        blue = g * x + h * y + k * z
        gray = _RED * red + _GREEN * green + _BLUE * blue
        red = min(max(gray + (red - gray) * saturation, _NONE), _ONE)
        green = min(max(gray + (green - gray) * saturation, _NONE), _ONE)
        blue = min(max(gray + (blue - gray) * saturation, _NONE), _ONE)
        gray = _RED * red + _GREEN * green + _BLUE * blue
        colors[0, j] += blue - gray
        colors[1, j] += red - gray
        # Film is grainiest in the middle tones; a little everywhere dithers gradients.
        rough = _DITHER + grain * (_GRAIN_LEAST + _GRAIN_MORE * gray * (_ONE - gray))
        code = _BLACK + _WHITE * gray + rough * noise[j]
        luma[j] = np.uint8(np.int32(min(max(code, _LUMA_LOW), _LUMA_HIGH)))


@kernel
def _develop(
    light: Floats,
    glow: Floats,
    table: Floats,
    knobs: Floats,
    across: Floats,
    along: Floats,
    noise: Floats,
    down: int,
    right: int,
    room: Floats,
    y: NDArray[np.uint8],
    u: NDArray[np.uint8],
    v: NDArray[np.uint8],
) -> None:
    # In short loops over rows of single precision, which the compiler turns into vector code.
    height, width = y.shape
    bloom = knobs[1]
    spread, row, colors = room[0], room[1], room[2]
    for half in range(height // 2):
        for j in range(width // 2):
            for c in range(3):
                spread[c, 2 * j] = spread[c, 2 * j + 1] = glow[half, j, c] * bloom
        for j in range(width):
            colors[0, j] = colors[1, j] = _NONE
        for i in range(2 * half, 2 * half + 2):
            for j in range(width):
                for c in range(3):
                    row[c, j] = light[i, j, c] + spread[c, j]
            _expose(row, across, along[i], knobs)
            for c in range(3):
                _tone(row[c], table)
            _print_row(row, knobs, noise[down + i, right : right + width], colors, y[i])
        for j in range(width // 2):
            blue = _GRAY + _CHROMA_BLUE * (colors[0, 2 * j] + colors[0, 2 * j + 1])
            red = _GRAY + _CHROMA_RED * (colors[1, 2 * j] + colors[1, 2 * j + 1])
            u[half, j] = np.uint8(np.int32(min(max(blue, _LUMA_LOW), _CHROMA_HIGH)))
            v[half, j] = np.uint8(np.int32(min(max(red, _LUMA_LOW), _CHROMA_HIGH)))
