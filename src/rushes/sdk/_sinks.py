"""Where a download goes: into a file that gets its name when it is whole, or a file object."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from rushes.sdk._params import BinaryFile, FilePath
from rushes.sdk._partial_file import PartFile, Version

if TYPE_CHECKING:
    from collections.abc import Iterable

_SUFFIXES = {
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
}


class Target(Protocol):
    """Somewhere to put the bytes of one video, in order, possibly starting over."""

    @property
    def offset(self) -> int:
        """Return how many bytes there are."""

    @property
    def version(self) -> Version:
        """Return which video they are of."""

    def prepare(self, media_type: str, total: int | None) -> None:
        """Check, before anything arrives, that a video of so many bytes may be put here.

        Raises:
            OSError: it may not, or does not fit.
        """

    def begin(self, version: Version) -> None:
        """Forget what is there; the bytes that follow are of `version`.

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

    Until it is whole the video is in a `.part` file.

    Raises:
        FileExistsError: there is a file and it may not be overwritten.
        FileNotFoundError: the directory does not exist.
    """

    def __init__(self, to: FilePath | None, stem: str, *, resume: bool, overwrite: bool) -> None:
        folder, given = _place(to)
        self._overwrite = overwrite
        self._names_itself = given is None
        name = _file_name(stem) if given is None else given
        self.path = folder / (f"{name}.mp4" if given is None else name)
        _check_free(self.path, overwrite=overwrite)
        self._part = PartFile(folder / f"{name}.part", stem)
        if resume:
            self._part.take_up()

    @property
    def offset(self) -> int:
        """Return how many bytes there are."""
        return self._part.offset

    @property
    def version(self) -> Version:
        """Return which video they are of."""
        return self._part.version

    def prepare(self, media_type: str, total: int | None) -> None:
        """Settle the name; raises `FileExistsError` if it is taken."""
        if self._names_itself:
            self.path = self.path.with_suffix(_SUFFIXES.get(media_type, ".mp4"))
        _check_free(self.path, overwrite=self._overwrite)
        if total is not None:
            self._check_space(total)

    def begin(self, version: Version) -> None:
        """Start over at the first byte that is written."""
        self._part.begin(version)

    def write(self, blocks: Iterable[bytes]) -> None:
        """Append to the `.part` file."""
        self._part.write(blocks)

    def finish(self) -> None:
        """Bring the file to the disk, then under its name."""
        _check_free(self.path, overwrite=self._overwrite)
        self._part.finish(self.path)

    def close(self) -> None:
        """Close the `.part` file."""
        self._part.close()

    def _check_space(self, total: int) -> None:
        part = self._part.path
        try:
            free = shutil.disk_usage(part.parent).free
            there = part.stat().st_size if part.exists() else 0
        except OSError:
            return  # it does not tell; then writing will
        if total > free + there:
            error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
            error.add_note(f"The video has {total} bytes, and there is room for {free + there}")
            raise error


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
        self.version = Version()

    def prepare(self, media_type: str, total: int | None) -> None:
        """Take anything."""

    def begin(self, version: Version) -> None:
        """Go back to where the file stood; raises `OSError` if it cannot."""
        if self.offset:
            file: Any = self._file
            if self._start is None or not file.seekable():
                raise io.UnsupportedOperation("the file object cannot go back to its start")
            file.seek(self._start)
            file.truncate()
        self.offset, self.version = 0, version

    def write(self, blocks: Iterable[bytes]) -> None:
        """Write on; raises `OSError` if the file takes no more."""
        for block in blocks:
            rest = block
            while rest:
                taken = self._taken(rest)
                self.offset += taken
                rest = rest[taken:]

    def _taken(self, data: bytes) -> int:
        """Write as much as the file takes at once; return how much that was."""
        told = self._file.write(data)
        if told is None and not isinstance(self._file, io.RawIOBase):
            return len(data)  # a writer of the caller's that tells nothing
        if not told:
            raise BlockingIOError(errno.EAGAIN, "the file object takes nothing more now")
        return int(told)

    def finish(self) -> None:
        """Leave the file open: it is the caller's."""

    def close(self) -> None:
        """Leave the file open: it is the caller's."""


def check_place(to: FilePath, overwrite: bool) -> None:
    """Check that a video may be put somewhere, by putting an empty file beside it for a moment.

    Raises:
        OSError: it may not.
    """
    import tempfile

    folder, name = _place(to)
    if name is not None:
        _check_free(folder / name, overwrite=overwrite)
    # As long a name as the longest that a download will need.
    with tempfile.NamedTemporaryFile(prefix=f"{name or 'video'}.", dir=folder):
        pass


def _place(to: FilePath | None) -> tuple[Path, str | None]:
    """Return the directory and the name of a file, None if it is to be named after the job."""
    given = Path() if to is None else Path(to).expanduser()
    slash = isinstance(to, str) and to.endswith(("/", os.sep))
    folder, name = (given, None) if slash or given.is_dir() else (given.parent, given.name)
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no directory {str(folder)!r}")
    return folder, name


def _check_free(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(f"{str(path)!r} is a directory")
    if not overwrite and path.exists():
        raise FileExistsError(f"{str(path)!r} exists; overwrite=True replaces it")


def _file_name(stem: str) -> str:
    name = quote(stem, safe=" ")
    return f"_{name}" if name.startswith(".") else name
