"""Recording the exchanges with a provider, and answering from what was recorded."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace

import httpx
import pytest

from rushes.providers.base import Cancellation, Progress, ProviderRequest, UpstreamJob
from rushes.providers.openrouter import OpenRouterProvider
from rushes.providers.recorded_request import digest_of
from rushes.providers.recording import RecordingProvider
from rushes.runtime import Runtime
from rushes.settings import SettingError, Settings
from tests.contract.live_service import QUICK, SECRET, live_service, running_fake
from tests.service import serve_process

REQUEST = {
    "model": "google/veo-3.1",
    "prompt": "A calm sea",
    "duration": 4,
    "resolution": "720p",
    "generate_audio": False,
}


@pytest.fixture(scope="module")
def fake():
    with running_fake("openrouter") as (upstream, url):
        yield upstream, url


@pytest.fixture(autouse=True)
def quick_polls(monkeypatch):
    monkeypatch.setattr(OpenRouterProvider, "poll_floor", 0.02)


def settings_of(url):
    return {"base_url": url, "api_key": SECRET, "capabilities": QUICK}


@contextlib.contextmanager
def recording(tmp_path, fake, name="recording", **options):
    _, url = fake
    folder = tmp_path / "tape"
    providers = {"openrouter": settings_of(url)}
    with live_service(tmp_path / name, providers, record=folder, **options) as service:
        yield service


@contextlib.contextmanager
def replaying(tmp_path, name="replay"):
    with live_service(tmp_path / name, {}, replay=tmp_path / "tape") as service:
        yield service


def asked(fake):
    """Return how many jobs the upstream has made so far."""
    return len(fake[0].accepted)


def request(prompt, **fields):
    return {**REQUEST, "prompt": prompt, **fields}


def given(body):
    """Return a request as providers are given it."""
    return ProviderRequest(
        "key", "m", "A boat", 1280, 720, 4, audio=False, seed=1, body=json.dumps(body)
    )


DIGEST = digest_of(given(request("A boat")), "")


class Stub:
    """A provider that accepts everything, and knows what was cancelled."""

    slug, name, capabilities = "stub", "Stub", None

    def __init__(self):
        self.made = 0
        self.fraction = 0.0
        self.cancelled = []

    async def create(self, request, before_send):
        await before_send()
        self.made += 1
        return UpstreamJob(f"upstream-{self.made}", request.model)

    async def poll(self, job):
        return Progress("done" if self.fraction == 1 else "running", self.fraction)

    async def close(self):
        pass

    async def cancel(self, job):
        self.cancelled.append(job.id)
        return Cancellation("stopped")


async def nothing():
    pass


def test_a_request_is_passed_on_once_and_answered_from_the_recording_afterwards(tmp_path, fake):
    before = asked(fake)
    with recording(tmp_path, fake) as service:
        [first] = service.make(request("A red boat"))
        [again] = service.make(request("A red boat"))
        [other] = service.make(request("A blue boat"))
    assert asked(fake) == before + 2
    with recording(tmp_path, fake, "later") as service:
        [later] = service.make(request("A red boat"))
    with replaying(tmp_path) as service:
        [replayed] = service.make(request("A red boat"))
    assert asked(fake) == before + 2
    for outcome in (again, later, replayed):
        assert outcome.ending == "completed", outcome.body
        assert outcome.video == first.video != b""
        assert outcome.cost == first.cost > 0
    assert other.ending == "completed"


def test_identical_requests_at_the_same_time_are_passed_on_once(tmp_path, fake):
    before = asked(fake)
    # Of different users, or they would be one job of this service.
    bodies = [request("A green boat", user=f"user-{number}") for number in range(4)]
    with recording(tmp_path, fake) as service:
        outcomes = service.make(*bodies)
    assert [outcome.ending for outcome in outcomes] == ["completed"] * 4
    assert len({outcome.id for outcome in outcomes}) == 4
    assert len({outcome.video for outcome in outcomes}) == 1
    assert asked(fake) == before + 1


def test_a_cancel_of_one_leaves_the_video_to_the_others(tmp_path):
    with (
        running_fake("openrouter", render=1) as fake,
        recording(tmp_path, fake) as service,
    ):
        bodies = [request("A slow boat", user=f"user-{number}") for number in range(2)]
        one, other = map(service.submit, bodies)
        service.wait(one, lambda job: job["status"] == "in_progress")
        service.wait(other, lambda job: job["status"] == "in_progress")
        service.cancel(one)
        ended = service.end(other)
    assert ended.ending == "completed", ended.body
    assert len(fake[0].accepted) == 1


def test_a_seed_that_the_service_drew_does_not_make_a_request_distinct(tmp_path, fake):
    with recording(tmp_path, fake) as service:
        service.make(request("A yellow boat"), request("A yellow boat", seed=7))
    with replaying(tmp_path) as service:
        endings = [
            service.make(request("A yellow boat", **fields))[0].ending
            for fields in ({}, {"seed": 7}, {"seed": 8})
        ]
    assert endings == ["completed", "completed", "failed"]


@pytest.mark.parametrize("word", ["fail", "moderated"])
def test_how_a_job_ended_otherwise_is_recorded_too(tmp_path, fake, word):
    with recording(tmp_path, fake) as service:
        [first] = service.make(request(f"A boat [fault:{word}]"))
    before = asked(fake)
    with replaying(tmp_path) as service:
        [replayed] = service.make(request(f"A boat [fault:{word}]"))
    assert first.ending == replayed.ending == "failed"
    assert first.message == replayed.message
    assert asked(fake) == before


def test_an_unknown_request_says_how_to_record_it(tmp_path, fake):
    with recording(tmp_path, fake) as service:
        service.make(request("A white boat"))
    with replaying(tmp_path) as service:
        [outcome] = service.make(request("A white boat", duration=6))
    assert outcome.ending == "failed"
    assert f"No recording of this request is in {tmp_path / 'tape'}" in outcome.message
    assert "The nearest one differs in duration" in outcome.message
    assert "RUSHES_RECORD=" in outcome.message
    (tmp_path / "none").mkdir()
    with live_service(tmp_path / "empty", {}, replay=tmp_path / "none") as service:
        [outcome] = service.make(REQUEST)
    assert "There are none at all" in outcome.message


def test_missing_credit_leaves_a_recording_unfinished(tmp_path):
    body = request("A poor boat")
    with running_fake("openrouter", balance=0) as fake, recording(tmp_path, fake) as service:
        [first] = service.make(body)
    assert "The balance is not sufficient" in first.message
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    kept = json.loads(path.read_text())
    assert kept["ending"] is None
    with replaying(tmp_path) as service:
        [replayed] = service.make(body)
    assert replayed.message == (
        f"The recording in {path.parent} is unfinished since {kept['recorded_at']}:"
        f" {first.message}. To record it, run once with RUSHES_RECORD={tmp_path / 'tape'},"
        " RUSHES_PROVIDERS and the provider's key, without RUSHES_REPLAY"
    )
    with running_fake("openrouter") as fake, recording(tmp_path, fake, "rich") as service:
        [again] = service.make(body)
    with replaying(tmp_path, "again") as service:
        [replayed] = service.make(body)
    assert again.ending == replayed.ending == "completed", replayed.message
    assert json.loads(path.read_text())["problem"] is None


def test_a_refusal_of_the_request_is_an_answer(tmp_path, fake):
    body = request("A refused boat [fault:refuse=No_boats]")
    with recording(tmp_path, fake) as service:
        [first] = service.make(body)
    with replaying(tmp_path) as service:
        [replayed] = service.make(body)
    assert first.message == replayed.message
    assert "No_boats" in first.message


def test_what_is_missing_of_a_recording_is_said(tmp_path, fake):
    body = request("A boat in parts")
    with recording(tmp_path, fake) as service:
        service.make(body)
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    (path.parent / "video.mp4").unlink()
    with replaying(tmp_path, "without a video") as service:
        [outcome] = service.make(body)
    assert ": video.mp4 is missing. To record it" in outcome.message
    kept = json.loads(path.read_text())
    del kept["problem"]  # as an earlier version wrote it
    path.write_text(json.dumps({**kept, "ending": None}))
    with replaying(tmp_path, "without an end") as service:
        [outcome] = service.make(body)
    assert "its process has ended before the video was made" in outcome.message


def test_a_damaged_recording_is_named(tmp_path, fake):
    with recording(tmp_path, fake) as service:
        service.make(request("A grey boat"))
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    path.write_text(path.read_text().replace('"format": 1', '"format": 99'))
    with replaying(tmp_path) as service:
        [outcome] = service.make(request("A grey boat"))
    assert "delete it and record it again" in outcome.message
    assert str(path) in outcome.message


async def test_a_recording_has_no_polls_of_a_cancelled_job(tmp_path):
    upstream = Stub()
    provider = RecordingProvider(upstream, tmp_path / "tape", ())
    for fractions in ((0.1, 0.5, 0.9), (0.2, 0.6, 1)):
        job = await provider.create(given(REQUEST), nothing)
        for upstream.fraction in fractions:
            await provider.poll(job)
        await provider.cancel(job)
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    kept = json.loads(path.read_text())
    assert [poll["fraction"] for poll in kept["polls"]] == [0.2, 0.6]
    assert kept["ending"] is not None
    assert not provider._exchanges.under_way


async def test_two_creates_with_one_key_are_one_asker(tmp_path):
    upstream = Stub()
    provider = RecordingProvider(upstream, tmp_path / "tape", ())
    jobs = [await provider.create(given(REQUEST), nothing) for _ in range(2)]
    assert jobs[0] == jobs[1]
    assert upstream.made == 1
    await provider.cancel(jobs[0])
    assert upstream.cancelled == ["upstream-1"]
    assert not provider._exchanges.under_way


async def test_a_cancel_after_a_restart_leaves_the_video_to_the_others(tmp_path):
    upstream = Stub()
    before = RecordingProvider(upstream, tmp_path / "tape", ())
    requests = [replace(given(REQUEST), key=key) for key in ("one", "two")]
    jobs = [await before.create(asked, nothing) for asked in requests]
    await before.close()
    provider = RecordingProvider(upstream, tmp_path / "tape", ())
    for job in jobs:
        await provider.poll(job)
    await provider.cancel(jobs[0])
    assert upstream.cancelled == []
    await provider.cancel(jobs[1])
    assert upstream.cancelled == ["upstream-1"]


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"frame_images": [], "input_references": None}, True),
        ({"duration": 4.0}, True),
        ({"provider": {"options": {"google-vertex": {}}}}, True),
        ({"provider": {"options": {}, "order": ["openrouter"]}}, True),
        ({"duration": 6.0}, False),
        ({"provider": {"options": {"google-vertex": {"a": 1}}}}, False),
        ({"metadata": {"a": 1}}, False),  # is sent, whatever it means
    ],
)
def test_requests_that_mean_the_same_have_one_recording(fields, same):
    assert (digest_of(given(request("A boat", **fields)), "") == DIGEST) == same


def test_a_service_that_ended_in_between_completes_the_recording(tmp_path):
    with running_fake("openrouter", render=1) as fake:
        with recording(tmp_path, fake) as service:
            begun = service.submit(request("A long boat"))
            service.wait(begun, lambda job: job["status"] == "in_progress")
        with recording(tmp_path, fake) as service:
            assert service.end(begun).ending == "completed"
        with replaying(tmp_path) as service:
            [outcome] = service.make(request("A long boat"))
        assert outcome.ending == "completed"
        assert len(fake[0].accepted) == 1


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"record": "a", "replay": "b"}, "cannot be set together"),
        ({"record": "a"}, "needs a provider"),
    ],
)
def test_settings_that_make_no_sense_are_refused(tmp_path, given, problem):
    with pytest.raises(SettingError, match=problem):
        Runtime(Settings(data_dir=tmp_path, **given))


def test_a_recording_is_for_people_to_read(tmp_path, fake):
    with recording(tmp_path, fake) as service:
        service.make(request("A small boat"))
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    kept = json.loads(path.read_text())
    assert kept["provider"] == "openrouter"
    assert kept["request"]["prompt"] == "A small boat"
    assert kept["request"]["duration"] == 4
    assert "seed" not in kept["request"]
    assert [poll["phase"] for poll in kept["polls"]] != []
    assert (path.parent / "video.mp4").stat().st_size > 1000


def test_the_command_serves_recordings(tmp_path, fake):
    with recording(tmp_path, fake) as service:
        service.make(request("A big boat"))
    options = ("--data-dir", tmp_path / "command")
    with serve_process(*options, RUSHES_REPLAY=str(tmp_path / "tape")) as (process, api):
        assert any("answered from the recordings" in line for line in process.stderr)
        key = {"Authorization": "Bearer any"}
        with httpx.Client(base_url=api, headers=key, trust_env=False) as client:
            job = client.post("/videos", json=request("A big boat")).json()["id"]
            with client.stream("GET", f"/videos/{job}/events") as events:
                assert '"completed"' in "".join(events.iter_text())
