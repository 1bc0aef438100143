from __future__ import annotations

import pytest

from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running
from tests.upstreams.xai import TICKS, Xai

pytestmark = pytest.mark.oracles
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def test_the_sdk_of_the_vendor():
    """It speaks gRPC: names, types and statuses are proven, not HTTP; see the program."""
    with running(Xai()) as (upstream, url):
        found = ask("xai_grpc.py", "xai", url)
    made = [found.pop(name) for name in ("made", "keyed", "edited", "extended")]
    assert all(video.pop("bytes") > 1000 for video in made)
    new, old = "grok-imagine-video-1.5", "grok-imagine-video"
    assert made == [
        {"duration": 2, "model": new, "cost": 0.18},
        {"duration": 2, "model": new, "cost": 0.17},
        {"duration": 5, "model": old, "cost": 0.25},
        {"duration": 2, "model": old, "cost": 0.1},
    ]
    assert upstream.charged == 1.34 * TICKS
    unknown = f"No job has the id {UNKNOWN}"
    assert found == {
        "first": "PENDING",
        "stored": ["a.mp4", True],
        "moderated": [False, 0.16],
        "failed": ["internal_error", "The render failed"],
        "blocked": ["INVALID_ARGUMENT", "Generated video rejected by content moderation."],
        "expired": ["Deferred request expired."],
        "unknown": ["NOT_FOUND", unknown],
        "lite": ["INVALID_ARGUMENT", f"keyframes is not supported by {new}-lite"],
        "long": ["INVALID_ARGUMENT", "duration: Input should be less than or equal to 15"],
        "money": ["PERMISSION_DENIED", "The balance is not sufficient"],
        "key": ["INVALID_ARGUMENT", "The API key is not valid"],
    }


def test_the_ai_sdk():
    with running(Xai()) as (upstream, url):
        found = ask("ai_sdk.mjs", "ai_sdk", "xai", url)
    for name, ticks in (("made", 1_600_000_000), ("framed", 1_700_000_000)):
        metadata = found[name]["metadata"]
        assert found[name]["bytes"] > 1000
        assert (metadata["duration"], metadata["costInUsdTicks"]) == (2, ticks)
    assert found["failed"] == "Video generation failed: The render failed"
    assert "violates the policy" in found["moderated"]
    assert found["money"][:2] == ["AI_APICallError", 403]
    assert found["key"][:2] == ["AI_APICallError", 400]
    assert upstream.charged == 4_900_000_000  # with the moderated one
