"""Clients that submit all the time: each goes on with one request until it is acknowledged.

A share sends an `Idempotency-Key`; the others, as the stock SDKs, send the same request again when
its answer was lost. Those with a key also hang up early now and then, or send it twice at once.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field

import aiohttp

MODEL = "rushes/procedural-1"
KEYED = 0.5  # of the requests
HURRIED = 0.1  # of those with a key: its client hangs up after a few milliseconds
DUPLICATES = 0.05  # of those with a key: it is sent twice at once
PAUSES = (0.05, 0.3)  # seconds between two requests of a client
RETRY_PAUSES = (0.02, 0.1)  # seconds until a request is sent again
TIMEOUT = 30.0  # seconds for one answer
AGAIN = {408, 425, 429, 500, 502, 503, 504}  # answers that say: later


@dataclass
class Submit:
    """One thing that a client wants made; `acknowledged` are the ids that it received."""

    marker: str
    key: str | None
    acknowledged: set[str] = field(default_factory=set)

    @property
    def body(self) -> dict[str, object]:
        """Return the request: the same whenever it is sent."""
        return {"model": MODEL, "prompt": f"A lighthouse [job:{self.marker}]", "duration": 1}


class Clients:
    """Many clients at one service; the responses are kept in `submits`."""

    def __init__(self, port: int, seed: int, count: int = 16, name: str = "r") -> None:
        self.submits: list[Submit] = []
        self.counts: Counter[str] = Counter()
        self.unexpected: list[str] = []
        self._url = f"http://127.0.0.1:{port}/api/v1/videos"
        self._seed = seed
        self._count = count
        self._name = name
        self._stopping = asyncio.Event()

    async def run(self) -> None:
        """Submit until `stop`; return when every request begun is acknowledged."""
        connector = aiohttp.TCPConnector(limit=0, force_close=False)
        timeout = aiohttp.ClientTimeout(total=TIMEOUT)
        headers = {"Authorization": "Bearer any"}
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, headers=headers
        ) as session:
            await asyncio.gather(*(self._client(session, n) for n in range(self._count)))

    def stop(self) -> None:
        """Let every client end with the request it is at."""
        self._stopping.set()

    async def _client(self, session: aiohttp.ClientSession, number: int) -> None:
        chance = random.Random(f"{self._seed}-{number}")
        while not self._stopping.is_set():
            marker = f"{self._name}-{number}-{len(self.submits)}"
            keyed = chance.random() < KEYED
            submit = Submit(marker, f"key-{marker}" if keyed else None)
            self.submits.append(submit)
            self.counts["keyed" if keyed else "unkeyed"] += 1
            await self._until_acknowledged(session, submit, chance)
            await asyncio.sleep(chance.uniform(*PAUSES))

    async def _until_acknowledged(
        self, session: aiohttp.ClientSession, submit: Submit, chance: random.Random
    ) -> None:
        if submit.key is not None and chance.random() < HURRIED:
            self.counts["hung up"] += 1
            await self._send(session, submit, chance.uniform(0.001, 0.02))
        if submit.key is not None and chance.random() < DUPLICATES:
            self.counts["sent twice at once"] += 1
            await asyncio.gather(*(self._send(session, submit) for _ in range(2)))
        while not submit.acknowledged:
            await self._send(session, submit)
            if not submit.acknowledged:
                self.counts["sent again"] += 1
                await asyncio.sleep(chance.uniform(*RETRY_PAUSES))

    async def _send(
        self, session: aiohttp.ClientSession, submit: Submit, within: float = TIMEOUT
    ) -> None:
        """Send a request once, and keep the id of the response, if any."""
        headers = {"Idempotency-Key": submit.key} if submit.key else {}
        try:
            async with asyncio.timeout(within):
                async with session.post(self._url, json=submit.body, headers=headers) as answer:
                    body = await answer.json()
        except (aiohttp.ClientError, OSError, TimeoutError):
            return
        if answer.status == 202:
            submit.acknowledged.add(str(body["id"]))
        elif answer.status not in AGAIN:
            self.unexpected.append(f"{submit.marker}: {answer.status} {body}")
            self._stopping.set()
            raise UnexpectedAnswerError(self.unexpected[-1])


class UnexpectedAnswerError(Exception):
    """Tell that the service answered what no client can deal with."""
