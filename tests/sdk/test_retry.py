"""What is sent again: first the rules by themselves, then over the wire."""

from __future__ import annotations

import email.utils
import time
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from openrouter import errors
from openrouter.types import UNSET
from openrouter.utils import BackoffStrategy, RetryConfig
from rushes.sdk._retry import (
    KEYED_SUBMIT,
    READ,
    SUBMIT,
    Policy,
    Retry,
    policy_for,
    retry_after_seconds,
)
from tests.fakes.stub_server import (
    HANG_UP,
    SILENCE,
    StubServer,
    error_answer,
    job_answer,
    video_answer,
)
from tests.sdk.driver import Driver

SOON = {"retry_after_ms": "1"}
QUICK = BackoffStrategy(1, 2, 1.0, 5000, jitter_ms=1)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def pauses(retry: Retry, clock: Clock, outcome: Any, limit: int = 100) -> list[float]:
    """Fail with `outcome` until the rules give up; the clock runs with the pauses."""
    taken: list[float] = []
    while len(taken) < limit:
        if isinstance(outcome, httpx.TransportError):
            pause = retry.after_error(outcome)
        else:
            pause = retry.after_response(*outcome)
        if pause is None:
            break
        taken.append(pause)
        clock.now += pause
    return taken


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504, 520, 529])
def test_reads_get_four_tries(status: int) -> None:
    taken = pauses(Retry(READ, clock := Clock()), clock, (status, {}))
    assert len(taken) == 3
    assert all(0 <= pause <= limit for pause, limit in zip(taken, (0.5, 1, 2), strict=True))


@pytest.mark.parametrize("status", [200, 302, 400, 401, 404, 409, 410, 499, 501, 505])
def test_final_answers_to_reads(status: int) -> None:
    assert Retry(READ).after_response(status, {"retry-after": "1"}) is None


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout(""),
        httpx.PoolTimeout(""),
        httpx.ReadError(""),
        httpx.RemoteProtocolError("disconnected"),
    ],
)
def test_reads_survive_transport_failures(error: httpx.TransportError) -> None:
    assert len(pauses(Retry(READ, clock := Clock()), clock, error)) == 3


def test_reads_do_not_repeat_what_is_our_own_fault() -> None:
    assert Retry(READ).after_error(httpx.LocalProtocolError("bad header")) is None
    assert Retry(READ).after_error(httpx.UnsupportedProtocol("ftp")) is None


def test_a_read_that_timed_out_is_repeated() -> None:
    retry = Retry(READ, clock := Clock())
    clock.now = 30.5  # which is how long a read waits for its answer
    assert retry.after_error(httpx.ReadTimeout("")) is not None


def test_reads_stop_after_a_minute() -> None:
    retry = Retry(READ, clock := Clock())
    clock.now = 60.5
    assert retry.after_response(503, {}) is None
    assert retry.after_error(httpx.ReadTimeout("")) is None


@pytest.mark.parametrize(
    ("headers", "pause"),
    [
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "60"}, 60.0),
        ({"retry-after": "61"}, None),
        ({"retry-after": "86400"}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "-5", "retry-after": "9"}, 9.0),
        ({"retry-after-ms": "inf", "retry-after": "9"}, 9.0),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": "Fri, 01 Jan 2100 00:00:00 GMT"}, None),
    ],
)
def test_the_pause_a_server_asks_for(headers: dict[str, str], pause: float | None) -> None:
    assert Retry(READ).after_response(503, headers) == pause


@pytest.mark.parametrize("written", ["inf", "nan", "soon", "", "-1e999", "Fri, 99 Jan 2100"])
def test_an_unreadable_wish_is_no_wish(written: str) -> None:
    assert retry_after_seconds({"retry-after": written}) is None
    pause = Retry(READ).after_response(503, {"retry-after": written})
    assert pause is not None
    assert pause <= 0.5


def test_a_date_is_a_pause() -> None:
    date = email.utils.formatdate(time.time() + 40, usegmt=True)
    seconds = retry_after_seconds({"retry-after": date})
    assert seconds is not None
    assert 30 < seconds <= 40


