"""Stands in for the offline engine: jobs go as their scenarios say."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from rushes.catalog.provider_data import ENGINE
from rushes.clock import monotonic, sleep
from rushes.jobs.deadlines import StoppedError
from rushes.providers.base import (
    BeforeSend,
    Cancellation,
    FindingProvider,
    PreparingProvider,
    Progress,
    Provider,
    ProviderError,
    ProviderRequest,
    RefusedError,
    TimedProvider,
    UpstreamJob,
)
from rushes.testing.moderation import words_of_moderation
from rushes.testing.names import without_magic
from rushes.testing.scenario import JobEffect
from rushes.testing.scenarios import Scenarios

JOBS_AT_ONCE = 10_000  # a job that waits by its scenario keeps no other waiting
LOOKS = 20  # at the progress of a job, while its scenario delays it
STUCK_AT = 0.35
NOTHING = JobEffect()
FAILED = "The provider could not generate this video"


@dataclass
class _Upstream:
    effect: JobEffect
    began: float  # by the clock
    is_made: bool


class ScenarioProvider:
    """The engine, with scenarios. A job that never has a video is not rendered.

    Progress is looked at 20 times, and not before the end of an advance of the clock, which comes
    in `advancing()` seconds.
    """

    jobs_ahead = JOBS_AT_ONCE

    def __init__(
        self, inner: Provider, scenarios: Scenarios, advancing: Callable[[], float]
    ) -> None:
        self.slug = inner.slug
        self.name = inner.name
        self.capabilities = inner.capabilities
        if inner.slug == ENGINE:
            self.capabilities = inner.capabilities.model_copy(update={"concurrency": JOBS_AT_ONCE})
        if isinstance(inner, FindingProvider):  # the protocol is checked by its presence
            self.find = inner.find
        self._inner = inner
        self._scenarios = scenarios
        self._advancing = advancing
        self._upstream: dict[str, _Upstream] = {}
        self._forgetting = set[asyncio.Task[object]]()
        self._resets = 0

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        effect = self._effect(request.job_id)
        is_made = effect.outcome == "completed"
        # After a reset, a job may have the id of an earlier one, whose render may not have ended.
        request = replace(request, key=f"{request.key}-{self._resets}")
        if is_made:
            request = replace(request, prompt=without_magic(request.prompt))
            job = await self._inner.create(request, before_send)
        else:
            await before_send()
            job = UpstreamJob(request.key, request.model)
        self._upstream.setdefault(job.id, _Upstream(effect, monotonic(), is_made))
        return job

    async def prepare(
        self, job_id: str, owner: str, model: str, body: Callable[[], Awaitable[str]]
    ) -> None:
        """Wait while the job is queued by its scenario; then fetch what it needs."""
        effect = self._effect(job_id)
        if effect.queued:
            await sleep(effect.queued)
        if effect.outcome == "completed" and isinstance(self._inner, PreparingProvider):
            await self._inner.prepare(job_id, owner, model, body)

    def drop(self, job_id: str) -> None:
        if isinstance(self._inner, PreparingProvider):
            self._inner.drop(job_id)

    async def poll(self, job: UpstreamJob) -> Progress:
        upstream = self._upstream.get(job.id)
        if upstream is None:
            return await self._inner.poll(job)
        effect, elapsed = upstream.effect, max(monotonic() - upstream.began, 0.0)
        if effect.outcome == "stuck":
            return Progress("running", STUCK_AT, check_after=max(effect.delay, 3600.0))
        if elapsed < effect.delay:
            left = effect.delay - elapsed
            look = max(effect.delay / LOOKS, 0.05, self._advancing())
            fraction = progress_at(effect, elapsed / effect.delay)
            return Progress("running", fraction, check_after=min(left, look))
        match effect.outcome:
            case "failed" | "moderated":
                usual = FAILED if effect.outcome == "failed" else words_of_moderation(job.model)
                reason = usual if effect.reason is None else effect.reason
                raise RefusedError(reason, cause=effect.outcome)
            case "expired" | "cancelled":
                raise StoppedError(effect.outcome)
        progress = await self._inner.poll(job)
        if effect.delay and progress.phase != "done":
            return replace(progress, fraction=max(progress.fraction, 0.99))
        return progress

    def seconds_left(self, job: UpstreamJob) -> float | None:
        upstream = self._upstream.get(job.id)
        if upstream is not None and upstream.effect.outcome == "stuck":
            return None
        if upstream is not None and upstream.effect.delay:
            return max(upstream.began + upstream.effect.delay - monotonic(), 0.0)
        return self._inner.seconds_left(job) if isinstance(self._inner, TimedProvider) else None

    def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        return self._inner.download(job, start)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        upstream = self._upstream.pop(job.id, None)
        if upstream is not None and not upstream.is_made:
            return Cancellation("stopped", Decimal(0))
        return await self._inner.cancel(job)

    async def close(self) -> None:
        await asyncio.gather(*self._forgetting, return_exceptions=True)
        await self._inner.close()

    def forget_all(self) -> None:
        """Stop and forget every job, in the background: a render may need a moment to stop."""
        for job_id, upstream in self._upstream.items():
            if upstream.is_made:
                task = asyncio.create_task(self._forget(job_id))
                self._forgetting.add(task)
                task.add_done_callback(self._forgetting.discard)
        self._upstream.clear()
        self._resets += 1

    async def _forget(self, job_id: str) -> None:
        with contextlib.suppress(ProviderError):
            await self._inner.cancel(UpstreamJob(job_id, ""))

    def _effect(self, job_id: str) -> JobEffect:
        scenario = self._scenarios.of_job(job_id)
        return NOTHING if scenario is None or scenario.job is None else scenario.job


def progress_at(effect: JobEffect, share: float) -> float:
    """Return the progress of a job after a share of its time, both from 0 to 1."""
    match effect.curve:
        case "linear":
            return share
        case "slow_start":
            return share**3
        case "slow_end":
            return 1 - (1 - share) ** 3
        case "steps":
            return int(share * 4) / 4
        case "stalled":
            return min(share * 9, 0.9)
        case points:
            return _between(((0.0, 0.0), *sorted(points), (1.0, 1.0)), share)


def _between(points: tuple[tuple[float, float], ...], share: float) -> float:
    for (start, low), (end, high) in itertools.pairwise(points):
        if share < end:
            return low + (high - low) * (share - start) / (end - start)
    return points[-1][1]
