"""Responses below the level of Starlette: connections that break, and videos sent in part."""

from __future__ import annotations

import asyncio
import re
import socket
import struct
import threading
from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

RST_ON_CLOSE = struct.pack("ii", 1, 0)  # SO_LINGER: on, without lingering
TRANSPORT = "tests.upstreams.transport"
Ending = Literal["", "truncated", "content-reset", "content-silent"]
_RANGE = re.compile(r"bytes=(\d+)-(\d*)")


def with_transport(app: ASGIApp) -> ASGIApp:
    """Let responses of an application reach the connection; uvicorn alone offers that."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            scope[TRANSPORT] = receive.__self__.transport  # type: ignore[attr-defined]
        await app(scope, receive, send)

    return wrapped


async def disconnected(receive: Receive, stopping: threading.Event) -> None:
    """Return when the client has gone, or the server stops."""
    waiting = asyncio.ensure_future(_gone(receive))
    while not waiting.done() and not stopping.is_set():
        await asyncio.wait([waiting], timeout=0.02)
    waiting.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class Reset(Response):
    """Reset the connection instead of answering."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport: asyncio.Transport = scope[TRANSPORT]
        if not transport.is_closing():  # the client may have gone first
            connection = transport.get_extra_info("socket")
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST_ON_CLOSE)
            transport.abort()
        await _gone(receive)


class Silence(Response):
    """Send nothing until the client has gone, or the server stops."""

    def __init__(self, stopping: threading.Event) -> None:
        super().__init__()
        self.stopping = stopping

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await disconnected(receive, self.stopping)
        await Reset()(scope, receive, send)


def garbage() -> Response:
    """Return a page instead of JSON, as a proxy in between would."""
    return Response("<html>It works</html>", 200, media_type="text/html")


@dataclass
class Video:
    """A response with a video, or the range of it that was asked for; `ending` cuts it in half."""

    data: bytes
    stopping: threading.Event
    ranges: bool = True
    ending: Ending = ""
    media_type: str = "video/mp4"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start, stop = self._range(Request(scope))
        total, length = len(self.data), max(0, stop - start)
        headers = {"Content-Type": self.media_type, "Content-Length": str(length)}
        if self.ranges:
            headers["Accept-Ranges"] = "bytes"
        status = 200
        if start >= total:
            status, headers["Content-Range"] = 416, f"bytes */{total}"
        elif length < total:
            status, headers["Content-Range"] = 206, f"bytes {start}-{stop - 1}/{total}"
        raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": raw})
        end = start + length // 2 if self.ending else stop
        body = self.data[start:end]
        await send({"type": "http.response.body", "body": body, "more_body": bool(self.ending)})
        if self.ending:
            await self._break(scope, receive, send)

    def _range(self, request: Request) -> tuple[int, int]:
        asked = _RANGE.fullmatch(request.headers.get("range", ""))
        if asked is None or not self.ranges:
            return 0, len(self.data)
        return int(asked[1]), min(len(self.data), int(asked[2] or len(self.data)) + 1)

    async def _break(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.ending == "truncated":
            scope[TRANSPORT].close()
            await _gone(receive)
        elif self.ending == "content-reset":
            await Reset()(scope, receive, send)
        else:
            await Silence(self.stopping)(scope, receive, send)
