"""Run lifecycles inside the service's own process: one asyncio task per open job."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Coroutine

from rushes.jobs import lifecycle
from rushes.jobs.callback import call_back
from rushes.jobs.lifecycle import Crew
from rushes.jobs.states import ENDED, OPEN
from rushes.store.job import Job

FIRST_PAUSE = 1.0  # seconds before a job is run again after the store has failed; it doubles
LONGEST_PAUSE = 60.0

log = logging.getLogger("rushes.jobs")


class EmbeddedExecutor:
    """Start jobs, and take up again what an earlier process left: open jobs, unsent callbacks.

    Each provider is given as many jobs at once as it wants; the others wait, first come first.
    """

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._slots = {
            slug: asyncio.Semaphore(provider.concurrency)
            for slug, provider in crew.providers.items()
        }
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._callbacks: dict[str, asyncio.Task[None]] = {}

    @property
    def running(self) -> int:
        """Return how many jobs are open here."""
        return len(self._jobs)

    def start(self, job: Job) -> None:
        """Run a job in the background; one that already runs goes on."""
        _start(self._jobs, job.id, self._run(job))

    def resume(self, only: Collection[str] | None = None) -> int:
        """Start the store's open jobs, oldest first, or only some of them; return how many."""
        jobs = [j for j in self._crew.store.in_states(OPEN) if only is None or j.id in only]
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
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, job: Job) -> None:
        slot = self._slots.get(job.provider) or asyncio.Semaphore()
        async with slot:
            ended = await self._persist(job)
        self._call_back(ended)

    async def _persist(self, job: Job) -> Job:
        """Run a job until it has ended, again and again while the store fails."""
        pause = FIRST_PAUSE
        while True:
            try:
                current = self._crew.store.get(job.id) or job
                return await lifecycle.run(current, self._crew)
            except Exception:
                log.exception("job %s is run again in %g s", job.id, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

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
