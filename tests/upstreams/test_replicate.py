from __future__ import annotations

import time

import pytest

from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.clients import client_of
from tests.upstreams.replicate import Replicate

MODEL = "/v1/models/google/veo-3.1/predictions"
OPEN = "/v1/models/community/open-video/predictions"


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = Replicate()
    with client_of(upstream) as client:
        yield client, upstream


def submit(client, prompt="Waves", path=MODEL, headers=None, **fields):
    return client.post(path, json={"input": {"prompt": prompt}, **fields}, headers=headers)


def polled(client, prediction):
    return client.get(prediction["urls"]["get"]).json()


def test_prefer_keeps_the_answer_back_until_the_end_or_its_time_is_over(served):
    client = served(Replicate(render=0.2))
    done = submit(client, headers={"Prefer": "wait"})
    assert (done.status_code, done.json()["status"]) == (201, "succeeded")
    endless = submit(client, "x [fault:endless]", headers={"Prefer": "wait=1"})
    assert endless.json()["status"] in {"starting", "processing"}
    assert submit(client).json()["status"] == "starting"


def test_a_deadline_aborts_what_has_not_begun_and_cancels_the_rest(served):
    upstream = Replicate(render=30)
    client = served(upstream)
    queued, begun = (submit(client, headers={"Cancel-After": "1m"}).json() for _ in range(2))
    for made, seconds in ((queued, 70), (begun, 70)):
        upstream.jobs[made["id"]].created_at -= seconds
    upstream.jobs[begun["id"]].began -= 20
    assert polled(client, queued)["status"] == "aborted"
    assert polled(client, begun)["status"] == "canceled"
    wrong = submit(client, headers={"Cancel-After": "soon"})
    assert (wrong.status_code, "soon" in wrong.json()["detail"]) == (422, True)
    assert upstream.charges == []


@pytest.mark.parametrize(
    ("prompt", "status", "charged"),
    [
        ("FAIL", "failed", 0),
        ("x [fault:moderated]", "failed", 0),
        ("x [fault:aborted]", "aborted", 0),
        ("x [fault:lapsed]", "succeeded", 3.2),
    ],
)
def test_endings_without_a_video(served, prompt, status, charged):
    upstream = Replicate(render=0)
    client = served(upstream)
    shown = polled(client, submit(client, prompt).json())
    assert (shown["status"], shown["output"]) == (status, None)
    assert shown["data_removed"] == ("lapsed" in prompt)
    assert ("sensitive" in (shown["error"] or "")) == ("moderated" in prompt)
    assert upstream.charged == pytest.approx(charged)


def test_the_output_is_a_url_or_a_list_and_the_version_may_be_hidden(served):
    client = served(Replicate(render=0))
    one, listed = (polled(client, submit(client, path=path).json()) for path in (MODEL, OPEN))
    assert one["output"].startswith("http://127.0.0.1:")
    assert one["version"] == "hidden"
    [url] = listed["output"]
    assert url.endswith(tuple("0123456789abcdef"))
    assert len(listed["version"]) == 64


def test_a_deployment_and_a_version_name_a_model(served):
    client = served(Replicate())
    deployed = submit(client, path="/v1/deployments/studio/clips/predictions").json()
    assert deployed["model"] == "google/veo-3.1"
    version = client.get("/v1/models/community/open-video").json()["latest_version"]["id"]
    for name in (version, f"community/open-video:{version}"):
        made = submit(client, path="/v1/predictions", version=name).json()
        assert (made["model"], made["version"]) == ("community/open-video", version)
    for name in ("0" * 64, f"google/veo-3.1:{version}"):
        wrong = submit(client, path="/v1/predictions", version=name)
        assert (wrong.status_code, wrong.json()["title"]) == (422, "Input validation failed")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"input": {"prompt": "x", "duration": 5}}, "input.duration"),
        ({"input": {"prompt": "x", "fps": 24}}, "input.fps"),
        ({"input": None}, "input"),
        ({"webhook": "http://a.example/hook"}, "HTTPS"),
        ({"webhook_events_filter": ["done"]}, "completed, logs, output, start"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(refusing, fields, words):
    client, upstream = refusing
    answer = submit(client, **fields)
    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert answer.headers["content-type"] == "application/problem+json"
    assert upstream.accepted == []


def test_a_webhook_comes_at_the_start_and_at_the_end(served):
    upstream = Replicate(render=30)
    client = served(upstream)
    with StubServer(("POST", "/hook", Answer(204))) as receiver:
        made = submit(client, webhook=f"{receiver.origin}/hook").json()
        assert receiver.next_request().json["status"] == "starting"
        upstream.jobs[made["id"]].released.set()
        assert receiver.next_request().json["status"] == "succeeded"


def test_a_webhook_that_fails_comes_again_with_the_same_id(served):
    client = served(Replicate(render=0))
    with StubServer(("POST", "/hook", Answer(204))) as receiver:
        receiver.script(Answer(500))
        hook = f"{receiver.origin}/hook"
        submit(client, webhook=hook, webhook_events_filter=["completed"])
        first, second = receiver.next_request(), receiver.next_request()
    assert first.header("webhook-id") == second.header("webhook-id")
    assert abs(int(second.header("webhook-timestamp")[0]) - time.time()) < 60
    assert second.json["status"] == "succeeded"


def test_a_file_is_kept(served):
    client = served(Replicate())
    answer = client.post("/v1/files", files={"content": ("a.png", b"\x89PNG")})
    assert (answer.status_code, answer.json()["size"]) == (201, 4)
