"""The trusted certificates, loaded by the first encrypted connection.

Loading them takes most of the time of creating an httpx client, and http:// needs none.
"""

from __future__ import annotations

import ssl
from functools import cache
from typing import TYPE_CHECKING, Any

import httpx

from rushes.wire.tls import trust_of_environment

if TYPE_CHECKING:
    from collections.abc import Iterable


class LazyContext(ssl.SSLContext):
    """Stands in for httpx's context until the first encrypted connection.

    That connection raises TrustError if SSL_CERT_FILE or SSL_CERT_DIR cannot be read.
    """

    _protocols: tuple[str, ...] = ()

    def set_alpn_protocols(self, alpn_protocols: Iterable[str]) -> None:
        self._protocols = tuple(alpn_protocols)

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        return self._loaded().wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        return self._loaded().wrap_bio(*args, **kwargs)

    def _loaded(self) -> ssl.SSLContext:
        context = _loaded_once()
        if self._protocols:
            context.set_alpn_protocols(list(self._protocols))
        return context


@cache
def trust() -> ssl.SSLContext:
    return LazyContext(ssl.PROTOCOL_TLS_CLIENT)


@cache
def _loaded_once() -> ssl.SSLContext:
    return trust_of_environment() or httpx.create_ssl_context(trust_env=False)
