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

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.catalog.model import load_catalog
from rushes.http.app import build_http
from rushes.http.context import RequestContext
from rushes.http.signed_urls import SignedUrls
from rushes.jobs.context import JobContext
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.submit import Jobs, SubmitLimits
from rushes.keys import Keys
from rushes.providers.base import (
    BeforeSend,
    Cancellation,
    LostError,
    Progress,
    ProviderError,
    ProviderRequest,
    RestartedError,
    UpstreamJob,
)
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender
from tests.mp4 import minimal_mp4

VIDEO = minimal_mp4(bytes(range(256)) * 4096)  # 1 MiB, each byte telling its place
FREE = ProviderCapabilities(
    on_lost_response="resubmit",
    cancels=True,
    concurrency=100,
    visibility_delay=0,
    not_found_grace=0,
    keeps_outputs=5,
)


@dataclass
class StandInProvider:
    """Accept every order; finish it when told, or at once. It forgets what was before it."""

    slug: str = "rushes"
    name: str = "Stand-in"
    capabilities: ProviderCapabilities = FREE
    video: bytes = VIDEO
    waits: bool = False
    failure: ProviderError | None = None
    orders: list[ProviderRequest] = field(default_factory=list)
    cancelled: list[str] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)
    fraction: float = 0.0
    check_after: float = 0.01

    async def create(self, request: ProviderRequest, before_send: BeforeSend) -> UpstreamJob:
        await before_send()
        self.orders.append(request)
        return UpstreamJob(request.key, request.model)

    async def poll(self, job: UpstreamJob) -> Progress:
        self._check_known(job)
        if job.id in self.lost:
            raise LostError("The stand-in lost it")
        if self.failure is not None:
            raise self.failure
        if self.waits:
            return Progress("running", self.fraction, check_after=self.check_after)
        return Progress("done", 1.0, {"scene": "stand-in"})

    async def download(self, job: UpstreamJob, start: int = 0) -> AsyncIterator[bytes]:
        self._check_known(job)
        for begin in range(start, len(self.video), 100_000):
            yield self.video[begin : begin + 100_000]

    async def cancel(self, job: UpstreamJob) -> Cancellation:
        self.cancelled.append(job.id)
        return Cancellation("stopped")

    async def close(self) -> None:
        pass

    def _check_known(self, job: UpstreamJob) -> None:
        if job.id not in {o.key for o in self.orders}:
            raise RestartedError("The stand-in was restarted")


@dataclass
class TestService:
    """A running service with a stand-in upstream, and all its parts within reach."""

    url: str
    context: JobContext
    provider: StandInProvider
    request_context: RequestContext

    __test__ = False

    @property
    def api(self) -> str:
        return f"{self.url}/api/v1"


@contextlib.contextmanager
def running_service(
    data_dir: Path, *, provider: StandInProvider | None = None, **settings: object
) -> Iterator[TestService]:
    """Serve over real HTTP for as long as the block lasts."""
    provider = provider or StandInProvider()
    store = Store(SqliteDatabase(data_dir / "rushes.sqlite3"))
    chosen = Settings(data_dir=data_dir, **settings)  # type: ignore[arg-type]
    webhooks = WebhookSender(chosen.webhook_secret, allow_private=chosen.fetch_private_urls)
    context = JobContext(store, LocalStorage(data_dir / "outputs"), {"rushes": provider}, webhooks)
    executor = EmbeddedExecutor(context, RetentionPolicy(chosen.keep_outputs, chosen.keep_records))
    rules = SubmitLimits(
        chosen.max_open_jobs, chosen.job_timeout, chosen.model_timeouts, chosen.duplicate_window
    )
    service_jobs = Jobs(load_catalog(), store, executor, context.providers, rules)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await executor.resume()
        yield
        await executor.close()
        await store.close()

    request_context = RequestContext(
        service_jobs,
        executor,
        context.storage,
        chosen,
        Keys(chosen.api_keys),
        SignedUrls(b"a secret"),
        store,
    )
    app = build_http(request_context, version="test", lifespan=lifespan)
    with serving(app) as url:
        yield TestService(url, context, provider, request_context)


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
        assert ready.wait(60)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
