"""Upstream jobs whose ids came too late, to an overtaken process: kept, then used or stopped."""

from __future__ import annotations

import logging

from rushes.jobs.context import JobContext
from rushes.jobs.durable import commit_with_retry
from rushes.providers.base import ProviderError, UpstreamJob
from rushes.store.job import Job

log = logging.getLogger("rushes.jobs")


async def keep_orphan(job: Job, upstream: UpstreamJob, context: JobContext) -> None:
    """Keep the id that came too late; stop what it names, unless the job can still use it."""
    await commit_with_retry(
        f"{job.id} was accepted too late as {upstream.id}",
        lambda: context.store.attempts.keep_orphan(job, upstream.id),
    )
    current = await context.store.jobs.get(job.id)
    # The process that recovers the very same attempt may find it here.
    sought = current is not None and current.attempt == job.attempt
    if current is None or not (sought and current.state == "submitting"):
        await stop_orphans(current or job, context)


async def stop_orphans(job: Job, context: JobContext) -> None:
    """Stop what a job's upstream makes that no job will use."""
    for orphan in await context.store.attempts.open_orphans(job):
        fate = "adopted"
        if orphan.upstream_id != job.upstream_id:
            fate = await _stop(job, orphan.upstream_id, context)
        await context.store.attempts.settle_orphan(orphan, fate)


async def _stop(job: Job, upstream_id: str, context: JobContext) -> str:
    try:
        return (await context.provider(job).cancel(UpstreamJob(upstream_id, job.model))).outcome
    except ProviderError as error:
        log.warning("an orphan of job %s could not be stopped: %s", job.id, error)
    except Exception:
        log.exception("an orphan of job %s could not be stopped", job.id)
    return "unknown"
