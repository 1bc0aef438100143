"""What one process counts and times for Prometheus. What the database says is in `http.metrics`."""

from __future__ import annotations

import platform
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    Info,
    ProcessCollector,
)

if TYPE_CHECKING:
    from prometheus_client import Metric

OTHER = "other"  # what a label says in place of a value that is not known
REQUEST_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
CALL_BUCKETS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 120.0)
JOB_BUCKETS = (1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 21600.0)
WRITE_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"})


class _Registry(CollectorRegistry):
    """Without the time at which each series began, which doubles the series for nobody."""

    def collect(self) -> Iterable[Metric]:
        for metric in super().collect():
            metric.samples = [s for s in metric.samples if not s.name.endswith("_created")]
            yield metric


class Names:
    """Keeps labels few: a value that is not known is `other`."""

    def __init__(self, known: Collection[str] | None = None) -> None:
        self._known = None if known is None else set(known)

    def add(self, names: Iterable[str]) -> None:
        """Let more names be labels."""
        if self._known is not None:
            self._known.update(names)

    def of(self, name: str) -> str:
        """Return a name as a label."""
        return name if self._known is None or name in self._known else OTHER


class Metrics:
    """The metrics of one process, in a registry of its own.

    `models` and `providers` are the values that labels may have.
    """

    def __init__(
        self,
        models: Collection[str] | None = None,
        providers: Collection[str] | None = None,
        *,
        version: str = "",
        role: str = "",
    ) -> None:
        self.models, self.providers = Names(models), Names(providers)
        self.registry = registry = _Registry()
        build = Info("rushes_build", "Version of Rushes, and what it runs on.", registry=registry)
        build.info({"version": version, "role": role, "python": platform.python_version()})
        ProcessCollector(registry=registry)
        GCCollector(registry=registry)
        self._define_requests()
        self._define_jobs()
        self._define_resources()
        self._children: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}

    def _define_requests(self) -> None:
        self._requests = Counter(
            "rushes_http_requests",
            "HTTP requests by route and status.",
            ["method", "route", "status"],
            registry=self.registry,
        )
        self._request_seconds = Histogram(
            "rushes_http_request_duration_seconds",
            "Time until the response to an HTTP request began.",
            ["method", "route"],
            registry=self.registry,
            buckets=REQUEST_BUCKETS,
        )
        self._submits = Counter(
            "rushes_submits",
            "Submitted requests by what became of them.",
            ["result"],
            registry=self.registry,
        )
        self.webhook_attempts = Counter(
            "rushes_webhook_attempts",
            "Webhooks posted, by result.",
            ["result"],
            registry=self.registry,
        )
        self.webhook_seconds = Histogram(
            "rushes_webhook_duration_seconds",
            "Time that posting a webhook took.",
            registry=self.registry,
            buckets=CALL_BUCKETS,
        )

    def _define_jobs(self) -> None:
        self._ended = Counter(
            "rushes_jobs_ended",
            "Jobs that ended, by their final state.",
            ["state", "model", "provider"],
            registry=self.registry,
        )
        self._job_seconds = Histogram(
            "rushes_job_duration_seconds",
            "Time from the submit of a job to its end.",
            ["state", "provider"],
            registry=self.registry,
            buckets=JOB_BUCKETS,
        )
        self._attempts = Counter(
            "rushes_attempts",
            "Attempts to have a provider make a video, by outcome.",
            ["provider", "outcome"],
            registry=self.registry,
        )
        self._call_seconds = Histogram(
            "rushes_provider_call_duration_seconds",
            "Time that calls to providers took.",
            ["provider", "operation"],
            registry=self.registry,
            buckets=CALL_BUCKETS,
        )
        self._call_errors = Counter(
            "rushes_provider_errors",
            "Calls to providers that failed, by kind of error.",
            ["provider", "operation", "kind"],
            registry=self.registry,
        )
        self._render_seconds = Histogram(
            "rushes_render_duration_seconds",
            "Time that renders of the offline engine took, by outcome.",
            ["outcome"],
            registry=self.registry,
            buckets=JOB_BUCKETS,
        )
        self.renders_queued = Gauge(
            "rushes_renders_queued",
            "Renders that wait for a worker process of the offline engine.",
            registry=self.registry,
        )
        self.renders_running = Gauge(
            "rushes_renders_running",
            "Renders that a worker process of the offline engine is making.",
            registry=self.registry,
        )

    def _define_resources(self) -> None:
        self.write_seconds = Histogram(
            "rushes_store_write_duration_seconds",
            "Time until a transaction was on disk.",
            registry=self.registry,
            buckets=WRITE_BUCKETS,
        )
        self.store_errors = Counter(
            "rushes_store_errors",
            "Transactions that failed at the database.",
            ["operation"],
            registry=self.registry,
        )
        self.storage_errors = Counter(
            "rushes_storage_errors",
            "Operations that failed at the storage of videos.",
            ["operation"],
            registry=self.registry,
        )
        for operation in ("read", "write"):
            self.store_errors.labels(operation)
        for operation in ("put", "find", "open", "read", "delete", "sign", "check"):
            self.storage_errors.labels(operation)

    def request(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count an HTTP request; `route` is a template."""
        shown = method if method in _METHODS else OTHER
        key = (shown, route, status)
        children = self._children.get(key)
        if children is None:
            children = self._children[key] = (
                self._requests.labels(shown, route, str(status)),
                self._request_seconds.labels(shown, route),
            )
        children[0].inc()
        children[1].observe(seconds)

    def submit(self, result: str) -> None:
        """Count a submitted request."""
        self._submits.labels(result).inc()

    def job_ended(self, state: str, model: str, provider: str, seconds: float) -> None:
        """Count a job that ended some seconds after its submit."""
        provider = self.providers.of(provider)
        self._ended.labels(state, self.models.of(model), provider).inc()
        self._job_seconds.labels(state, provider).observe(max(seconds, 0.0))

    def attempt(self, provider: str, outcome: str) -> None:
        """Count an attempt by its outcome."""
        self._attempts.labels(self.providers.of(provider), outcome).inc()

    def call(self, provider: str, operation: str, seconds: float, error: str | None) -> None:
        """Count a call to a provider; `error` is its kind, if it failed."""
        provider = self.providers.of(provider)
        self._call_seconds.labels(provider, operation).observe(seconds)
        if error is not None:
            self._call_errors.labels(provider, operation, error).inc()

    def render(self, outcome: str, seconds: float) -> None:
        """Count a render."""
        self._render_seconds.labels(outcome).observe(seconds)
