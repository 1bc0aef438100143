"""Leads clients of this process that hard-code OpenRouter's host to a local service.

The transports are changed where every request passes: of httpx and the httpcore below it, of
aiohttp, of urllib3 (which requests uses), and of http.client. A client is redirected whenever it
was made, and a library that is not loaded is changed when it is. Requests to other hosts go through
unchanged. Clients of httpx share their TLS contexts.
"""

from __future__ import annotations

import contextlib
import os
import socket
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from rushes.server import SERVICE_THREAD
from rushes.testing.import_hook import ImportHook
from rushes.testing.kit_settings import HOSTS

TLS_VARIABLES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")
_MARK = "_leads_to_rushes"  # an attribute of what is put in place of a library's function
_of_thread = threading.local()


class Redirect:
    """Leads requests to OpenRouter to `origin` (`http://host:port`) while it is entered.

    Several may be entered; the last one that is not suspended wins. A wrapper that another tool
    puts back after the end does nothing.
    """

    _lock = threading.RLock()
    # Of the process, as the transports are:
    _active: list[Redirect] = []  # noqa: RUF012
    _undo: list[Callable[[], None]] = []  # noqa: RUF012

    def __init__(self, origin: str) -> None:
        parts = urlsplit(origin)
        self.host = parts.hostname or ""
        self.port = parts.port or 80
        self.netloc = parts.netloc
        self._is_suspended = False

    def __enter__(self) -> Redirect:
        with self._lock:
            self._active.append(self)
            if len(self._active) == 1:
                sys.meta_path.insert(0, _HOOK)
        try:
            for name in PATCHES:
                module = sys.modules.get(name)
                # What a test put there has no spec.
                if isinstance(module, ModuleType) and module.__spec__ is not None:
                    # Without the lock: another thread may be loading it.
                    self._change(name, import_module(name))
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._active.remove(self)
            if not self._active:
                with contextlib.suppress(ValueError):  # another tool has removed it
                    sys.meta_path.remove(_HOOK)
                while self._undo:
                    self._undo.pop()()

    @classmethod
    def _change(cls, name: str, module: ModuleType) -> None:
        with cls._lock:
            if cls._active:
                cls._undo.extend(PATCHES[name](module))

    @contextlib.contextmanager
    def suspended(self) -> Iterator[None]:
        """Redirect nothing in the block."""
        self._is_suspended = True
        try:
            yield
        finally:
            self._is_suspended = False

    @classmethod
    def of(cls, host: str | None) -> Redirect | None:
        """Return where requests to a host are to go, None if they are left alone.

        Those of the service itself are: it may be recording what OpenRouter answers.
        """
        if host is None or host.lower() not in HOSTS:
            return None
        if threading.current_thread().name == SERVICE_THREAD:
            return None
        leading = (one for one in reversed(cls._active) if not one._is_suspended)
        return next(leading, None)


def _replace(owner: Any, name: str, wrapper: Callable[..., Any]) -> Callable[[], None]:
    """Set an attribute; return what restores it, unless another tool has replaced it since.

    One that leads to the service already is left as it is.
    """
    original = vars(owner)[name]
    if hasattr(original, _MARK):
        return lambda: None
    setattr(wrapper, _MARK, True)
    setattr(owner, name, wrapper)

    def restore() -> None:
        if vars(owner).get(name) is wrapper:
            setattr(owner, name, original)

    return restore


