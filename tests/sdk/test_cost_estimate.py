"""What a request may cost, from the price list or the service's quote, and the guard on it."""

from __future__ import annotations

from typing import Any

import pytest

from openrouter import components, errors
from rushes.sdk.model_list import ModelList
from tests.fakes.stub_server import (
    StubServer,
    error_answer,
    job_answer,
    json_answer,
    rushes_answer,
)
from tests.sdk.driver import Driver

ROW = {
    "id": "acme/river-1",
    "canonical_slug": "acme/river-1-20260101",
    "name": "River",
    "created": 1,
    "supported_resolutions": ["720p", "1080p"],
    "supported_durations": [4, 8],
    "supported_sizes": ["1280x720", "1920x1080"],
    "generate_audio": True,
    "pricing_skus": {
        "duration_seconds_with_audio": "0.40",
        "duration_seconds_without_audio": "0.20",
    },
}
RESUBMITTED = {**ROW, "id": "acme/brook-1", "canonical_slug": "acme/brook-1", "pricing_skus": None}
CATALOGUE = {"data": [ROW, RESUBMITTED]}
ORDER: dict[str, Any] = {"model": "acme/river-1", "prompt": "Fog"}


def models() -> components.VideoModelsListResponse:
    return ModelList.model_validate(CATALOGUE)


@pytest.mark.parametrize(
    ("given", "cost"),
    [
        ({}, 3.2),  # the longest, with sound
        ({"duration": 4}, 1.6),
        ({"duration": 4, "generate_audio": False}, 0.8),
        ({"model": "acme/river-1-20260101", "duration": 4}, 1.6),
        ({"model": "acme/brook-1"}, None),
        ({"model": "acme/unknown"}, None),
    ],
)
def test_what_is_left_open_counts_as_the_dearest(given: dict[str, Any], cost: float | None) -> None:
    assert models().estimate_cost(**{**ORDER, **given}) == cost


def test_a_row_is_found_by_name_or_by_what_it_takes() -> None:
    listed = models()
    row = listed.get("acme/river-1-20260101")
    assert row is listed.data[0]
    assert listed.get("acme/unknown") is None
    assert [m.id for m in listed.find(resolution="1080p", duration=8)] == [
        "acme/river-1",
        "acme/brook-1",
    ]
    assert listed.find(resolution="4K") == []
    assert listed.find(duration=5) == []


def test_arguments_are_checked_without_sending_them() -> None:
    models().check(**ORDER, duration=4)
    with pytest.raises(errors.UnsupportedRequestError, match="duration: 5"):
        models().check(**ORDER, duration=5)
    with pytest.raises(TypeError, match="promt"):
        models().check(model="acme/river-1", promt="Fog")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="model"):
        models().estimate_cost(prompt="Fog")  # type: ignore[call-arg]


@pytest.mark.parametrize(
    ("row", "cost"),
    [
        ({"pricing_skus": {"duration_seconds": "0.1", "cents_per_furlong": "3"}}, None),
        ({"pricing_skus": {"duration_seconds": "-1"}}, None),
        ({"pricing_skus": {"duration_seconds": "NaN"}}, None),
        ({"pricing_skus": {"duration_seconds": "on request"}}, None),
        ({"pricing_skus": {"duration_seconds": "0.1"}, "supported_durations": None}, None),
        ({"pricing_skus": {"generate": "0.5"}, "supported_durations": None}, 0.5),
        ({"pricing_skus": {"duration_seconds": "0.1"}, "supported_resolutions": None}, 0.4),
        (
            {
                "pricing_skus": {"duration_seconds_720p": "0.1", "duration_seconds_4k": "0.3"},
                "supported_resolutions": None,
            },
            1.2,
        ),
        ({"pricing_skus": {"video_tokens": "1"}, "supported_resolutions": ["banana"]}, None),
        (
            {
                "pricing_skus": {"video_tokens": "1"},
                "supported_resolutions": None,
                "supported_sizes": None,
            },
            None,
        ),
    ],
)
def test_what_a_row_does_not_tell(row: dict[str, Any], cost: float | None) -> None:
    listed = ModelList.model_validate({"data": [ROW | row]})
    assert listed.estimate_cost(model="acme/river-1", duration=4) == cost


def test_a_request_that_may_cost_more_is_not_sent(driver: Driver, stub: StubServer) -> None:
    stub.script(json_answer(CATALOGUE), job_answer(202))
    client = driver.client()
    with pytest.raises(errors.CostLimitError, match=r"may cost up to \$3.20") as caught:
        driver.call(client, "generate", **ORDER, max_cost=2)
    assert (caught.value.cost, caught.value.max_cost) == (3.2, 2)
    driver.call(client, "generate", **ORDER, duration=4, max_cost=2)
    assert [(r.method, r.path) for r in stub.received] == [
        ("GET", "/api/v1/videos/models"),
        ("POST", "/api/v1/videos"),
    ]
    assert "max_cost" not in stub.received[1].json


@pytest.mark.parametrize("model", ["acme/brook-1", "acme/unknown"])
def test_a_price_that_nobody_knows_is_too_high(
    driver: Driver, stub: StubServer, model: str
) -> None:
    stub.script(json_answer(CATALOGUE))
    with pytest.raises(errors.CostLimitError, match="unknown cost"):
        driver.call(driver.client(), "generate", model=model, prompt="Fog", max_cost=1000)
    assert len(stub.received) == 1


def test_the_quote_of_the_service_comes_first(driver: Driver, stub: StubServer) -> None:
    stub.script(
        rushes_answer(CATALOGUE),
        rushes_answer({"model": "acme/river-1", "cost": 0.5}),
        job_answer(202),
        rushes_answer({"model": "acme/river-1"}),
    )
    client = driver.client()
    driver.call(client, "generate", **ORDER, max_cost=0.5, http_headers={"x-team": "blue"})
    assert [r.path for r in stub.received[1:]] == ["/api/v1/videos/quote", "/api/v1/videos"]
    assert stub.received[1].body == stub.received[2].body
    assert stub.received[1].header("x-team") == ["blue"]
    with pytest.raises(errors.CostLimitError, match="unknown cost"):
        driver.call(client, "generate", **ORDER, max_cost=1000)


def test_a_refused_quote_is_the_refusal_of_the_request(driver: Driver, stub: StubServer) -> None:
    stub.script(rushes_answer(CATALOGUE), error_answer(400, "no such duration"))
    with pytest.raises(errors.BadRequestResponseError, match="no such duration"):
        driver.call(driver.client(), "generate", **ORDER, max_cost=5)
