"""The ledger read from outside, and what it should say by the rows of jobs and attempts.

The rules are written down here once more, apart from the code under test.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from rushes.store.postgres import PostgresDatabase
from rushes.store.transaction import Transaction

Row = Mapping[str, Any]
BEFORE_CHARGED = {"queued", "submitting", "running"}
OPEN = BEFORE_CHARGED | {"storing"}
_columns: dict[tuple[type, str], list[str]] = {}
QUERIES = {
    "jobs": "SELECT * FROM jobs",
    "attempts": "SELECT * FROM attempts",
    "ledger": "SELECT * FROM ledger",
    "balances": "SELECT * FROM balances",
}


async def books(database: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of each table by name."""

    def read(query: str) -> Transaction[list[Any]]:
        return (yield query, {})

    def columns(table: str) -> Transaction[list[str]]:
        if isinstance(database, PostgresDatabase):
            query = (
                "SELECT column_name FROM information_schema.columns WHERE table_name = :table"
                " AND table_schema = current_schema() ORDER BY ordinal_position"
            )
        else:
            query = "SELECT name FROM pragma_table_info(:table)"
        return [row[0] for row in (yield query, {"table": table})]

    found = {}
    for table, query in QUERIES.items():
        known = (type(database), table)
        if known not in _columns:
            _columns[known] = await database.read(columns(table))
        names = _columns[known]
        rows = await database.read(read(query))
        found[table] = [dict(zip(names, row, strict=True)) for row in rows]
    return found


def problems_of(
    jobs: Iterable[Row], attempts: Iterable[Row], ledger: Iterable[Row], balances: Iterable[Row]
) -> Iterator[str]:
    """Yield what does not fit together; nothing if all jobs are in the ledger as they should be."""
    of_job: dict[str, list[Row]] = defaultdict(list)
    for attempt in attempts:
        of_job[attempt["job_id"]].append(attempt)
    charged, reserved = Counter[str](), Counter[str]()
    sums = Counter[tuple[str, int, str]]()
    for row in ledger:
        charged[row["job_id"]] += row["charged"]
        reserved[row["job_id"]] += row["reserved"]
        for scope in (row["owner"], "*"):
            for day in (row["day"], -1):
                sums[scope, day, "charged"] += row["charged"]
                sums[scope, day, "reserved"] += row["reserved"]
    for job in jobs:
        mine = of_job[job["id"]]
        # A job that was taken up again counts what it had cost until it ends once more.
        expected = max(sum(_nano(a["cost"]) for a in mine), _nano(job["cost"]))
        if charged[job["id"]] != expected:
            yield f"{job['id']} {job['state']}: charged {charged[job['id']]}, not {expected}"
        held = _nano(job["quote"]) * sum(_holds(job, a) for a in mine)
        held += _nano(job["quote"]) * (job["state"] in BEFORE_CHARGED)
        if reserved[job["id"]] != held:
            states = [a["state"] for a in mine]
            yield (
                f"{job['id']} {job['state']} {states}: reserved {reserved[job['id']]}, not {held}"
            )
    kept = Counter[tuple[str, int, str]]()
    for row in balances:
        kept[row["scope"], row["day"], "charged"] += row["charged"]
        kept[row["scope"], row["day"], "reserved"] += row["reserved"]
    for name in sums.keys() | kept.keys():
        if sums[name] != kept[name]:
            yield f"the balance of {name} is {kept[name]}, and the ledger's sum {sums[name]}"


def _holds(job: Row, attempt: Row) -> bool:
    """Tell whether an attempt may yet be charged, beside what its open job reserves."""
    is_present = attempt["attempt"] == job["attempt"]
    if attempt["cost"] is not None or (is_present and job["state"] in OPEN):
        return False
    if attempt["state"] in {"sending", "unknown"}:
        return True
    lost = job["state"] in {"failed", "cancelled", "expired"} and job["outputs"] in {"[]", ()}
    return attempt["state"] == "accepted" and lost


def _nano(amount: str | Decimal | None) -> int:
    return 0 if amount is None else int(Decimal(amount).scaleb(9).to_integral_value())
