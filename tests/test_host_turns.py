"""Turns at hosts: never more than the limits, never fewer than they allow, none lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

from hypothesis import given, settings, strategies as st

from rushes.host_turns import HostTurns

TOTAL, PER_HOST, PER_OWNER = 4, 2, 3

PLACES = st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz"))
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("enter"), PLACES),
        st.tuples(st.just("leave"), st.integers(0, 99)),
        st.tuples(st.just("cancel"), st.integers(0, 99)),
    ),
    max_size=60,
)


@dataclass
class Delivery:
    place: tuple[str, str]
    go: asyncio.Event = field(default_factory=asyncio.Event)
    inside: bool = False

    async def run(self, turns):
        async with turns.turn(*self.place):
            self.inside = True
            try:
                await self.go.wait()
            finally:
                self.inside = False


def counts(running):
    hosts, owners = Counter(d.place[0] for d in running), Counter(d.place[1] for d in running)
    return len(running), hosts, owners


async def settle():
    for _ in range(3):
        await asyncio.sleep(0)


@given(STEPS)
@settings(max_examples=200, deadline=None)
async def test_turns_keep_every_limit_and_leave_none_unused(steps):
    turns = HostTurns(TOTAL, PER_HOST, PER_OWNER)
    tasks: dict[asyncio.Task[None], Delivery] = {}

    def check():
        running = [d for task, d in tasks.items() if d.inside and not task.done()]
        total, hosts, owners = counts(running)
        assert total <= TOTAL
        assert max(hosts.values(), default=0) <= PER_HOST
        assert max(owners.values(), default=0) <= PER_OWNER
        for task, delivery in tasks.items():
            if task.done() or delivery.inside:
                continue
            host, owner = delivery.place
            full = total == TOTAL, hosts[host] == PER_HOST, owners[owner] == PER_OWNER
            assert any(full), f"{delivery.place} waits though it has room"

    for action, value in steps:
        if action == "enter":
            delivery = Delivery(value)
            tasks[asyncio.create_task(delivery.run(turns))] = delivery
        elif open_tasks := [task for task in tasks if not task.done()]:
            task = open_tasks[value % len(open_tasks)]
            if action == "leave":
                tasks[task].go.set()
            else:
                task.cancel()
        await settle()
        check()
    for delivery in tasks.values():
        delivery.go.set()
    await asyncio.gather(*tasks, return_exceptions=True)
    assert all(turns.waiting(host, owner) == 0 for host in "abcdef" for owner in "xyz")
    async with asyncio.TaskGroup() as group:  # every turn was given back
        for host in "ab":
            group.create_task(Delivery((host, host), _set()).run(turns))


async def test_those_that_wait_for_a_host_or_an_owner_are_counted():
    turns = HostTurns(total=8, per_host=2, per_owner=3)
    deliveries = [Delivery((f"h{n % 2}", f"o{n}")) for n in range(6)]
    deliveries += [Delivery((f"g{n}", "o")) for n in range(5)]
    tasks = [asyncio.create_task(delivery.run(turns)) for delivery in deliveries]
    await settle()
    assert [turns.waiting(host, "none") for host in ("h0", "h1", "g0")] == [1, 1, 0]
    assert [turns.waiting("none", owner) for owner in ("o", "o0")] == [2, 0]
    for delivery in deliveries:
        delivery.go.set()
    await asyncio.gather(*tasks)


def _set():
    event = asyncio.Event()
    event.set()
    return event
