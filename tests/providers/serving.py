"""Small HTTP servers whose every answer a test decides."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(*routes: tuple[str, str, Answering]) -> AsyncIterator[str]:
    """Serve routes on a free port; give the address."""
    app = web.Application()
    for method, path, answer in routes:
        app.router.add_route(method, path, answer)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")


def answers(
    status: int = 200, body: Any = None, *, error: str = "", headers: dict[str, str] | None = None
) -> Answering:
    """Return what answers each request with the same JSON, or with an error's envelope."""
    shown = {"error": {"code": status, "message": error}} if error else body

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, text=json.dumps(shown), headers=headers)

    return answer
