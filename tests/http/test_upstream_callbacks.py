"""Callbacks of upstreams: signed hints that a job is to be polled now."""

from __future__ import annotations

import json
import socket

import httpx
import pytest
from hypothesis import given, strategies as st

from rushes.http.upstream_callbacks import LONGEST_CHALLENGE, MAX_BODY, UpstreamCallbacks
from rushes.providers.rest import RestProvider
from rushes.server import background_service
from rushes.settings import Settings
from tests.service import running_service
from tests.upstreams.kling import Kling
from tests.upstreams.serving import running

PATH = "/rushes/callbacks/gen-vid-1-a/1"


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    with running_service(tmp_path_factory.mktemp("callbacks")) as service:
        yield service


@pytest.fixture(scope="module")
def url(service):
    """The URL of a callback that was signed by the service."""
    return f"{service.url}{PATH}/{service.request_context.links.sign(PATH)}"


def test_a_signed_callback_is_taken_whatever_it_says(url):
    for body in (b"", b"{}", b"[", b'{"status": "succeeded"}', b"\xff" * 999):
        answer = httpx.post(url, content=body)
        assert (answer.status_code, answer.json()) == (200, {})


@given(st.binary(max_size=200))
def test_no_body_is_an_error(url, body):
    assert httpx.post(url, content=body).status_code == 200


def test_a_challenge_is_echoed_alone(url):
    answer = httpx.post(url, json={"challenge": "say it", "other": 1})
    assert answer.json() == {"challenge": "say it"}
    assert answer.headers["content-type"] == "application/json"
    for odd in (7, None, ["x"], "x" * (LONGEST_CHALLENGE + 1)):
        assert httpx.post(url, json={"challenge": odd}).json() == {}


def test_a_long_body_is_not_read_to_its_end(url):
    body = json.dumps({"challenge": "say it", "rest": "x" * MAX_BODY}).encode()
    assert httpx.post(url, content=body).json() == {}


@pytest.mark.parametrize("signature", ["", "0" * 64, "ä"])
def test_an_unsigned_callback_is_unknown(service, signature):
    answer = httpx.post(f"{service.url}{PATH}/{signature or 'none'}", json={"challenge": "x"})
    assert answer.status_code == 404
    assert "challenge" not in answer.json()


def test_a_signature_is_for_one_attempt(service):
    signature = service.request_context.links.sign(PATH)
    for path in ("/rushes/callbacks/gen-vid-1-a/2", "/rushes/callbacks/gen-vid-1-b/1"):
        assert httpx.post(f"{service.url}{path}/{signature}").status_code == 404


def test_there_is_no_url_without_a_public_one(service):
    assert UpstreamCallbacks(service.request_context.links, None).url(None) is None


def test_a_callback_ends_a_job_long_before_the_next_poll(tmp_path, monkeypatch):
    monkeypatch.setattr(RestProvider, "poll_floor", 600.0)
    monkeypatch.setattr("rushes.providers.kling.KlingProvider.poll_floor", 600.0)
    with socket.create_server(("127.0.0.1", 0)) as bound:
        port = bound.getsockname()[1]
    with running(Kling()) as (upstream, url):
        settings = Settings(
            data_dir=tmp_path,
            port=port,
            public_url=f"http://127.0.0.1:{port}",
            providers=("kling",),
            provider={"kling": {"base_url": url, "api_key": "a-valid-key"}},
        )
        with (
            background_service(settings) as own,
            httpx.Client(base_url=f"{own}/api/v1", headers={"Authorization": "Bearer x"}) as client,
        ):
            body = {"model": "kwaivgi/kling-v3.0-std", "prompt": "A fox", "duration": 5}
            job = client.post("/videos", json=body).json()
            with client.stream("GET", f"/videos/{job['id']}/events", timeout=60) as events:
                shown = [line for line in events.iter_lines() if line.startswith("data: ")]
    assert json.loads(shown[-1].removeprefix("data: "))["status"] == "completed"
    assert len(upstream.charges) == 1
