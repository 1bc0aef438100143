"""Tell a job's callback URL that it has ended, until the receiver has taken it or time is up."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime

from rushes.jobs.address import content_urls
from rushes.jobs.states import ENDED, STATUS
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.webhooks.event import Event
from rushes.webhooks.sender import WebhookSender

# Seconds between attempts; how often the original tries is not documented.
PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0)


async def call_back(job: Job, store: Store, sender: WebhookSender) -> None:
    """Deliver the end of a job, and commit that it was delivered or given up."""
    if job.callback_url is None:
        return
    event, outcome = event_of(job), "abandoned"
    for pause in itertools.chain(PAUSES, [None]):
        if await sender.send(job.callback_url, event):
            outcome = "delivered"
            break
        if pause is not None:
            await asyncio.sleep(pause)
    await store.jobs.update(job.id, where=ENDED, changes={"callback": outcome})


def event_of(job: Job) -> Event:
    """Return the event that tells how a job ended."""
    return Event(
        job_id=job.id,
        status=str(STATUS[job.state]),
        model=job.model,
        created_at=datetime.now(UTC),
        urls=content_urls(job, job.origin),
        cost=None if job.cost is None else float(job.cost),
        error=job.error,
    )
