"""Attempts at a provider: intended, sent, accepted, lost. This is what keeps payments correct.

Each method is one transaction. Those that act for a job's holder do nothing, and say so, when the
job has another epoch by now: whoever was overtaken can record nothing.
"""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Any

from rushes.store.attempt import ATTEMPT_COLUMNS, ORPHAN_COLUMNS, Attempt, Orphan
from rushes.store.job import COLUMNS, Job, from_row
from rushes.store.jobs import SELECT, change
from rushes.store.transaction import Also, Database, Transaction

_SUBMISSION = f"SELECT {', '.join(ATTEMPT_COLUMNS)} FROM submissions"
_ORPHAN = f"SELECT {', '.join(ORPHAN_COLUMNS)} FROM orphans"
_RENEWED = (
    "DO UPDATE SET state = 'intent', epoch = :epoch, intent_at = :now,"
    " sent_at = NULL, upstream_id = NULL, detail = NULL"
)
UNANSWERED = "('sending', 'unknown')"  # of an ended job: it may have been taken, and nobody knows
# Of a job j: it was accepted, and then it ended for a reason that is not known to be free.
_GIVEN_UP = "j.state IN ('failed', 'expired') AND j.outputs = '[]'"
ATTACHED_FOR = 86_400  # seconds that a job found by hand may take
IN_FLIGHT = "('submitting', 'running', 'storing')"


class SharedIdError(Exception):
    """Tell that an upstream told an id that another job of ours has already."""


class Attempts:
    """Record every step of every order before, and right after, it is taken."""

    def __init__(self, database: Database, also: Also | None = None) -> None:
        self._database = database
        self._also = also

    async def submission(self, job: Job) -> Attempt | None:
        return await self._database.read(_submission(job))

    async def intend(self, job: Job, attempt: int, limit: int | None = None) -> Job | None:
        """Commit the intent of a new attempt; return the job as submitting, None if overtaken.

        With `limit`, a job that is still queued stays so (and is returned so) while that many jobs
        of its provider are in flight, on whatever host.
        """
        return await self._database.write(_intend(job, attempt, limit, renew=False))

    async def renew(self, job: Job) -> Job | None:
        """Commit the intent of the same attempt once more: what was taken is known to be gone."""
        return await self._database.write(_intend(job, job.attempt, None, renew=True))

    async def send(self, job: Job) -> bool:
        """Commit that the order is being sent, unless its job was overtaken or is to be cancelled.

        Only an intent is sent; what was sent before is sent again by `resend` alone.
        """
        return await self._database.write(_mark(job, {"intent"}, "sending", sent_at=time.time()))

    async def resend(self, job: Job) -> bool:
        """Commit that an order is sent once more with the same key."""
        return await self._database.write(_mark(job, {"intent", "sending", "unknown"}, "sending"))

    async def withdraw(self, job: Job, detail: str) -> bool:
        """Commit that the order was certainly not taken: it is an intent again."""
        return await self._database.write(_mark(job, {"sending"}, "intent", detail=detail))

    async def doubt(self, job: Job, detail: str) -> bool:
        """Commit that the order may have been taken, and the answer is missing."""
        return await self._database.write(_mark(job, {"sending"}, "unknown", detail=detail))

    async def disprove(self, job: Job) -> bool:
        """Commit that the order was looked for and was not taken."""
        return await self._database.write(_mark(job, {"sending", "unknown"}, "absent"))

    async def refuse(self, job: Job, detail: str) -> bool:
        """Commit that the upstream said no."""
        return await self._database.write(_mark(job, {"sending"}, "refused", detail=detail))

    async def accept(self, job: Job, upstream_id: str) -> Job | None:
        """Commit the upstream's id; return the job as running, None if overtaken.

        Raises SharedIdError: two jobs must not share one video.
        """
        return await self._database.write(_accept(job, upstream_id))

    async def orphan(self, job: Job, upstream_id: str) -> Orphan:
        """Keep the id that came to someone who had been overtaken."""
        return await self._database.write(_orphan(job, upstream_id))

    async def orphans(self, job: Job) -> list[Orphan]:
        """Return a job's orphans whose fate is open."""
        return await self._database.read(_open_orphans(job.id))

    async def orphaned(self) -> list[Job]:
        """Return the ended jobs that have orphans whose fate is open."""
        return await self._database.read(_orphaned())

    async def settle_orphan(self, orphan: Orphan, fate: str) -> None:
        await self._database.write(_settle_orphan(orphan, fate))

    async def end(self, job: Job) -> None:
        """Commit that nothing is to be had for an accepted order, nor lost by it."""
        await self._database.write(_end(job))

    async def in_doubt(self, job: Job) -> bool:
        """Return whether one of a job's orders may have been taken without an answer."""
        return await self._database.read(_in_doubt(job.id))

    async def unknown(self) -> list[tuple[Job, Attempt]]:
        """Return what may have been paid, of ended jobs, without a video here; oldest first.

        That is each order whose answer is missing, and each that was accepted and then given up.
        """
        return await self._database.read(_unknown())

    async def upstream_ids(self, job_id: str) -> list[Orphan]:
        """Return the ids of a job that came too late, or were replaced by hand."""
        return await self._database.read(_orphans(job_id))

    async def attach(self, job_id: str, upstream_id: str) -> Job | None:
        """Give a job that ended without a video the upstream id found by hand, or its own again.

        It is running then, to be taken up again; another id that it had is kept as an orphan. None
        if the job is not one of those. Raises SharedIdError for an id that another job has.
        """
        return await self._database.write(self._attach(job_id, upstream_id))

    async def dismiss(self, job_id: str) -> bool:
        """Commit that a person has looked into a job's orders; return whether there were any."""
        return await self._database.write(_dismiss(job_id))

    def _attach(self, job_id: str, upstream_id: str) -> Transaction[Job | None]:
        job = yield from _attached(job_id, upstream_id)
        if job is not None and self._also is not None:
            yield from self._also(job)
        return job


