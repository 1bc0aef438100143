from __future__ import annotations

import pytest

from tests.upstreams.clients import client_of
from tests.upstreams.runway import Runway

HEADERS = {"Authorization": "Bearer key", "X-Runway-Version": "2024-11-06"}
REQUEST = {"model": "gen4.5", "promptText": "Waves", "ratio": "1280:720", "duration": 2}


@pytest.fixture(scope="module")
def refusing():
    """Give a client and its fake, to which no test sends a good request."""
    upstream = Runway()
    with client_of(upstream, **HEADERS) as client:
        yield client, upstream


def submit(client, **fields):
    return client.post("/v1/text_to_video", json=REQUEST | fields)


def status(client, id_):
    return client.get(f"/v1/tasks/{id_}").json()["status"]


def test_a_task_beyond_the_concurrency_is_throttled(served):
    client = served(Runway(render=30, concurrency=1), **HEADERS)
    first, second = (submit(client).json()["id"] for _ in range(2))
    assert [status(client, first), status(client, second)] == ["PENDING", "THROTTLED"]


def test_a_cancelled_task_is_charged_and_a_finished_one_is_deleted(served):
    upstream = Runway(render=30)
    client = served(upstream, **HEADERS)
    running_, done = (submit(client).json()["id"] for _ in range(2))
    upstream.jobs[done].released.set()
    for id_ in (running_, done):
        assert client.delete(f"/v1/tasks/{id_}").status_code == 204
    assert client.get(f"/v1/tasks/{running_}").json()["cost"] == {"credits": 24}
    assert client.get(f"/v1/tasks/{done}").status_code == 404
    assert upstream.charged == 48


def test_the_credits_of_an_organization_run_out(served):
    upstream = Runway(render=0, balance=30)
    client = served(upstream, **HEADERS)
    assert submit(client).status_code == 200
    refused = submit(client)
    assert (refused.status_code, "balance" in refused.json()["error"]) == (400, True)
    assert client.get("/v1/organization").json()["creditBalance"] == 6


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"model": "gen9"}, "model: must be one of gen4.5"),
        ({"promptText": None}, "promptText: must be one of <text>"),
        ({"duration": True}, "duration: must be one of <integer>"),
        ({"duration": 11}, "duration: must be between 2 and 10"),
        ({"seed": 2**32}, "seed: must be between"),
        ({"promptText": "😀" * 501}, "at most 1000 UTF-16"),
        ({"audio": True}, "audio: Unrecognized key"),
        ({"seed": "7"}, "seed: must be one of <integer>"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(refusing, fields, words):
    client, upstream = refusing
    answer = submit(client, **fields)
    assert answer.status_code == 400
    assert words in answer.json()["error"]
    assert upstream.accepted == []


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("http://a.example/a.png", "HTTPS"),
        ("https://127.0.0.1/a.png", "domain name"),
        (f"data:image/png;base64,{'A' * 5_000_001}", "5 MB"),
        ("runway://unknown", "does not exist"),
    ],
)
def test_media_that_the_vendor_would_not_fetch_are_refused(refusing, uri, words):
    body = REQUEST | {"promptImage": uri}
    answer = refusing[0].post("/v1/image_to_video", json=body)
    assert (answer.status_code, words in answer.json()["error"]) == (400, True)


def test_a_request_without_the_version_is_refused(served):
    answer = submit(served(Runway()))
    assert (answer.status_code, "X-Runway-Version" in answer.json()["error"]) == (400, True)
