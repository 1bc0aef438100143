"""How many jobs a request makes, on both databases."""

from __future__ import annotations

import asyncio
import time

import pytest

from rushes.store.idempotency import (
    BeingAnsweredError,
    DuplicatePolicy,
    KeyReusedError,
    OwnerCapacityError,
)
from rushes.store.pagination import Filter
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from tests.store.rows import CREATED, make_job, warm


async def count(store):
    return len((await store.jobs.page(Filter(), 1000)).jobs)


async def lost(store, number):
    """Return jobs whose answers were lost, oldest first."""
    jobs = []
    for _ in range(number):
        here = DuplicatePolicy(answered={job.id for job in jobs})
        jobs.append((await store.idempotency.admit(make_job(), "{}", duplicates=here)).job)
    await store.idempotency.lose_pending(CREATED + 1)
    return jobs


class TestKeys:
    async def test_the_same_key_and_body_is_the_same_job(self, store):
        first = await store.idempotency.admit(make_job(), "{}", key="k")
        again = await store.idempotency.admit(make_job(), "{}", key="k")
        assert (first.replayed, again.replayed) == (False, True)
        assert again.job == first.job
        assert await count(store) == 1

    async def test_a_replay_returns_the_job_as_it_is_by_then(self, store):
        first = await store.idempotency.admit(make_job(), "{}", key="k")
        await store.jobs.update(first.job.id, where={"queued"}, changes={"state": "running"})
        again = await store.idempotency.admit(make_job(), "{}", key="k")
        assert again.job.state == "running"

    async def test_the_same_key_with_another_body_is_refused(self, store):
        await store.idempotency.admit(make_job(), "{}", key="k")
        with pytest.raises(KeyReusedError):
            await store.idempotency.admit(make_job(fingerprint="g"), "{}", key="k")
        assert await count(store) == 1

    async def test_a_key_is_its_owners(self, store):
        await store.idempotency.admit(make_job(), "{}", key="k")
        other = await store.idempotency.admit(make_job(owner="bob", fingerprint="g"), "{}", key="k")
        assert not other.replayed

    async def test_twenty_concurrent_duplicates_are_one_job(self, store):
        await warm(store)
        duplicates = [store.idempotency.admit(make_job(), "{}", key="k") for _ in range(20)]
        admitted = await asyncio.gather(*duplicates)
        assert len({a.job.id for a in admitted}) == 1
        assert [a.replayed for a in admitted].count(False) == 1
        assert await count(store) == 1

    async def test_of_concurrent_requests_with_one_key_one_body_wins(self, store):
        await warm(store)
        outcomes = await asyncio.gather(
            *(
                store.idempotency.admit(make_job(fingerprint=f"f{n % 2}"), "{}", key="k")
                for n in range(20)
            ),
            return_exceptions=True,
        )
        assert sum(isinstance(o, KeyReusedError) for o in outcomes) == 10
        assert len({o.job.id for o in outcomes if not isinstance(o, KeyReusedError)}) == 1

    async def test_a_key_is_forgotten_when_it_is_old(self, store):
        first = await store.idempotency.admit(make_job(), "{}", key="k")
        await store.idempotency.forget_keys(CREATED)
        assert (await store.idempotency.admit(make_job(), "{}", key="k")).replayed
        await store.idempotency.forget_keys(CREATED + 1)
        later = await store.idempotency.admit(make_job(), "{}", key="k")
        assert not later.replayed
        assert await store.jobs.get(first.job.id) is not None

    async def test_with_a_key_a_lost_duplicate_is_not_looked_for(self, store):
        first = await store.idempotency.admit(make_job(), "{}")
        await store.idempotency.answered(first.job.id, "lost")
        assert not (await store.idempotency.admit(make_job(), "{}", key="k")).replayed


