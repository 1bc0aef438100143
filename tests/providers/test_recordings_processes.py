"""Several processes that record into one folder, as the workers of a test run do."""

from __future__ import annotations

import contextlib
import json
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from rushes.providers import recording_lock
from rushes.providers.openrouter import OpenRouterProvider
from tests.contract.live_service import QUICK, SECRET, live_service, running_fake
from tests.providers.test_recordings import asked, recording, replaying, request, settings_of
from tests.service import serve_process

PATIENCE = 30.0  # seconds


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch):
    monkeypatch.setattr(OpenRouterProvider, "poll_floor", 0.02)


@contextlib.contextmanager
def patient(tmp_path, fake, name):
    """Record with a provider whose answers are waited for as long as a test takes."""
    settings = settings_of(fake[1])
    settings["capabilities"] = {**QUICK, "create_timeout": PATIENCE}
    with live_service(
        tmp_path / name, {"openrouter": settings}, record=tmp_path / "tape"
    ) as service:
        yield service


@contextlib.contextmanager
def processes(tmp_path, fake, number=2):
    """Serve in processes of their own, which record into one folder."""
    with contextlib.ExitStack() as stack:
        yield [
            stack.enter_context(
                serve_process(
                    *("--data-dir", tmp_path / f"process-{index}"),
                    RUSHES_RECORD=str(tmp_path / "tape"),
                    RUSHES_PROVIDERS="openrouter",
                    RUSHES_OPENROUTER_BASE_URL=fake[1],
                    RUSHES_OPENROUTER_API_KEY=SECRET,
                    RUSHES_OPENROUTER_CAPABILITIES=json.dumps(QUICK),
                    RUSHES_FETCH_PRIVATE_URLS="true",
                )
            )
            for index in range(number)
        ]


def client_of(api):
    key = {"Authorization": "Bearer any"}
    return httpx.Client(base_url=api, headers=key, trust_env=False, timeout=PATIENCE)


def submitted(api, body):
    with client_of(api) as client:
        answer = client.post("/videos", json=body)
        assert answer.status_code == 202, answer.text
        return answer.json()["id"]


def made(api, body):
    """Return how the job of a request ended, and its video."""
    return end_of(api, submitted(api, body))


def end_of(api, job):
    """Return how a job ended, and its video."""
    with client_of(api) as client:
        with client.stream("GET", f"/videos/{job}/events") as events:
            shown = [line for line in events.iter_lines() if line.startswith("data: ")]
        ended = json.loads(shown[-1].removeprefix("data: "))
        video = b""
        if ended["status"] == "completed":
            video = client.get(f"/videos/{job}/content").content
        return ended, video


def status_of(api, job):
    with client_of(api) as client:
        return client.get(f"/videos/{job}").json()["status"]


def wait_until(condition):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def left_over(tmp_path):
    """Return the files of recordings that are neither an exchange nor a video."""
    files = [path.name for path in (tmp_path / "tape").glob("*/*")]
    return [name for name in files if name not in {"exchange.json", "video.mp4"}]


def test_processes_pass_a_request_on_once(tmp_path):
    body = request("A boat of two [fault:slow-after=1]")
    with running_fake("openrouter") as fake, processes(tmp_path, fake) as services:
        with ThreadPoolExecutor(len(services)) as pool:
            found = list(pool.map(lambda service: made(service[1], body), services))
        assert asked(fake) == 1
        assert len(fake[0].charges) == 1
    assert [ended["status"] for ended, _ in found] == ["completed"] * 2, found
    assert len({video for _, video in found}) == 1
    assert all(ended["usage"]["cost"] > 0 for ended, _ in found)
    assert not left_over(tmp_path)
    with replaying(tmp_path) as service:
        [replayed] = service.make(body)
    assert replayed.video == found[0][1]


def test_a_process_that_is_killed_while_it_sends_leaves_the_request_to_another(tmp_path):
    body = request("A boat of the killed [fault:slow-before=1]")
    with running_fake("openrouter") as fake, processes(tmp_path, fake) as services:
        (killed, first), (_, second) = services
        submitted(first, body)
        wait_until(lambda: fake[0].injector.drawn[body["prompt"]] == 1)
        job = submitted(second, body)
        killed.kill()
        ended, video = end_of(second, job)
    assert ended["status"] == "completed", ended
    assert video
    assert not left_over(tmp_path)


