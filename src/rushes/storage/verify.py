"""What a stream of bytes came to, on its way into storage."""

from __future__ import annotations

import hashlib

from rushes.storage.base import StoredFile
from rushes.storage.mp4_check import Mp4Walker


class OutputVerifier:
    """Count, hash and verify a video's blocks as they go by."""

    def __init__(self) -> None:
        self._size = 0
        self._digest = hashlib.sha256()
        self._walker = Mp4Walker()

    def add(self, block: bytes) -> None:
        """Take the next block; raise BrokenVideoError once it cannot be a video."""
        self._walker.feed(block)
        self._digest.update(block)
        self._size += len(block)

    def finish(self, name: str) -> StoredFile:
        """Return what goes under `name`; raise BrokenVideoError unless it was a whole video."""
        self._walker.finish()
        return StoredFile(name, self._size, self._digest.hexdigest())
