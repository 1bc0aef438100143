"""A database of a newer version is refused, on both databases, and left as it is."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest

from rushes.store.migrations.files import SchemaVersionError, migrations
from rushes.store.postgres import PostgresDatabase
from rushes.store.probe import probe
from rushes.store.sqlite import SqliteDatabase
from rushes.store.transaction import StoreError


def newest(database):
    return max(number for number, _ in migrations(database))


def test_a_newer_sqlite_file_is_refused(tmp_path):
    path, known = tmp_path / "rushes.sqlite3", newest("sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {known + 2}")
        connection.execute("CREATE TABLE future (x)")
    connection.close()
    with pytest.raises(SchemaVersionError, match=rf"version {known + 2}, .* up to {known};"):
        SqliteDatabase(path)
    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        assert tables == [("future",)]
    connection.close()


async def test_a_newer_postgres_database_is_refused(postgres_url):
    database, known = PostgresDatabase(postgres_url), newest("postgres")
    await database.open()
    await database.close()
    with psycopg.connect(postgres_url) as connection:
        connection.execute("INSERT INTO rushes_migrations (number) VALUES (%s)", [known + 1])
    database = PostgresDatabase(postgres_url)
    with pytest.raises(StoreError, match=rf"version {known + 1}, .* up to {known};"):
        await database.open()
    await database.close()


async def test_a_probe_of_the_store_leaves_nothing(store):
    for _ in range(2):
        await probe(store)

    def counts():
        query = "SELECT (SELECT count(*) FROM jobs), (SELECT count(*) FROM requests)"
        return (yield f"{query}, (SELECT count(*) FROM idempotency)", {})

    assert await store.database.read(counts()) == [(0, 0, 0)]
