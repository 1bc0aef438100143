"""Resources that the service and a worker share: store, storage, providers, job context."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import tempfile
from collections.abc import AsyncIterator, Mapping
from decimal import Decimal
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from starlette.types import ASGIApp

from rushes import __version__
from rushes.catalog.checked_request import new_seed
from rushes.catalog.media import Medium
from rushes.catalog.model import emulation_seconds
from rushes.catalog.provider_data import ENGINE
from rushes.clock import monotonic, real_sleep
from rushes.egress import proxies_of_environment
from rushes.http.context import RequestContext
from rushes.http.middleware import new_request_id
from rushes.http.signed_urls import SignedUrls, load_secret
from rushes.http.upstream_callbacks import UpstreamCallbacks
from rushes.jobs.account_reports import AccountReports
from rushes.jobs.context import JobContext, host_name, targets_of
from rushes.jobs.executor import Executor
from rushes.jobs.maintenance import RetentionPolicy
from rushes.jobs.measuring import measured_post, note_end
from rushes.jobs.submit import new_job_id
from rushes.logs import set_level
from rushes.metrics import Metrics
from rushes.private_files import private_folder
from rushes.providers.account import Account, Egress
from rushes.providers.base import Provider
from rushes.providers.configured import configured
from rushes.providers.recording import RecordingProvider, ReplayProvider
from rushes.providers.table import open_provider
from rushes.routing.router import Router
from rushes.settings import SettingError, Settings
from rushes.storage.locate import open_storage
from rushes.storage.measured import MeasuredStorage
from rushes.store.budget import EVERYONE, Budget, Period
from rushes.store.folder_lock import FolderLock
from rushes.store.measured import MeasuredDatabase
from rushes.store.queue_entries import in_queue
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from rushes.webhook import Post, Webhooks
from rushes.webhook_sender import WebhookSender

if TYPE_CHECKING:
    from rushes.engines.render_pool import RenderPool
    from rushes.providers.procedural import ProceduralProvider
    from rushes.store.postgres import PostgresDatabase

# Allocations between collections; Python's 700 are a few requests. Measured: 1.5 times the
# submissions per second.
COLLECT_AFTER = 20_000
MOST_INSTANT = 256  # jobs at once; with realistic latency most of them only wait
MOST_HELD_BACK = 16  # the same for renders, which hold up each other
_PERIODS: Mapping[Literal["day", "week", "month"], Period] = {
    "month": "monthly",
    "week": "weekly",
    "day": "daily",
}
REPLACED_FOR = 3600.0  # seconds that what was replaced by a reload may take for one request
ENGINE_PACKAGES = ("av", "cv2", "llvmlite", "numpy", "PIL")  # of the server extra


def has_engine() -> bool:
    """Return whether the packages of the server extra are installed."""
    return all(find_spec(name) is not None for name in ENGINE_PACKAGES)


@contextlib.asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Open the store alone, for commands of the operator.

    It does not own the data folder: a service may be running over it.
    """
    store, postgres = _store(settings)
    if postgres is not None:
        await postgres.open(upgrade=settings.auto_upgrade)
    try:
        yield store
    finally:
        await store.close()


class Hooks:
    """What is put around the parts of a service when it is composed; here nothing is.

    `loopback_callbacks`: webhooks may go to this machine, without TLS too. `stored_keys`: the API
    keys of the store are valid, and are needed once there is one. `credits` is what all
    jobs may cost, in USD; None is without a limit. `durable`: what is stored outlasts a power cut.
    """

    loopback_callbacks = False
    stored_keys = True
    credits: Decimal | None = None
    durable = True

    def provider(self, engine: Provider) -> Provider:
        """Return what stands in for the offline engine, or a provider that is recorded."""
        return engine

    def webhooks(self, webhooks: Webhooks) -> Webhooks:
        """Return what sends webhooks."""
        return webhooks

    def post(self, post: Post) -> Post:
        """Return what posts webhooks, which are signed by then."""
        return post

    async def stand_in(self, medium: Medium) -> bytes | None:
        """Return what stands in for a file of a URL, None if it is to be fetched."""
        return None

    def has_own_pace(self, job_id: str) -> bool:
        """Return whether something else than its model says how long a job takes."""
        return False

    def executor(self, executor: Executor) -> Executor:
        """Return what runs jobs."""
        return executor

    def http(self, app: ASGIApp, context: RequestContext) -> ASGIApp:
        """Return what stands between the routes and the headers that every response has."""
        return app

    def stop(self) -> None:
        """End what would last, because the service stops."""

    def reload(self, settings: Settings) -> None:
        """Use other settings from now on."""

    def job_id(self, now: int) -> str:
        """Return the id of a job that is made now, in unix seconds."""
        return new_job_id(now)

    def seed(self) -> int:
        """Return the seed of a request that gives none."""
        return new_seed()

    def request_id(self, path: str) -> str:
        """Return the id of a request to a path, for its response and the log."""
        return new_request_id(path)


