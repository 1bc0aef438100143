"""Keys, headers, addresses, logs; and what must never show."""

from __future__ import annotations

import io
import logging
import pickle
import re
import traceback
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from openrouter import OpenRouter, SDKConfiguration, errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.fakes.stub_server import (
    SILENCE,
    StubServer,
    error_answer,
    job_answer,
    json_answer,
    video_answer,
)
from tests.sdk.driver import KEY, Driver


class Lines:
    """A debug logger that keeps its lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
        self.lines.append(msg % args)


def poll(driver: Driver, stub: StubServer, arguments: dict[str, Any], **options: Any) -> Any:
    stub.script(job_answer())
    driver.call(driver.client(**arguments), "get_generation", job_id="a", **options)
    return stub.received[-1]


@pytest.mark.parametrize(
    ("given", "environment", "sent"),
    [
        ("k1", None, "Bearer k1"),
        ("  k1\n", "k2", "Bearer k1"),
        ("", "k2", "Bearer k2"),
        (None, " k2 ", "Bearer k2"),
        ("   ", "k2", "Bearer k2"),
        (lambda: "k3", "k2", "Bearer k3"),
        ("Bearer k4", None, "Bearer k4"),
        ("bearer k4", None, "bearer k4"),
    ],
)
def test_where_the_key_comes_from(
    driver: Driver,
    stub: StubServer,
    monkeypatch: pytest.MonkeyPatch,
    given: Any,
    environment: str | None,
    sent: str,
) -> None:
    if environment is not None:
        monkeypatch.setenv("OPENROUTER_API_KEY", environment)
    request = poll(driver, stub, {"api_key": given})
    assert request.header("authorization") == [sent]


def test_a_key_function_is_asked_once_a_call(driver: Driver, stub: StubServer) -> None:
    keys = iter(["k1", "k2", "k3"])
    client = driver.client(api_key=lambda: next(keys))
    stub.script(error_answer(503, retry_after_ms="1"), job_answer(), job_answer())
    for _ in range(2):
        driver.call(client, "get_generation", job_id="a")
    sent = [request.header("authorization") for request in stub.received]
    assert sent == [["Bearer k1"], ["Bearer k1"], ["Bearer k2"]]


@pytest.mark.parametrize("key", ["k\u00e9y-secret", "a\r\nX-Evil: secret"])
def test_a_key_that_no_header_can_carry_is_refused_without_showing_it(
    driver: Driver, stub: StubServer, key: str
) -> None:
    with pytest.raises(ValueError, match="API key") as caught:
        driver.call(driver.client(api_key=key), "get_generation", job_id="a")
    assert "secret" not in shown(caught.value)
    assert stub.received == []


@pytest.mark.parametrize("key", [None, "", " \n"])
def test_a_function_that_has_no_key_is_believed(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    monkeypatch.setenv("OPENROUTER_API_KEY", "another's")
    client = driver.client(api_key=lambda: key)
    with pytest.raises(errors.MissingAPIKeyError, match="function"):
        driver.call(client, "get_generation", job_id="a")
    assert stub.received == []
    stub.script(json_answer({"data": []}))
    driver.call(client, "list_videos_models")
    assert stub.received[0].header("authorization") == []


def test_an_async_key_function_is_refused(driver: Driver, stub: StubServer) -> None:
    with pytest.raises(TypeError, match="api_key"):
        driver.call(driver.client(api_key=lambda: 5), "get_generation", job_id="a")


def test_own_headers_replace_ours_whatever_their_case(driver: Driver, stub: StubServer) -> None:
    headers = {"authorization": "Basic x", "ACCEPT": "text/plain", "user-Agent": "me", "X-A": "1"}
    request = poll(driver, stub, {}, http_headers=headers)
    assert request.header("authorization") == ["Basic x"]
    assert request.header("accept") == ["text/plain"]
    assert request.header("user-agent") == ["me"]
    assert request.header("x-a") == ["1"]


def test_own_authorization_needs_no_key(driver: Driver, stub: StubServer) -> None:
    headers = {"AUTHORIZATION": "Bearer other"}
    request = poll(driver, stub, {"api_key": None}, http_headers=headers)
    assert request.header("authorization") == ["Bearer other"]


def test_a_header_cannot_smuggle_another(driver: Driver, stub: StubServer) -> None:
    with pytest.raises(ValueError, match="x-a") as caught:
        poll(driver, stub, {}, http_headers={"X-A": "secret\r\nX-B: 2"})
    assert "secret" not in str(caught.value)


def test_the_application_names_itself(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_HTTP_REFERER", "https://env.example")
    monkeypatch.setenv("OPENROUTER_X_OPEN_ROUTER_TITLE", "From the environment")
    monkeypatch.setenv("OPENROUTER_X_OPEN_ROUTER_CATEGORIES", "video-gen")
    arguments = {"x_open_router_title": "Łódź films"}
    request = poll(driver, stub, arguments)
    assert request.header("http-referer") == ["https://env.example"]
    assert request.header("x-openrouter-title") == ["%C5%81%C3%B3d%C5%BA films"]
    assert request.header("x-openrouter-categories") == ["video-gen"]
    request = poll(driver, stub, arguments, x_open_router_title="This call", http_referer="here")
    assert request.header("x-openrouter-title") == ["This call"]
    assert request.header("http-referer") == ["here"]


def test_nothing_is_claimed_by_default(driver: Driver, stub: StubServer) -> None:
    names = {name.lower() for name, _ in poll(driver, stub, {}).headers}
    assert names == {
        "host",
        "accept",
        "accept-encoding",
        "connection",
        "user-agent",
        "authorization",
    }


def test_where_the_service_is(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    dead = "http://127.0.0.1:9/api/v1"
    templated = stub.url.replace("/api/", "/{room}/")
    monkeypatch.setenv("OPENROUTER_BASE_URL", dead)
    poll(driver, stub, {"server_url": stub.url + "/"})
    poll(driver, stub, {"server_url": templated, "url_params": {"room": "api"}})
    poll(driver, stub, {"server_url": dead}, server_url=stub.url + "/")
    monkeypatch.setenv("OPENROUTER_BASE_URL", stub.url + "/")
    poll(driver, stub, {"server_url": None})
    poll(driver, stub, {"server_url": ""})
    assert {request.path for request in stub.received} == {"/api/v1/videos/a"}
    assert len(stub.received) == 5


def test_the_default_server(monkeypatch: pytest.MonkeyPatch) -> None:
    production = "https://openrouter.ai/api/v1"
    assert OpenRouter().sdk_configuration.base_url == production
    monkeypatch.setenv("OPENROUTER_BASE_URL", "http://localhost:1")
    assert OpenRouter(server="production").sdk_configuration.base_url == production
    with pytest.raises(ValueError, match="nowhere"):
        OpenRouter(server="nowhere")


@pytest.mark.parametrize("address", ["http://[::1", "http://h\x00/api", "http://u:5ec4e7@[::1"])
def test_an_address_that_cannot_be_one(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    client = driver.client()
    with pytest.raises(ValueError, match="server_url is not a valid URL") as caught:
        driver.client(server_url=address)
    assert "5ec4e7" not in str(caught.value)
    with pytest.raises(ValueError, match="server_url is not a valid URL"):
        client.with_options(server_url=address)
    with pytest.raises(ValueError, match="server_url is not a valid URL"):
        driver.call(client, "get_generation", job_id="a", server_url=address)
    with pytest.raises(ValueError, match="The request URL is invalid"):
        driver.call(client, "get_generation", job_id="a" * 70_000)
    if "\x00" not in address:
        monkeypatch.setenv("OPENROUTER_BASE_URL", address)
        with pytest.raises(ValueError, match="OPENROUTER_BASE_URL is not a valid URL"):
            OpenRouter()
    assert stub.received == []


class Spy(httpx.BaseTransport):
    """Keeps the timeouts that requests are sent with."""

    def __init__(self) -> None:
        self.timeouts: list[dict[str, float]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.timeouts.append(request.extensions["timeout"])
        return httpx.Response(200, json={"id": "a", "polling_url": "/a", "status": "pending"})


def test_a_given_client_keeps_its_timeouts_unless_one_is_asked() -> None:
    spy = Spy()
    with httpx.Client(transport=spy, timeout=7) as http_client:
        client = OpenRouter(KEY, client=http_client)
        client.video_generation.get_generation(job_id="a")
        client.video_generation.get_generation(job_id="a", timeout_ms=250)
        client = OpenRouter(KEY, client=http_client, timeout_ms=300)
        client.video_generation.generate(model="m")
    assert spy.timeouts == [
        dict.fromkeys(("connect", "read", "write", "pool"), seconds) for seconds in (7, 0.25, 0.3)
    ]


def test_a_client_with_a_send_of_its_own_may_read_what_it_gets(stub: StubServer) -> None:
    read: list[str] = []

    class Reading(httpx.Client):
        def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
            response = super().send(request, **options)
            if not options["stream"]:
                read.append(response.text)
            return response

    stub.script(job_answer(202), video_answer(b"video"))
    with Reading() as given:
        videos = OpenRouter(KEY, server_url=stub.url, client=given).video_generation
        videos.generate(model="m")
        assert videos.get_video_content(job_id="a").read() == b"video"
    assert len(read) == 1


@pytest.mark.parametrize("timeout_ms", [0, -5])
def test_a_timeout_is_positive(driver: Driver, stub: StubServer, timeout_ms: int) -> None:
    with pytest.raises(ValueError, match="timeout_ms"):
        driver.call(driver.client(), "get_generation", job_id="a", timeout_ms=timeout_ms)
    assert stub.received == []


def test_a_timeout_of_the_client(driver: Driver, stub: StubServer) -> None:
    stub.script(SILENCE)
    with pytest.raises(httpx.ReadTimeout):
        driver.call(driver.client(timeout_ms=150), "get_generation", job_id="a", retries=None)


def test_a_debug_line_a_request_without_secrets(driver: Driver, stub: StubServer) -> None:
    log = Lines()
    client = driver.client(debug_logger=log, server_url=f"{stub.url}?token=5ec4e7")
    stub.script(error_answer(503, retry_after_ms="1"), video_answer())
    response = driver.call(client, "get_video_content", job_id="a")
    driver.close(response)
    stub.script(job_answer(202))
    driver.call(client, "generate", model="m", prompt="hush")
    assert log.lines == [
        f"GET {stub.url}/videos/a/content -> 503 (attempt 1)",
        f"GET {stub.url}/videos/a/content -> 200 (attempt 2)",
        f"POST {stub.url}/videos -> 202 (attempt 1)",
    ]


def test_what_is_only_for_reads_is_said_once() -> None:
    log = Lines()
    config = RetryConfig("backoff", BackoffStrategy(1, 1, 1.0, 1), True)
    OpenRouter(KEY, retry_config=config, debug_logger=log)
    assert len(log.lines) == 1
    assert "reads" in log.lines[0]


@pytest.fixture
def own_logging() -> Iterator[io.StringIO]:
    logger = logging.getLogger("openrouter")
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    logger.addHandler(handler)
    yield written
    logger.removeHandler(handler)
    logger.setLevel(logging.NOTSET)


def test_the_log_is_the_applications(
    driver: Driver, stub: StubServer, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("openrouter")
    assert (logger.level, logger.handlers) == (logging.NOTSET, [])
    client = driver.client()
    assert (logger.level, logger.handlers) == (logging.NOTSET, [])
    for level in (logging.WARNING, logging.INFO, logging.DEBUG):
        caplog.set_level(level)  # of the root logger, as by basicConfig
        stub.script(job_answer())
        driver.call(client, "get_generation", job_id="a")
    lines = [record.getMessage() for record in caplog.records if record.name == "openrouter"]
    done, attempt, done_again = lines
    assert attempt == f"GET {stub.url}/videos/a -> 200 (attempt 1)"
    for line in (done, done_again):
        assert re.match(rf"GET {re.escape(stub.url)}/videos/a: done after [\d.]+ s", line)


def test_debug_by_environment_leaves_the_root_logger_alone(
    driver: Driver, stub: StubServer, own_logging: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENROUTER_DEBUG", "1")
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    poll(driver, stub, {})
    assert (root.level, list(root.handlers)) == before
    assert f"GET {stub.url}/videos/a -> 200" in own_logging.getvalue()
    assert KEY not in own_logging.getvalue()


@pytest.mark.parametrize(
    ("asked", "patterns"),
    [
        (
            "info",
            [r"POST {}: done after [\d.]+ s and 2 attempts", r"GET {}/a: 404 after .* 1 attempt"],
        ),
        (
            "DEBUG",
            [
                r"Rushes SDK [\d.]+; openrouter is Rushes' \(",
                r"POST {} -> 503 \(attempt 1\)",
                r"POST {} -> 202 \(attempt 2\)",
                r"POST {}: done",
            ],
        ),
        ("", []),
        ("loud", []),
    ],
)
def test_the_log_is_as_loud_as_asked(
    driver: Driver,
    stub: StubServer,
    own_logging: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    patterns: list[str],
) -> None:
    monkeypatch.setenv("OPENROUTER_LOG", asked)
    client = driver.client()
    stub.script(error_answer(503, retry_after_ms="1"), job_answer(202), error_answer(404))
    driver.call(client, "generate", model="m", prompt="hush")
    with pytest.raises(errors.NotFoundResponseError):
        driver.call(client, "get_generation", job_id="a")
    lines = own_logging.getvalue().splitlines()
    assert len(lines) >= len(patterns)
    assert bool(lines) is bool(patterns)
    for pattern, line in zip(patterns, lines, strict=False):
        assert re.match(pattern.format(re.escape(f"{stub.url}/videos")), line)
    assert KEY not in own_logging.getvalue()


def shown(error: BaseException) -> str:
    """Show all that a crash reporter would: message, chain, and the locals of the SDK's frames."""
    report = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [
        frame for link in _chain(report) for frame in link.stack if "openrouter" in frame.filename
    ]
    return repr(error) + str(error) + repr([frame.locals for frame in frames])


