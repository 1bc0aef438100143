"""SIGHUP puts a changed configuration in place and drops nothing; a bad one changes nothing."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
import time

import httpx
import pytest

from rushes.sdk import webhooks
from tests.fakes.paid_upstream import fake_upstream
from tests.fakes.stub_server import Answer
from tests.fakes.webhook_receiver import WebhookReceiver
from tests.isolation import ROOT
from tests.reloaded import (
    BODY,
    FIRST,
    LONGEST,
    SECOND,
    accounts,
    charged,
    keys,
    service,
    status,
)

pytestmark = pytest.mark.timeout(LONGEST)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory):
    with service(tmp_path_factory.mktemp("lasting"), keys(FIRST)) as running:
        yield running


def test_keys_change_while_it_runs(tmp_path):
    with service(tmp_path, keys(FIRST)) as running:
        assert running.request("GET", "/videos", SECOND).status_code == 401
        assert "changed api_keys" in running.reload(keys(SECOND))
        assert running.request("GET", "/videos", SECOND).status_code == 200
        assert running.request("GET", "/videos", FIRST).status_code == 401
        assert "nothing has changed" in running.reload(keys(SECOND))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('api_keys = ["shorty"]', "fewer than 8 characters"),
        ("api_keys = [", "is not TOML"),
        ('providers = ["fall"]', "did you mean fal?"),
        ('providers = ["fal"]', "provider.fal.api_key"),
        ("max_open_jbos = 3", "line 1: 'max_open_jbos' is no setting; allowed: max_open_jobs"),
        ("max_open_jobs = 0", "line 1: max_open_jobs"),
        ('api_keys_file = "nowhere"', "nowhere cannot be read: No such file or directory"),
        ('model_timeouts = { "x/y" = 3 }', "x/y"),
    ],
)
def test_an_unusable_configuration_changes_nothing(lasting, text, reason):
    line = lasting.reload(text)
    assert "configuration not reloaded, the present one stays" in line
    assert reason in line
    assert lasting.request("GET", "/videos").status_code == 200
    assert lasting.request("GET", "/videos", SECOND).status_code == 401
    assert "shorty" not in line


def test_what_needs_a_restart_keeps_its_value(tmp_path):
    with service(tmp_path, keys(FIRST)) as running:
        line = running.reload(keys(FIRST, SECOND) + "request_timeout = 3\n")
        assert "changed api_keys; request_timeout has changed too, which needs a restart" in line


def test_a_key_of_a_file_is_read_again(tmp_path):
    (tmp_path / "keys").write_text(f"{FIRST}\n")
    text = 'emulation = "instant"\napi_keys_file = "keys"\n'
    with service(tmp_path, text) as running:
        assert running.request("GET", "/videos", SECOND).status_code == 401
        (tmp_path / "keys").write_text(f"# rotated\n{FIRST}\n\n{SECOND}\n")
        assert "changed api_keys" in running.reload(text)
        assert running.request("GET", "/videos", SECOND).status_code == 200
        assert running.request("GET", "/videos", FIRST).status_code == 200


def test_no_request_and_no_stream_is_dropped(tmp_path):
    """Requests and streams go on while the configuration is replaced again and again."""
    over, problems, served = threading.Event(), list[object](), [0, 0, 0]

    def submit_and_poll(running, place):
        with httpx.Client(trust_env=False, timeout=60) as client:
            client.headers["Authorization"] = f"Bearer {FIRST}"
            while not over.is_set():
                made = client.post(f"{running.api}/videos", json=BODY)
                polled = client.get(f"{running.api}/videos/{made.json()['id']}")
                if (made.status_code, polled.status_code) != (202, 200):
                    problems.append((made.text, polled.text))
                served[place] += 1

    def follow(running, job_id, began):
        url, headers = f"{running.api}/videos/{job_id}/events", {"Authorization": f"Bearer {FIRST}"}
        with httpx.stream("GET", url, headers=headers, trust_env=False, timeout=60) as answer:
            lines = answer.iter_lines()
            next(lines)
            began.set()
            events = "\n".join(lines)
        if '"status":"completed"' not in events:
            problems.append(events)

    def guarded(work, *arguments):
        def run():
            try:
                work(*arguments)
            except Exception as error:  # noqa: BLE001 - the test reports it
                problems.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        return thread

    with (
        fake_upstream(render=1000) as upstream,
        service(tmp_path, keys(FIRST) + accounts(upstream, "main")) as running,
    ):
        held, began = running.submit(), threading.Event()
        charged(upstream, 1)
        threads = [guarded(follow, running, held, began)]
        assert began.wait(LONGEST)
        threads += [guarded(submit_and_poll, running, place) for place in range(3)]
        number = 0
        while not problems and (number < 12 or min(served) < 20):
            number += 1
            names = ["main", "spare"] if number % 2 else ["main"]
            line = running.reload(
                keys(FIRST, *[SECOND] * (number % 2)) + accounts(upstream, *names)
            )
            assert "configuration reloaded" in line
        over.set()
        for thread in threads[1:]:
            thread.join()
        upstream.release("")
        threads[0].join()
    assert problems == []


def test_a_removed_account_finishes_what_it_accepted_and_gets_no_more(tmp_path):
    with (
        fake_upstream(render=1000) as upstream,
        service(tmp_path, keys(FIRST) + accounts(upstream, "main")) as running,
    ):
        accepted = running.submit()
        charged(upstream, 1)
        queued = running.submit()
        line = running.reload(keys(FIRST) + accounts(upstream, "spare"))
        assert "accounts added openrouter/spare; accounts removed openrouter/main" in line
        charged(upstream, 2)
        upstream.release("")
        makers = {}
        for job_id in (accepted, queued):
            ended = running.poll_until(
                job_id, lambda a: status(a) not in {"pending", "in_progress"}
            )
            assert status(ended) == "completed", ended.text
            makers[job_id] = ended.headers["X-Provider-Name"]
        assert makers == {accepted: "OpenRouter (main)", queued: "OpenRouter (spare)"}
        assert len(upstream.charges()) == 2


def test_a_job_waits_for_its_removed_account_to_come_back(tmp_path):
    with (
        fake_upstream(render=1000) as upstream,
        service(tmp_path, keys(FIRST) + accounts(upstream, "main")) as running,
    ):
        accepted, queued = running.submit(), running.submit()
        charged(upstream, 1)
        running.reload(keys(FIRST))  # the offline engine alone, which is no substitute
        running.poll_until(queued, lambda a: "is not configured any more" in a.text)
        running.reload(keys(FIRST) + accounts(upstream, "main"))
        upstream.release("")
        running.poll_until(accepted, lambda answer: status(answer) == "completed")
        charged(upstream, 2)
        upstream.release("")
        running.poll_until(queued, lambda answer: status(answer) == "completed")
        assert len(upstream.charges()) == 2


def test_another_credential_is_used_for_what_is_under_way(tmp_path):
    with (
        fake_upstream(render=1000) as upstream,
        service(tmp_path, keys(FIRST) + accounts(upstream, "main")) as running,
    ):
        job_id = running.submit()
        charged(upstream, 1)
        text = keys(FIRST) + accounts(upstream, "main").replace("key-of-main", "another-key")
        assert "accounts replaced openrouter/main" in running.reload(text)
        upstream.release("")
        running.poll_until(job_id, lambda answer: status(answer) == "completed")
        assert len(upstream.charges()) == 1


def test_the_streams_of_a_removed_key_end(tmp_path):
    with (
        fake_upstream(render=1000) as upstream,
        service(tmp_path, keys(FIRST, SECOND) + accounts(upstream, "main")) as running,
    ):
        job_id = running.submit()
        url, headers = f"{running.api}/videos/{job_id}/events", {"Authorization": f"Bearer {FIRST}"}
        with httpx.stream("GET", url, headers=headers, trust_env=False, timeout=60) as answer:
            lines = answer.iter_lines()
            next(lines)
            running.reload(keys(SECOND) + accounts(upstream, "main"))
            assert '"status":"completed"' not in "\n".join(lines)  # it ends before its job


def test_a_service_that_is_open_to_others_keeps_its_last_key(tmp_path):
    config = keys(FIRST) + 'host = "0.0.0.0"\n'
    with service(tmp_path, config) as running:
        line = running.reload('host = "0.0.0.0"\nemulation = "instant"\n')
        assert "not reloaded" in line
        assert "no API keys are configured" in line
        assert running.request("GET", "/videos", SECOND).status_code == 401


def test_recordings_are_replayed_after_a_reload_too(tmp_path):
    (tmp_path / "recordings").mkdir()
    text = f'replay = "{tmp_path}/recordings"\n'
    with service(tmp_path, text + 'routing = "order"\n') as running:
        before = running.request("POST", "/videos", json=BODY)
        assert "changed routing" in running.reload(text + 'routing = "fastest"\n')
        after = running.request("POST", "/videos", json=BODY | {"prompt": "Another"})
        assert before.status_code == after.status_code == 202


OLD, NEW = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZA==", "another secret"
BEFORE = f"""
webhook_secret = "{OLD}"
webhook_deliveries = 1
log_level = "warning"
metrics_token = "token-of-before"
"""
BOTH = f"""
webhook_secret = "{NEW}"
webhook_previous_secret = "{OLD}"
metrics_token = "token-of-now"
keep_outputs = 3600
"""


def test_secrets_limits_retention_and_the_level_of_the_log_follow(tmp_path):
    released = threading.Event()
    with WebhookReceiver() as receiver, service(tmp_path, BEFORE, "--testing") as running:
        root = running.api.removesuffix("/api/v1")

        def submit(number):
            body = BODY | {"callback_url": receiver.hook, "seed": number}
            job_id = running.request("POST", "/videos", json=body).json()["id"]
            running.poll_until(job_id, lambda answer: status(answer) == "completed")
            return job_id

        def metrics(token):
            headers = {"Authorization": f"Bearer {token}"}
            return httpx.get(f"{root}/metrics", headers=headers, trust_env=False).status_code

        receiver.answer(Answer(204, after=released))
        job_id = submit(1)
        submit(2)
        held = receiver.next_request()
        assert webhooks.verify(held.body, held.headers, OLD)
        assert len(receiver.received) == 1
        assert metrics("token-of-before") == 200

        line = running.reload(BOTH)  # the line itself is of INFO
        for name in ("keep_outputs", "webhook_secret", "webhook_deliveries", "log_level"):
            assert name in line
        assert "restart" not in line
        assert NEW not in line
        second = receiver.next_request()  # while the first one still waits for its answer
        for secret in (OLD, NEW):
            assert webhooks.verify(second.body, second.headers, secret)
        released.set()
        assert (metrics("token-of-before"), metrics("token-of-now")) == (403, 200)

        assert "webhook_previous_secret" in running.reload(f'webhook_secret = "{NEW}"\n')
        submit(3)
        third = receiver.next_request()
        assert webhooks.verify(third.body, third.headers, NEW)
        with pytest.raises(webhooks.WebhookSignatureError):
            webhooks.verify(third.body, third.headers, OLD)

        running.reload(BOTH)
        httpx.post(f"{root}/rushes/clock", json={"advance": 4000}, trust_env=False)
        content = f"/videos/{job_id}/content"
        while (answer := running.request("GET", content)).status_code == 200:
            time.sleep(0.05)
        assert answer.status_code == 410


# Takes its input as the terminal of its session, then becomes the service.
LAUNCH = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "rushes", "serve", *sys.argv[1:]])
"""


