"""`rushes admin`: what a backup has is what a restored service serves, whatever happened."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import shlex
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from click.testing import CliRunner

from rushes.backup.making import _Making
from rushes.cli.main import cli
from rushes.jobs.maintenance import remove
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.storage.locate import open_storage
from rushes.store.folder_lock import FolderLock
from rushes.store.job import Output
from rushes.store.postgres import PostgresDatabase
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.fakes.providers import StandInProvider
from tests.mp4 import minimal_mp4
from tests.postgres import binary
from tests.s3 import environment, make_bucket, running_s3
from tests.service import running_service
from tests.store.rows import CREATED, insert_job, make_job

AUTHORIZED = {"Authorization": "Bearer any"}


def admin(*arguments, code=0, **variables):
    """Run `rushes admin`; return what it prints with --json, and its stderr."""
    done = CliRunner().invoke(cli, ["admin", *map(str, arguments), "--json"], env=variables)
    assert done.exit_code == code, done.output
    return (json.loads(done.stdout) if done.stdout else None), done.stderr


def video_of(job_id):
    return minimal_mp4(job_id.encode() * 2000)


class OwnVideos(StandInProvider):
    """Gives every job a video of its own."""

    async def download(self, job, start=0):
        yield video_of(job.id)[start:]


async def store_job(store, storage, job_id, **values):
    """Add a job and its video, as a completed one has them."""

    async def content():
        yield video_of(job_id)

    stored = await storage.put(f"{job_id}-0.mp4", content())
    outputs = (Output(stored.name, stored.size, stored.sha256),)
    values = {"state": "completed", "ended_at": CREATED + 9.0, "outputs": outputs, **values}
    await insert_job(store, make_job(job_id, **values), "{}")


def fill(folder, job_ids, place=None):
    """Have a data folder with completed jobs, their videos in it or at another place."""

    async def run():
        store = Store(SqliteDatabase(Settings(data_dir=folder).database))
        storage = open_storage(str(place or folder / "outputs"))
        for job_id in job_ids:
            await store_job(store, storage, job_id)
        await store.close()

    asyncio.run(run())


def in_store(folder, work):
    async def run():
        store = Store(SqliteDatabase(Settings(data_dir=folder).database))
        try:
            return await work(store, LocalStorage(folder / "outputs"))
        finally:
            await store.close()

    return asyncio.run(run())


def path_in(folder, job_id):
    return LocalStorage(folder / "outputs").path(f"{job_id}-0.mp4")


def served(folder, job_ids):
    """Return the bytes that a service over a folder serves for jobs."""
    with (
        running_service(folder) as service,
        httpx.Client(headers=AUTHORIZED, trust_env=False, base_url=service.api) as client,
    ):
        found = {}
        for job_id in job_ids:
            assert client.get(f"/videos/{job_id}").json()["status"] == "completed"
            found[job_id] = client.get(f"/videos/{job_id}/content").content
        return found


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    fill(folder, ["a", "b", "c"])
    return folder


def test_a_backup_under_load_is_consistent_and_its_service_serves_the_same(tmp_path):
    data, target, restored = (tmp_path / name for name in ("data", "backup", "restored"))
    stop = threading.Event()

    def load(service):
        with httpx.Client(headers=AUTHORIZED, trust_env=False, base_url=service.api) as client:
            made = []
            while not stop.is_set():
                request = {"model": "google/veo-3.1", "prompt": f"A sea, {len(made)}"}
                answer = client.post("/videos", json=request)
                assert answer.status_code == 202, answer.text
                made.append(answer.json()["id"])
                if len(made) % 3 == 0:
                    client.delete(f"/videos/{made[-3]}")

    with running_service(data, provider=OwnVideos()) as service:
        loading = threading.Thread(target=load, args=[service])
        loading.start()
        try:
            while not admin("backup", target, "--data-dir", data)[0]["videos"] > 20:
                pass
            made, _ = admin("backup", target, "--data-dir", data)
        finally:
            stop.set()
            loading.join()
        assert made["problems"] == []
        assert made["kept"] > 0
        assert admin("verify", "--data-dir", data)[0]["ok"]

    found, _ = admin("verify", target)
    assert (found["ok"], found["videos"], found["orphans"]) == (True, made["videos"], [])
    admin("restore", target, "--data-dir", restored)
    found, _ = admin("verify", "--data-dir", restored)
    assert (found["ok"], found["videos"], found["orphans"]) == (True, made["videos"], [])
    with contextlib.closing(sqlite3.connect(restored / "rushes.sqlite3")) as connection:
        rows = connection.execute(
            "SELECT id, outputs FROM jobs WHERE outputs <> '[]' AND removed_at IS NULL"
            " AND deleted_at IS NULL"
        ).fetchall()
    assert len(rows) > 10
    for job_id, content in served(restored, [job_id for job_id, _ in rows]).items():
        (output,) = json.loads(dict(rows)[job_id])
        assert hashlib.sha256(content).hexdigest() == output["sha256"]


def test_a_video_that_is_removed_meanwhile_is_not_named_by_the_copy(data, tmp_path, monkeypatch):
    keep, calls = _Making._keep, []

    async def keep_after_removal(self, output):
        if not calls:
            store = Store(SqliteDatabase(Settings(data_dir=data).database))
            await remove(await store.jobs.get("b"), store, LocalStorage(data / "outputs"))
            await store.close()
        calls.append(output)
        await keep(self, output)

    monkeypatch.setattr(_Making, "_keep", keep_after_removal)
    made, _ = admin("backup", tmp_path / "backup", "--data-dir", data)
    assert (made["videos"], made["removed"], made["problems"]) == (2, ["b"], [])
    admin("restore", tmp_path / "backup", "--data-dir", tmp_path / "restored")
    assert admin("verify", "--data-dir", tmp_path / "restored")[0]["videos"] == 2


def test_a_second_backup_takes_what_is_new_and_drops_what_is_gone(data, tmp_path):
    target = tmp_path / "backup"
    made, _ = admin("backup", target, "--data-dir", data, "--copy")
    assert (made["copied"], made["linked"], made["kept"]) == (3, 0, 0)
    fill(data, ["d"])

    async def remove_a(store, storage):
        await remove(await store.jobs.get("a"), store, storage)

    in_store(data, remove_a)
    made, _ = admin("backup", target, "--data-dir", data)
    assert (made["copied"], made["linked"], made["kept"]) == (0, 1, 2)
    assert len(list(target.glob("videos/*/*"))) == 3
    assert len(list(target.glob("rushes-*"))) == 1
    assert admin("verify", target)[0]["orphans"] == []


def test_files_of_a_backup_and_a_restore_are_private(data, tmp_path):
    before = os.umask(0)
    try:
        admin("backup", tmp_path / "backup", "--data-dir", data, "--copy")
        admin("restore", tmp_path / "backup", "--data-dir", tmp_path / "restored")
    finally:
        os.umask(before)
    for folder in (tmp_path / "backup", tmp_path / "restored"):
        for path in (folder, *folder.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            assert mode == (0o700 if path.is_dir() else 0o600), path


KILLED = """
import os, signal, sys
from rushes.backup import making
from rushes.cli.main import cli
owner, name, calls = getattr(making, sys.argv[1], making), sys.argv[2], int(sys.argv[3])
work = getattr(owner, name)
def deadly(*args, **kwargs):
    global calls
    calls -= 1
    if calls < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return work(*args, **kwargs)
