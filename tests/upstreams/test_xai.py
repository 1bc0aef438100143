from __future__ import annotations

import time

import pytest

from tests.upstreams.oracles.oracle import ask
from tests.upstreams.serving import running
from tests.upstreams.xai import TICKS, Xai

UNKNOWN = "00000000-0000-4000-8000-000000000000"
REQUEST = {"model": "grok-imagine-video", "prompt": "Waves", "duration": 2}


def submit(client, path="/videos/generations", **fields):
    return client.post(path, json=REQUEST | fields)


def ended(client, **fields):
    id_ = submit(client, **fields).json()["request_id"]
    while (answer := client.get(f"/videos/{id_}")).status_code == 202:
        time.sleep(0.01)
    return answer


def test_the_first_poll_has_no_body_and_the_next_has_progress(served):
    upstream = Xai(render=30)
    client = served(upstream)
    id_ = submit(client).json()["request_id"]
    first, second = (client.get(f"/videos/{id_}") for _ in range(2))
    assert (first.status_code, first.content) == (202, b"")
    assert (second.status_code, second.json()["status"]) == (202, "pending")
    assert 0 <= second.json()["progress"] < 100


@pytest.mark.parametrize("kind", ["", "=done", "=poll"])
def test_a_moderated_job_is_billed_whichever_way_it_says_so(served, kind):
    upstream = Xai(render=0)
    answer = ended(served(upstream), prompt=f"x [fault:moderated{kind}]")
    assert answer.json()["usage"] == {"cost_in_usd_ticks": TICKS // 10}
    assert upstream.charged == TICKS // 10
    if kind == "=poll":
        assert answer.status_code == 400
        assert "content moderation" in answer.json()["error"]
    elif kind == "=done":
        video = answer.json()["video"]
        assert (video["url"], video["respect_moderation"]) == ("", False)
    else:
        assert answer.json()["error"]["code"] == "content_moderated"


@pytest.mark.parametrize(
    ("prompt", "status"), [("FAIL", "failed"), ("x [fault:lapsed]", "expired")]
)
def test_a_job_without_a_video_is_free(served, prompt, status):
    upstream = Xai(render=0)
    answer = ended(served(upstream), prompt=prompt).json()
    assert (answer["status"], "usage" in answer, upstream.charged) == (status, False, 0)


@pytest.mark.parametrize(
    ("fields", "status", "words"),
    [
        ({"prompt": None}, 422, "prompt"),
        ({"seed": 7}, 400, "seed"),
        ({"duration": 16}, 400, "duration"),
        ({"resolution": "1080p"}, 400, "1080p is not supported by grok-imagine-video"),
        ({"last_frame": {"url": "https://a.example/a.png"}}, 400, "last_frame"),
        ({"image": {"url": "ftp://a.example/a.png"}}, 400, "neither"),
        ({"model": "grok-9"}, 404, "grok-9"),
        ({"prompt": ""}, 400, "prompt"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(served, fields, status, words):
    upstream = Xai()
    answer = submit(served(upstream), **fields)
    assert answer.status_code == status
    assert words in answer.text
    if status == 422:  # the vendor's own text, which is no JSON
        assert answer.text.startswith("Failed to deserialize the JSON body")
    assert upstream.accepted == []


def test_a_form_is_refused_and_a_wrong_key_is_a_wrong_argument(served):
    client = served(Xai())
    assert client.post("/videos/generations", data=REQUEST).status_code == 415
    answer = client.get("/videos/x", headers={"Authorization": "Bearer wrong"})
    assert (answer.status_code, answer.json()["code"]) == (
        400,
        "Client specified an invalid argument",
    )


@pytest.mark.oracles
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


@pytest.mark.oracles
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
