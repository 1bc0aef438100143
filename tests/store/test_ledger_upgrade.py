"""Jobs of a database from before the ledger get their movements when it is upgraded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes.store.budget import EVERYONE
from rushes.store.ledger import owed
from rushes.store.money import nano, usd
from rushes.store.postgres import PostgresDatabase
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.store.ledger_books import books, problems_of
from tests.store.old_database import make_postgres, make_sqlite

BEFORE = {"sqlite": 8, "postgres": 7}
OUTPUT = '[{"name": "a.mp4", "size": 3, "sha256": "f"}]'
JOBS = [
    # id, state, cost, quote, attempt, outputs, its attempts: provider, state, cost
    ("completed", "completed", "3.2", "3.2", 1, OUTPUT, [("paid", "accepted", "3.2")]),
    ("older", "completed", "1.000000001", "2", 1, OUTPUT, [("paid", "accepted", None)]),
    ("free", "completed", "0", "0", 1, OUTPUT, [("paid", "accepted", "0")]),
    ("queued", "queued", None, "2.5", 0, "[]", []),
    ("running", "running", None, "2.5", 1, "[]", [("paid", "accepted", None)]),
    ("storing", "storing", "2", "2.5", 1, "[]", [("paid", "accepted", "2")]),
    ("refused", "failed", None, "2.5", 1, "[]", [("paid", "refused", None)]),
    ("charged", "failed", "0.4", "2.5", 1, "[]", [("paid", "ended", "0.4")]),
    ("unknown", "failed", None, "1.1", 1, "[]", [("paid", "unknown", None)]),
    ("given-up", "expired", None, "1.2", 1, "[]", [("paid", "accepted", None)]),
    ("unsupported", "cancelled", None, "1.3", 1, "[]", [("paid", "accepted", None)]),
    ("dismissed", "failed", None, "9", 1, "[]", [("paid", "dismissed", None)]),
    ("engine", "cancelled", None, "9", 1, "[]", [("rushes", "unknown", None)]),
    ("no-price", "running", None, None, 1, "[]", [("paid", "sending", None)]),
    ("tiny", "completed", "1E-9", "1E-9", 1, OUTPUT, [("paid", "accepted", "1E-9")]),
    (
        *("given-away", "running", "0.3", "4", 2, "[]"),
        [("other", "ended", "0.3"), ("paid", "accepted", None)],
    ),
    (
        *("sent-twice", "completed", "1", "1", 2, OUTPUT),
        [("paid", "unknown", None), ("paid", "accepted", "1")],
    ),
]
CREATED = 1_793_000_000
CHARGED = Decimal("3.2") + Decimal("1.000000001") + 2 + Decimal("0.4") + Decimal("1E-9")
CHARGED += Decimal("0.3") + 1
RESERVED = 2 * Decimal("2.5") + Decimal("1.1") + Decimal("1.2") + Decimal("1.3") + 4 + 1


def rows():
    """Yield the statements that fill an old database, and their values."""
    for number, (job, state, cost, quote, attempt, outputs, attempts) in enumerate(JOBS):
        created = CREATED + number * 3600
        ended = created if state in {"completed", "failed", "cancelled", "expired"} else None
        values = {
            "id": job,
            "state": state,
            "cost": cost,
            "quote": quote,
            "attempt": attempt,
            "outputs": outputs,
            "created_at": created,
            "updated_at": created,
            "ended_at": ended,
            "owner": f"o{number % 2}",
            "model": "google/veo-3.1",
            "provider": attempts[-1][0] if attempts else "paid",
            **dict.fromkeys(("seed", "width", "height", "duration", "audio"), 1),
            "prompt": "A calm sea",
            "origin": "",
            "created_ns": created * 10**9,
        }
        yield "jobs", values
        for n, (provider, its_state, its_cost) in enumerate(attempts, 1):
            yield (
                "attempts",
                {
                    "job_id": job,
                    "attempt": n,
                    "provider": provider,
                    "state": its_state,
                    "cost": its_cost,
                    "key": f"{job}-{n}",
                    "epoch": 1,
                    "intent_at": 1.0,
                },
            )


@pytest.fixture(params=["sqlite", "postgres"])
async def upgraded(request, tmp_path):
    """Give the store over each database, filled before it was upgraded."""
    kind = request.param
    if kind == "sqlite":
        path = tmp_path / "rushes.sqlite3"
        make_sqlite(path, BEFORE[kind], rows())
        database = SqliteDatabase(path)
    else:
        server = request.getfixturevalue("postgres_server")
        name = server.database(empty=True)
        make_postgres(server.url(name), BEFORE[kind], rows())
        database = PostgresDatabase(server.url(name))
        await database.open()
    store = Store(database)
    yield store
    await store.close()
    if kind == "postgres":
        server.drop(name)


async def test_each_job_has_what_it_cost_and_may_yet_cost(upgraded):
    assert list(problems_of(**await books(upgraded.database))) == []
    found = (await upgraded.ledger.spent(EVERYONE))["total"]
    assert (usd(found.charged), usd(found.reserved)) == (CHARGED, RESERVED)
    usage = {
        u.provider: usd(u.spent.charged)
        for u in await upgraded.ledger.usage(["provider"], 0, 10**6)
    }
    assert usage["other"] == Decimal("0.3")
    (requests,) = {u.requests for u in await upgraded.ledger.usage([], 0, 10**6)}
    assert requests == len(JOBS)


async def test_they_go_on_as_new_jobs_do(upgraded):
    for job_id in ("unknown", "given-up", "unsupported"):
        assert await upgraded.attempts.dismiss(job_id)
    running = await upgraded.jobs.get("running")
    cost = Decimal("2.4")
    await upgraded.attempts.mark_made(running, cost, {"cost": cost})
    for job_id, *_ in JOBS:
        job = await upgraded.jobs.get(job_id)
        money = owed(job, await upgraded.attempts.of(job_id))
        assert all(spent.all >= 0 for spent in money.values())
    assert list(problems_of(**await books(upgraded.database))) == []
    found = (await upgraded.ledger.spent(EVERYONE))["total"]
    assert usd(found.charged) == CHARGED + cost
    gone = nano("1.1") + nano("1.2") + nano("1.3") + nano("2.5")
    assert found.reserved == nano(RESERVED) - gone
