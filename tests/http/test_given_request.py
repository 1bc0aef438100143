"""The request of a job, as its caller gave it."""

from __future__ import annotations

import base64

import httpx

from tests.http.conftest import REQUEST, error_of, submit
from tests.service import running_service

IMAGE = {"url": "data:image/png;base64,iVBORw0KGgo="}


def test_is_what_was_sent_without_what_was_decided(client):
    given = {
        "model": "google/veo-3.1",
        "prompt": "A calm sea 🌊",
        "provider": {"options": {"google-vertex": {"negativePrompt": "fog"}}, "sort": "price"},
        "input_references": [{"type": "image_url", "image_url": IMAGE}],
        "size": "1280x720",
    }
    job = client.post("/videos", json={**given, "seed": None}).json()["id"]
    response = client.get(f"/videos/{job}/request")
    assert response.json() == given
    assert response.headers["cache-control"] == "no-store"
    assert client.get(f"/videos/{submit(client)}/request").json() == REQUEST


def test_is_whole_where_pictures_are_large(tmp_path):
    with running_service(tmp_path) as own, httpx.Client(base_url=own.api) as client:
        client.headers["Authorization"] = "Bearer local"
        picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(300_000)).decode()
        image = {"url": f"data:image/png;base64,{picture}"}
        reference = {"type": "image_url", "image_url": image}
        given = {**REQUEST, "input_references": [reference]}
        job = client.post("/videos", json=given).json()["id"]
        assert client.get(f"/videos/{job}/request").json() == given


def test_is_for_those_who_see_the_job(tmp_path):
    with running_service(tmp_path, api_keys=["alpha-key", "beta-key"]) as own:
        url = f"{own.api}/videos"
        own_key = {"Authorization": "Bearer alpha-key"}
        job = httpx.post(url, json=REQUEST, headers=own_key).json()["id"]
        assert httpx.get(f"{url}/{job}/request", headers=own_key).json() == REQUEST
        other = {"Authorization": "Bearer beta-key"}
        error_of(httpx.get(f"{url}/{job}/request", headers=other), 404)
        error_of(httpx.get(f"{url}/{job}/request"), 401)
        httpx.delete(f"{url}/{job}", headers=own_key)
        error_of(httpx.get(f"{url}/{job}/request", headers=own_key), 404)
