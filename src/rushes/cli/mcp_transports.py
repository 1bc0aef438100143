"""How agents reach the tools: over stdin and stdout, or over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import threading
from collections.abc import AsyncIterator, Callable
from typing import Any, cast

import anyio
import uvicorn
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server
from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.app import check_address
from rushes.http.auth import allowed_origins, identify, require_own_client, require_own_origin
from rushes.http.errors import ApiError, envelope
from rushes.keys.verification import Keys, check_keys
from rushes.outages import Repeated
from rushes.server import bound_socket, server_config, url_of
from rushes.settings import Settings

PATH = "/mcp"
BLOCK = 65536  # bytes that are read at once
MOST_WAIT = 2  # seconds for calls in progress, once the server stops; their videos are made anyway
STDIN = 0
log = logging.getLogger("rushes.mcp")


def serve_stdio(server: Server[Any]) -> None:
    """Serve one client until it closes stdin. A signal raises KeyboardInterrupt."""

    async def run() -> None:
        end = cast("asyncio.Task[None]", asyncio.current_task()).cancel
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, end)
        # Only iterated over, as a file would be; reading it can be cancelled.
        stdin = cast("anyio.AsyncFile[str]", _lines(STDIN))
        async with stdio_server(stdin) as (received, sent):
            await server.run(received, sent, server.create_initialization_options())

    try:
        asyncio.run(run())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _lines(descriptor: int) -> AsyncIterator[str]:
    """Yield the lines of a file.

    A thread that blocks in a read would keep the process from ending, so it is one that need not
    end first.
    """
    loop = asyncio.get_running_loop()
    blocks: asyncio.Queue[bytes] = asyncio.Queue()

    def read() -> None:
        with contextlib.suppress(RuntimeError):  # the loop has ended
            block = b"start"
            while block:
                try:
                    block = os.read(descriptor, BLOCK)
                except OSError:
                    block = b""
                loop.call_soon_threadsafe(blocks.put_nowait, block)

    threading.Thread(target=read, name="rushes-stdin", daemon=True).start()
    rest = b""
    while block := await blocks.get():
        *lines, rest = (rest + block).split(b"\n")
        for line in lines:
            yield line.decode("utf-8", "replace")
    if rest:
        yield rest.decode("utf-8", "replace")


def serve_http(server: Server[Any], settings: Settings, on_ready: Callable[[str], None]) -> None:
    """Serve clients until interrupted; `on_ready` gets the URL."""
    with bound_socket(settings) as bound:
        config = server_config(
            http_app(server, settings), settings, timeout_graceful_shutdown=MOST_WAIT
        )
        bound.listen(config.backlog)
        on_ready(f"{url_of(bound)}{PATH}")
        _HttpServer(config).run([bound])


class _HttpServer(uvicorn.Server):
    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Clients keep streams open, which end here; nobody needs to be told of each.
        for name in ("uvicorn.error", "mcp"):
            logging.getLogger(name).setLevel(logging.CRITICAL)
        await super().shutdown(sockets)


def check_listening(settings: Settings) -> None:
    """Raise UnsafeAddressError for an address beyond this machine while no keys are configured."""
    check_keys(settings.api_keys)
    check_address(settings.host, needs_key=bool(settings.api_keys))


def http_app(server: Server[Any], settings: Settings) -> ASGIApp:
    """Return an application that serves those who may use it, at `PATH`."""
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        max_request_body_size=settings.max_body_bytes,
        # `_Guard` checks hosts and origins, as the API does.
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
    return _Guard(app, settings)


class _Guard:
    """Lets in who has a key, or while none is configured, whoever is on this machine."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._keys = Keys(settings.api_keys)
        self._origins = allowed_origins(settings)
        self._refused = Repeated(log, "key.refused")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                await self._check(Request(scope))
            except ApiError as error:
                await envelope(error)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _check(self, request: Request) -> None:
        if await self._keys.required():
            await identify(request, self._keys, self._refused)
        else:
            require_own_client(request)
            require_own_origin(request, self._origins)
