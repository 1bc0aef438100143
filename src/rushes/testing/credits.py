"""Credits that run out: what emulated jobs cost is counted, and a 402 ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal

from pydantic import ValidationError
from starlette.responses import Response

from rushes.catalog.refusal import InvalidRequestError
from rushes.jobs.states import OPEN
from rushes.jobs.submit import Jobs
from rushes.store.store import Store
from rushes.testing.forms import error_response


async def spent(store: Store) -> Decimal:
    """Return what the jobs that have ended cost, in USD."""
    (usage,) = await store.charges.since([0])
    return Decimal(str(usage))


class Credits:
    """Credits of the whole service, in USD; open jobs reserve their price."""

    def __init__(self, total: Decimal, jobs: Jobs, store: Store) -> None:
        self._total = total
        self._jobs = jobs
        self._store = store
        self._lock = asyncio.Lock()

    @asynccontextmanager
    async def checked(self, body: bytes) -> AsyncIterator[Response | None]:
        """Give the refusal of a submit, or None if it can be paid for; submit within the block."""
        async with self._lock:  # or two would spend the same credits
            yield await self._refusal(body)

    async def _refusal(self, body: bytes) -> Response | None:
        try:
            spec, candidate = await self._jobs.quote(body)
        except (InvalidRequestError, ValidationError):
            return None  # the service says what is wrong
        price, used = candidate.price or Decimal(0), await spent(self._store)
        if used + price > self._total:
            return error_response(status=402, form="credits", model=spec.model)
        if used + await self._reserved() + price > self._total:
            return error_response(status=402, form="in_flight", model=spec.model)
        return None

    async def _reserved(self) -> Decimal:
        reserved = Decimal(0)
        for job_id, _ in await self._store.retention.unfinished(OPEN):
            job = await self._store.jobs.get(job_id)
            # A job whose video is made is charged already.
            if job is not None and job.cost is None and job.quote is not None:
                reserved += job.quote
        return reserved
