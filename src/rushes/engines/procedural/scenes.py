"""The scenes by name. A scene's module is imported when it is first rendered."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol, cast

from rushes.engines.procedural.bands import AT_ONCE

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from rushes.engines.procedural.scene import Plan, Scene

_MODULES = {
    "mountain": "rushes.engines.procedural.mountain",
    "ocean": "rushes.engines.procedural.ocean",
    "city": "rushes.engines.procedural.city",
    "flow": "rushes.engines.procedural.flow",
}
SCENES: tuple[str, ...] = tuple(_MODULES)


class _SceneModule(Protocol):
    def build(
        self, plan: Plan, width: int, height: int, duration: float, pool: Executor
    ) -> Scene: ...


def build(plan: Plan, width: int, height: int, duration: float, pool: Executor = AT_ONCE) -> Scene:
    """Set up the plan's scene, with the pool's help. Raises KeyError if it is not in `SCENES`."""
    module = cast(_SceneModule, importlib.import_module(_MODULES[plan.scene]))
    return module.build(plan, width, height, duration, pool)


def load_modules() -> None:
    """Import the modules of all scenes, with their kernels."""
    for module in _MODULES.values():
        importlib.import_module(module)
