"""Run a command under the system call filter of a unit, as systemd would.

    python tests/deploy/sandbox.py UNIT COMMAND ...

systemd's own lists and libseccomp, which it is built on, say what a name means.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import errno
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ALLOW, ERRNO = 0x7FFF0000, 0x00050000
SETTING = "SystemCallFilter="


def filters(unit: Path) -> list[str]:
    lines = unit.read_text().splitlines()
    return [line.removeprefix(SETTING) for line in lines if line.startswith(SETTING)]


def members(name: str) -> set[str]:
    """Return the system calls of a name: itself, or those of a group such as @system-service."""
    if not name.startswith("@"):
        return {name}
    done = subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager", name],
        check=True,
        capture_output=True,
        text=True,
    )
    listed = [line.strip() for line in done.stdout.splitlines()[1:]]
    found: set[str] = set()
    for word in listed:
        if word and not word.startswith("#"):
            found |= members(word)
    return found


def allowed(unit: Path) -> set[str]:
    found = members("@default")
    for text in filters(unit):
        listed: set[str] = set()
        for name in text.removeprefix("~").split():
            listed |= members(name)
        found = found - listed if text.startswith("~") else found | listed
    return found


def install(calls: Iterable[str]) -> None:
    """Refuse all other system calls to this process and its children, with EPERM."""
    library = ctypes.CDLL(ctypes.util.find_library("seccomp"), use_errno=True)
    library.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(ERRNO | errno.EPERM)))
    for name in calls:
        number = library.seccomp_syscall_resolve_name(name.encode())
        if number >= 0:
            library.seccomp_rule_add(context, ctypes.c_uint32(ALLOW), number, 0)
    if library.seccomp_load(context):
        raise OSError("the filter could not be loaded")


if __name__ == "__main__":
    install(allowed(Path(sys.argv[1])))
    os.execvp(sys.argv[2], sys.argv[2:])
