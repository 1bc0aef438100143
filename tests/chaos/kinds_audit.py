"""The comparison of several upstreams' own bills with the jobs and attempts of Rushes."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from rushes.storage.local import LocalStorage
from tests.chaos.audit import (
    ENDED,
    Findings,
    check_acknowledged,
    check_money,
    check_requests,
    read_money,
    video_problem,
)
from tests.chaos.clients import Submit
from tests.chaos.kinds import HOW, Bill
from tests.chaos.tables import Tables

Row = Mapping[str, Any]
OVER = {"refused", "absent", "ended"}  # states of an attempt after which another may be sent
NOT_MADE = {"failed", "expired", "cancelled"}


@dataclass(frozen=True)
class Ledger:
    """The rows of Rushes, the upstreams' bills, and the ends of jobs that were seen earlier."""

    jobs: Mapping[str, Row]
    attempts: Mapping[str, Sequence[Row]]  # by job, in order
    orphans: Collection[tuple[str, str]]  # provider and id
    bills: Sequence[Bill]
    ends: Mapping[str, tuple[Any, ...]]
    outputs: LocalStorage
    money: Mapping[str, Sequence[Row]]


def ends_of(tables: Tables) -> dict[str, tuple[Any, ...]]:
    """Return how each job ended that has ended."""
    rows = tables.rows(
        "SELECT id, state, error, cost, provider, upstream_id, attempt, ended_at FROM jobs"
        " WHERE ended_at IS NOT NULL"
    )
    return {row["id"]: tuple(row.values()) for row in rows}


def read_ledger(tables: Tables, bills: Sequence[Bill], ends: Mapping[str, Any]) -> Ledger:
    attempts: dict[str, list[Row]] = defaultdict(list)
    for row in tables.rows("SELECT * FROM attempts ORDER BY job_id, attempt"):
        attempts[row["job_id"]].append(row)
    orphans = tables.rows("SELECT provider, upstream_id FROM orphans")
    return Ledger(
        {row["id"]: row for row in tables.rows("SELECT * FROM jobs")},
        attempts,
        {(row["provider"], row["upstream_id"]) for row in orphans},
        bills,
        ends,
        LocalStorage(tables.data_dir / "outputs"),
        read_money(tables),
    )


def audit_kinds(ledger: Ledger, submits: Iterable[Submit]) -> Findings:
    """Compare everything."""
    findings = Findings()
    acknowledged = {id_: submit for submit in submits for id_ in submit.acknowledged}
    check_acknowledged(ledger.jobs, acknowledged, findings)
    check_requests(ledger.jobs, submits, findings)
    owners = _owners(ledger, findings)
    for id_, job in ledger.jobs.items():
        found = owners.get(id_, [])
        _check_bills(id_, job, found, findings)
        _check_attempts(id_, job, ledger.attempts.get(id_, ()), found, findings)
        _check_end(ledger, id_, job, found, findings)
        _check_cost(id_, job, ledger.attempts.get(id_, ()), found, findings)
    _check_ends(ledger, findings)
    check_money(ledger.money, findings)
    _count(ledger, findings)
    return findings


Owned = tuple[Bill, Row]  # a bill and the attempt that it is of


def _owners(ledger: Ledger, findings: Findings) -> dict[str, list[Owned]]:
    """Return each job's bills with their attempts; a bill without an attempt is a finding."""
    rows = [row for attempts in ledger.attempts.values() for row in attempts]
    by_id = {(row["provider"], row["upstream_id"]): row for row in rows if row["upstream_id"]}
    by_key = {(row["provider"], row["key"]): row for row in rows}
    lost: dict[tuple[str, str], list[Row]] = defaultdict(list)  # by marker and provider
    for row in rows:
        if row["state"] == "unknown" and HOW[row["provider"]]["on_lost_response"] == "fail":
            marker = ledger.jobs[row["job_id"]]["prompt"].partition("[job:")[2][:-1]
            lost[marker, row["provider"]].append(row)
    owners: dict[str, list[Owned]] = defaultdict(list)
    taken: set[str] = set()
    for bill in ledger.bills:
        row = by_id.get((bill.provider, bill.id))
        if row is None and (unknown := lost[bill.marker, bill.provider]):
            row = unknown.pop()
        if row is None and (bill.provider, bill.id) in ledger.orphans:
            row = by_key.get((bill.provider, bill.key))
        if row is None:
            known = by_key.get((bill.provider, bill.key))
            state = "no attempt" if known is None else known["state"]
            what = f"{bill.provider} {bill.id} of {bill.marker}: {state}"
            findings.add("accepted but unknown", what)
            continue
        if row["key"] in taken:
            findings.add("double creates", f"{row['key']}: {bill.provider} {bill.id} as well")
        taken.add(row["key"])
        owners[row["job_id"]].append((bill, row))
    return owners


