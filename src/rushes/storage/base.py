"""The interface of a storage for finished videos."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol

from rushes.outages import Outage

outage = Outage(logging.getLogger("rushes.storage"), "storage", "storage")


class StorageError(Exception):
    """A video could not be stored or read; the text is fit to be shown to the caller."""


class MissingOutputError(Exception):
    """Nothing is stored under a name, or no longer."""


@dataclass(frozen=True)
class StoredFile:
    name: str
    size: int  # bytes
    sha256: str


class OpenOutput(Protocol):
    """A stored video that is being read."""

    @property
    def size(self) -> int:
        """In bytes."""

    async def sha256(self) -> str | None:
        """Return the checksum, None where the storage keeps its own; raises StorageError."""

    def blocks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        """Yield the bytes [start, stop); raises EOFError when they end early, or StorageError."""

    def close(self) -> None: ...


class Storage(Protocol):
    """Videos by name; names hold no path separators."""

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        """Store a complete video or nothing; an earlier one of that name is replaced.

        Raises StorageError, and BrokenVideoError when the stream is not a complete MP4; what the
        stream itself raises propagates.
        """

    async def find(self, name: str) -> StoredFile | None:
        """Return what is stored under a name, if anything; raises StorageError."""

    async def open(self, name: str) -> OpenOutput:
        """Open a video; raises MissingOutputError when it is gone, or StorageError."""

    async def delete(self, name: str) -> None:
        """Delete a video; a missing one is not an error. Raises StorageError."""

    def names(self) -> AsyncIterator[list[str]]:
        """Yield the names of all that is stored, some at a time; raises StorageError."""

    async def signed_url(self, name: str, expires_at: int) -> str | None:
        """Return a URL that needs no credentials until `expires_at`, in Unix seconds.

        None where the storage makes no such URLs, or none that lasts so long.
        """

    async def check(self) -> None:
        """Raise StorageError unless videos can be written and deleted here."""


def check_name(name: str) -> str:
    # Names come from job ids and from URLs: one that is a path must not leave the storage.
    if not name or PurePath(name).name != name or name.startswith("."):
        raise ValueError(f"not an output name: {name!r}")
    return name


@contextlib.contextmanager
def os_errors(what: str) -> Iterator[None]:
    """Raise an OSError as StorageError: what failed, and the system's reason without the path."""
    try:
        yield
    except OSError as error:
        problem = f"{what}: {error.strerror or type(error).__name__}"
        if not isinstance(error, FileNotFoundError):
            outage.failed(problem)
        raise StorageError(problem) from error
    else:
        outage.works()
