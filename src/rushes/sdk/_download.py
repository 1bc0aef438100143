"""Downloading a video: resumed after a lost connection, checked, and named when it is complete.

`Download` decides and writes; the two functions below it send and wait.
"""

from __future__ import annotations

import math
import random
import re
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import anyio
import httpx

from rushes.sdk import _endpoints, _parse, errors
from rushes.sdk._callbacks import in_thread, notify
from rushes.sdk._completeness import is_plain, shows_its_end
from rushes.sdk._params import OnBytes, OnBytesAsync
from rushes.sdk._partial_file import Version
from rushes.sdk._retry import is_transient, is_transient_error
from rushes.sdk.errors.transport import connection_error
from rushes.wire.containers import Completeness
from rushes.wire.headers import request_id

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient
    from rushes.sdk._endpoints import APICall, CallOptions
    from rushes.sdk._sinks import Sink
    from rushes.wire import VideoGenerationResponse

BLOCK = 1 << 16  # bytes collected before they are written: few, so that they stay in the cache
STEP = 1 << 20  # bytes between two reports, and of a write by a thread
TRIES = 4  # in a row, if none of them leaves a byte from which the next could resume
STALL_TIMEOUT = 120.0  # seconds without a new byte, once some have arrived
FIRST_PAUSE = 0.5  # seconds, doubled from try to try
MAX_PAUSE = 15.0

_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18}|\*)").fullmatch
_EXCERPT = 200


class _CutShortError(errors.DownloadError):
    """The connection ended before the video did; the rest can be requested."""


class StallTimeout:
    """What is left of these limits. Nothing here waits."""

    def __init__(self) -> None:
        self._breaks = 0
        self._attempts = 0
        self._silent_since: float | None = None

    def after_progress(self) -> None:
        self._silent_since = None
        self._breaks = self._attempts = 0

    def after_waste(self, error: Exception) -> None:
        """Note bytes that cannot be resumed from; raise the error if that was too often."""
        self._silent_since = None
        self._breaks += 1
        if self._breaks >= TRIES:
            error.add_note(f"Given up after {TRIES} attempts that cannot be resumed")
            raise error

    def pause(self, error: Exception, retry_after: float = 0.0) -> float:
        """Return a growing pause; raise the error if the stall would become too long."""
        now = time.monotonic()
        if self._silent_since is None:
            self._silent_since = now
        silent = now - self._silent_since
        if silent + retry_after >= STALL_TIMEOUT:
            error.add_note(f"Given up after {silent:.0f} s without a new byte")
            raise error
        longest = min(FIRST_PAUSE * 2.0**self._attempts, MAX_PAUSE)
        self._attempts += 1
        return max(retry_after, longest * random.uniform(0.5, 1.0))  # noqa: S311 - so that clients spread


