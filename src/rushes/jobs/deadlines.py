"""Waiting for a job: how long, and what its row says afterwards."""

from __future__ import annotations

import math

from rushes.jobs.clock import steady_time
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.states import ENDED
from rushes.store.job import Job


class StoppedError(Exception):
    """The job was cancelled or has expired.

    `state` is the one that it ends in, `detail` a sentence about what its provider said last.
    """

    def __init__(self, state: str, detail: str = "") -> None:
        super().__init__(state)
        self.state = state
        self.detail = detail


def is_overdue(job: Job, grace: float = 0.0) -> bool:
    """Return whether a job is `grace` seconds past its deadline."""
    return seconds_left(job) <= -grace


def seconds_left(job: Job) -> float:
    """Return how long a job may still take; negative after its deadline."""
    if job.deadline is None:
        return math.inf
    return job.deadline - steady_time(max(job.deadline - job.created_at, 0))


def check_going_on(job: Job, grace: float = 0.0, detail: str = "") -> None:
    """Raise StoppedError if a job was cancelled, or is `grace` seconds past its deadline."""
    if job.cancellation == "requested":
        raise StoppedError("cancelled")
    if is_overdue(job, grace):
        raise StoppedError("expired", detail)


async def wait(job: Job, context: JobContext, seconds: float) -> Job:
    """Wait, until a signal or the deadline at most. Return the job as its row is then."""
    if (left := seconds_left(job)) > 0:
        seconds = min(seconds, left)
    if await context.signals.wait(job.id, seconds):
        return await reread(job, context)
    return job


async def reread(job: Job, context: JobContext, *, ended: bool = False) -> Job:
    """Return a job as its row is now.

    Raises FencedError if another process has taken the job up, or if it has ended. With `ended`, a
    job that has ended is returned instead, no matter who ended it.
    """
    current = await context.store.jobs.get(job.id)
    if current is not None and current.state in ENDED and ended:
        return current
    if current is None or current.state in ENDED or current.epoch != job.epoch:
        raise FencedError(job.id)
    return current


async def set_delay_reason(job: Job, context: JobContext, reason: str | None) -> Job:
    """Commit why a job is late, for those who poll it."""
    if reason == job.delay_reason:
        return job
    changed = await context.store.jobs.update(
        job.id, where={job.state}, changes={"delay_reason": reason}, epoch=job.epoch
    )
    if changed is None:
        raise FencedError(job.id)
    return changed
