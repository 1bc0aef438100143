"""A host's worker in the test's own process, whose provider and steps the test decides."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from rushes.jobs.context import Crew
from rushes.jobs.maintenance import Keeping
from rushes.jobs.procrastinate_connector import create_queue
from rushes.jobs.worker import Pace, QueueWorker
from rushes.providers.base import Provider
from rushes.storage.local import OutputFolder
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import in_queue
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender

PACE = Pace(heartbeat=0.05, stalled_after=3.0, upkeep=0.05, fetch=0.05, unserved_after=2.0)


@contextlib.asynccontextmanager
async def inside(
    url: str,
    folder: Path,
    providers: Mapping[str, Provider],
    keeping: Keeping | None = None,
    pace: Pace = PACE,
) -> AsyncIterator[Crew]:
    """Have a worker work for as long as the block lasts; give its crew."""
    database = PostgresDatabase(url)
    await database.open()
    await create_queue(database)
    store = Store(database, also=in_queue)
    webhooks = WebhookSender(None, allow_private=True)
    crew = Crew(store, OutputFolder(folder), providers, webhooks, alone=False)
    worker = QueueWorker(crew, database, keeping or Keeping(), worker_jobs=10, pace=pace)
    working = asyncio.create_task(worker.run())
    try:
        yield crew
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await store.close()


async def until_state(crew: Crew, job_id: str, state: str) -> None:
    """Return once a job is in a state."""
    async with asyncio.timeout(60):
        while True:
            job = await crew.store.jobs.get(job_id)
            if job is not None and job.state == state:
                return
            await asyncio.sleep(0.02)
