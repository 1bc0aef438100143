"""Downloads stream, whatever their size, and tell a video from everything else."""

from __future__ import annotations

import threading
import tracemalloc
from collections.abc import Iterator

import httpx
import pytest

from openrouter import OpenRouter, errors
from tests.fakes.stub_server import (
    Answer,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver

CHUNK = b"\x5a" * 65536
CHUNKS = 800  # 50 MB


def test_fifty_megabytes_are_not_buffered(driver: Driver, stub: StubServer) -> None:
    returned = threading.Event()

    def body() -> Iterator[bytes]:
        yield CHUNK
        # The rest exists only once the call has returned: whoever reads ahead waits for ever.
        assert returned.wait(30)
        for _ in range(CHUNKS - 1):
            yield CHUNK

    stub.script(Answer(200, body, {"content-type": "video/mp4"}))
    response = driver.call(driver.client(), "get_video_content", job_id="a")
    assert isinstance(response, httpx.Response)
    assert not response.is_stream_consumed
    returned.set()
    tracemalloc.start()
    try:
        assert driver.measure(response) == len(CHUNK) * CHUNKS
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    assert response.is_closed


def test_closing_early_gives_the_connection_back(driver: Driver, stub: StubServer) -> None:
    given = driver.http_client(
        limits=httpx.Limits(max_connections=1), timeout=httpx.Timeout(5, pool=0.5)
    )
    client = driver.client(**given)
    for _ in range(3):
        stub.script(video_answer(CHUNK * 40))
        driver.close(driver.call(client, "get_video_content", job_id="a"))
    [http_client] = given.values()
    driver.close(http_client)
    assert len(stub.received) == 3


@pytest.mark.parametrize(
    "kind",
    ["video/mp4", "video/webm", "VIDEO/quicktime; codecs=x", "application/octet-stream", None],
)
def test_any_video_is_accepted(driver: Driver, stub: StubServer, kind: str | None) -> None:
    stub.script(Answer(200, b"video", {"content-type": kind} if kind else {}))
    response = driver.call(driver.client(), "get_video_content", job_id="a")
    assert driver.read(response) == b"video"


def test_a_part_is_accepted(driver: Driver, stub: StubServer) -> None:
    stub.script(video_answer(b"deo", 206, content_range="bytes 2-4/5"))
    headers = {"Range": "bytes=2-"}
    response = driver.call(driver.client(), "get_video_content", job_id="a", http_headers=headers)
    assert (response.status_code, driver.read(response)) == (206, b"deo")
    assert stub.received[0].header("range") == ["bytes=2-"]
    assert stub.received[0].header("accept-encoding") == ["identity"]


@pytest.mark.parametrize("status", [200, 202, 204])
def test_a_page_is_not_a_video(driver: Driver, stub: StubServer, status: int) -> None:
    page = b"" if status == 204 else b"<html>" + b"x" * 2_000
    stub.script(Answer(status, page, {"content-type": "text/html"}))
    with pytest.raises(errors.OpenRouterDefaultError) as caught:
        driver.call(driver.client(), "get_video_content", job_id="a")
    assert str(status) in caught.value.message
    assert len(caught.value.message) < 600


def test_an_error_inside_a_success(driver: Driver, stub: StubServer) -> None:
    stub.script(json_answer({"error": {"code": 502, "message": "The provider failed"}}))
    with pytest.raises(errors.BadGatewayResponseError, match="The provider failed"):
        driver.call(driver.client(), "get_video_content", job_id="a", retries=None)


def test_the_body_of_an_error_is_read(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(409, "The video is still being made", x_request_id="r-1"))
    with pytest.raises(errors.ConflictResponseError, match="still being made") as caught:
        driver.call(driver.client(), "get_video_content", job_id="a")
    assert caught.value.raw_response.json()["error"]["code"] == 409
    assert caught.value.headers["x-request-id"] == "r-1"


def test_an_endless_error_is_cut_off(driver: Driver, stub: StubServer) -> None:
    def body() -> Iterator[bytes]:
        while True:
            yield CHUNK

    stub.script(Answer(410, body, {"content-type": "text/plain"}))
    with pytest.raises(errors.GoneResponseError) as caught:
        driver.call(driver.client(), "get_video_content", job_id="a")
    assert len(caught.value.body) == 1_000_000


def test_a_broken_off_error_is_told_as_far_as_it_came(driver: Driver, stub: StubServer) -> None:
    stub.script(Answer(410, b"It is g", {"content-type": "text/plain", "content-length": "10"}))
    with pytest.raises(errors.GoneResponseError, match=r"^It is g \("):
        driver.call(driver.client(), "get_video_content", job_id="a")


@pytest.fixture
def elsewhere() -> Iterator[StubServer]:
    other = StubServer()
    yield other
    other.close()


@pytest.mark.parametrize("operation", ["get_video_content", "get_generation"])
def test_a_redirect_is_followed_without_the_key(
    driver: Driver, stub: StubServer, elsewhere: StubServer, operation: str
) -> None:
    to_itself = Answer(307, b"", {"location": "/api/v1/moved"})
    stub.script(to_itself, Answer(302, b"", {"location": elsewhere.url + "/v.mp4?sig=1"}))
    elsewhere.script(
        Answer(302, b"", {"location": f"{stub.url}/back"}),  # which does not bring the key back
    )
    stub.script(video_answer(b"video") if operation == "get_video_content" else job_answer())
    secrets = {"x-api-key": "5ec4e7", "Cookie": "5ec4e7", "X-Team": "blue", "Range": "bytes=0-"}
    answer = driver.call(driver.client(), operation, job_id="a", http_headers=secrets)
    if operation == "get_video_content":
        assert driver.read(answer) == b"video"
        assert [r.status_code for r in answer.history] == [307, 302, 302]
    first, moved, back = stub.received
    [away] = elsewhere.received
    assert [r.path for r in (first, moved, away, back)] == [
        first.path,
        "/api/v1/moved",
        "/api/v1/v.mp4?sig=1",
        "/api/v1/back",
    ]
    for at_home in (first, moved):
        assert len(at_home.header("authorization")) == 1
        assert at_home.header("x-api-key") == ["5ec4e7"]
    for other in (away, back):
        assert {name.lower() for name, _ in other.headers} == {
            "accept",
            "accept-encoding",
            "connection",
            "host",
            "range",
            "user-agent",
        }
    assert away.header("host") == [elsewhere.url.split("/")[2]]


def test_https_may_follow_http() -> None:
    seen: list[tuple[str, list[str]]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), sorted({"authorization", "x-api-key"} & {*request.headers})))
        place = {"http": "https://h/b", "https": "https://h:444/c"}[request.url.scheme]
        if request.url.port == 444:
            return httpx.Response(200, json={"data": []})
        return httpx.Response(302, headers={"location": place})

    with httpx.Client(transport=httpx.MockTransport(answer)) as given:
        videos = OpenRouter(KEY, server_url="http://h/api/v1", client=given).video_generation
        videos.list_videos_models(http_headers={"x-api-key": "5ec4e7"})
    assert seen == [
        ("http://h/api/v1/videos/models", ["authorization", "x-api-key"]),
        ("https://h/b", ["authorization", "x-api-key"]),
        ("https://h:444/c", []),
    ]


def test_nor_with_what_a_given_client_adds(
    driver: Driver, stub: StubServer, elsewhere: StubServer
) -> None:
    given = driver.http_client(auth=("me", "5ec4e7"), headers={"x-api-key": "5ec4e7"})
    stub.script(Answer(302, b"", {"location": elsewhere.url + "/v.mp4"}))
    elsewhere.script(video_answer(b"video"))
    response = driver.call(driver.client(**given), "get_video_content", job_id="a")
    assert driver.read(response) == b"video"
    assert stub.received[0].header("x-api-key") == ["5ec4e7"]
    assert elsewhere.received[0].header("authorization") == []
    assert elsewhere.received[0].header("x-api-key") == []
    for http_client in given.values():
        driver.close(http_client)
