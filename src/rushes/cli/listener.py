"""Which process listens at a port of this machine."""

from __future__ import annotations

import contextlib
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
