"""The comparison: what the upstream charged, what Rushes' rows say, what clients received."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rushes.storage.local import LocalStorage
from tests.chaos.clients import Submit
from tests.chaos.tables import Tables
from tests.mp4 import video_of
from tests.store.ledger_books import QUERIES, problems_of

ENDED = ("completed", "failed", "cancelled", "expired")
_MARKER = re.compile(r"\[job:([^\]]*)\]")

VIOLATIONS = {
    "double creates": "a request, or a job, that was charged more than once",
    "accepted but unknown": "a charge that Rushes has neither as accepted nor as unknown",
    "acknowledged but lost": "a job shown to a client without row, end, or whole video of its own",
    "paid but lost": "an accepted attempt whose video was made, and is not in a completed job",
    "ended without reason": "a job that failed, though its upstream was never in the wrong",
    "two jobs": "a request that became more than one job",
    "wrong attempts": "attempts that contradict each other, or what their upstream says",
    "wrong cost": "a job that does not cost what its attempts were charged",
    "changed after the end": "a job that changed after it had ended",
    "wrong ledger": "a movement or a balance that is not what jobs cost and reserve",
}


@dataclass
class Findings:
    """What is wrong, by kind, and what was counted."""

    violations: dict[str, list[str]] = field(default_factory=lambda: {k: [] for k in VIOLATIONS})
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, kind: str, what: str) -> None:
        """Keep one thing that is wrong."""
        self.violations[kind].append(what)

    @property
    def clean(self) -> bool:
        """Tell whether nothing is wrong."""
        return not any(self.violations.values())


@dataclass(frozen=True)
class Books:
    """Everything that is compared: rows and attempts of Rushes, charges of the upstream.

    `statuses` is the public status of each upstream job; `video_bytes` is the size of a payload.
    """

    jobs: Mapping[str, Mapping[str, Any]]
    attempts: Mapping[str, Mapping[str, Any]]  # by key
    orphans: Collection[str]
    charges: Collection[Mapping[str, Any]]
    statuses: Mapping[str, str]
    outputs: LocalStorage
    video_bytes: int
    may_be_unknown: bool
    money: Mapping[str, Sequence[Mapping[str, Any]]]  # the rows of each table


def read_money(tables: Tables) -> dict[str, list[dict[str, Any]]]:
    """Read all that the ledger is compared with, and itself."""
    return {name: tables.rows(query) for name, query in QUERIES.items()}


def check_money(money: Mapping[str, Sequence[Mapping[str, Any]]], findings: Findings) -> None:
    """See that the ledger has what jobs cost, and reserves nothing for those that are known."""
    for problem in problems_of(**money):
        findings.add("wrong ledger", problem)
    findings.counts["movements"] = len(money["ledger"])


def read_books(
    tables: Tables, upstream: Mapping[str, Any], *, mode: str, video_bytes: int
) -> Books:
    """Read a service's books; `upstream` is what the fake one shows of its jobs, by id."""
    jobs = {row["id"]: row for row in tables.rows("SELECT * FROM jobs")}
    attempts = {row["key"]: row for row in tables.rows("SELECT * FROM attempts")}
    orphans = {row["upstream_id"] for row in tables.rows("SELECT * FROM orphans")}
    charges = [{"id": id_, "key": j["key"], "marker": j["marker"]} for id_, j in upstream.items()]
    return Books(
        jobs,
        attempts,
        orphans,
        charges,
        {id_: str(job["status"]) for id_, job in upstream.items()},
        LocalStorage(tables.data_dir / "outputs"),
        video_bytes,
        may_be_unknown=mode == "fail",
        money=read_money(tables),
    )


def audit(books: Books, submits: Iterable[Submit]) -> Findings:
    """Compare everything."""
    findings = Findings()
    acknowledged = {id_: submit for submit in submits for id_ in submit.acknowledged}
    _count(books, findings)
    _check_charges(books, findings)
    check_acknowledged(books.jobs, acknowledged, findings)
    check_requests(books.jobs, submits, findings)
    for id_, job in books.jobs.items():
        _check_end(books, id_, job, findings)
    check_money(books.money, findings)
    return findings


def _count(books: Books, findings: Findings) -> None:
    findings.counts["jobs"] = len(books.jobs)
    findings.counts["charges"] = len(books.charges)
    findings.counts.update(str(job["state"]) for job in books.jobs.values())
    findings.counts.update(f"attempt {attempt['state']}" for attempt in books.attempts.values())
    findings.counts["taken up again"] = sum(job["epoch"] > 1 for job in books.jobs.values())


