"""Authentication: configured keys, or without any, every bearer token from this machine."""

from __future__ import annotations

import math
from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.requests import Request

from rushes.clock import unix_time
from rushes.hosts import LOOPBACK, Origin, parse_host, parse_origin
from rushes.http.errors import ApiError
from rushes.http.middleware import add_headers
from rushes.http.request_rates import RequestRates
from rushes.keys.verification import Identity, InvalidKeyError, Keys
from rushes.outages import Repeated
from rushes.settings import Settings
from rushes.store.api_key import ApiKey


async def identify(request: Request, keys: Keys, refused: Repeated) -> Identity:
    """Return whose a request is, by its API key; raise a 401 that says what is wrong."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        hint = (
            ""
            if await keys.required()
            else "; this service has no keys configured and accepts any, for example"
            " OPENROUTER_API_KEY=local"
        )
        raise _unauthorized(f"No API key was sent. Send 'Authorization: Bearer KEY'{hint}")
    try:
        return await keys.identify(token.strip())
    except InvalidKeyError as error:
        refused.warn(f"a request was refused: {error}")
        raise _unauthorized(str(error)) from None


def check_rate(request: Request, key: ApiKey, rates: RequestRates, *, submits: bool) -> None:
    """Count a request of a key; raise a 429 if it has no more this minute.

    The response shows what is left, whatever it is.
    """
    limit = key.submits_per_minute if submits else key.polls_per_minute
    if limit is None:
        return
    what = "submits" if submits else "other requests"
    rate = rates.take(f"{key.id} {what}", limit)
    reset = math.ceil((unix_time() + rate.full_in) * 1000)
    shown = {"Limit": rate.limit, "Remaining": rate.remaining, "Reset": reset}
    headers = {f"X-RateLimit-{name}": str(value) for name, value in shown.items()}
    add_headers(request.scope, headers)
    if rate.retry_in:
        seconds = math.ceil(rate.retry_in)
        raise ApiError(
            429,
            f"This API key may send {limit} {what} a minute; try again in {seconds} s",
            metadata={"headers": headers},
            headers={"Retry-After": str(seconds)},
        )


def allowed_origins(settings: Settings) -> frozenset[Origin]:
    """Return the origins of web pages that may call: the service's own, and those of a setting."""
    public = urlsplit(settings.public_url or "")
    named = {f"{public.scheme}://{public.netloc}"} if public.netloc else set()
    parsed = map(parse_origin, settings.allowed_origins | named)
    return frozenset(origin for origin in parsed if origin is not None)


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


def require_own_client(request: Request) -> None:
    """Raise a 403 for a client of another machine, for which a proxy on this one asks."""
    forwarded = ",".join(request.headers.getlist("x-forwarded-for"))
    if not all(_is_own_address(each.strip()) for each in forwarded.split(",") if each.strip()):
        raise ApiError(
            403,
            "While this service has no keys it serves this machine only, also through a proxy;"
            " create a key with `rushes keys create`, or set RUSHES_API_KEYS",
        )


def _is_own_address(text: str) -> bool:
    try:
        return ip_address(text).is_loopback
    except ValueError:
        return False


def _is_loopback(origin: Origin | None) -> bool:
    return origin is not None and origin[0] in {"http", "https"} and origin[1].name in LOOPBACK


def _unauthorized(message: str) -> ApiError:
    return ApiError(401, message, headers={"WWW-Authenticate": "Bearer"})
