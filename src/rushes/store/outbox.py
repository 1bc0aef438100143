"""The outbox of webhooks: what is to be sent, and what came of each attempt.

An event is put in with the end of its job. An attempt takes it by moving its due time: one that is
never settled, because its process died, is due again then. The number of the attempt is what only
its holder knows, so a late one settles nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rushes.store.job import COLUMNS, Job, from_row
from rushes.store.transaction import (
    Row,
    Table,
    Transaction,
    names,
    reads,
    slow_writes,
    surveys,
    writes,
)
from rushes.store.webhook import (
    WEBHOOK_ATTEMPT_COLUMNS,
    WEBHOOK_COLUMNS,
    AttemptOutcome,
    Webhook,
    WebhookAttempt,
    WebhookHistory,
    event_id,
    place_of,
)

_WEBHOOK = ", ".join(WEBHOOK_COLUMNS)
_HISTORY = ", ".join(
    [
        *(f"w.{column}" for column in WEBHOOK_COLUMNS),
        *(f"a.{column}" for column in WEBHOOK_ATTEMPT_COLUMNS),
    ]
)
_THIS = "id = :id AND attempts = :attempts AND created_at = :created_at AND state = 'pending'"
_IS_UNDER_WAY = (
    "EXISTS (SELECT 1 FROM webhook_attempts a WHERE a.webhook_id = webhooks.id"
    " AND a.number = webhooks.attempts AND a.duration IS NULL)"
)
# Its job has ended so, and was not taken up again since.
_IS_TRUE = (
    "state <> 'superseded'"
    " AND id = (SELECT j.id || '-' || j.state FROM jobs j WHERE j.id = webhooks.job_id)"
)


@dataclass(frozen=True)
class WebhookFilter:
    """Which webhooks are meant; None is any. `since` is in unix seconds, of their jobs' ends."""

    owner: str | None = None
    state: str | None = None
    job_id: str | None = None
    since: float | None = None


