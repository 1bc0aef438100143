"""SQLite alone: durable, one writer that commits in groups, many readers, one owner."""

from __future__ import annotations

import asyncio
import itertools
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import pytest

from rushes.store.folder_lock import FolderInUseError, FolderLock, Owner
from rushes.store.migrations.files import migrations
from rushes.store.sqlite import SqliteDatabase
from rushes.store.sqlite_writer import MAX_BESIDE_URGENT, MAX_GROUP, StoreClosedError, Writer
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from tests.store.rows import add, jobs_in, make_job


@pytest.fixture
def path(tmp_path):
    return tmp_path / "rushes.sqlite3"


@pytest.fixture
async def store(path):
    opened = Store(SqliteDatabase(path))
    yield opened
    await opened.close()


@pytest.mark.parametrize(("durable", "synchronous"), [(True, 2), (False, 0)])
async def test_writes_wait_for_the_disk_if_they_are_to_last(path, durable, synchronous):
    database = SqliteDatabase(path, durable=durable)

    def asked():
        return (yield "PRAGMA synchronous", {})

    assert await database.write(asked()) == [(synchronous,)]
    await database.close()


async def test_a_failing_write_does_not_take_its_group_along(store):
    await add(store, "taken")
    ids = ["taken" if n % 5 == 0 else f"job-{n}" for n in range(40)]
    outcomes = await asyncio.gather(*(add(store, i) for i in ids), return_exceptions=True)
    assert sum(isinstance(o, StoreError) for o in outcomes) == 8
    assert len(await jobs_in(store, {"queued"})) == 33


class HeldCommit:
    """A writer on a file of numbers; its first commit waits until it is let go."""

    def __init__(self, path):
        self.connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self.connection.execute("CREATE TABLE numbers (n)")
        self.statements, self.begun, self.go_on = [], threading.Event(), threading.Event()
        self.connection.set_trace_callback(self._trace)
        self.writer = Writer(self.connection)

    def _trace(self, statement):
        self.statements.append(statement)
        if statement == "COMMIT" and not self.begun.is_set():
            self.begun.set()
            assert self.go_on.wait(20)

    def write(self, number, **options):
        insert = f"INSERT INTO numbers VALUES ({number})"
        return asyncio.create_task(self.writer.write(lambda c: c.execute(insert), **options))

    async def begin(self):
        """Write a first number, up to its commit."""
        first = self.write(0)
        await asyncio.to_thread(self.begun.wait)
        return first

    async def end(self, *writes):
        await asyncio.sleep(0)  # each has queued its write
        self.go_on.set()
        await asyncio.gather(*writes)
        await self.writer.close()


def numbers_in(path):
    reader = sqlite3.connect(path)
    rows = reader.execute("SELECT n FROM numbers ORDER BY rowid").fetchall()
    reader.close()
    return [number for (number,) in rows]


async def test_what_queued_during_a_commit_is_committed_together(path):
    held = HeldCommit(path)
    first = await held.begin()
    await held.end(first, *(held.write(number) for number in range(1, 51)))
    assert held.statements.count("COMMIT") == 2
    assert numbers_in(path) == list(range(51))


async def test_a_write_that_a_client_waits_for_goes_first_and_in_a_small_group(path):
    held = HeldCommit(path)
    first = await held.begin()
    others = [held.write(number) for number in range(1, 51)]
    await held.end(first, *others, held.write(99, urgent=True))
    assert numbers_in(path) == [0, 99, *range(1, 51)]
    commits = [i for i, statement in enumerate(held.statements) if statement == "COMMIT"]
    groups = [held.statements[a:b] for a, b in itertools.pairwise([0, *commits])]
    inserts = [sum(s.startswith("INSERT") for s in group) for group in groups]
    assert inserts == [1, MAX_BESIDE_URGENT, 51 - MAX_BESIDE_URGENT]


async def test_urgent_writes_leave_room_for_the_others(path):
    held = HeldCommit(path)
    first = await held.begin()
    urgent = [held.write(1000 + number, urgent=True) for number in range(200)]
    others = [held.write(number) for number in range(1, 17)]
    await held.end(first, *urgent, *others)
    kept = numbers_in(path)
    assert sorted(kept) == sorted([*range(17), *range(1000, 1200)])
    assert [number for number in kept if number < 1000] == list(range(17))
    assert kept.index(16) < 2 * MAX_GROUP + 1, "eight of every group are not urgent"


