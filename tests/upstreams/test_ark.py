from __future__ import annotations

import json

import httpx
import pytest

from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.ark import Ark
from tests.upstreams.clients import client_of

TASKS = "/contents/generations/tasks"
MODEL = "dreamina-seedance-2-5-260628"
URL = "https://pictures.example/first.png"


@pytest.fixture(scope="module")
def refusing():
    """Give a client whose requests are all refused."""
    upstream = Ark(render=0)
    with client_of(upstream) as client:
        yield client
    assert upstream.accepted == []


@pytest.fixture
def upstream():
    return Ark(render=0)


@pytest.fixture
def client(upstream, served):
    return served(upstream)


def create(client, prompt="waves", *parts, **fields):
    content = [{"type": "text", "text": prompt}, *parts]
    return client.post(TASKS, json={"model": MODEL, "content": content, **fields})


def picture(role=None, kind="image_url"):
    part = {"type": kind, kind: {"url": URL}}
    return part | ({"role": role} if role else {})


def test_a_task_is_charged_by_the_size_and_length_of_its_video(upstream, client):
    small = create(client, resolution="480p", duration=4, ratio="1:1").json()["id"]
    found = client.get(f"{TASKS}/{small}").json()
    # 640 by 640 pixels, 24 frames a second, 4 seconds, 1024 pixels a token
    assert found["usage"]["total_tokens"] == upstream.charged == 640 * 640 * 24 * 4 / 1024
    assert (found["resolution"], found["ratio"], found["duration"]) == ("480p", "1:1", 4)


@pytest.mark.parametrize(
    ("parts", "fields", "code", "param"),
    [
        ([], {"duration": 31}, "InvalidParameter", "duration"),
        ([], {"resolution": "4k"}, "InvalidParameter", "resolution"),
        ([], {"seed": 1}, "InvalidParameter", "seed"),
        ([], {"content": []}, "MissingParameter", "content"),
        ([], {"model": "seedance-0"}, "InvalidEndpointOrModel.NotFound", ""),
        ([picture("last_frame")], {}, "InvalidParameter", "content"),
        ([picture(), picture("reference_image")], {}, "InvalidParameter", "content"),
        (
            [picture("reference_audio", "audio_url")],
            {},
            "InvalidParameter",
            "content",
        ),
        ([picture()], {"ratio": "16:9"}, "InvalidParameter.TaskTypeConstraint", "ratio"),
        (
            [picture("reference_video", "video_url")],
            {"omni_reference_task_type": "edit"},
            "InvalidParameter.TaskTypeConstraint",
            "duration",
        ),
    ],
)
def test_what_a_model_does_not_take_is_refused(refusing, parts, fields, code, param):
    answer = create(refusing, "waves", *parts, **fields)
    error = answer.json()["error"]
    assert answer.status_code in {400, 404}
    assert (error["code"], error["param"]) == (code, param)


def test_flex_tasks_are_listed_only_where_they_are_asked_for(client):
    model = "seedance-1-5-pro-251215"
    id_ = create(client, model=model, service_tier="flex").json()["id"]
    assert id_.startswith("cgt-batch-")
    assert client.get(TASKS).json() == {"items": [], "total": 0}
    flex = client.get(TASKS, params={"filter.service_tier": "flex"}).json()
    assert [task["id"] for task in flex["items"]] == [id_]


def test_a_task_that_runs_cannot_be_deleted(upstream, client):
    upstream.render = 60
    id_ = create(client).json()["id"]
    upstream.jobs[id_].began -= 40
    answer = client.delete(f"{TASKS}/{id_}")
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "InvalidAction")
    assert client.get(f"{TASKS}/{id_}").json()["status"] == "running"


def test_a_task_whose_answer_was_lost_is_listed_charged_and_reported(upstream, client):
    with StubServer() as receiver:
        receiver.route("POST", "/hook", Answer(200))
        url = f"{receiver.origin}/hook"
        upstream.render = 0.3
        answer = create(client, "waves [fault:500-after]", callback_url=url)
        assert answer.json()["error"]["code"] == "InternalServiceError"
        bodies = [json.loads(receiver.next_request().body)]
        while bodies[-1]["status"] in {"queued", "running"}:
            bodies.append(json.loads(receiver.next_request().body))
    [listed] = client.get(TASKS).json()["items"]
    assert {body["id"] for body in bodies} == {listed["id"]}
    assert bodies[0]["status"] in {"queued", "running"}
    assert bodies[-1].keys() == listed.keys()
    assert upstream.charged == 108_000


def test_the_last_frame_has_the_signature_of_the_video(client):
    id_ = create(client, return_last_frame=True).json()["id"]
    url = client.get(f"{TASKS}/{id_}").json()["content"]["last_frame_url"]
    assert httpx.get(url, trust_env=False).headers["content-type"] == "image/png"
    refused = httpx.get(url.replace("Signature=", "Signature=0"), trust_env=False)
    assert refused.status_code == 403
