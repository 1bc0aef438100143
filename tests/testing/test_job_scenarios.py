"""How jobs go by their scenarios: their ends, their progress, their polls."""

from __future__ import annotations

import re

import httpx
import pytest

from rushes import OpenRouter
from rushes.sdk import errors
from rushes.testing.names import NAMES
from rushes.testing.scenario import ScenarioError
from tests.fakes.providers import VIDEO
from tests.testing.kits import REQUEST

PHASES = {"job": 11, "poll": 4, "content": 9, "webhook": 5}


def test_the_names_of_each_phase_are_tested():
    counted = {p: sum(p in named.effects for named in NAMES.values()) for p in PHASES}
    assert counted == PHASES


@pytest.mark.parametrize(
    ("name", "status", "error"),
    [
        ("failed", "failed", "could not generate"),
        ("moderated", "failed", "Veo could not generate"),
        ("expired", "expired", "expired"),
        ("cancelled", "cancelled", "Cancelled"),
    ],
)
def test_a_job_ends_without_a_video(service, client, submit, wait, name, status, error):
    service.next(name)
    job_id = submit()
    job = wait(job_id)
    assert job["status"] == status
    assert error in job["error"]
    assert "unsigned_urls" not in job
    assert client.get(f"/videos/{job_id}/content").status_code == 409
    assert job_id not in {request.job_id for request in service.engine.requests}
    with (
        OpenRouter("any", server_url=service.api_url) as opened,
        pytest.raises(errors.GenerationError, match=error),
    ):
        opened.video_generation.wait(job_id)


def test_the_reason_can_be_given(service, submit, wait):
    service.next("failed", "Out of film")
    service.next("moderated", "Not this")
    assert wait(submit())["error"] == "Out of film"
    assert wait(submit(prompt="Another"))["error"] == "Not this"


@pytest.mark.parametrize(
    ("model", "error"),
    [
        ("bytedance/seedance-2.0", r"may contain sensitive information\. Request id: \w"),
        ("google/gemini-omni-1.2-flash", r"^Input blocked: The prompt could not be processed\."),
        ("google/veo-3.1-fast", r"Try rephrasing the prompt.*Support codes: \d"),
        ("kwaivgi/kling-v3.0-pro", "risk control system"),
        ("runway/gen-4.5", "flagged by our content moderation system"),
        ("rushes/procedural-1", "provider's content moderation"),
        ("openai/sora-2-pro", "blocked by our moderation system"),
        ("x-ai/grok-imagine-video", "rejected by content moderation"),
    ],
)
def test_a_moderated_job_says_what_the_models_provider_says(service, submit, wait, model, error):
    service.next("moderated")
    assert re.search(error, wait(submit(model=model))["error"])


def test_a_stuck_job_expires_at_its_deadline(service, client, submit):
    service.next("stuck")
    job_id = submit()
    service.clock.advance(hours=5)
    assert client.get(f"/videos/{job_id}").json()["status"] == "in_progress"
    service.clock.advance(hours=2)
    assert client.get(f"/videos/{job_id}").json()["status"] == "expired"


def test_a_stuck_job_can_be_cancelled(service, client, submit, wait):
    service.next("stuck")
    job_id = submit()
    wait(job_id, {"in_progress"})
    assert client.post(f"/videos/{job_id}/cancel").status_code == 200
    assert wait(job_id)["status"] == "cancelled"


@pytest.mark.parametrize(
    ("curve", "half"),
    [
        ("linear", 0.5),
        ("slow_start", 0.125),
        ("slow_end", 0.875),
        ("steps", 0.5),
        ("stalled", 0.9),
        ([[0.25, 0.1], [0.75, 0.3]], 0.2),
    ],
)
def test_a_slow_job_shows_its_progress(service, client, submit, curve, half):
    service.next(job={"delay": 100, "curve": curve})
    job_id = submit()
    service.clock.advance(seconds=50.5)
    job = client.get(f"/videos/{job_id}").json()
    assert job["status"] == "in_progress"
    assert job["rushes"]["progress"] == pytest.approx(half, abs=0.03)
    service.clock.advance(seconds=49)
    assert client.get(f"/videos/{job_id}").json()["status"] == "in_progress"
    service.clock.advance(seconds=1)
    job = client.get(f"/videos/{job_id}").json()
    assert job["status"] == "completed"
    assert client.get(f"/videos/{job_id}/content").content == VIDEO


@pytest.mark.parametrize(
    ("name", "half"), [("slow_start", 0.125), ("slow_end", 0.875), ("steps", 0.5), ("stalled", 0.9)]
)
def test_a_prompt_asks_for_a_curve(service, client, submit, wait, name, half):
    job_id = submit(prompt=f"A calm sea [rushes:{name}=100]")
    service.clock.advance(seconds=50.5)
    job = client.get(f"/videos/{job_id}").json()
    assert job["rushes"]["progress"] == pytest.approx(half, abs=0.03)
    service.clock.advance(seconds=50)
    assert wait(job_id)["status"] == "completed"


def test_a_job_fails_after_a_while(service, client, submit):
    service.next("failed", job={"delay": 60})
    job_id = submit()
    service.clock.advance(seconds=59)
    assert client.get(f"/videos/{job_id}").json()["status"] == "in_progress"
    service.clock.advance(seconds=2)
    assert client.get(f"/videos/{job_id}").json()["status"] == "failed"


