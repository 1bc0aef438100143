"""Where a download goes: into a file that gets its name when it is whole, or a file object."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUFFIXES = {
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
}

FilePath = str | os.PathLike[str]


class BinaryFile(Protocol):
    """Take bytes, as files opened for writing in binary do."""

    def write(self, data: bytes, /) -> Any:
        """Take all of `data`."""


class Target(Protocol):
    """Somewhere to put the bytes of one video, in order, possibly starting over.

    `offset` bytes are there already, of the version `tag` (a strong ETag; None if unknown).
    """

    offset: int
    tag: str | None

    def prepare(self, media_type: str) -> None:
        """Check, before anything arrives, that the video may be put here."""

    def begin(self, tag: str | None) -> None:
        """Forget what is there; the bytes that follow are of the version `tag`.

        Raises:
            OSError: that is not possible here.
        """

    def write(self, blocks: Iterable[bytes]) -> None:
        """Add bytes."""

    def finish(self) -> None:
        """Make it known that all bytes are there."""

    def close(self) -> None:
        """Release what is open; what was written stays for a later resumption."""


class PathTarget:
    """A file, or a directory in which the file is named after the job.

    Until it is whole the video is in a `.part` file, beside it a `.tag` file with the version. The
    latter makes a `.part` left by an earlier process usable.

    Raises:
        FileExistsError: there is a file and it may not be overwritten.
        FileNotFoundError: the directory does not exist.
    """

    def __init__(self, to: FilePath | None, stem: str, *, resume: bool, overwrite: bool) -> None:
        given = Path() if to is None else Path(to).expanduser()
        slash = isinstance(to, str) and to.endswith(("/", os.sep))
        self._identity = stem
        self._overwrite = overwrite
        self._names_itself = slash or given.is_dir()
        name = _file_name(stem) if self._names_itself else given.name
        self.path = given / f"{name}.mp4" if self._names_itself else given
        self._part = self.path.with_name(f"{name}.part")
        self._tag_file = self._part.with_name(f"{self._part.name}.tag")
        if not self.path.parent.is_dir():
            raise FileNotFoundError(f"There is no directory {str(self.path.parent)!r}")
        self._check_free()
        self._file: BinaryIO | None = None
        self._starts_over = True
        self.offset, self.tag = self._left_over() if resume else (0, None)

    def prepare(self, media_type: str) -> None:
        """Settle the name; raises `FileExistsError` if it is taken."""
        if self._names_itself:
            self.path = self.path.with_suffix(_SUFFIXES.get(media_type, ".mp4"))
        self._check_free()

    def begin(self, tag: str | None) -> None:
        """Start over at the first byte that is written."""
        self.offset, self.tag, self._starts_over = 0, tag, True

    def write(self, blocks: Iterable[bytes]) -> None:
        """Append to the `.part` file."""
        file = self._opened()
        for block in blocks:
            file.write(block)
            self.offset += len(block)

    def finish(self) -> None:
        """Bring the file to the disk, then under its name."""
        file = self._opened()
        file.flush()
        os.fsync(file.fileno())
        self.close()
        self._check_free()
        self._part.replace(self.path)
        self._tag_file.unlink(missing_ok=True)
        _sync_directory(self.path.parent)

    def close(self) -> None:
        """Close the file."""
        file, self._file = self._file, None
        if file is not None:
            file.close()

    def _opened(self) -> BinaryIO:
        if self._starts_over:
            self.close()
            self._tag_file.unlink(missing_ok=True)
            self._file = self._part.open("wb")
            if self.tag is not None:
                self._tag_file.write_text(f"{self._identity}\n{self.tag}", encoding="utf-8")
            self._starts_over = False
        elif self._file is None:
            self._file = self._part.open("r+b")
            self._file.seek(self.offset)
        return self._file

    def _left_over(self) -> tuple[int, str | None]:
        try:
            identity, _, tag = self._tag_file.read_text(encoding="utf-8").partition("\n")
            size = self._part.stat().st_size
        except (OSError, ValueError):
            return 0, None
        if identity != self._identity or not tag:
            return 0, None
        self._starts_over = False
        return size, tag

    def _check_free(self) -> None:
        if self.path.is_dir():
            raise IsADirectoryError(f"{str(self.path)!r} is a directory")
        if not self._overwrite and self.path.exists():
            raise FileExistsError(f"{str(self.path)!r} exists; overwrite=True replaces it")


class FileTarget:
    """A file object; it can start over only if it can seek and truncate.

    Raises:
        TypeError: it is no such thing.
    """

    def __init__(self, file: BinaryFile) -> None:
        given: Any = file
        if not hasattr(given, "write") or isinstance(given, io.TextIOBase):
            raise TypeError("The target must be a path, or a file open for writing in binary")
        self._file = file
        self._start: int | None = None
        with contextlib.suppress(AttributeError, OSError):
            self._start = file.tell()  # type: ignore[attr-defined]  # if it has one
        self.offset = 0
        self.tag: str | None = None

    def prepare(self, media_type: str) -> None:
        """Take any type."""

    def begin(self, tag: str | None) -> None:
        """Go back to where the file stood; raises `OSError` if it cannot."""
        if self.offset:
            file: Any = self._file
            if self._start is None or not file.seekable():
                raise io.UnsupportedOperation("the file object cannot go back to its start")
            file.seek(self._start)
            file.truncate()
        self.offset, self.tag = 0, tag

    def write(self, blocks: Iterable[bytes]) -> None:
        """Write on."""
        for block in blocks:
            self._file.write(block)
            self.offset += len(block)

    def finish(self) -> None:
        """Leave the file open: it is the caller's."""

    def close(self) -> None:
        """Leave the file open: it is the caller's."""


def _file_name(stem: str) -> str:
    name = quote(stem, safe=" ")
    return f"_{name}" if name.startswith(".") else name


def _sync_directory(path: Path) -> None:
    # Not every system lets a directory be opened; the rename is done in any case.
    with contextlib.suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
