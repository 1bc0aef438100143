"""Bodies as they arrive: those read at once within a deadline, and those that callers read.

A caller's body is closed when it is read or by the caller. If it is dropped instead, the garbage
collector reports it, and its connection is released before the next call.
"""

from __future__ import annotations

import contextlib
import gc
import time
import warnings
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, cast

import httpx

from rushes.sdk._logging import redact_url
from rushes.wire.headers import request_id

if TYPE_CHECKING:
    from rushes.sdk._completeness import BodyCheck
    from rushes.sdk.errors import APIConnectionError


class DeadlineStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that must be complete within `seconds`; httpx only bounds the wait for each part."""

    def __init__(self, stream: Any, seconds: float) -> None:
        self._stream = stream
        self._parts: Any = None
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    # Not generators: an event loop keeps track of each asynchronous one, which costs time.

    def __iter__(self) -> Iterator[bytes]:
        self._parts = iter(self._stream)
        return self

    def __next__(self) -> bytes:
        return self._checked(next(self._parts))

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._parts = aiter(self._stream)
        return self

    async def __anext__(self) -> bytes:
        return self._checked(await anext(self._parts))

    def close(self) -> None:
        self._stream.close()

    async def aclose(self) -> None:
        await self._stream.aclose()

    def _checked(self, part: bytes) -> bytes:
        if time.monotonic() > self._deadline:
            raise httpx.ReadTimeout(
                f"The response was not complete after {self._seconds:g} seconds"
            )
        return part


def _limit(response: httpx.Response, request: httpx.Request) -> None:
    seconds = request.extensions.get("timeout", {}).get("read")
    if seconds is not None:
        response.stream = DeadlineStream(response.stream, seconds)


def read(response: httpx.Response, request: httpx.Request) -> None:
    """Read a body within the read timeout of its request."""
    try:
        _limit(response, request)
        response.read()
    except BaseException:
        response.close()
        raise


async def aread(response: httpx.Response, request: httpx.Request) -> None:
    try:
        _limit(response, request)
        await response.aread()
    except BaseException:
        await response.aclose()
        raise


def read_prefix(response: httpx.Response, size: int) -> bytes:
    """Read up to `size` bytes of a body and close it."""
    body = bytearray()
    try:
        _limit(response, response.request)
        for part in response.iter_bytes():
            body += part
            if len(body) >= size:
                break
    except httpx.RequestError:
        pass  # what arrived of an error says more than the failure to read the rest
    finally:
        response.close()
    return bytes(body[:size])


async def aread_prefix(response: httpx.Response, size: int) -> bytes:
    body = bytearray()
    try:
        _limit(response, response.request)
        parts = cast("AsyncGenerator[bytes, None]", response.aiter_bytes())
        async with contextlib.aclosing(parts):
            async for part in parts:
                body += part
                if len(body) >= size:
                    break
    except httpx.RequestError:
        pass  # as above
    finally:
        await response.aclose()
    return bytes(body[:size])


def check_end(response: httpx.Response) -> None:
    """Make a video that is not complete raise `DownloadError` when it is read to its end."""
    from rushes.sdk._completeness import BodyCheck, is_plain

    stream = response.stream
    # A part is requested on purpose, and a coded body has another structure.
    if response.status_code == 200 and is_plain(response) and isinstance(stream, _TrackedBody):
        stream.check = BodyCheck(response)


class OpenStreams:
    """The bodies that callers have open on some connections."""

    def __init__(self) -> None:
        self.open: set[int] = set()
        self._dropped: deque[Any] = deque()
        self.connections_closed = False

    def drop(self, body: _TrackedBody, warn: Callable[..., None] = warnings.warn) -> None:
        # Called by the garbage collector, in any thread and at any moment: closing the body here
        # would take locks that this very thread may hold. `warn` is a default because at the end
        # of the program the module may be gone.
        if not self.connections_closed:
            self._dropped.append(body)
            warn(f"{body} was neither read to its end nor closed", ResourceWarning, source=body)

    def take_dropped(self) -> Iterator[Any]:
        with contextlib.suppress(IndexError):  # another thread may be faster
            while self._dropped:
                yield self._dropped.popleft()

    def find_dropped(self) -> None:
        # A response and its body refer to each other, so only the collector finds them.
        if self.open:
            gc.collect()


class _TrackedBody:
    def __init__(
        self,
        response: httpx.Response,
        request: httpx.Request,
        attempts: int,
        streams: OpenStreams,
        give_back: Callable[[], object] | None = None,
        owner: object = None,
    ) -> None:
        self._stream: Any = response.stream
        self._request = request
        self._request_id = request_id(response.headers)
        self._attempts = attempts
        self._owner = owner  # kept alive: it closes the connection when it is collected
        self._streams = streams
        self._give_back = give_back
        self._closed = False
        self.check: BodyCheck | None = None  # raises at the end of an incomplete body
        streams.open.add(id(self))

    def __str__(self) -> str:
        return f"The response to {self._request.method} {redact_url(str(self._request.url))}"

    def __del__(self) -> None:
        if not self._closed:
            self._streams.drop(self)

    def _end(self) -> None:
        self._closed = True
        self._streams.open.discard(id(self))
        if self._give_back is not None:
            self._give_back()

    def _error(self, error: httpx.RequestError) -> APIConnectionError:
        from rushes.sdk.errors.transport import connection_error

        return connection_error(error, self._request, self._attempts, self._request_id)


class TrackedStream(_TrackedBody, httpx.SyncByteStream):
    def __iter__(self) -> Iterator[bytes]:
        try:
            for part in self._stream:
                if self.check is not None:
                    self.check.feed(part)
                yield part
            if self.check is not None:
                self.check.finish()
        except httpx.RequestError as error:
            raise self._error(error) from error
        finally:
            self.close()

    def close(self) -> None:
        if not self._closed:
            self._end()
            self._stream.close()


class AsyncTrackedStream(_TrackedBody, httpx.AsyncByteStream):
    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._stream:
                if self.check is not None:
                    self.check.feed(part)
                yield part
            if self.check is not None:
                self.check.finish()
        except httpx.RequestError as error:
            raise self._error(error) from error
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        if not self._closed:
            self._end()
            await self._stream.aclose()
