"""A file that is not whole yet, and what is known of the bytes that it has."""

from __future__ import annotations

import contextlib
import json
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

INTERVAL = 2.0  # seconds between two moments at which what is written is brought to the disk


class Version(NamedTuple):
    """Which video the bytes are of: its strong ETag and its length, None where not known."""

    tag: str | None = None
    total: int | None = None


class PartFile:
    """A `.part` file, and beside it a `.part.tag` that makes it usable for a later process.

    That tells whose bytes those are and how many are surely on the disk: of the others a power cut
    may leave nothing but zeros.
    """

    def __init__(self, path: Path, owner: str) -> None:
        self.path = path
        self.offset = 0
        self.version = Version()
        self._owner = owner
        self._note = path.with_name(f"{path.name}.tag")
        self._file: BinaryIO | None = None
        self._starts_over = True
        self._safe = 0
        self._secured = time.monotonic()

    def take_up(self) -> None:
        """Go on from what another process has left, if it can be told what that is."""
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
            version, safe = Version(note["tag"], note["total"]), note["safe"]
            size = min(self.path.stat().st_size, safe)
        except (OSError, ValueError, TypeError, KeyError):
            return
        if note["owner"] == self._owner and version.tag and size > 0:
            self.offset, self.version, self._starts_over, self._safe = size, version, False, size

    def begin(self, version: Version) -> None:
        """Start over at the first byte that is written."""
        self.offset, self.version, self._starts_over = 0, version, True

    def write(self, blocks: Iterable[bytes]) -> None:
        """Append bytes."""
        file = self._opened()
        for block in blocks:
            file.write(block)
            self.offset += len(block)
        if time.monotonic() - self._secured >= INTERVAL:
            self._secure(file)

    def finish(self, path: Path) -> None:
        """Bring the file to the disk, then under another name."""
        file = self._opened()
        file.flush()
        os.fsync(file.fileno())
        self._safe = self.offset
        self.close()
        self.path.replace(path)
        self._note.unlink(missing_ok=True)
        _sync_directory(path.parent)

    def close(self) -> None:
        """Close the file; what it has can be gone on from."""
        file, self._file = self._file, None
        if file is None:
            return
        with contextlib.closing(file):
            if self.offset > self._safe:
                # Whoever closes it after an error wants to hear of that one.
                with contextlib.suppress(OSError):
                    self._secure(file)

    def _opened(self) -> BinaryIO:
        if self._starts_over:
            self.close()
            if self._note.exists():
                # It must not come back after a power cut, beside bytes that it does not tell of.
                self._note.unlink()
                _sync_directory(self._note.parent)
            self._file = self.path.open("wb")
            self._safe = 0
            self._starts_over = False
        elif self._file is None:
            self._file = self.path.open("r+b")
            self._file.seek(self.offset)
            self._file.truncate()
        return self._file

    def _secure(self, file: BinaryIO) -> None:
        """Bring what is written to the disk, then take note of how much that is."""
        if self.version.tag is None:
            return  # nobody will be able to go on from it
        offset = self.offset
        file.flush()
        os.fsync(file.fileno())
        self._safe, self._secured = offset, time.monotonic()
        note = {"owner": self._owner, **self.version._asdict(), "safe": offset}
        written = self.path.with_name(f"{self.path.name}.new")
        written.write_text(json.dumps(note), encoding="utf-8")
        written.replace(self._note)


def _sync_directory(path: Path) -> None:
    # Not every system lets a directory be opened; the rename is done in any case.
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
