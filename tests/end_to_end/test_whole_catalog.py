"""Models of every kind, emulated: from a request over HTTP to a video that decodes."""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import httpx
import pytest

from rushes.server import background_service
from rushes.settings import Settings
from tests.engines.clips import clip, sound
from tests.engines.faces import portrait
from tests.engines.pictures import change, encoded, psnr

pytestmark = pytest.mark.timeout(300)
UPSCALER, EDITOR = "black-forest-labs/flux-video-upscale", "runway/aleph-2"
SMALL = {"model": "rushes/procedural-1", "size": "640x360", "duration": 1}


def given(kind: str, content: bytes, mime: str) -> dict[str, Any]:
    url = f"data:{mime};base64,{base64.b64encode(content).decode()}"
    return {"type": f"{kind}_url", f"{kind}_url": {"url": url}}


VIDEO = given("video", clip(96, 64, 24, tone=440.0), "video/mp4")
SOUND = given("audio", sound(1.5), "audio/wav")
FACE = given("image", encoded(portrait(160, 90)), "image/png")


class Client:
    def __init__(self, url: str, key: str = "key-number-one") -> None:
        headers = {"Authorization": f"Bearer {key}"}
        self.http = httpx.Client(base_url=f"{url}/api/v1", headers=headers, timeout=60)

    def refused(self, **body: Any) -> str:
        response = self.http.post("/videos", json=body)
        assert response.status_code == 400, response.text
        return str(response.json()["error"]["message"])

    def ended(self, **body: Any) -> dict[str, Any]:
        response = self.http.post("/videos", json=body)
        assert response.status_code == 202, response.text
        while True:
            job: dict[str, Any] = self.http.get(f"/videos/{response.json()['id']}").json()
            if job["status"] in {"completed", "failed"}:
                return job
            time.sleep(0.1)

    def made(self, **body: Any) -> tuple[dict[str, Any], list[Any]]:
        job = self.ended(**body)
        assert job["status"] == "completed", job
        content = self.http.get(f"/videos/{job['id']}/content").content
        with av.open(io.BytesIO(content)) as container:
            assert bool(container.streams.audio) == job["rushes"]["audio"]
            frames = [f.to_ndarray(format="rgb24") for f in container.decode(video=0)]
        height, width = frames[0].shape[:2]
        assert job["rushes"]["size"] == f"{width}x{height}"
        assert len(frames) / 24 == pytest.approx(job["rushes"]["duration"], abs=0.05)
        return job, frames


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, kernel_cache: Path) -> Iterator[str]:
    settings = Settings(
        port=0,
        data_dir=tmp_path_factory.mktemp("data"),
        cache_dir=Path(kernel_cache),
        api_keys=["key-number-one", "key-number-two"],  # type: ignore[arg-type]
    )
    with background_service(settings) as service:
        yield service if isinstance(service, str) else service.url


@pytest.fixture
def client(url: str) -> Iterator[Client]:
    client = Client(url)
    with client.http:
        yield client


@pytest.mark.parametrize(
    ("factor", "creativity", "size", "cost"),
    [(None, None, "192x128", 0.0018432), (1.5, 1, "144x96", 0.00145152)],
)
def test_an_upscaler_enlarges_at_its_price(
    client: Client, factor: float | None, creativity: int | None, size: str, cost: float
) -> None:
    job, _ = client.made(
        model=UPSCALER, input_references=[VIDEO], upscale_factor=factor, creativity=creativity
    )
    assert (job["rushes"]["size"], job["usage"]["cost"]) == (size, pytest.approx(cost))
    assert job["rushes"]["audio"] is True


def test_an_editor_restyles_at_its_price_and_says_what_it_drew(client: Client) -> None:
    job, frames = client.made(
        model=EDITOR, prompt="a bee at night", input_references=[VIDEO], aspect_ratio="1:1"
    )
    assert job["rushes"]["size"] == "64x64"
    assert job["usage"]["cost"] == 0.56  # its minimum
    drawn = {"scene": "the given video", "words": ["night"], "not_drawn": ["bee"]}
    assert job["rushes"]["drawn"] == drawn
    assert "drawn" not in job["rushes"]["report"]
    assert frames[0].mean() < 90


