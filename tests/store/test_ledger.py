"""The ledger: what jobs reserve and cost, on both databases, whatever becomes of them."""

from __future__ import annotations

import asyncio
import itertools
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

from rushes.clock import unix_time
from rushes.store.attempts import SharedIdError
from rushes.store.budget import EVERYONE, Budget, OverBudgetError
from rushes.store.job import Output
from rushes.store.money import nano, usd
from rushes.store.postgres import PostgresDatabase
from rushes.store.store import Store
from tests.store.ledger_books import books, problems_of
from tests.store.rows import CREATED, make_job, warm

QUOTE = Decimal("3.20")
OUTPUT = Output("a.mp4", 3, "f" * 64)
ENDED_AT = 1.0
FAILED = {"state": "failed", "ended_at": ENDED_AT, "error": "x"}


def today():
    # Not a constant: a run may go past midnight.
    return int(unix_time()) // 86_400 * 86_400


async def check(store):
    assert list(problems_of(**await books(store.database))) == []


async def kinds(store):
    return [row["kind"] for row in (await books(store.database))["ledger"]]


async def admit(store, job_id=None, *, budgets=(), **values):
    values = {"created_at": today(), "answer": "delivered", **values}
    job = make_job(job_id, **values)
    return (await store.idempotency.admit(job, "{}", budgets=budgets)).job


async def sent(store, job, attempt=1):
    """Bring a job's attempt to where its response is awaited."""
    job = await store.attempts.intend(job, attempt)
    assert await store.attempts.send(job)
    return job


async def accepted(store, job, attempt=1):
    job = await sent(store, job, attempt)
    return await store.attempts.accept(job, f"up-{job.id}-{attempt}")


async def spent(store, scope="alice"):
    found = (await store.ledger.spent(scope))["total"]
    return usd(found.charged), usd(found.reserved)


async def test_a_completed_job_costs_what_its_provider_says(store):
    job = await admit(store)
    assert await spent(store) == (0, QUOTE)
    job = await accepted(store, job)
    made = await store.attempts.mark_made(job, Decimal("2.5"), {"cost": Decimal("2.5")})
    assert await spent(store) == await spent(store, EVERYONE) == (Decimal("2.5"), 0)
    changes = {"state": "completed", "ended_at": ENDED_AT, "outputs": (OUTPUT,)}
    await store.jobs.update(made.id, where={"storing"}, changes=changes)
    assert await kinds(store) == ["reserve", "charge"]
    found = await store.ledger.spent("alice")
    assert {usd(period.charged) for period in found.values()} == {Decimal("2.5")}
    await check(store)


async def test_a_refused_job_costs_nothing_and_a_failed_one_what_its_provider_charges(store):
    refused, failed = await admit(store), await admit(store)
    refused = await sent(store, refused)
    await store.attempts.mark_refused(refused, "no")
    await store.jobs.update(refused.id, where={"submitting"}, changes=FAILED)
    failed = await accepted(store, failed)
    await store.attempts.mark_ended(failed, "moderated", Decimal("0.7"))
    changes = {**FAILED, "cost": Decimal("0.7")}
    await store.jobs.update(failed.id, where={"running"}, changes=changes)
    assert await spent(store) == (Decimal("0.7"), 0)
    await check(store)


@pytest.mark.parametrize("state", ["failed", "expired", "cancelled"])
async def test_what_may_have_been_charged_is_held_until_a_person_dismisses_it(store, state):
    unknown, given_up = await admit(store), await admit(store)
    unknown = await sent(store, unknown)
    await store.attempts.mark_unknown(unknown, "lost")
    given_up = await accepted(store, given_up)
    for job in (unknown, given_up):
        where = {"submitting", "running"}
        await store.jobs.update(job.id, where=where, changes={**FAILED, "state": state})
    assert await spent(store) == (0, 2 * QUOTE)
    assert len(await store.attempts.unresolved()) == 2
    before = await store.retention.forgettable(1e10, 10)
    assert before == [], "their records are kept"
    for job in (unknown, given_up):
        assert await store.attempts.dismiss(job.id)
    assert await spent(store) == (0, 0)
    assert await store.attempts.unresolved() == []
    await check(store)


