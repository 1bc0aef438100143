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

from rushes.jobs import deadlines, lifecycle, output_download
from rushes.jobs.states import ENDED, OPEN, STATUS
from rushes.jobs.submit import NotCancellableError
from rushes.store.idempotency import KeyReusedError
from rushes.store.jobs import Filter
from tests.chaos.house import OWNER, House
from tests.chaos.round import MODES
from tests.chaos.scripted import COST, CREATE_FAULTS, POLL_FAULTS, ScriptedUpstream

ORDER = ["pending", "in_progress"]  # a public status never goes back
PROMPTS = st.sampled_from(["a lighthouse", "a harbour"])


class Rules(RuleBasedStateMachine):
    """What a client, an operator, an upstream and a killer may do, and what must hold then."""

    on_lost_response = "fail"
    jobs = Bundle("jobs")

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.folder = tempfile.TemporaryDirectory()
        self.upstream = ScriptedUpstream(self.on_lost_response)
        self.house = House(Path(self.folder.name), self.upstream)
        self.wanted: dict[str, str] = {}  # job: its prompt
        self.keys: dict[str, tuple[str, str]] = {}  # key: prompt and job
        self.doubted: dict[str, set[str]] = defaultdict(set)  # delivered, but that was not kept
        self.ended: dict[str, tuple[str, str | None, object]] = {}
        self.seen: dict[str, str] = {}
        self.deleted: set[str] = set()

    def do(self, coroutine):
        return self.runner.run(coroutine)

    def settle(self):
        self.do(self.house.quiet())

    @initialize()
    def begin(self):
        self.do(self.house.open())

    def teardown(self):
        if self.house.lives:
            self.do(self.house.close())
        self.runner.close()
        self.folder.cleanup()

    @rule(target=jobs, prompt=PROMPTS, lost=st.booleans())
    def submit_without_a_key(self, prompt, lost):
        """A lost answer makes no second job; two that were delivered are two jobs."""
        job, kept = self.do(self.house.submit(prompt, None, lost=lost))
        if job.id in self.doubted[prompt]:
            self.doubted[prompt].remove(job.id)
        else:
            assert job.id not in self.wanted
            self.wanted[job.id] = prompt
        if not kept:
            self.doubted[prompt].add(job.id)
        self.settle()
        return job.id

    @rule(target=jobs, prompt=PROMPTS, key=st.sampled_from(["k1", "k2"]), lost=st.booleans())
    def submit_with_a_key(self, prompt, key, lost):
        """A key is one job, and one request."""
        if key in self.keys and self.keys[key][0] != prompt:
            with pytest.raises(KeyReusedError):
                self.do(self.house.submit(prompt, key, lost=lost))
            return multiple()
        job, kept = self.do(self.house.submit(prompt, key, lost=lost))
        assert self.keys.setdefault(key, (prompt, job.id)) == (prompt, job.id)
        self.wanted[job.id] = prompt
        if not kept:
            self.doubted[prompt].add(job.id)
        self.settle()
        return job.id

    @rule(faults=st.lists(st.sampled_from(CREATE_FAULTS), min_size=1, max_size=3))
    def orders_will_fail(self, faults):
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
        self.upstream.stir()
        self.settle()

    @rule(job=jobs)
    def cancel(self, job):
        async def ask():
            return await self.house.jobs.cancel(await self.house.store.jobs.get(job))

        try:
            self.do(ask())
        except NotCancellableError:
            assert job in self.ended
        self.upstream.stir()
        self.settle()
        assert self.do(self.house.store.jobs.get(job)).state in ENDED

    @rule(job=jobs)
    def delete(self, job):
        async def ask():
            await self.house.jobs.delete(await self.house.store.jobs.get(job))

        self.deleted.add(job)
        self.do(ask())
        self.upstream.stir()
        self.settle()

    @rule(job=jobs)
    def time_runs_out(self, job):
        async def pass_by():
            jobs = self.house.store.jobs
            await jobs.update(job, where=OPEN, changes={"deadline": 1})
            await self.house.executor.wake(job)

        self.do(pass_by())
        for _ in range(2):  # it is asked once more: what is made by then is not given up
            self.upstream.stir()
            self.settle()
        assert self.do(self.house.store.jobs.get(job)).state in ENDED

    @rule()
    def restart(self):
        self.do(self.house.close())
        self.do(self.house.open())
        self.settle()

    @rule(instants=st.integers(0, 12))
    def a_kill_is_coming(self, instants):
        self.house.kill_after(instants)

    @precondition(lambda self: self.on_lost_response == "fail")
    @rule()
    def an_operator_finds_what_was_paid(self):
        async def attach():
            for job, order in await self.house.store.attempts.unknown():
                if self.upstream.charges[order.key]:
                    found = await self.house.store.attempts.attach(job.id, f"up-{order.key}")
                    if found is not None:
                        self.ended.pop(job.id, None)
                        self.seen.pop(job.id, None)
                        self.house.executor.start(found)

        self.house.spare()
        self.do(attach())
        self.settle()

    @invariant()
    def everything_holds(self):
        if self.house.lives:
            self.house.spare()
            self.do(self.check())

    async def check(self):
        store = self.house.store
        rows = {job.id: job for job in await store.jobs.in_states(ENDED | OPEN)}
        assert set(rows) == set(self.wanted)
        unknown = {job.id for job, _ in await store.attempts.unknown()}
        for id_, job in rows.items():
            charges = {
                k: n for k, n in self.upstream.charges.items() if k.startswith(f"{id_}-") and n
            }
            assert sum(charges.values()) <= 1, charges
            order = await store.attempts.submission(job)
            if charges:
                assert order is not None
                assert order.key in charges
                assert order.state in {"accepted", "ended", "unknown"}
                assert order.state != "unknown" or job.state in ENDED
            self.check_status(job)
            self.check_cost(job, order)
            if job.state == "completed":
                assert charges
                await self.check_video(job)
            if id_ in unknown:
                assert job.state in {"failed", "cancelled", "expired"}
            visible = await self.house.jobs.get(id_, OWNER)
            assert (visible is None) == (id_ in self.deleted)
        page = await self.house.jobs.page(Filter(owner=OWNER), 1000, None)
        assert {job.id for job in page.jobs} == set(rows) - self.deleted

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

    def check_cost(self, job, order):
        """What is made costs what its upstream says; what was never taken costs nothing."""
        if job.state == "completed":
            assert job.cost == COST
        elif job.state == "cancelled" and job.cancellation == "stopped":
            assert job.cost == 0
        elif order is None or order.state in {"intent", "refused", "absent"}:
            assert job.cost is None

    async def check_video(self, job):
        if job.removed_at is None:
            (output,) = job.outputs
            stored = self.house.outputs.path(output.name).read_bytes()
            assert stored == self.upstream.video(job.upstream_id)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("on_lost_response", MODES)
def test_the_rules_hold_whatever_happens_in_whatever_order(on_lost_response, monkeypatch):
    for module in (deadlines, output_download):
        monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    monkeypatch.setattr(lifecycle, "RETURN_GRACE", 0.0)
    machine = type(
        f"Rules of an {on_lost_response} upstream",
        (Rules,),
        {"on_lost_response": on_lost_response},
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
