"""A set of any number of names, in a temporary file."""

from __future__ import annotations

import contextlib
import sqlite3


class Names(contextlib.AbstractContextManager["Names"]):
    """The names, until the block ends."""

    def __init__(self) -> None:
        # A database without a name is a file that SQLite deletes; little of it is in memory.
        self._connection = sqlite3.connect("", isolation_level=None)
        self._connection.execute("CREATE TABLE names (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._connection.execute("BEGIN")

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def add(self, name: str) -> bool:
        """Add a name; return whether it is new."""
        done = self._connection.execute("INSERT OR IGNORE INTO names VALUES (?)", [name])
        return done.rowcount == 1

    def __contains__(self, name: object) -> bool:
        found = self._connection.execute("SELECT 1 FROM names WHERE name = ?", [name])
        return found.fetchone() is not None
