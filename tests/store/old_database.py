"""Databases as an earlier version of Rushes left them: its migrations, and rows of its tables."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import psycopg

from rushes.store.migrations.files import migrations

Rows = Iterable[tuple[str, Mapping[str, Any]]]


def make_sqlite(path: Path, schema: int, rows: Rows) -> None:
    """Make a file with a schema's version, and insert rows, given with their tables."""
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for number, script in migrations("sqlite"):
            if number <= schema:
                connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {schema}")
        for table, values in rows:
            marks = ", ".join(f":{name}" for name in values)
            connection.execute(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", values
            )


def make_postgres(url: str, schema: int, rows: Rows) -> None:
    """Do the same in an empty database."""
    with psycopg.connect(url) as connection:
        connection.execute(
            "CREATE TABLE rushes_migrations (number INTEGER PRIMARY KEY,"
            " applied_at TIMESTAMPTZ NOT NULL DEFAULT now())"
        )
        for number, script in migrations("postgres"):
            if number <= schema:
                connection.execute(script)
                connection.execute("INSERT INTO rushes_migrations (number) VALUES (%s)", [number])
        for table, values in rows:
            marks = ", ".join(f"%({name})s" for name in values)
            connection.execute(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", values
            )
