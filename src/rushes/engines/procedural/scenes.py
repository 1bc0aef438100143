"""The scenes by name. A scene's module is imported when it is first rendered."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

import numpy as np

from rushes.engines.procedural.scene import Plan
from rushes.engines.procedural.tone_mapping import ToneMapper

if TYPE_CHECKING:
    from rushes.engines.procedural.scene import Scene

_MODULES = {
    "mountain": "rushes.engines.procedural.mountain",
    "ocean": "rushes.engines.procedural.ocean",
    "city": "rushes.engines.procedural.city",
    "flow": "rushes.engines.procedural.flow",
}
SCENES: tuple[str, ...] = tuple(_MODULES)
_FLOWS = ("silk", "ink", "nebula", "ribbons")  # each style has its own kernels


class _SceneModule(Protocol):
    def build(self, plan: Plan, width: int, height: int, duration: float) -> Scene: ...


def build(plan: Plan, width: int, height: int, duration: float) -> Scene:
    """Set up the plan's scene. Raises KeyError for a name that is not in `SCENES`."""
    module = cast(_SceneModule, importlib.import_module(_MODULES[plan.scene]))
    return module.build(plan, width, height, duration)


def sketch(plan: Plan) -> None:
    """Render a tiny frame, which calls every kernel that the plan's frames need."""
    scene = build(plan, 128, 128, 1.0)
    light = np.empty((128, 128, 3), dtype=np.float32)
    scene.frame(0.5, light)
    tone_mapper = ToneMapper(128, 128, scene.look, plan.seed)
    tone_mapper.apply(light, 0, tone_mapper.planes())


def warm_up_plans(name: str) -> tuple[Plan, ...]:
    """Return plans that together use every kernel of a scene."""
    if name == "flow":
        return tuple(Plan(scene=name, tags=frozenset({style}), seed=1) for style in _FLOWS)
    hours = (("sunset", "rain"), ("night", "snow"))
    return tuple(Plan(scene=name, time_of_day=hour, weather=air, seed=1) for hour, air in hours)
