"""Content over HTTP, from a folder and from a bucket alike."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.types import ASGIApp

from rushes.http.content import content_of
from rushes.http.errors import HANDLERS
from rushes.storage.base import Storage
from rushes.storage.local import LocalStorage
from rushes.storage.locate import open_storage
from rushes.store.job import Output
from tests.mp4 import minimal_mp4
from tests.s3 import environment, make_bucket, running_s3
from tests.service import serving
from tests.store.rows import make_job

NAME = "job-1-0.mp4"
FILM = minimal_mp4(bytes(range(251)) * 25_000)  # more than one part of an upload, and 251 is prime
JOB = make_job("job-1", state="completed")


@pytest.fixture(autouse=True)
def fresh_provider():
    """No provider is needed here, so the service is not started."""


@pytest.fixture(scope="module")
def s3_endpoint():
    with running_s3() as endpoint:
        yield endpoint


@pytest.fixture
def bucket(s3_endpoint, monkeypatch):
    for name, value in environment(s3_endpoint).items():
        monkeypatch.setenv(name, value)
    return make_bucket(s3_endpoint)


@pytest.fixture(params=["folder", "bucket"])
def place(request, tmp_path):
    return tmp_path if request.param == "folder" else request.getfixturevalue("bucket").url


@contextlib.contextmanager
def served(place: str | Path, size: int = len(FILM)) -> Iterator[httpx.Client]:
    """Keep FILM at a place and serve it, as a row of this size would."""
    outputs = open_storage(place)
    stored = asyncio.run(outputs.put(NAME, film()))
    output = Output(NAME, size, stored.sha256)

    async def content(request: Request) -> ASGIApp:
        return await content_of(request, JOB, output, outputs, "Stand-in")

    routes = [Route("/", content, methods=["GET"])]
    app = Starlette(routes=routes, exception_handlers=dict(HANDLERS))
    with serving(app) as url, httpx.Client(base_url=url) as client:
        yield client


async def film():
    yield FILM


def remove(place: str | Path) -> None:
    outputs: Storage = open_storage(place)
    asyncio.run(outputs.delete(NAME))


def error_message(response: httpx.Response, status: int) -> str:
    """Return the message of an error that has this status."""
    assert response.status_code == status
    assert response.json()["error"]["code"] == status
    return response.json()["error"]["message"]


def test_the_whole_the_parts_and_the_head(place):
    with served(place) as client:
        whole, head = client.get("/"), client.head("/")
        assert (whole.status_code, whole.content) == (200, FILM)
        assert head.headers["content-length"] == str(len(FILM))
        assert head.content == b""
        part = client.get("/", headers={"Range": "bytes=3000000-5999999"})
        assert (part.status_code, part.content) == (206, FILM[3_000_000:6_000_000])
        tail = client.get("/", headers={"Range": "bytes=-9"})
        assert tail.content == FILM[-9:]
        assert client.get("/", headers={"Range": f"bytes={len(FILM)}-"}).status_code == 416
        known = {"If-None-Match": whole.headers["etag"]}
        assert client.get("/", headers=known).status_code == 304


def test_a_video_that_is_gone_is_a_410(place):
    with served(place) as client:
        remove(place)
        for query in ("", "?redirect=1"):
            assert "no longer stored" in error_message(client.get(f"/{query}"), 410)


@pytest.mark.parametrize("size", [len(FILM) - 1, len(FILM) + 1])
def test_a_video_of_another_length_is_damaged_and_never_served(place, size):
    with served(place, size) as client:
        for query in ("", "?redirect=1"):
            message = error_message(client.get(f"/{query}"), 500)
            assert f"damaged: {len(FILM)} bytes are stored of {size}" in message


def test_a_video_whose_bytes_have_changed_is_damaged_and_never_served(tmp_path, caplog):
    with served(tmp_path) as client:
        path = LocalStorage(tmp_path).path(NAME)
        path.write_bytes(FILM[:1000] + bytes(1000) + FILM[2000:])
        os.utime(path, (1, 1))  # a disk's clock may be too coarse to tell two writes apart
        for headers in ({}, {"Range": "bytes=0-9"}):
            assert "damaged: what is stored has not" in error_message(
                client.get("/", headers=headers), 500
            )
        assert "job-1" in caplog.text
        path.write_bytes(FILM)  # from a copy: nothing else was lost
        os.utime(path, (2, 2))
        assert client.get("/").content == FILM


def test_a_video_that_cannot_be_read_is_a_503(tmp_path):
    with served(tmp_path) as client:
        path = LocalStorage(tmp_path).path(NAME)
        path.unlink()
        path.symlink_to(path)  # a name that leads nowhere: the disk refuses it
        response = client.get("/")
        assert "could not be read: " in error_message(response, 503)
        assert response.headers["retry-after"]


def test_a_bucket_that_has_gone_is_a_503(monkeypatch):
    with contextlib.ExitStack() as stack:
        with running_s3() as endpoint:
            for name, value in environment(endpoint).items():
                monkeypatch.setenv(name, value)
            client = stack.enter_context(served(make_bucket(endpoint).url))
        assert "could not be reached" in error_message(client.get("/"), 503)


WISHES = pytest.mark.parametrize(
    ("query", "headers"),
    [
        ("?redirect=1", {}),
        ("", {"Prefer": "redirect"}),
        ("", {"Prefer": "wait=5, Redirect; q=1"}),
    ],
)


@WISHES
def test_who_asks_is_sent_to_the_bucket(bucket, query, headers):
    with served(bucket.url) as client:
        response = client.get(f"/{query}", headers=headers)
        assert (response.status_code, response.content) == (302, b"")
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-generation-id"] == "job-1"
        target = response.headers["location"]
        assert target.startswith(f"{bucket.endpoint}/{bucket.name}/videos/{NAME}?")
        got = bucket.fetch(target)
        assert (got.content, got.headers["content-type"]) == (FILM, "video/mp4")


@WISHES
def test_who_asks_of_a_folder_gets_the_bytes(tmp_path, query, headers):
    with served(tmp_path) as client:
        response = client.get(f"/{query}", headers=headers)
        assert (response.status_code, response.content) == (200, FILM)


@pytest.mark.parametrize(
    ("query", "headers"),
    [("", {}), ("?redirect=0", {}), ("", {"Prefer": "redirecting"}), ("?redirect=", {})],
)
def test_who_does_not_ask_gets_the_bytes(bucket, query, headers):
    with served(bucket.url) as client:
        assert client.get(f"/{query}", headers=headers).content == FILM


def test_only_a_get_of_what_is_not_known_yet_is_redirected(bucket):
    with served(bucket.url) as client:
        head = client.head("/?redirect=1")
        assert head.status_code == 200  # a URL signed for GET answers no HEAD
        known = {"If-None-Match": head.headers["etag"]}
        assert client.get("/?redirect=1", headers=known).status_code == 304


def test_the_target_of_a_redirect_is_good_for_an_hour(bucket):
    with served(bucket.url) as client:
        target = httpx.URL(client.get("/?redirect=1").headers["location"])
        assert 3500 <= int(target.params["X-Amz-Expires"]) <= 3600
