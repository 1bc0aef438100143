"""The webhook of a job's end is sent after the end, also for a job that was reopened by hand."""

from __future__ import annotations

import asyncio
import threading

import pytest

from rushes import backoff
from rushes.jobs import executor as executor_module, webhook_delivery
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.providers.base import Progress, UnknownOutcomeError
from rushes.store.transaction import StoreError
from tests.fakes.providers import PaidProvider
from tests.fakes.stub_server import Answer
from tests.jobs.conftest import BODY, ID, context_of, make_job, until
from tests.store.rows import insert_job


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    monkeypatch.setattr(webhook_delivery, "PAUSES", (0.02,) * 1000)
    monkeypatch.setattr(executor_module, "SWEEP_INTERVAL", 0.02)


@pytest.fixture
def upstream():
    return PaidProvider(faults=[UnknownOutcomeError("reset after accepting")])


@pytest.fixture
async def context(tmp_path, upstream, receiver):
    context = context_of(tmp_path, upstream)
    await insert_job(context.store, make_job(callback_url=receiver.hook, callback="pending"), BODY)
    yield context
    await context.store.close()


@pytest.fixture
async def executor(context):
    """An executor that runs the job once it is resumed; it is charged and its answer is lost."""
    executor = EmbeddedExecutor(context, RetentionPolicy())
    yield executor
    await executor.close()


async def outcome(context):
    """Wait until the callback of the job is no longer pending; return how it ended."""

    async def settled():
        return (await context.store.jobs.get(ID)).callback != "pending"

    await until(settled)
    return (await context.store.jobs.get(ID)).callback


async def state_is(context, state):
    async def reached():
        return (await context.store.jobs.get(ID)).state == state

    await until(reached)


async def test_a_job_attached_while_its_failure_is_still_reported_ends_with_its_completion(
    context, receiver, upstream, executor
):
    receiver.answer(Answer(500))
    await executor.resume()
    assert await receiver.next_key() == f"{ID}-failed"
    made = asyncio.Event()

    async def slow(job):
        return Progress("done", 1.0) if made.is_set() else Progress("running", 0.5)

    upstream.poll = slow
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    await state_is(context, "running")
    receiver.answer(Answer(204))
    made.set()
    assert await outcome(context) == "delivered"
    assert receiver.kinds[-1] == "completed"
    assert set(receiver.kinds) == {"failed", "completed"}


async def test_a_failure_that_was_taken_after_the_job_was_attached_does_not_stand_for_its_end(
    context, receiver, upstream, executor
):
    heard = threading.Event()
    receiver.answer(Answer(204, after=heard))
    await executor.resume()
    assert await receiver.next_key() == f"{ID}-failed"
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    await state_is(context, "completed")
    heard.set()
    assert await outcome(context) == "delivered"
    assert receiver.kinds == ["failed", "completed"]


async def test_a_completion_does_not_wait_for_the_next_try_to_report_the_failure_before(
    context, receiver, executor, monkeypatch
):
    monkeypatch.setattr(webhook_delivery, "PAUSES", (3600.0,))
    receiver.answer(Answer(500))
    await executor.resume()
    assert await receiver.next_key() == f"{ID}-failed"
    receiver.answer(Answer(204))
    await context.store.attempts.attach(ID, f"up-{ID}-1")
    assert await outcome(context) == "delivered"
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
    await executor.resume()
    assert await outcome(context) == "delivered"
    assert receiver.kinds == ["failed"]


@pytest.mark.parametrize("error", [StoreError("disk I/O error"), ZeroDivisionError("a bug")])
async def test_a_callback_that_an_error_has_stopped_is_taken_up_again(
    context, receiver, executor, monkeypatch, error
):
    get, failures = context.store.jobs.get, [error] * 2
    receiver.answer(Answer(500))
    await executor.resume()
    await receiver.next_key()

    async def failing(job_id):
        if failures:
            raise failures.pop()
        return await get(job_id)

    monkeypatch.setattr(context.store.jobs, "get", failing)
    receiver.answer(Answer(204))
    await until(lambda: asyncio.sleep(0, result=not failures))
    assert await outcome(context) == "delivered"