@pytest.mark.parametrize("before", [None, Decimal(3)])
async def test_what_a_person_says_was_charged_is_what_a_dismissed_job_costs(store, before):
    """Also if its attempt was taken to cost something else, and beside what others have cost."""
    job = await accepted(store, await admit(store))
    await store.attempts.mark_ended(job, "failed", Decimal("0.5"))
    job = await accepted(store, job, 2)
    if before is not None:
        await store.attempts.mark_charged(job, before)
    changes = {**FAILED, "cost": Decimal("0.5") + (before or 0)}
    await store.jobs.update(job.id, where={"running"}, changes=changes)
    assert await store.attempts.dismiss(job.id, "who", Decimal("0.4"))
    assert await spent(store) == await spent(store, EVERYONE) == (Decimal("0.9"), 0)
    assert (await store.jobs.get(job.id)).cost == Decimal("0.9")
    (action,) = await store.job_actions.of(job.id)
    assert (action.actor, action.action, action.detail) == ("who", "dismiss", "charged $0.40")
    assert not await store.attempts.dismiss(job.id, "who", Decimal(5))
    await check(store)


@pytest.mark.parametrize("scope", ["alice", EVERYONE])
async def test_a_resubmission_needs_room_in_the_budgets_unless_they_are_not_asked(store, scope):
    job = await sent(store, await admit(store))
    await store.attempts.mark_unknown(job, "lost")
    await store.jobs.update(job.id, where={"submitting"}, changes=FAILED)
    seen = await store.jobs.get(job.id)
    await admit(store, "gen-vid-other", fingerprint="other")
    assert await spent(store) == (0, 2 * QUOTE)
    small = [Budget(scope, "total", 2 * QUOTE - Decimal("0.01"))]  # it was lowered meanwhile
    with pytest.raises(OverBudgetError, match=r"\$3.19 is left"):
        await store.attempts.resubmit(seen, 9, None, "who", small)
    assert await store.jobs.get(job.id) == seen
    assert await store.job_actions.of(job.id) == []
    assert await spent(store) == (0, 2 * QUOTE)
    enough = [Budget(scope, "total", 2 * QUOTE)]
    resubmitted = await store.attempts.resubmit(seen, 9, None, "who", enough)
    assert resubmitted.state == "queued"
    assert await spent(store) == (0, 2 * QUOTE), "what was unresolved is dismissed"
    await store.jobs.update(job.id, where={"queued"}, changes={**FAILED, "state": "cancelled"})
    assert await spent(store) == (0, QUOTE)
    seen = await store.jobs.get(job.id)
    assert (await store.attempts.resubmit(seen, 9, None, "who", None)).state == "queued"
    assert "whatever" in (await store.job_actions.of(job.id))[-1].detail
    await check(store)


class KilledError(Exception):
    """The process died before it had committed."""


def cut(transaction, statements):
    """Run a transaction up to so many statements."""
    rows = None
    try:
        while True:
            statement = transaction.send(rows)
            if not statements:
                raise KilledError
            statements -= 1
            rows = yield statement
    except StopIteration as end:
        return end.value


@pytest.mark.parametrize("what", ["dismiss", "resubmit", "attach"])
async def test_a_person_whose_command_is_killed_has_done_nothing_or_all(store, what, monkeypatch):
    """The transaction is cut off before each of its statements in turn, and at last is not."""
    job = await sent(store, await admit(store))
    await store.attempts.mark_unknown(job, "lost")
    await store.jobs.update(job.id, where={"submitting"}, changes=FAILED)
    seen = await store.jobs.get(job.id)
    write = store.database.write

    def act(attempts):
        if what == "dismiss":
            return attempts.dismiss(job.id, "who", Decimal("0.4"))
        if what == "attach":
            return attempts.attach(job.id, "up-found", "who")
        return attempts.resubmit(seen, 9, None, "who", [Budget("alice", "total", Decimal(4))])

    for statements in itertools.count(1):

        def stopping(transaction, left=statements, **options):
            return write(cut(transaction, left), **options)

        with monkeypatch.context() as patched:
            patched.setattr(store.database, "write", stopping)
            try:
                assert await act(store.attempts)
                break
            except KilledError:
                pass
        assert await store.jobs.get(job.id) == seen
        assert await store.job_actions.of(job.id) == []
        assert await spent(store) == (0, QUOTE)
        await check(store)
    assert statements > 5
    costs = {"dismiss": (Decimal("0.4"), 0), "resubmit": (0, QUOTE), "attach": (0, QUOTE)}
    assert await spent(store) == costs[what]
    assert [a.action for a in await store.job_actions.of(job.id)] == [what]
    await check(store)


