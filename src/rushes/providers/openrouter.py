"""OpenRouter, or any other service with its video API (such as another Rushes), as a provider."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import TypeVar
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
from rushes.providers.openrouter_http import VideoApi
from rushes.providers.openrouter_response import (
    APIResponse,
    RemoteJob,
    UnreadableError,
    job_of,
    rows_of,
)
from rushes.providers.range_download import Part, ThroughputGuard, etag_of

T = TypeVar("T")
MAX_INTERVAL = 15.0  # seconds between two polls
GROWTH = 1.2  # of the interval: an end is noticed late by about a fifth of the job's age
JITTER = 0.1  # of the interval, so that jobs that started together do not stay together
MAX_JOBS = 50_000  # jobs whose polling interval is remembered
MAX_VIDEOS = 1_000  # videos whose ETag is remembered
VERSION = "X-Rushes-Version"  # a header that only another Rushes sends
CANCEL_POLLS = 5  # until an accepted cancellation shows in the job

_TEMPORARY = {408, 409, 425}  # an earlier sending of the request may have been accepted
_ELSEWHERE = {401, 403, 404, 409, 410}  # the content endpoint will not send this video
_VIDEO = {200, 206, 416}


class OpenRouterProvider:
    """Makes videos through the API whose base URL is `url`.

    `poll_floor` is the least time between two polls of a job, `stall` the longest pause in a
    download, and `window` the time over which a download must average 1 KiB a second, all in
    seconds. `allow_private` permits video URLs that resolve to private addresses; `url` itself
    may always be one.
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
        # Per process and bounded: a lost entry only means an early poll or a download from 0.
        self._intervals: OrderedDict[str, float] = OrderedDict()  # by job id, seconds
        self._etags: OrderedDict[str, str | None] = OrderedDict()  # by job id

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        """Create a video once; the connection is open before `before_send` is awaited."""
        body = request.body.encode()  # not after before_send: it may be full of pictures
        limit = self.capabilities.create_timeout
        response = await self._api.send_once("/videos", body, request.key, before_send, limit)
        if response.status == 429:
            raise BusyError(f"{self.name} is busy: {response.message}", response.retry_after)
        if 400 <= response.status < 500 and response.status not in _TEMPORARY:
            raise RefusedError(response.message)
        if not response.ok:
            raise UnknownOutcomeError(
                f"{self.name} responded with {response.status}: {response.message}"
            )
        try:
            return UpstreamJob(response.job().id, request.model)
        except UnreadableError as error:
            raise UnknownOutcomeError(f"{self.name} accepted, but {error}") from error

    async def poll(self, job: UpstreamJob) -> Progress:
        remote = await self._get(job)
        if remote.ending is not None:
            self._intervals.pop(job.id, None)
            if remote.ending != "completed":
                message = remote.error or f"{self.name} ended the job as {remote.status}"
                raise RefusedError(message, remote.cost)
            return Progress("done", 1.0, remote.report, cost=remote.cost)
        if remote.is_stuck:  # it may be over, or about to be tried again: not at once an end
            raise LostError(f"{self.name} shows the job as {remote.status}: {remote.error}")
        phase: Phase = "queued" if remote.status == "pending" else "running"
        return Progress(phase, remote.fraction, check_after=self._next_interval(job))

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        """Yield the video's bytes from the service, or from a URL that it gives.

        Raises ChangedVideoError if the file is not the one that this process started with.
        """
        part = Part(start, self._etags.get(job.id) if start else None)
        async with AsyncExitStack() as stack:
            response = await self._open(job, part, stack)
            if not start:
                _remember(self._etags, job.id, etag_of(response), MAX_VIDEOS)
            async for block in part.body(response, ThroughputGuard(self._window)):
                yield block

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        if not self.capabilities.cancels:
            return Cancellation("unsupported")
        self._intervals.pop(job.id, None)
        try:
            response = await self._api.request("POST", f"{_path(job)}/cancel")
            if response.status in {404, 405, 501}:
                return Cancellation("unsupported")
            if not response.ok and response.status != 409:
                return Cancellation("unknown")
            # A conflict means that the job has ended; only a poll shows how.
            remote = response.job() if response.ok else await self._get(job)
            for _ in range(CANCEL_POLLS):
                if remote.ending is not None:
                    break
                await asyncio.sleep(self._poll_floor)
                remote = await self._get(job)
        except (TransientError, LostError, UnreadableError):
            return Cancellation("unknown")
        is_stopped = remote.ending not in {None, "completed"}
        if is_stopped and remote.cancellation not in {"unsupported", "unknown"}:
            return Cancellation("stopped", remote.cost)
        # The service may itself have an upstream that cannot stop the job.
        supported = remote.cancellation != "unsupported"
        return Cancellation("unknown" if supported else "unsupported", remote.cost)

    async def find(self, key: str, model: str) -> UpstreamJob | None:
        response = await self._api.request("GET", f"/videos?idempotency_key={quote(key, safe='')}")
        if not response.ok:  # not even a missing route proves that nothing was accepted
            raise self._failed("list jobs", response)
        try:
            rows = rows_of(response.json())
            # A service that ignores the filter lists everything, and its first job is somebody
            # else's; an empty list proves nothing either. The rows' keys show that the filter was
            # applied, or the header of a Rushes, which always applies it.
            default = key if VERSION in response.headers else None
            filtered = all(row.get("idempotency_key", default) == key for row in rows)
            if not filtered or (not rows and default is None):
                raise TransientError(f"{self.name} cannot look up jobs by idempotency key")
            return UpstreamJob(job_of(rows[0]).id, model) if rows else None
        except UnreadableError as error:
            raise TransientError(f"The job list of {self.name} is invalid: {error}") from error

    async def close(self) -> None:
        await self._api.close()

    async def _get(self, job: UpstreamJob) -> RemoteJob:
        response = await self._api.request("GET", _path(job))
        if response.status in {404, 410}:
            raise LostError(f"{self.name} does not know the job any more: {response.message}")
        if not response.ok:
            raise self._failed("show the job", response)
        try:
            return response.job()
        except UnreadableError as error:
            raise TransientError(f"The response of {self.name} is invalid: {error}") from error

    def _failed(self, action: str, response: APIResponse) -> TransientError:
        message = f"{self.name} did not {action}: {response.message}"
        return TransientError(message, response.retry_after)

    async def _open(
        self, job: UpstreamJob, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        response = await self._api.open_video(f"{_path(job)}/content?index=0", part, stack)
        if response.status in _ELSEWHERE:
            # Signed URLs expire, so they are read from the job as it is now.
            for url in (await self._get(job)).urls:
                with contextlib.suppress(TransientError):  # there may be another
                    signed = await self._api.open_signed(url, part, stack)
                    if signed.status in _VIDEO:
                        return signed
        if response.status in _VIDEO:
            return response
        answer = await self._api.read(response)
        message = f"The video could not be downloaded: {answer.message}"
        raise TransientError(message, answer.retry_after)

    def _next_interval(self, job: UpstreamJob) -> float:
        last = self._intervals.get(job.id)
        interval = self._poll_floor if last is None else min(last * GROWTH, MAX_INTERVAL)
        _remember(self._intervals, job.id, interval, MAX_JOBS)
        return interval * random.uniform(1.0, 1.0 + JITTER)  # noqa: S311 - no secret


def _remember(known: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    known[key] = value
    known.move_to_end(key)
    if len(known) > most:
        known.popitem(last=False)


def _path(job: UpstreamJob) -> str:
    return f"/videos/{quote(job.id, safe='')}"
