"""A download ends with the whole video under its name, or with an error and nothing there."""

from __future__ import annotations

import io
import re
import threading
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from sdk_driver import Driver
from stub_service import (
    JOB_ID,
    Answer,
    StubService,
    error_answer,
    json_answer,
    video_answer,
)
from tests.service import VIDEO, running_service

from openrouter import components, errors

SEA = bytes(range(256)) * 40
TAG = '"v1"'


def part(start: int, body: bytes = SEA, tag: str = TAG, **changed: str) -> Answer:
    """Answer with the rest of `body` from `start` on."""
    place = f"bytes {start}-{len(body) - 1}/{len(body)}"
    return video_answer(body[start:], 206, **({"content_range": place, "etag": tag} | changed))


def broken(sent: int, body: bytes = SEA, status: int = 200, **headers: str) -> Answer:
    """Answer with the first bytes only, and hang up."""
    return video_answer(body[:sent], status, content_length=str(len(body)), **headers)


def whole(body: bytes = SEA, tag: str = TAG, **headers: str) -> Answer:
    return video_answer(body, etag=tag, **headers)


def ranges(stub: StubService) -> list[tuple[list[str], list[str]]]:
    return [(r.header("range"), r.header("if-range")) for r in stub.received]


@pytest.fixture(autouse=True)
def _in_a_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_video_gets_its_name_when_it_is_whole(
    driver: Driver, stub: StubService, tmp_path: Path
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
    assert seen[0][2] == ["sea.mp4.part", "sea.mp4.part.tag"]
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
    driver: Driver, stub: StubService, tmp_path: Path, to: Any, index: int, kind: str, name: str
) -> None:
    (tmp_path / "deep").mkdir()
    job = components.VideoGenerationResponse(id=JOB_ID, polling_url="", status="completed")
    stub.script(Answer(200, SEA, {"content-type": kind} if kind else {}))
    path = driver.call(driver.client(), "download", job, to, index=index)
    assert path == Path(name)
    assert (tmp_path / name).read_bytes() == SEA
    assert stub.received[0].path.endswith(f"?index={index}")


def test_an_id_cannot_leave_the_directory(
    driver: Driver, stub: StubService, tmp_path: Path
) -> None:
    stub.script(whole())
    path = driver.call(driver.client(), "download", "../../etc/x", tmp_path)
    assert path.parent == tmp_path
    assert path.read_bytes() == SEA


def test_an_existing_file_is_kept(driver: Driver, stub: StubService, tmp_path: Path) -> None:
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
def test_a_missing_directory_is_found_out_first(driver: Driver, stub: StubService, to: str) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        driver.call(driver.client(), "download", JOB_ID, to)
    assert stub.received == []


@pytest.mark.parametrize("to", [io.StringIO(), 3, b"x"])
def test_what_is_no_target(driver: Driver, stub: StubService, to: Any) -> None:
    with pytest.raises(TypeError, match="binary"):
        driver.call(driver.client(), "download", JOB_ID, to)
    assert stub.received == []


def test_a_drop_is_resumed(driver: Driver, stub: StubService, tmp_path: Path) -> None:
    stub.script(
        broken(5000, etag=TAG),
        broken(
            3000, SEA[5000:], 206, etag=TAG, content_range=f"bytes 5000-{len(SEA) - 1}/{len(SEA)}"
        ),
        part(8000),
    )
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert path.read_bytes() == SEA
    assert names(tmp_path) == ["sea.mp4"]
    assert ranges(stub) == [
        ([], []),
        (["bytes=5000-"], [TAG]),
        (["bytes=8000-"], [TAG]),
    ]


def test_a_changed_video_starts_over(driver: Driver, stub: StubService) -> None:
    stub.script(broken(5000, b"x" * 9000, etag='"old"'), whole())
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert path.read_bytes() == SEA


@pytest.mark.parametrize("tag", ["", 'W/"v1"', "v1"])
def test_without_a_strong_tag_it_starts_over(driver: Driver, stub: StubService, tag: str) -> None:
    headers = {"etag": tag} if tag else {}
    stub.script(broken(5000, **headers), video_answer(SEA, **headers))
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA
    assert ranges(stub) == [([], []), ([], [])]


@pytest.mark.parametrize(
    "wrong",
    [
        part(4000),
        part(5000, tag='"v2"'),
        part(5000, content_range="bytes */*"),
        error_answer(416, content_range="bytes */9"),
    ],
)
def test_a_part_that_does_not_fit_is_not_used(
    driver: Driver, stub: StubService, wrong: Answer
) -> None:
    stub.script(broken(5000, etag=TAG), wrong, whole())
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA
    assert ranges(stub)[2] == ([], [])


def test_a_part_nobody_asked_for_is_refused(
    driver: Driver, stub: StubService, tmp_path: Path
) -> None:
    stub.script(part(5000))
    with pytest.raises(errors.DownloadError, match="not asked for"):
        driver.call(driver.client(), "download", JOB_ID, "a.mp4")
    assert names(tmp_path) == []


def test_a_chunked_part_that_ends_early_is_resumed(driver: Driver, stub: StubService) -> None:
    def some() -> Iterator[bytes]:
        yield SEA[5000:6000]

    place = f"bytes 5000-{len(SEA) - 1}/{len(SEA)}"
    headers = {"content-type": "video/mp4", "content-range": place, "etag": TAG}
    stub.script(broken(5000, etag=TAG), Answer(206, some, headers), part(6000))
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA


