"""`/health` and `/ready`: a service that cannot make jobs says so, and its log says why."""

from __future__ import annotations

import contextlib
import sqlite3

import pytest

from rushes.http import health
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(health, "INTERVAL", -1.0)


def get(client, path):
    return client.get(str(client.base_url).removesuffix("api/v1/") + path)


def test_a_service_that_works_is_ready(service, client):
    for path, status in (("health", "ok"), ("ready", "ready")):
        response = get(client, path)
        assert (response.status_code, response.json()["status"]) == (200, status)
    assert client.get("/videos").json()["data"] == []


@pytest.mark.parametrize(
    "damage",
    [
        "DROP TABLE requests",
        "DROP TABLE idempotency",
        "ALTER TABLE jobs RENAME TO lost",
        "ALTER TABLE jobs DROP COLUMN report",
        "DROP INDEX jobs_unanswered",
        "DROP INDEX jobs_open",
        "DROP INDEX jobs_stored",
    ],
)
def test_a_broken_table_or_index_is_logged_and_not_ready(own, tmp_path, damage, caplog):
    with sqlite3.connect(tmp_path / "rushes.sqlite3") as database:
        database.execute(damage)
    database.close()
    with client_of(own) as client:
        for _ in range(2):
            response = get(client, "ready")
            assert response.status_code == 503
            assert response.headers["retry-after"] == "10"
            assert response.json()["problem"] == "database"
        assert get(client, "health").status_code == 200
    said = [r.message for r in caplog.records if r.message.startswith("not ready: ")]
    assert len(said) == 1, "once, when it begins"
    assert "no such" in said[0] or "has no column" in said[0]


def test_a_request_that_failed_at_the_database_is_logged_and_counts(
    own, tmp_path, monkeypatch, caplog
):
    database = sqlite3.connect(tmp_path / "rushes.sqlite3", isolation_level=None)
    database.execute("ALTER TABLE requests RENAME TO lost")
    with client_of(own) as client:
        error = error_of(client.post("/videos", json=REQUEST), 503)
        assert "requests" not in error["message"]
        assert "database unavailable" in caplog.text
        assert "no such table: requests" in caplog.text
        database.execute("ALTER TABLE lost RENAME TO requests")
        database.close()
        assert get(client, "ready").status_code == 503
        monkeypatch.setattr(health, "FAILURE_COUNTS", -1.0)
        assert get(client, "ready").status_code == 200
        wait(client, submit(client))


def test_many_checks_ask_the_database_once(own, monkeypatch):
    monkeypatch.setattr(health, "INTERVAL", 3600.0)
    rehearsals, rehearse = [], own.context.store.idempotency.rehearse

    async def counted(job):
        rehearsals.append(job)
        await rehearse(job)

    monkeypatch.setattr(own.context.store.idempotency, "rehearse", counted)
    with client_of(own) as client:
        assert {get(client, "ready").status_code for _ in range(20)} == {200}
    assert len(rehearsals) == 1


def test_a_database_that_does_not_answer_is_not_ready(own, monkeypatch):
    monkeypatch.setattr(health, "LONGEST", 0.01)
    with client_of(own) as client, locked(own.request_context.settings.database):
        assert get(client, "ready").status_code == 503


@contextlib.contextmanager
def locked(path):
    """Hold the file's write lock, as a backup might."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
