"""Requests of the service to others: proxies, certificates, and the guard behind a proxy."""

from __future__ import annotations

import logging
import socket
from datetime import UTC, datetime
from urllib.parse import urlsplit

import pytest

from rushes.egress import proxies_of_environment
from rushes.providers.base import TransientError, UnreachableError, UpstreamJob
from rushes.sdk import OpenRouter
from rushes.server import background_service
from rushes.settings import Settings
from rushes.url_check import FetchError
from rushes.url_guard import fetch
from rushes.webhook import Event
from rushes.webhook_sender import WebhookSender
from rushes.wire.tls import TrustError
from tests.certificates import serving, write_certificate
from tests.fakes.proxy import FakeProxy
from tests.fakes.stub_server import Answer, StubServer, job_answer, video_answer
from tests.providers.conftest import (
    BeforeSendHook,
    make_request,
    providers,  # noqa: F401 - a fixture
)

JOB = UpstreamJob("a", "google/veo-3.1")


@pytest.fixture
def server():
    with StubServer() as opened:
        yield opened


def proxy_to(server):
    return FakeProxy(("127.0.0.1", urlsplit(server.url).port))


async def test_every_request_to_the_provider_goes_through_the_proxy(
    providers,  # noqa: F811
    server,
    monkeypatch,
):
    with proxy_to(server) as proxy:
        monkeypatch.setenv("HTTP_PROXY", f"http://user:5ec4e7@{proxy.address}")
        provider = providers("http://upstream.test/api/v1?tenant=a", poll_floor=0.0)
        server.script(
            job_answer(202, id="a"), job_answer(id="a", status="completed"), video_answer(b"x")
        )
        hook = BeforeSendHook()
        await provider.create(make_request(), hook)
        await provider.poll(JOB)
        assert b"".join([block async for block in provider.download(JOB)]) == b"x"
        assert proxy.asked == [
            "POST http://upstream.test/api/v1/videos?tenant=a",
            "GET http://upstream.test/api/v1/videos/a?tenant=a",
            "GET http://upstream.test/api/v1/videos/a/content?tenant=a&index=0",
        ]
        assert set(proxy.credentials) == {"Basic dXNlcjo1ZWM0ZTc="}
        assert len(hook.seen) == 1


async def test_an_encrypted_request_goes_through_a_tunnel(providers, monkeypatch, tmp_path):  # noqa: F811
    certificate = write_certificate(tmp_path / "own.pem", "upstream.test")
    monkeypatch.setenv("SSL_CERT_FILE", f" {certificate}\r")
    with StubServer(tls=serving(certificate)) as server, proxy_to(server) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        provider = providers("https://upstream.test/api/v1")
        server.script(job_answer(202, id="a"))
        assert (await provider.create(make_request(), BeforeSendHook())).id == "a"
        assert proxy.asked == ["CONNECT upstream.test:443"]


@pytest.mark.parametrize("value", ["socks5://user:5ec4e7@127.0.0.1:9", "socks://h:1", "http://"])
async def test_a_proxy_that_cannot_be_used_is_named(providers, server, monkeypatch, value):  # noqa: F811
    monkeypatch.setenv("ALL_PROXY", value)
    server.script(job_answer(202, id="a"))
    await providers(server.url).create(make_request(), BeforeSendHook())
    hook, provider = BeforeSendHook(), providers("http://upstream.test/api/v1")
    with pytest.raises(UnreachableError, match="ALL_PROXY") as caught:
        await provider.create(make_request(), hook)
    assert "5ec4e7" not in str(caught.value)
    with pytest.raises(TransientError, match="ALL_PROXY"):
        await provider.poll(JOB)
    assert hook.seen == []


async def test_a_proxy_that_refuses_or_is_down_leaves_the_request_unsent(providers, monkeypatch):  # noqa: F811
    hook = BeforeSendHook()
    with FakeProxy() as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with pytest.raises(UnreachableError, match="proxy of the environment responded with 502"):
            await providers("https://upstream.test").create(make_request(), hook)
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(UnreachableError, match="proxy of the environment could not be reached"):
        await providers("https://upstream.test").create(make_request(), hook)
    assert hook.seen == []


def paid(url=None):
    """Return settings with OpenRouter, at a URL, as the provider."""
    values = {"api_key": "k"} | ({} if url is None else {"base_url": url})
    return {"providers": ("openrouter",), "provider": {"openrouter": values}}


