"""Runs one job to its end, also while the store fails; the part that all executors share."""

from __future__ import annotations

import asyncio
import logging

from rushes.backoff import Backoff
from rushes.jobs import lifecycle
from rushes.jobs.context import FencedError, JobContext
from rushes.jobs.deadlines import reread, set_delay_reason
from rushes.jobs.states import OPEN
from rushes.store.job import Job
from rushes.store.transaction import StoreError

log = logging.getLogger("rushes.jobs")


class Runner:
    def __init__(self, context: JobContext, *, shared: bool = False) -> None:
        self._context = context
        self._shared = shared

    async def run(self, job_id: str) -> Job | None:
        """Take a job up and run it until it has ended, again and again while the store fails.

        Returns it as it ended, also if that was before; None if another process has taken it up.
        """
        backoff, taken = Backoff(), None
        while True:
            try:
                if taken is not None:
                    return await self._run(await reread(taken, self._context, ended=True))
                taken = await self._context.store.jobs.take(job_id, OPEN)
                if taken is None:
                    return await self._context.store.jobs.get(job_id)
                return await self._run(taken)
            except FencedError:
                log.warning("another process runs job %s", job_id)
                return None
            except StoreError as error:
                seconds = backoff.next()
                log.warning("job %s is run again in %g s: %s", job_id, seconds, error)
            await asyncio.sleep(seconds)

    async def _run(self, job: Job) -> Job:
        if job.provider not in self._context.providers:
            reason = f"Its provider, {job.provider}, is not configured"
            await set_delay_reason(job, self._context, reason)
            raise FencedError(job.id)
        capabilities = self._context.provider(job).capabilities
        # A provider that resubmits is bounded by each host's own means, not by one credential.
        limited = self._shared and capabilities.on_lost_response != "resubmit"
        limit = capabilities.concurrency if limited else None
        return await lifecycle.run(job, self._context, limit)
