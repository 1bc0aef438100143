"""Metrics that are read when they are asked for: of the database, the disks and the checks.

What the database says is the same in every process that shares it, so dashboards take its maximum,
not its sum; `SHARED` names these metrics.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from time import monotonic

from prometheus_client.core import GaugeMetricFamily

from rushes.catalog.provider_data import ENGINE
from rushes.clock import unix_time
from rushes.http.readiness import Problem, Readiness, Watched, disk_folders, disk_usage
from rushes.store.account_health import AccountRow
from rushes.store.figures import OpenJobs, Spend, UnknownOutcomes, WebhookBacklog
from rushes.store.transaction import StoreError

INTERVAL = 5.0  # seconds that what was read is good for, however many ask
LONGEST = 4.0  # seconds that the database may take; a scrape is usually given ten
PERIODS = ("day", "week", "month")  # of UTC, in the order of `Spend.usd`
PROBLEMS = ("credential", "credit", "failing")
SHARED = frozenset(
    {
        "rushes_jobs",
        "rushes_oldest_job_age_seconds",
        "rushes_unknown_outcomes",
        "rushes_provider_out",
        "rushes_provider_failures",
        "rushes_spend_usd",
        "rushes_spend_limit_usd",
        "rushes_webhook_backlog",
        "rushes_webhook_oldest_age_seconds",
        "rushes_workers",
    }
)

log = logging.getLogger("rushes.http")


@dataclass(frozen=True)
class _Read:
    """What the database said."""

    open_jobs: list[OpenJobs]
    unknown: list[UnknownOutcomes]
    backlog: WebhookBacklog
    accounts: list[AccountRow]
    spend: list[Spend]
    workers: int


class Figures:
    """A collector of a registry. `refresh` reads; what was read is collected until it is old.

    `streams` returns how many event streams are open.
    """

    def __init__(
        self,
        watched: Watched,
        readiness: Readiness,
        *,
        streams: Callable[[], int] | None = None,
    ) -> None:
        self._store = watched.store
        self._router = watched.router
        self._watched = watched
        self._names = watched.metrics
        self._readiness = readiness
        self._streams = streams
        self._lock = asyncio.Lock()
        self._refreshed_at: float | None = None
        self._problems: Mapping[str, Problem | None] = {}
        self._read: _Read | None = None
        watched.metrics.registry.register(self)

    async def refresh(self) -> None:
        """Read what is to be collected, unless that was done a moment ago."""
        async with self._lock:
            if self._refreshed_at is not None and monotonic() - self._refreshed_at < INTERVAL:
                return
            self._problems = await self._readiness.problems()
            self._read = await self._ask()
            self._refreshed_at = monotonic()

    async def _ask(self) -> _Read | None:
        """Return what the database says, None if it does not: old figures would mislead."""
        if self._problems.get("database") is not None:
            return None
        store, one_process = self._store, self._watched.settings.database_url is None
        try:
            async with asyncio.timeout(LONGEST):
                return _Read(
                    await store.figures.open_jobs(),
                    await store.figures.unknown_outcomes(),
                    await store.figures.webhook_backlog(),
                    await store.accounts.accounts(),
                    await store.figures.spend(unix_time()),
                    1 if one_process else await store.figures.workers(),
                )
        except (StoreError, TimeoutError) as error:
            log.warning(
                "metrics of the database are missing: %s", str(error) or "it takes too long"
            )
            return None

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Return no names: a registry would collect them all to know them."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        up = 0.0 if self._read is None else 1.0
        yield GaugeMetricFamily("rushes_database_up", "Whether the database answers.", up)
        checks = GaugeMetricFamily(
            "rushes_check_ok", "Whether a check of /ready is passed.", labels=["check"]
        )
        for name, problem in self._problems.items():
            checks.add_metric([name], 1.0 if problem is None else 0.0)
        yield checks
        yield from self._resources()
        if self._read is not None:
            for family in chain(self._jobs(self._read), self._money(self._read)):
                family.documentation += " Of the whole database: the same in every process."
                yield family

    def _resources(self) -> Iterator[GaugeMetricFamily]:
        free, size = (
            GaugeMetricFamily(f"rushes_disk_{name}_bytes", text, labels=["folder"])
            for name, text in (
                ("free", "Free bytes on the disk of a folder."),
                ("size", "Size of the disk of a folder in bytes."),
            )
        )
        for name, folder in disk_folders(self._watched.settings).items():
            if (usage := disk_usage(folder)) is not None:
                free.add_metric([name], usage[0])
                size.add_metric([name], usage[1])
        yield free
        yield size
        yield GaugeMetricFamily(
            "rushes_disk_min_free_bytes",
            "Free bytes below which /ready fails (RUSHES_MIN_FREE_DISK).",
            self._watched.settings.min_free_disk,
        )
        yield GaugeMetricFamily(
            "rushes_open_jobs_limit",
            "Most jobs that may be open at once (RUSHES_MAX_OPEN_JOBS).",
            self._watched.settings.max_open_jobs,
        )
        if self._streams is not None:
            yield GaugeMetricFamily(
                "rushes_event_streams", "Event streams that are open.", self._streams()
            )

    def _jobs(self, read: _Read) -> Iterator[GaugeMetricFamily]:
        names, now = self._names, unix_time()
        counts: dict[tuple[str, ...], float] = defaultdict(float)
        oldest: dict[str, float] = {}
        for row in read.open_jobs:
            key = row.state, names.models.of(row.model), names.providers.of(row.provider)
            counts[key] += row.count
            oldest[row.state] = min(row.oldest, oldest.get(row.state, now))
        yield _family("rushes_jobs", "Open jobs.", ["state", "model", "provider"], counts)
        yield _family(
            "rushes_oldest_job_age_seconds",
            "Time since the oldest open job was submitted, by its state.",
            ["state"],
            {(state,): max(now - at, 0.0) for state, at in oldest.items()},
        )
        # Each is there from the start, so that an alert sees it rise.
        providers = {account.id for account in self._router.table.accounts}
        outcomes: dict[tuple[str, ...], float]
        outcomes = {(p, state): 0.0 for p in sorted(providers) for state in ("open", "ended")}
        for found in read.unknown:
            place = names.providers.of(found.provider), "open" if found.is_open else "ended"
            outcomes[place] = outcomes.get(place, 0.0) + found.count
        yield _family(
            "rushes_unknown_outcomes",
            "Attempts that may have been accepted and paid; their jobs are open or ended.",
            ["provider", "state"],
            outcomes,
        )
        yield GaugeMetricFamily(
            "rushes_webhook_backlog", "Webhooks that are not delivered.", read.backlog.count
        )
        since = read.backlog.oldest
        yield GaugeMetricFamily(
            "rushes_webhook_oldest_age_seconds",
            "Time since the end of the job whose webhook has waited longest; 0 if none waits.",
            0.0 if since is None else max(now - since, 0.0),
        )
        yield GaugeMetricFamily("rushes_workers", "Hosts that run jobs.", read.workers)

    def _money(self, read: _Read) -> Iterator[GaugeMetricFamily]:
        names, now = self._names, unix_time()
        rows = {row.account: row for row in read.accounts}
        out: dict[tuple[str, ...], float] = {}
        failures: dict[tuple[str, ...], float] = {}
        for account in self._router.table.accounts:
            if account.slug == ENGINE:
                continue
            row = rows.get(account.id)
            problem = row.problem if row is not None and now < row.out_until else None
            out |= {(account.id, name): float(name == problem) for name in PROBLEMS}
            failures[account.id,] = 0.0 if row is None else float(row.failures)
        yield _family(
            "rushes_provider_out",
            "Whether a provider is not used for now, by the reason.",
            ["provider", "problem"],
            out,
        )
        yield _family(
            "rushes_provider_failures",
            "Requests in a row that failed at a provider.",
            ["provider"],
            failures,
        )
        spent: dict[tuple[str, ...], float] = defaultdict(float)
        for spend in read.spend:
            labels = names.models.of(spend.model), names.providers.of(spend.provider)
            for period, usd in zip(PERIODS, spend.usd, strict=True):
                spent[period, *labels] += usd
        yield _family(
            "rushes_spend_usd",
            "What the jobs cost that were submitted in this UTC day, week or month.",
            ["period", "model", "provider"],
            spent,
        )
        yield _family(
            "rushes_spend_limit_usd",
            "The most that jobs may cost in a UTC day, week or month.",
            ["period"],
            {(period,): float(usd) for period, usd in self._watched.settings.spend_limit.items()},
        )


def _family(
    name: str, text: str, labels: list[str], values: Mapping[tuple[str, ...], float]
) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, text, labels=labels)
    for key, value in values.items():
        family.add_metric(key, value)
    return family
