"""Proxies of the environment: those that concern a request, and no others."""

from __future__ import annotations

import contextlib
import ipaddress
import pickle
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from hypothesis import given, strategies as st

from openrouter import errors
from rushes.wire import proxies as proxies_module
from rushes.wire.proxies import Proxies, ProxySettingError
from tests.fakes.proxy import FakeProxy
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import Driver

PROXY = "http://proxy.example:3128"
ALL = "all_proxy"
USELESS = [
    "socks://127.0.0.1:1080",
    "socks4://h:1",
    "socks5://127.0.0.1:1080",
    "http://",
    "::",
    "http://h:x",
    "http://h:0",
    "http:/h:3128",
    "http://a..b:3128",
    "http://%41:3128",
    f"http://{'h' * 64}:3128",
]


def is_direct(no_proxy: str, url: str) -> bool:
    return (
        Proxies.from_environment(
            {"http_proxy": PROXY, "https_proxy": PROXY, "no_proxy": no_proxy}
        ).of(url)
        is None
    )


@pytest.mark.parametrize(
    ("no_proxy", "direct", "proxied"),
    [
        ("", "http://127.0.0.1:1 http://127.8.8.8 http://[::1]:2/x http://localhost:3", "http://h"),
        ("", "http://LOCALHOST. http://a.localhost http://[::ffff:127.0.0.1]", "http://notlocalhost"),
        ("", "http://127.1 http://2130706433 http://0x7f.1 http://0.0.0.0:8787 http://[::]", "http://8.1"),
        ("*", "http://h https://10.0.0.1 http://[fd00::1]", ""),
        ("a.b, * ,c", "http://h", ""),
        ("*:81", "http://h:81", "http://h http://h:82"),
        ("example.com", "http://EXAMPLE.com:81 https://b.example.com", "http://notexample.com"),
        (".example.com", "http://example.com http://a.example.com", "http://notexample.com"),
        ("*.example.com", "http://a.example.com", "http://example.com http://notexample.com"),
        ("Example.COM.", "http://example.com http://example.com.", "http://example.org"),
        ("example.com:8080", "http://example.com:8080 http://a.example.com:8080", "http://example.com"),
        ("example.com:443", "https://example.com", "http://example.com"),
        ("a.b c.d\te.f,,", "http://a.b http://c.d http://e.f", "http://ab.cd"),
        ("10.0.0.1", "http://10.0.0.1 http://[::ffff:10.0.0.1]", "http://10.0.0.10 http://x.10.0.0.1"),
        ("10.0.0.1:81", "http://10.0.0.1:81", "http://10.0.0.1"),
        ("10.0.0.0/8", "http://10.200.3.4 http://[::ffff:10.0.0.1]", "http://11.0.0.1 http://ten.example"),
        ("10.1.2.3/8", "http://10.200.3.4", "http://11.0.0.1"),
        ("::ffff:10.0.0.0/104", "http://10.200.3.4", "http://11.0.0.1"),
        ("fd00::/8", "http://[fd12::1]", "http://[fe80::1] http://fd12.example"),
        ("[fd00::]/8", "http://[fd12::1]", "http://[fe80::1]"),
        ("fd00::1", "http://[fd00::1]:8 http://[FD00:0::0:1]", "http://[fd00::2]"),
        ("[fd00::1]", "http://[fd00::1]:8", "http://[fd00::2]"),
        ("[fd00::1]:8", "http://[fd00::1]:8", "http://[fd00::1]"),
        ("fe80::1%eth0", "http://[fe80::1%25eth0]", "http://[fe80::2]"),
        ("http://example.com/", "http://example.com https://example.com", "http://example.org"),
        ("b\u00fccher.example", "http://xn--bcher-kva.example http://b\u00fccher.example", "http://bcher.example"),
        ("10.0.0.0/99,/8,.,..,*.,[,h:99999999", "", "http://h http://10.0.0.1"),
    ],
)  # fmt: skip
def test_no_proxy_is_read_as_curl_and_go_read_it(no_proxy: str, direct: str, proxied: str) -> None:
    assert [url for url in direct.split() if not is_direct(no_proxy, url)] == []
    assert [url for url in proxied.split() if is_direct(no_proxy, url)] == []


@given(st.ip_addresses(), st.integers(0, 128))
def test_networks_hold_the_addresses_that_are_in_them(address: Any, bits: int) -> None:
    network = ipaddress.ip_network((address, min(bits, address.max_prefixlen)), strict=False)
    host = f"[{address}]" if address.version == 6 else str(address)
    assert is_direct(str(network), f"http://{host}:8080")
    assert is_direct(str(address), f"https://{host}/")


@given(st.text(), st.text())
def test_no_value_breaks_a_request_to_this_machine(proxy: str, no_proxy: str) -> None:
    named = Proxies.from_environment({"ALL_PROXY": proxy, "NO_PROXY": no_proxy})
    assert named.of("http://127.0.0.1:8787/api/v1") is None
    with contextlib.suppress(ProxySettingError):  # nothing else is raised
        named.of("https://openrouter.ai/api/v1")


