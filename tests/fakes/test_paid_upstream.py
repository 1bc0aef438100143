"""The fake upstream charges what it says, and an ordinary SDK cannot tell it from a real one."""

from __future__ import annotations

import json
import signal
import socket
import threading

import httpx
import pytest

from openrouter import OpenRouter, errors
from tests.fakes.faults import FaultInjector
from tests.fakes.paid_upstream import fake_upstream
from tests.mp4 import video_of

KEY = {"Authorization": "Bearer any"}
BODY = {"model": "google/veo-3.1", "prompt": "A calm sea [job:a]"}
SIZE = 50_000


@pytest.fixture(scope="module", params=["fail", "idempotent", "lookup"])
def any_upstream(request):
    with fake_upstream(request.param, render=0.05, video_bytes=SIZE) as upstream:
        yield upstream


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream(render=0.05, video_bytes=SIZE) as started:
        yield started


def post(upstream, key="k", **changes):
    with httpx.Client(headers=KEY, trust_env=False) as client:
        headers = {"Idempotency-Key": key} if key else {}
        return client.post(f"{upstream.api}/videos", json=BODY | changes, headers=headers)


def charges(upstream, marker):
    return [charge for charge in upstream.charges() if charge["marker"] == marker]


def test_the_sdk_makes_a_video_with_it(any_upstream):
    with OpenRouter(api_key="any", server_url=any_upstream.api) as client:
        made = client.video_generation.generate(model="m/m", prompt="[job:sdk] a sea")
        job = client.video_generation.wait(made.id, poll_interval=0.05)
        assert (job.status, job.usage.cost) == ("completed", 0.4)
        assert client.video_generation.get_generation(job_id=made.id).generation_id == made.id
        content = client.video_generation.get_video_content(job_id=made.id).read()
    assert content == video_of(made.id, SIZE)
    assert [charge["id"] for charge in charges(any_upstream, "sdk")] == [made.id]
    assert any_upstream.state()["jobs"][made.id]["delivered"] == 1


def test_a_key_charges_once_where_it_is_idempotent_and_each_time_elsewhere():
    for mode, count in (("idempotent", 1), ("fail", 3), ("lookup", 3)):
        with fake_upstream(mode) as upstream:
            ids = {post(upstream).json()["id"] for _ in range(3)}
            assert len(ids) == len(upstream.charges()) == count


def test_duplicates_that_arrive_at_once_are_one_job_where_it_is_idempotent():
    with fake_upstream("idempotent") as upstream:
        answers = []
        duplicates = [
            threading.Thread(target=lambda: answers.append(post(upstream))) for _ in range(8)
        ]
        for duplicate in duplicates:
            duplicate.start()
        for duplicate in duplicates:
            duplicate.join()
        assert {answer.status_code for answer in answers} == {202}
        assert len({answer.json()["id"] for answer in answers}) == len(upstream.charges()) == 1
        assert post(upstream, prompt="another").status_code == 409


def test_a_job_is_found_by_its_key_where_jobs_can_be_looked_up():
    with fake_upstream("lookup") as upstream, httpx.Client(headers=KEY) as client:
        made = post(upstream, key="mine").json()["id"]
        post(upstream, key="other")
        found = client.get(f"{upstream.api}/videos", params={"idempotency_key": "mine"}).json()
        assert [job["id"] for job in found["data"]] == [made]
        none = client.get(f"{upstream.api}/videos", params={"idempotency_key": "none"}).json()
        assert none == {"data": []}


def test_jobs_cannot_be_listed_elsewhere(upstream):
    answer = httpx.get(f"{upstream.api}/videos?idempotency_key=k", headers=KEY)
    assert answer.status_code == 405


def test_a_body_that_was_cut_short_makes_no_job(upstream):
    body = json.dumps(BODY | {"prompt": "[job:cut]"}).encode()
    host, port = upstream.url.removeprefix("http://").split(":")
    head = (
        f"POST /api/v1/videos HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer any\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body) + 1}\r\n\r\n"
    )
    with socket.create_connection((host, int(port))) as connection:
        connection.sendall(head.encode() + body)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1024):
            pass
    assert charges(upstream, "cut") == []