async def test_a_file_that_stays_locked_fails_only_what_has_waited_for_it(path, monkeypatch):
    monkeypatch.setattr("rushes.store.sqlite_writer.BUSY_TIMEOUT", 0.2)
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=0)
    connection.execute("CREATE TABLE numbers (n)")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = Writer(connection)

    def insert(c):
        c.execute("INSERT INTO numbers VALUES (1)")

    waiting = [asyncio.create_task(writer.write(insert)) for _ in range(3)]
    await asyncio.sleep(0)
    late = asyncio.create_task(writer.write(insert))
    outcomes = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [sqlite3.OperationalError] * 3
    other.execute("ROLLBACK")
    await late
    await writer.close()
    other.close()
    assert numbers_in(path) == [1]


async def test_what_reads_long_holds_up_neither_reads_nor_writes(store):
    begun, go_on = threading.Event(), threading.Event()

    def long():
        begun.set()
        rows = yield f"SELECT {int(go_on.wait(20))}", {}
        return rows

    surveying = asyncio.create_task(store.database.survey(long()))
    await asyncio.to_thread(begun.wait)
    job = await add(store)
    assert await store.jobs.get(job.id) == job
    go_on.set()
    assert await surveying == [(1,)]


async def test_a_write_to_a_closed_store_says_that_it_is_closed(store):
    await store.close()
    with pytest.raises(StoreClosedError):
        await add(store)


async def test_a_second_process_sees_what_is_committed(store, path):
    beside = Store(SqliteDatabase(path))
    job = await add(store)
    assert await beside.jobs.get(job.id) == job
    await beside.close()


async def test_a_second_opening_finds_the_schema_and_the_jobs(store, path):
    job = await add(store)
    await store.close()
    second = Store(SqliteDatabase(path))
    assert await second.jobs.get(job.id) == job
    await second.close()


def test_a_file_that_is_no_database_is_a_store_error(path):
    path.write_text("not a database, but long enough to be looked at as one" * 20)
    with pytest.raises(StoreError, match=r"rushes\.sqlite3"):
        SqliteDatabase(path)


async def test_jobs_of_the_first_schema_are_taken_over(path):
    old = sqlite3.connect(path)
    old.executescript(dict(migrations("sqlite"))[1] + "PRAGMA user_version = 1;")
    rows = [("a", "completed", 1), ("b", "submitting", 2), ("c", "queued", 0), ("d", "running", 1)]
    for job_id, state, attempt in rows:
        old.execute(
            "INSERT INTO jobs (id, state, model, provider, created_at, updated_at, seed, width,"
            " height, duration, audio, prompt, origin, attempt)"
            " VALUES (?, ?, 'm', 'p', 100, 160, 1, 2, 3, 4, 1, 'A sea', '', ?)",
            (job_id, state, attempt),
        )
    old.commit()
    old.close()
    store = Store(SqliteDatabase(path))
    jobs = {job_id: await store.jobs.get(job_id) for job_id, _, _ in rows}
    assert [job.created_ns for job in jobs.values()] == [100 * 10**9 + n for n in (1, 2, 3, 4)]
    assert [job.ended_at for job in jobs.values()] == [160, None, None, None]
    assert {job.answer for job in jobs.values()} == {"delivered"}
    submissions = [await store.attempts.current(job) for job in jobs.values()]
    assert [s and (s.attempt, s.state, s.key) for s in submissions] == [
        (1, "accepted", "a-1"),
        (2, "sending", "b-2"),
        None,
        (1, "accepted", "d-1"),
    ]
    await store.close()


