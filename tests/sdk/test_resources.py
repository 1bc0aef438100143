"""What else of the official client concerns videos: records, models, credits, keys."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter import components, errors
from openrouter.utils import BackoffStrategy, RetryConfig
from tests.fakes.stub_server import StubServer, json_answer
from tests.sdk.driver import Driver

QUICK = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5000, jitter_ms=1), True)
RECORD = {
    "id": "gen-1",
    "model": "google/veo-3.1",
    "created_at": "2026-11-28T12:00:00.000Z",
    "is_byok": False,
    "origin": "",
    "total_cost": 0.4,
    "usage": 0.4,
    "generation_time": 61000,
    "provider_responses": [{"status": 200, "provider_name": "Google"}],
    "session_id": None,
    "of_tomorrow": {"a": 1},
}
MODEL = {
    "id": "google/veo-3.1",
    "name": "Veo",
    "canonical_slug": "google/veo-3.1-20251013",
    "created": 1760000000,
    "architecture": {
        "input_modalities": ["text"],
        "modality": None,
        "output_modalities": ["video"],
    },
    "links": {"details": "/api/v1/models/google/veo-3.1/endpoints"},
    "pricing": {"completion": "0", "prompt": "0", "request": 0},
    "supported_parameters": ["seed"],
    "top_provider": {"is_moderated": False},
}


def page(count: int) -> Any:
    return json_answer({"data": [MODEL] * count, "links": {"next": None}, "total_count": count})


def test_the_record_of_a_generation(driver: Driver, stub: StubServer) -> None:
    stub.script(json_answer({"data": RECORD}, x_request_id="r-1"))
    client = driver.client()
    found = driver.on(client.generations, "get_generation", id="gen/1 &", x_open_router_title="T")
    assert isinstance(found, components.GenerationResponse)
    assert (found.data.total_cost, found.data.generation_time) == (0.4, 61000)
    assert found.data.provider_responses[0].provider_name == "Google"
    assert found.http.request_id == "r-1"
    dump = found.model_dump()["data"]
    assert {name: dump[name] for name in RECORD} == RECORD
    assert dump["api_type"] is None
    assert "request_id" not in dump
    assert stub.received[0].path == "/api/v1/generation?id=gen%2F1+%26"
    assert stub.received[0].header("x-openrouter-title") == ["T"]


@pytest.mark.parametrize("name", ["", None, 5])
def test_a_record_has_an_id(driver: Driver, stub: StubServer, name: Any) -> None:
    with pytest.raises(ValueError, match="id must be"):
        driver.on(driver.client().generations, "get_generation", id=name)
    assert stub.received == []


def test_models_that_make_videos(driver: Driver, stub: StubServer) -> None:
    stub.script(page(1))
    found = driver.on(driver.client().models, "list", output_modalities="video")
    [model] = found.result.data
    assert (model.id, model.architecture.output_modalities) == ("google/veo-3.1", ["video"])
    assert model.pricing.request == "0"
    assert found.result.total_count == 1
    assert stub.received[0].path == "/api/v1/models?offset=0&limit=500&output_modalities=video"


def test_models_need_no_key(driver: Driver, stub: StubServer) -> None:
    stub.script(page(0))
    assert driver.on(driver.client(api_key="").models, "list").result.data == []
    assert stub.received[0].header("authorization") == []


def test_pages_of_models(driver: Driver, stub: StubServer) -> None:
    stub.script(page(2), page(2), page(1))
    client = driver.client()

    async def rest(found: Any) -> list[int]:
        counts = []
        while found is not None:
            counts.append(len(found.result.data))
            found = await found.next()
        return counts

    if driver.kind == "async":
        found = driver.on(client.models, "list", limit=2, q="veo")
        assert driver._runner.run(rest(found)) == [2, 2, 1]
    else:
        counts, found = [], client.models.list(limit=2, q="veo")
        while found is not None:
            counts.append(len(found.result.data))
            found = found.next()
        assert counts == [2, 2, 1]
    assert [request.path.partition("?")[2] for request in stub.received] == [
        f"offset={offset}&limit=2&q=veo" for offset in (0, 2, 4)
    ]


def test_credits_and_key(driver: Driver, stub: StubServer) -> None:
    client = driver.client()
    stub.script(json_answer({"data": {"total_credits": 10, "total_usage": 2.5}}))
    assert driver.on(client.credits, "get_credits").data.total_usage == 2.5
    key = {"label": "sk-…", "usage": 2.5, "limit": None, "limit_remaining": None, "more": 1}
    stub.script(json_answer({"data": {**key, "is_management_key": False}}))
    found = driver.on(client.api_keys, "get_current_key_metadata").data
    assert (found.limit, found.usage, found.is_management_key) == (None, 2.5, False)
    assert [request.path for request in stub.received] == ["/api/v1/credits", "/api/v1/key"]


def test_a_key_is_created_once_and_read_again(driver: Driver, stub: StubServer) -> None:
    """A repeated request would make a second key, whose text nobody gets."""
    client = driver.client(retry_config=QUICK)
    stub.script(json_answer({"error": {"code": 500, "message": "No"}}, 500))
    with pytest.raises(errors.InternalServerResponseError):
        driver.on(client.api_keys, "create", name="Team", external={"user": "u"})
    (request,) = stub.received
    assert (request.method, request.json) == ("POST", {"name": "Team", "external": {"user": "u"}})
    stub.script(json_answer({"error": {"code": 500, "message": "No"}}, 500))
    stub.script(json_answer({"data": []}))
    assert driver.on(client.api_keys, "list", workspace_id="w s", offset=3).data == []
    assert stub.received[-1].path == "/api/v1/keys?offset=3&workspace_id=w+s"
    assert len(stub.received) == 3


@pytest.mark.parametrize(
    ("resource", "operation"),
    [
        ("models", "count"),
        ("generations", "submit_feedback"),
        ("api_keys", "rotate"),
        ("credits", "buy"),
    ],
)
def test_other_operations_say_why_they_are_missing(
    driver: Driver, resource: str, operation: str
) -> None:
    owner = getattr(driver.client(), resource)
    with pytest.raises(AttributeError, match=f"{resource}.*{operation}.*official package"):
        getattr(owner, operation)
    assert not hasattr(owner, "_private")


def test_options_reach_the_resources(driver: Driver, stub: StubServer) -> None:
    client = driver.client(server_url="http://127.0.0.1:9")
    stub.script(json_answer({"error": {"code": 404, "message": "No"}}, 404))
    with pytest.raises(errors.NotFoundResponseError):
        driver.on(client.with_options(server_url=stub.url).generations, "get_generation", id="a")
