"""The tables of a service under test, read from outside, in whichever database they are."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import dict_row


@dataclass(frozen=True)
class Tables:
    """Read a data folder's SQLite file, or the PostgreSQL at `url` if there is one."""

    data_dir: Path
    url: str = ""

    def rows(self, query: str) -> list[dict[str, Any]]:
        """Return the rows of a query."""
        if self.url:
            with psycopg.connect(self.url, row_factory=dict_row) as postgres:
                return postgres.execute(query.encode()).fetchall()
        with contextlib.closing(sqlite3.connect(self.data_dir / "rushes.sqlite3")) as sqlite:
            sqlite.row_factory = sqlite3.Row
            return [dict(row) for row in sqlite.execute(query)]
