"""Downloading a video whole: resumed after a drop, checked, and named only when it is complete.

`Download` decides and writes, but neither waits nor sends; the two functions below it do that.
"""

from __future__ import annotations

import inspect
import math
import re
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

from rushes.sdk import _concurrency, _endpoints, _parse, errors
from rushes.sdk._params import OnBytes, OnBytesAsync
from rushes.sdk._partial_file import Version
from rushes.sdk._retry import PASSING_ERRORS, passes_by_itself
from rushes.sdk._stall_timeout import Patience
from rushes.sdk.errors.transport import no_answer
from rushes.wire.response_info import request_id_of

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncTransport, Transport
    from rushes.sdk._endpoints import Call, CallOptions
    from rushes.sdk._sinks import Target
    from rushes.wire import VideoGenerationResponse

BLOCK = 1 << 16  # bytes gathered before they are written: few, so that their memory stays warm
STEP = 1 << 20  # bytes between two reports; where a thread writes, it writes so many


_RANGE = re.compile(r"bytes (\d{1,18})-\d{1,18}/(\d{1,18}|\*)").fullmatch
_EXCERPT = 200


class Download:
    """One video on its way to a target; `received` and `total` count its bytes.

    `signed` is another address of it, which needs no key: the last resort.
    """

    def __init__(
        self,
        job_id: str,
        index: int,
        target: Target,
        options: CallOptions,
        *,
        resume: bool,
        signed: str | None = None,
    ) -> None:
        self._job_id = job_id
        self._index = index
        self._target = target
        self._options = options
        self._resume = resume
        self._signed = signed
        self._address: str | None = None
        self._response = httpx.Response(200)
        self._blocks: list[bytes] = []
        self._gathered = 0
        self._reported = 0
        self._patience = Patience()
        self._has_moved = False
        self._from = 0
        self._drop: httpx.TransportError | None = None
        self.total: int | None = None

    @property
    def received(self) -> int:
        """Return the bytes that are there, those of earlier attempts included."""
        return self._target.offset

    def call(self) -> Call[httpx.Response]:
        """Return the next request: the rest, if what is there can be told to be the beginning."""
        self._drop_gathered()
        headers = {}
        tag = self._target.version.tag
        self._from = self._target.offset if self._resume and tag else 0
        if self._from and tag:
            headers = {"range": f"bytes={self._from}-", "if-range": tag}
        call = _endpoints.content(self._job_id, self._index, self._options, headers)
        return call._replace(address=self._address)

    def begin(self, response: httpx.Response) -> bool:
        """Take up an answer; False if it is not what was asked for and must be asked anew."""
        self._response = response
        if response.status_code == 206:
            return self._continues(response)
        plain = _is_plain(response)
        length = response.headers.get("content-length", "")
        self.total = int(length) if plain and length.isascii() and length.isdigit() else None
        self._from = 0
        self._target.prepare(_parse.media_type(response), self.total)
        try:
            self._target.begin(Version(_strong_tag(response) if plain else None, self.total))
        except OSError as problem:
            raise problem from self._drop
        return True

    def take(self, chunk: bytes, block: int) -> bool:
        """Gather bytes; True if a block is there, so that it is time to `flush`."""
        self._blocks.append(chunk)
        self._gathered += len(chunk)
        return self._gathered >= block

    def flush(self) -> None:
        """Write what is gathered; raises `DownloadError` if the video begins like a text."""
        if not self._gathered:
            return
        if self._target.offset == 0:
            self._check_beginning()
        self._target.write(self._blocks)
        self._has_moved = True
        self._drop_gathered()

    def is_due(self) -> bool:
        """Tell whether enough was written since this was last true; the end is for `finish`."""
        if abs(self.received - self._reported) < STEP or self.received == self.total:
            return False
        self._reported = self.received
        return True

    def finish(self) -> None:
        """Write the rest and name the file; bytes that are missing are a `RemoteProtocolError`."""
        self.flush()
        if not self.received:
            raise errors.DownloadError("The video is empty", self._response)
        if self.total is not None and self.received != self.total:
            account = f"{self.received} bytes of {self.total} have arrived"
            if self.received > self.total:
                raise errors.DownloadError(account, self._response)
            raise no_answer(
                httpx.RemoteProtocolError(account),
                self._response.request,
                1,
                request_id_of(self._response),
            )
        self._target.finish()

    def after_drop(self, error: httpx.TransportError) -> float:
        """Return the pause to the next attempt; raise the error if there is none."""
        if not isinstance(error, PASSING_ERRORS):
            raise error
        self._drop = error
        self.flush()
        if not (self._resume and self._target.version.tag):
            self._patience.after_waste(error)
        elif self.received > self._from:
            self._patience.renew()
        return self._patience.pause(error)

    def after_refusal(self, error: errors.OpenRouterError | httpx.TransportError) -> float | None:
        """Return the pause to the next attempt, None if the video is whole already.

        Nothing lies behind the last byte, so a 416 may mean that there was nothing left to ask for.

        Raises:
            OpenRouterError, httpx.TransportError: this one, if there is no next attempt.
        """
        if isinstance(error, httpx.TransportError):
            if not isinstance(error, PASSING_ERRORS) or not self._has_moved:
                raise error
            return self._patience.pause(error)
        if error.status_code in {401, 403, 404} and self._signed and not self._address:
            self._address = self._signed
            return 0.0
        if passes_by_itself(error.status_code) and self._has_moved:
            return self._patience.pause(error, error.retry_after or 0.0)
        if error.status_code != 416 or not self._from:
            raise error
        told = error.headers.get("content-range")
        if told == f"bytes */{self._from}" and self._target.version.total == self._from:
            self.total = self._from
            self._response = error.raw_response
            return None
        self._resume = False
        return 0.0

    def close(self) -> None:
        """Release the target."""
        self._target.close()

    def _continues(self, response: httpx.Response) -> bool:
        part = _RANGE(response.headers.get("content-range", ""))
        if not self._from:
            raise errors.DownloadError("A part arrived that was not asked for", response)
        total = int(part[2]) if part and part[2] != "*" else None
        known = self._target.version
        if (
            part is None
            or int(part[1]) != self._from
            or _strong_tag(response) != known.tag
            or known.total not in {None, total}
            or not _is_plain(response)
        ):
            self._resume = False
            return False
        self._target.prepare(_parse.media_type(response), total)
        self.total = total
        return True

    def _check_beginning(self) -> None:
        # Servers send pages and errors under any type; no container begins like that.
        head = b"".join(self._blocks)[: 4 * _EXCERPT].lstrip()
        if head.startswith((b"<", b"{", b"[", b"\xef\xbb\xbf")):
            text = head.decode(errors="replace")[:_EXCERPT]
            raise errors.DownloadError(f"This is not a video: {text}", self._response)

    def _drop_gathered(self) -> None:
        self._blocks, self._gathered = [], 0


