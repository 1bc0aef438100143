"""Providers inside the process of a test, which decides what becomes of their jobs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.providers.base import (
    BeforeSend,
    BusyError,
    Cancellation,
    LostError,
    Progress,
    ProviderError,
    ProviderRequest,
    RefusedError,
    RestartedError,
    UnknownOutcomeError,
    UnreachableError,
    UpstreamJob,
)
from tests.mp4 import minimal_mp4

VIDEO = minimal_mp4(bytes(range(256)) * 4096)  # 1 MiB, each byte shows its place
RESUBMITTED = ProviderCapabilities(
    on_lost_response="resubmit",
    cancels=True,
    concurrency=100,
    visibility_delay=0,
    not_found_grace=0,
    keeps_outputs=5,
)
PAID = {
    "cancels": True,
    "concurrency": 100,
    "visibility_delay": 0,
    "not_found_grace": 0.2,
    "keeps_outputs": 60,
}


@dataclass
class StandInProvider:
    """Accept every request; its job is done at once unless `waits`. A new one knows no old jobs."""

    slug: str = "rushes"
    name: str = "Stand-in"
    capabilities: ProviderCapabilities = RESUBMITTED
    video: bytes = VIDEO
    waits: bool = False
    failure: ProviderError | None = None
    requests: list[ProviderRequest] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    fraction: float = 0.0
    check_after: float = 0.01

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        await before_send()
        self.requests.append(request)
        return UpstreamJob(request.key, request.model)

    async def poll(self, job: UpstreamJob) -> Progress:
        self._check_known(job)
        if job.id in self.lost:
            raise LostError("The stand-in lost it")
        if self.failure is not None:
            raise self.failure
        if self.waits:
            return Progress("running", self.fraction, check_after=self.check_after)
        return Progress("done", 1.0, {"scene": "stand-in"})

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        self._check_known(job)
        for begin in range(start, len(self.video), 100_000):
            yield self.video[begin : begin + 100_000]

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        self.cancelled.append(job.id)
        return Cancellation("stopped")

    async def close(self) -> None:
        pass

    def _check_known(self, job: UpstreamJob) -> None:
        if job.id not in {r.key for r in self.requests}:
            raise RestartedError("The stand-in was restarted")


@dataclass
class PaidProvider:
    """Charge every request it accepts; each create takes one of `faults`, `None` is none."""

    on_lost_response: str = "fail"
    slug: str = "rushes"
    name: str = "Paid"
    faults: list = field(default_factory=list)
    charges: list[str] = field(default_factory=list)  # the keys of what was charged
    cancelled: list[str] = field(default_factory=list)
    finds: list = field(default_factory=list)  # errors of the first lookups
    on_answer: object = None
    promises: dict = field(default_factory=dict)  # beside the usual capabilities

    @property
    def capabilities(self):
        return ProviderCapabilities(on_lost_response=self.on_lost_response, **PAID | self.promises)

    async def create(self, request, before_send):
        fault = self.faults.pop(0) if self.faults else None
        if isinstance(fault, UnreachableError):
            raise fault
        await before_send()
        if isinstance(fault, (BusyError, RefusedError)):
            raise fault
        taken = not isinstance(fault, UnknownOutcomeError) or "after" in str(fault)
        if taken and not (self.on_lost_response == "idempotent" and request.key in self.charges):
            self.charges.append(request.key)
        if fault is not None:
            raise fault
        if self.on_answer is not None:
            await self.on_answer()
        return UpstreamJob(f"up-{request.key}", request.model)

    async def find(self, key, model):
        if self.finds:
            raise self.finds.pop(0)
        return UpstreamJob(f"up-{key}", model) if key in self.charges else None

    async def poll(self, job):
        return Progress("done", 1.0)

    async def download(self, job, start=0):
        yield VIDEO[start:]

    async def cancel(self, job):
        self.cancelled.append(job.id)
        return Cancellation("stopped")

    async def close(self):
        pass
