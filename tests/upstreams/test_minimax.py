from __future__ import annotations

import json

import httpx
import pytest

from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.clients import client_of
from tests.upstreams.minimax import MiniMax

FRAME = {
    "type": "image_url",
    "image_url": {"url": "https://pictures.example/first.png"},
    "role": "first_frame",
}
REFERENCE = {**FRAME, "role": "reference_image"}


@pytest.fixture(scope="module")
def refusing():
    """Give a client whose requests are all refused."""
    upstream = MiniMax(render=0)
    with client_of(upstream) as client:
        yield client
    assert upstream.accepted == []


@pytest.fixture
def upstream():
    return MiniMax(render=0)


@pytest.fixture
def client(upstream, served):
    return served(upstream)


def create(client, prompt="waves", *parts, **fields):
    content = [{"type": "text", "text": prompt}, *parts]
    body = {"model": "MiniMax-H3", "resolution": "768P", "duration": 5, "ratio": "16:9"}
    return client.post("/v2/video_generation", json=body | {"content": content} | fields)


def first_create(client, prompt="waves", **fields):
    body = {"model": "MiniMax-Hailuo-2.3", "prompt": prompt}
    return client.post("/v1/video_generation", json=body | fields).json()


def first_task(client, id_):
    return client.get("/v1/query/video_generation", params={"task_id": id_}).json()


@pytest.mark.parametrize(
    ("parts", "fields", "words"),
    [
        ([], {"resolution": "2k"}, "resolution"),
        ([], {"duration": 3}, "duration"),
        ([], {"ratio": "adaptive"}, "ratio"),
        ([], {"model": "MiniMax-H0"}, "model"),
        ([], {"extra": {"prompt_expansion_mode": "quality"}}, "extra"),
        ([FRAME, REFERENCE], {}, "mixed"),
        ([FRAME, FRAME], {}, "first_frame"),
        ([REFERENCE], {"model": "MiniMax-H3-Max"}, "reference media"),
    ],
)
def test_what_a_model_does_not_take_is_refused(refusing, parts, fields, words):
    answer = create(refusing, "waves", *parts, **fields)
    error = answer.json()["error"]
    assert (answer.status_code, error["type"]) == (400, "bad_request_error")
    assert words in error["message"]
    assert error["message"].endswith("(2013)")


def test_h3_takes_a_last_frame_alone_and_a_frame_without_a_role(client):
    last = {**FRAME, "role": "last_frame"}
    bare = {"type": "image_url", "image_url": FRAME["image_url"]}
    assert create(client, "waves", last).status_code == 200
    assert create(client, "waves", bare, ratio="adaptive").status_code == 200


def test_pictures_are_charged_after_the_free_ones(upstream, client):
    id_ = create(client, "waves", *[REFERENCE] * 7).json()["task_id"]
    task = client.get(f"/v2/query/video_generation/{id_}").json()["task"]
    assert (task["modality"], task["usage"]["input_image_count"]) == ("r2v", 7)
    assert upstream.charged == pytest.approx(5 * 0.08 + 2 * 0.04)


def test_tasks_are_cancelled_while_they_wait_and_deleted_when_they_have_ended(upstream, client):
    done = create(client).json()["task_id"]
    upstream.render = 60
    waits, runs = (create(client).json()["task_id"] for _ in range(2))
    upstream.jobs[runs].began -= 40
    answers = [client.delete(f"/v2/video_generation/{id_}") for id_ in (done, waits, runs)]
    assert [answer.status_code for answer in answers] == [200, 200, 400]
    gone = client.get(f"/v2/query/video_generation/{done}")
    assert (gone.status_code, gone.json()["error"]["type"]) == (500, "server_error")
    listed = client.get("/v2/query/video_generation").json()["items"]
    assert [task["status"] for task in listed] == ["running", "cancelled"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"prompt": "waves [fault:refuse]"}, 1026),
        ({"prompt": "waves [fault:429]"}, 1002),
        ({"prompt": "waves [fault:500-before]"}, 1000),
        ({"duration": 10, "resolution": "1080P"}, 2013),
        ({"model": "MiniMax-Hailuo-2.3-Fast"}, 2013),
        ({"model": "T2V-01", "first_frame_image": "https://pictures.example/1.png"}, 2013),
    ],
)
def test_the_first_version_refuses_with_the_status_200(refusing, fields, code):
    assert first_create(refusing, **fields)["base_resp"]["status_code"] == code


def test_both_versions_have_their_own_tasks(client):
    first, second = first_create(client)["task_id"], create(client).json()["task_id"]
    assert first_task(client, second)["base_resp"]["status_code"] == 1000
    assert client.get(f"/v2/query/video_generation/{first}").status_code == 500


def test_the_first_version_has_a_file_with_a_url_that_expires(upstream, client):
    upstream.url_lifetime = -1
    file = first_task(client, first_create(client)["task_id"])["file_id"]
    shown = client.get("/v1/files/retrieve", params={"file_id": file}).json()["file"]
    assert httpx.get(shown["download_url"], trust_env=False).status_code == 403
    unknown = client.get("/v1/files/retrieve", params={"file_id": "1"}).json()
    assert unknown["base_resp"]["status_code"] == 1000


def test_statuses_of_the_first_version(upstream, client):
    upstream.render = 60
    assert first_task(client, first_create(client)["task_id"])["status"] == "Queueing"
    early = first_create(client, "[fault:preparing]")["task_id"]
    assert first_task(client, early)["status"] == "Preparing"


def test_a_refused_video_of_the_first_version_says_why(client):
    task = first_task(client, first_create(client, "[fault:moderated]")["task_id"])
    assert (task["status"], task["base_resp"]["status_code"]) == ("Fail", 1027)


def echo(request):
    body = request.json
    return Answer(200, request.body if "challenge" in body else b"")


def test_callbacks_follow_a_challenge_that_was_answered(upstream, client):
    upstream.render = 0.3
    with StubServer() as receiver:
        receiver.route("POST", "/hook", echo)
        create(client, callback_url=f"{receiver.origin}/hook")
        assert "challenge" in json.loads(receiver.next_request().body)
        statuses = []
        while "succeeded" not in statuses:
            statuses.append(json.loads(receiver.next_request().body)["task"]["status"])
        assert statuses[0] in {"queued", "running"}
        first_create(client, callback_url=f"{receiver.origin}/hook")
        assert "challenge" in json.loads(receiver.next_request().body)
        statuses = []
        while "success" not in statuses:
            body = json.loads(receiver.next_request().body)
            statuses.append(body["status"])
        assert set(statuses) == {"processing", "success"}
        assert body["file_id"]


def test_no_callbacks_follow_a_challenge_that_was_not_answered(upstream, client):
    with StubServer() as receiver:
        receiver.route("POST", "/hook", Answer(200, b"{}"))
        refused = create(client, callback_url=f"{receiver.origin}/hook").json()["task_id"]
        assert "challenge" in json.loads(receiver.next_request().body)
        receiver.route("POST", "/hook", echo)
        taken = create(client, callback_url=f"{receiver.origin}/hook").json()["task_id"]
        assert "challenge" in json.loads(receiver.next_request().body)
        body = json.loads(receiver.next_request().body)
        assert body["task"]["id"] == taken != refused
