"""The worker of several hosts: it takes jobs from Procrastinate's queue and runs them.

Procrastinate keeps the queue, finds the entries of lost workers, and listens. It runs an entry at
least once; the lifecycle makes sure that nothing is paid for twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from procrastinate import App, BaseRetryStrategy, JobContext as EntryContext, RetryDecision
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job as Entry
from procrastinate.worker import Worker

from rushes.clock import real_sleep
from rushes.jobs.clock import set_offset
from rushes.jobs.context import JobContext
from rushes.jobs.heartbeat import Heartbeat
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.preparation import prepared
from rushes.jobs.procrastinate_connector import Connector, create_queue
from rushes.jobs.rerouting import ReroutedError
from rushes.jobs.runner import run_job
from rushes.jobs.webhook_delivery import WebhookDelivery
from rushes.logs import event
from rushes.providers.base import PreparingProvider
from rushes.storage.base import StorageError
from rushes.store.postgres import MOST_SKEW, PostgresDatabase
from rushes.store.queue_entries import (
    JOB_TASK,
    clear_lost_host,
    flight_queue_of,
    forget_hosts,
    lost_host,
    move_stranded,
    queue_of,
    requeue,
    served,
)
from rushes.store.transaction import StoreError

RESTART_PAUSE = 1.0  # seconds
RETRY_PAUSES = (5, 30, 120, 600, 3600)  # seconds between runs of an entry that fail
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
    """Runs the jobs of a queue, up to `worker_jobs` of each provider at once, and sends webhooks.

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
        context.host = self._heartbeat.host
        self.handed_back = 0  # jobs that were in hand when it was stopped
        self._ahead = 0.0
        self._worker_jobs = worker_jobs
        self._lanes: dict[tuple[str, ...], tuple[Lane, asyncio.Task[None]]] = {}
        self._group: asyncio.TaskGroup | None = None
        self._app = App(connector=Connector(database.connections))
        self._app.task(name=JOB_TASK, retry=_Again(), pass_context=True)(self._run)
        self._webhooks = WebhookDelivery(context)

    @property
    def is_alive(self) -> bool:
        """Whether other hosts can see that this worker lives."""
        return not self._heartbeat.is_late()

    async def run(self) -> None:
        """Work until cancelled; running jobs then go back to the queue at once."""
        await create_queue(self._database)
        self.handed_back = 0
        event(log, "worker.started", "worker started", host=self._heartbeat.host)
        # It logs every job's start and end, which the rows show as well.
        logging.getLogger("procrastinate").setLevel(logging.WARNING)
        async with self._app.open_async(), asyncio.TaskGroup() as life:
            beating = life.create_task(self._heartbeat.run())
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(self._database.listen(self._on_news))
                    group.create_task(self._maintain())
                    group.create_task(self._webhooks.run())
                    self._group = group
                    self.reload()
            finally:
                self._group = None
                self._lanes.clear()
                beating.cancel()
                jobs, host = self.handed_back, self._heartbeat.host
                event(log, "worker.stopped", "worker stopped", host=host, jobs_handed_back=jobs)

    def reload(self) -> None:
        """Work for the present accounts, with the slots that they have now.

        Jobs of a queue whose slots have changed go back to it, and are taken up at once.
        """
        if self._group is None:  # it has yet to begin
            return
        for lane in _lanes(self._context, self._worker_jobs):
            present, task = self._lanes.get(lane.queues, (None, None))
            if present == lane:
                continue
            if task is not None:
                task.cancel()
            self._lanes[lane.queues] = lane, self._group.create_task(self._work(lane))

    def _on_news(self, job_id: str | None) -> None:
        self._webhooks.wake()
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
                log.debug("the worker of %s lost its database: %s", lane.queues, error.__cause__)
            if (task := asyncio.current_task()) and task.cancelling():
                return
            await real_sleep(RESTART_PAUSE)

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

    async def _run(self, entry: EntryContext, job_id: str) -> None:
        if entry.job.lock is not None:  # a lost worker had it
            self._context.taken_from[job_id] = lost_host(entry.job.lock)
            await self._database.write(clear_lost_host(job_id))
        with self._context.signals.subscribed(job_id):
            try:
                async with prepared(job_id, self._context):
                    ended = await run_job(job_id, self._context, shared=True)
            except asyncio.CancelledError:
                self.handed_back += 1
                raise
        if ended is not None and ended.callback_url is not None:
            self._webhooks.wake()

    async def _maintain(self) -> None:
        """Requeue what lost workers had, and run the sweep."""
        while True:
            await real_sleep(self._intervals.upkeep)
            try:
                await self._requeue_lost_jobs()
                await self._agree_on_time()
                served = await self._served()
                await sweep(self._context, self._retention_policy, served)
                if served is not None:
                    await self._database.write(move_stranded(served))
            except (ConnectorException, StoreError, StorageError) as error:
                log.debug("maintenance is delayed: %s", error.__cause__ or error)
            except Exception:
                log.exception("internal error in maintenance; it is tried again")

    async def _requeue_lost_jobs(self) -> None:
        lost = await self._app.job_manager.get_stalled_jobs(
            seconds_since_heartbeat=self._intervals.stalled_after
        )
        steady = self._heartbeat.is_steady()  # asked last: the query may have taken long
        ids = [entry.id for entry in lost if entry.id is not None]
        for host, jobs in await self._database.write(requeue(ids if steady else [])):
            message = "a worker was lost; its jobs are taken over"
            event(log, "worker.lost", message, logging.WARNING, host=host, jobs=jobs)
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


class _Again(BaseRetryStrategy):
    """Retries everything: an interrupted entry at the next worker, a failed one later."""

    def get_retry_decision(self, *, exception: BaseException, job: Entry) -> RetryDecision:
        if isinstance(exception, asyncio.CancelledError):
            return RetryDecision()
        if isinstance(exception, ReroutedError):
            return RetryDecision(retry_in={"seconds": 0}, queue=queue_of(exception.job.provider))
        pause = RETRY_PAUSES[min(job.attempts, len(RETRY_PAUSES) - 1)]
        return RetryDecision(retry_in={"seconds": pause})


def _lanes(context: JobContext, worker_jobs: int) -> Iterator[Lane]:
    """Yield what is worked on side by side.

    New jobs keep their slots while all hosts together have enough in flight, so jobs in flight have
    slots of their own. Where this host's own resources are the limit, those go first instead.
    """
    for slug, provider in context.providers.items():
        new, in_flight = queue_of(slug), flight_queue_of(slug)
        slots = min(worker_jobs, provider.capabilities.concurrency)
        if isinstance(provider, PreparingProvider):
            slots = min(worker_jobs, provider.capabilities.concurrency + provider.jobs_ahead)
        if slug in context.retired:  # what it was not sent leaves it, and must not wait for that
            slots = worker_jobs
        if provider.capabilities.on_lost_response == "resubmit":
            yield Lane((in_flight, new), slots)
        else:
            yield Lane((new,), slots)
            yield Lane((in_flight,), worker_jobs, listens=False)
