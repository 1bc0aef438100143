"""Check the URLs of callers without fetching them.

Apart from `url_guard`, whose HTTP client takes a while to load.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from yarl import URL

from rushes.public_hosts import refusal_of


class FetchError(Exception):
    """A URL could not be fetched; the message names the host, never the whole URL."""


def check_url(url: str, *, allow_private: bool = False) -> URL:
    """Return a URL as the client will read it; raises FetchError."""
    try:
        target = URL(url)
        # Checked after normalization, which turns an address in other digits into an address: the
        # client would connect to that without resolving it. It reads both forms of a name.
        host = (target.host and target.raw_host) or ""
    except ValueError as error:
        raise FetchError(f"{host_of(url)} is not a host") from error
    if not host or (target.scheme != "https" and not (allow_private and target.scheme == "http")):
        raise FetchError(f"the URL{host and f' of {host}'} is not https://")
    if not allow_private and (problem := refusal_of(host)):
        raise FetchError(f"{host} {problem}")
    return target


def host_of(url: str) -> str:
    """Return the only part of a URL that may be shown: the rest may contain secrets."""
    try:
        return urlsplit(url).hostname or "the URL"
    except ValueError:
        return "the URL"
