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
    from rushes.engines.procedural.kernel import Doubles, Floats
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
        self._knobs = np.array(
            [look.exposure, look.bloom, look.vignette, look.grain * 219.0, look.saturation]
        )

    def apply(self, light: Floats, index: int, planes: Planes) -> None:
        """Write frame `index` into `planes`; `light`, (H, W, 3), is not changed."""
        y, u, v = planes
        glow = self._glow(light)
        _develop(light, glow, self._table, INSET, OUTSET, self._knobs, self.seed, index, y, u, v)

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


@inline
def _tone(table: Floats, value: float) -> float:
    place = np.sqrt(min(max(value, 0.0), BRIGHTEST) / BRIGHTEST) * TONES
    k = int(place)
    low = float(table[k])
    return float(low + (float(table[k + 1]) - low) * (place - k))


@inline
def _grain(i: int, j: int, salt: int) -> float:
    """Return noise of mean 0 and deviation near 1: the sum of a hash's four bytes."""
    # Four uniform bytes sum to nearly a bell curve with mean 510 and deviation 147.8.
    h = np.uint64(i) * np.uint64(374761393) + np.uint64(j) * np.uint64(668265263) + np.uint64(salt)
    h &= np.uint64(0xFFFFFFFF)
    h = ((h ^ (h >> np.uint64(15))) * np.uint64(2246822519)) & np.uint64(0xFFFFFFFF)
    h = ((h ^ (h >> np.uint64(13))) * np.uint64(3266489917)) & np.uint64(0xFFFFFFFF)
    h ^= h >> np.uint64(16)
    low = (h & np.uint64(255)) + ((h >> np.uint64(8)) & np.uint64(255))
    high = ((h >> np.uint64(16)) & np.uint64(255)) + (h >> np.uint64(24))
    return (float(low + high) - 510.0) * (1.0 / 147.8)


@kernel
def _develop(
    light: Floats,
    glow: Floats,
    table: Floats,
    inset: Doubles,
    outset: Doubles,
    knobs: Doubles,
    seed: int,
    index: int,
    y: NDArray[np.uint8],
    u: NDArray[np.uint8],
    v: NDArray[np.uint8],
) -> None:
    H, W = y.shape[0], y.shape[1]
    exposure = knobs[0]
    bloom = knobs[1]
    vignette = knobs[2]
    grain = knobs[3]
    saturation = knobs[4] * RICHNESS
    salt = seed * 40503 + index * 2654435 + 977
    far = 1.0 / (0.25 * float(W * W + H * H))
    for i2 in range(H // 2):
        for j2 in range(W // 2):
            dx, dy = 2.0 * j2 + 1.0 - 0.5 * W, 2.0 * i2 + 1.0 - 0.5 * H
            corner = (dx * dx + dy * dy) * far
            gain = exposure * (1.0 - vignette * corner * (0.6 + 0.4 * corner))
            gr = float(glow[i2, j2, 0]) * bloom
            gg = float(glow[i2, j2, 1]) * bloom
            gb = float(glow[i2, j2, 2]) * bloom
            red = blue = luma = 0.0
            for n in range(4):
                i = 2 * i2 + (n >> 1)
                j = 2 * j2 + (n & 1)
                r = (float(light[i, j, 0]) + gr) * gain
                g = (float(light[i, j, 1]) + gg) * gain
                b = (float(light[i, j, 2]) + gb) * gain
                fr = _tone(table, inset[0, 0] * r + inset[0, 1] * g + inset[0, 2] * b)
                fg = _tone(table, inset[1, 0] * r + inset[1, 1] * g + inset[1, 2] * b)
                fb = _tone(table, inset[2, 0] * r + inset[2, 1] * g + inset[2, 2] * b)
                r = outset[0, 0] * fr + outset[0, 1] * fg + outset[0, 2] * fb
                g = outset[1, 0] * fr + outset[1, 1] * fg + outset[1, 2] * fb
                b = outset[2, 0] * fr + outset[2, 1] * fg + outset[2, 2] * fb
                # Luma weights of BT.709, here and for chroma below, at limited range.
                gray = 0.2126 * r + 0.7152 * g + 0.0722 * b
                r = min(max(gray + (r - gray) * saturation, 0.0), 1.0)
                g = min(max(gray + (g - gray) * saturation, 0.0), 1.0)
                b = min(max(gray + (b - gray) * saturation, 0.0), 1.0)
                gray = 0.2126 * r + 0.7152 * g + 0.0722 * b
                red, blue, luma = red + r, blue + b, luma + gray
                # Film is grainiest in the middle tones; a little everywhere dithers gradients.
                rough = 0.45 + grain * (0.35 + 2.6 * gray * (1.0 - gray))
                code = 16.5 + 219.0 * gray + rough * _grain(i, j, salt)
                y[i, j] = np.uint8(min(max(code, 16.0), 235.0))
            u[i2, j2] = np.uint8(min(max(128.5 + 30.17891 * (blue - luma), 16.0), 240.0))
            v[i2, j2] = np.uint8(min(max(128.5 + 35.56007 * (red - luma), 16.0), 240.0))
