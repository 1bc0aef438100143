"""From a call and a configuration to a request; no I/O except the key function of the caller."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import httpx

from rushes.sdk._scalars import number
from rushes.sdk.config import Secret, checked_url
from rushes.wire.urls import join

if TYPE_CHECKING:
    from rushes.sdk._endpoints import APICall
    from rushes.sdk.config import SDKConfiguration

CONNECT_TIMEOUT = 5.0
_PRINTABLE = "".join(map(chr, range(0x20, 0x7F)))
_SENDABLE = re.compile(r"[^\x00-\x08\x0a-\x1f\x7f]*").fullmatch


def _url(written: str) -> httpx.URL:
    try:
        return httpx.URL(written)
    except httpx.InvalidURL:
        # What is wrong with it is left out: that may be a secret part of it.
        raise ValueError("The request URL is invalid") from None


# Parsing a URL takes httpx as long as the rest of a request, and jobs are polled many times.
_known_url = lru_cache(maxsize=256)(_url)


class PreparedRequest(NamedTuple):
    method: str
    url: str
    headers: dict[str, str]
    content: bytes | None
    timeout: httpx.Timeout
    has_own_timeout: bool  # from the caller
    timeout_cap: float
    follow_redirects: bool
    is_anonymous: bool

    def build(self, client: Any, *, own_client: bool) -> httpx.Request:
        from rushes.sdk import _redirects

        # A signed URL is used once, and is a secret that should not be kept.
        url = _url(self.url) if self.is_anonymous else _known_url(self.url)
        if own_client and not client.cookies:
            # Our client has no other defaults that would have to be merged.
            return httpx.Request(
                self.method,
                url,
                content=self.content,
                headers=dict(client.headers.items()) | self.headers,
                extensions={"timeout": self.timeout.as_dict()},
            )
        # A client of the caller keeps its own timeouts unless the caller asked for one.
        keep = not own_client and not self.has_own_timeout
        request: httpx.Request = client.build_request(
            self.method,
            self.url,
            content=self.content,
            headers=self.headers,
            timeout=httpx.USE_CLIENT_DEFAULT if keep else self.timeout,
        )
        if keep and self.timeout_cap < math.inf:
            request.extensions["timeout"] = _capped(request.extensions["timeout"], self.timeout_cap)
        if self.is_anonymous:
            # What a client of the caller adds by itself is meant for the service only.
            _redirects.strip(request)
        return request


def base_url_of(given: str | None, config: SDKConfiguration) -> str:
    return _checked(given, "server_url") if given and given.strip() else config.base_url


_checked = lru_cache(maxsize=64)(checked_url)


def prepare(
    call: APICall[Any], config: SDKConfiguration, *, may_lack_key: bool = False
) -> PreparedRequest:
    options = call.options
    timeout_ms: float | None = (
        config.timeout_ms if options.timeout_ms is None else options.timeout_ms
    )
    if timeout_ms is not None and (timeout_ms := number("timeout_ms", timeout_ms)) <= 0:
        raise ValueError("timeout_ms must be positive")
    return PreparedRequest(
        method=call.method,
        url=call.absolute_url or join(base_url_of(options.server_url, config), call.path),
        headers=_headers(call, config, may_lack_key=may_lack_key),
        content=call.body,
        timeout=_timeout(call, timeout_ms),
        has_own_timeout=timeout_ms is not None,
        timeout_cap=call.timeout_cap,
        # httpx would repeat a redirected POST as a GET.
        follow_redirects=call.method == "GET",
        is_anonymous=call.absolute_url is not None,
    )


def _timeout(call: APICall[Any], timeout_ms: float | None) -> httpx.Timeout:
    if timeout_ms is not None:
        return httpx.Timeout(min(timeout_ms / 1000, call.timeout_cap))
    connect = min(CONNECT_TIMEOUT, call.timeout_cap)
    return httpx.Timeout(min(call.read_timeout, call.timeout_cap), connect=connect)


def _capped(timeouts: dict[str, float | None], cap: float) -> dict[str, float | None]:
    return {
        phase: cap if seconds is None else min(seconds, cap) for phase, seconds in timeouts.items()
    }


def _headers(call: APICall[Any], config: SDKConfiguration, *, may_lack_key: bool) -> dict[str, str]:
    options = call.options
    headers = {"accept": call.accept, "user-agent": config.user_agent}
    if call.stream:
        # Video does not compress, and sizes and ranges should be those of the file.
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
    if call.absolute_url is not None:
        return headers
    if options.http_headers:
        # httpx.Headers has lower-case names, so a header given by the caller replaces ours.
        headers.update(httpx.Headers(options.http_headers))
    if "authorization" not in headers:
        _authorize(headers, config, needs_key=call.needs_key and not may_lack_key)
    else:
        headers["authorization"] = Secret(headers["authorization"])
    for name, value in headers.items():
        if not _SENDABLE(value):
            raise ValueError(f"The header {name!r} has characters that cannot be sent")
    return headers


def _authorize(headers: dict[str, str], config: SDKConfiguration, *, needs_key: bool) -> None:
    key = config.key()
    if key is None:
        if needs_key:
            from rushes.sdk.errors import MissingAPIKeyError

            reason = ("No API key: the function given as api_key returned None",)
            raise MissingAPIKeyError(*(reason if callable(config.api_key) else ()))
        return
    if not (key.isascii() and key.isprintable()):
        raise ValueError("The API key has characters that cannot be sent")
    bearer = key.lower().startswith("bearer ")
    headers["authorization"] = key if bearer else Secret(f"Bearer {key}")
