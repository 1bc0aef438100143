"""One multipart upload: fed in blocks, it becomes an object when it is finished, or never."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from rushes.storage.object_store_errors import bucket_errors


class AbandonedError(Exception):
    """Ends the stream that is being uploaded, so that its parts are deleted."""


class Upload:
    """Feeds blocks to `start`, which uploads a stream and aborts when the stream raises.

    The upload is a separate task, so that a writer that is cancelled can still have the parts
    deleted that the bucket has already stored.
    """

    def __init__(self, start: Callable[[AsyncIterator[bytes]], Awaitable[object]]) -> None:
        self._queue: asyncio.Queue[bytes | AbandonedError | None] = asyncio.Queue(1)
        self._end = asyncio.ensure_future(start(self._blocks()))

    async def write(self, block: bytes) -> None:
        """Wait for the block before to be taken, then pass this one on; raises StorageError."""
        await self._hand_over(block)

    async def finish(self) -> None:
        """Complete the object; raises StorageError."""
        await self._hand_over(None)
        with bucket_errors("The video could not be stored"):
            await asyncio.shield(self._end)

    async def abandon(self) -> None:
        """Delete what was uploaded, unless the object is already complete."""
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
            with bucket_errors("The video could not be stored"):
                self._end.result()

    async def _blocks(self) -> AsyncIterator[bytes]:
        while (item := await self._queue.get()) is not None:
            if isinstance(item, AbandonedError):
                raise item
            yield item
