"""The store on a real file: durable, conditional, one writer, many readers."""

from __future__ import annotations

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from decimal import Decimal

import pytest

from rushes.store.job import Job, Output
from rushes.store.lock import FolderInUseError, FolderLock, Owner
from rushes.store.sqlite import SqliteReader, SqliteStore
from rushes.store.writer import StoreClosedError


def make_job(job_id: str = "gen-vid-1-a", **values: object) -> Job:
    return Job(
        **{
            "id": job_id,
            "state": "queued",
            "model": "google/veo-3.1",
            "provider": "rushes",
            "created_at": 1_793_000_000,
            "updated_at": 1_793_000_000,
            "seed": 7,
            "width": 1280,
            "height": 720,
            "duration": 8,
            "audio": True,
            "prompt": "A calm sea",
            "quote": Decimal("3.20"),
            **values,
        }
    )  # type: ignore[arg-type]


@pytest.fixture
def store(tmp_path):
    opened = SqliteStore(tmp_path / "rushes.sqlite3")
    yield opened
    opened.close()


async def test_a_job_comes_back_as_it_was(store):
    job = make_job(
        outputs=(Output("a.mp4", 3, "ff"),), report={"scene": "ocean"}, cost=Decimal("0.10")
    )
    await store.insert(job, '{"model":"m"}')
    assert store.get(job.id) == job
    assert store.request(job.id) == '{"model":"m"}'


async def test_what_is_unknown_is_none_or_a_key_error(store):
    assert store.get("nope") is None
    with pytest.raises(KeyError):
        store.request("nope")


async def test_an_update_happens_only_from_the_given_states(store):
    job = make_job()
    await store.insert(job, "{}")
    moved = await store.update(job.id, where={"queued"}, changes={"state": "submitting"})
    assert moved is not None
    assert moved.state == "submitting"
    assert await store.update(job.id, where={"queued"}, changes={"state": "failed"}) is None
    assert store.get(job.id).state == "submitting"


async def test_of_many_contenders_for_one_transition_one_wins(store):
    await store.insert(make_job(), "{}")
    moves = [
        store.update("gen-vid-1-a", where={"queued"}, changes={"state": "running", "attempt": n})
        for n in range(50)
    ]
    won = [job for job in await asyncio.gather(*moves) if job is not None]
    assert len(won) == 1
    assert store.get("gen-vid-1-a") == won[0]


async def test_a_failing_write_does_not_take_its_group_along(store):
    await store.insert(make_job("gen-vid-1-taken"), "{}")
    ids = ["gen-vid-1-taken" if n % 5 == 0 else f"gen-vid-1-{n}" for n in range(40)]
    outcomes = await asyncio.gather(
        *(store.insert(make_job(i), "{}") for i in ids), return_exceptions=True
    )
    refused = [o for o in outcomes if isinstance(o, sqlite3.IntegrityError)]
    assert len(refused) == 8
    assert all(o is None for o in outcomes if not isinstance(o, sqlite3.IntegrityError))
    assert len(store.newest(100)) == 33


async def test_a_caller_that_gives_up_does_not_undo_its_write(store):
    task = asyncio.create_task(store.insert(make_job(), "{}"))
    await asyncio.sleep(0)
    task.cancel()
    await store.insert(make_job("gen-vid-1-b"), "{}")
    with pytest.raises(asyncio.CancelledError):
        await task
    assert store.get("gen-vid-1-a") is not None


async def test_lists_and_counts(store):
    for n in range(5):
        state = "queued" if n % 2 else "completed"
        await store.insert(make_job(f"gen-vid-{n}", state=state, created_at=100 + n), "{}")
    assert [j.id for j in store.newest(2)] == ["gen-vid-4", "gen-vid-3"]
    assert [j.id for j in store.in_states({"queued"})] == ["gen-vid-1", "gen-vid-3"]
    assert store.count({"queued", "completed"}) == 5


async def test_a_reader_beside_the_writer_sees_what_is_committed(store, tmp_path):
    reader = SqliteReader(tmp_path / "rushes.sqlite3")
    assert reader.newest(5) == []
    await store.insert(make_job(), "{}")
    assert [j.id for j in reader.newest(5)] == ["gen-vid-1-a"]
    reader.close()


async def test_a_closed_store_says_so(tmp_path):
    store = SqliteStore(tmp_path / "rushes.sqlite3")
    store.close()
    store.close()
    with pytest.raises(StoreClosedError):
        await store.insert(make_job(), "{}")


async def test_a_second_opening_finds_the_schema_and_the_jobs(tmp_path):
    first = SqliteStore(tmp_path / "rushes.sqlite3")
    await first.insert(make_job(), "{}")
    first.close()
    second = SqliteStore(tmp_path / "rushes.sqlite3")
    assert second.get("gen-vid-1-a") == make_job()
    second.close()


WRITE_UNTIL_KILLED = """
import asyncio, sys
from pathlib import Path
from tests.store.test_sqlite import make_job
from rushes.store.sqlite import SqliteStore

async def main():
    store = SqliteStore(Path(sys.argv[1]))
    for group in range(10_000):
        ids = [f"gen-vid-{group}-{n}" for n in range(20)]
        await asyncio.gather(*(store.insert(make_job(i), "{}") for i in ids))
        print(*ids, sep="\\n", flush=True)

asyncio.run(main())
"""


def test_what_was_acknowledged_survives_sigkill(tmp_path, request):
    path = tmp_path / "rushes.sqlite3"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=request.config.rootpath,
    )
    with process:
        acknowledged = [process.stdout.readline().strip() for _ in range(400)]
        process.send_signal(signal.SIGKILL)
        acknowledged += process.stdout.read().splitlines()
    reader = SqliteReader(path)
    whole = [i for i in acknowledged if i.count("-") == 3]
    assert len(whole) >= 400
    assert all(reader.get(i) is not None for i in whole)
    reader.close()


def test_one_process_owns_a_folder(tmp_path):
    lock = FolderLock(tmp_path)
    lock.announce("http://127.0.0.1:1", lasting=True)
    with pytest.raises(
        FolderInUseError, match=rf"process {os.getpid()}, which serves http://127"
    ) as caught:
        FolderLock(tmp_path)
    assert caught.value.owner == Owner(os.getpid(), "http://127.0.0.1:1", lasting=True)
    lock.release()
    FolderLock(tmp_path).release()
