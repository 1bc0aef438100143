"""Time renders on many slow cores: each thread gets a twelfth of one of the cores that there are.

    sudo python benchmarks/render_slow_cores.py               a scene of each kind, 2 s of 720p
    sudo python benchmarks/render_slow_cores.py "city rain"   only this

With two cores, that is like 24 cores of a twelfth of the speed. Nothing is imitated: all threads do
their work at the same time, and wait for each other as on real cores. A thread that has used up its
time while it holds Python's lock keeps it for some milliseconds more, so the figures are too high
rather than too low. What cores share, memory and caches, is not as slow as they are. It needs Linux
with the control groups of version 1, and the right to make some. No render can be faster than the
limit: setting up and drawing the first frame on one thread, and encoding.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from render_speed import FPS, OF_EACH_KIND, PROMPTS, encode_alone, render_scene

from rushes.engines import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = (1, 2, 4, 8, 16)
SECONDS = 2.0
SIZE = (1280, 720)
PARTS = 12
SLICE = 1000  # microseconds, the shortest that the system allows
GROUPS = Path("/sys/fs/cgroup/cpu")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", choices=[[], *PROMPTS], help="default: one of a kind")
    parser.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure is not None:
        measure(options.scenes[0], options.measure, options.seconds)
        return
    print(
        f"{SECONDS:g} s of {SIZE[0]}x{SIZE[1]}, {os.cpu_count()} cores, each thread has 1/{PARTS}"
    )
    print(f"{'scene':<15}" + "".join(f"{count:>8}" for count in THREADS) + " threads   limit")
    for scene in options.scenes or OF_EACH_KIND:
        seconds = [timed(scene, count) for count in THREADS]
        first, encoder = timed(scene, 1, 1 / FPS), timed(scene, 0)
        row = f"{scene:<15}" + "".join(f"{one:>8.1f}" for one in seconds)
        print(f"{row}           {first + encoder:.1f} = {first:.1f} + {encoder:.1f}", flush=True)


def timed(scene: str, threads: int, length: float = SECONDS) -> float:
    """Return how many seconds a render takes; without threads, the encoder alone."""
    command = [sys.executable, __file__, scene, "--measure", str(threads)]
    command += ["--seconds", str(length)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()  # it is ready
        with slow(process.pid):
            process.stdin.write("\n")
            process.stdin.flush()
            return float(process.stdout.readline())


def measure(scene: str, threads: int, seconds: float) -> None:
    """Render once to be ready, and again when a line comes; print how long that took."""
    render_scene(scene, 1, 1 / FPS)
    if not threads:
        planes = frames_of(scene)
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.perf_counter()
    if threads:
        render_scene(scene, threads, seconds)
    else:
        with tempfile.TemporaryDirectory(prefix="rushes-benchmark-") as folder:
            encode_alone(Path(folder) / "video.mp4", SIZE, planes, round(SECONDS * FPS))
    print(time.perf_counter() - began, flush=True)


def frames_of(scene: str) -> list[encode.Planes]:
    """Return the frames of a render."""
    planes: list[encode.Planes] = []
    write = encode.VideoWriter.video

    def keep(writer: encode.VideoWriter, frame: encode.Planes, at: float | None = None) -> None:
        planes.append(frame)
        write(writer, frame, at)

    encode.VideoWriter.video = keep  # type: ignore[method-assign] # the process ends soon
    render_scene(scene, 2, SECONDS)
    encode.VideoWriter.video = write  # type: ignore[method-assign]
    return planes


@contextlib.contextmanager
def slow(process: int) -> Iterator[None]:
    """Give each thread of a process a part of a core for as long as the block lasts."""
    groups, ended = dict[str, Path](), threading.Event()
    numbers = itertools.count()

    def limit() -> None:
        while not ended.wait(0.003):
            for task in (path.name for path in Path(f"/proc/{process}/task").iterdir()):
                if task not in groups:
                    groups[task] = group(f"rushes-{process}-{next(numbers)}")
                    with contextlib.suppress(ProcessLookupError):
                        (groups[task] / "tasks").write_text(task)

    limiting = threading.Thread(target=limit)
    limiting.start()
    try:
        yield
    finally:
        ended.set()
        limiting.join()
        for made in groups.values():
            for task in (made / "tasks").read_text().split():
                (GROUPS / "tasks").write_text(task)
            made.rmdir()


def group(name: str) -> Path:
    """Make a control group whose tasks share a part of a core."""
    made = GROUPS / name
    made.mkdir()
    (made / "cpu.cfs_period_us").write_text(str(SLICE * PARTS))
    (made / "cpu.cfs_quota_us").write_text(str(SLICE))
    return made


if __name__ == "__main__":
    main()
