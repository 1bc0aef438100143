"""The worker of several hosts: it takes jobs from Procrastinate's queue and runs them.

Procrastinate keeps the queue, finds the entries of lost workers, and listens. It runs an entry at
least once; the lifecycle makes sure that nothing is paid for twice.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from procrastinate import App, BaseRetryStrategy, JobContext as EntryContext, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Entry
from procrastinate.worker import Worker

from rushes.jobs.clock import set_offset
from rushes.jobs.context import JobContext
from rushes.jobs.heartbeat import Heartbeat
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.preparation import prepared
from rushes.jobs.procrastinate_connector import Connector, create_queue
from rushes.jobs.rerouting import ReroutedError
from rushes.jobs.runner import run_job
from rushes.jobs.webhook_delivery import PAUSES, UndeliveredError, is_crowded, try_to_call_back
from rushes.providers.base import PreparingProvider
from rushes.storage.base import StorageError
from rushes.store.postgres import MOST_SKEW, PostgresDatabase
from rushes.store.queue_entries import (
    CALLBACK_QUEUE,
    CALLBACK_TASK,
    CROWDED_CALLBACK_QUEUE,
    JOB_TASK,
    callback_in_queue,
    flight_queue_of,
    forget_hosts,
    move_stranded,
    queue_of,
    requeue,
    served,
)
from rushes.store.transaction import StoreError

CALLBACKS = 200  # deliveries at once
RESTART_PAUSE = 1.0  # seconds
FORGOTTEN_AFTER = 60.0  # seconds without a heartbeat until what a worker said of itself is removed
NEVER = 1e9  # seconds, for what Procrastinate does by itself and is done with more care here

log = logging.getLogger("rushes.jobs")


@dataclass(frozen=True)
class Intervals:
    """How often a worker records that it lives and looks at the queue, in seconds.

    A worker without a heartbeat for `stalled_after`, several times `heartbeat`, loses its jobs.
    A provider that no worker has served for `unserved_after` counts as removed.
    """

    heartbeat: float = 1.0
    stalled_after: float = 5.0
    unserved_after: float = 60.0
    upkeep: float = 2.0
    fetch: float = 1.0  # until a retry or a handed-over job is noticed; new jobs are at once


@dataclass(frozen=True)
class Lane:
    """Queues whose entries share some slots.

    With `listens`, new entries begin at once; that takes a connection to the database.
    """

    queues: tuple[str, ...]
    slots: int
    listens: bool = True


class QueueWorker:
    """Runs the jobs of a queue, up to `worker_jobs` of each provider at once, and the callbacks.

    Where a limit holds for all hosts together, as many more are taken over from lost workers.
    """

    def __init__(
        self,
        context: JobContext,
        database: PostgresDatabase,
        retention_policy: RetentionPolicy,
        *,
        worker_jobs: int,
        intervals: Intervals | None = None,
    ) -> None:
        self._context = context
        self._database = database
        self._retention_policy = retention_policy
        self._intervals = intervals or Intervals()
        self._heartbeat = Heartbeat(
            database, context.providers, self._intervals.heartbeat, self._intervals.stalled_after
        )
        self._ahead = 0.0
        self._lanes = tuple(_lanes(context, worker_jobs))
        self._app = App(connector=Connector(database.connections))
        self._app.task(name=JOB_TASK, retry=_Again())(self._run)
        self._app.task(name=CALLBACK_TASK, retry=_Again(), pass_context=True)(self._call_back)

    @property
    def is_alive(self) -> bool:
        """Whether other hosts can see that this worker lives."""
        return not self._heartbeat.is_late()

    async def run(self) -> None:
        """Work until cancelled; running jobs then go back to the queue at once."""
        await create_queue(self._database)
        # It logs every job's start and end, which the rows show as well.
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        async with self._app.open_async(), asyncio.TaskGroup() as life:
            beating = life.create_task(self._heartbeat.run())
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._database.listen(self._on_news))
                    group.create_task(self._maintain())
                    for lane in self._lanes:
                        group.create_task(self._work(lane))
            finally:
                beating.cancel()

    def _on_news(self, job_id: str | None) -> None:
        if job_id is None:
            self._context.signals.wake_all()
        else:
            self._context.signals.wake(job_id)

    async def _work(self, lane: Lane) -> None:
        """Run one of Procrastinate's workers; start it again if it lost its database."""
        while True:
            worker = self._worker(lane)
            try:
                with self._heartbeat.of(worker):
                    await worker.run()  # type: ignore[no-untyped-call]  # it says no return type
            except ConnectorException as error:
                queues = ", ".join(lane.queues)
                log.warning("the worker of %s lost its database: %s", queues, error.__cause__)
            if (task := asyncio.current_task()) and task.cancelling():
                return
            await asyncio.sleep(RESTART_PAUSE)

    def _worker(self, lane: Lane) -> Worker:
        return Worker(
            self._app,
            queues=list(lane.queues),
            name=lane.queues[0],
            concurrency=lane.slots,
            fetch_job_polling_interval=self._intervals.fetch,
            shutdown_graceful_timeout=0,
            listen_notify=lane.listens,
            delete_jobs="always",
            install_signal_handlers=False,
            update_heartbeat_interval=NEVER,
            stalled_worker_timeout=NEVER,
        )

    async def _run(self, job_id: str) -> None:
        with self._context.signals.subscribed(job_id):
            async with prepared(job_id, self._context):
                ended = await run_job(job_id, self._context, shared=True)
        if ended is not None and ended.callback == "pending":
            await self._database.write(callback_in_queue(ended))

    async def _call_back(self, entry: EntryContext, job_id: str) -> None:
        """Try once to deliver a callback; the queue keeps it until the next try is due.

        Those to a crowded host move to a lane of their own, where they delay no others.
        """
        crowded = entry.job.queue == CROWDED_CALLBACK_QUEUE
        if not crowded and await is_crowded(job_id, self._context):
            raise CrowdedHostError(job_id)
        tries = entry.job.attempts - crowded  # the move counted as one
        await try_to_call_back(job_id, self._context, last=tries >= len(PAUSES))

    async def _maintain(self) -> None:
        """Requeue what lost workers had, and run the sweep."""
        while True:
            await asyncio.sleep(self._intervals.upkeep)
            try:
                await self._requeue_lost_jobs()
                await self._agree_on_time()
                served = await self._served()
                await sweep(self._context, self._retention_policy, served)
                if served is not None:
                    await self._database.write(move_stranded(served))
            except (ConnectorException, StoreError, StorageError) as error:
                log.warning("maintenance is delayed: %s", error.__cause__ or error)
            except Exception:
                log.exception("internal error in maintenance; it is tried again")

    async def _requeue_lost_jobs(self) -> None:
        lost = await self._app.job_manager.get_stalled_jobs(
            seconds_since_heartbeat=self._intervals.stalled_after
        )
        steady = self._heartbeat.is_steady()  # asked last: the query may have taken long
        ids = [entry.id for entry in lost if entry.id is not None]
        await self._database.write(requeue(ids if steady else []))
        if steady:
            await self._app.job_manager.prune_stalled_workers(FORGOTTEN_AFTER)
            await self._database.write(
                forget_hosts(max(FORGOTTEN_AFTER, self._intervals.unserved_after))
            )

    async def _agree_on_time(self) -> None:
        """Use the database's clock for rows of other hosts if this host's clock is wrong."""
        ahead = await self._database.clock_ahead()
        if abs(ahead - self._ahead) > MOST_SKEW:
            log.error("this host's clock is %.0f s ahead of the database's: set it right", ahead)
            self._ahead = ahead
        set_offset(ahead)

    async def _served(self) -> Collection[str] | None:
        """Return the providers that live workers serve; None until all had time to report."""
        rows = await self._database.read(served(self._intervals.unserved_after))
        # Asked last, and for as long: after an outage no worker has reported for a while.
        return rows if self._heartbeat.is_steady(self._intervals.unserved_after) else None


