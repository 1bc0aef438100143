"""What hosts do besides running jobs: send webhooks, end abandoned jobs, agree on one clock."""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from dataclasses import replace

import pytest

from rushes import backoff
from rushes.jobs import clock, webhook_delivery, worker as worker_module
from rushes.jobs.clock import ClockOffsets
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.providers.base import Progress, UnknownOutcomeError
from rushes.store.postgres import ClockError, PostgresDatabase
from tests.fakes.providers import VIDEO, PaidProvider, StandInProvider
from tests.fakes.stub_server import Answer
from tests.fakes.webhook_receiver import WebhookReceiver
from tests.hosts.in_process_worker import INTERVALS, inside, until_state
from tests.jobs.conftest import BODY, ID, make_job
from tests.store.rows import insert_job

DAY = 86_400


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    monkeypatch.setattr(webhook_delivery, "PAUSES", (0.0,) * 1000)
    monkeypatch.setattr(webhook_delivery, "LOOK_INTERVAL", 0.05)


async def until_delivered(context, job_id=ID):
    async with asyncio.timeout(60):
        while (await context.store.jobs.get(job_id)).callback == "pending":
            await asyncio.sleep(0.02)


async def test_a_job_attached_while_its_failure_is_reported_is_reported_again_when_it_ends(
    postgres_url, tmp_path, receiver
):
    upstream = PaidProvider(faults=[UnknownOutcomeError("reset after accepting")])
    made = asyncio.Event()

    async def slow(job):
        return Progress("done", 1.0) if made.is_set() else Progress("running", 0.5)

    upstream.poll = slow
    async with inside(postgres_url, tmp_path, {"rushes": upstream}) as context:
        receiver.answer(Answer(500))
        job = make_job(callback_url=receiver.hook, callback="pending")
        await context.store.idempotency.admit(job, BODY)
        assert await receiver.next_key() == f"{ID}-failed"
        await context.store.attempts.attach(ID, f"up-{ID}-1")
        await until_state(context, ID, "running")
        receiver.answer(Answer(204))
        made.set()
        await until_delivered(context)
        assert receiver.kinds[-1] == "completed"
        assert set(receiver.kinds) == {"failed", "completed"}


async def test_a_failure_that_is_taken_after_its_job_was_attached_and_ended_is_not_its_end(
    postgres_url, tmp_path, receiver
):
    upstream = PaidProvider(faults=[UnknownOutcomeError("reset after accepting")])
    providers, heard = {"rushes": upstream}, threading.Event()
    receiver.answer(Answer(204, after=heard))
    async with inside(postgres_url, tmp_path, providers) as context:
        job = make_job(callback_url=receiver.hook, callback="pending")
        await context.store.idempotency.admit(job, BODY)
        assert await receiver.next_key() == f"{ID}-failed"
        await context.store.attempts.attach(ID, f"up-{ID}-1")
        await until_state(context, ID, "completed")
        heard.set()
        await until_delivered(context)
        assert receiver.kinds == ["failed", "completed"]


async def test_a_completion_does_not_wait_for_the_next_attempt_to_report_the_failure_before(
    postgres_url, tmp_path, monkeypatch, receiver
):
    monkeypatch.setattr(webhook_delivery, "PAUSES", (3600.0,) * 5)
    upstream = PaidProvider(faults=[UnknownOutcomeError("reset after accepting")])
    providers = {"rushes": upstream}
    async with inside(postgres_url, tmp_path, providers) as context:
        receiver.answer(Answer(500))
        job = make_job(callback_url=receiver.hook, callback="pending")
        await context.store.idempotency.admit(job, BODY)
        assert await receiver.next_key() == f"{ID}-failed"
        receiver.answer(Answer(204))
        await context.store.attempts.attach(ID, f"up-{ID}-1")
        await until_delivered(context)
        assert receiver.kinds == ["failed", "completed"]


async def test_a_crowded_receiver_delays_no_other(postgres_url, tmp_path, receiver):
    go, ended = threading.Event(), {"state": "failed", "ended_at": 1793000009.0}
    receiver.answer(Answer(204, after=go))
    ids = [f"gen-vid-1793000000-{number:020}" for number in range(30)]
    with WebhookReceiver() as other:
        hook = other.hook.replace("127.0.0.1", "localhost")
        async with inside(postgres_url, tmp_path, {"rushes": PaidProvider()}) as context:
            for job_id, url in [*((i, receiver.hook) for i in ids), (ID, hook)]:
                job = make_job(job_id, callback_url=url, callback="pending", **ended)
                await insert_job(context.store, job, BODY)
            await until_delivered(context)
            assert 0 < len(receiver.received) <= 4
            go.set()
            for job_id in ids:
                await until_delivered(context, job_id)
            assert len(receiver.received) == len(ids)


def stranded(job_id, provider, **values):
    return make_job(
        job_id,
        **{
            "state": "running",
            "provider": provider,
            "attempt": 1,
            "upstream_id": "up",
            "created_at": 1,
            "deadline": 2,
            "updated_at": 1,
            **values,
        },
    )


