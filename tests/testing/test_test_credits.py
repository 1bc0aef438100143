"""Credits that run out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rushes import OpenRouter
from rushes.sdk import errors
from rushes.settings import Settings
from tests.service import serve_process
from tests.testing.kits import REQUEST, client_of, quick_service

PRICE = Decimal("1.6")  # four seconds with sound


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    with (
        quick_service(folder, test_credits=Decimal("3.5")) as running,
        client_of(running) as opened,
    ):
        yield running, opened


@pytest.fixture
def service(limited):
    limited[0].reset()
    return limited[0]


@pytest.fixture
def client(limited):
    return limited[1]


def submit(service, client, number=0, **headers):
    response = client.post("/videos", json={**REQUEST, "seed": number}, headers=headers)
    service.clock.advance(seconds=1)
    return response


def source_of(response):
    assert response.status_code == 402
    return response.json()["error"]["metadata"]["limit_source"]


def test_jobs_spend_credits_until_there_are_none(service, client):
    assert client.get("/credits").json()["data"] == {"total_credits": 3.5, "total_usage": 0}
    assert [submit(service, client, n).status_code for n in range(2)] == [202, 202]
    assert service.spend() == 2 * PRICE
    assert source_of(submit(service, client, 3)) == "openrouter_credits"
    assert client.get("/credits").json()["data"] == {"total_credits": 3.5, "total_usage": 3.2}
    key = client.get("/key").json()["data"]
    assert (key["limit"], key["limit_remaining"], key["usage"]) == (3.5, 0.3, 3.2)
    # A cheaper one still fits.
    body = {**REQUEST, "model": "rushes/procedural-1", "duration": 1, "resolution": "360p"}
    assert client.post("/videos", json=body).status_code == 202


def test_running_jobs_reserve_their_price(service, client):
    service.when().then("stuck")
    assert [submit(service, client, n).status_code for n in range(2)] == [202, 202]
    refused = submit(service, client, 3)
    assert source_of(refused) == "openrouter_in_flight_budget"
    assert refused.headers["retry-after"] == "10"
    assert client.get("/credits").json()["data"]["total_usage"] == 0
    service.clock.advance(hours=24)  # they expire, and cost nothing
    service.scenarios.replace([])
    assert submit(service, client, 4).status_code == 202


def test_failed_jobs_cost_nothing(service, client):
    service.when().then("failed")
    assert [submit(service, client, n).status_code for n in range(4)] == [202] * 4
    assert service.spend() == 0


def test_refused_requests_and_reset_spend_nothing(service, client):
    service.next("rate_limited")
    assert submit(service, client).status_code == 429
    assert client.post("/videos", json={**REQUEST, "duration": 99}).status_code == 400
    assert client.post("/videos/quote", json=REQUEST).json()["cost"] == float(PRICE)
    assert [submit(service, client, n).status_code for n in range(3)] == [202, 202, 402]
    service.reset()
    assert submit(service, client).status_code == 202


def test_the_sdk_says_that_credits_are_missing(service, client):
    for number in range(2):
        submit(service, client, number)
    with (
        OpenRouter("any", server_url=service.api_url) as opened,
        pytest.raises(errors.PaymentRequiredResponseError, match="credits"),
    ):
        opened.video_generation.generate(**REQUEST)


def test_credits_are_a_setting_of_the_kit_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("RUSHES_TEST_CREDITS", "0.5")
    assert Settings().test_credits == Decimal("0.5")
    with (
        pytest.raises(AssertionError, match=r"test_credits .* needs `rushes serve --testing`"),
        serve_process("--data-dir", tmp_path),
    ):
        pass
