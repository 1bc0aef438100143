"""The dependencies of a running job."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rushes.jobs.urls import content_urls
from rushes.providers.base import Provider, UpstreamJob
from rushes.storage.base import Storage
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.webhook import WebhookSender


class FencedError(Exception):
    """The job's row has moved on: the job has ended, or another process has taken it up."""


class JobSignals:
    """Wakes the task that waits for a job, because the job's row was changed from outside."""

    def __init__(self) -> None:
        self._events: dict[str, asyncio.Event] = {}

    def wake(self, job_id: str) -> None:
        if event := self._events.get(job_id):
            event.set()

    def wake_all(self) -> None:
        """Wake every task: a signal may have been missed."""
        for event in self._events.values():
            event.set()

    @contextlib.contextmanager
    def subscribed(self, job_id: str) -> Iterator[None]:
        event = self._events[job_id] = asyncio.Event()
        try:
            yield
        finally:
            if self._events.get(job_id) is event:  # else a later task has subscribed
                del self._events[job_id]

    async def wait(self, job_id: str, seconds: float) -> bool:
        """Wait; return at once, and True, when a signal comes or has come."""
        event = self._events.get(job_id)
        if event is None:
            await asyncio.sleep(seconds)
            return False
        if not event.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await event.wait()
        is_set = event.is_set()
        event.clear()
        return is_set


@dataclass(frozen=True)
class JobContext:
    """The dependencies of a running job.

    `single_process`: one process owns the store, so an earlier holder of a job is dead; otherwise
    `skew` is how many seconds hosts' clocks and schedulers may differ. `resubmit` names the
    providers whose operator would rather pay twice than miss a video. `content_urls` makes the URLs
    of a webhook.
    """

    store: Store
    storage: Storage
    providers: Mapping[str, Provider]
    webhooks: WebhookSender
    single_process: bool = True
    skew: float = 5.0
    resubmit: Collection[str] = frozenset()
    signals: JobSignals = field(default_factory=JobSignals)
    content_urls: Callable[[Job, str], list[str]] = content_urls

    def provider(self, job: Job) -> Provider:
        return self.providers[job.provider]


def upstream_of(job: Job) -> UpstreamJob | None:
    """Return a job as its upstream knows it, None before its id is known."""
    return None if job.upstream_id is None else UpstreamJob(job.upstream_id, job.model)