class Outbox(Table):
    @reads
    def places(self, after: str, limit: int) -> Transaction[list[tuple[str, str, float]]]:
        """Return place, owner, and the earliest due time of each place with pending webhooks.

        They come in order, from behind a place on; one index entry each is read.
        """
        step = (
            "(SELECT min(w.place) FROM webhooks w /*by webhooks_due*/"
            " WHERE w.state = 'pending' AND w.place > {after})"
        )
        first = "w.state = 'pending' AND w.place = p.place ORDER BY w.next_at LIMIT 1"
        rows = yield (
            f"WITH RECURSIVE p(place) AS (SELECT {step.format(after=':after')} UNION ALL"
            f" SELECT {step.format(after='p.place')} FROM p WHERE p.place IS NOT NULL)"
            f" SELECT place, (SELECT w.owner FROM webhooks w /*by webhooks_due*/ WHERE {first}),"
            f" (SELECT w.next_at FROM webhooks w /*by webhooks_due*/ WHERE {first})"
            " FROM p WHERE place IS NOT NULL LIMIT :limit",
            {"after": after, "limit": limit},
        )
        return [(str(row[0]), str(row[1]), float(row[2])) for row in rows if row[1] is not None]

    @writes
    def claim(
        self, wanted: Mapping[str, int], now: float, until: float
    ) -> Transaction[list[tuple[Webhook, Job]]]:
        """Begin an attempt at so many due webhooks of each place; return them with their jobs.

        They are due again at `until`, unless they are settled before.
        """
        found: list[Webhook] = []
        for place, count in wanted.items():
            rows = yield (
                "UPDATE webhooks SET attempts = attempts + 1, next_at = :until WHERE id IN"
                " (SELECT id FROM webhooks /*by webhooks_due*/ WHERE state = 'pending'"
                "  AND place = :place AND next_at <= :now ORDER BY next_at LIMIT :count"
                f"  /*for update*/ /*skip locked*/) RETURNING {_WEBHOOK}",
                {"place": place, "now": now, "until": until, "count": count},
            )
            found += sorted((Webhook(*row) for row in rows), key=lambda w: w.created_at)
        for webhook in found:
            yield (
                "INSERT INTO webhook_attempts (webhook_id, number, at) VALUES (:id, :number, :at)",
                {"id": webhook.id, "number": webhook.attempts, "at": now},
            )
        jobs = yield from _jobs({webhook.job_id for webhook in found})
        return [(webhook, jobs[webhook.job_id]) for webhook in found if webhook.job_id in jobs]

    @writes
    def settle(self, webhook: Webhook, outcome: AttemptOutcome) -> Transaction[bool]:
        """Commit what came of an attempt; False if another has begun, or the job went on."""
        yield (
            "UPDATE webhook_attempts SET duration = :duration, status = :status, error = :error,"
            " next_at = :next_at WHERE webhook_id = :id AND number = :attempts",
            {
                "id": webhook.id,
                "attempts": webhook.attempts,
                "duration": outcome.duration,
                "status": outcome.status,
                "error": outcome.error,
                "next_at": outcome.next_at,
            },
        )
        due = webhook.next_at if outcome.next_at is None else outcome.next_at
        rows = yield (
            f"UPDATE webhooks SET state = :state, next_at = :due WHERE {_THIS} RETURNING job_id",
            {**_key(webhook), "state": outcome.state, "due": due},
        )
        if rows and outcome.state in {"delivered", "failed"}:
            yield (
                "UPDATE jobs SET callback = :state WHERE id = :id",
                {"state": outcome.state, "id": webhook.job_id},
            )
        return bool(rows)

    @writes
    def put_off(self, webhook: Webhook, until: float) -> Transaction[None]:
        """Undo an attempt that was not made; it is due at a later time."""
        yield (
            f"UPDATE webhooks SET attempts = attempts - 1, next_at = :due WHERE {_THIS}",
            {**_key(webhook), "due": until},
        )
        yield (
            "DELETE FROM webhook_attempts WHERE webhook_id = :id AND number = :attempts",
            {"id": webhook.id, "attempts": webhook.attempts},
        )

    @writes
    def give_back(self, now: float, ids: Sequence[str] | None = None) -> Transaction[None]:
        """Make interrupted attempts due at once: those of some webhooks, or all of them."""
        marks, parameters = names("i", ids or ())
        index, these = " /*by webhooks_due*/", ""
        if ids is not None:
            index, these = "", f" AND id IN ({marks})"
        yield (
            f"UPDATE webhooks{index} SET next_at = :now"
            f" WHERE state = 'pending' AND {_IS_UNDER_WAY}{these}",
            {"now": now, **parameters},
        )

    @writes
    def adopt(self, limit: int) -> Transaction[int]:
        """Put in what an older version of this program ended beside this one; return how many."""
        yield from self._database.exclusive("outbox")  # so that no two processes take on the same
        rows = yield (
            f"SELECT {', '.join(COLUMNS)} FROM jobs /*by jobs_to_call_back*/"
            " WHERE callback = 'pending' AND ended_at IS NOT NULL AND callback_url IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM webhooks w WHERE w.job_id = jobs.id"
            "  AND w.id = jobs.id || '-' || jobs.state) LIMIT :limit",
            {"limit": limit},
        )
        for row in rows:
            yield from announce(from_row(row))
        return len(rows)

    @slow_writes
    def replay(
        self, wanted: WebhookFilter, now: float, ids: Sequence[str] | None = None
    ) -> Transaction[list[Webhook]]:
        """Put webhooks into the outbox again, whatever became of them; return them.

        Not those of jobs that were taken up again, nor one that is being sent.
        """
        where, parameters = _where(wanted)
        marks, listed = names("i", ids or ())
        if ids is not None:
            where.append(f"id IN ({marks})")
        rows = yield (
            "UPDATE webhooks SET state = 'pending', next_at = :now, attempts_before = attempts"
            f" WHERE {' AND '.join([_IS_TRUE, *where])} AND NOT (state = 'pending'"
            f" AND {_IS_UNDER_WAY}) RETURNING {_WEBHOOK}",
            {**parameters, **listed, "now": now},
        )
        found = [Webhook(*row) for row in rows]
        for webhook in found:
            yield "UPDATE jobs SET callback = 'pending' WHERE id = :id", {"id": webhook.job_id}
        return sorted(found, key=lambda webhook: (webhook.created_at, webhook.id))

    @surveys
    def page(
        self, wanted: WebhookFilter, limit: int, after: str | None = None
    ) -> Transaction[list[WebhookHistory]]:
        """Return up to `limit` webhooks, newest first, from behind the one with an id on."""
        where, parameters = _where(wanted)
        if after is not None:
            where.append(
                "(created_at, id) < (SELECT w.created_at, w.id FROM webhooks w WHERE w.id = :after)"
            )
        rows = yield (
            f"SELECT {_HISTORY} FROM (SELECT {_WEBHOOK} FROM webhooks{_index(wanted)}"
            f"{' WHERE ' if where else ''}{' AND '.join(where)}"
            " ORDER BY created_at DESC, id DESC LIMIT :limit) w"
            " LEFT JOIN webhook_attempts a ON a.webhook_id = w.id"
            " ORDER BY w.created_at DESC, w.id DESC, a.number",
            {**parameters, "limit": limit, "after": after},
        )
        return _histories(rows)


