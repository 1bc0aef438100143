"""Where a download goes: a file that gets its name when it is complete, or a file object."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from rushes.sdk._params import BinaryFile, FilePath
from rushes.sdk._partial_file import PartialFile, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUFFIXES = {
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
}


class PathSink(PartialFile):
    """A file, or a directory in which the file is named after the job."""

    def __init__(self, to: FilePath | None, stem: str, *, resume: bool, overwrite: bool) -> None:
        folder, given = _location(to)
        self._overwrite = overwrite
        self._is_named_after_job = given is None
        name = _file_name(stem) if given is None else given
        super().__init__(folder / f"{name}.part", stem)
        self.path = folder / (f"{name}.mp4" if given is None else name)
        _check_free(self.path, overwrite=overwrite)
        if resume:
            self.resume()

    def prepare(self, media_type: str, total: int | None) -> None:
        """Raise OSError if a video of so many bytes cannot be written here."""
        if self._is_named_after_job:
            self.path = self.path.with_suffix(_SUFFIXES.get(media_type, ".mp4"))
        _check_free(self.path, overwrite=self._overwrite)
        if total is not None:
            self._check_space(total)

    def finish(self) -> None:
        _check_free(self.path, overwrite=self._overwrite)
        self.publish(self.path)

    def _check_space(self, total: int) -> None:
        part = self.part
        try:
            free = shutil.disk_usage(part.parent).free
            there = part.stat().st_size if part.exists() else 0
        except OSError:
            return  # the file system does not say; writing will show
        if total > free + there:
            error = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
            error.add_note(f"The video has {total} bytes, and there is room for {free + there}")
            raise error


class FileObjectSink:
    """A file object; it can start over only if it can seek and truncate."""

    path = None

    def __init__(self, file: BinaryFile) -> None:
        given: Any = file
        if not hasattr(given, "write") or isinstance(given, io.TextIOBase):
            raise TypeError("The target must be a path, or a file open for writing in binary mode")
        self._file = file
        self._start: int | None = None
        with contextlib.suppress(AttributeError, OSError):
            self._start = file.tell()  # type: ignore[attr-defined]  # suppressed if it has none
        self.offset = 0
        self.version = Version()

    def prepare(self, media_type: str, total: int | None) -> None:
        pass  # how much a file object takes shows when it is written

    def begin(self, version: Version) -> None:
        if self.offset:
            file: Any = self._file
            if self._start is None or not file.seekable():
                raise io.UnsupportedOperation("the file object cannot go back to its start")
            file.seek(self._start)
            file.truncate()
        self.offset, self.version = 0, version

    def write(self, blocks: Iterable[bytes]) -> None:
        for block in blocks:
            rest = block
            while rest:
                written = self._write_some(rest)
                self.offset += written
                rest = rest[written:]

    def _write_some(self, data: bytes) -> int:
        """Write as much as the file takes at once; return how much that was."""
        written = self._file.write(data)
        if written is None and not isinstance(self._file, io.RawIOBase):
            return len(data)  # a writer of the caller that returns nothing
        if not written:
            raise BlockingIOError(errno.EAGAIN, "the file object takes nothing more now")
        return int(written)

    def saved(self) -> Iterator[bytes]:
        return iter(())  # there is no earlier process whose bytes would have to be read

    def finish(self) -> None:
        pass  # the file stays open: it is the caller's

    def close(self) -> None:
        pass


Sink = PathSink | FileObjectSink


def check_writable(to: FilePath, overwrite: bool) -> None:
    """Raise OSError if a video cannot be written there; an empty file is tried beside it."""
    import tempfile

    folder, name = _location(to)
    if name is not None:
        _check_free(folder / name, overwrite=overwrite)
        if (part := folder / f"{name}.part").exists():
            part.open("ab").close()
    # As long a name as the longest that a download will need.
    with tempfile.NamedTemporaryFile(prefix=f"{name or 'video'}.", dir=folder):
        pass


def _location(to: FilePath | None) -> tuple[Path, str | None]:
    """Return the directory and the name of a file, None for one named after the job."""
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
