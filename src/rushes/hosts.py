"""Hosts, origins and networks as headers and settings name them; what does not parse is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit

from rushes.wire.urls import DEFAULT_PORTS, ip_address as unmapped_address

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
# What containers call the machine that they run on. Nobody can own these names: `.internal` is
# reserved for private networks.
CONTAINER_HOSTS = frozenset({"host.docker.internal", "host.containers.internal"})
_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_NAME = rf"(?P<name>{_LABEL}(?:\.{_LABEL})*\.?)"
_HOST = re.compile(rf"(?:{_NAME}|\[(?P<ip>[0-9A-Fa-f:.]+)\])(?::(?P<port>[0-9]{{1,5}}))?")
_ORIGIN = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<host>[^/]+)")
_NUMERIC = re.compile(r"(?:.*\.)?(?:[0-9]+|0[xX][0-9A-Fa-f]*)\.?")
_MAX_NAME = 253
_MAX_HOST = _MAX_NAME + len(".:65535")

Network = IPv4Network | IPv6Network


@dataclass(frozen=True)
class Host:
    """A name in small letters, or an address without brackets; and a port, if there is one."""

    name: str
    port: int | None = None

    def __str__(self) -> str:
        name = f"[{self.name}]" if ":" in self.name else self.name
        return name if self.port is None else f"{name}:{self.port}"

    @property
    def is_own(self) -> bool:
        """Return whether this can only name the machine that is asked, whoever asks.

        An address counts: no page of another machine can be at one of this machine's.
        """
        return (
            self.name in LOOPBACK
            or self.name in CONTAINER_HOSTS
            or self.name.endswith(".localhost")
            or _address(self.name) is not None
        )


Origin = tuple[str, Host]  # the scheme, and the host with a port that is not its default


def parse_host(text: str) -> Host | None:
    """Return the host and port of a `Host` header, None for what is none."""
    return _parse_host(text) if len(text) <= _MAX_HOST else None


# Each request names a host, and most name the same one.
@lru_cache(maxsize=256)
def _parse_host(text: str) -> Host | None:
    match = _HOST.fullmatch(text)
    if match is None:
        return None
    port = None if match["port"] is None else int(match["port"])
    if port is not None and not 1 <= port <= 65535:
        return None
    if match["ip"] is not None:
        address = _address(match["ip"])
        return Host(str(address), port) if isinstance(address, IPv6Address) else None
    name = match["name"].lower()
    # Browsers read a name that ends in a number as an IPv4 address, in many spellings.
    is_number = _NUMERIC.fullmatch(name) is not None
    if len(name) > _MAX_NAME or (is_number and not isinstance(_address(name), IPv4Address)):
        return None
    return Host(name, port)


def parse_origin(text: str) -> Origin | None:
    """Return the scheme and host of an `Origin` header, None for what is none."""
    match = _ORIGIN.fullmatch(text)
    host = None if match is None else parse_host(match["host"])
    if match is None or host is None:
        return None
    scheme = match["scheme"].lower()
    default = host.port is not None and host.port == DEFAULT_PORTS.get(scheme)
    return scheme, Host(host.name) if default else host


def parse_network(text: str) -> Network:
    """Return an address or network; raises ValueError."""
    network = ip_network(text.strip())
    mapped = network.network_address.ipv4_mapped if isinstance(network, IPv6Network) else None
    return network if mapped is None else ip_network((mapped, network.prefixlen - 96))


def is_loopback_url(url: str) -> bool:
    """Return whether a URL is http or https and can only lead to this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        valid = parts.scheme.lower() in DEFAULT_PORTS and parts.port != 0 and url.isprintable()
    except ValueError:
        return False
    address = _address(host)
    is_name = host == "localhost" or host.endswith(".localhost")
    return valid and (is_name if address is None else address.is_loopback)


def is_within(address: str, networks: Iterable[Network]) -> bool:
    """Return whether a peer is in one of some networks; IPv4 over IPv6 counts as IPv4."""
    peer = unmapped_address(address)
    return peer is not None and any(peer in network for network in networks)


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text)
    except ValueError:
        return None