def test_a_body_that_does_not_parse_makes_no_job(upstream):
    before = len(upstream.charges())
    for body in (b"{", b"[]", b'{"prompt":"x"}'):
        answer = httpx.post(f"{upstream.api}/videos", content=body, headers=KEY)
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, 400)
    assert len(upstream.charges()) == before


def test_charges_outlive_the_process(tmp_path):
    state = tmp_path / "charges.jsonl"
    with fake_upstream("idempotent", state=state) as upstream:
        made = post(upstream).json()["id"]
        upstream.process.kill()
        upstream.process.wait()
    with fake_upstream("idempotent", state=state) as upstream:
        assert [charge["id"] for charge in upstream.charges()] == [made]
        assert post(upstream).json()["id"] == made


def test_it_ends_by_a_signal():
    with fake_upstream() as upstream:
        upstream.process.send_signal(signal.SIGTERM)
        assert upstream.process.wait(60) == 0


def test_a_script_hits_one_post_after_another(upstream):
    prompt = "[job:script] [fault:429=7*2,500-before,then-ok,refuse]"
    answers = [post(upstream, prompt=prompt) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [429, 429, 500, 202, 400, 202]
    assert answers[0].headers["Retry-After"] == "7"
    assert len(charges(upstream, "script")) == 2


def test_queued_scripts_hit_the_next_requests(upstream):
    upstream.faults("500-after,ok", "429*2")
    answers = [post(upstream, prompt="[job:queued]").status_code for _ in range(5)]
    assert answers == [500, 202, 429, 429, 202]
    assert len(charges(upstream, "queued")) == 3


def test_a_fault_that_does_not_exist_is_refused(upstream):
    assert post(upstream, prompt="[fault:nonsense]").status_code == 400
    with pytest.raises(AssertionError, match="no such fault"):
        upstream.faults("nonsense")


def test_chance_repeats_with_its_seed():
    chances = {"silent": 0.3, "lost*2": 0.5}
    injectors = [FaultInjector(seed, chances) for seed in (1, 1, 2)]
    one, same, other = ([injector.draw("x") for _ in range(50)] for injector in injectors)
    assert one == same
    assert one != other
    assert 0 < sum(bool(faults.find("silent")) for faults in one) < 50


def test_faults_are_drawn_at_random():
    with fake_upstream(chances={"500-after": 1.0}) as upstream:
        assert post(upstream).status_code == 500
        assert len(upstream.charges()) == 1


def test_only_its_api_key_is_accepted():
    with fake_upstream(api_key="secret") as upstream:
        assert post(upstream).status_code == 401
        assert upstream.charges() == []


def test_a_job_is_cancelled_until_it_has_ended(upstream):
    with httpx.Client(base_url=upstream.api, headers=KEY) as client:
        running = post(upstream, prompt="[fault:endless]").json()["id"]
        answer = client.post(f"/videos/{running}/cancel")
        assert (answer.status_code, answer.json()["status"]) == (200, "cancelled")
        assert upstream.state()["cancelled"] == [running]
        ended = post(upstream, prompt="[fault:render=0]").json()["id"]
        assert client.post(f"/videos/{ended}/cancel").status_code == 409
    with fake_upstream(no_cancel=True) as other:
        answer = httpx.post(f"{other.api}/videos/x/cancel", headers=KEY)
        assert answer.status_code == 404


def test_the_sdk_sees_a_failed_job_with_its_reason(upstream):
    with OpenRouter(api_key="any", server_url=upstream.api) as client:
        made = client.video_generation.generate(model="m/m", prompt="[fault:fail=Too dark]")
        with pytest.raises(errors.GenerationFailedError, match="Too dark"):
            client.video_generation.wait(made.id, poll_interval=0.05)