@given(st.text(), st.text())
def test_no_header_breaks_the_rules(seconds: str, milliseconds: str) -> None:
    headers = {"retry-after": seconds, "retry-after-ms": milliseconds}
    pause = Retry(READ).after_response(503, headers)
    assert pause is None or 0 <= pause <= 60


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 429])
def test_a_submission_that_may_have_arrived_is_not_repeated(status: int) -> None:
    assert Retry(SUBMIT).after_response(status, {}) is None
    for error in (httpx.ReadTimeout(""), httpx.ReadError(""), httpx.WriteError("")):
        assert Retry(SUBMIT).after_error(error) is None
    assert Retry(SUBMIT).after_error(httpx.RemoteProtocolError("disconnected")) is None


def test_a_submission_that_reached_nobody_is_repeated() -> None:
    for error in (httpx.ConnectError("refused"), httpx.ConnectTimeout("")):
        assert len(pauses(Retry(SUBMIT, clock := Clock()), clock, error)) == 3
    for status in (429, 503):
        assert Retry(SUBMIT).after_response(status, {"retry-after": "3"}) == 3.0
    assert Retry(SUBMIT).after_response(500, {"retry-after": "3"}) is None


def test_who_decides() -> None:
    config = RetryConfig("backoff", QUICK, True)
    assert policy_for(UNSET, UNSET, paid=False) is READ
    assert policy_for(UNSET, UNSET, paid=True) is SUBMIT
    assert policy_for(UNSET, config, paid=True) is SUBMIT
    assert policy_for(UNSET, config, paid=False) is not READ
    for never in (
        policy_for(None, config, paid=False),
        policy_for(None, UNSET, paid=True),
        policy_for(UNSET, None, paid=True),
        policy_for(RetryConfig("none", QUICK, True), UNSET, paid=False),
    ):
        assert Retry(never).after_response(503, {"retry-after": "1"}) is None
        assert Retry(never).after_error(httpx.ConnectError("")) is None


def test_a_configuration_means_what_it_says() -> None:
    backoff = BackoffStrategy(500, 2000, 2.0, 10_000, jitter_ms=0)
    retry = Retry(
        policy_for(RetryConfig("backoff", backoff, False), UNSET, paid=True), c := Clock()
    )
    assert pauses(retry, c, (501, {})) == [0.5, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0]
    assert Retry(READ).after_response(501, {}) is None
    fresh = Retry(policy_for(RetryConfig("backoff", backoff, False), UNSET, paid=False))
    assert fresh.after_error(httpx.ConnectError("")) is None
    assert fresh.after_response(429, {}) is None
    chosen = RetryConfig("backoff", backoff, True, ["429", "4xx"])
    retry = Retry(policy_for(chosen, UNSET, paid=False))
    assert retry.after_response(500, {}) is None
    assert retry.after_response(429, {}) == 0.5
    assert retry.after_response(404, {}) == 1.0
    assert retry.after_error(httpx.ReadTimeout("")) == 2.0
    with pytest.raises(ValueError, match="jitter_ms"):
        BackoffStrategy(1, 1, 1.0, 1, jitter_ms=-1)


def configured(**changed: Any) -> Retry:
    backoff = BackoffStrategy(500, 2000, 2.0, 10_000, jitter_ms=0)
    config = RetryConfig("backoff", backoff, True, **changed)
    return Retry(policy_for(config, UNSET, paid=False), Clock())


def test_a_pause_asked_for_is_taken_whatever_the_configuration_says() -> None:
    """As by the original: it need not fit into `max_interval` or `max_elapsed_time`."""
    assert configured().after_response(500, {"retry-after": "11"}) == 11.0
    assert configured().after_response(500, {"retry-after": "3600"}) == 3600.0
    assert configured().after_response(500, {"retry-after-ms": "-1", "retry-after": "11"}) == 11.0
    # None at all is no pause that could be taken.
    assert configured().after_response(500, {"retry-after": "0"}) == 0.5
    assert configured().after_response(500, {"retry-after-ms": "0", "retry-after": "7"}) == 0.5
    # Where the original sleeps for years.
    assert configured().after_response(500, {"retry-after": "3601"}) is None
    assert configured().after_response(500, {"retry-after": "inf"}) == 0.5