@pytest.mark.parametrize(
    ("environment", "http", "https"),
    [
        ({}, None, None),
        ({"http_proxy": "a"}, ("http://a", "http_proxy"), None),
        ({"https_proxy": " b\r\n"}, None, ("http://b", "https_proxy")),
        ({"HTTP_PROXY": "a", "http_proxy": "b"}, ("http://b", "http_proxy"), None),
        ({"HTTP_PROXY": "a", "http_proxy": " "}, ("http://a", "HTTP_PROXY"), None),
        ({"all_proxy": "socks5h://s"}, ("socks5h://s", "all_proxy"), ("socks5h://s", "all_proxy")),
        ({ALL: "b", "http_proxy": "a"}, ("http://a", "http_proxy"), ("http://b", ALL)),
        ({"HTTP_PROXY": "a", "REQUEST_METHOD": "GET"}, None, None),
        ({"HTTPS_PROXY": "https://[::1]:3"}, None, ("https://[::1]:3", "HTTPS_PROXY")),
    ],
)  # fmt: skip
def test_which_variable_counts(environment: dict[str, str], http: Any, https: Any) -> None:
    named = Proxies.from_environment(environment)
    for scheme, expected in (("http", http), ("https", https)):
        proxy = named.of(f"{scheme}://example.com")
        assert (proxy and (proxy.url, proxy.source)) == expected


def test_a_service_of_this_machine_is_contacted_directly_under_any_address() -> None:
    named = Proxies.from_environment({ALL: "socks://h"}, direct=["192.0.2.7:8787", "[fd00::7]:1"])
    assert named.of("http://192.0.2.7:8787/api/v1") is None
    assert named.of("http://[fd00::7]:1/api/v1") is None
    with pytest.raises(ProxySettingError):
        named.of("http://192.0.2.7/elsewhere")


def test_a_password_is_used_and_never_shown() -> None:
    named = Proxies.from_environment({"http_proxy": "http://us%40er:5ec%3Ae7@p:1"})
    proxy = named.of("http://h")
    assert proxy is not None
    assert (proxy.username, proxy.password) == ("us@er", "5ec:e7")
    assert "5ec" not in f"{proxy!r} {proxy} {named!r}"


def test_settings_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies_module, "SYSTEM_SETTINGS", {proxies_module.sys.platform})
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"http": "p:1", "no": "x"})
    monkeypatch.setattr("urllib.request.proxy_bypass", lambda host: host == "inside.example")
    named = Proxies.from_environment()
    assert named.of("http://inside.example") is None
    assert named.of("http://127.0.0.1") is None
    assert str(named.of("http://h")) == "the proxy http://p:1 (the system's proxy settings)"


@pytest.mark.parametrize("value", USELESS)
@pytest.mark.parametrize("name", ["ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy"])
def test_an_unusable_proxy_breaks_only_what_it_concerns(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value.replace("://", "://user:5ec4e7@"))
    monkeypatch.setenv("NO_PROXY", "inside.example")
    client = driver.client()
    stub.script(job_answer())
    driver.call(client, "get_generation", job_id="a")
    with pytest.raises(errors.APIConnectionError, match=name) as caught:
        driver.call(client, "get_generation", job_id="a", server_url="http://h.invalid/v1")
    assert isinstance(caught.value, httpx.ProxyError)
    assert caught.value.attempts == 1
    assert (
        "5ec4e7"
        not in f"{caught.value} {caught.value!r} {pickle.loads(pickle.dumps(caught.value))}"
    )
    with pytest.raises(errors.APIConnectionError, match=name):
        driver.call(client, "wait", job_id="a", server_url="http://h.invalid/v1")
    with pytest.raises(errors.APIConnectionError, match=name):
        driver.call(client, "generate", model="m", prompt="p", server_url="http://h.invalid/v1")


def test_requests_go_through_the_proxy_that_concerns_them(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = urlsplit(stub.url)
    stub.script(job_answer(), job_answer())
    with FakeProxy(("127.0.0.1", target.port or 0)) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://user:5ec4e7@{proxy.address}")
        client = driver.client()
        url = "http://service.test/api/v1"
        driver.call(client, "get_generation", job_id="a", server_url=url)
        assert proxy.asked == ["GET http://service.test/api/v1/videos/a"]
        assert proxy.credentials == ["Basic dXNlcjo1ZWM0ZTc="]
        driver.call(client, "get_generation", job_id="a")
        assert len(proxy.asked) == 1


def test_a_proxy_that_is_down_is_named(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://user:5ec4e7@127.0.0.1:9")
    with pytest.raises(errors.APIConnectionError, match="HTTPS_PROXY") as caught:
        driver.call(
            driver.client(),
            "get_generation",
            job_id="a",
            server_url="https://h.invalid",
            retries=None,
        )
    assert "http://127.0.0.1:9" in str(caught.value)
    assert "5ec4e7" not in str(caught.value)
    with FakeProxy() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(errors.APIConnectionError, match="HTTPS_PROXY") as caught:
            driver.call(
                driver.client(), "get_generation", job_id="a", server_url="https://h.invalid"
            )
        assert isinstance(caught.value, httpx.ProxyError)
        assert proxy.asked == ["CONNECT h.invalid:443"]
