"""One host's worker, run as a process of its own: `python -m tests.hosts.worker_process`.

Its upstream is the fake one. `--at` names the instant at which the process strikes itself with a
signal: a test needs no luck to hit it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from rushes import logs
from rushes.catalog.capabilities import ProviderCapabilities
from rushes.jobs.context import JobContext
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.procrastinate_connector import create_queue
from rushes.jobs.worker import Intervals, QueueWorker
from rushes.providers.base import BeforeSend, Progress, ProviderRequest, UpstreamJob
from rushes.providers.openrouter import OpenRouterProvider
from rushes.storage.local import LocalStorage
from rushes.store.attempts import Attempts
from rushes.store.jobs import JobTable
from rushes.store.postgres import PostgresDatabase
from rushes.store.queue_entries import in_queue
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender
from tests.fakes.accounts import account_of

INSTANTS = (
    *(
        "before-sending",
        "after-sending",
        "before-post",
        "waiting",
        "downloading",
        "visibility_delay",
    ),
    "never",
)


class StruckAttempts(Attempts):
    """Attempts that stop the process right before, or right after, one is marked as sent."""

    instant = "never"

    async def send(self, job: Any) -> bool:
        if self.instant == "before-sending":
            self.instant = "never"
            strike(signal.SIGSTOP)
        sent = await super().send(job)
        if self.instant == "after-sending":
            self.instant = "never"
            strike(signal.SIGSTOP)
        return sent


class StruckTable(JobTable):
    """A table that kills the process right before a job's end is committed; its video is stored."""

    instant = "never"

    async def update(self, job_id: str, **how: Any) -> Any:
        if self.instant == "visibility_delay" and how["changes"].get("state") == "completed":
            strike(signal.SIGKILL)
        return await super().update(job_id, **how)


class StruckProvider(OpenRouterProvider):
    """A provider that stops the process before it sends, or kills it later."""

    instant = "never"

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        async def last() -> None:
            await before_send()
            if self.instant == "before-post":
                self.instant = "never"
                strike(signal.SIGSTOP)

        return await super().create(request, last)

    async def poll(self, job: UpstreamJob) -> Progress:
        progress = await super().poll(job)
        if self.instant == "waiting":
            strike(signal.SIGKILL)
        return progress

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        async with contextlib.aclosing(super().download(job, start)) as blocks:
            async for block in blocks:
                yield block
                if self.instant == "downloading":
                    strike(signal.SIGKILL)


def strike(how: signal.Signals) -> None:
    os.kill(os.getpid(), how)


async def host(options: argparse.Namespace) -> None:
    if options.log is not None:
        logs.configure("json", "info", options.log.open("a"))
    database = PostgresDatabase(options.database)
    await database.open()
    await create_queue(database)
    store = Store(database, in_queue)
    store.attempts = StruckAttempts(database, in_queue)
    store.attempts.instant = options.at
    store.jobs = StruckTable(database)
    store.jobs.instant = options.at
    capabilities = ProviderCapabilities(**options.capabilities)
    provider = StruckProvider(account_of("openrouter", options.upstream, capabilities=capabilities))
    provider.poll_floor = 0.05
    provider.instant = options.at
    webhooks = WebhookSender(None, allow_private=True)
    context = JobContext(
        store,
        LocalStorage(options.outputs),
        {provider.slug: provider},
        webhooks,
        single_process=False,
        skew=0.5,
    )
    intervals = Intervals(heartbeat=0.3, stalled_after=options.stalled_after, upkeep=0.3, fetch=0.3)
    worker = QueueWorker(
        context, database, RetentionPolicy(), worker_jobs=options.jobs, intervals=intervals
    )
    task = asyncio.create_task(worker.run())

    def stop() -> None:
        task.cancel()
        print("STOPPING", flush=True)  # noqa: T201 - likewise

    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop)
    print("READY", flush=True)  # noqa: T201 - the parent process reads this
    with contextlib.suppress(asyncio.CancelledError):
        await task
    await provider.close()
    await store.close()


def options_of() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", required=True)
    parser.add_argument("--outputs", type=Path, required=True)
    parser.add_argument("--upstream", required=True)
    parser.add_argument("--capabilities", type=json.loads, required=True)
    parser.add_argument("--at", choices=INSTANTS, default="never")
    parser.add_argument("--jobs", type=int, default=200)
    parser.add_argument("--stalled-after", type=float, default=1.5)
    parser.add_argument("--log", type=Path)
    return parser.parse_args()


if __name__ == "__main__":
    asyncio.run(host(options_of()))
