"""Serve a fake by uvicorn, on loopback."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import uvicorn

from tests.upstreams.base import Upstream

PAUSE = 0.005  # seconds

AnyUpstream = TypeVar("AnyUpstream", bound=Upstream)


class Server(uvicorn.Server):
    """Stops without uvicorn's pauses of tenths of a second, which add up in hundreds of tests."""

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            await asyncio.sleep(PAUSE)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                while state.connections or state.tasks:
                    await asyncio.sleep(PAUSE)
        for task in state.tasks:
            task.cancel()
        await self.lifespan.shutdown()


@contextlib.contextmanager
def running(
    upstream: AnyUpstream, port: int = 0, certificate: Path | None = None
) -> Iterator[tuple[AnyUpstream, str]]:
    """Serve a fake for as long as the block lasts; give it and the base URL of its clients.

    With a file of a certificate and its key, it is served by HTTPS.
    """
    with socket.create_server(("127.0.0.1", port), backlog=128) as bound:
        config = uvicorn.Config(
            upstream.app(),
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=2,
            ssl_certfile=certificate,
        )
        server = Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        scheme = "http" if certificate is None else "https"
        origin = f"{scheme}://127.0.0.1:{bound.getsockname()[1]}"
        # Connections wait in the backlog until the server takes them.
        thread.start()
        try:
            yield upstream, origin + upstream.base_path
        finally:
            upstream.stopping.set()
            server.should_exit = True
            thread.join()
