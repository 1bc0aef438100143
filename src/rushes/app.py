"""The service: its API, and what runs its jobs, composed from settings."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.types import ASGIApp

from rushes import __version__
from rushes.hosts import LOOPBACK
from rushes.http.app import build_http
from rushes.http.context import RequestContext
from rushes.http.monitoring import check_metrics_host, listening, monitoring
from rushes.http.pictures import MakePicture
from rushes.http.readiness import Problem, Watched
from rushes.jobs.executor import EmbeddedExecutor, Executor
from rushes.jobs.submit import Jobs, SubmitLimits
from rushes.keys.verification import Keys, check_keys
from rushes.logs import event
from rushes.reload import Apply
from rushes.runtime import Hooks, Runtime, has_engine, tune_garbage_collection
from rushes.settings import Settings

if TYPE_CHECKING:
    from rushes.jobs.worker import QueueWorker
    from rushes.store.postgres import PostgresDatabase

POLL_WAIT = 0.5  # seconds that a poll waits for the end of a job, where videos are instant

log = logging.getLogger("rushes")


class UnsafeAddressError(OSError):
    """The service may not listen on the address that it was given."""


class Service:
    """The whole service: the API, and what runs its jobs.

    It takes up the store's open jobs when it starts; `resume` names those it is limited to. With a
    database URL a worker runs beside the API unless `worker` is False. `hooks` are put around the
    parts, for a test kit.

    Raises SettingError for an unusable setting. Call `open` before serving to get its errors as
    exceptions; otherwise the server opens it, and logs them. One is UnsafeAddressError: an address
    beyond this machine while there are no keys, because anyone who reaches it could use it.
    """

    def __init__(
        self,
        settings: Settings,
        resume: Collection[str] | None = None,
        *,
        worker: bool = True,
        hooks: Hooks | None = None,
    ) -> None:
        check_keys(settings.api_keys)
        self.settings = settings
        self._resume = resume
        self._is_open = False
        self.jobs_left = 0  # open jobs that were in hand when it stopped
        self.needs_key = bool(settings.api_keys)  # known for sure once it is open
        self._hooks = hooks = hooks or Hooks()
        self._runtime = Runtime(settings, hooks)
        self._executor = hooks.executor(self._executor_of(self._runtime, worker=worker))
        context = self._runtime.context
        self._jobs = Jobs(
            self._runtime.configured.catalog,
            context.store,
            self._executor,
            context.providers,
            _limits(settings, self._runtime, hooks),
            context.router,
            new_id=hooks.job_id,
            draw_seed=hooks.seed,
        )
        self._request_context = RequestContext(
            self._jobs,
            self._executor,
            context.storage,
            settings,
            Keys(settings.api_keys, context.store.api_keys if hooks.stored_keys else None),
            self._runtime.links,
            context.store,
            poll_wait=_poll_wait(settings),
            webhooks=context.webhooks,
            make_picture=_make_picture(),
            metrics=context.metrics,
        )
        self.app = build_http(
            self._request_context,
            version=__version__,
            lifespan=self._lifespan,
            wrap=hooks.http,
            request_id=hooks.request_id,
        )

    async def open(self) -> None:
        """Connect to what the service needs.

        Raises StoreError, StorageError and UnsafeAddressError.
        """
        try:
            await self._runtime.connect()
            await self._check_address()
            await self._runtime.open()
        except BaseException:
            await self._runtime.close()
            raise
        self._is_open = True

    async def reload(self, settings: Settings) -> list[str]:
        """Put changed settings in place without a pause; return what has changed, in sentences.

        Raises SettingError, StoreError and UnsafeAddressError; nothing has changed then.
        """
        merged, changed, later = self.settings.reloaded(settings)
        check_keys(merged.api_keys)
        if not merged.api_keys:
            stored = self._hooks.stored_keys and await self._runtime.store.api_keys.has_any()
            check_address(merged.host, needs_key=stored)
        accounts = await self._runtime.reload(merged)
        self.settings = merged
        self._request_context.reload(merged)
        self._request_context.keys.configure(merged.api_keys)
        limits = _limits(merged, self._runtime, self._hooks)
        self._jobs.reload(self._runtime.configured.catalog, limits)
        self._executor.reload()
        return described(changed, later, accounts)

    async def _check_address(self) -> None:
        self.needs_key = await self._request_context.keys.required()
        check_address(self.settings.host, needs_key=self.needs_key)

    def announce(self, url: str, *, lasting: bool) -> None:
        """Leave the URL of this service in the data folder, for other processes."""
        if self._runtime.lock is not None:
            self._runtime.lock.announce(url, lasting=lasting)

    def stop(self) -> None:
        """End what would otherwise last, such as event streams."""
        self._request_context.closing.set()
        self._hooks.stop()

    def close(self) -> None:
        """Release the data folder, also when nothing was ever served; twice is harmless."""
        self._runtime.release()

    def _executor_of(self, runtime: Runtime, *, worker: bool) -> Executor:
        if runtime.postgres is None:
            return EmbeddedExecutor(runtime.context, runtime.retention_policy)
        from rushes.jobs.queue_executor import (  # noqa: PLC0415 - the extra may be missing
            QueueExecutor,
        )

        return QueueExecutor(
            runtime.postgres, _worker(runtime, runtime.postgres) if worker else None
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        if not self._is_open:
            await self.open()
        try:
            if resumed := await self._executor.resume(self._resume):
                event(log, "service.resumed", "open jobs taken up again", jobs=resumed)
            yield
        finally:
            self.jobs_left = await self._executor.close()
            await self._request_context.keys.close()
            await self._runtime.close()


async def work(
    settings: Settings,
    on_ready: Callable[[Apply], None] = lambda _: None,
    on_monitored: Callable[[str], None] = lambda _: None,
) -> None:
    """Run a worker, without the API, until it is cancelled.

    `on_ready` gets what puts other settings in place, `on_monitored` the base URL of its metrics
    and health checks, if it has them.
    """
    runtime = Runtime(settings, role="worker")
    if runtime.postgres is None:
        runtime.release()
        raise ValueError("database_url (RUSHES_DATABASE_URL): a worker needs a PostgreSQL")
    try:
        await runtime.connect()
        await runtime.open()
        tune_garbage_collection()
        worker = _worker(runtime, runtime.postgres)

        async def reload(read: Settings) -> list[str]:
            merged, changed, later = runtime.settings.reloaded(read)
            if merged.metrics_port is not None:
                check_metrics_host(merged)
            accounts = await runtime.reload(merged)
            worker.reload()
            return described(changed, later, accounts)

        on_ready(reload)
        async with contextlib.AsyncExitStack() as served:
            if settings.metrics_port is not None:
                app = _monitoring(runtime, worker)
                on_monitored(await served.enter_async_context(listening(app, settings)))
            await worker.run()
    finally:
        await runtime.close()


def _monitoring(runtime: Runtime, worker: QueueWorker) -> ASGIApp:
    context = runtime.context

    async def heartbeat() -> Problem | None:
        if worker.is_alive:
            return None
        return Problem(
            "No heartbeat was recorded lately, so other hosts take over this worker's jobs",
            "Check the database; if it works, restart the worker",
        )

    watched = Watched(
        context.store, context.storage, context.router, lambda: runtime.settings, context.metrics
    )
    return monitoring(watched, {"worker": heartbeat}, __version__)


def _worker(runtime: Runtime, database: PostgresDatabase) -> QueueWorker:
    from rushes.jobs.worker import QueueWorker  # noqa: PLC0415 - the extra may be missing

    jobs = runtime.settings.worker_jobs
    return QueueWorker(runtime.context, database, runtime.retention_policy, worker_jobs=jobs)


def _make_picture() -> MakePicture | None:
    """Return what makes posters and previews, None without the packages of the engine."""
    if not has_engine():
        return None
    from rushes.engines.picture_process import make_picture  # noqa: PLC0415 - see above

    return make_picture


def _poll_wait(settings: Settings) -> float:
    instant = settings.emulation == "instant" and settings.emulation_latency == "none"
    return POLL_WAIT if instant else 0.0


def check_address(host: str, *, needs_key: bool) -> None:
    """Raise UnsafeAddressError if a host can be reached from elsewhere, and needs no key."""
    if host not in LOOPBACK and not needs_key:
        raise UnsafeAddressError(
            f"host: {host!r} can be reached from other machines, and no API keys are configured"
            " (RUSHES_API_KEYS) or stored (`rushes keys create`); allowed:"
            f" {', '.join(sorted(LOOPBACK))}"
        )


def described(changed: Sequence[str], later: Sequence[str], accounts: Sequence[str]) -> list[str]:
    """Return what a reload has changed, in sentences."""
    sentences = [f"changed {', '.join(changed)}"] if changed else []
    sentences += [f"accounts {account}" for account in accounts]
    return sentences + [f"{name} has changed too, which needs a restart" for name in later]


def _limits(settings: Settings, runtime: Runtime, hooks: Hooks) -> SubmitLimits:
    return SubmitLimits(
        max_open_jobs=settings.max_open_jobs,
        job_timeout=settings.job_timeout,
        model_timeouts=runtime.configured.model_timeouts,
        duplicate_window=settings.duplicate_window,
        private_urls=settings.fetch_private_urls,
        max_open_jobs_per_key=settings.open_jobs_per_key,
        leaves_free=settings.max_open_jobs_per_key is None,
        loopback_callbacks=hooks.loopback_callbacks,
        budgets=runtime.context.budgets,
    )
