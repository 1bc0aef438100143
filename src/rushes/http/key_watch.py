"""Ends the event streams of API keys that are not valid any more."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator

from rushes.clock import real_sleep
from rushes.keys.verification import Identity, Keys
from rushes.store.transaction import StoreError

CHECK = 2.0  # seconds between looks at the keys of all streams


class KeyWatch:
    """Looks at the keys of all streams at once; each by itself would cost far more."""

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._watched = dict[asyncio.Future[None], Identity]()
        self._checking: asyncio.Task[None] | None = None

    @contextlib.contextmanager
    def watched(self, identity: Identity, stream: asyncio.Future[None]) -> Iterator[None]:
        """Cancel `stream` within the block once a key is invalid, or cannot be looked up."""
        self._watched[stream] = identity
        if self._checking is None or self._checking.done():
            self._checking = asyncio.create_task(self._check(), name="keys of event streams")
        try:
            yield
        finally:
            del self._watched[stream]

    async def _check(self) -> None:
        while self._watched:
            await real_sleep(CHECK)
            for stream, identity in list(self._watched.items()):
                if not await self._is_valid(identity):
                    stream.cancel()

    async def _is_valid(self, identity: Identity) -> bool:
        try:
            return await self._keys.is_still_valid(identity)
        except StoreError:
            return False
