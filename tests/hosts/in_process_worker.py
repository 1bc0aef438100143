"""A host's worker in the test's own process, whose provider and steps the test decides."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

from rushes.jobs.context import JobContext
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.procrastinate_connector import create_queue
from rushes.jobs.worker import Intervals, QueueWorker
from rushes.providers.base import Provider
from rushes.routing.router import Router
from rushes.storage.local import LocalStorage
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import in_queue
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender

INTERVALS = Intervals(
    heartbeat=0.05, stalled_after=3.0, upkeep=0.05, fetch=0.05, unserved_after=2.0
)


@contextlib.asynccontextmanager
async def inside(
    url: str,
    folder: Path,
    providers: Mapping[str, Provider],
    retention_policy: RetentionPolicy | None = None,
    intervals: Intervals = INTERVALS,
    routing: Router | None = None,
) -> AsyncIterator[JobContext]:
    """Have a worker work for as long as the block lasts; give its context."""
    database = PostgresDatabase(url)
    await database.open()
    await create_queue(database)
    store = Store(database, in_queue)
    webhooks = WebhookSender(None, allow_private=True)
    context = JobContext(
        store, LocalStorage(folder), providers, webhooks, single_process=False, routing=routing
    )
    worker = QueueWorker(
        context,
        database,
        retention_policy or RetentionPolicy(),
        worker_jobs=10,
        intervals=intervals,
    )
    working = asyncio.create_task(worker.run())
    try:
        yield context
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
        await store.close()


async def until_state(
    context: JobContext, job_id: str, state: str, provider: str | None = None
) -> None:
    """Return once a job is in a state, at `provider` if that is given."""
    async with asyncio.timeout(60):
        while True:
            job = await context.store.jobs.get(job_id)
            if job is not None and job.state == state and provider in {None, job.provider}:
                return
            await asyncio.sleep(0.02)
