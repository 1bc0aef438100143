"""How accounts of providers fare, agreed among all hosts: which are out, and what was measured."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.clock import unix_time
from rushes.store.job import Job
from rushes.store.transaction import Table, Transaction, reads, single_writes, surveys, writes

FADING = 0.95  # of earlier attempts' weight, with each new one
PROBE = 30.0  # seconds that the one request has which probes an account
FIRST_OUT, LONGEST_OUT = 30.0, 600.0  # seconds that a failing account is out; doubled each time
MAX_DETAIL = 500  # characters


@dataclass(frozen=True)
class AccountRow:
    """One account that has failed; `out_until` is in unix seconds."""

    account: str
    problem: str | None
    detail: str
    out_until: float
    failures: int


@dataclass(frozen=True)
class MeasureRow:
    """What came of attempts at one model by one account; later ones weigh more."""

    account: str
    model: str
    attempts: float
    succeeded: float
    seconds: float | None


class AccountHealthTable(Table):
    @reads
    def accounts(self) -> Transaction[list[AccountRow]]:
        rows = yield "SELECT account, problem, detail, out_until, failures FROM account_health", {}
        return [AccountRow(*row) for row in rows]

    @reads
    def measures(self) -> Transaction[list[MeasureRow]]:
        rows = yield "SELECT account, model, attempts, succeeded, seconds FROM measures", {}
        return [MeasureRow(*row) for row in rows]

    @surveys
    def in_flight(self) -> Transaction[dict[str, int]]:
        """Return how many jobs of each account are open."""
        rows = yield (
            "SELECT provider, count(*) FROM jobs WHERE ended_at IS NULL GROUP BY provider",
            {},
        )
        return {str(provider): int(count) for provider, count in rows}

    @single_writes
    def take_out(
        self, account: str, problem: str, detail: str, seconds: float
    ) -> Transaction[None]:
        """Send nothing by an account for a while, then one request that probes it."""
        yield (
            "INSERT INTO account_health AS h (account, problem, detail, out_until, failures)"
            " VALUES (:account, :problem, :detail, :until, 1)"
            " ON CONFLICT (account) DO UPDATE SET problem = :problem, detail = :detail,"
            " out_until = :until, failures = h.failures + 1",
            {
                "account": account,
                "problem": problem,
                "detail": detail[:MAX_DETAIL],
                "until": unix_time() + seconds,
            },
        )

    @writes
    def count_failure(self, account: str, detail: str, most: int) -> Transaction[bool]:
        """Count a failure; an account with `most` in a row is out. Return whether it is."""
        rows = yield (
            "INSERT INTO account_health AS h (account, detail, failures)"
            " VALUES (:account, :detail, 1)"
            " ON CONFLICT (account) DO UPDATE SET detail = :detail, failures = h.failures + 1"
            " RETURNING failures",
            {"account": account, "detail": detail[:MAX_DETAIL]},
        )
        beyond = int(rows[0][0]) - most
        if beyond < 0:
            return False
        seconds = min(FIRST_OUT * 2 ** min(beyond, 10), LONGEST_OUT)
        yield (
            "UPDATE account_health SET problem = 'failing', out_until = :until"
            " WHERE account = :account AND (problem IS NULL OR problem = 'failing')",
            {"account": account, "until": unix_time() + seconds},
        )
        return True

    @single_writes
    def clear(self, account: str) -> Transaction[None]:
        """Forget what was wrong with an account: it works."""
        yield "DELETE FROM account_health WHERE account = :account", {"account": account}

    @writes
    def probe(self, account: str) -> Transaction[bool]:
        """Claim the one request that may probe an account; False while it is out or probed."""
        now = unix_time()
        rows = yield (
            "UPDATE account_health SET out_until = :until WHERE account = :account"
            " AND problem IS NOT NULL AND out_until <= :now RETURNING account",
            {"account": account, "now": now, "until": now + PROBE},
        )
        if rows:
            return True
        known = yield (
            "SELECT 1 FROM account_health WHERE account = :account AND problem IS NOT NULL",
            {"account": account},
        )
        return not known

    @single_writes
    def measure(self, job: Job, *, succeeded: bool, seconds: float | None) -> Transaction[None]:
        """Count the end of an attempt, and how long the upstream took."""
        yield (
            "INSERT INTO measures AS m (account, model, attempts, succeeded, seconds)"
            " VALUES (:account, :model, 1, :succeeded, :seconds)"
            " ON CONFLICT (account, model) DO UPDATE SET"
            f" attempts = m.attempts * {FADING} + 1,"
            f" succeeded = m.succeeded * {FADING} + :succeeded,"
            " seconds = CASE WHEN CAST(:seconds AS DOUBLE PRECISION) IS NULL THEN m.seconds"
            " WHEN m.seconds IS NULL THEN :seconds ELSE m.seconds * 0.8 + :seconds * 0.2 END",
            {
                "account": job.provider,
                "model": job.model,
                "succeeded": 1.0 if succeeded else 0.0,
                "seconds": seconds,
            },
        )
