"""Idempotency: a request makes one job, however often it is sent again.

A client's `Idempotency-Key` is kept with its job. A request without one whose response never
reached its client is recognized by its fingerprint when it comes again; two whose responses were
both delivered are two jobs.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from rushes.store.budget import Budget
from rushes.store.job import COLUMNS, SELECT, Job, from_row
from rushes.store.jobs import insertion
from rushes.store.ledger import reserve
from rushes.store.transaction import (
    Database,
    OnInsert,
    Table,
    Transaction,
    single_writes,
    slow_writes,
)

LARGE_BODY = 256 * 1024  # characters; to write more takes milliseconds


class KeyReusedError(Exception):
    """An idempotency key came again with another request."""


class BeingAnsweredError(Exception):
    """An identical request is being answered elsewhere; try again in a moment."""


class StaleAdmissionError(Exception):
    """A request waited too long for its turn: its client may have left meanwhile."""


class CapacityError(Exception):
    """A new job was not allowed, and no earlier one was found."""


class _UndoneError(Exception):
    """Raised to undo a transaction that went well."""


class OwnerCapacityError(CapacityError):
    """A new job was not allowed to this owner, and no earlier one was found."""


@dataclass(frozen=True)
class Admission:
    """The job of a request; `replayed` if an earlier request had made it."""

    job: Job
    replayed: bool


@dataclass(frozen=True)
class DuplicatePolicy:
    """Which jobs of identical requests a request without a key is a retry of.

    Not those made before `since` (unix seconds), nor those that are being `answered` here. One
    whose response is still pending elsewhere counts if it was made before `pending_before` (unix
    seconds): its process has died, or its client has given up by now. `is_fresh` returns whether
    the client was still waiting a moment ago; it is called inside the transaction.
    """

    since: float = 0.0
    answered: Collection[str] = ()
    pending_before: float = 0.0
    is_fresh: Callable[[], bool] = lambda: True


class IdempotencyTable(Table):
    """Commits requests as jobs; `on_insert` is committed with each, such as its queue entry."""

    def __init__(self, database: Database, on_insert: OnInsert | None = None) -> None:
        super().__init__(database)
        self._on_insert = on_insert

    async def admit(
        self,
        job: Job,
        body: str,
        *,
        key: str | None = None,
        duplicates: DuplicatePolicy | None = None,
        full: bool = False,
        owner_limit: int | None = None,
        budgets: Sequence[Budget] = (),
    ) -> Admission:
        """Commit a new job, or return the one that its key or an unanswered duplicate has made.

        Raises KeyReusedError, BeingAnsweredError, StaleAdmissionError, and CapacityError where a
        new job would be needed though it is `full`, or its owner has `owner_limit` open jobs, and
        OverBudgetError where it may cost more than one of `budgets` has left.
        """
        return await self._database.write(
            self._admit(
                job, body, key, duplicates or DuplicatePolicy(), full, owner_limit, budgets
            ),
            slow=len(body) > LARGE_BODY,
            urgent=True,
        )

    async def rehearse(self, job: Job) -> None:
        """Do all that the commit of a job needs, then undo it; raises StoreError."""
        with contextlib.suppress(_UndoneError):
            await self._database.write(self._rehearsal(job))

    @single_writes
    def answered(self, job_id: str, answer: str) -> Transaction[None]:
        """Commit whether the 202 of a job was `delivered` or `lost`."""
        yield (
            # One response that arrived is enough, whatever became of those before it.
            "UPDATE jobs SET answer = :answer WHERE id = :id AND answer <> 'delivered'",
            {"answer": answer, "id": job_id},
        )

    @slow_writes
    def lose_pending(self, before: int) -> Transaction[None]:
        """Count responses still pending from before a time (unix seconds) as lost."""
        yield (
            "UPDATE jobs SET answer = 'lost' WHERE answer <> 'delivered' AND answer = 'pending'"
            " AND created_at < :before",
            {"before": before},
        )

    @slow_writes
    def forget_keys(self, before: int) -> Transaction[None]:
        yield "DELETE FROM idempotency WHERE created_at < :before", {"before": before}

    def _admit(
        self,
        job: Job,
        body: str,
        key: str | None,
        duplicates: DuplicatePolicy,
        full: bool,
        owner_limit: int | None,
        budgets: Sequence[Budget],
    ) -> Transaction[Admission]:
        if key is None:
            yield from self._database.exclusive(f"{job.owner} {job.fingerprint}")
            if not duplicates.is_fresh():
                raise StaleAdmissionError
            earlier = yield from _lost_duplicate(job, duplicates)
        else:
            earlier = yield from _claim_key(job, key)
        if earlier is not None:
            return Admission(earlier, replayed=True)
        if owner_limit is not None and (yield from _has_open(job.owner, owner_limit)):
            raise OwnerCapacityError
        if full:
            raise CapacityError
        # In one transaction with the key and the queue entry: none is left without the others.
        yield from insertion(job, body)
        if self._on_insert is not None:
            yield from self._on_insert(job)
        yield from reserve(self._database, job, budgets)
        return Admission(job, replayed=False)

    def _rehearsal(self, job: Job) -> Transaction[None]:
        yield from self._admit(job, "{}", None, DuplicatePolicy(), False, None, ())
        yield from _claim_key(job, job.id)
        raise _UndoneError


def _has_open(owner: str, count: int) -> Transaction[bool]:
    rows = yield (
        (
            "SELECT 1 FROM jobs /*by jobs_open*/ WHERE owner = :owner AND ended_at IS NULL"
            " ORDER BY created_ns DESC, id DESC LIMIT 1 OFFSET :others"
        ),
        {"owner": owner, "others": count - 1},
    )
    return bool(rows)


def _lost_duplicate(job: Job, duplicates: DuplicatePolicy) -> Transaction[Job | None]:
    """Take the oldest job of the same request whose response was lost; each is taken once."""
    rows = yield (
        (
            "SELECT id, answer, created_ns FROM jobs /*by jobs_unanswered*/"
            " WHERE owner = :owner AND fingerprint = :fingerprint AND answer <> 'delivered'"
            " AND created_at >= :since AND deleted_at IS NULL ORDER BY created_ns"
        ),
        {"owner": job.owner, "fingerprint": job.fingerprint, "since": int(duplicates.since)},
    )
    others = [row for row in rows if row[0] not in duplicates.answered]
    for duplicate, answer, created_ns in others:
        if answer == "lost" or created_ns < duplicates.pending_before * 1e9:
            return (yield from _take_up(duplicate))
    if others:
        raise BeingAnsweredError
    return None


def _take_up(duplicate: str) -> Transaction[Job | None]:
    rows = yield (
        f"UPDATE jobs SET answer = 'pending' WHERE id = :id RETURNING {', '.join(COLUMNS)}",
        {"id": duplicate},
    )
    return from_row(rows[0]) if rows else None


def _claim_key(job: Job, key: str) -> Transaction[Job | None]:
    """Claim a key for a job, or return the job that has it."""
    parameters = {"owner": job.owner, "key": key, "fingerprint": job.fingerprint, "id": job.id}
    claim = (
        "INSERT INTO idempotency (owner, key, fingerprint, job_id, created_at)"
        " VALUES (:owner, :key, :fingerprint, :id, :now)"
        " ON CONFLICT (owner, key) DO NOTHING RETURNING job_id"
    )
    holder = (
        f"{SELECT} WHERE id = (SELECT job_id FROM idempotency WHERE owner = :owner AND key = :key)"
    )
    while not (yield claim, {**parameters, "now": job.created_at}):
        rows = yield holder, {"owner": job.owner, "key": key}
        if not rows:
            continue  # the key was forgotten just now
        earlier = from_row(rows[0])
        if earlier.fingerprint != job.fingerprint:
            raise KeyReusedError(earlier.id)
        return earlier
    return None
