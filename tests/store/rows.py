"""Jobs as the tests of the store make them."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Collection
from decimal import Decimal
from typing import Any

from rushes.store.job import SELECT, Job, from_row
from rushes.store.jobs import insertion
from rushes.store.outbox import announce
from rushes.store.pagination import Filter
from rushes.store.store import Store
from rushes.store.transaction import Transaction, names

CREATED = 1_793_000_000
_numbers = itertools.count(1)


def make_job(job_id: str | None = None, **values: Any) -> Job:
    """Return a queued job; each is a nanosecond younger than the one before."""
    number = next(_numbers)
    return Job(
        **{
            "id": job_id or f"gen-vid-{number}",
            "state": "queued",
            "model": "google/veo-3.1",
            "provider": "rushes",
            "created_at": CREATED,
            "updated_at": CREATED,
            "created_ns": CREATED * 10**9 + number,
            "seed": 7,
            "width": 1280,
            "height": 720,
            "duration": 8,
            "audio": True,
            "prompt": "A calm sea",
            "quote": Decimal("3.20"),
            "owner": "alice",
            "fingerprint": "f",
            **values,
        }
    )


async def add(store: Store, job_id: str | None = None, **values: Any) -> Job:
    """Insert a job and return it."""
    job = make_job(job_id, **values)
    await insert_job(store, job, '{"model":"m"}')
    return job


async def warm(store: Store) -> None:
    """Have all connections open, so that what follows is concurrent from its first statement."""
    await asyncio.gather(*(store.jobs.page(Filter(), 1) for _ in range(20)))


async def jobs_in(store: Store, states: Collection[str]) -> list[Job]:
    """Return all jobs in some states, oldest first."""

    def select() -> Transaction[list[Job]]:
        marks, parameters = names("s", states)
        query = f"{SELECT} WHERE state IN ({marks}) ORDER BY created_ns, id"
        return [from_row(row) for row in (yield query, parameters)]

    return await store.database.survey(select())


async def insert_job(store: Store, job: Job, body: str) -> None:
    """Commit a job and the body of its request, as they are; a callback is due if it has ended."""

    def insert() -> Transaction[None]:
        yield from insertion(job, body)
        if job.callback == "pending":
            yield from announce(job)

    await store.database.write(insert())
