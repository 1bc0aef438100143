"""Jobs in SQLite: one writer thread with group commit, reads inline on the event loop."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Collection, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from rushes.store.job import COLUMNS, Job, from_row, row_of, to_columns
from rushes.store.writer import StoreClosedError, Writer

STORE_ERRORS = (sqlite3.Error, StoreClosedError)

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "cache_size=-20000",
    "temp_store=MEMORY",
    "foreign_keys=ON",
)
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM jobs"  # noqa: S608 - column names of our own
_INSERT = (
    f"INSERT INTO jobs ({', '.join(COLUMNS)})"  # noqa: S608 - column names of our own
    f" VALUES ({', '.join(f':{c}' for c in COLUMNS)})"
)


class SqliteReader:
    """Read jobs; another process may be writing them. About 10 µs each by primary key."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        self._reading = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._reading.execute("PRAGMA busy_timeout=5000")

    def get(self, job_id: str) -> Job | None:
        """Return a job by id."""
        row = self._reading.execute(f"{_SELECT} WHERE id = ?", (job_id,)).fetchone()
        return None if row is None else from_row(row)

    def request(self, job_id: str) -> str:
        """Return the request body of a job; raise KeyError for an unknown id."""
        query = "SELECT body FROM requests WHERE job_id = ?"
        row = self._reading.execute(query, (job_id,)).fetchone()
        if row is None:
            raise KeyError(job_id)
        return str(row[0])

    def in_states(self, states: Collection[str]) -> list[Job]:
        """Return all jobs in some states, oldest first."""
        query = f"{_SELECT} WHERE state IN ({_marks(states)}) ORDER BY rowid"
        return [from_row(row) for row in self._reading.execute(query, tuple(states))]

    def to_call_back(self, states: Collection[str]) -> list[Job]:
        """Return the jobs in some states whose callback is still pending."""
        query = f"{_SELECT} WHERE callback = 'pending' AND state IN ({_marks(states)})"
        return [from_row(row) for row in self._reading.execute(query, tuple(states))]

    def count(self, states: Collection[str]) -> int:
        """Return how many jobs are in some states."""
        query = f"SELECT count(*) FROM jobs WHERE state IN ({_marks(states)})"  # noqa: S608 - marks
        return int(self._reading.execute(query, tuple(states)).fetchone()[0])

    def newest(self, limit: int) -> list[Job]:
        """Return up to `limit` jobs, newest first."""
        query = f"{_SELECT} ORDER BY created_at DESC, rowid DESC LIMIT ?"
        return [from_row(row) for row in self._reading.execute(query, (limit,))]

    def close(self) -> None:
        """Close the file."""
        self._reading.close()


class SqliteStore(SqliteReader):
    """Keep jobs in one file. Durable when a method returns: WAL with `synchronous=FULL`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        writing = _connect(path)
        _migrate(writing)
        self._writer = Writer(writing)
        super().__init__(path)

    async def insert(self, job: Job, request: str) -> None:
        """Commit a new job and the body of its request; raise IntegrityError if the id exists."""
        row = row_of(job)

        def write(connection: sqlite3.Connection) -> None:
            connection.execute(_INSERT, row)
            connection.execute("INSERT INTO requests VALUES (?, ?)", (job.id, request))

        await self._writer.write(write)

    async def update(
        self, job_id: str, *, where: Collection[str], changes: Mapping[str, Any]
    ) -> Job | None:
        """Change a job if its state is one of `where`; return it as it is then, None if it is not.

        The check and the change are one statement, so of two contenders one wins.
        """
        columns = to_columns({**changes, "updated_at": int(time.time())})
        assignments = ", ".join(f"{name} = ?" for name in columns)
        statement = (
            f"UPDATE jobs SET {assignments}"  # noqa: S608 - column names of our own
            f" WHERE id = ? AND state IN ({_marks(where)}) RETURNING {', '.join(COLUMNS)}"
        )
        values = (*columns.values(), job_id, *where)

        def write(connection: sqlite3.Connection) -> Job | None:
            row = connection.execute(statement, values).fetchone()
            return None if row is None else from_row(row)

        return await self._writer.write(write)

    def close(self) -> None:
        """Commit what is queued and close the file; calling it twice is harmless."""
        self._writer.close()
        super().close()


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" for _ in values)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date: numbered files, applied once each, in one transaction each."""
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    folder = resources.files("rushes.store").joinpath("migrations")
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".sql")), key=lambda f: f.name)
    for file in files:
        number = int(file.name.split("_", 1)[0])
        if number > done:
            script = file.read_text("utf-8")
            connection.executescript(
                f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;"
            )
