"""The time by which jobs are judged: corrections of the system's clock do not make it jump."""

from __future__ import annotations

import time


def boot_time() -> float:
    """Return seconds since the machine started, suspended time included."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def steady_time() -> float:
    """Return unix seconds as the system told them when this process started, and went on since.

    So a clock that is set forward by a day expires nothing, and removes nothing.
    """
    return _STARTED + boot_time()


_STARTED = time.time() - boot_time()