def test_an_avatar_is_as_long_as_its_sound_at_its_price(client: Client) -> None:
    job, frames = client.made(
        model="heygen/avatar-iv", prompt="hi", input_references=[FACE, SOUND], resolution="720p"
    )
    assert (job["rushes"]["size"], job["rushes"]["duration"]) == ("1280x720", 1.5)
    assert job["usage"]["cost"] == pytest.approx(0.075)
    assert change(frames[0], frames[20]) > 0.2


def test_a_job_is_continued_by_its_owner_alone(client: Client, url: str) -> None:
    first, before = client.made(**SMALL, prompt="ink in water", generate_audio=False)
    second, after = client.made(**SMALL, previous_job_id=first["id"], generate_audio=False)
    assert psnr(after[0], before[-1]) > 30
    assert second["rushes"]["report"]["start"] == 1.0
    other = Client(url, "key-number-two")
    with other.http:
        message = other.refused(**SMALL, previous_job_id=first["id"])
    assert "is not a job of yours" in message
    assert client.http.delete(f"/videos/{first['id']}").status_code == 200
    assert "was deleted" in client.refused(**SMALL, previous_job_id=first["id"])
    third, _ = client.made(**SMALL, previous_job_id=second["id"], prompt="gold")
    assert third["rushes"]["report"]["start"] == 2.0


def test_a_job_that_failed_cannot_be_continued_and_says_why(client: Client) -> None:
    broken = given("video", clip()[:-400], "video/mp4")
    job = client.ended(model=UPSCALER, input_references=[broken])
    assert (job["status"], job["error"]) == ("failed", "video reference 1 is truncated")
    message = client.refused(**SMALL, previous_job_id=job["id"])
    assert "has not completed: it is failed" in message


def test_references_of_all_kinds_are_taken_in(client: Client) -> None:
    job, _ = client.made(**SMALL, prompt="silk", input_references=[VIDEO, SOUND, FACE])
    assert job["rushes"]["report"]["camera"] == "pan_right"
    assert job["rushes"]["report"]["palette"]


def test_references_that_a_model_does_not_take_are_ignored(client: Client) -> None:
    broken = {"type": "audio_url", "audio_url": {"url": "https://sounds.invalid/a.mp3"}}
    job, _ = client.made(
        model="runway/gen-4.5", prompt="silk", duration=2, input_references=[SOUND, broken, VIDEO]
    )
    assert job["rushes"]["audio"] is False
    assert job["rushes"]["report"]["ignored_references"] == [
        "input_references[0].audio_url.url",
        "input_references[1].audio_url.url",
        "input_references[2].video_url.url",
    ]


def test_a_video_to_edit_is_as_long_as_it_is_whatever_is_asked(client: Client) -> None:
    body = {"model": EDITOR, "prompt": "night", "input_references": [VIDEO], "duration": 10}
    quote = client.http.post("/videos/quote", json=body).json()
    assert (quote["cost"], quote["duration"], quote.get("size")) == (2.8, 10, None)
    job, _ = client.made(**body)
    assert (job["rushes"]["quote"], job["rushes"]["duration"]) == (2.8, 1.0)
    assert job["usage"]["cost"] == 0.56


def test_what_the_engine_cannot_make_is_a_400(client: Client) -> None:
    body = {"model": "heygen/avatar-iv", "prompt": "hi", "input_references": [FACE]}
    assert "allowed: 1 to 60" in client.refused(**body, duration=301)


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        (given("video", sound(0.1), "video/mp4"), "does not contain a video"),
        (given("audio", encoded(portrait(8, 8)), "audio/wav"), "does not contain a sound"),
        (
            {"type": "video_url", "video_url": {"url": "https://127.0.0.1/a.mp4"}},
            "is not a public address",
        ),
        ({"type": "video_url", "video_url": {"url": "http://example.com/a.mp4"}}, "https://"),
        ({"type": "video_url", "video_url": {"url": "file:///etc/passwd"}}, "https://"),
    ],
)
def test_what_cannot_be_an_input_is_a_400(
    client: Client, reference: dict[str, Any], said: str
) -> None:
    assert said in client.refused(model=EDITOR, prompt="night", input_references=[VIDEO, reference])
