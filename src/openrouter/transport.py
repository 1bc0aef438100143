"""The two shells around the core: they send, wait and close, and decide nothing."""

from __future__ import annotations

import contextlib
import os
import threading
import time
import weakref
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import httpx

from openrouter import eventloop, responses
from openrouter.certificates import trust
from openrouter.errors import (
    ClientClosedError,
    NoResponseError,
    OpenRouterError,
    ResponseValidationError,
)
from openrouter.exchange import EXTENSION
from openrouter.logs import plain_url
from openrouter.pools import LIMITS, Pools
from openrouter.requests import Outgoing, base_url_of, outgoing
from openrouter.retries import (
    Policy,
    Retry,
    may_have_arrived,
    may_have_been_done,
    policy_of_call,
)
from openrouter.servers import Servers

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from types import TracebackType

    from openrouter.calls import Call
    from openrouter.httpclient import AsyncHttpClient, HttpClient
    from openrouter.sdkconfiguration import SDKConfiguration

T = TypeVar("T")

LONGEST_ERROR_BODY: Final = 1_000_000  # bytes read of an error on a streamed call


class _Attempts:
    """The attempts of one call: the request, when to repeat it, and what is said of it.

    As a context it tells errors which request they belong to. If it was a paid one and its outcome
    is in doubt, it raises them as `SubmitOutcomeUnknownError`.
    """

    def __init__(self, call: Call[Any], config: SDKConfiguration, servers: Servers) -> None:
        self.outgoing: Outgoing = outgoing(call, config)
        self._call = call
        self._config = config
        self._servers = servers
        self._base = base_url_of(call, config)
        self._paid = call.paid
        self._in_doubt = False
        self._retry = Retry(self._policy())
        self._log = config.debug_logger

    def after_error(self, error: httpx.TransportError) -> float | None:
        self._in_doubt |= may_have_arrived(error)
        self._note(type(error).__name__)
        return self._retry.after_error(error)

    def after_response(self, response: httpx.Response | None) -> float | None:
        if response is None:
            raise NoResponseError
        if self._call.address is None and self._servers.learn(self._base, response) and self._paid:
            self._retry.policy = self._policy()
        response.extensions[EXTENSION] = (self._retry.attempt, self._retry.elapsed)
        self._in_doubt |= may_have_been_done(response.status_code)
        self._note(response.status_code)
        return self._retry.after_response(response.status_code, response.headers)

    def __enter__(self) -> _Attempts:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._report(exc)
        key = self.outgoing.headers.get("idempotency-key", "")
        if isinstance(exc, OpenRouterError):
            exc.attempts = self._retry.attempt
            self._in_doubt |= may_have_been_done(exc.status_code)
            if isinstance(exc, ResponseValidationError):
                self._in_doubt |= exc.job_id is None
        elif isinstance(exc, httpx.TransportError):
            url = plain_url(self.outgoing.url)
            exc.add_note(f"{self.outgoing.method} {url}, attempt {self._retry.attempt}")
            if isinstance(exc, httpx.PoolTimeout):
                exc.add_note("All connections are in use: read or close() the videos you opened")
        elif exc is not None and self._paid and not isinstance(exc, Exception):
            exc.add_note(f"The submission may have arrived, with idempotency_key={key!r}")
        if (
            isinstance(exc, OpenRouterError | httpx.TransportError)
            and self._paid
            and self._in_doubt
        ):
            from openrouter.errors.doubt import outcome_unknown  # noqa: PLC0415 - only after a failure

            raise outcome_unknown(exc, key, self._retry.attempt) from exc

    def _policy(self) -> Policy:
        declared = self._config.honours_idempotency_key
        return policy_of_call(
            self._call.options.retries,
            self._config.retry_config,
            paid=self._paid,
            keyed=self._servers.is_rushes(self._base) if declared is None else declared,
        )

    def _report(self, exc: BaseException | None) -> None:
        # A logger that a caller gave need not have more than `debug`.
        info = getattr(self._log, "info", None)
        if info is not None:
            info(
                "%s %s: %s after %.2f s and %d attempts",
                self.outgoing.method,
                plain_url(self.outgoing.url),
                "done" if exc is None else getattr(exc, "status_code", type(exc).__name__),
                self._retry.elapsed,
                self._retry.attempt,
            )

    def _note(self, outcome: object) -> None:
        self._log.debug(
            "%s %s -> %s (attempt %d)",
            self.outgoing.method,
            plain_url(self.outgoing.url),
            outcome,
            self._retry.attempt,
        )


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
        self._lender = lender
        self.servers = servers
        self._own: httpx.Client | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._process = os.getpid()

    def send(self, call: Call[T]) -> T:
        """Make a call.

        Raises:
            ClientClosedError: after `close`.
        """
        client = self._client()
        with _Attempts(call, self._config, self.servers) as attempts:
            request = attempts.outgoing
            while True:
                try:
                    response = client.send(
                        request.build(client, own_client=self._given is None),
                        stream=call.stream,
                        follow_redirects=request.follow_redirects,
                    )
                except httpx.TransportError as error:
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
            own.close()

    def _client(self) -> HttpClient:
        if self._process != os.getpid():
            # Connections cannot be shared with the process that this one was forked from, and a
            # lock may have been held there.
            self._process, self._lock, self._own = os.getpid(), threading.Lock(), None
        with self._lock:
            if self._closed:
                raise ClientClosedError("This client is closed; make a new OpenRouter")
            if self._lender is not None:
                return self._lender._client()
            if self._given is not None:
                return self._given
            if self._own is None:
                self._own = httpx.Client(verify=trust(), limits=LIMITS)
                weakref.finalize(self, self._own.close)
            return cast("HttpClient", self._own)

    def _read(self, call: Call[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            return call.read(response)
        body = bytearray()
        try:
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) >= LONGEST_ERROR_BODY:
                    break
        except httpx.TransportError:
            pass  # what arrived of an error is better than the failure to read the rest
        finally:
            response.close()
        raise responses.failure(_finished(response, bytes(body[:LONGEST_ERROR_BODY])))


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
        self._lender = lender
        self.servers = servers
        self._own: MutableMapping[object, Pools] = weakref.WeakKeyDictionary()
        self._closed = False

    async def send(self, call: Call[T]) -> T:
        """Make a call.

        Raises:
            ClientClosedError: after `close`.
        """
        self._check_open()
        with _Attempts(call, self._config, self.servers) as attempts:
            request = attempts.outgoing
            while True:
                try:
                    with self._client() as client:
                        response = await client.send(
                            request.build(client, own_client=self._given is None),
                            stream=call.stream,
                            follow_redirects=request.follow_redirects,
                        )
                except httpx.TransportError as error:
                    pause = attempts.after_error(error)
                    if pause is None:
                        raise
                else:
                    pause = attempts.after_response(response)
                    if pause is None:
                        return await self._read(call, response)
                    await response.aclose()
                await eventloop.sleep(pause)

    def speaks_to_rushes(self, server_url: str | None) -> bool:
        """Tell whether the server, ours if None, is known to be Rushes' service."""
        return self.servers.is_rushes((server_url or self._config.base_url).rstrip("/"))

    def configured(self, config: SDKConfiguration) -> AsyncTransport:
        """Return a transport of other settings that borrows the connections of this one."""
        return AsyncTransport(config, self._given, self.servers, self)

    async def close(self) -> None:
        """Refuse further calls and release our own connections; a given client stays open."""
        self._closed = True
        own = self._own.pop(eventloop.running(), None)
        if own is not None:
            await own.close()

    def _check_open(self) -> None:
        if self._closed:
            raise ClientClosedError("This client is closed; make a new OpenRouter")

    @contextlib.contextmanager
    def _client(self) -> Iterator[AsyncHttpClient]:
        self._check_open()
        if self._lender is not None:
            with self._lender._client() as lent:
                yield lent
            return
        if self._given is not None:
            yield self._given
            return
        # Connections belong to the loop they were opened in.
        loop = eventloop.running()
        if loop not in self._own:
            self._own[loop] = Pools()
        with self._own[loop].one() as client:
            yield cast("AsyncHttpClient", client)

    async def _read(self, call: Call[T], response: httpx.Response) -> T:
        if not call.stream or call.is_wanted(response):
            return call.read(response)
        body = bytearray()
        try:
            async for chunk in response.aiter_bytes():
                body += chunk
                if len(body) >= LONGEST_ERROR_BODY:
                    break
        except httpx.TransportError:
            pass  # what arrived of an error is better than the failure to read the rest
        finally:
            await response.aclose()
        raise responses.failure(_finished(response, bytes(body[:LONGEST_ERROR_BODY])))


def _finished(response: httpx.Response, body: bytes) -> httpx.Response:
    """Return a response like the streamed one, with the body in it."""
    headers = response.headers.copy()
    for name in ("content-encoding", "content-length", "transfer-encoding"):
        headers.pop(name, None)
    return httpx.Response(
        response.status_code, headers=headers, content=body, request=response.request
    )
