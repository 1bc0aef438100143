"""Load over loopback: requests per second of a closed loop, and how long each one took."""

from __future__ import annotations

import asyncio
import itertools
import time
from dataclasses import dataclass, field

import aiohttp

SECONDS = 2.0
BODY = b'{"model": "google/veo-3.1", "prompt": "A calm sea, take %d", "duration": 8}'
HEADERS = {"Authorization": "Bearer bench", "Content-Type": "application/json"}

_takes = itertools.count()


@dataclass
class Load:
    """Requests of one kind; a POST asks for a different video each time.

    Identical requests without a key are admitted one after another.
    """

    session: aiohttp.ClientSession
    method: str
    url: str
    seconds: list[float] = field(default_factory=list)

    async def send(self) -> str:
        """Send one request and return the body of the response."""
        body = BODY % next(_takes) if self.method == "POST" else None
        began = time.perf_counter()
        async with self.session.request(
            self.method, self.url, data=body, headers=HEADERS
        ) as response:
            text = await response.text()
            assert response.status in {200, 202}, (response.status, text)
        self.seconds.append(time.perf_counter() - began)
        return text

    async def run(self, connections: int, seconds: float = SECONDS) -> float:
        """Send from so many connections for a while; return responses per second."""
        end = time.perf_counter() + seconds

        async def loop() -> None:
            while time.perf_counter() < end:
                await self.send()

        began, before = time.perf_counter(), len(self.seconds)
        await asyncio.gather(*(loop() for _ in range(connections)))
        return (len(self.seconds) - before) / (time.perf_counter() - began)

    async def send_many(self, connections: int, count: int) -> None:
        """Send so many requests from some connections."""
        left = iter(range(count))

        async def loop() -> None:
            for _ in left:
                await self.send()

        await asyncio.gather(*(loop() for _ in range(connections)))

    def percentile(self, percent: int) -> float:
        """Return the milliseconds within which so many of a hundred requests were answered."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)] * 1e3


def client(connections: int = 0) -> aiohttp.ClientSession:
    """Return a session for so many connections at once; 0 is for no limit."""
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=connections))
