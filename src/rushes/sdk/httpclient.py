"""The methods that an HTTP client of the caller must have; those of `httpx` have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncHttpClient", "HttpClient"]


class _RequestBuilder(Protocol):
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


@runtime_checkable
class HttpClient(_RequestBuilder, Protocol):
    """Build and send requests, as `httpx.Client` does.

    A client of the caller keeps its own timeouts and is never closed by the SDK.
    """

    def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> httpx.Response:
        """Send `request`; with `stream` the body stays unread."""

    def close(self) -> None:
        """Release every connection."""


@runtime_checkable
class AsyncHttpClient(_RequestBuilder, Protocol):
    """Build and send requests, as `httpx.AsyncClient` does; see `HttpClient`."""

    async def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = ...,
        auth: Any = ...,
        follow_redirects: Any = ...,
    ) -> httpx.Response:
        """Send `request`; with `stream` the body stays unread."""

    async def aclose(self) -> None:
        """Release every connection."""
