"""Videos from pictures: a camera move through one, or a transition between two.

An estimated depth map makes near and far parts move apart when the camera moves. Light, water and
weather follow the prompt. The given frames themselves stay unchanged.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines import images
from rushes.engines.atmosphere import Atmosphere
from rushes.engines.camera import PictureCamera, smooth
from rushes.engines.grain import Grain
from rushes.engines.morph import Morph, blend, similar_flow

if TYPE_CHECKING:
    from rushes.engines.encode import Planes
    from rushes.engines.images import Picture
    from rushes.engines.procedural.scene import Plan

_EASE_SECONDS = 0.5
_START_SPEED = 0.4  # not zero: even the first frames move
_GRAIN = 1.1  # deviation in code values


def shot(
    plan: Plan, frames: int, fps: int, first: Picture | None, last: Picture | None
) -> PictureShot:
    """Set up the shot for pictures of the frame's size.

    Frame 0 is `first` and the last frame is `last`; at least one of them must be given.
    """
    seconds = max(frames - 1, 1) / fps
    motion: Motion
    if first is not None and last is not None:
        flow = similar_flow(first, last)
        motion = Morph(plan, first, last, *flow) if flow else Dissolve(plan, first, last, seconds)
    elif first is not None:
        motion = Advance(plan, first, seconds)
    elif last is not None:
        motion = Arrival(plan, last, seconds)
    else:
        raise ValueError("a video from pictures needs a first or a last frame")
    return PictureShot(plan, motion, frames, fps, (first, last))


class PictureShot:
    """Frames of a motion through pictures, with atmosphere and grain."""

    def __init__(
        self,
        plan: Plan,
        motion: Motion,
        frames: int,
        fps: int,
        ends: tuple[Picture | None, Picture | None],
    ) -> None:
        self._motion = motion
        self._frames = frames
        self._fps = fps
        self._first, self._last = ends
        height, width = motion.size
        self._air = Atmosphere(plan, width, height)
        self._grain = Grain(width, height, _GRAIN, plan.seed)

    def planes(self, index: int) -> Planes:
        if index == 0 and self._first is not None:
            return images.video_planes(self._first)
        if index == self._frames - 1 and self._last is not None:
            return images.video_planes(self._last)
        t = index / self._fps
        share = index / max(self._frames - 1, 1)
        picture = self._motion.picture(share, t)
        amount = self._presence(t)
        picture = self._air.over(picture, t, amount)
        planes = images.video_planes(picture)
        if amount > 0.0:
            self._grain.apply(planes[0], index)
        return planes

    def _presence(self, t: float) -> float:
        """Return the strength of what is added, which is zero at a given frame."""
        end = (self._frames - 1) / self._fps
        ramp = min(0.9, 0.3 * end) + 1e-6
        amount = 1.0
        if self._first is not None:
            amount = min(amount, t / ramp)
        if self._last is not None:
            amount = min(amount, (end - t) / ramp)
        return smooth(amount)


class Advance:
    """Starts at the picture and moves into it."""

    def __init__(self, plan: Plan, picture: Picture, seconds: float) -> None:
        self.size = picture.shape[:2]
        self._seconds = seconds
        self._camera = PictureCamera(plan, picture, _reach(plan, seconds))

    def picture(self, share: float, t: float) -> Picture:
        way, ease = _eased(t, self._seconds)
        return self._camera.look(way, t, smooth(t / (2.0 * ease)))


class Arrival:
    """Moves toward the picture while it comes into focus, and stops on it."""

    def __init__(self, plan: Plan, picture: Picture, seconds: float) -> None:
        self.size = picture.shape[:2]
        self._unit = min(self.size)
        self._seconds = seconds
        self._camera = PictureCamera(plan, picture, 1.25 * _reach(plan, seconds))

    def picture(self, share: float, t: float) -> Picture:
        left = self._seconds - t
        way, ease = _eased(left, self._seconds)
        seen = self._camera.look(way, t, smooth(left / ease))
        blur = 0.02 * self._unit * smooth(1.0 - share / 0.55)
        if blur < 0.3:
            return seen
        return np.asarray(cv2.GaussianBlur(seen, (0, 0), blur), np.uint8)


class Dissolve:
    """Moves through the first picture, dissolves to the second, and stops on it."""

    def __init__(self, plan: Plan, first: Picture, last: Picture, seconds: float) -> None:
        self.size = first.shape[:2]
        self._leave = Advance(plan, first, seconds)
        calm = replace(plan, camera="forward" if plan.camera == "static" else plan.camera)
        self._seconds = seconds
        self._arrive = PictureCamera(calm, last, _reach(plan, seconds))

    def picture(self, share: float, t: float) -> Picture:
        weight = smooth((share - 0.33) / 0.34)
        if weight <= 0.0:
            return self._leave.picture(share, t)
        left = self._seconds - t
        way, ease = _eased(left, self._seconds)
        arriving = self._arrive.look(way, t, smooth(left / (2.0 * ease)))
        if weight >= 1.0:
            return arriving
        leaving = self._leave.picture(share, t)
        return blend(leaving, arriving, weight)


Motion = Advance | Arrival | Dissolve | Morph


def _eased(t: float, seconds: float) -> tuple[float, float]:
    """Return the share of the path covered in `t` of `seconds`, and the seconds of easing."""
    ease = min(_EASE_SECONDS, 0.5 * seconds)
    return _way(t, ease) / _way(seconds, ease), ease


def _way(t: float, ease: float) -> float:
    """Return the distance covered in `t` seconds if speed rises to 1 within `ease` seconds."""
    if t < ease:
        return t * (_START_SPEED + (1.0 - _START_SPEED) * t / (2.0 * ease))
    return t - 0.5 * ease * (1.0 - _START_SPEED)


def _reach(plan: Plan, seconds: float) -> float:
    """Return the length of the camera path, as its final zoom."""
    return float(np.clip((0.045 + 0.012 * seconds) * plan.speed, 0.035, 0.24))
