"""What a submit gets by its scenario, as clients see it."""

from __future__ import annotations

import httpx
import pytest

from rushes import OpenRouter
from rushes.sdk import errors
from rushes.testing.forms import FORMS
from rushes.testing.names import NAMES
from tests.testing.kits import REQUEST

# Status, the exception of our SDK, and what the body says besides.
ANSWERS = {
    "bad_request": (400, errors.BadRequestResponseError, "Validate Video Parameters"),
    "missing_input": (400, errors.BadRequestResponseError, "prompt or an image"),
    "no_continuation": (400, errors.BadRequestResponseError, "cannot continue"),
    "bad_reference": (400, errors.BadRequestResponseError, "input_references[0]"),
    "content_policy": (400, errors.BadRequestResponseError, "content_policy_violation"),
    "unauthorized": (401, errors.UnauthorizedResponseError, "authentication"),
    "no_key": (401, errors.UnauthorizedResponseError, "No API key"),
    "out_of_credit": (402, errors.PaymentRequiredResponseError, "openrouter_credits"),
    "key_limit": (402, errors.PaymentRequiredResponseError, "openrouter_key_limit"),
    "in_flight_limit": (402, errors.PaymentRequiredResponseError, "openrouter_in_flight_budget"),
    "forbidden": (403, errors.ForbiddenResponseError, "permission_denied"),
    "guardrail": (403, errors.ForbiddenResponseError, "guardrail"),
    "region_blocked": (403, errors.ForbiddenResponseError, "region"),
    "flagged": (403, errors.ForbiddenResponseError, "flagged_input"),
    "no_endpoints": (404, errors.NotFoundResponseError, "google/veo-3.1"),
    "data_policy": (404, errors.NotFoundResponseError, "Filter by Data Policy"),
    "too_large": (413, errors.PayloadTooLargeResponseError, "payload_too_large"),
    "rate_limited": (429, errors.TooManyRequestsResponseError, "rate_limit_exceeded"),
    "rate_limited_no_hint": (429, errors.TooManyRequestsResponseError, "rate_limit_exceeded"),
    "provider_rate_limited": (429, errors.TooManyRequestsResponseError, "provider_error_code"),
    "request_timeout": (408, errors.OpenRouterError, "timeout"),
    "conflict": (409, errors.OpenRouterError, "precondition_failed"),
    "server_error": (500, errors.InternalServerResponseError, "server"),
    "bad_gateway": (502, errors.OpenRouterError, "provider_unavailable"),
    "unavailable": (503, errors.ServiceUnavailableResponseError, "provider_unavailable"),
    "edge_timeout": (524, errors.OpenRouterError, "timeout"),
    "overloaded": (529, errors.OpenRouterError, "provider_overloaded"),
}
LOST = {"hang", "hang_after", "reset", "reset_after"}
DISTORTED = {"garbage", "html"}
OTHERS = LOST | DISTORTED | {"status", "wrapped", "zod_error", "slow_response", "error_after"}


def test_every_name_for_the_response_is_tested():
    of_response = {name for name, named in NAMES.items() if "response" in named.effects}
    assert of_response == {*ANSWERS, *OTHERS}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_error_has_the_form_of_the_api(service, client, name):
    status, _, detail = ANSWERS[name]
    service.next(name)
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/json"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["request-id"]
    error = response.json()["error"]
    assert error["code"] == status
    assert isinstance(error["message"], str)
    assert detail in response.text
    assert service.jobs() == []
    assert client.post("/videos", json=REQUEST).status_code == 202


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [("A knife", "A knife"), ("a" * 60 + "b" * 60, "a" * 48 + "..." + "b" * 48)],
)
def test_flagged_input_is_told_in_openrouters_words(client, prompt, shown):
    body = {**REQUEST, "prompt": f"{prompt} [rushes:flagged]"}
    error = client.post("/videos", json=body).json()["error"]
    assert error["message"] == (
        'google/veo-3.1 requires moderation on Google. Your input was flagged for "violence".'
        " No credits were charged."
    )
    assert error["metadata"]["flagged_input"] == shown
    assert error["metadata"]["model_slug"] == "google/veo-3.1"


