"""Light and weather over an input picture: fog, rain, snow, lightning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.kernel import kernel
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
_NONE, _HALF, _WHITE = np.float32(0.0), np.float32(0.5), np.float32(255.0)
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
        # Passing clouds: a slow, faint change of light across the picture.
        shade = self._enlarged(1.0 + 0.09 * amount * (self._drift(t, 0.020, 0.0, 0.5) - 0.5))
        tint = 1.0 + np.float32(amount) * (self._tint - 1.0)
        tint *= np.float32((1.0 + 0.5 * amount * lightning(self._plan, t)) / 255.0)
        veil = self._enlarged(self._veil(t, amount))
        lit = picture[::8, ::8] * (shade[::8, ::8, None] * tint)
        color = np.float32(0.35) + np.float32(0.6) * lit.mean(axis=(0, 1), dtype=np.float32)
        light, linear = (np.empty(picture.shape, np.float32) for _ in range(2))
        _shine(picture, shade, tint, veil, color, light, linear)
        fallen = self._plan.weather in _FALLING
        if fallen:
            precipitation(linear, self._plan, t)
        out = np.empty_like(picture)
        _show(light, linear, np.float32(amount if fallen else 0.0), out)
        return out

    def _veil(self, t: float, amount: float) -> Field:
        """Return the opacity of the fog, thicker toward the middle of the frame; see `_drift`."""
        density = 0.6 * self._drift(t, 0.035, 0.006, 1.0) + 0.4 * self._drift(t, 0.06, -0.004, 0.6)
        high = density.shape[0]
        y = (np.arange(high, dtype=np.float32)[:, None] + 0.5) / high
        where = 0.45 + 0.55 * np.exp(-(((y - 0.5) / 0.28) ** 2))
        return np.asarray(np.clip(2.0 * self._fog * amount * density * where, 0.0, 0.85))

    def _drift(self, t: float, right: float, down: float, size: float) -> Field:
        """Return the haze sheet; `right` and `down` are frame widths per second.

        It has an eighth of the frame's size: it has no detail to lose.
        """
        width, height = self._size
        unit = max(width, height)
        wide, high = max(2, width // 8), max(2, height // 8)
        pace = self._plan.speed * t
        step = _SHEET * size / unit * 8.0
        x = (np.arange(wide, dtype=np.float32)[None, :] * step) - right * pace * _SHEET
        y = (np.arange(high, dtype=np.float32)[:, None] * step) - down * pace * _SHEET
        map_x = np.broadcast_to(x, (high, wide)).astype(np.float32)
        map_y = np.broadcast_to(y, (high, wide)).astype(np.float32)
        seen = cv2.remap(self._sheet, map_x, map_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
        return np.asarray(seen, np.float32)

    def _enlarged(self, field: Field) -> Field:
        large = cv2.resize(field.astype(np.float32), self._size, interpolation=cv2.INTER_CUBIC)
        return np.asarray(large, np.float32)


@kernel
def _shine(
    picture: Picture,
    shade: Field,
    tint: Field,
    veil: Field,
    color: Field,
    light: Field,
    linear: Field,
) -> None:
    """Light a picture and lay a veil of `color` over it; `linear` becomes its squares.

    Squares are close enough to linear light for streaks and flakes.
    """
    height, width = shade.shape
    for i in range(height):
        for j in range(width):
            gain, share = shade[i, j], veil[i, j]
            for c in range(3):
                own = np.float32(picture[i, j, c]) * (gain * tint[c])
                own += (color[c] - own) * share
                light[i, j, c] = own
                linear[i, j, c] = own * own


@kernel
def _show(light: Field, linear: Field, share: np.float32, out: Picture) -> None:
    """Draw `light` by `share` to the roots of `linear`, and write it in 8 bits."""
    height, width = light.shape[:2]
    for i in range(height):
        for j in range(width):
            for c in range(3):
                wet = np.sqrt(max(linear[i, j, c], _NONE))
                code = (light[i, j, c] + (wet - light[i, j, c]) * share) * _WHITE + _HALF
                out[i, j, c] = np.uint8(np.int32(min(max(code, _NONE), _WHITE)))


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
