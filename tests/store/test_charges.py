"""What jobs cost, summed on both databases."""

from __future__ import annotations

from decimal import Decimal

from tests.store.rows import insert_job, make_job


async def test_costs_are_summed_by_owner_and_time(store):
    assert await store.charges.since([0, 100], "a") == [0.0, 0.0]
    for number, (owner, cost, at) in enumerate(
        [("a", "0.1", 50), ("a", "0.2", 100), ("a", None, 150), ("b", "1.005", 100)]
    ):
        job = make_job(
            f"gen-vid-{number}",
            owner=owner,
            cost=None if cost is None else Decimal(cost),
            created_ns=at * 10**9,
            state="completed",
        )
        await insert_job(store, job, "{}")
    assert await store.charges.since([0, 51, 100, 101], "a") == [0.3, 0.2, 0.2, 0.0]
    assert await store.charges.since([0], "b") == [1.005]
    assert await store.charges.since([0]) == [1.305]
    assert await store.charges.since([0], "nobody") == [0.0]