def _lock(job: Job, states: Collection[str]) -> Transaction[Job | None]:
    """Lock a job's row for the rest of the transaction; None unless it is still the holder's."""
    rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job.id}
    current = from_row(rows[0]) if rows else None
    if current is None or current.epoch != job.epoch or current.state not in states:
        return None
    return current


def _submission(job: Job) -> Transaction[Attempt | None]:
    query = f"{_SUBMISSION} WHERE job_id = :id AND attempt = :attempt"
    rows = yield query, {"id": job.id, "attempt": job.attempt}
    return Attempt(*rows[0]) if rows else None


def _intend(job: Job, attempt: int, limit: int | None, *, renew: bool) -> Transaction[Job | None]:
    if job.state == "queued" and limit is not None:
        # Those that wait for room must not queue for the lock before those that make some.
        if (yield from _in_flight(job.provider)) >= limit:
            return job
        yield from _one_at_a_time(job.provider)
        if (yield from _in_flight(job.provider)) >= limit:
            return job
    moved = yield from change(
        job.id,
        {"queued", "submitting", "running", "storing"},
        {"state": "submitting", "attempt": attempt, "upstream_id": None, "progress": 0.0},
        job.epoch,
    )
    if moved is None:
        return None
    yield (
        (
            "INSERT INTO submissions (job_id, attempt, provider, key, state, epoch, intent_at)"
            " VALUES (:id, :attempt, :provider, :key, 'intent', :epoch, :now)"
            f" ON CONFLICT (job_id, attempt) {_RENEWED if renew else 'DO NOTHING'}"
        ),
        {
            "id": job.id,
            "attempt": attempt,
            "provider": job.provider,
            "key": f"{job.id}-{attempt}",
            "epoch": job.epoch,
            "now": time.time(),
        },
    )
    return moved


