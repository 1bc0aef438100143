from __future__ import annotations

import time

import pytest

from tests.upstreams.clients import client_of
from tests.upstreams.xai import TICKS, Xai

REQUEST = {"model": "grok-imagine-video", "prompt": "Waves", "duration": 2}


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = Xai()
    with client_of(upstream) as client:
        yield client, upstream


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
def test_what_is_wrong_with_a_request_is_said(refusing, fields, status, words):
    client, upstream = refusing
    answer = submit(client, **fields)
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
