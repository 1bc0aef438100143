"""Bodies as they arrive: those that are read at once, in time, and those that are lent out.

A body that was lent out is closed when it is read, or by whoever got it. If it is dropped instead,
the collector finds it, and the connection is taken back before the next call.
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

from rushes.sdk._logging import plain_url
from rushes.wire.response_info import request_id_of

if TYPE_CHECKING:
    from rushes.sdk.errors import APIConnectionError


class InTime(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body all of which must come within so many seconds; httpx bounds each part of it alone."""

    def __init__(self, stream: Any, seconds: float) -> None:
        self._stream = stream
        self._parts: Any = None
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds

    # No generators: an event loop keeps account of each asynchronous one, which costs.

    def __iter__(self) -> Iterator[bytes]:
        self._parts = iter(self._stream)
        return self

    def __next__(self) -> bytes:
        return self._in_time(next(self._parts))

    def __aiter__(self) -> AsyncIterator[bytes]:
        self._parts = aiter(self._stream)
        return self

    async def __anext__(self) -> bytes:
        return self._in_time(await anext(self._parts))

    def close(self) -> None:
        """Release the connection."""
        self._stream.close()

    async def aclose(self) -> None:
        """Await `close`."""
        await self._stream.aclose()

    def _in_time(self, part: bytes) -> bytes:
        if time.monotonic() > self._deadline:
            raise httpx.ReadTimeout(f"The answer was not complete after {self._seconds:g} seconds")
        return part


def read(response: httpx.Response, request: httpx.Request) -> None:
    """Read a body, in the time that the request has for an answer."""
    try:
        _limit(response, request)
        response.read()
    except BaseException:
        response.close()
        raise


async def aread(response: httpx.Response, request: httpx.Request) -> None:
    """As `read`."""
    try:
        _limit(response, request)
        await response.aread()
    except BaseException:
        await response.aclose()
        raise


def beginning(response: httpx.Response, longest: int) -> bytes:
    """Read a body as far as it comes, in time and up to so many bytes, and close it."""
    body = bytearray()
    try:
        _limit(response, response.request)
        for part in response.iter_bytes():
            body += part
            if len(body) >= longest:
                break
    except httpx.RequestError:
        pass  # what arrived of an error is better than the failure to read the rest
    finally:
        response.close()
    return bytes(body[:longest])


async def abeginning(response: httpx.Response, longest: int) -> bytes:
    """As `beginning`."""
    body = bytearray()
    try:
        _limit(response, response.request)
        parts = cast("AsyncGenerator[bytes, None]", response.aiter_bytes())
        async with contextlib.aclosing(parts):
            async for part in parts:
                body += part
                if len(body) >= longest:
                    break
    except httpx.RequestError:
        pass  # as above
    finally:
        await response.aclose()
    return bytes(body[:longest])


def _limit(response: httpx.Response, request: httpx.Request) -> None:
    seconds = request.extensions.get("timeout", {}).get("read")
    if seconds is not None:
        response.stream = InTime(response.stream, seconds)


class Lent:
    """The bodies of some connections that are lent out."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self.dropped: deque[_Body] = deque()  # to be closed
        self._over = False

    def __len__(self) -> int:
        return len(self._open)

    def add(self, body: _Body) -> None:
        """Take note of one more."""
        self._open.add(id(body))

    def drop(self, body: _Body, warn: Callable[..., None] = warnings.warn) -> None:
        """Take note that nobody has it any more; called by the collector, at any moment.

        `warn` is a default since at the end of the program the module may be gone.
        """
        if not self._over:
            # Closing it takes locks that this very thread may hold.
            self.dropped.append(body)
            warn(f"{body} was neither read to its end nor closed", ResourceWarning, source=body)

    def discard(self, body: _Body) -> None:
        """Take note that one is closed."""
        self._open.discard(id(body))

    def take_back(self) -> Iterator[_Body]:
        """Yield what was dropped, once."""
        with contextlib.suppress(IndexError):  # another thread may be faster
            while self.dropped:
                yield self.dropped.popleft()

    def search(self) -> None:
        """Find what was dropped without waiting for the collector."""
        if self._open:
            gc.collect()

    def end(self) -> None:
        """Take note that the connections themselves are closed."""
        self._over = True


class _Body:
    def __init__(
        self,
        response: httpx.Response,
        request: httpx.Request,
        attempts: int,
        lent: Lent,
        give_back: Callable[[], object] | None = None,
        owner: object = None,
    ) -> None:
        self._stream: Any = response.stream
        self._request = request
        self._request_id = request_id_of(response)
        self._attempts = attempts
        self._owner = owner  # whose end would be that of the connection
        self._lent = lent
        self._give_back = give_back
        self._closed = False
        lent.add(self)

    def __str__(self) -> str:
        return f"The answer to {self._request.method} {plain_url(str(self._request.url))}"

    def __del__(self) -> None:
        if not self._closed:
            self._lent.drop(self)

    def _end(self) -> None:
        self._closed = True
        self._lent.discard(self)
        if self._give_back is not None:
            self._give_back()

    def _broken(self, error: httpx.RequestError) -> APIConnectionError:
        from rushes.sdk.errors.transport import no_answer

        return no_answer(error, self._request, self._attempts, self._request_id)


class LentBody(_Body, httpx.SyncByteStream):
    """A body that somebody else reads."""

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._stream
        except httpx.RequestError as error:
            raise self._broken(error) from error
        finally:
            self.close()

    def close(self) -> None:
        """Release the connection; the second time it does nothing."""
        if not self._closed:
            self._end()
            self._stream.close()


class AsyncLentBody(_Body, httpx.AsyncByteStream):
    """As `LentBody`, awaited."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for part in self._stream:
                yield part
        except httpx.RequestError as error:
            raise self._broken(error) from error
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        """Release the connection; the second time it does nothing."""
        if not self._closed:
            self._end()
            await self._stream.aclose()
