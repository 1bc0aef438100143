"""The outbox of webhooks: committed with the end of a job, taken by one process at a time."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3

import psycopg
import pytest

from rushes.store.jobs import change, insertion
from rushes.store.migrations.files import migrations
from rushes.store.outbox import WebhookFilter, supersede
from rushes.store.postgres import PostgresDatabase
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from rushes.store.webhook import AttemptOutcome
from tests.store.rows import add, make_job

URL = "https://hooks.example/a?token=b"
NOW = 1_793_000_100.0
PLACE = "hooks.example alice"


async def end(store, job, state="failed", at=NOW, **changes):
    changes = {"state": state, "ended_at": at, **changes}
    return await store.jobs.update(job.id, where={job.state}, changes=changes)


async def ended(store, job_id=None, at=NOW, **values):
    job = await add(store, job_id, callback_url=URL, callback="pending", **values)
    return await end(store, job, at=at)


async def claim(store, now=NOW, count=10, place=PLACE):
    return [w for w, _ in await store.outbox.claim({place: count}, now, now + 30)]


async def state_of(store, job_id):
    [(webhook, _)] = await store.outbox.page(WebhookFilter(job_id=job_id), 10)
    return webhook.state, (await store.jobs.get(job_id)).callback


def delivered(duration=0.25):
    return AttemptOutcome("delivered", duration, 204)


async def test_the_end_of_a_job_is_put_in_with_it(store):
    job = await ended(store, state="running")
    [(webhook, _)] = await store.outbox.page(WebhookFilter(), 10)
    assert (webhook.id, webhook.job_id) == (f"{job.id}-failed", job.id)
    assert (webhook.host, webhook.owner, webhook.status) == ("hooks.example", "alice", "failed")
    assert (webhook.state, webhook.next_at, webhook.attempts) == ("pending", NOW, 0)
    assert "token" not in webhook.place


@pytest.mark.parametrize("changes", [{"progress": 0.5}, {"state": "running"}])
async def test_nothing_else_is(store, changes):
    job = await add(store, callback_url=URL, callback="pending")
    await store.jobs.update(job.id, where={"queued"}, changes=changes)
    silent = await add(store)
    await end(store, silent)
    lost = await add(store, callback_url=URL, callback="pending", state="running")
    assert await end(store, lost, epoch=99) is not None
    assert [w.job_id for w, _ in await store.outbox.page(WebhookFilter(), 10)] == [lost.id]


async def test_an_end_that_is_undone_leaves_nothing(store):
    job = await add(store, callback_url=URL, callback="pending")

    def failing():
        yield from ending(job)
        raise StoreError("the rest of the transaction")

    with pytest.raises(StoreError):
        await store.database.write(failing())
    assert await store.outbox.page(WebhookFilter(), 10) == []
    assert (await store.jobs.get(job.id)).state == "queued"


def ending(job):
    return (yield from change(job.id, {"queued"}, {"state": "failed", "ended_at": NOW}, None))


async def test_a_webhook_that_is_taken_is_nobody_elses_until_its_attempt_counts_as_lost(store):
    job = await ended(store)
    [first] = await claim(store)
    assert await claim(store, NOW + 29) == []
    [second] = await claim(store, NOW + 30)
    assert (first.attempts, second.attempts) == (1, 2)
    assert not await store.outbox.settle(first, delivered()), "it was overtaken"
    assert await state_of(store, job.id) == ("pending", "pending")
    assert await store.outbox.settle(second, delivered())
    assert await state_of(store, job.id) == ("delivered", "delivered")
    [(_, (one, two))] = await store.outbox.page(WebhookFilter(), 10)
    assert (one.number, one.status, two.number, two.duration) == (1, 204, 2, 0.25)


async def test_of_many_that_take_at_once_each_webhook_goes_to_one(store):
    ids = {(await ended(store)).id for _ in range(30)}
    taken = await asyncio.gather(*(claim(store, count=4) for _ in range(12)))
    found = [webhook.job_id for webhooks in taken for webhook in webhooks]
    assert len(found) == len(set(found))
    while more := await claim(store):
        found += [webhook.job_id for webhook in more]
    assert sorted(found) == sorted(ids)


async def test_a_failed_attempt_is_kept_and_due_again_when_it_says(store):
    job = await ended(store)
    [webhook] = await claim(store)
    failed = AttemptOutcome("pending", 1.5, 500, "the receiver answered 500", NOW + 60)
    assert await store.outbox.settle(webhook, failed)
    assert await claim(store, NOW + 59) == []
    [again] = await claim(store, NOW + 60)
    await store.outbox.settle(again, AttemptOutcome("failed", 0.1, 410, "gone"))
    assert await state_of(store, job.id) == ("failed", "failed")
    [(_, (first, last))] = await store.outbox.page(WebhookFilter(), 10)
    assert (first.at, first.duration, first.status) == (NOW, 1.5, 500)
    assert (first.error, first.next_at) == ("the receiver answered 500", NOW + 60)
    assert (last.at, last.next_at) == (NOW + 60, None)


async def test_an_attempt_that_was_not_made_does_not_count(store):
    await ended(store)
    [webhook] = await claim(store)
    await store.outbox.put_off(webhook, NOW + 60)
    [(_, attempts)] = await store.outbox.page(WebhookFilter(), 10)
    assert attempts == []
    [again] = await claim(store, NOW + 60)
    assert again.attempts == 1


async def test_interrupted_attempts_are_due_at_once_and_others_when_they_were(store):
    waiting, interrupted, other = [await ended(store, at=NOW + n) for n in range(3)]
    [one, two, _] = await claim(store, NOW + 5)
    await store.outbox.settle(one, AttemptOutcome("pending", 0.1, 500, "no", NOW + 60))
    await store.outbox.give_back(NOW + 6, [two.id])
    assert [w.job_id for w in await claim(store, NOW + 6)] == [interrupted.id]
    await store.outbox.give_back(NOW + 7)
    assert {w.job_id for w in await claim(store, NOW + 7)} == {interrupted.id, other.id}
    assert waiting.id in {w.job_id for w in await claim(store, NOW + 60)}


async def test_a_job_that_goes_on_takes_its_end_back_and_reports_the_next(store):
    job = await ended(store, state="running", attempt=1)
    [webhook] = await claim(store)

    def go_on():
        yield "UPDATE jobs SET state = 'running', ended_at = NULL WHERE id = :id", {"id": job.id}
        yield from supersede(job.id)

    await store.database.write(go_on())
    assert not await store.outbox.settle(webhook, delivered()), "of an end that is none"
    assert await claim(store, NOW + 60) == []
    assert await store.outbox.replay(WebhookFilter(), NOW + 60) == []
    running = await store.jobs.get(job.id)
    await end(store, running, at=NOW + 70)
    assert not await store.outbox.settle(webhook, delivered()), "of an earlier end"
    [again] = await claim(store, NOW + 70)
    assert (again.id, again.attempts, again.attempts_before) == (webhook.id, 2, 1)


async def test_what_failed_is_sent_again_with_as_many_attempts(store):
    jobs = [await ended(store, at=NOW + n) for n in range(4)]
    for webhook in await claim(store, NOW + 10):
        state = "delivered" if webhook.job_id == jobs[0].id else "failed"
        await store.outbox.settle(webhook, AttemptOutcome(state, 0.1, 500))
    replay = store.outbox.replay
    found = await replay(WebhookFilter(state="failed", since=NOW + 2), NOW + 20)
    assert [w.job_id for w in found] == [jobs[2].id, jobs[3].id]
    assert await state_of(store, jobs[3].id) == ("pending", "pending")
    [one] = await replay(WebhookFilter(owner="alice"), NOW + 20, [f"{jobs[0].id}-failed", "none"])
    assert (one.attempts, one.attempts_before) == (1, 1)
    assert await replay(WebhookFilter(owner="bob", job_id=jobs[1].id), NOW + 20) == []
    taken = await claim(store, NOW + 20)
    assert {w.job_id for w in taken} == {jobs[0].id, jobs[2].id, jobs[3].id}
    assert await replay(WebhookFilter(job_id=jobs[0].id), NOW + 21) == [], "it is being sent"


async def test_places_come_in_order_with_the_time_that_the_first_is_due(store):
    for number, (owner, host) in enumerate([("a", "y"), ("a", "x"), ("b", "x"), ("a", "x")]):
        job = await add(store, owner=owner, callback_url=f"https://{host}.example/", callback="p")
        await end(store, job, at=NOW - number)
    found = await store.outbox.places("", 10)
    assert found == [
        ("x.example a", "a", NOW - 3),
        ("x.example b", "b", NOW - 2),
        ("y.example a", "a", NOW),
    ]
    assert await store.outbox.places("", 2) == found[:2]
    assert await store.outbox.places("x.example a", 2) == found[1:]
    for place, _, _ in found:
        for webhook in await claim(store, place=place):
            await store.outbox.settle(webhook, delivered())
    assert await store.outbox.places("", 10) == []


async def test_pages_are_newest_first_and_filtered(store):
    jobs = [await ended(store, at=NOW + n, owner=owner) for n, owner in enumerate("aabba")]
    ids = [f"{job.id}-failed" for job in reversed(jobs)]

    async def page(limit=10, after=None, **wanted):
        return [w.id for w, _ in await store.outbox.page(WebhookFilter(**wanted), limit, after)]

    assert await page() == ids
    assert await page(2) == ids[:2]
    assert await page(2, ids[1]) == ids[2:4]
    assert await page(owner="b") == ids[1:3]
    assert await page(owner="a", since=NOW + 1) == [ids[0], ids[3]]
    assert await page(job_id=jobs[0].id, owner="b") == []
    assert await page(state="failed") == []


async def test_an_end_that_an_older_version_committed_is_put_in_later(store):
    ends = {"state": "failed", "ended_at": NOW, "callback_url": URL}
    jobs = [make_job(callback=callback, **ends) for callback in ("pending", "pending", "delivered")]
    jobs.append(make_job(callback="pending", callback_url=URL))

    def older():
        for job in jobs:
            yield from insertion(job, "{}")

    await store.database.write(older())
    assert [await store.outbox.adopt(1) for _ in range(3)] == [1, 1, 0]
    assert {w.job_id for w in await claim(store)} == {jobs[0].id, jobs[1].id}
    assert await store.outbox.adopt(10) == 0


async def test_webhooks_go_with_their_job(store):
    await ended(store)
    assert await claim(store)

    def attempts():
        return (yield "SELECT number FROM webhook_attempts", {})

    assert await store.database.read(attempts()) == [(1,)]
    await store.retention.clear()
    assert await store.outbox.page(WebhookFilter(), 10) == []
    assert await store.database.read(attempts()) == []


OLD = {
    "model": "'m'",
    "provider": "'rushes'",
    "prompt": "'A calm sea'",
    "origin": "'http://h'",
    "owner": "'alice'",
    **dict.fromkeys(("created_at", "updated_at", "seed", "width", "height", "duration"), "1"),
    "audio": "1",
}
ROWS = {
    "to-send": ("failed", "'pending'", "'https://hooks.example/a?token=b'", "9.5"),
    "no-path": ("completed", "'pending'", "'https://hooks.example?token=b'", "8"),
    "given-up": ("failed", "'abandoned'", "'https://hooks.example/'", "7"),
    "sent": ("failed", "'delivered'", "'https://hooks.example/'", "7"),
    "open": ("running", "'pending'", "'https://hooks.example/'", "NULL"),
    "silent": ("failed", "NULL", "NULL", "7"),
}


def old_rows():
    for job_id, (state, callback, url, at) in ROWS.items():
        values = {"id": f"'{job_id}'", "state": f"'{state}'", "callback": callback}
        values |= {"callback_url": url, "ended_at": at, **OLD}
        yield f"INSERT INTO jobs ({', '.join(values)}) VALUES ({', '.join(values.values())})"


def before_the_outbox(database):
    """Return the migrations up to the one that adds it."""
    known = migrations(database)
    [added] = [number for number, script in known if "CREATE TABLE webhooks" in script]
    return [(number, script) for number, script in known if number < added]


async def check_upgraded(store):
    found = await store.outbox.page(WebhookFilter(), 10)
    assert [(w.id, w.place, w.next_at, w.state) for w, _ in found] == [
        ("to-send-failed", "hooks.example alice", 9.5, "pending"),
        ("no-path-completed", "hooks.example alice", 8.0, "pending"),
    ]
    callbacks = {job_id: (await store.jobs.get(job_id)).callback for job_id in ROWS}
    assert callbacks == {
        "to-send": "pending",
        "no-path": "pending",
        "given-up": "failed",
        "sent": "delivered",
        "open": "pending",
        "silent": None,
    }
    await end(store, await store.jobs.get("open"))
    assert len(await store.outbox.page(WebhookFilter(state="pending"), 10)) == 3
    await store.close()


async def test_what_a_sqlite_file_has_still_to_deliver_is_in_the_outbox_after_an_upgrade(tmp_path):
    path = tmp_path / "rushes.sqlite3"
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for number, script in before_the_outbox("sqlite"):
            connection.executescript(script)
            connection.execute(f"PRAGMA user_version = {number}")
        for row in old_rows():
            connection.execute(row)
    await check_upgraded(Store(SqliteDatabase(path)))


async def test_what_a_postgres_has_still_to_deliver_is_in_the_outbox_after_an_upgrade(postgres_url):
    with psycopg.connect(postgres_url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
        connection.execute(
            "CREATE TABLE rushes_migrations (number INTEGER PRIMARY KEY,"
            " applied_at TIMESTAMPTZ NOT NULL DEFAULT now())"
        )
        connection.execute("CREATE TABLE procrastinate_jobs (task_name TEXT)")
        connection.execute("INSERT INTO procrastinate_jobs VALUES ('call_back'), ('run_job')")
        for number, script in before_the_outbox("postgres"):
            connection.execute(script.encode())
            connection.execute("INSERT INTO rushes_migrations VALUES (%s)", [number])
        for row in old_rows():
            connection.execute(row.encode())
    database = PostgresDatabase(postgres_url)
    await database.open()
    with psycopg.connect(postgres_url) as connection:
        left = connection.execute("SELECT task_name FROM procrastinate_jobs").fetchall()
    assert left == [("run_job",)]
    await check_upgraded(Store(database))
