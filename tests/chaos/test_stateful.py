"""Submits, polls, cancels, deletes, kills and faults in any order, against the rules."""

from __future__ import annotations

import asyncio
import tempfile
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rushes import backoff
from rushes.jobs import lifecycle
from rushes.jobs.commands import NotCancellableError
from rushes.jobs.states import ENDED, OPEN, STATUS
from rushes.store.idempotency import KeyReusedError
from rushes.store.pagination import Filter
from tests.chaos.round import MODES
from tests.chaos.scripted_provider import COST, CREATE_FAULTS, POLL_FAULTS, ScriptedProvider
from tests.chaos.simulated_service import OWNER, SimulatedService
from tests.store.ledger_books import books, problems_of
from tests.store.rows import jobs_in

ORDER = ["pending", "in_progress"]  # a public status never goes back
PROMPTS = st.sampled_from(["a lighthouse", "a harbour"])


class Rules(RuleBasedStateMachine):
    """What a client, an operator, an upstream and a killer may do, and what must hold then."""

    on_lost_response = "fail"
    accounts: tuple[str, ...] = ()
    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.upstream = ScriptedProvider(self.on_lost_response)
        self.service = SimulatedService(Path(self.folder.name), self.upstream, self.accounts)
        self.wanted: dict[str, str] = {}  # job: its prompt
        self.keys: dict[str, tuple[str, str]] = {}  # key: prompt and job
        self.unrecorded: dict[str, set[str]] = defaultdict(set)  # delivered, but not recorded
        self.ended: dict[str, tuple[str, str | None, object]] = {}
        self.seen: dict[str, str] = {}
        self.deleted: set[str] = set()

    def do(self, coroutine):
        return self.runner.run(coroutine)

    def settle(self):
        self.do(self.service.until_idle())

    @initialize()
    def begin(self):
        self.do(self.service.start())

    def teardown(self):
        if self.service.starts:
            self.do(self.service.stop())
        self.runner.close()
        self.folder.cleanup()

    @rule(target=jobs, prompt=PROMPTS, lost=st.booleans())
    def submit_without_a_key(self, prompt, lost):
        """A lost response makes no second job; two that were delivered are two jobs."""
        job, kept = self.do(self.service.submit(prompt, None, lost=lost))
        if job.id in self.unrecorded[prompt]:
            self.unrecorded[prompt].remove(job.id)
        else:
            assert job.id not in self.wanted
            self.wanted[job.id] = prompt
        if not kept:
            self.unrecorded[prompt].add(job.id)
        self.settle()
        return job.id

    @rule(target=jobs, prompt=PROMPTS, key=st.sampled_from(["k1", "k2"]), lost=st.booleans())
    def submit_with_a_key(self, prompt, key, lost):
        """A key is one job, and one request."""
        if key in self.keys and self.keys[key][0] != prompt:
            with pytest.raises(KeyReusedError):
                self.do(self.service.submit(prompt, key, lost=lost))
            return multiple()
        job, kept = self.do(self.service.submit(prompt, key, lost=lost))
        assert self.keys.setdefault(key, (prompt, job.id)) == (prompt, job.id)
        self.wanted[job.id] = prompt
        if not kept:
            self.unrecorded[prompt].add(job.id)
        self.settle()
        return job.id

    @rule(faults=st.lists(st.sampled_from(CREATE_FAULTS), min_size=1, max_size=3))
    def creates_will_fail(self, faults):
        self.upstream.creates.extend(faults)

    @rule(fault=st.sampled_from(POLL_FAULTS), broken=st.integers(0, 2))
    def reads_will_fail(self, fault, broken):
        self.upstream.polls.append(fault)
        self.upstream.downloads.extend(["broken"] * broken)

    @rule(job=jobs, fails=st.booleans())
    def upstream_finishes(self, job, fails):
        ids = {f"up-{key}" for key in self.upstream.charges if key.startswith(f"{job}-")}
        ids -= self.upstream.done | self.upstream.failing | self.upstream.cancelled
        (self.upstream.failing if fails else self.upstream.done).update(ids)
        self.upstream.wake()
        self.settle()

    @rule(job=jobs)
    def cancel(self, job):
        async def ask():
            return await self.service.cancel(job)

        try:
            self.do(ask())
        except NotCancellableError:
            assert job in self.ended
        self.upstream.wake()
        self.settle()
        assert self.do(self.service.store.jobs.get(job)).state in ENDED

    @rule(job=jobs)
    def delete(self, job):
        async def ask():
            await self.service.delete(job)

        self.deleted.add(job)
        self.do(ask())
        self.upstream.wake()
        self.settle()

    @rule(job=jobs)
    def time_runs_out(self, job):
        async def pass_by():
            jobs = self.service.store.jobs
            await jobs.update(job, where=OPEN, changes={"deadline": 1})
            await self.service.executor.wake(job)

        self.do(pass_by())
        for _ in range(2):  # it is asked once more: what is made by then is not given up
            self.upstream.wake()
            self.settle()
        found = self.do(self.service.store.jobs.get(job))
        # Another account may have got it, and time for it.
        assert found.state in ENDED or (self.accounts and found.attempt > 1)

    @rule()
    def restart(self):
        self.do(self.service.stop())
        self.do(self.service.start())
        self.settle()

    @rule(instants=st.integers(0, 12))
    def a_kill_is_coming(self, instants):
        self.service.kill_after(instants)

    @precondition(lambda self: self.on_lost_response == "fail")
    @rule()
    def an_operator_finds_what_was_paid(self):
        async def attach():
            for job, attempt in await self.service.store.attempts.unresolved():
                if self.upstream.charges[attempt.key]:
                    found = await self.service.store.attempts.attach(job.id, f"up-{attempt.key}")
                    if found is not None:
                        self.ended.pop(job.id, None)
                        self.seen.pop(job.id, None)
                        self.service.executor.start(found)
                else:
                    await self.service.store.attempts.dismiss(job.id)

        self.service.cancel_kill()
        self.do(attach())
        self.settle()

    @invariant()
    def everything_holds(self):
        if self.service.starts:
            self.service.cancel_kill()
            self.do(self.check())

    async def check(self):
        store = self.service.store
        rows = {job.id: job for job in await jobs_in(store, ENDED | OPEN)}
        assert set(rows) == set(self.wanted)
        unknown = {job.id for job, _ in await store.attempts.unresolved()}
        for id_, job in rows.items():
            charges = {
                k: n for k, n in self.upstream.charges.items() if k.startswith(f"{id_}-") and n
            }
            attempt = await store.attempts.current(job)
            self.check_charges(charges)
            if charges and not self.accounts:
                assert attempt is not None
                assert attempt.key in charges
            for paid in await store.attempts.of(id_):
                if paid.key in charges:
                    assert paid.state in {"accepted", "ended", "unknown"}
                    assert paid.state != "unknown" or job.state in ENDED
            self.check_status(job)
            self.check_cost(job, attempt)
            if job.state == "completed":
                assert charges
                await self.check_video(job)
            if id_ in unknown:
                assert job.state in {"failed", "cancelled", "expired"}
            assert (job.deleted_at is not None) == (id_ in self.deleted)
        assert list(problems_of(**await books(store.database))) == []
        page = await self.service.store.jobs.page(Filter(owner=OWNER), 1000, None)
        assert {job.id for job in page.jobs} == set(rows) - self.deleted

    def check_charges(self, charges):
        """Nothing is paid for twice, but where the first is over and the operator allows it."""
        over = self.upstream.failing | self.upstream.cancelled
        ended = {key for key in charges if self.accounts and f"up-{key}" in over}
        assert all(count == 1 for count in charges.values()), charges
        assert len(charges.keys() - ended) <= 1, charges

    def check_status(self, job):
        """A public status is legal, never goes back, and an end is for good."""
        status = STATUS[job.state]
        if status in ORDER and job.id in self.seen:
            assert ORDER.index(status) >= ORDER.index(self.seen[job.id])
        if job.state in ENDED:
            end = (job.state, job.error, job.cost)
            assert self.ended.setdefault(job.id, end) == end
        else:
            assert job.id not in self.ended
            self.seen[job.id] = status

    def check_cost(self, job, attempt):
        """What is made costs what its upstream says; what was never taken costs nothing."""
        if job.state == "completed":
            assert job.cost == COST
        elif job.state == "cancelled" and job.cancellation == "stopped":
            assert job.cost == 0
        elif attempt is None or attempt.state in {"intent", "refused", "absent"}:
            assert job.cost in ({None, 0} if self.accounts else {None})

    async def check_video(self, job):
        if job.removed_at is None:
            (output,) = job.outputs
            stored = self.service.outputs.path(output.name).read_bytes()
            assert stored == self.upstream.video(job.upstream_id)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("on_lost_response", "accounts"),
    [*((mode, ()) for mode in MODES), ("fail", ("openrouter/first", "openrouter/second"))],
)
def test_the_rules_hold_whatever_happens_in_whatever_order(on_lost_response, accounts, monkeypatch):
    monkeypatch.setattr(backoff, "FIRST", 0.001)
    monkeypatch.setattr(lifecycle, "RETURN_GRACE", 0.0)
    machine = type(
        f"Rules of an {on_lost_response} upstream",
        (Rules,),
        {"on_lost_response": on_lost_response, "accounts": accounts},
    )
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=40,
            stateful_step_count=30,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        ),
    )
