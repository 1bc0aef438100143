"""One line per request: what was asked, by whom, and what came of it."""

from __future__ import annotations

import logging

import httpx
import pytest

from tests.http.conftest import REQUEST, client_of, submit, wait
from tests.service import running_service

KEYS = ["a-configured-key-1", "a-configured-key-2"]
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@pytest.fixture
def lines(caplog):
    """Give a function that returns the fields of the lines of requests so far."""
    caplog.set_level(logging.INFO)

    def found():
        return [r.fields for r in caplog.records if r.name == "rushes.access"]

    return found


def everything_of(caplog):
    """Return all that the service logged; the client of the test logs its URLs."""
    return "".join(str(vars(r)) for r in caplog.records if r.name.startswith("rushes"))


def test_a_request_is_one_line_without_its_url_its_key_or_its_prompt(tmp_path, lines, caplog):
    with running_service(tmp_path, api_keys=KEYS) as own, client_of(own, key=KEYS[0]) as client:
        job_id = submit(client, prompt="a private prompt")
        wait(client, job_id)
        content = client.get(f"/videos/{job_id}/content")
    (first,) = [line for line in lines() if line["method"] == "POST"]
    (last,) = [line for line in lines() if line["path"].endswith("/content")]
    owner = first["key"]
    assert first | {"duration_ms": 0, "bytes": 0} == {
        "method": "POST",
        "path": "/api/v1/videos",
        "status": 202,
        "complete": None,
        "duration_ms": 0,
        "bytes": 0,
        "key": owner,
        "job": job_id,
        "client": None,
    }
    assert (last["path"], last["status"]) == ("/api/v1/videos/{job_id}/content", 200)
    assert last["bytes"] == len(content.content)
    assert last["duration_ms"] > 0
    everything = everything_of(caplog)
    for hidden in (*KEYS, "a private prompt"):
        assert hidden not in everything


def test_each_transition_of_a_job_is_one_line(tmp_path, caplog):
    caplog.set_level(logging.INFO, "rushes.jobs")
    with running_service(tmp_path) as own, client_of(own) as client:
        job_id = submit(client)
        wait(client, job_id)
    found = [(r.event, r.fields) for r in caplog.records if r.name == "rushes.jobs"]
    assert [event for event, _ in found] == [
        *("job.queued", "job.submitting", "job.running", "job.storing", "job.completed")
    ]
    assert {fields["job"] for _, fields in found} == {job_id}
    assert found[2][1]["upstream_id"]
    ended = found[-1][1]
    assert ended["seconds"] >= 0
    assert ended["bytes"] > 0


def test_a_request_id_of_the_caller_is_kept_if_it_is_plain(own, lines):
    with client_of(own) as client:
        given = client.get("/videos/models", headers={"X-Request-Id": "trace/42:a"})
        made = client.get("/videos/models", headers={"X-Request-Id": "forged\tid"})
        again = client.get("/nothing", headers={"X-Request-Id": "a" * 129})
    assert given.headers["x-request-id"] == given.headers["request-id"] == "trace/42:a"
    for answer in (made, again):
        assert answer.headers["x-request-id"].startswith("req-")
        assert answer.headers["x-request-id"] == answer.headers["request-id"]


def test_what_a_caller_writes_into_its_url_is_not_logged(own, lines, caplog):
    with client_of(own) as client:
        client.get("/nothing/at-all?token=hidden-token")
        client.get("/videos/gen-vid-1%0Aforged")
        client.get(f"/videos/{'x' * 300}")
    assert [(line["path"], line["status"], line["job"]) for line in lines()] == [
        (None, 404, None),
        ("/api/v1/videos/{job_id}", 404, None),
        ("/api/v1/videos/{job_id}", 404, None),
    ]
    everything = everything_of(caplog)
    assert "hidden-token" not in everything
    assert "forged" not in everything


def test_health_is_logged_as_debug_only(own, lines, caplog):
    httpx.get(f"{own.url}/health", trust_env=False)
    assert lines() == []
    caplog.set_level(logging.DEBUG, "rushes.access")
    httpx.get(f"{own.url}/health", trust_env=False)
    assert [line["path"] for line in lines()] == ["/health"]


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        (None, "127.0.0.1"),
        ("203.0.113.7", "203.0.113.7"),
        ("198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("203.0.113.7, 127.0.0.1", "203.0.113.7"),
        ("no address", "127.0.0.1"),
    ],
)
def test_the_address_of_a_client_is_logged_where_that_is_set(tmp_path, lines, forwarded, address):
    settings = {"log_client_address": True, "api_keys": KEYS}
    with running_service(tmp_path, **settings) as own, client_of(own, KEYS[0]) as client:
        headers = {} if forwarded is None else {"X-Forwarded-For": forwarded}
        client.get("/videos/models", headers=headers)
    assert [line["client"] for line in lines()] == [address]


def test_a_proxy_that_is_not_trusted_cannot_name_a_client(tmp_path, lines):
    settings = {"log_client_address": True, "trusted_proxies": ["192.0.2.1"], "api_keys": KEYS}
    with running_service(tmp_path, **settings) as own, client_of(own, KEYS[0]) as client:
        client.get("/videos/models", headers={"X-Forwarded-For": "203.0.113.7"})
    assert [line["client"] for line in lines()] == ["127.0.0.1"]


def test_a_key_that_is_refused_is_one_warning_a_minute_without_the_key(tmp_path, caplog):
    with running_service(tmp_path, api_keys=KEYS) as own:
        wrong = {"Authorization": "Bearer a-wrong-key-of-somebody"}
        for _ in range(5):
            answer = httpx.get(f"{own.api}/videos", headers=wrong, trust_env=False)
            assert answer.status_code == 401
    refused = [r for r in caplog.records if getattr(r, "event", "") == "key.refused"]
    assert [r.getMessage() for r in refused] == ["a request was refused: Unknown API key"]
    assert "a-wrong-key-of-somebody" not in caplog.text


def test_what_is_refused_before_it_is_a_request_is_a_line_too(own, lines):
    answer = httpx.get(f"{own.url}/{'x' * 20_000}", trust_env=False)
    assert answer.status_code == 414
    (line,) = lines()
    assert line["status"] == 414
    assert line["request_id"] == answer.headers["request-id"] == answer.headers["x-request-id"]


def test_a_traceparent_is_kept_with_the_job(own):
    headers = {"traceparent": PARENT}
    with client_of(own) as client:
        kept = client.post("/videos", json=REQUEST, headers=headers).json()["id"]
        wrong = {"traceparent": PARENT.replace("4bf92f", "------")}
        other = client.post("/videos", json={**REQUEST, "prompt": "x"}, headers=wrong).json()["id"]
        wait(client, kept)
        wait(client, other)
    parents = own.context.store.database._reading.execute(
        "SELECT id, traceparent FROM jobs"
    ).fetchall()
    assert dict(parents) == {kept: PARENT, other: None}
