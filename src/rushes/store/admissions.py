"""Admissions: how many jobs a request makes. One, whoever asks it again how often.

A client's `Idempotency-Key` is kept with its job. A request without one whose answer never reached
its client is recognised by its digest when it comes again; two whose answers were both delivered
are two jobs.
"""

from __future__ import annotations

from dataclasses import dataclass

from rushes.store.job import COLUMNS, Job, from_row
from rushes.store.jobs import SELECT, insertion
from rushes.store.transaction import Also, Database, Transaction


class KeyReusedError(Exception):
    """Tell that an idempotency key came again with another request."""


class NoRoomError(Exception):
    """Tell that a new job was not to be made, and no earlier one was found."""


@dataclass(frozen=True)
class Admission:
    """The job of a request; `replayed` if an earlier request had made it."""

    job: Job
    replayed: bool


class Admissions:
    """Commit requests as jobs. `also` is committed with each new job, such as its queue entry."""

    def __init__(self, database: Database, also: Also | None = None) -> None:
        self._database = database
        self._also = also

    async def admit(
        self,
        job: Job,
        body: str,
        *,
        key: str | None = None,
        since: int = 0,
        full: bool = False,
    ) -> Admission:
        """Commit a new job, or return the one that its key or an unanswered twin has made.

        Twins made before `since` (unix seconds) are not regarded. Raises KeyReusedError, and
        NoRoomError where a new job would be needed though it is `full`.
        """
        return await self._database.write(self._admit(job, body, key, since, full=full))

    async def answered(self, job_id: str, answer: str) -> None:
        """Commit whether the 202 of a job was `delivered` or `lost`."""
        await self._database.write(_answered(job_id, answer))

    async def lose_pending(self, before: int) -> None:
        """Take answers still pending from before a time (unix seconds) for lost."""
        await self._database.write(_lose_pending(before))

    async def forget_keys(self, before: int) -> None:
        """Delete idempotency keys made before a time."""
        await self._database.write(_forget_keys(before))

    def _admit(
        self, job: Job, body: str, key: str | None, since: int, *, full: bool
    ) -> Transaction[Admission]:
        if key is None:
            earlier = yield from _lost_twin(job, since)
        else:
            earlier = yield from _claim_key(job, key)
        if earlier is not None:
            return Admission(earlier, replayed=True)
        if full:
            raise NoRoomError
        yield from insertion(job, body)
        if self._also is not None:
            yield from self._also(job)
        return Admission(job, replayed=False)


def _lost_twin(job: Job, since: int) -> Transaction[Job | None]:
    """Take the oldest job of the same request whose answer was lost; each is taken once."""
    rows = yield (
        (
            "UPDATE jobs SET answer = 'pending' WHERE answer = 'lost' AND id = ("
            " SELECT id FROM jobs WHERE owner = :owner AND fingerprint = :fingerprint"
            # Said twice, because the index is of what was not delivered.
            " AND answer <> 'delivered' AND answer = 'lost'"
            " AND created_at >= :since AND deleted_at IS NULL"
            f" ORDER BY created_ns LIMIT 1 /*for update*/) RETURNING {', '.join(COLUMNS)}"
        ),
        {"owner": job.owner, "fingerprint": job.fingerprint, "since": since},
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


def _answered(job_id: str, answer: str) -> Transaction[None]:
    yield (
        # One answer that arrived is enough, whatever became of those before it.
        "UPDATE jobs SET answer = :answer WHERE id = :id AND answer <> 'delivered'",
        {"answer": answer, "id": job_id},
    )


def _lose_pending(before: int) -> Transaction[None]:
    yield (
        (
            "UPDATE jobs SET answer = 'lost' WHERE answer <> 'delivered' AND answer = 'pending'"
            " AND created_at < :before"
        ),
        {"before": before},
    )


def _forget_keys(before: int) -> Transaction[None]:
    yield "DELETE FROM idempotency WHERE created_at < :before", {"before": before}