class CrowdedHostError(Exception):
    """Many callbacks wait for the same host."""


class _Again(BaseRetryStrategy):
    """Retries everything: an interrupted entry at the next worker, a failed one later."""

    def get_retry_decision(self, *, exception: BaseException, job: Entry) -> RetryDecision:
        if isinstance(exception, asyncio.CancelledError):
            return RetryDecision()
        if isinstance(exception, ReroutedError):
            return RetryDecision(retry_in={"seconds": 0}, queue=queue_of(exception.job.provider))
        if isinstance(exception, CrowdedHostError):
            return RetryDecision(retry_in={"seconds": 0}, queue=CROWDED_CALLBACK_QUEUE)
        tries = job.attempts - (job.queue == CROWDED_CALLBACK_QUEUE)
        pause = PAUSES[min(max(tries, 0), len(PAUSES) - 1)]
        if isinstance(exception, UndeliveredError) and exception.retry_after is not None:
            pause = math.ceil(exception.retry_after)
        return RetryDecision(retry_in={"seconds": int(pause)})


def _lanes(context: JobContext, worker_jobs: int) -> Iterator[Lane]:
    """Yield what is worked on side by side.

    New jobs keep their slots while all hosts together have enough in flight, so jobs in flight have
    slots of their own. Where this host's own resources are the limit, those go first instead.
    """
    yield Lane((CALLBACK_QUEUE,), CALLBACKS)
    yield Lane((CROWDED_CALLBACK_QUEUE,), CALLBACKS, listens=False)
    for slug, provider in context.providers.items():
        new, in_flight = queue_of(slug), flight_queue_of(slug)
        slots = min(worker_jobs, provider.capabilities.concurrency)
        if isinstance(provider, PreparingProvider):
            slots = min(worker_jobs, provider.capabilities.concurrency + provider.jobs_ahead)
        if provider.capabilities.on_lost_response == "resubmit":
            yield Lane((in_flight, new), slots)
        else:
            yield Lane((new,), slots)
            yield Lane((in_flight,), worker_jobs, listens=False)
