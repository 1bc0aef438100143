"""Webhooks that go wrong, as a receiver sees them."""

from __future__ import annotations

import ssl
from unittest.mock import patch

import pytest
from aiohttp import connector
from standardwebhooks import Webhook

from rushes.sdk import webhooks
from rushes.testing import advance, local_service
from tests.certificates import serving, write_certificate
from tests.fakes.stub_server import SILENCE, Answer, StubServer
from tests.testing.kits import REQUEST, client_of, quick_service

SECRET = "whsec_of_the_service"


@pytest.fixture(scope="module")
def hooked(tmp_path_factory):
    """A service that trusts the receiver; aiohttp reads certificates when it is imported."""
    folder = tmp_path_factory.mktemp("data")
    certificate = write_certificate(folder / "own.pem")
    trusting = ssl.create_default_context(cafile=certificate)
    options = {"webhook_secret": SECRET, "testing_seed": 1, "fetch_private_urls": True}
    with (
        patch.object(connector, "_SSL_CONTEXT_VERIFIED", trusting),
        quick_service(folder / "data", **options) as running,
        client_of(running) as opened,
    ):
        running.certificate = certificate
        yield running, opened


@pytest.fixture
def receiver(hooked):
    with StubServer(tls=serving(hooked[0].certificate)) as server:
        server.route("POST", "/hook", Answer(204))
        yield server


@pytest.fixture
def submit(hooked, receiver):
    service, client = hooked
    service.reset()

    def submit(*scenario, **changes):
        if scenario:
            service.next(*scenario)
        body = {**REQUEST, "callback_url": f"{receiver.origin}/hook", **changes}
        response = client.post("/videos", json=body)
        assert response.status_code == 202, response.text
        service.clock.advance(seconds=1)
        return response.json()["id"]

    return submit


def ids(receiver):
    return [request.json["data"]["id"] for request in receiver.received]


def verified(request):
    return webhooks.verify(request.body, dict(request.headers), SECRET)


def test_a_webhook_comes_once_and_is_recorded(hooked, receiver, submit):
    job_id = submit()
    [request] = receiver.received
    assert verified(request).data.status == "completed"
    [delivery] = hooked[0].deliveries
    assert (delivery.job_id, delivery.delivered, delivery.effect) == (job_id, True, None)
    assert delivery.event == request.json


def test_a_failed_job_is_reported_with_its_error(receiver, submit):
    submit("failed", "Out of film")
    assert receiver.received[0].json["type"] == "video.generation.failed"
    assert receiver.received[0].json["data"]["error"] == "Out of film"


def test_a_webhook_comes_late(hooked, receiver, submit):
    job_id = submit("webhook_late", 3600)
    hooked[0].clock.advance(minutes=59)
    assert receiver.received == []
    hooked[0].clock.advance(minutes=2)
    assert ids(receiver) == [job_id]
    # Signed when it is sent, by the clock of the receiver.
    assert verified(receiver.received[0]).data.id == job_id


def test_a_webhook_comes_twice(receiver, submit):
    job_id = submit("webhook_twice")
    assert ids(receiver) == [job_id, job_id]
    keys = [request.header("X-OpenRouter-Idempotency-Key") for request in receiver.received]
    assert keys[0] == keys[1]


def test_webhooks_come_out_of_order(receiver, submit):
    first = submit("webhook_out_of_order")
    assert receiver.received == []
    second = submit(prompt="The next one")
    assert ids(receiver) == [second, first]


def test_a_webhook_that_nothing_overtakes_comes_after_a_minute(hooked, receiver, submit):
    job_id = submit("webhook_out_of_order")
    hooked[0].clock.advance(seconds=50)
    assert receiver.received == []
    assert hooked[0].deliveries == []
    hooked[0].clock.advance(seconds=20)
    assert ids(receiver) == [job_id]


def test_webhooks_that_are_all_out_of_order_change_places(hooked, receiver, submit):
    hooked[0].when(model="*").then("webhook_out_of_order")
    jobs = [submit(seed=seed) for seed in range(4)]
    assert ids(receiver) == [jobs[1], jobs[0], jobs[3], jobs[2]]


def test_a_retry_is_not_held_back_again(hooked, receiver, submit):
    receiver.route("POST", "/hook", Answer(500))
    first = submit("webhook_out_of_order")
    second = submit(prompt="The next one")
    hooked[0].clock.advance(seconds=6)
    assert ids(receiver)[:2] == [second, first]
    assert sorted(ids(receiver)[2:]) == sorted([first, second])


def test_a_signature_is_wrong(receiver, submit):
    submit("webhook_forged")
    with pytest.raises(webhooks.WebhookSignatureError):
        verified(receiver.received[0])


def test_no_webhook_comes(hooked, receiver, submit):
    submit("webhook_never")
    hooked[0].clock.advance(days=3)
    assert receiver.received == []
    assert [d.effect for d in hooked[0].deliveries] == ["never"]


def test_all_retries_come_when_time_is_advanced_once(hooked, receiver, submit):
    receiver.route("POST", "/hook", Answer(500))
    submit()
    hooked[0].clock.advance(hours=48)
    assert len(receiver.received) == 10


def test_a_webhook_that_is_held_back_has_its_other_effects(hooked, receiver, submit):
    hooked[0].next("webhook_out_of_order", webhook={"forged": True, "copies": 2})
    first = submit()
    second = submit(prompt="The next one")
    assert ids(receiver) == [second, first, first]
    with pytest.raises(webhooks.WebhookSignatureError):
        verified(receiver.received[1])


def test_a_receiver_that_hangs_does_not_stop_the_clock(hooked, receiver, submit, monkeypatch):
    monkeypatch.setattr(advance, "SETTLING", 0.1)
    receiver.route("POST", "/hook", SILENCE)
    job_id = submit()
    before = hooked[0].clock.now()
    hooked[0].clock.advance(hours=7)
    assert hooked[0].clock.now() - before == pytest.approx(7 * 3600, abs=60)
    assert hooked[1].get(f"/videos/{job_id}").json()["status"] == "completed"


def test_retries_come_as_the_clock_is_advanced(hooked, receiver, submit):
    receiver.route("POST", "/hook", Answer(500))
    submit()
    assert len(receiver.received) == 1
    hooked[0].clock.advance(seconds=6)
    assert len(receiver.received) == 2
    receiver.route("POST", "/hook", Answer(204))
    hooked[0].clock.advance(hours=2)
    assert len(receiver.received) == 3
    hooked[0].clock.advance(hours=2)
    assert [d.delivered for d in hooked[0].deliveries] == [False, False, True]


def test_the_secret_of_the_kit_suits_the_libraries_of_standard_webhooks():
    with local_service() as service, client_of(service, "any") as client:
        client.post("/videos", json={**REQUEST, "callback_url": service.receiver.url})
        [webhook] = service.wait_for_webhooks()
        assert Webhook(service.webhook_secret).verify(webhook.body, dict(webhook.headers))
