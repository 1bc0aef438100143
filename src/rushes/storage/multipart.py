"""One upload in parts: fed from outside, it becomes an object when it is finished, or never."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from rushes.storage.object_store_errors import telling


class AbandonedError(Exception):
    """Tell the one who uploads that the rest will not come."""


class Upload:
    """Hand blocks to `start`, which uploads what it is given and gives up what raises.

    It runs beside the one who feeds it, so that a feeder that is cancelled can still have the
    parts removed which the bucket has taken already.
    """

    def __init__(self, start: Callable[[AsyncIterator[bytes]], Awaitable[object]]) -> None:
        self._queue: asyncio.Queue[bytes | AbandonedError | None] = asyncio.Queue(1)
        self._end = asyncio.ensure_future(start(self._blocks()))

    async def write(self, block: bytes) -> None:
        """Hand over a block, once the one before was taken; raise StorageError when it failed."""
        await self._hand_over(block)

    async def finish(self) -> None:
        """Have the object made of what was written; raise StorageError when that failed."""
        await self._hand_over(None)
        with telling("The video could not be stored"):
            await asyncio.shield(self._end)

    async def abandon(self) -> None:
        """Have what was uploaded removed, unless the object is made already."""
        while not self._queue.empty():
            self._queue.get_nowait()
        self._queue.put_nowait(AbandonedError())
        await asyncio.wait({self._end})
        if not self._end.cancelled():
            self._end.exception()  # read, so that asyncio does not report it as unread

    async def _hand_over(self, item: bytes | None) -> None:
        putting = asyncio.ensure_future(self._queue.put(item))
        try:
            await asyncio.wait({putting, self._end}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            putting.cancel()
        if self._end.done():
            with telling("The video could not be stored"):
                self._end.result()

    async def _blocks(self) -> AsyncIterator[bytes]:
        while (item := await self._queue.get()) is not None:
            if isinstance(item, AbandonedError):
                raise item
            yield item