def _chain(report: traceback.TracebackException | None) -> Iterator[traceback.TracebackException]:
    while report is not None:
        yield report
        report = report.__cause__ or report.__context__


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (error_answer(401), errors.UnauthorizedResponseError),
        (json_answer([1]), errors.ResponseValidationError),
        (SILENCE, httpx.ReadTimeout),
    ],
    ids=["refused", "unreadable", "silent"],
)
def test_no_error_shows_the_key(
    driver: Driver, stub: StubServer, answer: Any, error: type[Exception]
) -> None:
    stub.script(answer)
    client = driver.client()
    timeout_ms = 200 if answer is SILENCE else None
    with pytest.raises(error) as caught:
        driver.call(client, "generate", model="m", prompt="p", timeout_ms=timeout_ms)
    assert KEY not in shown(caught.value)


def test_no_repr_shows_the_key(driver: Driver) -> None:
    client = driver.client()
    parts = [client, client.sdk_configuration, client.video_generation, vars(client)]
    assert KEY not in "".join(map(repr, parts))
    with pytest.raises(ValueError, match="nowhere") as caught:
        OpenRouter(KEY, server="nowhere")
    assert KEY not in shown(caught.value)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [({"bogus": 1}, TypeError), ({"server": "nowhere"}, ValueError)],
)
def test_no_mistake_with_options_shows_the_key(wrong: Any, error: type[Exception]) -> None:
    client = OpenRouter("another")
    with pytest.raises(error) as caught:
        client.with_options(api_key=KEY, **wrong)
    assert KEY not in shown(caught.value)


def test_a_configuration_can_be_pickled() -> None:
    config = RetryConfig("backoff", BackoffStrategy(1, 2, 1.5, 4), True, ["429"])
    configuration = OpenRouter(KEY, retry_config=config, timeout_ms=9).sdk_configuration
    other = pickle.loads(pickle.dumps(configuration))
    assert isinstance(other, SDKConfiguration)
    assert other.key() == KEY
    assert (repr(other.retry_config), other.timeout_ms) == (repr(config), 9)
