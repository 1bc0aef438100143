from __future__ import annotations

import psycopg
import pytest

from rushes.store.postgres import PostgresDatabase
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store


@pytest.fixture(params=["sqlite", "postgres"])
def open_database(request, tmp_path):
    """Open the same place as often as it is called; each database in turn, empty."""

    async def sqlite():
        return SqliteDatabase(tmp_path / "rushes.sqlite3")

    async def postgres():
        database = PostgresDatabase(url)
        await database.open()
        return database

    if request.param == "sqlite":
        return sqlite
    url = request.getfixturevalue("postgres_reused_url")
    with psycopg.connect(url) as connection:
        # The rest hangs on jobs.
        tables = ("jobs", "rate_limit", "account_health", "measures", "api_keys", "ledger")
        for table in (*tables, "balances"):
            connection.execute(f"DELETE FROM {table}")
    return postgres


@pytest.fixture
async def database(open_database):
    """Give each database in turn."""
    opened = await open_database()
    yield opened
    await opened.close()


@pytest.fixture
def store(database):
    """Give a store over each database in turn."""
    return Store(database)
