"""What is known of accounts holds for every process at a database, and fades."""

from __future__ import annotations

import time

import pytest

from rushes.store import account_health
from rushes.store.store import Store
from tests.store.rows import make_job


@pytest.fixture
def other(store, database):
    """The store as another host has it."""
    return Store(database)


async def test_an_account_that_is_taken_out_is_so_everywhere(store, other):
    assert await other.accounts.accounts() == []
    await store.accounts.take_out("fal", "credit", "pay " * 500, 60)
    [row] = await other.accounts.accounts()
    assert (row.account, row.problem, row.failures) == ("fal", "credit", 1)
    assert len(row.detail) == account_health.MAX_DETAIL
    assert 55 < row.out_until - time.time() <= 60
    await other.accounts.clear("fal")
    assert await store.accounts.accounts() == []


async def test_one_request_probes_an_account_once_its_time_is_over(store, other):
    await store.accounts.take_out("fal", "credential", "no", 60)
    assert not await store.accounts.probe("fal")
    await store.accounts.take_out("fal", "credential", "no", -1)
    assert [await each.accounts.probe("fal") for each in (store, other, store)] == [
        True,
        False,
        False,
    ]
    assert await store.accounts.probe("an account without problems")


async def test_failures_in_a_row_take_an_account_out_for_longer_each_time(store, other):
    outs = [await each.accounts.count_failure("fal", "reset", 3) for each in (store, other)]
    assert outs == [False, False]
    assert [row.problem for row in await store.accounts.accounts()] == [None]
    waits = []
    for _ in range(9):
        assert await store.accounts.count_failure("fal", "reset", 3)
        [row] = await other.accounts.accounts()
        waits.append(round(row.out_until - time.time(), -1))
    assert row.problem == "failing"
    assert waits == sorted(waits)
    assert waits[:3] == [30, 60, 120]
    assert waits[-1] == account_health.LONGEST_OUT


async def test_a_bad_credential_stays_the_problem_while_creates_fail(store):
    await store.accounts.take_out("fal", "credential", "no", 60)
    assert await store.accounts.count_failure("fal", "reset", 1)
    [row] = await store.accounts.accounts()
    assert row.problem == "credential"


async def test_later_attempts_weigh_more(store):
    job = make_job(provider="fal")
    for seconds in (10.0, 20.0):
        await store.accounts.measure(job, succeeded=True, seconds=seconds)
    await store.accounts.measure(job, succeeded=False, seconds=None)
    [row] = await store.accounts.measures()
    assert (row.account, row.model) == ("fal", job.model)
    assert row.seconds == pytest.approx(12.0)
    assert 2.8 < row.attempts < 3
    assert 1.8 < row.succeeded < 2
