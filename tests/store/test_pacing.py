"""When the next order may go out, on both databases. Intervals are so long that no test waits."""

from __future__ import annotations

import asyncio

import pytest

from tests.store.rows import warm

HOUR = 3600.0


def about(hours):
    return pytest.approx(hours * HOUR, abs=HOUR / 2)


async def test_the_first_order_goes_out_at_once(store):
    assert await store.pacing.turn("c", HOUR) < 1


async def test_concurrent_orders_are_an_interval_apart(store):
    await warm(store)
    waits = await asyncio.gather(*(store.pacing.turn("c", HOUR) for _ in range(20)))
    assert sorted(waits) == [about(n) for n in range(20)]


async def test_credentials_do_not_wait_for_each_other(store):
    await store.pacing.turn("c", HOUR)
    assert await store.pacing.turn("d", HOUR) < 1


async def test_without_an_interval_only_a_pause_is_waited_for(store):
    assert await store.pacing.turn("c", 0) == 0
    await store.pacing.hold("c", 2 * HOUR)
    assert await store.pacing.turn("c", 0) == about(2)
    assert await store.pacing.turn("c", 0) == about(2)


async def test_a_shorter_pause_does_not_end_a_longer_one(store):
    await store.pacing.hold("c", 3 * HOUR)
    await store.pacing.hold("c", HOUR)
    assert await store.pacing.turn("c", HOUR) == about(3)
    assert await store.pacing.turn("c", HOUR) == about(4)
