"""The version and the size of a database, read without changing it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rushes.store.migrations.files import newest, pending
from rushes.store.transaction import StoreError

SIDE_FILES = ("", "-wal", "-shm")  # SQLite's own, beside the database


@dataclass(frozen=True)
class SchemaState:
    """A `sqlite` or `postgres` database: its schema's version (0 without one) and its contents.

    `size` is in bytes, `rows` by table. `pending` are the migrations that this program would apply.
    """

    database: str
    schema: int
    size: int
    rows: dict[str, int]

    @property
    def newest(self) -> int:
        return newest(self.database)

    @property
    def pending(self) -> list[str]:
        return pending(self.database, self.schema)


def newest_schema(database: str) -> int:
    """Return the version that this release makes of a `sqlite` or `postgres` database."""
    return newest(database)


def sqlite_schema(path: Path) -> int:
    """Return the version of a file's schema; raises StoreError."""
    with reading(path) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def sqlite_state(path: Path) -> SchemaState:
    """Return the state of a file; raises StoreError."""
    files = [path.with_name(path.name + ending) for ending in SIDE_FILES]
    size = sum(file.stat().st_size for file in files if file.exists())
    with reading(path) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        tables = sorted(name for (name,) in connection.execute(query))
        counts = (f'SELECT count(*) FROM "{table}"' for table in tables)
        rows = [int(connection.execute(count).fetchone()[0]) for count in counts]
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    return SchemaState("sqlite", schema, size, dict(zip(tables, rows, strict=True)))


@contextlib.contextmanager
def reading(path: Path, *, alone: bool = False) -> Iterator[sqlite3.Connection]:
    """Open a file for reading; `alone` says that nobody writes to it, so no lock is needed.

    Raises StoreError, also for what is read.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"
    try:
        connection = sqlite3.connect(uri, uri=True, timeout=5, check_same_thread=False)
        try:
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(f"The database {path} cannot be read: {error}") from error
