"""OpenRouter as a provider, and whatever else speaks its video API: another Rushes, for one."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from urllib.parse import quote

import aiohttp
from pydantic import SecretStr

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.providers.base import (
    BeforeSend,
    BusyError,
    Cancellation,
    LostError,
    Phase,
    Progress,
    ProviderRequest,
    RefusedError,
    TransientError,
    UnknownOutcomeError,
    UpstreamJob,
)
from rushes.providers.lru import LruCache
from rushes.providers.openrouter_http import VideoApi
from rushes.providers.openrouter_response import RemoteJob, UnreadableError, job_of, rows_of
from rushes.providers.range_download import Pace, Part, etag_of

LONGEST_CHECK = 15.0  # seconds between two polls
MOST_CHECKS = 50_000  # jobs of which it is remembered when they were polled
MOST_EDITIONS = 1_000  # videos of which it is remembered which one was begun
VERSION = "X-Rushes-Version"  # by this header another Rushes is known
GROWTH = 1.2  # of that time: an end is noticed about a fifth of the job's age late
JITTER = 0.1  # of that time, so that jobs that began together do not stay together
CANCEL_CHECKS = 5  # polls until a cancellation shows that was accepted

_PASSING = {408, 409, 425}  # refusals of the moment: the order may have been taken before
_ELSEWHERE = {401, 403, 404, 409, 410}  # the content endpoint will not give this video
_VIDEO = {200, 206, 416}


class OpenRouterProvider:
    """Make videos through the API whose base URL is `url`.

    `poll_floor` is the least time between two polls of a job, `stall` the longest silence in a
    download, and `window` the time over which a download must bring 1 KiB a second, all in
    seconds. `allow_private` lets a video be fetched from a private address that the service points
    at; `url` itself may always be one.
    """

    def __init__(
        self,
        url: str,
        api_key: SecretStr,
        capabilities: ProviderCapabilities,
        *,
        slug: str = "openrouter",
        name: str = "OpenRouter",
        poll_floor: float = 2.0,
        stall: float = 30.0,
        window: float = 60.0,
        allow_private: bool = False,
    ) -> None:
        self.slug = slug
        self.name = name
        self.capabilities = capabilities
        self._api = VideoApi(name, url, api_key, stall=stall, allow_private=allow_private)
        self._poll_floor = poll_floor
        self._window = window
        self._checks = LruCache[float](MOST_CHECKS)  # by job: the last time between two polls
        self._editions = LruCache[str | None](MOST_EDITIONS)  # by job: the ETag of its video

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Create a video once; the connection is open before `before_send` is awaited."""
        body = request.body.encode()  # not after before_send: it may be full of pictures
        limit = self.capabilities.create_timeout
        answer = await self._api.send_once("/videos", body, request.key, before_send, limit)
        if answer.status == 429:
            raise BusyError(f"{self.name} is busy: {answer.words}", answer.retry_after)
        if 400 <= answer.status < 500 and answer.status not in _PASSING:
            raise RefusedError(answer.words)
        if not answer.accepted:
            raise UnknownOutcomeError(f"{self.name} answered {answer.status}: {answer.words}")
        try:
            return UpstreamJob(answer.job().id, request.model)
        except UnreadableError as error:
            raise UnknownOutcomeError(f"{self.name} accepted, but {error}") from error

    async def poll(self, job: UpstreamJob) -> Progress:
        """Ask how far a job is."""
        shown = await self._show(job)
        if shown.failed:
            self._checks.drop(job.id)
            words = shown.error or f"{self.name} ended the job as {shown.status}"
            raise RefusedError(words, shown.cost)
        if shown.status == "completed":
            self._checks.drop(job.id)
            return Progress("done", 1.0, shown.report, cost=shown.cost)
        phase: Phase = "queued" if shown.status == "pending" else "running"
        return Progress(phase, shown.fraction, check_after=self._next_check(job))

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the video's bytes from the service, or from where it points at.

        Raises ChangedVideoError if the rest is of another file than what this process had before.
        """
        part = Part(start, self._editions.get(job.id) if start else None)
        async with AsyncExitStack() as stack:
            response = await self._open(job, part, stack)
            if not start:
                self._editions.put(job.id, etag_of(response))
            async for block in part.body(response, Pace(self._window)):
                yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        """Stop a job where the service can, and wait a little until it shows."""
        if not self.capabilities.cancels:
            return Cancellation("unsupported")
        self._checks.drop(job.id)
        try:
            answer = await self._api.ask("POST", f"{_path(job)}/cancel")
            if answer.status in {404, 405, 501}:
                return Cancellation("unsupported")
            if not answer.accepted and answer.status != 409:
                return Cancellation("unknown")
            # A conflict means that the job has ended; how, a poll tells.
            shown = answer.job() if answer.accepted else await self._show(job)
            for _ in range(CANCEL_CHECKS):
                if shown.failed or shown.status == "completed":
                    break
                await asyncio.sleep(self._poll_floor)
                shown = await self._show(job)
        except (TransientError, LostError, UnreadableError):
            return Cancellation("unknown")
        return _fate(shown)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        """Return the order that was sent with a key, None if the service has none."""
        answer = await self._api.ask("GET", f"/videos?idempotency_key={quote(key, safe='')}")
        if not answer.accepted:  # not even a missing route proves that nothing was taken
            raise TransientError(f"{self.name} cannot say: {answer.words}", answer.retry_after)
        try:
            rows = rows_of(answer.json())
            # That the filter was heard shows by the keys, or by who answers: a list of everything
            # proves nothing, nor does an empty one, and its first job is a stranger's.
            default = key if VERSION in answer.headers else None
            heard = all(row.get("idempotency_key", default) == key for row in rows)
            if not heard or (not rows and default is None):
                raise TransientError(f"{self.name} does not list by key, and cannot be searched")
            return UpstreamJob(job_of(rows[0]).id, model) if rows else None
        except UnreadableError as error:
            raise TransientError(f"The list of {self.name} cannot be understood") from error

    async def close(self) -> None:
        """Let connections go."""
        await self._api.close()

    async def _show(self, job: UpstreamJob) -> RemoteJob:
        """Return a job as it is now; raises TransientError and LostError."""
        answer = await self._api.ask("GET", _path(job))
        if answer.status in {404, 410}:
            raise LostError(f"{self.name} does not know the job any more: {answer.words}")
        if not answer.accepted:
            raise TransientError(f"{self.name} cannot say: {answer.words}", answer.retry_after)
        try:
            return answer.job()
        except UnreadableError as error:
            raise TransientError(f"{self.name} cannot be understood: {error}") from error

    async def _open(
        self, job: UpstreamJob, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        """Return the answer that holds the video: the service's own, or that of a fresh URL."""
        response = await self._api.open_video(f"{_path(job)}/content?index=0", part, stack)
        if response.status in _ELSEWHERE:
            for url in (await self._show(job)).urls:
                with contextlib.suppress(TransientError):  # there may be another
                    signed = await self._api.open_signed(url, part, stack)
                    if signed.status in _VIDEO:
                        return signed
        if response.status in _VIDEO:
            return response
        answer = await self._api.read(response)
        raise TransientError(f"The video cannot be had: {answer.words}", answer.retry_after)

    def _next_check(self, job: UpstreamJob) -> float:
        last = self._checks.get(job.id)
        after = self._poll_floor if last is None else min(last * GROWTH, LONGEST_CHECK)
        self._checks.put(job.id, after)
        return after * random.uniform(1.0, 1.0 + JITTER)  # noqa: S311 - no secret


def _path(job: UpstreamJob) -> str:
    return f"/videos/{quote(job.id, safe='')}"


def _fate(shown: RemoteJob) -> Cancellation:
    """Tell what became of a job that was to be cancelled, as far as it shows."""
    if shown.failed and shown.cancellation not in {"unsupported", "unknown"}:
        return Cancellation("stopped", shown.cost)
    # The service may itself have asked one that cannot stop it.
    return Cancellation(
        "unsupported" if shown.cancellation == "unsupported" else "unknown", shown.cost
    )
