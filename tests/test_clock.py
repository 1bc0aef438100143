"""Virtual time: what waits by the clock wakes when the clock is advanced."""

from __future__ import annotations

import asyncio
import time

import pytest

from rushes import clock
from rushes.clock import VirtualTime

DAY = 86_400


@pytest.fixture
def virtual(monkeypatch):
    own = VirtualTime()
    own.users = 1
    monkeypatch.setattr(clock, "_virtual", own)
    return own


async def woken(*tasks):
    done, _ = await asyncio.wait(tasks, timeout=5)
    return done


async def started(*work):
    tasks = [asyncio.create_task(one) for one in work]
    await asyncio.sleep(0)
    return tasks


async def test_what_is_due_wakes_and_the_rest_waits_on(virtual):
    soon, late = await started(clock.sleep(60), clock.sleep(2 * DAY))
    assert soon in virtual.waiting()
    assert virtual.advance(DAY) == {soon}
    assert await woken(soon) == {soon}
    assert not late.done()
    assert late in virtual.waiting()
    assert virtual.advance(2 * DAY) == {late}
    assert await woken(late) == {late}


async def test_a_timeout_raises_when_it_is_due(virtual):
    async def limited():
        async with clock.timeout(60):
            await asyncio.Event().wait()

    [task] = await started(limited())
    virtual.advance(61)
    with pytest.raises(TimeoutError):
        await task


async def test_what_waits_while_the_time_goes_back_waits_as_long_as_before(virtual):
    virtual.advance(DAY)
    [task] = await started(clock.sleep(60))
    virtual.advance(-DAY)
    assert task in virtual.waiting()
    assert virtual.advance(50) == set()
    assert virtual.advance(11) == {task}
    await woken(task)


async def test_the_waits_of_a_child_may_count_as_its_parents(virtual):
    async def parent():
        with clock.claiming_waits():
            child = asyncio.create_task(clock.sleep(60))
        await child

    [task] = await started(parent())
    await asyncio.sleep(0)
    assert task in virtual.waiting()
    assert virtual.advance(61) == {task}
    await woken(task)


async def test_without_a_kit_it_is_the_systems_time(monkeypatch):
    monkeypatch.setattr(clock, "_virtual", VirtualTime())
    assert clock.unix_time() == pytest.approx(time.time(), abs=5)
    assert clock.monotonic() == pytest.approx(time.monotonic(), abs=5)
    [task] = await started(clock.sleep(60))
    assert task not in clock.virtual_time().waiting()
    task.cancel()
    with pytest.raises(TimeoutError):
        async with clock.timeout(0):
            await asyncio.Event().wait()


async def test_a_loop_that_was_closed_is_no_obstacle(virtual):
    def elsewhere():
        async def left():
            asyncio.create_task(clock.sleep(DAY))  # noqa: RUF006 - ends with its loop
            await asyncio.sleep(0)

        asyncio.run(left())

    await asyncio.to_thread(elsewhere)
    assert virtual.advance(2 * DAY) == set()


async def test_advances_of_several_threads_all_count(virtual):
    def to_and_fro():
        for _ in range(2000):
            virtual.advance(1)
            virtual.advance(-1)

    await asyncio.gather(*(asyncio.to_thread(to_and_fro) for _ in range(4)))
    assert virtual.ahead == 0
