"""Whose turn a scenario is: what uses it up, what does not, and what several do together."""

from __future__ import annotations

import contextlib
import socket
import time

import httpx
import pytest

from tests.fakes.providers import VIDEO
from tests.testing.kits import REQUEST, client_of, quick_service

UNUSABLE = {**REQUEST, "duration": 7}


@pytest.fixture
def made(submit, wait):
    """Return a function that makes a video by a prompt; it returns the path of its job."""

    def made(prompt="A calm sea"):
        job_id = submit(prompt=prompt)
        assert wait(job_id)["status"] == "completed"
        return f"/videos/{job_id}"

    return made


def downloads(client, path, count):
    """Return what became of some downloads: a status, or `cut`."""
    found = []
    for _ in range(count):
        try:
            response = client.get(f"{path}/content")
        except httpx.TransportError:
            found.append("cut")
        else:
            found.append(response.status_code)
    return found


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("[rushes:content_truncated] [rushes:no_length]", ["cut", 200, 200]),
        ("[rushes:no_length] [rushes:content_truncated=2]", ["cut", "cut", 200]),
        ("[rushes:content_reset=2] [rushes:no_ranges]", ["cut", "cut", 200]),
        ("[rushes:content_truncated] [rushes:content_missing]", [404, 404, "cut", 200]),
        ("[rushes:content_errors=1] [rushes:content_missing=1]", [502, 404, 200]),
        ("[rushes:gone] [rushes:content_truncated]", [410, 410, 410]),
        ("[rushes:content_truncated=1] [rushes:content_reset=2]", ["cut", "cut", "cut", 200]),
    ],
)
def test_each_defect_of_downloads_has_its_own_number(client, made, prompt, expected):
    assert downloads(client, made(prompt), len(expected)) == expected


def test_polls_fail_first_and_then_show_another_status(client, submit):
    job_id = submit(prompt="[rushes:unknown_status] [rushes:poll_errors=2]")
    polls = [client.get(f"/videos/{job_id}") for _ in range(6)]
    assert [poll.status_code for poll in polls] == [500, 500, 200, 200, 200, 200]
    assert [poll.json()["status"] == "paused" for poll in polls[2:]] == [True, True, True, False]


@pytest.mark.parametrize("is_next", [True, False])
@pytest.mark.parametrize("name", ["poll_errors", "poll_html"])
def test_a_rule_for_polls_is_for_as_many_as_its_name(service, client, submit, name, is_next):
    job_id = submit()
    if is_next:
        service.next(name, operation="poll")
    else:
        service.when(operation="poll").then(name)
    statuses = [client.get(f"/videos/{job_id}").status_code for _ in range(5)]
    assert [status >= 500 for status in statuses] == [True, True, True, False, False]


def test_a_rule_for_downloads_is_for_as_many_as_its_name(service, client, made):
    path = made()
    service.when(operation="content").then("content_missing", 2)
    assert downloads(client, path, 4) == [404, 404, 200, 200]
    service.when(operation="content", times=3).then("content_missing")
    assert downloads(client, path, 4) == [404, 404, 404, 200]
    service.next("no_length", operation="content")
    assert ["content-length" in client.get(f"{path}/content").headers for _ in range(2)] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    "arrange",
    [
        lambda service: None,
        lambda service: service.next("content_truncated", operation="content"),
    ],
)
def test_only_a_download_uses_up_its_defect(service, client, submit, wait, arrange):
    prompt = "A calm sea [rushes:slow=60]"
    if arrange(service) is None:
        prompt += " [rushes:content_truncated]"
    job_id = submit(prompt=prompt)
    path = f"/videos/{job_id}"
    assert downloads(client, path, 1) == [409]
    service.clock.advance(minutes=2)
    assert client.head(f"{path}/content").status_code == 200
    assert client.get(f"{path}/content", headers={"Authorization": ""}).status_code == 401
    assert client.get(f"{path}/content?index=5").status_code == 400
    assert downloads(client, path, 2) == ["cut", 200]
    assert client.get(f"{path}/content").content == VIDEO


