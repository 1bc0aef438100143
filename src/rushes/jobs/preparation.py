"""What happens to a job that still waits for its turn at a provider."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from rushes.clock import claiming_waits
from rushes.jobs.context import JobContext
from rushes.jobs.states import ENDED
from rushes.providers.base import PreparingProvider
from rushes.store.transaction import StoreError

LONGEST_WAIT = 3600.0  # seconds that a waiting job waits between looks at its row
UPSTREAM_HAS_ALL = ENDED | {"storing"}

log = logging.getLogger("rushes.jobs")


@contextlib.asynccontextmanager
async def prepared(
    job_id: str, context: JobContext, provider: str | None = None
) -> AsyncIterator[bool]:
    """Have a provider fetch what a job needs, before the job takes a slot from others.

    Gives False if the job ended meanwhile. Without `provider`, the job's row tells which it is.
    """
    known = {provider} if provider else context.providers.keys()
    preparing = [
        found
        for slug, found in context.providers.items()
        if slug in known and isinstance(found, PreparingProvider)
    ]
    if not preparing:
        yield True
        return
    with claiming_waits():
        work = asyncio.ensure_future(_prepare(job_id, context))
    try:
        yield await wait_unless_ended(work, job_id, context)
    finally:
        work.cancel()
        for one in preparing:
            one.drop(job_id)


async def wait_unless_ended(turn: asyncio.Future[Any], job_id: str, context: JobContext) -> bool:
    """Wait, and return whether that has come before the job's end."""
    while not turn.done():
        signal = asyncio.ensure_future(context.signals.wait(job_id, LONGEST_WAIT))
        try:
            await asyncio.wait({turn, signal}, return_when=asyncio.FIRST_COMPLETED)
            if signal.done() and await _ended(job_id, context):
                return False
        finally:
            signal.cancel()
    return True


async def _prepare(job_id: str, context: JobContext) -> None:
    try:
        job = await context.store.jobs.get(job_id)
        if job is None or job.state in UPSTREAM_HAS_ALL or job.provider not in context.providers:
            return
        provider = context.provider(job)
        if isinstance(provider, PreparingProvider):
            body = partial(context.store.jobs.body, job_id)
            await provider.prepare(job_id, job.owner, job.model, body)
    except Exception:  # the create meets it as well, and says so
        log.exception("job %s could not be prepared", job_id)


async def _ended(job_id: str, context: JobContext) -> bool:
    try:
        current = await context.store.jobs.get(job_id)
    except StoreError as error:
        log.debug("job %s waits for its turn, ended or not: %s", job_id, error)
        return False
    return current is None or current.state in ENDED
