"""The composition root: the only place that builds the house from settings."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator, Collection

from starlette.applications import Starlette

from rushes import __version__
from rushes.catalog.model import load_catalog
from rushes.engines.farm import RenderFarm
from rushes.http.app import build_http
from rushes.http.videos import Videos
from rushes.jobs.desk import Desk
from rushes.jobs.executor import EmbeddedExecutor
from rushes.jobs.lifecycle import Crew
from rushes.outputs.folder import OutputFolder
from rushes.providers.offline import OfflineProvider
from rushes.settings import LOOPBACK, Settings
from rushes.store.lock import FolderLock
from rushes.store.sqlite import SqliteStore
from rushes.webhooks.sender import WebhookSender

log = logging.getLogger("rushes")


class UnsafeAddressError(OSError):
    """Tell that the service may not listen where it was asked to."""


class Service:
    """The whole service over one data folder, which it owns until it is closed.

    It takes up the folder's open jobs when it starts; `resume` names those it is limited to.

    Raises FolderInUseError when another process owns the folder, and UnsafeAddressError for an
    address beyond this machine, because without keys anyone who reaches it may use it.
    """

    def __init__(self, settings: Settings, resume: Collection[str] | None = None) -> None:
        if settings.host not in LOOPBACK:
            raise UnsafeAddressError(
                f"host: {settings.host!r} can be reached from other machines, and no API keys are"
                f" configured; allowed: {', '.join(sorted(LOOPBACK))}"
            )
        self.settings = settings
        self._resume = resume
        self.lock = FolderLock(settings.data_dir)
        self._store = SqliteStore(settings.database)
        outputs = OutputFolder(settings.data_dir / "outputs")
        self._farm = RenderFarm(
            workers=settings.workers,
            threads=settings.render_threads,
            work_dir=settings.data_dir / "work",
            cache_dir=settings.cache_dir,
        )
        offline = OfflineProvider(
            self._farm,
            concurrency=settings.workers + 1,  # one is prepared while the others render
            max_media_bytes=settings.max_media_bytes,
            fetch_private_urls=settings.fetch_private_urls,
        )
        providers = {offline.slug: offline}
        webhooks = WebhookSender(settings.webhook_secret, allow_private=settings.fetch_private_urls)
        self._executor = EmbeddedExecutor(Crew(self._store, outputs, providers, webhooks))
        desk = Desk(
            load_catalog(),
            self._store,
            self._executor,
            providers,
            max_open_jobs=settings.max_open_jobs,
        )
        self.app = build_http(
            Videos(desk, outputs, settings), version=__version__, lifespan=self._lifespan
        )

    @contextlib.asynccontextmanager
    async def _lifespan(self, _: Starlette) -> AsyncIterator[None]:
        await self._farm.start()
        if resumed := self._executor.resume(self._resume):
            log.info("resumed %d open jobs", resumed)
        try:
            yield
        finally:
            await self._executor.close()
            await self._farm.close()
            self.close()

    def close(self) -> None:
        """Let the data folder go; calling it twice is harmless."""
        self._store.close()
        self.lock.release()
