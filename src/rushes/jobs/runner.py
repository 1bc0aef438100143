"""Runs one job to its end, also while the store fails; the part that all executors share."""

from __future__ import annotations

import logging

from rushes import tracing
from rushes.backoff import Backoff
from rushes.clock import sleep
from rushes.jobs import lifecycle
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.deadlines import reread, set_delay_reason
from rushes.jobs.states import OPEN
from rushes.jobs.transitions import attributes_of, log_transition
from rushes.logs import context as log_context
from rushes.store.job import Job
from rushes.store.transaction import StoreError

log = logging.getLogger("rushes.jobs")


async def run_job(job_id: str, context: JobContext, *, shared: bool = False) -> Job | None:
    """Take a job up and run it until it has ended, again and again while the store fails.

    With `shared`, several hosts run jobs of the same providers. Returns the job as it ended, also
    if that was before; None if another process has taken it up, or its account is not configured
    here. Raises ReroutedError if another
    account is to make it.
    """
    backoff, taken = Backoff(), None
    while True:
        try:
            if taken is not None:
                return await _run(await reread(taken, context, ended=True), context, shared)
            taken = await context.store.jobs.take(job_id, OPEN)
            if taken is None:
                return await context.store.jobs.get(job_id)
            return await _run(taken, context, shared, is_resumed=taken.epoch > 1)
        except FencedError:
            log.warning("another process runs job %s", job_id)
            return None
        except StoreError as error:  # the database's own log line says that it is down
            seconds = backoff.next()
            log.debug("job %s is run again in %g s: %s", job_id, seconds, error)
        await sleep(seconds)


async def _run(
    job: Job, context: JobContext, shared: bool, *, is_resumed: bool = False
) -> Job | None:
    before = context.taken_from.pop(job.id, None)
    if job.provider not in context.providers:
        reason = f"Its provider, {job.provider}, is not configured"
        log.warning("job %s waits: %s", job.id, reason)
        await set_delay_reason(job, context, reason)
        return None
    capabilities = context.provider(job).capabilities
    # A provider that resubmits is bounded by each host's own means, not by one credential.
    limited = shared and capabilities.on_lost_response != "resubmit"
    limit = capabilities.concurrency if limited else None
    parent, attributes = job.traceparent, attributes_of(job)
    with (
        log_context(job=job.id),
        tracing.span("job", "consumer", parent=parent, attributes=attributes) as span,
    ):
        if is_resumed:  # an earlier run did not end it
            log_transition(job, "resumed", state=job.state, host=context.host, from_host=before)
        ended = await lifecycle.run(job, context, limit)
        cost = None if ended.cost is None else float(ended.cost)
        span.set({"rushes.job.state": ended.state, "rushes.cost": cost})
        return ended
