"""What sends our own requests: through the proxy of each address, or directly."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, Final

import httpx

from rushes.sdk._ssl import trust
from rushes.sdk.errors.base import THROUGH
from rushes.wire.proxies import Proxies, Proxy, ProxySettingError
from rushes.wire.tls import TrustError

# Polls come every few seconds and should find their connection still open.
LIMITS: Final = httpx.Limits(
    max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0
)


def sync_transport(proxies: Proxies) -> httpx.BaseTransport:
    return SyncTransport(proxies) if proxies.named else httpx.HTTPTransport(**_options(None))


def async_transport(proxies: Proxies) -> httpx.AsyncBaseTransport:
    return AsyncTransport(proxies) if proxies.named else AsyncPool(**_options(None))


class SyncTransport(httpx.BaseTransport):
    """Has one pool of connections for each proxy in use, made at its first request."""

    def __init__(self, proxies: Proxies) -> None:
        self._look_up = _looked_up(proxies)
        self._pools: dict[Proxy | None, httpx.HTTPTransport] = {}
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        proxy = _proxy_of(self._look_up, request)
        with self._lock:
            pool = self._pools.get(proxy)
            if pool is None:
                with _settings_explained(proxy, request):
                    pool = self._pools[proxy] = httpx.HTTPTransport(**_options(proxy))
        with _proxy_named(proxy):
            return pool.handle_request(request)

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()


class AsyncPool(httpx.AsyncHTTPTransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            return await super().handle_async_request(request)
        except TrustError as error:  # which httpx lets through under trio
            raise httpx.ConnectError(str(error), request=request) from error


class AsyncTransport(httpx.AsyncBaseTransport):
    """As `SyncTransport`, awaited."""

    def __init__(self, proxies: Proxies) -> None:
        self._look_up = _looked_up(proxies)
        self._pools: dict[Proxy | None, AsyncPool] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        proxy = _proxy_of(self._look_up, request)
        pool = self._pools.get(proxy)
        if pool is None:
            with _settings_explained(proxy, request):
                pool = self._pools[proxy] = AsyncPool(**_options(proxy))
        with _proxy_named(proxy):
            return await pool.handle_async_request(request)

    async def aclose(self) -> None:
        for pool in self._pools.values():
            await pool.aclose()


def _looked_up(proxies: Proxies) -> Callable[[str], Proxy | None]:
    # Jobs are polled many times, at the same few hosts.
    return lru_cache(maxsize=256)(proxies.of)


def _proxy_of(look_up: Callable[[str], Proxy | None], request: httpx.Request) -> Proxy | None:
    url = request.url
    try:
        return look_up(f"{url.scheme}://{url.netloc.decode()}")
    except ProxySettingError as error:
        raise httpx.ProxyError(str(error), request=request) from None


def _options(proxy: Proxy | None) -> dict[str, Any]:
    options: dict[str, Any] = {"verify": trust(), "limits": LIMITS, "trust_env": False}
    if proxy is not None:
        auth = (proxy.username, proxy.password) if proxy.username or proxy.password else None
        tls = trust() if proxy.scheme == "https" else None
        options["proxy"] = httpx.Proxy(proxy.url, auth=auth, ssl_context=tls)
    return options


@contextlib.contextmanager
def _settings_explained(proxy: Proxy | None, request: httpx.Request) -> Iterator[None]:
    try:
        yield
    except ImportError:
        raise httpx.ProxyError(
            f"{proxy} needs a package that is not installed: pip install 'httpx[socks]', or add"
            " the host to NO_PROXY if it needs no proxy",
            request=request,
        ) from None
    except (ValueError, httpx.InvalidURL):
        message = f"{proxy and proxy.source} does not name a proxy that can be used"
        raise httpx.ProxyError(message, request=request) from None


@contextlib.contextmanager
def _proxy_named(proxy: Proxy | None) -> Iterator[None]:
    try:
        yield
    except (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError) as error:
        if proxy is not None:
            error.__dict__[THROUGH] = str(proxy)
        raise
