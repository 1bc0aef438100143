"""The one writer: it commits in groups whatever was queued during the last commit.

A group costs one fsync however many writes it holds, and no write waits for company. Statements
run on the event loop, where each takes microseconds: handing them to a thread costs more, and two
threads that run Python slow each other down. Only the commit, which waits for the disk, and writes
that take long have a thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

from rushes.clock import real_sleep
from rushes.store.transaction import StoreError

T = TypeVar("T")
Write = Callable[[sqlite3.Connection], T]
Outcome = tuple[Any, BaseException | None]
MAX_GROUP = 64  # writes; their statements hold up the event loop
SLICE = 8  # of them, between turns of the event loop
MAX_BESIDE_URGENT = 16  # size of a group from which on only urgent ones are added to it
BUSY_TIMEOUT = 5.0  # seconds that another process may hold the file's write lock
BUSY_PAUSE = 0.005


class StoreClosedError(StoreError):
    """A write came after the store was closed."""


@dataclass(frozen=True)
class _Task:
    write: Write[Any]
    slow: bool
    urgent: bool
    result: asyncio.Future[Any]


class Writer:
    """Run writes on one connection, in order, many to a transaction.

    A write that raises is undone alone and its error goes to its caller; the rest of the group
    stands. The connection must not wait for locks by itself: that would stop the event loop.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._urgent: deque[_Task] = deque()
        self._others: deque[_Task] = deque()
        self._lock = threading.Lock()  # scripts and tests may use more than one event loop
        self._working = False
        self._worker: asyncio.Task[None] | None = None
        self._closed = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="rushes-writer")

    async def write(self, write: Write[T], *, slow: bool = False, urgent: bool = False) -> T:
        """Run `write` in one of the next groups; return its result once that group is on disk.

        A `slow` one has its statements run on the thread; `urgent` ones go first. The write stands
        even if its caller is cancelled meanwhile.
        """
        loop = asyncio.get_running_loop()
        task = _Task(write, slow, urgent, loop.create_future())
        with self._lock:
            if self._closed:
                raise StoreClosedError("the store is closed")
            (self._urgent if urgent else self._others).append(task)
            idle, self._working = not self._working, True
        if idle:
            self._worker = loop.create_task(self._work())
            self._worker.add_done_callback(self._check_ended)
        result: T = await task.result
        return result

    async def close(self) -> None:
        with self._lock:
            if self._closed:
                return
            self._closed = True
        while self._working:
            await real_sleep(BUSY_PAUSE)
        self._thread.shutdown()
        self._connection.close()

    async def _work(self) -> None:
        while self._is_needed():
            await self._commit()

    def _is_needed(self) -> bool:
        with self._lock:
            self._working = bool(self._urgent or self._others)
        return self._working

    def _check_ended(self, worker: asyncio.Task[None]) -> None:
        """Leave the connection as the next loop expects it if this one ends in the middle.

        A callback, because a task that is cancelled before its first step runs no code at all.
        """
        if worker.cancelled():
            self._thread.submit(self._roll_back).result()
            with self._lock:
                self._urgent.clear()
                self._others.clear()
                self._working = False

    async def _commit(self) -> None:
        group: list[_Task] = []
        outcomes: list[Outcome] = []
        queued = min(len(self._urgent) + len(self._others), MAX_GROUP)
        try:
            await self._begin()
            urgent = 0
            while task := self._next(urgent, len(group) - urgent):
                group.append(task)
                urgent += task.urgent
                outcomes.append(
                    await self._on_thread(self._attempt, task) if task.slow else self._attempt(task)
                )
                await _let_others_run(len(group))
            await self._on_thread(self._connection.execute, "COMMIT")
        except Exception as error:  # noqa: BLE001 - handed to the callers of all these writes
            self._roll_back()
            if not group:  # the file could not be locked for those that waited for it
                group += [(self._urgent or self._others).popleft() for _ in range(queued)]
            outcomes = [(None, error)] * len(group)
        settling = zip(group, outcomes, strict=True)
        try:
            for number, (task, outcome) in enumerate(settling, 1):
                _settle(task.result, outcome)
                await _let_others_run(number)
        finally:  # a cancelled worker owes the others what was committed
            for task, outcome in settling:
                _settle(task.result, outcome)

    def _next(self, urgent: int, others: int) -> _Task | None:
        """Return the next write of a group that has so many; it may have come meanwhile.

        Urgent ones go first and keep the group small, but every group has room for some others.
        """
        room = max(MAX_BESIDE_URGENT - urgent, SLICE) if urgent else MAX_GROUP
        if urgent + others == MAX_GROUP:
            return None
        with self._lock:
            if self._urgent and urgent < MAX_GROUP - SLICE:
                return self._urgent.popleft()
            return self._others.popleft() if self._others and others < room else None

    async def _begin(self) -> None:
        """Take the file's write lock; another process may have it for a moment."""
        until = monotonic() + BUSY_TIMEOUT
        while True:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or monotonic() > until:
                    raise
            else:
                return
            await real_sleep(BUSY_PAUSE)

    def _attempt(self, task: _Task) -> Outcome:
        self._connection.execute("SAVEPOINT task")
        try:
            result = task.write(self._connection)
        except Exception as error:  # noqa: BLE001 - handed to the caller who queued this write
            self._connection.execute("ROLLBACK TO task")
            return None, error
        finally:
            self._connection.execute("RELEASE task")
        return result, None

    def _roll_back(self) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("ROLLBACK")

    async def _on_thread(self, work: Callable[..., T], *args: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work, *args)


async def _let_others_run(number: int) -> None:
    """Give the event loop a turn after every few writes: each wakes a job."""
    if number % SLICE == 0:
        await real_sleep(0)


def _settle(future: asyncio.Future[Any], outcome: Outcome) -> None:
    if (loop := future.get_loop()) is not asyncio.get_running_loop():
        with contextlib.suppress(RuntimeError):  # that loop has ended
            loop.call_soon_threadsafe(_settle, future, outcome)
        return
    result, problem = outcome
    if future.done():  # its caller was cancelled
        return
    if problem is not None:
        future.set_exception(problem)
    else:
        future.set_result(result)
