"""Which proxy a request goes through, as curl and Go read the environment.

The proxy is looked up for one address at a time, so a variable that does not concern an address
cannot break a request to it. Where curl and Go differ about NO_PROXY, an address that either of
them contacts directly is contacted directly.
"""

from __future__ import annotations

import ipaddress
import os
import re
import socket
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import SplitResult, unquote, urlsplit

from rushes.wire.environment import trimmed, variable
from rushes.wire.urls import DEFAULT_PORTS, ascii_host, ip_address, is_host, server_of

SYSTEM_SETTINGS: Collection[str] = {"darwin", "win32"}  # platforms that keep proxies elsewhere, too
_SYSTEM = "the system's proxy settings"
_SEPARATORS = re.compile(r"[,\s]+").split
_ENTRY_WITH_PORT = re.compile(r"(\[.*\]|[^:]*):(\d{1,5})").fullmatch
# Short forms of IPv4 addresses, which connections accept: 127.1, 2130706433, 0x7f.1
_SHORT_ADDRESS = re.compile(r"(0x[0-9a-f]+|\d+)(\.(0x[0-9a-f]+|\d+)){0,3}", re.ASCII).fullmatch


class ProxySettingError(ValueError):
    """The environment names a proxy for an address, and it cannot be used.

    The message names the variable, never what may be a password.
    """


@dataclass(frozen=True)
class Proxy:
    """A proxy, and where it was named; `url` has neither user name nor password."""

    url: str
    source: str
    username: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @property
    def scheme(self) -> str:
        return self.url.partition(":")[0]

    def __str__(self) -> str:
        return f"the proxy {self.url} ({self.source})"


@dataclass(frozen=True)
class Proxies:
    """The proxies of an environment: by scheme of the request, its variable and value."""

    named: Mapping[str, tuple[str, str]] = field(default_factory=dict, repr=False)
    no_proxy: tuple[str, ...] = ()
    schemes: Collection[str] = ()
    is_system: bool = False

    @classmethod
    def from_environment(
        cls,
        environ: Mapping[str, str] | None = None,
        *,
        direct: Collection[str] = (),
        schemes: Collection[str] = ("http", "https", "socks5", "socks5h"),
    ) -> Proxies:
        """Read the environment; requests to the hosts and ports of `direct` use no proxy.

        A proxy can be used if its own scheme is one of `schemes`.
        """
        given = os.environ if environ is None else environ
        fallback = _first(given, "all_proxy", "ALL_PROXY")
        named = {}
        for scheme in DEFAULT_PORTS:
            names = [f"{scheme}_proxy", f"{scheme}_proxy".upper()]
            # To a CGI script, HTTP_PROXY is a header of a request from anywhere.
            usable = names[:1] if scheme == "http" and "REQUEST_METHOD" in given else names
            if found := _first(given, *usable) or fallback:
                named[scheme] = found
        if not named and environ is None and (system := _of_system()):
            return cls(system, tuple(direct), schemes, is_system=True)
        written = variable("no_proxy", given) or variable("NO_PROXY", given) or ""
        return cls(named, (*direct, *_SEPARATORS(written)), schemes)

    def of(self, url: str) -> Proxy | None:
        """Return the proxy for a URL, None if the request goes there directly.

        Raises:
            ProxySettingError: the proxy for this URL cannot be used.
        """
        if not self.named:
            return None
        scheme, host, port = server_of(urlsplit(url))
        if scheme not in self.named or self._is_direct(host, port):
            return None
        return self._proxy(*self.named[scheme])

    def _is_direct(self, host: str, port: int | None) -> bool:
        host = host.rstrip(".")
        address = _address_of(host)
        if address is not None and (address.is_loopback or address.is_unspecified):
            return True
        if host == "localhost" or host.endswith(".localhost"):
            return True
        if any(rule.matches(host, address, port) for rule in self._rules):
            return True
        if not self.is_system:
            return False
        from urllib.request import proxy_bypass  # noqa: PLC0415 - only where there are such settings

        return bool(proxy_bypass(host))

    @cached_property
    def _rules(self) -> list[_Rule]:
        return [rule for entry in self.no_proxy if (rule := _rule(trimmed(entry).lower()))]

    def _proxy(self, source: str, value: str) -> Proxy:
        text = value if "://" in value else f"http://{value}"
        try:
            parts = urlsplit(text)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            host, parts, port = "", SplitResult("", "", "", "", ""), None
        is_nonsense = not is_host(host) or port == 0 or parts.netloc.endswith(":")
        if is_nonsense or re.search(r"[\s\x00-\x1f]", text):
            raise ProxySettingError(
                f"{source} does not name a proxy: set it to a URL such as http://proxy:3128, or"
                " unset it"
            )
        if parts.scheme not in self.schemes:
            raise ProxySettingError(
                f"{source} names a proxy with the scheme {parts.scheme}://, which cannot be used"
                f" here: use one of {', '.join(self.schemes)}, or add the host to NO_PROXY if it"
                " needs no proxy"
            )
        if ":" in host:
            host = f"[{host}]"
        url = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
        return Proxy(url, source, unquote(parts.username or ""), unquote(parts.password or ""))


