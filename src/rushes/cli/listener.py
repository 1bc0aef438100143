"""Which process of this machine listens at a port, and which owns a data folder."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

_LISTENING = "0A"  # in /proc/net/tcp
PROC = Path("/proc")


def listener(port: int) -> int | None:
    """Return the id of the process that listens at a port; None if that cannot be found out."""
    wanted = {f"socket:[{inode}]" for inode in _inodes(port)}
    for folder in PROC.glob("[0-9]*/fd"):
        with contextlib.suppress(OSError):  # another user's, or it has ended
            if any(str(file.readlink()) in wanted for file in folder.iterdir()):
                return int(folder.parent.name)
    return None


def _inodes(port: int) -> Iterator[str]:
    for table in (PROC / "net" / "tcp", PROC / "net" / "tcp6"):
        with contextlib.suppress(OSError):
            for line in table.read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == _LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                    yield fields[9]


def last_owner(data_dir: Path) -> int | None:
    """Return the process that was the last to own a data folder; it may have ended."""
    try:
        return int(json.loads((data_dir / "lock").read_text("utf-8"))["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_owned(data_dir: Path) -> bool:
    """Return whether a process of this host seems to own a data folder."""
    owner = last_owner(data_dir)
    try:
        os.kill(owner or 0, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # it is somebody else's
        return True
    return owner is not None