@pytest.mark.parametrize(
    ("model", "provider"),
    [("openai/sora-2-pro", "OpenAI"), ("acme/river-1", "acme"), ("", "the provider")],
)
def test_an_error_names_the_provider_of_the_model(service, client, model, provider):
    service.next("provider_rate_limited")
    error = client.post("/videos", json={**REQUEST, "model": model}).json()["error"]
    assert error["metadata"]["provider_name"] == provider


@pytest.mark.parametrize("name", ANSWERS)
def test_the_sdk_raises_the_error_of_the_status(service, name):
    status, kind, _ = ANSWERS[name]
    service.when().then(name)
    with OpenRouter("any", server_url=service.api_url) as opened:
        with pytest.raises(kind) as caught:
            opened.video_generation.generate(**REQUEST, retries=None)
        assert caught.value.status_code == status


def test_retry_after_is_sent_or_left_out(service, client):
    service.next("rate_limited", 7)
    service.next("rate_limited_no_hint")
    service.next("unavailable", 0.2)
    first, second, third = (client.post("/videos", json=REQUEST) for _ in range(3))
    assert first.headers["retry-after"] == "7"
    assert first.headers["x-ratelimit-remaining"] == "0"
    ends = int(first.headers["x-ratelimit-reset"]) / 1000
    assert 7 <= ends - service.requests[0].at < 40
    assert "retry-after" not in second.headers
    assert third.headers["retry-after"] == "1"


def test_any_status_and_form_can_be_asked_for(service, client):
    service.next("status", 529)
    service.next(response={"form": "key_limit", "message": "No more", "metadata": {"a": 1}})
    assert client.post("/videos", json=REQUEST).status_code == 529
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 402
    assert response.json()["error"]["message"] == "No more"
    assert response.json()["error"]["metadata"]["a"] == 1
    assert response.json()["error"]["metadata"]["limit_source"] == "openrouter_key_limit"


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_sent_as_its_status(service, client, form):
    service.next(response={"form": form})
    assert client.post("/videos", json=REQUEST).status_code == FORMS[form].status


@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504, 524, 529])
def test_a_400_wraps_a_transient_code(service, client, code):
    service.next("wrapped", code)
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 400
    assert response.json()["error"]["code"] == code


def test_the_shape_without_a_code(service, client):
    service.next("zod_error")
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 400
    assert response.json()["error"]["name"] == "ZodError"
    assert response.json()["success"] is False


def test_a_proxys_page(service, client):
    service.next("html")
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 502
    assert response.headers["content-type"].startswith("text/html")
    assert "<h1>502 Bad Gateway</h1>" in response.text


def test_garbage_is_no_json(service, client):
    service.next("garbage")
    response = client.post("/videos", json=REQUEST)
    assert response.status_code == 200
    with pytest.raises(ValueError, match=r".+"):
        response.json()
    # The connection is sound: the next request on it is answered.
    assert all(client.get("/videos/models").status_code == 200 for _ in range(20))


@pytest.mark.parametrize(("name", "jobs"), [("reset", 0), ("reset_after", 1)])
def test_a_reset_comes_before_or_after_the_job_is_made(service, client, name, jobs):
    service.next(name)
    with pytest.raises(httpx.NetworkError):
        client.post("/videos", json=REQUEST)
    assert len(service.jobs()) == jobs
    [request] = service.requests
    assert (request.status, request.scenario) == (0, name)
    assert request.job_id == (service.jobs()[0].id if jobs else None)


@pytest.mark.parametrize(("name", "jobs"), [("hang", 0), ("hang_after", 1)])
def test_a_hanging_request_ends_with_the_reset_of_the_service(service, client, name, jobs):
    service.next(name)
    with pytest.raises(httpx.ReadTimeout):
        client.post("/videos", json=REQUEST, timeout=0.2)
    assert len(service.jobs()) == jobs


