"""What OpenAI's protocol refuses, and its edges that the SDK does not reach."""

from __future__ import annotations

import base64

import pytest

from tests.engines.pictures import encoded, scenery
from tests.upstreams.clients import client_of
from tests.upstreams.openai import LiteLLM, OpenAI


@pytest.fixture(scope="module")
def client():
    with client_of(OpenAI(render=0)) as opened:
        yield opened


def data_url(width, height, kind="PNG"):
    picture = base64.b64encode(encoded(scenery(width, height), kind)).decode()
    return f"data:image/{kind.lower()};base64,{picture}"


@pytest.mark.parametrize(
    ("change", "status", "code", "param"),
    [
        ({"prompt": None}, 400, "missing_required_parameter", "prompt"),
        ({"prompt": ""}, 400, "invalid_value", "prompt"),
        ({"model": "sora-1"}, 404, "model_not_found", "model"),
        ({"seconds": "5"}, 400, "invalid_value", "seconds"),
        ({"seconds": 4}, 400, "invalid_type", "seconds"),
        ({"size": "1920x1080"}, 400, "invalid_value", "size"),
        ({"n": 2}, 400, "unknown_parameter", "n"),
    ],
)
def test_a_wrong_field_is_named(client, change, status, code, param):
    answer = client.post("/videos", json={"prompt": "x"} | change)
    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["param"]) == (status, code, param)
    assert answer.headers["x-request-id"].startswith("req_")


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("x", "invalid_value"),
        ({"image_url": "data:image/png;base64,!"}, "invalid_value"),
        ({"image_url": "data:image/png;base64,AAAA"}, "invalid_value"),
        ({"image_url": data_url(64, 64)}, "invalid_value"),
        ({"image_url": data_url(720, 1280, "GIF")}, "unsupported_value"),
    ],
)
def test_a_picture_is_refused(client, reference, code):
    answer = client.post("/videos", json={"prompt": "x", "input_reference": reference})
    error = answer.json()["error"]
    assert (answer.status_code, error["code"]) == (400, code)
    assert error["param"] == "input_reference"


def test_a_picture_of_the_right_size_is_taken_in_every_form(client):
    url = data_url(720, 1280, "JPEG")
    for reference in (
        {"image_url": url},
        {"image_url": "https://x.example/a.png"},
        {"file_id": "f"},
    ):
        body = {"prompt": "x", "input_reference": reference}
        assert client.post("/videos", json=body).status_code == 200
    form = {"prompt": "x", "input_reference[image_url]": url}
    parts = {name: (None, value) for name, value in form.items()}
    assert client.post("/videos", files=parts).json()["size"] == "720x1280"


def test_a_body_that_is_neither_form_nor_object(client):
    for body in (b"", b"[]", b"{"):
        assert client.post("/videos", content=body).status_code == 400


def test_lists_end_and_refuse_bad_limits(client):
    ids = [client.post("/videos", json={"prompt": "x"}).json()["id"] for _ in range(3)]
    page = client.get("/videos", params={"limit": 2}).json()
    assert [each["id"] for each in page["data"]] == ids[:0:-1]
    assert (page["has_more"], page["first_id"], page["last_id"]) == (True, ids[2], ids[1])
    rest = client.get("/videos", params={"limit": 100, "after": ids[1]}).json()
    assert rest["data"][0]["id"] == ids[0]
    assert rest["has_more"] is False
    for query in ({"limit": "x"}, {"limit": "101"}, {"order": "up"}):
        assert client.get("/videos", params=query).status_code == 400
    assert client.get("/videos", params={"after": "video_0"}).status_code == 404


def test_a_video_is_not_deleted_while_it_runs():
    with client_of(OpenAI(render=30)) as client:
        path = "/videos/" + client.post("/videos", json={"prompt": "x"}).json()["id"]
        assert client.delete(path).status_code == 409
        assert client.get(path).headers["openai-poll-after-ms"] == "100"


def test_litellm_takes_any_model_and_field():
    with client_of(LiteLLM(render=0)) as client:
        body = {"prompt": "x", "model": "veo", "seconds": "8", "size": "1920x1080", "seed": "1"}
        assert client.post("/videos", json=body).json()["model"] == "veo"
        refused = client.post("/videos", json=body | {"size": "big"}).json()["error"]
        assert (refused["type"], refused["code"]) == ("None", "400")