async def test_the_words_of_an_earlier_version_are_translated(path):
    old = sqlite3.connect(path)
    for number, script in migrations("sqlite")[:3]:
        old.executescript(f"{script} PRAGMA user_version = {number};")
    old.execute(
        "INSERT INTO jobs (id, state, model, provider, created_at, updated_at, seed, width, height,"
        " duration, audio, prompt, origin, attempt, cancellation, trouble)"
        " VALUES ('a', 'cancelled', 'm', 'p', 1, 2, 1, 2, 3, 4, 1, 'A sea', '', 0, 'free', 'Slow')"
    )
    old.execute("INSERT INTO pacing (credential, next_at) VALUES ('p', 7.0)")
    old.execute(
        "INSERT INTO submissions (job_id, attempt, provider, key, state, epoch, intent_at)"
        " VALUES ('a', 0, 'p', 'a-0', 'unknown', 1, 2.0)"
    )
    old.execute("UPDATE jobs SET ended_at = NULL, callback_url = 'https://a.example/hook'")
    body = '{"model":"m","callback_url":"https://a.example/hook","prompt":"A sea"}'
    old.execute("INSERT INTO requests VALUES ('a', ?)", (body,))
    columns = "id, state, model, provider, created_at, updated_at, seed, width, height, duration"
    columns += ", audio, prompt, origin, attempt, callback_url"
    old.execute(
        f"INSERT INTO jobs ({columns}) VALUES"
        " ('b', 'queued', 'm', 'p', 1, 2, 1, 2, 3, 4, 1, 'A sea', '', 0, 'https://a.example/hook')"
    )
    old.execute("INSERT INTO requests VALUES ('b', ?)", ('{"model":"m","odd":NaN}',))
    old.commit()
    old.close()
    store = Store(SqliteDatabase(path))
    job = await store.jobs.get("a")
    assert (job.cancellation, job.delay_reason) == ("not_started", "Slow")
    assert await store.jobs.body("a") == '{"model":"m","prompt":"A sea"}'
    assert await store.jobs.body("b") == '{"model":"m","odd":NaN}'
    assert (await store.attempts.current(job)).state == "unknown"
    await store.close()
    rows = sqlite3.connect(path)
    assert rows.execute("SELECT credential, next_at FROM rate_limit").fetchall() == [("p", 7.0)]
    rows.close()


WRITE_UNTIL_KILLED = """
import asyncio, sys
from pathlib import Path
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.store.rows import add

async def main():
    store = Store(SqliteDatabase(Path(sys.argv[1])))
    for group in range(10_000):
        ids = [f"gen-vid-{group}-{n}" for n in range(20)]
        await asyncio.gather(*(add(store, i) for i in ids))
        print(*ids, sep="\\n", flush=True)

asyncio.run(main())
"""


def write_until_killed(path, root):
    """Return the ids of the jobs whose commit a process had reported when it was killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=root,
    )
    with process:
        acknowledged = [process.stdout.readline().strip() for _ in range(400)]
        process.send_signal(signal.SIGKILL)
        acknowledged += process.stdout.read().split("\n")[:-1]  # the last line may be cut off
    return acknowledged


async def test_what_was_acknowledged_survives_sigkill(path, request):
    acknowledged = await asyncio.to_thread(write_until_killed, path, request.config.rootpath)
    assert len(acknowledged) >= 400
    store = Store(SqliteDatabase(path))
    kept = {job.id for job in await jobs_in(store, {"queued"})}
    assert set(acknowledged) <= kept
    await store.close()


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


async def test_a_write_that_fails_at_its_commit_is_undone_and_the_next_one_stands(store):
    def orphaned():
        yield (
            "INSERT INTO idempotency VALUES ('alice', 'k', 'f', 'no-such-job', 1)",
            {},
        )

    with pytest.raises(StoreError):
        await store.database.write(orphaned())
    job = make_job()
    await store.idempotency.admit(job, "{}", key="k")
    assert await store.jobs.get(job.id) == job


async def test_a_write_waits_for_another_process_without_stopping_the_loop(store, path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(add(store))
    for _ in range(5):
        await asyncio.sleep(0)
    assert not writing.done()
    other.execute("COMMIT")
    other.close()
    assert (await writing).state == "queued"


def test_a_loop_that_ends_during_a_write_leaves_the_store_usable(path):
    store = Store(SqliteDatabase(path))
    steps = [0, 1, 2, 3]

    async def leave(steps):
        asyncio.create_task(add(store, f"gen-vid-{steps}"))  # noqa: RUF006 - left on purpose
        for _ in range(steps):
            await asyncio.sleep(0)

    for number in steps:
        asyncio.run(leave(number))
    job = asyncio.run(add(store))
    assert asyncio.run(store.jobs.get(job.id)) == job
    asyncio.run(store.close())
