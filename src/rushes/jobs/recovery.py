"""What became of an order whose answer is missing; it is repeated only where that is safe."""

from __future__ import annotations

import asyncio
import time

from rushes.jobs.clock import boot_time
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.deadlines import Pause, is_overdue
from rushes.jobs.dispatch import GUARD, accept, send, unknown_error
from rushes.providers.base import FindingProvider, TransientError, UpstreamJob
from rushes.store.attempt import Attempt
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job

MAX_ATTEMPTS = 3  # orders per job where a lost one costs time, or the operator wants it so
LOOK_PAUSE = 1.0  # seconds between looks for an answer that came to somebody else
MAX_DISPROVED = 5  # orders per job that were looked for and not found


class StillUnknownError(Exception):
    """Tell that an order was repeated, and its answer is missing again."""


async def recover(job: Job, submission: Attempt, context: JobContext) -> Job:
    """Find out what became of an order, in the way that its upstream's capabilities allow.

    Return the job as running, or as submitting with another attempt intended. Raises
    StillUnknownError to be called again, and UnresolvedOutcomeError when nothing can be found out.
    """
    capabilities, attempts = context.provider(job).capabilities, context.store.attempts
    if submission.state == "sending":
        if capabilities.on_lost_response == "resubmit":
            return await send(job, context, submission)
        if not context.single_process:  # whoever sent it may be alive, and about to use the socket
            await asyncio.sleep(GUARD + capabilities.create_timeout + context.skew)
        await attempts.doubt(job, "Its sender ended before the answer came")
    if adopted := await _adopt(job, context):
        return adopted
    if capabilities.on_lost_response == "idempotent" and not is_overdue(job):
        job = await send(job, context, submission)
        if job.state == "submitting":
            raise StillUnknownError
        return job
    if capabilities.on_lost_response == "lookup":
        return await _look_up(job, submission, context)
    repeatable = capabilities.on_lost_response == "resubmit" or job.provider in context.resubmit
    if repeatable and job.attempt < MAX_ATTEMPTS:
        return await intend(job, context, job.attempt + 1)
    return await _outwait(job, submission, context)


async def _outwait(job: Job, submission: Attempt, context: JobContext) -> Job:
    """Wait whether the answer still comes, to whoever sent the order; raise UnresolvedOutcomeError.

    An upstream that cannot be asked is waited for as long as its orders take to settle.
    """
    visibility_delay, since = (
        context.provider(job).capabilities.visibility_delay,
        submission.sent_at or submission.intent_at,
    )
    until = boot_time() + min(max(since + visibility_delay - time.time(), 0.0), visibility_delay)
    while True:
        if adopted := await _adopt(job, context):
            return adopted
        left = until - boot_time()
        if left <= 0:
            raise unknown_error(job, context, submission.detail or "no answer came")
        await asyncio.sleep(min(left, LOOK_PAUSE))


async def intend(job: Job, context: JobContext, attempt: int, limit: int | None = None) -> Job:
    """Commit the intent of an attempt; with `limit`, a queued job may have to stay so."""
    intended = await context.store.attempts.intend(job, attempt, limit)
    if intended is None:
        raise FencedError(job.id)
    return intended


async def _adopt(job: Job, context: JobContext) -> Job | None:
    """Take the id that came to an earlier holder of the job, if one did."""
    for orphan in await context.store.attempts.orphans(job):
        if orphan.attempt == job.attempt:
            adopted = await _accept(job, UpstreamJob(orphan.upstream_id, job.model), context)
            await context.store.attempts.settle_orphan(orphan, "adopted")
            return adopted
    return None


async def _look_up(job: Job, submission: Attempt, context: JobContext) -> Job:
    """Look for an order by its key; what is not there after a while was not taken.

    It is looked for twice: a list may lag.
    """
    visibility_delay, since = (
        context.provider(job).capabilities.visibility_delay,
        submission.sent_at or submission.intent_at,
    )
    # A clock that jumped back must not make this wait for ever.
    await asyncio.sleep(min(max(since + visibility_delay - time.time(), 0.0), visibility_delay))
    found = await _find(job, submission, context)
    if found is None:
        await asyncio.sleep(visibility_delay)
        found = await _find(job, submission, context)
    if found is not None:
        return await _accept(job, found, context)
    if job.attempt >= MAX_DISPROVED:
        raise unknown_error(job, context, f"{job.attempt} orders went out and were not found")
    await context.store.attempts.disprove(job)
    return await intend(job, context, job.attempt + 1)


async def _find(job: Job, submission: Attempt, context: JobContext) -> UpstreamJob | None:
    provider, pause = context.provider(job), Pause()
    if not isinstance(provider, FindingProvider):
        raise unknown_error(job, context, "it cannot be searched")
    until = boot_time() + provider.capabilities.not_found_grace
    while True:
        try:
            return await provider.find(submission.key, job.model)
        except TransientError as error:
            if boot_time() >= until:
                raise unknown_error(job, context, str(error)) from error
            await asyncio.sleep(pause.next(error))


async def _accept(job: Job, upstream: UpstreamJob, context: JobContext) -> Job:
    try:
        return await accept(job, upstream, context)
    except SharedIdError as error:
        raise unknown_error(job, context, str(error)) from error
