"""Run lifecycles inside the service's own process: one asyncio task per open job."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine

from rushes.jobs import lifecycle
from rushes.jobs.callback import call_back
from rushes.jobs.lifecycle import Crew
from rushes.jobs.states import ENDED, OPEN
from rushes.store.job import Job


class EmbeddedExecutor:
    """Start jobs, and take up again what an earlier process left: open jobs, unsent callbacks."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._callbacks: dict[str, asyncio.Task[None]] = {}

    @property
    def running(self) -> int:
        """Return how many jobs are open here."""
        return len(self._jobs)

    def start(self, job: Job) -> None:
        """Run a job in the background; one that already runs goes on."""
        _start(self._jobs, job.id, self._run(job))

    def resume(self) -> int:
        """Start every open job of the store, oldest first; return how many."""
        jobs = self._crew.store.in_states(OPEN)
        for job in jobs:
            self.start(job)
        for job in self._crew.store.to_call_back(ENDED):
            self._call_back(job)
        return len(jobs)

    async def close(self) -> None:
        """Stop running; the rows stay as they are, to be resumed by the next process."""
        tasks = [*self._jobs.values(), *self._callbacks.values()]
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def _run(self, job: Job) -> None:
        self._call_back(await lifecycle.run(job, self._crew))

    def _call_back(self, job: Job) -> None:
        """Deliver a job's callback apart from the job: a slow receiver holds nothing up."""
        if job.callback == "pending":
            _start(self._callbacks, job.id, call_back(job, self._crew.store, self._crew.webhooks))


def _start(
    tasks: dict[str, asyncio.Task[None]], job_id: str, work: Coroutine[None, None, None]
) -> None:
    if job_id in tasks:
        work.close()
        return
    task = tasks[job_id] = asyncio.create_task(work, name=job_id)
    task.add_done_callback(lambda _: tasks.pop(job_id, None))
