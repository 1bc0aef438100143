"""Clients that submit all the time: each goes on with one request until it is acknowledged.

A share sends an `Idempotency-Key`; the others, as the stock SDKs, send the same request again when
its answer was lost. Those with a key also hang up early now and then, or send it twice at once.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from dataclasses import dataclass, field

import aiohttp

MODEL, DURATION = "minimax/hailuo-2.3", 6
KEYED = 0.5  # of the requests
HURRIED = 0.1  # of those with a key: its client hangs up after a few milliseconds
DUPLICATES = 0.05  # of those with a key: it is sent twice at once
CANCELLED = 0.05  # of the jobs that several providers can make
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
    order: tuple[str, ...] = ()  # of providers, the preferred ones first

    @property
    def body(self) -> dict[str, object]:
        """Return the request: the same whenever it is sent."""
        prompt = f"A lighthouse [job:{self.marker}]"
        provider = {"provider": {"order": list(self.order)}} if self.order else {}
        return {"model": MODEL, "prompt": prompt, "duration": DURATION, **provider}


class Clients:
    """Many clients at one service; the responses are kept in `submits`."""

    def __init__(
        self, port: int, seed: int, count: int = 16, name: str = "r", slugs: tuple[str, ...] = ()
    ) -> None:
        self.submits: list[Submit] = []
        self.counts: Counter[str] = Counter()
        self.unexpected: list[str] = []
        self._url = f"http://127.0.0.1:{port}/api/v1/videos"
        self._seed = seed
        self._count = count
        self._name = name
        self._slugs = slugs
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
            order = tuple(chance.sample(self._slugs, len(self._slugs)))
            submit = Submit(marker, f"key-{marker}" if keyed else None, order=order)
            self.submits.append(submit)
            self.counts["keyed" if keyed else "unkeyed"] += 1
            await self._until_acknowledged(session, submit, chance)
            if self._slugs and chance.random() < CANCELLED:
                await asyncio.sleep(chance.uniform(0, PAUSES[1]))
                await self._cancel(session, submit)
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

    async def _cancel(self, session: aiohttp.ClientSession, submit: Submit) -> None:
        """Ask once to cancel a job; whether that is heard does not matter."""
        self.counts["cancelled by its client"] += 1
        url = f"{self._url}/{next(iter(submit.acknowledged))}/cancel"
        with contextlib.suppress(aiohttp.ClientError, OSError, TimeoutError):
            async with session.post(url) as answer:
                await answer.read()


class UnexpectedAnswerError(Exception):
    """Tell that the service answered what no client can deal with."""