@pytest.mark.parametrize("cost", [None, Decimal("0.7")])
async def test_what_counted_as_absent_and_was_accepted_is_held_until_it_is_over(store, cost):
    first = await sent(store, await admit(store))
    await store.attempts.mark_absent(first)
    second = await accepted(store, first, 2)
    assert await spent(store) == (0, QUOTE)
    orphan, revived = await store.attempts.keep_orphan(first, "up-late")
    assert revived
    assert (await store.attempts.keep_orphan(first, "up-late"))[1] is False
    assert await spent(store) == (0, 2 * QUOTE)
    await check(store)
    await store.attempts.settle_orphan(orphan, "stopped", cost)
    assert await spent(store) == (cost or 0, QUOTE)
    await store.attempts.mark_made(second, Decimal(1), {"cost": Decimal(1)})
    assert await spent(store) == (1 + (cost or 0), 0)
    await check(store)


async def test_an_attached_job_costs_what_is_found_out(store):
    job = await sent(store, await admit(store))
    await store.attempts.mark_unknown(job, "lost")
    await store.jobs.update(job.id, where={"submitting"}, changes=FAILED)
    job = await store.attempts.attach(job.id, "up-found")
    assert await spent(store) == (0, QUOTE)
    await store.attempts.mark_made(job, Decimal(3), {"cost": Decimal(3)})
    assert await spent(store) == (3, 0)
    await check(store)


async def test_a_cost_that_is_corrected_is_refunded(store):
    job = await accepted(store, await admit(store))
    await store.attempts.mark_charged(job, Decimal(3))
    await store.attempts.mark_charged(job, Decimal(1))
    assert await spent(store) == (1, QUOTE)
    changes = {**FAILED, "cost": Decimal(1)}
    await store.jobs.update(job.id, where={"running"}, changes=changes)
    assert await kinds(store) == ["reserve", "charge", "refund", "release"]
    assert await spent(store) == (1, 0)
    await check(store)


async def test_fail_over_reserves_more_within_the_budget_or_does_not_happen(store):
    budgets = [Budget("alice", "monthly", Decimal(5))]
    job = await accepted(store, await admit(store, budgets=budgets))
    await store.attempts.mark_ended(job, "failed", Decimal(1))
    changes = {"provider": "other", "upstream_model": "", "cost": Decimal(1)}
    dearer = {**changes, "quote": Decimal("4.01")}
    with pytest.raises(OverBudgetError):
        await store.attempts.reroute(job, dearer, "failed", budgets)
    current = await store.jobs.get(job.id)
    assert (current.state, current.provider) == ("running", "rushes")
    await check(store)
    job = await store.attempts.reroute(job, {**changes, "quote": Decimal(4)}, "failed", budgets)
    assert await spent(store) == (1, 4)
    usage = await store.ledger.usage(["provider"], 0, 10**6)
    assert [(u.provider, u.usd, usd(u.spent.reserved)) for u in usage] == [
        ("other", 0.0, 4),
        ("rushes", 1.0, 0),
    ]
    await check(store)


async def test_a_job_that_no_budget_has_room_for_leaves_nothing(store):
    budgets = [Budget("alice", "daily", Decimal(4)), Budget(EVERYONE, "monthly", Decimal(7))]
    await admit(store, "gen-vid-a", budgets=budgets)
    with pytest.raises(OverBudgetError, match=r"\$4.00 a day, \$0.80 is left") as caught:
        await admit(store, "gen-vid-b", budgets=budgets)
    assert caught.value.is_for_now
    assert (await store.jobs.get("gen-vid-b")) is None
    others = [Budget("bob", "total", Decimal(100)), budgets[1]]
    await admit(store, "gen-vid-c", owner="bob", budgets=others)
    with pytest.raises(OverBudgetError, match=r"the service's limit, \$7.00 a month"):
        await admit(store, "gen-vid-d", owner="bob", budgets=others)
    await admit(store, "gen-vid-e", owner="bob", budgets=others, quote=Decimal(0))
    await admit(store, "gen-vid-f", owner="bob", quote=Decimal("0.6"), budgets=others)
    await check(store)


