"""The end of a job is told once it has taken place, also of one that is opened again by hand."""

from __future__ import annotations

import asyncio

import pytest

from rushes.jobs import deadlines, executor as executor_module, webhook_delivery
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.providers.base import Progress, UnknownOutcomeError
from rushes.store.transaction import StoreError
from tests.hosts.receiver import receiving
from tests.jobs.test_lifecycle import BODY, ID, make_job, until
from tests.jobs.test_submission import PaidUpstream, context_of


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(deadlines, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(webhook_delivery, "PAUSES", (0.02,) * 1000)
    monkeypatch.setattr(executor_module, "SWEEP_INTERVAL", 0.02)


@pytest.fixture
async def receiver():
    async with receiving() as opened:
        yield opened


@pytest.fixture
def upstream():
    return PaidUpstream(faults=[UnknownOutcomeError("reset after accepting")])


@pytest.fixture
async def context(tmp_path, upstream, receiver):
    context = context_of(tmp_path, upstream)
    await context.store.jobs.insert(make_job(callback_url=receiver.url, callback="pending"), BODY)
    yield context
    await context.store.close()


@pytest.fixture
async def executor(context):
    """An executor that runs the job; its order is charged and its answer is lost."""
    executor = EmbeddedExecutor(context, RetentionPolicy())
    await executor.resume()
    yield executor
    await executor.close()


async def told(context):
    """Return once the callback of the job is no more pending, how it ended."""

    async def settled():
        return (await context.store.jobs.get(ID)).callback != "pending"

    await until(settled)
    return (await context.store.jobs.get(ID)).callback


async def state_is(context, state):
    async def reached():
        return (await context.store.jobs.get(ID)).state == state

    await until(reached)


async def test_a_job_attached_while_its_failure_is_still_told_ends_with_its_completion(
    context, receiver, upstream, executor
):
    receiver.status = 500
    receiver.answers.set()
    assert await receiver.keys.get() == f"{ID}-failed"
    made = asyncio.Event()

    async def slow(job):
        return Progress("done", 1.0) if made.is_set() else Progress("running", 0.5)

    upstream.poll = slow
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    await state_is(context, "running")
    receiver.status = 204
    made.set()
    assert await told(context) == "delivered"
    assert receiver.kinds[-1] == "completed"
    assert set(receiver.kinds) == {"failed", "completed"}


async def test_a_failure_that_was_taken_after_the_job_was_attached_does_not_stand_for_its_end(
    context, receiver, upstream, executor
):
    assert await receiver.keys.get() == f"{ID}-failed"
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    await state_is(context, "completed")
    receiver.answers.set()
    assert await told(context) == "delivered"
    assert receiver.kinds == ["failed", "completed"]


async def test_a_completion_does_not_wait_for_the_next_try_to_tell_of_the_failure_before(
    context, receiver, executor, monkeypatch
):
    monkeypatch.setattr(webhook_delivery, "PAUSES", (3600.0,))
    receiver.status = 500
    receiver.answers.set()
    assert await receiver.keys.get() == f"{ID}-failed"
    receiver.status = 204
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    assert await told(context) == "delivered"
    assert receiver.kinds == ["failed", "completed"]


async def test_a_callback_whose_outcome_cannot_be_kept_for_a_while_is_sent_once(
    context, receiver, executor, monkeypatch
):
    update, failures = context.store.jobs.update, iter([True, True])

    async def failing(job_id, **how):
        if "callback" in how["changes"] and next(failures, False):
            raise StoreError("disk full")
        return await update(job_id, **how)

    monkeypatch.setattr(context.store.jobs, "update", failing)
    receiver.answers.set()
    assert await told(context) == "delivered"
    assert receiver.kinds == ["failed"]


@pytest.mark.parametrize("error", [StoreError("disk I/O error"), ZeroDivisionError("a bug")])
async def test_a_callback_that_an_error_has_stopped_is_taken_up_again(
    context, receiver, executor, monkeypatch, error
):
    get, failures = context.store.jobs.get, [error] * 2
    receiver.status = 500
    receiver.answers.set()
    await receiver.keys.get()

    async def failing(job_id):
        if failures:
            raise failures.pop()
        return await get(job_id)

    monkeypatch.setattr(context.store.jobs, "get", failing)
    receiver.status = 204
    await until(lambda: asyncio.sleep(0, result=not failures))
    assert await told(context) == "delivered"
