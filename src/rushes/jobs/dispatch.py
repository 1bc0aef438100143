"""Sends an attempt to its provider and commits the outcome."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from time import monotonic
from typing import Any

from rushes.catalog.media import read_media
from rushes.jobs.clock import boot_time
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.deadlines import check_going_on, note, rest
from rushes.jobs.durable import record
from rushes.jobs.large_body import work_on
from rushes.jobs.orphans import keep_orphan
from rushes.providers.base import (
    NotAcceptedError,
    ProviderError,
    ProviderRequest,
    RefusedError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.store.attempt import Attempt
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job
from rushes.store.transaction import StoreError
from rushes.wire import VideoGenerationRequest

Commit = Callable[[Job], Awaitable[bool]]

GUARD = 2.0  # seconds; an order that was committed longer ago is not sent any more
LONGEST_ANSWER = 120.0  # seconds that a process which is to end waits for an answer's record


class UnresolvedOutcomeError(ProviderError):
    """Tell that an order's outcome is unknown for good; its submission is kept for the operator."""


class _StaleError(Exception):
    """Tell that too much time has passed since an order was committed; nothing was sent."""


async def send(job: Job, context: JobContext, earlier: Attempt | None = None) -> Job:
    """Send an order and commit the answer; `earlier` is given where it may have been taken."""
    provider, attempts = context.provider(job), context.store.attempts
    request = await work_on(await context.store.jobs.body(job.id), partial(_provider_request, job))
    capabilities = provider.capabilities
    turn = monotonic() + await context.store.rate_limit.turn(
        provider.slug, capabilities.interval, capabilities.concurrency
    )
    while (left := turn - monotonic()) > 0:  # a ring ends a rest early
        job = await rest(job, context, left)
        if earlier is None:
            check_going_on(job)
    if earlier is not None and not _is_known_yet(earlier, context):
        raise unknown_error(job, context, "its key is forgotten by now")
    before_send = _CommitBeforeSend(job, attempts.send if earlier is None else attempts.resend)
    return await before_send.finish(
        _answered(job, request, before_send, context, again=earlier is not None)
    )


async def accept(job: Job, upstream: UpstreamJob, context: JobContext) -> Job:
    """Commit the upstream's id; raise FencedError where that comes too late for this holder."""
    attempts = context.store.attempts
    accepted = await record(
        f"{job.id} was accepted as {upstream.id}", lambda: attempts.accept(job, upstream.id)
    )
    if accepted is None:
        await keep_orphan(job, upstream, context)
        raise FencedError(job.id)
    return accepted


def unknown_error(job: Job, context: JobContext, detail: str) -> UnresolvedOutcomeError:
    """Return the error of a job whose order may have been taken for nothing."""
    return UnresolvedOutcomeError(
        f"{context.provider(job).name} may have taken this order, and may charge for it, but never"
        f" told its id ({detail}). It was not sent again; whoever runs this service can look it up"
    )


async def _answered(
    job: Job,
    request: ProviderRequest,
    before_send: _CommitBeforeSend,
    context: JobContext,
    *,
    again: bool,
) -> Job:
    """Create the upstream job and commit the outcome."""
    provider, attempts = context.provider(job), context.store.attempts

    async def mark(how: Callable[[Job, str], Awaitable[bool]], error: Exception) -> None:
        await record(f"{request.key}: {error}", lambda: how(job, str(error)))

    try:
        return await accept(job, await provider.create(request, before_send), context)
    except (_StaleError, NotAcceptedError) as error:
        # What may have been taken before is not known to be untaken now.
        await mark(attempts.doubt if again else attempts.withdraw, error)
        if isinstance(error, NotAcceptedError):
            raise
        return job
    except UnknownOutcomeError as error:
        await mark(attempts.doubt, error)
        return await note(job, context, f"The provider's answer is missing: {error}")
    except RefusedError as error:
        if again:
            await mark(attempts.doubt, error)
            raise unknown_error(job, context, str(error)) from error
        await mark(attempts.refuse, error)
        raise
    except SharedIdError as error:
        await mark(attempts.doubt, error)
        raise unknown_error(job, context, str(error)) from error
    except (FencedError, StoreError):
        raise
    except Exception as error:
        await mark(attempts.doubt, error)
        raise


class _CommitBeforeSend:
    """The last thing before the socket is used: the order is committed as being sent."""

    def __init__(self, job: Job, commit: Commit) -> None:
        self._job = job
        self._commit = commit
        self._passed = False

    async def __call__(self) -> None:
        """Commit. Raises when the job is another's by now, or the commit failed or took long."""
        self._passed, began = True, boot_time()
        try:
            committed = await self._commit(self._job)
        except StoreError as error:
            raise _StaleError(f"it was not recorded before it was sent: {error}") from error
        if not committed:
            raise FencedError(self._job.id)
        if boot_time() - began > GUARD:
            raise _StaleError("it was held up before it was sent")

    async def finish(self, sending: Coroutine[Any, Any, Job]) -> Job:
        """Finish sending even if the caller is stopped: an answer on its way must be recorded."""
        task = asyncio.ensure_future(sending)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._passed:
                task.cancel()
            await asyncio.wait({task}, timeout=LONGEST_ANSWER)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise


def _is_known_yet(earlier: Attempt, context: JobContext) -> bool:
    """Return whether an upstream that is asked again still knows the key of the first time."""
    capabilities = context.providers[earlier.provider].capabilities
    age = time.time() - (earlier.sent_at or earlier.intent_at)
    return capabilities.on_lost_response != "idempotent" or age < capabilities.key_lifetime


def _provider_request(job: Job, body: str) -> ProviderRequest:
    """Return what to order."""
    return ProviderRequest(
        key=f"{job.id}-{job.attempt}",
        model=job.model,
        prompt=job.prompt,
        width=job.width,
        height=job.height,
        duration=job.duration,
        audio=job.audio,
        seed=job.seed,
        media=read_media(VideoGenerationRequest.model_validate_json(body)),
        body=body,
    )
