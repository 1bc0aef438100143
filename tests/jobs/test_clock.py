"""The system's clock is corrected while the service runs: nothing is lost, and what is due is done.

Time is moved by hand here: `set_forward` corrects the clock, `advance` lets time pass.
"""

from __future__ import annotations

import asyncio
import time

import pytest

from rushes import backoff
from rushes.jobs.clock import steady_time
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.runner import run_job
from rushes.providers.base import Progress, TransientError
from tests.fakes.providers import PAID
from tests.jobs.conftest import BODY, CALLER, ID, context_of, idle, jobs_of, make_job
from tests.jobs.fake_clock import FakeClock
from tests.store.rows import insert_job

HOUR, DAY = 3600, 86_400


@pytest.fixture
def clock(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    return FakeClock(monkeypatch)


@pytest.fixture
async def context(tmp_path, upstream):
    context = context_of(tmp_path, upstream)
    yield context
    await context.store.close()


async def made(context, job_id=ID, key=None):
    """Have a job made, as a request that comes now."""
    job = make_job(job_id, created_at=int(time.time()), deadline=int(steady_time()) + 6 * HOUR)
    await context.store.idempotency.admit(job, BODY, key=key)
    return await run_job(job_id, context)


async def is_kept(context, job):
    return await context.storage.find(job.outputs[0].name) is not None


async def knows(context, key):
    """Return whether a request with a key that came before is recognised."""
    new = make_job(f"gen-vid-{key}", created_at=int(time.time()))
    return (await context.store.idempotency.admit(new, BODY, key=key)).replayed


@pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
async def test_a_correction_removes_no_video_and_forgets_no_key(clock, context, jump):
    before = await made(context, "gen-vid-1", key="before")
    clock.set_forward(jump)
    after = await made(context, "gen-vid-2", key="after")
    for _ in range(3):
        clock.advance(7 * HOUR)
        await sweep(context, RetentionPolicy(outputs=DAY, records=DAY))
    assert await is_kept(context, before)
    assert await is_kept(context, after)
    assert await knows(context, "before")
    assert await knows(context, "after")


async def test_a_process_that_began_under_a_clock_two_days_ahead_keeps_what_comes_after(
    clock, context
):
    clock.set_forward(2 * DAY)
    clock.restart_process()
    clock.set_forward(-2 * DAY)
    job = await made(context, key="k")
    clock.advance(HOUR)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert await is_kept(context, job)
    assert await knows(context, "k")


async def test_what_is_due_is_removed_a_while_after_the_clock_was_set_forward(clock, context):
    job = await made(context, key="k")
    clock.set_forward(30 * DAY)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert await is_kept(context, job)
    clock.advance(DAY + 2)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert not await is_kept(context, job)
    assert not await knows(context, "k")


async def test_answers_that_nobody_writes_are_lost_also_after_the_clock_was_set_forward(
    clock, context
):
    await sweep(context, RetentionPolicy())
    clock.set_forward(30 * DAY)
    await insert_job(context.store, make_job(created_at=int(time.time())), BODY)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(ID)).answer == "pending"
    clock.advance(15)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(ID)).answer == "lost"


async def test_a_start_loses_every_answer_of_the_process_before_whatever_its_clock_showed(
    clock, context
):
    await insert_job(context.store, make_job(created_at=int(time.time()) + DAY), BODY)
    executor = EmbeddedExecutor(context, RetentionPolicy())
    await executor.resume(only=())
    assert (await context.store.jobs.get(ID)).answer == "lost"
    await executor.close()


async def test_a_new_job_has_its_whole_time_whatever_the_clock_showed_at_the_start(
    clock, context, upstream
):
    clock.set_forward(-2 * DAY)
    clock.restart_process()
    clock.set_forward(2 * DAY)
    executor = EmbeddedExecutor(context, RetentionPolicy())
    async with jobs_of(context, executor).submit(BODY.encode(), CALLER) as admission:
        job = admission.job
    await idle(executor)
    assert job.deadline - time.time() > HOUR - 60
    clock.restart_process()
    late = make_job("gen-vid-2", created_at=job.created_at, deadline=job.deadline)
    await insert_job(context.store, late, BODY)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(late.id)).state == "queued"
    await executor.close()


async def test_a_jump_of_the_clock_does_not_end_the_wait_for_a_video_that_cannot_be_had_yet(
    clock, context, upstream, monkeypatch
):
    monkeypatch.setitem(PAID, "keeps_outputs", HOUR)
    download, failures = upstream.download, iter([True] * 3)

    async def broken(job, start=0):
        if next(failures, False):
            clock.set_forward(DAY)
            clock.advance(HOUR / 4)
            raise TransientError("502")
        async for block in download(job, start):
            yield block

    upstream.download = broken
    assert (await made(context)).state == "completed"


async def test_an_sent_job_that_comes_back_beyond_its_time_is_asked_for_a_while(
    clock, context, upstream
):
    polls = iter([Progress("running", 0.5)] * 3)

    async def slow(job):
        return next(polls, None) or Progress("done", 1.0)

    upstream.poll = slow
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await insert_job(context.store, job, BODY)
    assert (await run_job(ID, context)).state == "completed"


async def test_an_sent_job_that_comes_back_beyond_its_time_expires_in_the_end(
    clock, context, upstream
):
    async def endless(job):
        clock.advance(100)
        return Progress("running", 0.5)

    upstream.poll = endless
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await insert_job(context.store, job, BODY)
    async with asyncio.timeout(60):
        assert (await run_job(ID, context)).state == "expired"


async def test_a_clock_that_is_always_slightly_wrong_is_no_jump(clock):
    for _ in range(1000):
        clock.advance(60)
        clock.set_forward(0.01)
        assert abs(steady_time(HOUR) - time.time()) < 3


async def test_what_the_clock_showed_in_a_time_that_was_taken_back_is_forgotten(clock):
    clock.set_forward(-700 * DAY)
    clock.advance(2 * DAY)
    assert abs(steady_time() - time.time()) < 3
    clock.set_forward(700 * DAY)
    clock.advance(-2 * DAY)
    for over in (0, HOUR, DAY):
        assert abs(steady_time(over) - time.time()) < 3
