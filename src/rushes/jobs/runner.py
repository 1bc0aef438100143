"""Run one job to its end, whatever the store does meanwhile; the part all executors share."""

from __future__ import annotations

import asyncio
import logging

from rushes.jobs import lifecycle
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.deadlines import note
from rushes.jobs.lifecycle import OvertakenError
from rushes.jobs.states import OPEN
from rushes.jobs.webhook_delivery import call_back
from rushes.store.job import Job
from rushes.store.transaction import StoreError

FIRST_PAUSE = 1.0  # seconds before a job is run again after the store has failed; it doubles
LONGEST_PAUSE = 60.0

log = logging.getLogger("rushes.jobs")


class Runner:
    """Run jobs with one context."""

    def __init__(self, context: JobContext, *, shared: bool = False) -> None:
        self._context = context
        self._shared = shared

    async def run(self, job_id: str) -> Job | None:
        """Take a job up and run it until it has ended, again and again while the store fails.

        Return it as it ended, be it before; None if another process has taken it up.
        """
        pause, taken = FIRST_PAUSE, None
        while True:
            try:
                if taken is not None:
                    return await self._go_on(await self._reread(taken))
                taken = await self._context.store.jobs.take(job_id, OPEN)
                if taken is None:
                    return await self._context.store.jobs.get(job_id)
                return await self._go_on(taken)
            except (OvertakenError, FencedError):
                log.warning("job %s goes on elsewhere", job_id)
                return None
            except StoreError as error:
                log.warning("job %s is run again in %g s: %s", job_id, pause, error)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def call_back(self, job_id: str) -> None:
        """Tell a job's callback URL how it ended."""
        await call_back(job_id, self._context.store, self._context.webhooks)

    async def _reread(self, taken: Job) -> Job:
        """Return a job's row as it is now, if the job is still ours."""
        current = await self._context.store.jobs.get(taken.id)
        if current is None or current.epoch != taken.epoch:
            raise OvertakenError(taken.id)
        return current

    async def _go_on(self, current: Job) -> Job:
        if current.provider not in self._context.providers:
            await note(
                current, self._context, f"Its provider, {current.provider}, is not configured"
            )
            raise OvertakenError(current.id)
        capabilities = self._context.provider(current).capabilities
        # What costs only time is bounded by each host's own means, not by one credential.
        limit = (
            capabilities.concurrency
            if self._shared and capabilities.on_lost_response != "resubmit"
            else None
        )
        return await lifecycle.run(current, self._context, limit)
