"""Folders and files that only their owner may read, whatever the umask."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from pathlib import Path

FOLDER, FILE = 0o700, 0o600


def private_folder(folder: Path, ours: str) -> None:
    """Create a folder for its owner alone.

    One that is there already is closed to others only if all names in it match `ours`: others may
    be meant to read the rest.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            raise
        names = re.compile(ours)
        with contextlib.suppress(OSError):
            if all(names.fullmatch(path.name) for path in folder.iterdir()):
                restrict(folder, FOLDER)
    else:
        folder.chmod(FOLDER)


def create_private(path: Path) -> int:
    """Create a file for its owner alone and return its descriptor; raises FileExistsError."""
    return private_opener(str(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC)


def private_opener(path: str, flags: int) -> int:
    """Open a file as `open` wants it, for its owner alone."""
    descriptor = os.open(path, flags, FILE)
    with contextlib.suppress(PermissionError):  # it is there already, and somebody else's
        os.fchmod(descriptor, FILE)
    return descriptor


def restrict(path: Path, most: int) -> None:
    """Take away the permissions beyond `most`, if the file is there and ours to change."""
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        shared = mode & stat.S_ISVTX  # as /tmp is
        if mode & ~most & 0o777 and not shared:
            path.chmod(mode & (most | 0o7000))
