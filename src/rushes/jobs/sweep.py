"""What time does to jobs: those nobody started expire, outputs and old records are removed."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from rushes.jobs.clock import steady_time
from rushes.jobs.crew import Crew
from rushes.jobs.orphans import stop_orphans
from rushes.jobs.states import ENDED, OPEN
from rushes.outputs.base import StorageError
from rushes.store.job import Job

BATCH = 200  # rows at once, so that nobody waits long behind a sweep
DAY = 86_400
STRANDED_FOR = 60.0  # seconds until a job of an unknown provider is taken for nobody's
LONGEST_ANSWER = 10  # seconds; an answer that has been pending for longer is sent by nobody

log = logging.getLogger("rushes.jobs")


@dataclass(frozen=True)
class Keeping:
    """How long things are kept, in seconds; None is for ever."""

    outputs: float | None = None
    records: float | None = None
    keys: float = DAY


async def sweep(crew: Crew, keeping: Keeping) -> None:
    """Do everything that is due."""
    now = steady_time()
    await expire_queued(crew, now)
    if crew.alone:  # another host may have what is missing here
        await end_stranded(crew, now)
    for job in await crew.store.ledger.orphaned():
        if job.provider in crew.providers:
            await stop_orphans(job, crew)
    await remove_outputs(crew, keeping, now)
    if keeping.records is not None:
        while await crew.store.jobs.forget(now - keeping.records, BATCH) == BATCH:
            pass
    await crew.store.admissions.forget_keys(int(now - keeping.keys))
    await crew.store.admissions.lose_pending(int(now - LONGEST_ANSWER))


async def end_stranded(crew: Crew, now: float) -> None:
    """End the jobs that are due or cancelled and whose provider is not configured any more.

    What their provider makes of them is not known; an order without an answer stays the operator's.
    """
    for job in await crew.store.jobs.stranded(crew.providers, now - STRANDED_FOR):
        if now - job.updated_at < STRANDED_FOR:
            continue
        cancelled = job.cancellation == "requested"
        changes = {
            "state": "cancelled" if cancelled else "expired",
            "cancellation": "unknown",
            "error": f"Its provider, {job.provider}, is not configured any more",
            "ended_at": time.time(),
        }
        await crew.store.jobs.update(job.id, where=OPEN, changes=changes)


async def expire_queued(crew: Crew, now: float) -> None:
    """End the jobs whose time passed in a queue; those in someone's hands end there."""
    for job in await crew.store.jobs.overdue({"queued"}, int(now)):
        changes = {
            "state": "expired",
            "error": "The job outlived its time before it could begin",
            "ended_at": now,
        }
        await crew.store.jobs.update(job.id, where={"queued"}, changes=changes)
        crew.bells.ring(job.id)


async def remove_outputs(crew: Crew, keeping: Keeping, now: float) -> None:
    """Remove the outputs that are old enough, or whose job is deleted or to be forgotten."""
    kept = [seconds for seconds in (keeping.outputs, keeping.records) if seconds is not None]
    before, last = (now - min(kept) if kept else 0.0), ""
    while jobs := await crew.store.jobs.to_remove(before, BATCH, last):
        for job in jobs:
            try:
                await remove(crew, job)
            except StorageError as error:
                log.warning("the video of job %s is not removed yet: %s", job.id, error)
        last = jobs[-1].id


async def remove(crew: Crew, job: Job) -> None:
    """Remove a job's outputs, then commit that they are gone."""
    for output in job.outputs:
        await crew.outputs.delete(output.name)
    changes = {"removed_at": int(time.time())}
    await crew.store.jobs.update(job.id, where=ENDED, changes=changes)
