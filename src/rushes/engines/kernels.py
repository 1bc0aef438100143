"""Compile the renderer's kernels ahead.

Two processes share the work: each goes through the kernels that scenes call, largest first, and
leaves out those that the other one is compiling. A scene that a render waits for comes first; the
render's process compiles only if it is one of the two.
"""

from __future__ import annotations

import contextlib
import gc
import os
import time
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from rushes.engines.atmosphere import Atmosphere
from rushes.engines.color_grade import Grade, graded, rows_of
from rushes.engines.compilers import place
from rushes.engines.procedural import scenes
from rushes.engines.procedural.kernel import LOCK_SECONDS, Routine, planned_calls
from rushes.engines.procedural.scene import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rushes.engines.procedural.kernel import Kernel, Types

EDITS = "edits"
LARGEST = "city"  # has the most code: its first job would wait longest
_POLL_SECONDS = 0.05
_prepared: set[str] = set()  # scenes, by this process


def prepare(plan: Plan) -> None:
    """Have what the plan's frames need compiled, unless it is in the cache."""
    if "NUMBA_CACHE_DIR" not in os.environ:
        return  # nothing is shared
    if plan.scene in _prepared or _mark(plan.scene, "compiled").exists():
        return
    _prepared.add(plan.scene)
    with contextlib.suppress(OSError):
        _mark(plan.scene, "wanted").touch()
    deadline = time.monotonic() + LOCK_SECONDS
    # Two that compile already take this scene's kernels next.
    while not _mark(plan.scene, "compiled").exists():
        with place(_folder(), _POLL_SECONDS) as mine:
            if mine or time.monotonic() >= deadline:
                for kernel, types in _calls(partial(scenes.sketch, plan)):
                    _compile(kernel, types)
                return


def compile_all() -> Iterator[None]:
    """Compile one kernel a step, the most code first."""
    for _ in _compile_cold(first=0):
        yield


def load_all() -> Iterator[str | None]:
    """Compile one kernel a step; after that, load one scene a step and yield its name.

    What renders has to be ready for a job soon: it leaves what takes long to the others.
    """
    compiling = _compile_cold(first=-1)
    more = True
    while more:
        # Gives its place back after each kernel: a job may come.
        with place(_folder(), _POLL_SECONDS) as mine:
            more = next(compiling, False) if mine else True
        yield None
    for name in _sketches():
        if _load(name):
            yield name


def _compile_cold(first: int) -> Iterator[bool]:
    """Compile what others do not, the first or the last of what is left of a sketch."""
    sketches = _sketches()
    cold = [name for name in sketches if not _mark(name, "compiled").exists()]
    waiting: dict[str, list[tuple[Kernel, Types]]] = {name: [] for name in cold}
    begun: dict[str, list[Kernel]] = {name: [] for name in cold}
    while cold:
        name = next((name for name in cold if _mark(name, "wanted").exists()), cold[0])
        if waiting[name]:
            kernel, types = waiting[name].pop(first)
            _compile(kernel, types)
            begun[name].append(kernel)
        elif sketches[name]:
            # One by one: what the second sketch of a scene needs beside the first is little.
            waiting[name] = _calls(sketches[name].pop(0))
        else:
            cold.remove(name)
            if not any(kernel.in_work for kernel in begun[name]):
                _note(name)  # else the other process does, which ends last
        yield True


def _note(name: str) -> None:
    with contextlib.suppress(OSError):
        _mark(name, "compiled").touch()
        _mark(name, "wanted").unlink(missing_ok=True)


def _load(name: str) -> bool:
    """Call every kernel of a scene, which waits for what another process is compiling."""
    try:
        for sketch in _sketches()[name]:
            sketch()
    except Exception:  # noqa: BLE001 - rendering the scene will fail with the same error
        traceback.print_exc()
        return False
    _note(name)
    return True


def _sketches() -> dict[str, list[Callable[[], None]]]:
    """Return what draws with every kernel of a scene, by the scene's name; the largest first."""
    sketches: dict[str, list[Callable[[], None]]] = {}
    for name in sorted(scenes.SCENES, key=lambda name: name != LARGEST):
        sketches[name] = [partial(scenes.sketch, plan) for plan in scenes.warm_up_plans(name)]
    return {**sketches, EDITS: [_sketch_edits]}


def _calls(sketch: Callable[[], None]) -> list[tuple[Kernel, Types]]:
    """Return what is called to draw a sketch, the most code first, but routines before callers."""
    # The arrays that it draws from hold anything, for no kernel runs. What it calls after an error
    # is compiled when it is first used.
    with planned_calls() as calls, contextlib.suppress(Exception), np.errstate(all="ignore"):
        sketch()
    return sorted(
        calls, key=lambda call: (isinstance(call[0], Routine), call[0].size), reverse=True
    )


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


def _sketch_edits() -> None:
    picture = np.zeros((128, 128, 3), np.uint8)
    for weather in ("rain", "snow"):
        Atmosphere(Plan(weather=weather), 128, 128).over(picture, 0.5, 1.0)
    graded(picture, rows_of([Grade()]), np.zeros((2, 3), np.float32), 0.5)


def _mark(name: str, state: str) -> Path:
    """Return the file beside the cached kernels that says so of a scene."""
    return _folder() / f"{name}.{state}"


def _folder() -> Path:
    return Path(os.environ["NUMBA_CACHE_DIR"])
