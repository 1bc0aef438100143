"""The one thread that writes: it commits in groups whatever queued during the last commit.

A group costs one fsync however many writes it holds, and no write ever waits for company.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rushes.store.transaction import StoreError

T = TypeVar("T")
Write = Callable[[sqlite3.Connection], T]
MAX_GROUP = 256


class StoreClosedError(StoreError):
    """Tell that a write came after the store was closed."""


@dataclass
class _Task:
    write: Write[Any]
    result: Future[Any] = field(default_factory=Future)


class Writer:
    """Run writes on one connection, in order, many to a transaction.

    A write that raises is undone alone and its error goes to its caller; the rest of the group
    stands.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._tasks: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="rushes-writer", daemon=True)
        self._thread.start()

    async def write(self, write: Write[T]) -> T:
        """Run `write` in the next group and return its result once that group is on disk."""
        task = _Task(write)
        with self._lock:
            if self._closed:
                raise StoreClosedError("the store is closed")
            self._tasks.put(task)
        # Shielded: a caller that goes away must not undo what others committed with it.
        result: T = await asyncio.shield(asyncio.wrap_future(task.result))
        return result

    def close(self) -> None:
        """Finish what is queued, then end the thread and close the connection."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._tasks.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._tasks.get()) is not None:
            group, ended = [first], False
            while len(group) < MAX_GROUP and not ended:
                try:
                    task = self._tasks.get_nowait()
                except queue.Empty:
                    break
                if task is None:
                    ended = True
                else:
                    group.append(task)
            self._commit(group)
            if ended:
                break
        self._connection.close()

    def _commit(self, group: list[_Task]) -> None:
        outcomes: list[tuple[_Task, Any, BaseException | None]] = []
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            outcomes = [(task, *self._attempt(task)) for task in group]
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            outcomes = [(task, None, error) for task in group]
        for task, result, problem in outcomes:
            if problem is not None:
                task.result.set_exception(problem)
            else:
                task.result.set_result(result)

    def _attempt(self, task: _Task) -> tuple[Any, BaseException | None]:
        self._connection.execute("SAVEPOINT task")
        try:
            result = task.write(self._connection)
        except Exception as error:  # noqa: BLE001 - handed to the caller who queued this write
            self._connection.execute("ROLLBACK TO task")
            return None, error
        finally:
            self._connection.execute("RELEASE task")
        return result, None
