"""Clients that hard-code OpenRouter's host reach the local service, and nothing else changes."""

from __future__ import annotations

import asyncio
import http.client
import os
import subprocess
import sys
import threading
import urllib.request
from importlib.machinery import ModuleSpec
from types import ModuleType
from unittest import mock

import aiohttp
import httpx
import pytest
import requests
import urllib3

from rushes import OpenRouter
from rushes.testing import local_service
from rushes.testing.redirect import Redirect
from tests.certificates import write_certificate
from tests.fakes.stub_server import StubServer, json_answer

URL = "https://openrouter.ai/api/v1/videos/models?page=2"
PLAIN = URL.replace("https", "http")
MODELS = "/api/v1/videos/models"
BEGINNING = """
import sys, {module}
from rushes.testing.redirect import Redirect
def get_with_aiohttp(url):
    import aiohttp, asyncio
    async def get():
        async with aiohttp.request("GET", url):
            pass
    asyncio.run(get())
"""
HARD_CODED = f"""{BEGINNING}
with Redirect(sys.argv[1]):
    {{call}}
"""
AGAIN = f"""{BEGINNING}
from unittest import mock
with Redirect(sys.argv[1]):
    with mock.patch.dict(sys.modules):
        {{call}}
    {{call}}
"""
HALF_LOADED = """
import sys, threading
from rushes.testing.redirect import Redirect
sys.begun, sys.go_on = threading.Event(), threading.Event()
importing = threading.Thread(target=lambda: __import__("aiohttp"))
importing.start()
sys.begun.wait()
def enter():
    with Redirect("http://127.0.0.1:1"):
        import aiohttp
        print(aiohttp.BaseConnector.connect.__module__)
entering = threading.Thread(target=enter)
entering.start()
sys.go_on.set()
entering.join()
importing.join()
"""
AIOHTTP = """
import sys
sys.begun.set()
sys.go_on.wait()
class BaseConnector:
    async def connect(self):
        pass
"""
RELOADED = """
import importlib, sys, {module}
from rushes.testing.redirect import Redirect
def owner():
    return [
        getattr(value, name).__module__
        for value in vars({module}).values() if isinstance(value, type)
        for name in ("connect", "urlopen")
        if name in vars(value) and "Connection" in value.__name__
    ]
before = owner()
with Redirect(sys.argv[1]):
    redirected = owner()
    importlib.reload({module})
    assert owner() == redirected != before, (before, redirected, owner())
    with Redirect(sys.argv[1]):
        assert owner() == redirected
assert owner() == before
"""
IN_FRONT = """
import sys
from rushes.testing.redirect import Redirect
class Asking:
    def find_spec(self, name, path, target=None):
        others = [one for one in sys.meta_path if one is not self]
        found = (one.find_spec(name, path, target) for one in others)
        return next((spec for spec in found if spec), None)
with Redirect(sys.argv[1]):
    sys.meta_path.insert(0, Asking())
    import aiohttp
    assert aiohttp.BaseConnector.connect.__module__ == "rushes.testing.redirect"
"""
AFTER_THE_END = """
import sys
from rushes.testing.redirect import Redirect
def owner():
    return aiohttp.BaseConnector.connect.__module__
with Redirect(sys.argv[1]):
    pass
import aiohttp
assert owner() == "aiohttp.connector"
with Redirect(sys.argv[1]):
    assert owner() == "rushes.testing.redirect"
assert owner() == "aiohttp.connector"
"""


@pytest.fixture
def server():
    answer = json_answer({"data": []})
    with StubServer() as opened:
        opened.route("GET", MODELS, answer)
        opened.route("POST", MODELS, answer)
        opened.route("GET", f"{MODELS}?page=2", answer)
        yield opened


def by_httpx():
    return httpx.get(URL).url


def by_a_client_of_httpx():
    with httpx.Client(base_url="https://openrouter.ai/api/v1") as client:
        return client.get("/videos/models", params={"page": 2}).url


