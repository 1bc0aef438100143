"""The composition root: the only place that builds the house from settings."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import AsyncIterator, Collection
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr, ValidationError
from starlette.applications import Starlette

from rushes import __version__
from rushes.catalog.capabilities import ProviderCapabilities, load_capabilities
from rushes.catalog.model import load_catalog
from rushes.catalog.refusal import UnknownModelError
from rushes.http.app import build_http
from rushes.http.context import RequestContext
from rushes.http.signed_urls import SignedUrls
from rushes.http.url_secret import load_secret
from rushes.jobs.context import JobContext
from rushes.jobs.executor import EmbeddedExecutor, Executor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.submit import Jobs, SubmitLimits
from rushes.keys import Keys
from rushes.providers.base import Provider
from rushes.providers.openrouter import OpenRouterProvider
from rushes.settings import LOOPBACK, SettingError, Settings
from rushes.storage.locate import open_storage
from rushes.store.folder_lock import FolderLock
from rushes.store.queue_entries import in_queue
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.webhook_sender import WebhookSender

if TYPE_CHECKING:
    from rushes.engines.render_pool import RenderPool
    from rushes.providers.procedural import ProceduralProvider
    from rushes.store.postgres import PostgresDatabase

ENGINE_PACKAGES = ("av", "cv2", "numba", "numpy", "PIL")  # of the server extra
PAID_CHOICES = "'fail', 'lookup' or 'idempotent'"

log = logging.getLogger("rushes")


class UnsafeAddressError(OSError):
    """Tell that the service may not listen where it was asked to."""


@contextlib.asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Give the store alone, to look in or to change what a person decides.

    It does not own the data folder: a service may be running over it.
    """
    if settings.database_url is None:
        store = Store(SqliteDatabase(settings.database))
    else:
        postgres = _postgres(settings.database_url)
        store = Store(postgres, also=in_queue)
        await postgres.open()
    try:
        yield store
    finally:
        await store.close()


class Runtime:
    """Resources shared by the service and a worker: store, storage, providers, job context.

    Without a database URL it owns the data folder until it is closed, and raises FolderInUseError
    when another process does.
    """

    def __init__(self, settings: Settings) -> None:
        _check(settings)
        self.settings = settings
        self.lock = FolderLock(settings.data_dir) if settings.database_url is None else None
        self.postgres: PostgresDatabase | None = None
        try:
            outputs = open_storage(settings.outputs_url or str(settings.data_dir / "outputs"))
            if settings.database_url is None:
                self.store = Store(SqliteDatabase(settings.database))
            else:
                self.postgres = _postgres(settings.database_url)
                self.store = Store(self.postgres, also=in_queue)
        except BaseException:
            self.release()
            raise
        self._rooms = contextlib.AsyncExitStack()
        self._farm: RenderPool | None = None
        self.context = JobContext(
            self.store,
            outputs,
            {provider.slug: provider for provider in self._providers()},
            WebhookSender(settings.webhook_secret, allow_private=settings.fetch_private_urls),
            single_process=settings.database_url is None,
            resubmit=settings.resubmit_unknown,
        )
        self.retention_policy = RetentionPolicy(settings.keep_outputs, settings.keep_records)

    async def open(self) -> None:
        """Connect, and see that everything that must be written to can be."""
        if self.postgres is not None:
            await self.postgres.open()
        await self.context.storage.check()
        if self._farm is not None:
            await self._farm.start()

    async def close(self) -> None:
        """Let everything go; calling it twice is harmless."""
        for provider in self.context.providers.values():
            await provider.close()
        await self._rooms.aclose()
        await self.store.close()
        self.release()

    def release(self) -> None:
        """Let the data folder go."""
        if self.lock is not None:
            self.lock.release()

    def _providers(self) -> list[Provider]:
        """Return who makes the videos: the upstream with a key for it, else the offline engine."""
        settings = self.settings
        if settings.upstream_api_key is None:
            return [self._offline()]
        url, key = str(settings.upstream_url), settings.upstream_api_key
        return [OpenRouterProvider(url, key, _upstream_capabilities(settings))]

    def _offline(self) -> ProceduralProvider:
        # Only the worker processes import these, so their absence would end each job instead.
        if any(find_spec(name) is None for name in ENGINE_PACKAGES):
            raise SettingError(
                "upstream_api_key",
                "is not set, and the offline engine is not installed: pip install 'rushes[server]'",
            )
        from rushes.engines.render_pool import RenderPool  # noqa: PLC0415 - see above
        from rushes.providers.procedural import ProceduralProvider  # noqa: PLC0415

        settings = self.settings
        self._farm = RenderPool(
            workers=settings.workers,
            threads=settings.render_threads,
            work_dir=self._work_dir(),
            cache_dir=settings.cache_dir,
        )
        self._rooms.push_async_callback(self._farm.close)
        return ProceduralProvider(
            self._farm,
            concurrency=settings.workers + 1,  # one is prepared while the others render
            max_media_bytes=settings.max_media_bytes,
            fetch_private_urls=settings.fetch_private_urls,
        )

    def _work_dir(self) -> Path:
        """Return where renders are made; processes that share a data folder keep apart."""
        if self.lock is not None:
            return self.settings.data_dir / "work"
        return Path(self._rooms.enter_context(tempfile.TemporaryDirectory(prefix="rushes-")))


