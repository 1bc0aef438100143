"""`/health`, `/ready` and `/metrics` of a process without the API, on a port of its own."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Mapping

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from rushes.hosts import LOOPBACK
from rushes.http.auth import require_own_origin
from rushes.http.errors import HANDLERS, ApiError
from rushes.http.figures import Figures
from rushes.http.health import health_response, ready_response
from rushes.http.metrics import exposition, has_token
from rushes.http.readiness import Look, Readiness, Watched
from rushes.settings import SettingError, Settings

MOST_REQUESTS = 64  # at once; one more gets a 503


def monitoring(watched: Watched, more: Mapping[str, Look], version: str) -> ASGIApp:
    """Return the application; `more` are the checks of this kind of process, by name."""
    readiness = Readiness(watched, more)
    figures = Figures(watched, readiness)

    async def health(_: Request) -> Response:
        return health_response(watched.router, version)

    async def ready(_: Request) -> Response:
        return ready_response(await readiness.problems(), version)

    async def metrics(request: Request) -> Response:
        token = watched.settings.metrics_token
        if token is None:
            require_own_origin(request, ())
        elif not has_token(request, token):
            raise ApiError(
                401,
                "/metrics needs RUSHES_METRICS_TOKEN as its bearer token",
                headers={"WWW-Authenticate": "Bearer"},
            )
        return await exposition(figures, watched.metrics)

    handlers: dict[str, Callable[[Request], Awaitable[Response]]] = {
        "/health": health,
        "/ready": ready,
        "/metrics": metrics,
    }
    return Starlette(
        routes=[Route(path, handler, methods=["GET"]) for path, handler in handlers.items()],
        exception_handlers=HANDLERS,
    )


@contextlib.asynccontextmanager
async def listening(app: ASGIApp, settings: Settings) -> AsyncIterator[str]:
    """Serve an application on the address for metrics while the block lasts; yield its URL.

    Raises SettingError for an address that cannot be used, or that others reach without a token.
    """
    host = settings.metrics_host
    check_metrics_host(settings)
    with _bound(host, settings.metrics_port or 0) as bound:
        server = _Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                lifespan="off",
                ws="none",
                server_header=False,
                limit_concurrency=MOST_REQUESTS,
                timeout_graceful_shutdown=1,
            )
        )
        serving = asyncio.create_task(server.serve(sockets=[bound]), name="rushes-monitoring")
        try:
            await server.ready.wait()
            port = bound.getsockname()[1]
            yield f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        finally:
            server.should_exit = True
            await serving


def check_metrics_host(settings: Settings) -> None:
    """Raise SettingError if anyone who reaches the address for metrics could read them."""
    host = settings.metrics_host
    if host not in LOOPBACK and settings.metrics_token is None:
        raise SettingError(
            "metrics_host",
            f"{host!r} can be reached from other machines; set metrics_token"
            f" (RUSHES_METRICS_TOKEN), or use one of {', '.join(sorted(LOOPBACK))}",
        )


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        try:
            await super().startup(sockets)
        finally:
            self.ready.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Leave signals to the process."""
        yield


@contextlib.contextmanager
def _bound(host: str, port: int) -> Generator[socket.socket, None, None]:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, port))
        except OSError as error:
            raise SettingError(
                "metrics_port", f"{port} on {host} cannot be used: {error.strerror}"
            ) from error
        yield bound