def test_a_queued_job_is_pending(service, client, submit, wait):
    service.next("queued", 60)
    job_id = submit()
    service.clock.advance(seconds=59)
    assert client.get(f"/videos/{job_id}").json()["status"] == "pending"
    service.clock.advance(seconds=2)
    assert wait(job_id)["status"] == "completed"


@pytest.mark.parametrize("way", ["next", "when", "scenarios"])
def test_a_delay_alone_is_that_of_the_job(service, client, submit, wait, way):
    match way:
        case "next":
            service.next(delay=100)
        case "when":
            service.when(model="google/*").then(delay=100)
        case _:
            httpx.put(f"{service.url}/rushes/scenarios", json=[{"delay": 100}]).raise_for_status()
    job_id = submit()
    service.clock.advance(seconds=99)
    assert client.get(f"/videos/{job_id}").json()["status"] == "in_progress"
    service.clock.advance(seconds=1)
    assert wait(job_id)["status"] == "completed"


def test_a_delay_that_is_no_number_is_refused(service):
    with pytest.raises(ScenarioError, match="delay: 'long' is not accepted"):
        service.next(delay="long")
    with pytest.raises(ScenarioError, match="did you mean delay"):
        service.next(dealy=2)


def test_slow_jobs_keep_no_others_waiting(service, submit, wait):
    service.when(prompt="slow").then("stuck")
    for number in range(20):
        submit(prompt=f"slow {number}")
    assert wait(submit(prompt="quick"))["status"] == "completed"


def test_polls_show_a_status_that_is_unknown(service, client, submit, wait):
    service.next("unknown_status", "dead")
    job_id = submit()
    shown = [client.get(f"/videos/{job_id}").json()["status"] for _ in range(3)]
    assert shown == ["dead"] * 3
    assert wait(job_id)["status"] == "completed"


def test_an_unknown_status_may_last(service, client, submit):
    service.next(poll={"shown_status": "lost", "times": None})
    job_id = submit()
    shown = {client.get(f"/videos/{job_id}").json()["status"] for _ in range(8)}
    assert shown == {"lost"}


def test_polls_fail_at_first(service, client, submit, wait):
    service.next("poll_errors", 2)
    job_id = submit()
    assert [client.get(f"/videos/{job_id}").status_code for _ in range(3)] == [500, 500, 200]
    assert wait(job_id)["status"] == "completed"


@pytest.mark.parametrize("name", ["poll_errors", "poll_resets", "poll_html"])
def test_the_sdk_outlives_polls_that_fail(service, name, tmp_path):
    service.next(name, 1)
    with OpenRouter("any", server_url=service.api_url) as opened:
        video = opened.video_generation.generate_and_wait(**REQUEST)
        assert video.save(tmp_path / "video.mp4").read_bytes() == VIDEO
    polls = [r for r in service.requests if r.operation == "poll"]
    assert polls[0].status != 200
    assert polls[0].scenario == name


def test_polls_are_reset(service, client, submit):
    service.next("poll_resets", 1)
    job_id = submit()
    with pytest.raises(httpx.NetworkError):
        client.get(f"/videos/{job_id}")
    assert client.get(f"/videos/{job_id}").status_code == 200


def test_a_prompt_asks_for_scenarios(service, submit, wait):
    job = wait(submit(prompt="A sea [Rushes:Failed=No more sea] [rushes:poll_errors=1] at dawn"))
    assert job == job | {"status": "failed", "error": "No more sea"}
    assert [r.status for r in service.requests][:2] == [202, 500]
    assert service.requests[0].scenario == "failed+poll_errors"


def test_what_is_rendered_is_the_prompt_without_the_magic_words(service, submit, wait):
    job = wait(submit(prompt="A sea [rushes:no_length] at dawn"))
    assert service.engine.requests[-1].prompt == "A sea  at dawn"
    assert job["rushes"]["prompt"] == "A sea [rushes:no_length] at dawn"


def test_a_magic_word_that_is_none_is_refused(service, client):
    for prompt, problem in {
        "[rushes:moderatd]": "did you mean moderated",
        "[rushes:]": "there is no scenario ''",
        "[rushes:failed] [rushes:hang=3]": "takes none",
        "[rushes:failed A sea": "prompt: '[rushes:failed' has no closing bracket",
        "A sea [rushes:slow=60": "'[rushes:slow' has no closing bracket",
        "[rushes:slow=long]": "prompt: value of 'slow': 'long' is not accepted",
        "[rushes:slow=nan]": "value of 'slow': 'nan' is not accepted; it must be a finite number",
    }.items():
        response = client.post("/videos", json={**REQUEST, "prompt": prompt})
        assert response.status_code == 400
        assert response.json()["error"]["metadata"]["field"] == "prompt"
        assert problem in response.json()["error"]["message"]


def test_a_name_that_is_a_status_is_refused(service):
    with pytest.raises(ScenarioError, match="503 is not a name; for a status, use 'status'"):
        service.next(503)


def test_a_magic_word_works_for_errors_as_well(client):
    prompt = "A sea [rushes:rate_limited=3]"
    response = client.post("/videos", json={**REQUEST, "prompt": prompt})
    assert (response.status_code, response.headers["retry-after"]) == (429, "3")
