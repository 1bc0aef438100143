"""What time does to jobs: those nobody started expire, outputs and old records are removed."""

from __future__ import annotations

import time
from dataclasses import dataclass

from rushes.jobs.crew import Crew
from rushes.jobs.states import ENDED
from rushes.store.job import Job

BATCH = 200  # rows at once, so that nobody waits long behind a sweep
DAY = 86_400
LONGEST_ANSWER = 10  # seconds; an answer that has been pending for longer is sent by nobody


@dataclass(frozen=True)
class Keeping:
    """How long things are kept, in seconds; None is for ever."""

    outputs: float | None = None
    records: float | None = None
    keys: float = DAY


async def sweep(crew: Crew, keeping: Keeping) -> None:
    """Do everything that is due."""
    now = time.time()
    await expire_queued(crew, now)
    await remove_outputs(crew, keeping, now)
    if keeping.records is not None:
        while await crew.store.jobs.forget(now - keeping.records, BATCH) == BATCH:
            pass
    await crew.store.admissions.forget_keys(int(now - keeping.keys))
    await crew.store.admissions.lose_pending(int(now - LONGEST_ANSWER))


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
    """Remove the outputs that are old enough, or whose owner has deleted the job."""
    before = 0.0 if keeping.outputs is None else now - keeping.outputs
    while True:
        jobs = await crew.store.jobs.to_remove(before, BATCH)
        for job in jobs:
            await remove(crew, job)
        if len(jobs) < BATCH:
            return


async def remove(crew: Crew, job: Job) -> None:
    """Remove a job's outputs, then commit that they are gone."""
    for output in job.outputs:
        await crew.outputs.delete(output.name)
    changes = {"removed_at": int(time.time())}
    await crew.store.jobs.update(job.id, where=ENDED, changes=changes)
