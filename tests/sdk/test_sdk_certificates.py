"""Certificates are loaded late, and judged all the same."""

from __future__ import annotations

import http.server
import os
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

# Of 127.0.0.1, signed by itself, with its key; good for nothing but these tests.
LOOPBACK = Path(__file__).with_name("loopback.pem")
JOB = b'{"id": "a", "polling_url": "u", "status": "pending"}'

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


class Jobs(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-length", str(len(JOB)))
        self.end_headers()
        self.wfile.write(JOB)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's
        pass


@pytest.fixture
def plain_url() -> Iterator[str]:
    yield from served(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Jobs))


@pytest.fixture
def url() -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOOPBACK)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Jobs)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # refused handshakes
    server.socket = context.wrap_socket(server.socket, server_side=True)
    for address in served(server):
        yield address.replace("http:", "https:")


def served(server: http.server.ThreadingHTTPServer) -> Iterator[str]:
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def run(script: str, url: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {k: v for k, v in os.environ.items() if not k.startswith("SSL_CERT")}
    return subprocess.run(
        [sys.executable, "-c", script, url],
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_a_server_is_believed_only_with_a_certificate_that_is_trusted(
    script: str, url: str
) -> None:
    assert run(script, url, SSL_CERT_FILE=str(LOOPBACK)).stdout == "pending\n"
    refused = run(script, url)
    assert refused.stdout == ""
    assert "CERTIFICATE_VERIFY_FAILED" in refused.stderr


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_without_encryption_no_certificates_are_needed(script: str, plain_url: str) -> None:
    assert run(script, plain_url, SSL_CERT_FILE="/nowhere.pem").stdout == "pending\n"
