"""What jobs need: where rows and videos are kept, who makes them, who tells their end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from rushes.providers.base import Provider, UpstreamJob
from rushes.storage.base import Storage
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender


class FencedError(Exception):
    """Tell that the row moved on without us: someone cancelled it or took it over."""


class JobSignals:
    """Wake whoever waits over a job, because its row was changed from outside."""

    def __init__(self) -> None:
        self._bells: dict[str, asyncio.Event] = {}

    def wake(self, job_id: str) -> None:
        """Wake the one who waits over a job, if anybody does."""
        if bell := self._bells.get(job_id):
            bell.set()

    def wake_all(self) -> None:
        """Wake everybody: news may have been missed."""
        for bell in self._bells.values():
            bell.set()

    @contextlib.contextmanager
    def subscribed(self, job_id: str) -> Iterator[None]:
        """Keep a bell for a job for as long as the block lasts."""
        bell = self._bells[job_id] = asyncio.Event()
        try:
            yield
        finally:
            if self._bells.get(job_id) is bell:  # else it is another's, who has taken the job up
                del self._bells[job_id]

    async def wait(self, job_id: str, seconds: float) -> bool:
        """Let some time pass; return at once, and True, when the bell rings or has rung."""
        bell = self._bells.get(job_id)
        if bell is None:
            await asyncio.sleep(seconds)
            return False
        if not bell.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await bell.wait()
        rung = bell.is_set()
        bell.clear()
        return rung


@dataclass(frozen=True)
class JobContext:
    """Everything that brings a job to its end.

    `alone`: one process owns the store, so whoever had a job before is dead; else `skew` is how
    many seconds hosts' clocks and schedulers may differ. `resubmit` names the providers whose
    operator would rather pay twice than miss a video.
    """

    store: Store
    storage: Storage
    providers: Mapping[str, Provider]
    webhooks: WebhookSender
    single_process: bool = True
    skew: float = 5.0
    resubmit: Collection[str] = frozenset()
    signals: JobSignals = field(default_factory=JobSignals)

    def provider(self, job: Job) -> Provider:
        return self.providers[job.provider]


def upstream_of(job: Job) -> UpstreamJob | None:
    """Return a job as its upstream knows it, None if it never told an id."""
    return None if job.upstream_id is None else UpstreamJob(job.upstream_id, job.model)