def test_a_client_without_a_key_gets_no_scenario(tmp_path):
    with (
        quick_service(tmp_path, api_keys=["the-right-key-0123"]) as service,
        client_of(service, "the-right-key-0123") as client,
        client_of(service, "a-wrong-key-0123") as stranger,
    ):
        service.next("rate_limited")
        assert stranger.post("/videos", json=REQUEST).status_code == 401
        assert client.post("/videos", json=REQUEST).status_code == 429
        body = {**REQUEST, "prompt": "[rushes:poll_errors=1] [rushes:gone]"}
        path = f"/videos/{client.post('/videos', json=body).json()['id']}"
        assert stranger.get(path).status_code == 401
        assert stranger.get(f"{path}/content").status_code == 401
        assert client.get(path).status_code == 500
        service.clock.advance(seconds=1)
        assert client.get(f"{path}/content").status_code == 410


@pytest.mark.parametrize(
    "scenario",
    [
        {"name": "failed", "response": {"delay": 0.01}},
        {"name": "error_after", "job": {"outcome": "failed"}},
        {"name": "reset_after", "job": {"outcome": "failed"}},
        {"name": "error_after"},
    ],
)
def test_a_refused_request_leaves_the_scenario_for_the_next(service, client, scenario):
    rule = service.next(**scenario)
    assert client.post("/videos", json=UNUSABLE).status_code == 400
    assert rule.used == 0
    with contextlib.suppress(httpx.TransportError):
        client.post("/videos", json=REQUEST)
    assert rule.used == 1
    service.clock.advance(seconds=1)
    [job] = service.jobs()
    assert job.state == ("completed" if scenario == {"name": "error_after"} else "failed")


def test_a_delay_alone_is_used_by_any_request(service, client):
    rule = service.next("slow_response", 0.01)
    assert client.post("/videos", json=UNUSABLE).status_code == 400
    assert rule.used == 1


@pytest.mark.parametrize(
    "scenario", [{"name": "slow", "value": 0.01}, {"name": "slow_response", "value": 0.01}]
)
def test_an_error_that_no_scenario_gave_is_not_scripted(service, client, scenario):
    service.when().then(**scenario)
    assert client.post("/videos", json=UNUSABLE).status_code == 400
    service.next("out_of_credit")
    assert client.post("/videos", json=REQUEST).status_code == 402
    assert [request.is_scripted for request in service.requests] == [False, True]


def test_what_is_given_twice_is_refused(service):
    with pytest.raises(ValueError, match="model: was given to `when` already"):
        service.when(model="x").then("failed", model="y")
    with pytest.raises(ValueError, match="times: was given to `when` already"):
        service.when(times=1).then("failed", times=2)


def test_next_without_times_is_once(service, client):
    service.next("rate_limited", times=None)
    statuses = [client.post("/videos", json=REQUEST).status_code for _ in range(2)]
    assert statuses == [429, 202]


def test_the_list_of_models_fails_without_a_key_too(service):
    service.next("server_error", operation="models")
    url = f"{service.api_url}/videos/models"
    assert [httpx.get(url).status_code for _ in range(2)] == [500, 200]


@pytest.mark.parametrize("is_rule", [True, False])
def test_a_signed_link_without_a_key_has_the_defects_too(service, client, submit, wait, is_rule):
    job_id = submit(prompt="A calm sea" if is_rule else "[rushes:gone]")
    if is_rule:
        service.when(operation="content").then("gone")
    link = wait(job_id)["unsigned_urls"][0]
    assert "signature=" in link
    assert [httpx.get(link).status_code for _ in range(2)] == [410, 410]
    forged = httpx.URL(link).copy_set_param("signature", "0")
    assert httpx.get(forged).status_code in {401, 403}


@pytest.mark.parametrize("name", ["content_truncated", "content_reset"])
def test_a_download_outside_the_video_uses_up_nothing(client, made, name):
    path = made(f"[rushes:{name}]")
    outside = client.get(f"{path}/content", headers={"Range": f"bytes={len(VIDEO)}-"})
    assert outside.status_code == 416
    unchanged = {"If-None-Match": client.head(f"{path}/content").headers["etag"]}
    assert client.get(f"{path}/content", headers=unchanged).status_code == 304
    assert downloads(client, path, 2) == ["cut", 200]