def test_an_interrupted_call_is_resumed_by_the_next(
    driver: Driver, stub: StubService, tmp_path: Path
) -> None:
    def interrupt(done: int, total: int | None) -> None:
        raise KeyboardInterrupt

    body = SEA * 300
    stub.script(whole(body))
    with pytest.raises(KeyboardInterrupt):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4", on_progress=interrupt)
    kept = (tmp_path / "sea.mp4.part").stat().st_size
    assert kept >= 1 << 20
    assert not (tmp_path / "sea.mp4").exists()
    stub.script(part(kept, body))
    client = driver.client()
    assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes() == body
    assert ranges(stub)[1] == ([f"bytes={kept}-"], [TAG])
    assert names(tmp_path) == ["sea.mp4"]


@pytest.mark.parametrize(
    "changed", [{"job": "another"}, {"resume": False}, {"tag": ""}, {"tag": None}], ids=str
)
def test_a_left_part_of_something_else_is_not_used(
    driver: Driver, stub: StubService, tmp_path: Path, changed: dict[str, Any]
) -> None:
    (tmp_path / "sea.mp4.part").write_bytes(b"y" * 5000)
    tag = changed.get("tag", TAG)
    if tag is not None:
        (tmp_path / "sea.mp4.part.tag").write_text(f"{JOB_ID}\n{tag}")
    stub.script(whole())
    path = driver.call(
        driver.client(),
        "download",
        changed.get("job", JOB_ID),
        "sea.mp4",
        resume=changed.get("resume", True),
    )
    assert path.read_bytes() == SEA
    assert ranges(stub) == [([], [])]
    assert names(tmp_path) == ["sea.mp4"]


def test_a_left_part_that_is_whole_is_only_renamed(
    driver: Driver, stub: StubService, tmp_path: Path
) -> None:
    (tmp_path / "sea.mp4.part").write_bytes(SEA)
    (tmp_path / "sea.mp4.part.tag").write_text(f"{JOB_ID}\n{TAG}")
    stub.script(error_answer(416, content_range=f"bytes */{len(SEA)}"))
    assert driver.call(driver.client(), "download", JOB_ID, "sea.mp4").read_bytes() == SEA
    assert names(tmp_path) == ["sea.mp4"]


def test_a_connection_that_breaks_again_and_again(
    driver: Driver, stub: StubService, tmp_path: Path
) -> None:
    stub.script(*[broken(5000)] * 4, whole())
    with pytest.raises(httpx.RemoteProtocolError) as caught:
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert "4 tries" in "".join(caught.value.__notes__)
    assert len(stub.received) == 4
    assert not (tmp_path / "sea.mp4").exists()


@pytest.mark.parametrize("kind", ["video/mp4", "application/octet-stream", None, "text/html"])
@pytest.mark.parametrize(
    "body", [b"<html>Sign in", b' \n{"error": {"code": 500}}', b"[]", b"\xef\xbb\xbf<x/>"]
)
def test_a_text_is_never_written(
    driver: Driver, stub: StubService, tmp_path: Path, kind: str | None, body: bytes
) -> None:
    stub.script(Answer(200, body, {"content-type": kind} if kind else {}))
    with pytest.raises(errors.OpenRouterError):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert names(tmp_path) == []


def test_an_empty_video_is_none(driver: Driver, stub: StubService, tmp_path: Path) -> None:
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
    driver: Driver, stub: StubService, tmp_path: Path, answer: Answer, error: type[Exception]
) -> None:
    stub.script(answer)
    with pytest.raises(error):
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert names(tmp_path) == []


def test_into_a_file_object(driver: Driver, stub: StubService) -> None:
    file = io.BytesIO(b"head")
    file.seek(4)
    stub.script(broken(5000, b"x" * 9000, etag='"old"'), broken(6000, etag=TAG), part(6000))
    assert driver.call(driver.client(), "download", JOB_ID, file) is None
    assert file.getvalue() == b"head" + SEA
    assert not file.closed


def test_a_file_object_that_cannot_go_back(driver: Driver, stub: StubService) -> None:
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


def test_memory_stays_small(driver: Driver, stub: StubService, tmp_path: Path) -> None:
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


def test_the_key_stays_with_its_origin(driver: Driver, stub: StubService) -> None:
    elsewhere = StubService()
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


async def test_the_event_loop_goes_on_while_a_disk_is_slow(stub: StubService) -> None:
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


def test_with_the_real_service(driver: Driver, tmp_path: Path) -> None:
    with running_service(tmp_path / "data") as running:
        client = driver.client(server_url=running.api)
        job = driver.call(
            client, "generate_and_wait", model="google/veo-3.1", prompt="A calm sea", duration=4
        )
        first = driver.call(client, "download", job, tmp_path)
        assert first.read_bytes() == VIDEO
        # What an interrupted process would have left:
        tag = httpx.get(
            f"{running.api}/videos/{job.id}/content", headers={"authorization": "Bearer x"}
        ).headers["etag"]
        (tmp_path / "again.mp4.part").write_bytes(VIDEO[:70_000])
        (tmp_path / "again.mp4.part.tag").write_text(f"{job.id}\n{tag}")
        steps: list[tuple[int, int | None]] = []
        again = driver.call(
            client,
            "download",
            job.id,
            tmp_path / "again.mp4",
            on_progress=lambda done, total: steps.append((done, total)),
        )
    assert again.read_bytes() == VIDEO
    assert steps[-1] == (len(VIDEO), len(VIDEO))
    assert re.fullmatch(r'"[^"]+"', tag)
