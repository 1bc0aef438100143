"""When the next request may go out, on both databases. Intervals are so long that no test waits."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.store.rows import warm

HOUR = 3600.0


def about(hours):
    return pytest.approx(hours * HOUR, abs=HOUR / 2)


async def test_the_first_request_goes_out_at_once(store):
    assert await store.rate_limit.turn("c", HOUR) < 1


async def test_concurrent_requests_are_an_interval_apart(store):
    await warm(store)
    waits = await asyncio.gather(*(store.rate_limit.turn("c", HOUR, 20) for _ in range(20)))
    assert sorted(waits) == [about(n) for n in range(20)]


async def test_credentials_do_not_wait_for_each_other(store):
    await store.rate_limit.turn("c", HOUR)
    assert await store.rate_limit.turn("d", HOUR) < 1


async def test_without_an_interval_only_a_pause_is_waited_for(store):
    assert await store.rate_limit.turn("c", 0) == 0
    await store.rate_limit.hold("c", 200)
    assert 100 < await store.rate_limit.turn("c", 0) <= 200
    assert 100 < await store.rate_limit.turn("c", 0) <= 200


async def test_a_shorter_pause_does_not_end_a_longer_one(store):
    await store.rate_limit.hold("c", 200)
    await store.rate_limit.hold("c", 1)
    assert 100 < await store.rate_limit.turn("c", HOUR) <= 200
    assert HOUR + 100 < await store.rate_limit.turn("c", HOUR) <= HOUR + 200


async def test_no_upstream_can_ask_for_a_pause_without_end(store):
    await store.rate_limit.hold("c", 1e9)
    assert await store.rate_limit.turn("c", 0) <= 300


@pytest.mark.parametrize("interval", [0, 10.0])
async def test_a_turn_that_only_a_wrong_clock_can_have_given_is_not_waited_for(
    store, monkeypatch, interval
):
    now = time.time
    with monkeypatch.context() as patched:
        patched.setattr(time, "time", lambda: now() + 10 * 86_400)
        await store.rate_limit.hold("c", 60)
    assert await store.rate_limit.turn("c", interval) == pytest.approx(0, abs=1)
    assert await store.rate_limit.turn("c", interval) == pytest.approx(interval, abs=1)
