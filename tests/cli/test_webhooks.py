"""`rushes webhooks`: watch, forward and trigger the webhooks of a service for tests."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys

import httpx
import pytest

from rushes.sdk import webhooks
from rushes.testing import local_service
from rushes.testing.kit_settings import WEBHOOK_SECRET
from rushes.testing.webhook_log import WebhookLog
from tests.chaos.launcher import free_port
from tests.cli.test_commands import LONGEST, rushes
from tests.fakes.stub_server import HANG_UP, Answer, StubServer, json_answer
from tests.service import running_service

BODY = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture(scope="module")
def running():
    with local_service(redirect=False, environment=False) as service:
        yield service


@pytest.fixture
def service(running):
    running.reset()
    return running


def make(service, **fields):
    answer = httpx.post(
        f"{service.api_url}/videos",
        json={**BODY, "callback_url": service.receiver.url, **fields},
        headers={"Authorization": "Bearer any"},
        trust_env=False,
    )
    assert answer.status_code == 202, answer.text
    return answer.json()["id"]


def events(receiver, secret=WEBHOOK_SECRET):
    return [webhooks.verify(r.body, dict(r.headers), secret) for r in receiver.received]


@pytest.mark.parametrize(
    ("ending", "status"),
    [("completed", "completed"), ("moderated", "failed"), ("expired", "expired")],
)
def test_an_event_is_triggered_at_a_receiver(receiver, ending, status):
    code, out, err = rushes("webhooks", "trigger", ending, "--to", receiver.hook)
    assert code == 0, err
    [event] = events(receiver)
    assert event.type == f"video.generation.{status}"
    assert (event.data.error is None) == (status == "completed")
    assert out.startswith(f"video.generation.{status} of {event.data.id} to ")
    assert "→ 204" in out
    assert "hidden" not in out  # the token of the receiver's URL


def test_the_secret_is_that_of_the_receiver(receiver):
    secret = {"OPENROUTER_WEBHOOK_SECRET": "whsec_of_the_receiver"}
    assert rushes("webhooks", "trigger", "failed", "--to", receiver.hook, **secret)[0] == 0
    assert events(receiver, "whsec_of_the_receiver")[0].data.status == "failed"


def test_a_receiver_that_refuses_is_an_error(receiver):
    receiver.answer(Answer(401))
    code, _, err = rushes("webhooks", "trigger", "failed", "--to", receiver.hook)
    assert (code, "401" in err) == (1, True)
    code, _, err = rushes("webhooks", "trigger", "failed", "--to", "http://127.0.0.1:9/hook")
    assert (code, "not reached: the connection failed" in err) == (1, True), err


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (HANG_UP, "no HTTP response"),
        (Answer(0, b"SSH-2.0-dropbear\r\n"), "no HTTP response"),
    ],
)
def test_a_receiver_that_does_not_speak_http_is_an_error(receiver, answer, reason):
    receiver.answer(answer)
    code, _, err = rushes("webhooks", "trigger", "failed", "--to", receiver.hook)
    assert (code, f"not reached: {reason}" in err) == (1, True), err


def test_what_was_triggered_at_a_service_is_listened_to(service, receiver):
    code, out, err = rushes("webhooks", "trigger", "failed", "--server", service.url)
    assert (code, err) == (0, "")
    [sent] = service.webhooks
    assert sent.is_verified
    assert sent.job_id in out
    code, out, err = rushes(
        *("webhooks", "listen", "--from-start", "--count", "1"),
        *("--server", service.api_url, "--forward-to", receiver.hook),
    )
    assert code == 0, err
    assert f"webhooks are signed with {WEBHOOK_SECRET}" in err
    assert out.startswith(f"failed of {sent.job_id} to {service.receiver.url}")
    assert out.endswith("→ 204\n")
    assert [event.data.id for event in events(receiver)] == [sent.job_id]


def test_webhooks_are_shown_and_forwarded_as_they_come(service, receiver):
    earlier = make(service)
    service.wait_for_webhooks()
    command = [sys.executable, "-m", "rushes", "webhooks", "listen", "--count", "2"]
    with subprocess.Popen(
        [*command, "--server", service.url, "--forward-to", receiver.hook],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stderr is not None
            assert process.stdout is not None
            assert process.stderr.readline().startswith("Listening")
            jobs = [make(service, seed=1), make(service, seed=2)]
            lines = process.stdout.readlines()
            assert process.wait() == 0
        finally:
            process.kill()
    shown = {re.search(r"gen-vid-\w+-\w+", line)[0] for line in lines}
    assert shown == set(jobs)
    assert earlier not in shown
    assert {event.data.id for event in events(receiver)} == set(jobs)


def test_a_receiver_that_is_forwarded_to_and_refuses_ends_in_an_error(service, receiver):
    receiver.answer(Answer(500))
    make(service)
    service.wait_for_webhooks()
    code, out, _ = rushes(
        *("webhooks", "listen", "--from-start", "--count", "1"),
        *("--server", service.url, "--forward-to", receiver.hook),
    )
    assert (code, "→ 500" in out) == (1, True)


def test_a_forged_webhook_stays_forged_when_it_is_forwarded(service, receiver):
    service.next("webhook_forged")
    make(service)
    service.wait_for_webhooks()
    code, _, err = rushes(
        *("webhooks", "listen", "--from-start", "--count", "1"),
        *("--server", service.url, "--forward-to", receiver.hook),
    )
    assert code == 0, err
    [forwarded] = receiver.received
    with pytest.raises(webhooks.WebhookSignatureError):
        webhooks.verify(forwarded.body, dict(forwarded.headers), WEBHOOK_SECRET)


def test_listening_goes_on_when_the_service_is_started_again(tmp_path, receiver):
    port = free_port()
    command = [sys.executable, "-m", "rushes", "webhooks", "listen", "--count", "2"]
    listening = [*command, "--server", f"http://127.0.0.1:{port}", "--forward-to", receiver.hook]
    settings = {"port": port, "redirect": False, "environment": False}
    with local_service(**settings) as service:
        process = subprocess.Popen(
            listening, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert process.stderr is not None
        assert process.stdout is not None
        assert process.stderr.readline().startswith("Listening")
        jobs = [make(service)]
        assert jobs[0] in process.stdout.readline()
    try:
        assert process.stderr.readline() == "The service does not answer; waiting for it\n"
        with local_service(**settings) as service:
            jobs.append(make(service))
            out, err = process.communicate(timeout=LONGEST)
    finally:
        process.kill()
    assert (process.returncode, err) == (0, "Listening again\n")
    assert jobs[1] in out
    assert [event.data.id for event in events(receiver)] == jobs


@pytest.mark.parametrize("command", [("listen",), ("trigger", "failed")])
def test_another_api_on_the_port_is_named(command):
    with StubServer() as server:
        for method in ("GET", "POST"):
            server.route(method, "/rushes/webhooks", json_answer({"ok": True}))
        code, _, err = rushes("webhooks", *command, "--server", server.origin)
    assert (code, "is not a service of this API" in err) == (4, True), err


def test_a_webhook_that_is_only_kept_is_said_to_be(service):
    make(service, callback_url="https://example.com/hook")
    service.wait_for_webhooks()
    code, out, _ = rushes(
        *("webhooks", "listen", "--from-start", "--count", "1", "--server", service.api_url)
    )
    assert (code, "kept, not sent" in out) == (0, True)


async def test_nobody_waits_for_webhooks_of_a_service_that_stops():
    log = WebhookLog(WEBHOOK_SECRET)
    waiting = asyncio.create_task(log.after(0, 3600))
    await asyncio.sleep(0)
    log.stop()
    assert await waiting == []


@pytest.mark.parametrize("command", [("listen",), ("trigger", "failed")])
def test_a_service_that_is_not_for_tests_is_named(tmp_path, command):
    with running_service(tmp_path) as service:
        code, _, err = rushes("webhooks", *command, "--server", service.url)
    assert code == 2
    assert "was not started with --testing" in err


@pytest.mark.parametrize("command", [("listen",), ("trigger", "failed")])
def test_a_service_that_is_not_there_is_named(command):
    code, _, err = rushes("webhooks", *command, "--server", "http://127.0.0.1:9")
    assert code == 4
    assert "could not be reached" in err
    assert "Listening" not in err


def test_an_unknown_ending_lists_the_known_ones(receiver):
    code, _, err = rushes("webhooks", "trigger", "finished", "--to", receiver.hook)
    assert code == 2
    assert "'completed', 'failed', 'moderated', 'cancelled', 'expired'" in err


def test_an_unknown_ending_over_http_lists_the_known_ones(service):
    answer = httpx.post(f"{service.url}/rushes/webhooks", json={"ending": "x"}, trust_env=False)
    assert answer.status_code == 400
    assert answer.json()["error"]["metadata"]["field"] == "ending"
    assert "completed" in answer.json()["error"]["message"]


def test_web_pages_of_others_may_not_read_webhooks(service):
    headers = {"Origin": "https://evil.example"}
    answer = httpx.get(f"{service.url}/rushes/webhooks", headers=headers, trust_env=False)
    assert answer.status_code == 403


def test_a_service_with_keys_needs_one(receiver):
    options = {"redirect": False, "environment": False, "api_keys": ["key-of-the-service"]}
    with local_service(**options) as service:
        command = ("webhooks", "trigger", "failed", "--server", service.url)
        code, _, err = rushes(*command)
        assert (code, "401" in err) == (2, True)
        code, _, err = rushes("webhooks", "listen", "--server", service.url)
        assert (code, "401" in err, "Listening" in err) == (2, True, False)
        assert rushes(*command, OPENROUTER_API_KEY="key-of-the-service")[0] == 0
        listening = ("webhooks", "listen", "--from-start", "--count", "1")
        code, out, _ = rushes(
            *(*listening, "--server", service.url, "--forward-to", receiver.hook),
            OPENROUTER_API_KEY="key-of-the-service",
        )
    assert code == 0
    assert "key-of-the-service" not in out + str(receiver.received)
