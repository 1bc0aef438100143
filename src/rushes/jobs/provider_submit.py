"""Money is spent here, once: from a job's row to the upstream's id.

Each order is committed before it is sent, and once more right before the socket is used. So a
crash tells by the row it leaves whether money may have been spent: an `intent` is free to send; a
`sending` or `unknown` order is never sent blindly again.
"""

from __future__ import annotations

from rushes.jobs.context import JobContext
from rushes.jobs.deadlines import Pause, check_going_on, note, reread, rest
from rushes.jobs.dispatch import send
from rushes.jobs.recovery import StillUnknownError, intend, recover
from rushes.providers.base import NotAcceptedError, RefusedError
from rushes.store.job import Job

SLOT_PAUSE = 0.5  # seconds until a full provider is looked at again


async def submit(job: Job, context: JobContext, limit: int | None = None) -> Job:
    """Have a job's order taken exactly once, and commit the upstream's id.

    With `limit`, the order waits while that many of its provider are in flight on all hosts.
    """
    pause = Pause()
    while job.state in {"queued", "submitting"}:
        try:
            job = await _step(job, context, limit)
        except NotAcceptedError as error:
            wait = pause.next(error)
            await context.store.rate_limit.hold(job.provider, wait)
            job = await rest(await note(job, context, str(error)), context, wait)
        except StillUnknownError:
            job = await rest(await reread(job, context), context, pause.next())
    return job


async def _step(job: Job, context: JobContext, limit: int | None) -> Job:
    """Do what a job's row and its submission's row say is next."""
    if job.state == "queued":
        check_going_on(job)
        job = await intend(job, context, 1, limit)
        if job.state == "queued":
            return await rest(job, context, SLOT_PAUSE)
        check_going_on(job)
        return await send(job, context)  # which sends nothing but an intent
    submission = await context.store.attempts.submission(job)
    if submission is None:
        return await intend(job, context, job.attempt)
    match submission.state:
        case "intent":
            check_going_on(job)
            return await send(job, context)
        case "absent":
            return await intend(job, context, job.attempt + 1)
        case "refused":
            raise RefusedError(submission.detail or "The provider refused")
        case _:
            return await recover(job, submission, context)
