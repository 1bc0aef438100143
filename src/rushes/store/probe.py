"""Whether the store works: a job is committed and every sweep is run, and nothing stays."""

from __future__ import annotations

import time

from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.store.store import Store

_ID = "gen-vid-0-probe"


async def probe(store: Store) -> None:
    """Raise StoreError unless jobs can be committed, found, and swept; changes nothing."""
    await store.idempotency.rehearse(_job())
    await store.jobs.get(_ID)
    await store.jobs.page(Filter(), 1)
    await store.jobs.page(Filter(owner=_ID), 1)
    retention = store.retention
    await retention.unfinished(())
    await store.outbox.places("", 1)
    await retention.overdue((), 0)
    await retention.stranded((), 0.0)
    await retention.deleted(1)
    await retention.stored(0.0, 1)
    await retention.forgettable(0.0, 1)


def _job() -> Job:
    now = int(time.time())
    return Job(
        id=_ID,
        state="queued",
        model="",
        provider="",
        created_at=now,
        updated_at=now,
        seed=0,
        width=0,
        height=0,
        duration=0,
        audio=False,
        prompt="",
        owner=_ID,
        fingerprint=_ID,
    )
