"""A job's way: from every state it goes on, and it always ends."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from dataclasses import replace

import pytest

from rushes import backoff
from rushes.jobs import commands, lifecycle
from rushes.jobs.commands import NotCancellableError
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.states import ENDED, OPEN, STATUS, TRANSITIONS, sources
from rushes.jobs.submit import (
    ClientGoneError,
    QueueFullError,
)
from rushes.providers.base import ProviderRequest, RefusedError, TransientError
from rushes.storage.base import StorageError
from rushes.store.pagination import Filter
from rushes.store.transaction import StoreError
from tests.fakes.providers import RESUBMITTED, VIDEO
from tests.jobs.conftest import BODY, CALLER, ID, idle, insert, jobs_of, make_job, until
from tests.jobs.fake_clock import FakeClock
from tests.store.rows import insert_job, jobs_in


async def state(context, job_id=ID):
    return (await context.store.jobs.get(job_id)).state


async def accepted(service_jobs, caller=CALLER):
    async with service_jobs.submit(BODY.encode(), caller) as admission:
        return admission


async def whole(video):
    yield video


async def no_hook():
    pass


async def is_in(context, job, wanted):
    return await state(context, job.id) == wanted


async def has_open(executor, count):
    return await executor.open_jobs() == count


def executor_of(context):
    return EmbeddedExecutor(context, RetentionPolicy())


def test_the_table_is_closed_and_every_state_ends():
    states = set(TRANSITIONS)
    assert set(STATUS) == states
    assert all(targets <= states for targets in TRANSITIONS.values())
    for state in OPEN:
        reached, frontier = set(), {state}
        while frontier:
            reached |= frontier
            frontier = set(itertools.chain(*(TRANSITIONS[s] for s in frontier))) - reached
        assert reached >= ENDED
    assert all(not TRANSITIONS[state] for state in ENDED)
    assert sources("completed") == {"storing"}


async def test_a_queued_job_becomes_a_stored_video(context, provider):
    job = await lifecycle.run(await insert(context), context)
    assert job.state == "completed"
    assert job.cost == job.quote
    assert job.progress == 1.0
    assert job.report == {"scene": "stand-in"}
    assert context.storage.path(job.outputs[0].name).read_bytes() == VIDEO
    assert [o.key for o in provider.requests] == [f"{job.id}-1"]
    assert await context.store.jobs.get(job.id) == job


@pytest.mark.parametrize(
    ("state", "values", "creates"),
    [
        ("queued", {}, 1),
        ("submitting", {"attempt": 1}, 1),
        ("running", {"attempt": 1, "upstream_id": "u-1"}, 0),
        ("storing", {"attempt": 1, "upstream_id": "u-1"}, 0),
    ],
)
async def test_a_job_goes_on_from_any_state(context, provider, state, values, creates):
    request = ProviderRequest("u-1", "m", "p", 2, 2, 1, audio=False, seed=0)
    provider.requests.append(request)
    job = await lifecycle.run(await insert(context, state=state, **values), context)
    assert job.state == "completed"
    assert len(provider.requests) == 1 + creates


@pytest.mark.parametrize("state", ["running", "storing"])
async def test_restarts_cost_no_attempts(context, provider, state):
    job = await insert(context, state=state, attempt=3, upstream_id="of an earlier process")
    job = await lifecycle.run(job, context)
    assert (job.state, job.attempt) == ("completed", 3)


async def test_a_video_that_is_stored_is_not_made_again(context, provider):
    job = await insert(context, state="storing", attempt=1, upstream_id="of an earlier process")
    await context.storage.put(f"{job.id}-0.mp4", whole(VIDEO))
    job = await lifecycle.run(job, context)
    assert (job.state, job.outputs[0].size) == ("completed", len(VIDEO))
    assert provider.requests == []


async def test_what_ended_without_a_video_is_stopped_at_the_provider(context, provider):
    provider.failure = RefusedError("No")
    job = await lifecycle.run(await insert(context), context)
    assert provider.cancelled == [job.upstream_id]


async def test_a_store_that_fails_for_a_while_delays_a_job_and_does_not_end_it(
    context, provider, monkeypatch
):
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    update, failures = context.store.jobs.update, iter([True, True, False, True])

    async def failing(*args, **kwargs):
        if next(failures, False):
            raise StoreError("disk full")
        return await update(*args, **kwargs)

    monkeypatch.setattr(context.store.jobs, "update", failing)
    job = await insert(context)
    executor = executor_of(context)
    executor.start(job)
    await idle(executor)
    assert await state(context) == "completed"
    assert len({o.key for o in provider.requests}) == 1


async def test_a_provider_gets_no_more_jobs_at_once_than_it_wants(context, provider):
    provider.capabilities, provider.waits = RESUBMITTED.model_copy(update={"concurrency": 2}), True
    executor = executor_of(context)
    for n in range(5):
        job = make_job(f"gen-vid-{n}")
        await insert_job(context.store, job, BODY)
        executor.start(job)
    while len(await jobs_in(context.store, {"running"})) < 2:
        await asyncio.sleep(0.005)
    assert [o.key for o in provider.requests] == ["gen-vid-0-1", "gen-vid-1-1"]
    assert len(await jobs_in(context.store, {"queued"})) == 3
    provider.waits = False
    await idle(executor)
    assert len(await jobs_in(context.store, {"completed"})) == 5


async def test_the_intent_is_on_disk_before_the_upstream_is_asked(context, provider):
    seen = []
    create = provider.create

    async def watched(request, before_send):
        seen.append((await context.store.attempts.current(await context.store.jobs.get(ID))).state)
        await before_send()
        seen.append((await context.store.attempts.current(await context.store.jobs.get(ID))).state)
        return await create(request, no_hook)

    provider.create = watched
    await lifecycle.run(await insert(context), context)
    seen.append((await context.store.attempts.current(await context.store.jobs.get(ID))).state)
    assert seen == ["intent", "sending", "accepted"]


async def test_a_refusal_fails_the_job_with_the_upstreams_words(context, provider):
    provider.failure = RefusedError("The picture is not an image")
    job = await lifecycle.run(await insert(context), context)
    assert (job.state, job.error, job.cost) == ("failed", "The picture is not an image", None)


async def test_a_lost_job_is_sent_again(context, provider):
    job = await insert(context)
    provider.lost = {f"{job.id}-1"}
    job = await lifecycle.run(job, context)
    assert (job.state, job.attempt) == ("completed", 2)
    assert [o.key for o in provider.requests] == [f"{job.id}-1", f"{job.id}-2"]


async def test_a_job_that_is_lost_again_and_again_fails(context, provider):
    job = await insert(context)
    provider.lost = {f"{job.id}-{n}" for n in range(1, 10)}
    job = await lifecycle.run(job, context)
    assert job.state == "failed"
    assert "Given up after 3 attempts" in job.error
    assert len(provider.requests) == 3


@pytest.mark.parametrize("video", [b"", VIDEO[:-1], b"<html>not found</html>"])
async def test_what_is_no_whole_video_is_not_stored(context, provider, video):
    provider.capabilities, provider.video = (
        RESUBMITTED.model_copy(update={"keeps_outputs": 0.01}),
        video,
    )
    job = await lifecycle.run(await insert(context), context)
    assert job.state == "failed"
    assert "was made, but not stored" in job.error
    assert not list(context.storage.path("x.mp4").parent.parent.rglob("*.mp4*"))


async def test_an_internal_error_ends_the_job_and_is_logged(context, provider, caplog):
    provider.failure = ZeroDivisionError("secret detail")
    job = await lifecycle.run(await insert(context), context)
    assert job.state == "failed"
    assert "secret detail" not in job.error
    assert "secret detail" in caplog.text


async def test_a_job_cancelled_meanwhile_stays_cancelled(context, provider):
    provider.waits = True
    job = await insert(context)
    running = asyncio.create_task(lifecycle.run(job, context))
    while await state(context) != "running":
        await asyncio.sleep(0)
    await context.store.jobs.update(
        job.id, where=sources("cancelled"), changes={"state": "cancelled"}
    )
    provider.waits = False
    assert (await running).state == "cancelled"


async def test_an_executor_that_closes_leaves_the_job_to_the_next(context, provider):
    provider.waits = True
    await insert(context)
    first = executor_of(context)
    assert await first.resume() == 1
    while await state(context) != "running":
        await asyncio.sleep(0)
    await first.close()
    assert await state(context) == "running"
    provider.waits = False
    second = executor_of(context)
    assert await second.resume() == 1
    await idle(second)
    assert await state(context) == "completed"
    await second.close()


async def test_a_submit_decides_and_commits_before_it_answers(context, provider):
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor, max_open_jobs=1)
    provider.waits = True
    async with service_jobs.submit(BODY.encode(), CALLER) as admission:
        job = admission.job
        assert await context.store.jobs.get(job.id) is not None
        kept = json.loads(await context.store.jobs.body(job.id))
        assert json.loads(BODY).items() <= kept.items()
        assert (kept["duration"], kept["seed"]) == (job.duration, job.seed)
        assert 0 <= job.seed < 2**31
    with pytest.raises(QueueFullError):
        await accepted(service_jobs)
    await executor.close()


async def test_a_full_queue_still_knows_the_jobs_of_its_keys(context, provider):
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor, max_open_jobs=1)
    provider.waits = True
    caller = replace(CALLER, key="k")
    first = await accepted(service_jobs, caller)
    again = await accepted(service_jobs, caller)
    assert (again.job.id, again.replayed) == (first.job.id, True)
    await executor.close()


async def test_a_client_that_left_before_its_own_admission_does_not_wait_for_itself(context):
    service_jobs = jobs_of(context, executor_of(context))
    left = replace(CALLER, gone=lambda: asyncio.sleep(0, result=True))
    async with asyncio.timeout(60):
        both = await asyncio.gather(
            accepted(service_jobs, left), accepted(service_jobs, left), return_exceptions=True
        )
        again = await accepted(service_jobs)
    assert all(isinstance(refused, ClientGoneError) for refused in both)
    assert not again.replayed
    page = await context.store.jobs.page(Filter(), 10)
    assert [job.id for job in page.jobs] == [again.job.id]


async def test_a_job_that_outlives_its_time_expires_and_is_stopped(context, provider, monkeypatch):
    clock, poll = FakeClock(monkeypatch), provider.poll

    async def slow(job):
        clock.advance(3600)
        return await poll(job)

    provider.poll, provider.waits = slow, True
    job = await lifecycle.run(await insert(context, deadline=int(time.time()) + 3600), context)
    assert (job.state, job.cancellation) == ("expired", "stopped")
    assert "expired" in job.error
    assert provider.cancelled == [job.upstream_id]


async def test_a_job_that_cannot_be_polled_in_time_names_the_last_error(
    context, provider, monkeypatch
):
    clock = FakeClock(monkeypatch)

    async def failing(job):
        clock.advance(lifecycle.UNREACHABLE_GRACE + 60)
        raise TransientError("the upstream did not show the job: busy")

    provider.poll, provider.waits = failing, True
    job = await lifecycle.run(await insert(context, deadline=int(time.time()) + 30), context)
    assert job.state == "expired"
    assert job.error.endswith("The last poll failed: the upstream did not show the job: busy")


async def test_a_job_that_expires_before_it_is_sent_costs_nothing(context, provider):
    job = await lifecycle.run(await insert(context, deadline=1), context)
    assert (job.state, job.cancellation, job.cost) == ("expired", "not_started", None)
    assert provider.requests == []


async def test_a_queued_job_nobody_begins_expires_in_the_sweep(context):
    await insert(context, deadline=1)
    await sweep(context, RetentionPolicy())
    assert await state(context) == "expired"


async def test_a_cancelled_job_is_stopped_at_its_provider_at_once(context, provider):
    provider.waits, provider.check_after = True, 3600.0
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor)
    job = (await accepted(service_jobs)).job
    await until(lambda: is_in(context, job, "running"))
    assert (await commands.cancel(job, context.store, executor)).cancellation == "requested"
    await idle(executor)
    job = await context.store.jobs.get(job.id)
    assert (job.state, job.cancellation, job.error) == ("cancelled", "stopped", "Cancelled")
    assert provider.cancelled == [job.upstream_id]
    await executor.close()


async def test_a_job_cancelled_in_the_queue_is_never_sent(context, provider):
    provider.capabilities = RESUBMITTED.model_copy(update={"concurrency": 1})
    provider.waits = True
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor)
    first, second = (await accepted(service_jobs)).job, (await accepted(service_jobs)).job
    await until(lambda: is_in(context, first, "running"))
    assert (await commands.cancel(second, context.store, executor)).state == "cancelled"
    await until(lambda: has_open(executor, 1))
    assert (await context.store.jobs.get(second.id)).cancellation == "not_started"
    assert len(provider.requests) == 1
    await executor.close()


@pytest.mark.parametrize("ended", ["completed", "failed", "expired"])
async def test_what_has_ended_cannot_be_cancelled(context, ended):
    job = await insert(context, state=ended)
    with pytest.raises(NotCancellableError):
        await commands.cancel(job, context.store, executor_of(context))


async def test_a_deleted_jobs_video_is_removed_and_nobody_sees_it(context, provider):
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor)
    job = (await accepted(service_jobs)).job
    await idle(executor)
    job = await context.store.jobs.get(job.id)
    await commands.delete(job, context.store, executor)
    assert (await context.store.jobs.get(job.id)).deleted_at is not None
    await sweep(context, RetentionPolicy())
    assert await context.storage.find(job.outputs[0].name) is None
    assert (await context.store.jobs.get(job.id)).removed_at is not None
    await executor.close()


async def test_old_outputs_go_and_then_old_records(context, provider):
    job = await lifecycle.run(await insert(context), context)
    await sweep(context, RetentionPolicy(outputs=3600, records=3600))
    assert await context.storage.find(job.outputs[0].name) is not None
    await sweep(context, RetentionPolicy(outputs=0))
    assert await context.storage.find(job.outputs[0].name) is None
    await sweep(context, RetentionPolicy(outputs=0, records=0))
    assert await context.store.jobs.get(job.id) is None


async def test_a_disk_that_is_full_for_a_while_costs_no_video(context, provider, monkeypatch):
    put, failures, delays = context.storage.put, iter([True, True]), []

    async def full(name, content):
        delays.append((await context.store.jobs.get(ID)).delay_reason)
        if next(failures, False):
            await content.aclose()
            raise StorageError("The video could not be stored: No space left on device")
        return await put(name, content)

    monkeypatch.setattr(context.storage, "put", full)
    job = await lifecycle.run(await insert(context), context)
    assert (job.state, job.delay_reason) == ("completed", None)
    assert "No space left" in delays[1]
    assert len(provider.requests) == 1


async def test_a_video_that_was_made_in_time_nobody_looked_is_taken(context, provider):
    """As after a night of sleep: the time has passed, and so has the making."""
    job = make_job(state="running", attempt=1, upstream_id="u-1", deadline=1)
    provider.requests.append(ProviderRequest("u-1", "m", "p", 2, 2, 1, audio=False, seed=0))
    await insert_job(context.store, job, BODY)
    assert (await lifecycle.run(job, context)).state == "completed"


async def test_a_clock_that_is_set_forward_expires_nothing(context, provider, monkeypatch):
    executor = executor_of(context)
    service_jobs = jobs_of(context, executor)
    provider.waits = True
    job = (await accepted(service_jobs)).job
    await until(lambda: is_in(context, job, "running"))
    now = time.time
    monkeypatch.setattr(time, "time", lambda: now() + 10 * 86_400)
    await sweep(context, RetentionPolicy(outputs=3600, records=3600))
    provider.waits = False
    await idle(executor)
    job = await context.store.jobs.get(job.id)
    assert job.state == "completed"
    await sweep(context, RetentionPolicy(outputs=3600, records=3600))
    assert await context.storage.find(job.outputs[0].name) is not None
    await executor.close()
