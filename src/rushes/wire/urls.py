"""Base URLs: read, joined and compared in one way, by the SDK, the command line and the service."""

from __future__ import annotations

import ipaddress
import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from rushes.wire.environment import trimmed

DEFAULT_PORTS = {"http": 80, "https": 443}
_BROKEN_SCHEME = re.compile(r"^(https?:)?/*", re.IGNORECASE)
_WITH_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://").match
_UNUSABLE = re.compile(r"[\s\x00-\x20\x7f\\]").search
_BRACKETED = re.compile(r"\[[^\[\]]+\](:\d*)?").fullmatch
_HOST = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*\.?").fullmatch
_LIKE_A_HOST = re.compile(
    r"(([A-Za-z0-9-]{1,30}\.)+[a-z]{2,10}\.?|[a-z0-9-]{1,20})(:\d+)?"
).fullmatch
_DOUBLED_SLASHES = re.compile(r"(?<!:)/{2,}")  # not those of a URL within the path


def base_url(text: str) -> str:
    """Return a base URL in its canonical form: two that lead to the same place are equal.

    It has no slash at its end, before its query if there is one.

    Raises:
        ValueError: requests cannot be sent there. The message has no part that may be secret.
    """
    url = trimmed(text)
    scheme = _WITH_SCHEME(url)
    if scheme is None or scheme[1].lower() not in DEFAULT_PORTS:
        raise ValueError(f"must begin with http:// or https://{_suggestion(url, scheme)}")
    if _UNUSABLE(url):
        raise ValueError("contains a blank, a control character or a backslash")
    if "{" in url or "}" in url:
        raise ValueError("contains a placeholder in braces without a value")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise ValueError("has an invalid host or port (allowed: 1 to 65535)") from None
    if "@" in parts.netloc:
        raise ValueError(
            "contains a user name or password, which would be sent instead of the API key;"
            " remove it, or send it in an Authorization header"
        )
    if parts.fragment:
        raise ValueError("contains a fragment (#…), which is never sent; remove it")
    path = _DOUBLED_SLASHES.sub("/", parts.path).rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{_authority(parts, port)}{path}{query}"


def join(base: str, path: str) -> str:
    """Return the URL of a path, perhaps with a query, below a canonical base URL."""
    if "?" not in base:
        return base + path
    url, _, query = base.partition("?")
    path, _, own = path.partition("?")
    return f"{url}{path}?{query}&{own}" if own else f"{url}{path}?{query}"


def server_of(parts: SplitResult) -> tuple[str, str, int | None]:
    """Return the scheme, host and port that a URL leads to; raises ValueError for a bad port."""
    port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    return parts.scheme, ascii_host(parts.hostname or ""), port


def ascii_host(host: str) -> str:
    """Return a host as it is looked up: in lower case, and international names encoded."""
    if host.isascii():
        return host.lower()
    import idna  # noqa: PLC0415 - most programs never need it

    try:
        return idna.encode(host, uts46=True).decode()
    except idna.IDNAError:
        raise ValueError("has an invalid host") from None


def is_host(host: str) -> bool:
    """Return whether a host, without brackets, is an address or a name that can be looked up."""
    try:
        return ip_address(host) is not None or _HOST(ascii_host(host)) is not None
    except ValueError:
        return False


def ip_address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the address that a host is, without brackets, zone and IPv4-in-IPv6 mapping."""
    try:
        address: Any = ipaddress.ip_address(host.strip("[]").partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address  # type: ignore[no-any-return]


def _authority(parts: SplitResult, port: int | None) -> str:
    host = parts.hostname or ""
    if parts.netloc.startswith("["):
        valid = _BRACKETED(parts.netloc) is not None and ip_address(host) is not None
        host = f"[{host}]"
    else:
        host = ascii_host(host)
        valid = _HOST(host) is not None
    if not valid or port == 0:
        raise ValueError("has an invalid host or port (allowed: 1 to 65535)")
    is_default = port is None or port == DEFAULT_PORTS[parts.scheme]
    return host if is_default else f"{host}:{port}"


def _suggestion(url: str, scheme: re.Match[str] | None) -> str:
    rest = url[scheme.end() :] if scheme else url
    # What may be a secret is left out.
    rest = rest.rpartition("@")[2].partition("?")[0].partition("#")[0]
    rest = _BROKEN_SCHEME.sub("", rest)
    place = rest.partition("/")[0]
    local = rest.startswith(("localhost", "127.", "[", "0.0.0.0"))  # noqa: S104 - only compared
    if not (local or _LIKE_A_HOST(place)):  # a key may have been given instead
        return ", such as https://openrouter.ai/api/v1"
    return f": write {'http' if local else 'https'}://{rest}"
