"""URLs of a job and its videos, the same in polls and webhooks."""

from __future__ import annotations

from rushes.store.job import Job

PREFIX = "/api/v1"


def polling_url(job: Job, origin: str) -> str:
    return f"{origin}{PREFIX}/videos/{job.id}"


def content_urls(job: Job, origin: str) -> list[str]:
    """Return the absolute URL of each of a job's videos, in order; they need the API key."""
    return [f"{polling_url(job, origin)}/content?index={i}" for i in range(len(job.outputs))]


def webhooks_url(job: Job, origin: str) -> str:
    return f"{polling_url(job, origin)}/webhooks"
