"""Adds CORS headers and a request id to every response; crashes are logged under that id."""

from __future__ import annotations

import logging
import secrets
from collections.abc import MutableMapping
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

log = logging.getLogger("rushes.http")

VERSION = "X-Rushes-Version"

# The original's headers, and those that matter only here.
CORS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "X-Generation-Id,X-Provider-Name,request-id,X-Rushes-Version,Idempotent-Replayed,"
        "Retry-After,ETag,Content-Range"
    ),
}
PREFLIGHT = {
    **CORS,
    "Access-Control-Allow-Methods": "GET,OPTIONS,PATCH,DELETE,POST,PUT",
    "Access-Control-Allow-Headers": (
        "Authorization,Content-Type,HTTP-Referer,Idempotency-Key,Prefer,Range,If-Range,User-Agent,"
        "X-OpenRouter-Categories,X-OpenRouter-Title,X-Session-Id,X-Title"
    ),
}


class Middleware:
    """Wraps the application: it sees every request first and every response last."""

    def __init__(self, app: ASGIApp, version: str) -> None:
        self._app = app
        self._version = version
        # In the form of an ASGI message: these are added to every response.
        self._headers = [
            (name.lower().encode(), value.encode())
            for name, value in {**CORS, VERSION: version}.items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            headers = {**PREFLIGHT, VERSION: self._version}
            await Response(status_code=204, headers=headers)(scope, receive, send)
            return
        request_id, answered = f"req-{secrets.token_hex(12)}", False

        async def decorated(message: MutableMapping[str, Any]) -> None:
            nonlocal answered
            if message["type"] == "http.response.start":
                own = (b"request-id", request_id.encode())
                message["headers"] = [*message["headers"], *self._headers, own]
            await send(message)
            answered = message["type"] == "http.response.body" and not message.get("more_body")

        try:
            await self._app(scope, receive, decorated)
        except Exception:
            log.exception("request %s failed: %s %s", request_id, scope["method"], scope["path"])
            if not answered:
                raise  # cut off in the middle: the connection must not look healthy
