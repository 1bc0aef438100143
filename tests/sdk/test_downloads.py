"""A download ends with the whole video under its name, or with an error and nothing there."""

from __future__ import annotations

import errno
import io
import itertools
import tempfile
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.datastructures import UploadFile
from werkzeug.datastructures import FileStorage

from openrouter import components, errors
from tests.fakes.stub_server import (
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    json_answer,
)
from tests.sdk.driver import Driver
from tests.sdk.partial_videos import SEA, TAG, broken, leave, names, part, ranges, whole


@pytest.fixture(autouse=True)
def _in_a_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_video_gets_its_name_when_it_is_whole(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    target = tmp_path / "sea.mp4"
    seen: list[tuple[int, int | None, list[str]]] = []
    body = SEA * 300  # 3 MB
    stub.script(whole(body))
    path = driver.call(
        driver.client(),
        "download",
        JOB_ID,
        target,
        on_progress=lambda done, total: seen.append((done, total, names(tmp_path))),
    )
    assert path == target
    assert target.read_bytes() == body
    assert names(tmp_path) == ["sea.mp4"]
    assert seen[-1] == (len(body), len(body), ["sea.mp4"])
    assert seen[0][2] == ["sea.mp4.part"]
    assert [done for done, _, _ in seen] == sorted({done for done, _, _ in seen})
    [request] = stub.received
    assert request.path == f"/api/v1/videos/{JOB_ID}/content?index=0"
    assert ranges(stub) == [([], [])]


@pytest.mark.parametrize(
    ("to", "index", "kind", "name"),
    [
        (None, 0, "video/mp4", f"{JOB_ID}.mp4"),
        (".", 2, "video/webm", f"{JOB_ID}-2.webm"),
        ("deep/", 0, "video/quicktime", f"deep/{JOB_ID}.mov"),
        ("deep", 0, "", f"deep/{JOB_ID}.mp4"),
        ("clip.bin", 0, "application/octet-stream", "clip.bin"),
    ],
)
def test_where_it_goes(
    driver: Driver, stub: StubServer, tmp_path: Path, to: Any, index: int, kind: str, name: str
) -> None:
    (tmp_path / "deep").mkdir()
    job = components.VideoGenerationResponse(id=JOB_ID, polling_url="", status="completed")
    stub.script(Answer(200, SEA, {"content-type": kind} if kind else {}))
    path = driver.call(driver.client(), "download", job, to, index=index)
    assert path == Path(name)
    assert (tmp_path / name).read_bytes() == SEA
    assert stub.received[0].path.endswith(f"?index={index}")


def test_an_id_cannot_leave_the_directory(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    stub.script(whole())
    path = driver.call(driver.client(), "download", "../../etc/x", tmp_path)
    assert path.parent == tmp_path
    assert path.read_bytes() == SEA


def test_an_existing_file_is_kept(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    target = tmp_path / "sea.mp4"
    target.write_bytes(b"mine")
    client = driver.client()
    with pytest.raises(FileExistsError, match="overwrite"):
        driver.call(client, "download", JOB_ID, target)
    (tmp_path / f"{JOB_ID}.webm").write_bytes(b"mine")
    stub.script(whole(content_type="video/webm"))
    with pytest.raises(FileExistsError, match="webm"):
        driver.call(client, "download", JOB_ID)
    stub.script(whole())
    driver.call(client, "download", JOB_ID, target, overwrite=True)
    assert target.read_bytes() == SEA
    assert names(tmp_path) == [f"{JOB_ID}.webm", "sea.mp4"]


@pytest.mark.parametrize("to", ["nowhere/sea.mp4", "nowhere/"])
def test_a_missing_directory_is_found_out_first(driver: Driver, stub: StubServer, to: str) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        driver.call(driver.client(), "download", JOB_ID, to)
    assert stub.received == []


class AsyncWriter:
    async def write(self, data: bytes) -> int:
        raise AssertionError("nobody awaits it")


@pytest.mark.parametrize(
    "to",
    [io.StringIO(), 3, b"x", io.BufferedReader(io.BytesIO()), AsyncWriter()],
    ids=lambda to: type(to).__name__,
)
def test_what_is_no_target(driver: Driver, stub: StubServer, to: Any) -> None:
    with pytest.raises(TypeError, match="binary"):
        driver.call(driver.client(), "download", JOB_ID, to)
    assert stub.received == []


def test_a_temporary_file_for_text_is_no_target(driver: Driver, stub: StubServer) -> None:
    with tempfile.NamedTemporaryFile("w") as text, pytest.raises(TypeError, match="binary"):
        driver.call(driver.client(), "download", JOB_ID, text)
    assert stub.received == []


def test_a_closed_file_is_no_target(driver: Driver, stub: StubServer) -> None:
    closed = io.BytesIO()
    closed.close()
    with pytest.raises(ValueError, match="closed"):
        driver.call(driver.client(), "download", JOB_ID, closed)
    assert stub.received == []


@pytest.mark.parametrize("wrap", [UploadFile, FileStorage, lambda file: file])
def test_the_file_of_a_framework_is_written(driver: Driver, stub: StubServer, wrap: Any) -> None:
    stub.script(broken(5000, etag=TAG), part(5000))
    with tempfile.SpooledTemporaryFile(max_size=4000) as file:
        driver.call(driver.client(), "download", JOB_ID, wrap(file))
        file.seek(0)
        assert file.read() == SEA


def test_a_video_that_does_not_fit_is_not_begun(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    huge = {"content_length": str(1 << 58)}
    client = driver.client()
    stub.script(whole(**huge))
    with pytest.raises(OSError, match=r"sea\.mp4") as caught:
        driver.call(client, "download", JOB_ID, "sea.mp4")
    assert caught.value.errno == errno.ENOSPC
    assert str(1 << 58) in caught.value.__notes__[0]
    assert names(tmp_path) == []
    leave(tmp_path, SEA[:4000], total=1 << 58)
    stub.script(part(4000, content_range=f"bytes 4000-{(1 << 58) - 1}/{1 << 58}", **huge))
    with pytest.raises(OSError, match=r"sea\.mp4"):
        driver.call(client, "download", JOB_ID, "sea.mp4")
    assert (tmp_path / "sea.mp4.part").read_bytes() == SEA[:4000]


@pytest.mark.parametrize("kind", ["video/mp4", "application/octet-stream", None, "text/html"])
@pytest.mark.parametrize(
    "body", [b"<html>Sign in", b' \n{"error": {"code": 500}}', b"[]", b"\xef\xbb\xbf<x/>"]
)
def test_a_text_is_never_written(
    driver: Driver, stub: StubServer, tmp_path: Path, kind: str | None, body: bytes
) -> None:
    stub.script(Answer(200, body, {"content-type": kind} if kind else {}))
    with pytest.raises(errors.OpenRouterError):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert names(tmp_path) == []


def test_an_empty_video_is_none(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    stub.script(whole(b""))
    with pytest.raises(errors.DownloadError, match="empty"):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (error_answer(409), errors.ConflictResponseError),
        (error_answer(410), errors.GoneResponseError),
        (error_answer(416), errors.OpenRouterDefaultError),
        (json_answer({"error": {"code": 502, "message": "m"}}), errors.BadGatewayResponseError),
    ],
)
def test_refusals_are_typed(
    driver: Driver, stub: StubServer, tmp_path: Path, answer: Answer, error: type[Exception]
) -> None:
    stub.script(answer)
    with pytest.raises(error):
        driver.call(driver.client(retry_config=None), "download", JOB_ID, "sea.mp4")
    assert names(tmp_path) == []


def test_into_a_file_object(driver: Driver, stub: StubServer) -> None:
    file = io.BytesIO(b"head")
    file.seek(4)
    stub.script(broken(5000, b"x" * 9000, etag='"old"'), broken(6000, etag=TAG), part(6000))
    assert driver.call(driver.client(), "download", JOB_ID, file) is None
    assert file.getvalue() == b"head" + SEA
    assert not file.closed


def test_a_file_object_that_cannot_go_back(driver: Driver, stub: StubServer) -> None:
    class Pipe(io.RawIOBase):
        taken = b""

        def write(self, data: Any, /) -> int:
            self.taken += bytes(data)
            return len(data)

    pipe = Pipe()
    stub.script(broken(5000, etag=TAG), part(5000))
    driver.call(driver.client(), "download", JOB_ID, pipe)
    assert pipe.taken == SEA
    stub.script(broken(5000), whole())
    with pytest.raises(io.UnsupportedOperation, match="go back") as caught:
        driver.call(driver.client(), "download", JOB_ID, Pipe())
    assert isinstance(caught.value.__cause__, httpx.RemoteProtocolError)


class Slow(io.RawIOBase):
    """A raw file that takes a little at once, as the system's own may."""

    def __init__(self, answers: Iterator[int | None]) -> None:
        self.taken = b""
        self._answers = answers

    def write(self, data: Any, /) -> int | None:
        count = next(self._answers)
        self.taken += bytes(data)[: count or 0]
        return count if count is None else min(count, len(data))


def test_a_raw_file_that_takes_a_little_at_once_gets_all(driver: Driver, stub: StubServer) -> None:
    stub.script(whole(), whole(), whole())
    client, slow = driver.client(), Slow(itertools.cycle([1, 999, 4000]))
    driver.call(client, "download", JOB_ID, slow)
    assert slow.taken == SEA
    for count in (None, 0):
        with pytest.raises(BlockingIOError):
            driver.call(client, "download", JOB_ID, Slow(iter([100, count])))


def test_a_writer_need_not_tell_how_much_it_took(driver: Driver, stub: StubServer) -> None:
    class Writer:
        taken = b""

        def write(self, data: bytes) -> None:
            self.taken += data

    writer = Writer()
    stub.script(whole())
    driver.call(driver.client(), "download", JOB_ID, writer)
    assert writer.taken == SEA


def test_memory_stays_small(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    chunk, count = b"\x5a" * 65536, 800  # 50 MB

    def body() -> Iterator[bytes]:
        for _ in range(count):
            yield chunk

    stub.script(Answer(200, body, {"content-type": "video/mp4"}))
    tracemalloc.start()
    try:
        path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()
    assert path.stat().st_size == len(chunk) * count


def test_the_key_stays_with_its_origin(driver: Driver, stub: StubServer) -> None:
    elsewhere = StubServer()
    try:
        location = {"location": elsewhere.url + "/v.mp4?sig=1"}
        stub.script(Answer(302, b"", location), Answer(302, b"", location))
        elsewhere.script(broken(5000, etag=TAG), part(5000))
        job = components.VideoGenerationResponse(
            id=JOB_ID,
            polling_url=elsewhere.url,
            status="completed",
            unsigned_urls=[elsewhere.url + "/v.mp4"],
        )
        assert driver.call(driver.client(), "download", job, "a.mp4").read_bytes() == SEA
        assert all(r.header("authorization") for r in stub.received)
        assert [r.header("authorization") for r in elsewhere.received] == [[], []]
        assert elsewhere.received[1].header("range") == ["bytes=5000-"]
    finally:
        elsewhere.close()


async def test_the_event_loop_goes_on_while_a_disk_is_slow(stub: StubServer) -> None:
    import asyncio

    from openrouter import OpenRouter

    released, loop = threading.Event(), asyncio.get_running_loop()

    class SlowDisk(io.BytesIO):
        def write(self, data: Any, /) -> int:
            loop.call_soon_threadsafe(released.set)
            assert released.wait(30)  # only a loop that goes on can set it
            return super().write(data)

    disk = SlowDisk()
    stub.script(whole())
    async with OpenRouter("k", server_url=stub.url) as client:
        await client.video_generation.download_async(JOB_ID, disk)
    assert disk.getvalue() == SEA
