"""When a submission whose answer is lost is sent again: where the server makes one job of both."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter import OpenRouter, errors
from rushes.sdk._server_features import Servers
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    job_answer,
    rushes_answer,
    video_answer,
)
from tests.sdk.driver import Driver

POLL = {"id": JOB_ID, "polling_url": "/p", "status": "pending"}
SOON = {"retry_after_ms": "1"}
LOST = [HANG_UP, error_answer(500, **SOON), error_answer(502, **SOON), error_answer(504, **SOON)]


def keys(stub: StubServer) -> list[str]:
    return [key for r in stub.received if r.method == "POST" for key in r.header("idempotency-key")]


@pytest.mark.parametrize("lost", LOST, ids=lambda answer: str(answer.status))
def test_a_server_that_is_known_by_an_earlier_answer_is_sent_it_again(
    driver: Driver, stub: StubServer, lost: Answer
) -> None:
    stub.script(rushes_answer(POLL), lost, rushes_answer(POLL, 202))
    client = driver.client()
    driver.call(client, "get_generation", job_id=JOB_ID)
    job = driver.call(client, "generate", model="m")
    assert job.id == JOB_ID
    assert job.http.retries == 1
    [first, second] = keys(stub)
    assert first == second
    assert stub.received[1].body == stub.received[2].body


def test_the_very_answer_may_make_it_known(driver: Driver, stub: StubServer) -> None:
    error = {"error": {"code": 500, "message": "it went wrong"}}
    stub.script(rushes_answer(error, 500, **SOON), job_answer(202))
    assert driver.call(driver.client(), "generate", model="m").id == JOB_ID
    assert len(set(keys(stub))) == 1


def test_an_unknown_server_is_not(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(), HANG_UP)
    client = driver.client()
    driver.call(client, "get_generation", job_id=JOB_ID)
    with pytest.raises(errors.SubmitOutcomeUnknownError):
        driver.call(client, "generate", model="m")
    assert len(stub.received) == 2


def test_what_is_known_is_known_of_one_address(driver: Driver, stub: StubServer) -> None:
    other = StubServer()
    try:
        other.script(rushes_answer(POLL))
        stub.script(HANG_UP)
        client = driver.client()
        driver.call(client, "get_generation", job_id=JOB_ID, server_url=other.url)
        with pytest.raises(errors.SubmitOutcomeUnknownError):
            driver.call(client, "generate", model="m")
    finally:
        other.close()
    assert len(stub.received) == 1


def test_a_redirect_tells_nothing_of_the_server_that_was_asked(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(
        Answer(302, headers={"location": f"{stub.url}/elsewhere"}),
        video_answer(X_Rushes_Version="0.1.0"),
        HANG_UP,
    )
    client = driver.client()
    response = driver.call(client, "get_video_content", job_id=JOB_ID)
    driver.read(response)
    with pytest.raises(errors.SubmitOutcomeUnknownError):
        driver.call(client, "generate", model="m")


@pytest.mark.parametrize("how", ["constructor", "with_options"])
def test_the_caller_can_declare_it(driver: Driver, stub: StubServer, how: str) -> None:
    stub.script(HANG_UP, job_answer(202))
    declared: dict[str, Any] = {"supports_idempotency_keys": True}
    if how == "constructor":
        client = driver.client(**declared)
    else:
        client = driver.client().with_options(**declared)
    assert driver.call(client, "generate", model="m").id == JOB_ID
    assert len(set(keys(stub))) == 1


def test_the_caller_can_deny_it(driver: Driver, stub: StubServer) -> None:
    stub.script(rushes_answer(POLL), HANG_UP)
    client = driver.client(supports_idempotency_keys=False)
    driver.call(client, "get_generation", job_id=JOB_ID)
    with pytest.raises(errors.SubmitOutcomeUnknownError):
        driver.call(client, "generate", model="m")


def test_no_retries_are_none(driver: Driver, stub: StubServer) -> None:
    stub.script(HANG_UP)
    client = driver.client(supports_idempotency_keys=True)
    with pytest.raises(errors.SubmitOutcomeUnknownError):
        driver.call(client, "generate", model="m", retries=None)
    assert len(stub.received) == 1


def test_what_stays_unknown_after_all_is_said_to_be(driver: Driver, stub: StubServer) -> None:
    stub.script(*[error_answer(502, **SOON)] * 4)
    client = driver.client(supports_idempotency_keys=True)
    with pytest.raises(errors.SubmitOutcomeUnknownError) as caught:
        driver.call(client, "generate", model="m")
    assert isinstance(caught.value, errors.BadGatewayResponseError)
    assert caught.value.attempts == 4
    assert set(keys(stub)) == {caught.value.idempotency_key}


def test_both_kinds_of_calls_share_what_is_known(stub: StubServer) -> None:
    stub.script(rushes_answer(POLL), HANG_UP, rushes_answer(POLL, 202))
    driver = Driver("async", stub.url)
    client: OpenRouter = driver.client()
    client.video_generation.get_generation(job_id=JOB_ID)
    assert driver.call(client, "generate", model="m").id == JOB_ID
    client.close()
    driver.finish()


def test_nothing_is_known_of_a_server_at_first() -> None:
    assert "https://openrouter.ai/api/v1" not in Servers()
