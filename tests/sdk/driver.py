"""One client, driven through its waiting or its awaited methods."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from openrouter import OpenRouter

KEY = "sk-or-v1-0123456789abcdef"


class Driver:
    """Drives one client through its waiting or its awaited methods, whichever is asked."""

    def __init__(self, kind: str, url: str) -> None:
        self.kind = kind
        self._url = url
        self._runner = asyncio.Runner()
        self._clients: list[OpenRouter] = []

    def client(self, **arguments: Any) -> OpenRouter:
        client = OpenRouter(**({"api_key": KEY, "server_url": self._url} | arguments))
        self._clients.append(client)
        return client

    def http_client(self, **arguments: Any) -> dict[str, Any]:
        """Return an httpx client of the right kind, as argument for `client`."""
        if self.kind == "sync":
            return {"client": httpx.Client(**arguments)}
        return {"async_client": httpx.AsyncClient(**arguments)}

    def call(self, client: OpenRouter, operation: str, /, *places: Any, **arguments: Any) -> Any:
        return self.on(client.video_generation, operation, *places, **arguments)

    def on(self, owner: object, operation: str, /, *places: Any, **arguments: Any) -> Any:
        """Call a method that has both forms."""
        if self.kind == "sync":
            return getattr(owner, operation)(*places, **arguments)
        return self._runner.run(getattr(owner, f"{operation}_async")(*places, **arguments))

    def iterate(self, client: OpenRouter, operation: str, /, **arguments: Any) -> list[Any]:
        """Return everything that an iterating method yields."""
        videos = client.video_generation
        if self.kind == "sync":
            return list(getattr(videos, operation)(**arguments))

        async def everything() -> list[Any]:
            return [one async for one in getattr(videos, f"{operation}_async")(**arguments)]

        return self._runner.run(everything())

    def read(self, response: httpx.Response) -> bytes:
        if self.kind == "sync":
            return response.read()
        return self._runner.run(response.aread())

    def measure(self, response: httpx.Response) -> int:
        """Read a body chunk by chunk and return its length."""
        if self.kind == "sync":
            return sum(map(len, response.iter_bytes()))

        async def length() -> int:
            return sum([len(chunk) async for chunk in response.aiter_bytes()])

        return self._runner.run(length())

    def close(self, owner: OpenRouter | httpx.Response | httpx.Client | httpx.AsyncClient) -> None:
        if isinstance(owner, httpx.AsyncClient) or self.kind == "async":
            self._runner.run(owner.aclose())  # type: ignore[union-attr]  # never a Client here
        else:
            owner.close()

    def finish(self) -> None:
        for client in self._clients:
            self.close(client)
        self._runner.close()
