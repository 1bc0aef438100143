"""A receiver of callbacks that may keep its first caller waiting."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import web

KEY = "X-OpenRouter-Idempotency-Key"


@dataclass
class Receiver:
    """What came: the idempotency keys, and the kinds of events.

    Nobody is answered before `answers` is set; then it is with `status`.
    """

    url: str = ""
    keys: asyncio.Queue[str] = field(default_factory=asyncio.Queue)
    kinds: list[str] = field(default_factory=list)
    answers: asyncio.Event = field(default_factory=asyncio.Event)
    status: int = 204

    async def receive(self, request: web.Request) -> web.Response:
        self.keys.put_nowait(request.headers[KEY])
        self.kinds.append((await request.json())["type"].removeprefix("video.generation."))
        await self.answers.wait()
        return web.Response(status=self.status)


@contextlib.asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    """Receive for as long as the block lasts."""
    receiver, app = Receiver(), web.Application()
    app.router.add_post("/", receiver.receive)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    try:
        yield receiver
    finally:
        receiver.answers.set()
        await runner.cleanup()
