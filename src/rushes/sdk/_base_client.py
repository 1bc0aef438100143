"""The client below the public methods, waiting and awaited: it sends, sleeps and closes.

What to send and when to send it again is decided in `RequestContext`.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import weakref
from typing import TYPE_CHECKING, Any, Final, Generic, Self, TypeVar, cast

import anyio
import httpx

from rushes.sdk import _parse, _streams
from rushes.sdk._connection_pools import Pools, SingleClient, running_loop
from rushes.sdk._prepare import base_url_of
from rushes.sdk._request_context import RequestContext
from rushes.sdk._server_features import Servers
from rushes.sdk._transports import sync_transport
from rushes.sdk.errors import ClientClosedError, NoResponseError
from rushes.wire.proxies import Proxies

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from rushes.sdk._endpoints import APICall
    from rushes.sdk.config import SDKConfiguration
    from rushes.sdk.httpclient import AsyncHttpClient, HttpClient

T = TypeVar("T")
C = TypeVar("C")

MAX_ERROR_BODY: Final = 1_000_000  # bytes read of an error on a streamed call


class _APIClient(Generic[C]):
    def __init__(
        self,
        config: SDKConfiguration,
        given: C | None,
        servers: Servers,
        parent: Self | None = None,
    ) -> None:
        self.config = config
        self.given = given
        # Streaming lets a body be timed. A `send` written by the caller may read bodies itself,
        # and expects only videos to be streamed.
        own_send = getattr(type(given), "send", None)
        self._streams = given is None or own_send in {httpx.Client.send, httpx.AsyncClient.send}
        self._parent = parent
        self._closed = False
        self.servers = servers
        self._start()

    def _start(self) -> None:
        """Prepare for connections."""

    def base_url(self, server_url: str | None) -> str:
        return base_url_of(server_url, self.config)

    def speaks_to_rushes(self, server_url: str | None) -> bool:
        return self.base_url(server_url) in self.servers

    def _context(self, call: APICall[Any], open_streams: _streams.OpenStreams) -> RequestContext:
        # A client of the caller may have a way of its own to authenticate.
        may_lack_key = self.given is not None
        return RequestContext(
            call, self.config, self.servers, open_streams, may_lack_key=may_lack_key
        )

    def configured(self, config: SDKConfiguration) -> Self:
        """Return a client with other settings that borrows the connections of this one."""
        return type(self)(config, self.given, self.servers, self)


class SyncAPIClient(_APIClient["HttpClient"]):
    """Send calls and wait for them. Our own httpx client is made at the first call."""

    def _start(self) -> None:
        self._process = os.getpid()
        self._lock = threading.Lock()
        self._own: httpx.Client | None = None
        self._open_streams = _streams.OpenStreams()

    def send(self, call: APICall[T]) -> T:
        owner, client = self._http_client()
        with self._context(call, owner._open_streams) as context:
            while True:
                try:
                    response = owner._sent(client, context)
                except httpx.RequestError as error:
                    pause = context.after_error(error)
                    if pause is None:
                        raise
                else:
                    pause = context.after_response(response)
                    if pause is None:
                        return self._read(call, response)
                    response.close()
                time.sleep(pause)

    @property
    def http_client(self) -> HttpClient:
        """The HTTP client, made if need be."""
        return self._http_client()[1]

    def close(self, *, for_good: bool = True) -> None:
        """Release our own connections and refuse further calls; a given client stays open.

        If not `for_good`, a further call opens new ones.
        """
        with self._lock:
            self._closed |= for_good
            own, self._own = self._own, None
        if own is not None:
            self._open_streams.connections_closed = True
            own.close()

    def _http_client(self) -> tuple[SyncAPIClient, HttpClient]:
        """Return whose connections are used, and the httpx client that has them."""
        if self._process != os.getpid():
            # Connections cannot be shared with the process that this one was forked from, and a
            # lock may have been held there.
            self._start()
        with self._lock:
            if self._closed:
                raise ClientClosedError("This client is closed; make a new OpenRouter")
            if self._parent is not None:
                return self._parent._http_client()
            if self.given is not None:
                return self, self.given
            if self._own is None:
                transport = sync_transport(Proxies.from_environment())
                self._own = httpx.Client(transport=transport, trust_env=False)
                weakref.finalize(self, self._own.close)
            return self, cast("HttpClient", self._own)

    def _sent(self, client: HttpClient, context: RequestContext) -> httpx.Response:
        for body in self._open_streams.take_dropped():
            body.close()
        request = context.prepared.build(client, own_client=self.given is None)
        response = self._answer(client, request, context)
        # A transport of the caller may have read it already.
        if context.call.stream and not response.is_closed:
            response.stream = _streams.TrackedStream(
                response, request, context.attempt, self._open_streams, owner=self
            )
            if not context.is_left_unread(response):
                body = _streams.read_prefix(response, MAX_ERROR_BODY)
                return _parse.with_body(response, body)
        else:
            _streams.read(response, request)
        return response

    def _answer(
        self, client: HttpClient, request: httpx.Request, context: RequestContext
    ) -> httpx.Response:
        prepared, stream = context.prepared, self._streams or context.call.stream
        options: dict[str, Any] = {"auth": None} if prepared.is_anonymous else {}
        response = client.send(request, stream=stream, follow_redirects=False, **options)
        if response is None:
            raise NoResponseError
        if not prepared.follow_redirects or getattr(response, "next_request", None) is None:
            return response
        from rushes.sdk import _redirects

        chain = _redirects.RedirectChain(is_anonymous=prepared.is_anonymous)
        try:
            while (following := chain.next(response)) is not None:
                _streams.read(response, following)
                response = client.send(
                    following, stream=True, follow_redirects=False, **chain.options
                )
        except BaseException:
            response.close()
            raise
        return response

    def _read(self, call: APICall[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            if call.is_checked:
                _streams.check_end(response)
            return call.read(response)
        body = _streams.read_prefix(response, MAX_ERROR_BODY)
        raise _parse.error_from_response(_parse.with_body(response, body))


class AsyncAPIClient(_APIClient["AsyncHttpClient"]):
    """As `SyncAPIClient`, awaited; every event loop gets connections of its own."""

    def _start(self) -> None:
        self._single = None if self.given is None else SingleClient(self.given)
        self._own: MutableMapping[object, Pools] = weakref.WeakKeyDictionary()

    async def send(self, call: APICall[T]) -> T:
        pools = self._pools()
        with self._context(call, pools.open_streams) as context:
            while True:
                try:
                    response = await self._sent(pools, context)
                except httpx.RequestError as error:
                    pause = context.after_error(error)
                    if pause is None:
                        raise
                else:
                    pause = context.after_response(response)
                    if pause is None:
                        return await self._read(call, response)
                    await response.aclose()
                await anyio.sleep(pause)
                pools = self._pools()  # which may have been closed meanwhile

    async def close(self) -> None:
        """Refuse further calls and release our own connections; a given client stays open."""
        self._closed = True
        own = self._own.pop(running_loop(), None)
        if own is not None:
            await own.close()

    def _pools(self) -> Pools | SingleClient:
        if self._closed:
            raise ClientClosedError("This client is closed; make a new OpenRouter")
        if self._parent is not None:
            return self._parent._pools()
        if self._single is not None:
            return self._single
        # Connections belong to the loop they were opened in.
        loop = running_loop()
        pools = self._own.get(loop)
        if pools is None:
            pools = self._own[loop] = Pools()
        return pools

    async def _sent(self, pools: Pools | SingleClient, context: RequestContext) -> httpx.Response:
        for body in pools.open_streams.take_dropped():
            # One of another loop, through a client that a caller uses in several.
            with contextlib.suppress(RuntimeError):
                await body.aclose()
        client, give_back = pools.lease()
        try:
            request = context.prepared.build(client, own_client=self.given is None)
            response = await self._answer(client, request, context)
            if context.call.stream and not response.is_closed:
                # The client is given back when the body is closed.
                response.stream = _streams.AsyncTrackedStream(
                    response, request, context.attempt, pools.open_streams, give_back
                )
                if context.is_left_unread(response):
                    return response
                body = await _streams.aread_prefix(response, MAX_ERROR_BODY)
                return _parse.with_body(response, body)
            await _streams.aread(response, request)
        except BaseException:
            give_back()
            raise
        give_back()
        return response

    async def _answer(
        self, client: AsyncHttpClient, request: httpx.Request, context: RequestContext
    ) -> httpx.Response:
        prepared, stream = context.prepared, self._streams or context.call.stream
        options: dict[str, Any] = {"auth": None} if prepared.is_anonymous else {}
        response = await client.send(request, stream=stream, follow_redirects=False, **options)
        if response is None:
            raise NoResponseError
        if not prepared.follow_redirects or getattr(response, "next_request", None) is None:
            return response
        from rushes.sdk import _redirects

        chain = _redirects.RedirectChain(is_anonymous=prepared.is_anonymous)
        try:
            while (following := chain.next(response)) is not None:
                await _streams.aread(response, following)
                response = await client.send(
                    following, stream=True, follow_redirects=False, **chain.options
                )
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _read(self, call: APICall[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            if call.is_checked:
                _streams.check_end(response)
            return call.read(response)
        body = await _streams.aread_prefix(response, MAX_ERROR_BODY)
        raise _parse.error_from_response(_parse.with_body(response, body))
