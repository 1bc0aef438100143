"""Attempts at providers, on both databases: what is allowed when, and to whom."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace

import pytest

from rushes.store.attempts import UNCOUNTED, Attempts, SharedIdError
from rushes.store.jobs import insertion
from rushes.store.store import Store
from tests.store.rows import add, jobs_in, make_job, warm

# How a submission gets into each state, and what each step makes of each of them.
WAYS = {
    "intent": (),
    "sending": ("send",),
    "unknown": ("send", "mark_unknown"),
    "absent": ("send", "mark_absent"),
    "refused": ("send", "mark_refused"),
    "accepted": ("send", "accept"),
}
STEPS = {
    "send": ({"intent"}, "sending"),
    "resend": ({"intent", "sending", "unknown"}, "sending"),
    "withdraw": ({"sending"}, "intent"),
    "mark_unknown": ({"sending"}, "unknown"),
    "mark_absent": ({"sending", "unknown"}, "absent"),
    "mark_refused": ({"sending"}, "refused"),
    # An id is never turned away: whatever was known of the attempt, it was accepted.
    "accept": ({"intent", "sending", "unknown", "absent", "refused"}, "accepted"),
}
WORDS = {
    "withdraw": ("held up",),
    "mark_unknown": ("reset",),
    "mark_refused": ("no",),
    "accept": ("up-1",),
}


async def take_step(store, step, job):
    return await getattr(store.attempts, step)(job, *WORDS.get(step, ()))


async def bring(store, state, **values):
    """Return a job whose first attempt has the state `state`."""
    job = await store.attempts.intend(await add(store, **values), 1)
    for step in WAYS[state]:
        assert await take_step(store, step, job)
    return await store.jobs.get(job.id)


class TestSteps:
    @pytest.mark.parametrize("state", WAYS)
    @pytest.mark.parametrize("step", STEPS)
    async def test_each_step_is_taken_only_from_the_states_that_allow_it(self, store, state, step):
        job = await bring(store, state)
        sources, target = STEPS[step]
        before = await store.attempts.current(job)
        assert before.state == state
        assert bool(await take_step(store, step, job)) == (state in sources)
        after = await store.attempts.current(job)
        if state in sources:
            assert after.state == target
        else:
            assert after == before

    @pytest.mark.parametrize("step", [*STEPS, "renew"])
    async def test_an_overtaken_runner_takes_no_step(self, store, step):
        state = "intent" if step in {"send", "renew"} else "sending"
        mine = await bring(store, state)
        theirs = await store.jobs.take(mine.id, {"submitting"})
        before = await store.attempts.current(mine)
        assert not await take_step(store, step, mine)
        assert await store.attempts.current(mine) == before
        assert await store.jobs.get(mine.id) == theirs
        assert await take_step(store, step, theirs)

    @pytest.mark.parametrize("step", [*STEPS, "renew"])
    async def test_no_step_is_taken_for_a_job_that_has_ended(self, store, step):
        job = await bring(store, "intent" if step == "send" else "sending")
        ended = await store.jobs.update(
            job.id, where={"submitting"}, changes={"state": "cancelled", "ended_at": 9.0}
        )
        assert not await take_step(store, step, job)
        assert await store.jobs.get(job.id) == ended

    @pytest.mark.parametrize(("step", "state"), [("send", "intent"), ("resend", "unknown")])
    async def test_a_job_that_is_to_be_cancelled_is_not_sent_but_looked_for(
        self, store, step, state
    ):
        job = await bring(store, state)
        await store.jobs.update(job.id, where={"submitting"}, changes={"cancellation": "requested"})
        assert await take_step(store, step, job) == (step == "resend")

    async def test_of_concurrent_sends_one_may_go(self, store):
        await warm(store)
        job = await bring(store, "intent")
        assert sum(await asyncio.gather(*(store.attempts.send(job) for _ in range(20)))) == 1

    async def test_what_was_said_is_kept(self, store):
        job = await bring(store, "unknown")
        submission = await store.attempts.current(job)
        assert submission.key == f"{job.id}-1"
        assert submission.detail == "reset"
        assert submission.sent_at >= submission.intent_at > 0


class TestIntents:
    async def test_an_intent_makes_the_job_submitting(self, store):
        job = await add(store, state="running", upstream_id="up-1", progress=0.5, attempt=1)
        intended = await store.attempts.intend(job, 2)
        assert intended == await store.jobs.get(job.id)
        assert (intended.state, intended.attempt) == ("submitting", 2)
        assert (intended.upstream_id, intended.progress) == (None, 0.0)
        assert (await store.attempts.current(intended)).state == "intent"

    async def test_one_overtaken_intends_nothing(self, store):
        mine = await add(store)
        theirs = await store.jobs.take(mine.id, {"queued"})
        assert await store.attempts.intend(mine, 1) is None
        assert await store.jobs.get(mine.id) == theirs
        assert await store.attempts.current(replace(mine, attempt=1)) is None

    async def test_an_ended_job_is_not_intended(self, store):
        assert await store.attempts.intend(await add(store, state="cancelled"), 1) is None

    async def test_the_same_intent_once_more_does_not_hide_what_was_sent(self, store):
        job = await bring(store, "sending")
        assert await store.attempts.intend(job, 1) is not None
        assert (await store.attempts.current(job)).state == "sending"

    async def test_a_renewed_attempt_starts_afresh(self, store):
        job = await bring(store, "accepted")
        renewed = await store.attempts.renew(job)
        assert (renewed.state, renewed.attempt, renewed.upstream_id) == ("submitting", 1, None)
        submission = await store.attempts.current(renewed)
        assert (submission.state, submission.upstream_id, submission.sent_at) == (
            "intent",
            None,
            None,
        )

    @pytest.mark.parametrize("limit", [1, 5])
    async def test_the_limit_in_flight_holds_for_concurrent_intents(self, store, limit):
        await warm(store)
        jobs = [await add(store) for _ in range(20)]
        intended = await asyncio.gather(*(store.attempts.intend(job, 1, limit) for job in jobs))
        states = sorted(job.state for job in intended)
        assert states == ["queued"] * (20 - limit) + ["submitting"] * limit
        assert len(await jobs_in(store, {"submitting"})) == limit

    async def test_the_limit_counts_what_is_in_flight_at_its_provider(self, store):
        for state in ("submitting", "running", "storing"):
            await add(store, state=state, attempt=1)
        await add(store, state="completed", attempt=1, ended_at=9.0)
        await add(store)
        await add(store, state="running", attempt=1, provider="other")
        waiting = await add(store)
        assert (await store.attempts.intend(waiting, 1, 3)) == waiting
        assert (await store.attempts.intend(waiting, 1, 4)).state == "submitting"

    async def test_a_large_limit_holds_when_it_is_reached(self, store, database):
        def rows(count):
            for _ in range(count):
                yield from insertion(make_job(state="running", attempt=1), "{}")

        limit = UNCOUNTED + 100
        assert (await store.attempts.intend(await add(store), 1, limit)).state == "submitting"
        await database.write(rows(limit - 2))
        later = Store(database)  # one that has not counted yet
        last, beyond = await add(store), await add(store)
        assert (await later.attempts.intend(last, 1, limit)).state == "submitting"
        assert await later.attempts.intend(beyond, 1, limit) == beyond

    async def test_a_job_in_flight_is_not_held_back_by_the_limit(self, store):
        job = await bring(store, "refused")
        assert (await store.attempts.intend(job, 2, 1)).attempt == 2


class TestAcceptance:
    async def test_an_accepted_job_is_running_under_its_upstream_id(self, store):
        job = await bring(store, "sending", delay_reason="slow")
        accepted = await store.attempts.accept(job, "up-1")
        assert accepted == await store.jobs.get(job.id)
        assert (accepted.state, accepted.upstream_id) == ("running", "up-1")
        assert accepted.accepted_at > 0
        assert accepted.delay_reason is None
        assert (await store.attempts.current(accepted)).upstream_id == "up-1"

    async def test_a_late_id_is_kept_once_until_its_fate_is_known(self, store):
        job = await bring(store, "sending")
        orphan, _ = await store.attempts.keep_orphan(job, "up-1")
        await store.attempts.keep_orphan(job, "up-1")
        await store.attempts.keep_orphan(await bring(store, "sending"), "up-1")
        assert await store.attempts.open_orphans(job) == [orphan]
        assert (orphan.job_id, orphan.attempt, orphan.fate) == (job.id, 1, "open")
        await store.attempts.settle_orphan(orphan, "stopped")
        assert await store.attempts.open_orphans(job) == []


class TestUnknown:
    async def end(self, store, job, state="failed"):
        changes = {"state": state, "ended_at": 9.0, "error": "lost", "deadline": 5}
        return await store.jobs.update(job.id, where={"submitting"}, changes=changes)

    async def test_what_ended_without_an_answer_is_shown_oldest_first(self, store):
        jobs = [await self.end(store, await bring(store, "unknown")) for _ in range(2)]
        await bring(store, "unknown")
        await self.end(store, await bring(store, "refused"))
        shown = await store.attempts.unresolved()
        assert [job for job, _ in shown] == jobs
        assert [s for _, s in shown] == [await store.attempts.current(job) for job in jobs]

    @pytest.mark.parametrize("state", ["failed", "cancelled", "expired"])
    async def test_an_id_found_by_hand_makes_the_job_running(self, database, state):
        taken_along = []

        def enqueue(job):
            taken_along.append(job)
            yield from ()

        store = Store(database)
        job = await self.end(store, await bring(store, "unknown"), state)
        attached = await Attempts(database, enqueue).attach(job.id, "up-9")
        assert attached == await store.jobs.get(job.id)
        assert (attached.state, attached.upstream_id) == ("running", "up-9")
        assert (attached.ended_at, attached.error) == (None, None)
        assert attached.deadline > time.time() + 3600
        assert taken_along == [attached]
        assert await store.attempts.unresolved() == []
        assert await store.attempts.attach(job.id, "up-10") is None

    @pytest.mark.parametrize("state", ["failed", "expired"])
    async def test_what_was_accepted_and_given_up_is_shown_too(self, store, state):
        job = await store.attempts.accept(await bring(store, "sending"), "up-9")
        changes = {"state": state, "ended_at": 9.0}
        await store.jobs.update(job.id, where={"running"}, changes=changes)
        ((shown, submission),) = await store.attempts.unresolved()
        assert (shown.id, submission.state, submission.upstream_id) == (job.id, "accepted", "up-9")
        assert await store.attempts.dismiss(job.id)
        assert await store.attempts.unresolved() == []
        assert not await store.attempts.dismiss(job.id)

    async def test_what_the_upstream_ended_itself_is_not(self, store):
        job = await store.attempts.accept(await bring(store, "sending"), "up-9")
        await store.attempts.mark_ended(job)
        changes = {"state": "failed", "ended_at": 9.0}
        await store.jobs.update(job.id, where={"running"}, changes=changes)
        assert await store.attempts.unresolved() == []

    async def test_a_mistyped_id_can_be_corrected_and_is_kept(self, store):
        job = await self.end(store, await bring(store, "unknown"))
        assert await store.attempts.attach(job.id, "up-typo") is not None
        changes = {"state": "failed", "ended_at": 9.0}
        await store.jobs.update(job.id, where={"running"}, changes=changes)
        assert [shown.id for shown, _ in await store.attempts.unresolved()] == [job.id]
        attached = await store.attempts.attach(job.id, "up-right")
        assert (attached.state, attached.upstream_id) == ("running", "up-right")
        (kept,) = await store.attempts.all_orphans(job.id)
        assert (kept.upstream_id, kept.fate) == ("up-typo", "replaced")
        assert await store.attempts.open_orphans(job) == []

    async def test_a_dismissed_attempt_can_still_be_attached(self, store):
        job = await self.end(store, await bring(store, "unknown"))
        assert await store.attempts.dismiss(job.id)
        assert await store.attempts.attach(job.id, "up-9") is not None

    async def test_an_open_job_is_not_dismissed(self, store):
        job = await bring(store, "unknown")
        assert not await store.attempts.dismiss(job.id)
        assert await store.attempts.has_unknown(job)

    @pytest.mark.parametrize("state", ["intent", "absent", "refused"])
    async def test_nothing_is_attached_where_the_outcome_is_known(self, store, state):
        job = await self.end(store, await bring(store, state))
        assert await store.attempts.attach(job.id, "up-9") is None
        assert await store.jobs.get(job.id) == job

    async def test_nothing_is_attached_to_a_job_that_goes_on(self, store):
        job = await bring(store, "unknown")
        assert await store.attempts.attach(job.id, "up-9") is None
        assert (await store.attempts.current(job)).state == "unknown"

    async def test_an_id_of_another_job_is_not_attached(self, store):
        other = await store.attempts.accept(await bring(store, "sending"), "up-9")
        job = await self.end(store, await bring(store, "unknown"))
        with pytest.raises(SharedIdError):
            await store.attempts.attach(job.id, "up-9")
        assert (await store.jobs.get(other.id)).upstream_id == "up-9"
        assert (await store.jobs.get(job.id)).state == job.state

    async def test_of_two_jobs_given_one_id_at_once_one_has_it(self, store):
        await warm(store)
        jobs = [await bring(store, "sending") for _ in range(10)]
        shown = await asyncio.gather(
            *(store.attempts.accept(job, "up-9") for job in jobs), return_exceptions=True
        )
        assert sum(isinstance(t, SharedIdError) for t in shown) == 9

    async def test_of_two_ids_attached_at_once_one_is_taken(self, store):
        await warm(store)
        job = await self.end(store, await bring(store, "unknown"))
        attached = await asyncio.gather(
            *(store.attempts.attach(job.id, f"up-{n}") for n in range(9))
        )
        won = [a for a in attached if a is not None]
        assert won == [await store.jobs.get(job.id)]
