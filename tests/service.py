"""Start the real service: HTTP, SQLite and files are real.

- `running_service` runs it in a thread, with a provider that the test controls, all parts in reach;
- `serve_process` runs `rushes serve` as a process that a test can kill;
- `serving` runs any ASGI application.

The offline engine is tested through `rushes.server.background_service`.
"""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from rushes.catalog.model import load_catalog
from rushes.engines.picture_process import make_picture
from rushes.http.app import build_http
from rushes.http.context import RequestContext
from rushes.http.signed_urls import SignedUrls
from rushes.jobs.context import JobContext
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.submit import Jobs, SubmitLimits
from rushes.keys.verification import Keys
from rushes.runtime import Hooks, service_budgets
from rushes.server import server_config
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender
from tests.fakes.providers import StandInProvider
from tests.isolation import ROOT


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
    data_dir: Path,
    *,
    provider: StandInProvider | None = None,
    kit: Callable[[Settings], Hooks] = lambda _: Hooks(),
    **settings: object,
) -> Iterator[TestService]:
    """Serve over real HTTP for as long as the block lasts; `kit` makes what is put around it."""
    provider = provider or StandInProvider()
    store = Store(SqliteDatabase(data_dir / "rushes.sqlite3"))
    chosen = Settings(data_dir=data_dir, **settings)  # type: ignore[arg-type]
    hooks = kit(chosen)
    webhooks = WebhookSender(
        chosen.webhook_secret,
        allow_private=chosen.fetch_private_urls,
        deliveries=chosen.webhook_deliveries,
        deliveries_per_host=chosen.webhook_deliveries_per_host,
        deliveries_per_owner=chosen.webhook_deliveries_per_key,
    )
    links = SignedUrls(
        b"a secret", chosen.url_lifetime, chosen.keep_outputs, strict=chosen.emulate_strict
    )
    budgets = service_budgets(chosen, hooks.credits)
    context = JobContext(
        store,
        LocalStorage(data_dir / "outputs"),
        {"rushes": hooks.provider(provider)},
        hooks.webhooks(webhooks),
        content_urls=links.content_urls,
        budgets=budgets,
    )
    retention = RetentionPolicy(chosen.keep_outputs, chosen.keep_records)
    executor = hooks.executor(EmbeddedExecutor(context, retention))
    rules = SubmitLimits(
        chosen.max_open_jobs,
        chosen.job_timeout,
        chosen.model_timeouts,
        chosen.duplicate_window,
        chosen.fetch_private_urls,
        chosen.open_jobs_per_key,
        leaves_free=chosen.max_open_jobs_per_key is None,
        budgets=budgets,
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
        Keys(chosen.api_keys, store.api_keys),
        links,
        store,
        webhooks=context.webhooks,
        make_picture=make_picture,
    )
    app = build_http(request_context, version="test", lifespan=lifespan, wrap=hooks.http)
    with serving(app, chosen) as url:
        yield TestService(url, context, provider, request_context)


@contextlib.contextmanager
def serving(app: ASGIApp, settings: Settings | None = None) -> Iterator[str]:
    """Run an ASGI application on a free port, as the service does; give its base URL."""
    config = server_config(app, settings or Settings(), timeout_graceful_shutdown=2)
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


@contextlib.contextmanager
def serve_process(
    *options: object, program: Sequence[str] = ("-m", "rushes"), **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run `rushes serve` on a free port and kill it at the end; give it and its API's URL.

    `program` is what Python runs in place of the command.
    """
    with subprocess.Popen(
        [sys.executable, *program, "serve", "--port", "0", *map(str, options)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stderr is not None
        try:
            seen: list[str] = []
            for line in process.stderr:
                seen.append(line)
                if found := re.search(r'serves (http\S+)|"service\.started".*"url":"(.*?)"', line):
                    break
            else:
                raise AssertionError(f"rushes serve did not start: {''.join(seen)}")
            _SEEN[process.pid] = seen
            yield process, found[1] or f"{found[2]}/api/v1"
        finally:
            process.kill()


_SEEN: dict[int, list[str]] = {}  # the lines of processes up to when they had started


@contextlib.contextmanager
def drained(process: subprocess.Popen[str]) -> Iterator[list[str]]:
    """Read what a process writes while the block lasts, then end it; give all its lines."""
    lines = _SEEN.pop(process.pid, [])
    assert process.stderr is not None
    reading = threading.Thread(target=lambda: lines.extend(process.stderr or ()))
    reading.start()
    try:
        yield lines
    finally:  # before the pipe is closed, which a thread must not be reading then
        process.terminate()
        process.wait(60)
        reading.join()
