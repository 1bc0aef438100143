"""The connections of awaited calls, spread over several small pools.

httpx's pool looks at all of its connections whenever a request begins or ends, so a hundred polls
at once cost it more in one pool than in a dozen of eight.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, cast

import httpx

from rushes.sdk._callbacks import running_trio
from rushes.sdk._streams import OpenStreams
from rushes.sdk._transports import async_transport
from rushes.wire.proxies import Proxies

if TYPE_CHECKING:
    from rushes.sdk.httpclient import AsyncHttpClient

REQUESTS_PER_POOL: Final = 8  # at once, as long as there may be more pools
MAX_POOLS: Final = 32

Lease = tuple["AsyncHttpClient", Callable[[], None]]  # a client for one request; gives it back


class SingleClient:
    """The client that a caller gave; its connections are the caller's business."""

    def __init__(self, client: AsyncHttpClient) -> None:
        self._client = client
        self.open_streams = OpenStreams()

    def lease(self) -> Lease:
        return self._client, lambda: None


class Pools:
    """httpx clients of one event loop, made as they are needed; `busy` counts their requests."""

    def __init__(self) -> None:
        self._proxies = Proxies.from_environment()
        self._clients: list[httpx.AsyncClient] = []
        self.busy: list[int] = []
        self.open_streams = OpenStreams()

    def lease(self) -> Lease:
        number = self._free()
        self.busy[number] += 1
        return cast("AsyncHttpClient", self._clients[number]), partial(self._give_back, number)

    async def close(self) -> None:
        self.open_streams.connections_closed = True
        for client in self._clients:
            await client.aclose()

    def _give_back(self, number: int) -> None:
        self.busy[number] -= 1

    def _free(self) -> int:
        # The first ones are preferred: their connections are warm.
        for number, busy in enumerate(self.busy):
            if busy < REQUESTS_PER_POOL:
                return number
        if len(self._clients) < MAX_POOLS:
            self._clients.append(_client(self._proxies))
            self.busy.append(0)
            return len(self._clients) - 1
        return self.busy.index(min(self.busy))


def _client(proxies: Proxies) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=async_transport(proxies), trust_env=False)


def running_loop() -> object:
    """Return an object that lives as long as the running event loop of asyncio or trio.

    anyio's own token does not: it is made anew whenever it is asked for.
    """
    if trio := running_trio():
        return trio.lowlevel.current_trio_token()
    import asyncio

    return asyncio.get_running_loop()
