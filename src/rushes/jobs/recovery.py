"""What became of an order whose answer is missing; it is repeated only where that is safe."""

from __future__ import annotations

import asyncio
import time

from rushes.jobs.clock import boot_time
from rushes.jobs.context import Crew, FencedError
from rushes.jobs.deadlines import Pause, is_overdue
from rushes.jobs.dispatch import GUARD, accept, send, unknown_error
from rushes.providers.base import FindingProvider, TransientError, UpstreamJob
from rushes.store.attempt import Submission
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job

MAX_ATTEMPTS = 3  # orders per job where a lost one costs time, or the operator wants it so
LOOK_PAUSE = 1.0  # seconds between looks for an answer that came to somebody else
MAX_DISPROVED = 5  # orders per job that were looked for and not found


class StillUnknownError(Exception):
    """Tell that an order was repeated, and its answer is missing again."""


async def recover(job: Job, submission: Submission, crew: Crew) -> Job:
    """Find out what became of an order, in the way that its upstream's terms allow.

    Return the job as running, or as submitting with another attempt intended. Raises
    StillUnknownError to be called again, and MoneyMayBeSpentError when nothing can be found out.
    """
    terms, ledger = crew.provider(job).terms, crew.store.ledger
    if submission.state == "sending":
        if terms.recovery == "free":
            return await send(job, crew, submission)
        if not crew.alone:  # whoever sent it may be alive, and about to use the socket
            await asyncio.sleep(GUARD + terms.create_timeout + crew.skew)
        await ledger.doubt(job, "Its sender ended before the answer came")
    if adopted := await _adopt(job, crew):
        return adopted
    if terms.recovery == "idempotent" and not is_overdue(job):
        job = await send(job, crew, submission)
        if job.state == "submitting":
            raise StillUnknownError
        return job
    if terms.recovery == "findable":
        return await _look_up(job, submission, crew)
    repeatable = terms.recovery == "free" or job.provider in crew.resubmit
    if repeatable and job.attempt < MAX_ATTEMPTS:
        return await intend(job, crew, job.attempt + 1)
    return await _outwait(job, submission, crew)


async def _outwait(job: Job, submission: Submission, crew: Crew) -> Job:
    """Wait whether the answer still comes, to whoever sent the order; raise MoneyMayBeSpentError.

    An upstream that cannot be asked is waited for as long as its orders take to settle.
    """
    settling, since = crew.provider(job).terms.settling, submission.sent_at or submission.intent_at
    until = boot_time() + min(max(since + settling - time.time(), 0.0), settling)
    while True:
        if adopted := await _adopt(job, crew):
            return adopted
        left = until - boot_time()
        if left <= 0:
            raise unknown_error(job, crew, submission.detail or "no answer came")
        await asyncio.sleep(min(left, LOOK_PAUSE))


async def intend(job: Job, crew: Crew, attempt: int, limit: int | None = None) -> Job:
    """Commit the intent of an attempt; with `limit`, a queued job may have to stay so."""
    intended = await crew.store.ledger.intend(job, attempt, limit)
    if intended is None:
        raise FencedError(job.id)
    return intended


async def _adopt(job: Job, crew: Crew) -> Job | None:
    """Take the id that came to an earlier holder of the job, if one did."""
    for orphan in await crew.store.ledger.orphans(job):
        if orphan.attempt == job.attempt:
            adopted = await _accept(job, UpstreamJob(orphan.upstream_id, job.model), crew)
            await crew.store.ledger.settle_orphan(orphan, "adopted")
            return adopted
    return None


async def _look_up(job: Job, submission: Submission, crew: Crew) -> Job:
    """Look for an order by its key; what is not there after a while was not taken.

    It is looked for twice: a list may lag.
    """
    settling, since = crew.provider(job).terms.settling, submission.sent_at or submission.intent_at
    # A clock that jumped back must not make this wait for ever.
    await asyncio.sleep(min(max(since + settling - time.time(), 0.0), settling))
    found = await _find(job, submission, crew)
    if found is None:
        await asyncio.sleep(settling)
        found = await _find(job, submission, crew)
    if found is not None:
        return await _accept(job, found, crew)
    if job.attempt >= MAX_DISPROVED:
        raise unknown_error(job, crew, f"{job.attempt} orders went out and were not found")
    await crew.store.ledger.disprove(job)
    return await intend(job, crew, job.attempt + 1)


async def _find(job: Job, submission: Submission, crew: Crew) -> UpstreamJob | None:
    provider, pause = crew.provider(job), Pause()
    if not isinstance(provider, FindingProvider):
        raise unknown_error(job, crew, "it cannot be searched")
    until = boot_time() + provider.terms.patience
    while True:
        try:
            return await provider.find(submission.key, job.model)
        except TransientError as error:
            if boot_time() >= until:
                raise unknown_error(job, crew, str(error)) from error
            await asyncio.sleep(pause.next(error))


async def _accept(job: Job, upstream: UpstreamJob, crew: Crew) -> Job:
    try:
        return await accept(job, upstream, crew)
    except SharedIdError as error:
        raise unknown_error(job, crew, str(error)) from error