def test_a_500_may_come_after_the_job_was_made(service, client):
    service.next("error_after")
    assert client.post("/videos", json=REQUEST).status_code == 500
    [job] = service.jobs()
    assert service.requests[0].job_id == job.id


def test_a_late_response_is_late_by_the_services_clock(service, client):
    service.next("slow_response", 3600)
    with pytest.raises(httpx.ReadTimeout):
        client.post("/videos", json=REQUEST, timeout=0.1)
    service.next("slow_response", 0.01)
    assert client.post("/videos", json=REQUEST).status_code == 202


def test_the_sdk_waits_out_a_rate_limit(service):
    service.next("rate_limited", 0, times=2)
    with OpenRouter("any", server_url=service.api_url) as opened:
        job = opened.video_generation.generate(**REQUEST)
    assert [request.status for request in service.requests] == [429, 429, 202]
    assert service.requests[-1].job_id == job.id


def test_scenarios_are_chosen_by_the_request(service, client):
    service.when(model="google/*").then("unavailable")
    service.when(model="openai/*").then("overloaded")
    service.when(prompt="CALM").then("conflict")
    service.when(prompt=r"/^A \w+ storm$/").then("too_large")
    service.when(key="other").then("unauthorized")

    def status(**changes):
        key = changes.pop("key", "any")
        headers = {"Authorization": f"Bearer {key}"}
        return client.post("/videos", json={**REQUEST, **changes}, headers=headers).status_code

    assert status() == 409
    assert status(prompt="A loud storm") == 413
    assert status(prompt="A dog") == 503
    assert status(prompt="A dog", model="openai/sora-2-pro") == 529
    assert status(prompt="A dog", model="alibaba/wan-2.6", duration=5) == 202
    assert status(key="other") == 401


def test_what_is_next_comes_before_what_stands_and_is_used_up(service, client):
    standing = service.when().then("server_error")
    queued = service.next("conflict", times=2)
    elsewhere = service.next("gone", operation="content")
    statuses = [client.post("/videos", json=REQUEST).status_code for _ in range(4)]
    assert statuses == [409, 409, 500, 500]
    assert (queued.used, queued.is_spent, standing.used) == (2, True, 2)
    assert service.unused() == [elsewhere]
    standing.remove()
    assert client.post("/videos", json=REQUEST).status_code == 202


def test_a_scenario_for_a_job_waits_for_a_request_that_makes_one(service, client, submit, wait):
    rule = service.next("failed")
    assert client.post("/videos", json={**REQUEST, "duration": 99}).status_code == 400
    assert rule.used == 0
    assert wait(submit())["status"] == "failed"
    assert rule.used == 1


def test_other_operations_have_scenarios_too(service, client, submit, wait):
    job_id = submit()
    wait(job_id)
    service.next("server_error", operation="models")
    service.next("bad_gateway", operation="poll")
    service.next("gone", operation="content")
    service.next("forbidden", operation="other")
    assert client.get("/videos/models").status_code == 500
    assert client.get("/videos/models").status_code == 200
    assert client.get(f"/videos/{job_id}").status_code == 502
    assert client.get(f"/videos/{job_id}").status_code == 200
    assert client.get(f"/videos/{job_id}/content").status_code == 410
    assert client.get(f"/videos/{job_id}/content").status_code == 200
    assert client.get("/credits").status_code == 403
    assert client.get("/credits").status_code == 200


def test_health_checks_are_never_touched(service):
    for operation in ("submit", "poll", "content", "models", "other"):
        service.when(operation=operation).then("server_error")
    assert httpx.get(f"{service.url}/health").status_code == 200
    assert httpx.get(f"{service.url}/openapi.json").status_code == 200


def test_a_404_of_a_job_says_that_the_job_is_unknown(service, client, submit):
    job_id = submit()
    service.clock.advance(seconds=1)
    for operation, path in {
        "poll": f"/videos/{job_id}",
        "content": f"/videos/{job_id}/content",
    }.items():
        service.next("status", 404, operation=operation)
        response = client.get(path)
        assert response.status_code == 404
        assert response.json()["error"]["message"] == "This job is unknown"
