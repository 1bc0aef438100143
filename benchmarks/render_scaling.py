"""Time renders with more threads than the machine has cores: what takes long only waits.

    python benchmarks/render_scaling.py               a scene of each kind, 8 s of 720p
    python benchmarks/render_scaling.py "city rain"   only this

A first render of one second, on one thread, measures how long the kernels and OpenCV's functions
take that draw its frames; then they are encoded again, and nothing else. In the renders that are
timed, a call waits as long as it took, without a processor and without Python's lock, and so does
the video encoder. All else is real: setting up the scene, Python, NumPy, the order of frames,
sound, and the file. So it shows what keeps more cores from helping, except that they share memory
and caches. The figure in brackets is how many cores were busy: if it comes close to the number that
there are, more of them would help. No render can be faster than the limit: setting up and drawing
the first frame on one thread, and encoding.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import tempfile
import threading
import time
from collections import Counter, defaultdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
from render_speed import FPS, OF_EACH_KIND, PROMPTS, encode_alone, render_scene, to_and_fro

from rushes.engines import encode, render
from rushes.engines.procedural.kernel import Kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

THREADS = (1, 2, 4, 8, 16)
SIZE = (1280, 720)
SECONDS = 8.0
OF_OPENCV = (
    "GaussianBlur",
    "addWeighted",
    "blur",
    "cvtColor",
    "remap",
    "resize",
    "transform",
    "transpose",
)
SMALL = 16  # pixels a side of the video that is written instead
_drawing = threading.local()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", choices=[[], *PROMPTS], help="default: one of a kind")
    options = parser.parse_args()
    print(f"{SECONDS:g} s of {SIZE[0]}x{SIZE[1]}, {os.cpu_count()} cores; wall seconds")
    titles = "".join(f"{f'{n} threads':>12}" for n in THREADS)
    print(f"{'scene':<12}{titles} first frame    encoder   limit")
    for scene in options.scenes or OF_EACH_KIND:
        calls = _Calls()
        _timed(scene, 1, 1.0)  # compiles
        with _Frames(calls.measured) as frames:
            _timed(scene, 1, 1.0)
        encoder, _ = _encoded(frames.kept)
        with _Frames(calls.waited, frames.kept), _waiting_encoder(encoder / (SECONDS * FPS)):
            figures = [_timed(scene, threads, SECONDS) for threads in THREADS]
            first, _ = _timed(scene, 1, 1 / FPS)
        row = "".join(f"{wall:>6.1f} ({busy:.1f})" for wall, busy in figures)
        print(f"{scene:<12}{row}{first:>12.1f}{encoder:>11.1f}{first + encoder:>8.1f}", flush=True)


class _Calls:
    """How long functions take, and what they return, for arguments that look the same."""

    def __init__(self) -> None:
        self._number: Counter[Hashable] = Counter()
        self._seconds: defaultdict[Hashable, float] = defaultdict(float)  # of all together
        self._returned: dict[Hashable, object] = {}

    def measured(self, key: Hashable, call: Callable[[], object]) -> object:
        began = time.thread_time()
        result = self._returned[key] = call()
        self._seconds[key] += time.thread_time() - began
        self._number[key] += 1
        return result

    def waited(self, key: Hashable, call: Callable[[], object]) -> object:
        if key not in self._number:
            return call()
        time.sleep(self._seconds[key] / self._number[key])
        return self._returned[key]


class _Frames:
    """While a frame is drawn, functions are called otherwise; frames are kept, or those given."""

    def __init__(self, instead: Any, kept: list[encode.Planes] | None = None) -> None:
        self._instead = instead
        self._given = kept
        self.kept: list[encode.Planes] = kept or []
        self._replaced = contextlib.ExitStack()

    def __enter__(self) -> _Frames:
        planes = render.SceneShot.planes

        def drawn(shot: render.SceneShot, index: int) -> encode.Planes:
            _drawing.now = True
            with np.errstate(all="ignore"):  # pictures that no kernel filled hold anything
                made = planes(shot, index)
            _drawing.now = False
            if self._given is None:
                self.kept.append(made)
                return made
            return to_and_fro(self._given, index)

        self._replace(render.SceneShot, "planes", drawn)
        self._replace(Kernel, "__call__", self._otherwise(Kernel.__call__, _kernel_key))
        for name in OF_OPENCV:
            self._replace(cv2, name, self._otherwise(getattr(cv2, name), partial(_key, name)))
        return self

    def __exit__(self, *_: object) -> None:
        self._replaced.close()

    def _replace(self, owner: Any, name: str, by: Any) -> None:
        self._replaced.callback(setattr, owner, name, getattr(owner, name))
        setattr(owner, name, by)

    def _otherwise(self, function: Any, key: Any) -> Any:
        def called(*args: Any, **named: Any) -> object:
            if getattr(_drawing, "now", False):
                return self._instead(key(*args, **named), partial(function, *args, **named))
            return function(*args, **named)

        return called


def _kernel_key(kernel: Kernel, *_: object) -> Hashable:
    return kernel.name


def _key(name: str, *args: object, **named: object) -> Hashable:
    return (name, *(str(getattr(one, "shape", one)) for one in (*args, *named.values())))


@contextlib.contextmanager
def _waiting_encoder(seconds: float) -> Iterator[None]:
    """Let each frame take so long to encode; a video of small frames is written instead."""
    luma, chroma = (np.zeros((side, side), np.uint8) for side in (SMALL, SMALL // 2))

    class Waiting(encode.VideoWriter):
        def __init__(self, target: Path, **options: Any) -> None:
            super().__init__(target, **{**options, "width": SMALL, "height": SMALL})

        def video(self, planes: encode.Planes, at: float | None = None) -> None:
            time.sleep(seconds)
            super().video((luma, chroma, chroma), at)

    real, render.VideoWriter = render.VideoWriter, Waiting  # type: ignore[attr-defined]
    try:
        yield
    finally:
        render.VideoWriter = real  # type: ignore[attr-defined]


def _timed(scene: str, threads: int, seconds: float) -> tuple[float, float]:
    with _clock() as figures:
        render_scene(scene, threads, seconds)
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
