"""Signed links, and what is answered where there is no video to download."""

from __future__ import annotations

import time
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from rushes.http.signed_urls import SignedUrls
from tests.fakes.providers import VIDEO
from tests.http.conftest import client_of, error_of, submit, wait
from tests.service import running_service


@pytest.fixture
def job(client):
    return wait(client, submit(client))


def test_a_signed_link_gives_the_video_without_a_key(service, job):
    (url,) = job["urls"]
    assert url.startswith(f"{service.api}/files/")
    response = httpx.get(url)
    assert (response.status_code, response.content) == (200, VIDEO)
    assert response.headers["content-type"] == "video/mp4"
    assert response.headers["access-control-allow-origin"] == "*"
    assert "private" in response.headers["cache-control"]
    part = httpx.get(url, headers={"Range": "bytes=5-9", "Origin": "https://any.example"})
    assert (part.status_code, part.content) == (206, VIDEO[5:10])
    assert httpx.head(url).headers["content-length"] == str(len(VIDEO))


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("application/octet-stream", "application/octet-stream"),
        ("Application/Octet-Stream;q=0.9", "application/octet-stream"),
        ("application/octet-stream, video/mp4", "video/mp4"),
        ("application/octet-stream, */*;q=0.1", "video/mp4"),
        ("application/json", "video/mp4"),
        ("", "video/mp4"),
    ],
)
def test_a_client_that_accepts_only_bytes_gets_that_type(client, job, accept, content_type):
    for path in (f"/videos/{job['id']}/content", job["urls"][0]):
        response = client.get(path, headers={"Accept": accept})
        assert (response.status_code, response.content) == (200, VIDEO)
        assert response.headers["content-type"] == content_type
        assert "Accept" in response.headers["vary"]


def test_a_link_works_until_its_jobs_expires_at(job, service):
    assert isinstance(job["expires_at"], int)
    assert job["expires_at"] > time.time() + 80_000
    assert parse_qs(urlsplit(job["urls"][0]).query)["expires"] == [str(job["expires_at"])]
    past = SignedUrls(b"a secret", 3600).file_path(job["id"], 0, int(time.time()) - 1)
    error_of(httpx.get(f"{service.url}{past}"), 403)


def test_a_forged_link_is_a_403(job, service):
    url = job["urls"][0]
    address, signature = url[:-64], url[-64:]
    other = SignedUrls(b"another secret", 3600).file_path(job["id"], 0, job["expires_at"])
    forged = [
        address + signature[::-1],
        address,
        url.split("?")[0],
        url.replace(f"expires={job['expires_at']}", f"expires={job['expires_at'] + 1}"),
        url.replace("/0?", "/1?"),
        url.replace("/0?", "/x?"),
        url.replace("/0?", f"/{'9' * 5000}?"),
        url.replace("gen-vid", "gen-vie"),
        f"{service.url}{other}",
    ]
    for link in forged:
        error_of(httpx.get(link), 403)


def test_links_end_when_the_video_is_removed(tmp_path):
    with running_service(tmp_path, keep_outputs=600) as own, client_of(own) as client:
        job = wait(client, submit(client))
        assert job["expires_at"] <= time.time() + 600
        assert httpx.get(job["urls"][0]).status_code == 200


def test_a_removed_video_is_a_410_that_says_when(tmp_path):
    with running_service(tmp_path, keep_outputs=0.01) as own, client_of(own) as client:
        job_id = wait(client, submit(client))["id"]
        deadline = time.monotonic() + 60  # the sweep comes every few seconds
        # For a moment it is gone, and that it was removed is not committed yet.
        while "was removed at 20" not in (response := client.get(f"/videos/{job_id}/content")).text:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        error_of(response, 410)
        job = client.get(f"/videos/{job_id}").json()
        assert job["status"] == "completed"
        assert {"urls", "expires_at"}.isdisjoint(job)


def test_a_video_that_is_not_ready_is_a_409_that_names_the_status(client, service):
    service.provider.waits = True
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    assert "in_progress" in error_of(client.get(f"/videos/{job_id}/content"), 409)["message"]
    client.post(f"/videos/{job_id}/cancel")
    assert "cancelled" in error_of(client.get(f"/videos/{job_id}/content"), 409)["message"]


def test_an_unsigned_url_needs_no_key(job, service):
    (url,) = job["unsigned_urls"]
    response = httpx.get(url)
    assert (response.status_code, response.content) == (200, VIDEO)
    assert httpx.get(url, headers={"Authorization": "Bearer any"}).content == VIDEO
    assert url.startswith(f"{service.api}/videos/{job['id']}/content?index=0&expires=")
    plain = url.split("&expires")[0]
    error_of(httpx.get(plain), 401)
    assert httpx.get(plain, headers={"Authorization": "Bearer any"}).content == VIDEO
    for forged in (
        url[:-1],
        url.replace("index=0", "index=1"),
        url.replace("expires=", "expires=1"),
    ):
        error_of(httpx.get(forged), 403)


def test_a_key_that_is_sent_counts_also_beside_a_signature(keyed):
    _, alpha, _ = keyed
    job = wait(alpha, submit(alpha))
    (url,) = job["unsigned_urls"]
    assert httpx.get(url).content == VIDEO
    error_of(httpx.get(url, headers={"Authorization": "Bearer wrong"}), 401)
    error_of(httpx.get(url, headers={"Authorization": "Bearer beta"}), 404)


def test_strict_emulation_wants_the_key(tmp_path):
    with running_service(tmp_path, emulate_strict=True) as strict, client_of(strict) as client:
        job = wait(client, submit(client))
        (url,) = job["unsigned_urls"]
        assert url == f"{strict.api}/videos/{job['id']}/content?index=0"
        error_of(httpx.get(url), 401)
        error_of(httpx.get(f"{url}&expires=9999999999&signature={'0' * 64}"), 401)
        assert client.get(url).content == VIDEO
