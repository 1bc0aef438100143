"""A copy of a SQLite database, as of one moment, while others write to it."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from rushes.private_files import create_private
from rushes.store.schema import reading
from rushes.store.transaction import StoreError


def copy_database(source: Path, target: Path) -> None:
    """Copy a database into one new file, flushed to disk; raises StoreError or OSError."""
    os.close(create_private(target))
    with reading(source) as connection:
        try:
            with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
                connection.backup(copy)  # in one step, which holds up no writer: it has a WAL
                copy.execute("PRAGMA journal_mode=DELETE")  # nothing is left beside the file
        except sqlite3.Error as error:
            raise StoreError(f"The database cannot be copied to {target}: {error}") from error
    flush(target)


def flush(path: Path) -> None:
    """Flush a file or a folder to disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
