"""SQLite as the database: one writer with group commit, and a thread for what reads long.

A read of a few rows by their key is done inline on the event loop: it takes less than the way to a
thread and back.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from rushes.outages import Outage
from rushes.private_files import FILE, create_private, restrict
from rushes.store.folder_lock import private_data_folder
from rushes.store.migrations.files import check_version, migrations, newest
from rushes.store.sqlite_writer import StoreClosedError, Writer
from rushes.store.transaction import Row, StoreError, Transaction, drive

T = TypeVar("T")

log = logging.getLogger("rushes.store")

_HINT = re.compile(r"/\*by (\w+)\*/", re.ASCII)
UNFINISHED = ".restoring"  # ends the name of a database whose restore is not complete
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "cache_size=-20000",
    "temp_store=MEMORY",
    "foreign_keys=ON",
)


class SqliteDatabase:
    """Keeps everything in one file. A write that returned is on disk: WAL, `synchronous=FULL`.

    Without `durable`, it may be lost in a power cut, but not with the process. Without `upgrade`,
    raises OutdatedSchemaError for a file of an older version.
    """

    def __init__(self, path: Path, *, upgrade: bool = True, durable: bool = True) -> None:
        private_data_folder(path.parent)
        if not path.exists() and path.with_name(path.name + UNFINISHED).exists():
            raise StoreError(
                f"A restore into {path.parent} was interrupted; run rushes admin restore once more"
            )
        try:
            _make_private(path)
            with ExitStack() as opened:
                writing = opened.enter_context(closing(_connect(path)))
                if not durable:
                    writing.execute("PRAGMA synchronous=OFF")
                _migrate(writing, upgrade=upgrade)
                writing.execute("PRAGMA busy_timeout=0")  # the writer waits without blocking
                self._reading = opened.enter_context(closing(_connect_reading(path)))
                self._surveying = _connect_reading(path)
                opened.pop_all()
        except sqlite3.Error as error:
            raise StoreError(f"The database {path.name} cannot be opened: {error}") from error
        self._writer = Writer(writing)
        self._surveyor = ThreadPoolExecutor(1, thread_name_prefix="rushes-surveyor")
        self._closed = False
        self._outage = Outage(log, "database", "database")

    async def read(self, transaction: Transaction[T]) -> T:
        try:
            result = drive(transaction, partial(_execute, self._reading))
        except sqlite3.Error as error:
            raise self._failed(f"The database cannot be read: {error}") from error
        self._outage.works()
        return result

    async def survey(self, transaction: Transaction[T]) -> T:
        if self._closed:
            raise StoreClosedError("the store is closed")
        run = partial(drive, transaction, partial(_execute, self._surveying))
        try:
            return await asyncio.wrap_future(self._surveyor.submit(run))
        except sqlite3.Error as error:
            raise self._failed(f"The database cannot be read: {error}") from error

    async def write(
        self,
        transaction: Transaction[T],
        *,
        slow: bool = False,
        urgent: bool = False,
        single: bool = False,
    ) -> T:
        def run(connection: sqlite3.Connection) -> T:
            return drive(transaction, partial(_execute, connection))

        try:
            result = await self._writer.write(run, slow=slow, urgent=urgent)
        except sqlite3.Error as error:
            raise self._failed(f"The database cannot be written: {error}") from error
        self._outage.works()
        return result

    def _failed(self, problem: str) -> StoreError:
        self._outage.failed(problem)
        return StoreError(problem)

    def exclusive(self, name: str) -> Transaction[None]:
        """Nothing to do: there is one writer, and its transactions follow each other."""
        yield from ()

    def notify(self, job_id: str) -> Transaction[None]:
        """Nothing to do: the one process at this file has its own signals."""
        yield from ()

    def schema(self) -> Transaction[tuple[int, int]]:
        """Return the version of the schema, and the one that this program has."""
        rows = yield "PRAGMA user_version", {}
        return int(rows[0][0]), newest("sqlite")

    async def close(self) -> None:
        self._closed = True
        self._surveyor.shutdown()
        await self._writer.close()
        self._reading.close()
        self._surveying.close()


def _execute(connection: sqlite3.Connection, sql: str, parameters: Mapping[str, Any]) -> list[Row]:
    sql = _native(sql)
    try:
        return connection.execute(sql, parameters).fetchall()
    except UnicodeEncodeError:  # half a character, such as the end of a text that was cut
        return connection.execute(sql, {k: _whole(v) for k, v in parameters.items()}).fetchall()


@lru_cache(maxsize=1024)
def _native(statement: str) -> str:
    """Return a statement as SQLite wants it: an index that is named is the one that is used."""
    return _HINT.sub(r"INDEXED BY \1", statement)


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _make_private(path: Path) -> None:
    """Create the file for its owner alone; the files that SQLite puts beside it are like it."""
    try:
        os.close(create_private(path))
    except FileExistsError:
        # By name: to close a descriptor would end the locks of this process's other connections.
        for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
            restrict(path.with_name(name), FILE)
    except OSError:
        pass  # SQLite has an error for it


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _connect_reading(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    connection.execute("PRAGMA busy_timeout=5000")
    return connection


def _migrate(connection: sqlite3.Connection, *, upgrade: bool) -> None:
    """Apply the numbered files that are missing, in one transaction."""
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    known = migrations("sqlite")
    check_version(done, known, upgrade=upgrade)
    missing = [(number, script) for number, script in known if number > done]
    if missing:
        scripts, last = " ".join(script for _, script in missing), missing[-1][0]
        connection.executescript(
            f"BEGIN IMMEDIATE; {scripts} PRAGMA user_version = {last}; COMMIT;"
        )
