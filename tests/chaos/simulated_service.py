"""The service's jobs without HTTP, in a process that can be killed at any instant."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
from collections.abc import Callable, Coroutine, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rushes.catalog.model import load_catalog
from rushes.jobs import commands
from rushes.jobs.context import JobContext, targets_of
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.states import OPEN
from rushes.jobs.submit import Caller, Jobs, SubmitLimits
from rushes.routing.router import Router
from rushes.storage.local import LocalStorage
from rushes.store.job import Job
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.store.transaction import Transaction
from rushes.webhook_sender import WebhookSender
from tests.chaos.scripted_provider import ScriptedAccount, ScriptedProvider
from tests.store.rows import jobs_in

RULES = SubmitLimits(max_open_jobs=1000, job_timeout=3600, model_timeouts={}, duplicate_window=600)
FREE = {"model": "rushes/procedural-1", "duration": 1}
PAID = {"model": "google/veo-3.1", "duration": 4}
LONGEST_WAIT = 60.0  # seconds until everything is idle
OWNER = "somebody"


class KilledError(BaseException):
    """Stands for SIGKILL: nothing catches it, nothing is done after it."""


class SimulatedService:
    """Runs over the same files and upstream, one after another.

    With `accounts`, a job goes from one of them to the next, also after it was accepted.
    """

    def __init__(
        self, folder: Path, upstream: ScriptedProvider, accounts: Sequence[str] = ()
    ) -> None:
        self._accounts = accounts
        self._folder = folder
        self.upstream = upstream
        self.starts = 0
        self._left: int | None = None  # instants until the kill
        self._dead = False
        upstream.instant = self._instant

    async def start(self) -> None:
        """Begin a run, which resumes what an earlier one left."""
        self.starts += 1
        self._dead, self._left = False, None
        self.store = Store(SqliteDatabase(self._folder / "rushes.sqlite3"))
        database = self.store.database
        database.write = self._around(database.write)  # type: ignore[method-assign, assignment]
        self.outputs = LocalStorage(self._folder / "outputs")
        webhooks = WebhookSender(None, allow_private=False)
        context = JobContext(self.store, self.outputs, {"rushes": self.upstream}, webhooks)
        if self._accounts:
            context = self._with_accounts(context)
        self.executor = EmbeddedExecutor(context, RetentionPolicy())
        self.jobs = Jobs(
            load_catalog(), self.store, self.executor, context.providers, RULES, context.routing
        )
        await self.executor.resume()

    def _with_accounts(self, context: JobContext) -> JobContext:
        providers = {slug: ScriptedAccount(self.upstream, slug) for slug in self._accounts}
        routed = targets_of(providers)
        # Upstreams of their own: what one refuses, the other may make.
        apart = [replace(a, base_url=f"https://{a.position}.example/v1") for a in routed]
        return replace(
            context,
            providers=providers,
            routing=Router(load_catalog(), apart, health=context.accounts),
            fallbacks=frozenset({"failed", "stuck"}),
        )

    async def stop(self) -> None:
        """End a run; what was committed stays."""
        self._dead = True
        self.upstream.wake()
        await self.executor.close()
        await self.store.close()

    async def cancel(self, job_id: str) -> Job:
        """Cancel a job; raise NotCancellableError."""
        return await commands.cancel(await self._job(job_id), self.store, self.executor)

    async def delete(self, job_id: str) -> None:
        """Delete a job."""
        await commands.delete(await self._job(job_id), self.store, self.executor)

    async def _job(self, job_id: str) -> Job:
        job = await self.store.jobs.get(job_id)
        assert job is not None
        return job

    def kill_after(self, instants: int) -> None:
        """Kill this run when so many more instants have passed."""
        self._left = instants

    def cancel_kill(self) -> None:
        self._left = None

    async def until_idle(self) -> None:
        """Wait until no job can go on by itself; start again what is killed meanwhile."""
        async with asyncio.timeout(LONGEST_WAIT):
            while self._dead or not await self._idle():
                if self._dead:
                    await self.stop()
                    await self.start()
                await asyncio.sleep(0.001)

    async def submit(self, prompt: str, key: str | None, *, lost: bool) -> tuple[Job, bool]:
        """Submit until there is a response; return the job, and whether its delivery was recorded.

        With `lost` the first client has gone before the response, but after its request became a
        job.
        """
        body = json.dumps((PAID if self._accounts else FREE) | {"prompt": prompt}).encode()
        while True:
            received: Job | None = None
            gone, lost = lost, False
            looks = itertools.count()

            async def is_gone(gone: bool = gone, looks: Iterator[int] = looks) -> bool:
                return gone and next(looks) > 0

            try:
                async with self.jobs.submit(
                    body, Caller(OWNER, "http://here", is_gone, key)
                ) as admission:
                    received = None if gone else admission.job
                if received is not None:
                    return received, True
            except KilledError:
                await self.until_idle()
                if received is not None:
                    return received, False

    async def _idle(self) -> bool:
        open_jobs = {job.id for job in await jobs_in(self.store, OPEN)}
        running = await self.executor.open_jobs()
        return open_jobs == self.upstream.waiting and running == len(open_jobs)

    def _instant(self) -> None:
        if self._left is not None:
            self._left -= 1
        if self._dead or (self._left is not None and self._left < 0):
            self._dead = True
            raise KilledError

    def _around(
        self, write: Callable[..., Coroutine[Any, Any, Any]]
    ) -> Callable[..., Coroutine[Any, Any, Any]]:
        async def written(transaction: Transaction[Any], **how: bool) -> Any:
            with contextlib.closing(transaction):
                self._instant()
                result = await write(transaction, **how)
            self._instant()
            return result

        return written
