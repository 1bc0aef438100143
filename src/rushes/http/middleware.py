"""Adds CORS headers and a request id to every response; crashes are logged under that id."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from urllib.parse import unquote

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes import logs, tracing
from rushes.http.access_log import ROUTE, ClientOf, Count, Exchange, sane_id

log = logging.getLogger("rushes.http")

VERSION = "X-Rushes-Version"
_ADDED = "rushes.headers"  # of a scope
_UNTRACED = nullcontext(tracing.NO_SPAN)

# The original's headers, and those that matter only here.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "X-Generation-Id,X-Provider-Name,request-id,X-Request-Id,X-Rushes-Version,Idempotent-Replayed,"
        "Retry-After,ETag,Content-Range,X-RateLimit-Limit,X-RateLimit-Remaining,X-RateLimit-Reset"
    ),
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET,OPTIONS,PATCH,DELETE,POST,PUT",
    "Access-Control-Allow-Headers": (
        "Authorization,Content-Type,HTTP-Referer,Idempotency-Key,Prefer,Range,If-Range,User-Agent,"
        "X-OpenRouter-Categories,X-OpenRouter-Title,X-Request-Id,X-Session-Id,X-Title,traceparent"
    ),
}


def add_headers(scope: Scope, headers: Mapping[str, str]) -> None:
    """Add headers to the response of a request, whatever it will be."""
    added = scope.setdefault(_ADDED, [])
    added += [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def fixed_headers(version: str) -> list[tuple[bytes, bytes]]:
    """Return what every response has, in the form of an ASGI message."""
    headers = {**CORS, VERSION: version, "X-Content-Type-Options": "nosniff"}
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def new_request_id(_path: str = "") -> str:
    # No secret. The system's generator would let another thread run, perhaps for long.
    return f"req-{random.getrandbits(96):024x}"


class Middleware:
    """Wraps the application: it sees every request first and every response last.

    `client_of` returns the address of a client for the log; without it none is logged. `count` is
    called when a response begins.
    """

    def __init__(
        self,
        app: ASGIApp,
        version: str,
        request_id: Callable[[str], str] = new_request_id,
        client_of: ClientOf | None = None,
        count: Count = lambda scope, start, seconds: None,
    ) -> None:
        self._app = app
        self._new_id = request_id
        self._headers = fixed_headers(version)
        self._client_of = client_of
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            response = Response(status_code=204, headers=PREFLIGHT)
            response.raw_headers += self._headers
            self._count(scope, {"status": response.status_code, "headers": ()}, 0.0)
            await response(scope, receive, send)
            return
        if b"%2f" in scope["raw_path"].lower():
            scope = {**scope, "path": _path(scope["raw_path"])}
        given, parent = _given(scope["headers"])
        request_id = given or self._new_id(scope["path"])
        own = request_id.encode()
        headers = [*self._headers, (b"request-id", own), (b"x-request-id", own)]
        added = scope[_ADDED] = list[tuple[bytes, bytes]]()
        exchange = Exchange(scope, send, headers, added, self._count)
        with logs.context(request_id=request_id), _traced(scope, parent) as span:
            try:
                await self._app(scope, receive, exchange.send)
            except Exception:
                log.exception("request failed: %s %s", scope["method"], scope.get(ROUTE, ""))
                if not exchange.is_complete:
                    raise  # cut off in the middle: the connection must not look healthy
            finally:
                exchange.end(span, self._client_of)


def _given(headers: Iterable[tuple[bytes, bytes]]) -> tuple[str | None, str | None]:
    """Return the request id and the traceparent that a caller sent."""
    request_id = parent = None
    for name, value in headers:
        if name == b"x-request-id":
            request_id = sane_id(value)
        elif name == b"traceparent":
            parent = tracing.parsed(value)
    return request_id, parent


def _traced(scope: Scope, parent: str | None) -> AbstractContextManager[tracing.Span]:
    """Begin the span of a request: of one that is part of a trace, or that changes something."""
    is_traced = parent is not None or (tracing.is_on() and scope["method"] not in {"GET", "HEAD"})
    if not is_traced:
        return _UNTRACED
    attributes = {"http.request.method": scope["method"], "url.scheme": scope["scheme"]}
    return tracing.span(scope["method"], "server", parent=parent, attributes=attributes)


def _path(raw_path: bytes) -> str:
    """Return a path in which encoded slashes stay encoded: they are of a segment, not between."""
    segments = raw_path.decode("latin-1").split("/")
    return "/".join(unquote(segment).replace("/", "%2F") for segment in segments)
