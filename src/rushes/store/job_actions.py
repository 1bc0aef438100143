"""What operators did to jobs by hand: the part of a job's history that no process writes."""

from __future__ import annotations

from dataclasses import dataclass, fields

from rushes.clock import unix_time
from rushes.store.transaction import Table, Transaction, reads, writes


@dataclass(frozen=True)
class JobAction:
    """One action: attach, dismiss, resubmit, cancel, delete or prune; `at` in unix seconds."""

    job_id: str
    at: float
    actor: str
    action: str
    detail: str | None = None


_COLUMNS = ", ".join(column.name for column in fields(JobAction))


class JobActions(Table):
    @reads
    def of(self, job_id: str) -> Transaction[list[JobAction]]:
        """Return what was done to a job, oldest first."""
        rows = yield (
            f"SELECT {_COLUMNS} FROM job_actions WHERE job_id = :id ORDER BY number",
            {"id": job_id},
        )
        return [JobAction(*row) for row in rows]

    @writes
    def add(self, job_id: str, action: str, actor: str) -> Transaction[None]:
        yield from record_action(job_id, action, actor)


def record_action(
    job_id: str, action: str, actor: str, detail: str | None = None
) -> Transaction[None]:
    """Record an action in the transaction that carries it out."""
    action_row = JobAction(job_id, unix_time(), actor, action, detail)
    yield (
        f"INSERT INTO job_actions ({_COLUMNS}) VALUES (:job_id, :at, :actor, :action, :detail)",
        vars(action_row),
    )
