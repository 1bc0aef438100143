"""The log's lines of jobs: one for each transition, from the process that committed it."""

from __future__ import annotations

import logging
from typing import Any

from rushes import tracing
from rushes.jobs.context import JobContext
from rushes.logs import event
from rushes.store.job import Job

log = logging.getLogger("rushes.jobs")

_LEVELS = {"failed": logging.WARNING, "expired": logging.WARNING}
# Of an attempt, each may have been paid for; the last only where its job has no video.
_UNKNOWN = {"sending", "unknown"}
_GIVEN_UP = {"failed", "expired"}


def log_transition(job: Job, name: str = "", level: int | None = None, **fields: Any) -> None:
    """Log that a job was brought into its state, or what else `name` says of it."""
    name = name or job.state
    event(
        log,
        f"job.{name}",
        f"job {name.replace('_', ' ')}",
        _LEVELS.get(name, logging.INFO) if level is None else level,
        job=job.id,
        owner=job.owner or None,
        model=job.model,
        provider=job.provider,
        attempt=job.attempt or None,
        **fields,
    )


def log_end(job: Job) -> None:
    """Log that a job has ended: after how long, at what cost, and why if it has no video."""
    log_transition(
        job,
        upstream_id=job.upstream_id,
        seconds=_seconds(job),
        cost=None if job.cost is None else float(job.cost),
        bytes=sum(output.size for output in job.outputs) or None,
        cancellation=job.cancellation,
        reason=job.error,
    )


def _seconds(job: Job) -> float | None:
    if job.ended_at is None:
        return None
    return round(max(job.ended_at - (job.created_ns / 1e9 or job.created_at), 0.0), 3)


def log_unknown(job: Job, reason: str) -> None:
    """Log that an attempt may have been accepted, and paid for, without a response."""
    event(
        log,
        "attempt.unknown",
        "the outcome of an attempt is unknown; it may have been accepted, and charged for",
        logging.WARNING,
        job=job.id,
        provider=job.provider,
        attempt=job.attempt,
        reason=reason,
    )


async def log_unresolved(job: Job, context: JobContext) -> None:
    """Log what may have been paid for a job that has ended without a video, and what to do."""
    if job.attempt == 0:
        return
    for attempt in await context.store.attempts.of(job.id):
        given_up = attempt.state == "accepted" and job.state in _GIVEN_UP
        if attempt.state in _UNKNOWN or given_up:
            event(
                log,
                "job.unresolved",
                "the job has ended, but its provider may have made its video, and may charge for"
                " it; look it up with: rushes jobs --unresolved",
                logging.ERROR,
                job=job.id,
                provider=attempt.provider,
                attempt=attempt.attempt,
                upstream_id=attempt.upstream_id,
                key=attempt.key,
                quote=None if job.quote is None else float(job.quote),
            )


def attributes_of(job: Job) -> tracing.Attributes:
    """Return what the spans of a job say of it."""
    return {
        "rushes.job.id": job.id,
        "rushes.attempt": job.attempt or None,
        "gen_ai.provider.name": job.provider,
        "gen_ai.request.model": job.model,
        "gen_ai.output.type": "video",
    }
