"""Requests without an answer, or without the whole of one: what is raised, and when."""

from __future__ import annotations

import copy
import gzip
import pickle
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter import OpenRouter, errors
from openrouter.utils import BackoffStrategy, RetryConfig
from rushes.sdk.errors.transport import connection_error
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    SILENCE,
    Answer,
    StubServer,
    error_answer,
    job_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver

JSON = {"content-type": "application/json"}
BROKEN_GZIP = Answer(202, b"this is not gzip", {**JSON, "content-encoding": "gzip"})
REQUEST = httpx.Request(
    "GET", "https://u:pw@h/api/v1/videos/x?sig=1", headers={"authorization": f"Bearer {KEY}"}
)
QUICK = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5000, jitter_ms=1), True)


def blanks() -> Iterator[bytes]:
    """Yield a body that is never complete and never silent."""
    while True:
        yield b" " * 1000


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (httpx.ConnectTimeout, TimeoutError),
        (httpx.ReadTimeout, TimeoutError),
        (httpx.WriteTimeout, TimeoutError),
        (httpx.PoolTimeout, TimeoutError),
        (httpx.ConnectError, ConnectionError),
        (httpx.ReadError, ConnectionError),
        (httpx.RemoteProtocolError, ConnectionError),
        (httpx.ProxyError, ConnectionError),
        (httpx.DecodingError, None),
        (httpx.TooManyRedirects, None),
        (httpx.LocalProtocolError, None),
    ],
)
@pytest.mark.parametrize("message", ["", "It broke"])
def test_it_is_what_it_would_be_without_the_sdk(
    kind: type[httpx.RequestError], builtin: type[OSError] | None, message: str
) -> None:
    error = connection_error(kind(message), REQUEST, 2)
    assert isinstance(error, errors.OpenRouterError)
    assert isinstance(error, errors.APIConnectionError)
    assert isinstance(error, kind)
    assert isinstance(error, builtin or Exception)
    assert isinstance(error, OSError) is (builtin is not None)
    assert error.message == (message or error.message) != ""
    assert str(error) == f"{error.message} (GET https://h/api/v1/videos/x, 2 attempts)"
    assert (error.method, error.url) == ("GET", "https://h/api/v1/videos/x")
    assert (error.attempts, error.request_id, error.retry_after) == (2, None, None)
    assert error.request is REQUEST
    for clone in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(clone) is type(error)
        assert (str(clone), clone.args) == (str(error), error.args)
        assert (clone.method, clone.url, clone.attempts) == (error.method, error.url, 2)


def test_it_is_raised_where_nothing_comes(driver: Driver, stub: StubServer) -> None:
    stub.script(SILENCE, HANG_UP)
    client = driver.client()
    with pytest.raises(TimeoutError) as late:
        driver.call(client, "get_generation", job_id="a", timeout_ms=100, retries=None)
    assert isinstance(late.value, errors.APIConnectionError)
    assert isinstance(late.value, httpx.ReadTimeout)
    with pytest.raises(ConnectionError, match="1 attempt") as lost:
        driver.call(client, "get_generation", job_id="a", retries=None)
    assert isinstance(lost.value, errors.APIConnectionError)
    assert isinstance(lost.value.__cause__, httpx.RemoteProtocolError)


@pytest.mark.parametrize("operation", ["get_generation", "get_video_content", "generate"])
@pytest.mark.parametrize("answer", [HANG_UP, error_answer(500, "No luck"), error_answer(401)])
def test_no_copy_of_an_error_has_the_key(
    driver: Driver, stub: StubServer, operation: str, answer: Answer
) -> None:
    stub.script(answer)
    arguments = {"model": "m", "prompt": "hush"} if operation == "generate" else {"job_id": "a"}
    headers = {"x-api-key": "5ec4e7", "cookie": "5ec4e7"}
    with pytest.raises(errors.OpenRouterError) as caught:
        driver.call(driver.client(), operation, **arguments, retries=None, http_headers=headers)
    error = caught.value
    assert error.raw_response.request.headers["authorization"] == f"Bearer {KEY}"
    pickled = pickle.dumps(error)
    for secret in (KEY, "5ec4e7", "hush"):
        assert secret.encode() not in pickled
    for clone in (pickle.loads(pickled), copy.copy(error), copy.deepcopy(error)):
        assert type(clone) is type(error)
        assert str(clone) == str(error)
        assert "authorization" not in clone.raw_response.request.headers
        assert "x-api-key" not in clone.raw_response.request.headers
        assert clone.raw_response.request.content == b""
    assert error.raw_response.request.headers["x-api-key"] == "5ec4e7"


