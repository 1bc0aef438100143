"""What processes that record into one folder know of each other: two locks per recording.

`lock` is held by the one that is sending the request, or downloading the video. `upstream.json` has
the upstream's id of the video that is being made; each process that waits for the video holds it
shared, so an id that nobody holds is that of a process which has ended. Both locks end with their
process, however it ends.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO
from weakref import WeakValueDictionary

from rushes.clock import real_sleep
from rushes.providers.recordings import RecordingError

LOCK, UPSTREAM = "lock", "upstream.json"
PATIENCE = 30.0  # seconds until who waits looks whether its job is to go on
PAUSE = 0.05  # seconds between looks at a lock that another process holds


class InUseError(Exception):
    """Another process, or another account, is recording the request; the message says so."""


class SharedUpstreams:
    """The upstreams' ids of what is being recorded, by digest; `account` is who polls them."""

    def __init__(self, folder: Path, account: str) -> None:
        self._folder = folder
        self._account = account
        # Of those that are held or waited for.
        self._locks = WeakValueDictionary[str, asyncio.Lock]()
        self._held: dict[str, tuple[str, IO[str] | None]] = {}

    @contextlib.asynccontextmanager
    async def turn(self, digest: str) -> AsyncIterator[None]:
        """Hold a recording alone, among all processes.

        Raises InUseError after PATIENCE seconds, and RecordingError.
        """
        path = self._folder / digest / LOCK
        lock = self._locks.setdefault(digest, asyncio.Lock())
        async with lock:
            clock = asyncio.get_running_loop().time
            until = clock() + PATIENCE
            while (file := _locked(path)) is None:
                if clock() > until:
                    raise InUseError(f"Another process is still recording this request in {path}")
                await real_sleep(PAUSE)
            try:
                yield
            finally:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)
                _let_go(file)

    # The following are for who has the turn.

    def join(self, digest: str) -> str | None:
        """Return the id of what a living process is having made; None if there is none.

        Raises InUseError if it is another account's.
        """
        if digest in self._held:
            return self._held[digest][0]
        try:
            file = self._path(digest).open(encoding="utf-8")
        except OSError:
            return None
        if _try_lock(file, fcntl.LOCK_EX):  # its last holder has ended
            file.close()
            return None
        try:
            _try_lock(file, fcntl.LOCK_SH)
            shared = json.load(file)
            account, upstream = str(shared["account"]), str(shared["id"])
        except (OSError, ValueError, KeyError, TypeError):
            file.close()
            return None
        if account != self._account:
            file.close()
            raise InUseError(f"This request is being recorded through {account} already")
        self._held[digest] = upstream, file
        return upstream

    def share(self, digest: str, upstream: str) -> None:
        """Let other processes join. What cannot be written is only not shared."""
        self._held[digest] = upstream, None
        with contextlib.suppress(OSError):
            file = self._path(digest).open("w", encoding="utf-8")
            self._held[digest] = upstream, file
            json.dump({"account": self._account, "id": upstream}, file)
            file.flush()
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)

    # The following take a turn where they need one.

    async def others_wait(self, digest: str) -> bool:
        """Let go of an id; return whether another process waits for its video."""
        self.leave(digest)
        try:
            async with self.turn(digest):
                with self._path(digest).open(encoding="utf-8") as file:
                    if not _try_lock(file, fcntl.LOCK_EX):
                        return True
                    self._path(digest).unlink(missing_ok=True)
        except InUseError:  # it is downloading the video
            return True
        except (RecordingError, OSError):  # nothing is shared
            pass
        return False

    def leave(self, digest: str) -> None:
        """Let go of an id."""
        _, file = self._held.pop(digest, ("", None))
        if file is not None:
            _let_go(file)

    def finish(self, digest: str) -> None:
        """Forget an id, since the recording is complete."""
        self.leave(digest)
        with contextlib.suppress(OSError):
            self._path(digest).unlink(missing_ok=True)

    def close(self) -> None:
        for digest in list(self._held):
            self.leave(digest)

    def _path(self, digest: str) -> Path:
        return self._folder / digest / UPSTREAM


def _locked(path: Path) -> IO[bytes] | None:
    """Return a lock's file, locked; None while another holds it. Raises RecordingError."""
    file = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")  # the caller closes it
        if _try_lock(file, fcntl.LOCK_EX) and _is_at(file, path):
            return file
    except OSError as error:
        if file is not None:
            file.close()
        raise RecordingError(f"{path} cannot be locked: {error.strerror}") from error
    file.close()
    return None


def _is_at(file: IO[bytes], path: Path) -> bool:
    """Return whether the path still leads to this file: its last holder may have deleted it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _try_lock(file: IO[bytes] | IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _let_go(file: IO[bytes] | IO[str]) -> None:
    """Unlock a file and close it: a process that was forked meanwhile may have it open too."""
    with contextlib.suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_UN)
    file.close()
