"""Fetching callers' URLs: public addresses only, bounded, redirects judged one by one."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import quote

import pytest
from hypothesis import given, strategies as st

from rushes.public_hosts import is_public
from rushes.url_check import FetchError, check_url
from rushes.url_guard import fetch
from tests.fakes.stub_server import Answer, StubServer, redirect
from tests.private_urls import PRIVATE_HOSTS, PRIVATE_URLS


def _is_address(text):
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


# What a resolver may answer: the addresses of the corpus in their one true form.
PRIVATE_ANSWERS = [
    [host.strip("[]")] for host in PRIVATE_HOSTS if _is_address(host.strip("[]"))
] + [["8.8.8.8", "127.0.0.1"], ["2606:4700::1", "::1"]]


@pytest.fixture
def origin():
    routes = {
        "/picture": Answer(200, b"picture"),
        "/endless": Answer(200, b"x" * 100_000),
        "/away": redirect("/picture"),
        "/loop": redirect("/loop"),
        "/scheme": redirect("file:///etc/passwd"),
        "/nope": Answer(404),
    }
    with StubServer(*(("GET", path, answer) for path, answer in routes.items())) as server:
        yield server.origin


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::7f00:1",
        "fec0::1",
        "64:ff9b:1::7f00:1",
        "::ffff:0:7f00:1",
    ],
)
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111"])
def test_addresses_that_are(address):
    assert is_public(address)


@given(st.ip_addresses(network="127.0.0.0/8") | st.ip_addresses(network="10.0.0.0/8"))
def test_private_networks_stay_private_however_they_are_written(address):
    assert not is_public(str(address))
    assert not is_public(f"::ffff:{address}")


@pytest.mark.parametrize(
    ("url", "fragment"),
    [
        ("https://127.0.0.1/x", "127.0.0.1 is not a public address"),
        ("https://[::1]/x", "not a public address"),
        ("https://169.254.169.254/latest", "not a public address"),
        ("https://localhost/x", "localhost is not a public host"),
        ("http://example.org/x", "not https"),
        ("file:///etc/passwd", "not https"),
        ("https://2130706433/x", "2130706433 is not a public address"),  # 127.0.0.1 as one number
        ("https://0x7f.1/x", "0x7f.1 is not a public address"),
        ("https://127.1/x", "not a public address"),
        ("https://１２７.０.０.１/x", "127.0.0.1 is not a public address"),
        ("https://127。0。0。1/x", "127.0.0.1 is not a public address"),
        ("https://①②⑦.⓪.⓪.①/x", "127.0.0.1 is not a public address"),
        ("https://[::ffff:127.0.0.1]/x", "not a public address"),
        ("https:///x", "not https"),
        ("https://[bad/x", "not a host"),
    ],
)
async def test_urls_into_the_private_network_are_refused(url, fragment):
    with pytest.raises(FetchError, match=fragment):
        await fetch(url, limit=1000)


@pytest.mark.parametrize("host", ["example.org", "a1.de", "f00.cafe", "0x.example", "x"])
def test_names_that_only_look_like_numbers_are_names(host):
    assert check_url(f"https://{host}/x").host == host


@pytest.mark.parametrize(
    "host", ["bücher.example", "xn--bcher-kva.example", "動画.example", "faß.de"]
)
def test_international_names_are_accepted_in_both_forms(host):
    target = check_url(f"https://{host}/x")
    assert target.raw_host.isascii()
    assert target.raw_host.startswith("xn--")


@pytest.mark.parametrize("host", ["xn--", "xn--a", "xn--localhost-", "a.xn--a.example", "xn--\xe9"])
def test_names_that_only_look_international_are_refused(host):
    with pytest.raises(FetchError, match="is not a host"):
        check_url(f"https://{host}/x")


@pytest.mark.parametrize("url", PRIVATE_URLS)
def test_private_urls_are_refused_by_their_text(url):
    with pytest.raises(FetchError):
        check_url(url)


@pytest.mark.parametrize("url", PRIVATE_URLS)
async def test_a_redirect_to_a_private_url_is_not_followed(url, monkeypatch):
    """The first request goes to a stand-in for a public host, which lies on this machine."""
    location = quote(url, safe="%/:@[]\\ ") if url.isascii() else url.encode().decode("latin-1")
    answer = Answer(302, headers={"Location": location})
    with StubServer(("GET", "/x", answer)) as server:
        first = check_url(f"{server.origin}/x", allow_private=True)
        checked = []

        def judge(target, *, allow_private):
            checked.append(target)
            return first if len(checked) == 1 else check_url(target, allow_private=allow_private)

        monkeypatch.setattr("rushes.url_guard.check_url", judge)
        with pytest.raises(FetchError):
            await fetch("https://public.example/x", limit=1000)
    assert len(server.received) == 1


@pytest.mark.parametrize("answers", PRIVATE_ANSWERS, ids=" ".join)
async def test_a_name_with_a_private_address_is_not_connected_to(answers, monkeypatch):
    """Not even if it has public ones as well."""

    def resolve(host, port, *_, **__):
        assert host == "rebind.example"
        family = {False: socket.AF_INET, True: socket.AF_INET6}
        return [
            (family[":" in ip], socket.SOCK_STREAM, socket.IPPROTO_TCP, "", (ip, port))
            for ip in answers
        ]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    with pytest.raises(FetchError, match=r"^rebind\.example has an address that is not public$"):
        await fetch("https://rebind.example/x", limit=1000)


async def test_nothing_is_connected_to_that_is_refused():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        for host in (
            "127.0.0.1",
            "１２７.０.０.１",
            "127。0。0。1",
            "127.1",
            "2130706433",
            "localhost",
        ):
            with pytest.raises(FetchError):
                await fetch(f"https://{host}:{port}/x", limit=1000)
        listener.setblocking(False)
        with pytest.raises(BlockingIOError):
            listener.accept()


async def test_a_picture_is_fetched_where_private_addresses_are_allowed(origin):
    assert await fetch(f"{origin}/picture", limit=1000, allow_private=True) == b"picture"
    assert await fetch(f"{origin}/away", limit=1000, allow_private=True) == b"picture"


@pytest.mark.parametrize(
    ("path", "fragment"),
    [
        ("/endless", "more than 1000 bytes"),
        ("/nope", "responded with 404"),
        ("/loop", "redirects more than 3 times"),
        ("/scheme", "not https"),
    ],
)
async def test_what_cannot_be_fetched_says_why(origin, path, fragment):
    with pytest.raises(FetchError, match=fragment) as caught:
        await fetch(f"{origin}{path}", limit=1000, allow_private=True)
    assert path not in str(caught.value), "a URL may hold secrets"


async def test_a_host_that_is_not_there():
    with socket.create_server(("127.0.0.1", 0)) as closed:
        dead = f"http://127.0.0.1:{closed.getsockname()[1]}"
    with pytest.raises(FetchError, match=r"127\.0\.0\.1"):
        await fetch(f"{dead}/x", limit=1000, allow_private=True)
