"""Which hosts are public, by their addresses and by what their names say."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, strategies as st

from rushes.public_hosts import is_public, refusal_of
from tests.private_urls import PRIVATE_HOSTS

# First and last address of each special range, and the public ones beside it.
RANGES = {
    "0.0.0.0/8": "1.0.0.0",
    "10.0.0.0/8": "9.255.255.255 11.0.0.0",
    "100.64.0.0/10": "100.63.255.255 100.128.0.0",
    "127.0.0.0/8": "126.255.255.255 128.0.0.0",
    "169.254.0.0/16": "169.253.255.255 169.255.0.0",
    "172.16.0.0/12": "172.15.255.255 172.32.0.0",
    "192.0.0.0/24": "191.255.255.255 192.0.1.0",
    "192.0.2.0/24": "192.0.3.0",
    "192.88.99.0/24": "192.88.98.255 192.88.100.0",
    "192.168.0.0/16": "192.167.255.255 192.169.0.0",
    "198.18.0.0/15": "198.17.255.255 198.20.0.0",
    "198.51.100.0/24": "198.51.99.255 198.51.101.0",
    "203.0.113.0/24": "203.0.112.255 203.0.114.0",
    "224.0.0.0/4": "223.255.255.255",
    "240.0.0.0/4": "",
    "::/96": "",
    "::ffff:0:0:0/96": "",
    "64:ff9b:1::/48": "",
    "100::/64": "",
    "100:0:0:1::/64": "",
    "2001:1::/32": "",
    "2001:2::/48": "",
    "2001:10::/28": "",
    "2001:20::/28": "2001:200::",
    "2001:db8::/32": "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff 2001:db9::",
    "3fff::/20": "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff 3fff:1000::",
    "4000::/2": "",
    "5f00::/16": "",
    "fc00::/7": "",
    "fe80::/10": "",
    "fec0::/10": "",
    "ff00::/8": "",
}


@pytest.mark.parametrize(("network", "beside"), RANGES.items())
def test_special_ranges_from_end_to_end(network, beside):
    special = ipaddress.ip_network(network)
    assert not is_public(str(special[0]))
    assert not is_public(str(special[-1]))
    for address in beside.split():
        assert is_public(address), address


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_inside_an_ipv6_one_is_judged_alike(address):
    number, public = int(address), is_public(str(address))
    assert is_public(f"::ffff:{address}") is public
    assert is_public(f"64:ff9b::{address}") is public
    assert is_public(f"2606:4700::5efe:{address}") is public
    assert is_public(str(ipaddress.IPv6Address((0x2002 << 112) | (number << 80)))) is public
    teredo = (0x2001 << 112) | (0x08080808 << 64) | (~number & 0xFFFFFFFF)
    assert is_public(str(ipaddress.IPv6Address(teredo))) is public
    assert not is_public(f"::{address}") or not number


@given(st.ip_addresses(v=4))
def test_no_address_that_python_calls_private_is_public(address):
    assert not (is_public(str(address)) and address.is_private)


@given(st.ip_addresses(v=6))
def test_an_address_with_a_zone_is_of_a_link(address):
    assert not is_public(f"{address}%eth0")


def test_what_is_no_address_is_an_error():
    for text in ("example.org", "", "127.1", "1.2.3.4.5"):
        with pytest.raises(ValueError, match="address"):
            is_public(text)


@pytest.mark.parametrize(
    "host",
    ["example.org", "example.org.", "a1.de", "f00.cafe", "0x.example", "x", "xn--bcher-kva.example"]
    + ["localhost.example.org", "mylocal", "internal.example", "8.8.8.8", "1.example"]
    + ["2606:4700:4700::1111", "hooks_1.example.org"],
)
def test_other_hosts_may_be_public(host):
    assert refusal_of(host) is None


def test_the_corpus_is_large():
    assert len(set(PRIVATE_HOSTS)) >= 90
