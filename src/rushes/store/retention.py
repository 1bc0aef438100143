"""Rows that time has come for: due, old, or run by no process."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rushes.store.attempt import unresolved
from rushes.store.job import ENDED, SELECT, Job, from_row
from rushes.store.job_actions import record_action
from rushes.store.jobs import change
from rushes.store.transaction import Table, Transaction, names, slow_writes, surveys, writes

# The position of a walk over rows: the time that they are sorted by, and the id.
Place = tuple[float, str]
BEGIN: Place = (0.0, "")

_MONEY = ("ledger", "balances")
_STORED = "ended_at IS NOT NULL AND removed_at IS NULL AND outputs <> '[]'"
_FORGETTABLE = (
    "ended_at IS NOT NULL AND (removed_at IS NOT NULL OR outputs = '[]') AND ended_at < :before"
    " AND (callback IS NULL OR callback <> 'pending')"
    # Unresolved attempts stay for the operator: they may have been paid for.
    " AND NOT EXISTS (SELECT 1 FROM attempts a WHERE a.job_id = jobs.id"
    f" AND {unresolved('a', 'jobs')})"
    " AND NOT EXISTS (SELECT 1 FROM idempotency i WHERE i.job_id = jobs.id)"
)


class Retention(Table):
    """Finds the jobs that something is due for, each kind by its own index."""

    @surveys
    def unfinished(self, states: Collection[str]) -> Transaction[list[tuple[str, str]]]:
        """Return id and provider of the open jobs in some states, oldest first."""
        marks, parameters = names("s", states)
        rows = yield (
            "SELECT id, provider FROM jobs /*by jobs_open*/"
            f" WHERE ended_at IS NULL AND state IN ({marks}) ORDER BY created_ns, id",
            parameters,
        )
        return [(str(row[0]), str(row[1])) for row in rows]

    @surveys
    def overdue(self, states: Collection[str], now: int) -> Transaction[list[Job]]:
        marks, parameters = names("s", states)
        rows = yield (
            f"{SELECT} /*by jobs_by_deadline*/"
            f" WHERE deadline <= :now AND ended_at IS NULL AND state IN ({marks})",
            {"now": now, **parameters},
        )
        return [from_row(row) for row in rows]

    @surveys
    def stranded(self, providers: Collection[str], due: float) -> Transaction[list[Job]]:
        """Return open jobs of other providers that need no answer from them.

        That is those that are cancelled, that were due before a time, or that may not be sent yet.
        """
        marks, parameters = names("p", providers)
        rows = yield (
            f"{SELECT} /*by jobs_open*/ WHERE ended_at IS NULL AND provider NOT IN ({marks})"
            " AND (cancellation = 'requested' OR deadline < :due"
            "  OR state IN ('queued', 'submitting'))",
            {"due": int(due), **parameters},
        )
        return [from_row(row) for row in rows]

    @surveys
    def deleted(self, limit: int, after: Place = BEGIN) -> Transaction[list[Job]]:
        rows = yield (
            f"{SELECT} /*by jobs_deleted*/ WHERE deleted_at IS NOT NULL AND {_STORED}"
            " AND (deleted_at, id) > (:at, :id) ORDER BY deleted_at, id LIMIT :limit",
            {"at": int(after[0]), "id": after[1], "limit": limit},
        )
        return [from_row(row) for row in rows]

    @surveys
    def stored(
        self, ended_before: float, limit: int, after: Place = BEGIN
    ) -> Transaction[list[Job]]:
        """Return jobs that ended before a time and whose outputs are still there."""
        rows = yield (
            f"{SELECT} /*by jobs_stored*/ WHERE {_STORED} AND ended_at < :before"
            " AND (ended_at, id) > (:at, :id) ORDER BY ended_at, id LIMIT :limit",
            {"before": ended_before, "at": float(after[0]), "id": after[1], "limit": limit},
        )
        return [from_row(row) for row in rows]

    @surveys
    def to_cancel(self) -> Transaction[list[str]]:
        """Return the ids of open jobs that are to be cancelled."""
        rows = yield (
            "SELECT id FROM jobs /*by jobs_open*/"
            " WHERE ended_at IS NULL AND cancellation = 'requested'",
            {},
        )
        return [str(row[0]) for row in rows]

    @surveys
    def forgettable(
        self, ended_before: float, limit: int, after: Place = BEGIN, *, unmade: bool = False
    ) -> Transaction[list[Place]]:
        """Return the places of old records that nothing refers to any more.

        With `unmade`, only those of jobs that ended without a video.
        """
        only = " AND outputs = '[]'" if unmade else ""
        rows = yield (
            f"SELECT ended_at, id FROM jobs /*by jobs_forgettable*/ WHERE {_FORGETTABLE}{only}"
            " AND (ended_at, id) > (:at, :id) ORDER BY ended_at, id LIMIT :limit",
            {"before": ended_before, "at": float(after[0]), "id": after[1], "limit": limit},
        )
        return [(float(row[0]), str(row[1])) for row in rows]

    @writes
    def mark_removed(self, job_id: str, at: int, by: str | None = None) -> Transaction[None]:
        """Commit that the outputs of an ended job are gone; with `by`, that a person did it."""
        removed = yield from change(job_id, ENDED, {"removed_at": at}, None)
        if removed is not None and by is not None:
            number, size = len(removed.outputs), sum(o.size for o in removed.outputs)
            detail = f"{number} video{'s' if number > 1 else ''}, {size} bytes"
            yield from record_action(job_id, "prune", by, detail)

    @slow_writes
    def clear(self) -> Transaction[list[Job]]:
        """Remove every row; return the jobs whose outputs are, or may be, stored."""
        rows = yield f"{SELECT} WHERE ({_STORED}) OR state = 'storing'", {}
        for table in ("idempotency", "rate_limit", "account_health", "measures", "jobs", *_MONEY):
            yield f"DELETE FROM {table}", {}
        return [from_row(row) for row in rows]

    @slow_writes
    def forget(self, job_ids: Sequence[str], ended_before: float) -> Transaction[int]:
        marks, parameters = names("i", job_ids)
        rows = yield (
            f"DELETE FROM jobs WHERE id IN ({marks}) AND {_FORGETTABLE} RETURNING id",
            {"before": ended_before, **parameters},
        )
        return len(rows)
