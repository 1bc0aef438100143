"""Compile the renderer's kernels ahead: `python -m rushes.engines.warm_up [SCENE]`.

Without a scene it compiles all, in processes of their own. With one it returns when the kernels of
this scene are compiled, by whichever process.
"""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from rushes.engines.compilers import COMPILERS
from rushes.engines.worker import kernels
from rushes.engines.worker_process import WorkerProcess

if TYPE_CHECKING:
    from pathlib import Path


async def warm_up(cache_dir: Path | None, processes: int) -> bool:
    """Compile what `cache_dir` lacks; return False if a process crashed.

    It takes processor time that nothing else wants. Raises OSError if no process can be started.
    """
    workers: list[WorkerProcess] = []
    try:
        while len(workers) < processes:
            workers.append(await WorkerProcess.start(1, cache_dir, low_priority=True))
        return all(await asyncio.gather(*(worker.warm() for worker in workers)))
    finally:
        await asyncio.gather(*(worker.close() for worker in workers))


def main() -> None:
    if len(sys.argv) > 1:
        try:
            kernels().prepare_scene(sys.argv[1])
        except KeyError as error:
            sys.exit(error.args[0])
        return
    cores: int | None = getattr(os, "process_cpu_count", os.cpu_count)()
    sys.exit(not asyncio.run(warm_up(None, min(COMPILERS, cores or 1))))


if __name__ == "__main__":
    main()
