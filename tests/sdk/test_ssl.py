"""Certificates are loaded late, and judged all the same."""

from __future__ import annotations

import datetime as dt
import ipaddress
import os
import ssl
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

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


@pytest.fixture(scope="module")
def loopback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of 127.0.0.1, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    now, day = dt.datetime.now(dt.UTC), dt.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.SubjectAlternativeName([address]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "loopback.pem"
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return path


@pytest.fixture
def url(loopback: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(loopback)
    with StubServer(JOB, tls=context) as server:
        yield server.url


def run(script: str, url: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, url],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_a_server_is_believed_only_with_a_certificate_that_is_trusted(
    script: str, url: str, loopback: Path
) -> None:
    assert run(script, url, SSL_CERT_FILE=str(loopback)).stdout == "pending\n"
    refused = run(script, url)
    assert refused.stdout == ""
    assert "CERTIFICATE_VERIFY_FAILED" in refused.stderr


@pytest.mark.parametrize("script", [WAITING, AWAITED], ids=["waiting", "awaited"])
def test_without_encryption_no_certificates_are_needed(script: str) -> None:
    with StubServer(JOB) as server:
        assert run(script, server.url, SSL_CERT_FILE="/nowhere.pem").stdout == "pending\n"
