"""What a client says about its configuration, and what it takes from it later."""

from __future__ import annotations

import copy
import logging
import pickle
from typing import Any

import httpx
import pytest

from openrouter import BackoffStrategy, OpenRouter, RetryConfig, VideoGeneration, errors
from rushes.wire import Security
from tests.fakes.stub_server import StubServer, error_answer, job_answer, json_answer
from tests.sdk.driver import KEY, Driver


def poll(driver: Driver, client: OpenRouter) -> Any:
    return driver.call(client, "get_generation", job_id="a")


def test_it_can_be_read_as_the_official_one() -> None:
    with httpx.Client() as http_client:
        client = OpenRouter(
            KEY, "https://example.com", "Title", client=http_client, timeout_ms=5, retry_config=None
        )
        configuration = client.sdk_configuration
        assert configuration.server_url == "https://openrouter.ai/api/v1"
        assert configuration.get_server_details() == ("https://openrouter.ai/api/v1", {})
        assert configuration.server == "production"
        assert configuration.globals.http_referer == "https://example.com"
        assert configuration.globals.x_open_router_title == "Title"
        assert configuration.globals.x_open_router_categories is None
        assert isinstance(configuration.security, Security)
        assert configuration.security.api_key == KEY
        assert (configuration.client, configuration.client_supplied) == (http_client, True)
        assert (configuration.async_client, configuration.async_client_supplied) == (None, False)
        assert (configuration.language, configuration.timeout_ms) == ("python", 5)
        assert configuration.sdk_version in configuration.user_agent
        assert configuration.openapi_doc_version == "1.0.0"
        assert configuration.gen_version
        assert client.video_generation.sdk_configuration is configuration
        for shown in (configuration, configuration.security, configuration.globals):
            assert KEY not in repr(shown)


def test_our_own_http_client_can_be_read() -> None:
    with OpenRouter(KEY) as client:
        assert isinstance(client.sdk_configuration.client, httpx.Client)
        assert not client.sdk_configuration.client_supplied


def test_a_key_function_can_be_read() -> None:
    security = OpenRouter(lambda: KEY).sdk_configuration.security
    assert callable(security)
    assert security().api_key == KEY
    assert OpenRouter().sdk_configuration.security is None


def test_what_is_assigned_counts_from_the_next_call(driver: Driver, stub: StubServer) -> None:
    client = driver.client(server_url="http://127.0.0.1:9/api/v1", retry_config=None)
    configuration = client.sdk_configuration
    configuration.server_url = stub.url + "/"
    configuration.user_agent = "mine/1"
    configuration.globals.x_open_router_title = "Later"
    configuration.security = Security(api_key="other")
    stub.script(job_answer())
    poll(driver, client)
    [request] = stub.received
    assert request.header("user-agent") == ["mine/1"]
    assert request.header("x-openrouter-title") == ["Later"]
    assert request.header("authorization") == ["Bearer other"]
    assert configuration.get_server_details() == (stub.url, {})
    assert configuration.server is None


def test_retries_that_are_assigned_count(driver: Driver, stub: StubServer) -> None:
    client = driver.client(retry_config=None)
    stub.script(error_answer(503), job_answer())
    with pytest.raises(errors.ServiceUnavailableResponseError):
        poll(driver, client)
    client.sdk_configuration.retry_config = RetryConfig(
        "backoff", BackoffStrategy(1, 1, 1.0, 60_000, jitter_ms=0), retry_connection_errors=False
    )
    stub.script(error_answer(503), job_answer())
    assert poll(driver, client).status == "pending"
    client.sdk_configuration.timeout_ms = -1
    with pytest.raises(ValueError, match="timeout_ms"):
        poll(driver, client)


def test_the_rest_can_be_assigned(stub: StubServer) -> None:
    client = OpenRouter(KEY, server_url=stub.url)
    configuration = client.sdk_configuration
    configuration.server = "eu"
    assert configuration.server_url == "https://eu.openrouter.ai/api/v1"
    configuration.globals = OpenRouter(KEY, "https://a.example").sdk_configuration.globals
    assert configuration.globals.http_referer == "https://a.example"
    configuration.security = lambda: Security(api_key="made")
    assert callable(configuration.security)
    assert configuration.key() == "made"
    configuration.debug_logger = logging.getLogger("mine")
    with pytest.raises(ValueError, match="server"):
        configuration.server = "mars"
    with pytest.raises(AttributeError, match="colour"):
        configuration.globals.colour = "red"
    configuration.security = None
    assert configuration.security is None


def test_a_model_list_is_that_of_the_server(driver: Driver, stub: StubServer) -> None:
    client = driver.client()
    with StubServer() as other:
        for server in (stub, other):
            server.script(json_answer({"data": []}))
            client.sdk_configuration.server_url = server.url
            with pytest.raises(errors.UnsupportedRequestError):
                driver.call(client, "generate", model="m", validate=True)
            assert len(server.received) == 1