def test_a_configuration_ends_with_the_first_failure_after_its_time() -> None:
    backoff = BackoffStrategy(500, 2000, 2.0, 10_000, jitter_ms=0)
    config = RetryConfig("backoff", backoff, True)
    retry = Retry(policy_for(config, UNSET, paid=False), clock := Clock())
    clock.now = 10.0
    assert retry.after_response(500, {"retry-after": "60"}) == 60.0
    clock.now = 10.1
    assert retry.after_response(500, {}) is None


def test_a_configuration_may_change(driver: Driver, stub: StubServer) -> None:
    config = RetryConfig("none", BackoffStrategy(1, 2, 1.0, 5000), True)
    client = driver.client(retry_config=config)
    stub.script(*[error_answer(429)] * 3, job_answer())
    with pytest.raises(errors.TooManyRequestsResponseError):
        driver.call(client, "get_generation", job_id="a")
    config.strategy, config.status_codes_override = "backoff", ["429"]
    config.backoff.jitter_ms = 1
    assert driver.call(client, "get_generation", job_id="a").status == "pending"
    assert len(stub.received) == 4
    assert config != RetryConfig("backoff", config.backoff, True, ["429"])
    assert {config: 1}[config] == 1


def test_what_is_no_status_is_said_before_anything_is_sent(
    driver: Driver, stub: StubServer
) -> None:
    config = RetryConfig("backoff", QUICK, True, ["429", "often"])
    with pytest.raises(ValueError, match="'often' is not a status"):
        driver.call(driver.client(), "get_generation", job_id="a", retries=config)
    assert stub.received == []


@pytest.mark.parametrize(
    ("policy", "status", "wish", "again"),
    [
        (READ, 503, "false", False),
        (READ, 404, "true", True),
        (READ, 409, " TRUE ", True),
        (READ, 503, "perhaps", True),
        (READ, 404, "perhaps", False),
        (READ, 200, "true", False),
        (SUBMIT, 503, "false", False),
        (SUBMIT, 400, "true", False),
        (KEYED_SUBMIT, 500, "false", False),
        (KEYED_SUBMIT, 400, "true", False),
        (KEYED_SUBMIT, 500, "true", True),
    ],
)
def test_what_the_server_wishes(policy: Policy, status: int, wish: str, again: bool) -> None:
    headers = {"x-should-retry": wish, "retry-after": "3"}
    assert Retry(policy).after_response(status, headers) == (3.0 if again else None)


def test_a_configuration_heeds_no_wishes() -> None:
    assert configured().after_response(500, {"x-should-retry": "false"}) == 0.5
    assert configured().after_response(404, {"x-should-retry": "true"}) is None


def test_a_wish_over_the_wire(driver: Driver, stub: StubServer) -> None:
    again = {"x_should_retry": "true", **SOON}
    stub.script(error_answer(404, **again), job_answer(), error_answer(503, x_should_retry="false"))
    client = driver.client()
    assert driver.call(client, "get_generation", job_id="a").status == "pending"
    with pytest.raises(errors.ServiceUnavailableResponseError):
        driver.call(client, "get_generation", job_id="a")
    stub.script(error_answer(429, x_should_retry="false", **SOON))
    with pytest.raises(errors.TooManyRequestsResponseError):
        driver.call(client, "generate", model="m")
    assert len(stub.received) == 4


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.floats(0, 1e6),
    st.integers(0, 10**6) | st.none(),
)
def test_no_pause_exceeds_the_configured_longest(
    initial: int, longest: int, exponent: float, jitter: int | None
) -> None:
    backoff = BackoffStrategy(initial, longest, exponent, 10**9, jitter)
    retry = Retry(policy_for(RetryConfig("backoff", backoff, True), UNSET, paid=False))
    for _ in range(60):
        pause = retry.after_response(500, {})
        assert pause is not None
        assert 0 <= pause <= longest / 1000