class TestLostDuplicates:
    async def test_a_lost_answer_makes_the_next_duplicate_the_same_job(self, store):
        first = await store.idempotency.admit(make_job(), "{}")
        await store.idempotency.answered(first.job.id, "lost")
        again = await store.idempotency.admit(make_job(), "{}")
        assert (again.replayed, again.job.id) == (True, first.job.id)
        assert again.job.answer == "pending"
        await store.idempotency.answered(first.job.id, "delivered")
        assert not (await store.idempotency.admit(make_job(), "{}")).replayed

    @pytest.mark.parametrize("answer", ["pending", "delivered"])
    async def test_two_deliberate_requests_are_two_jobs(self, store, answer):
        first = await store.idempotency.admit(make_job(), "{}")
        if answer == "delivered":
            await store.idempotency.answered(first.job.id, answer)
        here = DuplicatePolicy(answered={first.job.id} if answer == "pending" else ())
        assert not (await store.idempotency.admit(make_job(), "{}", duplicates=here)).replayed
        assert await count(store) == 2

    async def test_what_another_process_is_answering_is_waited_for(self, store):
        first = (await store.idempotency.admit(make_job(), "{}")).job
        with pytest.raises(BeingAnsweredError):
            await store.idempotency.admit(make_job(), "{}")
        assert await count(store) == 1
        await store.idempotency.answered(first.id, "delivered")
        assert not (await store.idempotency.admit(make_job(), "{}")).replayed

    async def test_an_answer_that_is_pending_for_long_is_lost(self, store):
        first = (await store.idempotency.admit(make_job(), "{}")).job
        late = DuplicatePolicy(pending_before=first.created_ns / 1e9 + 1)
        again = await store.idempotency.admit(make_job(), "{}", duplicates=late)
        assert (again.replayed, again.job.id) == (True, first.id)

    async def test_a_key_does_not_wait_for_others(self, store):
        await store.idempotency.admit(make_job(), "{}")
        assert not (await store.idempotency.admit(make_job(), "{}", key="k")).replayed

    @pytest.mark.parametrize(
        ("change", "since"),
        [({"owner": "bob"}, 0), ({"fingerprint": "g"}, 0), ({}, CREATED + 1)],
    )
    async def test_another_request_is_no_duplicate(self, store, change, since):
        first = await store.idempotency.admit(make_job(), "{}")
        await store.idempotency.answered(first.job.id, "lost")
        other = await store.idempotency.admit(
            make_job(**change), "{}", duplicates=DuplicatePolicy(since)
        )
        assert not other.replayed

    async def test_a_deleted_job_is_no_duplicate(self, store):
        first = await store.idempotency.admit(make_job(), "{}")
        await store.idempotency.answered(first.job.id, "lost")
        await store.jobs.update(first.job.id, where={"queued"}, changes={"deleted_at": 1})
        assert not (await store.idempotency.admit(make_job(), "{}")).replayed

    async def test_the_oldest_is_taken_first(self, store):
        jobs = await lost(store, 3)
        for job in jobs:
            assert (await store.idempotency.admit(make_job(), "{}")).job.id == job.id
            await store.idempotency.answered(job.id, "delivered")

    async def test_each_is_taken_once_by_concurrent_claimers(self, store):
        await warm(store)
        made = {job.id for job in await lost(store, 3)}
        claims = await asyncio.gather(
            *(store.idempotency.admit(make_job(), "{}") for _ in range(9)), return_exceptions=True
        )
        waiting = [claim for claim in claims if isinstance(claim, BeingAnsweredError)]
        taken = [claim.job.id for claim in claims if claim not in waiting]
        assert (len(taken), set(taken), len(waiting)) == (3, made, 6)
        assert await count(store) == 3

    async def test_only_pending_answers_from_before_are_lost(self, store):
        delivered = (await store.idempotency.admit(make_job(), "{}")).job
        await store.idempotency.answered(delivered.id, "delivered")
        pending = (await store.idempotency.admit(make_job(), "{}")).job
        await store.idempotency.lose_pending(CREATED)
        assert (await store.jobs.get(pending.id)).answer == "pending"
        await store.idempotency.lose_pending(CREATED + 1)
        assert (await store.jobs.get(pending.id)).answer == "lost"
        assert (await store.jobs.get(delivered.id)).answer == "delivered"

    async def test_an_answer_is_recorded_once(self, store):
        job = (await store.idempotency.admit(make_job(), "{}")).job
        await store.idempotency.answered(job.id, "delivered")
        await store.idempotency.answered(job.id, "lost")
        assert (await store.jobs.get(job.id)).answer == "delivered"


class TestWhatGoesAlong:
    async def test_it_is_committed_with_each_new_job(self, database):
        def enqueue(job):
            yield (
                "INSERT INTO rate_limit (credential, next_at) VALUES (:id, :soon)",
                {"id": job.id, "soon": time.time() + 100},
            )

        store = Store(database, on_insert=enqueue)
        first = (await store.idempotency.admit(make_job(), "{}", key="k")).job
        replay = make_job()
        await store.idempotency.admit(replay, "{}", key="k")
        assert await store.rate_limit.turn(first.id, 0) > 0
        assert await store.rate_limit.turn(replay.id, 0) == 0

    async def test_one_answer_that_arrived_is_enough(self, database):
        store = Store(database)
        job = make_job(fingerprint="f")
        await store.idempotency.admit(job, "{}", key="k")
        await store.idempotency.answered(job.id, "lost")
        await store.idempotency.answered(job.id, "delivered")
        await store.idempotency.answered(job.id, "lost")
        assert not (await store.idempotency.admit(make_job(fingerprint="f"), "{}")).replayed

    async def test_a_job_whose_entry_fails_is_not_there(self, database):
        def enqueue(job):
            yield "INSERT INTO no_such_table VALUES (:id)", {"id": job.id}

        store = Store(database, on_insert=enqueue)
        with pytest.raises(StoreError):
            await store.idempotency.admit(make_job(), "{}", key="k")
        assert await count(store) == 0
        plain = Store(database)
        assert not (await plain.idempotency.admit(make_job(), "{}", key="k")).replayed


class TestShares:
    async def test_an_owner_has_as_many_open_jobs_as_allowed(self, store):
        for request in ("one", "two"):
            await store.idempotency.admit(make_job(fingerprint=request), "{}", owner_limit=2)
        with pytest.raises(OwnerCapacityError):
            await store.idempotency.admit(make_job(fingerprint="three"), "{}", owner_limit=2)
        await store.idempotency.admit(make_job(owner="another"), "{}", owner_limit=2)

    async def test_ended_jobs_do_not_count(self, store):
        ended = make_job(state="completed", ended_at=CREATED + 1.0, fingerprint="one")
        await store.idempotency.admit(ended, "{}", owner_limit=1)
        await store.idempotency.admit(make_job(fingerprint="two"), "{}", owner_limit=1)

    async def test_a_retry_is_answered_also_by_an_owner_with_no_more_jobs(self, store):
        first = await store.idempotency.admit(make_job(), "{}", key="k", owner_limit=1)
        again = await store.idempotency.admit(make_job(), "{}", key="k", owner_limit=1)
        assert again.job.id == first.job.id
