"""What becomes of a camera path in videos that go on after its end."""

from __future__ import annotations

import math


def settled(value: float, free: float, limit: float) -> float:
    """Return the value up to `free`; beyond, slow it down so that it never passes `limit`."""
    room = limit - free
    if value <= free:
        return value
    if room <= 0.0:
        return free
    return free - room * math.expm1((free - value) / room)
