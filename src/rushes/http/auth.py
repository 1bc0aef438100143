"""Authentication: configured keys, or without any, every bearer token from this machine."""

from __future__ import annotations

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from rushes.http.errors import ApiError
from rushes.keys import Keys
from rushes.settings import LOOPBACK


def require_key(request: Request, keys: Keys) -> str:
    """Return the owner of a request's API key; raise a 401 that says what is wrong."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        hint = (
            ""
            if keys
            else "; this service has no keys configured and accepts any, for example"
            " OPENROUTER_API_KEY=local"
        )
        raise _unauthorized(f"No API key was sent. Send 'Authorization: Bearer KEY'{hint}")
    owner = keys.owner(token.strip())
    if owner is None:
        raise _unauthorized("Unknown API key")
    return owner


def require_own_origin(request: Request, allowed: Collection[str]) -> None:
    """Raise a 403 for a web page of another machine; `allowed` lists origins that may call.

    Otherwise a browser on this machine would let any web page use a service without keys, directly
    or through a host name that the page's owner points here.
    """
    origin = request.headers.get("origin")
    if origin in allowed:
        return
    if origin is not None and _host(origin) not in LOOPBACK:
        raise ApiError(
            403,
            "Web pages of other origins may not use this service while it has no keys;"
            " RUSHES_ALLOWED_ORIGINS lists exceptions",
        )
    host = _host(f"http://{request.headers.get('host', '')}")
    if not _is_own(host) and host not in {_host(o) for o in allowed}:
        raise ApiError(
            403,
            "While this service has no keys it answers to its addresses and to localhost only;"
            " RUSHES_PUBLIC_URL and RUSHES_ALLOWED_ORIGINS add names",
        )


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _is_own(host: str | None) -> bool:
    """Return whether a host is certainly this machine's own name or address."""
    if host is None or host in LOOPBACK or host.endswith(".localhost"):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _unauthorized(message: str) -> ApiError:
    return ApiError(401, message, headers={"WWW-Authenticate": "Bearer"})
