"""Write the translations of the renderer's kernels, `src/rushes/engines/procedural/llvm/*.ll`.

    python -m scripts.generate_kernels              all, in a minute
    python -m scripts.generate_kernels city_layout  those of a module
    python -m scripts.generate_kernels --check      only say which are older than the code

Each sketch draws a tiny picture with kernels that only note how they are called; each kernel is
translated for the types that it was called with.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from scripts.kernel_source import source_hash
from scripts.kernel_translation import translated, types_of

from rushes.engines.atmosphere import Atmosphere
from rushes.engines.color_grade import Grade, graded, rows_of
from rushes.engines.procedural import scenes
from rushes.engines.procedural.kernel import FOLDER, KERNELS, Kernel
from rushes.engines.procedural.scene import Plan
from rushes.engines.procedural.tone_mapping import ToneMapper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FLOWS = ("silk", "ink", "nebula", "ribbons")  # each style has its own kernels
OUTDOORS = (("sunset", "rain"), ("night", "snow"))  # together these use every kernel of a scene
_NOTHING = {"int": 1, "float": 1.0}  # returned by kernels that do not run


def main() -> int:
    """Write the translations; return 1 if `--check` finds one that is older than its kernel."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("modules", nargs="*", help="default: all")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    if options.check:
        stale = stale_translations()
        if stale:
            print(f"{', '.join(stale)}: run python -m scripts.generate_kernels")
        return bool(stale)
    unknown = set(options.modules) - {kernel.module for kernel in all_kernels()}
    if unknown:
        parser.error(f"no kernels are in {', '.join(sorted(unknown))}")
    FOLDER.mkdir(exist_ok=True)
    for name, text in translations(options.modules):
        (FOLDER / f"{name}.ll").write_text(text, "utf-8")
    names = {kernel.name for kernel in KERNELS}
    for path in FOLDER.glob("*.ll"):
        if path.stem not in names:
            path.unlink()
    return 0


def all_kernels() -> list[Kernel]:
    """Return the renderer's kernels. Raises ValueError if two have the same name."""
    scenes.load_modules()
    names = [kernel.name for kernel in KERNELS]
    if len(set(names)) < len(names):
        raise ValueError(f"two kernels have the same name: {sorted(names)}")
    return KERNELS


def stale_translations() -> list[str]:
    """Return the names of translations that are missing, older than the code, or of no kernel."""
    sources = {kernel.name: f"\n; source {source_hash(kernel)}\n" for kernel in all_kernels()}
    written = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.ll")}
    stale = {name for name in sources.keys() & written.keys() if sources[name] not in written[name]}
    return sorted(stale | (sources.keys() ^ written.keys()))


def translations(modules: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield each kernel's name and translation, of these modules or all."""
    for kernel, calls in noted_calls().items():
        if not modules or kernel.module in modules:
            yield kernel.name, translated(kernel, calls)


def noted_calls() -> dict[Kernel, list[Any]]:
    """Return the types that each kernel is called with. Raises LookupError for one that is not."""
    calls: dict[Kernel, list[Any]] = {}

    def note(kernel: Kernel, *args: object) -> object:
        given, known = types_of(args), calls.setdefault(kernel, [])
        if given not in known:
            known.append(given)
        return _NOTHING.get(kernel.__wrapped__.__annotations__["return"])

    run, Kernel.__call__ = Kernel.__call__, note  # type: ignore[method-assign]
    try:
        # The arrays hold anything, for no kernel runs.
        with np.errstate(all="ignore"):
            for sketch in sketches():
                sketch()
    finally:
        Kernel.__call__ = run  # type: ignore[method-assign]
    missing = [kernel.name for kernel in all_kernels() if kernel not in calls]
    if missing:
        raise LookupError(f"no sketch calls {', '.join(missing)}")
    return calls


def sketches() -> Iterator[Callable[[], None]]:
    """Yield what draws with every kernel, each time for a different plan."""
    for style in FLOWS:
        yield partial(_sketch_scene, Plan(scene="flow", tags=frozenset({style}), seed=1))
    for scene in (scene for scene in scenes.SCENES if scene != "flow"):
        for hour, air in OUTDOORS:
            plan = Plan(scene=scene, time_of_day=hour, weather=air, seed=1)
            yield partial(_sketch_scene, plan)
    yield _sketch_edits


def _sketch_scene(plan: Plan) -> None:
    scene = scenes.build(plan, 128, 128, 1.0)
    light = np.empty((128, 128, 3), dtype=np.float32)
    scene.frame(0.5, light)
    tone_mapper = ToneMapper(128, 128, scene.look, plan.seed)
    tone_mapper.apply(light, 0, tone_mapper.planes())


def _sketch_edits() -> None:
    picture = np.zeros((128, 128, 3), np.uint8)
    for weather in ("rain", "snow"):
        Atmosphere(Plan(weather=weather), 128, 128).over(picture, 0.5, 1.0)
    graded(picture, rows_of([Grade()]), np.zeros((2, 3), np.float32), 0.5)


if __name__ == "__main__":
    sys.exit(main())
