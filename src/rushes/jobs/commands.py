"""Commands to jobs that exist: cancel and delete."""

from __future__ import annotations

import contextlib
from typing import Protocol

from rushes.clock import unix_time
from rushes.jobs.states import ENDED, OPEN
from rushes.jobs.transitions import log_end, log_transition
from rushes.store.job import Job
from rushes.store.store import Store


class NotCancellableError(Exception):
    """The job has ended, or its video is being stored."""


class Waking(Protocol):
    """The part of an executor that commands need."""

    async def wake(self, job_id: str) -> None:
        """Have the process that runs a job read its row now."""


async def cancel(job: Job, store: Store, executor: Waking) -> Job:
    """Cancel a job: at once while nothing was sent, else as soon as its provider is asked.

    Returns it as it is then; one that is being stopped is still open. Raises NotCancellableError.
    """
    not_started = {
        "state": "cancelled",
        "cancellation": "not_started",
        "error": "Cancelled",
        "ended_at": unix_time(),
    }
    requested = {"cancellation": "requested"}
    for states, changes in (({"queued"}, not_started), ({"submitting", "running"}, requested)):
        changed = await store.jobs.update(job.id, where=states, changes=changes, notify=True)
        if changed is not None:
            if changed.state == "cancelled":
                log_end(changed)
            else:
                log_transition(changed, "cancel_requested", state=changed.state)
            await executor.wake(job.id)
            return changed
    current = await store.jobs.get(job.id) or job
    if current.state == "cancelled":
        return current
    if current.state == "storing":
        raise NotCancellableError(f"{job.id} can no longer be cancelled: its video is being stored")
    raise NotCancellableError(f"{job.id} is {current.state} already")


async def delete(job: Job, store: Store, executor: Waking) -> None:
    """Hide a job; an open one is cancelled, a stored video is removed by the next sweep."""
    if job.state not in ENDED:
        with contextlib.suppress(NotCancellableError):  # a video being stored is removed then
            await cancel(job, store, executor)
    changes = {"deleted_at": int(unix_time())}
    if await store.jobs.update(job.id, where=ENDED | OPEN, changes=changes) is not None:
        log_transition(job, "deleted")
