from __future__ import annotations

import pytest

from tests.upstreams.base import Limits
from tests.upstreams.clients import client_of
from tests.upstreams.luma import Luma

REQUEST = {"model": "ray-3.2", "type": "video", "prompt": "Waves"}
PICTURE = {"url": "https://a.example/a.png"}


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = Luma()
    with client_of(upstream) as client:
        yield client, upstream


def submit(client, video=None, **fields):
    return client.post("/generations", json=REQUEST | {"video": video or {}} | fields)


def test_the_headers_of_answers(served):
    client = served(Luma())
    answer = client.post("/generations", json=REQUEST, headers={"X-Request-Id": "mine"})
    assert (answer.status_code, answer.headers["x-request-id"]) == (201, "mine")
    assert {"x-ratelimit-limit", "x-ratelimit-remaining", "x-api-version"} <= set(answer.headers)
    assert {"x-request-id", "x-api-version"} <= set(client.get("/generations/x").headers)


def test_unfinished_jobs_are_limited(served):
    client = served(Luma(render=30, limits=Limits(open_jobs=1)))
    assert submit(client).status_code == 201
    busy = submit(client)
    assert (busy.status_code, busy.headers["retry-after"]) == (429, "1")


@pytest.mark.parametrize("code", ["budget_exhausted", "corrupt_input"])
def test_a_failure_has_the_code_that_is_asked_for(served, code):
    upstream = Luma(render=0)
    client = served(upstream)
    made = submit(client, prompt=f"x [fault:fail={code}]").json()
    shown = client.get(f"/generations/{made['id']}").json()
    assert (shown["state"], shown["failure_code"], shown["output"]) == ("failed", code, [])
    assert upstream.charged == 0


@pytest.mark.parametrize(
    ("video", "dollars"),
    [
        ({"resolution": "540p"}, 0.15),
        ({"resolution": "1080p", "duration": "10s"}, 3.6),
        ({"hdr": True, "exr_export": True}, 0.6),
    ],
)
def test_prices(served, video, dollars):
    upstream = Luma(render=0)
    assert submit(served(upstream), video).status_code == 201
    assert upstream.charged == pytest.approx(dollars)


@pytest.mark.parametrize(
    ("video", "fields", "words"),
    [
        ({"duration": "5"}, {}, "5s"),
        ({"duration": "10s", "start_frame": PICTURE}, {}, "duration 10s excludes"),
        ({"start_frame": {}}, {}, "exactly one of url"),
        ({"exr_export": True}, {}, "requires hdr"),
        ({"hdr": True, "resolution": "360p"}, {}, "hdr excludes"),
        ({"keyframes": [PICTURE], "keyframe_indexes": [121]}, {}, "between 0 and 120"),
        ({"keyframes": [PICTURE]}, {}, "differ in length"),
        ({"edit": {"strength": "adhere_1"}}, {}, "edit"),
        ({"seed": 7}, {}, "seed"),
        ({}, {"type": "video_edit"}, "source is required"),
        ({}, {"type": "video_reframe", "source": PICTURE}, "media_type is required"),
        ({}, {"prompt": ""}, "at least 1 character"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(refusing, video, fields, words):
    client, upstream = refusing
    answer = submit(client, video, **fields)
    assert answer.status_code == 422
    assert words in str(answer.json()["detail"])
    assert upstream.accepted == []
