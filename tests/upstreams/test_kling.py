from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.fakes.stub_server import Answer, StubServer
from tests.upstreams.base import Limits
from tests.upstreams.clients import client_of
from tests.upstreams.kling import ACCESS_KEY, SECRET_KEY, Kling

FRAME = {"type": "first_frame", "url": "https://pictures.example/first.png"}
LAST = {**FRAME, "type": "last_frame"}
VIDEO = {"type": "base_video", "url": "https://pictures.example/1.mp4"}
LEGACY = "/v1/videos/text2video"


@pytest.fixture(scope="module")
def refusing():
    """Give a client whose requests are all refused."""
    upstream = Kling(render=0)
    with client_of(upstream) as client:
        yield client
    assert upstream.accepted == []


@pytest.fixture
def upstream():
    return Kling(render=0)


@pytest.fixture
def client(upstream, served):
    return served(upstream)


def create(client, prompt="waves", settings=None, model="kling-3.0", **options):
    body = {"prompt": prompt, "settings": settings or {}, "options": options}
    return client.post(f"/text-to-video/{model}", json=body)


def legacy(client, prompt="waves", headers=None, operation="text2video", **fields):
    body = {"model_name": "kling-v2-6", "prompt": prompt} | fields
    return client.post(f"/v1/videos/{operation}", json=body, headers=headers)


def tasks(client, *ids, name="task_ids"):
    return client.get("/tasks", params={name: ",".join(ids)}).json()["data"]


def encoded(part):
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def token(secret=SECRET_KEY, header=None, **claims):
    now = int(time.time())
    claims = {"iss": ACCESS_KEY, "exp": now + 1800, "nbf": now - 5} | claims
    parts = (header or {"alg": "HS256", "typ": "JWT"}, claims)
    signed = ".".join(encoded(json.dumps(part).encode()) for part in parts)
    signature = hmac.digest(secret.encode(), signed.encode(), hashlib.sha256)
    return {"Authorization": f"Bearer {signed}.{encoded(signature)}"}


def test_an_external_id_makes_one_task_whatever_happens_to_its_answer(upstream, client):
    lost = create(client, "waves [fault:500-after]", external_task_id="a")
    assert (lost.status_code, lost.json()["code"]) == (500, 5000)
    [found] = tasks(client, "a", name="external_task_ids")
    assert found["external_id"] == "a"
    again = create(client, external_task_id="a")
    assert (again.status_code, again.json()["code"]) == (400, 1201)
    assert upstream.charged == pytest.approx(3)


def test_an_external_id_makes_one_task_of_requests_at_the_same_time(upstream, client):
    with ThreadPoolExecutor(4) as threads:
        prompts = [f"{number} [fault:slow-before=0.2]" for number in range(4)]
        answers = threads.map(lambda p: create(client, p, external_task_id="a"), prompts)
    assert sorted(answer.status_code for answer in answers) == [200, 400, 400, 400]
    assert len(upstream.accepted) == 1


def test_another_account_has_external_ids_of_its_own(client):
    assert create(client, external_task_id="a").status_code == 200
    client.headers["Authorization"] = "Bearer other"
    assert tasks(client, "a", name="external_task_ids") == []
    assert create(client, external_task_id="a").status_code == 200


def test_a_query_takes_twenty_ids_and_leaves_out_lost_ones(client):
    ids = [create(client, f"{number}").json()["data"]["id"] for number in range(20)]
    lost = create(client, "[fault:lost]").json()["data"]["id"]
    assert [task["id"] for task in tasks(client, *ids)] == ids
    assert tasks(client, lost, ids[0])[0]["id"] == ids[0]
    assert [task["id"] for task in tasks(client, lost, ids[0])] == [lost, ids[0]]  # lost once
    answer = client.get("/tasks", params={"task_ids": ",".join([*ids, lost])})
    assert (answer.status_code, answer.json()["code"]) == (400, 1201)


@pytest.mark.parametrize(
    ("model", "settings", "units"),
    [
        ("kling-3.0", {"resolution": "1080p", "duration": 10}, 8),
        ("kling-3.0", {"audio": "native"}, 4.5),
        ("kling-3.0", {"resolution": "4k"}, 15),
        ("kling-3.0-turbo", {}, 4),
        ("kling-2.5-turbo", {"duration": 10}, 3),
    ],
)
def test_units(upstream, client, model, settings, units):
    id_ = create(client, settings=settings, model=model).json()["data"]["id"]
    [task] = tasks(client, id_)
    assert float(task["billing"][0]["amount"]) == units == pytest.approx(upstream.charged)


