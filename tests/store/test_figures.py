"""What an operator watches is counted right on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from rushes.clock import unix_time
from rushes.store.figures import OpenJobs, Spend, UnknownOutcomes
from rushes.store.store import Store
from tests.store.rows import CREATED, add


async def test_open_jobs_are_counted_by_state_model_and_provider(store):
    await add(store, created_at=CREATED + 5)
    await add(store, created_at=CREATED + 3, deleted_at=CREATED + 9)
    await add(store, state="running", provider="fal")
    await add(store, state="completed", ended_at=CREATED + 60.0)
    assert set(await store.figures.open_jobs()) == {
        OpenJobs("queued", "google/veo-3.1", "rushes", 2, CREATED + 3),
        OpenJobs("running", "google/veo-3.1", "fal", 1, CREATED),
    }


async def test_unknown_outcomes_are_those_that_nobody_waits_for_and_those_that_are_looked_into(
    store,
):
    assert await store.figures.unknown_outcomes() == []
    ended = await store.attempts.intend(await add(store, provider="fal"), 1)
    await store.attempts.send(ended)
    assert await store.figures.unknown_outcomes() == []  # it is just being sent
    await store.attempts.mark_unknown(ended, "its response was lost")
    assert await store.figures.unknown_outcomes() == [UnknownOutcomes("fal", True, 1)]
    await store.jobs.update(
        ended.id, where={"submitting"}, changes={"state": "failed", "ended_at": CREATED + 9.0}
    )
    assert await store.figures.unknown_outcomes() == [UnknownOutcomes("fal", False, 1)]
    await store.attempts.dismiss(ended.id)
    assert await store.figures.unknown_outcomes() == []


async def test_the_webhooks_that_wait_are_those_of_ended_jobs(store):
    assert (await store.figures.webhook_backlog()).oldest is None
    url = "https://a.example/hook"
    await add(store, callback="pending", callback_url=url)
    for ended_at in (CREATED + 20.0, CREATED + 10.0):
        job = await add(store, callback="pending", callback_url=url)
        changes = {"state": "failed", "ended_at": ended_at}
        await store.jobs.update(job.id, where={"queued"}, changes=changes)
    before = unix_time()
    backlog = await store.figures.webhook_backlog()
    assert backlog.count == 2
    assert backlog.oldest is not None
    assert backlog.oldest <= before


async def test_spend_is_that_of_this_day_week_and_month_by_model_and_provider(store):
    now = datetime(2026, 11, 26, 12, tzinfo=UTC)  # a Thursday

    async def made(days_ago, cost, **values):
        at = int((now - timedelta(days=days_ago)).timestamp())
        job = await add(store, created_at=at, created_ns=at * 10**9, **values)
        changes = {"state": "cancelled", "cost": Decimal(cost), "ended_at": at + 9.0}
        await store.jobs.update(job.id, where={"queued"}, changes=changes)

    await made(0, "0.1")
    await made(0, "1.25", provider="fal", model="m")
    await made(3, "0.2")  # Monday
    await made(4, "5")  # Sunday, of the week before
    await made(25, "100")  # the first of the month
    await made(26, "1000")  # October
    found = await store.figures.spend(now.timestamp())
    assert sorted(found, key=lambda spend: spend.model) == [
        Spend("google/veo-3.1", "rushes", (0.1, pytest.approx(0.3), pytest.approx(105.3))),
        Spend("m", "fal", (1.25, 1.25, 1.25)),
    ]


async def test_the_end_of_a_job_is_reported_once(database):
    ended = []
    store = Store(database, on_end=ended.append)
    job = await add(store)
    change = {"state": "cancelled", "ended_at": CREATED + 9.0}
    await store.jobs.update(job.id, where={"running"}, changes=change)
    await store.jobs.update(job.id, where={"queued"}, changes={"progress": 0.5})
    assert ended == []
    await store.jobs.update(job.id, where={"queued"}, changes=change)
    await store.jobs.update(job.id, where={"queued"}, changes=change)
    assert [(job.state, job.ended_at) for job in ended] == [("cancelled", CREATED + 9.0)]
