"""Events as a job would send them, without the job."""

from __future__ import annotations

from rushes.jobs.sample_event import MODEL, sample_event as event_of_no_job
from rushes.testing.moderation import words_of_moderation
from rushes.testing.provider import FAILED
from rushes.webhook import Event

# By what is triggered: the status of the job, and its error.
ENDINGS: dict[str, tuple[str, str | None]] = {
    "completed": ("completed", None),
    "failed": ("failed", FAILED),
    "moderated": ("failed", words_of_moderation(MODEL)),
    "cancelled": ("cancelled", "Cancelled"),
    "expired": ("expired", "The job expired"),
}


def sample_event(ending: str, origin: str) -> Event:
    """Return the event of a new job that ended; `origin` is the base of its video's URL."""
    status, error = ENDINGS[ending]
    return event_of_no_job(status, origin, error)
