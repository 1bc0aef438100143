"""The dependencies of a running job."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from socket import gethostname

from rushes.catalog.model import load_catalog
from rushes.catalog.provider_data import ENGINE, load_providers
from rushes.catalog.routed_account import RoutedAccount
from rushes.clock import sleep, timeout
from rushes.jobs.account_reports import AccountReports
from rushes.jobs.urls import content_urls
from rushes.metrics import Metrics
from rushes.providers.base import Provider, UpstreamJob
from rushes.routing.router import Router
from rushes.storage.base import Storage
from rushes.store.budget import Budget
from rushes.store.job import Job
from rushes.store.store import Store
from rushes.webhook import Webhooks


class FencedError(Exception):
    """The job's row has moved on: the job has ended, or another process has taken it up."""


class StaleError(Exception):
    """Too much time has passed since an attempt was committed; nothing was sent."""


class JobSignals:
    """Wakes the task that waits for a job, because the job's row was changed from outside."""

    def __init__(self) -> None:
        self._events: dict[str, asyncio.Event] = {}

    def wake(self, job_id: str) -> None:
        if event := self._events.get(job_id):
            event.set()

    def wake_all(self) -> None:
        """Wake every task: a signal may have been missed."""
        for event in self._events.values():
            event.set()

    @contextlib.contextmanager
    def subscribed(self, job_id: str) -> Iterator[None]:
        event = self._events[job_id] = asyncio.Event()
        try:
            yield
        finally:
            if self._events.get(job_id) is event:  # else a later task has subscribed
                del self._events[job_id]

    async def wait(self, job_id: str, seconds: float) -> bool:
        """Wait; return at once, and True, when a signal comes or has come."""
        event = self._events.get(job_id)
        if event is None:
            await sleep(seconds)
            return False
        if not event.is_set():
            with contextlib.suppress(TimeoutError):
                async with timeout(seconds):
                    await event.wait()
        is_set = event.is_set()
        event.clear()
        return is_set


def host_name(pid: int) -> str:
    """Return the name of a process on this machine."""
    return f"{gethostname()}-{pid}"


def no_callback(job: Job) -> str | None:
    """Return no URL: an upstream cannot reach this service."""
    return None


@dataclass(eq=False)
class JobContext:
    """The dependencies of a running job, some of which a reload of the configuration replaces.

    `single_process`: one process owns the store, so an earlier holder of a job is dead; otherwise
    `skew` is how many seconds hosts' clocks and schedulers may differ. `resubmit` names the
    providers whose operator would rather pay twice than miss a video. `content_urls` makes the URLs
    of a webhook. `routing` chooses among the providers, by default those that are given, and
    `fallbacks` says after which ends of an accepted job it may choose again: failed, moderated or
    stuck. `upstream_callback` makes the URL at which an upstream may report a job's end. `budgets`
    are those of the whole service. `retired` are the accounts that a reload removed, with the time:
    they go on with what they accepted. `host` is this process; `taken_from` are the processes that
    had jobs before it, for those that it is to take up. `previous_host` is the one process before,
    where one process owns the store.
    """

    store: Store
    storage: Storage
    providers: Mapping[str, Provider]
    webhooks: Webhooks
    single_process: bool = True
    skew: float = 5.0
    resubmit: Collection[str] = frozenset()
    signals: JobSignals = field(default_factory=JobSignals)
    content_urls: Callable[[Job, str], list[str]] = content_urls
    routing: Router | None = None
    reports: AccountReports | None = None
    fallbacks: Collection[str] = frozenset()
    upstream_callback: Callable[[Job], str | None] = no_callback
    budgets: tuple[Budget, ...] = ()
    retired: dict[str, float] = field(default_factory=dict)
    metrics: Metrics = field(default_factory=Metrics)
    host: str = field(default_factory=lambda: host_name(os.getpid()))
    taken_from: dict[str, str] = field(default_factory=dict)
    previous_host: str | None = None

    @cached_property
    def accounts(self) -> AccountReports:
        return self.reports or AccountReports(self.store)

    @cached_property
    def router(self) -> Router:
        return self.routing or router_of(self.providers, self.accounts)

    def provider(self, job: Job) -> Provider:
        return self.providers[job.provider]


def router_of(providers: Mapping[str, Provider], accounts: AccountReports | None = None) -> Router:
    """Return a router among providers, each with what the data says of its slug."""
    if accounts is None:
        return Router(load_catalog(), targets_of(providers))
    return Router(load_catalog(), targets_of(providers), health=accounts)


def targets_of(providers: Mapping[str, Provider], only: str | None = None) -> list[RoutedAccount]:
    """Return providers, or the `only` one, as routing sees them."""
    known = load_providers()
    return [
        RoutedAccount(
            name,
            slug,
            provider.name,
            known.get(slug, known[ENGINE]),
            position=position,
            concurrency=provider.capabilities.concurrency,
        )
        for position, (name, provider) in enumerate(providers.items())
        if (slug := name.partition("/")[0]) and only in {None, slug}
    ]


def upstream_of(job: Job) -> UpstreamJob | None:
    """Return a job as its upstream knows it, None before its id is known."""
    if job.upstream_id is None:
        return None
    return UpstreamJob(job.upstream_id, job.model, job.upstream_model)
