"""Times what goes out: calls to providers, and webhooks; and counts what became of them."""

from __future__ import annotations

from time import perf_counter
from types import TracebackType

from rushes.clock import unix_time
from rushes.jobs.context import FencedError, StaleError
from rushes.metrics import Metrics
from rushes.providers.base import (
    AccountError,
    BusyError,
    ChangedVideoError,
    LostError,
    NotAcceptedError,
    ProviderError,
    RefusedError,
    RestartedError,
    TransientError,
    UnknownOutcomeError,
    UnreachableError,
)
from rushes.store.job import Job
from rushes.store.transaction import StoreError
from rushes.webhook import Post, Receipt, SignedWebhook

# The first that an error is an instance of says what kind it is.
KINDS: tuple[tuple[type[ProviderError], str], ...] = (
    (RefusedError, "refused"),
    (BusyError, "busy"),
    (AccountError, "account"),
    (UnreachableError, "unreachable"),
    (NotAcceptedError, "not_accepted"),
    (UnknownOutcomeError, "unknown_outcome"),
    (ChangedVideoError, "changed_video"),
    (TransientError, "transient"),
    (RestartedError, "restarted"),
    (LostError, "lost"),
    (ProviderError, "provider"),
)
NOT_SENT = (FencedError, StaleError, StoreError)  # of what is done before a create
OUTCOMES = {"refused": "refused", "unknown_outcome": "unknown", "internal": "unknown"}


class measured:  # noqa: N801 - it is used like a function
    """Time a call to a provider; the block is the call. A create counts as an attempt."""

    __slots__ = ("_began", "_metrics", "_operation", "_provider")

    def __init__(self, metrics: Metrics, provider: str, operation: str) -> None:
        self._metrics = metrics
        self._provider = provider
        self._operation = operation

    def __enter__(self) -> None:
        self._began = perf_counter()

    def __exit__(
        self,
        _: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if isinstance(error, NOT_SENT) or not isinstance(error, Exception | None):
            return  # the caller was stopped
        kind = None if error is None else kind_of(error)
        seconds = perf_counter() - self._began
        self._metrics.call(self._provider, self._operation, seconds, kind)
        if self._operation == "create":
            outcome = "accepted" if kind is None else OUTCOMES.get(kind, "not_accepted")
            self._metrics.attempt(self._provider, outcome)


def kind_of(error: BaseException) -> str:
    """Return what kind of error a call to a provider raised."""
    return next((kind for cls, kind in KINDS if isinstance(error, cls)), "internal")


def measured_post(post: Post, metrics: Metrics) -> Post:
    """Return what posts webhooks, and counts how they were received."""

    async def measure(webhook: SignedWebhook) -> Receipt:
        began, result = perf_counter(), "unreachable"
        try:
            receipt = await post(webhook)
            result = "delivered" if 200 <= receipt.status < 300 else f"{receipt.status // 100}xx"
        finally:
            metrics.webhook_attempts.labels(result).inc()
            metrics.webhook_seconds.observe(perf_counter() - began)
        return receipt

    return measure


def note_end(job: Job, metrics: Metrics) -> None:
    """Count a job that has just ended."""
    ended_at = unix_time() if job.ended_at is None else job.ended_at
    metrics.job_ended(job.state, job.model, job.provider, ended_at - job.created_ns / 1e9)
