"""Serve a fake by uvicorn, on loopback."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import TypeVar

import uvicorn

from tests.upstreams.base import Upstream

AnyUpstream = TypeVar("AnyUpstream", bound=Upstream)


@contextlib.contextmanager
def running(upstream: AnyUpstream, port: int = 0) -> Iterator[tuple[AnyUpstream, str]]:
    """Serve a fake for as long as the block lasts; give it and the base URL of its clients."""
    with socket.create_server(("127.0.0.1", port), backlog=128) as bound:
        config = uvicorn.Config(
            upstream.app(), log_config=None, access_log=False, timeout_graceful_shutdown=2
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        origin = f"http://127.0.0.1:{bound.getsockname()[1]}"
        # Connections wait in the backlog until the server takes them.
        thread.start()
        try:
            yield upstream, origin + upstream.base_path
        finally:
            upstream.stopping.set()
            server.should_exit = True
            thread.join()
