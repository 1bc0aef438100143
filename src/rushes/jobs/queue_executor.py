"""The executor of several hosts: jobs wait in Procrastinate's queue, in the PostgreSQL of the jobs.

A worker takes them from there: in this process, in another one, or on another host.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Collection
from time import monotonic

from rushes.clock import real_sleep
from rushes.jobs.procrastinate_connector import create_queue
from rushes.jobs.worker import QueueWorker
from rushes.store.job import Job
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import open_jobs

COUNTED_FOR = 1.0  # seconds that a count of the open jobs is good for
LOOK_AFTER = 0.1  # seconds
RESTART_PAUSE = 5.0  # seconds

log = logging.getLogger("rushes.jobs")


class QueueExecutor:
    """Leaves jobs to the workers at a database; runs `worker` here, if given.

    The store's `also` must be `rushes.store.queue_entries.in_queue`: it puts each job into the
    queue in the transaction that commits its row, so that nothing is left to be started.
    """

    def __init__(self, database: PostgresDatabase, worker: QueueWorker | None = None) -> None:
        self._database = database
        self._worker = worker
        self._working: asyncio.Task[None] | None = None
        self._open = 0
        self._counted = float("-inf")

    async def open_jobs(self) -> int:
        """Return how many jobs are open on all hosts, up to COUNTED_FOR ago."""
        if monotonic() - self._counted >= COUNTED_FOR:
            self._counted = monotonic()  # calls in the meantime return the last count
            self._open = await self._database.read(open_jobs())
        return self._open

    def start(self, job: Job) -> None:
        self._open += 1

    async def wake(self, job_id: str) -> None:
        await self._database.write(self._database.notify(job_id))

    async def wait_for_end(self, job_id: str, seconds: float) -> None:
        # Any host may run it; a job that takes milliseconds has mostly ended by then.
        await real_sleep(min(seconds, LOOK_AFTER))

    async def resume(self, only: Collection[str] | None = None) -> int:
        await create_queue(self._database)
        if self._worker is not None:
            self._working = asyncio.create_task(_lasting(self._worker), name="rushes-worker")
        return 0

    def reload(self) -> None:
        if self._worker is not None:
            self._worker.reload()

    async def close(self) -> int:
        """Stop working: jobs go back to the queue; the response to a create is waited for."""
        if self._working is None or self._worker is None:
            return 0
        self._working.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._working
        return self._worker.handed_back


async def _lasting(worker: QueueWorker) -> None:
    """Run a worker, and start it again if it fails: the service goes on."""
    while True:
        try:
            await worker.run()
        except Exception:
            log.exception("the worker has failed and is started again")
        await real_sleep(RESTART_PAUSE)