async def test_budgets_of_a_period_count_its_days_alone(store):
    await admit(store, created_at=today() - 86_400)
    await admit(store, budgets=[Budget("alice", "daily", Decimal(4))])
    with pytest.raises(OverBudgetError):
        await admit(store, budgets=[Budget("alice", "total", Decimal(9))])


async def test_a_key_that_comes_again_reserves_nothing_though_nothing_is_left(store):
    budgets = [Budget("alice", "total", QUOTE)]
    for number in range(3):
        job = make_job(f"gen-vid-{number}", created_at=today())
        admission = await store.idempotency.admit(job, "{}", key="k", budgets=budgets)
        assert (admission.job.id, admission.replayed) == ("gen-vid-0", number > 0)
    assert await spent(store) == (0, QUOTE)


async def test_what_was_spent_outlives_jobs(store):
    job = await accepted(store, await admit(store))
    made = await store.attempts.mark_made(job, QUOTE, {"cost": QUOTE})
    await store.jobs.update(made.id, where={"storing"}, changes={**FAILED, "removed_at": 1})
    assert await store.retention.forget([job.id], 0.0) == 0
    done = {"state": "completed", "ended_at": ENDED_AT, "removed_at": 1}
    await store.jobs.update(made.id, where={"failed"}, changes=done)
    assert await store.retention.forget([job.id], 1e10) == 1
    assert await store.jobs.get(job.id) is None
    assert await spent(store) == (QUOTE, 0)
    assert [u.requests for u in await store.ledger.usage(["day"], 0, 10**6, "alice")] == [1]


@pytest.mark.parametrize("scope", ["alice", EVERYONE])
async def test_concurrent_submits_never_pass_a_budget_together(open_database, scope):
    """Each process has its own connections, as several API processes have."""
    stores = [Store(await open_database())]
    if isinstance(stores[0].database, PostgresDatabase):
        stores += [Store(await open_database()) for _ in range(2)]
    for store in stores:
        await warm(store)
    budgets = [Budget(scope, "daily", 7 * QUOTE + 1)]
    which = itertools.cycle(stores)
    owners = itertools.cycle(["alice"] if scope == "alice" else ["alice", "bob", "carol"])
    outcomes = await asyncio.gather(
        *(
            admit(next(which), fingerprint=f"f{n}", owner=next(owners), budgets=budgets)
            for n in range(100)
        ),
        return_exceptions=True,
    )
    refused = [o for o in outcomes if isinstance(o, OverBudgetError)]
    assert len(refused) == 93, [o for o in outcomes if isinstance(o, Exception)][:3]
    assert await spent(stores[0], scope) == (0, 7 * QUOTE)
    await check(stores[0])
    for store in stores:
        await store.close()


# What may come next, by the state of a job's attempt while the job is open, else by the job's.
NEXT = {
    "queued": ("intend", "intend", "reroute", "cancel"),
    "intent": ("send", "send", "send", "fail", "reroute"),
    "sending": ("accept", "accept", "unknown", "unknown", "refused", "absent", "free"),
    "unknown": ("accept", "absent", "again", "fail", "cancel", "expire"),
    "absent": ("again", "reroute", "fail"),
    "refused": ("fail", "reroute"),
    "accepted": ("made", "made", "ended", "charged", "fail", "expire", "cancel", "free"),
    "ended": ("reroute", "reroute", "fail", "again", "charged"),
    "storing": ("complete", "fail", "again"),
    "over": ("attach", "attach", "dismiss", "resubmit"),
}
COSTS = st.sampled_from([None, "0", "0.1", "3.2", "7.000000001"])
HISTORIES = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 11), COSTS), min_size=15, max_size=40
)


