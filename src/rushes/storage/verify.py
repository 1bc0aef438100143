"""The checks of a video on its way into storage."""

from __future__ import annotations

import hashlib

from rushes.storage.base import StoredFile
from rushes.storage.pictures import is_picture
from rushes.wire.containers import Mp4Walker


class OutputVerifier:
    """Counts, hashes and checks a video's blocks; a picture's are not checked."""

    def __init__(self, name: str) -> None:
        self._size = 0
        self._digest = hashlib.sha256()
        self._walker = None if is_picture(name) else Mp4Walker()

    def add(self, block: bytes) -> None:
        """Raises BrokenVideoError as soon as the blocks cannot be a video."""
        if self._walker is not None:
            self._walker.feed(block)
        self._digest.update(block)
        self._size += len(block)

    def finish(self, name: str) -> StoredFile:
        """Raises BrokenVideoError unless the blocks were a complete video."""
        if self._walker is not None:
            self._walker.finish()
        return StoredFile(name, self._size, self._digest.hexdigest())
