"""Which hosts, origins and forwarded headers are believed; and what is mounted below a path."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

import httpx
import pytest

from rushes.settings import Settings
from tests.http.conftest import REQUEST, error_of
from tests.service import running_service
from tests.test_hosts import ODD_HOSTS


def listed(service, *headers):
    sent = [("Authorization", "Bearer any"), *headers]
    return httpx.get(f"{service.api}/videos", headers=sent)


def polling_url(service, *headers):
    sent = [("Authorization", "Bearer any"), *headers]
    response = httpx.post(f"{service.api}/videos", json=REQUEST, headers=sent)
    assert response.status_code == 202, response.text
    return response.json()["polling_url"].partition("/api/v1/")[0]


SENDABLE = [h for h in ODD_HOSTS if h.isascii() and h.isprintable() and h == h.strip()]


@pytest.mark.parametrize("host", [*SENDABLE, "evil.example", "localhost.evil.example"])
def test_without_keys_a_host_that_is_none_or_not_own_is_a_403(service, host):
    assert "RUSHES_PUBLIC_URL" in error_of(listed(service, ("Host", host)), 403)["message"]


@pytest.mark.parametrize(
    "forwarded", [["203.0.113.9"], ["127.0.0.1, 192.168.1.2"], ["10.0.0.1", "::1"], ["unknown"]]
)
def test_without_keys_a_proxy_opens_the_service_to_no_other_machine(tmp_path, forwarded):
    url, host = "https://rushes.example.com", ("Host", "rushes.example.com")
    headers = [host, *(("X-Forwarded-For", value) for value in forwarded)]
    with running_service(tmp_path, public_url=url) as service:
        refused = listed(service, *headers)
        assert "rushes keys create" in error_of(refused, 403)["message"]
        assert listed(service, host, ("X-Forwarded-For", "127.0.0.1, ::1")).status_code == 200
    with running_service(tmp_path, public_url=url, api_keys=["a-long-key"]) as service:
        sent = [("Authorization", "Bearer a-long-key"), *headers]
        assert httpx.get(f"{service.api}/videos", headers=sent).status_code == 200


@pytest.mark.parametrize(
    "host", ["localhost", "a.localhost:1", "[::1]:1", "192.168.1.2", "host.docker.internal:8787"]
)
def test_without_keys_own_names_are_answered(service, host):
    assert listed(service, ("Host", host)).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["http://evil@127.0.0.1", "http://localhost:abc", "http://localhost:", "http://localhost/"]
    + ["http://localhost#evil", "http://127.1", "null", "", "http://host.docker.internal"]
    + ["http://localhost, http://evil.example", "ftp://localhost", "http://localhost:0"],
)
def test_without_keys_an_origin_that_is_none_or_another_machines_is_a_403(service, origin):
    response = listed(service, ("Origin", origin))
    assert "RUSHES_ALLOWED_ORIGINS" in error_of(response, 403)["message"]


def test_of_two_origins_neither_hides_the_other(service):
    own, other = ("Origin", "http://localhost"), ("Origin", "https://evil.example")
    assert listed(service, own, other).status_code == 403
    assert listed(service, other, own).status_code == 403


def test_in_http_1_0_a_missing_host_is_a_403_too(service):
    address = urlsplit(service.url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as peer:
        peer.sendall(b"GET /api/v1/videos HTTP/1.0\r\nAuthorization: Bearer any\r\n\r\n")
        assert peer.recv(65536).startswith(b"HTTP/1.1 403 ")


@pytest.mark.parametrize(
    ("public_url", "origin"),
    [
        ("https://example.com/rushes", "https://example.com"),
        ("https://example.com/rushes/", "https://EXAMPLE.com:443"),
        ("http://example.com:8080", "http://example.com:8080"),
    ],
)
def test_the_origin_of_the_public_url_may_call(tmp_path, public_url, origin):
    with running_service(tmp_path, public_url=public_url) as own:
        assert listed(own, ("Origin", origin)).status_code == 200
        assert listed(own, ("Host", urlsplit(public_url).netloc)).status_code == 200
        assert listed(own, ("Origin", "https://example.com:444")).status_code == 403


def test_allowed_origins_are_compared_as_origins(tmp_path):
    with running_service(tmp_path, allowed_origins=["https://App.example:443/"]) as own:
        assert listed(own, ("Origin", "https://app.example")).status_code == 200
        assert listed(own, ("Origin", "http://app.example")).status_code == 403


PROTO, FORWARDED_HOST, PORT = "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port"


@pytest.mark.parametrize(
    ("headers", "base"),
    [
        ([(PROTO, "https")], "https://here.example"),
        ([(PROTO, "HTTPS")], "https://here.example"),
        ([(PROTO, "http, https")], "https://here.example"),
        ([(PROTO, "http"), (PROTO, "https")], "https://here.example"),
        ([(PROTO, "javascript")], "http://here.example"),
        ([(FORWARDED_HOST, "claimed.example, proxy.example")], "http://proxy.example"),
        ([(FORWARDED_HOST, "claimed.example"), (FORWARDED_HOST, "b.example")], "http://b.example"),
        ([(FORWARDED_HOST, "claimed.example,")], "http://here.example"),
        ([(FORWARDED_HOST, "a.example:99999")], "http://here.example"),
        ([(FORWARDED_HOST, "x" * 5000)], "http://here.example"),
        ([(FORWARDED_HOST, ".")], "http://here.example"),
        ([(FORWARDED_HOST, "a.example/b")], "http://here.example"),
        ([(FORWARDED_HOST, "[2001:db8::1]:81")], "http://[2001:db8::1]:81"),
        ([(FORWARDED_HOST, "a.example"), (PORT, "8443")], "http://a.example:8443"),
        ([(FORWARDED_HOST, "a.example:1"), (PORT, "8443")], "http://a.example:1"),
        ([(PORT, "8443"), (PROTO, "https")], "https://here.example:8443"),
        ([(PORT, "443"), (PROTO, "https")], "https://here.example"),
        ([(PORT, "80"), (PROTO, "https")], "https://here.example"),
        ([(PORT, "0")], "http://here.example"),
        ([(PORT, "8443, 99999")], "http://here.example"),
        ([("Forwarded", "for=1.2.3.4;proto=https;host=a.example")], "https://a.example"),
        ([("Forwarded", 'Host="a.example:81";Proto=HTTPS')], "https://a.example:81"),
        ([("Forwarded", 'host=claimed.example, for="[::1]:1";host=b.example')], "http://b.example"),
        ([("Forwarded", "host=claimed.example"), ("Forwarded", "host=b.c")], "http://b.c"),
        ([("Forwarded", 'host="a,b";proto="ht\\tps"')], "https://here.example"),
        ([("Forwarded", '"'), ("Forwarded", ",;=,")], "http://here.example"),
        ([("Forwarded", 'host="a.example')], "http://here.example"),
        ([("Forwarded", "host=claimed.example"), (PROTO, "https")], "https://here.example"),
    ],
)
def test_of_forwarded_headers_the_nearest_proxys_counts_if_it_is_valid(proxied, headers, base):
    assert polling_url(proxied, ("Host", "here.example"), *headers) == base


@pytest.mark.timeout(20)  # a pattern that goes back would take minutes
@pytest.mark.parametrize("text", [r"\"", '"', ',"', ";a=", '="\\', "\\", ',"\\"'])
def test_a_long_forwarded_header_is_read_quickly_whatever_is_in_it(proxied, text):
    longest = text * (60_000 // len(text))
    assert polling_url(proxied, ("Host", "here.example"), ("Forwarded", longest))
    assert polling_url(proxied, ("Host", "here.example"), ("Forwarded", f'"{longest}'))


@pytest.fixture(scope="module")
def proxied(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proxied")
    with running_service(folder, allowed_origins=["http://here.example"]) as own:
        yield own


@pytest.mark.parametrize(
    ("trusted", "base"),
    [
        (["127.0.0.0/8"], "https://here.example"),
        (["10.0.0.0/8", "127.0.0.1"], "https://here.example"),
        (["::ffff:127.0.0.1"], "https://here.example"),
        (["10.0.0.0/8", "::1"], "http://here.example"),
        ([], "http://here.example"),
    ],
)
def test_networks_of_trusted_proxies_match_as_networks(tmp_path, trusted, base):
    settings = {"trusted_proxies": trusted, "allowed_origins": ["http://here.example"]}
    with running_service(tmp_path, **settings) as own:
        assert polling_url(own, ("Host", "here.example"), (PROTO, "https")) == base


@pytest.mark.parametrize("host", ["%%", "a b", "x" * 5000])
def test_with_keys_a_host_that_is_none_does_not_get_into_urls(tmp_path, host):
    with running_service(tmp_path, api_keys=["any"]) as own:
        assert polling_url(own, ("Host", host)) == own.url


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("trusted_proxies", "localhost"),
        ("trusted_proxies", "10.0.0.1/8"),
        ("trusted_proxies", "*"),
        ("allowed_origins", "*"),
        ("allowed_origins", "null"),
        ("allowed_origins", "app.example"),
        ("allowed_origins", "https://app.example/path"),
    ],
)
def test_what_is_no_network_or_origin_is_refused_as_a_setting(name, value):
    with pytest.raises(ValueError, match=r"such as"):
        Settings(**{name: [value]})
