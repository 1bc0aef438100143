"""What ComfyUI refuses, and what its SDK does not ask for."""

from __future__ import annotations

import uuid

import pytest

from tests.upstreams.clients import client_of
from tests.upstreams.comfyui import ComfyUI

SAVE = {"class_type": "SaveVideo", "inputs": {}}
TEXT = {"class_type": "CLIPTextEncode", "inputs": {"text": "a koi pond"}}


@pytest.fixture(scope="module")
def client():
    with client_of(ComfyUI(render=0)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({}, "no_prompt"),
        ({"prompt": []}, "invalid_prompt"),
        ({"prompt": {"1": {"inputs": {}}}}, "missing_node_type"),
        ({"prompt": {"1": TEXT}}, "prompt_no_outputs"),
        ({"prompt": {"1": SAVE}, "prompt_id": "1"}, "invalid_prompt_id"),
        ({"prompt": {"1": SAVE}, "prompt_id": str(uuid.uuid4()).upper()}, "invalid_prompt_id"),
    ],
)
def test_a_graph_that_cannot_run(client, body, kind):
    answer = client.post("/prompt", json=body)
    assert (answer.status_code, answer.json()["error"]["type"]) == (400, kind)


@pytest.mark.parametrize(
    ("node", "inputs", "kind"),
    [
        ("SaveVideo", {"video": ["9", 0]}, "bad_linked_input"),
        ("KSampler", {"seed": -1}, "value_smaller_than_min"),
        ("KSampler", {"noise_seed": 2**64}, "value_smaller_than_min"),
        ("LoadImage", {"image": "none.png"}, "custom_validation_failed"),
    ],
)
def test_an_input_that_is_wrong_is_named(client, node, inputs, kind):
    graph = {"1": SAVE, "2": {"class_type": node, "inputs": inputs}}
    answer = client.post("/prompt", json={"prompt": graph})
    shown = answer.json()
    assert (answer.status_code, shown["error"]["type"]) == (400, "prompt_outputs_failed_validation")
    [problem] = shown["node_errors"]["2"]["errors"]
    assert (problem["type"], problem["details"]) == (kind, next(iter(inputs)))


def test_the_same_id_is_made_twice():
    with client_of(upstream := ComfyUI()) as client:
        body = {"prompt": {"1": SAVE}, "prompt_id": str(uuid.uuid4())}
        assert [client.post("/prompt", json=body).status_code for _ in "ab"] == [200, 200]
    assert len(upstream.accepted) == 2


def test_a_picture_keeps_its_name_unless_it_is_another(client):
    def name(data, **fields):
        files = {"image": ("a.png", data, "image/png")}
        return client.post("/upload/image", files=files, data=fields).json()["name"]

    assert [name(b"1"), name(b"1"), name(b"2"), name(b"3", overwrite="true")] == [
        *("a.png", "a.png", "a (1).png", "a.png")
    ]


def test_queue_and_history(client):
    id_ = client.post("/api/prompt", json={"prompt": {"1": SAVE}}).json()["prompt_id"]
    assert client.get("/queue").json() == {"queue_running": [], "queue_pending": []}
    [file] = client.get(f"/history/{id_}").json()[id_]["outputs"]["1"]["images"]
    assert client.get("/view", params=file).content[4:8] == b"ftyp"
    assert client.get("/view", params=file | {"type": "temp"}).status_code == 404
    assert id_ in client.get("/history").json()
    assert client.get(f"/history/{uuid.uuid4()}").json() == {}
    assert client.get("/prompt").json() == {"exec_info": {"queue_remaining": 0}}
    assert client.get("/system_stats").json()["system"]["comfyui_version"]
