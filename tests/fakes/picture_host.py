"""A host of input pictures that a test can make slow."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from aiohttp import web


@dataclass
class PictureHost:
    """A host of pictures: each answers with its path, once `gate` is open."""

    url: str = ""
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    seen: list[str] = field(default_factory=list)
    open: set[str] = field(default_factory=set)
    most: int = 0
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)
    size: int = 0

    async def picture(self, request: web.Request) -> web.StreamResponse:
        name = request.path[1:]
        self.seen.append(name)
        self.open.add(name)
        self.most = max(self.most, len(self.open))
        await self._notify()
        try:
            if name.startswith("slow"):
                await self.gate.wait()
            return web.Response(body=name.encode().ljust(self.size))
        finally:
            self.open.discard(name)
            await self._notify()

    async def until_seen(self, count: int) -> None:
        async with asyncio.timeout(30), self.changed:
            await self.changed.wait_for(lambda: len(self.seen) >= count)

    async def until_left(self) -> None:
        async with asyncio.timeout(30), self.changed:
            await self.changed.wait_for(lambda: not self.open)

    async def _notify(self) -> None:
        async with self.changed:
            self.changed.notify_all()


@contextlib.asynccontextmanager
async def picture_host() -> AsyncIterator[PictureHost]:
    host, app = PictureHost(), web.Application()
    app.router.add_get("/{name}", host.picture)
    runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield host
    host.gate.set()
    await runner.cleanup()


def body(host: PictureHost, *names: str) -> str:
    """Return a request with references: of the host, or `data:` and then their content."""
    urls = [
        f"data:;base64,{base64.b64encode(name[5:].encode()).decode()}"
        if name.startswith("data:")
        else f"{host.url}/{name}"
        for name in names
    ]
    references = [{"type": "image_url", "image_url": {"url": url}} for url in urls]
    return json.dumps({"model": "m", "prompt": "p", "input_references": references})
