"""The scenes by name. A scene's module is imported when it is first rendered, not before."""

from __future__ import annotations

import gc
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
_FLOWS = ("silk", "ink", "nebula", "ribbons")  # each style has kernels of its own


class _SceneModule(Protocol):
    def build(self, plan: Plan, width: int, height: int, duration: float) -> Scene:
        """Set a scene up."""


def build(plan: Plan, width: int, height: int, duration: float) -> Scene:
    """Set up the scene that `plan` names, for frames of `width` x `height` over `duration` seconds.

    Raises KeyError for a name that is not in `SCENES`.
    """
    module = cast(_SceneModule, importlib.import_module(_MODULES[plan.scene]))
    return module.build(plan, width, height, duration)


def warm(name: str) -> None:
    """Compile the kernels of one scene (or load them from the cache) by rendering tiny frames."""
    collecting = gc.isenabled()
    # A compiler makes objects by the million and keeps most: looking for garbage among them would
    # take it a tenth longer.
    gc.disable()
    try:
        for plan in _rehearsals(name):
            scene = build(plan, 128, 128, 1.0)
            light = np.empty((128, 128, 3), dtype=np.float32)
            scene.frame(0.5, light)
            tone_mapper = ToneMapper(128, 128, scene.look, plan.seed)
            tone_mapper.apply(light, 0, tone_mapper.planes())
    finally:
        if collecting:
            gc.enable()


def _rehearsals(name: str) -> tuple[Plan, ...]:
    """Return plans that between them use every kernel of a scene."""
    if name == "flow":
        return tuple(Plan(scene=name, tags=frozenset({style}), seed=1) for style in _FLOWS)
    hours = (("sunset", "rain"), ("night", "snow"))
    return tuple(Plan(scene=name, time_of_day=hour, weather=air, seed=1) for hour, air in hours)
