"""A morph between two similar pictures, by optical flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.camera import small, smooth

if TYPE_CHECKING:
    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Plan

_MOST_RESIDUAL = 0.055  # of full scale: above it, two pictures are too different to morph
_MOST_ASTRAY = 0.02  # of the longer side


class Morph:
    """Warps both pictures toward each other and blends them."""

    def __init__(
        self, plan: Plan, first: Picture, last: Picture, there: Field, back: Field
    ) -> None:
        self.size = first.shape[:2]
        self._first = first
        self._last = last
        self._there = there
        self._back = back
        height, width = self.size
        self._columns = np.arange(width, dtype=np.float32)[None, :]
        self._rows = np.arange(height, dtype=np.float32)[:, None]
        self._push = 0.05 * min(max(plan.speed, 0.6), 1.4)

    def picture(self, share: float, t: float) -> Picture:
        moved = smooth(share)
        one = self._warped(self._first, self._there, moved, share)
        two = self._warped(self._last, self._back, 1.0 - moved, share)
        return blend(one, two, moved)

    def _warped(self, picture: Picture, flow: Field, moved: float, share: float) -> Picture:
        height, width = self.size
        # A slight zoom in and out: two equal pictures would otherwise give a still video.
        scale = np.float32(1.0 / (1.0 + self._push * np.sin(np.pi * share) ** 2))
        x = (self._columns - 0.5 * (width - 1)) * scale + np.float32(0.5 * (width - 1))
        y = (self._rows - 0.5 * (height - 1)) * scale + np.float32(0.5 * (height - 1))
        step = np.float32(moved)
        x, y = x - step * flow[..., 0], y - step * flow[..., 1]
        seen = cv2.remap(picture, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
        return np.asarray(seen, np.uint8)


def blend(one: Picture, two: Picture, weight: float) -> Picture:
    return np.asarray(cv2.addWeighted(one, 1.0 - weight, two, weight, 0.0), np.uint8)


def similar_flow(first: Picture, last: Picture) -> tuple[Field, Field] | None:
    """Return forward and backward flow in pixels, or None if the pictures differ too much."""
    one, two = small(first), small(last)
    there = _dis(one, two)
    back = _dis(two, one)
    carried = _carry(two, there)
    residual = cv2.GaussianBlur(np.abs(one - carried), (0, 0), 2.0).mean() / 255.0
    # Flow that does not lead back to its start has matched unrelated parts.
    returned = _carry(back, there)
    astray = float(np.abs(there + returned).mean()) / max(one.shape[:2])
    if residual > _MOST_RESIDUAL or astray > _MOST_ASTRAY:
        return None
    height, width = first.shape[:2]
    return _grown(there, width, height), _grown(back, width, height)


def _dis(one: Picture, two: Picture) -> Field:
    gray_one = cv2.cvtColor(one, cv2.COLOR_RGB2GRAY)
    gray_two = cv2.cvtColor(two, cv2.COLOR_RGB2GRAY)
    start = np.zeros((*one.shape[:2], 2), np.float32)
    finder = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return np.asarray(finder.calc(gray_one, gray_two, start), np.float32)


def _carry(source: Picture | Field, flow: Field) -> Field:
    rows, columns = flow.shape[:2]
    x = np.arange(columns, dtype=np.float32)[None, :] + flow[..., 0]
    y = np.arange(rows, dtype=np.float32)[:, None] + flow[..., 1]
    seen = cv2.remap(source, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(seen, np.float32)


def _grown(flow: Field, width: int, height: int) -> Field:
    rows, columns = flow.shape[:2]
    smooth = cv2.GaussianBlur(flow, (0, 0), 2.0)
    large = np.asarray(cv2.resize(smooth, (width, height), interpolation=cv2.INTER_LINEAR))
    scale = np.array([width / columns, height / rows], np.float32)
    return np.asarray(large * scale, np.float32)
