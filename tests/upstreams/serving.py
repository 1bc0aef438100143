"""Serve a fake by uvicorn, on loopback."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import uvicorn

from tests.upstreams.base import Upstream

AnyUpstream = TypeVar("AnyUpstream", bound=Upstream)


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
        server = uvicorn.Server(config)
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
