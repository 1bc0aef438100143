"""The examples run as they are, against a real service."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from openrouter import OpenRouter, webhooks
from tests.fakes.job_service import VIDEOS, JobService
from tests.fakes.providers import VIDEO
from tests.fakes.stub_server import HANG_UP, Answer, Request, error_answer
from tests.service import TestService, running_service

EXAMPLES = Path(__file__).parents[2] / "examples"
SECRET = "whsec_test"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[TestService]:
    with running_service(tmp_path / "data") as service:
        yield service


def command(example: str, *arguments: object) -> list[str]:
    script = str(EXAMPLES / f"{example}.py")
    return [sys.executable, "-W", "error", script, *map(str, arguments)]


def run(running: TestService, example: str, *arguments: object) -> str:
    done = subprocess.run(
        command(example, *arguments),
        env={"OPENROUTER_API_KEY": "k", "OPENROUTER_BASE_URL": running.api},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_text_to_video(running: TestService, tmp_path: Path) -> None:
    printed = run(running, "text_to_video", "A calm sea", tmp_path / "sea.mp4")
    assert (tmp_path / "sea.mp4").read_bytes() == VIDEO
    assert "completed" in printed
    assert [order.prompt for order in running.provider.requests] == ["A calm sea"]


def test_image_to_video(running: TestService, tmp_path: Path) -> None:
    for name in ("first.png", "last.png"):
        Image.new("RGB", (320, 180), "teal").save(tmp_path / name)
    run(
        running, "image_to_video", tmp_path / "first.png", tmp_path / "last.png", tmp_path / "o.mp4"
    )
    assert (tmp_path / "o.mp4").read_bytes() == VIDEO


def test_many_prompts(running: TestService, tmp_path: Path) -> None:
    prompts = [f"Scene {n}" for n in range(9)]
    (tmp_path / "prompts.txt").write_text("\n".join(prompts))
    run(running, "many_prompts", tmp_path / "prompts.txt", tmp_path / "videos")
    made = sorted((tmp_path / "videos").iterdir())
    assert [path.name for path in made] == [f"{n:03}.mp4" for n in range(1, 10)]
    assert all(path.read_bytes() == VIDEO for path in made)
    assert sorted(order.prompt for order in running.provider.requests) == prompts


def test_many_prompts_of_which_some_go_wrong(tmp_path: Path) -> None:
    (tmp_path / "prompts.txt").write_text("Fog\nlost\nforgotten\nRain\n")
    ids: dict[str, str] = {}
    with JobService() as service:

        def submit(request: Request) -> Answer:
            prompt = request.json["prompt"]
            if prompt == "lost":
                return HANG_UP  # taken, but not answered
            answer = service.submit(request)
            ids[prompt] = [*service.jobs][-1]
            if prompt == "forgotten":
                service.route("GET", f"{VIDEOS}/{ids[prompt]}", error_answer(404))
            return answer

        service.route("POST", VIDEOS, submit)
        done = subprocess.run(
            command("many_prompts", tmp_path / "prompts.txt", tmp_path / "videos"),
            env={"OPENROUTER_API_KEY": "k", "OPENROUTER_BASE_URL": service.url},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    assert done.returncode == 1
    assert sorted(path.name for path in (tmp_path / "videos").iterdir()) == ["001.mp4", "004.mp4"]
    assert all(f" {job_id}\n" in done.stdout for job_id in ids.values())
    told = sorted(done.stderr.splitlines())
    assert [line[:3] for line in told] == ["002", "003"]
    assert ids["forgotten"] in told[1]


def test_resume_takes_no_torn_note_for_a_job(running: TestService, tmp_path: Path) -> None:
    note = tmp_path / "sea.mp4.job"
    note.write_text("")  # what a process left that was killed while it wrote
    run(running, "resume", "A calm sea", tmp_path / "sea.mp4")
    assert (tmp_path / "sea.mp4").read_bytes() == VIDEO
    assert len(running.provider.requests) == 1
    note.write_text("gen-vid-1")  # and one that was killed after its last download
    run(running, "resume", "A calm sea", tmp_path / "sea.mp4")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "sea.mp4"]


def test_resume(running: TestService, tmp_path: Path) -> None:
    with OpenRouter("k", server_url=running.api) as client:
        # What a process left that was killed while it waited:
        job = client.video_generation.generate(
            model="google/veo-3.1", prompt="A calm sea", duration=4
        )
    (tmp_path / "sea.mp4.job").write_text(job.id)
    for _ in range(2):
        run(running, "resume", "A calm sea", tmp_path / "sea.mp4")
        assert (tmp_path / "sea.mp4").read_bytes() == VIDEO
    assert len(running.provider.requests) == 1
    run(running, "resume", "Another", tmp_path / "other.mp4")
    assert len(running.provider.requests) == 2
    assert not list(tmp_path.glob("*.job"))


def test_webhook_receiver() -> None:
    body = (
        b'{"type": "video.generation.failed", "created_at": "2026-11-22T07:30:00Z",'
        b' "data": {"id": "a", "status": "failed", "error": "No luck"}}'
    )
    with subprocess.Popen(
        command("webhook_receiver", 0),
        env={"OPENROUTER_WEBHOOK_SECRET": SECRET},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as receiver:
        try:
            assert receiver.stdout is not None
            url = f"http://127.0.0.1:{receiver.stdout.readline().split()[-1]}/"
            headers = {webhooks.SIGNATURE_HEADER: webhooks.sign(body, SECRET)}
            forged = {webhooks.SIGNATURE_HEADER: webhooks.sign(body, "another")}
            statuses = [
                httpx.post(url, content=body, headers=h).status_code
                for h in (headers, headers, forged, {})
            ]
            assert statuses == [204, 204, 401, 401]
            assert receiver.stdout.readline() == "video.generation.failed a\n"
            assert receiver.stdout.readline().startswith("refused")
        finally:
            receiver.terminate()
