"""Jobs at an account that a reload of the configuration has removed."""

from __future__ import annotations

from rushes.clock import monotonic
from rushes.jobs.context import JobContext
from rushes.jobs.deadlines import check_going_on, set_delay_reason, wait
from rushes.jobs.rerouting import ReroutedError, reroute
from rushes.providers.base import RefusedError
from rushes.store.job import Job

KEPT_FOR = 60.0  # seconds until a job that no other account can make fails
INTERVAL = 5.0  # seconds between looks for another account


async def is_unsent(job: Job, context: JobContext) -> bool:
    """Return whether it is certain that no provider makes anything of a job."""
    if job.state == "queued":
        return True
    attempt = await context.store.attempts.current(job)
    return attempt is None or attempt.state in {"intent", "absent"}


async def leave(job: Job, context: JobContext) -> Job:
    """Give a job that was not sent to another account; wait for a while if there is none.

    Raises ReroutedError for the former, and RefusedError in the end. Whoever removed the account by
    mistake has some time to restore it.
    """
    check_going_on(job)
    reason = f"Its provider, {job.provider}, is not configured any more"
    if rerouted := await reroute(job, context, reason):
        raise ReroutedError(rerouted)
    removed_at = context.retired.get(job.provider)
    if removed_at is not None and monotonic() - removed_at >= KEPT_FOR:
        raise RefusedError(f"{reason}, and no other one that is can make this")
    return await wait(await set_delay_reason(job, context, reason), context, INTERVAL)