@pytest.mark.parametrize("closed", [False, True])
def test_a_hangup_of_its_terminal_stops_it(tmp_path, closed):
    """A SIGHUP means reload, unless it comes because the terminal is gone."""
    config = tmp_path / "rushes.toml"
    config.write_text(keys(FIRST))
    terminal, end = pty.openpty()
    options = ("--port", "0", "--data-dir", tmp_path / "data", "--config", config)
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCH, *map(str, options)],
        cwd=ROOT,
        stdin=end,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        os.close(end)
        try:
            next(line for line in process.stderr if "serves" in line)
            if closed:
                os.close(terminal)
                assert process.wait(LONGEST) == 0
            else:
                process.send_signal(signal.SIGHUP)
                assert next(line for line in process.stderr if " reloaded" in line)
        finally:
            process.kill()
    if not closed:
        os.close(terminal)


def test_limits_and_models_of_ones_own_change(tmp_path):
    text = keys(FIRST) + "max_body_bytes = 1024\n"
    own = '[models."my-team/wan"]\ndurations = [3]\n'
    large = BODY | {"prompt": "x" * 2000}
    with service(tmp_path, keys(FIRST)) as running:
        assert running.request("POST", "/videos", json=large).status_code == 202
        assert "changed max_body_bytes" in running.reload(text)
        assert running.request("POST", "/videos", json=large).status_code == 413
        body = {"model": "my-team/wan", "prompt": "x", "duration": 3}
        assert running.request("POST", "/videos", json=body).status_code == 400
        assert "changed models" in running.reload(text + own)
        assert running.request("POST", "/videos", json=body).status_code == 202
        listed = running.request("GET", "/videos/models").json()["data"]
        assert "my-team/wan" in {model["id"] for model in listed}
