"""Where a request is redirected to, and which headers go along."""

from __future__ import annotations

from typing import Any

import httpx

from rushes.wire.urls import DEFAULT_PORTS

MAX_REDIRECTS = 20
# What another server may see than the one that was asked. Any other header may hold a secret.
PUBLIC_HEADERS = frozenset(
    """
    accept accept-encoding accept-language connection host if-modified-since if-none-match if-range
    range user-agent
    """.split()  # noqa: SIM905 - a list of names reads better than a column of strings
)


class RedirectChain:
    """The redirects of one request; httpx would keep only the key from other servers."""

    def __init__(self, *, is_anonymous: bool) -> None:
        self._is_anonymous = is_anonymous
        self._history: list[httpx.Response] = []

    def next(self, response: httpx.Response) -> httpx.Request | None:
        response.history = list(self._history)
        following = response.next_request
        if following is None:
            return None
        self._history.append(response)
        if len(self._history) > MAX_REDIRECTS:
            raise httpx.TooManyRedirects(f"More than {MAX_REDIRECTS} redirects", request=following)
        if self._is_anonymous or not _is_same_server(response.request.url, following.url):
            self._is_anonymous = True
            # A cookie is one that the client has for that very server.
            strip(following, but=PUBLIC_HEADERS | {"cookie"})
        return following

    @property
    def options(self) -> dict[str, Any]:
        # Credentials of the client itself are meant for the service.
        return {"auth": None} if self._is_anonymous else {}


def strip(request: httpx.Request, but: frozenset[str] = PUBLIC_HEADERS) -> None:
    for name in set(request.headers) - but:
        del request.headers[name]


def _is_same_server(url: httpx.URL, other: httpx.URL) -> bool:
    here, there = (_server_of(url), _server_of(other))
    return here == there or (here, there) == (("http", url.host, 80), ("https", url.host, 443))


def _server_of(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or DEFAULT_PORTS.get(url.scheme)
