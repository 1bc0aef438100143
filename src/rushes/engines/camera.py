"""A camera that moves through a still picture, using an estimated depth map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Plan

_SMALL_SIDE = 480  # longer side at which depth and flow are computed
# Fraction of the zoom, shifts as fractions of the room there is, and depth gain. Moving backward
# would need pixels beyond the frame, so the far part is enlarged instead.
_MOVES = {
    "forward": (1.0, 0.0, 0.0, 0.8),
    "backward": (0.9, 0.0, 0.0, -0.9),
    "pan_left": (1.0, -0.62, 0.0, 0.0),
    "pan_right": (1.0, 0.62, 0.0, 0.0),
    "rise": (1.0, 0.0, -0.62, 0.0),
    "static": (0.25, 0.0, 0.0, 0.3),
}
_WET_TAGS = frozenset({"lake", "beach", "sailing", "underwater"})


class PictureCamera:
    """Shows one picture from a moved camera; without movement, the picture itself."""

    def __init__(self, plan: Plan, picture: Picture, reach: float) -> None:
        self.picture = picture
        height, width = picture.shape[:2]
        self._unit = float(min(width, height))
        self._camera = plan.camera
        self._reach = reach
        self._near = _depth(picture)
        x = (np.arange(width, dtype=np.float32) + 0.5 - 0.5 * width) / self._unit
        y = (np.arange(height, dtype=np.float32) + 0.5 - 0.5 * height) / self._unit
        self._x, self._y = x[None, :], y[:, None]
        self._half = (0.5 * width / self._unit, 0.5 * height / self._unit)
        wet = plan.scene == "ocean" or bool(plan.tags & _WET_TAGS)
        self._ripple = _ripple_mask(picture) if wet else None
        self._speed = plan.speed
        self._phase = float(np.random.default_rng(plan.seed + 5).uniform(0.0, 6.28))

    def look(self, moved: float, t: float, sway: float) -> Picture:
        """Return the view at the fraction `moved` of the camera path, `t` seconds in.

        `sway`, 0 to 1, scales the movement of air and water.
        """
        zoom, pan_x, pan_y, depth_gain = self._pose(moved)
        # Backward mapping: the picture coordinates from which each frame pixel is sampled.
        scale = 1.0 / (1.0 + zoom * (1.0 + depth_gain * (self._near - 0.5)))
        apart = 0.45 * (self._near - 0.5)
        u = self._x * scale + pan_x * (1.0 + apart)
        v = self._y * scale + pan_y * (1.0 + apart)
        self._breathe(u, v, t, sway)
        half_x, half_y = self._half
        unit = np.float32(self._unit)
        map_x = (u + np.float32(half_x)) * unit - np.float32(0.5)
        map_y = (v + np.float32(half_y)) * unit - np.float32(0.5)
        seen = cv2.remap(
            self.picture, map_x, map_y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
        )
        return np.asarray(seen, np.uint8)

    def _pose(self, moved: float) -> tuple[float, float, float, float]:
        """Return zoom, horizontal and vertical shift (in short sides), and depth gain."""
        reach = self._reach * moved
        # Zooming in leaves this much of the picture outside the frame, on each side.
        spare = 1.0 - 1.0 / (1.0 + reach)
        room_x, room_y = spare * self._half[0], spare * self._half[1]
        if self._camera == "orbit":
            turn = moved * 2.2 + self._phase
            dx = float(np.sin(turn) - np.sin(self._phase))
            dy = float(np.cos(turn) - np.cos(self._phase))
            return reach, 0.4 * room_x * dx, 0.2 * room_y * dy, 0.2
        share, right, down, depth_gain = _MOVES.get(self._camera, _MOVES["forward"])
        return share * reach, right * room_x, down * room_y, depth_gain

    def _breathe(self, u: Field, v: Field, t: float, sway: float) -> None:
        """Add the sway of air and water to the sampling coordinates, in place."""
        pace = np.float32(t * self._speed)
        phase = np.float32(self._phase)
        x, y = self._x, self._y
        gentle = np.float32(0.0011 * sway)
        u += gentle * (np.sin(5.1 * y + 1.3 * pace + phase) * np.cos(3.7 * x - 0.8 * pace))
        v += gentle * (np.sin(4.3 * x - 1.1 * pace) * np.cos(4.9 * y + 0.9 * pace + phase))
        if self._ripple is None:
            return
        strength = self._ripple * np.float32(0.0034 * sway)
        wave = np.sin(46.0 * y + 3.1 * x + 2.6 * pace)
        wave = wave + 0.6 * np.sin(71.0 * y - 9.0 * x - 3.7 * pace + phase)
        u += strength * wave
        v += 0.5 * strength * np.sin(38.0 * y + 6.0 * x + 3.3 * pace)


def smooth(x: float) -> float:
    """Smoothstep from 0 to 1, clamped."""
    x = min(max(x, 0.0), 1.0)
    return x * x * (3.0 - 2.0 * x)


def small(picture: Picture) -> Picture:
    """Reduce the picture to the size used for depth and optical flow."""
    height, width = picture.shape[:2]
    scale = min(1.0, _SMALL_SIDE / max(width, height))
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def _depth(picture: Picture) -> Field:
    """Estimate nearness, 0 far to 1 near: low, central and sharp areas count as near."""
    height, width = picture.shape[:2]
    reduced = small(picture)
    gray = cv2.cvtColor(reduced, cv2.COLOR_RGB2GRAY).astype(np.float32) / 255.0
    rows, columns = gray.shape
    y = np.linspace(0.0, 1.0, rows, dtype=np.float32)[:, None]
    x = np.linspace(-1.0, 1.0, columns, dtype=np.float32)[None, :]
    radius = max(2, min(rows, columns) // 24)
    detail = np.abs(gray - cv2.GaussianBlur(gray, (0, 0), radius / 2))
    detail = cv2.GaussianBlur(detail, (0, 0), radius * 1.5)
    detail /= float(detail.max()) + 1e-6
    center = np.exp(-2.2 * x * x - 2.2 * (y - 0.6) ** 2 * 4.0)
    guess = 0.5 * y**1.3 + 0.25 * center + 0.25 * detail
    guided = _guided(gray, guess.astype(np.float32), 3 * radius, 0.004)
    soft = cv2.GaussianBlur(guided, (0, 0), max(1.0, radius / 3))
    low, high = float(soft.min()), float(soft.max())
    flat = (soft - low) / (high - low + 1e-6)
    return np.asarray(cv2.resize(flat, (width, height), interpolation=cv2.INTER_LINEAR), np.float32)


def _guided(guide: Field, values: Field, radius: int, softness: float) -> Field:
    """Guided filter: smooth `values` but keep the edges of `guide`."""
    size = (2 * radius + 1, 2 * radius + 1)

    def mean(field: Field) -> Field:
        return np.asarray(cv2.blur(field, size, borderType=cv2.BORDER_REFLECT), np.float32)

    mean_g, mean_v = mean(guide), mean(values)
    slope = (mean(guide * values) - mean_g * mean_v) / (mean(guide * guide) - mean_g**2 + softness)
    return mean(slope) * guide + mean(mean_v - slope * mean_g)


def _ripple_mask(picture: Picture) -> Field:
    """Where water may be, 0 to 1: below the middle, stronger toward the front."""
    height, width = picture.shape[:2]
    y = np.linspace(0.0, 1.0, height, dtype=np.float32)[:, None]
    low = np.clip((y - 0.52) / 0.4, 0.0, 1.0)
    return np.ascontiguousarray(np.broadcast_to(low * low * (3.0 - 2.0 * low), (height, width)))
