"""Webhooks: the documented bytes, and deliveries to a real receiver."""

from __future__ import annotations

import json
import socket
import ssl
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime

import aiohttp
import httpx
import pytest
from pydantic import SecretStr
from standardwebhooks import Webhook as StandardWebhook

from rushes import webhook_post
from rushes.jobs import webhook_delivery
from rushes.logs import JsonFormatter
from rushes.providers.base import RefusedError
from rushes.sdk import webhooks
from rushes.url_check import FetchError
from rushes.webhook import Event
from rushes.webhook_post import unreached
from rushes.webhook_sender import WebhookSender
from rushes.wire.signatures import signature_header
from tests.certificates import serving, write_certificate
from tests.fakes.providers import VIDEO
from tests.fakes.stub_server import HANG_UP, SILENCE, Answer, StubServer
from tests.log_lines import events, parsed
from tests.service import running_service

JOB = "gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN"
SECRET = "whsec_self_hosted_demo"
# The documented vector: this secret, this time, these bytes, this signature.
BODY = (
    b'{"type":"video.generation.completed","created_at":"2026-11-22T07:30:00.000Z","data":{"id":'
    b'"gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN","status":"completed","generation_id":'
    b'"gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN","model":"acme/river-1","unsigned_urls":'
    b'["https://video.example.net/api/v1/videos/gen-vid-1793000000-k3Vd81Qm0ZrT5yXw7LbN/content'
    b'?index=0"],"usage":{"cost":0.36,"is_byok":false}}}'
)
SIGNATURE = "6a9792bfe75c8f292650e7025d19fa25478b5a812497c6126cfbfc53dee63b2d"


def event(**changes):
    values = {
        "job_id": JOB,
        "status": "completed",
        "model": "acme/river-1",
        "created_at": datetime(2026, 11, 22, 7, 30, tzinfo=UTC),
        "urls": [f"https://video.example.net/api/v1/videos/{JOB}/content?index=0"],
        "cost": 0.36,
    }
    return Event(**{**values, **changes})


def test_the_documented_vector():
    assert event().body() == BODY
    assert signature_header(SECRET.encode(), "1793000123", BODY) == f"t=1793000123,v1={SIGNATURE}"


@pytest.mark.parametrize("status", ["failed", "cancelled", "expired"])
def test_other_ends_carry_an_error_and_no_urls(status):
    shown = json.loads(event(status=status, error="No luck").body())
    assert shown["type"] == f"video.generation.{status}"
    assert shown["data"]["error"] == "No luck"
    assert {"unsigned_urls", "usage"}.isdisjoint(shown["data"])


async def test_a_delivery_is_signed_with_its_own_time(receiver):
    sender = WebhookSender(SecretStr(SECRET), allow_private=True)
    assert (await sender.send(receiver.hook, event())).delivered
    [request] = receiver.received
    assert request.header("X-OpenRouter-Idempotency-Key") == [f"{JOB}-completed"]
    [signature] = request.header("X-OpenRouter-Signature")
    timestamp = int(signature.split(",")[0].removeprefix("t="))
    assert signature == signature_header(SECRET.encode(), str(timestamp), request.body)
    assert request.body == BODY


async def test_without_a_secret_nothing_is_signed(receiver):
    assert (await WebhookSender(None, allow_private=True).send(receiver.hook, event())).delivered
    [request] = receiver.received
    assert request.header("X-OpenRouter-Signature") == []


@pytest.mark.parametrize("status", [301, 400, 410, 500])
async def test_anything_but_2xx_is_no_delivery(receiver, status):
    receiver.script(Answer(status))
    delivery = await WebhookSender(None, allow_private=True).send(receiver.hook, event())
    assert not delivery.delivered
    assert delivery.gone == (status == 410)


@pytest.mark.parametrize(
    ("status", "written", "seconds"),
    [
        (429, "7", 7),
        (503, "7", 7),
        (429, "0", 1),
        (429, "-5", 1),
        (503, "1000000", 3600),
        (429, "Wed, 21 Oct 2015 07:28:00 GMT", 1),
        (429, "Wed, 21 Oct 2099 07:28:00 GMT", 3600),
        (429, "soon", None),
        (500, "7", None),
        (200, "7", None),
    ],
)
async def test_how_long_a_receiver_wants_to_be_left_alone(receiver, status, written, seconds):
    receiver.script(Answer(status, headers={"Retry-After": written}))
    delivery = await WebhookSender(None, allow_private=True).send(receiver.hook, event())
    assert delivery.retry_after == seconds


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(500), "the receiver answered 500"),
        (Answer(302), "the receiver answered 302"),
        (Answer(410), "the receiver wants no more webhooks"),
        (HANG_UP, "the connection was closed without a response"),
        (SILENCE, "no response within 10 seconds"),
        (
            Answer(0, b"no HTTP at all\r\n\r\n"),
            "its response is not HTTP, or has headers that are too long",
        ),
    ],
)
async def test_an_attempt_that_failed_says_why_in_words(receiver, answer, reason, monkeypatch):
    monkeypatch.setattr(webhook_post, "TIMEOUT", aiohttp.ClientTimeout(total=0.5))
    receiver.script(answer)
    delivery = await WebhookSender(None, allow_private=True).send(receiver.hook, event())
    assert (delivery.delivered, delivery.error) == (False, reason)


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (ConnectionRefusedError(111, "hidden"), "the connection was refused"),
        (ConnectionResetError(104, "hidden"), "the connection was closed"),
        (socket.gaierror(-2, "hidden"), "its host name was not resolved"),
        (ssl.SSLError("hidden"), "TLS failed: no reason given"),
        (FetchError("h.example has an address that is not public"), "h.example has an address"),
    ],
)
def test_a_receiver_that_was_not_reached_is_explained_without_its_url(cause, reason):
    error = aiohttp.ClientError("https://h.example/hidden")
    error.__cause__ = cause
    assert unreached(error).startswith(reason)
    assert "hidden" not in unreached(error)