async def test_jobs_end_whose_provider_no_living_worker_serves(postgres_url, tmp_path):
    mine, other = StandInProvider(slug="mine"), StandInProvider(slug="other", waits=True)
    async with (
        inside(postgres_url, tmp_path, {"other": other}),
        inside(postgres_url, tmp_path, {"mine": mine}) as context,
    ):
        jobs = [
            stranded("gen-vid-1", "other", state="submitting", deadline=int(time.time()) + 3600),
            stranded("gen-vid-2", "gone"),
            stranded("gen-vid-3", "gone", cancellation="requested", deadline=2**40),
            stranded("gen-vid-4", "gone", deadline=int(time.time()) + 3600),
        ]
        for job in jobs:
            await insert_job(context.store, job, BODY)
        await until_state(context, "gen-vid-2", "expired")
        await until_state(context, "gen-vid-3", "cancelled")
        found = [await context.store.jobs.get(job.id) for job in jobs]
        assert [job.cancellation for job in found[1:3]] == ["unknown", "unknown"]
        assert found[0].ended_at is None
        assert found[3].ended_at is None


async def test_a_worker_that_has_just_begun_takes_no_provider_for_gone(postgres_url, tmp_path):
    intervals = replace(INTERVALS, unserved_after=3600.0)
    async with inside(
        postgres_url, tmp_path, {"mine": StandInProvider()}, intervals=intervals
    ) as context:
        await insert_job(context.store, stranded(ID, "gone"), BODY)
        await insert_job(context.store, make_job("gen-vid-9", provider="gone", deadline=1), BODY)
        await until_state(context, "gen-vid-9", "expired")  # so a sweep has taken place
        assert (await context.store.jobs.get(ID)).state == "running"


async def test_an_upkeep_that_fails_is_not_the_last(postgres_url, tmp_path, monkeypatch, caplog):
    failures = [ZeroDivisionError("a bug")] * 2

    async def failing(*given):
        if failures:
            raise failures.pop()
        await sweep(*given)

    monkeypatch.setattr(worker_module, "sweep", failing)
    async with inside(postgres_url, tmp_path, {"mine": StandInProvider()}) as context:
        await insert_job(context.store, make_job(provider="gone", deadline=1), BODY)
        await until_state(context, ID, "expired")
    assert "a bug" in caplog.text


@pytest.mark.parametrize("ahead", [2 * DAY, -2 * DAY])
async def test_a_host_whose_clock_goes_wrong_goes_by_the_databases_and_does_not_start_again(
    postgres_url, tmp_path, monkeypatch, caplog, ahead
):
    now = time.time
    retention_policy, provider = RetentionPolicy(outputs=DAY), StandInProvider()
    monkeypatch.setattr(clock, "_seen", ClockOffsets())
    async with inside(postgres_url, tmp_path, {"rushes": provider}, retention_policy) as context:
        jobs = [
            make_job(f"gen-vid-{n}", deadline=int(now()) + 3600, answer="delivered")
            for n in range(3)
        ]
        await context.store.idempotency.admit(jobs[0], BODY)
        await until_state(context, jobs[0].id, "completed")
        monkeypatch.setattr(time, "time", lambda: now() + ahead)
        async with asyncio.timeout(60):
            while "set it right" not in caplog.text:
                await asyncio.sleep(0.02)
        provider.waits = True
        await context.store.idempotency.admit(jobs[1], BODY)
        await until_state(context, jobs[1].id, "running")
        provider.waits = False
        await until_state(context, jobs[1].id, "completed")
        due = int(now()) - 1
        overdue = replace(jobs[2], created_at=due - 1, deadline=due, provider="gone")
        await insert_job(context.store, overdue, BODY)
        await until_state(context, overdue.id, "expired")  # so a sweep has taken place
        for job in [await context.store.jobs.get(job.id) for job in jobs[:2]]:
            assert job.removed_at is None
            assert abs(job.ended_at - now()) < 60
            assert (await context.storage.find(job.outputs[0].name)).size == len(VIDEO)
        again = PostgresDatabase(postgres_url)
        with pytest.raises(ClockError, match=r"172800 s (ahead of|behind) the database's"):
            await again.open()
        await again.close()


async def test_several_hosts_send_each_webhook_once(postgres_url, tmp_path, receiver):
    ended = {"state": "failed", "ended_at": 1793000009.0, "callback": "pending"}
    ids = [f"gen-vid-1793000000-{number:020}" for number in range(60)]
    async with contextlib.AsyncExitStack() as hosts:
        contexts = [
            await hosts.enter_async_context(
                inside(postgres_url, tmp_path, {"rushes": PaidProvider()})
            )
            for _ in range(3)
        ]
        for job_id in ids:
            job = make_job(job_id, callback_url=receiver.hook, **ended)
            await insert_job(contexts[0].store, job, BODY)
        for job_id in ids:
            await until_delivered(contexts[0], job_id)
    keys = [r.header("X-OpenRouter-Idempotency-Key")[0] for r in receiver.received]
    assert sorted(keys) == [f"{job_id}-failed" for job_id in ids]
