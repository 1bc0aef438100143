"""The webhook of a job's end is sent after the end, also for a job that was reopened by hand."""

from __future__ import annotations

import asyncio
import itertools
import threading
from contextlib import ExitStack
from dataclasses import replace

import pytest

from rushes import backoff
from rushes.clock import virtual_time
from rushes.jobs import executor as executor_module, webhook_delivery
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.webhook_records import record_of
from rushes.providers.base import Progress, UnknownOutcomeError
from rushes.store.outbox import WebhookFilter
from rushes.store.transaction import StoreError
from rushes.webhook_sender import WebhookSender
from tests.fakes.providers import PaidProvider
from tests.fakes.stub_server import Answer
from tests.fakes.webhook_receiver import WebhookReceiver
from tests.jobs.conftest import BODY, ID, context_of, make_job, until
from tests.store.rows import insert_job


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    monkeypatch.setattr(webhook_delivery, "PAUSES", (0.02,) * 1000)
    monkeypatch.setattr(webhook_delivery, "LOOK_INTERVAL", 0.02)
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
    settle, failures = context.store.outbox.settle, iter([True, True])

    async def failing(webhook, outcome):
        if next(failures, False):
            raise StoreError("disk full")
        return await settle(webhook, outcome)

    monkeypatch.setattr(context.store.outbox, "settle", failing)
    await executor.resume()
    assert await outcome(context) == "delivered"
    assert receiver.kinds == ["failed"]


@pytest.mark.parametrize("error", [StoreError("disk I/O error"), ZeroDivisionError("a bug")])
async def test_a_callback_that_an_error_has_stopped_is_taken_up_again(
    context, receiver, executor, monkeypatch, error
):
    claim, failures = context.store.outbox.claim, [error] * 2
    receiver.answer(Answer(500))
    await executor.resume()
    await receiver.next_key()

    async def failing(*wanted):
        if failures:
            raise failures.pop()
        return await claim(*wanted)

    monkeypatch.setattr(context.store.outbox, "claim", failing)
    receiver.answer(Answer(204))
    await until(lambda: asyncio.sleep(0, result=not failures))
    assert await outcome(context) == "delivered"


async def test_a_receiver_that_is_gone_is_not_called_again(context, receiver, executor):
    receiver.answer(Answer(410))
    await executor.resume()
    assert await outcome(context) == "failed"
    assert receiver.kinds == ["failed"]


async def test_a_receiver_is_not_called_before_it_said(context, receiver, executor, monkeypatch):
    receiver.script(Answer(429, headers={"Retry-After": "1000"}))
    await executor.resume()
    [(webhook, _)] = await settled(context, 1)
    assert webhook.next_at - webhook.created_at >= 1000
    assert receiver.kinds == ["failed"]


async def test_a_receiver_that_is_down_for_a_day_gets_ten_attempts_further_and_further_apart(
    context, receiver, executor, monkeypatch
):
    monkeypatch.undo()
    monkeypatch.setattr(webhook_delivery, "LOOK_INTERVAL", 0.01)
    receiver.answer(Answer(500))
    time = virtual_time()
    time.users += 1
    try:
        await executor.resume()
        for number, pause in enumerate(webhook_delivery.PAUSES, 1):
            [(webhook, _)] = await settled(context, number)
            assert webhook.state == "pending"
            time.advance(pause)
        assert await outcome(context) == "failed"
    finally:
        time.advance(-time.ahead)
        time.users -= 1
    [(_, attempts)] = await context.store.outbox.page(WebhookFilter(), 10)
    assert [attempt.status for attempt in attempts] == [500] * 10
    assert {attempt.error for attempt in attempts} == {"the receiver answered 500"}
    waits = [attempt.next_at - attempt.at for attempt in attempts[:-1]]
    for wait, pause in zip(waits, webhook_delivery.PAUSES, strict=True):
        assert 0.8 * pause <= wait <= pause + 5
    assert attempts[-1].next_at is None
    assert 20 * 3600 < sum(webhook_delivery.PAUSES) < 26 * 3600
    keys = {request.header("X-OpenRouter-Idempotency-Key")[0] for request in receiver.received}
    assert keys == {webhook.id}


async def test_what_was_being_sent_when_the_service_stopped_is_sent_when_it_starts(
    context, receiver, executor
):
    heard = threading.Event()
    receiver.answer(Answer(204, after=heard))
    await executor.resume()
    assert await receiver.next_key() == f"{ID}-failed"
    await executor.close()
    heard.set()
    again = EmbeddedExecutor(context, RetentionPolicy())
    await again.resume()
    assert await outcome(context) == "delivered"
    await again.close()
    [history] = await context.store.outbox.page(WebhookFilter(), 10)
    record = record_of(history)
    assert [attempt.status for attempt in record.attempts] == [None, 204]
    assert "interrupted" in record.attempts[0].error