@dataclass(frozen=True)
class _Rule:
    """One entry of NO_PROXY."""

    host: str = ""  # which itself matches
    suffix: str | None = None  # of the names below it
    network: ipaddress.IPv4Network | ipaddress.IPv6Network | None = None
    port: int | None = None

    def matches(
        self,
        host: str,
        address: ipaddress.IPv4Address | ipaddress.IPv6Address | None,
        port: int | None,
    ) -> bool:
        if self.port is not None and self.port != port:
            return False
        if self.network is not None:
            return address is not None and _is_in(address, self.network)
        if host == self.host:
            return True
        return self.suffix is not None and host.endswith(self.suffix)


def _rule(entry: str) -> _Rule | None:
    if "://" in entry:  # which httpx understands
        entry = entry.partition("://")[2].partition("/")[0]
    if network := _network(entry):
        return _Rule(network=network)
    port = None
    if found := _ENTRY_WITH_PORT(entry):
        entry, port = found[1], int(found[2])
        if network := _network(entry):
            return _Rule(network=network, port=port)
    if entry == "*":
        return _Rule(suffix="", port=port)
    only_below = entry.startswith("*.")
    name = entry.removeprefix("*").strip(".")
    if not name:
        return None
    try:
        name = ascii_host(name)
    except ValueError:
        return None
    return _Rule(host="" if only_below else name, suffix=f".{name}", port=port)


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    host, slash, bits = entry.partition("/")
    address = _address_of(host)
    if address is None:
        return None
    if not slash:
        return ipaddress.ip_network(address)
    try:
        network = ipaddress.ip_network(f"{host.strip('[]')}/{bits}", strict=False)
    except ValueError:
        return None
    mapped = getattr(network.network_address, "ipv4_mapped", None)
    if mapped is not None and network.prefixlen >= 96:
        return ipaddress.ip_network(f"{mapped}/{network.prefixlen - 96}", strict=False)
    return network


def _is_in(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
    network: ipaddress.IPv4Network | ipaddress.IPv6Network,
) -> bool:
    if address.version == 4 and network.version == 6:
        address = ipaddress.IPv6Address(f"::ffff:{address}")
    return address in network


def _address_of(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    if (address := ip_address(host)) is not None or not _SHORT_ADDRESS(host):
        return address
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None


def _first(environ: Mapping[str, str], *names: str) -> tuple[str, str] | None:
    for name in names:
        if value := variable(name, environ):
            return name, value
    return None


def _of_system() -> dict[str, tuple[str, str]]:
    if sys.platform not in SYSTEM_SETTINGS:
        return {}
    from urllib.request import getproxies  # noqa: PLC0415 - only where there are such settings

    return {k: (_SYSTEM, v) for k, v in getproxies().items() if k in DEFAULT_PORTS}
