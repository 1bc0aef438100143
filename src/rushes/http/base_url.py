"""The base URL that a client used, from which absolute URLs are made."""

from __future__ import annotations

import re
from collections.abc import Collection

from starlette.requests import Request

_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")


def origin(request: Request, public_url: str | None, trusted_proxies: Collection[str]) -> str:
    """Return `scheme://host` without a trailing slash.

    A configured public URL wins; else forwarded headers, believed only from trusted peers; else
    `Host`. A host that is no host name is ignored, so that no header can bend the URLs.
    """
    if public_url:
        return public_url.rstrip("/")
    served = str(request.scope["scheme"])
    scheme, host = served, request.headers.get("host", "")
    if request.client is not None and request.client.host in trusted_proxies:
        scheme = _first(request, "x-forwarded-proto", scheme)
        host = _first(request, "x-forwarded-host", host)
    if scheme not in {"http", "https"}:
        scheme = served
    if not _HOST.fullmatch(host):
        host = request.url.netloc if _HOST.fullmatch(request.url.netloc) else "127.0.0.1"
    return f"{scheme}://{host}"


def _first(request: Request, header: str, default: str) -> str:
    return request.headers.get(header, default).split(",")[0].strip()
