"""Read a stored file in blocks without blocking the event loop on a page that is not cached.

`preadv` with `RWF_NOWAIT` returns what the page cache holds; only a miss goes to a thread. Where
the flag does not exist (macOS) every block goes to a thread.
"""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from rushes.clock import real_sleep
from rushes.storage.base import os_errors
from rushes.storage.checksums import Checksums

BLOCK = 256 * 1024  # bytes
_NOWAIT = getattr(os, "RWF_NOWAIT", None)


@dataclass(frozen=True)
class OpenFile:
    """A file held open, so that it can be deleted or replaced while it is being sent."""

    descriptor: int
    size: int
    checksums: Checksums = field(default_factory=Checksums)

    async def sha256(self) -> str:
        with os_errors("The video could not be read"):
            return await self.checksums.of(self.descriptor)

    async def blocks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        """Yield the bytes [start, stop) in blocks; raises EOFError if the file is shorter."""
        while start < stop:
            block = await self._read(start, min(BLOCK, stop - start))
            if not block:
                raise EOFError(f"file ends at {start} of {stop} bytes")
            start += len(block)
            yield block

    def close(self) -> None:
        os.close(self.descriptor)

    async def _read(self, offset: int, length: int) -> bytes:
        if _NOWAIT is not None:
            buffer = bytearray(length)
            try:
                count = os.preadv(self.descriptor, [buffer], offset, _NOWAIT)
            except OSError:
                # EAGAIN: not in the cache. EOPNOTSUPP: a file system without the flag.
                count = 0
            if count:
                # Other tasks' turn: a fast client would otherwise hold the loop until the end.
                await real_sleep(0)
                return bytes(memoryview(buffer)[:count])
        return await asyncio.to_thread(os.pread, self.descriptor, length, offset)


def open_file(path: Path, checksums: Checksums | None = None) -> OpenFile:
    descriptor = open_regular(path)
    return OpenFile(descriptor, os.fstat(descriptor).st_size, checksums or Checksums())


def open_regular(path: Path) -> int:
    """Open a regular file for reading; raise FileNotFoundError for anything else."""
    # A pipe would otherwise make the opener wait until somebody writes to it.
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise FileNotFoundError(path)
    return descriptor
