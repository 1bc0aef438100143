"""A switch for tests: stop a render at a stage until the test lets it go on.

Set `RUSHES_TEST_HOLD` to a folder and create a FIFO in it, named after the stage. A worker that
reaches the stage while another process has the FIFO open for reading writes its process id to it
and waits until the reader closes it, the job is cancelled, or `LIMIT` seconds have passed. So a
test waits by reading and releases by closing, and a test that crashes releases the worker too.
Stages without a reader are not held. Without the variable, none of this runs.
"""

from __future__ import annotations

import contextlib
import functools
import os
import select
import time
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from rushes.wire.environment import variable

if TYPE_CHECKING:
    from collections.abc import Callable

Stage = Literal["started", "decoding", "first-frame", "last-frame"]
VARIABLE = "RUSHES_TEST_HOLD"
LIMIT = 100.0  # seconds, below the time limit of a test
_CANCEL_CHECK_MS = 50


def stage_hold(cancelled: Callable[[], bool]) -> Callable[[Stage], None]:
    """Return the function that a worker calls at each stage of a job."""
    folder = variable(VARIABLE)
    if not folder:
        return lambda stage: None
    return functools.partial(_hold, Path(folder), cancelled)


def _hold(folder: Path, cancelled: Callable[[], bool], stage: Stage) -> None:
    try:
        # Opening a FIFO for writing without blocking fails when nobody reads it.
        fifo = os.open(folder / stage, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        reader_closed = select.poll()
        reader_closed.register(fifo, 0)  # errors are always reported
        deadline = time.monotonic() + LIMIT
        with contextlib.suppress(BrokenPipeError):
            os.write(fifo, f"{os.getpid()}\n".encode())
        while not (cancelled() or reader_closed.poll(_CANCEL_CHECK_MS)):
            if time.monotonic() > deadline:
                return
    finally:
        os.close(fifo)
