"""Money is spent once, whatever response is lost and whatever process is killed meanwhile."""

from __future__ import annotations

import asyncio
import itertools
import time

import pytest

from rushes import backoff
from rushes.jobs import dispatch, lifecycle, output_download, recovery
from rushes.jobs.context import FencedError
from rushes.jobs.runner import run_job
from rushes.providers.base import (
    BusyError,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from rushes.storage.base import StorageError
from tests.fakes.providers import PAID, PaidProvider
from tests.jobs.conftest import BODY, ID, KilledError, context_of, make_job, run
from tests.store.rows import insert_job


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)


@pytest.fixture
async def context(tmp_path, upstream):
    context = context_of(tmp_path, upstream)
    await insert_job(context.store, make_job(), BODY)
    yield context
    await context.store.close()


async def attempt_state(context):
    return (await context.store.attempts.current(await context.store.jobs.get(ID))).state


async def test_a_request_that_was_certainly_not_taken_is_sent_again_with_the_same_key(
    context, upstream
):
    upstream.faults = [UnreachableError("refused"), BusyError("429", 0.01), BusyError("429"), None]
    job = await run(context)
    assert (job.state, job.attempt, job.delay_reason) == ("completed", 1, None)
    assert upstream.charges == [f"{ID}-1"]


async def test_a_busy_upstream_is_the_delay_reason_from_the_first_request_on(context, upstream):
    reasons = []
    update = context.store.jobs.update

    async def watched(*args, **kwargs):
        job = await update(*args, **kwargs)
        reasons.append(job and job.delay_reason)
        return job

    context.store.jobs.update = watched
    upstream.faults = [BusyError("429, try later", 0.01), None]
    assert (await run(context)).state == "completed"
    assert "429, try later" in reasons
    assert None in reasons[reasons.index("429, try later") :]


async def test_a_refusal_ends_the_job_and_nothing_was_charged(context, upstream):
    upstream.faults = [RefusedError("The prompt is not allowed")]
    job = await run(context)
    assert (job.state, job.error) == ("failed", "The prompt is not allowed")
    assert await attempt_state(context) == "refused"
    assert upstream.charges == []


@pytest.mark.parametrize("taken", ["before", "after"])
async def test_an_upstream_without_lookup_is_never_asked_twice(context, upstream, taken):
    upstream.faults = [UnknownOutcomeError(f"500 {taken} accepting")]
    job = await run(context)
    assert job.state == "failed"
    assert "may charge for it" in job.error
    assert len(upstream.charges) == (taken == "after")
    assert [(j.id, s.state) for j, s in await context.store.attempts.unresolved()] == [
        (ID, "unknown")
    ]


@pytest.mark.parametrize("taken", ["before", "after"])
async def test_an_idempotent_upstream_is_asked_again_with_the_same_key(context, upstream, taken):
    upstream.on_lost_response = "idempotent"
    lost = UnknownOutcomeError(f"reset {taken} accepting")
    upstream.faults = [lost, lost, BusyError("429"), None]
    job = await run(context)
    assert (job.state, job.attempt, upstream.charges) == ("completed", 1, [f"{ID}-1"])
    assert await context.store.attempts.unresolved() == []


async def test_a_refusal_of_a_repeated_request_does_not_say_that_the_first_was_not_taken(
    context, upstream
):
    upstream.on_lost_response = "idempotent"
    upstream.faults = [UnknownOutcomeError("reset after accepting"), RefusedError("Key revoked")]
    job = await run(context)
    assert job.state == "failed"
    assert "may charge for it" in job.error
    assert "Key revoked" in job.error
    assert len(await context.store.attempts.unresolved()) == 1


@pytest.mark.parametrize(("taken", "attempt"), [("before", 2), ("after", 1)])
async def test_a_request_that_can_be_looked_up_is_looked_up_and_sent_again_only_if_absent(
    context, upstream, taken, attempt
):
    upstream.on_lost_response = "lookup"
    upstream.faults = [UnknownOutcomeError(f"timeout {taken} accepting")]
    upstream.finds = [TransientError("502", 0.01)]
    job = await run(context)
    assert (job.state, job.attempt) == ("completed", attempt)
    assert upstream.charges == [f"{ID}-{attempt}"]


async def test_an_upstream_that_cannot_be_searched_leaves_the_request_unknown(context, upstream):
    upstream.on_lost_response = "lookup"
    upstream.faults = [UnknownOutcomeError("timeout after accepting")]
    upstream.finds = [TransientError("502", 0.05)] * 100
    job = await run(context)
    assert job.state == "failed"
    assert len(upstream.charges) == len(await context.store.attempts.unresolved()) == 1


