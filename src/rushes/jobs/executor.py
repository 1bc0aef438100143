"""Who runs lifecycles: an executor behind few verbs, and the one inside the service's process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import AsyncIterator, Collection, Coroutine
from typing import Protocol

from rushes.jobs.crew import Crew
from rushes.jobs.runner import Runner
from rushes.jobs.states import ENDED, OPEN
from rushes.jobs.sweep import Keeping, sweep
from rushes.outputs.base import StorageError
from rushes.store.job import Job
from rushes.store.transaction import StoreError

LONGEST_WAIT = 3600.0  # seconds that a queued job waits between looks at its row
SWEEP_INTERVAL = 5.0  # seconds between looks at what no running job sees

log = logging.getLogger("rushes.jobs")


class Executor(Protocol):
    """Bring committed jobs to their ends, in this process or in others."""

    async def open_jobs(self) -> int:
        """Return how many jobs are open."""

    def start(self, job: Job) -> None:
        """Run a job that was just committed, where that is not settled by its commit."""

    async def ring(self, job_id: str) -> None:
        """Have whoever runs a job look at its row now."""

    async def resume(self, only: Collection[str] | None = None) -> int:
        """Take up what an earlier process left, or only some of it; return how many jobs."""

    async def close(self) -> None:
        """Stop running; the rows stay as they are, to be taken up by the next process."""


class EmbeddedExecutor:
    """Run every job as a task of the one process that owns the store.

    Each provider is given as many jobs at once as its terms allow; the others wait, first come
    first. Everything that is open is taken up at start-up, and so is what a person has changed.
    """

    def __init__(self, crew: Crew, keeping: Keeping) -> None:
        self._crew = crew
        self._keeping = keeping
        self._runner = Runner(crew)
        self._slots = {
            slug: asyncio.Semaphore(provider.terms.concurrency)
            for slug, provider in crew.providers.items()
        }
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._callbacks: dict[str, asyncio.Task[None]] = {}
        self._sweeper: asyncio.Task[None] | None = None

    async def open_jobs(self) -> int:
        """Return how many jobs are open here."""
        return len(self._jobs)

    def start(self, job: Job) -> None:
        """Run a job in the background; one that already runs goes on."""
        _start(self._jobs, job.id, self._run(job))

    async def ring(self, job_id: str) -> None:
        """Wake the task of a job."""
        self._crew.bells.ring(job_id)

    async def resume(self, only: Collection[str] | None = None) -> int:
        """Take up the open jobs, oldest first, and the callbacks that were not delivered."""
        # Whoever was writing answers to this store is dead.
        await self._crew.store.admissions.lose_pending(int(time.time()) + 1)
        for job in await self._crew.store.jobs.in_states(OPEN):
            if only is None or job.id in only:
                self.start(job)
        for job in await self._crew.store.jobs.to_call_back(ENDED):
            self._call_back(job)
        self._sweeper = asyncio.create_task(self._sweep(only), name="rushes-sweep")
        return len(self._jobs)

    async def close(self) -> None:
        """Stop running; an order whose answer is on its way is waited for."""
        tasks = [*self._jobs.values(), *self._callbacks.values()]
        if self._sweeper is not None:
            tasks.append(self._sweeper)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, job: Job) -> None:
        with self._crew.bells.hung(job.id):
            async with self._slot(job):
                ended = await self._runner.run(job.id)
        if ended is not None:
            self._call_back(ended)

    @contextlib.asynccontextmanager
    async def _slot(self, job: Job) -> AsyncIterator[None]:
        """Wait for a slot at a job's provider, or until the job ends without having had one."""
        slot = self._slots.get(job.provider, asyncio.Semaphore())
        turn = asyncio.ensure_future(slot.acquire())
        try:
            while not turn.done() and not await self._ended(job.id):
                bell = asyncio.ensure_future(self._crew.bells.wait(job.id, LONGEST_WAIT))
                await asyncio.wait({turn, bell}, return_when=asyncio.FIRST_COMPLETED)
                bell.cancel()
            yield
        finally:
            if turn.done() and not turn.cancelled():
                slot.release()
            turn.cancel()

    async def _ended(self, job_id: str) -> bool:
        current = await self._crew.store.jobs.get(job_id)
        return current is None or current.state in ENDED

    def _call_back(self, job: Job) -> None:
        """Deliver a job's callback apart from the job: a slow receiver holds nothing up."""
        if job.callback == "pending":
            _start(self._callbacks, job.id, self._runner.call_back(job))

    async def _sweep(self, only: Collection[str] | None) -> None:
        while True:
            await asyncio.sleep(SWEEP_INTERVAL)
            try:
                await sweep(self._crew, self._keeping)
                for job_id in await self._crew.store.jobs.ids(OPEN - {"queued"}):
                    if job_id not in self._jobs and (only is None or job_id in only):
                        await self._take_up(job_id)
            except (StoreError, StorageError) as error:
                log.warning("the sweep is put off: %s", error)

    async def _take_up(self, job_id: str) -> None:
        """Run a job that a person has changed beside this process."""
        job = await self._crew.store.jobs.get(job_id)
        if job is not None and job.provider in self._crew.providers:
            self.start(job)


def _start(
    tasks: dict[str, asyncio.Task[None]], job_id: str, work: Coroutine[None, None, None]
) -> None:
    if job_id in tasks:
        work.close()
        return
    task = tasks[job_id] = asyncio.create_task(work, name=job_id)
    task.add_done_callback(lambda _: tasks.pop(job_id, None))
