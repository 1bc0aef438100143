"""Webhooks: the documented bytes, and deliveries to a real receiver."""

from __future__ import annotations

import json
import queue
import threading
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from pydantic import SecretStr

from rushes.jobs import webhook_delivery
from rushes.providers.base import RefusedError
from rushes.webhook import Event
from rushes.webhook_sender import WebhookSender
from rushes.wire.headers import signature_header
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


class Receiver:
    """A receiver that answers as told and keeps what came."""

    def __init__(self):
        self.answers: list[int] = []
        self.came: queue.Queue = queue.Queue()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                status = receiver.answers.pop(0) if receiver.answers else 204
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()
                receiver.came.put((dict(self.headers.items()), body))

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook?token=hidden"

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def receiver():
    opened = Receiver()
    yield opened
    opened.close()


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
    told = json.loads(event(status=status, error="No luck").body())
    assert told["type"] == f"video.generation.{status}"
    assert told["data"]["error"] == "No luck"
    assert {"unsigned_urls", "usage"}.isdisjoint(told["data"])


async def test_a_delivery_is_signed_with_its_own_time(receiver):
    sender = WebhookSender(SecretStr(SECRET), allow_private=True)
    assert await sender.send(receiver.url, event())
    headers, body = receiver.came.get(timeout=60)
    assert headers["X-OpenRouter-Idempotency-Key"] == f"{JOB}-completed"
    signature = headers["X-OpenRouter-Signature"]
    timestamp = int(signature.split(",")[0].removeprefix("t="))
    assert signature == signature_header(SECRET.encode(), str(timestamp), body)
    assert body == BODY


async def test_without_a_secret_nothing_is_signed(receiver):
    assert await WebhookSender(None, allow_private=True).send(receiver.url, event())
    headers, _ = receiver.came.get(timeout=60)
    assert "X-OpenRouter-Signature" not in headers


@pytest.mark.parametrize("status", [301, 400, 410, 500])
async def test_anything_but_2xx_is_no_delivery(receiver, status):
    receiver.answers = [status]
    assert not await WebhookSender(None, allow_private=True).send(receiver.url, event())


async def test_private_addresses_are_not_called_and_no_secret_is_logged(receiver, caplog):
    sender = WebhookSender(SecretStr(SECRET), allow_private=False)
    assert not await sender.send(receiver.url.replace("http:", "https:"), event())
    assert receiver.came.empty()
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
        return await admit(replace(job, callback_url=receiver.url), body, **options)

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
    _, body = receiver.came.get(timeout=60)
    told = json.loads(body)
    assert told["type"] == "video.generation.completed"
    assert told["data"]["unsigned_urls"] == [f"{service.api}/videos/{job_id}/content?index=0"]
    assert told["data"]["usage"] == {"cost": 3.2, "is_byok": False}


def test_a_failed_job_calls_back_and_a_refusing_receiver_is_tried_again(service, receiver):
    receiver.answers = [500, 503]
    service.provider.failure = RefusedError("No luck")
    submit(service, receiver)
    bodies = [json.loads(receiver.came.get(timeout=60)[1]) for _ in range(3)]
    assert {b["data"]["error"] for b in bodies} == {"No luck"}
