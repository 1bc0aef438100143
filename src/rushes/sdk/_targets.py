"""Where on the file system a download goes, and what is there already."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import re
import stat
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from rushes.sdk._params import FilePath

_DESCRIPTORS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}
_DESCRIPTOR = re.compile(r"/(?:dev|proc/(?:self|\d+))/fd/(\d{1,9})").fullmatch


class Location(NamedTuple):
    """A directory, and the name of a file in it; None for one that is named after the job."""

    folder: Path
    name: str | None

    @classmethod
    def of(cls, to: FilePath | None) -> Location:
        given = Path() if to is None else Path(to).expanduser()
        slash = isinstance(to, str) and to.endswith(("/", os.sep))
        folder, name = (given, None) if slash or given.is_dir() else (given.parent, given.name)
        if not folder.is_dir():
            raise FileNotFoundError(f"There is no directory {str(folder)!r}")
        return cls(folder, name)


def is_stream(path: Path) -> bool:
    """Return whether a path is written into rather than replaced: a device, a pipe, a descriptor.

    Raises:
        OSError: nothing can be written there, as it is a disk or a socket.
    """
    if descriptor_of(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False  # there is nothing yet, or that shows when a file is made
    if stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
        kind = "a disk" if stat.S_ISBLK(mode) else "a socket"
        raise OSError(errno.EINVAL, f"A video cannot be written to {kind}", str(path))
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def open_stream(path: Path) -> BinaryIO:
    """Open what `is_stream` for writing; a pipe waits for its reader."""
    descriptor = descriptor_of(path)
    if descriptor is not None:
        # Opening the path anew would empty a file that a shell appends to.
        return cast("BinaryIO", io.FileIO(os.dup(descriptor), "wb"))
    # Not with O_CREAT or O_TRUNC: it exists, and has nothing to be emptied.
    return cast("BinaryIO", io.FileIO(os.open(path, os.O_WRONLY | os.O_NOCTTY), "wb"))


def check_stream(path: Path) -> None:
    """Raise OSError if what `is_stream` cannot be written; a pipe is not opened."""
    descriptor = descriptor_of(path)
    if descriptor is not None:
        os.fstat(descriptor)
        if not _is_writable(descriptor):
            raise OSError(errno.EBADF, "It is open for reading only", str(path))
    elif not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _is_writable(descriptor: int) -> bool:
    try:
        import fcntl  # Windows has none
    except ImportError:
        return True
    return fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY


def real_path(path: Path) -> Path:
    """Return the file that a link leads to, whether or not it exists; other paths as they are.

    Raises:
        OSError: links lead in a circle, or into a directory that does not exist.
    """
    if not path.is_symlink():
        return path
    real = Path(os.path.realpath(path))
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if not real.parent.is_dir():
        raise FileNotFoundError(f"There is no directory {str(real.parent)!r}")
    return real


def permissions(path: Path) -> int | None:
    """Return the permission bits of a file, None if there is none."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o777
    return None


def check_free(path: Path, *, overwrite: bool) -> None:
    if path.is_dir():
        raise IsADirectoryError(f"{str(path)!r} is a directory")
    if not overwrite and path.exists():
        raise FileExistsError(f"{str(path)!r} exists; overwrite=True replaces it")


def descriptor_of(path: Path) -> int | None:
    """Return the number of the open file of this process that a path names."""
    absolute = os.path.abspath(path)  # noqa: PTH100 - `resolve` would follow the link
    if absolute in _DESCRIPTORS:
        return _DESCRIPTORS[absolute]
    found = _DESCRIPTOR(absolute)
    other = re.match(r"/proc/(\d+)/", absolute)
    if found is None or (other and int(other[1]) != os.getpid()):
        return None
    return int(found[1])
