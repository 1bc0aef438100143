"""A real service for tests: real HTTP, real SQLite, real files; rendering faked where too slow.

`StandInProvider` is an upstream whose every step the test decides. The offline engine itself is
tested through `rushes.server.background_service`.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from rushes.catalog.model import load_catalog
from rushes.http.app import build_http
from rushes.http.videos import Videos
from rushes.jobs.desk import Desk
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.lifecycle import Crew
from rushes.outputs.folder import OutputFolder
from rushes.providers.base import (
    ForgottenError,
    LostError,
    Order,
    Progress,
    ProviderError,
    UpstreamJob,
)
from rushes.settings import Settings
from rushes.store.sqlite import SqliteStore
from rushes.webhooks.sender import WebhookSender

VIDEO = bytes(range(256)) * 4096  # 1 MiB, each byte telling its place


@dataclass
class StandInProvider:
    """Accept every order; finish it when told, or at once. It forgets what was before it."""

    slug: str = "rushes"
    name: str = "Stand-in"
    concurrency: int = 100
    video: bytes = VIDEO
    waits: bool = False
    failure: ProviderError | None = None
    orders: list[Order] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    fraction: float = 0.0
    check_after: float = 0.01

    async def create(self, order: Order) -> UpstreamJob:
        self.orders.append(order)
        return UpstreamJob(order.key, order.model)

    async def poll(self, job: UpstreamJob) -> Progress:
        self._check_known(job)
        if job.id in self.lost:
            raise LostError("The stand-in lost it")
        if self.failure is not None:
            raise self.failure
        if self.waits:
            return Progress("running", self.fraction, check_after=self.check_after)
        return Progress("done", 1.0, {"scene": "stand-in"})

    async def download(self, job: UpstreamJob) -> AsyncIterator[bytes]:
        self._check_known(job)
        for start in range(0, len(self.video), 100_000):
            yield self.video[start : start + 100_000]

    async def cancel(self, job: UpstreamJob) -> None:
        self.cancelled.append(job.id)

    def _check_known(self, job: UpstreamJob) -> None:
        if job.id not in {o.key for o in self.orders}:
            raise ForgottenError("The stand-in was restarted")


@dataclass
class TestService:
    """A running service with a stand-in upstream, and all its parts within reach."""

    url: str
    crew: Crew
    provider: StandInProvider

    __test__ = False

    @property
    def api(self) -> str:
        return f"{self.url}/api/v1"


@contextlib.contextmanager
def running_service(data_dir: Path, **settings: object) -> Iterator[TestService]:
    """Serve over real HTTP for as long as the block lasts."""
    provider = StandInProvider()
    store = SqliteStore(data_dir / "rushes.sqlite3")
    chosen = Settings(data_dir=data_dir, **settings)  # type: ignore[arg-type]
    webhooks = WebhookSender(chosen.webhook_secret, allow_private=chosen.fetch_private_urls)
    crew = Crew(store, OutputFolder(data_dir / "outputs"), {"rushes": provider}, webhooks)
    executor = EmbeddedExecutor(crew)
    desk = Desk(load_catalog(), store, executor, crew.providers, max_open_jobs=chosen.max_open_jobs)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        executor.resume()
        yield
        await executor.close()

    app = build_http(Videos(desk, crew.outputs, chosen), version="test", lifespan=lifespan)
    with serving(app) as url:
        yield TestService(url, crew, provider)
    store.close()


@contextlib.contextmanager
def serving(app: object) -> Iterator[str]:
    """Run an ASGI application on a free port; give its base URL."""
    config = uvicorn.Config(
        app, port=0, log_config=None, lifespan="on", timeout_graceful_shutdown=2
    )
    server, ready = uvicorn.Server(config), threading.Event()
    startup = server.startup

    async def announced(sockets: object = None) -> None:
        await startup(sockets)
        ready.set()

    server.startup = announced  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(20)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
