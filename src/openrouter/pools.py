"""The connections of awaited calls, spread over several small pools.

httpx's pool looks at all of its connections whenever a request begins or ends, so a hundred polls
at once cost it more in one pool than in a dozen of eight.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final

import httpx

from openrouter.certificates import trust

# Polls come every few seconds and should find their connection still open.
LIMITS: Final = httpx.Limits(
    max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0
)
AT_ONCE: Final = 8  # requests in one pool, as long as there may be more pools
POOLS: Final = 32


class Pools:
    """httpx clients of one event loop, made as they are needed."""

    def __init__(self) -> None:
        self._clients: list[httpx.AsyncClient] = []
        self._busy: list[int] = []

    @contextlib.contextmanager
    def one(self) -> Iterator[httpx.AsyncClient]:
        """Lend a client for one request. The first ones are preferred: their connections are warm.

        A body that is still to be read may outlast the loan.
        """
        place = self._place()
        self._busy[place] += 1
        try:
            yield self._clients[place]
        finally:
            self._busy[place] -= 1

    async def close(self) -> None:
        """Release all connections."""
        for client in self._clients:
            await client.aclose()

    def _place(self) -> int:
        for place, busy in enumerate(self._busy):
            if busy < AT_ONCE:
                return place
        if len(self._clients) < POOLS:
            self._clients.append(httpx.AsyncClient(verify=trust(), limits=LIMITS))
            self._busy.append(0)
            return len(self._clients) - 1
        return self._busy.index(min(self._busy))
