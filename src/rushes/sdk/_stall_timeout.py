"""How long a download is tried on: after attempts that brought nothing, and through outages."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

TRIES = 4  # in a row, if none of them leaves a byte that the next could go on from
PATIENCE = 120.0  # seconds without a new byte, once some have arrived
FIRST_PAUSE = 0.5  # seconds, doubled from try to try
LONGEST_PAUSE = 15.0


class Patience:
    """What is left of it. Nothing here waits."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._breaks = 0
        self._attempts = 0
        self._silent_since: float | None = None

    def renew(self) -> None:
        """Note that bytes have arrived that will last; who moves on may take any time."""
        self._silent_since = None
        self._breaks = self._attempts = 0

    def after_waste(self, error: Exception) -> None:
        """Note that bytes have arrived for nothing; raise the error if that was too often."""
        self._silent_since = None
        self._breaks += 1
        if self._breaks >= TRIES:
            error.add_note(f"Given up after {TRIES} tries that nothing is left of")
            raise error

    def pause(self, error: Exception, asked: float = 0.0) -> float:
        """Return a pause that grows from attempt to attempt; raise the error if it is too long."""
        now = self._clock()
        if self._silent_since is None:
            self._silent_since = now
        silent = now - self._silent_since
        if silent + asked >= PATIENCE:
            error.add_note(f"Given up after {silent:.0f} s without a new byte")
            raise error
        longest = min(FIRST_PAUSE * 2.0**self._attempts, LONGEST_PAUSE)
        self._attempts += 1
        return max(asked, longest * random.uniform(0.5, 1.0))  # noqa: S311 - so that clients spread
