"""How long to wait before the next try."""

from __future__ import annotations

FIRST = 0.5  # seconds
LONGEST = 60.0
LONGEST_RETRY_AFTER = 300.0  # seconds; an upstream that asks for more is tried earlier


class Backoff:
    """Seconds that double from try to try, up to `longest`."""

    def __init__(self, longest: float = LONGEST) -> None:
        self._longest = longest
        self._seconds = FIRST

    def next(self, retry_after: float | None = None) -> float:
        """Return the seconds to wait now; `retry_after` is what the other side asks for."""
        seconds, self._seconds = self._seconds, min(2 * self._seconds, self._longest)
        return seconds if retry_after is None else min(max(retry_after, FIRST), LONGEST_RETRY_AFTER)
