"""Certificates are loaded late, and judged all the same."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization

from openrouter import OpenRouter, errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.certificates import serving, write_certificate
from tests.fakes.proxy import FakeProxy
from tests.fakes.stub_server import StubServer, job_answer

JOB = ("GET", "/api/v1/videos/a", job_answer())

WAITING = """
import sys
from openrouter import OpenRouter
with OpenRouter("k", server_url=sys.argv[1]) as client:
    print(client.video_generation.get_generation(job_id="a", retries=None).status)
"""
AWAITED = """
import asyncio, sys
from openrouter import OpenRouter
async def main():
    async with OpenRouter("k", server_url=sys.argv[1]) as client:
        print((await client.video_generation.get_generation_async(job_id="a", retries=None)).status)
asyncio.run(main())
"""


# Everything that may wait or try again, against one server; prints each error and its class.
PATIENT = """
import asyncio, pathlib, sys, tempfile
from openrouter import OpenRouter, errors
url = sys.argv[1]
file = pathlib.Path(tempfile.mkdtemp()) / "a.mp4"

def failed(call, *arguments, **named):
    try:
        call(*arguments, **named)
    except errors.TLSError as error:
        print(error.attempts, error.message)

with OpenRouter("k", server_url=url) as client:
    videos = client.video_generation
    failed(videos.list_videos_models)
    failed(videos.get_generation, job_id="a")
    failed(videos.wait, "a", timeout=500)
    failed(videos.generate, model="m", prompt="p")
    failed(videos.download, "a", file)
    failed(lambda: list(videos.iter_updates("a")))
    failed(lambda: list(videos.events("a")))
    for result in videos.batch_generate([{"model": "m", "prompt": "p"}] * 2):
        print(result.error.attempts, result.error.message)

async def main():
    async with OpenRouter("k", server_url=url) as client:
        videos = client.video_generation
        for call in (
            lambda: videos.list_videos_models_async(),
            lambda: videos.get_generation_async(job_id="a"),
            lambda: videos.wait_async("a", timeout=500),
            lambda: videos.generate_async(model="m", prompt="p"),
            lambda: videos.download_async("a", file),
        ):
            try:
                await call()
            except errors.TLSError as error:
                print(error.attempts, error.message)

if sys.argv[2] == "trio":
    import trio
    trio.run(main)
else:
    asyncio.run(main())
"""
CALLS = 14


@pytest.fixture(scope="module")
def loopback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_certificate(tmp_path_factory.mktemp("certificate") / "loopback.pem")


@pytest.fixture
def url(loopback: Path) -> Iterator[str]:
    with StubServer(JOB, tls=serving(loopback)) as server:
        yield server.url


def run(script: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_a_server_is_believed_only_with_a_certificate_that_is_trusted(
    script: str, url: str, loopback: Path
) -> None:
    assert run(script, url, SSL_CERT_FILE=f"{loopback} \r").stdout == "pending\n"
    refused = run(script, url)
    assert refused.stdout == ""
    assert "TLSError: The certificate of 127.0.0.1" in refused.stderr


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_without_encryption_no_certificates_are_needed(script: str) -> None:
    with StubServer(JOB) as server:
        assert run(script, server.url, SSL_CERT_FILE="/nowhere.pem").stdout == "pending\n"


def test_a_folder_of_certificates(url: str, loopback: Path, tmp_path: Path) -> None:
    trusted = x509.load_pem_x509_certificate(loopback.read_bytes())
    hashed = subprocess.run(
        ["openssl", "x509", "-hash", "-noout"],
        input=trusted.public_bytes(serialization.Encoding.PEM),
        capture_output=True,
        check=True,
    )
    (tmp_path / f"{hashed.stdout.decode().strip()}.0").write_bytes(loopback.read_bytes())
    assert run(WAITING, url, SSL_CERT_DIR=f"/nowhere:{tmp_path}").stdout == "pending\n"


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
@pytest.mark.parametrize(
    ("host", "trusted", "reasons"),
    [
        ("127.0.0.1", None, ["certificate of 127.0.0.1:", "is not trusted", "SSL_CERT_FILE"]),
        ("example.com", "own", ["certificate of 127.0.0.1:", "is for another host"]),
        ("expired", "own", ["certificate of 127.0.0.1:", "has expired", "clock"]),
        ("127.0.0.1", "/nowhere.pem\r", ["SSL_CERT_FILE names '/nowhere.pem'", "not a file"]),
        ("127.0.0.1", __file__, ["SSL_CERT_FILE names", "cannot be read"]),
        ("plain", None, ["No secure connection to 127.0.0.1:", "use http://"]),
    ],
    ids=["untrusted", "another host", "expired", "no file", "no certificates", "no TLS"],
)
def test_what_is_not_secure_fails_at_once(
    tmp_path: Path, loop: str, host: str, trusted: str | None, reasons: list[str]
) -> None:
    expired = host == "expired"
    name = "127.0.0.1" if host in {"expired", "plain"} else host
    own = write_certificate(tmp_path / "own.pem", name, expired=expired)
    tls = None if host == "plain" else serving(own)
    environment = {} if trusted is None else {"SSL_CERT_FILE": trusted.replace("own", str(own))}
    with StubServer(JOB, tls=tls) as server:
        url = server.url.replace("http://", "https://")
        done = run(PATIENT, url, loop, **environment)
        assert server.received == []
    said = done.stdout.splitlines()
    assert len(said) == CALLS, done.stderr
    for line in said:
        assert line.startswith("1 ")
        assert all(reason in line for reason in reasons), line


@pytest.mark.parametrize("loop", ["asyncio", "trio"])
def test_a_log_of_keys_that_cannot_be_written_fails_at_once(url: str, loop: str) -> None:
    done = run(PATIENT, url, loop, SSLKEYLOGFILE="/nowhere/keys")
    said = done.stdout.splitlines()
    assert len(said) == CALLS, done.stderr
    for line in said:
        assert line.startswith("1 ")
        assert "SSLKEYLOGFILE names '/nowhere/keys', which cannot be written" in line


def test_errors_of_tls_are_those_of_httpx_and_python(url: str) -> None:
    with OpenRouter("k", server_url=url) as client, pytest.raises(errors.TLSError) as caught:
        client.video_generation.list_videos_models()
    assert isinstance(caught.value, errors.APIConnectionError)
    assert isinstance(caught.value, httpx.ConnectError)
    assert isinstance(caught.value, ConnectionError)
    copied = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(copied, errors.TLSError)
    assert copied.message == caught.value.message


def test_a_client_of_the_caller_fails_at_once_too(url: str) -> None:
    retries = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 60_000), True)
    with (
        httpx.Client() as own,
        OpenRouter("k", server_url=url, client=own, retry_config=retries) as client,
        pytest.raises(errors.TLSError, match="is not trusted") as caught,
    ):
        client.video_generation.list_videos_models()
    assert caught.value.attempts == 1


def test_the_proxy_is_named_as_well(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(url.rpartition(":")[2].partition("/")[0])
    with FakeProxy(("127.0.0.1", port)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        with (
            OpenRouter("k", server_url="https://h.test") as client,
            pytest.raises(errors.TLSError, match="is not trusted") as caught,
        ):
            client.video_generation.list_videos_models()
    assert f"through the proxy {proxy.url} (HTTPS_PROXY)" in str(caught.value)
