"""Run the service with uvicorn: in the foreground, or in a thread beside other code."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import resource
import signal
import socket
import threading
from collections.abc import Callable, Collection, Iterator
from functools import partial
from types import FrameType
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from rushes import __version__, tracing
from rushes.app import Service
from rushes.clock import real_sleep
from rushes.http.middleware import fixed_headers
from rushes.http.protocol import Connections, Protocol
from rushes.logs import event
from rushes.reload import Load, Reloader, on_hangup
from rushes.runtime import Hooks, tune_garbage_collection
from rushes.settings import Settings

MOST_CONNECTIONS = 10_000
SERVICE_THREAD = "rushes-service"  # name of the thread of `background_service`
QUEUE = 4096  # connections that the system keeps until they are taken; Linux allows no more
DRAIN = 1.0  # seconds without a request until a service that stops closes idle connections
MOST_DRAIN = 20.0  # seconds
MOST_WAIT = 30  # seconds for responses in progress, such as downloads
log = logging.getLogger("rushes")

MOST_FILES = 4 * MOST_CONNECTIONS  # that may be open at once, where the system allows as many


class AddressInUseError(OSError):
    """The port is in use, or cannot be bound."""


def serve(
    settings: Settings,
    on_ready: Callable[[str, bool], None],
    *,
    worker: bool = True,
    hooks: Hooks | None = None,
    load: Load | None = None,
) -> None:
    """Serve until interrupted. A SIGHUP puts the settings in place that `load` reads.

    `on_ready` gets the base URL, and whether requests need a valid key, once they are served.

    With a database URL, `worker` selects whether jobs are also run here.
    """
    with bound_socket(settings) as bound:
        service = Service(settings, worker=worker, hooks=hooks)
        try:
            # uvicorn shuts down in order, then raises the interrupt again.
            with contextlib.suppress(KeyboardInterrupt):
                _Server(
                    service,
                    bound,
                    lambda url: on_ready(url, service.needs_key),
                    lasting=True,
                    load=load,
                ).run(sockets=[bound])
        finally:
            service.close()


@contextlib.contextmanager
def background_service(
    settings: Settings,
    resume: Collection[str] | None = None,
    *,
    hooks: Hooks | None = None,
    shared: bool = False,
) -> Iterator[str]:
    """Serve in a thread for as long as the block lasts; yield the base URL, `http://host:port`.

    `resume` limits which open jobs of the data folder are resumed; all by default. Commands of
    other processes on the same data folder use the service if it is `shared`. For tests and
    scripts: `OpenRouter(api_key="any", server_url=f"{url}/api/v1")`.
    """
    with bound_socket(settings) as bound:
        service = Service(settings, resume, hooks=hooks)
        ready, urls, problems = threading.Event(), list[str](), list[BaseException]()

        def on_ready(url: str) -> None:
            urls.append(url)
            ready.set()

        server = _Server(service, bound, on_ready, lasting=False, shared=shared)

        def run() -> None:
            try:
                server.run(sockets=[bound])
            except BaseException as error:  # noqa: BLE001 - raised in the thread that waits
                problems.append(error)
            finally:
                ready.set()

        thread = threading.Thread(target=run, name=SERVICE_THREAD)
        thread.start()
        try:
            ready.wait()
            if not urls:
                raise problems[0] if problems else RuntimeError("the service did not start")
            yield urls[0]
        finally:
            server.should_exit = True
            thread.join()
            service.close()


class _Server(uvicorn.Server):
    def __init__(
        self,
        service: Service,
        bound: socket.socket,
        on_ready: Callable[[str], None],
        *,
        lasting: bool,
        shared: bool = True,
        load: Load | None = None,
    ) -> None:
        if lasting:
            _allow_files()
        wait = MOST_WAIT if lasting else 5
        config = server_config(service.app, service.settings, timeout_graceful_shutdown=wait)
        super().__init__(config)
        self._service = service
        self._bound = bound
        self._url = url_of(bound)
        self._on_ready = on_ready
        self._lasting = lasting
        self._shared = shared
        self._load = load
        self._signal: str | None = None

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._signal = signal.Signals(sig).name
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # Opened here and not in the lifespan, where uvicorn would log an error and exit.
        await self._service.open()
        await super().startup(sockets)
        if self.started:
            self._bound.listen(QUEUE)  # uvicorn's backlog also limits how many are taken at once
            if self._lasting:
                tune_garbage_collection()
            self._service.announce(self._url, lasting=self._shared)
            event(
                log,
                "service.started",
                "service started",
                url=self._url,
                version=__version__,
                database="sqlite" if self._service.settings.database_url is None else "postgresql",
                needs_key=self._service.needs_key,
            )
            if self._load is not None:
                on_hangup(Reloader(self._load, self._service.reload).ask, self._stop)
            self._on_ready(self._url)

    async def main_loop(self) -> None:
        tick = 0
        while not await self.on_tick(tick):
            await real_sleep(0.1)
            tick = (tick + 1) % 10  # uvicorn renews the date at 0

    def _stop(self) -> None:
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        # Event streams first: uvicorn waits for open responses before it stops.
        requests = len(self.server_state.tasks)
        event(log, "service.stopping", "service stopping", reason=self._signal, requests=requests)
        self._service.stop()
        if self._lasting:
            await self._drain()
        await super().shutdown(sockets)
        event(log, "service.stopped", "service stopped", open_jobs=self._service.jobs_left)
        if self._lasting:  # uvicorn raises the signal again, which may end the process at once
            await asyncio.to_thread(_flush)

    async def _drain(self) -> None:
        """Answer what a proxy has sent or is sending before connections are closed.

        New connections are refused, so the proxy turns to another process, also for a submission,
        which it may not repeat once it was sent.
        """
        loop, taken = asyncio.get_running_loop(), list[socket.socket]()
        with contextlib.suppress(OSError):  # what waits would be reset with the listening socket
            while True:
                taken.append(self._bound.accept()[0])
        for server in self.servers:
            server.close()
        connections = cast(set[Protocol], self.server_state.connections)
        for connection in connections:
            connection.drain()
        for peer in taken:
            _, made = await loop.connect_accepted_socket(self._protocol, peer)
            cast(Protocol, made).drain()
        begun = quiet_since = loop.time()
        idle = -1
        # A proxy that has not noticed yet uses up the connections that it keeps, one by one.
        while loop.time() - begun < MOST_DRAIN and loop.time() - quiet_since < DRAIN:
            before, idle = idle, sum(connection.is_idle for connection in connections)
            if not idle:
                break
            if idle != before:
                quiet_since = loop.time()
            await real_sleep(0.05)

    def _protocol(self) -> asyncio.Protocol:
        make = cast(Callable[..., asyncio.Protocol], self.config.http_protocol_class)
        return make(
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )


def server_config(
    app: ASGIApp, settings: Settings, *, timeout_graceful_shutdown: int
) -> uvicorn.Config:
    """Return how uvicorn serves an application, with the limits of the settings."""
    most = settings.max_connections or min(MOST_CONNECTIONS, _open_files()[0] // 2)
    limits = Connections(most, settings.request_timeout, fixed_headers(__version__))
    return uvicorn.Config(
        app,
        port=0,  # a bound socket is given instead
        http=cast(type[asyncio.Protocol], partial(Protocol, limits=limits)),
        ws="none",
        log_config=None,
        access_log=False,
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        # As many are taken at once, and several times as many before the first is read; all must
        # fit among those that wait, or new ones would close each other.
        backlog=max(64, min(2048, most // 8)),
        timeout_graceful_shutdown=timeout_graceful_shutdown,
        # The protocol closes idle connections, later than a proxy with our files does: a request
        # that meets a closing connection is lost.
        timeout_keep_alive=math.ceil(2 * settings.request_timeout),
    )


def _open_files() -> tuple[int, int]:
    """Return how many files this process may open, and how many it may allow itself."""
    soft, hard = (
        MOST_FILES if limit == resource.RLIM_INFINITY else limit
        for limit in resource.getrlimit(resource.RLIMIT_NOFILE)
    )
    return soft, hard


def _allow_files() -> None:
    soft, hard = _open_files()
    if soft < min(hard, MOST_FILES):
        with contextlib.suppress(OSError, ValueError):  # macOS has a lower limit besides
            ceiling = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, MOST_FILES), ceiling))


@contextlib.contextmanager
def bound_socket(settings: Settings) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # asyncio disables Nagle's algorithm only where the protocol is given.
    with socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((settings.host, settings.port))
        except OSError as error:
            raise AddressInUseError(
                f"port: {settings.port} on {settings.host} cannot be used: {error.strerror}"
            ) from error
        yield bound


def _flush() -> None:
    tracing.close()
    for handler in logging.getLogger().handlers:
        handler.flush()


def url_of(bound: socket.socket) -> str:
    host, port = bound.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
