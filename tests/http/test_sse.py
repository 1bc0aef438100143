"""Server-sent events: what a job's stream shows, when it ends, and how many there may be."""

from __future__ import annotations

import contextlib
import json
import time

import pytest

from openrouter.components import VideoGenerationResponse
from rushes.http import job_watch, sse
from tests.http.conftest import client_of, error_of, submit, wait
from tests.service import running_service


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(job_watch, "INTERVAL", 0.02)


@contextlib.contextmanager
def stream_of(client, job_id):
    """Open a stream; yield its response and its parsed blocks, each a list of lines."""
    with client.stream("GET", f"/videos/{job_id}/events") as response:

        def blocks():
            block = []
            for line in response.iter_lines():
                if line:
                    block.append(line)
                else:
                    yield block
                    block = []
            assert block == [], "the last block is whole"

        yield response, blocks()


def event(block):
    name, number, data = block
    assert name == "event: generation"
    assert number.startswith("id: ")
    job = json.loads(data.removeprefix("data: "))
    VideoGenerationResponse.model_validate(job)
    return int(number.removeprefix("id: ")), job


def test_a_stream_shows_each_change_and_ends_with_the_job(client, service):
    service.provider.waits, service.provider.fraction = True, 0.0
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    with stream_of(client, job_id) as (response, blocks):
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/event-stream"
        assert response.headers["x-accel-buffering"] == "no"
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["x-rushes-version"] == "test"
        assert next(blocks) == ["retry: 3000"]
        number, job = event(next(blocks))
        assert (number, job["status"], job["rushes"]["progress"]) == (1, "in_progress", 0.0)
        for number, fraction in ((2, 0.25), (3, 0.5)):
            service.provider.fraction = fraction
            shown, job = event(next(blocks))
            assert (shown, job["status"], job["rushes"]["progress"]) == (
                number,
                "in_progress",
                fraction,
            )
        service.provider.waits = False
        rest = [event(block) for block in blocks]
    assert [number for number, _ in rest] == list(range(4, 4 + len(rest)))
    states = [(job["status"], job["rushes"]["progress"]) for _, job in rest]
    assert states[-1] == ("completed", 1.0)
    assert len(set(states)) == len(states)
    polled = client.get(f"/videos/{job_id}").json()
    [shown], [asked_for] = rest[-1][1]["unsigned_urls"], polled["unsigned_urls"]
    assert shown.partition("?")[0] == asked_for.partition("?")[0]  # each is signed for a time
    assert client.get(shown).content == client.get(asked_for).content
    assert rest[-1][1]["usage"] == polled["usage"]


def test_the_stream_of_an_ended_job_is_its_state(client):
    job_id = submit(client)
    wait(client, job_id)
    with stream_of(client, job_id) as (_, blocks):
        retry, only = list(blocks)
    assert retry == ["retry: 3000"]
    assert event(only)[1]["status"] == "completed"


def test_a_cancel_is_reported(client, service):
    service.provider.waits = True
    job_id = submit(client)
    with stream_of(client, job_id) as (_, blocks):
        next(blocks)
        event(next(blocks))
        assert client.post(f"/videos/{job_id}/cancel").json()["status"] == "cancelled"
        assert [event(block)[1]["status"] for block in blocks][-1] == "cancelled"


def test_a_stream_gives_signs_of_life(client, service, monkeypatch):
    monkeypatch.setattr(sse, "HEARTBEAT", 0.05)
    service.provider.waits, service.provider.fraction = True, 0.0
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    with stream_of(client, job_id) as (_, blocks):
        assert [next(blocks) for _ in range(4)][2:] == [[":"], [":"]]


def test_a_stream_ends_without_an_end_when_its_job_is_deleted(client, service):
    service.provider.waits = True
    job_id = submit(client)
    wait(client, job_id, until={"in_progress"})
    with stream_of(client, job_id) as (_, blocks):
        next(blocks)
        event(next(blocks))
        assert client.delete(f"/videos/{job_id}").status_code == 200
        assert {event(block)[1]["status"] for block in blocks} <= {"in_progress", "cancelled"}
    error_of(client.get(f"/videos/{job_id}/events"), 404)


def test_a_client_that_hangs_up_ends_its_stream_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(job_watch, "INTERVAL", 3600.0)
    with running_service(tmp_path, max_streams=1) as own, client_of(own) as client:
        own.provider.waits = True
        job_id = submit(client)
        wait(client, job_id, until={"in_progress"})
        with stream_of(client, job_id) as (_, blocks):
            next(blocks)
            full = client.get(f"/videos/{job_id}/events")
            assert "open already" in error_of(full, 503)["message"]
            assert int(full.headers["retry-after"]) > 0
        deadline = time.monotonic() + 60
        while True:  # the first stream's place is free, though its next look is an hour away
            with stream_of(client, job_id) as (response, _):
                if response.status_code == 200:
                    break
            assert time.monotonic() < deadline
        own.provider.waits = False


@pytest.mark.parametrize(
    "limits", [{"max_streams": 4}, {"max_streams": 9, "max_streams_per_key": 2}]
)
def test_one_key_cannot_take_the_streams_of_another(tmp_path, limits):
    with (
        running_service(tmp_path, api_keys=["alpha", "beta"], **limits) as own,
        client_of(own, "alpha") as alpha,
        client_of(own, "beta") as beta,
        contextlib.ExitStack() as stack,
    ):
        own.provider.waits = True
        stack.callback(setattr, own.provider, "waits", False)
        kept = []
        for client in (alpha, beta):
            job_id = submit(client)
            for _ in range(2):
                _, blocks = stack.enter_context(stream_of(client, job_id))
                next(blocks)
                kept.append(blocks)  # what is let go is closed
            third = client.get(f"/videos/{job_id}/events")
            assert "2 event streams of this API key" in error_of(third, 429)["message"]
            assert int(third.headers["retry-after"]) > 0


def test_a_service_that_stops_ends_its_streams(own):
    own.provider.waits = True
    with client_of(own) as client:
        job_id = submit(client)
        wait(client, job_id, until={"in_progress"})
        with stream_of(client, job_id) as (_, blocks):
            next(blocks)
            event(next(blocks))
            own.request_context.closing.set()
            ((retry,),) = list(blocks)
            name, _, milliseconds = retry.partition(": ")
            assert name == "retry"
            assert sse.RETRIES[0] <= int(milliseconds) <= sse.RETRIES[1]


def test_head_shows_what_a_stream_would_be(client):
    job_id = submit(client)
    response = client.head(f"/videos/{job_id}/events")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/event-stream"
