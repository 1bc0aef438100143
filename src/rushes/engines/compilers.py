"""Which processes compile kernels: few at once, and a kernel one of them alone."""

from __future__ import annotations

import contextlib
import fcntl
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMPILERS = 2  # more would wait for the largest kernel
_POLL_SECONDS = 0.02


@contextlib.contextmanager
def place(folder: Path, seconds: float) -> Iterator[bool]:
    """Be one of COMPILERS processes for this folder; yield False if there is no place in `seconds`.

    Those that share a core take each other's caches: they need up to twice the processor time.
    """
    deadline = time.monotonic() + seconds
    while True:
        for number in range(COMPILERS):
            with held(folder / f"compiler-{number}.lock", 0.0) as mine:
                if mine:
                    yield True
                    return
        if time.monotonic() >= deadline:
            yield False
            return
        time.sleep(_POLL_SECONDS)


@contextlib.contextmanager
def held(path: Path, seconds: float) -> Iterator[bool]:
    """Lock a file for this process; yield False if another holds it for `seconds` longer.

    Also yields True where files cannot be written or locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError:
        yield True
        return
    with file:
        yield _locked(file.fileno(), time.monotonic() + seconds)


def _locked(file: int, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(_POLL_SECONDS)
        except OSError:  # a file system without locks
            return True
        else:
            return True
