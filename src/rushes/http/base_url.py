"""The base URL that a client used, from which absolute URLs are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from starlette.requests import Request

from rushes.hosts import Host, parse_host

# To the end where it is not closed: a search that starts again after each quote takes minutes.
_STRING = r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)'
_ELEMENT = re.compile(rf'(?:[^",]|{_STRING})+')
_PAIR = re.compile(rf'(?:[^";]|{_STRING})+')
_SCHEMES = ("http", "https")


def origin(request: Request, public_url: str | None, is_trusted: Callable[[str], bool]) -> str:
    """Return `scheme://host` without a trailing slash.

    A configured public URL wins; else forwarded headers, believed only from trusted peers; else
    `Host`. A host that is no host name is ignored, so that no header can bend the URLs.
    """
    if public_url:
        return public_url
    scheme, host = str(request.scope["scheme"]), parse_host(request.headers.get("host", ""))
    if request.client is not None and is_trusted(request.client.host):
        forwarded = _forwarded(request)
        if (proto := forwarded.get("proto", "").lower()) in _SCHEMES:
            scheme = proto
        host = parse_host(forwarded.get("host", "")) or host
        host = _with_port(host, forwarded.get("port", ""))
    return f"{scheme}://{host or _server(request)}"


def _forwarded(request: Request) -> Mapping[str, str]:
    """Return what the nearest proxy says: the last value of each header; earlier ones are claims.

    `Forwarded` counts only where there is no `X-Forwarded-` header: most proxies write those, and
    let a client's `Forwarded` pass.
    """
    names = {name: f"x-forwarded-{name}" for name in ("proto", "host", "port")}
    said = {
        name: request.headers.getlist(header)[-1].rpartition(",")[2].strip()
        for name, header in names.items()
        if header in request.headers
    }
    if said or "forwarded" not in request.headers:
        return said
    elements = _ELEMENT.findall(request.headers.getlist("forwarded")[-1])
    pairs = (pair.partition("=") for pair in _PAIR.findall(elements[-1] if elements else ""))
    return {name.strip().lower(): _unquoted(value.strip()) for name, _, value in pairs}


def _unquoted(value: str) -> str:
    is_quoted = len(value) >= 2 and value[0] == value[-1] == '"'
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if is_quoted else value


def _with_port(host: Host | None, port: str) -> Host | None:
    # The default of either scheme is left out: behind two proxies it may be the inner one's.
    if host is None or host.port is not None or port in {"80", "443"}:
        return host
    return parse_host(f"{host}:{port}") or host


def _server(request: Request) -> Host:
    name, port = request.scope.get("server") or ("127.0.0.1", None)
    return Host(name, port)
