"""The table of jobs, on both databases."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from rushes.store.job import Output
from rushes.store.jobs import glance_of
from rushes.store.pagination import BadCursorError, Filter
from rushes.store.store import Store
from rushes.store.transaction import StoreError
from tests.store.rows import CREATED, add, insert_job, jobs_in, make_job, warm

OUTPUTS = (Output("a.mp4", 3, "ff"),)
_owners = itertools.count(1)


async def forget(store, ended_before):
    """Forget what may be forgotten; return how many records that were."""
    places = await store.retention.forgettable(ended_before, 100)
    return await store.retention.forget([job_id for _, job_id in places], ended_before)


async def listed(store, wanted, limit=100):
    return [job.id for job in (await store.jobs.page(wanted, limit)).jobs]


def made_at(second, job_id, **values):
    return make_job(job_id, created_at=second, created_ns=second * 10**9 + 7, **values)


class TestRows:
    async def test_a_job_comes_back_as_it_was(self, store):
        job = make_job(
            prompt="Ein Meer, 海 🌊 ' \" % :name",
            seed=2**62,
            outputs=OUTPUTS,
            report={"scene": "ocean", "wind": 0.1},
            cost=Decimal("0.10"),
            progress=1 / 3,
            audio=False,
            callback_url="https://a.example/",
            callback="pending",
            session_id="s",
            user_id="u",
            epoch=3,
            answer="lost",
            deadline=CREATED + 60,
            accepted_at=CREATED + 0.123456,
            ended_at=CREATED + 1.654321,
            cancellation="not_started",
            delay_reason="none",
            removed_at=1,
            deleted_at=2,
        )
        await insert_job(store, job, '{"model":"m"}')
        assert await store.jobs.get(job.id) == job
        assert await store.jobs.body(job.id) == '{"model":"m"}'

    async def test_what_is_unknown_is_none_or_a_key_error(self, store):
        assert await store.jobs.get("nope") is None
        with pytest.raises(KeyError):
            await store.jobs.body("nope")

    async def test_an_id_is_given_once_and_the_first_job_stays(self, store):
        first = await add(store, "gen-vid-a")
        with pytest.raises(StoreError):
            await add(store, "gen-vid-a", prompt="Another")
        assert await store.jobs.get("gen-vid-a") == first

    async def test_a_caller_that_gives_up_does_not_undo_its_write(self, store, open_database):
        job = make_job()
        task = asyncio.create_task(insert_job(store, job, "{}"))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await store.close()  # finishes what was begun
        later = Store(await open_database())
        assert await later.jobs.get(job.id) == job
        await later.close()

    async def test_a_closed_store_says_so(self, store):
        await store.close()
        await store.close()
        with pytest.raises(StoreError):
            await insert_job(store, make_job(), "{}")
        with pytest.raises(StoreError):
            await store.jobs.get("a")


class TestUpdates:
    @pytest.mark.parametrize("state", ["queued", "running", "completed"])
    @pytest.mark.parametrize("epoch", [None, 2, 3])
    async def test_one_happens_only_from_the_given_states_and_epoch(self, store, state, epoch):
        job = await add(store, state=state, epoch=2)
        moved = await store.jobs.update(
            job.id, where={"queued", "running"}, changes={"state": "storing"}, epoch=epoch
        )
        allowed = state != "completed" and epoch in {None, 2}
        assert (moved is not None) == allowed
        assert (await store.jobs.get(job.id)).state == ("storing" if allowed else state)

    async def test_the_job_is_returned_as_it_is_then(self, store):
        job = await add(store)
        changes = {"outputs": OUTPUTS, "cost": Decimal("1.50"), "report": {"a": [1]}, "progress": 1}
        moved = await store.jobs.update(job.id, where={"queued"}, changes=changes)
        assert moved == await store.jobs.get(job.id)
        assert moved == replace(
            job,
            outputs=OUTPUTS,
            cost=Decimal("1.50"),
            report={"a": [1]},
            progress=1.0,
            updated_at=moved.updated_at,
        )
        assert moved.updated_at > CREATED

    async def test_an_unknown_job_or_no_state_is_not_changed(self, store):
        job = await add(store)
        assert await store.jobs.update("nope", where={"queued"}, changes={"error": "x"}) is None
        assert await store.jobs.update(job.id, where=set(), changes={"error": "x"}) is None

    async def test_of_many_contenders_for_one_transition_one_wins(self, store):
        await warm(store)
        job = await add(store)
        moves = [
            store.jobs.update(job.id, where={"queued"}, changes={"state": "running", "attempt": n})
            for n in range(50)
        ]
        won = [moved for moved in await asyncio.gather(*moves) if moved is not None]
        assert [await store.jobs.get(job.id)] == won

    async def test_taking_up_fences_the_last_runner(self, store):
        job = await add(store, state="running")
        first = await store.jobs.take(job.id, {"running"})
        second = await store.jobs.take(job.id, {"running"})
        assert (first.epoch, second.epoch) == (1, 2)
        update = {"where": {"running"}, "changes": {"progress": 0.5}}
        assert await store.jobs.update(job.id, **update, epoch=first.epoch) is None
        assert await store.jobs.update(job.id, **update, epoch=second.epoch) is not None

    async def test_each_of_many_takers_gets_an_epoch_of_its_own(self, store):
        await warm(store)
        job = await add(store)
        taken = await asyncio.gather(*(store.jobs.take(job.id, {"queued"}) for _ in range(20)))
        assert sorted(t.epoch for t in taken) == list(range(1, 21))

    async def test_an_ended_job_is_not_taken_up(self, store):
        job = await add(store, state="completed")
        assert await store.jobs.take(job.id, {"queued", "running"}) is None
        assert (await store.jobs.get(job.id)).epoch == 0


class TestLists:
    async def test_jobs_in_some_states_come_oldest_first_and_are_counted(self, store):
        ids = [(await add(store, state=s)).id for s in ("queued", "running", "completed", "queued")]
        found = await jobs_in(store, {"queued", "running"})
        assert [job.id for job in found] == [ids[0], ids[1], ids[3]]
        assert len(await jobs_in(store, {"queued", "completed"})) == 3
        assert await jobs_in(store, set()) == []

    async def test_open_jobs_whose_deadline_has_passed_are_found(self, store):
        late = await add(store, deadline=100)
        await add(store, deadline=101)
        await add(store)
        await add(store, state="running", deadline=99)
        await add(store, state="expired", deadline=99, ended_at=99.5)
        assert await store.retention.overdue({"queued"}, 100) == [late]

    @given(
        ages=st.lists(st.integers(0, 4), max_size=12),
        hidden=st.sets(st.integers(0, 11)),
        limit=st.integers(1, 13),
    )
    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    async def test_pages_show_every_job_once_newest_first(self, store, ages, hidden, limit):
        owner = f"owner-{next(_owners)}"
        jobs = [
            make_job(owner=owner, created_ns=age, deleted_at=1 if n in hidden else None)
            for n, age in enumerate(ages)
        ]
        for job in jobs:
            await insert_job(store, job, "{}")
        seen, cursor = [], None
        while True:
            page = await store.jobs.page(Filter(owner=owner), limit, cursor)
            assert len(page.jobs) == limit or page.cursor is None
            seen += page.jobs
            if (cursor := page.cursor) is None:
                break
        shown = [job for job in jobs if job.deleted_at is None]
        assert seen == sorted(shown, key=lambda job: (job.created_ns, job.id), reverse=True)

    async def test_a_job_that_comes_between_two_pages_moves_nothing(self, store):
        old = [(await add(store)).id for _ in range(4)]
        first = await store.jobs.page(Filter(), 2)
        await add(store)
        second = await store.jobs.page(Filter(), 2, first.cursor)
        assert [job.id for job in first.jobs + second.jobs] == old[::-1]

    @pytest.mark.parametrize(
        "cursor", ["", "x", "1", "1-", "-a", "1-a'", f"{2**63}-a", "9" * 20 + "-a", "1-a\n"]
    )
    async def test_a_cursor_that_is_none_of_ours_is_an_error(self, store, cursor):
        with pytest.raises(BadCursorError):
            await store.jobs.page(Filter(), 5, cursor)

    @pytest.mark.parametrize(
        ("wanted", "expected"),
        [
            (Filter(), "cba"),
            (Filter(owner="alice"), "ba"),
            (Filter(states={"queued", "failed"}), "ca"),
            (Filter(states=set()), ""),
            (Filter(model="m/b"), "b"),
            (Filter(created_after=10), "cb"),
            (Filter(created_before=30), "ba"),
            (Filter(created_after=10, created_before=30), "b"),
            (Filter(session_id="s"), "b"),
            (Filter(user_id="u"), "c"),
            (Filter(key="k"), "cb"),
            (Filter(owner="alice", key="k"), "b"),
            (Filter(owner="alice", states={"running"}, model="m/b", session_id="s"), "b"),
            (Filter(owner="alice", user_id="u"), ""),
        ],
    )
    async def test_each_filter_shows_what_it_names(self, store, wanted, expected):
        b = {"state": "running", "model": "m/b", "session_id": "s"}
        c = {"state": "failed", "ended_at": 31, "owner": "bob", "user_id": "u", "model": "m/c"}
        await insert_job(store, made_at(10, "a"), "{}")
        await store.idempotency.admit(made_at(20, "b", **b), "{}", key="k")
        await store.idempotency.admit(made_at(30, "c", **c), "{}", key="k")
        assert "".join(await listed(store, wanted)) == expected

    @given(data=st.data())
    @settings(
        max_examples=30,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    async def test_any_filters_together_show_what_a_look_at_every_job_would(self, store, data):
        prefix = f"owner-{next(_owners)}-"  # jobs of other examples are in the table as well
        jobs = [random_job(data.draw, prefix) for _ in range(data.draw(st.integers(0, 12)))]
        for job in jobs:
            await insert_job(store, job, "{}")
        wanted = Filter(
            owner=data.draw(st.sampled_from([f"{prefix}a", f"{prefix}b"])),
            states=data.draw(st.none() | st.sets(st.sampled_from(sorted(STATES)))),
            model=data.draw(st.sampled_from([None, "m/a", "m/b"])),
            session_id=data.draw(st.sampled_from([None, None, "s"])),
            user_id=data.draw(st.sampled_from([None, None, "u"])),
            created_after=data.draw(st.sampled_from([None, 2])),
            created_before=data.draw(st.sampled_from([None, 4])),
        )
        seen, cursor = [], None
        while True:
            page = await store.jobs.page(wanted, 2, cursor)
            seen += [job.id for job in page.jobs]
            if (cursor := page.cursor) is None:
                break
        shown = [job for job in jobs if is_wanted(job, wanted)]
        shown.sort(key=lambda job: (job.created_ns, job.id), reverse=True)
        assert seen == [job.id for job in shown]

    async def test_a_list_of_everybodys_jobs_is_narrowed_too(self, store):
        for owner, session in (("a", "s"), ("b", "t"), ("c", "s")):
            await add(store, f"gen-vid-{owner}", owner=owner, session_id=session)
        assert await listed(store, Filter(session_id="s")) == ["gen-vid-c", "gen-vid-a"]
        assert await listed(store, Filter(states={"queued"}), 2) == ["gen-vid-c", "gen-vid-b"]


STATES = {"queued": None, "running": None, "completed": 9.0, "failed": 9.0, "expired": 9.0}


def random_job(draw, prefix):
    state = draw(st.sampled_from(sorted(STATES)))
    second = draw(st.integers(1, 5))
    return make_job(
        state=state,
        ended_at=STATES[state],
        outputs=OUTPUTS if state == "completed" else (),
        owner=f"{prefix}{draw(st.sampled_from('ab'))}",
        model=draw(st.sampled_from(["m/a", "m/b"])),
        session_id=draw(st.sampled_from([None, "s"])),
        user_id=draw(st.sampled_from([None, "u"])),
        deleted_at=draw(st.sampled_from([None, None, None, 3])),
        created_at=second,
        created_ns=second * 10**9 + draw(st.integers(0, 1)),
    )


def is_wanted(job, wanted):
    return (
        job.deleted_at is None
        and job.owner == wanted.owner
        and (wanted.states is None or job.state in wanted.states)
        and wanted.model in {None, job.model}
        and wanted.session_id in {None, job.session_id}
        and wanted.user_id in {None, job.user_id}
        and (wanted.created_after is None or job.created_at > wanted.created_after)
        and (wanted.created_before is None or job.created_at < wanted.created_before)
    )


class TestRetention:
    async def test_outputs_go_when_they_are_old_or_deleted_and_still_there(self, store):
        done = {"state": "completed", "outputs": OUTPUTS}
        old = await add(store, **done, ended_at=10)
        deleted = await add(store, **done, ended_at=30, deleted_at=31)
        await add(store, **done, ended_at=30)
        await add(store, **done, ended_at=10, removed_at=11)
        await add(store, state="failed", ended_at=10)
        await add(store, state="running")
        assert [job.id for job in await store.retention.stored(20, 10)] == [old.id]
        assert [job.id for job in await store.retention.deleted(10)] == [deleted.id]

    async def test_what_is_due_is_walked_through_in_parts(self, store):
        done = {"state": "completed", "outputs": OUTPUTS}
        jobs = [await add(store, **done, ended_at=1.5, deleted_at=2) for _ in range(5)]
        walks = [
            (partial(store.retention.stored, 9.0), lambda job: (job.ended_at, job.id)),
            (store.retention.deleted, lambda job: (job.deleted_at, job.id)),
        ]
        for look, place in walks:
            seen = await look(2)
            while part := await look(2, place(seen[-1])):
                seen += part
            assert seen == sorted(jobs, key=lambda job: job.id)

    async def test_old_records_are_forgotten_with_all_that_hangs_on_them(self, store):
        failed = make_job(state="failed", ended_at=10)
        await store.idempotency.admit(failed, "{}", key="k")
        removed = await add(store, state="completed", outputs=OUTPUTS, removed_at=12, ended_at=10)
        kept = [
            await add(store, state="completed", outputs=OUTPUTS, ended_at=10),
            await add(store, state="failed", ended_at=10, callback="pending"),
            await add(store, state="failed", ended_at=30),
            await add(store, state="queued"),
        ]
        assert await forget(store, 20) == 1, "a key is known for its own time"
        await store.idempotency.forget_keys(2**40)
        assert await forget(store, 20) == 1
        assert await forget(store, 20) == 0
        assert set(await listed(store, Filter())) == {job.id for job in kept}
        for job in (failed, removed):
            with pytest.raises(KeyError):
                await store.jobs.body(job.id)
        again = await store.idempotency.admit(make_job(), "{}", key="k")
        assert not again.replayed

    @pytest.mark.parametrize(
        ("state", "stays"),
        [("unknown", 1), ("sending", 1), ("accepted", 1), ("ended", 0), ("refused", 0)],
    )
    async def test_what_may_have_been_paid_is_never_forgotten(self, store, state, stays):
        job = await store.attempts.intend(await add(store), 1)
        await store.attempts.send(job)
        if state == "unknown":
            await store.attempts.mark_unknown(job, "no answer")
        elif state == "refused":
            await store.attempts.mark_refused(job, "no")
        elif state in {"accepted", "ended"}:
            job = await store.attempts.accept(job, "up-1")
        if state == "ended":
            await store.attempts.mark_ended(job)
        ended = {"state": "failed", "ended_at": 10.0}
        await store.jobs.update(job.id, where={"submitting", "running"}, changes=ended)
        assert await forget(store, 20) == 1 - stays
        assert len(await listed(store, Filter())) == stays


@pytest.mark.parametrize("count", [1, 2, 70, 300])
async def test_one_look_at_many_jobs_shows_which_have_changed(store, count):
    jobs = [make_job() for _ in range(count)]
    for job in jobs:
        await insert_job(store, job, "{}")
    ids = [job.id for job in jobs]
    seen = await store.jobs.glances([*ids, "unknown"])
    assert seen == {job.id: glance_of(job) for job in jobs}
    changed = await store.jobs.update(ids[-1], where=["queued"], changes={"progress": 0.5})
    later = await store.jobs.glances(ids)
    assert {name for name in ids if later[name] != seen[name]} == {ids[-1]}
    assert later[ids[-1]] == glance_of(changed)
