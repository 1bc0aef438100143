"""Checks whether a process can make jobs into videos; each says what is wrong and what to do."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from rushes.clock import unix_time
from rushes.metrics import Metrics
from rushes.routing.router import Router
from rushes.settings import MIB, Settings
from rushes.storage.base import Storage, StorageError
from rushes.store.probe import probe
from rushes.store.store import Store
from rushes.store.transaction import StoreError

INTERVAL = 2.0  # seconds that a result is good for, however many ask
STORAGE_INTERVAL = 60.0  # the same for storage, which a check writes to
LONGEST = 5.0  # seconds that a check may take
SEE_LOG = "the service's log has the details"

log = logging.getLogger("rushes.http")


@dataclass(frozen=True)
class Problem:
    """What is wrong, and what to do; everybody may read it. `detail` is for the log alone."""

    message: str
    remedy: str
    detail: str = ""

    def shown(self) -> dict[str, str]:
        """Return it as it is shown to everybody."""
        return {"status": "failed", "problem": self.message, "remedy": self.remedy}


@dataclass(frozen=True)
class Watched:
    """The parts of a process that checks and metrics look at; a reload replaces the settings."""

    store: Store
    storage: Storage
    router: Router
    present_settings: Callable[[], Settings]
    metrics: Metrics

    @property
    def settings(self) -> Settings:
        return self.present_settings()


Look = Callable[[], Awaitable[Problem | None]]


class Check:
    """One check; its result is kept for `interval` seconds, and logged when it changes."""

    def __init__(
        self, name: str, look: Look, interval: Callable[[], float] = lambda: INTERVAL
    ) -> None:
        self.name = name
        self._look = look
        self._interval = interval
        self._lock = asyncio.Lock()
        self._checked_at: float | None = None
        self._problem: Problem | None = None

    async def problem(self) -> Problem | None:
        async with self._lock:  # one look serves all who wait for it
            # What failed is looked at again soon.
            interval = min(self._interval(), INTERVAL) if self._problem else self._interval()
            if self._checked_at is None or monotonic() - self._checked_at > interval:
                problem = await self._try()
                if problem is not None and self._problem is None:
                    log.error("not ready: %s: %s", self.name, problem.detail or problem.message)
                if problem is None and self._problem is not None:
                    log.info("ready again: %s", self.name)
                self._problem, self._checked_at = problem, monotonic()
            return self._problem

    async def _try(self) -> Problem | None:
        try:
            async with asyncio.timeout(LONGEST):
                return await self._look()
        except TimeoutError:
            message = f"The {self.name} did not answer within {LONGEST:g} s"
            return Problem(message, f"Look at its load and its connection; {SEE_LOG}")


class Readiness:
    """The checks of one process; `more` are its own, by name."""

    def __init__(self, watched: Watched, more: Mapping[str, Look] | None = None) -> None:
        self._store = watched.store
        self._storage = watched.storage
        self._router = watched.router
        self._watched = watched
        self._checks = [
            Check("database", self._database),
            Check("migrations", self._migrations),
            Check("storage", self._stored, lambda: STORAGE_INTERVAL),
            Check("disk", self._disk),
            Check("providers", self._providers),
            *(Check(name, look) for name, look in (more or {}).items()),
        ]

    async def problems(self) -> dict[str, Problem | None]:
        """Return what is wrong, by the names of all checks."""
        found = await asyncio.gather(*(check.problem() for check in self._checks))
        return {check.name: problem for check, problem in zip(self._checks, found, strict=True)}

    async def _database(self) -> Problem | None:
        try:
            await probe(self._store)
        except StoreError as error:
            return database_problem(str(error))
        return None

    async def _migrations(self) -> Problem | None:
        try:
            found, known = await self._store.database.survey(self._store.database.schema())
        except StoreError as error:
            return Problem("The version of the schema is unknown", "Mend the database", str(error))
        if found == known:
            return None
        message = f"The database has schema version {found}, this process has version {known}"
        if found > known:
            return Problem(message, "Stop this process and start the newer version of Rushes")
        return Problem(message, "Restart the service, which upgrades the schema")

    async def _stored(self) -> Problem | None:
        try:
            await self._storage.check()
        except StorageError as error:
            return Problem(
                "Videos cannot be stored",
                "Check the permissions and free space of the videos' folder, or the bucket's"
                f" credentials; {SEE_LOG}",
                str(error),
            )
        return None

    async def _disk(self) -> Problem | None:
        least = self._watched.settings.min_free_disk
        for name, folder in disk_folders(self._watched.settings).items():
            usage = await asyncio.to_thread(disk_usage, folder)
            if usage is not None and least and usage[0] < least:
                return Problem(
                    f"{usage[0] // MIB} MiB are free on the disk of the {name} folder, less than"
                    f" {least // MIB} MiB (RUSHES_MIN_FREE_DISK)",
                    "Free space, or keep videos for a shorter time (RUSHES_KEEP_OUTPUTS)",
                )
        return None

    async def _providers(self) -> Problem | None:
        health, now = await self._router.reports.health(), unix_time()
        accounts = self._router.table.accounts
        if any(not health.of(account.id).is_out(now) for account in accounts):
            return None
        out = "; ".join(f"{a.id}: {health.of(a.id).problem}" for a in accounts)
        return Problem(
            f"No provider can be used ({out or 'none is configured'})",
            "Check the providers' credentials, credit and status; `rushes providers` lists them",
            "; ".join(f"{a.id}: {health.of(a.id).detail}" for a in accounts),
        )


def database_problem(detail: str = "") -> Problem:
    return Problem(
        "The database does not take jobs",
        f"Check that it runs, can be reached and has free space; {SEE_LOG}",
        detail,
    )


def body(problems: Mapping[str, Problem | None], version: str) -> dict[str, Any]:
    """Return what `/ready` shows."""
    failed = [name for name, problem in problems.items() if problem is not None]
    checks = {name: {"status": "ok"} if p is None else p.shown() for name, p in problems.items()}
    shown: dict[str, Any] = {"status": "unavailable" if failed else "ready", "version": version}
    if failed:
        shown["problem"] = ", ".join(failed)
    return {**shown, "checks": checks}


def disk_folders(settings: Settings) -> dict[str, Path]:
    """Return the folders whose disks may get full, by what they hold."""
    outputs = settings.outputs_url
    if outputs is None or "://" in outputs:
        return {"data": settings.data_dir}
    return {"data": settings.data_dir, "videos": Path(outputs).expanduser()}


def disk_usage(folder: Path) -> tuple[int, int] | None:
    """Return the free and all bytes of a folder's disk, None if it cannot be looked at."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return None
    return usage.free, usage.total
