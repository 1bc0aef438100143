"""Where a download goes: a file that gets its name when it is complete, or what takes bytes."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from rushes.sdk import _sources, _targets
from rushes.sdk._params import BinaryFile, FilePath
from rushes.sdk._partial_file import PartialFile, Version
from rushes.sdk._targets import Location, is_stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SUFFIXES = {
    "video/webm": ".webm",
    "video/quicktime": ".mov",
    "video/x-matroska": ".mkv",
    "video/x-msvideo": ".avi",
}


class PathSink(PartialFile):
    """A file, or a directory in which the file is named after the job.

    A link stays, and the file that it leads to is written; a file that is replaced keeps its
    permissions.
    """

    def __init__(self, location: Location, stem: str, *, resume: bool, overwrite: bool) -> None:
        self._overwrite = overwrite
        self._is_named_after_job = location.name is None
        name = _file_name(stem) if location.name is None else location.name
        self.path = location.folder / (f"{name}.mp4" if location.name is None else name)
        _targets.check_free(self.path, overwrite=overwrite)
        real = _targets.real_path(self.path)
        # Beside the file itself, because a rename must not cross file systems.
        part = real if real != self.path else location.folder / name
        super().__init__(part.with_name(f"{part.name}.part"), stem, _targets.permissions(real))
        if resume:
            self.resume()

    def prepare(self, media_type: str, total: int | None) -> None:
        """Raise OSError if a video of so many bytes cannot be written here."""
        if self._is_named_after_job:
            self.path = self.path.with_suffix(_SUFFIXES.get(media_type, ".mp4"))
        _targets.check_free(self.path, overwrite=self._overwrite)
        if total is not None:
            self._check_space(total)

    def finish(self) -> None:
        _targets.check_free(self.path, overwrite=self._overwrite)
        real = _targets.real_path(self.path)
        self.publish(real, _targets.permissions(real))

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

    path: Path | None = None

    def __init__(self, file: BinaryFile) -> None:
        found = _sources.file_of(file, "write")
        if found is None or _is_text(found) or _sources.denies(found, "writable"):
            raise TypeError("The target must be a path, or a file open for writing in binary mode")
        if _sources.is_async(found.write):
            raise TypeError(
                f"A {type(found).__name__} can only be written asynchronously; pass a path, or a"
                " file open for writing in binary mode"
            )
        if getattr(found, "closed", False) is True:
            raise ValueError("The target is closed; pass it while it is open")
        self._file: BinaryFile = found
        self._start: int | None = None
        with contextlib.suppress(AttributeError, OSError):
            self._start = found.tell()  # suppressed if it has none
        self.offset = 0
        self.version = Version()

    def prepare(self, media_type: str, total: int | None) -> None:
        pass  # how much a file object takes shows when it is written

    def begin(self, version: Version) -> None:
        if self.offset:
            file: Any = self._opened()
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
        file = self._opened()
        written = file.write(data)
        if written is None and not isinstance(file, io.RawIOBase):
            return len(data)  # a writer of the caller that returns nothing
        if not written:
            raise BlockingIOError(errno.EAGAIN, "the file object takes nothing more now")
        return int(written)

    def saved(self) -> Iterator[bytes]:
        return iter(())  # there is no earlier process whose bytes would have to be read

    def _opened(self) -> BinaryFile:
        return self._file

    def finish(self) -> None:
        pass  # the file stays open: it is the caller's

    def close(self) -> None:
        pass


def _is_text(file: Any) -> bool:
    # Temporary files wrap the real one.
    return isinstance(file, io.TextIOBase) or isinstance(getattr(file, "file", None), io.TextIOBase)


class StreamSink(FileObjectSink):
    """A device or a pipe; it is opened by the first byte, and cannot start over."""

    def __init__(self, path: Path) -> None:
        self.path = self._target = path
        self._stream: BinaryIO | None = None
        self._start = None
        self.offset = 0
        self.version = Version()

    def _opened(self) -> BinaryFile:
        if self._stream is None:
            self._stream = _targets.open_stream(self._target)
        return self._stream

    def close(self) -> None:
        if self._stream is not None:
            self._stream.close()


Sink = PathSink | FileObjectSink


def sink_for(to: FilePath | BinaryFile | None, stem: str, *, resume: bool, overwrite: bool) -> Sink:
    if to is not None and not isinstance(to, str | os.PathLike):
        return FileObjectSink(to)
    location = Location.of(to)
    if location.name is not None and is_stream(path := location.folder / location.name):
        return StreamSink(path)
    return PathSink(location, stem, resume=resume, overwrite=overwrite)


def check_writable(to: FilePath, overwrite: bool) -> None:
    """Raise OSError if a video cannot be written there; an empty file is tried beside it."""
    import tempfile

    folder, name = Location.of(to)
    if name is not None:
        if is_stream(folder / name):
            _targets.check_stream(folder / name)
            return
        _targets.check_free(folder / name, overwrite=overwrite)
        real = _targets.real_path(folder / name)
        folder, name = real.parent, real.name
        if (part := folder / f"{name}.part").exists():
            part.open("ab").close()
    # As long a name as the longest that a download will need.
    with tempfile.NamedTemporaryFile(prefix=f"{name or 'video'}.", dir=folder):
        pass


def _file_name(stem: str) -> str:
    name = quote(stem, safe=" ")
    return f"_{name}" if name.startswith(".") else name