async def test_a_certificate_that_is_not_trusted_is_named(tmp_path):
    certificate = write_certificate(tmp_path / "own.pem")
    with StubServer(tls=serving(certificate)) as server:
        sender = WebhookSender(None, allow_private=True)
        delivery = await sender.send(f"{server.origin}/hook?token=hidden", event())
    assert delivery.error == "its certificate is not valid: self-signed certificate"


@pytest.mark.parametrize("status", [200, 500])
async def test_at_most_64_kib_of_an_answer_are_read(receiver, status):
    sent = []

    def endless():
        while len(sent) < 10_000:
            sent.append(1)
            yield b"x" * 64 * 1024

    receiver.script(Answer(status, endless))
    delivery = await WebhookSender(None, allow_private=True).send(receiver.hook, event())
    assert (delivery.delivered, delivery.status) == (status == 200, status)
    assert len(sent) < 10_000


async def test_a_receiver_that_stops_in_its_answer_has_taken_the_webhook(receiver, monkeypatch):
    monkeypatch.setattr(webhook_post, "TIMEOUT", aiohttp.ClientTimeout(total=0.5))
    go = threading.Event()

    def halting():
        yield b"x"
        go.wait(60)

    receiver.script(Answer(200, halting))
    assert (await WebhookSender(None, allow_private=True).send(receiver.hook, event())).delivered
    go.set()


async def test_both_secrets_sign_while_one_replaces_the_other(receiver):
    webhooks_sent = WebhookSender(
        SecretStr(SECRET), previous_secret=SecretStr("the-one-before"), allow_private=True
    )
    await webhooks_sent.send(receiver.hook, event())
    [request] = receiver.received
    assert request.header("webhook-id") == [f"{JOB}-completed"]
    for secret in (SECRET, "the-one-before"):
        assert webhooks.verify(request.body, request.headers, secret).data.id == JOB
        StandardWebhook(secret.encode()).verify(request.body, dict(request.headers))


async def test_private_addresses_are_not_called_and_no_secret_is_logged(receiver, caplog):
    sender = WebhookSender(SecretStr(SECRET), allow_private=False)
    assert not (await sender.send(receiver.hook.replace("http:", "https:"), event())).delivered
    assert receiver.received == []
    assert "hidden" not in caplog.text
    assert SECRET not in caplog.text + repr(sender)


@pytest.fixture
def service(tmp_path, monkeypatch):
    monkeypatch.setattr(webhook_delivery, "PAUSES", (0.0, 0.0))
    with running_service(tmp_path, fetch_private_urls=True, webhook_secret=SECRET) as running:
        yield running


def submit(service, receiver):
    """Submit with a callback; the wire wants https, so the row is made to lead to the receiver."""
    idempotency = service.context.store.idempotency
    admit = idempotency.admit

    async def redirected(job, body, **options):
        return await admit(replace(job, callback_url=receiver.hook), body, **options)

    idempotency.admit = redirected
    service.provider.waits = True
    answer = httpx.post(
        f"{service.api}/videos",
        json={"model": "google/veo-3.1", "prompt": "x", "callback_url": "https://h.example/x"},
        headers={"Authorization": "Bearer any"},
    )
    assert answer.status_code == 202
    service.provider.waits = False
    return answer.json()["id"]


def test_a_finished_job_calls_back_with_its_urls(service, receiver):
    job_id = submit(service, receiver)
    shown = receiver.next_request().json
    assert shown["type"] == "video.generation.completed"
    (url,) = shown["data"]["unsigned_urls"]
    assert url.startswith(f"{service.api}/videos/{job_id}/content?index=0&expires=")
    assert httpx.get(url).content == VIDEO
    assert shown["data"]["usage"] == {"cost": 3.2, "is_byok": False}


def test_a_failed_job_calls_back_and_a_refusing_receiver_is_tried_again(service, receiver):
    receiver.script(Answer(500), Answer(503))
    service.provider.failure = RefusedError("No luck")
    submit(service, receiver)
    bodies = [receiver.next_request().json for _ in range(3)]
    assert {b["data"]["error"] for b in bodies} == {"No luck"}
    assert len({b["created_at"] for b in bodies}) == 1


def test_the_lines_of_a_webhook_are_not_under_the_request_of_another_job(service, receiver, caplog):
    caplog.set_level("INFO")
    caplog.handler.setFormatter(JsonFormatter())
    receiver.script(Answer(500))
    for _ in range(2):
        submit(service, receiver)
    for _ in range(3):
        receiver.next_request()
    sent = {"job.webhook_delivered", "job.webhook_delayed"}
    while len(lines := events(parsed(caplog.text.splitlines()), *sent)) < 3:
        time.sleep(0.01)
    queued = events(parsed(caplog.text.splitlines()), "job.queued")
    requests = {line["job"]: line["request_id"] for line in queued}
    assert len(requests) == 2
    assert all(line.get("request_id") in {None, requests[line["job"]]} for line in lines)
