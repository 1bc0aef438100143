"""Checksums of stored files: each file is read whole once, and again only once it has changed."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict

MOST = 10_000  # files that are remembered
BLOCK = 1024 * 1024  # bytes

# What a file's bytes cannot change without, unless the disk itself forgets them.
State = tuple[int, int, int, int, int]


class Checksums:
    """Remember the SHA-256 of files by their state, and read those that are not known."""

    def __init__(self) -> None:
        self._known: OrderedDict[State, str] = OrderedDict()
        self._reading = asyncio.Lock()

    def note(self, descriptor: int, sha256: str) -> None:
        """Remember what an open file holds: whoever wrote it knows."""
        self._known[_state(descriptor)] = sha256
        if len(self._known) > MOST:
            self._known.popitem(last=False)

    async def of(self, descriptor: int) -> str:
        """Return the checksum of an open file; raise OSError when it cannot be read.

        One is read at a time, and one that many ask for only once.
        """
        if known := self._known.get(_state(descriptor)):
            return known
        async with self._reading:
            if known := self._known.get(_state(descriptor)):
                return known
            sha256 = await asyncio.to_thread(_read, descriptor)
            self.note(descriptor, sha256)
            return sha256


def _state(descriptor: int) -> State:
    stat = os.fstat(descriptor)
    return stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns


def _read(descriptor: int) -> str:
    digest, offset = hashlib.sha256(), 0
    while block := os.pread(descriptor, BLOCK, offset):
        digest.update(block)
        offset += len(block)
    return digest.hexdigest()
