from __future__ import annotations

import pytest

from tests.upstreams.base import Limits
from tests.upstreams.clients import client_of
from tests.upstreams.heygen import HeyGen

KEY = {"X-Api-Key": "key"}
REQUEST = {
    "type": "image",
    "image": {"type": "url", "url": "https://a.example/a.png"},
    "script": "Hello",
    "voice_id": "voice",
}


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = HeyGen()
    with client_of(upstream, **KEY) as client:
        yield client, upstream


def submit(client, headers=None, **fields):
    return client.post("/v3/videos", json=REQUEST | fields, headers=headers)


def ended(client, **fields):
    made = submit(client, **fields).json()["data"]
    return client.get(f"/v3/videos/{made['video_id']}").json()["data"]


def test_a_video(served):
    upstream = HeyGen(render=0, speech=3)
    client = served(upstream, **KEY)
    shown = ended(client, resolution="720p", aspect_ratio="9:16")
    assert (shown["status"], shown["duration"]) == ("completed", 3)
    assert client.get(shown["video_url"], headers={"X-Api-Key": ""}).content[4:8] == b"ftyp"
    assert upstream.accepted[0].size == (720, 1280)
    assert upstream.charged == pytest.approx(0.15)


def test_a_failed_video_has_a_code_and_costs_nothing(served):
    upstream = HeyGen(render=0)
    client = served(upstream, **KEY)
    shown = ended(client, script="x [fault:moderated]")
    assert (shown["status"], shown["failure_code"]) == ("failed", "moderated")
    assert ended(client, script="x FAIL")["failure_message"] == "The render failed"
    assert upstream.charged == 0


def test_a_repeated_key_makes_one_video(served):
    upstream = HeyGen()
    client = served(upstream, **KEY)
    first, again = (submit(client, headers={"Idempotency-Key": "a"}).json() for _ in range(2))
    assert first == again
    assert submit(client, headers={"Idempotency-Key": "b"}).json() != first
    assert submit(client, headers={"Idempotency-Key": "a b"}).status_code == 400
    assert len(upstream.accepted) == 2


def test_an_upload_is_used_by_its_id(served):
    upstream = HeyGen()
    client = served(upstream, **KEY)
    made = client.post("/v3/assets", files={"file": ("a.mp3", b"sound", "audio/mpeg")}).json()
    asset = made["data"]["asset_id"]
    assert upstream.assets[asset].data == b"sound"
    assert submit(client, script=None, audio_asset_id=asset).status_code == 200
    missing = submit(client, script=None, audio_asset_id="asset_0")
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "asset_not_found")


def test_unfinished_jobs_are_limited(served):
    client = served(HeyGen(render=30, limits=Limits(open_jobs=1)), **KEY)
    assert submit(client).status_code == 200
    busy = submit(client)
    assert (busy.status_code, busy.headers["retry-after"]) == (429, "1")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"voice_id": None}, "voice_id is required"),
        ({"audio_url": "https://a.example/a.mp3"}, "exactly one"),
        ({"script": None}, "exactly one"),
        ({"script": ""}, "script"),
        ({"resolution": "480p"}, "resolution"),
        ({"aspect_ratio": "21:9"}, "aspect_ratio"),
        ({"image": {"type": "url"}}, "image"),
        ({"image": {"type": "base64", "media_type": "image/webp", "data": "aa"}}, "media_type"),
        ({"seed": 7}, "seed"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(refusing, fields, words):
    client, upstream = refusing
    answer = submit(client, **fields)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, "invalid_parameter")
    assert words in error["message"]
    assert upstream.accepted == []


@pytest.mark.parametrize(
    ("key", "status", "code"),
    [
        ("", 401, "unauthorized"),
        ("wrong", 401, "unauthorized"),
        ("poor", 402, "insufficient_credit"),
    ],
)
def test_keys(served, key, status, code):
    answer = submit(served(HeyGen(), **KEY), headers={"X-Api-Key": key})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
