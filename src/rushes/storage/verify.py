"""The checks of a video on its way into storage."""

from __future__ import annotations

import hashlib

from rushes.storage.base import StoredFile
from rushes.wire.containers import Mp4Walker


class OutputVerifier:
    """Counts, hashes and checks a video's blocks."""

    def __init__(self) -> None:
        self._size = 0
        self._digest = hashlib.sha256()
        self._walker = Mp4Walker()

    def add(self, block: bytes) -> None:
        """Raises BrokenVideoError as soon as the blocks cannot be a video."""
        self._walker.feed(block)
        self._digest.update(block)
        self._size += len(block)

    def finish(self, name: str) -> StoredFile:
        """Raises BrokenVideoError unless the blocks were a complete video."""
        self._walker.finish()
        return StoredFile(name, self._size, self._digest.hexdigest())
