"""Delivers the end of a job to its callback URL, in several tries."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Sequence
from datetime import UTC, datetime

from rushes.jobs.context import JobContext
from rushes.jobs.durable import commit_with_retry
from rushes.jobs.states import ENDED, STATUS
from rushes.store.job import Job
from rushes.webhook import Event

# Seconds between attempts; how often the original tries is not documented.
PAUSES = (5.0, 30.0, 120.0, 600.0, 3600.0)

log = logging.getLogger("rushes.jobs")


async def call_back(job_id: str, context: JobContext) -> None:
    for pause in itertools.chain(PAUSES, [None]):
        if await try_to_call_back(job_id, context, last=pause is None) or pause is None:
            return
        await asyncio.sleep(pause)


async def try_to_call_back(job_id: str, context: JobContext, *, last: bool) -> bool:
    """Try once to deliver the end of a job; return whether that settles it.

    The row is read for every try: a person may have attached the job between two of them. Then
    there is nothing to deliver until it ends again.
    """
    store = context.store
    job = await store.jobs.get(job_id)
    if job is None or job.state not in ENDED or job.callback != "pending":
        return True
    delivered = job.callback_url is not None and await _send(job.callback_url, job, context)
    if not delivered and not last:
        return False
    outcome = "delivered" if delivered else "abandoned"
    await commit_with_retry(
        f"the callback of {job_id} was {outcome}",
        # Only of this very end: a job that is taken up again gets another epoch.
        lambda: store.jobs.update(
            job_id, where={job.state}, changes={"callback": outcome}, epoch=job.epoch
        ),
    )
    return True


async def _send(url: str, job: Job, context: JobContext) -> bool:
    try:
        return await context.webhooks.send(
            url, event_of(job, context.content_urls(job, job.origin))
        )
    except Exception:
        log.exception("internal error in the callback of %s", job.id)
        return False


def event_of(job: Job, urls: Sequence[str]) -> Event:
    return Event(
        job_id=job.id,
        status=str(STATUS[job.state]),
        model=job.model,
        created_at=datetime.now(UTC),
        urls=urls,
        cost=None if job.cost is None else float(job.cost),
        error=job.error,
    )
