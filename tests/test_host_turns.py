"""Turns at hosts: never more than the limits, never fewer than they allow, none lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, strategies as st

from rushes.host_turns import HostTurns

TOTAL, PER_HOST, PER_OWNER = 6, 2, 3

PLACES = st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz"))
STEPS = st.lists(
    st.one_of(st.tuples(st.just("take"), PLACES), st.tuples(st.just("release"), st.integers(0, 99)))
)


@given(STEPS)
def test_turns_keep_every_limit_and_leave_none_unused(steps):
    turns, taken = HostTurns(TOTAL, PER_HOST, PER_OWNER), []
    for action, value in steps:
        if action == "take":
            hosts = Counter(host for host, _ in taken)
            owners = Counter(owner for _, owner in taken)
            host, owner = value
            free = TOTAL - len(taken), PER_HOST - hosts[host], PER_OWNER - owners[owner]
            count = turns.take(host, owner)
            assert count == min(free)
            taken += [value] * count
        elif taken:
            turns.release(*taken.pop(value % len(taken)))
        assert turns.room == TOTAL - len(taken)
    for host, owner in taken:
        turns.release(host, owner)
    assert turns.room == TOTAL
    assert turns.take("a", "x") == PER_HOST
    assert turns.take("b", "x") == PER_OWNER - PER_HOST


@given(st.lists(PLACES, max_size=20), st.tuples(*[st.integers(1, 8)] * 3))
def test_other_limits_hold_from_now_on(places, limits):
    turns, taken = HostTurns(TOTAL, PER_HOST, PER_OWNER), Counter()
    for host, owner in places:
        taken[host, owner] += turns.take(host, owner)
    turns.limit(*limits)
    total, per_host, per_owner = limits
    assert turns.room == max(total - taken.total(), 0)
    for host, owner in places:
        at_host = sum(n for (name, _), n in taken.items() if name == host)
        for_owner = sum(n for (_, name), n in taken.items() if name == owner)
        free = total - taken.total(), per_host - at_host, per_owner - for_owner
        count = turns.take(host, owner)
        assert count == max(min(free), 0)
        taken[host, owner] += count


OWNERS = [f"owner {number}" for number in range(40)]


@given(st.integers(1, 64), st.lists(st.sampled_from(OWNERS), max_size=40))
def test_without_a_share_an_owner_leaves_as_many_as_it_takes(total, owners):
    turns, taken = HostTurns(total, total), Counter()
    for number, owner in enumerate(owners):
        room = turns.room
        count = turns.take(f"host {number}", owner)
        taken[owner] += count
        assert count == 0 or taken[owner] <= turns.room + 1
        assert bool(count) == (taken[owner] - count < room)


def test_several_turns_are_given_back_at_once():
    turns = HostTurns(TOTAL, PER_HOST, PER_OWNER)
    turns.release("a", "x", turns.take("a", "x"))
    assert turns.room == TOTAL
