"""Run lifecycles inside the service's own process: one asyncio task per open job."""

from __future__ import annotations

import asyncio
import contextlib

from rushes.jobs import lifecycle
from rushes.jobs.lifecycle import Crew
from rushes.jobs.states import OPEN
from rushes.store.job import Job


class EmbeddedExecutor:
    """Start jobs, and take up again those that an earlier process left open."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._tasks: dict[str, asyncio.Task[Job]] = {}

    @property
    def running(self) -> int:
        """Return how many jobs are open here."""
        return len(self._tasks)

    def start(self, job: Job) -> None:
        """Run a job in the background; one that already runs goes on."""
        if job.id in self._tasks:
            return
        task = asyncio.create_task(lifecycle.run(job, self._crew), name=job.id)
        self._tasks[job.id] = task
        task.add_done_callback(lambda _: self._tasks.pop(job.id, None))

    def resume(self) -> int:
        """Start every open job of the store, oldest first; return how many."""
        jobs = self._crew.store.in_states(OPEN)
        for job in jobs:
            self.start(job)
        return len(jobs)

    async def close(self) -> None:
        """Stop running; the rows stay as they are, to be resumed by the next process."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
