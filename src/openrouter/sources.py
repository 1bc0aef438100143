"""Where a medium may come from."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, Protocol, Union


class Readable(Protocol):
    """A file open for reading in binary."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes."""


class Picture(Protocol):
    """A Pillow image."""

    @property
    def mode(self) -> str:
        """Return the kind of its pixels."""

    def save(self, fp: Any, format: str | None = ..., **params: Any) -> None:  # noqa: A002 - Pillow's
        """Write it."""


# An address, a path, the bytes of a file, an open file, or a Pillow image.
Source = Union[  # noqa: UP007 - so that it has a meaning at run time, too
    str, os.PathLike[str], bytes, bytearray, memoryview, Readable, Picture
]
# One alone stands for itself.
Sources = Union[Source, Iterable[Source]]  # noqa: UP007 - as above
