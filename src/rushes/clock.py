"""The time by which jobs, deadlines, retries and links are judged.

It is the system's. A test kit can advance it: then everything that waits here and is due wakes.
"""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

_claimed_by: ContextVar[asyncio.Task[object] | None] = ContextVar("claimed_by", default=None)


# Not `time.monotonic`, which freezegun replaces: what waits would then wait for decades.
_system_monotonic = partial(time.clock_gettime, time.CLOCK_MONOTONIC)
# Not `asyncio.sleep`, which tests replace by what does not wait: a loop would never end, and the
# service stop.
real_sleep = asyncio.sleep


def unix_time() -> float:
    return time.time() + _virtual.ahead


def iso_time(at: float | None) -> str | None:
    """Return unix seconds as ISO 8601, in UTC."""
    return (
        None if at is None else datetime.fromtimestamp(int(at), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    )


def monotonic() -> float:
    return _system_monotonic() + _virtual.ahead


def ahead() -> float:
    """Return how many seconds a test kit has advanced the time by; 0 without one."""
    return _virtual.ahead


def timeout(seconds: float) -> AbstractAsyncContextManager[object]:
    """Do what `asyncio.timeout` does, by this clock."""
    return _virtual.timeout(seconds) if _virtual.users else asyncio.timeout(seconds)


async def sleep(seconds: float) -> None:
    if not _virtual.users:
        await real_sleep(seconds)
        return
    with suppress(TimeoutError):
        async with _virtual.timeout(seconds):
            await asyncio.Event().wait()


@contextmanager
def claiming_waits() -> Iterator[None]:
    """Count the waits of the tasks that are started in the block as the present task's."""
    token = _claimed_by.set(asyncio.current_task())
    try:
        yield
    finally:
        _claimed_by.reset(token)


def virtual_time() -> VirtualTime:
    """Return the one virtual time of this process; all services in it share it."""
    return _virtual


@dataclass(eq=False)
class _Waiting:
    loop: asyncio.AbstractEventLoop
    task: asyncio.Task[object] | None
    limit: asyncio.Timeout
    until: float  # by `monotonic`

    def wake_when_due(self) -> None:
        left = self.until - monotonic()
        # A timeout that has expired or ended meanwhile cannot be moved any more.
        with suppress(RuntimeError):
            self.limit.reschedule(self.loop.time() + max(left, 0.0))


class VirtualTime:
    """Time that can be advanced. `users` counts the test kits of this process."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self.users = 0
        self._waiting = set[_Waiting]()
        self._lock = threading.Lock()  # kits have a thread each

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[None]:
        async with asyncio.timeout(seconds) as limit:
            task = _claimed_by.get() or asyncio.current_task()
            waiting = _Waiting(asyncio.get_running_loop(), task, limit, monotonic() + seconds)
            self._waiting.add(waiting)
            try:
                yield
            finally:
                self._waiting.discard(waiting)

    def advance(self, seconds: float) -> set[asyncio.Task[object]]:
        """Advance the time, or take some back; return the tasks that are due by it.

        What waits while the time goes back still waits for as long.
        """
        with self._lock:
            self.ahead += seconds
            now, waiting = monotonic(), list(self._waiting)
            for one in waiting:
                one.until += min(seconds, 0.0)
                with suppress(RuntimeError):  # its event loop was closed
                    one.loop.call_soon_threadsafe(one.wake_when_due)
        return {one.task for one in waiting if one.until <= now and one.task is not None}

    def next_due(self, tasks: Collection[asyncio.Task[Any]]) -> float:
        """Return in how many seconds the first of some tasks is due; infinity if none waits."""
        until = (one.until for one in list(self._waiting) if one.task in tasks)
        return min(until, default=math.inf) - monotonic()

    def waiting(self) -> set[asyncio.Task[object] | None]:
        """Return the tasks that wait for a later time."""
        now = monotonic()
        return {one.task for one in list(self._waiting) if one.until > now}


_virtual = VirtualTime()
