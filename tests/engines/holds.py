"""Hold renders at a stage, so that a test can look at them or end them there."""

from __future__ import annotations

import asyncio
import os
import select
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.engines.hold import Stage


class RenderHold:
    """Holds each render at one stage, in workers that run with RUSHES_TEST_HOLD=`folder`.

    A context manager; leaving it releases the renders that are held and holds no more.
    """

    def __init__(self, folder: Path, stage: Stage) -> None:
        self._path = folder / stage
        folder.mkdir(exist_ok=True)
        os.mkfifo(self._path)
        # Open for writing too: otherwise it reads as ended after the first worker has gone on.
        self._fifo: int | None = os.open(self._path, os.O_RDWR | os.O_NONBLOCK)
        self._received = b""

    def __enter__(self) -> RenderHold:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def wait(self, timeout: float = 100.0) -> int:
        """Wait until one more render is held; return the process id of its worker."""
        assert self._fifo is not None, "this hold is released"
        while b"\n" not in self._received:
            if not select.select([self._fifo], [], [], timeout)[0]:
                raise TimeoutError(f"no render was held at {self._path} in {timeout} seconds")
            self._received += os.read(self._fifo, 4096)
        pid, _, self._received = self._received.partition(b"\n")
        return int(pid)

    async def reached(self) -> int:
        """Wait like `wait`, without blocking the event loop."""
        return await asyncio.to_thread(self.wait)

    def release(self) -> None:
        """Let held renders go on and hold no more."""
        if self._fifo is not None:
            self._path.unlink()
            os.close(self._fifo)
            self._fifo = None