def _httpx(httpx: Any) -> Iterator[Callable[[], None]]:
    handle = httpx.HTTPTransport.handle_request
    handle_async = httpx.AsyncHTTPTransport.handle_async_request

    def moved(request: Any, to: Redirect) -> Any:
        # A copy: the response that the caller gets shows the URL that it asked for.
        url = request.url.copy_with(scheme="http", host=to.host, port=to.port)
        headers = request.headers.copy()
        headers["Host"] = to.netloc
        extensions = {k: v for k, v in request.extensions.items() if k != "sni_hostname"}
        return httpx.Request(
            request.method, url, headers=headers, stream=request.stream, extensions=extensions
        )

    def handle_request(self: Any, request: Any) -> Any:
        if (to := Redirect.of(request.url.host)) is None:
            return handle(self, request)
        if _is_direct(self):
            return handle(self, moved(request, to))
        direct = httpx.HTTPTransport()
        response = handle(direct, moved(request, to))
        response.stream = _owning(httpx)(response.stream, direct)
        return response

    async def handle_async_request(self: Any, request: Any) -> Any:
        if (to := Redirect.of(request.url.host)) is None:
            return await handle_async(self, request)
        if _is_direct(self):
            return await handle_async(self, moved(request, to))
        direct = httpx.AsyncHTTPTransport()
        response = await handle_async(direct, moved(request, to))
        response.stream = _async_owning(httpx)(response.stream, direct)
        return response

    yield _replace(httpx.HTTPTransport, "handle_request", handle_request)
    yield _replace(httpx.AsyncHTTPTransport, "handle_async_request", handle_async_request)


def _httpcore(httpcore: Any) -> Iterator[Callable[[], None]]:
    """Redirect what another tool sends past httpx's transports, as vcrpy does."""
    handle = httpcore.ConnectionPool.handle_request
    handle_async = httpcore.AsyncConnectionPool.handle_async_request

    def moved(pool: Any, request: Any) -> Any:
        if (to := Redirect.of(request.url.host.decode("ascii", "replace"))) is None:
            return request
        if not _reaches(pool):
            raise httpcore.ConnectError(f"Through a proxy, {to.netloc} cannot be reached")
        kept = [(name, value) for name, value in request.headers if name.lower() != b"host"]
        return httpcore.Request(
            request.method,
            httpcore.URL(
                scheme=b"http", host=to.host.encode(), port=to.port, target=request.url.target
            ),
            headers=[(b"Host", to.netloc.encode()), *kept],
            content=request.stream,
            extensions={k: v for k, v in request.extensions.items() if k != "sni_hostname"},
        )

    def handle_request(self: Any, request: Any) -> Any:
        return handle(self, moved(self, request))

    async def handle_async_request(self: Any, request: Any) -> Any:
        return await handle_async(self, moved(self, request))

    yield _replace(httpcore.ConnectionPool, "handle_request", handle_request)
    yield _replace(httpcore.AsyncConnectionPool, "handle_async_request", handle_async_request)


def _tls_contexts(transports: Any) -> Iterator[Callable[[], None]]:
    """Make httpx's usual TLS context once in a thread.

    One takes 40 ms, the official SDK makes two for each client, and a request to the service needs
    none.
    """
    make = getattr(transports, "create_ssl_context", None)
    if make is None:  # it is not public
        return

    def made_once(**options: Any) -> Any:
        if options.get("verify", True) is not True or options.get("cert") is not None:
            return make(**options)
        key = (*sorted(options.items()), *map(os.environ.get, TLS_VARIABLES))
        kept = vars(_of_thread).setdefault("contexts", {})
        if key not in kept:
            kept[key] = make(**options)
        return kept[key]

    yield _replace(transports, "create_ssl_context", made_once)


def _is_direct(transport: Any) -> bool:
    return _reaches(getattr(transport, "_pool", None))


def _reaches(pool: Any) -> bool:
    """Return whether the connections of a pool reach the service, which speaks HTTP/1.1."""
    is_elsewhere = any(getattr(pool, name, None) is not None for name in ("_proxy", "_uds"))
    is_elsewhere |= "Proxy" in type(pool).__name__
    return getattr(pool, "_http1", True) and not is_elsewhere


def _owning(httpx: Any) -> Any:
    """Return a stream that closes, with itself, the transport that it comes from."""

    class Owning(httpx.SyncByteStream):  # type: ignore[misc]  # a class that is loaded late
        def __init__(self, stream: Any, transport: Any) -> None:
            self._stream, self._transport = stream, transport

        def __iter__(self) -> Iterator[bytes]:
            yield from self._stream

        def close(self) -> None:
            with contextlib.closing(self._transport):
                self._stream.close()

    return Owning


