"""Time renders beside a process that copies memory, and beside one that only computes.

    python benchmarks/render_memory.py               a scene of each kind, 2 s of 720p
    python benchmarks/render_memory.py "city rain"   only this

Threads that draw share memory and part of the caches. How much that costs with more cores than
there are can be seen from a neighbor that needs all the memory it can get. Needs two cores.
Processor seconds of a render on one thread; the best of `--rounds` counts.
"""

from __future__ import annotations

import argparse
import contextlib
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING

from render_speed import OF_EACH_KIND, PROMPTS, render_scene

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 2.0
LONGEST = 120.0  # seconds after which a neighbor ends by itself
COMPUTES = """
values = np.arange(1000.0)
while time.perf_counter() < end:
    np.sqrt(values)
"""
COPIES = """
one, other = np.zeros(32 << 20), np.zeros(32 << 20)
while time.perf_counter() < end:
    np.copyto(other, one)
    moved += 2 * one.nbytes
    print(moved / (time.perf_counter() - began) / 1e9, flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("scenes", nargs="*", choices=[[], *PROMPTS], help="default: one of a kind")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{'scene':<12}{'computes':>10}{'copies':>10}{'ratio':>8}   GB/s copied")
    for scene in options.scenes or OF_EACH_KIND:
        _drawn(scene)  # compiles
        beside: dict[str, list[float]] = {COMPUTES: [], COPIES: []}
        moved = 0.0
        for _ in range(options.rounds):
            for work, seconds in beside.items():
                with _neighbor(work) as said:
                    seconds.append(_drawn(scene))
                moved = max(moved, *said, 0.0)
        one, other = min(beside[COMPUTES]), min(beside[COPIES])
        print(f"{scene:<12}{one:>10.1f}{other:>10.1f}{other / one:>8.2f}{moved:>10.0f}", flush=True)


def _drawn(scene: str) -> float:
    began = time.process_time()
    render_scene(scene, 1, SECONDS)
    return time.process_time() - began


@contextlib.contextmanager
def _neighbor(work: str) -> Iterator[list[float]]:
    """Run the work in another process; give what it said last."""
    code = f"""
import time
import numpy as np
began, moved = time.perf_counter(), 0
end = began + {LONGEST}
print(0.0, flush=True)
{work}"""
    said: list[float] = []
    with (
        tempfile.TemporaryFile("w+") as output,
        subprocess.Popen([sys.executable, "-c", code], stdout=output) as process,
    ):
        yield said
        process.terminate()
        process.wait()
        output.seek(0)
        said += [float(line) for line in output.readlines()[-2:-1]]


if __name__ == "__main__":
    main()
