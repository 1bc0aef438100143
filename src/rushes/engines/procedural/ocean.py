"""Open sea: a wind sea under the plan's sky, seen from just above the water."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.bands import AT_ONCE
from rushes.engines.procedural.camera_path import settled
from rushes.engines.procedural.sea_raycaster import STEPS, View, clearance, march, march_scratch
from rushes.engines.procedural.sea_shader import (
    FOAM_LEVELS,
    FOAM_TILE,
    Water,
    paint_sea,
    sea_light,
    sea_scratch,
)
from rushes.engines.procedural.seawater import (
    DOME,
    fill_backdrop,
    fill_dome,
    paint_sky,
)
from rushes.engines.procedural.sky import build_sky, flash_sky
from rushes.engines.procedural.textures import frequencies, pyramid, ranked, shaped_noise
from rushes.engines.procedural.tone_mapping import outdoor_look
from rushes.engines.procedural.waves import Sea, SeaState
from rushes.engines.procedural.weather import lightning, precipitation

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rushes.engines.procedural.kernel import Doubles, Floats
    from rushes.engines.procedural.scene import Color, Look, Plan
    from rushes.engines.procedural.sky import Sky
    from rushes.engines.procedural.waves import SeaSurface

STATES = {
    "clear": SeaState(height=1.5, length=40.0, wind=7.0, chop=1.1, foam=0.02),
    "cloudy": SeaState(height=2.2, length=48.0, wind=9.5, chop=1.15, foam=0.04),
    "fog": SeaState(height=0.55, length=30.0, wind=2.5, chop=0.9, foam=0.0),
    "rain": SeaState(height=1.9, length=44.0, wind=8.0, chop=1.1, foam=0.035),
    "storm": SeaState(height=8.5, length=105.0, wind=19.0, chop=1.2, foam=0.19),
    "snow": SeaState(height=1.4, length=42.0, wind=6.0, chop=1.0, foam=0.015),
}
MIST = {"clear": 6e-5, "cloudy": 8e-5, "fog": 2.4e-2, "rain": 2.5e-3, "storm": 1.5e-3, "snow": 3e-3}
DEEP: Color = (0.005, 0.036, 0.058)
CREST: Color = (0.012, 0.125, 0.115)
VIEW_ANGLE = math.radians(47.0)  # across the short side
SWING = 0.8  # radians a pan may turn in all; in continued videos, to one side


@dataclass(frozen=True)
class Voyage:
    """The camera path. `duration` limits how far the camera turns."""

    camera: str
    speed: float
    duration: float
    eye: float  # meters above the water near the camera, at rest
    roll: float  # radians

    def place(self, t: float) -> tuple[float, float, float, float]:
        """Return x, z, yaw (radians, right is positive) and height above the water."""
        s = self.speed
        progress = max(t / max(self.duration, 0.1), 0.0)
        risen = min(progress, 1.0)
        ease = risen * risen * (3.0 - 2.0 * risen)
        if self.camera in {"pan_left", "pan_right"}:
            swing = min(SWING, 0.12 * s * self.duration)
            side = 1.0 if self.camera == "pan_right" else -1.0
            progress = settled(progress, 1.0, 0.5 + SWING / swing)
            return 0.6 * side * t * s, 0.8 * t * s, side * swing * (progress - 0.5), self.eye
        if self.camera == "orbit":
            swing = min(1.0, 0.11 * s * self.duration)
            angle = swing * (settled(progress, 1.0, 0.5 + 1.0 / swing) - 0.5)
            far = 38.0
            return -far * math.sin(angle), far * (1.0 - math.cos(angle)), angle, self.eye * 1.2
        if self.camera == "rise":
            return 0.0, 2.2 * t * s, 0.0, self.eye * (0.75 + 3.6 * ease * min(s, 2.0))
        pace = {"forward": 4.2, "backward": -3.4}.get(self.camera, 0.25)
        return 0.0, pace * t * s, 0.012 * math.sin(0.5 * t * s), self.eye


class Ocean:
    def __init__(
        self, plan: Plan, width: int, height: int, duration: float, pool: Executor
    ) -> None:
        rng = np.random.default_rng(plan.seed + 17)
        state = STATES.get(plan.weather, STATES["clear"])
        vary = float(rng.uniform(0.9, 1.12))
        state = replace(state, height=state.height * vary, length=state.length * vary)
        heading = math.radians(float(rng.choice((-1.0, 1.0)) * rng.uniform(35.0, 80.0)))
        self._plan = plan
        self._width, self._height = width, height
        building = pool.submit(build_sky, plan, width)
        self._sea = Sea(state, heading - math.pi / 2, plan.seed + 29)
        self._start = rng.uniform(20.0, 400.0, 3)
        self._bubbles = _foam_levels(np.random.default_rng(plan.seed + 43))
        self._sky = building.result()
        self._water = _water(plan, state, self._sky)
        eye = 1.4 + 0.45 * state.height + (2.4 if plan.weather == "fog" else 0.0)
        self._voyage = Voyage(plan.camera, plan.speed, duration, eye, 0.004 * state.height**0.5)
        self._focal = 0.5 * min(width, height) / math.tan(0.5 * VIEW_ANGLE)
        look = outdoor_look(plan)
        gain = {"storm": 1.55, "rain": 1.25}.get(plan.weather, 1.0)
        dim = {"night": 0.7, "dusk": 0.4}.get(plan.time_of_day, 0.0)
        gain *= 1.0 + dim * (1.0 - self._sky.ray)
        self.look: Look = replace(look, exposure=look.exposure * gain)

    def _view(self, t: float, surface: SeaSurface) -> View:
        x, z, yaw, above = self._voyage.place(t)
        state = self._sea.state
        px, pz = float(self._start[0]) + x, float(self._start[1]) + z
        reach = 0.11 * state.length + 1.0
        water = float(clearance(surface, px, pz, reach, 2.6 / state.height))
        # The boat rocks at 1.6 periods of the dominant waves, each 0.8 sqrt(wavelength) seconds.
        beat = 2.0 * math.pi / (1.6 * math.sqrt(state.length) * 0.8) * t
        tilt = math.sin(beat + float(self._start[2]))
        sway = math.sin(0.63 * beat + 1.3)
        c, s = math.cos(yaw), math.sin(yaw)
        upright = self._height > self._width
        horizon = self._height * (0.40 if upright else 0.44)
        horizon += 0.012 * tilt * min(self._width, self._height) * min(state.height, 3.0) ** 0.5
        if self._plan.camera == "rise":
            risen = min(max(above / self._voyage.eye - 1.0, 0.0), 3.0)
            horizon -= 0.10 * self._height * risen / 3.0
        return View(
            px,
            pz,
            max(water, -state.height) + above,
            s,
            c,
            c,
            -s,
            self._focal,
            horizon,
            self._voyage.roll * sway,
        )

    def frame(self, t: float, light: Floats) -> None:
        flash = lightning(self._plan, t)
        sky = flash_sky(self._sky, flash)
        surface = self._sea.surface(float(self._start[2]) + t * self._plan.speed)
        view = self._view(t, surface)
        shape = (self._height, self._width)
        depth, behind, cover = (np.empty(shape, np.float32) for _ in range(3))
        march(surface, view, STEPS, *march_scratch(), depth, behind, cover)
        dome: Floats = np.empty((DOME, DOME, 3), np.float32)
        mist = float(self._water.mist)
        fill_dome(sky._replace(pixel=2.5 / DOME), mist, t, dome)
        # No water is a perfect mirror: its ripples blur what it shows.
        dome = np.asarray(cv2.GaussianBlur(dome, (0, 0), 0.03 * DOME), np.float32)
        half = ((self._height + 1) // 2, (self._width + 1) // 2)
        backdrop = np.empty((*half, 4), np.float32)
        air, clear = np.empty((self._width, 3), np.float32), np.empty(self._width, np.float32)
        blurred = sky._replace(pixel=1.6 * sky.pixel)
        upper = fill_backdrop(blurred, view, t, depth, backdrop, air)
        double = (2 * half[1], 2 * upper)
        wide = np.asarray(cv2.resize(backdrop[:upper], double), np.float32)
        paint_sky(sky, wide, mist, t, view, clear, air, light)
        shine = sea_light(sky, self._water)
        spare, texels = sea_scratch()
        paint_sea(
            surface,
            shine,
            dome,
            self._bubbles,
            self._water,
            spare,
            texels,
            view,
            depth,
            behind,
            cover,
            air,
            light,
        )
        precipitation(light, self._plan, t)


def build(plan: Plan, width: int, height: int, duration: float, pool: Executor = AT_ONCE) -> Ocean:
    return Ocean(plan, width, height, duration, pool)


def _water(plan: Plan, state: SeaState, sky: Sky) -> Water:
    deep, crest = DEEP, CREST
    if plan.palette:
        deep = _leaned(deep, plan.palette[0], 0.42)
        crest = _leaned(crest, plan.palette[min(1, len(plan.palette) - 1)], 0.5)
    low = 1.0 - min(max(sky.sun_y, 0.0) * 2.0, 1.0)
    traits = {
        "height": state.height,
        "still": 0.0015 + 0.00012 * state.wind,
        "mist": MIST.get(plan.weather, 6e-5),
        "glitter": sky.ray**3 * {"night": 0.3, "dusk": 0.07}.get(plan.time_of_day, 1.0),
        "crest_sun": 0.5 + 1.2 * low,
        "crest_sky": 0.55,
        "deep_r": deep[0],
        "deep_g": deep[1],
        "deep_b": deep[2],
        "crest_r": crest[0],
        "crest_g": crest[1],
        "crest_b": crest[2],
    }
    return Water(**{name: np.float32(value) for name, value in traits.items()})


def _leaned(color: Color, leader: Color, share: float) -> Color:
    own = np.asarray(color)
    goal = np.maximum(np.asarray(leader, np.float64), 0.01)
    goal = goal * (own.mean() / goal.mean())
    mixed = own + (goal - own) * share
    return (float(mixed[0]), float(mixed[1]), float(mixed[2]))


def _foam_levels(rng: np.random.Generator) -> Floats:
    """Foam texture with uniformly distributed values in 0..1 and its mip levels, (texels, 1)."""
    side = FOAM_TILE
    field = 0.9 * _clouded(rng, side, 6.0, 1.3) + 0.35 * _clouded(rng, side, 40.0, 1.0)
    lace = np.zeros((side, side))
    for cycles, weight in ((9.0, 1.0), (23.0, 0.8), (60.0, 0.5)):
        # Where a smooth field crosses zero it draws closed threads, as between bubbles.
        lace += weight * np.exp(-np.abs(_clouded(rng, side, cycles, 3.0)) * 3.2)
    field = field / field.std() * 0.55 + lace / lace.std()
    return pyramid(ranked(field), FOAM_LEVELS)[:, None]


def _clouded(rng: np.random.Generator, side: int, cycles: float, fall: float) -> Doubles:
    """Return periodic noise of deviation 1 with most of its power near `cycles` a tile."""
    q = np.hypot(*frequencies(side)) / cycles
    return shaped_noise(rng, q / (1.0 + q ** (2.0 + fall)))
