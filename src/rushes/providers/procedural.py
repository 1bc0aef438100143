"""The offline engine as a provider, for every model that it can emulate."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from rushes.catalog.checked_request import as_given
from rushes.catalog.emulation import ignored_references, taken
from rushes.catalog.kind import AVATAR, EDITOR, UPSCALER
from rushes.catalog.media import Medium, read_media
from rushes.catalog.model import GENERATOR, OFFLINE_MODEL, Catalog, Model, load_catalog
from rushes.catalog.provider_data import load_providers
from rushes.catalog.refusal import UnknownModelError
from rushes.clock import monotonic, sleep
from rushes.engines.render_pool import RenderPool, RenderProgress
from rushes.engines.request import RenderRequest, Task
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
from rushes.providers.input_files import InputFile, StandIn, no_stand_in
from rushes.providers.job_inputs import JOBS_AT_ONCE, JobInputs
from rushes.providers.timeline import QueueOf, Timeline, TimelineOf
from rushes.wire import VideoGenerationRequest
from rushes.wire.pricing import Quantity, price
from rushes.wire.proxies import Proxies

BLOCK = 1024 * 1024  # bytes
FACTOR = 2.0  # by which videos are enlarged
IGNORED = "ignored_references"  # in a report: where the body has them
CHANGE_TIMEOUT = 1.0  # seconds that a poll waits for a change
QUEUE_LOOK = 0.1  # seconds between looks at the clock, which may be a test's

log = logging.getLogger(__name__)


class ProceduralProvider:
    """Renders in worker processes of this machine. That costs time, never money.

    With `instant` it makes slates in milliseconds. `queue` says how long each job is queued, and
    `timeline` how it progresses then, as far as the caller can see. Both go by the clock `now`.
    `catalog` returns the models that it may emulate.
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
        stand_in: StandIn = no_stand_in,
        instant: bool = False,
        queue: QueueOf | None = None,
        timeline: TimelineOf | None = None,
        now: Callable[[], float] = monotonic,
        catalog: Callable[[], Catalog] = load_catalog,
    ) -> None:
        self.capabilities = load_providers()[self.slug].capabilities.model_copy(
            update={"concurrency": concurrency}
        )
        self._pool = pool
        self._inputs = JobInputs(
            max_media_bytes,
            allow_private=fetch_private_urls,
            proxies=proxies,
            stand_in=stand_in,
            media_of=self._media_of,
        )
        self._catalog = catalog
        self._ignored: dict[str, tuple[str, ...]] = {}
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
            files = await self._inputs.take(request.job_id, request.body)
            before = request.previous_video
            previous = None if before is None else await before.read()
            given = await asyncio.to_thread(as_given, request.body, request.decided)
            await before_send()
            model = self._model(request.model)
            render = _render_request(request, given, model, files, previous)
            render = replace(render, instant=self._instant)
            await self._pool.submit(request.key, render)
            if model is not None and (ignored := ignored_references(given, model)):
                self._ignored[request.key] = ignored
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
        await self._inputs.prepare(job_id, owner, body)

    def drop(self, job_id: str) -> None:
        self._inputs.drop(job_id)

    async def poll(self, job: UpstreamJob) -> Progress:
        progress = self._known(job)
        held_back = self._held_back(job)
        if held_back is None and progress.state in {"queued", "rendering"}:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CHANGE_TIMEOUT):  # a render takes real time
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
            cost = _cost(progress, self._model(job.model))
            return Progress("done", 1.0, self._report(job, progress), cost=cost)
        return Progress("queued" if progress.state == "queued" else "running", progress.fraction)

    def seconds_left(self, job: UpstreamJob) -> float | None:
        if job.id not in self._accepted:
            return None
        since, timeline = self._accepted[job.id]
        return max(since + timeline.seconds - self._now(), 0.0)

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
        self._ignored.pop(job.id, None)
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

    def _report(self, job: UpstreamJob, progress: RenderProgress) -> Mapping[str, Any]:
        if progress.report is None:
            return {}
        # Not in the render's own report, which a copy of the video has too.
        ignored = self._ignored.get(job.id)
        more = {} if ignored is None else {IGNORED: list(ignored)}
        return {**progress.report.plan, "frames": progress.report.frames, **more}

    def _media_of(self, request: VideoGenerationRequest) -> Sequence[Medium]:
        model, media = self._model(request.model), read_media(request)
        return media if model is None else taken(media, model)

    def _model(self, name: str) -> Model | None:
        try:
            return self._catalog().get(name)
        except UnknownModelError:  # it was listed when the job was made
            return None


def _cost(progress: RenderProgress, model: Model | None) -> Decimal | None:
    """Return the listed price of a video whose size or length its inputs decided."""
    report = progress.report
    if report is None or model is None or model.kind == GENERATOR:
        return None
    quantity = Quantity(
        seconds=Decimal(str(round(report.duration, 3))),
        width=report.width,
        height=report.height,
        audio=report.has_audio,
        video_input=model.kind != AVATAR,
        creativity=report.plan.get("creativity"),  # type: ignore[arg-type]
    )
    return price(model.skus, quantity)


def _render_request(
    request: ProviderRequest,
    given: VideoGenerationRequest,
    model: Model | None,
    files: Sequence[InputFile],
    previous: bytes | None,
) -> RenderRequest:
    """Return what is rendered; `given` is the request as its caller wrote it."""
    ends = {file.medium.role: file.content for file in files}
    kept = [file for file in files if file.medium.role == "reference"]
    images, videos, sounds = (
        tuple(file.content for file in kept if file.medium.kind == kind)
        for kind in ("image", "video", "audio")
    )
    task = "generate" if model is None else _TASKS[model.kind]
    changes = task in {"upscale", "edit"}
    before = request.previous_video
    return RenderRequest(
        prompt=request.prompt,
        width=request.width,
        height=request.height,
        duration=float(request.duration),
        seed=request.seed,
        audio=request.audio,
        emulated_model=None if request.model == OFFLINE_MODEL else request.model,
        first_frame=ends.get("first_frame"),
        last_frame=ends.get("last_frame"),
        references=images,
        task=task,
        source=videos[0] if changes and videos else None,
        upscale_factor=_factor(model, given.upscale_factor),
        creativity=int(given.creativity or 0),
        keeps_shape=given.aspect_ratio is None and given.size is None,
        at_most=None if given.duration is None else float(given.duration),
        previous=previous,
        previous_plan=None if before is None else _without_ignored(before.report),
        video_references=() if changes else videos,
        sounds=sounds,
        follows_sound=task == "avatar" and bool(sounds) and given.duration is None,
    )


_TASKS: Mapping[str, Task] = {
    GENERATOR: "generate",
    UPSCALER: "upscale",
    EDITOR: "edit",
    AVATAR: "avatar",
}


def _without_ignored(report: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in report.items() if name != IGNORED}


def _factor(model: Model | None, factor: float | None) -> float:
    """Return by how much a video is enlarged; FACTOR if it is left open and the model has it."""
    if factor is not None:
        return float(factor)
    bounds = None if model is None else model.wire.upscale_factor
    least, most = (bounds and bounds.min) or FACTOR, (bounds and bounds.max) or FACTOR
    return min(max(FACTOR, least), most)
