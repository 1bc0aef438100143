"""What became of a job's webhooks, for its owner, and sending them again."""

from __future__ import annotations

import asyncio

import pytest

from rushes.jobs import webhook_delivery
from rushes.sdk import webhooks
from rushes.webhook_sender import WebhookSender
from tests.fakes.stub_server import Answer
from tests.http.conftest import client_of, error_of, submit, wait
from tests.http.test_stored_keys import StoredKeys
from tests.service import running_service

SECRET = "whsec_of_the_service"
OWN_SECRET = "whsec_b2YtdGhlLWtleS1pdHNlbGYtYWxvbmU="
URL = "https://hooks.example/ended?token=hidden"


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    monkeypatch.setattr(webhook_delivery, "LOOK_INTERVAL", 0.02)


@pytest.fixture
def called(receiver, monkeypatch):
    """Have webhooks of any https URL go to the receiver, over plain http; list the URLs."""
    send, urls = WebhookSender.send, []

    async def redirected(sending, url, event, secrets=None):
        urls.append(url)
        return await send(sending, receiver.hook, event, secrets)

    monkeypatch.setattr(WebhookSender, "send", redirected)
    return urls


@pytest.fixture
def keys(tmp_path):
    return StoredKeys(tmp_path)


@pytest.fixture
def service(tmp_path, keys, called):
    options = {"fetch_private_urls": True, "webhook_secret": SECRET}
    with running_service(tmp_path, **options) as service:
        yield service


@pytest.fixture
def alice(service, keys):
    with client_of(service, keys.create().text) as client:
        yield client


@pytest.fixture
def bob(service, keys):
    with client_of(service, keys.create().text) as client:
        yield client


@pytest.fixture
def admin(service, keys):
    with client_of(service, keys.create(admin=True).text) as client:
        yield client


def make(client, **changes):
    job_id = submit(client, **{"callback_url": URL, **changes})
    wait(client, job_id)
    return job_id


def shown(client, job_id, state):
    """Wait until the webhook of a job has a state; return it."""

    async def find():
        async with asyncio.timeout(30):
            while True:
                [webhook] = client.get(f"/videos/{job_id}/webhooks").json()["data"]
                if webhook["state"] == state:
                    return webhook
                await asyncio.sleep(0.02)

    return asyncio.run(find())


def test_a_delivered_webhook_is_shown_with_its_attempt(alice, receiver):
    job_id = make(alice)
    webhook = shown(alice, job_id, "delivered")
    [attempt] = webhook.pop("attempts")
    assert webhook["id"] == f"{job_id}-completed"
    assert webhook["type"] == "video.generation.completed"
    assert (webhook["job_id"], webhook["next_attempt_at"]) == (job_id, None)
    assert webhook["host"] == "hooks.example"
    assert (attempt["number"], attempt["status"], attempt["error"]) == (1, 204, None)
    assert 0 <= attempt["duration"] < 30
    assert attempt["at"] >= webhook["created_at"]
    job = alice.get(f"/videos/{job_id}")
    link = job.json()["rushes"]["webhooks"]
    assert link["state"] == "delivered"
    assert alice.get(link["url"]).json()["data"][0]["id"] == webhook["id"]
    assert "hidden" not in job.text + alice.get(link["url"]).text


def test_a_failure_is_visible_in_the_job_and_the_owner_sends_it_again(alice, receiver):
    receiver.script(Answer(410))
    job_id = make(alice)
    webhook = shown(alice, job_id, "failed")
    assert webhook["attempts"][0]["error"] == "the receiver wants no more webhooks"
    assert alice.get(f"/videos/{job_id}").json()["rushes"]["webhooks"]["state"] == "failed"
    replayed = alice.post(f"/videos/{job_id}/webhooks/replay")
    assert replayed.json() == {"ids": [f"{job_id}-completed"]}
    webhook = shown(alice, job_id, "delivered")
    assert [attempt["status"] for attempt in webhook["attempts"]] == [410, 204]
    first, again = receiver.received
    assert first.header("webhook-id") == again.header("webhook-id") == [webhook["id"]]
    assert webhooks.verify(again.body, dict(again.headers), SECRET).data.id == job_id


def test_a_webhook_that_is_tried_again_says_when(alice, receiver):
    receiver.script(Answer(500))
    job_id = make(alice)
    receiver.next_request()
    webhook = shown(alice, job_id, "pending")
    while not webhook["attempts"][0]["error"]:
        webhook = shown(alice, job_id, "pending")
    # The attempts are read after the webhook: an attempt may have ended between the two.
    webhook = shown(alice, job_id, "pending")
    [attempt] = webhook["attempts"]
    assert attempt["error"] == "the receiver answered 500"
    assert webhook["next_attempt_at"] == attempt["next_attempt_at"] > attempt["at"]


