"""The part of a video that is asked for: from one byte on, of one edition, at a bearable pace."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp

from rushes.providers.base import ChangedVideoError, TransientError
from rushes.providers.net_errors import TROUBLE, reason

BLOCK = 256 * 1024  # bytes
SLOWEST = 1024  # bytes a second

_STRONG = re.compile(r'"[!#-~]{1,200}"')  # a weak tag promises no equal bytes


class Pace:
    """Watch that a transfer brings SLOWEST bytes a second over each `window` seconds of waiting."""

    def __init__(self, window: float) -> None:
        self._window = window
        self._waited = 0.0
        self._received = 0

    def count(self, waited: float, size: int) -> None:
        """Count bytes, and the seconds they were waited for; raise TransientError if that is slow.

        Time in which nobody asks for bytes is not the service's and is not counted.
        """
        self._waited += waited
        self._received += size
        if self._waited < self._window:
            return
        if self._received < SLOWEST * self._waited:
            raise TransientError("The video's transfer is too slow")
        self._waited, self._received = 0.0, 0


@dataclass(frozen=True)
class Part:
    """All of a video from byte `start` on; `etag` is that of the bytes before, if it is known."""

    start: int = 0
    etag: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """Return the headers that ask for it; another edition is to be sent from its beginning."""
        if not self.start:
            return {}
        condition = {} if self.etag is None else {"If-Range": self.etag}
        return {"Range": f"bytes={self.start}-", **condition}

    async def body(self, response: aiohttp.ClientResponse, pace: Pace) -> AsyncIterator[bytes]:
        """Yield it, whether the answer begins there or at the video's beginning.

        Raises ChangedVideoError if the answer is of another edition, and TransientError if it
        begins elsewhere, breaks off or comes too slowly.
        """
        self._check_edition(response)
        content_range = response.headers.get("Content-Range", "")
        if response.status == 416 and content_range == f"bytes */{self.start}":
            return  # all of it was had before
        skip = self.start if response.status == 200 else 0
        if response.status != 200 and not content_range.startswith(f"bytes {self.start}-"):
            raise TransientError("The service sent other bytes than were asked for")
        async for block in _blocks(response, pace):
            begin, skip = min(skip, len(block)), max(skip - len(block), 0)
            if begin < len(block):
                yield block[begin:]
        if skip:
            raise ChangedVideoError("The service's video has become shorter")

    def _check_edition(self, response: aiohttp.ClientResponse) -> None:
        if self.etag is None:
            return
        # Only a whole answer has to tell its tag: that a part is sent says that the condition held.
        told = etag_of(response)
        if told != self.etag and (told is not None or response.status == 200):
            raise ChangedVideoError("The service's video has changed while it was fetched")


def etag_of(response: aiohttp.ClientResponse) -> str | None:
    """Return the tag by which a video's bytes are known again, None if there is none to trust."""
    etag = response.headers.get("ETag", "")
    return etag if _STRONG.fullmatch(etag) else None


async def _blocks(response: aiohttp.ClientResponse, pace: Pace) -> AsyncIterator[bytes]:
    while True:
        asked = time.monotonic()
        try:
            block = await response.content.read(BLOCK)
        except TROUBLE as error:
            raise TransientError(f"The video's transfer broke off: {reason(error)}") from error
        if not block:
            return
        pace.count(time.monotonic() - asked, len(block))
        yield block