async def test_two_jobs_never_share_an_upstream_id(context, upstream):
    await run(context)
    other = make_job("gen-vid-2")
    await insert_job(context.store, other, BODY)
    create = upstream.create

    async def confused(request, before_send):
        await create(request, before_send)
        return UpstreamJob(f"up-{ID}-1", request.model)

    upstream.create = confused
    job = await run_job(other.id, context)
    assert job.state == "failed"
    assert "the id of another job" in job.error
    assert [j.id for j, _ in await context.store.attempts.unresolved()] == [other.id]


async def test_an_operator_may_rather_pay_twice(tmp_path, upstream):
    context = context_of(tmp_path, upstream, resubmit={"rushes"})
    await insert_job(context.store, make_job(), BODY)
    upstream.faults = [UnknownOutcomeError("timeout after accepting")] * 5
    job = await run(context)
    assert (job.state, job.attempt, len(upstream.charges)) == ("failed", 3, 3)
    upstream.faults = []
    await context.store.close()


async def test_a_cancel_does_not_report_as_not_started_what_an_earlier_request_may_have_cost(
    tmp_path, upstream
):
    context = context_of(tmp_path, upstream, resubmit={"rushes"})
    await insert_job(context.store, make_job(), BODY)
    upstream.faults = [UnknownOutcomeError("timeout after accepting")]
    intend = context.store.attempts.intend

    async def cancelled(job, attempt, limit=None):
        intended = await intend(job, attempt, limit)
        if attempt == 2:
            changes = {"cancellation": "requested"}
            await context.store.jobs.update(ID, where={"submitting"}, changes=changes)
            return await context.store.jobs.get(ID)
        return intended

    context.store.attempts.intend = cancelled
    job = await run(context)
    assert (job.state, job.cancellation, len(upstream.charges)) == ("cancelled", "unknown", 1)
    assert "may charge" in job.error
    await context.store.close()


async def test_a_video_that_could_not_be_stored_in_time_is_fetched_again_by_its_known_id(
    context, upstream, monkeypatch
):
    monkeypatch.setattr(output_download, "MIN_KEPT", 0.05)
    upstream.promises = {"keeps_outputs": 0.01}
    put = context.storage.put

    async def full(name, blocks):
        raise StorageError("No space left on device")

    context.storage.put = full
    job = await run(context)
    assert job.state == "failed"
    ((shown, submission),) = await context.store.attempts.unresolved()
    assert (shown.id, submission.upstream_id) == (ID, f"up-{ID}-1")
    context.storage.put = put
    assert await context.store.attempts.attach(ID, f"up-{ID}-1") is not None
    job = await run(context)
    assert (job.state, upstream.charges) == ("completed", [f"{ID}-1"])
    assert await context.store.attempts.unresolved() == []


async def test_an_answer_that_came_to_somebody_else_is_still_taken_without_a_lookup(
    context, upstream, monkeypatch
):
    monkeypatch.setattr(recovery, "LOOK_PAUSE", 0.01)
    upstream.promises = {"visibility_delay": 20}
    upstream.faults = [UnknownOutcomeError("timeout after accepting")]
    doubt = context.store.attempts.mark_unknown

    async def late(job, detail):
        marked = await doubt(job, detail)
        await context.store.attempts.keep_orphan(job, f"up-{ID}-1")
        return marked

    context.store.attempts.mark_unknown = late
    job = await run(context)
    assert (job.state, upstream.charges) == ("completed", [f"{ID}-1"])


async def test_an_id_found_by_hand_brings_the_paid_video_home(context, upstream):
    upstream.faults = [UnknownOutcomeError("timeout after accepting")]
    await run(context)
    assert await context.store.attempts.attach(ID, f"up-{ID}-1") is not None
    job = await run(context)
    assert (job.state, job.error, upstream.charges) == ("completed", None, [f"{ID}-1"])
    assert await context.store.attempts.unresolved() == []
    assert await context.store.attempts.attach(ID, "another") is None


async def test_a_request_that_was_held_up_is_not_sent_at_that_time(context, upstream, monkeypatch):
    now, sends = itertools.count(step=3.0), []
    send = context.store.attempts.send

    async def watched(job):
        sends.append(job.attempt)
        if len(sends) > 2:
            monkeypatch.setattr(dispatch, "boot_time", lambda: 0.0)
        return await send(job)

    monkeypatch.setattr(dispatch, "boot_time", lambda: next(now))
    monkeypatch.setattr(context.store.attempts, "send", watched)
    job = await run(context)
    assert job.state == "completed"
    assert sends == [1, 1, 1]
    assert upstream.charges == [f"{ID}-1"]