class Service:
    """The whole service: the API, and what brings its jobs to their ends.

    It takes up the store's open jobs when it starts; `resume` names those it is limited to. With a
    database URL a worker runs beside the API unless `worker` is False.

    Raises UnsafeAddressError for an address beyond this machine while no keys are configured,
    because anyone who reaches it may then use it. `open` it where it is served, else it is opened
    when the server starts it, which tells of errors in its own way.
    """

    def __init__(
        self, settings: Settings, resume: Collection[str] | None = None, *, worker: bool = True
    ) -> None:
        if settings.host not in LOOPBACK and not settings.api_keys:
            raise UnsafeAddressError(
                f"host: {settings.host!r} can be reached from other machines, and no API keys are"
                f" configured (RUSHES_API_KEYS); allowed: {', '.join(sorted(LOOPBACK))}"
            )
        self.settings = settings
        self._resume = resume
        self._is_open = False
        self._runtime = Runtime(settings)
        self._executor = self._executor_of(self._runtime, worker=worker)
        context = self._runtime.context
        jobs = Jobs(
            load_catalog(), context.store, self._executor, context.providers, _rules(settings)
        )
        self._request_context = RequestContext(
            jobs,
            context.storage,
            settings,
            Keys(settings.api_keys),
            _links(settings),
            context.store,
        )
        self.app = build_http(self._request_context, version=__version__, lifespan=self._lifespan)

    async def open(self) -> None:
        """Connect to what the service needs; raises StoreError and StorageError."""
        try:
            await self._runtime.open()
        except BaseException:
            await self._runtime.close()
            raise
        self._is_open = True

    def announce(self, url: str, *, lasting: bool) -> None:
        """Tell other processes at the data folder where this one serves."""
        if self._runtime.lock is not None:
            self._runtime.lock.announce(url, lasting=lasting)

    def stop(self) -> None:
        """End what clients would otherwise follow for as long as their jobs take."""
        self._request_context.closing.set()

    def close(self) -> None:
        """Let the data folder go, also when nothing was ever served; twice is harmless."""
        self._runtime.release()

    def _executor_of(self, runtime: Runtime, *, worker: bool) -> Executor:
        if runtime.postgres is None:
            return EmbeddedExecutor(runtime.context, runtime.retention_policy)
        from rushes.jobs.queue_executor import (  # noqa: PLC0415 - the extra may be missing
            QueueExecutor,
        )

        jobs = self.settings.worker_jobs if worker else 0
        return QueueExecutor(
            runtime.context, runtime.postgres, runtime.retention_policy, worker_jobs=jobs
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        if not self._is_open:
            await self.open()
        try:
            if resumed := await self._executor.resume(self._resume):
                log.info("resumed %d open jobs", resumed)
            yield
        finally:
            await self._executor.close()
            await self._runtime.close()


async def work(settings: Settings) -> None:
    """Run a worker, without the API, until it is cancelled."""
    runtime = Runtime(settings)
    if runtime.postgres is None:
        runtime.release()
        raise ValueError("database_url (RUSHES_DATABASE_URL): a worker needs a PostgreSQL")
    from rushes.jobs.worker import QueueWorker  # noqa: PLC0415 - the extra may be missing

    try:
        await runtime.open()
        worker = QueueWorker(
            runtime.context,
            runtime.postgres,
            runtime.retention_policy,
            worker_jobs=settings.worker_jobs,
        )
        await worker.run()
    finally:
        await runtime.close()


def _postgres(url: SecretStr) -> PostgresDatabase:
    """Return the database at a URL; raise StoreError if the extra for it is not installed."""
    from rushes.store.postgres import PostgresDatabase  # noqa: PLC0415 - the extra may be missing

    return PostgresDatabase(url)


def _check(settings: Settings) -> None:
    """Raise SettingError for what would be without effect, or worse, at no better time than now."""
    _upstream_capabilities(settings)
    known = load_capabilities()
    for name in sorted(settings.resubmit_unknown.difference(known)):
        problem = f"{name[:40]!r} is none of the providers {', '.join(sorted(known))}"
        raise SettingError("resubmit_unknown", problem)
    _timeouts(settings)


def _upstream_capabilities(settings: Settings) -> ProviderCapabilities:
    """Return the upstream's capabilities: what is set, else what is known of OpenRouter."""
    known = load_capabilities()["openrouter"]
    try:
        capabilities = known.model_validate(
            {**known.model_dump(), **settings.upstream_capabilities}
        )
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        name, problem = str(first["loc"][0]), first["msg"]
        if first["type"] == "extra_forbidden":
            problem = f"is unknown; known: {', '.join(ProviderCapabilities.model_fields)}"
        elif name == "on_lost_response":
            problem = f"must be {PAID_CHOICES}"
        raise SettingError("upstream_capabilities", f"{name[:40]}: {problem}") from None
    if capabilities.on_lost_response == "resubmit":
        # What is lost would be ordered, and paid, again and again.
        problem = (
            "on_lost_response: 'resubmit' would pay again for each lost response;"
            f" must be {PAID_CHOICES}"
        )
        raise SettingError("upstream_capabilities", problem)
    return capabilities


def _timeouts(settings: Settings) -> dict[str, float]:
    """Return the seconds that jobs of single models may take, by the models' ids."""
    if not settings.model_timeouts:
        return {}
    catalog = load_catalog()
    try:
        return {catalog.get(name).id: time for name, time in settings.model_timeouts.items()}
    except UnknownModelError as error:
        raise SettingError("model_timeouts", error.message.removeprefix("model: ")) from None


def _links(settings: Settings) -> SignedUrls:
    if settings.url_secret is None:
        return SignedUrls(load_secret(settings.data_dir))
    return SignedUrls(settings.url_secret.get_secret_value().encode())


def _rules(settings: Settings) -> SubmitLimits:
    return SubmitLimits(
        max_open_jobs=settings.max_open_jobs,
        job_timeout=settings.job_timeout,
        model_timeouts=_timeouts(settings),
        duplicate_window=settings.duplicate_window,
    )
