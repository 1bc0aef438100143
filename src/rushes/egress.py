"""How requests of the service leave: through which proxy, and which certificates they trust."""

from __future__ import annotations

from typing import Any

from yarl import URL

from rushes.wire.proxies import Proxies, ProxySettingError
from rushes.wire.tls import tls_problem

PROXY_SCHEMES = ("http", "https")  # that aiohttp can use


def proxies_of_environment() -> Proxies:
    """Return the proxies that the environment names now."""
    return Proxies.from_environment(schemes=PROXY_SCHEMES)


def proxy_options(proxies: Proxies, target: URL) -> dict[str, Any]:
    """Return the options of a request that goes to `target` through its proxy, if it has one.

    Raises ProxySettingError if the proxy cannot be used.
    """
    proxy = proxies.of(str(target))
    if proxy is None:
        return {}
    url = URL(proxy.url)
    if proxy.username or proxy.password:
        url = url.with_user(proxy.username).with_password(proxy.password)
    return {"proxy": url}


def misconfiguration(error: BaseException) -> str | None:
    """Return what only the operator can mend: certificates and proxies; None for other errors."""
    # Loaded by then if it is an error of it.
    import aiohttp  # noqa: PLC0415

    if isinstance(error, ProxySettingError):
        return str(error)
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"the proxy of the environment responded with {error.status}"
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return "the proxy of the environment could not be reached"
    if problem := tls_problem(error, "the service"):
        return problem[0].lower() + problem[1:] if problem.startswith("The ") else problem
    return None