class Runtime:
    """Resources shared by the service and a worker: store, storage, providers, job context.

    Without a database URL it owns the data folder until it is closed, and raises FolderInUseError
    when another process does.
    """

    def __init__(
        self, settings: Settings, hooks: Hooks | None = None, *, role: str = "service"
    ) -> None:
        hooks = hooks or Hooks()
        self._hooks = hooks
        self.settings = settings
        # For URLs of callers; requests to providers have their own.
        self._proxies = proxies_of_environment() if settings.fetch_through_proxy else None
        check_recording(settings)
        self.configured = configured(settings, self._egress())
        self._emulation_seconds = emulation_seconds(settings, self.configured.catalog)
        self._replaced: list[Provider] = []
        self.lock = FolderLock(settings.data_dir) if settings.database_url is None else None
        self._resources = contextlib.AsyncExitStack()
        self._render_pool: RenderPool | None = None
        self.metrics = Metrics(
            [model.id for model in self.configured.catalog.models],
            [ENGINE, *self.configured.accounts],
            version=__version__,
            role=role,
        )
        try:
            providers = self._open_providers()
            storage = open_storage(
                settings.outputs_url or str(settings.data_dir / "outputs"),
                bucket_urls=settings.bucket_urls,
                durable=hooks.durable,
            )
            storage = MeasuredStorage(storage, self.metrics)
            self.store, self.postgres = _store(settings, self.metrics, durable=hooks.durable)
        except BaseException:
            self.release()
            raise
        self.links = _links(settings)
        self._webhooks = self._open_webhooks()
        self._providers = {provider.slug: provider for provider in providers}
        reports = AccountReports(self.store)
        self.context = JobContext(
            self.store,
            storage,
            self._providers,
            hooks.webhooks(self._webhooks),
            single_process=settings.database_url is None,
            resubmit=self.configured.resubmit,
            content_urls=self.links.content_urls,
            routing=Router(
                self.configured.catalog,
                [*self.configured.routed, *targets_of(self._providers, only=ENGINE)],
                policy=settings.routing,
                health=reports,
            ),
            reports=reports,
            fallbacks=settings.fallback_after_acceptance,
            upstream_callback=UpstreamCallbacks(self.links, settings.public_url).url,
            budgets=service_budgets(settings, hooks.credits),
            metrics=self.metrics,
        )
        if self.lock is not None and self.lock.previous is not None:
            self.context.previous_host = host_name(self.lock.previous.pid)
        self.retention_policy = RetentionPolicy(settings.keep_outputs, settings.keep_records)

    async def connect(self) -> None:
        """Open the store, if that is a server's."""
        if self.postgres is not None:
            await self.postgres.open(upgrade=self.settings.auto_upgrade)

    async def open(self) -> None:
        """Check that everything that must be written to can be; the store is open by then."""
        await self.context.storage.check()
        if self._render_pool is not None:
            await self._render_pool.start()

    async def close(self) -> None:
        """Release everything; calling it twice is harmless."""
        for provider in (*self._providers.values(), *self._replaced):
            await provider.close()
        await self._resources.aclose()
        await self.store.close()
        self.release()

    def release(self) -> None:
        """Release the data folder."""
        if self.lock is not None:
            self.lock.release()

    async def reload(self, settings: Settings) -> list[str]:
        """Put other settings in place; return which accounts have changed, in sentences.

        What was removed goes on with what it has accepted. Raises SettingError for unusable
        settings, and nothing has changed then.
        """
        before = self.configured
        check_recording(settings)
        now = await asyncio.to_thread(configured, settings, self._egress(), before.catalog)
        opened: dict[str, Provider] = {
            name: self._recorded(account)
            for name, account in now.accounts.items()
            if before.accounts.get(name) != account or name in self.context.retired
        }
        if now.needs_engine(settings) and ENGINE not in self._providers:
            opened[ENGINE] = self._hooks.provider(self._offline())
            if self._render_pool is not None:
                await self._render_pool.start()
        # Nothing is awaited from here on: requests see all of it, or none.
        self.settings, self.configured = settings, now
        for name, provider in opened.items():
            if earlier := self._providers.get(name):
                self._close_later(earlier)
            self._providers[name] = provider
        removed = [name for name in before.accounts if name not in now.accounts]
        context, added = self.context, [name for name in opened if name not in before.accounts]
        context.retired |= dict.fromkeys(removed, monotonic())
        for name in now.accounts:
            context.retired.pop(name, None)
        is_needed = settings.replay is not None or now.needs_engine(settings)
        engine = targets_of(self._providers, only=ENGINE) if is_needed else []
        context.router.update(now.catalog, [*now.routed, *engine], settings.routing)
        context.resubmit, context.fallbacks = now.resubmit, settings.fallback_after_acceptance
        context.budgets = service_budgets(settings, self._hooks.credits)
        self.metrics.models.add(model.id for model in now.catalog.models)
        self.metrics.providers.add(now.accounts)
        self._reload_limits(settings)
        changed = [name for name in opened if name in before.accounts]
        return [
            f"{what} {', '.join(names)}"
            for what, names in (("added", added), ("removed", removed), ("replaced", changed))
            if names
        ]

    def _reload_limits(self, settings: Settings) -> None:
        """Put in place what has nothing to do with accounts."""
        self.retention_policy.outputs = self.links.keep_outputs = settings.keep_outputs
        self.retention_policy.records = settings.keep_records
        self._webhooks.sign_with(settings.webhook_secret, settings.webhook_previous_secret)
        self._webhooks.turns.limit(
            settings.webhook_deliveries,
            settings.webhook_deliveries_per_host,
            settings.webhook_deliveries_per_key,
        )
        set_level(settings.log_level)
        self._hooks.reload(settings)

    def _close_later(self, provider: Provider) -> None:
        """Close a provider that was replaced once no request of it can be under way."""
        self._replaced.append(provider)

        async def close() -> None:
            await real_sleep(REPLACED_FOR)
            self._replaced.remove(provider)
            await provider.close()

        closing = asyncio.create_task(close(), name="rushes-close-replaced")
        self._resources.callback(closing.cancel)

    def _open_providers(self) -> list[Provider]:
        if self.settings.replay is not None:
            return [self._hooks.provider(ReplayProvider(self.settings.replay))]
        accounts = self.configured.accounts.values()
        providers: list[Provider] = [self._recorded(account) for account in accounts]
        if self.configured.needs_engine(self.settings):
            providers.append(self._hooks.provider(self._offline()))
        return providers

    def _recorded(self, account: Account) -> Provider:
        provider = open_provider(account)
        if self.settings.record is None:
            return provider
        kept = self.settings
        signers = (kept.webhook_secret, kept.webhook_previous_secret, kept.url_secret)
        given = (*kept.api_keys, *signers)
        secrets = [account.secret, *(s.get_secret_value() for s in given if s is not None)]
        return self._hooks.provider(RecordingProvider(provider, self.settings.record, secrets))

    def _open_webhooks(self) -> WebhookSender:
        settings = self.settings
        return WebhookSender(
            settings.webhook_secret,
            previous_secret=settings.webhook_previous_secret,
            allow_private=settings.fetch_private_urls,
            proxies=self._proxies,
            deliveries=settings.webhook_deliveries,
            deliveries_per_host=settings.webhook_deliveries_per_host,
            deliveries_per_owner=settings.webhook_deliveries_per_key,
            wrap=lambda post: measured_post(self._hooks.post(post), self.metrics),
        )

    def _egress(self) -> Egress:
        settings = self.settings
        return Egress(settings.fetch_private_urls, settings.max_media_bytes, self._proxies)

    def _offline(self) -> ProceduralProvider:
        # Only the worker processes import these, so their absence would end each job instead.
        if not has_engine():
            raise SettingError(
                "providers",
                "names none, and the offline engine is not installed: pip install 'rushes[server]'",
            )
        from rushes.engines.render_pool import RenderPool  # noqa: PLC0415 - see above
        from rushes.providers.procedural import ProceduralProvider  # noqa: PLC0415
        from rushes.providers.timeline import usual_queue, usual_timeline  # noqa: PLC0415

        settings = self.settings
        instant, held_back = settings.emulation == "instant", settings.emulation_latency != "none"
        pace = self._emulation_seconds, self._hooks.has_own_pace
        pool = self._render_pool = RenderPool(
            workers=settings.workers,
            threads=settings.render_threads,
            work_dir=self._work_dir(),
            cache_dir=settings.cache_dir,
            instant=instant,
            render_cache_bytes=settings.render_cache_bytes,
            on_render=self.metrics.render,
        )
        self.metrics.renders_queued.set_function(lambda: pool.queued)
        self.metrics.renders_running.set_function(lambda: pool.running)
        self._resources.push_async_callback(pool.close)
        return ProceduralProvider(
            pool,
            concurrency=_render_slots(settings),
            max_media_bytes=settings.max_media_bytes,
            fetch_private_urls=settings.fetch_private_urls,
            proxies=self._proxies,
            stand_in=self._hooks.stand_in,
            instant=instant,
            queue=usual_queue(*pace) if held_back else None,
            timeline=usual_timeline(*pace) if held_back else None,
            catalog=lambda: self.configured.catalog,
        )

    def _work_dir(self) -> Path:
        """Return the folder of renders; each process that shares a data folder has its own."""
        if self.lock is not None:
            work = self.settings.data_dir / "work"
            private_folder(work, ".*")
            return work
        return Path(self._resources.enter_context(tempfile.TemporaryDirectory(prefix="rushes-")))