def announce(job: Job) -> Transaction[None]:
    """Put the end of a job into the outbox, if it is to be reported; it may have ended so before.

    Part of the transaction that ends the job.
    """
    if job.callback_url is None or job.ended_at is None:
        return
    yield (
        "INSERT INTO webhooks (id, job_id, owner, place, created_at, next_at)"
        " VALUES (:id, :job_id, :owner, :place, :at, :at) ON CONFLICT (id) DO UPDATE SET"
        " state = 'pending', created_at = excluded.created_at, next_at = excluded.next_at,"
        " attempts_before = webhooks.attempts",
        {
            "id": event_id(job),
            "job_id": job.id,
            "owner": job.owner,
            "place": place_of(job.callback_url, job.owner),
            "at": job.ended_at,
        },
    )


def supersede(job_id: str) -> Transaction[None]:
    """Take what is not delivered of a job's end out of the outbox: the job goes on."""
    yield (
        "UPDATE webhooks SET state = 'superseded' WHERE job_id = :id AND state <> 'delivered'",
        {"id": job_id},
    )


def _key(webhook: Webhook) -> dict[str, Any]:
    return {
        "id": webhook.id,
        "attempts": webhook.attempts,
        "created_at": webhook.created_at,
    }


def _jobs(ids: Collection[str]) -> Transaction[dict[str, Job]]:
    if not ids:
        return {}
    marks, parameters = names("i", ids)
    rows = yield f"SELECT {', '.join(COLUMNS)} FROM jobs WHERE id IN ({marks})", parameters
    return {job.id: job for job in map(from_row, rows)}


def _histories(rows: Sequence[Row]) -> list[WebhookHistory]:
    """Return webhooks with their attempts; each row is a webhook and one attempt, or nulls."""
    found: dict[str, WebhookHistory] = {}
    for row in rows:
        webhook, attempt = row[: len(WEBHOOK_COLUMNS)], row[len(WEBHOOK_COLUMNS) :]
        history = found.setdefault(row[0], WebhookHistory(Webhook(*webhook), []))
        if attempt[0] is not None:
            history.attempts.append(WebhookAttempt(*attempt))
    return list(found.values())


def _where(wanted: WebhookFilter) -> tuple[list[str], dict[str, Any]]:
    conditions = {
        "owner": "owner = :owner",
        "state": "state = :state",
        "job_id": "job_id = :job_id",
        "since": "created_at >= :since",
    }
    given = {name: value for name, value in vars(wanted).items() if value is not None}
    return [conditions[name] for name in given], given


def _index(wanted: WebhookFilter) -> str:
    if wanted.job_id is not None:
        return " /*by webhooks_of_job*/"
    return " /*by webhooks_by_age*/" if wanted.owner is None else " /*by webhooks_of_owner*/"
