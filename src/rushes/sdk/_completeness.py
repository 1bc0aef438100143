"""Whether the body of a response is a complete video: by HTTP, and by the file's own structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rushes.sdk.errors import DownloadError
from rushes.wire.containers import Completeness

if TYPE_CHECKING:
    import httpx


class BodyCheck:
    """Check the body of one response while it passes by."""

    def __init__(self, response: httpx.Response) -> None:
        self._response = response
        self._file = Completeness()

    def feed(self, block: bytes) -> None:
        self._file.feed(block)

    def finish(self) -> None:
        """Raise `DownloadError` unless the video is complete."""
        problem = self._file.problem(is_whole_by_http=shows_its_end(self._response))
        if problem is not None:
            raise DownloadError(f"The video is not complete: {problem}", self._response)


def shows_its_end(response: httpx.Response) -> bool:
    """Return whether a body that was cut short would have been noticed by the HTTP client.

    Under HTTP/1 a body with neither a length nor chunks ends where the connection does. Custom
    transports do not name a version.
    """
    if response.extensions.get("http_version") not in {b"HTTP/1.0", b"HTTP/1.1"}:
        return True
    headers = response.headers
    return "content-length" in headers or "chunked" in headers.get("transfer-encoding", "").lower()


def is_plain(response: httpx.Response) -> bool:
    coding: str = response.headers.get("content-encoding", "identity")
    return coding == "identity"
