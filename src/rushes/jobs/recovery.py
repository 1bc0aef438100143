"""Finds out what became of an attempt whose response is lost. It decides; `dispatch` acts."""

from __future__ import annotations

import contextlib
from typing import Literal

from rushes.backoff import Backoff
from rushes.clock import sleep, unix_time
from rushes.jobs.clock import boot_time
from rushes.jobs.context import JobContext
from rushes.jobs.deadlines import is_overdue
from rushes.jobs.measuring import measured
from rushes.jobs.transitions import log_unknown
from rushes.providers.base import FindingProvider, ProviderError, TransientError, UpstreamJob
from rushes.store.attempt import Attempt, Orphan
from rushes.store.job import Job

MAX_ATTEMPTS = 3  # per job and account where a lost one costs time, or the operator wants it so
MAX_ABSENT = 5  # attempts per job and account that were looked up and not found
LOOK_PAUSE = 1.0  # seconds between looks for a response that came to another process
SEND_GUARD = 2.0  # seconds; an attempt that was committed longer ago is not sent any more

Next = UpstreamJob | Orphan | Literal["send again", "create again"]


class UnresolvedOutcomeError(ProviderError):
    """The outcome of an attempt cannot be found out; the attempt is kept for the operator."""


def unresolved(job: Job, context: JobContext, detail: str) -> UnresolvedOutcomeError:
    """Return the error of a job whose attempt may have been accepted, and paid, for nothing."""
    return UnresolvedOutcomeError(
        f"{context.provider(job).name} may have accepted this request, and may charge for it, but"
        f" its id is unknown ({detail}). It was not sent again; the operator of this service can"
        " look it up"
    )


async def recover(job: Job, attempt: Attempt, context: JobContext) -> Next:
    """Find out what became of an attempt, in the way that its provider's capabilities allow.

    Returns the upstream's job where it is found, else whether to send the same attempt again or to
    create another. Raises UnresolvedOutcomeError where neither is safe.
    """
    capabilities, attempts = context.provider(job).capabilities, context.store.attempts
    on_lost_response = capabilities.on_lost_response
    if attempt.state == "sending":
        if on_lost_response == "resubmit":
            return "send again"
        if not context.single_process:  # its process may be alive, and about to use the socket
            await sleep(SEND_GUARD + capabilities.create_timeout + context.skew)
        context.metrics.attempt(job.provider, "unknown")
        detail = "Its process ended before the response came"
        if await attempts.mark_unknown(job, detail):
            log_unknown(job, detail)
    if orphan := await _orphan(job, context):
        return orphan
    if on_lost_response == "idempotent" and not is_overdue(job):
        return "send again"
    if on_lost_response == "lookup":
        return await _look_up(job, attempt, context)
    repeatable = on_lost_response == "resubmit" or job.provider in context.resubmit
    if repeatable and await attempts_here(job, context) < MAX_ATTEMPTS:
        return await _find_at_once(job, attempt, context) or "create again"
    return await _wait_for_late_response(job, attempt, context)


async def attempts_here(job: Job, context: JobContext) -> int:
    """Return how many attempts the job has had at its present account."""
    attempts = await context.store.attempts.of(job.id)
    return sum(attempt.provider == job.provider for attempt in attempts)


async def _wait_for_late_response(job: Job, attempt: Attempt, context: JobContext) -> Orphan:
    """Wait for a response that an earlier process may still get; raise UnresolvedOutcomeError."""
    until = boot_time() + _until_visible(job, attempt, context)
    while True:
        if orphan := await _orphan(job, context):
            return orphan
        left = until - boot_time()
        if left <= 0:
            raise unresolved(job, context, attempt.detail or "no response came")
        await sleep(min(left, LOOK_PAUSE))


async def _orphan(job: Job, context: JobContext) -> Orphan | None:
    """Return the id that came to an earlier process for this very attempt, if one did."""
    orphans = await context.store.attempts.open_orphans(job)
    return next((orphan for orphan in orphans if orphan.attempt == job.attempt), None)


async def _look_up(job: Job, attempt: Attempt, context: JobContext) -> Next:
    """Look for an attempt by its key; one that is absent after a while was not accepted."""
    await sleep(_until_visible(job, attempt, context))
    found = await _find(job, attempt, context)
    if found is None:  # twice: a list may lag
        await sleep(context.provider(job).capabilities.visibility_delay)
        found = await _find(job, attempt, context)
    if found is not None:
        return found
    if (sent := await attempts_here(job, context)) >= MAX_ABSENT:
        raise unresolved(job, context, f"{sent} attempts were sent and none was found")
    await context.store.attempts.mark_absent(job)
    return "create again"


def _until_visible(job: Job, attempt: Attempt, context: JobContext) -> float:
    """Return the seconds until an accepted attempt must show at its upstream."""
    delay = context.provider(job).capabilities.visibility_delay
    since = attempt.began_at
    # A clock that jumped back must not make this wait forever.
    return min(max(since + delay - unix_time(), 0.0), delay)


async def _find_at_once(job: Job, attempt: Attempt, context: JobContext) -> UpstreamJob | None:
    """Return the job of an attempt that costs only time, None if its provider cannot say."""
    provider = context.provider(job)
    costs_time = provider.capabilities.on_lost_response == "resubmit"
    if costs_time and isinstance(provider, FindingProvider):
        call = measured(context.metrics, job.provider, "find")
        with contextlib.suppress(TransientError), call:
            return await provider.find(attempt.key, job.model)
    return None


async def _find(job: Job, attempt: Attempt, context: JobContext) -> UpstreamJob | None:
    until, backoff = boot_time() + context.provider(job).capabilities.not_found_grace, Backoff()
    while True:
        provider = context.provider(job)  # a reload may have replaced its credential
        if not isinstance(provider, FindingProvider):
            raise unresolved(job, context, "it cannot be searched")
        try:
            with measured(context.metrics, job.provider, "find"):
                return await provider.find(attempt.key, job.model)
        except TransientError as error:
            if boot_time() >= until:
                raise unresolved(job, context, str(error)) from error
            await sleep(backoff.next(error.retry_after))