def by_async_httpx():
    async def get():
        async with httpx.AsyncClient() as client:
            return (await client.get(URL)).url

    return asyncio.run(get())


def by_requests():
    return requests.get(URL, timeout=5).url


def by_a_session_of_requests():
    with requests.Session() as session:
        return session.get(URL, timeout=5).url


def by_urllib3():
    with urllib3.PoolManager() as pool:
        assert pool.request("GET", URL).status == 200
    return URL


def by_urllib():
    with urllib.request.urlopen(URL, timeout=5) as response:
        assert response.status == 200
    return URL


def by_http_client():
    connection = http.client.HTTPSConnection("openrouter.ai", timeout=5)
    connection.request("GET", f"{MODELS}?page=2")
    assert connection.getresponse().read()
    connection.close()
    return URL


def by_aiohttp():
    async def get():
        async with aiohttp.ClientSession() as session, session.get(URL) as response:
            assert response.url == response.request_info.url == response.real_url
            return str(response.url)

    return asyncio.run(get())


def by_aiohttp_with_a_base_url():
    async def get():
        async with (
            aiohttp.ClientSession("https://openrouter.ai/api/v1/") as session,
            session.get("videos/models", params={"page": "2"}) as response,
        ):
            return str(response.url)

    return asyncio.run(get())


CLIENTS = (
    by_httpx,
    by_a_client_of_httpx,
    by_async_httpx,
    by_requests,
    by_a_session_of_requests,
    by_urllib3,
    by_urllib,
    by_http_client,
    by_aiohttp,
    by_aiohttp_with_a_base_url,
)


@pytest.mark.parametrize("client", CLIENTS)
def test_a_request_to_the_hard_coded_host_arrives(server, client):
    with Redirect(server.origin):
        assert client() == URL  # what the caller sees is what it asked for
    [request] = server.received
    assert request.path == f"{MODELS}?page=2"


@pytest.mark.parametrize("host", ["www", "api", "eu", "us"])
def test_the_other_hosts_of_openrouter_lead_to_the_service_too(host):
    headers = {"Authorization": "Bearer any"}
    with local_service():
        url = f"https://{host}.openrouter.ai{MODELS}"
        assert requests.get(url, headers=headers, timeout=5).status_code == 200
        assert httpx.get(url, headers=headers).status_code == 200
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
            assert response.status == 200


@pytest.mark.parametrize("client", CLIENTS)
def test_a_proxy_of_the_environment_is_not_asked(server, client, monkeypatch):
    with StubServer() as proxy:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.origin)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with Redirect(server.origin):
            client()
        assert proxy.received == []
    assert len(server.received) == 1


def test_no_proxy_is_asked_for_plain_http(monkeypatch):
    url, headers = f"http://openrouter.ai{MODELS}", {"Authorization": "Bearer any"}
    with StubServer() as proxy:
        for name in ("HTTP_PROXY", "http_proxy"):
            monkeypatch.setenv(name, proxy.origin)
        session = requests.Session()
        session.proxies = {"http": proxy.origin}
        session.trust_env = False
        with local_service(), session:
            assert requests.get(url, headers=headers, timeout=5).status_code == 200
            assert session.get(url, headers=headers, timeout=5).status_code == 200
            assert httpx.get(url, headers=headers).status_code == 200
            with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as response:
                assert response.status == 200
        assert proxy.received == []


def test_a_body_and_headers_arrive(server):
    with Redirect(server.origin):
        httpx.post(f"https://openrouter.ai{MODELS}", json={"a": 1}, headers={"x-title": "t"})
        requests.post(
            f"https://openrouter.ai{MODELS}", json={"a": 1}, headers={"x-title": "t"}, timeout=5
        )
    for request in server.received:
        assert request.json == {"a": 1}
        assert request.header("x-title") == ["t"]
        assert request.header("host") == [server.origin.removeprefix("http://")]


def test_the_sdk_without_a_url_arrives(server):
    with Redirect(server.origin), OpenRouter(api_key="any") as client:
        assert client.video_generation.list_videos_models().data == []


