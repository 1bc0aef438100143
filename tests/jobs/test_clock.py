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
from rushes.jobs.maintenance import Keeping, sweep
from rushes.jobs.runner import Runner
from rushes.providers.base import Progress, TransientError
from tests.jobs.machine import Machine
from tests.jobs.test_lifecycle import BODY, ID, SENDER, desk_of, idle, make_job
from tests.jobs.test_submission import PAID, PaidUpstream, crew_of

HOUR, DAY = 3600, 86_400


@pytest.fixture
def machine(monkeypatch):
    monkeypatch.setattr(deadlines, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(output_download, "FIRST_PAUSE", 0.01)
    return Machine(monkeypatch)


@pytest.fixture
def upstream():
    return PaidUpstream()


@pytest.fixture
async def crew(tmp_path, upstream):
    crew = crew_of(tmp_path, upstream)
    yield crew
    await crew.store.close()


async def made(crew, job_id=ID, key=None):
    """Have a job made, as a request that comes now."""
    job = make_job(job_id, created_at=int(time.time()), deadline=int(steady_time()) + 6 * HOUR)
    await crew.store.admissions.admit(job, BODY, key=key)
    return await Runner(crew).run(job_id)


async def is_kept(crew, job):
    return await crew.outputs.find(job.outputs[0].name) is not None


async def knows(crew, key):
    """Return whether a request with a key that came before is recognised."""
    new = make_job(f"gen-vid-{key}", created_at=int(time.time()))
    return (await crew.store.admissions.admit(new, BODY, key=key)).replayed


@pytest.mark.parametrize("jump", [-2 * DAY, 2 * DAY])
async def test_a_correction_removes_no_video_and_forgets_no_key(machine, crew, jump):
    before = await made(crew, "gen-vid-1", key="before")
    machine.set_forward(jump)
    after = await made(crew, "gen-vid-2", key="after")
    for _ in range(3):
        machine.goes_by(7 * HOUR)
        await sweep(crew, Keeping(outputs=DAY, records=DAY))
    assert await is_kept(crew, before)
    assert await is_kept(crew, after)
    assert await knows(crew, "before")
    assert await knows(crew, "after")


async def test_a_process_that_began_under_a_clock_two_days_ahead_keeps_what_comes_after(
    machine, crew
):
    machine.set_forward(2 * DAY)
    machine.starts_a_process()
    machine.set_forward(-2 * DAY)
    job = await made(crew, key="k")
    machine.goes_by(HOUR)
    await sweep(crew, Keeping(outputs=DAY))
    assert await is_kept(crew, job)
    assert await knows(crew, "k")


async def test_what_is_due_is_removed_a_while_after_the_clock_was_set_forward(machine, crew):
    job = await made(crew, key="k")
    machine.set_forward(30 * DAY)
    await sweep(crew, Keeping(outputs=DAY))
    assert await is_kept(crew, job)
    machine.goes_by(DAY + 2)
    await sweep(crew, Keeping(outputs=DAY))
    assert not await is_kept(crew, job)
    assert not await knows(crew, "k")


async def test_answers_that_nobody_writes_are_lost_also_after_the_clock_was_set_forward(
    machine, crew
):
    await sweep(crew, Keeping())
    machine.set_forward(30 * DAY)
    await crew.store.jobs.insert(make_job(created_at=int(time.time())), BODY)
    await sweep(crew, Keeping())
    assert (await crew.store.jobs.get(ID)).answer == "pending"
    machine.goes_by(15)
    await sweep(crew, Keeping())
    assert (await crew.store.jobs.get(ID)).answer == "lost"


async def test_a_start_loses_every_answer_of_the_process_before_whatever_its_clock_showed(
    machine, crew
):
    await crew.store.jobs.insert(make_job(created_at=int(time.time()) + DAY), BODY)
    executor = EmbeddedExecutor(crew, Keeping())
    await executor.resume(only=())
    assert (await crew.store.jobs.get(ID)).answer == "lost"
    await executor.close()


async def test_a_new_job_has_its_whole_time_whatever_the_clock_showed_at_the_start(
    machine, crew, upstream
):
    machine.set_forward(-2 * DAY)
    machine.starts_a_process()
    machine.set_forward(2 * DAY)
    executor = EmbeddedExecutor(crew, Keeping())
    async with desk_of(crew, executor).accept(BODY.encode(), SENDER) as admission:
        job = admission.job
    await idle(executor)
    assert job.deadline - time.time() > HOUR - 60
    machine.starts_a_process()
    late = make_job("gen-vid-2", created_at=job.created_at, deadline=job.deadline)
    await crew.store.jobs.insert(late, BODY)
    await sweep(crew, Keeping())
    assert (await crew.store.jobs.get(late.id)).state == "queued"
    await executor.close()


async def test_a_jump_of_the_clock_ends_no_patience_with_a_video_that_cannot_be_had_yet(
    machine, crew, upstream, monkeypatch
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
    assert (await made(crew)).state == "completed"


async def test_an_ordered_job_that_comes_back_beyond_its_time_is_asked_for_a_while(
    machine, crew, upstream
):
    polls = iter([Progress("running", 0.5)] * 3)

    async def slow(job):
        return next(polls, None) or Progress("done", 1.0)

    upstream.poll = slow
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await crew.store.jobs.insert(job, BODY)
    assert (await Runner(crew).run(ID)).state == "completed"


async def test_an_ordered_job_that_comes_back_beyond_its_time_expires_in_the_end(
    machine, crew, upstream
):
    async def endless(job):
        machine.goes_by(100)
        return Progress("running", 0.5)

    upstream.poll = endless
    job = make_job(state="running", attempt=1, upstream_id="up", created_at=1, deadline=HOUR)
    await crew.store.jobs.insert(job, BODY)
    async with asyncio.timeout(60):
        assert (await Runner(crew).run(ID)).state == "expired"


async def test_a_clock_that_goes_a_little_wrong_all_the_time_is_no_jump(machine):
    for _ in range(1000):
        machine.goes_by(60)
        machine.set_forward(0.01)
        assert abs(steady_time(HOUR) - time.time()) < 3