def _in_flight(provider: str) -> Transaction[int]:
    """Count a provider's jobs in flight."""
    rows = yield (
        (
            f"SELECT count(*) FROM jobs WHERE provider = :provider AND state IN {IN_FLIGHT}"
            " AND ended_at IS NULL AND attempt > 0"
        ),
        {"provider": provider},
    )
    return int(rows[0][0])


def _one_at_a_time(provider: str) -> Transaction[None]:
    """Let others who would count or compare a provider's jobs wait for this transaction's end."""
    yield (
        (
            "INSERT INTO rate_limit (credential, next_at) VALUES (:credential, 0)"
            " ON CONFLICT (credential) DO NOTHING"
        ),
        {"credential": provider},
    )
    yield (
        "SELECT credential FROM rate_limit WHERE credential = :credential /*for update*/",
        {"credential": provider},
    )


def _check_own(job_id: str, provider: str, upstream_id: str) -> Transaction[None]:
    """Raise SharedIdError if another job has an upstream id."""
    yield from _one_at_a_time(provider)
    shared = yield (
        (
            "SELECT job_id FROM submissions WHERE provider = :provider"
            " AND upstream_id = :upstream AND job_id <> :id"
        ),
        {"provider": provider, "upstream": upstream_id, "id": job_id},
    )
    if shared:
        raise SharedIdError(f"it told the id of another job, {upstream_id}")


def _mark(job: Job, sources: Collection[str], state: str, **values: Any) -> Transaction[bool]:
    current = yield from _lock(job, {"submitting"})
    first = set(sources) == {"intent"}
    if current is None or (first and current.cancellation == "requested"):
        return False
    assignments = "".join(f", {name} = :{name}" for name in values)
    rows = yield (
        (
            f"UPDATE submissions SET state = :state, epoch = :epoch{assignments}"
            " WHERE job_id = :id AND attempt = :attempt AND state IN"
            f" ({', '.join(repr(s) for s in sorted(sources))}) RETURNING state"
        ),
        {"state": state, "epoch": job.epoch, "id": job.id, "attempt": job.attempt, **values},
    )
    return bool(rows)


def _accept(job: Job, upstream_id: str) -> Transaction[Job | None]:
    yield from _check_own(job.id, job.provider, upstream_id)
    current = yield from _lock(job, {"submitting"})
    if current is None:
        return None
    now = time.time()
    yield (
        (
            "UPDATE submissions SET state = 'accepted', upstream_id = :upstream, epoch = :epoch"
            " WHERE job_id = :id AND attempt = :attempt"
        ),
        {"upstream": upstream_id, "epoch": job.epoch, "id": job.id, "attempt": job.attempt},
    )
    changes = {
        "state": "running",
        "upstream_id": upstream_id,
        "accepted_at": now,
        "delay_reason": None,
    }
    return (yield from change(job.id, {"submitting"}, changes, job.epoch))


def _orphan(job: Job, upstream_id: str, fate: str = "open") -> Transaction[Orphan]:
    orphan = Orphan(job.provider, upstream_id, job.id, job.attempt, fate, time.time())
    yield (
        (
            "INSERT INTO orphans (provider, upstream_id, job_id, attempt, fate, found_at)"
            " VALUES (:provider, :upstream_id, :job_id, :attempt, :fate, :found_at)"
            " ON CONFLICT (provider, upstream_id, job_id) DO NOTHING"
        ),
        vars(orphan),
    )
    return orphan


def _open_orphans(job_id: str) -> Transaction[list[Orphan]]:
    rows = yield f"{_ORPHAN} WHERE job_id = :id AND fate = 'open'", {"id": job_id}
    return [Orphan(*row) for row in rows]


def _orphaned() -> Transaction[list[Job]]:
    rows = yield (
        (
            f"{SELECT} WHERE ended_at IS NOT NULL"
            " AND id IN (SELECT job_id FROM orphans WHERE fate = 'open')"
        ),
        {},
    )
    return [from_row(row) for row in rows]


