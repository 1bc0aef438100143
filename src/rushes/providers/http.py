"""HTTP with an upstream: what is sent once, what may be repeated, and who receives the key."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import os
import re
import ssl
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr
from yarl import URL

from rushes import tracing
from rushes.egress import misconfiguration, proxies_of_environment, proxy_options
from rushes.outages import Outage
from rushes.providers.answer import MAX_BODY, Answer
from rushes.providers.base import BeforeSend, TransientError, UnknownOutcomeError, UnreachableError
from rushes.providers.pre_send_hook import PreSendHookConnector, PreSendHookError
from rushes.providers.range_download import NETWORK_ERRORS, Part, reason
from rushes.url_check import FetchError, check_url
from rushes.url_guard import MAX_REDIRECTS, guarded_request
from rushes.wire.environment import variable
from rushes.wire.tls import trust_of_environment
from rushes.wire.urls import base_url, join

CONNECT_TIMEOUT = 10.0  # seconds for name, connection and TLS together
READ_TIMEOUT = 30.0  # seconds for one request that may be repeated
MAX_SENDING = 256  # paid requests at once: each has a new connection, and accepting takes a while
OPEN_TIMEOUT = 120.0  # seconds until a video's first byte, redirects included

log = logging.getLogger("rushes.providers")

_REDIRECTS = {301, 302, 303, 307, 308}
_SECRET = re.compile(r"key|token|secret|sig|code", re.IGNORECASE).search


@dataclass(frozen=True)
class Call:
    """One request: a path below the API's base URL, and at most one of the bodies.

    `form` becomes a multipart form. `headers` are beside the credentials.
    `base` is another base URL of the same API, as of a region. A request that may be repeated must
    be answered within `timeout` seconds.
    """

    method: str
    path: str
    json: Any = None
    form: Sequence[FormField] = ()
    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    base: str | None = None
    timeout: float = READ_TIMEOUT

    def packed(self) -> Call:
        """Return the same with its JSON written."""
        if self.json is None:
            return self
        return replace(self, json=None, body=json.dumps(self.json, separators=(",", ":")).encode())

    def encoded(self) -> tuple[Any, dict[str, str]]:
        """Return the body as aiohttp takes it, and the headers."""
        headers = dict(self.headers)
        if self.form:
            form = aiohttp.FormData(default_to_multipart=True)
            for part in self.form:
                form.add_field(
                    part.name, part.payload, filename=part.filename, content_type=part.content_type
                )
            return form, headers
        if self.json is None and self.body is None:
            return None, headers
        headers.setdefault("Content-Type", "application/json")
        return io.BytesIO(self.packed().body or b""), headers


@dataclass(frozen=True)
class FormField:
    """One field of a form; a file if it has a name."""

    name: str
    value: str | bytes
    filename: str | None = None
    content_type: str | None = None

    @property
    def payload(self) -> str | bytes | io.BytesIO:
        """The value as aiohttp wants it, which warns of a file that is not a stream."""
        is_file = self.filename is not None and isinstance(self.value, bytes)
        return io.BytesIO(self.value) if is_file else self.value  # type: ignore[arg-type]


class UpstreamApi:
    """HTTP with one API, whose URLs begin with `url`; only its origin ever receives credentials.

    `credentials` returns the headers that authorize a request, `secrets` what must not be repeated
    in a message. `stall` is the longest pause in a download, in seconds. Raises TrustError if the
    certificates that the environment names cannot be read.
    """

    def __init__(
        self,
        name: str,
        url: str,
        credentials: Callable[[], Mapping[str, str]],
        *,
        secrets: Sequence[SecretStr] = (),
        stall: float = 30.0,
        allow_private: bool = False,
        answers: type[Answer] = Answer,
    ) -> None:
        self._name = name
        self._url = base_url(url)
        self.origin = URL(self._url).origin()
        self._proxies = proxies_of_environment()
        # Of the environment, else the system's. Read now: what is wrong with it shows at the start.
        trusted = _trust() if self.origin.scheme == "https" else None
        self._trust: ssl.SSLContext | bool = trusted or True
        self._logged = ""
        self._outage = Outage(log, "provider", f"provider {name}")
        self._credentials = credentials
        self._secrets = [secret.get_secret_value() for secret in secrets]
        # Some gateways take their key in the query.
        query = URL(self._url).query
        self._secrets += [value for name, value in query.items() if _SECRET(name)]
        self._streaming = aiohttp.ClientTimeout(connect=CONNECT_TIMEOUT, sock_read=stall)
        self._allow_private = allow_private
        self._answers = answers
        self._session: aiohttp.ClientSession | None = None
        self._sending = asyncio.Semaphore(MAX_SENDING)

    async def send_once(self, call: Call, before_send: BeforeSend, limit: float) -> Answer:
        """Send a request whose response must arrive within `limit` seconds of `before_send`.

        Raises UnreachableError before `before_send`, when nothing was sent, and UnknownOutcomeError
        after it. What `before_send` raises propagates.
        """
        loop = asyncio.get_running_loop()

        async def timed_hook() -> None:
            await before_send()
            clock.reschedule(loop.time() + limit)

        # aiohttp repeats a request that met a dead connection, unless it is a POST; and this one
        # has a new connection, which was alive when before_send returned.
        connector = PreSendHookConnector(timed_hook, self._trust)
        target = self._target(call.path, call.base)
        data, headers = call.encoded()
        try:
            async with (
                self._sending,
                asyncio.timeout(None) as clock,
                _session(connector, None) as session,
                session.request(
                    call.method,
                    target,
                    data=data,
                    headers={**headers, **tracing.provider_headers(), **self._credentials()},
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

    async def request(self, call: Call, limit: int = MAX_BODY) -> Answer:
        """Send a request that may be repeated; read `limit` bytes of its answer.

        Raises TransientError.
        """
        try:
            try:
                return await self._request(call, limit)
            except aiohttp.ServerDisconnectedError:
                # A kept connection had died, after which aiohttp itself repeats only a GET.
                return await self._request(call, limit)
        except NETWORK_ERRORS as error:
            message = f"{self._name} could not be reached: {self._reason(error)}"
            raise TransientError(message) from error

    async def stream(self, call: Call, stack: AsyncExitStack) -> aiohttp.ClientResponse:
        """Send a request that may be repeated, whose answer may be as long as a video.

        Raises TransientError.
        """
        try:
            sent = self._sent(call, self._streaming)
            return await stack.enter_async_context(sent)
        except NETWORK_ERRORS as error:
            message = f"{self._name} could not be reached: {self._reason(error)}"
            raise TransientError(message) from error

    async def open_video(
        self, path: str, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        """Open a video below the base URL, with credentials."""
        return await self._follow(self._target(path), part, stack, with_key=True)

    async def open_signed(
        self, url: str, part: Part, stack: AsyncExitStack
    ) -> aiohttp.ClientResponse:
        """Open a URL that the upstream gave, which needs no credentials."""
        try:
            target = URL(url)
        except ValueError as error:
            raise TransientError("The video cannot be fetched: its URL is invalid") from error
        return await self._follow(target, part, stack, with_key=False)

    async def send_signed(self, url: str, call: Call) -> Answer:
        """Send a request that may be repeated to a URL that the upstream gave, without credentials.

        The URL is instead of the call's path. Raises TransientError.
        """
        private = self._allow_private
        data, headers = call.encoded()
        try:
            async with guarded_request(
                call.method,
                check_url(url, allow_private=private),
                self._proxies,
                allow_private=private,
                data=data,
                headers=headers,
                allow_redirects=False,
            ) as response:
                return await self._read(response)
        except FetchError as error:
            raise TransientError(f"{self._name} gave a URL that is refused: {error}") from error
        except NETWORK_ERRORS as error:
            message = f"{self._name} gave a URL that does not work: {self._reason(error)}"
            raise TransientError(message) from error

    async def read(self, response: aiohttp.ClientResponse) -> Answer:
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
        self._outage.failed(text)
        # What only the operator can mend would otherwise be seen by callers alone.
        if misconfiguration(error) and text != self._logged:
            log.warning("%s (%s) could not be reached: %s", self._name, self.origin, text)
            self._logged = text
        return text

    async def _request(self, call: Call, limit: int) -> Answer:
        # A long answer may take its time, but not pause.
        timeout = aiohttp.ClientTimeout(
            total=call.timeout, connect=CONNECT_TIMEOUT, sock_read=READ_TIMEOUT
        )
        async with self._sent(call, timeout) as response:
            return await self._read(response, limit)

    def _sent(
        self, call: Call, timeout: aiohttp.ClientTimeout
    ) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        target = self._target(call.path, call.base)
        data, headers = call.encoded()
        return self._kept().request(
            call.method,
            target,
            data=data,
            headers={**headers, **tracing.provider_headers(), **self._credentials()},
            allow_redirects=False,
            timeout=timeout,
            **proxy_options(self._proxies, target),
        )

    async def _read(self, response: aiohttp.ClientResponse, limit: int = MAX_BODY) -> Answer:
        self._logged = ""
        if response.status < 500:
            self._outage.works()
        else:
            self._outage.failed(f"HTTP {response.status}")
        # A token that was got for the key is as secret.
        token = self._credentials().get("Authorization", "").rpartition(" ")[2]
        return await self._answers.read(response, [*self._secrets, token], limit)

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
        if target.origin() == self.origin:
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

    def _target(self, path: str, base: str | None = None) -> URL:
        return URL(join(base or self._url, path), encoded=True)

    def _kept(self) -> aiohttp.ClientSession:
        # Made on first use: aiohttp wants a running loop.
        if self._session is None:
            # No limit: jobs in flight are bounded already; a download must not keep polls waiting.
            self._session = _session(aiohttp.TCPConnector(limit=0, ssl=self._trust), READ_TIMEOUT)
        return self._session


def _trust() -> ssl.SSLContext | None:
    """Return what `trust_of_environment` does, the same one for all while its file is the same."""
    named = variable("SSL_CERT_FILE") or variable("SSL_CERT_DIR")
    try:
        changed_at = None if named is None else Path(named).stat().st_mtime_ns
    except OSError:  # or several folders
        return trust_of_environment()
    return _trust_of(named, changed_at, os.environ.get("SSLKEYLOGFILE"))


@lru_cache(maxsize=1)
def _trust_of(*_: object) -> ssl.SSLContext | None:
    # It takes some 30 ms to read all certificates, which would stop every request at a reload.
    return trust_of_environment()


def _session(connector: aiohttp.TCPConnector, total: float | None) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": "rushes"},
        timeout=aiohttp.ClientTimeout(total=total, connect=CONNECT_TIMEOUT),
    )
