"""A file that is not complete yet, and what is known about its bytes."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

READ_SIZE = 1 << 20  # bytes
SYNC_INTERVAL = 2.0  # seconds between two moments at which what is written is synced to disk


class Version(NamedTuple):
    """The video that the bytes belong to: its strong ETag and its length, None if not known."""

    tag: str | None = None
    total: int | None = None


class PartialFile:
    """A `.part` file, and beside it a `.part.tag` from which a later process can resume it.

    The latter says which video the bytes belong to and how many of them are synced: a power cut
    may turn the others into zeros.
    """

    def __init__(self, part: Path, owner: str, permissions: int | None = None) -> None:
        """`permissions` are those of the file that it will replace, None for a new one's."""
        self.part = part
        self.offset = 0
        self.version = Version()
        self._owner = owner
        self._permissions = permissions
        self._note = part.with_name(f"{part.name}.tag")
        self._file: BinaryIO | None = None
        self._starts_over = True
        self._synced = 0
        self._synced_at = time.monotonic()

    def resume(self) -> None:
        """Continue what another process has left, if it is of the same video."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            version, synced = Version(note["tag"], note["total"]), note["safe"]
            size = min(self.part.stat().st_size, synced)
        except (OSError, ValueError, TypeError, KeyError):
            return
        if note["owner"] == self._owner and version.tag and size > 0:
            self.offset, self.version, self._starts_over, self._synced = size, version, False, size

    def begin(self, version: Version) -> None:
        # The file is only emptied by the first byte that is written.
        self.offset, self.version, self._starts_over = 0, version, True

    def write(self, blocks: Iterable[bytes]) -> None:
        file = self._opened()
        for block in blocks:
            file.write(block)
            self.offset += len(block)
        if time.monotonic() - self._synced_at >= SYNC_INTERVAL:
            self._sync(file)

    def saved(self) -> Iterator[bytes]:
        """Yield everything that has been written, what an earlier process has left included."""
        self._opened().flush()
        with self.part.open("rb") as file:
            while block := file.read(READ_SIZE):
                yield block

    def publish(self, path: Path, permissions: int | None = None) -> None:
        """Sync the file, then give it its name, and `permissions` unless they are None."""
        file = self._opened()
        if permissions is not None:
            _set_permissions(file, permissions)
        file.flush()
        os.fsync(file.fileno())
        self._synced = self.offset
        self.close()
        self.part.replace(path)
        self._note.unlink(missing_ok=True)
        _sync_directory(path.parent)

    def close(self) -> None:
        file, self._file = self._file, None
        if file is None:
            return
        with contextlib.closing(file):
            if self.offset > self._synced:
                # After an error that one is more important.
                with contextlib.suppress(OSError):
                    self._sync(file)

    def _opened(self) -> BinaryIO:
        if self._starts_over:
            self.close()
            if self._note.exists():
                # It must not come back after a power cut, beside bytes of another video.
                self._note.unlink()
                _sync_directory(self._note.parent)
            self._file = self.part.open("wb")
            if self._permissions is not None:
                # Before there is a byte that others could read; the owner can resume it.
                _set_permissions(self._file, self._permissions | 0o600)
            self._synced = 0
            self._starts_over = False
        elif self._file is None:
            self._file = self.part.open("r+b")
            self._file.seek(self.offset)
            self._file.truncate()
        return self._file

    def _sync(self, file: BinaryIO) -> None:
        """Sync what is written, then note how much that is."""
        if self.version.tag is None:
            return  # it cannot be resumed
        offset = self.offset
        file.flush()
        os.fsync(file.fileno())
        self._synced, self._synced_at = offset, time.monotonic()
        note = {"owner": self._owner, **self.version._asdict(), "safe": offset}
        written = self.part.with_name(f"{self.part.name}.new")
        written.write_text(json.dumps(note), encoding="utf-8")
        written.replace(self._note)


def _set_permissions(file: BinaryIO, permissions: int) -> None:
    # Not every file system has them.
    with contextlib.suppress(OSError):
        os.chmod(file.fileno(), permissions)  # noqa: PTH101 - a descriptor


def _sync_directory(path: Path) -> None:
    # Not every system can open a directory; the rename is done in any case.
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
