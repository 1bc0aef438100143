"""What decoding one picture may take. For worker processes: the whole process is limited."""

from __future__ import annotations

import contextlib
import resource
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

CPU_SECONDS = 30.0  # a picture of the largest size takes three
MEMORY = 2 * 1024**3  # bytes more than the process has; a picture of the largest size takes 1.5 GB
SIGNAL = signal.SIGPROF  # ends the process after that time, also inside a library


@contextlib.contextmanager
def decode_limits(cpu_seconds: float = CPU_SECONDS, memory: int = MEMORY) -> Iterator[None]:
    """Limit the block. Allocations beyond the memory fail; beyond the time, the process ends.

    It is time of the processor: a busy or stopped machine does not count against the picture.
    """
    signal.signal(SIGNAL, signal.SIG_DFL)
    with _memory_limit(memory):
        signal.setitimer(signal.ITIMER_PROF, cpu_seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0.0)


@contextlib.contextmanager
def _memory_limit(memory: int) -> Iterator[None]:
    if sys.platform != "linux":  # elsewhere it is not enforced, or not known what is in use
        yield
        return
    pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [pages * resource.getpagesize() + memory, soft, hard]
    least = min(limit for limit in limits if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (least, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
