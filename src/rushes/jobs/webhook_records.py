"""Webhooks as they are shown, with their attempts."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import BaseModel

from rushes.store.api_key import id_of
from rushes.store.webhook import Webhook, WebhookAttempt, WebhookHistory

INTERRUPTED = "interrupted: the process that sent it ended"


class WebhookAttemptRecord(BaseModel):
    """One attempt: `duration` in seconds; `status` of the response, or `error` in words."""

    number: int
    at: str
    duration: float | None
    status: int | None
    error: str | None
    next_attempt_at: str | None


class WebhookRecord(BaseModel):
    """The end of a job, as it is reported. `id` is the same in every attempt.

    `state` is pending, delivered, failed, or superseded: its job was taken up again. Of its URL
    only the host is shown; the rest may hold a secret. `key` is the id of the job's stored API key.
    """

    id: str
    type: str
    job_id: str
    key: str | None
    host: str
    state: str
    created_at: str
    next_attempt_at: str | None
    attempts: list[WebhookAttemptRecord]


def record_of(history: WebhookHistory) -> WebhookRecord:
    webhook, attempts = history
    return WebhookRecord(
        id=webhook.id,
        type=f"video.generation.{webhook.status}",
        job_id=webhook.job_id,
        key=id_of(webhook.owner),
        host=webhook.host,
        state=webhook.state,
        created_at=_time(webhook.created_at) or "",
        next_attempt_at=_time(webhook.next_at) if webhook.state == "pending" else None,
        attempts=[_attempt(attempt, webhook) for attempt in attempts],
    )


def _attempt(attempt: WebhookAttempt, webhook: Webhook) -> WebhookAttemptRecord:
    is_last = attempt.number == webhook.attempts and webhook.state == "pending"
    error = INTERRUPTED if attempt.duration is None and not is_last else attempt.error
    return WebhookAttemptRecord(
        number=attempt.number,
        at=_time(attempt.at) or "",
        duration=None if attempt.duration is None else round(attempt.duration, 3),
        status=attempt.status,
        error=error,
        next_attempt_at=_time(attempt.next_at),
    )


def _time(at: float | None) -> str | None:
    """Return unix seconds as ISO 8601 with milliseconds, in UTC."""
    if at is None:
        return None
    text = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")
