"""Adds CORS headers and a request id to every response; crashes are logged under that id."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger("rushes.http")

VERSION = "X-Rushes-Version"
_ADDED = "rushes.headers"  # of a scope

# The original's headers, and those that matter only here.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "X-Generation-Id,X-Provider-Name,request-id,X-Rushes-Version,Idempotent-Replayed,"
        "Retry-After,ETag,Content-Range,X-RateLimit-Limit,X-RateLimit-Remaining,X-RateLimit-Reset"
    ),
}
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET,OPTIONS,PATCH,DELETE,POST,PUT",
    "Access-Control-Allow-Headers": (
        "Authorization,Content-Type,HTTP-Referer,Idempotency-Key,Prefer,Range,If-Range,User-Agent,"
        "X-OpenRouter-Categories,X-OpenRouter-Title,X-Session-Id,X-Title"
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


def new_request_id() -> str:
    # No secret. The system's generator would let another thread run, perhaps for long.
    return f"req-{random.getrandbits(96):024x}"


class Middleware:
    """Wraps the application: it sees every request first and every response last."""

    def __init__(
        self, app: ASGIApp, version: str, request_id: Callable[[], str] = new_request_id
    ) -> None:
        self._app = app
        self._new_id = request_id
        self._headers = fixed_headers(version)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            response = Response(status_code=204, headers=PREFLIGHT)
            response.raw_headers += self._headers
            await response(scope, receive, send)
            return
        if b"%2f" in scope["raw_path"].lower():
            scope = {**scope, "path": _path(scope["raw_path"])}
        request_id, answered = self._new_id(), False
        added = scope[_ADDED] = list[tuple[bytes, bytes]]()

        async def decorated(message: MutableMapping[str, Any]) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                own = (b"request-id", request_id.encode())
                message["headers"] = [*message["headers"], *added, *self._headers, own]
            await send(message)
            answered = message["type"] == "http.response.body" and not message.get("more_body")

        try:
            await self._app(scope, receive, decorated)
        except Exception:
            log.exception("request %s failed: %s %s", request_id, scope["method"], scope["path"])
            if not answered:
                raise  # cut off in the middle: the connection must not look healthy


def _path(raw_path: bytes) -> str:
    """Return a path in which encoded slashes stay encoded: they are of a segment, not between."""
    segments = raw_path.decode("latin-1").split("/")
    return "/".join(unquote(segment).replace("/", "%2F") for segment in segments)
