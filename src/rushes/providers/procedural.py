"""The offline engine as a provider, for every model that it can emulate."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rushes.catalog.model import OFFLINE_MODEL
from rushes.catalog.provider_data import load_providers
from rushes.clock import monotonic, sleep, timeout
from rushes.engines.render_pool import RenderPool, RenderProgress
from rushes.engines.request import RenderRequest
from rushes.providers.base import (
    BeforeSend,
    Cancellation,
    LostError,
    Progress,
    ProviderRequest,
    RefusedError,
    RestartedError,
    TransientError,
    UpstreamJob,
)
from rushes.providers.input_files import InputFile, StandIn
from rushes.providers.input_pictures import JOBS_AT_ONCE, InputPictures
from rushes.providers.timeline import QueueOf, Timeline, TimelineOf
from rushes.wire.proxies import Proxies

BLOCK = 1024 * 1024  # bytes
CHANGE_TIMEOUT = 1.0  # seconds that a poll waits for a change
QUEUE_LOOK = 0.1  # seconds between looks at the clock, which may be a test's

log = logging.getLogger(__name__)


class ProceduralProvider:
    """Renders in worker processes of this machine. That costs time, never money.

    With `instant` it makes slates in milliseconds. `queue` says how long each job is queued, and
    `timeline` how it progresses then, as far as the caller can see. Both go by the clock `now`.
    """

    slug = "rushes"
    name = "Rushes (offline, procedural)"
    jobs_ahead = JOBS_AT_ONCE

    def __init__(
        self,
        pool: RenderPool,
        *,
        concurrency: int,
        max_media_bytes: int,
        fetch_private_urls: bool,
        proxies: Proxies | None = None,
        stand_in: StandIn = lambda medium: None,
        instant: bool = False,
        queue: QueueOf | None = None,
        timeline: TimelineOf | None = None,
        now: Callable[[], float] = monotonic,
    ) -> None:
        self.capabilities = load_providers()[self.slug].capabilities.model_copy(
            update={"concurrency": concurrency}
        )
        self._pool = pool
        self._pictures = InputPictures(
            max_media_bytes,
            allow_private=fetch_private_urls,
            proxies=proxies,
            stand_in=stand_in,
        )
        # Jobs that are held back are many; those whose pictures are in memory must be few.
        self._unrendered = asyncio.Semaphore(JOBS_AT_ONCE)
        self._renders: set[asyncio.Task[None]] = set()
        self._instant = instant
        self._queue = queue
        self._timeline = timeline
        self._now = now
        self._accepted: dict[str, tuple[float, Timeline]] = {}

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Queue a render; a key that is queued or rendered already is left as it is."""
        async with contextlib.AsyncExitStack() as held:
            await held.enter_async_context(self._unrendered)
            pictures = await self._pictures.take(request.job_id, request.body)
            await before_send()
            render = _render_request(request, pictures, instant=self._instant)
            await self._pool.submit(request.key, render)
            rendering = asyncio.create_task(self._rendered(request.key, held.pop_all()))
            self._renders.add(rendering)
            rendering.add_done_callback(self._renders.discard)
        if self._timeline is not None and (timeline := self._timeline(request)) is not None:
            self._accepted.setdefault(request.key, (self._now(), timeline))
        return UpstreamJob(request.key, request.model)

    async def _rendered(self, key: str, held: contextlib.AsyncExitStack) -> None:
        async with held:
            with contextlib.suppress(KeyError):  # it was stopped and forgotten at once
                await self._pool.wait(key)

    async def prepare(
        self, job_id: str, owner: str, model: str, body: Callable[[], Awaitable[str]]
    ) -> None:
        """Wait as long as the job is to be queued, then fetch its pictures."""
        until = self._now() + (0.0 if self._queue is None else self._queue(job_id, model))
        while (left := until - self._now()) > 0:
            await sleep(min(left, QUEUE_LOOK))
        await self._pictures.prepare(job_id, owner, body)

    def drop(self, job_id: str) -> None:
        self._pictures.drop(job_id)

    async def poll(self, job: UpstreamJob) -> Progress:
        progress = self._known(job)
        held_back = self._held_back(job)
        if held_back is None and progress.state in {"queued", "rendering"}:
            with contextlib.suppress(TimeoutError):
                async with timeout(CHANGE_TIMEOUT):
                    progress = await self._pool.wait_change(job.id, progress.version)
        if progress.delay_reason is not None:
            raise TransientError(progress.delay_reason, CHANGE_TIMEOUT)
        if progress.state == "failed":
            raise RefusedError(progress.error or "The render failed")
        if progress.state == "cancelled":
            raise LostError("The render was cancelled")
        if held_back is not None:
            return held_back
        if progress.state == "done":
            return Progress("done", 1.0, _report(progress))
        return Progress("queued" if progress.state == "queued" else "running", progress.fraction)

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the file, and delete it once its last byte was read."""
        path = self._known(job).path
        try:
            with await asyncio.to_thread(open, path or "", "rb") as file:
                file.seek(start)
                while block := await asyncio.to_thread(file.read, BLOCK):
                    yield block
        except (FileNotFoundError, NotADirectoryError) as error:
            raise LostError("The rendered file is gone") from error
        except OSError as error:
            log.warning("the file of render job %s cannot be read: %s", job.id, error)
            raise TransientError("The rendered file cannot be read") from error
        await self._forget(job)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        await self._forget(job)
        return Cancellation("stopped", Decimal(0))

    async def close(self) -> None:
        """Stop waiting for renders; the pool belongs to the runtime."""
        for rendering in self._renders:
            rendering.cancel()
        await asyncio.gather(*self._renders, return_exceptions=True)

    async def _forget(self, job: UpstreamJob) -> None:
        self._accepted.pop(job.id, None)
        await self._pool.forget(job.id)

    def _held_back(self, job: UpstreamJob) -> Progress | None:
        """Return the progress that a timeline shows, None once it is the render's own."""
        if job.id not in self._accepted:
            return None
        since, timeline = self._accepted[job.id]
        shown = timeline.at(self._now() - since)
        return None if shown.phase == "done" else shown

    def _known(self, job: UpstreamJob) -> RenderProgress:
        try:
            return self._pool.progress(job.id)
        except KeyError as error:
            raise RestartedError("The render was lost when its process ended") from error


def _report(progress: RenderProgress) -> Mapping[str, Any]:
    if progress.report is None:
        return {}
    return {**progress.report.plan, "frames": progress.report.frames}


def _render_request(
    request: ProviderRequest, pictures: Sequence[InputFile], *, instant: bool
) -> RenderRequest:
    frames = {picture.medium.role: picture.content for picture in pictures}
    references = (p.content for p in pictures if p.medium.role == "reference")
    return RenderRequest(
        prompt=request.prompt,
        width=request.width,
        height=request.height,
        duration=float(request.duration),
        seed=request.seed,
        audio=request.audio,
        emulated_model=None if request.model == OFFLINE_MODEL else request.model,
        first_frame=frames.get("first_frame"),
        last_frame=frames.get("last_frame"),
        references=tuple(references),
        instant=instant,
    )
