"""The system's clock is corrected while the service runs: nothing is lost, and what is due is done.

Time is moved by hand here: the clock by `set_forward`, both it and the machine's by `goes_by`.
"""

from __future__ import annotations

import asyncio
import time

import pytest

from rushes.jobs import deadlines, output_download
from rushes.jobs.clock import steady_time
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.runner import Runner
from rushes.providers.base import Progress, TransientError
from tests.fakes.providers import PAID, PaidProvider
from tests.jobs.machine import Machine
from tests.jobs.test_lifecycle import BODY, ID, SENDER, idle, jobs_of, make_job
from tests.jobs.test_submission import context_of

HOUR, DAY = 3600, 86_400


@pytest.fixture
def machine(monkeypatch):
    monkeypatch.setattr(deadlines, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(output_download, "FIRST_PAUSE", 0.01)
    return Machine(monkeypatch)


@pytest.fixture
def upstream():
    return PaidProvider()


@pytest.fixture
async def context(tmp_path, upstream):
    context = context_of(tmp_path, upstream)
    yield context
    await context.store.close()


async def made(context, job_id=ID, key=None):
    """Have a job made, as a request that comes now."""
    job = make_job(job_id, created_at=int(time.time()), deadline=int(steady_time()) + 6 * HOUR)
    await context.store.idempotency.admit(job, BODY, key=key)
    return await Runner(context).run(job_id)


async def is_kept(context, job):
    return await context.storage.find(job.outputs[0].name) is not None


async def knows(context, key):
    """Return whether a request with a key that came before is recognised."""
    new = make_job(f"gen-vid-{key}", created_at=int(time.time()))
    return (await context.store.idempotency.admit(new, BODY, key=key)).replayed


@pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
async def test_a_correction_removes_no_video_and_forgets_no_key(machine, context, jump):
    before = await made(context, "gen-vid-1", key="before")
    machine.set_forward(jump)
    after = await made(context, "gen-vid-2", key="after")
    for _ in range(3):
        machine.goes_by(7 * HOUR)
        await sweep(context, RetentionPolicy(outputs=DAY, records=DAY))
    assert await is_kept(context, before)
    assert await is_kept(context, after)
    assert await knows(context, "before")
    assert await knows(context, "after")


async def test_a_process_that_began_under_a_clock_two_days_ahead_keeps_what_comes_after(
    machine, context
):
    machine.set_forward(2 * DAY)
    machine.starts_a_process()
    machine.set_forward(-2 * DAY)
    job = await made(context, key="k")
    machine.goes_by(HOUR)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert await is_kept(context, job)
    assert await knows(context, "k")


async def test_what_is_due_is_removed_a_while_after_the_clock_was_set_forward(machine, context):
    job = await made(context, key="k")
    machine.set_forward(30 * DAY)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert await is_kept(context, job)
    machine.goes_by(DAY + 2)
    await sweep(context, RetentionPolicy(outputs=DAY))
    assert not await is_kept(context, job)
    assert not await knows(context, "k")


async def test_answers_that_nobody_writes_are_lost_also_after_the_clock_was_set_forward(
    machine, context
):
    await sweep(context, RetentionPolicy())
    machine.set_forward(30 * DAY)
    await context.store.jobs.insert(make_job(created_at=int(time.time())), BODY)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(ID)).answer == "pending"
    machine.goes_by(15)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(ID)).answer == "lost"


async def test_a_start_loses_every_answer_of_the_process_before_whatever_its_clock_showed(
    machine, context
):
    await context.store.jobs.insert(make_job(created_at=int(time.time()) + DAY), BODY)
    executor = EmbeddedExecutor(context, RetentionPolicy())
    await executor.resume(only=())
    assert (await context.store.jobs.get(ID)).answer == "lost"
    await executor.close()


async def test_a_new_job_has_its_whole_time_whatever_the_clock_showed_at_the_start(
    machine, context, upstream
):
    machine.set_forward(-2 * DAY)
    machine.starts_a_process()
    machine.set_forward(2 * DAY)
    executor = EmbeddedExecutor(context, RetentionPolicy())
    async with jobs_of(context, executor).submit(BODY.encode(), SENDER) as admission:
        job = admission.job
    await idle(executor)
    assert job.deadline - time.time() > HOUR - 60
    machine.starts_a_process()
    late = make_job("gen-vid-2", created_at=job.created_at, deadline=job.deadline)
    await context.store.jobs.insert(late, BODY)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(late.id)).state == "queued"
    await executor.close()


async def test_a_jump_of_the_clock_ends_no_patience_with_a_video_that_cannot_be_had_yet(
    machine, context, upstream, monkeypatch
):
    monkeypatch.setitem(PAID, "keeps_outputs", HOUR)
    download, failures = upstream.download, iter([True] * 3)

    async def broken(job, start=0):
        if next(failures, False):
            machine.set_forward(DAY)
            machine.goes_by(HOUR / 4)
            raise TransientError("502")
        async for block in download(job, start):
            yield block

    upstream.download = broken
    assert (await made(context)).state == "completed"


async def test_an_ordered_job_that_comes_back_beyond_its_time_is_asked_for_a_while(
    machine, context, upstream
):
    polls = iter([Progress("running", 0.5)] * 3)

    async def slow(job):
        return next(polls, None) or Progress("done", 1.0)

    upstream.poll = slow
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await context.store.jobs.insert(job, BODY)
    assert (await Runner(context).run(ID)).state == "completed"


async def test_an_ordered_job_that_comes_back_beyond_its_time_expires_in_the_end(
    machine, context, upstream
):
    async def endless(job):
        machine.goes_by(100)
        return Progress("running", 0.5)

    upstream.poll = endless
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await context.store.jobs.insert(job, BODY)
    async with asyncio.timeout(60):
        assert (await Runner(context).run(ID)).state == "expired"


async def test_a_clock_that_goes_a_little_wrong_all_the_time_is_no_jump(machine):
    for _ in range(1000):
        machine.goes_by(60)
        machine.set_forward(0.01)
        assert abs(steady_time(HOUR) - time.time()) < 3
