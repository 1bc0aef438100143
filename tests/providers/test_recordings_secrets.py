"""What recordings never have: keys, passwords, signatures."""

from __future__ import annotations

import json
import time

import httpx
import pytest

from rushes.providers.recorded_request import digest_of
from rushes.providers.recording_secrets import is_credential, redacted
from tests.contract.live_service import SECRET
from tests.providers.test_recordings import (
    fake,
    given,
    quick_polls,
    recording,
    replaying,
    request,
)

__all__ = ["fake", "quick_polls"]
API_KEY = "planted-api-key-7c1f09"
SEED_OF_LINKS = "planted-url-secret-88af5d"
TOKEN = "planted-picture-token-f00d51"
PASSWORD = "planted-password-77ab"
OPTION = "sk-planted-option-0123456789"


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
        *("pass", "db_pass", "pat", "xapikey", "accessKeyId", "access_key_id", "signature", "hmac"),
        *("otp", "pin", "dsn", "connection_string", "connectionString", "sas", "sasUrl", "login"),
        *("keys", "tokens", "service_account", "service_account_json", "serviceAccount"),
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
        *(
            "max_tokens",
            "maxTokens",
            "token_count",
            "max_token",
            "keyframes",
            "key_frames",
            "keyFrame",
        ),
        *("chroma_key", "chromaKey", "keywords", "monkey", "author", "secretary", "passage"),
        *("pinned", "passes", "compass", "bypass", "low_pass", "pattern", "seed", "time_signature"),
        *("tokenizer", "key_light", "idempotency_key", "cookie_cutter", "authenticity", "prompt"),
    ],
)
def test_an_innocent_name_is_left_alone(name):
    assert not is_credential(name, "value")


@pytest.mark.parametrize(
    ("name", "value"),
    [("tokens", 5), ("tokens", "5"), ("pass", 2), ("keys", [{"at": 0.5}]), ("keys", True)],
)
def test_counts_and_settings_are_no_credentials(name, value):
    assert not is_credential(name, value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("s3://AK:planted@b/x", "s3://[redacted]@b/x"),
        ("s3://AK:planted/with+slash@b/x", "s3://[redacted]@b/x"),
        ("postgresql://u:planted@h/d", "postgresql://[redacted]@h/d"),
        ("ftp://u:pl@nted@h/d", "ftp://[redacted]@h/d"),
        ("wss://h/x?v=1&token=planted#t", "wss://h/x?v=1&token=[redacted]#t"),
        ("see https://u:planted@h/x there", "see https://[redacted]@h/x there"),
        (
            "https://h/?u=https%3A%2F%2Fs%3Fsig%3Dplanted%26v",
            "https://h/?u=https%3A%2F%2Fs%3Fsig%3D",
        ),
        (
            "Protocol=https;AccountKey=planted==;Suffix=a",
            "Protocol=https;AccountKey=[redacted];",
        ),
        ("host=h password=planted dbname=d", "host=h password=[redacted] dbname=d"),
        ("Authorization: Basic cGxhbnRlZA==", "Authorization: Basic [redacted]"),
        ("Authorization: bearer planted", "Authorization: bearer [redacted]"),
        ("https://hooks.slack.com/services/T0/B0/planted", "https://hooks.slack.com/[redacted]"),
        (
            "https://discord.com/api/webhooks/1/planted",
            "https://discord.com/api/webhooks/[redacted]",
        ),
    ],
)
def test_a_credential_is_known_by_its_form(text, shown):
    found = redacted({"note": [text]}, ())["note"][0]
    assert found.startswith(shown)
    assert "planted" not in found
    assert "cGxhbnRlZA" not in found


@pytest.mark.parametrize(
    "text",
    [
        *("A basic Lighting, Basic setups", "At 16:9, http://h:8080/a/@b", "tokens=5 pass=2"),
        *("http://[::1]:80/@x?v=1&size=large", "a = b, key: C major", "user@mail.example"),
    ],
)
def test_usual_texts_are_left_alone(text):
    assert redacted(text, ()) == text


@pytest.mark.parametrize("part", ["a=b", "a://", "password=", "token=x?", "http://a:b", "eyJ-"])
def test_long_texts_take_little_time(part):
    began = time.monotonic()
    redacted(part * (200_000 // len(part)), ())
    assert time.monotonic() - began < 5  # seconds; it is a fraction of one


def test_urls_in_texts_are_recorded_without_secrets(tmp_path, fake):
    url = "https://planted-user:planted-pass@pictures.example/a.png?sig=planted-signature&v=1"
    frame = {"type": "image_url", "image_url": {"url": url}, "frame_type": "first_frame"}
    body = request(
        f"A boat like {url} [fault:refuse=Cannot read {url} by planted-pass and planted-signature]",
        frame_images=[frame],
    )
    with recording(tmp_path, fake) as service:
        [first] = service.make(body)
    assert first.ending == "failed"
    [path] = (tmp_path / "tape").glob("*/exchange.json")
    kept = json.loads(path.read_text())
    assert "planted" not in path.read_text()
    assert "pictures.example/a.png" in kept["request"]["prompt"]
    assert "pictures.example/a.png" in kept["ending"]["refusal"]
    with replaying(tmp_path) as service:
        [same] = service.make(body)
    assert same.message == kept["ending"]["refusal"]


def test_prompts_that_differ_only_in_a_signature_are_one_request():
    def digest(signature, **changes):
        link = f"https://u:{signature}@h/a.png?X-Amz-Signature={signature}&v=1"
        return digest_of(given({**request(f"A boat like {link} at sea"), **changes}), "")

    assert digest("one") == digest("other")
    assert digest("one") != digest("one", prompt="A boat like https://h/a.png?v=2 at sea")
    red, blue = (request(f"https://h/a.png?sig=one {color}") for color in ("red", "blue"))
    assert digest_of(given(red), "") != digest_of(given(blue), "")


def test_a_private_key_within_a_text_is_not_recorded():
    pem = "-----BEGIN PRIVATE KEY-----\\nMIIhunter2\\n-----END PRIVATE KEY-----"
    assert redacted({"account": f'{{"pem": "{pem}"}}'}, ()) == {"account": '{"pem": "[redacted]"}'}
    assert redacted("-----BEGIN RSA PRIVATE KEY-----\nMIIhunter2", ()) == "[redacted]"
