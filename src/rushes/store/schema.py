"""The version of a database's schema, read without changing it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from rushes.store.migrations.files import migrations
from rushes.store.transaction import StoreError


def newest_schema(database: str) -> int:
    """Return the version that this release makes of a `sqlite` or `postgres` database."""
    return max(number for number, _ in migrations(database))


def sqlite_schema(path: Path) -> int:
    """Return the version of a file's schema; raises StoreError."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(f"The database {path} cannot be read: {error}") from error
