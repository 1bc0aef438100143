"""Recording the exchanges with a provider, and answering from what was recorded."""

from __future__ import annotations

import contextlib
import json

import httpx
import pytest

from rushes.providers.openrouter import OpenRouterProvider
from rushes.providers.recorded_request import is_credential, redacted
from rushes.runtime import Runtime
from rushes.settings import SettingError, Settings
from tests.contract.live_service import QUICK, SECRET, live_service, running_fake
from tests.service import serve_process

API_KEY = "planted-api-key-7c1f09"
SEED_OF_LINKS = "planted-url-secret-88af5d"
TOKEN = "planted-picture-token-f00d51"
PASSWORD = "planted-password-77ab"
OPTION = "sk-planted-option-0123456789"
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


def test_secrets_are_never_recorded(tmp_path, fake):
    url = f"https://user:{PASSWORD}@pictures.example/cat.png?token={TOKEN}&size=large"
    frame = {"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}
    body = request(
        f"A boat and the key {SECRET} [fault:fail]",
        frame_images=[frame],
        provider={"options": {"openrouter": {"credential": OPTION}}},
        trace={"authorization": API_KEY},
    )
    options = {"api_keys": [API_KEY], "url_secret": SEED_OF_LINKS}
    with recording(tmp_path, fake, **options) as service:
        answer = httpx.post(
            f"{service.url}/api/v1/videos",
            json=body,
            headers={"Authorization": f"Bearer {API_KEY}"},
            trust_env=False,
        )
        assert answer.status_code == 202, answer.text
        job, key = answer.json()["id"], {"Authorization": f"Bearer {API_KEY}"}
        with httpx.stream(
            "GET", f"{service.url}/api/v1/videos/{job}/events", headers=key, trust_env=False
        ) as events:
            assert "event: " in "".join(events.iter_text())
    files = [path for path in (tmp_path / "tape").rglob("*") if path.is_file()]
    assert files
    for path in files:
        content = path.read_bytes()
        for secret in (SECRET, API_KEY, SEED_OF_LINKS, TOKEN, PASSWORD, OPTION):
            assert secret.encode() not in content, (path, secret)
        assert "pictures.example/cat.png" in content.decode()


def test_the_signature_of_a_url_does_not_make_a_request_distinct(tmp_path, fake):
    def with_url(url):
        frame = {"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}
        return request("A boat in a picture", frame_images=[frame])

    signed = "https://pictures.example/boat.png?v=1&X-Amz-Signature=%s&X-Amz-Date=%s"
    with recording(tmp_path, fake) as service:
        service.make(with_url(signed % ("abc", 1)))
    with replaying(tmp_path) as service:
        [same] = service.make(with_url(signed % ("def", 2)))
        [other] = service.make(with_url(signed.replace("v=1", "v=2") % ("abc", 1)))
    assert same.ending == "completed"
    assert other.ending == "failed"


def test_a_credential_in_an_option_is_neither_recorded_nor_makes_a_request_distinct(tmp_path, fake):
    def with_key(key, **options):
        given = {"google-vertex": {"auth": {"apiKey": key}, "max_tokens": 5, **options}}
        return request("A boat with a key", provider={"options": given})

    with recording(tmp_path, fake) as service:
        [first] = service.make(with_key("hunter2hunter2"))
    assert fake[0].accepted[-1].body["provider"]["options"]["google-vertex"]["auth"]["apiKey"]
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    assert "hunter2" not in path.read_text()
    options = json.loads(path.read_text())["request"]["provider"]["options"]["google-vertex"]
    assert options == {"auth": "[redacted]", "max_tokens": 5}
    with replaying(tmp_path) as service:
        [same] = service.make(with_key("another-key"))
        [other] = service.make(with_key("hunter2hunter2", max_tokens=6))
    assert same.video == first.video != b""
    assert other.ending == "failed"


def test_a_credential_that_is_repeated_elsewhere_is_not_recorded(tmp_path, fake):
    options = {"openrouter": {"clientSecret": "hunter2hunter2"}}
    body = request("A boat [fault:refuse=hunter2hunter2]", provider={"options": options})
    with recording(tmp_path, fake) as service:
        [outcome] = service.make(body)
    assert outcome.ending == "failed"
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    assert "hunter2" not in path.read_text()
    assert json.loads(path.read_text())["ending"]["refusal"]


@pytest.mark.parametrize(
    "name",
    [
        *("api_key", "apiKey", "API-KEY", "x-api-key", "APIKey", "apikey", "key", "accessKey"),
        *("secret_key", "api_keys", "privateKey", "token", "accessToken", "auth_tokens"),
        *("secret", "clientSecret", "clientsecret", "password", "db_passwd", "credentials"),
        *("Authorization", "proxy-authorization", "auth", "Cookie", "google.credential"),
    ],
)
def test_a_name_says_that_its_value_is_a_credential(name):
    assert is_credential(name, "hunter2")
    assert redacted({"deep": [{name: {"value": "hunter2"}}]}, ()) == {
        "deep": [{name: "[redacted]"}]
    }


@pytest.mark.parametrize(
    "name",
    [
        *("max_tokens", "maxTokens", "tokens", "max_token", "keyframes", "key_frames", "keyFrame"),
        *("chroma_key", "chromaKey", "keywords", "monkey", "author", "secretary", "passage"),
        *("tokenizer", "key_light", "idempotency_key", "cookie_cutter", "authenticity", "prompt"),
    ],
)
def test_an_innocent_name_is_left_alone(name):
    assert not is_credential(name, "value")


def test_a_private_key_within_a_text_is_not_recorded():
    pem = "-----BEGIN PRIVATE KEY-----\\nMIIhunter2\\n-----END PRIVATE KEY-----"
    assert redacted({"account": f'{{"pem": "{pem}"}}'}, ()) == {"account": '{"pem": "[redacted]"}'}
    assert redacted("-----BEGIN RSA PRIVATE KEY-----\nMIIhunter2", ()) == "[redacted]"


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
