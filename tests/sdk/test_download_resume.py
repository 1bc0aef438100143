"""An interrupted download goes on where it broke, if that is sure, and bears an outage."""

from __future__ import annotations

import json
import os
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter import errors
from rushes.sdk import _download, _partial_file
from tests.fakes.providers import VIDEO
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    video_answer,
)
from tests.sdk.driver import Driver
from tests.sdk.partial_videos import SEA, TAG, broken, leave, names, part, ranges, whole
from tests.service import running_service


@pytest.fixture(autouse=True)
def _in_a_directory_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_drop_is_resumed(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
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


def test_a_lull_is_resumed(driver: Driver, stub: StubServer) -> None:
    over = threading.Event()

    def some() -> Iterator[bytes]:
        yield SEA[:5000]
        assert over.wait(30)

    stub.script(Answer(200, some, {"content-type": "video/mp4", "etag": TAG}), part(5000))
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4", timeout_ms=1000)
    over.set()
    assert path.read_bytes() == SEA
    assert ranges(stub)[1] == (["bytes=5000-"], [TAG])


def test_a_changed_video_starts_over(driver: Driver, stub: StubServer) -> None:
    stub.script(broken(5000, b"x" * 9000, etag='"old"'), whole())
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert path.read_bytes() == SEA


@pytest.mark.parametrize("tag", ["", 'W/"v1"', "v1"])
def test_without_a_strong_tag_it_starts_over(driver: Driver, stub: StubServer, tag: str) -> None:
    headers = {"etag": tag} if tag else {}
    stub.script(broken(5000, **headers), video_answer(SEA, **headers))
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA
    assert ranges(stub) == [([], []), ([], [])]


@pytest.mark.parametrize(
    "wrong",
    [
        part(4000),
        part(5000, tag='"v2"'),
        part(5000, tag='W/"v1"'),
        part(5000, tag=""),  # who ignores If-Range may send the rest of another version
        part(5000, SEA + b"more"),
        part(5000, content_range=f"bytes 5000-{len(SEA) - 1}/*"),
        part(5000, content_range="bytes */*"),
        part(5000, content_encoding="gzip"),
        error_answer(416, content_range="bytes */9"),
        error_answer(416, content_range="bytes */5000"),
    ],
)
def test_a_part_that_does_not_fit_is_not_used(
    driver: Driver, stub: StubServer, wrong: Answer
) -> None:
    stub.script(broken(5000, etag=TAG), wrong, whole())
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA
    assert ranges(stub)[2] == ([], [])


def test_a_part_nobody_asked_for_is_refused(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    stub.script(part(5000))
    with pytest.raises(errors.DownloadError, match="not requested"):
        driver.call(driver.client(), "download", JOB_ID, "a.mp4")
    assert names(tmp_path) == []


def test_a_chunked_part_that_ends_early_is_resumed(driver: Driver, stub: StubServer) -> None:
    def some() -> Iterator[bytes]:
        yield SEA[5000:6000]

    place = f"bytes 5000-{len(SEA) - 1}/{len(SEA)}"
    headers = {"content-type": "video/mp4", "content-range": place, "etag": TAG}
    stub.script(broken(5000, etag=TAG), Answer(206, some, headers), part(6000))
    assert driver.call(driver.client(), "download", JOB_ID, "a.mp4").read_bytes() == SEA


def test_an_interrupted_call_is_resumed_by_the_next(
    driver: Driver, stub: StubServer, tmp_path: Path
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
    "changed",
    [{"owner": "another"}, {"tag": ""}, {"tag": None}, {"safe": 0}, {"safe": None}, {}, "torn"],
    ids=str,
)
def test_a_left_part_of_something_else_is_not_used(
    driver: Driver, stub: StubServer, tmp_path: Path, changed: Any
) -> None:
    leave(tmp_path, b"y" * 5000)
    note = tmp_path / "sea.mp4.part.tag"
    if changed == "torn":
        note.write_bytes(bytes(40))
    else:
        note.write_text(json.dumps(json.loads(note.read_text()) | changed))
    stub.script(whole())
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4", resume=changed != {})
    assert path.read_bytes() == SEA
    assert ranges(stub) == [([], [])]
    assert names(tmp_path) == ["sea.mp4"]


def test_a_left_part_that_is_whole_is_only_renamed(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    leave(tmp_path, SEA)
    stub.script(error_answer(416, content_range=f"bytes */{len(SEA)}"))
    assert driver.call(driver.client(), "download", JOB_ID, "sea.mp4").read_bytes() == SEA
    assert names(tmp_path) == ["sea.mp4"]


def test_only_what_is_surely_on_the_disk_is_gone_on_from(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    leave(tmp_path, SEA[:4000] + bytes(len(SEA)), safe=4000)  # after a power cut
    stub.script(part(4000))
    path = driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert path.read_bytes() == SEA
    assert ranges(stub) == [(["bytes=4000-"], [TAG])]


def test_a_killed_process_leaves_what_the_next_can_go_on_from(
    driver: Driver, stub: StubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_partial_file, "SYNC_INTERVAL", 0.0)
    body, synced, left = SEA * 300, [], tmp_path / "left"
    fsync = os.fsync

    def look(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_size)
        fsync(descriptor)

    def kill(done: int, total: int | None) -> None:
        if not left.exists():
            shutil.copytree(tmp_path, left, ignore=shutil.ignore_patterns("left"))

    monkeypatch.setattr(os, "fsync", look)
    stub.script(whole(body))
    driver.call(driver.client(), "download", JOB_ID, tmp_path / "sea.mp4", on_progress=kill)
    safe = json.loads((left / "sea.mp4.part.tag").read_text())["safe"]
    assert safe >= 1 << 20
    assert safe in synced
    stub.script(part(safe, body))
    path = driver.call(driver.client(), "download", JOB_ID, left / "sea.mp4")
    assert path.read_bytes() == body
    assert ranges(stub)[1] == ([f"bytes={safe}-"], [TAG])
    assert names(left) == ["sea.mp4"]


QUICK: dict[str, Any] = {"retry_config": None}  # one request for one attempt


@pytest.mark.parametrize("trouble", [HANG_UP, error_answer(503), error_answer(502)])
@pytest.mark.parametrize("tag", [TAG, ""])
def test_an_outage_in_the_middle_is_borne(
    driver: Driver,
    stub: StubServer,
    monkeypatch: pytest.MonkeyPatch,
    trouble: Answer,
    tag: str,
) -> None:
    monkeypatch.setattr(_download, "FIRST_PAUSE", 1e-9)
    rest = part(5000) if tag else whole(tag=tag)
    stub.script(broken(5000, etag=tag), *[trouble] * 20, rest)
    client = driver.client(**QUICK)
    assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes() == SEA
    assert len(stub.received) == 22


def test_an_outage_is_not_borne_for_ever(
    driver: Driver, stub: StubServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _download.STALL_TIMEOUT >= 60
    client = driver.client(**QUICK)
    stub.script(broken(5000, etag=TAG), error_answer(503, retry_after="3600"))
    with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
        driver.call(client, "download", JOB_ID, "sea.mp4")
    assert "without a new byte" in caught.value.__notes__[-1]
    monkeypatch.setattr(_download, "STALL_TIMEOUT", 0.0)
    stub.script(HANG_UP)
    with pytest.raises(errors.APIConnectionError):
        driver.call(client, "download", JOB_ID, "sea.mp4")
    # What has arrived is there for the next call.
    stub.script(part(5000))
    assert driver.call(client, "download", JOB_ID, "sea.mp4").read_bytes() == SEA
    assert names(tmp_path) == ["sea.mp4"]


def test_a_dead_host_is_given_up_before_anything_has_arrived(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    leave(tmp_path, SEA[:4000])
    stub.script(HANG_UP, part(4000))
    with pytest.raises(httpx.RemoteProtocolError):
        driver.call(driver.client(**QUICK), "download", JOB_ID, "sea.mp4")
    assert len(stub.received) == 1


def test_a_connection_that_breaks_again_and_again(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    stub.script(*[broken(5000)] * 4, whole())
    with pytest.raises(httpx.RemoteProtocolError) as caught:
        driver.call(driver.client(), "download", JOB_ID, "sea.mp4")
    assert isinstance(caught.value, errors.APIConnectionError)
    assert "4 attempts" in "".join(caught.value.__notes__)
    assert len(stub.received) == 4
    assert not (tmp_path / "sea.mp4").exists()


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
        leave(tmp_path, VIDEO[:70_000], body=VIDEO, owner=job.id, tag=tag)
        steps: list[tuple[int, int | None]] = []
        again = driver.call(
            client,
            "download",
            job.id,
            tmp_path / "sea.mp4",
            on_progress=lambda done, total: steps.append((done, total)),
        )
    assert again.read_bytes() == VIDEO
    assert steps[-1] == (len(VIDEO), len(VIDEO))
    assert re.fullmatch(r'"[^"]+"', tag)
