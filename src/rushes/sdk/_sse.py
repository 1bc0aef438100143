"""A job's states as events: the format of the stream, and when to reconnect.

`Feed` decides; the functions below it send and wait.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncGenerator, Generator, Iterator
from typing import TYPE_CHECKING, NamedTuple

import anyio
import httpx

from rushes.sdk import _parse, _service_endpoints, errors
from rushes.sdk._endings import ending_of
from rushes.sdk._params import AsyncJobs, Jobs
from rushes.sdk._retry import MAX_RETRY_AFTER, full_jitter, is_transient_error
from rushes.sdk.errors.transport import connection_error
from rushes.wire import VideoGenerationResponse
from rushes.wire.response_info import attach_response

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncAPIClient, SyncAPIClient
    from rushes.sdk._endpoints import APICall, CallOptions

STALL_TIMEOUT = 45.0  # seconds without a sign of life; the service gives one every 15
MAX_TRIES = 5  # in a row without an event
_MAX_LINE = 4_000_000  # bytes
_MAX_PAUSE = 30.0  # seconds


class Event(NamedTuple):
    name: str
    data: str
    id: str


class Parser:
    """Parse the event stream format; `retry` is the pause in seconds that the server asks for."""

    def __init__(self) -> None:
        self.retry = 3.0
        self._rest = b""
        self._name, self._id = "", ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Yield the events that `chunk` completes."""
        text = self._rest + chunk
        # A carriage return at the very end may be half a line break.
        held = text[-1:] if text.endswith(b"\r") else b""
        text = text[: len(text) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        self._rest = rest + held
        if len(self._rest) > _MAX_LINE:
            raise httpx.RemoteProtocolError("A line of the event stream is too long")
        for line in lines:
            event = self._take(line.decode(errors="replace"))
            if event is not None:
                yield event

    def _take(self, line: str) -> Event | None:
        if not line:
            name, data, self._name, self._data = self._name, self._data, "", []
            return Event(name, "\n".join(data), self._id) if data else None
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if field == "data":
            self._data.append(value)
        elif field == "event":
            self._name = value
        elif field == "id":
            self._id = value
        elif field == "retry" and value.isascii() and value.isdigit():
            self.retry = min(int(value) / 1000, _MAX_PAUSE)
        return None


class Feed:
    """The states of one job, over as many connections as needed; `seen` is not repeated."""

    def __init__(
        self,
        job_id: str,
        options: CallOptions,
        seen: VideoGenerationResponse | None = None,
        stall: float = STALL_TIMEOUT,
    ) -> None:
        self._job_id = job_id
        self._options = options
        self._stall = stall
        self._seen = seen
        self._last_id = ""
        self._request: httpx.Request | None = None
        self._failures = 0
        self._parser = Parser()
        self.call()  # refuses an invalid id at once

    def is_over(self) -> bool:
        return self._seen is not None and ending_of(self._seen) is not None

    def call(self) -> APICall[httpx.Response]:
        self._parser = Parser()
        return _service_endpoints.events(self._job_id, self._options, self._last_id, self._stall)

    def new_states(self, chunk: bytes) -> list[VideoGenerationResponse]:
        fresh = []
        for event in self._parser.feed(chunk):
            if event.name != "generation" or self.is_over():
                continue
            self._failures, self._last_id = 0, event.id
            job = _parse.job(httpx.Response(200, content=event.data))
            attach_response(job, None)  # the response is made up: it was an event among others
            if job != self._seen:
                self._seen = job
                fresh.append(job)
        return fresh

    def after_end(self, error: errors.OpenRouterError | httpx.RequestError | None) -> float:
        """Return the pause before the next connection; raise the error if there is none."""
        if self.is_over():
            return 0.0
        pause = self._parser.retry if error is None else getattr(error, "retry_after", None)
        if error is not None and (not is_transient_error(error) or (pause or 0) > MAX_RETRY_AFTER):
            raise error
        self._failures += 1
        if self._failures >= MAX_TRIES:
            raise error or self._no_events_error()
        return full_jitter(self._failures) if pause is None else pause

    def connected(self, response: httpx.Response) -> None:
        self._request = response.request

    def _no_events_error(self) -> Exception:
        message = f"The event stream of {self._job_id} ended {MAX_TRIES} times without an event"
        error = httpx.RemoteProtocolError(message)
        return error if self._request is None else connection_error(error, self._request, MAX_TRIES)


def connection(
    client: SyncAPIClient, feed: Feed
) -> Generator[VideoGenerationResponse | None, None, None]:
    """Yield the states of one connection, and None for a sign of life."""
    with _service_endpoints.requires_support("events"):
        response = client.send(feed.call())
    feed.connected(response)
    with contextlib.closing(response):
        # The service ends the stream after the final state. If it is read to its end, the
        # connection can be reused.
        for chunk in response.iter_bytes():
            yield from feed.new_states(chunk) or (None,)


def follow(client: SyncAPIClient, feed: Feed) -> Jobs:
    while not feed.is_over():
        try:
            for job in connection(client, feed):
                if job is not None:
                    yield job
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = feed.after_end(error)
        else:
            pause = feed.after_end(None)
        time.sleep(pause)


async def connection_async(
    client: AsyncAPIClient, feed: Feed
) -> AsyncGenerator[VideoGenerationResponse | None, None]:
    with _service_endpoints.requires_support("events"):
        response = await client.send(feed.call())
    feed.connected(response)
    async with contextlib.aclosing(response):
        async for chunk in response.aiter_bytes():
            for job in feed.new_states(chunk) or (None,):
                yield job


async def follow_async(client: AsyncAPIClient, feed: Feed) -> AsyncJobs:
    while not feed.is_over():
        try:
            async with contextlib.aclosing(connection_async(client, feed)) as states:
                async for job in states:
                    if job is not None:
                        yield job
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = feed.after_end(error)
        else:
            pause = feed.after_end(None)
        await anyio.sleep(pause)