def test_a_missing_file_of_certificates_is_found_at_the_start(tmp_path, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere.pem")
    settings = Settings(data_dir=tmp_path, port=0, **paid())
    with (
        pytest.raises(TrustError, match=r"^SSL_CERT_FILE names '/nowhere\.pem'"),
        background_service(settings),
    ):
        pass
    plain = Settings(data_dir=tmp_path, port=0, **paid("http://127.0.0.1:9/api/v1"))
    with background_service(plain):
        pass


def test_a_job_says_that_the_certificate_is_not_trusted_and_goes_on(tmp_path, caplog):
    certificate = write_certificate(tmp_path / "own.pem")
    caplog.set_level(logging.WARNING, "rushes.providers")
    with StubServer(tls=serving(certificate)) as upstream:
        settings = Settings(data_dir=tmp_path / "data", port=0, **paid(upstream.url))
        with (
            background_service(settings) as url,
            OpenRouter("k", server_url=f"{url}/api/v1") as client,
        ):
            videos = client.video_generation
            job = videos.generate(model="google/veo-3.1", prompt="A calm sea")
            for update in videos.iter_updates(job.id):
                reason = update.model_extra["rushes"].get("delay_reason")
                if reason:
                    break
            assert update.status == "pending"
            assert "certificate of the service is not trusted (self-signed certificate)" in reason
            assert "SSL_CERT_FILE" in reason
            assert upstream.received == []
            videos.cancel(job.id)
    said = [r.getMessage() for r in caplog.records if r.name == "rushes.providers"]
    outage, *logged = sorted(said, key=lambda text: "unavailable" not in text)
    assert outage.startswith("provider OpenRouter unavailable: ")
    assert len(logged) == 1
    assert f"OpenRouter (https://127.0.0.1:{urlsplit(upstream.url).port})" in logged[0]
    assert "is not trusted" in logged[0]


class TestUrlsOfCallers:
    """The guard resolves and checks; a proxy only ever sees the address that was checked."""

    @pytest.fixture(autouse=True)
    def names(self, monkeypatch):
        known = {"public.test": "93.184.216.34", "inside.test": "10.0.0.1"}
        system = socket.getaddrinfo

        def resolve(host, *rest, **options):
            return system(known.get(host, host), *rest, **options)

        monkeypatch.setattr(socket, "getaddrinfo", resolve)

    async def test_a_proxy_is_asked_for_the_address_that_was_checked(self, server, monkeypatch):
        server.route("GET", "/picture", Answer(200, b"picture"))
        with proxy_to(server) as proxy:
            monkeypatch.setenv("ALL_PROXY", proxy.url)
            proxies = proxies_of_environment()
            url = "http://public.test/picture"
            assert await fetch(url, limit=99, allow_private=True, proxies=proxies) == b"picture"
            with pytest.raises(FetchError, match=r"public\.test could not be reached"):
                await fetch("https://public.test/picture", limit=99, proxies=proxies)
            assert proxy.asked == ["GET http://93.184.216.34/picture", "CONNECT 93.184.216.34:443"]
            assert server.received[0].header("host") == ["public.test"]

    async def test_a_proxy_leads_no_one_inside(self, monkeypatch):
        with FakeProxy() as proxy:
            monkeypatch.setenv("ALL_PROXY", proxy.url)
            proxies = proxies_of_environment()
            for host in ("inside.test", "10.0.0.1", "127.0.0.1", urlsplit(proxy.url).netloc):
                with pytest.raises(FetchError, match=r"not public|not a public"):
                    await fetch(f"https://{host}/", limit=99, proxies=proxies)
            assert proxy.asked == []

    async def test_webhooks_go_the_same_way(self, server, monkeypatch):
        server.route("POST", "/hook", Answer(200))
        event = Event("a", "completed", "m", datetime.now(UTC))
        with proxy_to(server) as proxy:
            monkeypatch.setenv("HTTP_PROXY", proxy.url)
            direct = WebhookSender(None, allow_private=True)
            assert await direct.send(f"{server.origin}/hook", event)
            assert proxy.asked == []
            sender = WebhookSender(None, allow_private=True, proxies=proxies_of_environment())
            assert await sender.send("http://public.test/hook", event)
            assert proxy.asked == ["POST http://93.184.216.34/hook"]


def test_the_setting_decides_for_urls_of_callers(tmp_path, monkeypatch):
    monkeypatch.setenv("RUSHES_FETCH_THROUGH_PROXY", " Yes\r\n")
    assert Settings(data_dir=tmp_path).fetch_through_proxy
    monkeypatch.setenv("RUSHES_FETCH_THROUGH_PROXY", "off")
    assert not Settings(data_dir=tmp_path).fetch_through_proxy
