"""The whole path with the real engine: SDK, HTTP, job, render, stored video."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import io
import os
import resource
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import av
import httpx
import numpy as np
import pytest
from PIL import Image

from openrouter import OpenRouter, errors
from rushes.server import background_service
from rushes.settings import Settings
from rushes.storage.local import LocalStorage
from rushes.store.job import Job, Output
from rushes.store.sqlite import SqliteDatabase
from rushes.store.store import Store
from tests.engines.holds import RenderHold
from tests.service import serve_process
from tests.store.rows import insert_job

LONGEST = 400  # seconds; the machine may be busy
ENDED = {"completed", "failed", "cancelled", "expired"}
ROOT = Path(__file__).resolve().parents[2]
SMALL = {"model": "rushes/procedural-1", "resolution": "360p", "aspect_ratio": "16:9"}

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture(scope="module")
def service(tmp_path_factory, kernel_cache):
    folder = tmp_path_factory.mktemp("data")
    settings = Settings(data_dir=folder, port=0, cache_dir=kernel_cache)
    with background_service(settings) as url:
        yield url


@pytest.fixture(scope="module")
def example_service(tmp_path_factory, kernel_cache):
    """A service of its own, because the example's eight seconds of 720p shall not be waited for."""
    folder = tmp_path_factory.mktemp("data")
    _store_finished_job(folder, "job-abc123")
    settings = Settings(data_dir=folder, port=0, cache_dir=kernel_cache)
    with background_service(settings) as url:
        yield url


@pytest.fixture
def client(service):
    with OpenRouter(api_key="any", server_url=f"{service}/api/v1") as opened:
        yield opened


def _store_finished_job(folder, job_id):
    """Put a job into a data folder, as an earlier run would have left it."""
    name = f"{job_id}-0.mp4"
    path = LocalStorage(folder / "outputs").path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"a video")
    job = Job(
        id=job_id,
        state="completed",
        model="google/veo-3.1",
        provider="rushes",
        created_at=1_793_000_000,
        updated_at=1_793_000_100,
        seed=1,
        width=1280,
        height=720,
        duration=8,
        audio=True,
        prompt="A serene mountain landscape at sunset",
        quote=Decimal("3.20"),
        cost=Decimal("3.20"),
        outputs=(Output(name, 7, hashlib.sha256(b"a video").hexdigest()),),
    )
    asyncio.run(_insert(folder / "rushes.sqlite3", job))


async def _insert(path, job):
    store = Store(SqliteDatabase(path))
    await insert_job(store, job, "{}")
    await store.close()


def make(client, **parameters):
    """Submit, wait and download through the SDK; return the finished job and the video's bytes."""
    job = wait(client, client.video_generation.generate(**{**SMALL, **parameters}).id)
    assert job.status == "completed", job.error
    response = client.video_generation.get_video_content(job_id=job.id)
    return job, response.read()


def wait(client, job_id):
    """Poll as a polite client does until the job has ended."""
    while (job := client.video_generation.get_generation(job_id=job_id)).status not in ENDED:
        time.sleep(0.1)
    return job


def read(url, job_id):
    """Return a job as it is polled, with what only this service says."""
    headers = {"Authorization": "Bearer any"}
    return httpx.get(f"{url}/api/v1/videos/{job_id}", headers=headers).json()


def decode(video):
    with av.open(io.BytesIO(video)) as container:
        frames = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
        return frames, dict(container.metadata), len(container.streams.audio)


def psnr(a, b):
    error = np.mean((a.astype(float) - b.astype(float)) ** 2)
    return 99.0 if error == 0 else 10 * np.log10(255**2 / error)


def picture(red, green, blue):
    """Return a small smooth picture as PNG bytes."""
    y, x = np.mgrid[0:180, 0:320]
    rgb = np.stack([red * x / 320, green * y / 180, blue * (1 - x / 320)], axis=-1)
    out = io.BytesIO()
    Image.fromarray(rgb.astype(np.uint8)).save(out, "PNG")
    return out.getvalue()


def frame_image(png, frame_type):
    url = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return {"type": "image_url", "image_url": {"url": url}, "frame_type": frame_type}


@pytest.mark.parametrize("example", ["generate", "get_generation", "list_videos_models"])
def test_an_example_runs_unmodified(example_service, example):
    printed = run_example(example, example_service)
    expected = {
        "generate": "status='pending'",
        "get_generation": "status='completed'",
        "list_videos_models": "google/veo-3.1",
    }
    assert expected[example] in printed


def test_the_content_example_runs_unmodified(example_service):
    assert "200" in run_example("get_video_content", example_service)


def run_example(name, service):
    done = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "examples" / f"{name}.py")],
        env={
            **os.environ,
            "OPENROUTER_BASE_URL": f"{service}/api/v1",
            "OPENROUTER_API_KEY": "any",
        },
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_prompt_becomes_a_playable_video_with_sound(client):
    job, video = make(client, prompt="Ocean waves at noon", duration=1, seed=5)
    frames, metadata, audio_streams = decode(video)
    assert len(frames) == 24
    assert frames[0].shape == (360, 640, 3)
    assert audio_streams == 1
    assert np.std(frames[0]) > 5, "a picture, not a plain colour"
    assert np.mean(np.abs(frames[0].astype(int) - frames[-1])) > 0.5, "it moves"
    assert "procedural" in " ".join(metadata.values()).lower()
    assert job.usage.cost == 0
    assert job.model_extra["rushes"]["report"]["scene"] == "ocean"


