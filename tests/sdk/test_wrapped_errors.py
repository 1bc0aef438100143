"""A 400 that wraps an error of the provider: it passes where that error would."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

from openrouter import errors
from rushes.sdk.errors.status import BY_STATUS
from tests.fakes.stub_server import (
    JOB_ID,
    Answer,
    StubServer,
    event_answer,
    job_answer,
    json_answer,
    rushes_answer,
)
from tests.sdk.driver import Driver

PASSING = [408, 429, 500, 502, 503, 504, 524, 529]
LASTING = [400, 401, 404, 413, 418, 501, 200, 5020, True, float("nan"), "rate_limited", None]
QUICK = {"poll_interval": 0.01, "timeout": 30.0}
READS: dict[str, dict[str, Any]] = {
    "get_generation": {"job_id": "a"},
    "get_video_content": {"job_id": "a"},
    "list_videos_models": {},
    "list_page": {},
}


def wrapped(code: object, http: int = 400, **headers: str) -> Answer:
    body = {"error": {"code": code, "message": "The provider failed"}}
    return json_answer(body, http, retry_after_ms="1", **headers)


def success(operation: str) -> Answer:
    if operation == "get_video_content":
        return Answer(200, b"video", {"content-type": "video/mp4"})
    return job_answer() if operation == "get_generation" else json_answer({"data": []})


@pytest.mark.parametrize("operation", READS)
@pytest.mark.parametrize("http", [400, 200])
@pytest.mark.parametrize("code", [*PASSING, "503", 425, 507, 520, 599, 502.0])
def test_a_read_is_tried_again(
    driver: Driver, stub: StubServer, operation: str, http: int, code: object
) -> None:
    stub.script(wrapped(code, http), wrapped(code, http), success(operation))
    result = driver.call(driver.client(), operation, **READS[operation])
    if operation == "get_video_content":
        assert driver.read(result) == b"video"
    assert len(stub.received) == 3


@pytest.mark.parametrize("operation", READS)
@pytest.mark.parametrize("code", LASTING)
def test_any_other_400_is_final(
    driver: Driver, stub: StubServer, operation: str, code: object
) -> None:
    stub.script(wrapped(code))
    with pytest.raises(errors.BadRequestResponseError) as caught:
        driver.call(driver.client(), operation, **READS[operation])
    assert caught.value.status_code == 400
    assert len(stub.received) == 1


@pytest.mark.parametrize("operation", READS)
@pytest.mark.parametrize("code", PASSING)
def test_the_error_is_of_both_classes(
    driver: Driver, stub: StubServer, operation: str, code: int
) -> None:
    stub.script(wrapped(code))
    with pytest.raises(BY_STATUS[code]) as caught:
        driver.call(driver.client(), operation, **READS[operation], retries=None)
    error = caught.value
    assert isinstance(error, errors.BadRequestResponseError)
    assert (error.status_code, error.raw_response.status_code) == (code, 400)
    assert type(pickle.loads(pickle.dumps(error))) is type(error)


@pytest.mark.parametrize("operation", ["wait", "generate_and_wait", "batch"])
@pytest.mark.parametrize("code", PASSING)
def test_a_paid_job_is_not_given_up(
    driver: Driver, stub: StubServer, operation: str, code: int
) -> None:
    if operation != "wait":
        stub.script(job_answer(202))
    stub.script(*[wrapped(code)] * 6, job_answer(status="completed"))
    client = driver.client()
    if operation == "batch":
        [result] = driver.call(client, "batch_generate", [{"model": "m"}], **QUICK)
        assert result.generation is not None
    elif operation == "wait":
        assert driver.call(client, "wait", JOB_ID, **QUICK).succeeded
    else:
        assert driver.call(client, "generate_and_wait", model="m", **QUICK).succeeded


@pytest.mark.parametrize("code", [425, 520, "522"])
def test_one_without_a_class_keeps_its_code(driver: Driver, stub: StubServer, code: object) -> None:
    stub.script(wrapped(code))
    with pytest.raises(errors.BadRequestResponseError) as caught:
        driver.call(driver.client(), "get_generation", job_id="a", retries=None)
    assert type(caught.value) is errors.BadRequestResponseError
    assert caught.value.status_code == int(str(code))


@pytest.mark.parametrize(
    "error", [{"message": "Busy"}, {"code": "rate_limit_exceeded"}, {"code": 200}, "Busy", ["Busy"]]
)
def test_a_success_without_a_job_says_nothing_about_the_job(
    driver: Driver, stub: StubServer, error: object
) -> None:
    stub.script(json_answer({"error": error}), job_answer(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID, **QUICK).succeeded


def test_events_are_asked_for_again(driver: Driver, stub: StubServer) -> None:
    stub.script(wrapped(502), event_answer({"status": "completed"}))
    states = driver.iterate(driver.client(), "events", job_id=JOB_ID)
    assert [state.status for state in states] == ["completed"]


def test_a_download_goes_on(driver: Driver, stub: StubServer, tmp_path: Path) -> None:
    whole = b"\0\0\0\x18ftypmp42" + b"x" * 1000
    stub.script(wrapped(503), Answer(200, whole, {"content-type": "video/mp4"}))
    driver.call(driver.client(), "download", JOB_ID, path := tmp_path / "a.mp4")
    assert path.read_bytes() == whole


@pytest.mark.parametrize("code", PASSING)
def test_a_submission_is_not_sent_twice(driver: Driver, stub: StubServer, code: int) -> None:
    stub.script(wrapped(code, retry_after="0"))
    with pytest.raises(errors.BadRequestResponseError) as caught:
        driver.call(driver.client(), "generate", model="m")
    assert isinstance(caught.value, BY_STATUS[code])
    # As for that status by itself: these leave open whether there is a job.
    unknown = code in {500, 502, 504, 524}
    assert isinstance(caught.value, errors.SubmitOutcomeUnknownError) is unknown
    assert len(stub.received) == 1
    assert type(pickle.loads(pickle.dumps(caught.value))) is type(caught.value)


@pytest.mark.parametrize("code", PASSING)
def test_a_submission_with_a_key_that_counts_is_sent_again(
    driver: Driver, stub: StubServer, code: int
) -> None:
    stub.script(wrapped(code), job_answer(202))
    client = driver.client(supports_idempotency_keys=True)
    driver.call(client, "generate", model="m", idempotency_key="k-1")
    assert [request.header("idempotency-key") for request in stub.received] == [["k-1"]] * 2


def test_a_job_with_an_error_of_its_own_is_read(driver: Driver, stub: StubServer) -> None:
    stub.script(rushes_answer({"id": "a", "polling_url": "/a", "status": "failed", "error": "x"}))
    assert driver.call(driver.client(), "get_generation", job_id="a").error == "x"
    assert len(stub.received) == 1
