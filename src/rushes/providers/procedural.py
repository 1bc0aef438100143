"""The offline engine as a provider, for every model that it can emulate."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from rushes.catalog.capabilities import load_capabilities
from rushes.catalog.media import Medium, decode_data_url, is_data_url, read_media
from rushes.catalog.model import OFFLINE_MODEL
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
    UpstreamJob,
)
from rushes.url_guard import FetchError, fetch
from rushes.wire import VideoGenerationRequest
from rushes.wire.proxies import Proxies

BLOCK = 1024 * 1024  # bytes
CHANGE_TIMEOUT = 1.0  # seconds that a poll waits for a change


class ProceduralProvider:
    """Renders in worker processes of this machine. That costs time, never money."""

    slug = "rushes"
    name = "Rushes (offline, procedural)"

    def __init__(
        self,
        pool: RenderPool,
        *,
        concurrency: int,
        max_media_bytes: int,
        fetch_private_urls: bool,
        proxies: Proxies | None = None,
    ) -> None:
        self.capabilities = load_capabilities()[self.slug].model_copy(
            update={"concurrency": concurrency}
        )
        self._pool = pool
        self._max_media_bytes = max_media_bytes
        self._fetch_private_urls = fetch_private_urls
        self._proxies = proxies

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Queue a render; a key that is queued or rendered already is left as it is."""
        pictures = [m for m in await asyncio.to_thread(_media, request.body) if m.kind == "image"]
        try:
            contents = await self._contents(pictures)
        except FetchError as error:
            raise RefusedError(f"An input picture could not be fetched: {error}") from error
        await before_send()
        await self._pool.submit(request.key, _render_request(request, pictures, contents))
        return UpstreamJob(request.key, request.model)

    async def poll(self, job: UpstreamJob) -> Progress:
        progress = self._known(job)
        if progress.state in {"queued", "rendering"}:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CHANGE_TIMEOUT):
                    progress = await self._pool.wait_change(job.id, progress.version)
        if progress.state == "failed":
            raise RefusedError(progress.error or "The render failed")
        if progress.state == "cancelled":
            raise LostError("The render was cancelled")
        if progress.state == "done":
            return Progress("done", 1.0, _report(progress))
        return Progress("queued" if progress.state == "queued" else "running", progress.fraction)

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the file, and delete it once its last byte was read."""
        path = self._known(job).path
        try:
            file = await asyncio.to_thread(open, path or "", "rb")
        except FileNotFoundError as error:
            raise LostError("The rendered file is gone") from error
        with file:
            file.seek(start)
            while block := await asyncio.to_thread(file.read, BLOCK):
                yield block
        await self._pool.forget(job.id)

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        await self._pool.forget(job.id)
        return Cancellation("stopped", Decimal(0))

    async def close(self) -> None:
        pass  # the pool belongs to the runtime

    def _known(self, job: UpstreamJob) -> RenderProgress:
        try:
            return self._pool.progress(job.id)
        except KeyError as error:
            raise RestartedError("The render was lost when its process ended") from error

    async def _contents(self, pictures: Sequence[Medium]) -> list[bytes]:
        contents, budget = [], self._max_media_bytes
        for picture in pictures:
            if is_data_url(picture.url):
                contents.append(await asyncio.to_thread(decode_data_url, picture.url))
            else:
                # One budget for all: many pictures must not add up to an unbounded download.
                private = self._fetch_private_urls
                content = await fetch(
                    picture.url, limit=budget, allow_private=private, proxies=self._proxies
                )
                budget -= len(content)
                contents.append(content)
        return contents


def _media(body: str) -> Sequence[Medium]:
    return read_media(VideoGenerationRequest.model_validate_json(body))


def _report(progress: RenderProgress) -> Mapping[str, Any]:
    if progress.report is None:
        return {}
    return {**progress.report.plan, "frames": progress.report.frames}


def _render_request(
    request: ProviderRequest, media: Sequence[Medium], contents: Sequence[bytes]
) -> RenderRequest:
    frames = {m.role: c for m, c in zip(media, contents, strict=True) if m.role != "reference"}
    references = [c for m, c in zip(media, contents, strict=True) if m.role == "reference"]
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
    )
