"""A database of a newer version is refused, on both databases, and left as it is."""

from __future__ import annotations

import contextlib
import sqlite3

import psycopg
import pytest

from rushes.store import sqlite as sqlite_module
from rushes.store.migrations.files import SchemaVersionError, migrations
from rushes.store.postgres import PostgresDatabase
from rushes.store.probe import probe
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import StoreError

WITH_ROUTING = 7  # the migration of SQLite that knows upstream models


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


def test_a_sqlite_upgrade_that_fails_changes_nothing(tmp_path, monkeypatch):
    path, known = tmp_path / "rushes.sqlite3", migrations("sqlite")
    with monkeypatch.context() as patched:
        broken = [*known, (known[-1][0] + 1, "CREATE TABLE half (x); CREATE TABLE half (x);")]
        patched.setattr(sqlite_module, "migrations", lambda _: broken)
        with pytest.raises(StoreError, match="half already exists"):
            SqliteDatabase(path)  # which the failure has not locked
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    SqliteDatabase(path)  # which the failure has not locked
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (known[-1][0],)


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


IN_FLIGHT = {
    "id": "'gen-vid-1'",
    "state": "'running'",
    "model": "'google/veo-3.1'",
    "provider": "'openrouter'",
    "prompt": "'A calm sea'",
    "origin": "'http://h'",
    **dict.fromkeys(("created_at", "updated_at", "seed", "width", "height", "duration"), "1"),
    "audio": "1",
    "attempt": "1",
    "upstream_id": "'up-1'",
}


async def test_a_job_in_flight_keeps_its_upstream_model_over_an_upgrade(tmp_path):
    path = tmp_path / "rushes.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        before = [entry for entry in migrations("sqlite") if entry[0] < WITH_ROUTING]
        for _, script in before:
            connection.executescript(script)
        connection.execute(f"PRAGMA user_version = {before[-1][0]}")
        names, values = ", ".join(IN_FLIGHT), ", ".join(IN_FLIGHT.values())
        connection.execute(f"INSERT INTO jobs ({names}) VALUES ({values})")
        connection.execute(
            "INSERT INTO attempts"
            " (job_id, attempt, provider, key, state, upstream_id, epoch, intent_at)"
            " VALUES ('gen-vid-1', 1, 'openrouter', 'gen-vid-1-1', 'accepted', 'up-1', 1, 1)"
        )
    store = Store(SqliteDatabase(path))
    job = await store.jobs.get("gen-vid-1")
    (attempt,) = await store.attempts.of("gen-vid-1")
    await store.close()
    assert (job.upstream_model, job.decided, job.state) == ("google/veo-3.1", "", "running")
    assert (attempt.upstream_model, attempt.state) == ("google/veo-3.1", "accepted")


async def test_a_probe_of_the_store_leaves_nothing(store):
    for _ in range(2):
        await probe(store)

    def counts():
        query = "SELECT (SELECT count(*) FROM jobs), (SELECT count(*) FROM requests)"
        return (yield f"{query}, (SELECT count(*) FROM idempotency)", {})

    assert await store.database.read(counts()) == [(0, 0, 0)]
