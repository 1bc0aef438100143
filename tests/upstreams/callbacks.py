"""Callbacks: what a vendor sends to the URL that a request names."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import httpx

from tests.upstreams.job import OPEN, Job

Message = tuple[bytes, Mapping[str, str]]  # a body and its headers
When = Literal["start", "each", "end"]
Agrees = Callable[[httpx.AsyncClient, str], Awaitable[bool]]


@dataclass(frozen=True)
class Callback:
    """A message about a job; without a URL it is not sent.

    `when` is once at the start, at each state in their order, or once at the end. Each try sends a
    message of its own.
    """

    url: str
    message: Callable[[Job], Message]
    when: When = "end"

    async def send(self, job: Job, agrees: Agrees) -> None:
        """Send what is due until the job has ended, to a receiver that agrees to it."""
        async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
            if not await agrees(client, self.url):
                return
            reported = ""
            while self.when != "start" and (state := job.state) in OPEN:
                if self.when == "each" and state != reported:
                    reported = state
                    await self._post(client, job)
                await asyncio.sleep(0.02)
            await self._post(client, job)

    async def _post(self, client: httpx.AsyncClient, job: Job) -> None:
        """Send one message; try three times."""
        for pause in (0.1, 0.5, 0):
            body, headers = self.message(job)
            with contextlib.suppress(httpx.HTTPError, httpx.InvalidURL):
                answer = await client.post(self.url, content=body, headers=dict(headers))
                if answer.is_success:
                    return
            await asyncio.sleep(pause)


def message_of(body: Any) -> Message:
    """Return an unsigned message."""
    return json.dumps(body).encode(), {"Content-Type": "application/json"}