def test_a_job_without_a_callback_has_no_webhooks(alice):
    job_id = submit(alice)
    wait(alice, job_id)
    assert alice.get(f"/videos/{job_id}/webhooks").json() == {"data": []}
    assert "webhooks" not in alice.get(f"/videos/{job_id}").json()["rushes"]
    error_of(alice.post(f"/videos/{job_id}/webhooks/replay"), 409)


def test_lists_show_ones_own_and_an_admin_everyones(alice, bob, admin):
    jobs = {"alice": [make(alice, seed=n) for n in range(3)], "bob": [make(bob)]}
    for job_id in jobs["alice"]:
        shown(alice, job_id, "delivered")
    shown(bob, jobs["bob"][0], "delivered")
    page = alice.get("/webhooks", params={"limit": 2}).json()
    assert [w["job_id"] for w in page["data"]] == jobs["alice"][:0:-1]
    rest = alice.get("/webhooks", params={"limit": 2, "cursor": page["next_cursor"]}).json()
    assert [w["job_id"] for w in rest["data"]] == jobs["alice"][:1]
    assert (page["has_more"], rest["has_more"], rest["next_cursor"]) == (True, False, None)
    everyones = admin.get("/webhooks").json()["data"]
    assert {w["job_id"] for w in everyones} == {*jobs["alice"], *jobs["bob"]}
    key = page["data"][0]["key"]
    assert len(admin.get("/webhooks", params={"key": key}).json()["data"]) == 3
    assert len(alice.get("/webhooks", params={"key": key}).json()["data"]) == 3
    error_of(bob.get("/webhooks", params={"key": key}), 403)
    for query, count in [
        ({"state": "failed"}, 0),
        ({"state": "delivered"}, 3),
        ({"job_id": jobs["alice"][0]}, 1),
        ({"job_id": jobs["bob"][0]}, 0),
        ({"since": 10**11}, 0),
    ]:
        assert len(alice.get("/webhooks", params=query).json()["data"]) == count
    assert error_of(alice.get("/webhooks", params={"state": "late"}), 400)


def test_only_owners_and_admins_send_again(alice, bob, admin, receiver):
    receiver.script(Answer(410))
    job_id = make(alice)
    shown(alice, job_id, "failed")
    error_of(bob.post(f"/videos/{job_id}/webhooks/replay"), 404)
    webhook_id = f"{job_id}-completed"
    assert bob.post("/webhooks/replay", json={"ids": [webhook_id]}).json() == {"ids": []}
    assert bob.post("/webhooks/replay", json={"since": 0}).json() == {"ids": []}
    assert alice.post("/webhooks/replay", json={"since": 10**11}).json() == {"ids": []}
    assert admin.post("/webhooks/replay", json={"since": 0}).json() == {"ids": [webhook_id]}
    shown(alice, job_id, "delivered")
    assert admin.post(f"/videos/{job_id}/webhooks/replay").json() == {"ids": [webhook_id]}


@pytest.mark.parametrize(
    "body", [{}, {"ids": []}, {"ids": ["a"], "since": 1}, {"since": "now"}, {"state": "failed"}]
)
def test_a_replay_says_what_is_wrong_with_it(alice, body):
    error_of(alice.post("/webhooks/replay", json=body), 400)


def test_a_receiver_is_tried_out(alice, receiver, called):
    tried = alice.post("/webhooks/test", json={"url": URL, "status": "expired"}).json()
    assert (tried["delivered"], tried["status"], tried["error"]) == (True, 204, None)
    assert (called, tried["signatures"]) == ([URL], 1)
    [request] = receiver.received
    event = webhooks.verify(request.body, dict(request.headers), SECRET)
    assert (event.idempotency_key, event.data.status) == (tried["id"], "expired")
    receiver.script(Answer(404))
    tried = alice.post("/webhooks/test", json={"url": URL}).json()
    assert (tried["delivered"], tried["status"]) == (False, 404)
    assert tried["error"] == "the receiver answered 404"
    assert alice.get("/webhooks").json()["data"] == []


@pytest.mark.parametrize(
    "body",
    [{}, {"url": "http://h.example/"}, {"url": URL, "status": "running"}, {"url": URL, "to": 1}],
)
def test_a_try_that_cannot_be_is_refused(alice, body, called):
    error_of(alice.post("/webhooks/test", json=body), 400)
    assert called == []


