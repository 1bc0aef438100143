"""`/health` and `/ready`: a service that cannot make jobs says so, and its log says why."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3

import pytest

from rushes.http import health, readiness
from rushes.store.migrations.files import newest
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait
from tests.service import running_service


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(readiness, "INTERVAL", -1.0)
    monkeypatch.setattr(readiness, "STORAGE_INTERVAL", -1.0)


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
            assert "database" in response.json()["problem"]
            assert "lost" not in response.text
            assert "no such" not in response.text
        assert get(client, "health").status_code == 200
    said = [r.message for r in caplog.records if r.message.startswith("not ready: database: ")]
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
    monkeypatch.setattr(readiness, "INTERVAL", 3600.0)
    rehearsals, rehearse = [], own.context.store.idempotency.rehearse

    async def counted(job):
        rehearsals.append(job)
        await rehearse(job)

    monkeypatch.setattr(own.context.store.idempotency, "rehearse", counted)
    with client_of(own) as client:
        assert {get(client, "ready").status_code for _ in range(20)} == {200}
    assert len(rehearsals) == 1


def test_a_database_that_does_not_answer_is_not_ready(own, monkeypatch):
    monkeypatch.setattr(readiness, "LONGEST", 0.01)
    with client_of(own) as client, locked(own.request_context.settings.database):
        assert get(client, "ready").status_code == 503


def failed_check(client, name):
    response = get(client, "ready")
    body = response.json()
    assert (response.status_code, body["status"]) == (503, "unavailable"), body
    assert name in body["problem"].split(", ")
    check = body["checks"][name]
    assert set(check) == {"status", "problem", "remedy"}
    assert check["status"] == "failed"
    return check["problem"], check["remedy"]


def test_every_check_is_named(service, client):
    body = get(client, "ready").json()
    assert body["checks"] == {
        name: {"status": "ok"}
        for name in ("database", "migrations", "storage", "disk", "providers")
    }
    assert "problem" not in body


def test_storage_that_cannot_be_written_is_not_ready_and_recovers(own, tmp_path, caplog):
    caplog.set_level("INFO", "rushes.http")
    outputs = tmp_path / "outputs"
    with client_of(own) as client:
        assert get(client, "ready").status_code == 200
        outputs.rename(tmp_path / "away")
        problem, remedy = failed_check(client, "storage")
        assert problem == "Videos cannot be stored"
        assert "folder" in remedy
        assert str(tmp_path) not in problem + remedy
        (tmp_path / "away").rename(outputs)
        assert get(client, "ready").status_code == 200
    assert "not ready: storage: The folder for videos cannot be written" in caplog.text
    assert "ready again: storage" in caplog.text


def test_a_full_disk_is_not_ready(tmp_path):
    with (
        running_service(tmp_path, min_free_disk=2**60) as service,
        client_of(service) as client,
    ):
        problem, remedy = failed_check(client, "disk")
        assert "RUSHES_MIN_FREE_DISK" in problem
        assert "MiB are free on the disk of the data folder" in problem
        assert "RUSHES_KEEP_OUTPUTS" in remedy
    with running_service(tmp_path, min_free_disk=0) as service, client_of(service) as client:
        assert get(client, "ready").status_code == 200


@pytest.mark.parametrize(
    ("difference", "remedy"), [(1, "start the newer version"), (-1, "Restart the service")]
)
def test_a_schema_of_another_version_is_not_ready(own, tmp_path, difference, remedy):
    known = newest("sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "rushes.sqlite3")) as database:
        database.execute(f"PRAGMA user_version = {known + difference}")
    with client_of(own) as client:
        problem, what_to_do = failed_check(client, "migrations")
        assert f"schema version {known + difference}" in problem
        assert remedy in what_to_do


async def out(service, problem, detail):
    await service.context.store.accounts.take_out("rushes", problem, detail, 600.0)


def test_without_a_provider_that_can_be_used_it_is_not_ready(own):
    key = "sk-live-0123456789"
    with client_of(own) as client:
        assert get(client, "ready").status_code == 200
        reports = own.context.accounts
        asyncio.run(out(own, "credential", f"invalid key {key}"))
        own.request_context.jobs.router.reports = reports
        problem, remedy = failed_check(client, "providers")
        assert problem == "No provider can be used (rushes: credential)"
        assert "rushes providers" in remedy
        assert key not in get(client, "ready").text


@contextlib.contextmanager
def locked(path):
    """Hold the file's write lock, as a backup might."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")
