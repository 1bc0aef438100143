"""The list of jobs, page by page, and the record of one that has ended."""

from __future__ import annotations

import re

import pytest

from openrouter.components import VideoGenerationPage
from rushes.providers.base import RefusedError
from tests.http.conftest import REQUEST, client_of, error_of, submit, wait


@pytest.fixture
def browser(own):
    with client_of(own) as opened:
        yield opened


def ids(client, **query):
    response = client.get("/videos", params=query)
    assert response.status_code == 200, response.text
    VideoGenerationPage.model_validate(response.json())
    return [job["id"] for job in response.json()["data"]]


def test_a_list_is_walked_page_by_page_newest_first(browser):
    made = [submit(browser, seed=seed) for seed in range(7)]
    seen, query = [], {"limit": 3}
    while True:
        page = browser.get("/videos", params=query).json()
        seen.append([job["id"] for job in page["data"]])
        if not page["has_more"]:
            break
        query["cursor"] = page["next_cursor"]
        submit(browser)  # what comes meanwhile does not shift the pages
    assert "next_cursor" not in page
    assert seen == [made[6:3:-1], made[3:0:-1], made[:1]]


def test_an_empty_list_has_no_more(browser):
    assert browser.get("/videos").json() == {"data": [], "has_more": False}


def test_a_list_shows_jobs_as_polls_do(browser):
    job = wait(browser, submit(browser, user="customer-1"))
    (listed,) = browser.get("/videos").json()["data"]
    for shown in (job, listed):
        for changing in ("urls", "expires_at"):
            del shown[changing]
    assert listed == job


def test_a_page_holds_20_unless_told(browser):
    for _ in range(21):
        submit(browser)
    assert len(ids(browser)) == 20
    assert len(ids(browser, limit=100)) == 21


def test_filters(browser, own):
    sea = submit(browser, session_id="reel", user="ann")
    wait(browser, sea)
    own.provider.failure = RefusedError("no")
    failed = submit(browser, model="openai/sora-2-pro", user="bob")
    wait(browser, failed)
    own.provider.failure, own.provider.waits = None, True
    keyed = browser.post("/videos", json=REQUEST, headers={"Idempotency-Key": "k"}).json()["id"]
    wait(browser, keyed, until={"in_progress"})

    assert ids(browser) == [keyed, failed, sea]
    assert ids(browser, status="completed") == [sea]
    assert ids(browser, status="failed, completed") == [failed, sea]
    assert ids(browser, status="pending,in_progress") == [keyed]
    assert ids(browser, model="openai/sora-2-pro") == [failed]
    assert ids(browser, session_id="reel") == [sea]
    assert ids(browser, user="bob") == [failed]
    assert ids(browser, user="carol") == []
    assert ids(browser, idempotency_key="k") == [keyed]
    made = int(sea.split("-")[2])
    assert ids(browser, created_after=made - 1, created_before=made + 100) == [keyed, failed, sea]
    assert ids(browser, created_before=made) == []
    assert ids(browser, created_after=made + 100) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("limit", "0"),
        ("limit", "101"),
        ("limit", "ten"),
        ("limit", "-1"),
        ("limit", ""),
        ("limit", "0" * 5000 + "1"),
        ("cursor", "nonsense"),
        ("cursor", "99999999999999999999-x"),
        ("cursor", ""),
        ("status", "done"),
        ("status", ""),
        ("status", "completed,,failed"),
        ("created_after", "yesterday"),
        ("created_before", "9" * 30),
        ("created_before", "²"),
        ("session_id", "x" * 257),
        ("user", "a\0b"),
        ("model", "x" * 257),
        ("idempotency_key", "x" * 257),
    ],
)
def test_a_value_that_is_none_is_a_400_that_names_it(client, name, value):
    error = error_of(client.get("/videos", params={name: value}), 400)
    assert error["message"].startswith(f"{name}: ")
    assert error["metadata"]["field"] == name
    assert len(error["message"]) < 300


KEYS = """
    id api_type model created_at provider_name total_cost usage upstream_inference_cost is_byok
    latency generation_time moderation_latency streamed cancelled finish_reason
    native_finish_reason origin app_id external_user session_id request_id preset_id http_referer
    user_agent router service_tier data_region workspace_id upstream_id cache_discount
    response_cache_source_id web_search_engine tokens_prompt tokens_completion
    native_tokens_prompt native_tokens_completion native_tokens_completion_images
    native_tokens_reasoning native_tokens_cached num_media_prompt num_input_audio_prompt
    num_media_completion num_search_results num_fetches provider_responses
"""


def test_a_record_has_every_key_of_the_originals(client):
    job = wait(client, submit(client, session_id="reel", user="ann"))
    response = client.get("/generation", params={"id": job["id"]})
    assert response.status_code == 200
    assert list(response.json()) == ["data"]
    record = response.json()["data"]
    assert list(record) == KEYS.split()
    expected = {
        "id": job["id"],
        "api_type": "video",
        "model": "google/veo-3.1-20260320",
        "provider_name": "Stand-in",
        "total_cost": 3.2,
        "usage": 3.2,
        "cancelled": False,
        "finish_reason": "complete",
        "session_id": "reel",
        "external_user": "ann",
        "tokens_prompt": None,
    }
    assert {name: record[name] for name in expected} == expected
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", record["created_at"])
    assert record["latency"] >= 0
    assert record["generation_time"] >= 0
    (answer,) = record["provider_responses"]
    assert answer["model_permaslug"] == record["model"]
    assert answer["latency"] == record["latency"]


def test_the_record_of_a_failed_and_of_a_cancelled_job(client, service):
    service.provider.failure = RefusedError("no")
    failed = wait(client, submit(client))["id"]
    service.provider.failure, service.provider.waits = None, True
    cancelled = submit(client)
    assert client.post(f"/videos/{cancelled}/cancel").json()["status"] == "cancelled"
    shown = {}
    for job_id in (failed, cancelled):
        data = client.get("/generation", params={"id": job_id}).json()["data"]
        shown[job_id] = (data["finish_reason"], data["cancelled"], data["total_cost"])
    assert shown == {failed: ("error", False, 0), cancelled: ("cancelled", True, 0)}


def test_an_open_job_has_no_record_yet(client, service):
    service.provider.waits = True
    error_of(client.get("/generation", params={"id": submit(client)}), 404)


@pytest.mark.parametrize("query", ["", "?id="])
def test_a_record_of_nothing_is_a_400(client, query):
    assert error_of(client.get(f"/generation{query}"), 400)["message"].startswith("id: ")
