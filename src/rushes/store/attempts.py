"""Attempts at a provider: intended, sent, accepted, lost. This is what keeps payments correct.

Methods that act for a job's holder do nothing, and return None or False, when the job has another
epoch by now: a process that was overtaken can record nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rushes.clock import unix_time
from rushes.store.attempt import (
    ATTEMPT_COLUMNS,
    ORPHAN_COLUMNS,
    Attempt,
    Orphan,
    unresolved,
)
from rushes.store.budget import Budget
from rushes.store.job import COLUMNS, ENDED, SELECT, Job, from_row
from rushes.store.job_actions import record_action
from rushes.store.jobs import change
from rushes.store.ledger import reserve_again, settle
from rushes.store.money import dollars, nano
from rushes.store.outbox import supersede
from rushes.store.transaction import (
    Database,
    OnInsert,
    Table,
    Transaction,
    reads,
    single_writes,
    writes,
)

_ATTEMPT = f"SELECT {', '.join(ATTEMPT_COLUMNS)} FROM attempts"
_ORPHAN = f"SELECT {', '.join(ORPHAN_COLUMNS)} FROM orphans"
_THIS = "job_id = :id AND attempt = :attempt"
_RENEWED = (
    "DO UPDATE SET state = 'intent', epoch = :epoch, intent_at = :now,"
    " sent_at = NULL, upstream_id = NULL, detail = NULL"
)
_UNKNOWN = "('sending', 'unknown')"  # it may have been paid for
_OPEN = "('sending', 'unknown', 'accepted')"  # it may go on, and be charged
ATTACHED_FOR = 86_400  # seconds that a job attached by hand may take
OPERATOR = "operator"  # who acts by hand, where that is not known better
WITHOUT_VIDEO = frozenset({"failed", "cancelled", "expired"})
IN_FLIGHT = "('submitting', 'running', 'storing')"
UNCOUNTED = 1000  # jobs of one provider, more than are sent while a transaction can last
COUNTED_FOR = 1.0  # seconds that a count far below the limit holds


class SharedIdError(Exception):
    """The upstream returned an id that belongs to another job."""


class Attempts(Table):
    """Records every step of an attempt before, and right after, money may be spent on it."""

    def __init__(self, database: Database, on_insert: OnInsert | None = None) -> None:
        super().__init__(database)
        self._on_insert = on_insert
        self._full = set[str]()  # providers that had no room when it was looked at last
        self._ample_until = dict[str, float]()  # when those with far more room are counted again

    @reads
    def current(self, job: Job) -> Transaction[Attempt | None]:
        rows = yield f"{_ATTEMPT} WHERE {_THIS}", _key(job)
        return Attempt(*rows[0]) if rows else None

    @writes
    def intend(self, job: Job, attempt: int, limit: int | None = None) -> Transaction[Job | None]:
        """Commit the intent of a new attempt; return the job as submitting, None if overtaken.

        With `limit`, a job that is still queued stays so (and is returned so) while that many jobs
        of its provider are in flight, on any host.
        """
        if job.state == "queued" and not (yield from self._has_room(job.provider, limit)):
            return job
        return (yield from _intend(job, attempt, "DO NOTHING"))

    @writes
    def renew(self, job: Job) -> Transaction[Job | None]:
        """Commit the intent of the same attempt again: its upstream job is known to be gone."""
        return (yield from _intend(job, job.attempt, _RENEWED))

    @single_writes
    def send(self, job: Job) -> Transaction[bool]:
        """Commit that an attempt is being sent, unless its job was overtaken or cancelled.

        Only an intent is sent; `resend` alone sends again.
        """
        return (yield from _mark(job, {"intent"}, "sending", sent_at=unix_time()))

    @single_writes
    def resend(self, job: Job) -> Transaction[bool]:
        """Commit that an attempt is sent once more with the same key."""
        return (yield from _mark(job, {"intent", "sending", "unknown"}, "sending"))

    @single_writes
    def withdraw(self, job: Job, detail: str) -> Transaction[bool]:
        """Commit that an attempt was certainly not accepted: it is an intent again."""
        return (yield from _mark(job, {"sending"}, "intent", detail=detail))

    @single_writes
    def mark_unknown(self, job: Job, detail: str) -> Transaction[bool]:
        """Commit that an attempt may have been accepted, and the response is lost."""
        return (yield from _mark(job, {"sending"}, "unknown", detail=detail))

    @single_writes
    def mark_absent(self, job: Job) -> Transaction[bool]:
        """Commit that an attempt was looked up and was not accepted."""
        return (yield from _mark(job, {"sending", "unknown"}, "absent"))

    @single_writes
    def mark_refused(self, job: Job, detail: str) -> Transaction[bool]:
        return (yield from _mark(job, {"sending"}, "refused", detail=detail))

    @writes
    def accept(self, job: Job, upstream_id: str) -> Transaction[Job | None]:
        """Commit the upstream's id; return the job as running, None if overtaken.

        Raises SharedIdError: two jobs must not share one video.
        """
        yield from self._check_own(job.id, job.provider, upstream_id)
        changes = {
            "state": "running",
            "upstream_id": upstream_id,
            "accepted_at": unix_time(),
            "delay_reason": None,
        }
        accepted = yield from change(job.id, {"submitting"}, changes, job.epoch)
        if accepted is not None:
            yield (
                "UPDATE attempts SET state = 'accepted', upstream_id = :upstream, epoch = :epoch"
                f" WHERE {_THIS}",
                {**_key(job), "upstream": upstream_id, "epoch": job.epoch},
            )
        return accepted

    @writes
    def mark_ended(
        self, job: Job, detail: str | None = None, cost: Decimal | None = None
    ) -> Transaction[None]:
        """Commit that an accepted attempt has no video, and nothing is lost by that."""
        if (current := (yield from _lock(job, {"running", "storing"}))) is not None:
            yield (
                "UPDATE attempts SET state = 'ended', ended_at = :now,"
                " cost = COALESCE(:cost, cost), detail = COALESCE(:detail, detail)"
                f" WHERE {_THIS} AND state = 'accepted'",
                {**_key(job), "now": unix_time(), "detail": detail, "cost": _text(cost)},
            )
            if cost is not None:
                yield from settle(current)

    @writes
    def mark_made(
        self, job: Job, cost: Decimal | None, changes: Mapping[str, Any]
    ) -> Transaction[Job | None]:
        """Commit that an attempt's video is made, and what it cost; None if overtaken."""
        moved = yield from change(job.id, {"running"}, {**changes, "state": "storing"}, job.epoch)
        if moved is not None:
            rows = yield (
                f"UPDATE attempts SET ended_at = :now, cost = :cost WHERE {_THIS}"
                f" RETURNING {', '.join(ATTEMPT_COLUMNS)}",
                {**_key(job), "now": unix_time(), "cost": _text(cost)},
            )
            # Most jobs have one attempt, which need not be read again.
            only = [Attempt(*row) for row in rows] if moved.attempt == 1 else None
            yield from settle(moved, attempts=only)
        return moved

    @writes
    def mark_charged(self, job: Job, cost: Decimal) -> Transaction[None]:
        """Commit what an accepted attempt has cost that could not be stopped."""
        if (current := (yield from _lock(job, {"running", "storing"}))) is not None:
            yield (
                f"UPDATE attempts SET cost = :cost WHERE {_THIS} AND state = 'accepted'",
                {**_key(job), "cost": _text(cost)},
            )
            yield from settle(current)

    @reads
    def of(self, job_id: str) -> Transaction[list[Attempt]]:
        """Return the attempts of a job in order."""
        rows = yield f"{_ATTEMPT} WHERE job_id = :id ORDER BY attempt", {"id": job_id}
        return [Attempt(*row) for row in rows]

    @writes
    def reroute(
        self,
        job: Job,
        changes: Mapping[str, Any],
        detail: str,
        budgets: Sequence[Budget] = (),
    ) -> Transaction[Job | None]:
        """Queue a job for another account, which `changes` name; its attempt is over.

        An attempt that was not accepted counts as refused. None if the job was overtaken or is to
        be cancelled, or if one of its attempts may have been accepted and is not known to be over.
        Raises OverBudgetError if it may cost more there, and one of `budgets` has less left.
        """
        states = {"queued", "submitting", "running"}
        current = yield from _lock(job, states)
        if current is None or current.cancellation == "requested":
            return None
        if current.provider != job.provider:  # another host has done it
            return None
        query = f"SELECT 1 FROM attempts WHERE job_id = :id AND state IN {_OPEN} LIMIT 1"
        if (yield query, {"id": job.id}):
            return None
        if current.state != "queued":  # else it has none at this account
            yield (
                "UPDATE attempts SET state = 'refused', ended_at = :now, detail = :detail"
                f" WHERE {_THIS} AND state IN ('intent', 'refused')",
                {**_key(job), "now": unix_time(), "detail": detail},
            )
        queued = {"state": "queued", "upstream_id": None, "progress": 0.0, "accepted_at": None}
        rerouted = yield from change(job.id, states, {**queued, **changes}, job.epoch)
        if rerouted is not None:
            yield from settle(rerouted, database=self._database, budgets=budgets)
        return rerouted

    @writes
    def keep_orphan(self, job: Job, upstream_id: str) -> Transaction[tuple[Orphan, bool]]:
        """Keep the id that came to a process that had been overtaken.

        An attempt that counted as not accepted may be charged after all: it is unknown again, and
        its price is reserved. Returns whether that is so.
        """
        rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job.id}
        orphan = yield from _keep_orphan(job, upstream_id, "open")
        revived = yield (
            "UPDATE attempts SET state = 'unknown', upstream_id = :upstream, detail = :detail"
            f" WHERE {_THIS} AND state IN ('absent', 'dismissed') AND upstream_id IS NULL"
            " AND cost IS NULL RETURNING attempt",
            {**_key(job), "upstream": upstream_id, "detail": f"accepted late, as {upstream_id}"},
        )
        if revived and rows:
            yield from settle(from_row(rows[0]))
        return orphan, bool(revived)

    @reads
    def open_orphans(self, job: Job) -> Transaction[list[Orphan]]:
        rows = yield f"{_ORPHAN} WHERE job_id = :id AND fate = 'open'", {"id": job.id}
        return [Orphan(*row) for row in rows]

    @reads
    def all_orphans(self, job_id: str) -> Transaction[list[Orphan]]:
        """Return the ids of a job that came too late, or were replaced by hand."""
        rows = yield f"{_ORPHAN} WHERE job_id = :id ORDER BY found_at", {"id": job_id}
        return [Orphan(*row) for row in rows]

    @reads
    def jobs_with_orphans(self) -> Transaction[list[Job]]:
        query = (
            f"{SELECT} WHERE ended_at IS NOT NULL"
            " AND id IN (SELECT job_id FROM orphans WHERE fate = 'open')"
        )
        return [from_row(row) for row in (yield query, {})]

    @writes
    def settle_orphan(
        self, orphan: Orphan, fate: str, cost: Decimal | None = None
    ) -> Transaction[None]:
        """Commit what became of an orphan; `cost` is what its provider charges, if that is known.

        An attempt whose outcome was unknown is over if its orphan is stopped, or its cost known.
        """
        query = f"{SELECT} WHERE id = :id /*for update*/"
        rows = yield query, {"id": orphan.job_id}
        if fate == "stopped" or cost is not None:
            ended = yield (
                "UPDATE attempts SET state = 'ended', ended_at = :now, upstream_id = :upstream,"
                f" cost = COALESCE(:cost, cost) WHERE {_THIS} AND state = 'unknown'"
                " AND provider = :provider RETURNING attempt",
                {
                    "id": orphan.job_id,
                    "attempt": orphan.attempt,
                    "now": unix_time(),
                    "upstream": orphan.upstream_id,
                    "cost": _text(cost),
                    "provider": orphan.provider,
                },
            )
            if ended and rows:
                yield from settle(from_row(rows[0]))
        yield (
            "UPDATE orphans SET fate = :fate WHERE provider = :provider"
            " AND upstream_id = :upstream_id AND job_id = :job_id",
            {**vars(orphan), "fate": fate},
        )

    @reads
    def has_unknown(self, job: Job) -> Transaction[bool]:
        """Return whether one of a job's attempts may have been accepted without a response."""
        query = f"SELECT 1 FROM attempts WHERE job_id = :id AND state IN {_UNKNOWN} LIMIT 1"
        return bool((yield query, {"id": job.id}))

    @reads
    def unresolved(self) -> Transaction[list[tuple[Job, Attempt]]]:
        """Return what may have been paid, of ended jobs, without a video here; oldest first.

        That is each attempt whose response is lost, and each that was accepted and then given up.
        """
        columns = [f"j.{name}" for name in COLUMNS] + [f"a.{name}" for name in ATTEMPT_COLUMNS]
        rows = yield (
            f"SELECT {', '.join(columns)} FROM attempts a JOIN jobs j ON j.id = a.job_id"
            f" WHERE j.ended_at IS NOT NULL AND {unresolved('a', 'j')} ORDER BY a.intent_at",
            {},
        )
        width = len(COLUMNS)
        return [(from_row(row[:width]), Attempt(*row[width:])) for row in rows]

    @writes
    def attach(
        self, job_id: str, upstream_id: str, actor: str = OPERATOR
    ) -> Transaction[Job | None]:
        """Give a job that ended without a video the upstream id found by hand, or its own again.

        It is running then, to be taken up again; another id that it had is kept as an orphan. None
        if the job is not one of those. Raises SharedIdError for an id that another job has.
        """
        job = yield from self._attach(job_id, upstream_id)
        if job is not None:
            yield from record_action(job_id, "attach", actor, upstream_id)
            yield from self._enqueue(job)
            yield from settle(job)
        return job

    @writes
    def dismiss(
        self, job_id: str, actor: str = OPERATOR, cost: Decimal | None = None
    ) -> Transaction[bool]:
        """Commit that the operator has looked into a job's attempts; False if there were none.

        What they reserve is released; `cost` (USD) is what they were charged in all.
        """
        found = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job_id}
        dismissed = yield from _dismiss(job_id)
        if not dismissed:
            return False
        job, detail = from_row(found[0]), None
        if cost is not None:
            job = yield from _charge(job, dismissed, cost)
            detail = f"charged {dollars(nano(cost))}"
        yield from record_action(job_id, "dismiss", actor, detail)
        yield from settle(job)
        return True

    @writes
    def resubmit(
        self,
        seen: Job,
        deadline: int,
        cost: Decimal | None,
        actor: str = OPERATOR,
        budgets: Sequence[Budget] | None = (),
    ) -> Transaction[Job | None]:
        """Queue a job that ended without a video for one more attempt, which may be charged.

        Its unresolved attempts are dismissed, and an upstream id that it had is kept as an orphan.
        `cost` is what it has cost so far. None if the job is not as it was `seen`, so that of two
        who decide at once only one pays, or if it was never sent, or is deleted. Raises
        OverBudgetError if one of `budgets` has no room for its price; None are not asked.
        """
        rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": seen.id}
        job = from_row(rows[0]) if rows else None
        if job is None or not can_resubmit(job):
            return None
        if (job.epoch, job.attempt, job.ended_at) != (seen.epoch, seen.attempt, seen.ended_at):
            return None
        yield from _dismiss(job.id)
        if job.upstream_id is not None:
            yield from _keep_orphan(job, job.upstream_id, "replaced")
        yield from _expect_callback(job.id)
        changes = {
            "state": "queued",
            "upstream_id": None,
            "progress": 0.0,
            "error": None,
            "cost": cost,
            "accepted_at": None,
            "ended_at": None,
            "deadline": deadline,
            "cancellation": None,
            "delay_reason": None,
        }
        queued = yield from change(job.id, WITHOUT_VIDEO, changes, job.epoch)
        if queued is not None:
            unasked = ", whatever the budgets allow" if budgets is None else ""
            detail = f"after attempt {job.attempt}{unasked}"
            yield from record_action(job.id, "resubmit", actor, detail)
            yield from self._enqueue(queued)
            yield from reserve_again(self._database, queued, budgets or ())
        return queued

    def _enqueue(self, job: Job) -> Transaction[None]:
        if self._on_insert is not None:
            yield from self._on_insert(job)

    def _has_room(self, provider: str, limit: int | None) -> Transaction[bool]:
        """Return whether fewer jobs than `limit` are in flight; near it, others that ask wait."""
        if limit is None:
            return True
        if limit > UNCOUNTED:
            if unix_time() < self._ample_until.get(provider, 0.0):
                return True
            if (yield from _in_flight(provider)) < limit - UNCOUNTED:
                self._ample_until[provider] = unix_time() + COUNTED_FOR
                return True
        # Those that wait for room must not queue for the lock before those that make some.
        if provider in self._full and (yield from _in_flight(provider)) >= limit:
            return False
        yield from self._database.exclusive(f"provider {provider}")
        has_room = (yield from _in_flight(provider)) < limit
        (self._full.discard if has_room else self._full.add)(provider)
        return has_room

    def _check_own(self, job_id: str, provider: str, upstream_id: str) -> Transaction[None]:
        """Raise SharedIdError if another job has an upstream id, or takes it at the same time."""
        yield from self._database.exclusive(f"upstream id {provider} {upstream_id}")
        shared = yield (
            "SELECT job_id FROM attempts WHERE provider = :provider"
            " AND upstream_id = :upstream AND job_id <> :id",
            {"provider": provider, "upstream": upstream_id, "id": job_id},
        )
        if shared:
            raise SharedIdError(f"it returned the id of another job, {upstream_id}")

    def _attach(self, job_id: str, upstream_id: str) -> Transaction[Job | None]:
        rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job_id}
        job = from_row(rows[0]) if rows else None
        if job is None or job.ended_at is None or job.outputs or job.attempt == 0:
            return None
        # A job that was given to another account and sent to none since is its last attempt's.
        sent = yield (
            f"SELECT provider, upstream_model FROM attempts WHERE {_THIS}"
            " AND state NOT IN ('intent', 'absent', 'refused')",
            _key(job),
        )
        if not sent:
            return None
        provider, upstream_model = sent[0]
        yield from self._check_own(job_id, provider, upstream_id)
        yield (
            "UPDATE attempts SET state = 'accepted', upstream_id = :upstream, detail = 'by hand'"
            f" WHERE {_THIS}",
            {**_key(job), "upstream": upstream_id},
        )
        if job.upstream_id not in {None, upstream_id}:
            yield from _keep_orphan(job, str(job.upstream_id), "replaced")
        yield from _expect_callback(job_id)
        changes = {
            "state": "running",
            "provider": provider,
            "upstream_model": upstream_model,
            "upstream_id": upstream_id,
            "error": None,
            "ended_at": None,
            "deadline": int(unix_time()) + ATTACHED_FOR,
            "cancellation": None,
        }
        return (yield from change(job_id, WITHOUT_VIDEO, changes, None))


