"""The two shells around the core: they send, wait and close, and decide nothing."""

from __future__ import annotations

import contextlib
import os
import threading
import time
import weakref
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import httpx

from rushes.sdk import _concurrency, _parse, _streams
from rushes.sdk._connection_pools import LIMITS, Pools, Single
from rushes.sdk._request_context import Attempts
from rushes.sdk._server_features import Servers
from rushes.sdk._ssl import trust
from rushes.sdk.errors import ClientClosedError, NoResponseError

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from rushes.sdk._endpoints import Call
    from rushes.sdk._prepare import Outgoing
    from rushes.sdk.config import SDKConfiguration
    from rushes.sdk.httpclient import AsyncHttpClient, HttpClient

T = TypeVar("T")

LONGEST_ERROR_BODY: Final = 1_000_000  # bytes read of an error on a streamed call


class Transport:
    """Send calls and wait for them. Our own httpx client is made at the first call."""

    def __init__(
        self,
        config: SDKConfiguration,
        client: HttpClient | None,
        servers: Servers,
        lender: Transport | None = None,
    ) -> None:
        self._config = config
        self._given = client
        self._streams = _can_stream(client)
        self._lender = lender
        self.servers = servers
        self._own: httpx.Client | None = None
        self._lent = _streams.Lent()
        self._closed = False
        self._lock = threading.Lock()
        self._process = os.getpid()

    def send(self, call: Call[T]) -> T:
        """Make a call.

        Raises:
            ClientClosedError: after `close`.
        """
        owner, client = self._client()
        with Attempts(call, self._config, self.servers, owner._lent) as attempts:
            while True:
                try:
                    response = owner._sent(client, call, attempts)
                except httpx.RequestError as error:
                    pause = attempts.after_error(error)
                    if pause is None:
                        raise
                else:
                    pause = attempts.after_response(response)
                    if pause is None:
                        return self._read(call, response)
                    response.close()
                time.sleep(pause)

    def speaks_to_rushes(self, server_url: str | None) -> bool:
        """Tell whether the server, ours if None, is known to be Rushes' service."""
        return self.servers.is_rushes((server_url or self._config.base_url).rstrip("/"))

    def configured(self, config: SDKConfiguration) -> Transport:
        """Return a transport of other settings that borrows the connections of this one."""
        return Transport(config, self._given, self.servers, self)

    def close(self) -> None:
        """Refuse further calls and release our own connections; a given client stays open."""
        with self._lock:
            self._closed = True
            own, self._own = self._own, None
        if own is not None:
            self._lent.end()
            own.close()

    def _client(self) -> tuple[Transport, HttpClient]:
        """Return whose connections are used, and the client that has them."""
        if self._process != os.getpid():
            # Connections cannot be shared with the process that this one was forked from, and a
            # lock may have been held there.
            self._process, self._lock, self._own = os.getpid(), threading.Lock(), None
            self._lent = _streams.Lent()
        with self._lock:
            if self._closed:
                raise ClientClosedError("This client is closed; make a new OpenRouter")
            if self._lender is not None:
                return self._lender._client()
            if self._given is not None:
                return self, self._given
            if self._own is None:
                self._own = httpx.Client(verify=trust(), limits=LIMITS)
                weakref.finalize(self, self._own.close)
            return self, cast("HttpClient", self._own)

    def _sent(self, client: HttpClient, call: Call[Any], attempts: Attempts) -> httpx.Response:
        if self._lent.dropped:
            for body in self._lent.take_back():
                cast("_streams.LentBody", body).close()
        request = attempts.outgoing.build(client, own_client=self._given is None)
        response = self._answer(client, request, call, attempts.outgoing)
        if call.stream:
            response.stream = _streams.LentBody(
                response, request, attempts.count, self._lent, owner=self
            )
        else:
            _streams.read(response, request)
        return response

    def _answer(
        self, client: HttpClient, request: httpx.Request, call: Call[Any], outgoing: Outgoing
    ) -> httpx.Response:
        options: dict[str, Any] = {"auth": None} if outgoing.is_anonymous else {}
        response = client.send(
            request, stream=self._streams or call.stream, follow_redirects=False, **options
        )
        if outgoing.follow_redirects and getattr(response, "next_request", None) is not None:
            response = self._redirected(client, response, outgoing)
        if response is None:
            raise NoResponseError
        return response

    def _redirected(
        self, client: HttpClient, response: httpx.Response, outgoing: Outgoing
    ) -> httpx.Response:
        from rushes.sdk import _redirects

        route = _redirects.Route(is_anonymous=outgoing.is_anonymous)
        try:
            while (following := route.next(response)) is not None:
                _streams.read(response, following)
                response = client.send(
                    following, stream=True, follow_redirects=False, **route.options
                )
        except BaseException:
            response.close()
            raise
        return response

    def _read(self, call: Call[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            return call.read(response)
        body = _streams.beginning(response, LONGEST_ERROR_BODY)
        raise _parse.failure(_parse.with_body(response, body))


class AsyncTransport:
    """As `Transport`, awaited; every event loop gets connections of its own."""

    def __init__(
        self,
        config: SDKConfiguration,
        client: AsyncHttpClient | None,
        servers: Servers,
        lender: AsyncTransport | None = None,
    ) -> None:
        self._config = config
        self._given = client
        self._streams = _can_stream(client)
        self._lender = lender
        self.servers = servers
        self._single = None if client is None else Single(client)
        self._own: MutableMapping[object, Pools] = weakref.WeakKeyDictionary()
        self._closed = False

    async def send(self, call: Call[T]) -> T:
        """Make a call.

        Raises:
            ClientClosedError: after `close`.
        """
        pools = self._pools()
        with Attempts(call, self._config, self.servers, pools.lent) as attempts:
            while True:
                try:
                    response = await self._sent(pools, call, attempts)
                except httpx.RequestError as error:
                    pause = attempts.after_error(error)
                    if pause is None:
                        raise
                else:
                    pause = attempts.after_response(response)
                    if pause is None:
                        return await self._read(call, response)
                    await response.aclose()
                await _concurrency.sleep(pause)
                pools = self._pools()  # which may have been closed meanwhile

    def speaks_to_rushes(self, server_url: str | None) -> bool:
        """Tell whether the server, ours if None, is known to be Rushes' service."""
        return self.servers.is_rushes((server_url or self._config.base_url).rstrip("/"))

    def configured(self, config: SDKConfiguration) -> AsyncTransport:
        """Return a transport of other settings that borrows the connections of this one."""
        return AsyncTransport(config, self._given, self.servers, self)

    async def close(self) -> None:
        """Refuse further calls and release our own connections; a given client stays open."""
        self._closed = True
        own = self._own.pop(_concurrency.running(), None)
        if own is not None:
            await own.close()

    def _pools(self) -> Pools | Single:
        if self._closed:
            raise ClientClosedError("This client is closed; make a new OpenRouter")
        if self._lender is not None:
            return self._lender._pools()
        if self._single is not None:
            return self._single
        # Connections belong to the loop they were opened in.
        loop = _concurrency.running()
        pools = self._own.get(loop)
        if pools is None:
            pools = self._own[loop] = Pools()
        return pools

    async def _sent(
        self, pools: Pools | Single, call: Call[Any], attempts: Attempts
    ) -> httpx.Response:
        if pools.lent.dropped:
            for body in pools.lent.take_back():
                # One of another loop, through a client that a caller uses in several.
                with contextlib.suppress(RuntimeError):
                    await cast("_streams.AsyncLentBody", body).aclose()
        place = pools.place()
        try:
            request = attempts.outgoing.build(place.client, own_client=self._given is None)
            response = await self._answer(place.client, request, call, attempts.outgoing)
            if call.stream:
                # The place is free again when the body is closed.
                response.stream = _streams.AsyncLentBody(
                    response, request, attempts.count, pools.lent, place.give_back
                )
                return response
            await _streams.aread(response, request)
        except BaseException:
            place.give_back()
            raise
        place.give_back()
        return response

    async def _answer(
        self, client: AsyncHttpClient, request: httpx.Request, call: Call[Any], outgoing: Outgoing
    ) -> httpx.Response:
        options: dict[str, Any] = {"auth": None} if outgoing.is_anonymous else {}
        response = await client.send(
            request, stream=self._streams or call.stream, follow_redirects=False, **options
        )
        if outgoing.follow_redirects and getattr(response, "next_request", None) is not None:
            response = await self._redirected(client, response, outgoing)
        if response is None:
            raise NoResponseError
        return response

    async def _redirected(
        self, client: AsyncHttpClient, response: httpx.Response, outgoing: Outgoing
    ) -> httpx.Response:
        from rushes.sdk import _redirects

        route = _redirects.Route(is_anonymous=outgoing.is_anonymous)
        try:
            while (following := route.next(response)) is not None:
                await _streams.aread(response, following)
                response = await client.send(
                    following, stream=True, follow_redirects=False, **route.options
                )
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _read(self, call: Call[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            return call.read(response)
        body = await _streams.abeginning(response, LONGEST_ERROR_BODY)
        raise _parse.failure(_parse.with_body(response, body))


def _can_stream(client: object) -> bool:
    """Tell whether all answers may be streamed, so that their bodies can be timed.

    Whoever has written a `send` of his own may read them there, and knows only videos to be.
    """
    own = getattr(type(client), "send", None)
    return client is None or own in {httpx.Client.send, httpx.AsyncClient.send}
