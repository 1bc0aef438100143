"""Has a provider create a job's video once: from the job's row to the upstream's id.

An attempt is committed before it is sent, and once more right before the socket is used. So the row
that a crash leaves says whether money may have been spent: an `intent` may be sent; an attempt that
is `sending` or `unknown` is not sent again unless the provider's capabilities make that safe.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

from rushes import tracing
from rushes.backoff import Backoff
from rushes.clock import monotonic, unix_time
from rushes.jobs.account_reports import AccountOutError
from rushes.jobs.clock import boot_time
from rushes.jobs.context import FencedError, JobContext, StaleError, upstream_of
from rushes.jobs.deadlines import check_going_on, reread, set_delay_reason, wait
from rushes.jobs.durable import commit_with_retry
from rushes.jobs.measuring import measured
from rushes.jobs.orphans import keep_orphan
from rushes.jobs.previous_video import previous_video
from rushes.jobs.recovery import SEND_GUARD, UnresolvedOutcomeError, recover, unresolved
from rushes.jobs.rerouting import ReroutedError, parsed, reroute
from rushes.jobs.retired import is_unsent, leave
from rushes.jobs.transitions import attributes_of, log_transition, log_unknown
from rushes.providers.base import (
    AccountError,
    NotAcceptedError,
    ProviderError,
    ProviderRequest,
    RefusedError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.store.attempt import Attempt, Orphan
from rushes.store.attempts import SharedIdError
from rushes.store.job import Job, decided_of
from rushes.store.transaction import StoreError

Commit = Callable[[Job], Awaitable[bool]]

SLOT_PAUSE = 0.5  # seconds until a provider that had no free slot is looked at again
LONGEST_CREATE = 120.0  # seconds that a process which is to end waits for a response's record


async def dispatch(job: Job, context: JobContext, limit: int | None = None) -> Job:
    """Have a job accepted exactly once, and commit the upstream's id.

    With `limit`, the job waits while that many of its provider are in flight on all hosts.
    """
    backoff = Backoff()
    while job.state in {"queued", "submitting"}:
        try:
            if job.provider in context.retired and await is_unsent(job, context):
                job = await leave(job, context)
            else:
                job = await _step(job, context, limit, backoff)
        except NotAcceptedError as error:
            is_over = isinstance(error, AccountError)
            seconds = backoff.next(error.retry_after)
            if not isinstance(error, AccountError | AccountOutError):
                await context.store.rate_limit.hold(job.provider, seconds)
            job = await reread(job, context)  # an intent may have been committed since
            if rerouted := await reroute(job, context, str(error), may_wait=is_over):
                raise ReroutedError(rerouted) from error
            if is_over:
                raise
            job = await wait(await set_delay_reason(job, context, str(error)), context, seconds)
    return job


async def _step(job: Job, context: JobContext, limit: int | None, backoff: Backoff) -> Job:
    if job.state == "queued":
        check_going_on(job)
        job = await _intend(job, context, job.attempt + 1, limit)
        if job.state == "queued":
            return await wait(job, context, SLOT_PAUSE)
        check_going_on(job)
        return await _send(job, context)  # which sends nothing but an intent
    attempt = await context.store.attempts.current(job)
    if attempt is None:
        return await _intend(job, context, job.attempt)
    match attempt.state:
        case "intent":
            check_going_on(job)
            return await _send(job, context)
        case "absent":
            return await _intend(job, context, job.attempt + 1)
        case "refused":
            raise RefusedError(attempt.detail or "The provider refused the request")
        case _:
            return await _resolve(job, attempt, context, backoff)


async def _resolve(job: Job, attempt: Attempt, context: JobContext, backoff: Backoff) -> Job:
    """Act on what is found out about an attempt whose response is lost."""
    match await recover(job, attempt, context):
        case UpstreamJob() as found:
            return await _accept(job, found, context)
        case Orphan() as orphan:
            accepted = await _accept(job, UpstreamJob(orphan.upstream_id, job.model), context)
            await context.store.attempts.settle_orphan(orphan, "adopted")
            return accepted
        case "create again":
            return await _intend(job, context, job.attempt + 1)
    job = await _send(job, context, attempt)
    if job.state == "submitting":  # the second response is lost as well
        job = await wait(await reread(job, context), context, backoff.next())
    return job


async def _intend(job: Job, context: JobContext, attempt: int, limit: int | None = None) -> Job:
    """Commit an intent; with `limit`, a queued job may have to stay queued."""
    intended = await context.store.attempts.intend(job, attempt, limit)
    if intended is None:
        raise FencedError(job.id)
    if intended.state == "submitting":
        log_transition(intended)
    return intended


async def _send(job: Job, context: JobContext, earlier: Attempt | None = None) -> Job:
    """Send an attempt and commit the outcome; `earlier` is the attempt if it may be accepted."""
    provider, attempts = context.provider(job), context.store.attempts
    request = await _provider_request(job, context)
    capabilities = provider.capabilities
    turn = monotonic() + await context.store.rate_limit.turn(
        provider.slug, capabilities.interval, capabilities.concurrency
    )
    while (left := turn - monotonic()) > 0:  # a signal ends a wait early
        job = await wait(job, context, left)
        if earlier is None:
            check_going_on(job)
    if earlier is not None and not _key_is_known(earlier, context):
        raise unresolved(job, context, "it has forgotten the idempotency key by now")
    if earlier is None:
        await context.accounts.check(provider.slug, provider.name)
    before_send = _CommitBeforeSend(job, attempts.send if earlier is None else attempts.resend)
    return await before_send.finish(
        _create(job, request, before_send, context, again=earlier is not None)
    )


async def _create(
    job: Job,
    request: ProviderRequest,
    before_send: _CommitBeforeSend,
    context: JobContext,
    *,
    again: bool,
) -> Job:
    provider, attempts = context.provider(job), context.store.attempts
    try:
        with (
            measured(context.metrics, job.provider, "create"),
            tracing.span("create", "client", attributes=attributes_of(job)) as creating,
        ):
            upstream = await provider.create(request, before_send)
            creating.set({"rushes.upstream.id": upstream.id})
        return await _accept(job, upstream, context)
    except (FencedError, StoreError, UnresolvedOutcomeError):
        raise
    except Exception as error:
        # When it is sent again, the first time may have been accepted, whatever is said now.
        mark = attempts.mark_unknown
        if isinstance(error, StaleError | NotAcceptedError) and not again:
            mark = attempts.withdraw
        elif isinstance(error, RefusedError) and not again:
            mark = attempts.mark_refused
        ours = isinstance(error, ProviderError | StaleError)
        detail = str(error) if ours else "an internal error; see the service's log"
        await commit_with_retry(f"{request.key}: {detail}", lambda: mark(job, detail))
        if mark == attempts.mark_unknown:
            log_unknown(job, detail)
        most = provider.capabilities.max_failures
        await context.accounts.failed(provider.slug, error, most)
        if isinstance(error, StaleError):
            return job
        if isinstance(error, UnknownOutcomeError):
            reason = f"The provider's response was lost: {detail}"
            return await set_delay_reason(job, context, reason)
        if isinstance(error, RefusedError) and again:
            raise unresolved(job, context, detail) from error
        raise


async def _accept(job: Job, upstream: UpstreamJob, context: JobContext) -> Job:
    """Commit the upstream's id; raise FencedError where that is too late for this holder."""
    attempts = context.store.attempts
    try:
        accepted = await commit_with_retry(
            f"{job.id} was accepted as {upstream.id}", lambda: attempts.accept(job, upstream.id)
        )
    except SharedIdError as error:
        detail = str(error)
        context.metrics.attempt(job.provider, "unknown")
        await commit_with_retry(f"{job.id}: {detail}", lambda: attempts.mark_unknown(job, detail))
        log_unknown(job, detail)
        raise unresolved(job, context, detail) from error
    if accepted is None:
        await keep_orphan(job, upstream, context)
        raise FencedError(job.id)
    log_transition(accepted, upstream_id=upstream.id)
    await context.accounts.accepted(job.provider)
    return accepted