def test_a_client_that_was_made_before_is_redirected_and_free_again_afterwards(server):
    with httpx.Client() as client:
        with Redirect(server.origin):
            assert client.get(URL).status_code == 200
        with (
            mock.patch("socket.getaddrinfo", side_effect=OSError("asked")),
            pytest.raises(httpx.ConnectError),
        ):
            client.get(URL)
    assert len(server.received) == 1


def test_requests_of_threads_are_redirected(server):
    with Redirect(server.origin):
        threads = [threading.Thread(target=by_requests) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(server.received) == 8


@pytest.mark.parametrize("get", [httpx.get, requests.get])
def test_requests_to_other_hosts_are_left_alone(server, get):
    with StubServer() as other:
        other.route("GET", "/", json_answer({}))
        with Redirect(server.origin):
            assert get(f"{other.origin}/", timeout=5).status_code == 200
        assert len(other.received) == 1
    assert server.received == []


def test_the_last_redirect_wins_and_the_earlier_one_is_back_after_it(server):
    with StubServer() as other:
        other.route("GET", f"{MODELS}?page=2", json_answer({}))
        with Redirect(other.origin):
            with Redirect(server.origin):
                by_httpx()
                by_requests()
            by_httpx()
            by_requests()
        assert len(other.received) == len(server.received) == 2


@pytest.mark.parametrize("options", [{"http1": False, "http2": True}, {"uds": "/nothing-here"}])
def test_a_transport_that_cannot_speak_to_the_service_is_not_used(server, options):
    async def get():
        transport = httpx.AsyncHTTPTransport(**options)
        async with httpx.AsyncClient(transport=transport) as client:
            return (await client.get(URL)).url

    with Redirect(server.origin):
        with httpx.Client(transport=httpx.HTTPTransport(**options)) as client:
            assert client.get(URL).url == URL
        assert asyncio.run(get()) == URL
    assert len(server.received) == 2


def test_no_proxy_of_a_session_of_aiohttp_is_asked(server):
    async def get(session_proxy, url=URL, **options):
        async with (
            aiohttp.ClientSession(proxy=session_proxy) as session,
            session.get(url, **options) as response,
        ):
            return str(response.url)

    with StubServer() as proxy:
        with Redirect(server.origin):
            assert asyncio.run(get(proxy.origin)) == URL
            assert asyncio.run(get(None, proxy=proxy.origin)) == URL
            assert asyncio.run(get(proxy.origin, url=PLAIN)) == PLAIN
        assert proxy.received == []
    assert {request.path for request in server.received} == {f"{MODELS}?page=2"}


def test_a_suspended_redirect_gives_way(server):
    with StubServer() as other:
        other.route("GET", f"{MODELS}?page=2", json_answer({}))
        with Redirect(other.origin), Redirect(server.origin) as last:
            with last.suspended():
                by_httpx()
            by_httpx()
        assert len(other.received) == len(server.received) == 1


def patched():
    return {
        "httpx": httpx.HTTPTransport.handle_request,
        "async httpx": httpx.AsyncHTTPTransport.handle_async_request,
        "urllib3": urllib3.HTTPConnectionPool.urlopen,
        "close": urllib3.HTTPConnectionPool.close,
        "aiohttp": aiohttp.BaseConnector.connect,
        "http": http.client.HTTPConnection.connect,
        "https": http.client.HTTPSConnection.connect,
    }


def test_all_is_as_it_was_afterwards(server):
    before = patched()
    with Redirect(server.origin):
        assert all(patched()[name] is not known for name, known in before.items())
    assert patched() == before


def test_an_error_in_the_block_ends_it_too(server):
    before = patched()
    with pytest.raises(ZeroDivisionError), Redirect(server.origin):
        _ = 1 / 0
    assert patched() == before


def test_a_wrapper_that_another_tool_puts_back_later_does_nothing(server):
    redirect = Redirect(server.origin)
    redirect.__enter__()
    other = mock.patch.object(httpx.HTTPTransport, "handle_request")
    handle = other.start()
    handle.return_value = httpx.Response(299)
    try:
        assert httpx.get(URL).status_code == 299  # a mock of the test has precedence
        redirect.__exit__()
    finally:
        other.stop()
    with mock.patch("socket.getaddrinfo", side_effect=OSError), pytest.raises(httpx.ConnectError):
        httpx.get(URL)
    assert server.received == []


@pytest.mark.parametrize(
    ("module", "call"),
    [
        ("os", "import requests; requests.get('%s')"),
        ("requests", "requests.get('%s')"),
        ("os", "import httpx; httpx.get('%s')"),
        ("httpx", "httpx.get('%s')"),
        ("aiohttp", "get_with_aiohttp('%s')"),
        ("os", "get_with_aiohttp('%s')"),
    ],
)
def test_it_does_not_matter_when_a_library_is_imported(server, module, call):
    program = HARD_CODED.format(module=module, call=call % URL)
    subprocess.run([sys.executable, "-c", program, server.origin], check=True, timeout=60)
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "call",
    [
        "import requests; requests.get('%s')",
        "import httpx; httpx.get('%s')",
        "get_with_aiohttp('%s')",
    ],
)
def test_a_library_that_is_imported_twice_is_redirected_twice(server, call):
    program = AGAIN.format(module="http.cookiejar", call=call % URL)
    subprocess.run([sys.executable, "-c", program, server.origin], check=True, timeout=60)
    assert len(server.received) == 2