async def test_an_attempt_that_cannot_read_its_key_is_made_later(
    context, receiver, executor, monkeypatch
):
    monkeypatch.setattr(webhook_delivery, "LEASE", 1.0)
    of_owner, failures = context.store.api_keys.of_owner, iter([True])

    async def failing(owner):
        if next(failures, False):
            raise StoreError("disk I/O error")
        return await of_owner(owner)

    monkeypatch.setattr(context.store.api_keys, "of_owner", failing)
    await executor.resume()
    assert await outcome(context) == "delivered"
    assert set(receiver.kinds) == {"failed"}


async def settled(context, count):
    """Wait until so many attempts have been made; return webhooks and their attempts."""
    found = []

    async def made():
        found[:] = await context.store.outbox.page(WebhookFilter(), 10)
        attempts = itertools.chain.from_iterable(history.attempts for history in found)
        return sum(attempt.duration is not None for attempt in attempts) >= count

    await until(made)
    return found


class SlowReceiver:
    """Holds every webhook until it is released, and counts those that it holds at once."""

    def __init__(self, *receivers):
        self.go, self.most = threading.Event(), 0
        self._held, self._lock = 0, threading.Lock()
        for receiver in receivers:
            receiver.route("POST", "/hook", self._answer)

    def _answer(self, request):
        with self._lock:
            self._held += 1
            self.most = max(self.most, self._held)
        assert self.go.wait(60)
        with self._lock:
            self._held -= 1
        return Answer(204)


@pytest.mark.parametrize("limits", [{"deliveries_per_owner": 2}, {}])
async def test_one_key_with_many_slow_receivers_delays_no_other_key(
    tmp_path, receiver, upstream, limits
):
    webhooks = WebhookSender(None, allow_private=True, deliveries=3, **limits)
    context = replace(context_of(tmp_path, upstream), webhooks=webhooks)
    ended = {"state": "failed", "ended_at": 1793000009.0, "callback": "pending"}
    ids = [f"gen-vid-1793000000-{number:020}" for number in range(12)]
    with ExitStack() as stack:
        slow = [stack.enter_context(WebhookReceiver(f"127.0.0.{number}")) for number in (2, 3, 4)]
        held = SlowReceiver(*slow)
        stack.callback(held.go.set)
        for number, job_id in enumerate(ids):
            hook = slow[number % len(slow)].hook
            row = make_job(job_id, owner="greedy", callback_url=hook, **ended)
            await insert_job(context.store, row, BODY)
        last = make_job(owner="modest", callback_url=receiver.hook, created_ns=9, **ended)
        await insert_job(context.store, last, BODY)
        executor = EmbeddedExecutor(context, RetentionPolicy())
        await executor.resume()
        assert await outcome(context) == "delivered"
        await until(lambda: asyncio.sleep(0, result=held.most == 2))
        held.go.set()

        async def all_delivered():
            jobs = [await context.store.jobs.get(job_id) for job_id in ids]
            return {job.callback for job in jobs} == {"delivered"}

        await until(all_delivered)
        assert held.most == 2
        await executor.close()
        await context.store.close()


async def test_a_slow_receiver_delays_no_other_and_holds_few_connections(
    tmp_path, receiver, upstream, monkeypatch
):
    slow, context = SlowReceiver(receiver), context_of(tmp_path, upstream)
    ended = {"state": "failed", "ended_at": 1793000009.0, "callback": "pending"}
    ids = [f"gen-vid-1793000000-{number:020}" for number in range(60)]
    for job_id in ids:
        await insert_job(context.store, make_job(job_id, callback_url=receiver.hook, **ended), BODY)
    with WebhookReceiver() as other:
        # Another host, if only by name; it comes last.
        hook = other.hook.replace("127.0.0.1", "localhost")
        await insert_job(context.store, make_job(callback_url=hook, created_ns=9, **ended), BODY)
        executor = EmbeddedExecutor(context, RetentionPolicy())
        await executor.resume()
        assert await outcome(context) == "delivered"
        await until(lambda: asyncio.sleep(0, result=slow.most == 4))
    slow.go.set()

    async def all_delivered():
        jobs = [await context.store.jobs.get(job_id) for job_id in ids]
        return {job.callback for job in jobs} == {"delivered"}

    await until(all_delivered)
    assert slow.most == 4
    assert len(receiver.received) == len(ids)
    await executor.close()
    await context.store.close()
