"""Which error stands for which answer, and what it tells."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import httpx
import pytest

from openrouter import OpenRouter, components, errors
from tests.fakes.stub_server import Answer, StubServer, error_answer, json_answer
from tests.sdk.driver import KEY, Driver

CLASSES = {
    400: errors.BadRequestResponseError,
    401: errors.UnauthorizedResponseError,
    402: errors.PaymentRequiredResponseError,
    403: errors.ForbiddenResponseError,
    404: errors.NotFoundResponseError,
    408: errors.RequestTimeoutResponseError,
    409: errors.ConflictResponseError,
    410: errors.GoneResponseError,
    413: errors.PayloadTooLargeResponseError,
    422: errors.UnprocessableEntityResponseError,
    429: errors.TooManyRequestsResponseError,
    499: errors.ClientClosedRequestResponseError,
    500: errors.InternalServerResponseError,
    502: errors.BadGatewayResponseError,
    503: errors.ServiceUnavailableResponseError,
    504: errors.GatewayTimeoutResponseError,
    524: errors.EdgeNetworkTimeoutResponseError,
    529: errors.ProviderOverloadedResponseError,
    418: errors.OpenRouterDefaultError,
    501: errors.OpenRouterDefaultError,
}
OPERATIONS: dict[str, dict[str, Any]] = {
    "generate": {"model": "m", "prompt": "p"},
    "get_generation": {"job_id": "a"},
    "get_video_content": {"job_id": "a"},
    "list_videos_models": {},
}


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("status", CLASSES)
def test_every_status_has_its_class_on_every_operation(
    driver: Driver, stub: StubServer, operation: str, status: int
) -> None:
    body = {
        "error": {"message": "Not today", "code": status, "metadata": {"error_type": "x"}},
        "user_id": "u-1",
    }
    stub.script(json_answer(body, status, x_request_id="r-7"))
    with pytest.raises(errors.OpenRouterError) as caught:
        driver.call(driver.client(), operation, retries=None, **OPERATIONS[operation])
    error = caught.value
    if operation == "generate" and status in {500, 502, 504, 524}:
        assert isinstance(error, errors.SubmitOutcomeUnknownError)
        assert isinstance(error, CLASSES[status])
    else:
        assert isinstance(error, CLASSES[status])
    assert error.message == "Not today"
    told = f"{status}, {error.method} {error.url}, request id r-7, 1 attempt"
    assert str(error) == f"Not today ({told})"
    assert error.status_code == error.raw_response.status_code == status
    assert error.headers["x-request-id"] == "r-7"
    assert '"Not today"' in error.body
    assert error.data is not None
    assert isinstance(error.data, components.ErrorEnvelope)
    assert error.data.error.code == status
    assert error.data.error.metadata == {"error_type": "x"}
    assert (error.data.user_id, error.data.openrouter_metadata) == ("u-1", None)


FOREIGN_BODIES = {
    "text": (b"Bad gateway", "Bad gateway"),
    "error is text": (b'{"error": "no such job"}', "no such job"),
    "text code": (b'{"error": {"code": "rate_limited", "message": "slow"}}', "slow"),
    "zod": (b'{"success": false, "error": {"name": "ZodError", "message": "[...]"}}', "[...]"),
    "detail": (b'{"detail": "Not Found"}', "Not Found"),
    "html": (b"<html>" + b"x" * 20_000, "<html>" + "x" * 494),
    "long message": (b'{"error": "' + b"y" * 20_000 + b'"}', "y" * 500),
    "binary": (b"\xff\x00\xfe", "\ufffd\x00\ufffd"),
    "null": (b"null", "null"),
    "list": (b"[]", "[]"),
    "deep": (b"[" * 100_000, "[" * 500),
}


@pytest.mark.parametrize("operation", ["get_generation", "get_video_content"])
@pytest.mark.parametrize("case", FOREIGN_BODIES)
def test_a_foreign_body_keeps_the_class_of_its_status(
    driver: Driver, stub: StubServer, operation: str, case: str
) -> None:
    body, message = FOREIGN_BODIES[case]
    stub.script(Answer(404, body, {"content-type": "text/html"}))
    with pytest.raises(errors.NotFoundResponseError) as caught:
        driver.call(driver.client(), operation, job_id="a")
    assert caught.value.message == message
    assert caught.value.data.error.code == 404
    assert caught.value.body == body.decode(errors="replace")


def test_a_video_of_another_type_is_not_shown_as_text(driver: Driver, stub: StubServer) -> None:
    stub.script(Answer(200, b"\0\0\0 ftypisom" + b"\0" * 990, {"content-type": "text/html"}))
    with pytest.raises(errors.OpenRouterDefaultError) as caught:
        driver.call(driver.client(), "get_video_content", job_id="a")
    assert caught.value.message.endswith("status 200, text/html: 1002 bytes that are no text")


def test_metadata_survives_a_foreign_code(driver: Driver, stub: StubServer) -> None:
    body = {"error": {"code": "x", "message": "m", "metadata": {"raw": 1}}, "user_id": "u"}
    stub.script(json_answer(body, 400))
    with pytest.raises(errors.BadRequestResponseError) as caught:
        driver.call(driver.client(), "generate", model="m")
    assert caught.value.data.error.metadata == {"raw": 1}
    assert caught.value.data.user_id == "u"


def test_an_empty_error_body_still_says_something(driver: Driver, stub: StubServer) -> None:
    stub.script(Answer(403), Answer(418))
    client = driver.client()
    with pytest.raises(errors.ForbiddenResponseError, match=r"^Forbidden \("):
        driver.call(client, "get_generation", job_id="a")
    with pytest.raises(errors.OpenRouterDefaultError, match="418"):
        driver.call(client, "get_generation", job_id="a")


def test_retry_after_is_readable(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(429, retry_after="86400"))
    with pytest.raises(errors.TooManyRequestsResponseError) as caught:
        driver.call(driver.client(), "get_generation", job_id="a")
    assert caught.value.retry_after == 86400.0


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"request_id": "r-1", "x_request_id": "r-2", "cf_ray": "r-3"}, "r-1"),
        ({"x_request_id": "r-2", "cf_ray": "r-3"}, "r-2"),
        ({"request_id": "", "cf_ray": "r-3"}, "r-3"),
        ({}, None),
    ],
)
def test_the_id_of_a_request(
    driver: Driver, stub: StubServer, headers: dict[str, str], found: str | None
) -> None:
    stub.script(error_answer(404, **headers))
    with pytest.raises(errors.NotFoundResponseError) as caught:
        driver.call(driver.client(), "get_generation", job_id="a")
    assert caught.value.request_id == found


def test_a_redirected_submission_is_not_repeated_as_a_read(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(Answer(302, b"", {"location": stub.url + "/elsewhere"}))
    with pytest.raises(errors.OpenRouterDefaultError, match="302"):
        driver.call(driver.client(), "generate", model="m")
    assert [(r.method, r.path) for r in stub.received] == [("POST", "/api/v1/videos")]


@pytest.mark.parametrize("operation", ["generate", "get_generation", "get_video_content"])
@pytest.mark.parametrize("key", [None, "", "  \n", lambda: None, lambda: ""])
def test_no_key_is_found_out_before_anything_is_sent(
    driver: Driver, stub: StubServer, operation: str, key: Any
) -> None:
    sentence = "function" if callable(key) else "set OPENROUTER_API_KEY"
    with pytest.raises(errors.MissingAPIKeyError, match=sentence) as caught:
        driver.call(driver.client(api_key=key), operation, **OPERATIONS[operation])
    assert isinstance(caught.value, errors.UnauthorizedResponseError)
    assert (caught.value.status_code, caught.value.data.error.code) == (401, 401)
    assert (caught.value.method, caught.value.attempts) == (None, 0)
    assert str(pickle.loads(pickle.dumps(caught.value))) == caught.value.message
    assert stub.received == []


@pytest.mark.parametrize(
    "clone", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
def test_errors_can_be_copied_and_pickled(stub: StubServer, clone: Any) -> None:
    stub.script(error_answer(404, "Job a is unknown"))
    with (
        OpenRouter(KEY, server_url=stub.url) as client,
        pytest.raises(errors.NotFoundResponseError) as caught,
    ):
        client.video_generation.get_generation(job_id="a")
    other = clone(caught.value)
    assert type(other) is errors.NotFoundResponseError
    assert (other.message, other.status_code, other.body) == (
        "Job a is unknown",
        404,
        caught.value.body,
    )
    assert str(other) == str(caught.value)
    assert other.data == caught.value.data


def test_errors_can_be_made_as_in_the_original() -> None:
    response = httpx.Response(400, json={"error": {"code": 400, "message": "no"}})
    data = errors.BadRequestResponseErrorData.model_validate(response.json())
    error = errors.BadRequestResponseError(data, response)
    assert (str(error), error.body, error.headers) == ("no", response.text, response.headers)
    assert str(errors.OpenRouterError("m", response, "b")) == "m"
    assert str(errors.NoResponseError()) == "No response received"
    mismatch = errors.ResponseValidationError(
        "Response validation failed", response, ValueError("x")
    )
    assert str(mismatch) == "Response validation failed: x"


def test_a_custom_client_without_an_answer() -> None:
    class Mute(httpx.Client):
        def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
            return None  # type: ignore[return-value]  # what the error is about

    with (
        Mute() as mute,
        OpenRouter(KEY, client=mute) as client,
        pytest.raises(errors.NoResponseError),
    ):
        client.video_generation.get_generation(job_id="a")
