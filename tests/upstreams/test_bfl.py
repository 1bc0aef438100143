from __future__ import annotations

import pytest

from tests.upstreams.bfl import Bfl
from tests.upstreams.clients import client_of

REQUEST = {"mode": "t2v", "prompt": "Waves"}
PICTURE = "https://a.example/a.png"


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = Bfl()
    with client_of(upstream, **{"x-key": "key"}) as client:
        yield client, upstream


def submit(client, **fields):
    return client.post("/flux-3-video", json=REQUEST | fields)


def ended(client, **fields):
    return client.get(submit(client, **fields).json()["polling_url"]).json()


@pytest.mark.parametrize(
    ("fields", "cost"),
    [
        ({}, 85),
        ({"resolution": "fhd", "duration": 6}, 174),
        ({"draft": True}, 42.5),
        ({"mode": "v2v", "start_video": "https://media.example/a.mp4"}, 205),
    ],
)
def test_the_cost_is_known_at_once_and_charged(served, fields, cost):
    upstream = Bfl(render=0)
    client = served(upstream, **{"x-key": "key"})
    made = submit(client, **fields).json()
    shown = client.get(made["polling_url"]).json()
    assert (made["cost"], shown["cost"], upstream.charged) == (cost, cost, cost)
    assert ("draft_cache" in shown["result"]) == fields.get("draft", False)


@pytest.mark.parametrize(
    ("prompt", "status", "charged"),
    [
        ("FAIL", "Error", 0),
        ("x [fault:fail=Failed]", "Failed", 0),
        ("x [fault:moderated]", "Content Moderated", 85),
        ("x [fault:moderated=request]", "Request Moderated", 0),
        ("x [fault:lapsed]", "Task not found", 0),
        ("x [fault:lost]", "Task not found", 0),
    ],
)
def test_endings_without_a_video(served, prompt, status, charged):
    upstream = Bfl(render=0)
    shown = ended(served(upstream, **{"x-key": "key"}), prompt=prompt)
    assert (shown["status"], shown["result"]) == (status, None)
    if status != "Task not found":
        assert upstream.charged == charged


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"mode": "i2v"}, "mode i2v requires keyframes"),
        ({"keyframes": [PICTURE]}, "mode t2v excludes keyframes"),
        ({"mode": "i2v", "keyframes": [PICTURE] * 3}, "require duration"),
        ({"mode": "i2v", "keyframes": [[2, PICTURE], [1, PICTURE]]}, "in order"),
        ({"mode": "i2v", "keyframes": ["data:image/png;base64,AA=="]}, "bare base64"),
        ({"mode": "v2v", "start_video": PICTURE, "safety_tolerance": 3}, "at most 2"),
        ({"mode": "draft_enhance", "draft_cache": "AA=="}, "draft_enhance excludes prompt"),
        ({"duration": 4}, "greater than or equal to 5"),
        ({"seed": 7}, "seed"),
        ({"prompt": ""}, "prompt is required"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(refusing, fields, words):
    client, upstream = refusing
    answer = submit(client, **fields)
    assert answer.status_code == 422
    assert words in str(answer.json()["detail"])
    assert upstream.accepted == []


def test_a_draft_is_enhanced(served):
    client = served(Bfl(render=0), **{"x-key": "key"})
    cache = ended(client, draft=True)["result"]["draft_cache"]
    answer = client.post("/flux-3-video", json={"mode": "draft_enhance", "draft_cache": cache})
    assert answer.status_code == 200
