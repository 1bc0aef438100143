"""The abstract scene: silk, ink, nebula or ribbons, chosen by the prompt or the seed."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines.procedural.abstract_kernels import (
    TILE,
    Cloth,
    Ink,
    PlaneView,
    drape,
    glow_clouds,
    hang_sheets,
    light_cloth,
    motes,
    pour,
    weave,
)
from rushes.engines.procedural.bands import AT_ONCE
from rushes.engines.procedural.camera_path import settled
from rushes.engines.procedural.palettes import colors, ramp
from rushes.engines.procedural.scene import Look
from rushes.engines.procedural.textures import frequencies, shaped_noise

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from rushes.engines.procedural.kernel import Floats
    from rushes.engines.procedural.scene import Plan

    Paint = Callable[[Floats, PlaneView, float, Floats], None]

STYLES = ("silk", "ink", "nebula", "ribbons")
_LIKELY = {
    "dawn": (4, 3, 1, 2),
    "day": (4, 5, 1, 1),
    "sunset": (4, 3, 2, 3),
    "dusk": (3, 2, 3, 4),
    "night": (2, 2, 4, 4),
}
_EXPOSURE = {"dawn": 1.15, "day": 1.3, "sunset": 1.12, "dusk": 0.95, "night": 0.85}
_CLOTH_SIDE = 400  # cloth is smooth: its height is worked out no finer than this
_SOFT_SIDE = 400  # smoke has no sharp edges
_WAY = 9.0  # seconds of rising or turning that leave ribbons in view
_PACE = {"storm": 1.7, "rain": 1.2, "fog": 0.7, "snow": 0.8}


@dataclass(frozen=True)
class Drift:
    """The path of the view; it never quite stops, even for a static camera.

    After `seconds` the view neither leaves nor turns away from what `hangs` in one place.
    """

    camera: str
    speed: float
    angle: float
    x: float
    y: float
    seconds: float
    hangs: bool

    def at(self, t: float) -> PlaneView:
        s = t * self.speed
        x, y = self.x + 0.010 * s, self.y + 0.006 * math.sin(0.31 * s)
        zoom, angle = 1.0, self.angle + 0.02 * math.sin(0.23 * s)
        free = self.seconds * self.speed
        way = settled(s, free, max(free + 1.0, _WAY)) if self.hangs else s
        if self.camera == "forward":
            zoom = 0.62 + 0.38 * math.exp(-0.075 * s)
        elif self.camera == "backward":
            zoom = 1.5 - 0.5 * math.exp(-0.075 * s)
        elif self.camera == "pan_left":
            x -= 0.070 * s
        elif self.camera == "pan_right":
            x += 0.055 * s
        elif self.camera == "orbit":
            angle += 0.065 * way
        elif self.camera == "rise":
            y -= 0.060 * way
        return PlaneView(x, y, zoom, math.cos(angle), math.sin(angle))


def draw_style(plan: Plan) -> tuple[str, np.random.Generator]:
    """Return the style of a plan, and the generator for what else is drawn."""
    rng = np.random.default_rng(plan.seed + 307)
    odds = np.array(_LIKELY.get(plan.time_of_day, (1, 1, 1, 1)), np.float64)
    drawn = str(rng.choice(STYLES, p=odds / odds.sum()))
    return next((style for style in STYLES if style in plan.tags), drawn), rng


class Flow:
    def __init__(self, plan: Plan, width: int, height: int, duration: float) -> None:
        self.style, rng = draw_style(plan)
        self._width, self._height = width, height
        self._seed = plan.seed & 0x7FFFFFFF
        self._pace = plan.speed * _PACE.get(plan.weather, 1.0)
        self._colors = colors(plan)
        self._bright = plan.time_of_day in {"day", "dawn"} or plan.weather == "snow"
        angle = float(rng.uniform(-0.5, 0.5)) if self.style != "ribbons" else 0.12
        spot = rng.uniform(0.0, 40.0, 2)
        hangs = self.style == "ribbons"
        self._drift = Drift(
            plan.camera, plan.speed, angle, float(spot[0]), float(spot[1]), duration, hangs
        )
        rough = self.style in {"ink", "nebula"}
        self._churn = 0.11 if rough else 0.16  # radians a second
        self._tiles = (_tile(rng, rough=rough), _tile(rng, rough=rough))
        self._knobs = rng.random(8)
        self._paint = self._painter(rng)
        self.look = Look(
            exposure=_EXPOSURE.get(plan.time_of_day, 1.0),
            bloom={"silk": 0.14, "ink": 0.12, "nebula": 0.30, "ribbons": 0.34}[self.style],
            bloom_threshold=0.9 if self._bright else 0.6,
            saturation=1.05,
            vignette=0.24,
            grain=0.009,
        )

    def frame(self, t: float, light: Floats) -> None:
        view = self._drift.at(t)
        age = t * self._pace
        # Two still fields mixed round a circle never repeat a look and never lose contrast.
        turn = self._churn * age
        tile = self._tiles[0] * np.float32(math.cos(turn))
        tile = tile + self._tiles[1] * np.float32(math.sin(turn))
        self._paint(tile, view, age, light)

    def _reduced(self, side: int) -> tuple[int, int]:
        """Return width and height scaled down so that the short side is `side` at most."""
        scale = min(1.0, side / min(self._width, self._height))
        return max(8, round(self._width * scale)), max(8, round(self._height * scale))

    def _enlarge(self, coarse: Floats, light: Floats) -> None:
        size = (self._width, self._height)
        if coarse.shape == light.shape:
            light[:] = coarse
            return
        cv2.resize(coarse, size, dst=light, interpolation=cv2.INTER_CUBIC)
        np.maximum(light, 0.0, out=light)

    def _painter(self, rng: np.random.Generator) -> Paint:
        painters = (self._silk, self._ink, self._nebula, self._ribbons)
        return painters[STYLES.index(self.style)](rng)

    def _silk(self, rng: np.random.Generator) -> Paint:
        dark, low, mid, high, accent = self._colors
        table = ramp(np.array([dark * 1.5 + low * 0.2, low, mid, high]), (0.0, 0.3, 0.62, 1.0))
        lead = rng.uniform(0.4, 1.3) * rng.choice((-1.0, 1.0))
        sun = rng.uniform(-2.6, -0.6)
        cloth = Cloth(
            bend=float(rng.uniform(0.16, 0.30)),
            folds=float(rng.uniform(4.5, 8.0)),
            cosine=math.cos(lead),
            sine=math.sin(lead),
            crease=float(rng.uniform(0.1, 0.5)),
            soft=0.05,
            relief=0.21,
            gloss=float(rng.uniform(0.35, 0.8)),
            fill=0.24 if self._bright else 0.11,
            key=1.75 if self._bright else 1.25,
            light_x=0.62 * math.cos(sun),
            light_y=0.62 * math.sin(sun),
            light_z=0.78,
        )
        small = self._reduced(_CLOTH_SIDE)
        full = (self._width, self._height)
        short = min(small)
        margin = max(4, short // 16)

        def paint(tile: Floats, view: PlaneView, age: float, light: Floats) -> None:
            wide = (small[1] + 2 * margin, small[0] + 2 * margin)
            folds: Floats = np.empty(wide, np.float32)
            hues: Floats = np.empty(wide, np.float32)
            drape(tile, view, cloth, float(short), age, folds, hues)
            level = cv2.GaussianBlur(folds, (0, 0), 0.008 * short)
            broad = cv2.GaussianBlur(level, (0, 0), 0.05 * short)
            # Sheen shows a height's slope, where enlarging leaves a faint grid: hence the blur.
            height = _trimmed(level, margin, full, 0.65)
            around = _trimmed(broad, margin, full, 0.0)
            hue = _trimmed(hues, margin, full, 0.0)
            light_cloth(height, around, hue, table, accent, cloth, view, light)
            motes(light, table, self._seed, 26, age, view, 0.5)

        return paint

    def _ink(self, rng: np.random.Generator) -> Paint:
        dark, low, mid, high, accent = self._colors
        if self._bright:
            ground = np.array([0.7 * high + 1.5, 0.9 * high + 0.6])
            table = ramp(
                np.array([dark + 0.5 * low, low, mid, accent, 0.6 * mid + 0.4 * high]),
                (0.0, 0.25, 0.5, 0.75, 1.0),
            )
            ink = Ink(float(rng.uniform(-0.75, -0.45)), 3.6, 0.46, 1.35, 0.10)
        else:
            ground = np.array([low * 0.30 + dark, dark * 0.8])
            pale = 0.45 * high + 0.55 * mid
            table = ramp(np.array([low, mid, pale, accent, low]), (0.0, 0.3, 0.52, 0.75, 1.0))
            ink = Ink(float(rng.uniform(-0.75, -0.40)), 2.6, 0.55, 1.1, 0.30)
        count = 3
        lean = float(rng.uniform(-0.6, 0.6))
        plumes = np.stack(
            [
                np.linspace(0.26, 0.17, count),
                rng.uniform(0.0, 1.0, count),
                rng.uniform(0.0, 1.0, count),
                rng.permutation(np.linspace(0.2, 0.8, count)),
                rng.permutation(np.linspace(-0.26, 0.26, count)),
                lean + rng.uniform(-0.3, 0.3, count),
            ],
            axis=1,
        )
        small = self._reduced(_SOFT_SIDE)

        def paint(tile: Floats, view: PlaneView, age: float, light: Floats) -> None:
            coarse = np.empty((*small[::-1], 3), np.float32)
            pour(tile, view, ink, plumes, table, ground, age, coarse)
            self._enlarge(coarse, light)
            motes(light, table, self._seed, 60, age, view, 0.2 if self._bright else 0.9)

        return paint

    def _nebula(self, rng: np.random.Generator) -> Paint:
        dark, low, mid, high, accent = self._colors
        table = ramp(np.array([low, mid, high, accent, low * 1.3]), (0.0, 0.3, 0.5, 0.75, 1.0))
        deep = dark * (1.0 if not self._bright else 2.0) + low * (0.05 if not self._bright else 0.3)
        spots = rng.uniform(0.0, 1.0, (5, 2))
        hues = rng.uniform(0.1, 0.85, 5)
        travel = {"forward": 1.0, "backward": -1.0}.get(self._drift.camera, 0.25)
        travel *= 0.055
        small = self._reduced(_SOFT_SIDE)
        whites = np.ones((256, 3)) * 0.6 + 0.4 * table

        def paint(tile: Floats, view: PlaneView, age: float, light: Floats) -> None:
            layers = np.empty((5, 5))
            gone = 0.55 * np.array((view.x - self._drift.x, view.y - self._drift.y))
            for n in range(5):
                # Each layer grows towards us, fades as it passes, and starts again far away.
                turns = (n / 5.0 + travel * age) % 1.0
                scale = 0.46 * 2.0 ** (-1.7 * turns)
                fade = math.sin(math.pi * turns) ** 2
                layers[n] = (scale, *(spots[n] - scale * gone), fade, hues[n])
            order = np.argsort(-layers[:, 0], kind="stable")
            near = np.ascontiguousarray(layers[order])
            home = view._replace(x=0.0, y=0.0)
            coarse = np.empty((*small[::-1], 3), np.float32)
            glow_clouds(tile, home, near, table, deep, coarse)
            self._enlarge(coarse, light)
            motes(light, whites, self._seed, 240, age, view, 1.1)

        return paint

    def _ribbons(self, rng: np.random.Generator) -> Paint:
        dark, low, mid, high, accent = self._colors
        table = ramp(np.array([low * 1.2, mid, high, accent, mid]), (0.0, 0.3, 0.52, 0.78, 1.0))
        lift = 3.0 if self._bright else 1.0
        ground = np.array([dark * 0.9 * lift + low * 0.05 * lift, dark * lift + low * 0.16 * lift])
        count = 6
        rows = np.stack(
            [
                np.linspace(-0.36, 0.36, count) * rng.uniform(0.7, 1.0),
                rng.uniform(0.06, 0.17, count),
                rng.uniform(0.0, 1.0, count),
                rng.uniform(0.5, 1.1, count),
                rng.permutation(np.linspace(0.12, 0.88, count)),
                rng.integers(12, 34, count),
            ],
            axis=1,
        )

        def paint(tile: Floats, view: PlaneView, age: float, light: Floats) -> None:
            home = view._replace(y=view.y - self._drift.y)
            high, wide = light.shape[:2]
            curves = np.empty((count, 4, wide))
            hang_sheets(tile, home, rows, float(min(high, wide)), age, curves)
            weave(home, rows, curves, table, ground, np.empty((2, wide)), light)
            motes(light, table, self._seed, 110, age, view, 1.0)

        return paint


def build(plan: Plan, width: int, height: int, duration: float, _: Executor = AT_ONCE) -> Flow:
    return Flow(plan, width, height, duration)


def _trimmed(field: object, margin: int, size: tuple[int, int], soft: float) -> Floats:
    """Enlarge a field to `size` without its margin, which blurring spoils.

    `soft` is the blur in texels of the field.
    """
    width, height = size
    whole = np.asarray(field)
    scale = height / (whole.shape[0] - 2 * margin)
    edge = min(4, margin)
    cut = margin - edge
    kept = whole[cut : whole.shape[0] - cut, cut : whole.shape[1] - cut]
    spare = math.ceil(edge * scale)
    grown = cv2.resize(kept, (width + 2 * spare, height + 2 * spare), interpolation=cv2.INTER_CUBIC)
    if soft > 0.0 and scale > 1.0:
        grown = cv2.GaussianBlur(grown, (0, 0), soft * scale)
    grown = grown[spare : spare + height, spare : spare + width]
    return np.ascontiguousarray(grown, np.float32)


def _tile(rng: np.random.Generator, *, rough: bool) -> Floats:
    """Four periodic noises of deviation 1, (TILE², 4); rough tiles have detail in two of them."""
    q = np.hypot(*frequencies(TILE))
    smooth = np.where(q > 1.5, np.exp(-((q / 6.0) ** 2)), 0.0)
    detailed = np.where(q > 1.5, 1.0 / (1.0 + (q / 5.0) ** 2.05), 0.0)
    out = np.empty((TILE * TILE, 4), np.float32)
    for channel in range(4):
        weight = detailed if rough and channel > 1 else smooth
        out[:, channel] = shaped_noise(rng, weight).ravel()
    return out
