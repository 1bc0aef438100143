"""Events as a job would send them, without the job."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from rushes.jobs.submit import new_job_id
from rushes.testing.provider import REASONS
from rushes.webhook import Event

MODEL = "google/veo-3.1"
COST = 0.8  # USD
# By what is triggered: the status of the job, and its error.
ENDINGS: dict[str, tuple[str, str | None]] = {
    "completed": ("completed", None),
    "failed": ("failed", REASONS["failed"]),
    "moderated": ("failed", REASONS["moderated"]),
    "cancelled": ("cancelled", "Cancelled"),
    "expired": ("expired", "The job expired"),
}


def sample_event(ending: str, origin: str) -> Event:
    """Return the event of a new job that ended; `origin` is the base of its video's URL."""
    status, error = ENDINGS[ending]
    now = time.time()
    job_id = new_job_id(int(now))
    return Event(
        job_id,
        status,
        MODEL,
        datetime.fromtimestamp(now, UTC),
        urls=[f"{origin}/api/v1/videos/{job_id}/content?index=0"],
        cost=COST if status == "completed" else None,
        error=error,
    )
