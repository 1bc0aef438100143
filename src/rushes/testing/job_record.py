"""Jobs as tests see them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from rushes.jobs.states import STATUS
from rushes.store.job import Job


@dataclass(frozen=True)
class JobRecord:
    """One job as it is now; `size` is in pixels, `duration` in seconds, `cost` in USD."""

    id: str
    status: str
    model: str
    prompt: str
    size: tuple[int, int]
    duration: float
    audio: bool
    seed: int
    cost: Decimal | None
    error: str | None
    callback_url: str | None
    created_at: int


def job_record(job: Job) -> JobRecord:
    """Return a stored job as tests see it."""
    # A video that is made from another is as large and as long as that.
    width, height = str(job.report.get("size", f"{job.width}x{job.height}")).split("x")
    return JobRecord(
        job.id,
        str(STATUS[job.state]),
        job.model,
        job.prompt,
        (int(width), int(height)),
        job.report.get("duration", job.duration),
        job.report.get("audio", job.audio),
        job.seed,
        job.cost,
        job.error,
        job.callback_url,
        job.created_at,
    )
