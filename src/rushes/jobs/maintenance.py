"""The sweep: queued jobs expire, outputs and old records are removed."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from rushes.catalog.provider_data import ENGINE
from rushes.jobs.clock import steady_time
from rushes.jobs.context import JobContext
from rushes.jobs.deadlines import is_overdue
from rushes.jobs.orphans import stop_orphans
from rushes.jobs.rerouting import may_go_on, reroute
from rushes.jobs.states import OPEN
from rushes.jobs.transitions import log_end, log_unresolved
from rushes.storage.base import Storage, StorageError
from rushes.storage.pictures import delete_video
from rushes.store.job import Job
from rushes.store.retention import BEGIN
from rushes.store.store import Store
from rushes.store.transaction import StoreError

BATCH = 200  # rows that are looked at in one go
FORGOTTEN_AT_ONCE = 20  # records deleted in one go
DAY = 86_400
STRANDED_FOR = 60.0  # seconds until a job of an unknown provider is ended
LONGEST_ANSWER = 10  # seconds; a response that has been pending for longer will not be sent

log = logging.getLogger("rushes.jobs")


@dataclass
class RetentionPolicy:
    """How long things are kept, in seconds; None is for ever. A reload changes it."""

    outputs: float | None = None
    records: float | None = None
    keys: float = DAY


async def sweep(
    context: JobContext, retention_policy: RetentionPolicy, served: Collection[str] | None = None
) -> None:
    """Do everything that is due; what fails by an error of ours does not keep the rest.

    `served` names the providers that live workers serve; None where that is not known. Raises
    StoreError.
    """
    if context.single_process:  # a provider that is not configured here is nowhere
        served = context.providers
    for duty in (
        partial(expire_queued, context),
        partial(end_stranded, context, served),
        partial(_stop_orphans, context),
        partial(remove_outputs, context, retention_policy),
        partial(forget_records, context, retention_policy),
        partial(_forget_requests, context, retention_policy),
    ):
        try:
            await duty()
        except StoreError:
            raise
        except Exception:
            log.exception("internal error in a part of the sweep; the others go on")


async def expire_queued(context: JobContext) -> None:
    for job in await context.store.retention.overdue({"queued"}, int(steady_time())):
        if not is_overdue(job):
            continue
        changes = {
            "state": "expired",
            "error": "The job expired before it could start",
            "ended_at": steady_time(),
        }
        expired = await context.store.jobs.update(job.id, where={"queued"}, changes=changes)
        if expired is not None:
            log_end(expired)
        context.signals.wake(job.id)


async def end_stranded(context: JobContext, served: Collection[str] | None) -> None:
    """End the jobs that are due or cancelled and whose provider no worker serves any more.

    What their provider makes of them is unknown; an unresolved attempt stays for the operator.
    Those that no provider makes anything of go to another one, or fail if there is none.
    """
    if served is None:
        return
    due = steady_time() - STRANDED_FOR
    for job in await context.store.retention.stranded(served, due):
        if job.updated_at > _ago(STRANDED_FOR):
            continue
        cancelled = job.cancellation == "requested"
        reason = f"Its provider, {job.provider}, is not configured any more"
        if cancelled or is_overdue(job, STRANDED_FOR):
            changes = {
                "state": "cancelled" if cancelled else "expired",
                "cancellation": "unknown",
                "error": reason,
                "ended_at": steady_time(),
            }
            free = job.provider == ENGINE
            ended = await context.store.jobs.update(job.id, where=OPEN, changes=changes, free=free)
            if ended is not None:
                log_end(ended)
                await log_unresolved(ended, context)
        elif job.state in {"queued", "submitting"}:
            await _give_away(job, reason, context)


async def _give_away(job: Job, reason: str, context: JobContext) -> None:
    """Have another account make a job that its removed one makes nothing of; else end it.

    One that the engine was to make for nothing is not given to an account that charges.
    """
    if job.provider != ENGINE and await reroute(job, context, reason) is not None:
        return
    if not may_go_on(await context.store.attempts.of(job.id)):
        changes = {
            "state": "failed",
            "error": f"{reason}, and no other one that is can make this",
            "ended_at": steady_time(),
        }
        where = {"queued", "submitting"}
        failed = await context.store.jobs.update(
            job.id, where=where, changes=changes, epoch=job.epoch
        )
        if failed is not None:
            log_end(failed)


async def remove_outputs(context: JobContext, retention_policy: RetentionPolicy) -> None:
    retention, place = context.store.retention, BEGIN
    while found := await retention.deleted(BATCH, place):
        await _remove_all(context, found)
        place = (found[-1].deleted_at or 0, found[-1].id)
    kept = [
        seconds
        for seconds in (retention_policy.outputs, retention_policy.records)
        if seconds is not None
    ]
    if not kept:
        return
    before, place = _ago(min(kept)), BEGIN
    while found := await retention.stored(before, BATCH, place):
        await _remove_all(context, found)
        place = (found[-1].ended_at or 0.0, found[-1].id)


async def remove(job: Job, store: Store, storage: Storage, by: str | None = None) -> None:
    """Remove a job's video and its pictures from storage, then from its row.

    With `by`, who has them removed by hand is recorded in the job's history.
    """
    for output in job.outputs:
        await delete_video(storage, output.name)
    await store.retention.mark_removed(job.id, int(steady_time()), by)


async def forget_records(context: JobContext, retention_policy: RetentionPolicy) -> None:
    if retention_policy.records is None:
        return
    before, place = _ago(retention_policy.records), BEGIN
    while found := await context.store.retention.forgettable(before, BATCH, place):
        ids = [job_id for _, job_id in found]
        for start in range(0, len(ids), FORGOTTEN_AT_ONCE):
            await context.store.retention.forget(ids[start : start + FORGOTTEN_AT_ONCE], before)
        place = found[-1]


async def _remove_all(context: JobContext, jobs: Collection[Job]) -> None:
    for job in jobs:
        try:
            await remove(job, context.store, context.storage)
        except StorageError as error:
            log.warning("the video of job %s is not removed yet: %s", job.id, error)


async def _stop_orphans(context: JobContext) -> None:
    for job in await context.store.attempts.jobs_with_orphans():
        await stop_orphans(job, context)


async def _forget_requests(context: JobContext, retention_policy: RetentionPolicy) -> None:
    await context.store.idempotency.forget_keys(int(_ago(retention_policy.keys)))
    await context.store.idempotency.lose_pending(int(_ago(LONGEST_ANSWER)))


def _ago(seconds: float) -> float:
    """Return a time such that a row stamped before it is some seconds old for certain."""
    return steady_time(seconds) - seconds
