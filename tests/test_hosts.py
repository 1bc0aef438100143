"""Hosts, origins and networks: read strictly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from rushes.hosts import Host, is_within, parse_host, parse_network, parse_origin


@pytest.mark.parametrize(
    ("text", "name", "port"),
    [
        ("localhost", "localhost", None),
        ("LocalHost:8787", "localhost", 8787),
        ("a.example.", "a.example.", None),
        ("my_service:1", "my_service", 1),
        ("127.0.0.1:65535", "127.0.0.1", 65535),
        ("[::1]", "::1", None),
        ("[0:0:0:0:0:0:0:1]:80", "::1", 80),
        ("xn--bcher-kva.example", "xn--bcher-kva.example", None),
    ],
)
def test_a_host_is_a_name_or_an_address_and_perhaps_a_port(text, name, port):
    host = parse_host(text)
    assert host == Host(name, port)
    assert parse_host(str(host)) == host


ODD_HOSTS = [
    "",
    " ",
    ".",
    "..",
    "-a",
    "a-",
    ".a",
    "a..b",
    "a:",
    ":80",
    "a:0",
    "a:65536",
    "a:99999",
    "a:-1",
    "a:8o",
    "a:1:2",
    "a b",
    "a\tb",
    "a\n",
    "a,b",
    "a/b",
    "a?b",
    "a#b",
    "a\\b",
    "user@a",
    "user:pw@a",
    "evil.example@127.0.0.1",
    "127.0.0.1:80/evil",
    "localhost#evil",
    "evil\\@localhost",
    "[evil]",
    "[::1",
    "::1",
    "[::1]x",
    "[::1%eth0]",
    "[127.0.0.1]",
    "[]",
    "http://a",
    "*",
    "*.a",
    "ä.example",
    "127.0.0.1%00",
    "127.1",
    "0x7f.1",
    "0x7f000001",
    "2130706433",
    "1.2.3.256",
    "1.2.3.4.5",
    "017700000001",
    "a.1",
    "a" * 64,
    "a." * 127 + "a" * 2,
    "x" * 5000,
]


@pytest.mark.parametrize("text", ODD_HOSTS)
def test_what_is_no_host_is_none(text):
    assert parse_host(text) is None
    assert parse_origin(f"http://{text}") is None


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("localhost:1", True),
        ("a.localhost", True),
        ("127.9.9.9", True),
        ("192.168.0.7:80", True),
        ("[2001:db8::1]:80", True),
        ("[::ffff:127.0.0.1]", True),
        ("host.docker.internal:8787", True),
        ("host.containers.internal", True),
        ("a.host.docker.internal", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("127-0-0-1.evil.example", False),
        ("evil.example", False),
        ("localhost.", False),
    ],
)
def test_names_that_others_can_own_are_not_this_machines(text, own):
    assert parse_host(text).is_own == own


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("http://localhost:3000", "http localhost:3000"),
        ("HTTPS://App.Example:443", "https app.example"),
        ("http://[::1]:80", "http [::1]"),
        ("chrome-extension://abcdef", "chrome-extension abcdef"),
    ],
)
def test_an_origin_is_a_scheme_and_a_host_without_its_default_port(text, written):
    assert " ".join(map(str, parse_origin(text))) == written


@pytest.mark.parametrize(
    "text",
    ["null", "", "*", "localhost", "//localhost", "http:localhost", "http://a/", "http://a/b"]
    + ["http://a?b", "http://a#b", "http://u@a", "http:///a", "1http://a", "http://a http://b"],
)
def test_what_is_no_origin_is_none(text):
    assert parse_origin(text) is None


@pytest.mark.parametrize(
    ("peer", "network", "within"),
    [
        ("127.0.0.1", "127.0.0.1", True),
        ("::ffff:127.0.0.1", "127.0.0.1", True),
        ("::ffff:10.1.2.3", "10.0.0.0/8", True),
        ("10.1.2.3", "::ffff:10.0.0.0/104", True),
        ("127.0.0.2", "127.0.0.1", False),
        ("127.9.9.9", "127.0.0.0/8", True),
        ("::1", "::1", True),
        ("fe80::1%eth0", "fe80::/10", True),
        ("2001:db8::1", "2001:db8::/32", True),
        ("2001:db9::1", "2001:db8::/32", False),
        ("::1", "127.0.0.0/8", False),
        ("127.0.0.1", "::/0", False),
        ("testclient", "0.0.0.0/0", False),
        ("", "0.0.0.0/0", False),
    ],
)
def test_a_peer_is_within_a_network_however_its_address_is_written(peer, network, within):
    assert is_within(peer, [parse_network(network)]) == within


@pytest.mark.parametrize(
    "text", ["", "localhost", "10.0.0.1/8", "10.0.0.0/33", "*", "10.0.0", "a/8"]
)
def test_what_is_no_network_is_an_error(text):
    with pytest.raises(ValueError, match=r".+"):
        parse_network(text)


@given(st.text(max_size=300))
def test_whatever_is_a_host_is_written_as_itself(text):
    host = parse_host(text)
    assert host is None or parse_host(str(host)) == host