def test_a_read_is_repeated_until_it_works(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(503, **SOON), HANG_UP, error_answer(429, **SOON), job_answer())
    job = driver.call(driver.client(), "get_generation", job_id="a")
    assert job.status == "pending"
    assert len(stub.received) == 4


def test_the_last_answer_is_the_one_raised(driver: Driver, stub: StubServer) -> None:
    stub.script(*[error_answer(503, f"no {n}", **SOON) for n in range(4)], job_answer())
    with pytest.raises(errors.ServiceUnavailableResponseError, match="no 3"):
        driver.call(driver.client(), "list_videos_models")
    assert len(stub.received) == 4


@pytest.mark.parametrize(
    "answer", [error_answer(500), error_answer(503), error_answer(429), HANG_UP]
)
def test_a_failed_submission_is_one_request(driver: Driver, stub: StubServer, answer: Any) -> None:
    stub.script(answer, job_answer(202))
    client = driver.client(retry_config=RetryConfig("backoff", QUICK, True, ["4XX", "5XX"]))
    with pytest.raises((errors.OpenRouterError, httpx.RemoteProtocolError)):
        driver.call(client, "generate", model="m", prompt="p")
    assert len(stub.received) == 1


def test_a_slow_submission_is_one_request(driver: Driver, stub: StubServer) -> None:
    stub.script(SILENCE, job_answer(202))
    with pytest.raises(httpx.ReadTimeout):
        driver.call(driver.client(), "generate", model="m", prompt="p", timeout_ms=200)
    stub.wait_for(1)
    assert len(stub.received) == 1


def test_a_submission_turned_away_with_a_time_comes_back(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(429, **SOON), error_answer(503, **SOON), job_answer(202))
    driver.call(driver.client(), "generate", model="m", prompt="p", seed=3)
    first, second, third = stub.received
    assert first.body == second.body == third.body


def test_a_submission_is_repeated_if_that_call_says_so(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(500), HANG_UP, job_answer(202))
    retries = RetryConfig("backoff", QUICK, True, ["5XX"])
    with pytest.raises(httpx.RemoteProtocolError):  # a hang-up is not a connection error here
        driver.call(driver.client(), "generate", model="m", prompt="p", retries=retries)
    assert len(stub.received) == 2
    driver.call(driver.client(), "generate", model="m", prompt="p", retries=retries)
    assert len(stub.received) == 3


def test_none_means_once(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(503, **SOON), error_answer(503, **SOON), job_answer())
    with pytest.raises(errors.ServiceUnavailableResponseError):
        driver.call(driver.client(), "get_generation", job_id="a", retries=None)
    with pytest.raises(errors.ServiceUnavailableResponseError):
        driver.call(driver.client(retry_config=None), "get_generation", job_id="a")
    assert len(stub.received) == 2


def test_a_client_wide_configuration_is_for_reads(driver: Driver, stub: StubServer) -> None:
    stub.script(*[error_answer(501)] * 6, job_answer())
    client = driver.client(retry_config=RetryConfig("backoff", QUICK, True))
    driver.call(client, "get_generation", job_id="a")
    assert len(stub.received) == 7


def test_a_pause_beyond_a_minute_is_raised_at_once(driver: Driver, stub: StubServer) -> None:
    stub.script(error_answer(503, retry_after="86400"), job_answer())
    with pytest.raises(errors.ServiceUnavailableResponseError) as caught:
        driver.call(driver.client(), "get_generation", job_id="a")
    assert caught.value.retry_after == 86400
    assert len(stub.received) == 1


def test_streamed_failures_give_their_connection_back(driver: Driver, stub: StubServer) -> None:
    one = httpx.Limits(max_connections=1)
    given = driver.http_client(limits=one, timeout=httpx.Timeout(5, pool=0.5))
    stub.script(*[error_answer(503, **SOON)] * 3, video_answer(b"video"), error_answer(404))
    client = driver.client(**given)
    response = driver.call(client, "get_video_content", job_id="a")
    assert driver.read(response) == b"video"
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(client, "get_video_content", job_id="a")
    stub.script(job_answer())
    driver.call(client, "get_generation", job_id="a")
    [http_client] = given.values()
    driver.close(http_client)
