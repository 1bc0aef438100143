"""What an operator watches is counted right on both databases."""

from __future__ import annotations

from decimal import Decimal

import pytest

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
    await add(store, callback="pending", callback_url="https://a.example/hook")
    for ended_at in (CREATED + 20.0, CREATED + 10.0):
        await add(store, state="failed", callback="pending", ended_at=ended_at)
    await add(store, state="failed", callback="delivered", ended_at=CREATED + 1.0)
    backlog = await store.figures.webhook_backlog()
    assert (backlog.count, backlog.oldest) == (2, CREATED + 10.0)


async def test_spend_is_summed_since_each_time_by_model_and_provider(store):
    def at(second, **values):
        return {"created_ns": (CREATED + second) * 10**9, **values}

    await add(store, **at(0), cost=Decimal("5"))
    await add(store, **at(10), cost=Decimal("0.1"))
    await add(store, **at(20), cost=Decimal("0.2"), deleted_at=CREATED + 30)
    await add(store, **at(20), cost=Decimal("1.25"), provider="fal", model="m")
    await add(store, **at(20), cost=None)
    found = await store.figures.spend([CREATED + 15, CREATED + 5])
    assert sorted(found, key=lambda spend: spend.model) == [
        Spend("google/veo-3.1", "rushes", (0.2, pytest.approx(0.3))),
        Spend("m", "fal", (1.25, 1.25)),
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
