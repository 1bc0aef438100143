"""Waiting over a job: for how long, until what, and what its row says then."""

from __future__ import annotations

import math

from rushes.jobs.clock import steady_time
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.states import ENDED
from rushes.providers.base import NotAcceptedError, TransientError
from rushes.store.job import Job

FIRST_PAUSE = 1.0  # seconds until something is tried again; it doubles
LONGEST_PAUSE = 60.0
LONGEST_WAIT = 300.0  # seconds that an upstream may ask for


class StoppedError(Exception):
    """Tell that a job is not to go on; `state` is how it ends."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class Pause:
    """How long to wait before the next try: each time twice as long, within bounds."""

    def __init__(self) -> None:
        self._seconds = FIRST_PAUSE

    def next(self, error: NotAcceptedError | TransientError | None = None) -> float:
        """Return the seconds to wait now; what an upstream asks for is heard, within bounds."""
        seconds, self._seconds = self._seconds, min(2 * self._seconds, LONGEST_PAUSE)
        if error is None or error.retry_after is None:
            return seconds
        return min(max(error.retry_after, FIRST_PAUSE), LONGEST_WAIT)


def is_overdue(job: Job, grace: float = 0.0) -> bool:
    """Return whether a job has outlived its time by `grace` seconds."""
    return seconds_left(job) <= -grace


def seconds_left(job: Job) -> float:
    """Return how long a job may take still; negative once it has outlived its time."""
    if job.deadline is None:
        return math.inf
    return job.deadline - steady_time(max(job.deadline - job.created_at, 0))


def check_going_on(job: Job, grace: float = 0.0) -> None:
    """Raise StoppedError if a job was cancelled, or has outlived its time by `grace` seconds."""
    if job.cancellation == "requested":
        raise StoppedError("cancelled")
    if is_overdue(job, grace):
        raise StoppedError("expired")


async def rest(job: Job, context: JobContext, seconds: float) -> Job:
    """Let time pass; a ring or the deadline ends it. Return the job as its row is then."""
    if (left := seconds_left(job)) > 0:
        seconds = min(seconds, left)
    if await context.signals.wait(job.id, seconds):
        return await reread(job, context)
    return job


async def reread(job: Job, context: JobContext) -> Job:
    """Return a job as its row is; raise FencedError if it is another's by now, or ended."""
    current = await context.store.jobs.get(job.id)
    if current is None or current.epoch != job.epoch or current.state in ENDED:
        raise FencedError(job.id)
    return current


async def note(job: Job, context: JobContext, delay_reason: str | None) -> Job:
    """Commit what delays a job, for those who poll it."""
    if delay_reason == job.delay_reason:
        return job
    noted = await context.store.jobs.update(
        job.id, where={job.state}, changes={"delay_reason": delay_reason}, epoch=job.epoch
    )
    if noted is None:
        raise FencedError(job.id)
    return noted
