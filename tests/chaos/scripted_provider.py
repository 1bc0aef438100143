"""A provider inside the test's process that charges, fails and finishes as a script says."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable
from decimal import Decimal
from typing import Any

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.providers.base import (
    BeforeSend,
    BusyError,
    Cancellation,
    LostError,
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from tests.mp4 import video_of

COST = Decimal("0.4")
CREATE_FAULTS = ("unreachable", "busy", "refused", "lost before", "lost after")
POLL_FAULTS = ("transient", "denied")


class ScriptedAccount:
    """One of several accounts that the same script is about."""

    def __init__(self, script: ScriptedProvider, slug: str) -> None:
        self._script = script
        self.slug = self.name = slug

    def __getattr__(self, name: str) -> Any:
        return getattr(self._script, name)


class ScriptedProvider:
    """Accept requests and charge them. A poll waits until the script goes on.

    `instant` is called wherever the process could be killed. Each call takes one fault, "" is none.
    """

    slug = "rushes"
    name = "Scripted"

    def __init__(self, on_lost_response: str) -> None:
        self.capabilities = ProviderCapabilities.model_validate(
            {
                "on_lost_response": on_lost_response,
                "cancels": True,
                "concurrency": 100,
                "visibility_delay": 0,
                "not_found_grace": 5,
                "keeps_outputs": 60,
            }
        )
        self.instant: Callable[[], None] = lambda: None
        self.creates: deque[str] = deque()
        self.polls: deque[str] = deque()
        self.downloads: deque[str] = deque()
        self.charges: Counter[str] = Counter()  # by key
        self.done: set[str] = set()
        self.failing: set[str] = set()
        self.cancelled: set[str] = set()
        self.waiting: set[str] = set()  # ids of Rushes' jobs that wait here
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Let all polls that wait look again."""
        self._woken.set()
        self._woken = asyncio.Event()
        self.waiting.clear()

    def video(self, upstream_id: str) -> bytes:
        return video_of(upstream_id, 20_000)

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        fault = self.creates.popleft() if self.creates else ""
        if fault == "unreachable":
            raise UnreachableError("connection refused")
        await before_send()
        self.instant()
        if fault == "busy":
            raise BusyError("429", 0.001)
        if fault == "refused":
            raise RefusedError("The prompt is not allowed")
        known = self.capabilities.on_lost_response == "idempotent" and self.charges[request.key]
        if fault != "lost before" and not known:
            self.charges[request.key] += 1
        self.instant()
        if fault:
            raise UnknownOutcomeError(fault)
        return UpstreamJob(f"up-{request.key}", request.model)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        self.instant()
        return UpstreamJob(f"up-{key}", model) if self.charges[key] else None

    async def poll(self, job: UpstreamJob) -> Progress:
        self.instant()
        match self.polls.popleft() if self.polls else "":
            case "transient":
                raise TransientError("502", 0.001)
            case "denied":
                raise LostError("Job not found")
        if job.id not in self.done | self.failing:
            waiting = job.id.removeprefix("up-").rpartition("-")[0]
            self.waiting.add(waiting)
            await self._woken.wait()
            self.instant()
        if job.id in self.failing:
            raise RefusedError("The render failed")
        if job.id in self.done:
            return Progress("done", 1.0, cost=COST)
        return Progress("running", 0.5)

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        self.instant()
        video = self.video(job.id)
        fault = self.downloads.popleft() if self.downloads else ""
        stop = len(video) // 2 if fault else len(video)
        for begin in range(start, stop, 4096):
            yield video[begin : min(begin + 4096, stop)]
            self.instant()
        if fault:
            raise TransientError("it broke off")

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        self.instant()
        if job.id in self.done | self.failing:
            return Cancellation("unknown", COST if job.id in self.done else None)
        self.cancelled.add(job.id)
        return Cancellation("stopped", Decimal(0))

    async def close(self) -> None:
        pass
