"""Time renders with more threads than the machine has cores: kernels only wait.

    python benchmarks/render_scaling.py               a scene of each kind, 8 s of 720p
    python benchmarks/render_scaling.py "city rain"   only this

A first render of one second, on one thread, measures how long each kernel takes. Then a call of a
kernel waits as long, without a processor, and the encoder gets frames of the first render. All else
is real: setting up the scene, what Python does, resizing, the order of frames, sound, the encoder,
and the file. So it shows what keeps more cores from helping, except that they share memory. What is
real has to do with the cores that there are: the figure in brackets is how many of them are busy.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from render_speed import FPS, PROMPTS, SEED, encode_alone, to_and_fro

from rushes.engines import encode, render
from rushes.engines.procedural.kernel import Kernel

if TYPE_CHECKING:
    from collections.abc import Iterator

SCENES = ("city rain", "mountain", "ocean", "silk")
THREADS = (1, 2, 4, 8, 16)
SIZE = (1280, 720)
SECONDS = 8.0
_drawing = threading.local()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", choices=[[], *PROMPTS], help="default: one of a kind")
    options = parser.parse_args()
    print(f"{SECONDS:g} s of {SIZE[0]}x{SIZE[1]}, {os.cpu_count()} cores; wall seconds")
    print(f"{'scene':<12}" + "".join(f"{n:>5} threads" for n in THREADS) + "  encoder alone")
    for scene in options.scenes or SCENES:
        kernels = _Kernels()
        _timed(scene, 1, 1.0)  # compiles
        with _Frames(kernels.measured) as frames:
            _timed(scene, 1, 1.0)
        with _Frames(kernels.waited, frames.kept):
            figures = [_timed(scene, threads, SECONDS) for threads in THREADS]
        figures.append(_encoded(frames.kept))
        print(f"{scene:<12}" + "".join(f"{wall:>7.1f} ({busy:.1f})" for wall, busy in figures))


class _Kernels:
    """How long each kernel takes, and what it returns."""

    def __init__(self) -> None:
        self._calls: Counter[str] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)  # of all calls together
        self._returned: dict[str, object] = {}

    def measured(self, call: Any, kernel: Kernel, *args: object) -> object:
        began = time.thread_time()
        result = self._returned[kernel.name] = call(kernel, *args)
        self._seconds[kernel.name] += time.thread_time() - began
        self._calls[kernel.name] += 1
        return result

    def waited(self, call: Any, kernel: Kernel, *args: object) -> object:
        if kernel.name not in self._calls:
            return call(kernel, *args)
        time.sleep(self._seconds[kernel.name] / self._calls[kernel.name])
        return self._returned[kernel.name]


class _Frames:
    """While a frame is drawn, kernels are called otherwise; frames are kept, or are those given."""

    def __init__(self, instead: Any, kept: list[encode.Planes] | None = None) -> None:
        self._instead = instead
        self._given = kept
        self.kept: list[encode.Planes] = kept or []

    def __enter__(self) -> _Frames:
        self._before = Kernel.__call__, render.SceneShot.planes
        call, planes = self._before

        def called(kernel: Kernel, *args: object) -> object:
            if getattr(_drawing, "now", False):
                return self._instead(call, kernel, *args)
            return call(kernel, *args)

        def drawn(shot: render.SceneShot, index: int) -> encode.Planes:
            _drawing.now = True
            with np.errstate(all="ignore"):  # pictures that no kernel filled hold anything
                made = planes(shot, index)
            _drawing.now = False
            if self._given is None:
                self.kept.append(made)
                return made
            return to_and_fro(self._given, index)

        Kernel.__call__ = called  # type: ignore[method-assign] # restored below
        render.SceneShot.planes = drawn  # type: ignore[method-assign]
        return self

    def __exit__(self, *_: object) -> None:
        Kernel.__call__, render.SceneShot.planes = self._before  # type: ignore[method-assign]


def _timed(scene: str, threads: int, seconds: float) -> tuple[float, float]:
    request = render.RenderRequest(PROMPTS[scene], *SIZE, seconds, SEED, True, fps=FPS)
    with _clock() as figures, tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        target = Path(folder) / "video.mp4"
        render.render(request, target, lambda _: None, threads, lambda: False)
    return figures[0], figures[1]


def _encoded(frames: list[encode.Planes]) -> tuple[float, float]:
    with _clock() as figures, tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
        encode_alone(Path(folder) / "video.mp4", SIZE, frames, round(SECONDS * FPS))
    return figures[0], figures[1]


@contextlib.contextmanager
def _clock() -> Iterator[list[float]]:
    """Give the seconds that something took, and how many cores it kept busy."""
    figures: list[float] = []
    wall, cpu = time.perf_counter(), time.process_time()
    yield figures
    took = time.perf_counter() - wall
    figures += [took, (time.process_time() - cpu) / took]


if __name__ == "__main__":
    main()
