"""What an HTTP client must offer to be used instead of our own; `httpx` clients do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncHttpClient", "HttpClient"]


@runtime_checkable
class HttpClient(Protocol):
    """Build and send requests, as `httpx.Client` does.

    A client given by the caller keeps its own timeouts and is never closed by us.
    """

    def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> httpx.Response:
        """Send `request`; with `stream` the body is left unread."""

    def build_request(
        self,
        method: str,
        url: Any,
        *,
        content: Any = ...,
        data: Any = ...,
        files: Any = ...,
        json: Any = ...,
        params: Any = ...,
        headers: Any = ...,
        cookies: Any = ...,
        timeout: Any = ...,
        extensions: Any = ...,
    ) -> httpx.Request:
        """Build a request with the client's own defaults merged in."""

    def close(self) -> None:
        """Release every connection."""


@runtime_checkable
class AsyncHttpClient(Protocol):
    """Build and send requests, as `httpx.AsyncClient` does; see `HttpClient`."""

    async def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> httpx.Response:
        """Send `request`; with `stream` the body is left unread."""

    def build_request(
        self,
        method: str,
        url: Any,
        *,
        content: Any = ...,
        data: Any = ...,
        files: Any = ...,
        json: Any = ...,
        params: Any = ...,
        headers: Any = ...,
        cookies: Any = ...,
        timeout: Any = ...,
        extensions: Any = ...,
    ) -> httpx.Request:
        """Build a request with the client's own defaults merged in."""

    async def aclose(self) -> None:
        """Release every connection."""