async def test_a_request_of_a_cancelled_job_is_not_sent(context, upstream, monkeypatch):
    intend = context.store.attempts.intend

    async def intended(*args, **kwargs):
        job = await intend(*args, **kwargs)
        ask = {"cancellation": "requested"}
        await context.store.jobs.update(ID, where={"submitting"}, changes=ask)
        return job

    monkeypatch.setattr(context.store.attempts, "intend", intended)
    job = await run(context)
    assert (job.state, job.cancellation, job.cost) == ("cancelled", "not_started", None)
    assert upstream.charges == []


async def test_a_job_cancelled_while_its_request_is_under_way_is_stopped_when_its_id_is_known(
    context, upstream
):
    async def cancel():
        ask = {"cancellation": "requested"}
        await context.store.jobs.update(ID, where={"submitting"}, changes=ask)

    upstream.on_answer = cancel
    job = await run(context)
    assert (job.state, job.cancellation) == ("cancelled", "stopped")
    assert upstream.cancelled == [f"up-{ID}-1"]


async def test_an_answer_on_its_way_is_recorded_when_the_process_is_asked_to_stop(
    context, upstream
):
    asked, answer = asyncio.Event(), asyncio.Event()

    async def slow():
        asked.set()
        await answer.wait()

    upstream.on_answer = slow
    running = asyncio.create_task(run(context))
    await asked.wait()
    running.cancel()
    await asyncio.sleep(0)
    answer.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    job = await context.store.jobs.get(ID)
    assert (job.state, job.upstream_id) == ("running", f"up-{ID}-1")


async def test_an_answer_for_someone_overtaken_is_kept_and_its_video_stopped(context, upstream):
    """A zombie posts, is declared dead, and its job is given up before its answer comes."""
    others = []

    async def overtake():
        upstream.on_answer = None
        others.append(await run(context))

    upstream.on_answer = overtake
    assert await run(context) == others[0]
    assert others[0].state == "failed"
    assert upstream.cancelled == [f"up-{ID}-1"]
    assert await context.store.attempts.open_orphans(others[0]) == []
    assert (await context.store.jobs.get(ID)).state == "failed"


async def test_an_answer_for_someone_overtaken_is_adopted_while_it_is_looked_for(context, upstream):
    taken = []

    async def overtake():
        upstream.on_answer = None
        taken.append(await context.store.jobs.take(ID, {"submitting"}))

    upstream.on_answer = overtake
    job = await context.store.jobs.take(ID, {"queued"})
    with pytest.raises(FencedError):
        await lifecycle.run(job, context)
    job = await lifecycle.run(taken[0], context)
    assert (job.state, job.upstream_id) == ("completed", f"up-{ID}-1")
    assert upstream.cancelled == []
    assert upstream.charges == [f"{ID}-1"]


@pytest.mark.parametrize("on_lost_response", ["idempotent", "lookup", "fail"])
async def test_killed_before_and_after_any_commit_it_pays_at_most_once(tmp_path, on_lost_response):
    """Every commit of a job's whole way is a kill point, before and after; each is hit once."""
    for number in itertools.count():
        folder = tmp_path / str(number)
        upstream = PaidProvider(on_lost_response=on_lost_response)
        killed = await run_and_kill(folder, upstream, number)
        context = context_of(folder, upstream)
        job = await run(context)
        unknown = await context.store.attempts.unresolved()
        await context.store.close()
        assert len(upstream.charges) <= 1, number
        if job.state == "completed":
            assert len(upstream.charges) == 1
            assert not unknown
        else:
            assert on_lost_response == "fail", number
            assert (job.state, len(unknown)) == ("failed", 1)
        if not killed:
            break
    assert number >= 10  # intent, sending, accepted, storing, completed: each twice


async def run_and_kill(folder, upstream, number):
    """Run a job until its `number`-th instant; return whether that came before its end."""
    context = context_of(folder, upstream)
    await insert_job(context.store, make_job(), BODY)
    write, instants = context.store.database.write, itertools.count()

    def kill():
        if next(instants) == number:
            raise KilledError

    async def written(transaction, **how):
        kill()
        result = await write(transaction, **how)
        kill()
        return result

    context.store.database.write = written
    try:
        await run(context)
    except KilledError:
        return True
    finally:
        context.store.database.write = write
        await context.store.close()
    return False


async def test_a_lookup_waits_until_a_request_must_be_visible(context, upstream, monkeypatch):
    upstream.on_lost_response = "lookup"
    monkeypatch.setitem(PAID, "visibility_delay", 0.3)
    upstream.faults = [UnknownOutcomeError("timeout after accepting")]
    looked, find = [], upstream.find

    async def watched(key, model):
        looked.append(time.time())
        return await find(key, model)

    upstream.find = watched
    began = time.time()
    assert (await run(context)).state == "completed"
    assert looked[0] - began >= 0.25
