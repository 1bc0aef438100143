"""Compile the renderer's kernels ahead.

Several processes share the work: each goes through the kernels that scenes call, largest first, and
leaves out those that another one is compiling. A scene that a render waits for comes first.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import os
import traceback
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.atmosphere import Atmosphere
from rushes.engines.color_grade import Grade, graded, rows_of
from rushes.engines.procedural import scenes
from rushes.engines.procedural.kernel import planned_calls
from rushes.engines.procedural.scene import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rushes.engines.procedural.kernel import Kernel, Types

EDITS = "edits"
LARGEST = "city"  # has the most code: its first job would wait longest
_prepared: set[str] = set()  # scenes, by this process


def prepare(plan: Plan) -> None:
    """Compile what the plan's frames need, unless it is in the cache; have other processes help."""
    if "NUMBA_CACHE_DIR" not in os.environ:
        return  # nothing is shared
    if plan.scene in _prepared or _mark(plan.scene, "compiled").exists():
        return
    _prepared.add(plan.scene)
    with contextlib.suppress(OSError):
        _mark(plan.scene, "wanted").touch()
    for kernel, types in _calls(partial(scenes.sketch, plan)):
        _compile(kernel, types)


def compile_all(*, smallest_first: bool = False) -> Iterator[str | None]:
    """Compile one kernel a step; after that, load one scene a step and yield its name."""
    names = sorted(scenes.SCENES, key=lambda name: name != LARGEST)
    sketches: dict[str, Callable[[], None]]
    sketches = {name: partial(_sketch_scene, name) for name in names} | {EDITS: _sketch_edits}
    cold = [name for name in sketches if not _mark(name, "compiled").exists()]
    waiting: dict[str, list[tuple[Kernel, Types]]] = {}
    while cold:
        name = next((name for name in cold if _mark(name, "wanted").exists()), cold[0])
        if name not in waiting:
            waiting[name] = _calls(sketches[name])
        if waiting[name]:
            _compile(*waiting[name].pop(-1 if smallest_first else 0))
        else:
            cold.remove(name)
        yield None
    for name, sketch in sketches.items():
        try:
            sketch()  # waits for what another process is compiling
        except Exception:  # noqa: BLE001 - rendering the scene will fail with the same error
            traceback.print_exc()
            continue
        with contextlib.suppress(OSError):
            _mark(name, "compiled").touch()
            _mark(name, "wanted").unlink(missing_ok=True)
        yield name


def _calls(sketch: Callable[[], None]) -> list[tuple[Kernel, Types]]:
    """Return what is called to draw a sketch, the most code first."""
    # The arrays that it draws from hold anything, for no kernel runs. What it calls after an error
    # is compiled when it is first used.
    with planned_calls() as calls, contextlib.suppress(Exception), np.errstate(all="ignore"):
        sketch()
    return sorted(calls, key=lambda call: call[0].size, reverse=True)


def _compile(kernel: Kernel, types: Types) -> None:
    collecting = gc.isenabled()
    # A compiler makes millions of objects and keeps most of them; collecting garbage among them
    # makes it 10 % slower.
    gc.disable()
    try:
        # An error comes again where the kernel is called.
        with contextlib.suppress(Exception):
            kernel.compile_ahead(types)
    finally:
        if collecting:
            gc.enable()


def _sketch_scene(name: str) -> None:
    for plan in scenes.warm_up_plans(name):
        scenes.sketch(plan)


def _sketch_edits() -> None:
    picture = np.zeros((128, 128, 3), np.uint8)
    for weather in ("rain", "snow"):
        Atmosphere(Plan(weather=weather), 128, 128).over(picture, 0.5, 1.0)
    graded(picture, rows_of([Grade()]), np.zeros((2, 3), np.float32), 0.5)


def _mark(name: str, state: str) -> Path:
    """Return the file beside the cached kernels that says so of a scene."""
    return Path(os.environ["NUMBA_CACHE_DIR"], f"{name}-{_stamp()}.{state}")


@cache
def _stamp() -> str:
    # As numba does: it compiles again what lies elsewhere or was written again, if it is the same.
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    facts = [(str(path), path.stat().st_mtime_ns) for path in sources]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]