class History:
    """Jobs that are led through any steps; those that are not possible now change nothing."""

    def __init__(self, store):
        self.store = store
        self.ids = [f"gen-vid-{n}" for n in range(3)]
        self.numbers = itertools.count()

    async def begin(self):
        await self.store.retention.clear()
        for n, job_id in enumerate(self.ids):
            quote = [Decimal("3.2"), Decimal("0.000000001"), None][n]
            await admit(self.store, job_id, quote=quote, owner=f"o{n % 2}", fingerprint=job_id)

    async def step(self, number, choice, cost):
        job = await self.store.jobs.get(self.ids[number])
        current = await self.store.attempts.current(job)
        situation = job.state if current is None else current.state
        if job.state in {"queued", "storing"}:
            situation = job.state
        if job.ended_at is not None:
            situation = "over"
        name = NEXT[situation][choice % len(NEXT[situation])]
        cost = None if cost is None else Decimal(cost)
        await getattr(self, f"_{name}", self._attempt)(job, cost, name)

    async def _attempt(self, job, cost, name):
        attempts = self.store.attempts
        match name:
            case "intend":
                await attempts.intend(job, len(await attempts.of(job.id)) + 1)
            case "again":
                await attempts.intend(job, job.attempt + 1)
            case "send":
                await attempts.send(job)
            case "unknown":
                await attempts.mark_unknown(job, "lost")
            case "absent":
                await attempts.mark_absent(job)
            case "refused":
                await attempts.mark_refused(job, "no")
            case "accept":
                if job.attempt:
                    await attempts.accept(job, f"up-{job.id}-{job.attempt}")
            case "ended":
                await attempts.mark_ended(job, "x", cost)
            case "charged":
                await attempts.mark_charged(job, cost or Decimal(0))
            case "dismiss":
                await attempts.dismiss(job.id, cost=cost)

    async def _made(self, job, cost, _):
        known = [Decimal(a.cost) for a in await self.store.attempts.of(job.id) if a.cost]
        charged = job.quote if cost is None else cost
        changes = {"cost": None if charged is None else charged + sum(known, Decimal(0))}
        if not any(a.attempt == job.attempt and a.cost for a in await self._attempts(job)):
            await self.store.attempts.mark_made(job, charged, changes)

    async def _attempts(self, job):
        return await self.store.attempts.of(job.id)

    async def _reroute(self, job, cost, _):
        changes = {"provider": f"p{next(self.numbers) % 3}", "upstream_model": "", "quote": cost}
        await self.store.attempts.reroute(job, changes, "x")

    async def _complete(self, job, _, __):
        changes = {"state": "completed", "ended_at": ENDED_AT, "outputs": (OUTPUT,)}
        await self.store.jobs.update(job.id, where={"storing"}, changes=changes)

    async def _end(self, job, state, **options):
        costs = [Decimal(a.cost) for a in await self._attempts(job) if a.cost is not None]
        changes = {"state": state, "ended_at": ENDED_AT, "cost": sum(costs) if costs else None}
        where = {"queued", "submitting", "running", "storing"}
        await self.store.jobs.update(job.id, where=where, changes=changes, **options)

    async def _fail(self, job, _, __):
        await self._end(job, "failed")

    async def _cancel(self, job, _, __):
        await self._end(job, "cancelled")

    async def _expire(self, job, _, __):
        await self._end(job, "expired")

    async def _free(self, job, _, __):
        await self._end(job, "failed", free=True)

    async def _resubmit(self, job, limit, __):
        costs = [Decimal(a.cost) for a in await self._attempts(job) if a.cost is not None]
        budgets = () if limit is None else [Budget(job.owner, "total", limit)]
        try:
            queued = await self.store.attempts.resubmit(
                job, ENDED_AT + 60, sum(costs) if costs else None, "who", budgets
            )
        except OverBudgetError:
            assert await self.store.jobs.get(job.id) == job
        else:
            if queued and job.quote and budgets:
                assert sum(await spent(self.store, job.owner)) <= limit

    async def _attach(self, job, _, __):
        try:
            await self.store.attempts.attach(job.id, f"by-hand-{job.id}")
        except SharedIdError:
            raise AssertionError(job.id) from None


def test_the_ledger_is_what_jobs_owe_after_any_history(request, tmp_path, open_database):
    runner = asyncio.Runner()
    store = Store(runner.run(open_database()))

    @settings(
        max_examples=20,
        phases=[Phase.generate],  # to shrink a history takes minutes
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(HISTORIES)
    def holds(history):
        async def play():
            jobs = History(store)
            await jobs.begin()
            for step in history:
                await jobs.step(*step)
                await check(store)

        runner.run(play())

    with runner:
        holds()
        runner.run(store.close())


def test_money_of_the_test_is_that_of_the_ledger():
    assert nano(QUOTE) == 3_200_000_000
    assert today() > CREATED