def test_a_process_goes_on_with_the_video_of_one_that_was_killed(tmp_path):
    body = request("A boat that stays")
    with running_fake("openrouter", render=3) as fake, processes(tmp_path, fake) as services:
        (killed, first), (_, second) = services
        submitted(first, body)
        wait_until(lambda: asked(fake) == 1)
        job = submitted(second, body)
        wait_until(lambda: status_of(second, job) == "in_progress")
        killed.kill()
        ended, _ = end_of(second, job)
        assert ended["status"] == "completed", ended
        assert asked(fake) == 1
    assert not left_over(tmp_path)


def test_a_cancel_in_one_service_leaves_the_video_to_the_other(tmp_path):
    body = request("A boat of two services")
    with (
        running_fake("openrouter", render=1) as fake,
        recording(tmp_path, fake, "one") as one,
        recording(tmp_path, fake, "two") as two,
    ):
        first = one.submit(body)
        one.wait(first, lambda job: job["status"] == "in_progress")
        second = two.submit(body)
        two.wait(second, lambda job: job["status"] == "in_progress")
        one.cancel(first)
        assert one.end(first).ending == "cancelled"
        assert two.end(second).ending == "completed"
        assert asked(fake) == 1


def test_the_last_cancel_stops_the_video(tmp_path):
    body = request("A boat that nobody wants")
    with (
        running_fake("openrouter", render=20) as fake,
        recording(tmp_path, fake, "one") as one,
        recording(tmp_path, fake, "two") as two,
    ):
        jobs = [(service, service.submit(body)) for service in (one, two)]
        for service, job in jobs:
            service.wait(job, lambda job: job["status"] == "in_progress")
        for service, job in jobs:
            service.cancel(job)
            assert service.end(job).ending == "cancelled"
        assert asked(fake) == 1
    assert not left_over(tmp_path)
    with replaying(tmp_path) as service:
        [replayed] = service.make(body)
    assert "its job was cancelled or has expired. To record it" in replayed.message


def test_a_service_that_waits_for_another_answers_and_cancels(tmp_path, monkeypatch):
    monkeypatch.setattr(recording_lock, "PATIENCE", 0.2)
    body = request("A boat that is held [fault:held]")
    with (
        running_fake("openrouter") as fake,
        patient(tmp_path, fake, "one") as one,
        patient(tmp_path, fake, "two") as two,
    ):
        first = one.submit(body)
        wait_until(lambda: asked(fake) == 1)
        second = two.submit(body)
        waiting = two.wait(second, lambda job: "delay_reason" in job.get("rushes", {}))
        assert "Another process is still recording" in waiting.extension["delay_reason"]
        [other] = two.make(request("A boat that is not held"))
        assert other.ending == "completed"
        two.cancel(second)
        assert two.end(second).ending == "cancelled"
        fake[0].accepted[0].released.set()
        httpx.get(fake[1], trust_env=False)  # so that its event loop sees it
        assert one.end(first).ending == "completed"
        assert asked(fake) == 2


def test_what_a_killed_process_left_holds_nobody_up(tmp_path):
    body = request("A boat of old")
    with running_fake("openrouter") as fake:
        with recording(tmp_path, fake, "before") as service:
            service.make(body)
        [exchange] = (tmp_path / "tape").glob("*/exchange.json")
        exchange.unlink()
        (exchange.parent / "video.mp4").rename(exchange.parent / "video.part")
        (exchange.parent / "lock").touch()
        shared = {"account": "openrouter", "id": fake[0].accepted[0].id}
        (exchange.parent / "upstream.json").write_text(json.dumps(shared))
        with recording(tmp_path, fake) as service:
            [made_again] = service.make(body)
        assert made_again.ending == "completed"
        assert asked(fake) == 2
    assert not left_over(tmp_path)


def test_another_account_waits_for_the_recording_and_answers_from_it(tmp_path):
    body = request("A boat of two accounts")
    with running_fake("openrouter", render=1) as fake:
        settings = settings_of(fake[1])
        settings["api_keys"] = {"spare": settings.pop("api_key")}
        folder = tmp_path / "tape"
        with (
            recording(tmp_path, fake, "one") as one,
            live_service(tmp_path / "two", {"openrouter": settings}, record=folder) as two,
        ):
            first = one.submit(body)
            one.wait(first, lambda job: job["status"] == "in_progress")
            [second] = two.make(body)
            assert one.end(first).ending == second.ending == "completed", second.message
            assert asked(fake) == 1
