"""Reads jobs for requests; those that come while a query runs share the next one."""

from __future__ import annotations

import asyncio

from rushes.clock import real_sleep
from rushes.store.job import Job
from rushes.store.jobs import JobTable

GATHERED = 0.005  # seconds in which requests gather while others are read


class JobReads:
    """Under load a query reads many jobs; without, each read is one, at once."""

    def __init__(self, jobs: JobTable) -> None:
        self._jobs = jobs
        self._is_reading = False
        self._waiting = dict[str, asyncio.Future[Job | None]]()
        self._drain: asyncio.Task[None] | None = None

    async def get(self, job_id: str) -> Job | None:
        """Return a job as it is now, None if there is none; raises StoreError."""
        if self._is_reading:
            if (found := self._waiting.get(job_id)) is None:
                found = self._waiting[job_id] = asyncio.get_running_loop().create_future()
            return await asyncio.shield(found)  # others may wait for it
        self._is_reading = True
        try:
            return await self._jobs.get(job_id)
        finally:
            self._is_reading = bool(self._waiting)
            if self._waiting:
                self._drain = asyncio.create_task(self._read_waiting(), name="job reads")

    async def _read_waiting(self) -> None:
        while self._waiting:
            await real_sleep(GATHERED)
            waiting, self._waiting = self._waiting, {}
            try:
                jobs = await self._jobs.get_many(list(waiting))
            except Exception as error:  # noqa: BLE001 - it is raised where the jobs are wanted
                for future in waiting.values():
                    future.set_exception(error)
                    future.exception()  # its request may be gone
                continue
            for job_id, future in waiting.items():
                future.set_result(jobs.get(job_id))
        self._is_reading = False