class Download:
    """One video and the sink it goes to; `received` and `total` count its bytes.

    `signed` is another URL of it, which needs no key: the last resort.
    """

    def __init__(
        self,
        job_id: str,
        index: int,
        sink: Sink,
        options: CallOptions,
        *,
        resume: bool,
        signed: str | None = None,
    ) -> None:
        self._job_id = job_id
        self._index = index
        self._sink = sink
        self._options = options
        self._resume = resume
        self._signed = signed
        self._absolute_url: str | None = None
        self._response = httpx.Response(200)
        self._blocks: list[bytes] = []
        self._collected = 0
        self._reported = 0
        self._stall = StallTimeout()
        self._has_written = False
        self._start = 0  # of the present attempt
        self._furthest = 0  # byte that any attempt has reached
        self._file = Completeness()
        self._disconnect: Exception | None = None
        self.total: int | None = None

    @property
    def received(self) -> int:
        # Those of earlier attempts included.
        return self._sink.offset

    @property
    def path(self) -> Path | None:
        return self._sink.path

    def call(self) -> APICall[httpx.Response]:
        """Return the next request: for the rest, if the service can confirm the beginning."""
        self._clear_blocks()
        headers = {}
        tag = self._sink.version.tag
        self._start = self._sink.offset if self._resume and tag else 0
        if self._start and tag:
            headers = {"range": f"bytes={self._start}-", "if-range": tag}
        call = _endpoints.content(self._job_id, self._index, self._options, headers)
        return call._replace(absolute_url=self._absolute_url)

    def begin(self, response: httpx.Response) -> bool:
        """Accept a response; return False if it does not fit and must be requested again."""
        self._response = response
        if response.status_code == 206:
            return self._continues(response)
        plain = is_plain(response)
        length = response.headers.get("content-length", "")
        self.total = int(length) if plain and length.isascii() and length.isdigit() else None
        self._start = 0
        self._file = Completeness()
        self._sink.prepare(_parse.media_type(response), self.total)
        try:
            self._sink.begin(Version(_strong_tag(response) if plain else None, self.total))
        except OSError as problem:
            raise problem from self._disconnect
        return True

    def take(self, chunk: bytes, block: int) -> bool:
        """Collect bytes; return whether there are enough to `flush`."""
        self._blocks.append(chunk)
        self._collected += len(chunk)
        return self._collected >= block

    def flush(self) -> None:
        """Write what is collected; raise `DownloadError` if it begins like text."""
        if not self._collected:
            return
        if self._sink.offset == 0:
            self._check_beginning()
        if self._file.size == self._sink.offset:  # not if another process left the beginning
            for block in self._blocks:
                self._file.feed(block)
        self._sink.write(self._blocks)
        self._has_written = True
        self._clear_blocks()

    def is_due(self) -> bool:
        # The end is reported by the caller of `finish`.
        if abs(self.received - self._reported) < STEP or self.received == self.total:
            return False
        self._reported = self.received
        return True

    def finish(self) -> None:
        """Write the rest and name the file; missing bytes are a `RemoteProtocolError`."""
        self.flush()
        if not self.received:
            raise errors.DownloadError("The video is empty", self._response)
        if self.total is not None and self.received != self.total:
            message = f"{self.received} bytes of {self.total} have arrived"
            if self.received > self.total:
                raise errors.DownloadError(message, self._response)
            raise connection_error(
                httpx.RemoteProtocolError(message),
                self._response.request,
                1,
                request_id(self._response.headers),
            )
        self._check_structure()
        self._sink.finish()

    def on_disconnect(self, error: httpx.TransportError | errors.DownloadError) -> float:
        """Return the pause before the next attempt; raise the error if there is none."""
        if not isinstance(error, _CutShortError) and not is_transient_error(error):
            raise error
        self._disconnect = error
        self.flush()
        if not self._can_resume:
            self._stall.after_waste(error)
        elif self.received > self._furthest:
            self._stall.after_progress()
        elif self.received > self._start:  # it was sent from its beginning again, for nothing
            self._stall.after_waste(error)
        self._furthest = max(self._furthest, self.received)
        return self._stall.pause(error)

    def on_http_error(self, error: errors.OpenRouterError | httpx.TransportError) -> float | None:
        """Return the pause before the next attempt, None if the video is already complete.

        Raise the error if there is no next attempt.
        """
        if isinstance(error, httpx.TransportError):
            if not is_transient_error(error) or not self._has_written:
                raise error
            return self._stall.pause(error)
        if error.status_code in {401, 403, 404} and self._signed and not self._absolute_url:
            self._absolute_url = self._signed
            return 0.0
        if is_transient(error.status_code) and self._has_written:
            return self._stall.pause(error, error.retry_after or 0.0)
        if error.status_code != 416 or not self._start:
            raise error
        # Nothing is behind the last byte: there may have been nothing left to request.
        content_range = error.headers.get("content-range")
        if content_range == f"bytes */{self._start}" and self._sink.version.total == self._start:
            self.total = self._start
            self._response = error.raw_response
            return None
        self._resume = False
        return 0.0

    def close(self) -> None:
        self._sink.close()

    def _continues(self, response: httpx.Response) -> bool:
        part = _RANGE(response.headers.get("content-range", ""))
        if not self._start:
            raise errors.DownloadError("The service sent a part that was not requested", response)
        total = int(part[2]) if part and part[2] != "*" else None
        known = self._sink.version
        if (
            part is None
            or int(part[1]) != self._start
            or _strong_tag(response) != known.tag
            or known.total not in {None, total}
            or not is_plain(response)
        ):
            self._resume = False
            return False
        self._sink.prepare(_parse.media_type(response), total)
        self.total = total
        return True

    def _check_beginning(self) -> None:
        # Servers send pages and errors with any media type; no video container begins like this.
        head = b"".join(self._blocks)[: 4 * _EXCERPT].lstrip()
        if head.startswith((b"<", b"{", b"[", b"\xef\xbb\xbf")):
            text = head.decode(errors="replace")[:_EXCERPT]
            raise errors.DownloadError(f"This is not a video: {text}", self._response)

    def _check_structure(self) -> None:
        if self._file.size != self._sink.offset:
            self._file = Completeness()
            for block in self._sink.saved():
                self._file.feed(block)
        is_whole_by_http = self.total is not None or shows_its_end(self._response)
        problem = self._file.problem(is_whole_by_http=is_whole_by_http)
        if problem is not None:
            resumes = self._can_resume and not is_whole_by_http
            raised = _CutShortError if resumes else errors.DownloadError
            raise raised(f"The video is not complete: {problem}", self._response)

    @property
    def _can_resume(self) -> bool:
        return self._resume and self._sink.version.tag is not None

    def _clear_blocks(self) -> None:
        self._blocks, self._collected = [], 0


