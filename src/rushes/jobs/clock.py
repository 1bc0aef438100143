"""The time by which rows are stamped and judged: the system's clock, less the jumps it makes.

Rows are stamped with the system's clock. It may be corrected while the service runs, and then what
was stamped before looks older or younger than it is. So an age is never judged by that clock alone:
what it has shown for a while is remembered, and nothing counts as older than it can be. Where
several hosts share a database, a host whose clock is wrong goes by the database's.
"""

from __future__ import annotations

import time

from rushes.clock import ahead, unix_time

TOLERANCE = 1.0  # seconds; a smaller correction is no jump


def boot_time() -> float:
    """Return seconds since the machine started, suspended time included."""
    return ahead() + time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def steady_time(over: float = 0.0) -> float:
    """Return unix seconds by the system's clock, or less if it was set forward lately.

    It is the least that the clock would show now had it stayed as it once was in the last `over`
    seconds. So what was stamped before `steady_time(over) - over` is `over` seconds old, as far as
    this process can know. An error keeps rows too long, never too short.
    """
    return _seen.least(over)


def set_offset(ahead: float) -> None:
    """Subtract seconds from the system's clock from now on; 0 if it is right."""
    _seen.ahead = ahead


class ClockOffsets:
    """How far the system's clock was ahead of the machine's running time, as often as one looked.

    Each offset is kept with the time until which it may have been so. A greater one from before a
    smaller one is not: the smaller counts wherever it would.
    """

    def __init__(self) -> None:
        self.ahead = 0.0
        self._kept: list[tuple[float, float]] = []
        self.least(0.0)

    def least(self, over: float) -> float:
        """Return the least that the time can be, by what was seen in the last `over` seconds."""
        running = boot_time()
        offset = unix_time() - self.ahead - running
        self._look(offset, running)
        lately = [known for known, until in self._kept if until > running - over]
        return running + min([offset, *lately])

    def _look(self, offset: float, running: float) -> None:
        # What was seen later than now was seen in a time that a test kit has taken back.
        kept = [known for known in self._kept if known[1] <= running + TOLERANCE]
        lower = [known for known in kept if known[0] < offset - TOLERANCE]
        same = [known for known, _ in kept[len(lower) :] if known <= offset + TOLERANCE]
        if lower and not same:
            lower[-1] = (lower[-1][0], running)
        self._kept = [*lower, (min([offset, *same]), running)]


_seen = ClockOffsets()
