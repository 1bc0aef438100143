"""HTTP with a video API: what is sent once, what may be repeated, and who receives the key."""

from __future__ import annotations

import asyncio
import io
import logging
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp
from pydantic import SecretStr
from yarl import URL

from rushes.egress import misconfiguration, proxies_of_environment, proxy_options
from rushes.providers.base import BeforeSend, TransientError, UnknownOutcomeError, UnreachableError
from rushes.providers.openrouter_response import APIResponse
from rushes.providers.pre_send_hook import PreSendHookConnector, PreSendHookError
from rushes.providers.range_download import NETWORK_ERRORS, Part, reason
from rushes.url_guard import MAX_REDIRECTS, FetchError, check_url, guarded_request
from rushes.wire.tls import trust_of_environment
from rushes.wire.urls import base_url, join

CONNECT_TIMEOUT = 10.0  # seconds for name, connection and TLS together
READ_TIMEOUT = 30.0  # seconds for one request that may be repeated
MAX_SENDING = 256  # paid requests at once: each has a new connection, and accepting takes a while
OPEN_TIMEOUT = 120.0  # seconds until a video's first byte, redirects included

log = logging.getLogger("rushes.providers")

_REDIRECTS = {301, 302, 303, 307, 308}


class VideoApi:
    """HTTP with one service, whose API begins at `url`; only its origin ever receives the key.

    `stall` is the longest pause in a download, in seconds. Raises TrustError if the certificates
    that the environment names cannot be read.
    """

    def __init__(
        self, name: str, url: str, key: SecretStr, *, stall: float, allow_private: bool
    ) -> None:
        self._name = name
        self._url = base_url(url)
        self._origin = URL(self._url).origin()
        self._proxies = proxies_of_environment()
        # Of the environment, else the system's. Read now: what is wrong with it shows at the start.
        trusted = trust_of_environment() if self._origin.scheme == "https" else None
        self._trust: ssl.SSLContext | bool = trusted or True
        self._logged = ""
        self._key = key
        self._streaming = aiohttp.ClientTimeout(connect=CONNECT_TIMEOUT, sock_read=stall)
        self._allow_private = allow_private
        self._session: aiohttp.ClientSession | None = None
        self._sending = asyncio.Semaphore(MAX_SENDING)

    async def send_once(
        self, path: str, body: bytes, key: str, before_send: BeforeSend, limit: float
    ) -> APIResponse:
        """Post a request whose response must arrive within `limit` seconds of `before_send`.

        Raises UnreachableError before `before_send`, when nothing was sent, and UnknownOutcomeError
        after it. What `before_send` raises propagates.
        """
        loop = asyncio.get_running_loop()

        async def timed_hook() -> None:
            await before_send()
            clock.reschedule(loop.time() + limit)

        # aiohttp repeats a request that met a dead connection, unless it is a POST; and this one
        # has a new connection, which was alive when before_send returned.
        connector, target = PreSendHookConnector(timed_hook, self._trust), self._target(path)
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": key,
            **self._credentials(),
        }
        try:
            async with (
                self._sending,
                asyncio.timeout(None) as clock,
                _session(connector, None) as session,
                session.post(
                    target,
                    data=io.BytesIO(body),
                    headers=headers,
                    allow_redirects=False,
                    **proxy_options(self._proxies, target),
                ) as response,
            ):
                return await self._read(response)
        except PreSendHookError as stopped:
            raise stopped.reason from None
        except Exception as error:
            if connector.passed:
                raise UnknownOutcomeError(f"no response arrived: {self._reason(error)}") from error
            if isinstance(error, NETWORK_ERRORS):
                message = f"{self._name} could not be reached: {self._reason(error)}"
                raise UnreachableError(message) from error
            raise

    async def request(self, method: str, path: str) -> APIResponse:
        """Send a request that may be repeated; raises TransientError."""
        try:
            try:
                return await self._request(method, path)
            except aiohttp.ServerDisconnectedError:
                # A kept connection had died, after which aiohttp itself repeats only a GET.
                return await self._request(method, path)
        except NETWORK_ERRORS as error:
            message = f"{self._name} could not be reached: {self._reason(error)}"
            raise TransientError(message) from error

    async def open_video(
        self, path: str, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        return await self._follow(self._target(path), part, stack, with_key=True)

    async def open_signed(
        self, url: str, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        """Open a URL that the service gave, which needs no key."""
        try:
            target = URL(url)
        except ValueError as error:
            raise TransientError("The video cannot be fetched: its URL is invalid") from error
        return await self._follow(target, part, stack, with_key=False)

    async def read(self, response: aiohttp.ClientResponse) -> APIResponse:
        """Read a response to its end; raises TransientError."""
        try:
            async with asyncio.timeout(READ_TIMEOUT):
                return await self._read(response)
        except NETWORK_ERRORS as error:
            message = f"The response of {self._name} was interrupted: {self._reason(error)}"
            raise TransientError(message) from error

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    def _reason(self, error: Exception) -> str:
        text = reason(error)
        # What only the operator can mend would otherwise be seen by callers alone.
        if misconfiguration(error) and text != self._logged:
            log.warning("%s (%s) could not be reached: %s", self._name, self._origin, text)
            self._logged = text
        return text

    async def _request(self, method: str, path: str) -> APIResponse:
        target = self._target(path)
        async with self._kept().request(
            method,
            target,
            headers=self._credentials(),
            allow_redirects=False,
            **proxy_options(self._proxies, target),
        ) as response:
            return await self._read(response)

    async def _read(self, response: aiohttp.ClientResponse) -> APIResponse:
        self._logged = ""
        return await APIResponse.read(response, self._key.get_secret_value())

    async def _follow(
        self, target: URL, part: Part, stack: AsyncExitStack, *, with_key: bool
    ) -> aiohttp.ClientResponse:
        """Open a URL and follow its redirects, without the key; other origins are guarded."""
        try:
            async with asyncio.timeout(OPEN_TIMEOUT):
                return await self._opened(target, part, stack, with_key=with_key)
        except FetchError as error:
            raise TransientError(f"The video cannot be fetched: {error}") from error
        except NETWORK_ERRORS as error:
            raise TransientError(f"The video cannot be fetched: {self._reason(error)}") from error

    async def _opened(
        self, target: URL, part: Part, stack: AsyncExitStack, *, with_key: bool
    ) -> aiohttp.ClientResponse:
        headers = {"Accept": "video/mp4", "Accept-Encoding": "identity", **part.headers}
        for _ in range(MAX_REDIRECTS + 1):
            sent = {**headers, **self._credentials()} if with_key else headers
            response = await stack.enter_async_context(self._get(target, sent))
            if response.status not in _REDIRECTS or "Location" not in response.headers:
                return response
            target, with_key = target.join(URL(response.headers["Location"])), False
        raise FetchError(f"it is redirected more than {MAX_REDIRECTS} times")

    @asynccontextmanager
    async def _get(
        self, target: URL, headers: dict[str, str]
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        options: dict[str, Any] = {"headers": headers, "allow_redirects": False}
        options["timeout"] = self._streaming
        if target.origin() == self._origin:
            options |= proxy_options(self._proxies, target)
            async with self._kept().get(target, **options) as response:
                yield response
            return
        private = self._allow_private
        check_url(str(target), allow_private=private)
        async with guarded_request(
            "GET", target, self._proxies, allow_private=private, **options
        ) as response:
            yield response

    def _target(self, path: str) -> URL:
        return URL(join(self._url, path), encoded=True)

    def _credentials(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key.get_secret_value()}"}

    def _kept(self) -> aiohttp.ClientSession:
        # Made on first use: aiohttp wants a running loop.
        if self._session is None:
            # No limit: jobs in flight are bounded already; a download must not keep polls waiting.
            self._session = _session(aiohttp.TCPConnector(limit=0, ssl=self._trust), READ_TIMEOUT)
        return self._session


def _session(connector: aiohttp.TCPConnector, total: float | None) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": "rushes"},
        timeout=aiohttp.ClientTimeout(total=total, connect=CONNECT_TIMEOUT),
    )