def test_a_try_waits_for_no_turn(service, alice, called):
    turns = service.context.webhooks.turns
    taken = turns.take("hooks.example", "someone")
    refused = alice.post("/webhooks/test", json={"url": URL})
    assert error_of(refused, 429)
    assert int(refused.headers["retry-after"]) > 0
    turns.release("hooks.example", "someone", taken)
    assert alice.post("/webhooks/test", json={"url": URL}).json()["delivered"]


class TestDefaultCallback:
    def create(self, admin, **given):
        answer = admin.post("/keys", json={"name": "Team", **given})
        assert answer.status_code == 201, answer.text
        return answer

    def test_a_keys_jobs_are_reported_to_its_url_signed_with_its_secret(
        self, service, admin, receiver, called
    ):
        made = self.create(admin, callback_url=URL, callback_secret=OWN_SECRET)
        for secret in ("hidden", OWN_SECRET):
            assert secret not in made.text + admin.get("/keys").text
        facts = made.json()["data"]["rushes"]
        assert (facts["callback_host"], facts["callback_signed"]) == ("hooks.example", True)
        with client_of(service, made.json()["key"]) as client:
            own = make(client, callback_url="https://other.example/own")
            shown(client, own, "delivered")
            job_id = submit(client)
            wait(client, job_id)
            shown_there = shown(client, job_id, "delivered")
        assert shown_there["key"] == made.json()["data"]["hash"]
        assert called == ["https://other.example/own", URL]
        for request in receiver.received:
            assert webhooks.verify(request.body, dict(request.headers), OWN_SECRET)
            with pytest.raises(webhooks.WebhookSignatureError):
                webhooks.verify(request.body, dict(request.headers), SECRET)

    def test_a_secret_that_is_replaced_signs_beside_the_new_one(self, service, admin, receiver):
        made = self.create(admin, callback_url=URL, callback_secret="the-former-secret-of-it")
        path = f"/keys/{made.json()['data']['hash']}"
        changed = admin.patch(path, json={"callback_secret": OWN_SECRET})
        assert changed.status_code == 200
        with client_of(service, made.json()["key"]) as client:
            shown(client, make(client), "delivered")
        [request] = receiver.received
        headers = dict(request.headers)
        assert headers["X-OpenRouter-Signature"].count("v1=") == 2
        assert len(headers["webhook-signature"].split()) == 2
        for secret in (OWN_SECRET, "the-former-secret-of-it"):
            assert webhooks.verify(request.body, headers, secret)

    def test_what_is_taken_away_is_not_used(self, service, admin, receiver):
        made = self.create(admin, callback_url=URL, callback_secret=OWN_SECRET)
        path = f"/keys/{made.json()['data']['hash']}"
        facts = admin.patch(path, json={"callback_url": None, "callback_secret": None}).json()
        assert facts["data"]["rushes"]["callback_host"] is None
        assert facts["data"]["rushes"]["callback_signed"] is False
        with client_of(service, made.json()["key"]) as client:
            job_id = submit(client)
            wait(client, job_id)
            assert client.get(f"/videos/{job_id}/webhooks").json() == {"data": []}
            shown(client, make(client, seed=2), "delivered")
        assert webhooks.verify(
            receiver.received[0].body, dict(receiver.received[0].headers), SECRET
        )

    @pytest.mark.parametrize(
        ("given", "field"),
        [
            ({"callback_url": "http://hooks.example/"}, "callback_url"),
            ({"callback_url": "hooks.example"}, "callback_url"),
            ({"callback_url": 3}, "callback_url"),
            ({"callback_url": "https://h.example/" + "x" * 5000}, "callback_url"),
            ({"callback_secret": "too-short-hidden"[:9]}, "callback_secret"),
            ({"callback_secret": "hidden with blanks in it"}, "callback_secret"),
            ({"callback_secret": "hidden" * 100}, "callback_secret"),
        ],
    )
    def test_what_cannot_be_used_is_refused(self, admin, given, field):
        answer = admin.post("/keys", json={"name": "Team", **given})
        assert error_of(answer, 400)["metadata"]["field"] == field
        assert "hidden" not in answer.text


def test_a_private_default_callback_is_refused_like_that_of_a_request(tmp_path, keys):
    key = keys.create(admin=True)
    with running_service(tmp_path) as service, client_of(service, key.text) as admin:
        body = {"name": "Team", "callback_url": "https://10.0.0.5/hook"}
        refused = error_of(admin.post("/keys", json=body), 400)
        assert "RUSHES_FETCH_PRIVATE_URLS" in refused["message"]
