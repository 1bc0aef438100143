"""Several hosts on one database: the API in the test's own process, workers in processes."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.model import load_catalog
from rushes.jobs.commands import cancel
from rushes.jobs.queue_executor import QueueExecutor
from rushes.jobs.states import ENDED
from rushes.jobs.submit import Caller, Jobs, SubmitLimits
from rushes.store.job import Job
from rushes.store.outbox import WebhookFilter
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import in_queue
from rushes.store.store import Store
from rushes.store.transaction import Row, Transaction
from tests.fakes.accounts import openrouter
from tests.fakes.paid_upstream import ROOT, FakeUpstream
from tests.jobs.conftest import BODY, make_job
from tests.store.rows import insert_job

TIMEOUT = 60.0  # seconds; a bound for what should take a moment
MODEL = "google/veo-3.1"
CAPABILITIES = {
    "cancels": True,
    "concurrency": 100,
    "create_timeout": 1.0,
    "visibility_delay": 0.2,
    "not_found_grace": 5.0,
}
_numbers = itertools.count()
RULES = SubmitLimits(max_open_jobs=10_000, job_timeout=600, model_timeouts={}, duplicate_window=60)


class Host:
    """A worker's process; `at` names the instant at which it stops or kills itself."""

    def __init__(self, fleet: Fleet, at: str, **options: Any) -> None:
        given = {
            "database": fleet.url,
            "outputs": fleet.folder,
            "upstream": fleet.upstream.api,
            "capabilities": json.dumps(fleet.capabilities),
            "at": at,
            **options,
        }
        arguments = [w for k, v in given.items() for w in (f"--{k.replace('_', '-')}", str(v))]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.hosts.worker_process", *arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )

    async def ready(self) -> Host:
        """Return once it works."""
        assert self.process.stdout is not None
        line = await asyncio.to_thread(self.process.stdout.readline)
        assert line == "READY\n"
        return self

    async def struck(self) -> int:
        """Return the signal that it struck itself with."""
        _, status = await asyncio.to_thread(os.waitpid, self.process.pid, os.WUNTRACED)
        return os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.WTERMSIG(status)

    def goes_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    async def begin_to_stop(self) -> None:
        """Have it stop in good order; return once it takes no more jobs."""
        self.process.send_signal(signal.SIGTERM)
        assert self.process.stdout is not None
        assert await asyncio.to_thread(self.process.stdout.readline) == "STOPPING\n"

    async def stop(self) -> int:
        """Stop it in good order; return its exit status."""
        await self.begin_to_stop()
        return await self.ended()

    async def ended(self) -> int:
        """Return its exit status once it has ended."""
        return await asyncio.to_thread(self.process.wait, TIMEOUT)

    def remove(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


@dataclass
class Fleet:
    """Jobs are submitted and cancelled here, and run by hosts."""

    url: str
    folder: Path
    upstream: FakeUpstream
    capabilities: dict[str, Any]
    store: Store
    service_jobs: Jobs
    executor: QueueExecutor
    hosts: list[Host] = field(default_factory=list)

    async def cancel(self, job: Job) -> Job:
        """Cancel a job; raise NotCancellableError."""
        return await cancel(job, self.store, self.executor)

    async def host(self, at: str = "never", **options: Any) -> Host:
        """Start a worker."""
        host = Host(self, at, **options)
        self.hosts.append(host)
        return await host.ready()

    async def submit(self, prompt: str, callback_url: str | None = None) -> str:
        """Submit a job; return its id."""
        body = {"model": MODEL, "prompt": prompt}
        async with self.service_jobs.submit(
            json.dumps(body).encode(), Caller("me", "http://x", _here)
        ) as a:
            job_id = a.job.id
        if callback_url is not None:  # the wire wants https, so the row leads to the receiver
            changes = {"callback_url": callback_url, "callback": "pending"}
            await self.store.jobs.update(job_id, where={"queued"}, changes=changes)
        return job_id

    async def job(self, job_id: str) -> Job:
        job = await self.store.jobs.get(job_id)
        assert job is not None
        return job

    async def in_state(self, job_id: str, states: Iterable[str]) -> Job:
        """Return a job once it is in one of some states."""
        deadline = time.monotonic() + TIMEOUT
        while (job := await self.job(job_id)).state not in set(states):
            assert time.monotonic() < deadline, job
            await asyncio.sleep(0.02)
        return job

    async def ended(self, *job_ids: str) -> list[Job]:
        """Return jobs once they have ended."""
        return [await self.in_state(job_id, ENDED) for job_id in job_ids]

    async def in_hand(self, count: int) -> None:
        """Return once some number of jobs are in hosts' hands, including those that only wait."""
        deadline = time.monotonic() + TIMEOUT
        while sum(row[2] == "doing" for row in await self.store.database.read(entries())) != count:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.02)

    async def no_entries(self) -> None:
        """Return once nothing is in the queue, nor in the outbox."""
        deadline = time.monotonic() + TIMEOUT
        while left := [
            *await self.store.database.read(entries()),
            *await self.store.outbox.page(WebhookFilter(state="pending"), 100),
        ]:
            assert time.monotonic() < deadline, left
            await asyncio.sleep(0.05)

    async def charged(self, count: int, *job_ids: str) -> None:
        """Return once some number of charges have come for jobs."""
        deadline = time.monotonic() + TIMEOUT
        while sum(map(self.charges, job_ids)) < count:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.02)

    async def looked_around(self) -> None:
        """Return once a host has looked for what lost ones had in hand, and for what is overdue."""
        for _ in range(2):  # the first may have been under way
            overdue = make_job(f"gen-vid-{next(_numbers)}", provider="gone", deadline=1)
            await insert_job(self.store, overdue, BODY)
            await self.in_state(overdue.id, {"expired"})

    def charges(self, job_id: str) -> int:
        """Return how often a job was charged."""
        return sum(charge["key"].startswith(job_id) for charge in self.upstream.charges())


@contextlib.asynccontextmanager
async def fleet(
    url: str, folder: Path, upstream: FakeUpstream, on_lost_response: str, **capabilities: Any
) -> AsyncIterator[Fleet]:
    """Give a fleet without hosts; those that are started end with the block."""
    capabilities = CAPABILITIES | {"on_lost_response": on_lost_response} | capabilities
    database = PostgresDatabase(url)
    await database.open()
    store = Store(database, in_queue)
    provider = openrouter(upstream.api, capabilities=ProviderCapabilities(**capabilities))
    providers = {provider.slug: provider}
    executor = QueueExecutor(database)
    await executor.resume()
    service_jobs = Jobs(load_catalog(), store, executor, providers, RULES)
    found = Fleet(url, folder, upstream, capabilities, store, service_jobs, executor)
    try:
        yield found
    finally:
        for host in found.hosts:
            host.remove()
        await executor.close()
        await provider.close()
        await store.close()


async def _here() -> bool:
    return False


def entries() -> Transaction[list[Row]]:
    """Return what is in the queue."""
    return (yield "SELECT id, queue_name, status, args FROM procrastinate_jobs", {})
