"""Serializes a job for the API. What is absent is omitted, never null."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import polling_url, webhooks_url
from rushes.store.attempt import Attempt, attempt_facts
from rushes.store.job import Job
from rushes.wire import VideoGenerationResponse, VideoGenerationUsage

EXTENSION = "rushes"


@dataclass(frozen=True)
class Signed:
    """URLs of a job's videos that need no key until `expires_at`, unix seconds."""

    urls: Sequence[str]
    expires_at: int


def submitted(job: Job, origin: str) -> VideoGenerationResponse:
    return VideoGenerationResponse(
        id=job.id, polling_url=polling_url(job, origin), status=STATUS[job.state]
    )


def polled(
    job: Job,
    origin: str,
    provider: str,
    seed: int | None,
    unsigned_urls: list[str] | None = None,
    signed: Signed | None = None,
    attempts: Sequence[Attempt] = (),
) -> VideoGenerationResponse:
    """Return the body of a poll.

    An object named `rushes` adds what the original does not show: progress, price, seed (where it
    counts), frame size, what was drawn of the prompt, the provider and its report, the attempts,
    if there were several, and whether its end was reported, if it has a callback URL.
    """
    webhooks = {} if job.callback_url is None else _webhooks(job, origin)
    return VideoGenerationResponse(
        id=job.id,
        polling_url=polling_url(job, origin),
        status=STATUS[job.state],
        generation_id=job.id,
        unsigned_urls=unsigned_urls,
        urls=None if signed is None else list(signed.urls),
        expires_at=None if signed is None else signed.expires_at,
        usage=_usage(job),
        error=job.error,
        **{EXTENSION: _extension(job, provider, seed) | _attempts(attempts) | webhooks},
    )


def progress(job: Job) -> float:
    """Return how far a job is, from 0 to 1, in the precision of the API."""
    return round(job.progress, 3)


def _usage(job: Job) -> VideoGenerationUsage | None:
    """Return the cost of an ended job; one without a video may have cost something too."""
    if job.cost is not None and job.state in ENDED:
        return VideoGenerationUsage(cost=float(job.cost), is_byok=False)
    return VideoGenerationUsage(is_byok=False) if job.state == "completed" else None


def _extension(job: Job, provider: str, seed: int | None) -> dict[str, Any]:
    report = dict(job.report)
    drawn = report.pop("drawn", None)
    extension = {
        "provider": provider,
        "model": job.model,
        "progress": progress(job),
        "seed": seed,
        # A video that is made from another is as large and as long as that.
        "size": report.pop("size", f"{job.width}x{job.height}"),
        "duration": report.pop("duration", job.duration),
        "audio": report.pop("audio", job.audio),
        "report": report,
        "drawn": drawn,
        "quote": None if job.quote is None else float(job.quote),
        "created_at": job.created_at,
        "prompt": job.prompt or None,
        "session_id": job.session_id,
        "user": job.user_id,
        "cancellation": job.cancellation,
        "delay_reason": None if job.state in ENDED else job.delay_reason,
    }
    return {name: value for name, value in extension.items() if value is not None}


def _attempts(attempts: Sequence[Attempt]) -> dict[str, Any]:
    if not attempts:
        return {}
    return {"attempts": [attempt_facts(attempt) for attempt in attempts]}


def _webhooks(job: Job, origin: str) -> dict[str, Any]:
    return {"webhooks": {"state": job.callback, "url": webhooks_url(job, origin)}}
