"""Light and weather over an input picture: fog, rain, snow, lightning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.textures import frequencies
from rushes.engines.procedural.weather import lightning, precipitation

if TYPE_CHECKING:
    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Plan

_SHEET = 256  # texels a side of one period of drifting haze
_FALLING = frozenset({"rain", "storm", "snow"})
_TINTS = {
    "dawn": (1.05, 0.985, 0.955),
    "day": (1.0, 1.0, 1.0),
    "sunset": (1.09, 0.985, 0.88),
    "dusk": (0.93, 0.945, 1.05),
    "night": (0.74, 0.83, 0.98),
}
_FOG = {"fog": 0.42, "storm": 0.12, "rain": 0.08, "snow": 0.12}


class Atmosphere:
    """Applies the plan's light and weather to pictures of one size. Thread-safe."""

    def __init__(self, plan: Plan, width: int, height: int) -> None:
        self._plan = plan
        self._size = (width, height)
        self._sheet = _haze_sheet(plan.seed)
        self._fog = _FOG.get(plan.weather, 0.0)
        self._tint = np.array(_TINTS[plan.time_of_day], np.float32)

    def over(self, picture: Picture, t: float, amount: float) -> Picture:
        """Blend the atmosphere at `t` seconds over the picture; `amount` is 0 to 1."""
        if amount <= 0.0:
            return picture
        light = picture.astype(np.float32)
        light *= np.float32(1.0 / 255.0)
        share = np.float32(amount)
        # Passing clouds: a slow, faint change of light across the picture.
        shade = 1.0 + share * np.float32(0.09) * (self._drift(t, 0.020, 0.0, 0.5) - 0.5)
        gain = shade[..., None] * (1.0 + share * (self._tint - 1.0))
        flash = lightning(self._plan, t)
        if flash > 0.0:
            gain = gain * np.float32(1.0 + 0.5 * amount * flash)
        light *= gain
        if self._fog > 0.0:
            self._veil(light, t, amount)
        if self._plan.weather in _FALLING:
            light = self._fallen(light, t, amount)
        light *= np.float32(255.0)
        light += np.float32(0.5)
        return np.asarray(np.clip(light, 0.0, 255.0), np.uint8)

    def _veil(self, light: Field, t: float, amount: float) -> None:
        """Draw fog over `light`, thicker toward the middle of the frame."""
        density = 0.6 * self._drift(t, 0.035, 0.006, 1.0) + 0.4 * self._drift(t, 0.06, -0.004, 0.6)
        height = light.shape[0]
        y = np.linspace(0.0, 1.0, height, dtype=np.float32)[:, None]
        where = 0.45 + 0.55 * np.exp(-(((y - 0.5) / 0.28) ** 2))
        veil = (np.float32(2.0 * self._fog * amount) * density * where)[..., None]
        veil = np.clip(veil, 0.0, 0.85)
        mean = light[::8, ::8].mean(axis=(0, 1))
        color = np.float32(0.35) + np.float32(0.6) * mean
        light += (color - light) * veil

    def _fallen(self, light: Field, t: float, amount: float) -> Field:
        # Squares are close enough to linear light for streaks and flakes.
        linear = light * light
        precipitation(linear, self._plan, t)
        wet = np.sqrt(np.maximum(linear, 0.0))
        share = np.float32(amount)
        return np.asarray(light + (wet - light) * share, np.float32)

    def _drift(self, t: float, right: float, down: float, size: float) -> Field:
        """Return the haze sheet at frame size; `right` and `down` are frame widths per second."""
        width, height = self._size
        unit = max(width, height)
        # Rendered at an eighth and enlarged: it has no detail to lose.
        wide, high = max(2, width // 8), max(2, height // 8)
        pace = self._plan.speed * t
        step = _SHEET * size / unit * 8.0
        x = (np.arange(wide, dtype=np.float32)[None, :] * step) - right * pace * _SHEET
        y = (np.arange(high, dtype=np.float32)[:, None] * step) - down * pace * _SHEET
        map_x = np.broadcast_to(x, (high, wide)).astype(np.float32)
        map_y = np.broadcast_to(y, (high, wide)).astype(np.float32)
        seen = cv2.remap(self._sheet, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        large = cv2.resize(seen, (width, height), interpolation=cv2.INTER_CUBIC)
        return np.asarray(large, np.float32)


def _haze_sheet(seed: int) -> Field:
    """Periodic noise in 0..1, made in the frequency domain."""
    rng = np.random.default_rng(seed + 17)
    noise = np.fft.rfft2(rng.standard_normal((_SHEET, _SHEET)))
    fx, fy = frequencies(_SHEET)
    radius = np.sqrt(fx * fx + fy * fy)
    noise *= np.where(radius > 0.0, 1.0 / np.maximum(radius, 1.0) ** 1.9, 0.0)
    noise *= np.exp(-((radius / 24.0) ** 2))
    sheet = np.fft.irfft2(noise, s=(_SHEET, _SHEET))
    low, high = np.percentile(sheet, (2.0, 98.0))
    return np.asarray(np.clip((sheet - low) / (high - low), 0.0, 1.0), np.float32)