def test_other_options_do_not_change_it(stub: StubServer) -> None:
    client = OpenRouter(KEY, server_url=stub.url)
    other = client.with_options(server="us", timeout_ms=7)
    assert (client.sdk_configuration.server, client.sdk_configuration.timeout_ms) == (None, None)
    assert (other.sdk_configuration.server, other.sdk_configuration.timeout_ms) == ("us", 7)
    assert other.sdk_configuration.client is client.sdk_configuration.client
    client.close()


@pytest.mark.parametrize("clone", [copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))])
def test_a_copy_has_a_configuration_of_its_own(stub: StubServer, clone: Any) -> None:
    client = OpenRouter(KEY, server_url=stub.url, timeout_ms=9)
    other = clone(client)
    assert other.sdk_configuration == client.sdk_configuration
    other.sdk_configuration.timeout_ms = 3
    assert client.sdk_configuration.timeout_ms == 9


def test_operations_can_be_made_from_it(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(), job_answer())
    client = driver.client()
    videos = VideoGeneration(client.sdk_configuration)
    assert driver.on(videos, "get_generation", job_id="a").status == "pending"
    if driver.kind == "sync":
        alone = VideoGeneration(OpenRouter(KEY, server_url=stub.url).sdk_configuration)
        assert alone.get_generation(job_id="a").status == "pending"


@pytest.mark.parametrize("name", ["eu", "us"])
def test_a_region_is_a_server(name: str) -> None:
    seen = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append((str(request.url), request.headers["authorization"]))
        return httpx.Response(200, json={"id": "a", "polling_url": "/a", "status": "pending"})

    with httpx.Client(transport=httpx.MockTransport(answer)) as http_client:
        OpenRouter(KEY, server=name, client=http_client).video_generation.get_generation(job_id="a")
    assert seen == [(f"https://{name}.openrouter.ai/api/v1/videos/a", f"Bearer {KEY}")]


@pytest.mark.parametrize("value", ["false", "0", 0, False])
def test_a_switch_that_is_written_out_is_no_yes(value: Any) -> None:
    client = OpenRouter(KEY, supports_idempotency_keys=value)
    assert client.sdk_configuration.supports_idempotency_keys is False
    with pytest.raises(ValueError, match="supports_idempotency_keys must be true or false"):
        OpenRouter(KEY, supports_idempotency_keys="perhaps")  # type: ignore[arg-type]  # the test


def test_errors_about_arguments_name_the_public_class(driver: Driver) -> None:
    for operation, arguments in (
        ("generate", {"n": 2}),
        ("wait", {}),
        ("download", {"chunk": 1}),
        ("cancel", {}),
    ):
        with pytest.raises(TypeError, match=rf"^VideoGeneration\.{operation}"):
            driver.call(driver.client(), operation, **arguments)


def test_a_client_with_its_own_way_needs_no_key(driver: Driver, stub: StubServer) -> None:
    ways: list[tuple[dict[str, Any], list[str]]] = [
        ({"headers": {"Authorization": "Gateway 1"}}, ["Gateway 1"]),
        ({"auth": ("user", "pw")}, ["Basic dXNlcjpwdw=="]),
        ({}, []),
    ]
    for given, expected in ways:
        stub.script(job_answer(202), job_answer())
        http_client = driver.http_client(**given)
        client = driver.client(api_key=None, **http_client)
        driver.call(client, "generate", model="m")
        poll(driver, client)
        assert [r.header("authorization") for r in stub.received[-2:]] == [expected] * 2
        driver.close(next(iter(http_client.values())))
    assert len(stub.received) == 6


def test_the_other_kind_of_call_still_needs_one(stub: StubServer) -> None:
    with (
        httpx.Client() as http_client,
        OpenRouter(server_url=stub.url, client=http_client) as client,
    ):
        stub.script(job_answer())
        assert client.video_generation.get_generation(job_id="a").status == "pending"
        driver = Driver("async", stub.url)
        with pytest.raises(errors.MissingAPIKeyError):
            driver.call(client, "get_generation", job_id="a")
        driver.finish()
    assert len(stub.received) == 1


async def test_blocking_calls_work_after_an_async_block(stub: StubServer) -> None:
    stub.script(job_answer(), job_answer())
    async with OpenRouter(KEY, server_url=stub.url) as client:
        await client.video_generation.get_generation_async(job_id="a")
    with client:
        assert client.video_generation.get_generation(job_id="a").status == "pending"
    with pytest.raises(errors.ClientClosedError):
        await client.video_generation.get_generation_async(job_id="a")