def _is_plain(response: httpx.Response) -> bool:
    coding: str = response.headers.get("content-encoding", "identity")
    return coding == "identity"


def _strong_tag(response: httpx.Response) -> str | None:
    tag: str = response.headers.get("etag", "")
    return tag if len(tag) > 2 and tag.isascii() and tag[0] == tag[-1] == '"' else None


def signed_address(job: VideoGenerationResponse, index: int = 0) -> str | None:
    """Return where a video of a job is without a key, unless that is out of date or not told."""
    urls = job.urls or []
    if not 0 <= index < len(urls) or (job.expires_at or math.inf) <= time.time():
        return None
    return urls[index] if urlsplit(urls[index]).scheme in {"http", "https"} else None


def download(transport: Transport, whole: Download, on_progress: OnBytes | None) -> None:
    """Download until the video is whole."""
    try:
        while (pause := _attempt(transport, whole, on_progress)) is not None:
            time.sleep(pause)
    finally:
        whole.close()


def _attempt(transport: Transport, whole: Download, on_progress: OnBytes | None) -> float | None:
    try:
        response = transport.send(whole.call())
    except (errors.OpenRouterError, httpx.TransportError) as error:
        pause = whole.after_refusal(error)
        if pause is None:
            whole.finish()
        return pause
    try:
        if not whole.begin(response):
            return 0.0
        for chunk in response.iter_bytes():
            if whole.take(chunk, BLOCK):
                whole.flush()
                if on_progress is not None and whole.is_due():
                    on_progress(whole.received, whole.total)
        whole.finish()
    except httpx.TransportError as error:
        return whole.after_drop(error)
    finally:
        response.close()
    if on_progress is not None:
        on_progress(whole.received, whole.total)
    return None


async def download_async(
    transport: AsyncTransport, whole: Download, on_progress: OnBytesAsync | None
) -> None:
    """As `download`; the disk is written to by a thread."""
    try:
        while (pause := await _attempt_async(transport, whole, on_progress)) is not None:
            await _concurrency.sleep(pause)
    finally:
        whole.close()


async def _attempt_async(
    transport: AsyncTransport, whole: Download, on_progress: OnBytesAsync | None
) -> float | None:
    try:
        response = await transport.send(whole.call())
    except (errors.OpenRouterError, httpx.TransportError) as error:
        pause = whole.after_refusal(error)
        if pause is None:
            await _concurrency.in_thread(whole.finish)
        return pause
    try:
        if not await _concurrency.in_thread(whole.begin, response):
            return 0.0
        async for chunk in response.aiter_bytes():
            if whole.take(chunk, STEP):
                await _concurrency.in_thread(whole.flush)
                await _tell(on_progress, whole)
        await _concurrency.in_thread(whole.finish)
    except httpx.TransportError as error:
        return whole.after_drop(error)
    finally:
        await response.aclose()
    await _tell(on_progress, whole)
    return None


async def _tell(on_progress: OnBytesAsync | None, whole: Download) -> None:
    if on_progress is None:
        return
    returned = on_progress(whole.received, whole.total)
    if inspect.isawaitable(returned):
        await returned
