"""Base URLs: where requests go, and what is refused before anything is sent."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, strategies as st

from openrouter import OpenRouter
from rushes.wire.urls import base_url, join
from tests.fakes.stub_server import StubServer, job_answer
from tests.sdk.driver import Driver

PRODUCTION = "https://openrouter.ai/api/v1"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("http://h/api/v1", "http://h/api/v1"),
        (" \t\r\nhttp://h/api/v1\r\n ", "http://h/api/v1"),
        ("\ufeffhttp://h/api/v1\u200b", "http://h/api/v1"),
        ("http://h/api/v1/", "http://h/api/v1"),
        ("http://h//api///v1//", "http://h/api/v1"),
        ("http://h", "http://h"),
        ("http://h/", "http://h"),
        ("http://h/rushes/api/v1", "http://h/rushes/api/v1"),
        ("http://h/api/v1?tenant=a", "http://h/api/v1?tenant=a"),
        ("http://h/api/v1/?tenant=a&b=/c//", "http://h/api/v1?tenant=a&b=/c//"),
        ("http://h/api/v1?", "http://h/api/v1"),
        ("http://h/api/v1#", "http://h/api/v1"),
        ("http://h/to/https://openrouter.ai/api/v1", "http://h/to/https://openrouter.ai/api/v1"),
        ("HTTPS://Host.Example:443/API", "https://host.example/API"),
        ("http://h:80", "http://h"),
        ("http://h:/x", "http://h/x"),
        ("https://h:80", "https://h:80"),
        ("http://[::1]:8787/api/v1", "http://[::1]:8787/api/v1"),
        ("http://[FE80::1%25eth0]/", "http://[fe80::1%25eth0]"),
        ("http://my_service:8787", "http://my_service:8787"),
        ("http://b\u00fccher.example/v1", "http://xn--bcher-kva.example/v1"),
        ("http://xn--bcher-kva.example/v1", "http://xn--bcher-kva.example/v1"),
    ],
)
def test_spellings_of_one_url_are_equal(written: str, canonical: str) -> None:
    assert base_url(written) == canonical
    assert base_url(canonical) == canonical
    assert OpenRouter("k", server_url=written).sdk_configuration.base_url == canonical


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("127.0.0.1:8787/api/v1", "write http://127.0.0.1:8787/api/v1"),
        ("localhost:8787", "write http://localhost:8787"),
        ("openrouter.ai/api/v1", "write https://openrouter.ai/api/v1"),
        ("//openrouter.ai/api/v1", "write https://openrouter.ai/api/v1"),
        ("user:5ec4e7@h/api?k=5ec4e7", "write https://h/api"),
        ("ftp://h/api", "must begin with http:// or https://"),
        ("http:/h/api", "must begin with http:// or https://"),
        ("/api/v1", "must begin with"),
        ('"http://h/api/v1"', "must begin with"),
        ("http://", "invalid host or port"),
        ("http:///api/v1", "invalid host or port"),
        ("http://h:99999", "invalid host or port"),
        ("http://h:0", "invalid host or port"),
        ("http://h:x", "invalid host or port"),
        ("http://h:\u0664", "invalid host or port"),
        ("http://[::1", "invalid host or port"),
        ("http://[::1]x:80/", "invalid host or port"),
        ("http://[1.2.3.4.5]/", "invalid host or port"),
        ("http://h..x/", "invalid host or port"),
        ("http://h\u2024x:\u2100/", "invalid host"),
        ("http://h/a b", "a blank"),
        ("http://h/a\nb", "a blank"),
        ("http://h\x00/api", "a control character"),
        ("http://h\\@evil/api", "a backslash"),
        ("http://u:5ec4e7@h/api", "user name or password"),
        ("http://5ec4e7@h/api", "user name or password"),
        ("http://h/api#5ec4e7", "fragment"),
        ("http://h/{version}", "placeholder"),
    ],
)
def test_what_is_no_base_url_is_refused_with_the_reason(
    driver: Driver, monkeypatch: pytest.MonkeyPatch, written: str, reason: str
) -> None:
    client = driver.client()
    with pytest.raises(ValueError, match=r"^server_url is not a valid URL: ") as caught:
        OpenRouter("k", server_url=written)
    assert reason in str(caught.value)
    assert "5ec4e7" not in str(caught.value)
    with pytest.raises(ValueError, match="server_url is not a valid URL"):
        client.with_options(server_url=written)
    with pytest.raises(ValueError, match="server_url is not a valid URL"):
        driver.call(client, "get_generation", job_id="a", server_url=written)
    if "\x00" not in written and not written.startswith('"'):  # which a variable may have
        monkeypatch.setenv("OPENROUTER_BASE_URL", written)
        with pytest.raises(ValueError, match=r"^OPENROUTER_BASE_URL is not a valid URL: "):
            OpenRouter("k")


@pytest.mark.parametrize("empty", ["", "  ", "\r\n"])
def test_an_empty_url_is_none(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, empty: str
) -> None:
    monkeypatch.setenv("OPENROUTER_BASE_URL", empty)
    assert OpenRouter("k").sdk_configuration.base_url == PRODUCTION
    assert OpenRouter("k", server_url=empty).sdk_configuration.base_url == PRODUCTION
    stub.script(job_answer())
    driver.call(driver.client(), "get_generation", job_id="a", server_url=empty)


def test_a_query_goes_along_with_every_request(driver: Driver, stub: StubServer) -> None:
    url = f"{stub.url}//?tenant=a%20b"
    client = driver.client(server_url=url)
    stub.script(job_answer(202), job_answer(), job_answer())
    driver.call(client, "generate", model="m", prompt="p")
    driver.call(client, "get_generation", job_id="a")
    driver.call(driver.client(), "get_generation", job_id="a", server_url=f"{stub.url}/?x=1")
    assert [request.path for request in stub.received] == [
        "/api/v1/videos?tenant=a%20b",
        "/api/v1/videos/a?tenant=a%20b",
        "/api/v1/videos/a?x=1",
    ]


def test_a_query_joins_that_of_an_operation() -> None:
    assert join("http://h/v1?a=1", "/videos?limit=2") == "http://h/v1/videos?a=1&limit=2"
    assert join("http://h/v1?a=1", "/videos") == "http://h/v1/videos?a=1"
    assert join("http://h/v1", "/videos?limit=2") == "http://h/v1/videos?limit=2"


def test_values_fill_placeholders() -> None:
    client = OpenRouter("k", server_url="https://{where}.example/v1/", url_params={"where": "eu"})
    assert client.sdk_configuration.base_url == "https://eu.example/v1"
    assert pickle.loads(pickle.dumps(client)).sdk_configuration.base_url.endswith("/v1")


@given(st.text())
def test_any_text_is_a_canonical_url_or_refused(text: str) -> None:
    for written in (text, f"http://{text}", f"https://h/{text}"):
        try:
            url = base_url(written)
        except ValueError:
            continue
        assert base_url(url) == url
        assert url.startswith(("http://", "https://"))
