"""When the next request may be sent under a credential, agreed among all hosts."""

from __future__ import annotations

from rushes.clock import unix_time
from rushes.store.transaction import Table, Transaction, reads, single_writes

LONGEST_HOLD = 300.0  # seconds


class RateLimit(Table):
    """Keep the least time between a credential's requests, and the pauses that upstreams ask for.

    Hosts' clocks should agree to about a second; a clock that is off costs pace, never money.
    """

    async def turn(self, credential: str, interval: float, most: int = 1) -> float:
        """Return the seconds to wait until one's turn; the next turn is `interval` later.

        At most `most` others can be waiting: a turn beyond them and the longest pause is a clock's
        error, and is not waited for.
        """
        now = unix_time()
        latest = now + LONGEST_HOLD + 2 * interval * most
        if interval > 0:
            turn = await self._reserve(credential, interval, now, latest)
        else:
            turn = await self._next(credential)
        return max(turn - now, 0.0) if turn <= latest else 0.0

    @single_writes
    def hold(self, credential: str, seconds: float) -> Transaction[None]:
        """Send nothing under a credential for a while: the upstream is busy."""
        yield (
            "INSERT INTO rate_limit AS p (credential, next_at) VALUES (:credential, :until)"
            " ON CONFLICT (credential) DO UPDATE SET next_at ="
            " CASE WHEN p.next_at > :until THEN p.next_at ELSE :until END",
            {"credential": credential, "until": unix_time() + min(seconds, LONGEST_HOLD)},
        )

    @reads
    def _next(self, credential: str) -> Transaction[float]:
        query = "SELECT next_at FROM rate_limit WHERE credential = :credential"
        rows = yield query, {"credential": credential}
        return float(rows[0][0]) if rows else 0.0

    @single_writes
    def _reserve(
        self, credential: str, interval: float, now: float, latest: float
    ) -> Transaction[float]:
        rows = yield (
            "INSERT INTO rate_limit AS p (credential, next_at) VALUES (:credential, :following)"
            " ON CONFLICT (credential) DO UPDATE SET next_at ="
            " CASE WHEN p.next_at BETWEEN :now AND :latest THEN p.next_at ELSE :now END"
            " + :interval RETURNING next_at",
            {
                "credential": credential,
                "following": now + interval,
                "now": now,
                "interval": interval,
                "latest": latest,
            },
        )
        return float(rows[0][0]) - interval
