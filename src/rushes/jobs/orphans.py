"""Orders that were taken for someone who was no longer in charge: kept, then used or stopped."""

from __future__ import annotations

import logging

from rushes.jobs.context import Crew
from rushes.jobs.durable import record
from rushes.providers.base import ProviderError, UpstreamJob
from rushes.store.job import Job

log = logging.getLogger("rushes.jobs")


async def keep_orphan(job: Job, upstream: UpstreamJob, crew: Crew) -> None:
    """Keep the id that came too late; stop what it names, unless the job can still use it."""
    await record(
        f"{job.id} was accepted too late as {upstream.id}",
        lambda: crew.store.ledger.orphan(job, upstream.id),
    )
    current = await crew.store.jobs.get(job.id)
    # Whoever looks for the answer of the very same order may find it here.
    sought = current is not None and current.attempt == job.attempt
    if current is None or not (sought and current.state == "submitting"):
        await stop_orphans(current or job, crew)


async def stop_orphans(job: Job, crew: Crew) -> None:
    """Stop what a job's upstream makes for nobody."""
    for orphan in await crew.store.ledger.orphans(job):
        fate = "adopted"
        if orphan.upstream_id != job.upstream_id:
            fate = await _stop(job, orphan.upstream_id, crew)
        await crew.store.ledger.settle_orphan(orphan, fate)


async def _stop(job: Job, upstream_id: str, crew: Crew) -> str:
    try:
        return (await crew.provider(job).cancel(UpstreamJob(upstream_id, job.model))).outcome
    except ProviderError as error:
        log.warning("an orphan of job %s could not be stopped: %s", job.id, error)
    except Exception:
        log.exception("an orphan of job %s could not be stopped", job.id)
    return "unknown"
