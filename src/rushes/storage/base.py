"""Where finished videos are kept: what every place for them can do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Protocol


class StorageError(Exception):
    """Tell why a video could not be stored or read; the text is fit to be shown to the caller."""


class MissingOutputError(Exception):
    """Tell that nothing is stored under a name, or no more."""


@dataclass(frozen=True)
class StoredFile:
    """What was stored: its name, its length in bytes and its checksum."""

    name: str
    size: int
    sha256: str


class OpenOutput(Protocol):
    """A stored video that is being read."""

    @property
    def size(self) -> int:
        """Return its length in bytes."""

    async def sha256(self) -> str | None:
        """Return the checksum of its bytes; None where the place vouches for them by itself.

        Raises StorageError when they cannot be read.
        """

    def blocks(self, start: int, stop: int) -> AsyncIterator[bytes]:
        """Yield the bytes [start, stop).

        Raises EOFError when they end early, StorageError when they cannot be read.
        """

    def close(self) -> None:
        """Let it go."""


class Storage(Protocol):
    """A place for videos, by name; names hold no path separators."""

    async def put(self, name: str, content: AsyncIterator[bytes]) -> StoredFile:
        """Store a video whole or not at all; an earlier one of that name is replaced.

        Raises StorageError when the place refuses, BrokenVideoError when the stream was no whole
        MP4; what the stream itself raises goes through.
        """

    async def find(self, name: str) -> StoredFile | None:
        """Return what is stored under a name; raise StorageError when that cannot be told."""

    async def open(self, name: str) -> OpenOutput:
        """Open a video; raise MissingOutputError when it is gone, else StorageError."""

    async def delete(self, name: str) -> None:
        """Remove a video; a missing one is no error. Raises StorageError."""

    async def signed_url(self, name: str, expires_at: int) -> str | None:
        """Return a URL that gives the video without credentials until `expires_at`, unix seconds.

        None where the place makes no such URLs, or none that lasts so long.
        """

    async def check(self) -> None:
        """Raise StorageError unless videos can be written and removed here."""


def check_name(name: str) -> str:
    """Return a name that may be an output's; raise ValueError for any other."""
    if not name or PurePath(name).name != name or name.startswith("."):
        raise ValueError(f"not an output name: {name!r}")
    return name
