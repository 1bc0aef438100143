"""One paid job for one call: the key it goes out with, and what is said if its fate is unknown."""

from __future__ import annotations

import asyncio
import copy
import pickle
import socket
import traceback
import uuid
from typing import Any

import httpx
import pytest

from openrouter import OpenRouter, errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    SILENCE,
    Answer,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
)
from tests.sdk.driver import KEY, Driver

SOON = {"retry_after_ms": "1"}
AGAIN = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5000, jitter_ms=1), True, ["5XX"])


def keys(stub: StubServer) -> list[list[str]]:
    return [r.header("idempotency-key") for r in stub.received]


def test_every_submission_has_a_key_of_its_own(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202), job_answer(202), job_answer())
    client = driver.client()
    for _ in range(2):
        driver.call(client, "generate", model="m")
    driver.call(client, "get_generation", job_id="a")
    [[first], [second], none] = keys(stub)
    assert uuid.UUID(first) != uuid.UUID(second)
    assert none == []


def test_all_attempts_of_a_submission_share_it(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(429, **SOON), error_answer(503, **SOON), job_answer(202))
    driver.call(driver.client(), "generate", model="m")
    assert len(stub.received) == 3
    assert len({key for [key] in keys(stub)}) == 1
    assert len({r.body for r in stub.received}) == 1


@pytest.mark.parametrize("operation", ["generate", "generate_and_wait"])
def test_the_key_can_be_given(driver: Driver, stub: StubServer, operation: str) -> None:
    stub.script(job_answer(202), job_answer(status="completed"))
    client = driver.client()
    driver.call(client, operation, model="m", idempotency_key="order-17")
    stub.script(job_answer(202))
    if operation == "generate":
        stub.received.clear()
        driver.call(client, operation, model="m", http_headers={"IDEMPOTENCY-KEY": "order-17"})
    assert keys(stub)[0] == ["order-17"]
    assert b"order" not in stub.received[0].body


@pytest.mark.parametrize("key", ["", " ", "a\nb", "ключ", "x" * 256, 7])
def test_a_key_that_cannot_be_sent(driver: Driver, stub: StubServer, key: Any) -> None:
    with pytest.raises(ValueError, match="idempotency_key"):
        driver.call(driver.client(), "generate", model="m", idempotency_key=key)
    assert stub.received == []


UNKNOWN = {
    "500": (error_answer(500, x_request_id="r-7"), errors.InternalServerResponseError),
    "502": (error_answer(502, x_request_id="r-7"), errors.BadGatewayResponseError),
    "504": (error_answer(504, x_request_id="r-7"), errors.GatewayTimeoutResponseError),
    "520": (error_answer(520, x_request_id="r-7"), errors.OpenRouterDefaultError),
    "524": (error_answer(524, x_request_id="r-7"), errors.EdgeNetworkTimeoutResponseError),
    "200 with 502": (
        json_answer({"error": {"code": 502, "message": "it went wrong"}}, x_request_id="r-7"),
        errors.BadGatewayResponseError,
    ),
    "a page": (
        Answer(200, b"<html>", {"x-request-id": "r-7"}),
        errors.ResponseValidationError,
    ),
    "no answer": (HANG_UP, httpx.RemoteProtocolError),
    "half an answer": (
        Answer(202, b'{"id": "', {"content-length": "900"}),
        httpx.RemoteProtocolError,
    ),
    "silence": (SILENCE, httpx.ReadTimeout),
}


