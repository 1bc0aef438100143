from __future__ import annotations

import pytest

from tests.upstreams.oracles.oracle import ask
from tests.upstreams.replicate import Replicate
from tests.upstreams.serving import running

pytestmark = pytest.mark.oracles


def test_the_sdk_of_the_vendor():
    with running(Replicate(page_size=3)) as (upstream, url):
        found = ask("replicate.py", "replicate", url)
    assert found.pop("bytes") > 1000
    sensitive = (
        "The input or output was flagged as sensitive. Please try again with different inputs."
    )
    assert found == {
        "statuses": ["starting", "succeeded"],
        "metrics": ["predict_time", "total_time"],
        "hooks": ["starting", "succeeded"],
        "schema": ["prompt"],
        "version": ["succeeded", "google/veo-3.1"],
        "waited": "succeeded",
        "cancelled": ["canceled", "canceled"],
        "listed": [2, 4, True],
        "failed": ["failed", "The render failed"],
        "moderated": ["failed", sensitive],
        "unknown": [404, "Not found", "No job has the id nosuchprediction"],
        "model": [404, "Not found", "The requested resource could not be found."],
        "input": [422, "Input validation failed", "- input.prompt: Field required\n"],
        "money": [402, "Insufficient credit", "The balance is not sufficient"],
        "busy": [
            429,
            "Too many requests",
            "Request was throttled. Your rate limit resets in ~7s.",
        ],
        "key": [401, "Unauthenticated", "The API key is not valid"],
    }
    assert upstream.charged == pytest.approx(4 * 1.6)


def test_the_ai_sdk():
    """It follows `urls.get`, and is an independent reading of predictions."""
    with running(Replicate()) as (upstream, url):
        found = ask("ai_sdk.mjs", "ai_sdk", "replicate", f"{url}/v1")
    for name in ("made", "framed"):
        assert found[name]["bytes"] > 1000
        assert found[name]["metadata"]["predictionId"] in upstream.jobs
    assert found["failed"] == "Video generation failed: The render failed"
    assert "flagged as sensitive" in found["moderated"]
    assert found["money"][:2] == ["AI_APICallError", 402]
    assert found["key"][:2] == ["AI_APICallError", 401]