@pytest.mark.parametrize("module", ["http.client", "urllib3.connectionpool"])
def test_a_library_that_is_reloaded_is_redirected(server, module):
    program = RELOADED.format(module=module)
    subprocess.run([sys.executable, "-c", program, server.origin], check=True, timeout=60)


def test_another_hook_in_front_may_ask_all_others(server):
    subprocess.run([sys.executable, "-c", IN_FRONT, server.origin], check=True, timeout=60)


def test_a_module_of_another_name_may_stand_in_for_a_library(server, monkeypatch):
    named = ModuleType("wrapper")
    named.BaseConnector, named.__spec__ = aiohttp.BaseConnector, ModuleSpec("wrapper", None)
    monkeypatch.setitem(sys.modules, "aiohttp", named)
    with Redirect(server.origin):
        assert patched()["aiohttp"].__module__ == "rushes.testing.redirect"


def test_a_library_that_another_thread_is_loading_is_waited_for(tmp_path):
    (tmp_path / "aiohttp.py").write_text(AIOHTTP)
    command = [sys.executable, "-c", HALF_LOADED]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == ("rushes.testing.redirect\n", "")


def test_a_library_that_is_imported_after_the_end_is_left_alone(server):
    subprocess.run([sys.executable, "-c", AFTER_THE_END, server.origin], check=True, timeout=60)


@pytest.mark.parametrize("stand_in", [None, mock.MagicMock(), ModuleType("aiohttp")])
def test_what_a_test_puts_in_the_place_of_a_library_is_left_alone(server, monkeypatch, stand_in):
    monkeypatch.setitem(sys.modules, "aiohttp", stand_in)
    with Redirect(server.origin):
        assert httpx.get(URL).status_code == 200
        assert sys.modules["aiohttp"] is stand_in


def context_of(client):
    return client._transport._pool._ssl_context


def test_clients_share_the_usual_tls_context_while_redirected(server, monkeypatch, tmp_path):
    with httpx.Client() as before, Redirect(server.url):
        with httpx.Client() as one, httpx.Client() as two, httpx.Client(verify=False) as other:
            assert context_of(one) is context_of(two)
            assert context_of(other) is not context_of(one)
            assert context_of(before) is not context_of(one)
            assert context_of(one).verify_mode == context_of(before).verify_mode
        monkeypatch.setenv("SSL_CERT_FILE", str(write_certificate(tmp_path / "own.pem")))
        with httpx.Client() as three:
            assert context_of(three) is not context_of(one)
    with httpx.Client() as after:
        assert context_of(after) is not context_of(three)
