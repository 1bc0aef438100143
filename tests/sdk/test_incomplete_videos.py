"""A video that a connection cut short is never taken for a complete one."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter import components, errors
from rushes.sdk import _download
from tests.fakes.stub_server import JOB_ID, Answer, StubServer, video_answer
from tests.mp4 import FTYP, box, minimal_mp4
from tests.sdk.driver import Driver
from tests.sdk.partial_videos import TAG, leave, names, part, ranges

SEA = minimal_mp4(bytes(range(256)) * 40)
FRAGMENTED = minimal_mp4(b"first") + 2 * (box(b"moof", bytes(20)) + box(b"mdat", bytes(500)))
OPEN_ENDED = box(b"ftyp", FTYP) + box(b"moov", bytes(20)) + b"\0\0\0\0mdat" + bytes(500)
OLD_MOV = box(b"wide") + box(b"mdat", bytes(500)) + box(b"moov", bytes(200))
HEADER = b"\x1a\x45\xdf\xa3\x84webm"
WEBM = HEADER + b"\x18\x53\x80\x67\x41\xf4" + bytes(500)
LIVE_WEBM = HEADER + b"\x18\x53\x80\x67\x01" + b"\xff" * 7 + bytes(500)


def until_closed(body: bytes, version: str = "1.1", **headers: str) -> Answer:
    """Answer with a body that ends where the connection does."""
    lines = [f"HTTP/{version} 200 OK", "Content-Type: video/mp4"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return Answer(0, "\r\n".join([*lines, "", ""]).encode() + body)


@pytest.fixture(autouse=True)
def _in_a_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("body", [SEA, FRAGMENTED, OLD_MOV, WEBM])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_without_a_length_the_file_itself_shows_that_it_is_complete(
    driver: Driver, stub: StubServer, body: bytes, version: str
) -> None:
    stub.script(until_closed(body, version), until_closed(body, version))
    client = driver.client()
    assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes() == body
    response = driver.call(client, "get_video_content", job_id=JOB_ID)
    assert driver.read(response) == body


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (SEA[:6000], "bytes of its box 'mdat' are missing"),
        (SEA[:100], "bytes of its box 'moov' are missing"),
        (SEA[:28], "no 'moov' box"),
        (SEA[:5], "nothing in the response"),
        (FRAGMENTED[:-400], "bytes of its box 'mdat' are missing"),
        (FRAGMENTED[:-508], "last fragment has no 'mdat' box"),
        (OPEN_ENDED, "nothing shows where it ends"),
        (OLD_MOV[:-200], "bytes of its box 'moov' are missing"),
        (WEBM[:-1], "its segment is not complete"),
        (HEADER, "its segment is not complete"),
        (LIVE_WEBM, "nothing shows where it ends"),
        (b"\0\0\1\xba a program stream", "nothing in the response"),
    ],
)
def test_without_a_length_everything_else_is_an_error(
    driver: Driver, stub: StubServer, tmp_path: Path, body: bytes, reason: str
) -> None:
    answer = until_closed(body)
    stub.script(answer, answer, answer, answer)
    client = driver.client()
    job = components.VideoGenerationResponse(id=JOB_ID, polling_url="", status="completed")
    with pytest.raises(errors.DownloadError, match=reason):
        driver.call(client, "download", JOB_ID, "sea.mp4")
    with pytest.raises(errors.DownloadError, match=reason):
        driver.on(client.video_generation.resume(job), "save", tmp_path)
    with pytest.raises(errors.DownloadError, match=reason):
        driver.call(client, "download", JOB_ID, io.BytesIO())
    response = driver.call(client, "get_video_content", job_id=JOB_ID)
    with pytest.raises(errors.DownloadError, match=reason):
        driver.measure(response)
    assert [name for name in names(tmp_path) if name.endswith(".mp4")] == []
    assert len(stub.received) == 4


@pytest.mark.parametrize("body", [SEA[:6000], FRAGMENTED[:-508], OLD_MOV[:-1], WEBM[:-1]])
def test_a_length_that_fits_a_file_that_does_not_end_is_not_believed(
    driver: Driver, stub: StubServer, tmp_path: Path, body: bytes
) -> None:
    # A cache that was cut off itself delivers what it has with the length of that.
    stub.script(video_answer(body), Answer(200, lambda: iter([body]), {}))
    for _ in range(2):
        with pytest.raises(errors.DownloadError, match="not complete"):
            driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert "sea.mp4" not in names(tmp_path)


@pytest.mark.parametrize(
    "body",
    [
        OPEN_ENDED,
        LIVE_WEBM,
        SEA + bytes(3),
        SEA + bytes(100),
        b"\0\0\0\x18ftypmp42" + bytes(100),
        b"\0\0\1\xba a stream",
    ],
)
def test_a_length_is_believed_where_the_file_does_not_say_otherwise(
    driver: Driver, stub: StubServer, body: bytes
) -> None:
    stub.script(video_answer(body), Answer(200, lambda: iter([body]), {}), video_answer(body))
    client = driver.client()
    assert driver.call(client, "download", JOB_ID, "1.mp4").read_bytes() == body
    assert driver.call(client, "download", JOB_ID, "2.mp4").read_bytes() == body
    assert driver.read(driver.call(client, "get_video_content", job_id=JOB_ID)) == body


def test_with_a_tag_the_rest_is_requested(driver: Driver, stub: StubServer) -> None:
    stub.script(until_closed(SEA[:6000], ETag=TAG), part(6000, SEA))
    assert driver.call(driver.client(), "download", JOB_ID, "sea.mp4").read_bytes() == SEA
    assert ranges(stub)[1] == (["bytes=6000-"], [TAG])


def test_what_is_sent_again_from_its_beginning_is_given_up(
    driver: Driver, stub: StubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_download, "FIRST_PAUSE", 1e-9)
    stub.script(*[until_closed(SEA[:6000], ETag=TAG)] * 8)
    with pytest.raises(errors.DownloadError, match="not complete"):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert len(stub.received) == 5
    assert "sea.mp4" not in names(tmp_path)


@pytest.mark.parametrize("cut", [0, 40])
def test_the_beginning_that_another_process_left_counts(
    driver: Driver, stub: StubServer, tmp_path: Path, cut: int
) -> None:
    body = SEA[: len(SEA) - cut]
    leave(tmp_path, SEA[:6000], body=body)
    stub.script(part(6000, body))
    client = driver.client()
    if not cut:
        assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes() == SEA
        return
    with pytest.raises(errors.DownloadError, match="40 bytes of its box 'mdat'"):
        driver.call(client, "download", JOB_ID, "sea.mp4")
    assert "sea.mp4" not in names(tmp_path)


def test_a_reader_that_stops_early_gets_no_error(driver: Driver, stub: StubServer) -> None:
    stub.script(until_closed(SEA[:6000]))
    response = driver.call(driver.client(), "get_video_content", job_id=JOB_ID)
    driver.close(response)


def test_a_part_that_was_asked_for_is_no_incomplete_video(driver: Driver, stub: StubServer) -> None:
    stub.script(part(0, SEA[:6000]))
    headers = {"range": "bytes=0-5999"}
    response = driver.call(
        driver.client(), "get_video_content", job_id=JOB_ID, http_headers=headers
    )
    assert driver.read(response) == SEA[:6000]


def test_a_transport_of_the_caller_shows_the_end_of_a_body(driver: Driver) -> None:
    class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            return iter([b"\0\0\1\xba ", b"a stream"])

        async def __aiter__(self) -> Any:
            for chunk in self:
                yield chunk

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Body(), headers={"content-type": "video/mp4"})

    given = driver.http_client(transport=httpx.MockTransport(answer))
    client = driver.client(**given)
    assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes().endswith(b"a stream")
    for http_client in given.values():
        driver.close(http_client)


def test_a_job_without_any_url_is_downloaded(driver: Driver, stub: StubServer) -> None:
    stub.route(
        "GET",
        f"/api/v1/videos/{JOB_ID}",
        Answer(200, b'{"id": "%b", "status": "completed"}' % JOB_ID.encode()),
    )
    stub.route("GET", f"/api/v1/videos/{JOB_ID}/content", video_answer(SEA))
    job = driver.call(driver.client(), "wait", JOB_ID)
    assert job.unsigned_urls is None
    assert driver.on(job, "save", "sea.mp4").read_bytes() == SEA
    assert stub.received[-1].path == f"/api/v1/videos/{JOB_ID}/content?index=0"
