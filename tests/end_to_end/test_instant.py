"""Instant emulation through the whole service: real HTTP, SQLite, files and worker processes."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Iterator
from pathlib import Path

import av
import httpx
import pytest
from pydantic import SecretStr

from rushes import OpenRouter
from rushes.catalog.frame import frame_size
from rushes.catalog.model import GENERATOR, load_catalog
from rushes.runtime import Runtime
from rushes.sdk import errors
from rushes.sdk.generation import Generation
from rushes.server import background_service
from rushes.settings import SettingError, Settings
from tests.end_to_end.test_whole_catalog import (
    EDITOR,
    FACE,
    SMALL,
    SOUND,
    UPSCALER,
    VIDEO,
    Client,
    given,
)
from tests.engines.clips import clip
from tests.engines.faces import portrait
from tests.engines.holds import RenderHold
from tests.engines.pictures import encoded, psnr, scenery
from tests.service import serve_process

pytestmark = pytest.mark.timeout(120)
MODELS = [model for model in load_catalog().models if model.kind == GENERATOR]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    settings = Settings(port=0, data_dir=tmp_path_factory.mktemp("rushes"), emulation="instant")
    with background_service(settings) as url:
        yield f"{url}/api/v1"


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[OpenRouter]:
    with OpenRouter(api_key="test", server_url=url) as client:
        yield client


def saved(video: Generation) -> io.BytesIO:
    content = io.BytesIO()
    video.save(content)
    content.seek(0)
    return content


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_every_generator_makes_what_was_asked(client: OpenRouter, model) -> None:
    duration = min(model.durations or [5])
    resolution = (model.resolutions or ["720p"])[0]
    ratio = (model.aspect_ratios or ["16:9"])[0]
    asked = {"duration": duration, "resolution": resolution, "aspect_ratio": ratio}
    video = client.video_generation.generate_and_wait(
        model=model.id, prompt="A red fox in snow", **asked
    )
    with av.open(saved(video)) as container:
        stream = container.streams.video[0]
        assert (stream.width, stream.height) == frame_size(model, resolution, ratio)
        assert stream.frames == duration * 24
        assert sum(1 for _ in container.decode(video=0)) == duration * 24
        assert f"emulates {model.id}" in container.metadata["comment"] or model.id.startswith(
            "rushes/"
        )


def test_models_of_other_kinds_take_what_they_are_given(url: str) -> None:
    client = Client(url.removesuffix("/api/v1"))
    with client.http:
        job, _ = client.made(model=UPSCALER, input_references=[VIDEO], upscale_factor=1.5)
        assert (job["rushes"]["size"], job["rushes"]["duration"]) == ("144x96", 1.0)
        assert job["usage"]["cost"] == pytest.approx(0.00145152 / 1.4)
        job, _ = client.made(
            model=EDITOR, prompt="night", input_references=[VIDEO], aspect_ratio="1:1"
        )
        assert (job["rushes"]["size"], job["usage"]["cost"]) == ("64x64", 0.56)
        job, _ = client.made(
            model="heygen/avatar-iv", prompt="hi", input_references=[FACE, SOUND], resolution="720p"
        )
        assert (job["rushes"]["size"], job["rushes"]["duration"]) == ("1280x720", 1.5)
        square = given("image", encoded(portrait(512, 512)), "image/png")
        job, _ = client.made(model="heygen/heygen-avatar-6-turbo", input_references=[square, SOUND])
        assert job["rushes"]["size"] == "720x720"


def test_a_job_is_continued_from_its_last_frame(url: str) -> None:
    client = Client(url.removesuffix("/api/v1"))
    with client.http:
        first, before = client.made(**SMALL, prompt="ink in water", input_references=[FACE])
        _, after = client.made(**SMALL, prompt="gold", previous_job_id=first["id"])
        top = slice(0, after[0].shape[0] // 8)
        assert psnr(after[0][top], before[-1][top]) > 25
        broken = given("video", clip()[:-400], "video/mp4")
        job = client.ended(model=UPSCALER, input_references=[broken])
        assert (job["status"], job["error"]) == ("failed", "video reference 1 is truncated")
        long = given("video", clip(64, 48, 61, 1, still=True), "video/mp4")
        for model in (UPSCALER, EDITOR, "rushes/procedural-1", "bytedance/seedance-2.0"):
            job = client.ended(model=model, prompt="night", input_references=[long])
            problem = "video reference 1 is longer than 60 seconds: it takes 61.0; shorten it"
            assert (job["status"], job["error"]) == ("failed", problem)


def test_without_testing_nothing_stands_in_for_a_file_that_cannot_be_fetched(url: str) -> None:
    client = Client(url.removesuffix("/api/v1"))
    picture = {"type": "image_url", "image_url": {"url": "https://pictures.invalid/a.png"}}
    with client.http:
        job = client.ended(**SMALL, prompt="gold", input_references=[picture])
    assert job["status"] == "failed"
    assert job["error"].startswith("An input picture could not be fetched: input_references[0]")


def test_a_poll_after_the_submit_waits_for_the_end(url: str) -> None:
    with httpx.Client(base_url=url, headers={"Authorization": "Bearer test"}) as http:
        body = {"model": "rushes/procedural-1", "prompt": "A red fox", "duration": 1}
        seen = []
        for number in range(5):
            accepted = http.post("/videos", json={**body, "seed": number})
            assert (accepted.status_code, accepted.json()["status"]) == (202, "pending")
            polls = 0
            while (job := http.get(f"/videos/{accepted.json()['id']}").json())["status"] in {
                "pending",
                "in_progress",
            }:
                polls += 1
            assert job["status"] == "completed"
            assert job["rushes"]["report"]["source"] == "instant emulation"
            seen.append(polls)
        # Without the wait each job would take dozens of polls.
        assert min(seen) <= 2


def test_a_poll_of_a_job_that_takes_longer_shows_it_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RUSHES_TEST_HOLD", str(tmp_path / "holds"))
    settings = Settings(port=0, data_dir=tmp_path / "data", emulation="instant")
    body = {"model": "rushes/procedural-1", "prompt": "A red fox", "duration": 1}
    with (
        background_service(settings) as url,
        httpx.Client(base_url=f"{url}/api/v1", headers={"Authorization": "Bearer test"}) as http,
        RenderHold(tmp_path / "holds", "started") as hold,
    ):
        held, cancelled = (http.post("/videos", json={**body, "seed": n}).json() for n in (1, 2))
        hold.wait()
        assert http.get(f"/videos/{held['id']}").json()["status"] in {"pending", "in_progress"}
        http.post(f"/videos/{cancelled['id']}/cancel").raise_for_status()
        hold.release()
        ended = set()
        for job in (held, cancelled):
            while (status := http.get(f"/videos/{job['id']}").json()["status"]) in {
                "pending",
                "in_progress",
            }:
                pass
            ended.add(status)
        assert ended == {"completed", "cancelled"}


def test_the_events_of_a_job_end_with_it(url: str) -> None:
    with httpx.Client(base_url=url, headers={"Authorization": "Bearer test"}) as http:
        body = {"model": "rushes/procedural-1", "prompt": "A red fox by a lake", "duration": 1}
        job = http.post("/videos", json=body).json()
        with http.stream("GET", f"/videos/{job['id']}/events") as stream:
            lines = [line[6:] for line in stream.iter_lines() if line.startswith("data: ")]
    assert json.loads(lines[-1])["status"] == "completed"


def first_frame(picture: bytes) -> list[dict[str, object]]:
    url = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    return [{"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}]


def test_given_pictures_are_taken_in_and_bad_ones_refused(client: OpenRouter) -> None:
    picture = encoded(scenery(320, 180))
    asked = {"model": "google/veo-3.1", "prompt": "A red fox", "duration": 4, "seed": 3}
    plain = client.video_generation.generate_and_wait(**asked)
    framed = client.video_generation.generate_and_wait(**asked, frame_images=first_frame(picture))
    assert saved(plain).read() != saved(framed).read()
    with pytest.raises(errors.GenerationFailedError, match="first frame image"):
        client.video_generation.generate_and_wait(**asked, frame_images=first_frame(picture[:-300]))


def test_realistic_latency_holds_a_job_back(tmp_path: Path) -> None:
    settings = Settings(
        port=0,
        data_dir=tmp_path,
        emulation="instant",
        emulation_latency="realistic",
        emulation_seconds={"google/veo-3.1": 1.5},
    )
    asked = {"model": "google/veo-3.1", "prompt": "A red fox", "duration": 4}
    with (
        background_service(settings) as url,
        OpenRouter(api_key="test", server_url=f"{url}/api/v1") as client,
    ):
        videos = client.video_generation
        seen = list(videos.iter_updates(videos.generate(**asked)))
        statuses = [job.status for job in seen]
        assert statuses == sorted(statuses, key=["pending", "in_progress", "completed"].index)
        assert {"pending", "in_progress", "completed"} == set(statuses)
        # The usual time of another model is half a minute: it is stopped long before.
        slow = videos.generate(model="google/veo-3.1-fast", prompt="A red fox", duration=8)
        stopped = videos.cancel(slow)
        assert stopped.status in {"cancelled", "pending", "in_progress"}
        with pytest.raises(errors.GenerationCancelledError):
            videos.wait(slow)


def test_options_of_the_command_choose_it(tmp_path: Path) -> None:
    options = ("--data-dir", tmp_path, "--emulation", "instant", "--latency", "realistic")
    seconds = {"RUSHES_EMULATION_SECONDS": '{"rushes/procedural-1": 0.2}'}
    with (
        serve_process(*options, **seconds) as (_, api),
        OpenRouter(api_key="test", server_url=api) as client,
    ):
        video = client.video_generation.generate_and_wait(
            model="rushes/procedural-1", prompt="A red fox", duration=1
        )
    assert (video.model_extra or {})["rushes"]["report"]["source"] == "instant emulation"


def test_seconds_of_an_unknown_model_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"RUSHES_EMULATION_SECONDS.*'google/veo-3'"):
        Runtime(Settings(data_dir=tmp_path, emulation_seconds={"google/veo-3": 5}))


def test_a_service_on_postgresql_is_instant_as_well(tmp_path: Path, postgres_url: str) -> None:
    settings = Settings(
        port=0, data_dir=tmp_path, emulation="instant", database_url=SecretStr(postgres_url)
    )
    with (
        background_service(settings) as url,
        OpenRouter(api_key="test", server_url=f"{url}/api/v1") as client,
    ):
        video = client.video_generation.generate_and_wait(
            model="rushes/procedural-1", prompt="A red fox", duration=1
        )
    assert (video.model_extra or {})["rushes"]["report"]["frames"] == 24
