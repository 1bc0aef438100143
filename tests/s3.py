"""A real S3 server on loopback, and what is in it, seen from outside of what is tested."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
from moto.server import ThreadedMotoServer

SECRET = "the-secret-access-key"
TOKEN = "the-session-token"
# The server asks for a signature, and checks it only where a test wants that.
ANYBODY = {
    "Authorization": "AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/s3/aws4_request,"
    " SignedHeaders=host, Signature=any"
}


@contextlib.contextmanager
def running_s3() -> Iterator[str]:
    """Serve for as long as the block lasts; give the server's base URL."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def environment(endpoint: str) -> dict[str, str]:
    """Return what a service's environment would say about the server."""
    return {
        "AWS_ENDPOINT_URL": endpoint,
        "AWS_ALLOW_HTTP": "true",
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": "the-key-id",
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_SESSION_TOKEN": TOKEN,
    }


@contextlib.contextmanager
def signatures_checked(endpoint: str) -> Iterator[None]:
    """Have the server check signatures within the block; it knows none of the keys used here."""
    url = f"{endpoint}/moto-api/reset-auth"
    httpx.post(url, content=b"0").raise_for_status()
    try:
        yield
    finally:
        httpx.post(url, content=b"inf").raise_for_status()


@dataclass(frozen=True)
class Bucket:
    """A bucket of its own."""

    endpoint: str
    name: str

    @property
    def url(self) -> str:
        return f"s3://{self.name}/videos"

    def names(self) -> list[str]:
        return self._found("list-type=2", "Key")

    def uploads(self) -> list[str]:
        return self._found("uploads", "Key")

    def forget_uploads(self) -> None:
        for key, upload in zip(self.uploads(), self._found("uploads", "UploadId"), strict=True):
            url = f"{self.endpoint}/{self.name}/{key}?uploadId={upload}"
            httpx.delete(url, headers=ANYBODY).raise_for_status()

    def get(self, name: str) -> httpx.Response:
        return httpx.get(f"{self.endpoint}/{self.name}/videos/{name}", headers=ANYBODY)

    def put(self, name: str, content: bytes) -> None:
        url = f"{self.endpoint}/{self.name}/videos/{name}"
        httpx.put(url, headers=ANYBODY, content=content).raise_for_status()

    def fetch(self, url: str, part: str | None = None) -> httpx.Response:
        return httpx.get(url, headers={} if part is None else {"Range": part})

    def _found(self, query: str, tag: str) -> list[str]:
        text = httpx.get(f"{self.endpoint}/{self.name}?{query}").raise_for_status().text
        return [part.partition("<")[0] for part in text.split(f"<{tag}>")[1:]]


def make_bucket(endpoint: str) -> Bucket:
    """Make a bucket that no other test uses."""
    bucket = Bucket(endpoint, f"bucket-{secrets.token_hex(4)}")
    httpx.put(f"{endpoint}/{bucket.name}").raise_for_status()
    return bucket
