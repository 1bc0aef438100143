"""Runs lifecycles: the protocol of executors, and the one inside the service's process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Collection, Coroutine
from typing import Protocol

from rushes.clock import sleep
from rushes.jobs.clock import steady_time
from rushes.jobs.context import JobContext
from rushes.jobs.maintenance import RetentionPolicy, sweep
from rushes.jobs.preparation import prepared, wait_unless_ended
from rushes.jobs.rerouting import ReroutedError
from rushes.jobs.runner import run_job
from rushes.jobs.states import OPEN
from rushes.jobs.webhook_delivery import WebhookDelivery
from rushes.storage.base import StorageError
from rushes.store.job import Job
from rushes.store.transaction import StoreError

EVER = 2**62  # unix seconds, after anything
SWEEP_INTERVAL = 5.0  # seconds between looks at what no running job sees

log = logging.getLogger("rushes.jobs")


class Executor(Protocol):
    """Runs committed jobs to their ends, in this process or in others."""

    async def open_jobs(self) -> int:
        """Return how many jobs are open."""

    def start(self, job: Job) -> None:
        """Run a job that was just committed, unless its commit has put it into a queue."""

    async def wake(self, job_id: str) -> None:
        """Have the process that runs a job read its row now."""

    async def wait_for_end(self, job_id: str, seconds: float) -> None:
        """Wait until a job may have ended, that long at most."""

    async def resume(self, only: Collection[str] | None = None) -> int:
        """Take up what an earlier process left, or only some of it; return how many jobs."""

    def reload(self) -> None:
        """Run jobs by the present accounts of the context."""

    async def close(self) -> int:
        """Stop running, and return how many jobs are left open to the next process."""


class EmbeddedExecutor:
    """Run every job as a task of the one process that owns the store.

    Each provider is given as many jobs at once as its capabilities allow; the others wait in
    order. Open jobs are taken up at the start; later, the sweep takes up those that were attached
    by hand or stopped by an internal error.
    """

    def __init__(self, context: JobContext, retention_policy: RetentionPolicy) -> None:
        self._context = context
        self._retention_policy = retention_policy
        self._slots: dict[str, asyncio.Semaphore] = {}
        self._limits: dict[str, int] = {}
        self.reload()
        self._jobs: dict[str, asyncio.Task[None]] = {}
        self._webhooks = WebhookDelivery(context)
        self._duties: tuple[asyncio.Task[None], ...] = ()
        self._only: set[str] | None = None  # the jobs that are run here, if not all are

    def reload(self) -> None:
        """Give each account as many slots as it has now; a removed one holds nobody up."""
        for account, provider in self._context.providers.items():
            limit, before = provider.capabilities.concurrency, self._limits.get(account)
            if before is None or limit < before:  # those that run beyond it end
                self._slots[account] = asyncio.Semaphore(limit)
            self._limits[account] = limit
            released = limit - (before or limit)
            if account in self._context.retired:  # what it has not been sent yet leaves it
                released = len(self._jobs)
                del self._limits[account]
            for _ in range(released):
                self._slots[account].release()

    async def open_jobs(self) -> int:
        return len(self._jobs)

    def start(self, job: Job) -> None:
        """Run a job in the background, unless it already runs."""
        if self._only is not None:
            self._only.add(job.id)
        if job.id not in self._jobs:
            self._start_job(job.id, job.provider)

    def _start_job(self, job_id: str, provider: str) -> None:
        # Before anything is awaited, so that a cancellation from now on is heard.
        listening = contextlib.ExitStack()
        listening.enter_context(self._context.signals.subscribed(job_id))
        _start(self._jobs, job_id, self._run(job_id, provider, listening))

    async def wake(self, job_id: str) -> None:
        self._context.signals.wake(job_id)

    async def wait_for_end(self, job_id: str, seconds: float) -> None:
        if running := self._jobs.get(job_id):
            await asyncio.wait({running}, timeout=seconds)

    async def resume(self, only: Collection[str] | None = None) -> int:
        """Take up the open jobs, oldest first, and the webhooks that were being sent."""
        self._only = None if only is None else set(only)
        # No earlier process is still writing responses, whatever the clock says.
        await self._context.store.idempotency.lose_pending(EVER)
        await self._take_up_jobs(everything=True)
        await self._context.store.outbox.give_back(steady_time())
        self._duties = (
            asyncio.create_task(self._keep_sweeping(), name="rushes-sweep"),
            asyncio.create_task(self._webhooks.run(), name="rushes-outbox"),
        )
        return len(self._jobs)

    async def close(self) -> int:
        """Stop running; the response to a create is waited for."""
        left = len(self._jobs)
        for duty in self._duties:
            duty.cancel()
        await asyncio.gather(*self._duties, return_exceptions=True)
        await self.drop()
        return left

    async def drop(self) -> None:
        """Stop every job and webhook; those whose rows stay are taken up again."""
        jobs = list(self._jobs.values())
        for task in jobs:
            task.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
        await self._webhooks.drop()

    async def sweep(self) -> None:
        """Do what is due and no running job sees."""
        try:
            await sweep(self._context, self._retention_policy)
            await self._take_up_jobs()
            await self._wake_cancelled()
        except (StoreError, StorageError) as error:
            log.debug("the sweep is put off: %s", error)
        except Exception:
            log.exception("the sweep met an internal error; the next one is tried")

    @property
    def job_tasks(self) -> list[asyncio.Task[None]]:
        return list(self._jobs.values())

    @property
    def webhook_tasks(self) -> list[asyncio.Task[None]]:
        return self._webhooks.tasks

    async def _run(self, job_id: str, provider: str, listening: contextlib.ExitStack) -> None:
        ended, account = None, provider
        with listening:
            while account:
                ended, account = await self._run_at(job_id, account)
        if ended is not None and ended.callback_url is not None:
            self._webhooks.wake()

    async def _run_at(self, job_id: str, account: str) -> tuple[Job | None, str]:
        """Run a job at an account; return it as it ended, or the account that makes it next."""
        async with contextlib.AsyncExitStack() as held:
            # A job that has ended needs no slot; the runner does not take it up.
            if await held.enter_async_context(prepared(job_id, self._context, account)):
                await held.enter_async_context(self._slot(job_id, account))
            try:
                return await run_job(job_id, self._context), ""
            except ReroutedError as rerouted:
                return None, rerouted.job.provider

    @contextlib.asynccontextmanager
    async def _slot(self, job_id: str, provider: str) -> AsyncIterator[None]:
        """Wait for a slot at a job's provider, or until the job ends without one."""
        slot = self._slots.get(provider, asyncio.Semaphore())
        if not slot.locked():  # a job that has ended meanwhile is not taken up by the runner
            async with slot:
                yield
            return
        turn = asyncio.ensure_future(slot.acquire())
        try:
            await wait_unless_ended(turn, job_id, self._context)
            yield
        finally:
            if turn.done() and not turn.cancelled():
                slot.release()
            turn.cancel()

    async def _keep_sweeping(self) -> None:
        while True:
            await sleep(SWEEP_INTERVAL)
            await self.sweep()

    async def _take_up_jobs(self, *, everything: bool = False) -> None:
        """Run the jobs that nothing runs: attached by hand, or stopped by an internal error."""
        for job_id, provider in await self._context.store.retention.unfinished(OPEN):
            known = everything or provider in self._context.providers
            if known and job_id not in self._jobs and self._is_ours(job_id):
                if everything and self._context.previous_host is not None:
                    self._context.taken_from[job_id] = self._context.previous_host
                self._start_job(job_id, provider)

    async def _wake_cancelled(self) -> None:
        """Have the jobs read their rows that another process, such as a command, has cancelled."""
        for job_id in await self._context.store.retention.to_cancel():
            self._context.signals.wake(job_id)

    def _is_ours(self, job_id: str) -> bool:
        return self._only is None or job_id in self._only


def _start(
    tasks: dict[str, asyncio.Task[None]], job_id: str, work: Coroutine[None, None, None]
) -> None:
    task = tasks[job_id] = asyncio.create_task(work, name=job_id)

    def end(ended: asyncio.Task[None]) -> None:
        if tasks.get(job_id) is ended:
            del tasks[job_id]
        if not ended.cancelled() and (error := ended.exception()):
            log.error("the task of job %s has ended: %s", job_id, error, exc_info=error)

    task.add_done_callback(end)
