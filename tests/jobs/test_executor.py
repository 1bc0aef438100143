"""The executor of one process goes on whatever fails: no job and no duty is dropped."""

from __future__ import annotations

import time

import pytest

from rushes.jobs import executor as executor_module
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import Keeping, sweep
from rushes.store.transaction import StoreError
from tests.jobs.test_lifecycle import (
    BODY,
    FREE,
    crew,
    insert,
    make_job,
    provider,
    until,
)

__all__ = ["crew", "provider"]


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(executor_module, "SWEEP_INTERVAL", 0.02)


@pytest.fixture
async def executor(crew):
    executor = EmbeddedExecutor(crew, Keeping(records=3600.0))
    await executor.resume()
    yield executor
    await executor.close()


async def has(crew, state):
    return await crew.store.jobs.count({state}) == 1


@pytest.mark.parametrize("error", [StoreError("disk I/O error"), ZeroDivisionError("a bug")])
async def test_a_job_that_waits_for_its_turn_survives_an_error(
    crew, provider, executor, monkeypatch, error
):
    provider.terms = FREE.model_copy(update={"concurrency": 1})
    get, failures = crew.store.jobs.get, iter([error])

    async def failing(job_id):
        if fault := next(failures, None):
            raise fault
        return await get(job_id)

    monkeypatch.setattr(crew.store.jobs, "get", failing)
    executor.start(await insert(crew))
    await until(lambda: has(crew, "completed"))
    assert len(provider.orders) == 1


async def test_a_job_that_is_in_nobodys_hands_is_taken_up_in_whatever_state(crew, executor):
    await insert(crew)
    await until(lambda: has(crew, "completed"))


async def test_a_sweep_that_fails_is_not_the_last(crew, executor, monkeypatch, caplog):
    failures = iter([ZeroDivisionError("a bug"), StoreError("disk full")])

    async def failing(*given):
        if fault := next(failures, None):
            raise fault
        await sweep(*given)

    monkeypatch.setattr(executor_module, "sweep", failing)
    await insert(crew, provider="gone", deadline=1)
    await until(lambda: has(crew, "expired"))
    assert "a bug" in caplog.text


async def test_one_duty_that_fails_does_not_keep_the_others(crew, monkeypatch, caplog):
    old = make_job("gen-vid-1", state="failed", ended_at=1.0)
    await crew.store.jobs.insert(old, BODY)
    waiting = make_job("gen-vid-2", state="running", answer="pending", created_at=1)
    await crew.store.jobs.insert(waiting, BODY)
    await insert(crew, deadline=1)

    async def failing(*_):
        raise ZeroDivisionError("a bug")

    for duty in ("overdue", "deleted"):
        monkeypatch.setattr(crew.store.jobs, duty, failing)
    await sweep(crew, Keeping(records=3600.0))
    assert await crew.store.jobs.get(old.id) is None
    assert (await crew.store.jobs.get(waiting.id)).answer == "lost"
    assert caplog.text.count("ZeroDivisionError: a bug") == 2


async def test_records_are_forgotten_a_few_at_once(crew, monkeypatch):
    for number in range(50):
        await crew.store.jobs.insert(
            make_job(f"gen-vid-{number}", state="failed", ended_at=float(number)), BODY
        )
    kept = make_job(state="failed", ended_at=time.time())
    await crew.store.jobs.insert(kept, BODY)
    write, sizes = crew.store.database.write, []

    async def counted(transaction):
        result = await write(transaction)
        sizes.append(result)
        return result

    monkeypatch.setattr(crew.store.database, "write", counted)
    await sweep(crew, Keeping(records=3600.0))
    assert [size for size in sizes if size] == [20, 20, 10]
    assert [job.id for job in await crew.store.jobs.in_states({"failed"})] == [kept.id]