def service_budgets(settings: Settings, credits_: Decimal | None = None) -> tuple[Budget, ...]:
    """Return what all jobs together may cost: in all, which a test kit limits, and in periods."""
    found = [] if credits_ is None else [Budget(EVERYONE, "total", credits_)]
    for name, period in _PERIODS.items():
        if (amount := settings.spend_limit.get(name)) is not None:
            found.append(Budget(EVERYONE, period, amount))
    return tuple(found)


def check_recording(settings: Settings) -> None:
    """Raise SettingError for recordings that cannot be made with other settings."""
    if settings.record is None:
        return
    if settings.replay is not None:
        raise SettingError("record", "cannot be set together with replay (RUSHES_REPLAY)")
    if not settings.providers:
        raise SettingError("record", "needs a provider to record; set RUSHES_PROVIDERS")


def _render_slots(settings: Settings) -> int:
    """Return how many jobs the offline engine is given at once."""
    if settings.emulation == "instant":
        return MOST_INSTANT
    # Those that are held back need no worker; otherwise one is prepared while the others render.
    return MOST_HELD_BACK if settings.emulation_latency != "none" else settings.workers + 1


def _store(
    settings: Settings, metrics: Metrics | None = None, *, durable: bool = True
) -> tuple[Store, PostgresDatabase | None]:
    """Return the store, and its database if that is PostgreSQL, which has yet to be opened."""
    metrics = metrics or Metrics()
    on_end = partial(note_end, metrics=metrics)
    if settings.database_url is None:
        sqlite = MeasuredDatabase(
            SqliteDatabase(settings.database, upgrade=settings.auto_upgrade, durable=durable),
            metrics,
        )
        return Store(sqlite, on_end=on_end), None
    from rushes.store.postgres import PostgresDatabase  # noqa: PLC0415 - the extra may be missing

    postgres = PostgresDatabase(settings.database_url)
    return Store(MeasuredDatabase(postgres, metrics), in_queue, on_end), postgres


def _links(settings: Settings) -> SignedUrls:
    secret = settings.url_secret
    return SignedUrls(
        load_secret(settings.data_dir) if secret is None else secret.get_secret_value().encode(),
        settings.url_lifetime,
        settings.keep_outputs,
        # Without a common secret, another host could not check what this one signs.
        strict=settings.emulate_strict or (settings.database_url is not None and secret is None),
    )


def tune_garbage_collection() -> None:
    """Set up a process that only serves or works, once it has started."""
    # What is loaded by now lives as long as the process. A full collection that looked at it
    # would stop every request for about 80 ms.
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
