"""Fetch a caller's URL without reaching into the private network (SSRF).

The guard is where the connection is made: names are resolved here, every address must be public,
and the connection goes to the address that was checked. Redirects are followed here, and each
target is checked again.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from rushes.egress import misconfiguration, proxy_options
from rushes.public_hosts import is_public
from rushes.url_check import FetchError, check_url, host_of
from rushes.wire.proxies import Proxies

MAX_REDIRECTS = 3
TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=5, sock_read=20)
_REDIRECTS = {301, 302, 303, 307, 308}


async def fetch(
    url: str,
    *,
    limit: int,
    allow_private: bool = False,
    proxies: Proxies | None = None,
    spend: Callable[[int], None] | None = None,
) -> bytes:
    """Return the body of an https URL, at most `limit` bytes; raises FetchError.

    `allow_private` also permits http and private addresses, for closed networks. `spend` gets the
    size of each block as it comes, and may raise FetchError.
    """
    try:
        target = check_url(url, allow_private=allow_private)
        for _ in range(MAX_REDIRECTS + 1):
            async with guarded_request(
                "GET", target, proxies, allow_private=allow_private, allow_redirects=False
            ) as response:
                if response.status in _REDIRECTS and "location" in response.headers:
                    location = target.join(URL(response.headers["location"]))
                    target = check_url(str(location), allow_private=allow_private)
                    continue
                if response.status != 200:
                    raise FetchError(f"{target.host} responded with {response.status}")
                return await _read(response, limit, spend)
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        problem = misconfiguration(error)
        reason = f"{host_of(url)} could not be reached" + (f": {problem}" if problem else "")
        raise _refusal(error) or FetchError(reason) from error
    raise FetchError(f"{host_of(url)} redirects more than {MAX_REDIRECTS} times")


@asynccontextmanager
async def guarded_request(
    method: str, target: URL, proxies: Proxies | None, *, allow_private: bool, **options: Any
) -> AsyncIterator[aiohttp.ClientResponse]:
    """Request a URL of `check_url`, through its proxy if `proxies` are given.

    A proxy is asked for the address that was checked here, never for the name: it might resolve
    that to another one.
    """
    proxied = {} if proxies is None else proxy_options(proxies, target)
    if proxied:
        host = target.raw_host or ""
        try:
            found = await _GuardedResolver(allow_private).resolve(host, target.port or 0)
        except OSError as error:
            raise aiohttp.ClientConnectionError(f"{host} was not resolved") from error
        options["headers"] = {
            "Host": target.host_port_subcomponent or host,
            **options.get("headers", {}),
        }
        if target.scheme == "https":
            options["server_hostname"] = host
        target = target.with_host(found[0]["host"])
        session = aiohttp.ClientSession(timeout=TIMEOUT)
    else:
        session = open_session(allow_private=allow_private)
    async with session, session.request(method, target, **proxied, **options) as response:
        yield response


def open_session(*, allow_private: bool = False) -> aiohttp.ClientSession:
    """Return a client that connects to public addresses only; pass it URLs of `check_url`."""
    connector = aiohttp.TCPConnector(resolver=_GuardedResolver(allow_private), use_dns_cache=False)
    return aiohttp.ClientSession(connector=connector, timeout=TIMEOUT)


async def _read(
    response: aiohttp.ClientResponse, limit: int, spend: Callable[[int], None] | None
) -> bytes:
    body = bytearray()
    async for block in response.content.iter_chunked(64 * 1024):
        body += block
        if spend is not None:
            spend(len(block))
        if len(body) > limit:
            raise FetchError(f"{response.url.host} sends more than {limit} bytes")
    return bytes(body)


def _refusal(error: BaseException) -> FetchError | None:
    # aiohttp wraps what the resolver raises.
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, FetchError):
        cause = cause.__cause__
    return cause


class _GuardedResolver(AbstractResolver):
    """Resolves names as the system does, and refuses those with an address that is not public."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, family=family, type=socket.SOCK_STREAM)
        results = []
        for resolved_family, _, proto, _, address in found:
            ip = str(address[0])
            if not self._allow_private and not is_public(ip):
                # Without the address: it would reveal the internal network to the caller.
                refusal = FetchError(f"{host} has an address that is not public")
                raise OSError(str(refusal)) from refusal
            result = ResolveResult(
                hostname=host,
                host=ip,
                port=port,
                family=resolved_family,
                proto=proto,
                flags=socket.AI_NUMERICHOST,
            )
            results.append(result)
        return results

    async def close(self) -> None:
        pass  # it holds nothing
