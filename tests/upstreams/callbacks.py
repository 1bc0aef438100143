"""Callbacks at each status of a job, of vendors that report more than its end."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from tests.fakes.faults import RequestFaults
from tests.upstreams.base import Upstream
from tests.upstreams.job import Job

Message = Callable[[], tuple[bytes, Mapping[str, str]]]


class ReportsEachStatus(Upstream):
    """`call_back` sends a message for each status, in their order."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._wanted: dict[str, tuple[str, Message]] = {}

    def reporting(self, job: Job, url: str, message: Message) -> Job:
        """Return a job that is reported once it is accepted, whatever the request is answered."""
        if url:
            self._wanted[job.id] = (url, message)
        return job

    def _accept(self, job: Job, faults: RequestFaults) -> Job:
        accepted = super()._accept(job, faults)
        if wanted := self._wanted.pop(job.id, None):
            self.call_back(job, *wanted)
        return accepted

    async def _call_back(
        self, job: Job, url: str, message: Message, *, at_once: bool = False
    ) -> None:
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            if not await self.agrees(client, url):
                return
            reported = ""
            while True:
                state = job.state
                if state != reported:
                    reported = state
                    await self._report(client, url, message)
                if state not in {"queued", "running"}:
                    return
                await asyncio.sleep(0.02)

    async def agrees(self, client: httpx.AsyncClient, url: str) -> bool:
        """Return whether the receiver takes callbacks."""
        return True

    async def _report(self, client: httpx.AsyncClient, url: str, message: Message) -> None:
        for pause in (0.1, 0.5, 0):
            body, headers = message()
            with contextlib.suppress(httpx.HTTPError, httpx.InvalidURL):
                answer = await client.post(url, content=body, headers=dict(headers))
                if answer.is_success:
                    return
            await asyncio.sleep(pause)


class Challenges(ReportsEachStatus):
    """A receiver must repeat a challenge within three seconds, or it gets no callbacks."""

    async def agrees(self, client: httpx.AsyncClient, url: str) -> bool:
        challenge: dict[str, Any] = {"challenge": self.new_id()}
        with contextlib.suppress(httpx.HTTPError, httpx.InvalidURL, ValueError):
            answer = await client.post(url, json=challenge, timeout=3)
            return answer.is_success and bool(answer.json() == challenge)
        return False


def message_of(body: Any) -> tuple[bytes, dict[str, str]]:
    """Return the body and headers of an unsigned callback."""
    return json.dumps(body).encode(), {"Content-Type": "application/json"}
