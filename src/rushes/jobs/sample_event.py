"""The event of a job that does not exist, to try out a receiver."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from rushes.jobs.submit import new_job_id
from rushes.webhook import Event

MODEL = "google/veo-3.1"
COST = 0.8  # USD


def sample_event(status: str, origin: str, error: str | None = None) -> Event:
    """Return the event of a new job that ended; `origin` is the base of its video's URL."""
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
