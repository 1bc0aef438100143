"""Compile all kernels in processes of their own: `python -m rushes.engines.warm_up`."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING

from rushes.engines.compilers import COMPILERS
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


if __name__ == "__main__":
    cores: int | None = getattr(os, "process_cpu_count", os.cpu_count)()
    sys.exit(not asyncio.run(warm_up(None, min(COMPILERS, cores or 1))))
