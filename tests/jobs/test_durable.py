"""The store fails around a create: what was accepted is kept, what was not sent is sent again."""

from __future__ import annotations

import pytest

from rushes import backoff
from rushes.jobs.runner import run_job
from rushes.providers.base import BusyError
from rushes.store.transaction import StoreError
from tests.fakes.providers import PaidProvider
from tests.jobs.conftest import BODY, ID, context_of, make_job
from tests.store.rows import insert_job


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.01)


@pytest.fixture
async def context(tmp_path):
    context = context_of(tmp_path, PaidProvider("fail"))
    await insert_job(context.store, make_job(), BODY)
    yield context
    await context.store.close()


def failing(attempts, name, monkeypatch, *, committed):
    """Let a method of the attempts table fail twice, before or after it has committed."""
    method, failures = getattr(attempts, name), [1, 2]

    async def commit(*arguments):
        if failures and committed:
            await method(*arguments)
        if failures:
            raise StoreError(f"{name} failed, {failures.pop()}")
        return await method(*arguments)

    monkeypatch.setattr(attempts, name, commit)


@pytest.mark.parametrize("committed", [False, True])
@pytest.mark.parametrize("method", ["accept", "send", "withdraw"])
async def test_an_upstream_without_lookup_is_paid_once_and_its_video_is_not_lost(
    context, monkeypatch, method, committed
):
    upstream = context.providers["rushes"]
    if method == "withdraw":
        upstream.faults = [BusyError("not now", 0.01)]
    failing(context.store.attempts, method, monkeypatch, committed=committed)
    job = await run_job(ID, context)
    assert (job.state, job.attempt) == ("completed", 1)
    assert upstream.charges == [f"{ID}-1"]
    assert upstream.cancelled == []
