"""A job at hand: what it tells of itself, and what it does through the client it came from."""

from __future__ import annotations

import copy
import json
import pickle
import re
from pathlib import Path
from typing import Any

import pytest

from openrouter import Generation, OpenRouter, components, errors
from tests.fakes.stub_server import (
    JOB_ID,
    StubServer,
    error_answer,
    event_answer,
    job_answer,
    json_answer,
    rushes_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver

SOON = {"retry_after_ms": "1"}
MP4 = b"\0\0\0\x18ftypmp42" + bytes(100)


@pytest.mark.parametrize(
    ("status", "done", "succeeded"),
    [
        ("pending", False, False),
        ("in_progress", False, False),
        ("completed", True, True),
        ("failed", True, False),
        ("cancelled", True, False),
        ("expired", True, False),
        ("something_new", False, False),
    ],
)
def test_a_job_tells_whether_it_is_done(
    driver: Driver, stub: StubServer, status: str, done: bool, succeeded: bool
) -> None:
    stub.script(job_answer(status=status))
    job = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    assert (job.done, job.succeeded) == (done, succeeded)


def test_a_job_asks_and_waits_as_it_was_asked_for(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    stub.script(
        job_answer(202),
        job_answer(status="in_progress"),
        job_answer(status="completed"),
        video_answer(MP4),
    )
    job = driver.call(driver.client(), "generate", model="m", http_headers={"x-team": "blue"})
    assert isinstance(job, Generation)
    now = driver.on(job, "refresh")
    assert (job.status, now.status) == ("pending", "in_progress")
    video = driver.on(now, "wait", timeout=30)
    assert video.succeeded
    assert driver.on(video, "save", tmp_path / "a.mp4").read_bytes() == MP4
    assert {tuple(r.header("x-team")) for r in stub.received} == {("blue",)}


def test_a_job_that_is_not_completed_cannot_be_saved(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    stub.script(job_answer(202), error_answer(409, "not finished"))
    job = driver.call(driver.client(), "generate", model="m")
    with pytest.raises(errors.ConflictResponseError):
        driver.on(job, "save", tmp_path / "a.mp4")


@pytest.mark.parametrize("how", ["id", "dict", "job", "pickle"])
def test_a_job_is_taken_up_elsewhere(driver: Driver, stub: StubServer, how: str) -> None:
    stub.script(job_answer(status="in_progress", rushes={"progress": 0.5}))
    first = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    stub.received.clear()
    given: Any = {
        "id": JOB_ID,
        "dict": json.loads(json.dumps(first.to_dict())),
        "job": components.VideoGenerationResponse.model_validate(first.to_dict()),
        "pickle": pickle.loads(pickle.dumps(first)),
    }[how]
    if how == "id":
        stub.script(job_answer(status="in_progress", rushes={"progress": 0.5}))
    taken = driver.call(driver.client(), "resume", given)
    assert taken == first
    assert len(stub.received) == (1 if how == "id" else 0)
    stub.script(job_answer(status="completed"))
    assert driver.on(taken, "wait").succeeded


def test_the_job_may_be_named(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    client = driver.client()
    stub.script(job_answer(), job_answer(status="completed"), video_answer(MP4))
    assert driver.call(client, "resume", job_id=JOB_ID).status == "pending"
    job = driver.call(client, "wait", job_id=JOB_ID)
    path = driver.call(client, "download", job_id=job, to=tmp_path / "a.mp4")
    assert path.read_bytes() == MP4


def test_a_job_without_a_client_says_so(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer())
    job = driver.call(driver.client(), "get_generation", job_id=JOB_ID)
    for orphan in (pickle.loads(pickle.dumps(job)), Generation.model_validate(job.to_dict())):
        for operation in ("refresh", "wait", "save"):
            with pytest.raises(ValueError, match="resume"):
                driver.on(orphan, operation)


def test_updates_are_told_once_each_on_any_server(driver: Driver, stub: StubServer) -> None:
    stub.script(
        job_answer(),
        job_answer(),
        error_answer(503, **SOON),
        job_answer(status="in_progress"),
        job_answer(status="failed", error="out of film"),
    )
    states = driver.iterate(driver.client(), "iter_updates", job_id=JOB_ID, poll_interval=0.01)
    assert [s.status for s in states] == ["pending", "in_progress", "failed"]
    assert all(isinstance(s, Generation) for s in states)
    assert len(stub.received) == 5


def test_updates_come_from_events_where_there_are_any(driver: Driver, stub: StubServer) -> None:
    job = {"id": JOB_ID, "polling_url": f"/api/v1/videos/{JOB_ID}", "status": "pending"}
    stub.script(
        rushes_answer(job),
        event_answer({}, {"status": "in_progress"}, {"status": "completed"}),
        rushes_answer({**job, "status": "completed"}),
    )
    states = driver.iterate(driver.client(), "iter_updates", job_id=JOB_ID)
    assert [s.status for s in states] == ["pending", "in_progress", "completed"]


def test_updates_end_with_the_time(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer())
    with pytest.raises(errors.WaitTimeoutError):
        driver.iterate(driver.client(), "iter_updates", job_id=JOB_ID, timeout=0)


def test_a_file_from_one_call(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    stub.script(job_answer(202), job_answer(status="completed"), video_answer(MP4))
    path = driver.call(driver.client(), "generate_to_file", tmp_path / "a.mp4", model="m")
    assert path.read_bytes() == MP4
    assert [r.method for r in stub.received] == ["POST", "GET", "GET"]


@pytest.mark.parametrize(
    "place",
    [
        "taken.mp4",
        "nowhere/a.mp4",
        "/proc/out.mp4",  # where nobody can write
        f"{'x' * 248}.mp4",  # where its .part file could not be
    ],
)
def test_a_file_that_cannot_be_is_not_paid_for(
    driver: Driver, stub: StubServer, tmp_path: Path, place: str
) -> None:
    (tmp_path / "taken.mp4").write_bytes(b"mine")
    with pytest.raises(OSError, match=re.escape(place[:7])):
        driver.call(driver.client(), "generate_to_file", tmp_path / place, model="m")
    assert stub.received == []
    stub.script(job_answer(202), job_answer(status="completed"), video_answer(MP4))
    taken = tmp_path / "taken.mp4"
    driver.call(driver.client(), "generate_to_file", taken, overwrite=True, model="m")
    assert taken.read_bytes() == MP4


def test_a_file_in_a_directory_is_named_after_the_job(
    driver: Driver, stub: StubServer, tmp_path: Path
) -> None:
    (tmp_path / "video.mp4").write_bytes(b"mine")
    stub.script(job_answer(202), job_answer(status="completed"), video_answer(MP4))
    path = driver.call(driver.client(), "generate_to_file", tmp_path, model="m")
    assert path == tmp_path / f"{JOB_ID}.mp4"
    assert sorted(tmp_path.iterdir()) == [path, tmp_path / "video.mp4"]


JOB = {"id": JOB_ID, "polling_url": "/p", "status": "pending"}
ANSWERS: dict[str, Any] = {
    "get_generation": (JOB, {"job_id": JOB_ID}),
    "generate": (JOB, {"model": "m"}),
    "cancel": (JOB, {"job_id": JOB_ID}),
    "list_page": ({"data": []}, {}),
    "delete": ({"id": JOB_ID}, {"job_id": JOB_ID}),
    "quote": ({"model": "m"}, {"model": "m"}),
    "list_videos_models": ({"data": []}, {}),
}


@pytest.mark.parametrize("operation", ANSWERS)
def test_every_answer_tells_how_it_came(driver: Driver, stub: StubServer, operation: str) -> None:
    body, arguments = ANSWERS[operation]
    stub.script(error_answer(503, **SOON), json_answer(body, 201, x_request_id="r-9"))
    got = driver.call(driver.client(), operation, **arguments)
    assert got.http.status_code == 201
    assert got.http.request_id == "r-9"
    assert got.http.headers["content-type"] == "application/json"
    assert got.http.retries == 1
    assert got.http.elapsed >= 0
    assert "r-9" in repr(got.http)
    assert "r-9" not in got.model_dump_json()
    for clone in (copy.deepcopy(got), pickle.loads(pickle.dumps(got))):
        assert clone == got
        assert clone.http is None


def test_an_event_is_no_answer(driver: Driver, stub: StubServer) -> None:
    stub.script(event_answer({"status": "completed"}))
    [state] = driver.iterate(driver.client(), "events", job_id=JOB_ID)
    assert state.http is None
    assert components.Quote(model="m").http is None


def test_other_options_over_the_same_connections(driver: Driver, stub: StubServer) -> None:
    stub.script(*[job_answer()] * 3)
    client = driver.client(x_open_router_title="Ours")
    other = client.with_options(api_key="sk-or-v1-other", http_referer="https://a.example")
    plain = OpenRouter(KEY).with_options(server_url=stub.url + "/")
    driver.call(client, "get_generation", job_id=JOB_ID)
    driver.call(other, "get_generation", job_id=JOB_ID)
    driver.close(other)
    with pytest.raises(errors.ClientClosedError):
        driver.call(other, "get_generation", job_id=JOB_ID)
    driver.call(client, "get_generation", job_id=JOB_ID)
    first, second, _ = stub.received
    assert first.header("authorization") == [f"Bearer {KEY}"]
    assert second.header("authorization") == ["Bearer sk-or-v1-other"]
    assert second.header("x-openrouter-title") == ["Ours"]
    assert second.header("http-referer") == ["https://a.example"]
    assert first.header("http-referer") == []
    assert len(stub.connections) == 1
    assert plain.sdk_configuration.base_url == stub.url
    assert "other" not in repr(other.sdk_configuration)


def test_who_lends_ends_both(driver: Driver, stub: StubServer) -> None:
    client = driver.client()
    other = client.with_options(timeout_ms=1000)
    driver.close(client)
    with pytest.raises(errors.ClientClosedError):
        driver.call(other, "get_generation", job_id=JOB_ID)
    assert stub.received == []


def test_an_option_that_does_not_exist() -> None:
    with pytest.raises(TypeError, match="colour"):
        OpenRouter(KEY).with_options(colour="blue")  # type: ignore[call-arg]
