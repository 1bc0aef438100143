"""Authentication: configured keys, or without any, every bearer token from this machine."""

from __future__ import annotations

from collections.abc import Collection

from starlette.requests import Request

from rushes.hosts import LOOPBACK, Origin, parse_host, parse_origin
from rushes.http.errors import ApiError
from rushes.keys import Keys


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


def require_own_origin(request: Request, allowed: Collection[Origin]) -> None:
    """Raise a 403 for a web page of another machine; `allowed` lists origins that may call.

    Otherwise a browser on this machine would let any web page use a service without keys, directly
    or through a host name that the page's owner points here.
    """
    origins = [parse_origin(text) for text in request.headers.getlist("origin")]
    if origins and all(origin in allowed for origin in origins):
        return
    if any(origin not in allowed and not _is_loopback(origin) for origin in origins):
        raise ApiError(
            403,
            "Web pages of other origins may not use this service while it has no keys;"
            " RUSHES_ALLOWED_ORIGINS lists exceptions",
        )
    host = parse_host(request.headers.get("host", ""))
    names = {own.name for _, own in allowed}
    if host is None or not (host.is_own or host.name in names):
        raise ApiError(
            403,
            "While this service has no keys it answers to its addresses and to localhost only;"
            " RUSHES_PUBLIC_URL and RUSHES_ALLOWED_ORIGINS add names",
        )


def _is_loopback(origin: Origin | None) -> bool:
    return origin is not None and origin[0] in {"http", "https"} and origin[1].name in LOOPBACK


def _unauthorized(message: str) -> ApiError:
    return ApiError(401, message, headers={"WWW-Authenticate": "Bearer"})
