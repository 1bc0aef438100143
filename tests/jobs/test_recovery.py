"""After failures nothing that was paid for is lost or paid for again, and nothing hangs."""

from __future__ import annotations

import asyncio
import time
from decimal import Decimal

import pytest

from rushes import backoff
from rushes.jobs import deadlines, lifecycle
from rushes.jobs.context import FencedError
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.orphans import keep_orphan
from rushes.jobs.recovery import MAX_ABSENT
from rushes.providers.base import (
    Cancellation,
    Progress,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.storage.base import StorageError
from rushes.store.budget import EVERYONE
from tests.jobs.conftest import BODY, ID, KilledError, context_of, make_job, run
from tests.jobs.fake_clock import FakeClock
from tests.store.rows import insert_job

LOST = UnknownOutcomeError("reset after accepting")


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)


@pytest.fixture
async def context(tmp_path, upstream):
    context = context_of(tmp_path, upstream)
    await insert_job(context.store, make_job(), BODY)
    yield context
    await context.store.close()


async def ask_to_cancel(context):
    changes = {"cancellation": "requested"}
    await context.store.jobs.update(ID, where={"submitting", "running"}, changes=changes)


async def test_a_job_cancelled_while_its_request_is_unknown_is_found_and_stopped(context, upstream):
    upstream.on_lost_response = "idempotent"
    upstream.faults = [LOST]
    create = upstream.create

    async def cancelled(request, before_send):
        try:
            return await create(request, before_send)
        finally:
            await ask_to_cancel(context)

    upstream.create = cancelled
    job = await asyncio.wait_for(run(context), 60)
    assert (job.state, job.cancellation) == ("cancelled", "stopped")
    assert upstream.charges == [f"{ID}-1"]


async def test_a_request_that_stays_unknown_ends_with_its_jobs_time(context, upstream, monkeypatch):
    upstream.on_lost_response = "idempotent"
    upstream.faults = [LOST] * 10_000
    clock, create = FakeClock(monkeypatch), upstream.create

    async def slow(request, before_send):
        if len(upstream.faults) == 10_000:
            clock.advance(3599)
        return await create(request, before_send)

    upstream.create = slow
    deadline = int(time.time()) + 3600
    await context.store.jobs.update(ID, where={"queued"}, changes={"deadline": deadline})
    job = await asyncio.wait_for(run(context), 60)
    assert job.state == "failed"
    assert "may charge for it" in job.error
    assert 10_000 - len(upstream.faults) < 20, "it is repeated more and more slowly"


async def test_an_upstream_whose_list_hides_its_requests_is_not_paid_without_end(context, upstream):
    upstream.on_lost_response = "lookup"
    upstream.faults = [LOST] * 100

    async def nothing(key, model):
        return None

    upstream.find = nothing
    job = await asyncio.wait_for(run(context), 60)
    assert job.state == "failed"
    assert len(upstream.charges) == MAX_ABSENT


async def test_a_request_that_shows_late_in_the_list_is_not_paid_again(context, upstream):
    upstream.on_lost_response = "lookup"
    upstream.faults = [LOST]
    find, looks = upstream.find, iter([None])

    async def late(key, model):
        return next(looks) if looks.__length_hint__() else await find(key, model)

    upstream.find = late
    job = await run(context)
    assert (job.state, job.attempt, len(upstream.charges)) == ("completed", 1, 1)


async def test_a_storage_that_cannot_be_asked_for_a_while_costs_no_video(context, monkeypatch):
    find, failures = context.storage.find, iter([True, True])

    async def asked(name):
        if next(failures, False):
            raise StorageError("The bucket answers 503")
        return await find(name)

    monkeypatch.setattr(context.storage, "find", asked)
    assert (await run(context)).state == "completed"


async def test_a_job_that_comes_back_late_is_still_fetched_with_retries(context, upstream):
    download, failures = upstream.download, iter([True])

    async def broken_once(job, start=0):
        if next(failures, False):
            raise TransientError("502")
        async for block in download(job, start):
            yield block

    upstream.download = broken_once
    job = make_job("gen-vid-9", state="storing", attempt=1, upstream_id="up", updated_at=1)
    await insert_job(context.store, job, BODY)
    assert (await lifecycle.run(job, context)).state == "completed"


@pytest.mark.parametrize("error", [TransientError("cut \ud83d"), ZeroDivisionError("a bug")])
async def test_odd_answers_and_errors_of_ours_cost_no_paid_video(context, upstream, error):
    polls = iter([error, error])

    async def odd(job):
        if fault := next(polls, None):
            raise fault
        return Progress("done", 1.0)

    upstream.poll = odd
    job = await run(context)
    assert (job.state, job.delay_reason) == ("completed", None)
    assert upstream.cancelled == []


async def test_an_error_of_ours_that_stays_ends_the_job_and_leaves_its_video(
    context, upstream, monkeypatch
):
    monkeypatch.setattr(lifecycle, "LONGEST_ERROR_PAUSE", 0.05)

    async def broken(job):
        raise ZeroDivisionError("a bug")

    upstream.poll = broken
    job = await run(context)
    assert job.state == "failed"
    assert "internal error" in job.error
    assert upstream.cancelled == []


async def test_half_a_character_in_a_refusal_is_stored(context, upstream):
    async def refused(job):
        raise lifecycle.ProviderError("moderated \ud83d")

    upstream.poll = refused
    job = await run(context)
    assert (job.state, job.error) == ("failed", "moderated \ufffd")


