from __future__ import annotations

import pytest

from tests.upstreams.clients import client_of
from tests.upstreams.dashscope import DashScope

VIDEOS = "/services/aigc/video-generation/video-synthesis"
KEYFRAMES = "/services/aigc/image2video/video-synthesis"
FRAME = {"type": "first_frame", "url": "https://pictures.example/first.png"}
REFERENCE = {**FRAME, "type": "reference_image"}
ASYNC = {"X-DashScope-Async": "enable"}


@pytest.fixture(scope="module")
def refusing():
    """Give a client whose requests are all refused."""
    upstream = DashScope(render=0)
    with client_of(upstream) as client:
        yield client
    assert upstream.accepted == []


@pytest.fixture
def upstream():
    return DashScope(render=0)


@pytest.fixture
def client(upstream, served):
    return served(upstream)


def create(client, model="wan3.0-video", path=VIDEOS, headers=ASYNC, media=None, **parameters):
    source = {"prompt": parameters.pop("prompt", "waves")} | (media or {})
    body = {"model": model, "input": source, "parameters": parameters}
    return client.post(path, json=body, headers=headers)


def task(client, id_):
    return client.get(f"/tasks/{id_}").json()


def test_a_request_without_the_async_header_is_refused(refusing):
    answer = create(refusing, headers={})
    assert (answer.status_code, answer.json()["code"]) == (403, "AccessDenied")


@pytest.mark.parametrize(
    ("model", "fields", "status", "code"),
    [
        ("wan0-t2v", {}, 404, "ModelNotFound"),
        ("wan3.0-video", {"duration": 31}, 400, "InvalidParameter"),
        ("wan3.0-video", {"seed": 2**31}, 400, "InvalidParameter"),
        ("wan3.0-video", {"resolution": "720p"}, 400, "InvalidParameter"),
        ("wan3.0-video", {"media": {"media": [FRAME, REFERENCE]}}, 400, "InvalidParameter"),
        ("wan3.0-video", {"media": {"media": [FRAME, FRAME]}}, 400, "InvalidParameter"),
        ("wan3.0-video", {"media": {"media": [{**FRAME, "url": "a.png"}]}}, 400, "InvalidURL"),
        ("wan2.7-i2v", {}, 400, "InvalidParameter"),
        ("wan2.6-t2v", {"size": "1280x720"}, 400, "InvalidParameter"),
        ("happyhorse-1.1-r2v", {"media": {"media": [FRAME]}}, 400, "InvalidParameter"),
        ("wan2.2-kf2v-flash", {}, 404, "ModelNotFound"),
    ],
)
def test_what_a_model_does_not_take_is_refused(refusing, model, fields, status, code):
    answer = create(refusing, model, **fields)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    ("model", "fields", "usage", "charged"),
    [
        (
            "wan3.0-video",
            {"resolution": "480P", "ratio": "9:16"},
            {"SR": 480, "ratio": "9:16"},
            0.25,
        ),
        ("wan3.0-video-prime", {"duration": -1}, {"SR": 1080, "duration": 5}, 1.4),
        ("wan2.6-t2v", {"size": "720*1280"}, {"SR": 720, "size": "720*1280"}, 0.5),
        ("wan2.7-i2v", {"media": {"media": [FRAME]}}, {"SR": 1080}, 0.75),
        ("happyhorse-1.1-t2v", {"resolution": "720P"}, {"SR": 720, "fps": 24}, 0.7),
    ],
)
def test_usage_and_charge(upstream, client, model, fields, usage, charged):
    id_ = create(client, model, **fields).json()["output"]["task_id"]
    shown = task(client, id_)["usage"]
    assert usage.items() <= shown.items()
    assert upstream.charged == pytest.approx(charged)


def test_models_of_first_and_last_frames_have_a_path_of_their_own(client):
    urls = {"first_frame_url": FRAME["url"], "last_frame_url": FRAME["url"]}
    answer = create(client, "wan2.2-kf2v-flash", KEYFRAMES, media=urls)
    assert answer.json()["output"]["task_status"] == "PENDING"


def test_a_task_of_another_key_and_one_that_was_kept_too_long_are_unknown(upstream, client):
    id_ = create(client).json()["output"]["task_id"]
    other = client.get(f"/tasks/{id_}", headers={"Authorization": "Bearer other"})
    assert other.json()["output"] == {"task_id": id_, "task_status": "UNKNOWN"}
    lapsed = create(client, prompt="[fault:lapsed]").json()["output"]["task_id"]
    assert task(client, lapsed)["output"]["task_status"] == "UNKNOWN"


def test_a_task_is_suspended(upstream, client):
    upstream.render = 60
    id_ = create(client, prompt="[fault:suspended]").json()["output"]["task_id"]
    upstream.jobs[id_].began -= 40
    assert task(client, id_)["output"]["task_status"] == "SUSPENDED"


def test_a_task_whose_answer_was_lost_is_listed_and_charged(upstream, client):
    answer = create(client, prompt="[fault:500-after]", resolution="720P")
    assert (answer.status_code, answer.json()["code"]) == (500, "InternalError")
    listed = client.get("/tasks", params={"model_name": "wan3.0-video"}).json()
    assert [each["status"] for each in listed["data"]] == ["SUCCEEDED"]
    assert upstream.charged == 0.5
