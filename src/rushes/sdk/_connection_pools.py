"""The connections of awaited calls, spread over several small pools.

httpx's pool looks at all of its connections whenever a request begins or ends, so a hundred polls
at once cost it more in one pool than in a dozen of eight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

import httpx

from rushes.sdk._ssl import trust
from rushes.sdk._streams import Lent

if TYPE_CHECKING:
    from rushes.sdk.httpclient import AsyncHttpClient

# Polls come every few seconds and should find their connection still open.
LIMITS: Final = httpx.Limits(
    max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0
)
AT_ONCE: Final = 8  # requests in one pool, as long as there may be more pools
POOLS: Final = 32


class Place:
    """A client, for one request and its answer."""

    __slots__ = ("_give_back", "client")

    def __init__(self, client: AsyncHttpClient, give_back: Callable[[], None] | None) -> None:
        self.client = client
        self._give_back = give_back

    def give_back(self) -> None:
        """Leave the client to others; the second time it does nothing."""
        give_back, self._give_back = self._give_back, None
        if give_back is not None:
            give_back()


class Single:
    """The client that a caller gave; what it does with its connections is his affair."""

    def __init__(self, client: AsyncHttpClient) -> None:
        self._client = client
        self.lent = Lent()

    def place(self) -> Place:
        """Lend the client."""
        return Place(self._client, None)


class Pools:
    """httpx clients of one event loop, made as they are needed; `busy` counts what each does."""

    def __init__(self) -> None:
        self._clients: list[httpx.AsyncClient] = []
        self.busy: list[int] = []
        self.lent = Lent()

    def place(self) -> Place:
        """Lend a client. The first ones are preferred: their connections are warm."""
        number = self._free()
        self.busy[number] += 1

        def give_back() -> None:
            self.busy[number] -= 1

        return Place(cast("AsyncHttpClient", self._clients[number]), give_back)

    async def close(self) -> None:
        """Release all connections."""
        self.lent.end()
        for client in self._clients:
            await client.aclose()

    def _free(self) -> int:
        for number, busy in enumerate(self.busy):
            if busy < AT_ONCE:
                return number
        if len(self._clients) < POOLS:
            self._clients.append(httpx.AsyncClient(verify=trust(), limits=LIMITS))
            self.busy.append(0)
            return len(self._clients) - 1
        return self.busy.index(min(self.busy))