@pytest.mark.parametrize(
    ("path", "contents", "settings", "words"),
    [
        ("image-to-video/kling-3.0", [], {}, "first_frame"),
        ("image-to-video/kling-3.0", [LAST], {}, "last_frame"),
        ("image-to-video/kling-3.0-turbo", [FRAME, LAST], {}, "last_frame"),
        ("image-to-video/kling-3.0", [FRAME], {"aspect_ratio": "1:1"}, "aspect_ratio"),
        ("image-to-video/kling-2.6", [FRAME], {"duration": 6}, "duration"),
        ("image-to-video/kling-2.6", [FRAME], {"audio": "native"}, "audio"),
        ("image-to-video/kling-3.0-turbo", [FRAME], {"audio": "off"}, "audio"),
        ("image-to-video/kling-3.0", [FRAME], {"seed": 1}, "seed"),
        ("omni-video/kling-3.0-omni", [FRAME, VIDEO], {}, "base_video"),
        ("omni-video/kling-o1", [], {}, "aspect_ratio"),
        ("motion-control/kling-3.0", [], {}, "image and video"),
    ],
)
def test_what_a_model_does_not_take_is_refused(refusing, path, contents, settings, words):
    body = {"contents": [{"type": "prompt", "text": "waves"}, *contents], "settings": settings}
    answer = refusing.post(f"/{path}", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, 1201)
    assert words in answer.json()["message"]


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Authorization": ""}, 1001),
        ({"Authorization": "Bearer a.b.c"}, 1000),
        (token("another secret"), 1002),
        (token(header={"alg": "none"}), 1002),
        (token(iss="another"), 1002),
        (token(exp="soon"), 1002),
        (token(nbf=int(time.time()) + 86_400), 1003),
        (token(exp=int(time.time()) - 1), 1004),
    ],
)
def test_a_token_that_is_not_valid_is_refused(refusing, headers, code):
    answer = legacy(refusing, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, code)


def test_a_token_is_good_for_the_legacy_api_alone(client):
    client.headers.update(token())
    assert legacy(client).json()["code"] == 0
    answer = create(client)
    assert (answer.status_code, answer.json()["code"]) == (401, 1002)


def test_tasks_of_the_legacy_api_are_found_by_both(client):
    id_ = legacy(client, external_task_id="a").json()["data"]["task_id"]
    assert tasks(client, id_)[0]["status"] == "succeeded"
    shown = client.get(f"{LEGACY}/a").json()["data"]
    assert (shown["task_id"], shown["task_status"]) == (id_, "succeed")
    assert shown["final_unit_deduction"] == "1.5"
    assert [task["task_id"] for task in client.get(LEGACY).json()["data"]] == [id_]
    assert client.get("/v1/videos/image2video").json()["data"] == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"duration": 5}, "duration"),
        ({"mode": "4k"}, "mode"),
        ({"model_name": "kling-v1"}, "model_name"),
        ({"cfg_scale": 0.5}, "cfg_scale"),
        ({"sound": "on", "mode": "std"}, "sound"),
        ({"operation": "image2video", "image": "data:image/png;base64,AA"}, "image"),
        ({"operation": "image2video"}, "image"),
        ({"operation": "omni-video", "model_name": "kling-v3"}, "model_name"),
    ],
)
def test_what_a_legacy_model_does_not_take_is_refused(refusing, fields, words):
    answer = legacy(refusing, **fields)
    assert (answer.status_code, answer.json()["code"]) == (400, 1201)
    assert answer.json()["message"].startswith(words)


def test_callbacks_of_the_legacy_api_have_its_own_body(upstream, client):
    upstream.render = 0.3
    with StubServer() as receiver:
        receiver.route("POST", "/hook", Answer(200))
        legacy(client, callback_url=f"{receiver.origin}/hook")
        statuses = []
        while "succeed" not in statuses:
            request = receiver.next_request()
            statuses.append(json.loads(request.body)["task_status"])
    assert statuses[0] in {"submitted", "processing"}
    assert request.header("webhook-signature") == []  # there is no secret


def test_no_money_is_not_a_matter_of_waiting(client):
    client.headers["Authorization"] = "Bearer poor"
    answer = create(client)
    assert (answer.status_code, answer.json()["code"]) == (429, 1101)
    assert "retry-after" not in answer.headers


def test_a_place_is_free_again_when_a_task_has_ended(upstream, client):
    upstream.limits, upstream.render = Limits(open_jobs=1), 60
    id_ = create(client).json()["data"]["id"]
    answer = create(client)
    assert (answer.status_code, answer.json()["code"]) == (429, 1303)
    upstream.jobs[id_].began -= 60
    assert create(client).status_code == 200