@pytest.mark.parametrize("case", UNKNOWN)
def test_an_unknown_outcome_is_said_to_be_one(driver: Driver, stub: StubServer, case: str) -> None:
    answer, cls = UNKNOWN[case]
    stub.script(answer, job_answer(202))
    with pytest.raises(cls) as caught:
        driver.call(
            driver.client(),
            "generate",
            model="m",
            idempotency_key="order-17",
            timeout_ms=200 if answer is SILENCE else None,
        )
    error = caught.value
    assert isinstance(error, errors.SubmitOutcomeUnknownError)
    assert type(error).__name__ == "SubmitOutcomeUnknownError"
    assert error.idempotency_key == "order-17"
    assert isinstance(error, errors.OpenRouterError)
    answered = issubclass(cls, errors.OpenRouterError)
    assert (error.method, error.url) == ("POST", f"{stub.url}/videos")
    assert error.attempts == 1
    assert answered or error.status_code == 504
    assert error.request_id == ("r-7" if answered else None)
    assert isinstance(error.__cause__, cls)
    assert "order-17" in "".join(error.__notes__)
    assert "may exist" in "".join(traceback.format_exception(error))
    assert KEY not in "".join(traceback.format_exception(error))
    stub.wait_for(1)
    assert len(stub.received) == 1
    for clone in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert isinstance(clone, errors.SubmitOutcomeUnknownError)
        assert isinstance(clone, cls)
        assert (str(clone), clone.idempotency_key) == (str(error), "order-17")
        assert clone.request_id == error.request_id


@pytest.mark.parametrize(
    "answer",
    [error_answer(code) for code in (400, 401, 402, 404, 408, 413, 429, 501, 503, 522, 529)],
    ids=lambda answer: str(answer.status),
)
def test_a_known_outcome_is_not(driver: Driver, stub: StubServer, answer: Answer) -> None:
    stub.script(answer)
    with pytest.raises(errors.OpenRouterError) as caught:
        driver.call(driver.client(), "generate", model="m")
    assert not isinstance(caught.value, errors.SubmitOutcomeUnknownError)


def test_what_reached_nobody_is_known(driver: Driver) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    client = driver.client(server_url=f"http://127.0.0.1:{port}/api/v1")
    with pytest.raises(httpx.ConnectError) as caught:
        driver.call(client, "generate", model="m", retries=None)
    assert isinstance(caught.value, errors.APIConnectionError)
    assert not isinstance(caught.value, errors.SubmitOutcomeUnknownError)
    told = f"(POST http://127.0.0.1:{port}/api/v1/videos, 1 attempt)"
    assert str(caught.value) == f"{caught.value.message} {told}"


def test_reads_have_no_such_doubt(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(502), HANG_UP)
    client = driver.client()
    for cls in (errors.BadGatewayResponseError, httpx.RemoteProtocolError):
        with pytest.raises(cls) as caught:
            driver.call(client, "get_generation", job_id="a", retries=None)
        assert not isinstance(caught.value, errors.SubmitOutcomeUnknownError)


def test_a_doubt_outlives_the_attempts_after_it(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(500), error_answer(402, x_request_id="r-9"))
    with pytest.raises(errors.PaymentRequiredResponseError) as caught:
        driver.call(driver.client(), "generate", model="m", retries=AGAIN)
    assert isinstance(caught.value, errors.SubmitOutcomeUnknownError)
    assert caught.value.attempts == 2
    stub.script(error_answer(500), job_answer(202))
    assert driver.call(driver.client(), "generate", model="m", retries=AGAIN).id == JOB_ID


def test_errors_say_which_request_they_belong_to(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(503, **SOON), error_answer(404, x_request_id="r-3"))
    with pytest.raises(errors.NotFoundResponseError) as caught:
        driver.call(driver.client(), "get_video_content", job_id="a b")
    error = caught.value
    assert (error.request_id, error.method, error.attempts) == ("r-3", "GET", 2)
    assert error.url == f"{stub.url}/videos/a%20b/content"
    handmade = errors.OpenRouterError("m", httpx.Response(400), "b")
    assert (handmade.request_id, handmade.method, handmade.url) == (None, None, None)
    assert handmade.attempts == 1
    stub.script(*[HANG_UP] * 4)
    with pytest.raises(httpx.RemoteProtocolError) as lost:
        driver.call(driver.client(), "list_videos_models", server_url=stub.url)
    assert str(lost.value).endswith(f" (GET {stub.url}/videos/models, 4 attempts)")


async def test_a_cancelled_submission_tells_its_key(stub: StubServer) -> None:
    stub.script(SILENCE)
    async with OpenRouter(KEY, server_url=stub.url) as client:
        submitting = asyncio.create_task(
            client.video_generation.generate_async(model="m", idempotency_key="order-17")
        )
        await asyncio.to_thread(stub.wait_for, 1)
        submitting.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await submitting
    assert "order-17" in "".join(caught.value.__notes__)
