"""The certificates that connections are trusted by, loaded when the first one needs them.

They take most of the time that an httpx client takes to be made, and http:// needs none.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable


class LazyContext(ssl.SSLContext):
    """Stand in for httpx's own context until something is to be encrypted."""

    _protocols: tuple[str, ...] = ()

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        """Remember what the connections that follow may speak."""
        self._protocols = tuple(alpn_protocols)

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        """Encrypt a socket."""
        return self._loaded().wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        """Encrypt a pair of buffers; anyio has this done by a thread."""
        return self._loaded().wrap_bio(*args, **kwargs)

    def _loaded(self) -> ssl.SSLContext:
        context = _loaded_once()
        if self._protocols:
            context.set_alpn_protocols(list(self._protocols))
        return context


@cache
def trust() -> ssl.SSLContext:
    """Return the one context of all clients."""
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def _loaded_once() -> ssl.SSLContext:
    return httpx.create_ssl_context()