def test_nor_has_one_that_was_redirected(driver: Driver, stub: StubServer) -> None:
    stub.script(
        Answer(302, b"", {"location": f"{stub.url}/b?sig=5ec4e7"}),
        error_answer(404),
        Answer(307, b"", {"location": f"{stub.url}/b?sig=5ec4e7"}),
    )
    with pytest.raises(errors.NotFoundResponseError) as caught:
        driver.call(driver.client(), "get_generation", job_id="a")
    assert len(caught.value.raw_response.history) == 1
    pickled = pickle.dumps(caught.value)
    assert KEY.encode() not in pickled
    assert str(pickle.loads(pickled)) == str(caught.value)
    with pytest.raises(errors.OpenRouterDefaultError) as refused:
        driver.call(driver.client(), "generate", model="m")
    assert KEY.encode() not in pickle.dumps(refused.value)


def test_a_submission_whose_answer_cannot_be_decoded_may_be_a_job(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(BROKEN_GZIP)
    with pytest.raises(errors.SubmitOutcomeUnknownError) as caught:
        driver.call(driver.client(), "generate", model="m", idempotency_key="order-17")
    assert isinstance(caught.value, httpx.DecodingError)
    assert isinstance(caught.value, errors.APIConnectionError)
    assert caught.value.idempotency_key == "order-17"
    assert len(stub.received) == 1


def test_a_read_that_cannot_be_decoded_is_repeated(driver: Driver, stub: StubServer) -> None:
    whole = Answer(200, gzip.compress(job_answer().body), {**JSON, "content-encoding": "gzip"})
    stub.script(BROKEN_GZIP, BROKEN_GZIP, whole)
    assert driver.call(driver.client(), "get_generation", job_id="a").id == JOB_ID
    assert len(stub.received) == 3
    stub.script(*[BROKEN_GZIP] * 4)
    with pytest.raises(httpx.DecodingError, match="4 attempts"):
        driver.call(driver.client(), "get_generation", job_id="a")


def test_a_wait_bears_what_cannot_be_read(driver: Driver, stub: StubServer) -> None:
    stub.script(
        BROKEN_GZIP,
        Answer(200, b"<html>Please log in</html>", {"content-type": "text/html"}),
        Answer(200, b""),
        job_answer(status="completed"),
    )
    job = driver.call(driver.client(), "wait", JOB_ID, poll_interval=0.001)
    assert job.status == "completed"


def test_redirects_without_an_end(driver: Driver, stub: StubServer) -> None:
    stub.script(*[Answer(302, b"", {"location": f"{stub.url}/videos/a"})] * 21)
    one = httpx.Limits(max_connections=1)
    given = driver.http_client(limits=one, timeout=httpx.Timeout(5, pool=0.5))
    client = driver.client(**given)
    with pytest.raises(httpx.TooManyRedirects, match="1 attempt") as caught:
        driver.call(client, "get_generation", job_id="a")
    assert isinstance(caught.value, errors.APIConnectionError)
    assert len(stub.received) == 21
    stub.script(job_answer())
    assert driver.call(client, "get_generation", job_id="a").id == JOB_ID
    driver.close(*given.values())


@pytest.mark.parametrize("status", [200, 503])
@pytest.mark.parametrize("given", [False, True])
def test_a_body_must_come_in_time(
    driver: Driver, stub: StubServer, status: int, given: bool
) -> None:
    stub.script(Answer(status, blanks, JSON))
    if given:
        http_client = driver.http_client(timeout=0.2)
        client = driver.client(**http_client)
    else:
        client = driver.client(timeout_ms=200)
    with pytest.raises(httpx.ReadTimeout, match="not complete"):
        driver.call(client, "get_generation", job_id="a", retries=None)
    stub.script(job_answer())
    assert driver.call(client, "get_generation", job_id="a", timeout_ms=60_000).id == JOB_ID
    if given:
        driver.close(*http_client.values())


def test_a_submission_whose_answer_does_not_end_may_be_a_job(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(Answer(202, blanks, JSON))
    with pytest.raises(errors.SubmitOutcomeUnknownError) as caught:
        driver.call(driver.client(), "generate", model="m", timeout_ms=200)
    assert isinstance(caught.value, httpx.ReadTimeout)


def test_an_error_of_a_download_must_come_in_time(driver: Driver, stub: StubServer) -> None:
    def text() -> Iterator[bytes]:
        while True:
            yield b"x"

    stub.script(Answer(410, text, {"content-type": "text/plain"}))
    with pytest.raises(errors.GoneResponseError, match=r"^xx"):
        driver.call(driver.client(), "get_video_content", job_id="a", timeout_ms=1000)


def test_a_video_may_take_longer(driver: Driver, stub: StubServer) -> None:
    def body() -> Iterator[bytes]:
        end = time.monotonic() + 2  # twice as long as an answer may take, and never silent
        while time.monotonic() < end:
            yield b"v" * 1000

    stub.script(Answer(200, body, {"content-type": "video/mp4"}))
    response = driver.call(driver.client(), "get_video_content", job_id="a", timeout_ms=1000)
    assert driver.measure(response) > 0


@pytest.mark.parametrize("how", ["timeout_ms", "client"])
def test_a_poll_ends_with_the_wait_whatever_is_configured(
    driver: Driver, stub: StubServer, how: str
) -> None:
    stub.script(SILENCE)
    http_client = driver.http_client(timeout=100) if how == "client" else {}
    client = driver.client(**(http_client or {"timeout_ms": 100_000}))
    with pytest.raises(errors.WaitTimeoutError) as caught:
        driver.call(client, "wait", JOB_ID, timeout=1)
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
    for owner in http_client.values():
        driver.close(owner)


def test_an_explicit_configuration_repeats_what_the_original_repeats(
    driver: Driver, stub: StubServer
) -> None:
    stub.script(BROKEN_GZIP)
    with pytest.raises(httpx.DecodingError):
        driver.call(driver.client(), "get_generation", job_id="a", retries=QUICK)
    assert len(stub.received) == 1


def test_a_video_that_breaks_off_says_which_it_was(driver: Driver, stub: StubServer) -> None:
    stub.script(
        error_answer(503, retry_after_ms="1"),
        video_answer(b"half", content_length="900", request_id="r-3"),
    )
    response = driver.call(driver.client(), "get_video_content", job_id="a")
    with pytest.raises(httpx.RemoteProtocolError) as caught:
        driver.read(response)
    assert isinstance(caught.value, errors.APIConnectionError)
    assert (caught.value.request_id, caught.value.attempts) == ("r-3", 2)
    assert caught.value.url == f"{stub.url}/videos/a/content"


def test_a_client_that_says_nothing_of_the_request() -> None:
    class Broken(httpx.Client):
        def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
            raise httpx.ConnectError("refused")

    with (
        Broken() as broken,
        OpenRouter(KEY, client=broken, server_url="http://h/api/v1") as client,
        pytest.raises(errors.APIConnectionError) as caught,
    ):
        client.video_generation.get_generation(job_id="a", retries=None)
    assert str(caught.value) == "refused (GET http://h/api/v1/videos/a, 1 attempt)"
