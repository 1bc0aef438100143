"""However long the history is, what is looked for again and again is found by an index.

Every statement of a sweep and of every list is recorded as it is run, and the database is asked how
it would run it over a table that is filled with ended jobs.
"""

from __future__ import annotations

import itertools
import re

import pytest

from rushes.jobs.context import JobContext
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.states import OPEN
from rushes.storage.local import LocalStorage
from rushes.store.job import Output, row_of
from rushes.store.jobs import INSERT
from rushes.store.pagination import Filter
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender
from tests.fakes.providers import StandInProvider
from tests.store.rows import CREATED, make_job

ROWS = 4000
# What these hold is bounded by what is open, or due: they may be read from end to end.
SMALL = {"jobs_open", "jobs_by_deadline", "jobs_to_call_back", "jobs_unanswered", "jobs_in_flight"}


class Recorded:
    """A database that keeps the statements it is given."""

    def __init__(self, database):
        self.database = database
        self.statements = []
        self.inline = 0  # reads that the event loop may have to wait for

    async def read(self, transaction):
        self.inline += 1
        return await self.database.read(self._noting(transaction))

    async def survey(self, transaction):
        return await self.database.survey(self._noting(transaction))

    async def write(self, transaction, **how):
        return await self.database.write(self._noting(transaction), **how)

    def __getattr__(self, name):
        return getattr(self.database, name)

    def _noting(self, transaction):
        rows = None
        while True:
            try:
                statement, parameters = transaction.send(rows)
            except StopIteration as end:
                return end.value
            self.statements.append((statement, parameters))
            rows = yield statement, parameters


def filled(rows):
    """Insert ended jobs, of all kinds but none that is due."""
    for number in range(rows):
        state = ("completed", "failed", "completed", "cancelled")[number % 4]
        job = make_job(
            state=state,
            created_at=CREATED + number,
            created_ns=(CREATED + number) * 10**9,
            ended_at=CREATED + number + 60.0,
            deadline=CREATED + number + 3600,
            outputs=(Output("a.mp4", 3, "f" * 64),) if state == "completed" else (),
            owner=f"owner-{number % 2}",
            session_id=f"session-{number % 400}" if number % 3 else None,
            user_id=f"user-{number % 400}" if number % 3 == 1 else None,
            model=f"m/{number % 20}",
            prompt="A calm sea at dusk, with waves" * 4,
            answer="delivered",
        )
        yield INSERT, row_of(job)


FILTERS = [
    Filter(owner=owner, **{"states": states, **more})
    for owner, states, more in itertools.product(
        ("owner-1", "nobody", None),
        (None, {"queued", "running"}, {"failed"}, {"completed", "cancelled"}),
        (
            {},
            {"session_id": "session-7"},
            {"user_id": "nobody"},
            {"model": "m/3"},
            {"created_after": CREATED + 10, "created_before": CREATED + 40},
            {"key": "k"},
        ),
    )
]


@pytest.fixture
async def recorded(database, tmp_path):
    await database.write(filled(ROWS))
    if "Postgres" in type(database).__name__:
        await database.write(analysed())
    return Recorded(database)


def analysed():
    yield "ANALYZE jobs", {}


async def test_no_sweep_and_no_list_reads_the_history_from_end_to_end(recorded, tmp_path):
    store = Store(recorded)
    context = JobContext(
        store,
        LocalStorage(tmp_path / "outputs"),
        {"p": StandInProvider()},
        WebhookSender(None, allow_private=False),
    )
    retention_policy = RetentionPolicy(outputs=10 * 365 * 86_400, records=10 * 365 * 86_400)
    await sweep(context, retention_policy)
    await store.retention.forget(["gen-vid-x"], CREATED)
    before = recorded.inline
    await store.retention.unfinished(OPEN)
    await store.accounts.in_flight()
    await store.figures.open_jobs()
    await store.figures.unknown_outcomes()
    await store.figures.webhook_backlog()
    await store.figures.spend(CREATED + ROWS)
    for wanted in FILTERS:
        for cursor in (None, f"{(CREATED + 300) * 10**9}-gen-vid-1"):
            await store.jobs.page(wanted, 20, cursor)
    assert recorded.inline == before
    assert len(recorded.statements) > len(FILTERS)
    seen = {}
    for statement, parameters in recorded.statements:
        if re.search(r"\bjobs\b", statement):
            seen.setdefault(statement, parameters)
    assert [
        (step, statement)
        for statement, parameters in seen.items()
        for step in await long_steps(recorded.database, statement, parameters)
    ] == []


async def test_an_admission_does_not_read_the_history_of_its_owner(recorded):
    job = make_job("gen-vid-new", owner="owner-1", fingerprint="f")
    await Store(recorded).idempotency.admit(job, "{}")
    (found,) = [(s, p) for s, p in recorded.statements if s.startswith("SELECT id, answer")]
    assert await long_steps(recorded.database, *found) == []
    if "Postgres" not in type(recorded.database).__name__:
        rows = await recorded.database.read(asked(f"EXPLAIN QUERY PLAN {found[0]}", found[1]))
        assert "jobs_unanswered (owner=? AND fingerprint=?)" in rows[0][3]


async def test_the_plan_of_a_statement_that_reads_everything_is_known_as_such(recorded):
    statement = "SELECT * FROM jobs WHERE prompt = :prompt"
    assert await long_steps(recorded.database, statement, {"prompt": "x"})


async def long_steps(database, statement, parameters):
    """Return the steps of a statement's plan that read all jobs, or all of an owner's."""
    if "Postgres" in type(database).__name__:
        (row,) = await database.read(asked(f"EXPLAIN (FORMAT JSON) {statement}", parameters))
        return list(long_nodes(row[0][0]["Plan"], limited="LIMIT" in statement))
    rows = await database.read(asked(f"EXPLAIN QUERY PLAN {statement}", parameters))
    steps = [row[3] for row in rows]
    return [step for step in steps if is_long(step, limited="LIMIT" in statement)]


def is_long(step, *, limited):
    """Tell whether a step of SQLite's reads the table, or an index that holds all of it."""
    if not step.startswith("SCAN jobs") and not step.startswith("SCAN j"):
        return False
    index = re.search(r"INDEX (\w+)", step)
    # The list of everything is in the order of this index, and ends after a page.
    return index is None or (index[1] not in SMALL and not (limited and index[1] == "jobs_by_age"))


def long_nodes(plan, *, limited):
    """Yield the nodes of PostgreSQL's plan that read the table."""
    if plan.get("Relation Name") == "jobs" and plan["Node Type"] == "Seq Scan":
        yield plan["Node Type"]
    for part in plan.get("Plans", ()):
        yield from long_nodes(part, limited=limited)


def asked(statement, parameters):
    return (yield statement, parameters)