def test_a_request_right_after_a_replayed_one_gets_the_scenario(service, client):
    for number in range(30):
        service.reset()
        again = {"headers": {"Idempotency-Key": f"k{number}"}, "json": REQUEST}
        first = client.post("/videos", **again).json()["id"]
        rule = service.next("failed")
        assert client.post("/videos", **again).json()["id"] == first
        second = client.post("/videos", json={**REQUEST, "seed": 2}).json()["id"]
        service.clock.advance(seconds=1)
        states = {job.id: job.state for job in service.jobs()}
        assert states == {first: "completed", second: "failed"}
        assert rule.used == 1


def test_an_upload_that_is_cut_off_uses_up_nothing(service, client):
    rule = service.next("rate_limited")
    head = b"POST /api/v1/videos HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer any\r\n"
    address = httpx.URL(service.url)
    with socket.create_connection((address.host, address.port)) as connection:
        connection.sendall(head + b"Content-Length: 500\r\n\r\n{")
    while not [request for request in service.requests if request.status is not None]:
        time.sleep(0.01)
    assert rule.used == 0
    assert client.post("/videos", json=REQUEST).status_code == 429


def test_a_cancel_is_listed_with_its_job(service, client, submit):
    job_id = submit(prompt="[rushes:stuck]")
    client.post(f"/videos/{job_id}/cancel")
    client.get("/videos/models")
    assert [request.job_id for request in service.requests[1:]] == [job_id, None]


def test_a_signature_that_is_none_is_no_key(service, client, submit, wait):
    """It signs downloads only, and one that is wrong gets no scenario."""
    service.next("out_of_credit")
    path = f"{service.api_url}/videos"
    with httpx.Client(trust_env=False) as stranger:
        assert stranger.post(f"{path}?signature=x", json=REQUEST).status_code == 401
        assert client.post("/videos", json=REQUEST).status_code == 402
        job_id = submit(prompt="[rushes:poll_errors=2]")
        for _ in range(3):
            assert stranger.get(f"{path}/{job_id}?signature=x").status_code == 401
        polls = [client.get(f"/videos/{job_id}").status_code for _ in range(3)]
        assert polls == [500, 500, 200]
        link = wait(job_id)["unsigned_urls"][0]
        service.when(operation="content").then("status", 503)
        wrong = f"{path}/{job_id}/content?index=0&signature=x"
        assert stranger.get(wrong).status_code in {401, 403}
        assert client.get(f"/videos/{job_id}/content").status_code == 503
    assert link


def test_a_response_to_downloads_is_for_those_that_would_succeed(service, client, submit, wait):
    service.next("status", 503, operation="content")
    slow = submit(prompt="[rushes:slow=60]")
    assert client.get(f"/videos/{slow}/content").status_code == 409
    job_id = submit()
    assert wait(job_id)["status"] == "completed"
    path = f"/videos/{job_id}/content"
    assert client.head(path).status_code == 503
    assert [client.get(path).status_code for _ in range(2)] == [503, 200]


@pytest.mark.parametrize(
    ("prompt", "status", "headers"),
    [
        ("[rushes:wrapped] [rushes:out_of_credit]", 402, {}),
        ("[rushes:rate_limited=3] [rushes:out_of_credit]", 402, {}),
        ("[rushes:server_error] [rushes:rate_limited=3]", 429, {"retry-after": "3"}),
        ("[rushes:rate_limited=2] [rushes:unavailable=7]", 503, {"retry-after": "7"}),
        ("[rushes:error_after] [rushes:out_of_credit]", 402, {}),
        ("[rushes:reset] [rushes:out_of_credit]", 402, {}),
    ],
)
def test_a_later_error_of_a_prompt_replaces_an_earlier_one(
    service, client, prompt, status, headers
):
    response = client.post("/videos", json={**REQUEST, "prompt": prompt})
    assert response.status_code == response.json()["error"]["code"] == status
    assert response.headers.get("retry-after") == headers.get("retry-after")
    assert service.jobs() == []


def test_hundreds_of_slow_jobs_end_in_one_advance(service, client):
    service.when().then("slow", 600)
    for seed in range(300):
        assert client.post("/videos", json={**REQUEST, "seed": seed}).status_code == 202
    service.clock.advance(seconds=300)
    progress = [job.progress for job in service.jobs()]
    assert all(0.4 < share < 0.6 for share in progress)
    service.clock.advance(seconds=400)
    assert {job.state for job in service.jobs()} == {"completed"}
