"""Limits on what is sent at once: overall, and to one host, so that a slow one delays no other."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass


@dataclass
class _Host:
    free: asyncio.Semaphore
    users: int = 0  # that send or wait


class HostTurns:
    """Turns at hosts: `total` at once, `per_host` of them at one host, each in order."""

    def __init__(self, total: int, per_host: int) -> None:
        self._total = asyncio.Semaphore(total)
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    @contextlib.asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at a host; it lasts as long as the block."""
        at = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._per_host)))
        at.users += 1
        try:
            # The host's first: who waits for a slow host takes nothing from the others.
            async with at.free, self._total:
                yield
        finally:
            at.users -= 1
            if not at.users:
                del self._hosts[host]

    def waiting(self, host: str) -> int:
        """Return how many wait for a turn at a host because of its own limit."""
        at = self._hosts.get(host)
        return 0 if at is None else max(0, at.users - self._per_host)
