"""The kit around the real engine: renders are delayed, delivered, and ended by a reset."""

from __future__ import annotations

import base64
import io
import time
from pathlib import Path

import av
import pytest
from PIL import Image

from rushes.settings import Settings
from tests.testing.kits import client_of, kit_service

SMALL = {
    "model": "rushes/procedural-1",
    "prompt": "Abstract waves [rushes:slow=3600] [rushes:no_ranges]",
    "duration": 1,
    "resolution": "360p",
    "generate_audio": False,
}
LONG = {**SMALL, "prompt": "Abstract waves", "duration": 8, "resolution": "720p"}


@pytest.fixture(scope="module")
def service(tmp_path_factory, kernel_cache):
    folder = tmp_path_factory.mktemp("data")
    settings = Settings(data_dir=folder, port=0, cache_dir=Path(kernel_cache), testing_seed=1)
    with kit_service(settings) as running:
        running.folder = folder
        yield running


@pytest.fixture
def client(service):
    with client_of(service) as opened:
        yield opened


def wait(client, job_id):
    deadline = time.monotonic() + 300
    while (job := client.get(f"/videos/{job_id}").json())["status"] != "completed":
        assert job["status"] in {"pending", "in_progress"}, job
        assert time.monotonic() < deadline, job
        time.sleep(0.05)
    return job


def frames_of(video):
    with av.open(io.BytesIO(video)) as opened:
        return sum(1 for _ in opened.decode(video=0))


def frame():
    picture = io.BytesIO()
    Image.new("RGB", (640, 360), "teal").save(picture, "PNG")
    url = f"data:image/png;base64,{base64.b64encode(picture.getvalue()).decode()}"
    return {"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}


@pytest.mark.timeout(400)
def test_a_render_is_delivered_when_its_scenario_says(service, client):
    job_id = client.post("/videos", json={**SMALL, "frame_images": [frame()]}).json()["id"]
    service.clock.advance(minutes=59)
    assert client.get(f"/videos/{job_id}").json()["status"] == "in_progress"
    service.clock.advance(minutes=2)
    job = wait(client, job_id)
    assert "rushes:" in job["rushes"]["prompt"]
    response = client.get(f"/videos/{job_id}/content", headers={"Range": "bytes=0-9"})
    assert response.status_code == 200
    assert frames_of(response.content) == 24


@pytest.mark.timeout(400)
def test_a_reset_ends_renders_and_leaves_no_file(service, client):
    for number in range(4):
        client.post("/videos", json={**LONG, "seed": number})
    service.reset()
    assert service.jobs() == []
    job_id = client.post("/videos", json={**SMALL, "prompt": "Abstract waves"}).json()["id"]
    wait(client, job_id)
    service.reset()
    deadline = time.monotonic() + 60
    while left := [*service.folder.rglob("*.mp4")]:
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def test_a_render_under_way_is_waited_for_when_time_is_advanced(service, client):
    service.reset()
    job_id = client.post("/videos", json={**SMALL, "prompt": "Abstract waves"}).json()["id"]
    service.clock.advance(hours=24)
    assert client.get(f"/videos/{job_id}").json()["status"] == "completed"


def test_what_takes_as_long_as_the_real_model_ends_when_time_is_advanced_once(tmp_path):
    settings = Settings(
        data_dir=tmp_path, port=0, emulation="instant", emulation_latency="realistic"
    )
    with kit_service(settings) as service, client_of(service) as client:
        body = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}
        job_id = client.post("/videos", json=body).json()["id"]
        service.clock.advance(minutes=10)
        assert client.get(f"/videos/{job_id}").json()["status"] == "completed"
