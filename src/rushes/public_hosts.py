"""Which hosts are public: by address, or by what a name says without being resolved.

The ranges are IANA's special-purpose registries, written out because the ones in `ipaddress` differ
from one version of Python to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_SPECIAL_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by carriers
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local, with the metadata services of clouds
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocol assignments
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # AS112, often answered locally
            "192.52.193.0/24",  # multicast tunneling
            "192.88.99.0/24",  # relays of 6to4
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # AS112
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/3",  # multicast, reserved, broadcast
        ),
    )
)
_GLOBAL_V6 = IPv6Network("2000::/3")  # all that is assigned to networks; the rest is special
_SPECIAL_V6 = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocol assignments: benchmarks, ORCHID, relays; Teredo is judged apart
            "2001:db8::/32",  # documentation
            "2620:4f:8000::/48",  # AS112
            "3fff::/20",  # documentation
        ),
    )
)
_MAPPED = IPv6Network("::ffff:0:0/96")
_NAT64 = IPv6Network("64:ff9b::/96")
_6TO4 = IPv6Network("2002::/16")
_TEREDO = IPv6Network("2001::/32")
_ISATAP = {0x5EFE, 0x0200_5EFE}  # the upper half of its interface identifiers

# A host that ends in a number is an address, if in a short form: 127.1, 2130706433, 0x7f.1
_ENDS_IN_NUMBER = re.compile(r"(.*\.)?(0x[0-9a-f]*|[0-9]+)\.?", re.IGNORECASE | re.ASCII)
_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?", re.IGNORECASE | re.ASCII)
_PRIVATE_NAMES = re.compile(
    r"(.*\.)?(localhost|localdomain|localhost6|ip6-localhost|ip6-loopback|local|internal|intranet"
    r"|lan|corp|private|home|home\.arpa)",
    re.IGNORECASE | re.ASCII,
)


def is_public(address: str) -> bool:
    """Return whether an IP address is reachable from everywhere; ValueError if it is none."""
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return not any(ip in network for network in _SPECIAL_V4)
    if ip.scope_id is not None:  # only addresses of a link have a zone
        return False
    return _is_public_v6(ip)


def refusal_of(host: str) -> str | None:
    """Return why a host cannot be public, None if only its addresses show whether it is.

    `host` is the normalized host of a URL: lower case, without brackets, IDNA-encoded.
    """
    try:
        return None if is_public(host) else "is not a public address"
    except ValueError:
        pass
    if _ENDS_IN_NUMBER.fullmatch(host):
        return "is not a public address"
    if not _NAME.fullmatch(host):
        return "is not a host"
    if _PRIVATE_NAMES.fullmatch(host.removesuffix(".")):
        return "is not a public host"
    return None


def _is_public_v6(ip: IPv6Address) -> bool:
    carried = list(_embedded(ip))
    if any(not is_public(str(IPv4Address(address))) for address in carried):
        return False
    if any(ip in network for network in (_MAPPED, _NAT64, _TEREDO)):
        return True
    return ip in _GLOBAL_V6 and not any(ip in network for network in _SPECIAL_V6)


def _embedded(ip: IPv6Address) -> Iterator[int]:
    """Yield the IPv4 addresses to which an IPv6 address leads."""
    bits = int(ip)
    if ip in _MAPPED or ip in _NAT64 or (bits >> 32) & 0xFFFF_FFFF in _ISATAP:
        yield bits & 0xFFFF_FFFF
    elif ip in _6TO4:
        yield (bits >> 80) & 0xFFFF_FFFF
    elif ip in _TEREDO:
        yield (bits >> 64) & 0xFFFF_FFFF  # its server
        yield ~bits & 0xFFFF_FFFF  # its client, inverted
