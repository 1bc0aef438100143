"""From a call and a configuration to a request; no I/O but the key function of the caller."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import httpx

from rushes.sdk._version import USER_AGENT
from rushes.sdk.config import Secret, checked_address

if TYPE_CHECKING:
    from rushes.sdk._endpoints import Call
    from rushes.sdk.config import SDKConfiguration

CONNECT_TIMEOUT = 5.0
_PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
_SENDABLE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*").fullmatch


def _url(written: str) -> httpx.URL:
    try:
        return httpx.URL(written)
    except httpx.InvalidURL:
        # What is wrong with it stays unsaid, since that may be a secret part of it.
        raise ValueError("The request URL is invalid") from None


# Reading an address takes httpx as long as all else of a request, and jobs are polled many times.
_known_url = lru_cache(maxsize=256)(_url)


class Outgoing(NamedTuple):
    """A request ready to be built by either kind of client."""

    method: str
    url: str
    headers: dict[str, str]
    content: bytes | None
    timeout: httpx.Timeout
    timeout_is_asked: bool
    longest: float
    follow_redirects: bool
    is_anonymous: bool

    def build(self, client: Any, *, own_client: bool) -> httpx.Request:
        """Build the request; a client of the caller keeps its own timeouts unless one was asked."""
        from rushes.sdk import _redirects

        address = _url(self.url) if self.is_anonymous else _known_url(self.url)  # signed: not kept
        if own_client and not client.cookies:
            # Ours has no other defaults that would have to be merged.
            return httpx.Request(
                self.method,
                address,
                content=self.content,
                headers=dict(client.headers.items()) | self.headers,
                extensions={"timeout": self.timeout.as_dict()},
            )
        keep = not own_client and not self.timeout_is_asked
        request: httpx.Request = client.build_request(
            self.method,
            self.url,
            content=self.content,
            headers=self.headers,
            timeout=httpx.USE_CLIENT_DEFAULT if keep else self.timeout,
        )
        if keep and self.longest < math.inf:
            request.extensions["timeout"] = _capped(request.extensions["timeout"], self.longest)
        if self.is_anonymous:
            # What a client of the caller adds by itself is meant for the service, too.
            _redirects.strip(request)
        return request


def base_url_of(call: Call[Any], config: SDKConfiguration) -> str:
    """Return the address of the server that a call is for."""
    given = call.options.server_url
    return (_checked(given, "server_url") if given else config.base_url).rstrip("/")


_checked = lru_cache(maxsize=64)(checked_address)


def outgoing(call: Call[Any], config: SDKConfiguration) -> Outgoing:
    """Prepare a call.

    Raises:
        MissingAPIKeyError: the call needs a key and there is none.
        ValueError: the key, a header, the address or the timeout cannot be used as it is.
    """
    options = call.options
    asked = config.timeout_ms if options.timeout_ms is None else options.timeout_ms
    if asked is not None and asked <= 0:
        raise ValueError("timeout_ms must be positive")
    return Outgoing(
        method=call.method,
        url=call.address or base_url_of(call, config) + call.path,
        headers=_headers(call, config),
        content=call.body,
        timeout=_timeout(call, asked),
        timeout_is_asked=asked is not None,
        longest=call.longest,
        # httpx would repeat a redirected POST as a GET.
        follow_redirects=call.method == "GET",
        is_anonymous=call.address is not None,
    )


def _timeout(call: Call[Any], asked: int | None) -> httpx.Timeout:
    if asked is not None:
        return httpx.Timeout(min(asked / 1000, call.longest))
    connect = min(CONNECT_TIMEOUT, call.longest)
    return httpx.Timeout(min(call.read_timeout, call.longest), connect=connect)


def _capped(timeouts: dict[str, float | None], longest: float) -> dict[str, float | None]:
    return {
        phase: longest if seconds is None else min(seconds, longest)
        for phase, seconds in timeouts.items()
    }


def _headers(call: Call[Any], config: SDKConfiguration) -> dict[str, str]:
    """Return the headers, their names in lower case."""
    options = call.options
    headers = {"accept": call.accept, "user-agent": USER_AGENT}
    if call.stream:
        # A video does not shrink, and sizes and ranges should be those of the file.
        headers["accept-encoding"] = "identity"
    if call.body is not None:
        headers["content-type"] = "application/json"
    for name, value in (
        ("http-referer", options.http_referer or config.http_referer),
        ("x-openrouter-title", options.x_open_router_title or config.x_open_router_title),
        (
            "x-openrouter-categories",
            options.x_open_router_categories or config.x_open_router_categories,
        ),
    ):
        if value:
            headers[name] = quote(value, safe=_PRINTABLE)
    headers.update(call.headers)
    if call.address is not None:
        return headers
    if options.http_headers:
        # httpx.Headers ignores case, so a header given by the caller replaces ours.
        headers.update(httpx.Headers(options.http_headers))
    if "authorization" not in headers:
        _authorize(headers, call, config)
    else:
        headers["authorization"] = Secret(headers["authorization"])
    for name, value in headers.items():
        if not _SENDABLE(value):
            raise ValueError(f"The header {name!r} has characters that cannot be sent")
    return headers


def _authorize(headers: dict[str, str], call: Call[Any], config: SDKConfiguration) -> None:
    key = config.key()
    if key is None:
        if call.needs_key:
            raise _missing_key(config)
        return
    if not (key.isascii() and key.isprintable()):
        raise ValueError("The API key has characters that cannot be sent")
    bearer = key.lower().startswith("bearer ")
    headers["authorization"] = key if bearer else Secret(f"Bearer {key}")


def _missing_key(config: SDKConfiguration) -> Exception:
    from rushes.sdk.errors import MissingAPIKeyError

    if callable(config.api_key):
        return MissingAPIKeyError("No API key: the function given as api_key returned none")
    return MissingAPIKeyError()