def _async_owning(httpx: Any) -> Any:
    class Owning(httpx.AsyncByteStream):  # type: ignore[misc]  # a class that is loaded late
        def __init__(self, stream: Any, transport: Any) -> None:
            self._stream, self._transport = stream, transport

        async def __aiter__(self) -> AsyncIterator[bytes]:
            async for block in self._stream:
                yield block

        async def aclose(self) -> None:
            async with contextlib.aclosing(self._transport):
                await self._stream.aclose()

    return Owning


def _urllib3(pools: Any) -> Iterator[Callable[[], None]]:
    urlopen = pools.HTTPConnectionPool.urlopen

    def redirected(self: Any, method: str, url: str, *args: Any, **options: Any) -> Any:
        parts = urlsplit(url)
        # A proxy's own pool is asked for a whole URL.
        if (to := Redirect.of(parts.hostname or self.host)) is None:
            return urlopen(self, method, url, *args, **options)
        path = parts._replace(scheme="", netloc="").geturl() or "/"
        # One pool for each pool of the caller, which keeps its limits and is closed with it.
        direct = vars(self).get("_rushes_pool")
        if direct is None or (direct.host, direct.port) != (to.host, to.port):
            direct = pools.HTTPConnectionPool(
                to.host, to.port, maxsize=getattr(self.pool, "maxsize", 1)
            )
            self._rushes_pool = direct
        return urlopen(direct, method, path, *args, **options)

    close = pools.HTTPConnectionPool.close

    def closed(self: Any) -> None:
        if (direct := vars(self).pop("_rushes_pool", None)) is not None:
            close(direct)
        close(self)

    yield _replace(pools.HTTPConnectionPool, "urlopen", redirected)
    yield _replace(pools.HTTPConnectionPool, "close", closed)


def _aiohttp(aiohttp: Any) -> Iterator[Callable[[], None]]:
    """Connect to the service in place of the host; the response shows the URL asked for."""
    connect = aiohttp.BaseConnector.connect

    async def redirected(self: Any, request: Any, *args: Any, **options: Any) -> Any:
        if (to := Redirect.of(request.url.host)) is None:
            return await connect(self, request, *args, **options)
        asked = request.url
        request.url = asked.with_scheme("http").with_host(to.host).with_port(to.port)
        request.headers["Host"] = to.netloc
        # Of the request, its session, or the environment.
        request.proxy = request.proxy_auth = request.proxy_headers = None
        try:
            return await connect(self, request, *args, **options)
        finally:
            request.url = asked

    yield _replace(aiohttp.BaseConnector, "connect", redirected)


def _http_client(client: Any) -> Iterator[Callable[[], None]]:
    """Connect to the service in place of the host; the `Host` header stays OpenRouter's."""
    for owner in (client.HTTPConnection, client.HTTPSConnection):
        yield _replace(owner, "connect", _connecting(owner.connect))


def _connecting(connect: Callable[[Any], None]) -> Callable[[Any], None]:
    def redirected(self: Any) -> None:
        tunnel = getattr(self, "_tunnel_host", None)
        if (to := Redirect.of(tunnel or self.host)) is None:
            connect(self)
        else:
            self.sock = socket.create_connection((to.host, to.port), self.timeout)

    return redirected


PATCHES: dict[str, Callable[[Any], Iterator[Callable[[], None]]]] = {
    "httpx": _httpx,
    "httpcore": _httpcore,
    "httpx._transports.default": _tls_contexts,
    "urllib3.connectionpool": _urllib3,
    "aiohttp": _aiohttp,
    "http.client": _http_client,
}
"""What is changed in a module; each yields what restores it."""

_HOOK = ImportHook(PATCHES, Redirect._change)
