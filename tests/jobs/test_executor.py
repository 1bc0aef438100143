"""The executor of one process goes on whatever fails: no job and no duty is dropped."""

from __future__ import annotations

import asyncio
import time

import pytest

from rushes.jobs import executor as executor_module
from rushes.jobs.commands import cancel
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.store.transaction import StoreError
from tests.fakes.providers import RESUBMITTED, StandInProvider
from tests.jobs.conftest import BODY, context_of, idle, insert, make_job, until
from tests.store.rows import insert_job, jobs_in


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(executor_module, "SWEEP_INTERVAL", 0.02)


@pytest.fixture
async def executor(context):
    executor = EmbeddedExecutor(context, RetentionPolicy(records=3600.0))
    await executor.resume()
    yield executor
    await executor.close()


async def has(context, state):
    return len(await jobs_in(context.store, {state})) == 1


@pytest.mark.parametrize("error", [StoreError("disk I/O error"), ZeroDivisionError("a bug")])
async def test_a_job_that_waits_for_its_turn_survives_an_error(
    context, provider, executor, monkeypatch, error
):
    provider.capabilities = RESUBMITTED.model_copy(update={"concurrency": 1})
    get, failures = context.store.jobs.get, iter([error])

    async def failing(job_id):
        if fault := next(failures, None):
            raise fault
        return await get(job_id)

    monkeypatch.setattr(context.store.jobs, "get", failing)
    executor.start(await insert(context))
    await until(lambda: has(context, "completed"))
    assert len(provider.requests) == 1


async def test_a_job_that_is_in_nobodys_hands_is_taken_up_in_whatever_state(context, executor):
    await insert(context)
    await until(lambda: has(context, "completed"))


async def test_a_sweep_that_fails_is_not_the_last(context, executor, monkeypatch, caplog):
    failures = iter([ZeroDivisionError("a bug"), StoreError("disk full")])

    async def failing(*given):
        if fault := next(failures, None):
            raise fault
        await sweep(*given)

    monkeypatch.setattr(executor_module, "sweep", failing)
    await insert(context, provider="gone", deadline=1)
    await until(lambda: has(context, "expired"))
    assert "a bug" in caplog.text


async def test_one_duty_that_fails_does_not_keep_the_others(context, monkeypatch, caplog):
    old = make_job("gen-vid-1", state="failed", ended_at=1.0)
    await insert_job(context.store, old, BODY)
    waiting = make_job("gen-vid-2", state="running", answer="pending", created_at=1)
    await insert_job(context.store, waiting, BODY)
    await insert(context, deadline=1)

    async def failing(*_):
        raise ZeroDivisionError("a bug")

    for duty in ("overdue", "deleted"):
        monkeypatch.setattr(context.store.retention, duty, failing)
    await sweep(context, RetentionPolicy(records=3600.0))
    assert await context.store.jobs.get(old.id) is None
    assert (await context.store.jobs.get(waiting.id)).answer == "lost"
    assert caplog.text.count("ZeroDivisionError: a bug") == 2


async def test_records_are_forgotten_a_few_at_once(context, monkeypatch):
    for number in range(50):
        await insert_job(
            context.store,
            make_job(f"gen-vid-{number}", state="failed", ended_at=float(number)),
            BODY,
        )
    kept = make_job(state="failed", ended_at=time.time())
    await insert_job(context.store, kept, BODY)
    write, sizes = context.store.database.write, []

    async def counted(transaction, **how):
        result = await write(transaction, **how)
        sizes.append(result)
        return result

    monkeypatch.setattr(context.store.database, "write", counted)
    await sweep(context, RetentionPolicy(records=3600.0))
    assert [size for size in sizes if size] == [20, 20, 10]
    assert [job.id for job in await jobs_in(context.store, {"failed"})] == [kept.id]


class PreparingStandIn(StandInProvider):
    """Prepares a job until `gate` is open, unless its prompt is quick."""

    jobs_ahead = 16

    def __init__(self):
        super().__init__(capabilities=RESUBMITTED.model_copy(update={"concurrency": 1}))
        self.gate = asyncio.Event()
        self.preparing, self.dropped = set(), []

    async def prepare(self, job_id, owner, model, body):
        if "quick" not in await body():
            self.preparing.add(job_id)
            await self.gate.wait()

    def drop(self, job_id):
        self.dropped.append(job_id)


async def test_a_job_takes_a_slot_when_it_is_prepared_and_not_before(tmp_path):
    provider = PreparingStandIn()
    context = context_of(tmp_path, provider)
    executor = EmbeddedExecutor(context, RetentionPolicy(records=3600.0))
    jobs = [make_job(f"gen-vid-{number}") for number in range(4)]
    for job in jobs:
        text = BODY if job is not jobs[-1] else BODY.replace("calm", "quick")
        await insert_job(context.store, job, text)
        executor.start(job)
    await until(lambda: has(context, "completed"))
    assert [request.job_id for request in provider.requests] == [jobs[-1].id]
    assert provider.preparing == {job.id for job in jobs[:3]}

    await cancel(jobs[0], context.store, executor)
    await until(lambda: asyncio.sleep(0, jobs[0].id in provider.dropped))
    provider.gate.set()
    await idle(executor)
    states = [(await context.store.jobs.get(job.id)).state for job in jobs]
    assert states == ["cancelled", "completed", "completed", "completed"]
    assert sorted(provider.dropped) == sorted(job.id for job in jobs)
    await executor.close()
    await context.store.close()


async def test_a_job_that_cannot_be_prepared_runs_all_the_same(tmp_path, caplog):
    provider = PreparingStandIn()
    context = context_of(tmp_path, provider)
    executor = EmbeddedExecutor(context, RetentionPolicy(records=3600.0))

    async def fail(*_):
        raise ZeroDivisionError("a bug")

    provider.prepare = fail
    executor.start(await insert(context))
    await until(lambda: has(context, "completed"))
    assert "could not be prepared" in caplog.text
    await executor.close()
    await context.store.close()