def can_resubmit(job: Job) -> bool:
    """Return whether a person may have a job attempted again: it was sent, and has no video."""
    is_over = job.state in WITHOUT_VIDEO and job.ended_at is not None and not job.outputs
    return is_over and job.attempt > 0 and job.deleted_at is None


def _dismiss(job_id: str) -> Transaction[list[int]]:
    """Dismiss the unresolved attempts of an ended job; return their numbers."""
    rows = yield (
        "UPDATE attempts SET state = 'dismissed' WHERE job_id = :id AND job_id IN"
        " (SELECT j.id FROM jobs j WHERE j.id = :id AND j.ended_at IS NOT NULL"
        f" AND {unresolved('attempts', 'j')}) RETURNING attempt",
        {"id": job_id},
    )
    return sorted(row[0] for row in rows)


def _charge(job: Job, numbers: Sequence[int], cost: Decimal) -> Transaction[Job]:
    """Commit what some attempts at an ended job have cost in all, which the last one then has."""
    rows = yield "SELECT attempt, cost FROM attempts WHERE job_id = :id", {"id": job.id}
    known = {int(row[0]): Decimal(row[1]) for row in rows if row[1] is not None}
    for number in numbers:
        charged = cost if number == numbers[-1] else Decimal(0)
        values = {"id": job.id, "attempt": number, "cost": _text(charged)}
        yield f"UPDATE attempts SET cost = :cost WHERE {_THIS}", values
    # A job of before attempts had costs has cost more than they say.
    before = max(job.cost or Decimal(0), sum(known.values(), Decimal(0)))
    total = before - sum((known.get(n, Decimal(0)) for n in numbers), Decimal(0)) + cost
    changed = yield from change(job.id, ENDED, {"cost": total}, None)
    return changed or job