def _settle_orphan(orphan: Orphan, fate: str) -> Transaction[None]:
    yield (
        (
            "UPDATE orphans SET fate = :fate WHERE provider = :provider"
            " AND upstream_id = :upstream_id AND job_id = :job_id"
        ),
        {
            "fate": fate,
            "provider": orphan.provider,
            "upstream_id": orphan.upstream_id,
            "job_id": orphan.job_id,
        },
    )


def _end(job: Job) -> Transaction[None]:
    if (yield from _lock(job, {"running", "storing"})) is not None:
        yield (
            (
                "UPDATE submissions SET state = 'ended'"
                " WHERE job_id = :id AND attempt = :attempt AND state = 'accepted'"
            ),
            {"id": job.id, "attempt": job.attempt},
        )


def _in_doubt(job_id: str) -> Transaction[bool]:
    query = f"SELECT 1 FROM submissions WHERE job_id = :id AND state IN {UNANSWERED} LIMIT 1"
    return bool((yield query, {"id": job_id}))


def _unknown() -> Transaction[list[tuple[Job, Attempt]]]:
    columns = [f"j.{name}" for name in COLUMNS] + [f"s.{name}" for name in ATTEMPT_COLUMNS]
    rows = yield (
        (
            f"SELECT {', '.join(columns)} FROM submissions s JOIN jobs j ON j.id = s.job_id"
            f" WHERE j.ended_at IS NOT NULL AND (s.state IN {UNANSWERED}"
            f" OR (s.state = 'accepted' AND {_GIVEN_UP})) ORDER BY s.intent_at"
        ),
        {},
    )
    width = len(COLUMNS)
    return [(from_row(row[:width]), Attempt(*row[width:])) for row in rows]


def _orphans(job_id: str) -> Transaction[list[Orphan]]:
    rows = yield f"{_ORPHAN} WHERE job_id = :id ORDER BY found_at", {"id": job_id}
    return [Orphan(*row) for row in rows]


def _attached(job_id: str, upstream_id: str) -> Transaction[Job | None]:
    rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job_id}
    job = from_row(rows[0]) if rows else None
    if job is None or job.ended_at is None or job.outputs or job.attempt == 0:
        return None
    yield from _check_own(job_id, job.provider, upstream_id)
    ordered = yield (
        (
            "UPDATE submissions SET state = 'accepted', upstream_id = :upstream, detail = 'by hand'"
            " WHERE job_id = :id AND attempt = :attempt"
            " AND state NOT IN ('intent', 'absent', 'refused') RETURNING state"
        ),
        {"upstream": upstream_id, "id": job_id, "attempt": job.attempt},
    )
    if not ordered:
        return None
    if job.upstream_id not in {None, upstream_id}:
        yield from _orphan(job, str(job.upstream_id), "replaced")
    yield (
        (
            "UPDATE jobs SET callback = 'pending' WHERE id = :id AND callback_url IS NOT NULL"
            " AND callback <> 'pending'"
        ),
        {"id": job_id},
    )
    changes = {
        "state": "running",
        "upstream_id": upstream_id,
        "error": None,
        "ended_at": None,
        "deadline": int(time.time()) + ATTACHED_FOR,
        "cancellation": None,
    }
    return (yield from change(job_id, {"failed", "cancelled", "expired"}, changes, None))


def _dismiss(job_id: str) -> Transaction[bool]:
    rows = yield (
        (
            "UPDATE submissions SET state = 'dismissed' WHERE job_id = :id AND job_id IN"
            " (SELECT j.id FROM jobs j WHERE j.id = :id AND j.ended_at IS NOT NULL"
            f"  AND (submissions.state IN {UNANSWERED}"
            f"  OR (submissions.state = 'accepted' AND {_GIVEN_UP}))) RETURNING attempt"
        ),
        {"id": job_id},
    )
    return bool(rows)
