"""Google's own SDK speaks with the fake of its APIs."""

from __future__ import annotations

import json

import pytest

from tests.upstreams.google import Google
from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_omni():
    with running(Google()) as (upstream, url):
        found = ask("google_omni.py", "google", url)
    invalid = ["BadRequestError", 400, "invalid_request"]
    assert found == {
        "tokens": 28_960,
        "failed": [["failed", "internal"], ["failed", "content_blocked"]],
        "words": "completed",
        "cancelled": "cancelled",
        "deleted": invalid,
        "stored": "gs://bucket/out/ID/sample_0.mp4",
        "after": "completed",
        "wrong key": invalid,
        "no money": ["APIStatusError", 402, "payment_required"],
        "refused": invalid,
        "too long": invalid,
        "no bucket": invalid,
        "retried": ["queued", "queued"],
    }
    # The SDK sends a request again whose answer it did not get, and there are two jobs.
    lost = [job for job in upstream.accepted if "500-after" in job.prompt]
    assert len(lost) == 2
    for job in lost:
        job.began -= 10
    assert sum(charge.job in {job.id for job in lost} for charge in upstream.charges) == 2


VEO = {
    "failed": 13,
    "late": 4,
    "filtered": [1, None],
    "unknown": ["ClientError", 404, "NOT_FOUND"],
    "model": ["ClientError", 404, "NOT_FOUND"],
    "refused": ["ClientError", 400, "INVALID_ARGUMENT"],
    "busy": ["ClientError", 429, "RESOURCE_EXHAUSTED"],
    "broken": ["ServerError", 500, "INTERNAL"],
    "seconds": ["ClientError", 400, "INVALID_ARGUMENT"],
}


def test_veo_by_the_gemini_api():
    with running(Google()) as (upstream, url):
        found = ask("google_veo.py", "google_veo", url, "gemini")
    assert found == VEO | {
        "name": "models/veo-3.1-generate-preview/operations/ID",
        "places": ["FILE:download?alt=media"],
        "wrong key": ["ClientError", 400, "INVALID_ARGUMENT"],
        "no money": ["ClientError", 400, "FAILED_PRECONDITION"],
    }
    assert len(upstream.accepted) == 6


def test_veo_by_vertex():
    with running(Google()) as (upstream, url):
        found = ask("google_veo.py", "google", url, "vertex")
    model = "projects/p/locations/us-central1/publishers/google/models/veo-3.1-generate-001"
    assert found == VEO | {
        "name": f"{model}/operations/ID",
        "places": [f"gs://bucket/out/ID/sample_{number}.mp4" for number in range(2)],
        "wrong key": ["ClientError", 401, "UNAUTHENTICATED"],
        "no money": ["ClientError", 403, "PERMISSION_DENIED"],
    }
    assert len(upstream.accepted) == 7


def test_tokens_of_service_accounts():
    with running(Google()) as (upstream, url):
        account = upstream.tokens.account("robot@p.example", f"{url}/token")
        stranger = json.dumps(json.loads(account) | {"client_email": "other@p.example"})
        found = ask("google_token.py", "google", url, account, stranger)
    model = "publishers/google/models/veo-3.1-lite-generate-001"
    assert found == {
        "name": f"projects/p/locations/us-central1/{model}",
        "stranger": "invalid_grant",
    }
    assert [job.key for job in upstream.accepted] == ["robot@p.example"]
    assert upstream.requests["POST /token"] == 2
