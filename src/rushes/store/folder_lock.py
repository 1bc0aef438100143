"""A lock on the data folder, which ends with its process and names it."""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from rushes.private_files import private_folder, private_opener

# What is in a data folder, so that one with anything else in it is told apart.
_DATA = r"rushes\.sqlite3.*|outputs|work|cache|lock|\.?links\.secret.*"


@dataclass(frozen=True)
class Owner:
    """The process that holds a folder; `url` is where it serves, `lasting` until it is stopped."""

    pid: int
    url: str | None = None
    lasting: bool = False


class FolderInUseError(Exception):
    """Another process owns the data folder."""

    def __init__(self, folder: Path, owner: Owner | None) -> None:
        by = f"process {owner.pid}" if owner else "another process"
        at = f", which serves {owner.url}" if owner and owner.url else ""
        super().__init__(f"The data folder {folder} is in use by {by}{at}")
        self.owner = owner


class FolderLock:
    """Holds a folder until `release` or the end of the process, however it ends."""

    def __init__(self, folder: Path) -> None:
        private_data_folder(folder)
        lock = folder / "lock"
        self._file = open(lock, "a+", opener=private_opener)  # noqa: SIM115 - it is held
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            owner = _read(self._file.fileno())
            self._file.close()
            raise FolderInUseError(folder, owner) from None
        self.previous = _read(self._file.fileno())  # who held it before
        self.announce(None)

    def announce(self, url: str | None, *, lasting: bool = False) -> None:
        """Write down which process holds the folder and where it serves."""
        self._file.seek(0)
        self._file.truncate()
        json.dump(asdict(Owner(os.getpid(), url, lasting)), self._file)
        self._file.flush()

    def release(self) -> None:
        self._file.close()


def is_empty(folder: Path) -> bool:
    """Return whether a data folder has nothing in it; its lock is nothing."""
    ignored = {"lock", "lost+found"}
    return not folder.exists() or all(path.name in ignored for path in folder.iterdir())


def private_data_folder(folder: Path) -> None:
    """Create a data folder for its owner alone."""
    private_folder(folder, _DATA)


def _read(descriptor: int) -> Owner | None:
    try:
        return Owner(**json.loads(os.pread(descriptor, 4096, 0)))
    except (ValueError, TypeError):
        return None
