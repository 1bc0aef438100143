"""The key, its usage, and the generic list of models, in OpenRouter's shapes."""

from __future__ import annotations

import httpx
import pytest

from rushes.catalog.model import load_catalog
from tests.http.conftest import error_of, submit, wait

# What the official package's models require.
KEY_FIELDS = {
    "allowed_data_regions",
    "budgets",
    "byok_usage",
    "byok_usage_daily",
    "byok_usage_monthly",
    "byok_usage_weekly",
    "creator_user_id",
    "effective_budget",
    "free_model_daily_requests",
    "include_byok_in_limit",
    "is_free_tier",
    "is_management_key",
    "is_provisioning_key",
    "label",
    "limit",
    "limit_remaining",
    "limit_reset",
    "organization_id",
    "rate_limit",
    "usage",
    "usage_daily",
    "usage_monthly",
    "usage_weekly",
    "workspace_id",
}
MODEL_FIELDS = {
    "architecture",
    "canonical_slug",
    "context_length",
    "created",
    "default_parameters",
    "id",
    "links",
    "name",
    "per_request_limits",
    "pricing",
    "supported_parameters",
    "supported_voices",
    "top_provider",
}


def get(client, path, **query):
    response = client.get(path, params=query)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_key_shows_what_its_own_jobs_cost(keyed):
    _, alpha, beta = keyed
    for client, jobs in ((alpha, 2), (beta, 1)):
        for number in range(jobs):
            wait(client, submit(client, prompt=f"A calm sea {number}"))
    for client, cost in ((alpha, 6.4), (beta, 3.2)):
        data = get(client, "/key")["data"]
        assert set(data) >= KEY_FIELDS
        spent = [data[f"usage{span}"] for span in ("", "_daily", "_weekly", "_monthly")]
        assert spent == [cost] * 4
        assert (data["limit"], data["limit_remaining"], data["limit_reset"]) == (None,) * 3
        assert data["is_management_key"] is data["is_free_tier"] is False
        assert data["rate_limit"]["requests"] == -1
        credits_ = get(client, "/credits")["data"]
        assert credits_["total_usage"] == cost
        assert credits_["total_credits"] > cost
    labels = {get(client, "/key")["data"]["label"] for client in (alpha, beta)}
    assert len(labels) == 2
    assert not any(name in label for name in ("alpha", "beta") for label in labels)


def test_a_job_that_costs_nothing_yet_or_was_deleted(own, client_of_own):
    own.provider.waits = True
    job = submit(client_of_own)
    assert get(client_of_own, "/key")["data"]["usage"] == 0
    own.provider.waits = False
    wait(client_of_own, job)
    assert client_of_own.delete(f"/videos/{job}").status_code in {200, 204}
    assert get(client_of_own, "/credits")["data"]["total_usage"] == 3.2, "it was paid for"


@pytest.fixture
def client_of_own(own):
    with httpx.Client(base_url=own.api, headers={"Authorization": "Bearer any"}) as client:
        yield client


@pytest.mark.parametrize("path", ["/key", "/credits"])
def test_a_key_is_needed(keyed, path):
    service, alpha, _ = keyed
    error_of(httpx.get(f"{service.api}{path}"), 401)
    error_of(alpha.get(path, headers={"Authorization": "Bearer gamma"}), 401)


def test_models_are_listed_by_what_they_put_out(service):
    with httpx.Client(base_url=service.api) as client:  # no key is needed
        listed = get(client, "/models", output_modalities="video")
        every = [model.id for model in load_catalog().models]
        assert [model["id"] for model in listed["data"]] == every
        assert (listed["total_count"], listed["links"]) == (len(every), {"next": None})
        for model in listed["data"]:
            assert set(model) >= MODEL_FIELDS
            assert model["architecture"]["output_modalities"] == ["video"]
            assert model["architecture"]["modality"].endswith("->video")
            assert set(model["pricing"].values()) == {"0"}
        for wanted in ("all", "text,video", " VIDEO "):
            assert get(client, "/models", output_modalities=wanted) == listed
            counted = get(client, "/models/count", output_modalities=wanted)
            assert counted == {"data": {"count": len(every)}}
        for query in ({}, {"output_modalities": "text"}, {"output_modalities": "image,audio"}):
            assert get(client, "/models", **query)["data"] == []
            assert get(client, "/models/count", **query) == {"data": {"count": 0}}


def test_models_are_found_and_paged(client):
    def ids(**query):
        page = get(client, "/models", output_modalities="video", **query)
        return [model["id"] for model in page["data"]], page["links"]["next"]

    assert ids(q="VEO-3.1-f") == (["google/veo-3.1-fast"], None)
    assert "google/veo-3.1" not in ids(input_modalities="audio")[0]
    every, _ = ids()
    seen, offset = [], 0
    while True:
        page, following = ids(limit=10, offset=offset)
        seen += page
        if following is None:
            break
        offset += 10
        host = str(client.base_url).split("/api/")[0]
        again = client.get(f"{host}{following}").json()["data"]
        assert [model["id"] for model in again] == every[offset : offset + 10]
    assert seen == every


@pytest.mark.parametrize(
    ("name", "value"),
    [("limit", "0"), ("limit", "1001"), ("limit", "x"), ("limit", ""), ("offset", "-1")],
)
def test_a_page_that_cannot_be_is_a_400(client, name, value):
    response = client.get("/models", params={"output_modalities": "video", name: value})
    assert error_of(response, 400)["metadata"]["field"] == name
