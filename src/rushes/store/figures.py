"""What an operator watches of the whole database, each counted by an index over what is open."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.store.budget import DAY, Period, span
from rushes.store.money import usd as as_usd
from rushes.store.transaction import Table, Transaction, surveys

_NOW = "CAST(extract(epoch FROM now()) AS double precision)"
PERIODS: tuple[Period, ...] = ("daily", "weekly", "monthly")
WORKER_LIVES = 15.0  # seconds since a worker's last heartbeat, of which there is one a second


@dataclass(frozen=True)
class OpenJobs:
    """How many jobs are open in a state, and when the oldest was made, in unix seconds."""

    state: str
    model: str
    provider: str
    count: int
    oldest: float


@dataclass(frozen=True)
class UnknownOutcomes:
    """Attempts that may have been accepted and paid; `is_open`: their jobs have not ended."""

    provider: str
    is_open: bool
    count: int


@dataclass(frozen=True)
class WebhookBacklog:
    """Webhooks that are not delivered; the oldest is of a job that ended then (unix seconds)."""

    count: int
    oldest: float | None


@dataclass(frozen=True)
class Spend:
    """What the jobs of one model and provider cost, in USD, in each of `PERIODS`."""

    model: str
    provider: str
    usd: tuple[float, ...]


class Figures(Table):
    @surveys
    def spend(self, now: float) -> Transaction[list[Spend]]:
        """Return what jobs of this UTC day, week and month cost, by model and provider."""
        day = int(now) // DAY
        first = {f"d{n}": span(period, day)[0] for n, period in enumerate(PERIODS)}
        sums = ", ".join(f"SUM(CASE WHEN day >= :{name} THEN charged ELSE 0 END)" for name in first)
        rows = yield (
            f"SELECT model, provider, {sums} FROM ledger /*by ledger_by_day*/"
            " WHERE day >= :first GROUP BY model, provider",
            {**first, "first": min(first.values())},
        )
        return [
            Spend(model, provider, tuple(float(as_usd(int(nano))) for nano in charged))
            for model, provider, *charged in rows
        ]

    @surveys
    def open_jobs(self) -> Transaction[list[OpenJobs]]:
        rows = yield (
            "SELECT state, model, provider, count(*), min(created_at) FROM jobs /*by jobs_open*/"
            " WHERE ended_at IS NULL GROUP BY state, model, provider",
            {},
        )
        return [OpenJobs(*row) for row in rows]

    @surveys
    def unknown_outcomes(self) -> Transaction[list[UnknownOutcomes]]:
        """Return the attempts without a known outcome; one that is just being sent is none."""
        rows = yield (
            "SELECT a.provider, j.ended_at IS NULL, count(*)"
            " FROM attempts a /*by submissions_unanswered*/ JOIN jobs j ON j.id = a.job_id"
            " WHERE a.state IN ('sending', 'unknown')"
            " AND (a.state = 'unknown' OR j.ended_at IS NOT NULL)"
            " GROUP BY a.provider, j.ended_at IS NULL",
            {},
        )
        return [UnknownOutcomes(row[0], bool(row[1]), int(row[2])) for row in rows]

    @surveys
    def webhook_backlog(self) -> Transaction[WebhookBacklog]:
        rows = yield (
            "SELECT count(*), min(created_at) FROM webhooks /*by webhooks_due*/"
            " WHERE state = 'pending'",
            {},
        )
        return WebhookBacklog(int(rows[0][0]), rows[0][1])

    @surveys
    def workers(self) -> Transaction[int]:
        """Return how many hosts have a worker that lives; for PostgreSQL."""
        query = f"SELECT count(DISTINCT host) FROM served WHERE seen_at > {_NOW} - :seconds"
        rows = yield query, {"seconds": WORKER_LIVES}
        return int(rows[0][0])
