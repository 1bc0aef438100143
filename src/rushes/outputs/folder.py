"""Outputs in a folder: written under a temporary name, flushed, renamed, then they exist."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
PART = ".part"


class StorageError(Exception):
    """Tell why a video could not be stored; the text is fit to be shown to the caller."""


@dataclass(frozen=True)
class StoredFile:
    """What was stored: its place in the folder, its length in bytes and its checksum."""

    name: str
    size: int
    sha256: str


class OutputFolder:
    """Keep files by name under one folder; names hold no path separators.

    Stray temporary files of a killed process are removed when the folder is opened.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(parents=True, exist_ok=True)
        for stray in root.glob(f"*/*{PART}"):
            stray.unlink(missing_ok=True)

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        """Store a stream whole or not at all; an earlier file of that name is replaced.

        Raises StorageError for an empty stream or when the disk refuses; what the stream itself
        raises goes through.
        """
        path = self.path(name)
        part = path.with_name(path.name + PART)
        digest, size = hashlib.sha256(), 0
        try:
            file = await _on_disk(_create, part)
            with file:
                async for block in content:
                    digest.update(block)
                    size += len(block)
                    await _on_disk(file.write, block)
                if not size:
                    raise StorageError("The provider sent an empty video")
                await _on_disk(_flush, file)
            await _on_disk(_rename, part, path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        return StoredFile(name, size, digest.hexdigest())

    async def find(self, name: str) -> StoredFile | None:
        """Return what is stored under a name; a file there is whole, because it was renamed so."""
        return await asyncio.to_thread(_measure, name, self.path(name))

    def path(self, name: str) -> Path:
        """Return where a file of this name lies or would lie; raise ValueError for a bad name."""
        if not name or Path(name).name != name or name.startswith("."):
            raise ValueError(f"not an output name: {name!r}")
        # A folder per day or prefix would change with time; two hash digits spread evenly.
        return self._root / hashlib.sha256(name.encode()).hexdigest()[:2] / name

    def delete(self, name: str) -> None:
        """Remove a file; a missing one is no error."""
        self.path(name).unlink(missing_ok=True)


async def _on_disk(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    try:
        return await asyncio.to_thread(work, *args, **kwargs)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StorageError(f"The video could not be stored: {reason}") from error


def _measure(name: str, path: Path) -> StoredFile | None:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256")
            return StoredFile(name, file.tell(), digest.hexdigest())
    except FileNotFoundError:
        return None


def _create(part: Path) -> BinaryIO:
    part.parent.mkdir(parents=True, exist_ok=True)
    return part.open("wb")


def _flush(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _rename(part: Path, path: Path) -> None:
    part.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
