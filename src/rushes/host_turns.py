"""Limits on what is sent at once: overall, to one host, and for one owner.

A slow host delays no other, and who sends to many of them delays no one else: unless a share is
given, an owner takes turns only while more are free than it has.
"""

from __future__ import annotations

from collections import Counter


class HostTurns:
    """Turns: `total` at once, `per_host` of them at one host, `per_owner` of them for one owner."""

    def __init__(self, total: int, per_host: int, per_owner: int | None = None) -> None:
        self.limit(total, per_host, per_owner)
        self._at: Counter[str] = Counter()  # turns that are taken, by host
        self._for: Counter[str] = Counter()  # the same by owner

    def limit(self, total: int, per_host: int, per_owner: int | None = None) -> None:
        """Set the limits; turns that are taken beyond them stay so until they are given back."""
        self._total, self._per_host, self._per_owner = total, per_host, per_owner

    @property
    def room(self) -> int:
        """Return how many turns are free, at hosts and for owners that have some left."""
        return max(self._total - self._at.total(), 0)

    def take(self, host: str, owner: str, most: int | None = None) -> int:
        """Take turns that are free at a host for an owner, all or at `most`; return how many."""
        free = self.room, self._per_host - self._at[host], self._left(self._for[owner])
        count = min(free) if most is None else min(*free, most)
        if count > 0:
            self._at[host] += count
            self._for[owner] += count
        return max(count, 0)

    def _left(self, own: int) -> int:
        if self._per_owner is not None:
            return self._per_owner - own
        return (self.room - own + 1) // 2

    def release(self, host: str, owner: str, count: int = 1) -> None:
        """Give turns back."""
        for taken, name in ((self._at, host), (self._for, owner)):
            taken[name] -= count
            if not taken[name]:
                del taken[name]
