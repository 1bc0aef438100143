"""Checksums of stored files: each file is hashed once, and again only after it has changed."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict

MAX_FILES = 10_000  # that are remembered
BLOCK = 1024 * 1024  # bytes

# Device, inode, size, mtime and ctime: metadata that changes whenever the content does.
State = tuple[int, int, int, int, int]


class Checksums:
    def __init__(self) -> None:
        self._known: OrderedDict[State, str] = OrderedDict()
        self._reading = asyncio.Lock()

    def note(self, descriptor: int, sha256: str) -> None:
        """Remember the SHA-256 of an open file, which its writer knows without reading it."""
        self._known[_state(descriptor)] = sha256
        if len(self._known) > MAX_FILES:
            self._known.popitem(last=False)

    async def of(self, descriptor: int) -> str:
        """Return the SHA-256 of an open file; raises OSError."""
        if known := self._known.get(_state(descriptor)):
            return known
        # One file at a time, and looked up again: many requests for one video read it once.
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
