"""A job as the wire shows it."""

from __future__ import annotations

from typing import Any

from openrouter.components import VideoGenerationResponse, VideoGenerationUsage
from rushes.jobs.address import content_urls, polling_url
from rushes.jobs.states import STATUS
from rushes.store.job import Job

EXTENSION = "rushes"


def submitted(job: Job, origin: str) -> str:
    """Return the body of a 202: the id, where to poll, and `pending`, as the original sends."""
    return VideoGenerationResponse(
        id=job.id, polling_url=polling_url(job, origin), status=STATUS[job.state]
    ).model_dump_json()


def polled(job: Job, origin: str, provider: str) -> str:
    """Return the body of a poll. What is absent is omitted, never null.

    Beside the contract's fields one object named `rushes` tells what the original does not:
    progress, seed, frame size, the provider and what it reports.
    """
    completed = job.state == "completed"
    response = VideoGenerationResponse(
        id=job.id,
        polling_url=polling_url(job, origin),
        status=STATUS[job.state],
        generation_id=job.id,
        unsigned_urls=content_urls(job, origin) if completed else None,
        usage=_usage(job) if completed else None,
        error=job.error,
        **{EXTENSION: _extension(job, provider)},
    )
    return response.model_dump_json()


def _usage(job: Job) -> VideoGenerationUsage:
    if job.cost is None:
        return VideoGenerationUsage(is_byok=False)
    return VideoGenerationUsage(cost=float(job.cost), is_byok=False)


def _extension(job: Job, provider: str) -> dict[str, Any]:
    return {
        "provider": provider,
        "model": job.model,
        "progress": round(job.progress, 3),
        "seed": job.seed,
        "size": f"{job.width}x{job.height}",
        "duration": job.duration,
        "audio": job.audio,
        "report": dict(job.report),
    }
