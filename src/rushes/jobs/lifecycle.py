"""One job's way from its row to a stored video.

Every step is idempotent against the row: killed at any instant and run again, it goes on from the
last committed state. An intent is committed before the upstream is asked.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rushes import tracing
from rushes.backoff import Backoff
from rushes.clock import monotonic
from rushes.jobs.clock import steady_time
from rushes.jobs.context import FencedError, JobContext, upstream_of
from rushes.jobs.deadlines import (
    StoppedError,
    check_going_on,
    is_overdue,
    reread,
    set_delay_reason,
    wait,
)
from rushes.jobs.dispatch import dispatch
from rushes.jobs.measuring import measured
from rushes.jobs.orphans import stop_orphans
from rushes.jobs.output_download import fetch
from rushes.jobs.recovery import MAX_ATTEMPTS, attempts_here
from rushes.jobs.rerouting import ReroutedError, reroute, spent
from rushes.jobs.states import ENDED, sources
from rushes.jobs.transitions import (
    attributes_of,
    log_end,
    log_transition,
    log_unresolved,
)
from rushes.providers.base import (
    Cancellation,
    LostError,
    Progress,
    ProviderError,
    RefusedError,
    RestartedError,
    TransientError,
)
from rushes.storage.base import StorageError
from rushes.store.job import Job, Output
from rushes.store.transaction import StoreError

PROGRESS_INTERVAL = 0.5  # seconds between commits of mere progress
LOOK_INTERVAL = 60.0  # seconds between looks at a row, in case a signal of its change was lost
ERRORS_FORGOTTEN_AFTER = 600.0  # seconds without one
LONGEST_ERROR_PAUSE = 60.0  # seconds; an internal error that lasts longer ends a job
ACCEPTED = "It had accepted this request, and may charge"
INTERNAL_ERROR = "An internal error ended this job; see the service's log"
STOPPED = "stopped"  # the detail of an attempt that its provider stopped when it was asked to
RETURN_GRACE = 600.0  # seconds that a job gets which is taken up after its deadline
UNREACHABLE_GRACE = 600.0  # seconds after its deadline that an unreachable provider is polled

log = logging.getLogger("rushes.jobs")


async def run(job: Job, context: JobContext, limit: int | None = None) -> Job:
    """Bring a job to its end and return it as it ended.

    StoreError escapes, and the row is then as it was: the job may be run again. FencedError says
    that another process runs it, ReroutedError that another account is to make it. `limit` is how
    many jobs of its provider may be in flight on all hosts.
    """
    errors, failed_at = Backoff(), 0.0
    while job.state not in ENDED:
        taken_up = job.state == "storing"  # by an earlier run, which may have stored the video
        try:
            with tracing.span("attempt", attributes=attributes_of(job)) as attempt:
                job = await dispatch(job, context, limit)
                attempt.set({"rushes.attempt": job.attempt, "rushes.upstream.id": job.upstream_id})
                with tracing.span("poll", "client", attributes=attributes_of(job)) as polling:
                    job = await follow(job, context, polling)
                with tracing.span("download", "client", attributes=attributes_of(job)):
                    output = await fetch(job, context, perhaps_stored=taken_up)
                job = await complete(job, output, context)
        except StoppedError as stopped:
            job = await stop(job, stopped, context)
        except LostError as lost:
            job = await retry(job, lost, context)
        except RefusedError as refusal:
            job = await refuse(job, refusal, context)
        except (ProviderError, StorageError) as error:
            job = await fail(job, str(error), context)
        except FencedError:
            job = await reread(job, context, ended=True)
        except (StoreError, ReroutedError):
            raise
        except Exception:
            log.exception("internal error in job %s", job.id)
            if monotonic() - failed_at > ERRORS_FORGOTTEN_AFTER:
                errors = Backoff()
            failed_at = monotonic()
            job = await retry_after_internal_error(job, errors, context)
    await clear(job, context)
    return job


async def follow(job: Job, context: JobContext, polling: tracing.Span) -> Job:
    """Poll until the upstream has made the video; commit progress now and then."""
    if job.state == "running" and is_overdue(job):
        if await _stopped_before(job, context) is not None:
            raise StoppedError("expired")
        # Left by an earlier process, perhaps under another clock; its video may be paid for.
        job = await _advance(job, context, "running", deadline=int(steady_time() + RETURN_GRACE))
    committed, polls = monotonic(), 0
    looked = committed
    while job.state == "running":
        check_going_on(job, grace=math.inf)
        job, progress = await _poll(job, context)
        polling.set({"rushes.polls": (polls := polls + 1)})
        if progress.phase == "done":  # even after its deadline: it is made, and paid
            cost = job.quote if progress.cost is None else progress.cost
            changes = {
                "progress": 1.0,
                "report": progress.report,
                "cost": await _total(job, cost, context),
                "delay_reason": None,
                "cancellation": None,
            }
            made = await context.store.attempts.mark_made(job, cost, changes)
            if made is None:
                raise FencedError(job.id)
            log_transition(made, cost=None if cost is None else float(cost))
            return made
        check_going_on(job, detail=progress.state and f"Its last state there was {progress.state}")
        if progress.fraction > job.progress and monotonic() - committed >= PROGRESS_INTERVAL:
            job = await _advance(job, context, "running", progress=progress.fraction)
            committed = monotonic()
        job = await wait(job, context, progress.check_after)
        if monotonic() - looked >= LOOK_INTERVAL:
            job, looked = await reread(job, context), monotonic()
    return job


async def complete(job: Job, output: Output, context: JobContext) -> Job:
    """Commit the output and the end at once; the cost was committed when the video was made."""
    ended = await _advance(job, context, "completed", outputs=(output,), delay_reason=None)
    log_end(ended)
    await _measure(job, context, succeeded=True)
    return ended


async def stop(job: Job, cause: StoppedError, context: JobContext) -> Job:
    """Stop a job at its upstream, and commit how far that was possible and what it may cost."""
    state = cause.state
    if job.upstream_id is not None:
        stopped = await _stopped_before(job, context) or await _cancel(job, context)
        if stopped.outcome == "stopped":
            await context.store.attempts.mark_ended(job, STOPPED, stopped.cost)
            if state == "expired":  # what goes on would be paid for as well
                await _fail_over(job, "stuck", "It was past its deadline", context)
        elif stopped.cost is not None:
            await context.store.attempts.mark_charged(job, stopped.cost)
    elif await context.store.attempts.has_unknown(job):  # an earlier attempt may have been accepted
        stopped = Cancellation("unknown")
    else:
        stopped = None
    cost = None if stopped is None else stopped.cost
    changes = {
        "cancellation": "not_started" if stopped is None else stopped.outcome,
        "cost": await _total(job, cost, context),
        "error": ". ".join(filter(None, (_ending(state, job, stopped), cause.detail))),
        "delay_reason": None,
    }
    return await _end(job, context, state, changes)


async def _stopped_before(job: Job, context: JobContext) -> Cancellation | None:
    """Return how an earlier run of a job stopped it, None if it did not."""
    attempt = await context.store.attempts.current(job)
    if attempt is None or (attempt.state, attempt.detail) != ("ended", STOPPED):
        return None
    return Cancellation("stopped", None if attempt.cost is None else Decimal(attempt.cost))


async def retry(job: Job, lost: LostError, context: JobContext) -> Job:
    """Intend another attempt after the upstream lost the job, where that costs only time.

    A bounded number of times, unless a restart is the cause, which says nothing about the job.
    """
    job = await reread(job, context, ended=True)
    if job.state in ENDED:
        return job
    if context.provider(job).capabilities.on_lost_response != "resubmit":
        return await fail(job, f"{lost}. {ACCEPTED}", context)
    attempts = context.store.attempts
    if isinstance(lost, RestartedError):
        intended = await attempts.renew(job)
    elif (made := await attempts_here(job, context)) < MAX_ATTEMPTS:
        await attempts.mark_ended(job, str(lost))
        intended = await attempts.intend(job, job.attempt + 1)
    else:
        return await fail(job, f"Given up after {made} attempts: {lost}", context)
    if intended is None:
        return await reread(job, context, ended=True)
    log_transition(intended, reason=str(lost))
    return intended


async def refuse(job: Job, refusal: RefusedError, context: JobContext) -> Job:
    """End a job as its upstream did, at the cost that it reported, unless another can make it."""
    job = await reread(job, context, ended=True)
    if job.state in ENDED:
        return job
    if job.upstream_id is None:
        if rerouted := await reroute(job, context, str(refusal), of_request=True):
            raise ReroutedError(rerouted)
    else:
        await context.store.attempts.mark_ended(job, str(refusal), refusal.cost)
        await _measure(job, context, succeeded=refusal.cause != "failed")
        await _fail_over(job, refusal.cause, str(refusal), context)
    return await fail(job, str(refusal), context, refusal.cost)


async def fail(job: Job, reason: str, context: JobContext, cost: Decimal | None = None) -> Job:
    """End a job with a reason; a job that ended meanwhile stays as it ended."""
    changes: dict[str, Any] = {"error": reason, "delay_reason": None}
    if (total := await _total(job, cost, context)) is not None:
        changes["cost"] = total
    current = await context.store.jobs.get(job.id)
    if current is not None and current.cancellation == "requested":
        sent = job.upstream_id is not None or await context.store.attempts.has_unknown(job)
        changes["cancellation"] = "unknown" if sent else "not_started"
    return await _end(job, context, "failed", changes)


async def _measure(job: Job, context: JobContext, *, succeeded: bool) -> None:
    """Record how an account fared, where there is another to choose instead."""
    if context.router.has_choice(job.model):
        await context.accounts.ended(job, succeeded=succeeded)


async def _fail_over(job: Job, cause: str, detail: str, context: JobContext) -> None:
    """Raise ReroutedError if another account may, and can, make a job that was accepted."""
    if cause not in context.fallbacks:
        return
    if rerouted := await reroute(job, context, detail, of_request=True):
        raise ReroutedError(rerouted)


async def _total(job: Job, cost: Decimal | None, context: JobContext) -> Decimal | None:
    """Return what a job costs: all its attempts, as far as known; the current one costs `cost`."""
    if cost is not None and job.attempt <= 1:  # as most jobs, which need not be read for it
        return cost
    attempts = await context.store.attempts.of(job.id)
    known = [a for a in attempts if cost is None or a.attempt != job.attempt]
    before = spent(known)
    return before if cost is None else cost + (before or Decimal(0))


async def retry_after_internal_error(job: Job, errors: Backoff, context: JobContext) -> Job:
    """Wait after an internal error, which must not cost a video that may be paid for; then fail.

    Where another attempt costs only time, the job fails at once.
    """
    job, seconds = await reread(job, context, ended=True), errors.next()
    if job.state in ENDED:
        return job
    resubmits = context.provider(job).capabilities.on_lost_response == "resubmit"
    if resubmits or seconds >= LONGEST_ERROR_PAUSE:
        return await fail(job, INTERNAL_ERROR, context)
    try:
        job = await set_delay_reason(job, context, "An internal error delays this job")
        return await wait(job, context, seconds)
    except FencedError:
        return await reread(job, context, ended=True)


async def clear(job: Job, context: JobContext) -> None:
    """Stop what the upstream may still be making of a job that has ended without a video.

    A paid video of a job that failed by an internal error is left to the operator.
    """
    try:
        await stop_orphans(job, context)
        if job.provider not in context.providers:
            return
        resubmits = context.provider(job).capabilities.on_lost_response == "resubmit"
        if job.state == "failed" and job.upstream_id is not None and resubmits:
            await _cancel(job, context)
    except StoreError:
        raise
    except Exception:
        log.exception("job %s has ended, but may still be made at its provider", job.id)


async def _poll(job: Job, context: JobContext) -> tuple[Job, Progress]:
    """Poll a job; transient errors are retried, and so is a 404 that may be one."""
    upstream, backoff = upstream_of(job), Backoff()
    if upstream is None:
        raise LostError("The upstream never returned its id of this job")
    denied_since: float | None = None
    while True:
        provider = context.provider(job)  # a reload may have replaced its credential
        try:
            with measured(context.metrics, job.provider, "poll"):
                progress = await provider.poll(upstream)
            return await set_delay_reason(job, context, None), progress
        except TransientError as error:
            reason, seconds = str(error), backoff.next(error.retry_after)
        except LostError as error:
            denied_since = monotonic() if denied_since is None else denied_since
            if provider.capabilities.on_lost_response == "resubmit":
                raise
            if monotonic() - denied_since >= provider.capabilities.not_found_grace:
                raise ProviderError(f"{error}. {ACCEPTED}") from error
            reason, seconds = str(error), backoff.next()
        job = await wait(await set_delay_reason(job, context, reason), context, seconds)
        check_going_on(job, UNREACHABLE_GRACE, f"The last poll failed: {reason}")


async def _cancel(job: Job, context: JobContext) -> Cancellation:
    upstream = upstream_of(job)
    try:
        assert upstream is not None  # noqa: S101 - both callers have checked
        with measured(context.metrics, job.provider, "cancel"):
            return await context.provider(job).cancel(upstream)
    except ProviderError as error:
        log.warning("job %s could not be stopped at its provider: %s", job.id, error)
    except Exception:
        log.exception("job %s could not be stopped at its provider", job.id)
    return Cancellation("unknown")


def _ending(state: str, job: Job, stopped: Cancellation | None) -> str:
    text = "Cancelled" if state == "cancelled" else "The job expired"
    if stopped is None or stopped.outcome == "stopped":
        return text
    price = "" if job.quote is None else f" up to ${job.quote.normalize():f}"
    why = "cannot stop it" if stopped.outcome == "unsupported" else "did not confirm cancellation"
    if job.quote == 0:
        return f"{text}; its provider {why}"
    return f"{text}; its provider {why} and may charge{price}"


async def _advance(job: Job, context: JobContext, state: str, **changes: Any) -> Job:
    moved = await _move(job, context, state, changes)
    if moved is None:
        raise FencedError(job.id)
    return moved


async def _end(job: Job, context: JobContext, state: str, changes: Mapping[str, Any]) -> Job:
    """End a job; one that has ended meanwhile stays as it is."""
    ended = await _move(job, context, state, changes)
    if ended is None:
        return await reread(job, context, ended=True)
    log_end(ended)
    await log_unresolved(ended, context)
    return ended


async def _move(
    job: Job, context: JobContext, state: str, changes: Mapping[str, Any]
) -> Job | None:
    changes, free = {"state": state, **changes}, False
    if state in ENDED:
        changes["ended_at"] = steady_time()
        never_charges = context.provider(job).capabilities.on_lost_response == "resubmit"
        free = never_charges and state != "completed" and job.attempt > 0
    return await context.store.jobs.update(
        job.id,
        where=sources(state),
        changes=changes,
        epoch=job.epoch,
        free=free,
        reported=job.callback_url is not None,
    )
