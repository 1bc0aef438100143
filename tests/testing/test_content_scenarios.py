"""Downloads with defects, as clients see them."""

from __future__ import annotations

import httpx
import pytest

from rushes import OpenRouter
from tests.fakes.providers import VIDEO
from tests.testing.kits import REQUEST


@pytest.fixture
def content(service, submit, wait):
    """Return the path of a video whose job has a scenario."""

    def content(*scenario, **effects):
        service.next(*scenario, **effects)
        job_id = submit()
        assert wait(job_id)["status"] == "completed"
        return f"/videos/{job_id}/content"

    return content


def test_a_video_is_not_there_for_a_moment(client, content):
    path = content("content_missing", 2)
    assert [client.get(path).status_code for _ in range(3)] == [404, 404, 200]


def test_a_download_fails_at_the_provider(client, content):
    path = content("content_errors", 1)
    assert [client.get(path).status_code for _ in range(2)] == [502, 200]


def test_a_video_is_gone(client, content):
    path = content("gone")
    assert {client.get(path).status_code for _ in range(5)} == {410}


@pytest.mark.parametrize("name", ["content_truncated", "content_reset"])
def test_a_download_ends_in_the_middle(client, content, name):
    path = content(name)
    received = bytearray()
    with pytest.raises(httpx.TransportError), client.stream("GET", path) as response:  # noqa: PT012
        assert response.headers["content-length"] == str(len(VIDEO))
        for block in response.iter_raw():
            received += block
    assert 0 < len(received) <= len(VIDEO) // 2
    assert VIDEO.startswith(bytes(received))
    assert client.get(path).content == VIDEO


def test_the_cut_can_be_anywhere(client, content):
    path = content(content={"cut": "close", "at": 0.01})
    received = bytearray()
    with pytest.raises(httpx.RemoteProtocolError), client.stream("GET", path) as response:  # noqa: PT012
        for block in response.iter_raw():
            received += block
    assert len(received) == len(VIDEO) // 100


def test_a_download_falls_silent(client, content):
    path = content("content_stalled")
    with pytest.raises(httpx.ReadTimeout):
        client.get(path, timeout=0.3)
    assert client.get(path).content == VIDEO


def test_a_download_has_another_type(client, content):
    path = content("content_type", "application/octet-stream")
    response = client.get(path)
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.content == VIDEO


def test_a_download_has_no_length(client, content):
    response = client.get(content("no_length"))
    assert "content-length" not in response.headers
    assert response.content == VIDEO


def test_ranges_are_ignored(client, content):
    path = content("no_ranges")
    response = client.get(path, headers={"Range": "bytes=10-19"})
    assert (response.status_code, response.content) == (200, VIDEO)
    assert "accept-ranges" not in response.headers


def test_signed_links_have_the_defects_too(client, content, wait):
    path = content("content_missing", 1)
    job = wait(path.split("/")[2])
    [link] = job["urls"]
    assert [httpx.get(link).status_code for _ in range(2)] == [404, 200]


@pytest.mark.parametrize(
    "name", ["content_missing", "content_errors", "content_truncated", "content_reset"]
)
def test_the_sdk_gets_the_video_all_the_same(service, tmp_path, name):
    service.next(name, 1)
    with OpenRouter("any", server_url=service.api_url) as opened:
        video = opened.video_generation.generate_and_wait(**REQUEST)
        assert video.save(tmp_path / "video.mp4").read_bytes() == VIDEO
    downloads = [r for r in service.requests if r.operation == "content"]
    assert len(downloads) > 1
