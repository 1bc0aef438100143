"""`rushes db`: a database of an earlier version, with data, is upgraded when it is asked for."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import stat
from collections import namedtuple

import psycopg
import pytest
from click.testing import CliRunner

from rushes.cli.main import cli
from rushes.store.folder_lock import FolderLock
from tests.store.old_database import make_postgres, make_sqlite
from tests.store.rows import CREATED

BEFORE = {"sqlite": 7, "postgres": 6}  # the schemas of the release before stored API keys
OUTPUT = '[{"name": "done-0.mp4", "size": 3, "sha256": "ab", "content_type": "video/mp4"}]'
JOBS = {
    # id: what of its row is not the same for all
    "queued": {"state": "queued"},
    "sent": {"state": "submitting", "attempt": 1},
    "running": {"state": "running", "attempt": 1, "upstream_id": "up-running", "progress": 0.5},
    "storing": {"state": "storing", "attempt": 1, "cost": "2"},
    "done": {"state": "completed", "cost": "3.20", "outputs": OUTPUT, "ended_at": CREATED + 9.5},
    "removed": {
        "state": "completed",
        "cost": "1",
        "outputs": OUTPUT.replace("done", "removed"),
        "ended_at": CREATED + 9.0,
        "removed_at": CREATED + 99,
    },
    "failed": {"state": "failed", "error": "Too dark", "ended_at": CREATED + 3.0},
    "cancelled": {"state": "cancelled", "ended_at": CREATED + 3.0},
    "expired": {"state": "expired", "attempt": 1, "ended_at": CREATED + 3.0},
    "deleted": {"state": "failed", "ended_at": CREATED + 3.0, "deleted_at": CREATED + 4},
    "to-announce": {
        "state": "completed",
        "cost": "0",
        "ended_at": CREATED + 5.0,
        "callback": "pending",
        "callback_url": "https://example.com/hook",
    },
    "announced": {
        "state": "failed",
        "ended_at": CREATED + 5.0,
        "callback": "delivered",
        "callback_url": "https://example.com/hook",
    },
}
ATTEMPTS = {"sent": "sending", "running": "accepted", "storing": "accepted", "expired": "unknown"}
STATUSES = {
    "queued": "pending",
    "sent": "pending",
    "running": "in_progress",
    "storing": "in_progress",
    "done": "completed",
    "removed": "completed",
    "failed": "failed",
    "cancelled": "cancelled",
    "expired": "expired",
    "to-announce": "completed",
    "announced": "failed",
}


def rows():
    for number, (job_id, values) in enumerate(JOBS.items()):
        yield (
            "jobs",
            {
                "id": job_id,
                "model": "google/veo-3.1",
                "provider": "openrouter",
                "prompt": f"A sea, {job_id}",
                "origin": "http://h",
                "quote": "3.20",
                "owner": "alice",
                "created_at": CREATED,
                "updated_at": CREATED,
                "created_ns": CREATED * 10**9 + number,
                "seed": 7,
                "width": 1280,
                "height": 720,
                "duration": 8,
                "audio": 1,
                **values,
            },
        )
        yield "requests", {"job_id": job_id, "body": f'{{"prompt": "A sea, {job_id}"}}'}
    for job_id, state in ATTEMPTS.items():
        attempt = {
            "job_id": job_id,
            "attempt": 1,
            "provider": "openrouter",
            "key": f"{job_id}-1",
            "state": state,
            "epoch": 1,
            "intent_at": CREATED + 1.0,
        }
        yield "attempts", attempt


class Place(namedtuple("Place", "kind folder url")):
    """An old database, and the commands over it."""

    def rushes(self, *arguments, code=0, **environment):
        variables = {"RUSHES_DATABASE_URL": self.url, **environment}
        done = CliRunner().invoke(
            cli, [*map(str, arguments), "--data-dir", str(self.folder)], env=variables
        )
        assert done.exit_code == code, done.output
        return done.stdout if code in {0, 1} else done.stderr

    def rows_of(self, table):
        """Return what a table has in the columns of the old schema."""
        old = next(values for name, values in rows() if name == table)
        names = ", ".join(old)
        query = f"SELECT {names} FROM {table} ORDER BY {next(iter(old))}"
        if self.kind == "postgres":
            with psycopg.connect(self.url) as connection:
                return connection.execute(query).fetchall()
        with contextlib.closing(sqlite3.connect(self.folder / "rushes.sqlite3")) as connection:
            return connection.execute(query).fetchall()


@pytest.fixture(params=["sqlite", "postgres"])
def old(request, tmp_path):
    kind, url = request.param, ""
    if kind == "sqlite":
        make_sqlite(tmp_path / "rushes.sqlite3", BEFORE[kind], rows())
    else:
        server = request.getfixturevalue("postgres_server")
        name = server.database(empty=True)
        url = server.url(name)
        make_postgres(url, BEFORE[kind], rows())
    yield Place(kind, tmp_path, url)
    if url:
        server.drop(name)


def test_an_upgrade_keeps_jobs_attempts_and_what_is_to_be_announced(old):
    before = [old.rows_of(table) for table in ("jobs", "attempts", "requests")]
    options = ("--no-backup",) if old.kind == "postgres" else ()
    out = old.rushes("db", "upgrade", *options)
    assert f"from version {BEFORE[old.kind]} to" in out
    assert "_api_keys\n" in out
    assert [old.rows_of(table) for table in ("jobs", "attempts", "requests")] == before

    found = json.loads(old.rushes("jobs", "list", "--json"))
    assert {job["id"]: job["status"] for job in found} == STATUSES
    shown = json.loads(old.rushes("jobs", "show", "running", "--json"))
    assert "A sea, running" in json.dumps(shown)
    waiting = json.loads(old.rushes("webhooks", "list", "--json"))
    assert {webhook["job_id"]: webhook["state"] for webhook in waiting}["to-announce"] == "pending"
    unresolved = json.loads(old.rushes("jobs", "--unresolved", "--json"))
    assert [job["id"] for job in unresolved] == ["expired"]
    assert "up to date" in old.rushes("db", "upgrade")


def test_the_status_tells_what_is_pending_and_changes_nothing(old):
    found = json.loads(old.rushes("db", "status", "--json", code=1))
    assert (found["schema"], found["rows"]["jobs"]) == (BEFORE[old.kind], len(JOBS))
    assert found["pending"][0].endswith("_api_keys")
    assert found["size"] > 0
    assert json.loads(old.rushes("db", "status", "--json", code=1)) == found
    text = old.rushes("db", "status", code=1)
    assert f"schema    {BEFORE[old.kind]}, this version of Rushes has {found['newest']}" in text
    assert "rows      jobs 12" in text
    old.rushes("db", "upgrade", "--no-backup")
    assert "pending   nothing" in old.rushes("db", "status")


def test_without_auto_upgrade_nothing_uses_an_old_schema(old):
    err = old.rushes("jobs", "list", code=4, RUSHES_AUTO_UPGRADE="false")
    assert "stop the service on every host, run `rushes db upgrade`" in err
    err = old.rushes("serve", "--port", "0", code=4, RUSHES_AUTO_UPGRADE="false")
    assert "`rushes db upgrade`" in err
    assert json.loads(old.rushes("db", "status", "--json", code=1))["schema"] == BEFORE[old.kind]
    old.rushes("db", "upgrade", "--no-backup", RUSHES_AUTO_UPGRADE="false")
    old.rushes("jobs", "list", RUSHES_AUTO_UPGRADE="false")


def test_a_new_database_needs_no_upgrade(tmp_path):
    place = Place("sqlite", tmp_path / "new", "")
    assert "no database yet" in place.rushes("db", "status")
    assert "no database yet" in place.rushes("db", "upgrade")
    assert json.loads(place.rushes("db", "status", "--json")) is None
    assert not place.folder.exists()
    place.rushes("keys", "create", "--name", "Ana", RUSHES_AUTO_UPGRADE="false")
    assert "pending   nothing" in place.rushes("db", "status")


@pytest.mark.parametrize("old", ["sqlite"], indirect=True)
class TestSqlite:
    def test_the_copy_is_the_old_database_and_private(self, old):
        old.rushes("db", "upgrade")
        (copy,) = old.folder.glob("rushes.sqlite3.schema-7-*")
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (7,)
            assert connection.execute("SELECT count(*) FROM jobs").fetchone() == (len(JOBS),)

    def test_a_folder_in_use_is_refused(self, old):
        lock = FolderLock(old.folder)
        assert "is in use by process" in old.rushes("db", "upgrade", code=2)
        lock.release()
        assert json.loads(old.rushes("db", "status", "--json", code=1))["schema"] == 7

    def test_a_full_disk_is_noticed_before(self, old, monkeypatch):
        usage = namedtuple("usage", "free")(1000)
        monkeypatch.setattr("rushes.cli.db.shutil.disk_usage", lambda _: usage)
        done = CliRunner().invoke(cli, ["db", "upgrade", "--data-dir", str(old.folder)])
        assert (done.exit_code, "0.0 MB are free; nothing was changed" in done.stderr) == (1, True)
        assert json.loads(old.rushes("db", "status", "--json", code=1))["schema"] == 7
        assert not list(old.folder.glob("rushes.sqlite3.schema-*"))

    def test_a_newer_schema_is_refused(self, old):
        with contextlib.closing(sqlite3.connect(old.folder / "rushes.sqlite3")) as connection:
            connection.execute("PRAGMA user_version = 999")
        assert "use the newer version of Rushes" in old.rushes("db", "upgrade", code=4)
        old.rushes("db", "status", code=1)


@pytest.mark.parametrize("old", ["postgres"], indirect=True)
def test_postgres_is_not_upgraded_without_a_word_on_its_backup(old):
    err = old.rushes("db", "upgrade", code=3)
    assert "pg_dump --format=custom" in err
    assert old.url not in err
    assert json.loads(old.rushes("db", "status", "--json", code=1))["schema"] == 6