def test_the_same_request_gives_the_same_bytes_and_another_seed_does_not(client):
    wanted = {"prompt": "Silk in the wind", "duration": 1, "generate_audio": False}
    first = make(client, **wanted, seed=5)[1]
    again = make(client, **wanted, seed=5)[1]
    other = make(client, **wanted, seed=6)[1]
    assert first == again
    assert first != other
    assert decode(first)[2] == 0, "no audio stream when off"


def test_both_given_frames_are_met(client):
    first, last = picture(250, 200, 40), picture(30, 90, 220)
    _, video = make(
        client,
        prompt="The colours change",
        duration=1,
        frame_images=[frame_image(first, "first_frame"), frame_image(last, "last_frame")],
    )
    frames, _, _ = decode(video)
    for frame, png in ((frames[0], first), (frames[-1], last)):
        wanted = Image.open(io.BytesIO(png)).resize((640, 360), Image.Resampling.LANCZOS)
        assert psnr(frame, np.asarray(wanted)) > 30


def test_a_portrait_picture_becomes_a_portrait_video(client):
    out = io.BytesIO()
    Image.new("RGB", (90, 160), (30, 60, 90)).save(out, "PNG")
    first = frame_image(out.getvalue(), "first_frame")
    _, video = make(client, prompt="x", duration=1, aspect_ratio=None, frame_images=[first])
    frames, _, _ = decode(video)
    assert frames[0].shape == (640, 360, 3)


def test_a_tiny_file_of_an_absurd_shape_is_refused(client):
    out = io.BytesIO()
    Image.new("RGB", (20_000, 1)).save(out, "PNG")
    with pytest.raises(errors.BadRequestResponseError, match="'20000x1' is too narrow"):
        client.video_generation.generate(
            **SMALL, prompt="x", frame_images=[frame_image(out.getvalue(), "first_frame")]
        )


def test_a_broken_picture_fails_the_job_with_a_reason(client):
    broken = b"\x89PNG\r\n\x1a\n" + b"\0" * 50
    job = client.video_generation.generate(
        **SMALL, prompt="x", duration=1, frame_images=[frame_image(broken, "first_frame")]
    )
    job = wait(client, job.id)
    assert job.status == "failed"
    assert "first" in job.error.lower() or "picture" in job.error.lower()


def test_emulation_keeps_the_models_limits_and_prices_and_says_what_it_is(service, client):
    with pytest.raises(errors.BadRequestResponseError, match="allowed: 4, 6, 8"):
        client.video_generation.generate(model="google/veo-3.1", prompt="x", duration=7)
    accepted = httpx.post(
        f"{service}/api/v1/videos",
        json={"model": "bytedance/seedance-2.0-mini", "prompt": "A calm sea", "duration": 4}
        | {"resolution": "480p", "aspect_ratio": "1:1", "seed": 3},
        headers={"Authorization": "Bearer any"},
    )
    assert "offline" in accepted.headers["x-provider-name"]
    job_id = accepted.json()["id"]
    job = wait(client, job_id)
    # 480 x 480 x 4 s x 24 / 1024 tokens at 3.5e-6
    assert job.usage.cost == pytest.approx(480 * 480 * 4 * 24 / 1024 * 3.5e-6, abs=1e-12)
    video = client.video_generation.get_video_content(job_id=job_id).read()
    frames, metadata, _ = decode(video)
    assert (len(frames), frames[0].shape) == (96, (480, 480, 3))
    assert "bytedance/seedance-2.0-mini" in " ".join(metadata.values())


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="limits of others need Linux")
def test_a_render_that_cannot_write_waits_and_says_so(tmp_path, kernel_cache, monkeypatch):
    monkeypatch.setenv("RUSHES_TEST_HOLD", str(tmp_path / "holds"))
    settings = Settings(data_dir=tmp_path / "data", port=0, cache_dir=kernel_cache)
    first = frame_image(picture(30, 90, 220), "first_frame")
    with (
        RenderHold(tmp_path / "holds", "started") as hold,
        background_service(settings) as url,
        OpenRouter(api_key="any", server_url=f"{url}/api/v1") as client,
    ):
        job = client.video_generation.generate(
            **SMALL, prompt="x", duration=1, frame_images=[first]
        )
        worker = hold.wait()
        limits = resource.prlimit(worker, resource.RLIMIT_FSIZE)
        resource.prlimit(worker, resource.RLIMIT_FSIZE, (1000, limits[1]))
        hold.release()
        while "delay_reason" not in (said := read(url, job.id)["rushes"]):
            time.sleep(0.05)
        reason = "The renderer cannot read or write its files; the render is tried again"
        assert said["delay_reason"] == reason
        resource.prlimit(worker, resource.RLIMIT_FSIZE, limits)
        assert wait(client, job.id).status == "completed"


def test_a_killed_service_goes_on_with_its_jobs(tmp_path):
    folder = tmp_path / "hold"
    with RenderHold(folder, "first-frame") as hold:
        started = serve_process("--data-dir", tmp_path, RUSHES_TEST_HOLD=str(folder))
        with started as (_, url), OpenRouter(api_key="any", server_url=url) as client:
            job = client.video_generation.generate(**SMALL, prompt="Ocean", duration=1, seed=1)
            hold.wait(LONGEST)
    started = serve_process("--data-dir", tmp_path)
    with started as (process, url), OpenRouter(api_key="any", server_url=url) as client:
        assert wait(client, job.id).status == "completed"
        video = client.video_generation.get_video_content(job_id=job.id).read()
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
    assert len(decode(video)[0]) == 24
    left = [p.name for p in tmp_path.rglob("*") if p.is_file() and "part" in p.name]
    assert left == []
    assert [p.name for p in (tmp_path / "work").iterdir()] == []