def _check_bills(id_: str, job: Row, found: Sequence[Owned], findings: Findings) -> None:
    """See that one video is paid at most, and that no provider was asked before another's end."""
    billed = [f"{bill.provider} {bill.id}" for bill, _ in found if bill.is_billed]
    if len(billed) > 1:
        findings.add("double creates", f"{id_} is billed for {', '.join(billed)}")
    for (bill, row), (following, _) in itertools.pairwise(found):
        if row["state"] != "ended" or bill.status not in NOT_MADE:
            what = f"{bill.provider} {row['state']}, {bill.status}; then {following.provider}"
            findings.add("double creates", f"{id_}: {what}")
        elif row["ended_at"] > following.at:
            findings.add("double creates", f"{id_}: {following.provider} before {bill.provider}")
    for bill, row in found:
        is_own = (job["provider"], job["upstream_id"]) == (bill.provider, bill.id)
        saved = job["state"] == "completed" and is_own
        is_listed = row["state"] == "unknown" or job["cancellation"] is not None
        if bill.is_billed and not saved and not is_listed:
            what = f"{bill.provider} {bill.id}: {id_} {job['state']} {job['error']}"
            findings.add("paid but lost", what)


def _check_attempts(
    id_: str, job: Row, attempts: Sequence[Row], found: Sequence[Owned], findings: Findings
) -> None:
    """See that the rows of attempts say what the upstreams say."""
    bills = {row["key"]: bill for bill, row in found}
    if [row["attempt"] for row in attempts] != list(range(1, job["attempt"] + 1)):
        findings.add("wrong attempts", f"{id_}: {[row['attempt'] for row in attempts]}")
    for row in attempts:
        bill = bills.get(row["key"])
        what = f"{row['key']} at {row['provider']}: {row['state']}"
        if row["attempt"] < job["attempt"] and row["state"] not in OVER:
            findings.add("wrong attempts", f"{what}, and there is another")
        if row["state"] == "sending" and job["state"] in ENDED:
            findings.add("wrong attempts", what)
        if row["state"] in {"accepted", "ended"} and bill is None:
            findings.add("wrong attempts", f"{what}, which it does not know")
        if row["state"] == "ended" and bill is not None and bill.status not in NOT_MADE:
            findings.add("wrong attempts", f"{what}, which is {bill.status}")
        if row["state"] in {"refused", "absent", "intent"} and bill is not None:
            findings.add("wrong attempts", f"{what}, which it has accepted")


def _check_end(
    ledger: Ledger, id_: str, job: Row, found: Sequence[Owned], findings: Findings
) -> None:
    """See that a job has ended, with its own whole video or for a good reason."""
    last = next(reversed(ledger.attempts.get(id_, ())), None)
    bills = {(bill.provider, bill.id): bill for bill, _ in found}
    own = bills.get((job["provider"], job["upstream_id"]))
    if job["state"] not in ENDED:
        findings.add(
            "acknowledged but lost", f"{id_} is still {job['state']}: {job['delay_reason']}"
        )
    elif job["state"] == "completed":
        problem = "its upstream does not know it"
        if own is not None:
            problem = video_problem(ledger.outputs, job, own.video())
        if problem:
            findings.add("acknowledged but lost", f"{id_}: {problem}")
    elif job["cancellation"] is None and not (
        last is not None
        and (
            last["state"] == "refused"
            or (last["state"] == "ended" and own is not None and own.status in NOT_MADE)
            or (last["state"] == "unknown" and _is_lost(last, bills.values()))
        )
    ):
        findings.add("ended without reason", f"{id_} {job['state']}: {job['error']}")


def _is_lost(attempt: Row, bills: Iterable[Bill]) -> bool:
    """Tell whether an attempt's outcome cannot be found out.

    OpenRouter may refuse what it was sent again: that it accepted it at first is not ruled out.
    """
    is_charged = any(bill.key == attempt["key"] for bill in bills)
    how = HOW[attempt["provider"]]["on_lost_response"]
    return how == "fail" or (how == "idempotent" and not is_charged)


def _check_cost(
    id_: str, job: Row, attempts: Sequence[Row], found: Sequence[Owned], findings: Findings
) -> None:
    """See that a job costs what its attempts cost, and these what they were billed."""
    costs = [Decimal(row["cost"]) for row in attempts if row["cost"] is not None]
    known = None if job["cost"] is None else Decimal(job["cost"])
    if known != (sum(costs, Decimal(0)) if costs else None):
        findings.add("wrong cost", f"{id_}: {known}, and its attempts {costs}")
    for bill, row in found:
        cost = None if row["cost"] is None else Decimal(row["cost"])
        made = job["state"] == "completed" and job["upstream_id"] == bill.id
        if made and (cost is None or bill.cost not in {None, cost}):
            findings.add("wrong cost", f"{row['key']}: {cost}, and its bill {bill.cost}")


def _check_ends(ledger: Ledger, findings: Findings) -> None:
    """See that no job has changed since its end."""
    for id_, end in ledger.ends.items():
        job = ledger.jobs.get(id_)
        names = ("id", "state", "error", "cost", "provider", "upstream_id", "attempt", "ended_at")
        if job is None or tuple(job[name] for name in names) != end:
            findings.add("changed after the end", f"{id_}: {end}")


def _count(ledger: Ledger, findings: Findings) -> None:
    counts = findings.counts
    counts["jobs"] = len(ledger.jobs)
    counts["charges"] = len(ledger.bills)
    counts.update(str(job["state"]) for job in ledger.jobs.values())
    counts["taken up again"] = sum(job["epoch"] > 1 for job in ledger.jobs.values())
    for attempts in ledger.attempts.values():
        counts.update(f"attempt {row['state']}" for row in attempts)
        pairs = itertools.pairwise(attempts)
        given = [first for first, second in pairs if first["provider"] != second["provider"]]
        counts["given to another"] += len(given)
        counts["given after acceptance"] += sum(row["state"] == "ended" for row in given)
