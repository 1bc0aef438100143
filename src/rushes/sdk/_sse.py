"""A job's states as they come: the format of the stream, and when to connect again.

`Feed` decides and neither waits nor sends; the functions below it do nothing else.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import AsyncGenerator, Generator, Iterator
from typing import TYPE_CHECKING, NamedTuple

import httpx

from rushes.sdk import _concurrency, _parse, _service_endpoints, errors
from rushes.sdk._retry import LONGEST_ASKED_PAUSE, PASSING_ERRORS, full_jitter, passes_by_itself
from rushes.sdk.errors.transport import no_answer
from rushes.sdk.generation import FINAL
from rushes.wire import VideoGenerationResponse
from rushes.wire.response_info import keep_response

if TYPE_CHECKING:
    from rushes.sdk._base_client import AsyncTransport, Transport
    from rushes.sdk._endpoints import Call, CallOptions

STALL = 45.0  # seconds without a sign of life; the service gives one every 15
TRIES = 5  # in a row without an event
_LONGEST_LINE = 4_000_000  # bytes
_LONGEST_PAUSE = 30.0  # seconds


class Event(NamedTuple):
    """One event of a stream."""

    name: str
    data: str
    id: str


class Parser:
    """Reads the event stream format; `retry` is the pause in seconds that the server asks for."""

    def __init__(self) -> None:
        self.retry = 3.0
        self._rest = b""
        self._name, self._id = "", ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """Yield the events that `chunk` completes.

        Raises:
            httpx.RemoteProtocolError: a line has no end.
        """
        text = self._rest + chunk
        # A carriage return at the very end may be half a line break.
        held = text[-1:] if text.endswith(b"\r") else b""
        text = text[: len(text) - len(held)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        *lines, rest = text.split(b"\n")
        self._rest = rest + held
        if len(self._rest) > _LONGEST_LINE:
            raise httpx.RemoteProtocolError("A line of the event stream does not end")
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
            self.retry = min(int(value) / 1000, _LONGEST_PAUSE)
        return None


class Feed:
    """The states of one job, over as many connections as it takes; `seen` is not told again."""

    def __init__(
        self,
        job_id: str,
        options: CallOptions,
        seen: VideoGenerationResponse | None = None,
        stall: float = STALL,
    ) -> None:
        self._job_id = job_id
        self._options = options
        self._stall = stall
        self._seen = seen
        self._last_id = ""
        self._request: httpx.Request | None = None
        self._failures = 0
        self._parser = Parser()
        self.call()  # so that an id that cannot be one is refused at once

    def is_over(self) -> bool:
        """Return whether the last state is final."""
        return self._seen is not None and self._seen.status in FINAL

    def call(self) -> Call[httpx.Response]:
        """Return the next connection."""
        self._parser = Parser()
        return _service_endpoints.events(self._job_id, self._options, self._last_id, self._stall)

    def take(self, chunk: bytes) -> list[VideoGenerationResponse]:
        """Return the states that are new with `chunk`."""
        fresh = []
        for event in self._parser.feed(chunk):
            if event.name != "generation" or self.is_over():
                continue
            self._failures, self._last_id = 0, event.id
            job = _parse.job(httpx.Response(200, content=event.data))
            keep_response(job, None)  # it was an event among others
            if job != self._seen:
                self._seen = job
                fresh.append(job)
        return fresh

    def after_end(self, error: errors.OpenRouterError | httpx.RequestError | None) -> float:
        """Return the pause to the next connection; raise the error if there is to be none."""
        if self.is_over():
            return 0.0
        asked = self._parser.retry if error is None else None
        if isinstance(error, httpx.RequestError):
            if not isinstance(error, PASSING_ERRORS):
                raise error
        elif error is not None:
            asked = error.retry_after
            if not passes_by_itself(error.status_code) or (asked or 0.0) > LONGEST_ASKED_PAUSE:
                raise error
        self._failures += 1
        if self._failures >= TRIES:
            raise error or self._without_events()
        return full_jitter(self._failures) if asked is None else asked

    def begin(self, response: httpx.Response) -> None:
        """Take note of a connection that was made."""
        self._request = response.request

    def _without_events(self) -> Exception:
        ended = f"The stream of events of {self._job_id} ended {TRIES} times without one"
        error = httpx.RemoteProtocolError(ended)
        return error if self._request is None else no_answer(error, self._request, TRIES)


def connection(
    transport: Transport, feed: Feed
) -> Generator[VideoGenerationResponse | None, None, None]:
    """Yield the states that one connection brings, and None for a sign of life."""
    with _service_endpoints.offered("events"):
        response = transport.send(feed.call())
    feed.begin(response)
    with contextlib.closing(response):
        # The service ends the stream after the final state; read to its end, it leaves the
        # connection for others.
        for chunk in response.iter_bytes():
            yield from feed.take(chunk) or (None,)


def follow(transport: Transport, feed: Feed) -> Generator[VideoGenerationResponse, None, None]:
    """Yield the states of a job until the final one."""
    while not feed.is_over():
        try:
            for job in connection(transport, feed):
                if job is not None:
                    yield job
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = feed.after_end(error)
        else:
            pause = feed.after_end(None)
        time.sleep(pause)


async def connection_async(
    transport: AsyncTransport, feed: Feed
) -> AsyncGenerator[VideoGenerationResponse | None, None]:
    """As `connection`."""
    with _service_endpoints.offered("events"):
        response = await transport.send(feed.call())
    feed.begin(response)
    async with contextlib.aclosing(response):
        async for chunk in response.aiter_bytes():
            for job in feed.take(chunk) or (None,):
                yield job


async def follow_async(
    transport: AsyncTransport, feed: Feed
) -> AsyncGenerator[VideoGenerationResponse, None]:
    """As `follow`."""
    while not feed.is_over():
        try:
            async with contextlib.aclosing(connection_async(transport, feed)) as states:
                async for job in states:
                    if job is not None:
                        yield job
        except (errors.OpenRouterError, httpx.RequestError) as error:
            pause = feed.after_end(error)
        else:
            pause = feed.after_end(None)
        await _concurrency.sleep(pause)
