"""A given video in another light, weather, palette or texture, as a prompt says."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from typing import TYPE_CHECKING

import cv2
import numpy as np

from rushes.engines import brushwork, images
from rushes.engines.atmosphere import Atmosphere
from rushes.engines.color_grade import LUMA, Grade, graded, rows_of
from rushes.engines.procedural.votes import UNTINTED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rushes.engines.encode import Planes
    from rushes.engines.images import Field, Picture
    from rushes.engines.procedural.scene import Color, Plan

_PALETTE_SHARE = 0.62
_LEAST_LIGHT = 0.33
# How bright, 0 to 1, the darkest video becomes that is moved to an hour.
_LEAST_OF_HOUR = {"dawn": 0.36, "day": 0.46, "sunset": 0.30, "dusk": 0.22, "night": 0.13}
_LEAST_EXPONENT = 0.4  # with a smaller one, the noise of dark videos shows

_HOURS = {
    "dawn": Grade((1.02, 0.93, 0.98), 0.9, 0.92, 0.03, (0.42, 0.40, 0.62), (1.0, 0.78, 0.72), 0.28),
    "day": Grade((1.12, 1.10, 1.06), 1.08, 1.05),
    "sunset": Grade((1.12, 0.88, 0.66), 1.1, 1.06, 0.0, (0.34, 0.20, 0.42), (1.0, 0.66, 0.3), 0.34),
    "dusk": Grade((0.60, 0.66, 0.90), 0.8, 1.0, 0.01, (0.16, 0.20, 0.46), (0.72, 0.62, 0.86), 0.3),
    "night": Grade((0.26, 0.34, 0.56), 0.6, 1.08, 0.0, (0.03, 0.06, 0.2), (0.4, 0.52, 0.86), 0.35),
}
_WEATHERS = {
    "clear": Grade((1.05, 1.04, 1.03), 1.12, 1.05),
    "cloudy": Grade((0.90, 0.92, 0.95), 0.72, 0.92),
    "fog": Grade((0.98, 0.99, 1.0), 0.6, 0.78, 0.1),
    "rain": Grade((0.76, 0.82, 0.88), 0.7, 0.95),
    "storm": Grade((0.52, 0.58, 0.66), 0.6, 1.05),
    "snow": Grade((1.04, 1.08, 1.14), 0.5, 0.9, 0.06),
}
_TAGS = {
    "monochrome": Grade(saturation=0.0, contrast=1.12),
    "vivid": Grade(saturation=1.45, contrast=1.06),
    "muted": Grade(saturation=0.55, contrast=0.92, lift=0.04),
    "vintage": Grade(
        (1.05, 0.98, 0.82), 0.62, 0.86, 0.06, (0.36, 0.26, 0.22), (1.0, 0.9, 0.68), 0.3
    ),
    "winter": Grade((0.98, 1.05, 1.14), 0.45, 1.0, 0.05),
    "autumn": Grade((1.14, 0.96, 0.70), 1.05, 1.04, 0.0, (0.3, 0.16, 0.1), (1.0, 0.74, 0.36), 0.25),
    "neon": Grade((0.86, 0.80, 1.06), 1.4, 1.2, 0.0, (0.2, 0.05, 0.42), (0.3, 0.95, 1.0), 0.38),
    "cyberpunk": Grade(
        (0.8, 0.74, 1.04), 1.45, 1.24, 0.0, (0.36, 0.02, 0.4), (0.2, 0.95, 1.0), 0.45
    ),
    "cinematic": Grade(
        (0.96, 0.97, 0.97), 0.95, 1.12, 0.0, (0.08, 0.3, 0.38), (1.0, 0.78, 0.56), 0.28
    ),
}
_UNSAID = "cinematic"  # the look of a video whose prompt names none


class Restyle:
    """Restyles pictures of one size. Thread-safe; motion stays, since each is changed alone.

    `said` is what the prompt says of hour and weather; the plan also has what it leaves open.
    `light` is how bright the given video is, 0 to 1: a dark one is brightened for a bright hour.
    """

    def __init__(
        self, plan: Plan, said: Mapping[str, str], width: int, height: int, light: float = 0.5
    ) -> None:
        self.size = (width, height)
        self._strokes = brushwork.of(plan)
        is_tinted = UNTINTED not in plan.tags
        palette = [_shown(color) for color in plan.palette if is_tinted]
        grades, exponent = _grades(plan, said, light)
        if is_tinted and not (grades or palette or self._strokes):
            grades = [_TAGS[_UNSAID]]
        self._grades, self._ramp = rows_of(grades), _ramp(palette)
        codes = np.arange(256) / 255.0
        self._curve = np.round(255.0 * codes**exponent).astype(np.uint8)
        self._share = _PALETTE_SHARE if not grades else 0.5 * _PALETTE_SHARE
        self._air = Atmosphere(plan, width, height) if "weather" in said else None

    def planes(self, picture: Picture, index: int, t: float) -> Planes:
        picture = images.cover(picture, *self.size)
        if self._strokes is not None:
            picture = self._strokes(picture)
        picture = np.asarray(cv2.LUT(picture, self._curve), np.uint8)
        picture = graded(picture, self._grades, self._ramp, self._share)
        if self._air is not None:
            picture = self._air.over(picture, t, 1.0)
        return images.video_planes(picture)


def _grades(plan: Plan, said: Mapping[str, str], light: float) -> tuple[list[Grade], float]:
    """Return the grades that are named, and the exponent of the curve that comes before them.

    Together they leave enough light to see by.
    """
    hour, tags = said.get("time_of_day"), set(plan.tags)
    if "cyberpunk" in tags:
        tags.discard("neon")
    if tags & {"cyberpunk", "neon"} and hour == "night":
        hour = None  # which their look is already
    grades, exponent = [], 1.0
    if hour is not None:
        grade, exponent = _at_hour(hour, min(max(light, 0.01), 0.99))
        grades.append(grade)
    grades += [_WEATHERS[said["weather"]]] if "weather" in said else []
    grades += [grade for tag, grade in _TAGS.items() if tag in tags]
    left = prod(_brightness(grade) for grade in grades)
    if left < _LEAST_LIGHT:
        grades[0] = _brightened(grades[0], _LEAST_LIGHT / left)
    return grades, exponent


def _at_hour(hour: str, light: float) -> tuple[Grade, float]:
    """Return the grade of an hour for a video that is so bright, and the exponent of its curve."""
    grade, least = _HOURS[hour], _LEAST_OF_HOUR[hour]
    own = _brightness(grade)
    if own < 1.0 and light * own < least:
        grade = _brightened(grade, min(1.0, least / light) / own)
    exponent = float(np.log(least / _brightness(grade)) / np.log(light))
    return grade, min(max(exponent, _LEAST_EXPONENT), 1.0)


def _brightness(grade: Grade) -> float:
    return float(np.dot(grade.gain, LUMA))


def _brightened(grade: Grade, more: float) -> Grade:
    red, green, blue = grade.gain
    return replace(grade, gain=(more * red, more * green, more * blue))


def _ramp(palette: list[Field]) -> Field:
    """Return a ramp from dark over the palette's colors to white; without a palette, none."""
    if not palette:
        return np.empty((0, 3), np.float32)
    first, others = palette[0], palette[1:] or [palette[0]]
    stops = [others[-1] * 0.12, others[0] * 0.75, first, 0.35 * first + 0.65]
    return np.asarray(stops, np.float32)


def _shown(color: Color) -> Field:
    linear = np.clip(np.array(color), 0.0, 1.0)
    shown = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(shown, np.float32)
