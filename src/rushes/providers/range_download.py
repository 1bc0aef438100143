"""The rest of a video from a byte offset on: of the same file, and fast enough."""

from __future__ import annotations

import os
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp

from rushes.egress import misconfiguration
from rushes.providers.base import ChangedVideoError, TransientError

BLOCK = 256 * 1024  # bytes
MIN_RATE = 1024  # bytes a second

_STRONG = re.compile(r'"[!#-~]{1,200}"')  # a weak ETag does not promise equal bytes
# The exceptions of a failed HTTP exchange.
NETWORK_ERRORS = (aiohttp.ClientError, OSError, TimeoutError, ValueError)


class ThroughputGuard:
    """Ends a transfer that averages less than MIN_RATE over `window` seconds of waiting."""

    def __init__(self, window: float) -> None:
        self._window = window
        self._waited = 0.0
        self._received = 0

    def count(self, waited: float, size: int) -> None:
        """Count bytes and the seconds they took; raises TransientError if that is too slow.

        Only time spent waiting for the service counts, not time that the reader takes.
        """
        self._waited += waited
        self._received += size
        if self._waited < self._window:
            return
        if self._received < MIN_RATE * self._waited:
            raise TransientError("The video's transfer is too slow")
        self._waited, self._received = 0.0, 0


@dataclass(frozen=True)
class Part:
    """All of a video from byte `start` on; `etag` is that of the earlier bytes, if known."""

    start: int = 0
    etag: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        # If-Range: a file that has changed is sent whole, from its beginning.
        if not self.start:
            return {}
        condition = {} if self.etag is None else {"If-Range": self.etag}
        return {"Range": f"bytes={self.start}-", **condition}

    async def body(
        self, response: aiohttp.ClientResponse, guard: ThroughputGuard
    ) -> AsyncIterator[bytes]:
        """Yield the part, whether the response starts there or at the video's beginning.

        Raises ChangedVideoError if the response is of another file, and TransientError if it
        starts elsewhere, ends early or is too slow.
        """
        self._check_version(response)
        content_range = response.headers.get("Content-Range", "")
        if response.status == 416 and content_range == f"bytes */{self.start}":
            return  # nothing is left to download
        skip = self.start if response.status == 200 else 0
        if response.status != 200 and not content_range.startswith(f"bytes {self.start}-"):
            raise TransientError("The service sent other bytes than were requested")
        async for block in blocks_of(response, guard):
            begin, skip = min(skip, len(block)), max(skip - len(block), 0)
            if begin < len(block):
                yield block[begin:]
        if skip:
            raise ChangedVideoError("The service's video has become shorter")

    def _check_version(self, response: aiohttp.ClientResponse) -> None:
        if self.etag is None:
            return
        # A partial response may omit its ETag: that it is partial shows that If-Range held.
        etag = etag_of(response)
        if etag != self.etag and (etag is not None or response.status == 200):
            raise ChangedVideoError("The service's video changed during the download")


def etag_of(response: aiohttp.ClientResponse) -> str | None:
    """Return the strong ETag, None if there is none."""
    etag = response.headers.get("ETag", "")
    return etag if _STRONG.fullmatch(etag) else None


async def blocks_of(
    response: aiohttp.ClientResponse, guard: ThroughputGuard
) -> AsyncIterator[bytes]:
    """Yield a body in blocks; raises TransientError if it is interrupted or too slow."""
    while True:
        asked = time.monotonic()
        try:
            block = await response.content.read(BLOCK)
        except NETWORK_ERRORS as error:
            message = f"The video's transfer was interrupted: {reason(error)}"
            raise TransientError(message) from error
        if not block:
            return
        guard.count(time.monotonic() - asked, len(block))
        yield block


def reason(error: BaseException) -> str:
    # Not str(error): it names hosts and addresses, which the caller must not see.
    if problem := misconfiguration(error):
        return problem
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, OSError) and error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    return type(error).__name__
