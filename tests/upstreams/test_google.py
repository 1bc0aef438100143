"""What Google's APIs refuse, and how their videos are fetched."""

from __future__ import annotations

import httpx
import pytest

from tests.upstreams.clients import client_of
from tests.upstreams.google import Google

OMNI = "/v1beta/interactions"
VEO = "/v1beta/models/veo-3.1-generate-preview:predictLongRunning"
PLACE = "/v1/projects/p/locations/us-central1/publishers/google/models/veo-3.1-fast-generate-001"
HEADERS = {"Authorization": "Bearer k", "x-goog-api-key": "k"}
PICTURE = {"bytesBase64Encoded": "iVBORw0K", "mimeType": "image/png"}


@pytest.fixture(scope="module")
def client():
    with client_of(Google(render=0), **HEADERS) as opened:
        yield opened


def interaction(**changes):
    return {"model": "gemini-omni-1.1-flash", "input": "a kite", "background": True} | changes


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"model": "veo"}, "Model 'veo' not found"),
        ({"input": []}, "empty"),
        ({"input": [{"type": "audio"}]}, "Unsupported content: 'audio'"),
        ({"input": {"type": "image", "mime_type": "image/png", "data": "!"}}, "Base64"),
        ({"safety_settings": []}, 'Unknown name "safety_settings"'),
        ({"store": False}, "requires store=true"),
        ({"response_format": {"duration": 5}}, "write it as"),
        ({"response_format": {"duration": "2s"}}, "minimum allowed 3s"),
        ({"response_format": {"duration": "11s"}}, "maximum allowed 10s"),
        ({"response_format": {"resolution": "480p"}}, "480p"),
        ({"response_format": {"gcs_uri": "gs://b/"}}, "not supported"),
        ({"generation_config": {"video_config": {"task": "image_to_video"}}}, "needs an image"),
        ({"previous_interaction_id": "v1_0"}, "Invalid interaction name"),
    ],
)
def test_an_interaction_is_refused(client, changes, said):
    answer = client.post(OMNI, json=interaction(**changes))
    assert answer.status_code == (404 if "model" in changes else 400)
    assert said in answer.json()["error"]["message"]
    assert answer.json()["error"]["code"] in {"invalid_request", "not_found"}


def test_the_file_of_an_interaction_wants_the_key(client):
    body = interaction(response_format={"type": "video", "delivery": "uri"})
    id_ = client.post(OMNI, json=body).json()["id"]
    [content] = client.get(f"{OMNI}/{id_}").json()["steps"][-1]["content"]
    uri = content["uri"]
    assert client.get(uri).content[4:8] == b"ftyp"
    assert client.get(uri, headers={"x-goog-api-key": "other"}).status_code == 403
    assert httpx.get(uri, trust_env=False).json()["error"]["status"] == "PERMISSION_DENIED"
    assert client.get(uri.partition("?")[0]).status_code == 400
    about = client.get(uri.partition(":download")[0]).json()
    assert (about["state"], about["mimeType"]) == ("ACTIVE", "video/mp4")
    assert client.delete("/v1beta/" + about["name"]).json() == {}
    assert client.get(uri).status_code == 403


def operation(instance=None, **parameters):
    return {"instances": [{"prompt": "fog"} | (instance or {})], "parameters": parameters}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"instances": []}, "exactly one"),
        (operation({"lastFrame": PICTURE}), "lastFrame needs an image"),
        (operation({"image": {"uri": "https://x"}}), "bytesBase64Encoded"),
        (operation({"referenceImages": [{"image": PICTURE}] * 4}), "At most 3"),
        (operation({"referenceImages": [{"image": PICTURE}]}, durationSeconds=4), "must be 8"),
        (operation(durationSeconds=6, resolution="1080p"), "must be 8"),
        (operation(seed=1), 'Unknown name "seed"'),
        (operation(generateAudio=False), 'Unknown name "generateAudio"'),
        (operation(sampleCount=2), "sampleCount"),
        (operation(aspectRatio="1:1"), "aspectRatio"),
    ],
)
def test_an_operation_is_refused(client, body, said):
    answer = client.post(VEO, json=body)
    assert (answer.status_code, answer.json()["error"]["status"]) == (400, "INVALID_ARGUMENT")
    assert said in answer.json()["error"]["message"]


def test_an_object_of_vertex_is_fetched_with_the_token():
    upstream = Google(render=0)
    with client_of(upstream, **HEADERS) as client:
        body = operation(storageUri="gs://bucket/out", sampleCount=2, durationSeconds=4)
        name = client.post(f"{PLACE}:predictLongRunning", json=body).json()["name"]
        polled = client.post(f"{PLACE}:fetchPredictOperation", json={"operationName": name})
        first, second = polled.json()["response"]["videos"]
        assert first["gcsUri"] != second["gcsUri"]
        path = first["gcsUri"].removeprefix("gs://bucket/").replace("/", "%2F")
        found = client.get(f"/storage/v1/b/bucket/o/{path}?alt=media")
        assert found.content[4:8] == b"ftyp"
        assert httpx.get(found.url, trust_env=False).status_code == 401
        assert upstream.charged == pytest.approx(0.10 * 4 * 2)
        other = PLACE.replace("fast-", "")
        wrong = client.post(f"{other}:fetchPredictOperation", json={"operationName": name})
        assert wrong.json()["error"]["status"] == "NOT_FOUND"


def test_a_busy_answer_says_when_to_come_back(client):
    answer = client.post(VEO, json=operation({"prompt": "[fault:429=31]"}))
    assert answer.headers["Retry-After"] == "31"
    assert answer.json()["error"]["details"][0]["retryDelay"] == "31s"


def test_a_wrong_key_is_an_invalid_argument_of_gemini(client):
    answer = client.post(VEO, json=operation(), headers={"x-goog-api-key": "wrong"})
    assert answer.json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"