def _expect_callback(job_id: str) -> Transaction[None]:
    """Have the next end of a job reported, though an earlier one was."""
    yield (
        "UPDATE jobs SET callback = 'pending' WHERE id = :id AND callback_url IS NOT NULL"
        " AND callback <> 'pending'",
        {"id": job_id},
    )
    yield from supersede(job_id)


def _key(job: Job) -> dict[str, Any]:
    return {"id": job.id, "attempt": job.attempt}


def _text(cost: Decimal | None) -> str | None:
    return None if cost is None else str(cost)


def _lock(job: Job, states: Collection[str]) -> Transaction[Job | None]:
    """Lock a job's row for the rest of the transaction; None unless it is still the holder's."""
    rows = yield f"{SELECT} WHERE id = :id /*for update*/", {"id": job.id}
    current = from_row(rows[0]) if rows else None
    if current is None or current.epoch != job.epoch or current.state not in states:
        return None
    return current


def _intend(job: Job, attempt: int, on_conflict: str) -> Transaction[Job | None]:
    changes = {"state": "submitting", "attempt": attempt, "upstream_id": None, "progress": 0.0}
    states = {"queued", "submitting", "running", "storing"}
    moved = yield from change(job.id, states, changes, job.epoch)
    if moved is not None:
        yield (
            "INSERT INTO attempts"
            " (job_id, attempt, provider, upstream_model, key, state, epoch, intent_at)"
            " VALUES (:id, :attempt, :provider, :model, :key, 'intent', :epoch, :now)"
            f" ON CONFLICT (job_id, attempt) {on_conflict}",
            {
                **_key(moved),
                "provider": job.provider,
                "model": job.upstream_model,
                "key": f"{job.id}-{attempt}",
                "epoch": job.epoch,
                "now": unix_time(),
            },
        )
        if attempt > 1:  # the one before may be charged too, or its video was lost
            yield from settle(moved)
    return moved