def _check_charges(books: Books, findings: Findings) -> None:
    """See that each charge is known, and that no job, and no request, has two."""
    taken = {"accepted", "ended"}
    accepted = {a["upstream_id"]: a for a in books.attempts.values() if a["state"] in taken}
    by_job: dict[str, list[str]] = defaultdict(list)
    by_marker: dict[str, list[str]] = defaultdict(list)
    for charge in books.charges:
        attempt = books.attempts.get(charge["key"])
        by_job[charge["key"] if attempt is None else attempt["job_id"]].append(charge["id"])
        by_marker[charge["marker"]].append(charge["id"])
        unknown = attempt is not None and attempt["state"] == "unknown" and books.may_be_unknown
        if charge["id"] not in accepted and charge["id"] not in books.orphans and not unknown:
            state = "no attempt" if attempt is None else attempt["state"]
            findings.add("accepted but unknown", f"{charge['id']} of {charge['marker']}: {state}")
        _check_paid(books, charge, accepted.get(charge["id"]), findings)
    for groups in (by_job, by_marker):
        for whose, ids in groups.items():
            if len(ids) > 1:
                findings.add("double creates", f"{whose}: {', '.join(ids)}")


def _check_paid(
    books: Books,
    charge: Mapping[str, Any],
    attempt: Mapping[str, Any] | None,
    findings: Findings,
) -> None:
    """See that what was accepted and made is in a completed job."""
    if attempt is None or books.statuses[charge["id"]] != "completed":
        return
    job = books.jobs[attempt["job_id"]]
    if job["state"] != "completed" or job["upstream_id"] != charge["id"]:
        findings.add("paid but lost", f"{charge['id']}: {job['id']} {job['state']} {job['error']}")


def check_acknowledged(
    rows: Mapping[str, Mapping[str, Any]], acknowledged: Mapping[str, Submit], findings: Findings
) -> None:
    """See that every job that a client was given is there, and its own."""
    for id_, submit in acknowledged.items():
        job = rows.get(id_)
        if job is None:
            findings.add("acknowledged but lost", f"{id_} of {submit.marker} has no row")
        elif _MARKER.findall(job["prompt"]) != [submit.marker]:
            findings.add("acknowledged but lost", f"{id_} of {submit.marker} is another's")


def check_requests(
    rows: Mapping[str, Mapping[str, Any]], submits: Iterable[Submit], findings: Findings
) -> None:
    """See that every request is one job, whatever its client received."""
    jobs: dict[str, set[str]] = defaultdict(set)
    for id_, job in rows.items():
        jobs[_MARKER.findall(job["prompt"])[0]].add(id_)
    keyed = {submit.marker: submit.key is not None for submit in submits}
    for marker, ids in jobs.items():
        if len(ids) > 1:
            kind = "with a key" if keyed.get(marker) else "without a key"
            findings.add("two jobs", f"{marker}, {kind}: {', '.join(sorted(ids))}")


def _check_end(books: Books, id_: str, job: Mapping[str, Any], findings: Findings) -> None:
    """See that a job has ended, with its own whole video or for a good reason."""
    if job["state"] not in ENDED:
        findings.add(
            "acknowledged but lost", f"{id_} is still {job['state']}: {job['delay_reason']}"
        )
    elif job["state"] == "completed":
        wanted = video_of(job["upstream_id"], books.video_bytes)
        if problem := video_problem(books.outputs, job, wanted):
            findings.add("acknowledged but lost", f"{id_}: {problem}")
    elif not _has_reason(books, id_, job):
        findings.add("ended without reason", f"{id_} {job['state']}: {job['error']}")


def video_problem(storage: LocalStorage, job: Mapping[str, Any], wanted: bytes) -> str:
    """Tell what is wrong with a completed job's video; empty if nothing is."""
    outputs = json.loads(job["outputs"])
    if len(outputs) != 1:
        return f"{len(outputs)} videos"
    try:
        stored = storage.path(outputs[0]["name"]).read_bytes()
    except OSError as error:
        return f"its video cannot be read: {error.strerror}"
    if stored != wanted:
        return f"its video is another: {len(stored)} bytes"
    if outputs[0]["sha256"] != hashlib.sha256(stored).hexdigest():
        return "its checksum is another"
    return ""


def _has_reason(books: Books, id_: str, job: Mapping[str, Any]) -> bool:
    """Tell whether a job may have ended without a video."""
    if job["cancellation"] is not None:
        return True
    if books.statuses.get(job["upstream_id"]) == "failed":
        return True
    state = books.attempts.get(f"{id_}-{job['attempt']}", {}).get("state")
    return state == "refused" or (state == "unknown" and books.may_be_unknown)