async def test_money_spent_under_an_error_of_ours_is_on_the_operators_list(
    context, upstream, caplog
):
    create = upstream.create

    async def broken(request, before_send):
        await create(request, before_send)
        raise ZeroDivisionError("a bug in an adapter")

    upstream.create = broken
    job = await run(context)
    assert job.state == "failed"
    assert "a bug" not in job.error
    assert "a bug in an adapter" in caplog.text
    assert [job.id for job, _ in await context.store.attempts.unresolved()] == [ID]
    assert (await context.store.attempts.attach(ID, f"up-{ID}-1")).state == "running"


async def test_an_id_that_came_to_an_earlier_holder_survives_a_kill_while_it_is_adopted(
    tmp_path, upstream
):
    context = context_of(tmp_path, upstream)
    await insert_job(context.store, make_job(), BODY)
    taken = await context.store.jobs.take(ID, {"queued"})
    job = await context.store.attempts.intend(taken, 1)
    await context.store.attempts.send(job)
    await context.store.attempts.keep_orphan(job, "up-1")
    accept = context.store.attempts.accept

    async def killed(*_):
        raise KilledError

    context.store.attempts.accept = killed
    with pytest.raises(KilledError):
        await run(context)
    context.store.attempts.accept = accept
    job = await run(context)
    assert (job.state, job.upstream_id, upstream.charges) == ("completed", "up-1", [])
    assert await context.store.attempts.open_orphans(job) == []
    await context.store.close()


async def test_a_cancel_that_nobody_heard_is_seen_in_time(context, upstream, monkeypatch):
    monkeypatch.setattr(lifecycle, "LOOK_INTERVAL", 0.02)

    async def endless(job):
        return Progress("running", 0.1, check_after=0.01)

    upstream.poll = endless
    running = asyncio.create_task(run(context))
    async with asyncio.timeout(60):
        while (await context.store.jobs.get(ID)).state != "running":
            await asyncio.sleep(0.005)
        await ask_to_cancel(context)
        assert (await running).state == "cancelled"


async def test_orphans_of_ended_jobs_are_stopped_in_the_end(context, upstream):
    job = await run(context)
    await context.store.attempts.keep_orphan(job, "up-late")
    await context.store.attempts.keep_orphan(job, job.upstream_id)
    await sweep(context, RetentionPolicy())
    assert upstream.cancelled == ["up-late"]
    assert await context.store.attempts.open_orphans(job) == []


@pytest.mark.parametrize(
    ("stopped", "owed"),
    [
        (Cancellation("stopped"), (0, 0)),
        (Cancellation("stopped", Decimal("0.25")), (250_000_000, 0)),
        (Cancellation("unsupported"), (0, 500_000_000)),
    ],
)
async def test_what_counted_as_absent_and_was_accepted_is_in_the_ledger(
    context, upstream, stopped, owed
):
    await context.store.jobs.update(ID, where={"queued"}, changes={"quote": Decimal("0.5")})
    job = await context.store.attempts.intend(await context.store.jobs.take(ID, {"queued"}), 1)
    await context.store.attempts.send(job)
    await context.store.attempts.mark_absent(job)
    ended = await run(context)
    before = (await context.store.ledger.spent(EVERYONE))["total"]

    async def cancel(_):
        return stopped

    upstream.cancel = cancel
    await keep_orphan(job, UpstreamJob("up-late", job.model), context)
    after = (await context.store.ledger.spent(EVERYONE))["total"]
    assert (ended.state, ended.attempt) == ("completed", 2)
    assert (after.charged - before.charged, after.reserved - before.reserved) == owed
    shown = [attempt.attempt for _, attempt in await context.store.attempts.unresolved()]
    assert shown == ([1] if owed[1] else [])


@pytest.mark.parametrize(
    ("changes", "state"),
    [({"cancellation": "requested"}, "cancelled"), ({"deadline": 1}, "expired")],
)
async def test_jobs_of_a_provider_that_is_gone_end(context, changes, state):
    job = make_job("gen-vid-8", state="running", provider="gone", upstream_id="x", updated_at=1)
    await insert_job(context.store, job, BODY)
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(job.id)).state == "running"
    await context.store.jobs.update(job.id, where={"running"}, changes=changes)
    later = context.store.retention.stranded

    async def aged(*args):
        from dataclasses import replace

        return [replace(j, updated_at=1) for j in await later(*args)]

    context.store.retention.stranded = aged
    await sweep(context, RetentionPolicy())
    assert (await context.store.jobs.get(job.id)).state == state


async def test_one_video_that_cannot_be_removed_does_not_keep_the_others(context, monkeypatch):
    for name in ("gen-vid-5", "gen-vid-6"):
        await insert_job(context.store, make_job(name), BODY)
        await lifecycle.run(await context.store.jobs.get(name), context)
    delete = context.storage.delete

    async def stubborn(name):
        if name.startswith("gen-vid-5"):
            raise StorageError("Permission denied")
        await delete(name)

    monkeypatch.setattr(context.storage, "delete", stubborn)
    await sweep(context, RetentionPolicy(records=0.0))
    assert (await context.store.jobs.get("gen-vid-5")).removed_at is None
    assert await context.store.jobs.get("gen-vid-6") is None


async def test_a_taken_over_runner_that_notes_a_delay_changes_nothing(context):
    job = await context.store.jobs.take(ID, {"queued"})
    await context.store.jobs.take(ID, {"queued"})
    with pytest.raises(FencedError):
        await deadlines.set_delay_reason(job, context, "delay_reason")
