"""What is printed of an object shows neither signatures nor whole files."""

from __future__ import annotations

import pickle
import traceback

import httpx
import pytest

from openrouter import components, frame_image
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer, video_answer
from tests.sdk.driver import KEY, Driver

SIGNED = "https://media.example/v.mp4?signature=5ec4e7"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(100_000)


def test_a_signature_is_not_printed(driver: Driver, stub: StubServer) -> None:
    stub.script(
        job_answer(urls=[SIGNED, "https://a/b"], unsigned_urls=["https://a/content?index=0"])
    )
    job = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    for printed in (repr(job), str(job), f"{[job]}"):
        assert "5ec4e7" not in printed
        assert "https://media.example/v.mp4?…" in printed
        assert "https://a/b'" in printed
        assert "content?index=0" in printed  # of no use without the key
    assert job.urls[0] == SIGNED
    assert job.model_dump()["urls"][0] == SIGNED


def test_how_an_answer_came_does_not_tell_the_key(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer())
    http = driver.call(driver.client(), "get_generation", job_id=JOB_ID).http
    pickled = pickle.dumps(http)
    assert KEY.encode() not in pickled
    assert pickle.loads(pickled).body == http.body


def test_an_embedded_file_is_not_printed() -> None:
    frame = frame_image(PNG)
    assert len(repr(frame)) < 300
    assert "data:image/png;base64,iVBOR" in repr(frame)
    assert len(frame.image_url.url) > 100_000
    short = components.VideoURL(url="https://example.org/" + "a" * 100)
    assert "a" * 100 in repr(short)


def test_videos_that_were_never_read_are_named_as_the_trouble(
    driver: Driver, stub: StubServer
) -> None:
    given = driver.http_client(limits=httpx.Limits(max_connections=1))
    client = driver.client(**given)
    stub.script(video_answer(bytes(1_000_000)))
    opened = driver.call(client, "get_video_content", job_id=JOB_ID)
    with pytest.raises(httpx.PoolTimeout) as caught:
        driver.call(client, "get_generation", job_id=JOB_ID, timeout_ms=50, retries=None)
    assert "close() the videos" in "".join(traceback.format_exception(caught.value))
    driver.close(opened)
    stub.script(job_answer())
    assert driver.call(client, "get_generation", job_id=JOB_ID).id == JOB_ID
    for owner in given.values():
        driver.close(owner)