class _CommitBeforeSend:
    """The last step before the socket is used: commit that the attempt is being sent."""

    def __init__(self, job: Job, commit: Commit) -> None:
        self._job = job
        self._commit = commit
        self._passed = False

    async def __call__(self) -> None:
        """Commit. Raises if another process has the job, or if the commit failed or took long."""
        self._passed, began = True, boot_time()
        try:
            committed = await self._commit(self._job)
        except StoreError as error:
            raise StaleError(f"it was not recorded before it was sent: {error}") from error
        if not committed:
            raise FencedError(self._job.id)
        if boot_time() - began > SEND_GUARD:
            raise StaleError("it was held up before it was sent")

    async def finish(self, sending: Coroutine[Any, Any, Job]) -> Job:
        """Finish sending even if the caller is stopped: a response on its way must be recorded."""
        task = asyncio.ensure_future(sending)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._passed:
                task.cancel()
            await asyncio.wait({task}, timeout=LONGEST_CREATE)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise


def _key_is_known(earlier: Attempt, context: JobContext) -> bool:
    """Return whether an upstream that is asked again still knows the key of the first time."""
    capabilities = context.providers[earlier.provider].capabilities
    age = unix_time() - earlier.began_at
    return capabilities.on_lost_response != "idempotent" or age < capabilities.key_lifetime


async def _provider_request(job: Job, context: JobContext) -> ProviderRequest:
    body = await context.store.jobs.body(job.id)
    earlier = None
    if job.previous_job_id is not None:
        earlier = await context.store.jobs.get(job.previous_job_id)
    return ProviderRequest(
        key=f"{job.id}-{job.attempt}",
        model=job.model,
        prompt=job.prompt,
        width=job.width,
        height=job.height,
        duration=job.duration,
        audio=job.audio,
        seed=job.seed,
        body=body,
        job_id=job.id,
        upstream_model=job.upstream_model,
        decided=decided_of(job),
        params=await _params(job, body, context),
        previous=None if earlier is None else upstream_of(earlier),
        previous_video=None if earlier is None else previous_video(earlier, context),
        callback_url=context.upstream_callback(job),
    )


async def _params(job: Job, body: str, context: JobContext) -> Mapping[str, Any]:
    """Return what the endpoint that a job was routed to adds to its request."""
    rows = context.router.rows(job.provider, job.model, job.upstream_model)
    if len(rows) > 1:  # they differ in limits: the one that can do the request counts
        request, spec = await asyncio.to_thread(parsed, job, body, context.router.catalog)
        rows = [row for row in rows if row.problem(request, spec) is None] or rows
    return rows[0].params if rows else {}
