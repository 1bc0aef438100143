"""Limits on what is sent at once: overall, to one host, and for one owner.

A slow host delays no other, and who sends to many of them delays no one else.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter, deque
from collections.abc import AsyncIterator

Place = tuple[str, str]  # host and owner


class HostTurns:
    """Turns: `total` at once, `per_host` of them at one host, `per_owner` of them for one owner.

    The turns of one host and owner are taken in order. Who waits takes nothing from others.
    """

    def __init__(self, total: int, per_host: int, per_owner: int) -> None:
        self._total, self._per_host, self._per_owner = total, per_host, per_owner
        self._at: Counter[str] = Counter()  # running turns by host
        self._for: Counter[str] = Counter()  # the same by owner
        self._waiting: dict[Place, deque[asyncio.Future[None]]] = {}

    @contextlib.asynccontextmanager
    async def turn(self, host: str, owner: str) -> AsyncIterator[None]:
        """Wait for a turn at a host; it lasts as long as the block."""
        place = (host, owner)
        if place in self._waiting or not self._has_room(place):
            await self._wait(place)
        else:
            self._take(place)
        try:
            yield
        finally:
            self._release(place)

    def waiting(self, host: str, owner: str) -> int:
        """Return how many wait for a turn at a host or for an owner, because of their limits."""
        return sum(
            len(queue)
            for place, queue in self._waiting.items()
            if (place[0] == host and self._at[host] >= self._per_host)
            or (place[1] == owner and self._for[owner] >= self._per_owner)
        )

    async def _wait(self, place: Place) -> None:
        granted = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(place, deque()).append(granted)
        try:
            await granted
        except asyncio.CancelledError:
            if not granted.cancelled():  # it was granted at the same moment
                self._release(place)
            elif queue := self._waiting.get(place):
                with contextlib.suppress(ValueError):
                    queue.remove(granted)
                if not queue:
                    del self._waiting[place]
            raise

    def _has_room(self, place: Place) -> bool:
        host, owner = place
        return (
            self._at.total() < self._total
            and self._at[host] < self._per_host
            and self._for[owner] < self._per_owner
        )

    def _take(self, place: Place) -> None:
        self._at[place[0]] += 1
        self._for[place[1]] += 1

    def _release(self, place: Place) -> None:
        for count, name in zip((self._at, self._for), place, strict=True):
            count[name] -= 1
            if not count[name]:
                del count[name]
        self._grant()

    def _grant(self) -> None:
        """Give free turns to those that wait, one to each place in order."""
        for place in list(self._waiting):
            if self._has_room(place):
                queue = self._waiting.pop(place)
                while queue and (granted := queue.popleft()).cancelled():
                    pass  # its task has yet to notice
                if not granted.cancelled():
                    self._take(place)
                    granted.set_result(None)
                if queue:
                    self._waiting[place] = queue  # last now: the others come first
