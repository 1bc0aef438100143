"""The end of a job that is to be reported, as it is stored, and the attempts to do so."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import NamedTuple

from rushes.store.job import Job
from rushes.url_check import host_of


@dataclass(frozen=True)
class Webhook:
    """One event in the outbox. Times are in unix seconds.

    `state` is pending, delivered, failed, or superseded: its job was taken up again. `attempts`
    are all that were begun, `attempts_before` those before it was last put into the outbox.
    `next_at` is when the next one is due; while one is under way, when that counts as lost.
    """

    id: str
    job_id: str
    owner: str
    place: str
    state: str
    created_at: float
    next_at: float
    attempts: int
    attempts_before: int

    @property
    def host(self) -> str:
        return self.place.removesuffix(f" {self.owner}")

    @property
    def status(self) -> str:
        """Return how the job ended."""
        return self.id.removeprefix(f"{self.job_id}-")


@dataclass(frozen=True)
class WebhookAttempt:
    """One attempt: `duration` in seconds, None while it is under way or if it was interrupted."""

    webhook_id: str
    number: int
    at: float
    duration: float | None = None
    status: int | None = None
    error: str | None = None
    next_at: float | None = None


class WebhookHistory(NamedTuple):
    """A webhook and all attempts at it, in order, as they were at one time."""

    webhook: Webhook
    attempts: list[WebhookAttempt]


@dataclass(frozen=True)
class AttemptOutcome:
    """What came of an attempt: the state that its webhook has then, and when it is due again."""

    state: str
    duration: float
    status: int | None = None
    error: str | None = None
    next_at: float | None = None


WEBHOOK_COLUMNS = tuple(column.name for column in fields(Webhook))
WEBHOOK_ATTEMPT_COLUMNS = tuple(column.name for column in fields(WebhookAttempt))


def event_id(job: Job) -> str:
    """Return what identifies the end of a job, in all attempts to report it."""
    return f"{job.id}-{job.state}"


def place_of(url: str, owner: str) -> str:
    return f"{host_of(url)} {owner}"
