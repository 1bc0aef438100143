"""Upstream jobs whose ids came too late, to an overtaken process: kept, then used or stopped."""

from __future__ import annotations

import logging

from rushes.jobs.context import JobContext
from rushes.jobs.durable import commit_with_retry
from rushes.jobs.measuring import measured
from rushes.jobs.transitions import log_unknown
from rushes.providers.base import Cancellation, ProviderError, UpstreamJob
from rushes.store.attempt import Orphan
from rushes.store.job import Job

log = logging.getLogger("rushes.jobs")


async def keep_orphan(job: Job, upstream: UpstreamJob, context: JobContext) -> None:
    """Keep the id that came too late; stop what it names, unless the job can still use it."""
    detail = f"{job.id} was accepted too late as {upstream.id}"
    _, revived = await commit_with_retry(
        detail, lambda: context.store.attempts.keep_orphan(job, upstream.id)
    )
    if revived:
        context.metrics.attempt(job.provider, "unknown")
        log_unknown(job, "it counted as not accepted, and its response came late")
    if (current := await context.store.jobs.get(job.id)) is not None:
        await stop_orphans(current, context)


async def stop_orphans(job: Job, context: JobContext) -> None:
    """Stop what upstreams make of a job and no job will use, each at the provider that made it."""
    orphans = await context.store.attempts.open_orphans(job)
    attempts = {a.attempt: a for a in await context.store.attempts.of(job.id)} if orphans else {}
    for orphan in orphans:
        # The process that recovers the very same attempt may find it here.
        sought = job.state == "submitting" and orphan.attempt == job.attempt
        if sought or orphan.provider not in context.providers:
            continue
        stopped = Cancellation("unknown")
        fate = "adopted"
        if (orphan.provider, orphan.upstream_id) != (job.provider, job.upstream_id):
            attempt = attempts.get(orphan.attempt)
            upstream_model = "" if attempt is None else attempt.upstream_model
            stopped = await _stop(job, orphan, upstream_model, context)
            fate = stopped.outcome
        await context.store.attempts.settle_orphan(orphan, fate, stopped.cost)


async def _stop(job: Job, orphan: Orphan, upstream_model: str, context: JobContext) -> Cancellation:
    # The job may have gone to another provider since.
    provider = context.providers[orphan.provider]
    upstream = UpstreamJob(orphan.upstream_id, job.model, upstream_model)
    try:
        with measured(context.metrics, orphan.provider, "cancel"):
            return await provider.cancel(upstream)
    except ProviderError as error:
        log.warning("an orphan of job %s could not be stopped: %s", job.id, error)
    except Exception:
        log.exception("an orphan of job %s could not be stopped", job.id)
    return Cancellation("unknown")