setattr(owner, name, deadly)
cli(["admin", "backup", *sys.argv[4:]])
"""


@pytest.mark.parametrize(
    "where",
    [("", "copy_database", 0), ("_Making", "_keep", 1), ("os", "link", 1), ("", "flush", 0)]
    + [("", "write_manifest", 0), ("", "_remove_rest", 0)],
    ids=lambda where: where[1],
)
def test_a_killed_backup_is_never_taken_for_a_whole_one(data, tmp_path, where):
    target = tmp_path / "backup"

    def killed():
        done = subprocess.run(
            [sys.executable, "-c", KILLED, *map(str, where), target, "--data-dir", data],
            check=False,
            capture_output=True,
        )
        assert done.returncode == -signal.SIGKILL, done.stderr

    is_whole = where[1] == "_remove_rest"
    killed()
    if not is_whole:
        _, err = admin("verify", target, code=2)
        assert "holds no complete backup: manifest.json is missing" in err
        _, err = admin("restore", target, "--data-dir", tmp_path / "none", code=2)
        assert not (tmp_path / "none").exists()
    admin("backup", target, "--data-dir", data)
    fill(data, ["d", "e"])
    killed()
    found, _ = admin("verify", target)
    assert (found["ok"], found["videos"]) == (True, 5 if is_whole else 3)
    made, _ = admin("backup", target, "--data-dir", data)
    assert made["videos"] == 5
    assert admin("verify", target)[0]["orphans"] == []
    assert len(list(target.glob("*-*"))) == 2  # the database and the index


def test_an_interrupted_restore_is_not_served_and_can_be_repeated(data, tmp_path, monkeypatch):
    target, restored = tmp_path / "backup", tmp_path / "restored"
    admin("backup", target, "--data-dir", data)

    async def fails(*_, **__):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(LocalStorage, "put", fails)
        admin("restore", target, "--data-dir", restored, code=2)
    done = CliRunner().invoke(cli, ["serve", "--port", "0", "--data-dir", str(restored)])
    assert (done.exit_code, "run rushes admin restore once more" in done.stderr) == (4, True)
    admin("restore", target, "--data-dir", restored)
    assert served(restored, ["a"]) == {"a": video_of("a")}


class TestRefused:
    def test_a_folder_with_other_files(self, data, tmp_path):
        (tmp_path / "notes.txt").write_text("x")
        _, err = admin("backup", tmp_path, "--data-dir", data, code=2)
        assert "holds other files, such as 'data'; choose an empty folder" in err

    def test_a_data_folder_that_is_not_empty(self, data, tmp_path):
        admin("backup", tmp_path / "backup", "--data-dir", data)
        _, err = admin("restore", tmp_path / "backup", "--data-dir", data, code=2)
        assert "is not empty; restore into another one" in err
        other = tmp_path / "home"
        other.mkdir()
        (other / "notes.txt").write_text("x")
        admin("restore", tmp_path / "backup", "--data-dir", other, code=2)
        assert [path.name for path in other.iterdir()] == ["notes.txt"]

    def test_the_folder_of_a_running_service(self, data, tmp_path):
        admin("backup", tmp_path / "backup", "--data-dir", data)
        lock = FolderLock(tmp_path / "other")
        _, err = admin("restore", tmp_path / "backup", "--data-dir", tmp_path / "other", code=2)
        assert f"is in use by process {os.getpid()}" in err
        lock.release()

    @pytest.mark.parametrize("pattern", ["videos/*/*", "rushes-*", "index-*"])
    def test_a_damaged_backup(self, data, tmp_path, pattern):
        target = tmp_path / "backup"
        admin("backup", target, "--data-dir", data, "--copy")
        path = next(iter(target.glob(pattern)))
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
        found, _ = admin("verify", target, code=1)
        (problem,) = found["problems"]
        assert problem["problem"].startswith("changed")
        _, err = admin("restore", target, "--data-dir", tmp_path / "none", code=1)
        assert "is damaged; nothing was restored" in err
        assert not (tmp_path / "none").exists()

    def test_a_backup_of_a_newer_version(self, data, tmp_path):
        with contextlib.closing(sqlite3.connect(data / "rushes.sqlite3")) as connection:
            connection.execute("PRAGMA user_version = 999")
        admin("backup", tmp_path / "backup", "--data-dir", data)
        _, err = admin("restore", tmp_path / "backup", "--data-dir", tmp_path / "none", code=4)
        assert "use the newer version of Rushes" in err

    def test_nothing_to_back_up_or_verify(self, tmp_path):
        for command in (("verify",), ("backup", tmp_path / "b")):
            _, err = admin(*command, "--data-dir", tmp_path / "none", code=3)
            assert "There is no database in" in err
        assert not list(tmp_path.iterdir())


def test_a_lost_video_does_not_prevent_the_backup_of_the_others(data, tmp_path):
    path_in(data, "a").unlink()
    path_in(data, "b").write_bytes(video_of("another"))
    made, _ = admin("backup", tmp_path / "backup", "--data-dir", data, code=1)
    problems = {problem["job"]: problem["problem"] for problem in made["problems"]}
    assert problems["a"] == "missing"
    assert problems["b"].startswith("changed")
    assert made["videos"] == 1
    restored, _ = admin("restore", tmp_path / "backup", "--data-dir", tmp_path / "restored")
    assert sorted(restored["lost"]) == ["a-0.mp4", "b-0.mp4"]
    assert served(tmp_path / "restored", ["c"]) == {"c": video_of("c")}


@pytest.fixture(params=["folder", "bucket"])
def place(request, tmp_path, monkeypatch):
    if request.param == "folder":
        yield tmp_path / "videos"
        return
    with running_s3() as endpoint:
        for name, value in environment(endpoint).items():
            monkeypatch.setenv(name, value)
        yield make_bucket(endpoint).url


def test_verify_finds_what_is_missing_changed_or_of_no_job(place, tmp_path):
    data = tmp_path / "data"
    fill(data, ["a", "b", "c", "d"], place)
    storage = open_storage(str(place))

    async def damage():
        async def content(name):
            yield video_of(name)

        await storage.delete("a-0.mp4")
        await storage.put("b-0.mp4", content("x"))
        await storage.put("c-0.mp4", content("longer"))
        await storage.put("gone-0.mp4", content("gone"))
        await storage.put("open-0.mp4", content("open"))

    asyncio.run(damage())

    async def begin(store, _):
        await insert_job(store, make_job("open", state="storing"), "{}")

    in_store(data, begin)
    options = {"RUSHES_OUTPUTS_URL": str(place)}
    if isinstance(place, Path):
        misplaced = place / "00" / "d-0.mp4"
        misplaced.parent.mkdir(exist_ok=True)
        misplaced.write_bytes(b"x")
        found, _ = admin("verify", "--data-dir", data, code=1, **options)
        assert sorted(found["orphans"]) == ["00/d-0.mp4", "gone-0.mp4"]
        misplaced.unlink()
    found, _ = admin("verify", "--data-dir", data, code=1, **options)
    problems = {problem["job"]: problem["problem"] for problem in found["problems"]}
    assert problems == {
        "a": "missing",
        "b": "changed: its checksum differs",
        "c": f"changed: {len(video_of('longer'))} bytes instead of {len(video_of('c'))}",
    }
    assert (found["videos"], found["orphans"], found["ok"]) == (4, ["gone-0.mp4"], False)
    made, _ = admin("backup", tmp_path / "backup", "--data-dir", data, code=1, **options)
    assert (made["videos"], len(made["problems"])) == (1, 3)

    text = CliRunner().invoke(cli, ["admin", "verify", "--data-dir", str(data)], env=options)
    assert "Read 4 videos" in text.stdout
    assert "a-0.mp4 of a: missing" in text.stderr
    assert "no job names gone-0.mp4" in text.stdout


def test_the_commands_that_are_printed_for_postgres_bring_its_jobs_back(postgres_server, tmp_path):
    name = postgres_server.database()
    url = postgres_server.url(name)

    async def run(work):
        database = PostgresDatabase(url)
        await database.open()
        try:
            return await work(Store(database))
        finally:
            await database.close()

    asyncio.run(run(lambda store: store_job(store, LocalStorage(tmp_path / "outputs"), "a")))
    options = {"RUSHES_DATABASE_URL": url, "RUSHES_URL_SECRET": "a-secret-0123"}

    def command(*arguments):
        done = CliRunner().invoke(
            cli, ["admin", *map(str, arguments), "--data-dir", str(tmp_path)], env=options
        )
        assert done.exit_code == 0, done.output
        tool, *rest = shlex.split(done.stderr.partition("pg_")[1] + done.stderr.partition("pg_")[2])
        subprocess.run(
            [binary(tool), *rest],
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PGPASSWORD": postgres_server.password},
        )

    command("backup", tmp_path / "backup")
    postgres_server.execute("DELETE FROM jobs", name)
    path_in(tmp_path, "a").unlink()
    command("restore", tmp_path / "backup")
    job = asyncio.run(run(lambda store: store.jobs.get("a")))
    assert job.state == "completed"
    assert path_in(tmp_path, "a").read_bytes() == video_of("a")
    postgres_server.drop(name)


def test_with_postgres_the_videos_are_backed_up_and_the_rest_is_explained(postgres_url, tmp_path):
    data, target, restored = (tmp_path / name for name in ("data", "backup", "restored"))

    async def run():
        database = PostgresDatabase(postgres_url)
        await database.open()
        for job_id in ("a", "b"):
            await store_job(Store(database), LocalStorage(data / "outputs"), job_id)
        await database.close()

    asyncio.run(run())
    options = {"RUSHES_DATABASE_URL": postgres_url, "RUSHES_URL_SECRET": "a-secret-0123"}
    arguments = ["admin", "backup", str(target), "--data-dir", str(data)]
    done = CliRunner().invoke(cli, arguments, env=options)
    assert done.exit_code == 0, done.output
    assert "Backed up 2 videos" in done.stdout
    assert "run pg_dump --format=custom --file=rushes.dump --host=" in done.stderr
    assert urlsplit(postgres_url).password not in done.output
    assert postgres_url not in done.output
    assert json.loads((target / "manifest.json").read_text())["kind"] == "postgres"
    _, err = admin("restore", target, "--data-dir", restored, code=3)
    assert "run this with RUSHES_DATABASE_URL set" in err
    admin("restore", target, "--data-dir", restored, **options)
    assert path_in(restored, "b").read_bytes() == video_of("b")
    assert admin("verify", "--data-dir", restored, **options)[0]["videos"] == 2
    path_in(restored, "b").unlink()
    admin("verify", "--data-dir", restored, code=1, **options)
