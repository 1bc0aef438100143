"""How many requests each API key may send a minute, as counted by this process."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.clock import monotonic

MINUTE = 60.0  # seconds
MAX_COUNTED = 10_000  # keys; those beyond it, used longest ago, start anew


@dataclass(frozen=True)
class Rate:
    """What is left of a limit; `full_in` and `retry_in` are in seconds.

    `retry_in` is 0 unless the request is refused.
    """

    limit: int
    remaining: int
    full_in: float
    retry_in: float


class RequestRates:
    """Token buckets: a minute's requests may come at once, and grow back evenly."""

    def __init__(self) -> None:
        self._buckets = dict[str, tuple[float, float]]()  # tokens left at a time

    def clear(self) -> None:
        """Forget all requests."""
        self._buckets.clear()

    def take(self, name: str, limit: int) -> Rate:
        """Count a request under a name that may have `limit` of them a minute."""
        now = monotonic()
        tokens, at = self._buckets.pop(name, (float(limit), now))
        tokens = min(limit, tokens + (now - at) * limit / MINUTE)
        retry_in = 0.0 if tokens >= 1 else (1 - tokens) * MINUTE / limit
        tokens -= 0 if retry_in else 1
        self._buckets[name] = (tokens, now)
        if len(self._buckets) > MAX_COUNTED:
            del self._buckets[next(iter(self._buckets))]
        full_in = (limit - tokens) * MINUTE / limit
        return Rate(limit, math.floor(tokens), full_in, retry_in)