def _strong_tag(response: httpx.Response) -> str | None:
    tag: str = response.headers.get("etag", "")
    return tag if len(tag) > 2 and tag.isascii() and tag[0] == tag[-1] == '"' else None


def signed_url(job: VideoGenerationResponse, index: int = 0) -> str | None:
    """Return the URL of a video that needs no key, None if there is none or it has expired."""
    urls = job.urls or []
    if not 0 <= index < len(urls) or (job.expires_at or math.inf) <= time.time():
        return None
    return urls[index] if urlsplit(urls[index]).scheme in {"http", "https"} else None


def download(client: SyncAPIClient, video: Download, on_progress: OnBytes | None) -> None:
    try:
        while (pause := _attempt(client, video, on_progress)) is not None:
            time.sleep(pause)
    finally:
        video.close()


def _attempt(client: SyncAPIClient, video: Download, on_progress: OnBytes | None) -> float | None:
    try:
        response = client.send(video.call())
    except (errors.OpenRouterError, httpx.TransportError) as error:
        pause = video.on_http_error(error)
        if pause is None:
            video.finish()
        return pause
    try:
        if not video.begin(response):
            return 0.0
        for chunk in response.iter_bytes():
            if video.take(chunk, BLOCK):
                video.flush()
                if on_progress is not None and video.is_due():
                    on_progress(video.received, video.total)
        video.finish()
    except (httpx.TransportError, errors.DownloadError) as error:
        return video.on_disconnect(error)
    finally:
        response.close()
    if on_progress is not None:
        on_progress(video.received, video.total)
    return None


async def download_async(
    client: AsyncAPIClient, video: Download, on_progress: OnBytesAsync | None
) -> None:
    """As `download`; a thread writes to the disk."""
    try:
        while True:
            pause = await _attempt_async(client, video, on_progress)
            if pause is None:
                return
            await anyio.sleep(pause)
    finally:
        video.close()


async def _attempt_async(
    client: AsyncAPIClient, video: Download, on_progress: OnBytesAsync | None
) -> float | None:
    try:
        response = await client.send(video.call())
    except (errors.OpenRouterError, httpx.TransportError) as error:
        pause = video.on_http_error(error)
        if pause is None:
            await in_thread(video.finish)
        return pause
    try:
        if not await in_thread(video.begin, response):
            return 0.0
        async for chunk in response.aiter_bytes():
            if video.take(chunk, STEP):
                await in_thread(video.flush)
                await notify(on_progress, video.received, video.total)
        await in_thread(video.finish)
    except (httpx.TransportError, errors.DownloadError) as error:
        return video.on_disconnect(error)
    finally:
        await response.aclose()
    await notify(on_progress, video.received, video.total)
    return None