def _in_flight(provider: str) -> Transaction[int]:
    rows = yield (
        f"SELECT count(*) FROM jobs WHERE provider = :provider AND state IN {IN_FLIGHT}"
        " AND ended_at IS NULL AND attempt > 0",
        {"provider": provider},
    )
    return int(rows[0][0])


def _mark(job: Job, sources: Collection[str], state: str, **values: Any) -> Transaction[bool]:
    """Change the state of an attempt, in one statement that also locks its job's row."""
    assignments = "".join(f", {name} = :{name}" for name in values)
    is_first = set(sources) == {"intent"}  # a job that is to be cancelled is not sent
    going_on = " AND COALESCE(cancellation, '') <> 'requested'" if is_first else ""
    rows = yield (
        "WITH held AS (SELECT id FROM jobs WHERE id = :id AND epoch = :epoch"
        f" AND state = 'submitting'{going_on} /*for update*/)"
        f" UPDATE attempts SET state = :state, epoch = :epoch{assignments} WHERE {_THIS}"
        f" AND state IN ({', '.join(repr(s) for s in sorted(sources))})"
        " AND EXISTS (SELECT 1 FROM held) RETURNING state",
        {**_key(job), "state": state, "epoch": job.epoch, **values},
    )
    return bool(rows)


def _keep_orphan(job: Job, upstream_id: str, fate: str) -> Transaction[Orphan]:
    orphan = Orphan(job.provider, upstream_id, job.id, job.attempt, fate, unix_time())
    yield (
        "INSERT INTO orphans (provider, upstream_id, job_id, attempt, fate, found_at)"
        " VALUES (:provider, :upstream_id, :job_id, :attempt, :fate, :found_at)"
        " ON CONFLICT (provider, upstream_id, job_id) DO NOTHING",
        vars(orphan),
    )
    return orphan
