"""The states of a job as a stream: its format, its breaks, and waits that listen to it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from openrouter import OpenRouter, errors
from rushes.sdk._endpoints import CallOptions, PollResult
from rushes.sdk._polling import Poller, PollOptions
from rushes.sdk._sse import Event, Feed, Parser
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    event_answer,
    job_answer,
    rushes_answer,
)
from tests.sdk.driver import Driver

RUSHES = {"X_Rushes_Version": "0.1.0"}
STATES = [
    {"status": "in_progress", "rushes": {"progress": 0.25}},
    {"status": "in_progress", "rushes": {"progress": 0.75}},
    {"status": "completed", "rushes": {"progress": 1.0}},
]


def polled(**fields: Any) -> Answer:
    job = {"id": JOB_ID, "polling_url": "/p", "status": "pending", "rushes": {"progress": 0.0}}
    return rushes_answer(job | fields)


def refusal(status: int, pause: str = "") -> errors.OpenRouterError:
    return errors.OpenRouterError("no", httpx.Response(status, headers={"retry-after": pause}), "")


def parse(*chunks: bytes) -> list[Event]:
    parser = Parser()
    return [event for chunk in chunks for event in parser.feed(chunk)]


STREAM = (
    'retry: 3000\n\n:\n\nevent: generation\nid: 7\ndata: {"a": "\u2028é"}\n\n'
    "data:two\ndata: lines\nid: 8\n\nevent: nothing\n\nunknown: x\n:comment\n\n"
).encode()
EVENTS = [Event("generation", '{"a": "\u2028é"}', "7"), Event("", "two\nlines", "8")]


@given(st.lists(st.integers(0, len(STREAM))), st.sampled_from([b"\n", b"\r\n", b"\r"]))
def test_a_stream_may_be_cut_anywhere(cuts: list[int], line_break: bytes) -> None:
    stream = STREAM.replace(b"\n", line_break)
    places = [0, *sorted(cuts), len(stream)]
    # What ends in a carriage return is only known to be over when something follows.
    chunks = [stream[a:b] for a, b in pairwise(places)] + [b":"]
    assert parse(*chunks) == EVENTS


@pytest.mark.parametrize(
    ("written", "pause"),
    [(b"250", 0.25), (b"99999999", 30.0), (b"soon", 3.0), (b"-5", 3.0), ("²".encode(), 3.0)],
)
def test_the_pause_that_a_stream_asks_for(written: bytes, pause: float) -> None:
    parser = Parser()
    assert list(parser.feed(b"retry: " + written + b"\n")) == []
    assert parser.retry == pause


def test_an_endless_line_is_an_error() -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="is too long"):
        parse(b"data: " + b"x" * 5_000_000)


def test_a_job_is_followed_to_its_end(driver: Driver, stub: StubServer) -> None:
    stub.script(event_answer(*STATES, {"status": "failed"}, **RUSHES))
    jobs = driver.iterate(driver.client(), "events", job_id=JOB_ID)
    assert [(job.status, job.model_extra["rushes"]["progress"]) for job in jobs] == [
        ("in_progress", 0.25),
        ("in_progress", 0.75),
        ("completed", 1.0),
    ]
    [request] = stub.received
    assert request.path == f"/api/v1/videos/{JOB_ID}/events"
    assert request.header("accept") == ["text/event-stream"]
    assert request.header("last-event-id") == []


def test_a_broken_stream_is_taken_up_again(driver: Driver, stub: StubServer) -> None:
    stub.script(
        event_answer(*STATES[:1], cut=True),
        HANG_UP,
        error_answer(503, retry_after_ms="1"),
        event_answer(*STATES[:2]),  # the present state, which is known, and a new one
        event_answer(*STATES[1:]),
    )
    jobs = driver.iterate(driver.client(), "events", job_id=JOB_ID)
    assert [job.model_extra["rushes"]["progress"] for job in jobs] == [0.25, 0.75, 1.0]
    assert [r.header("last-event-id") for r in stub.received] == [[], ["1"], ["1"], ["1"], ["2"]]


def test_a_stream_that_stays_broken_is_an_error() -> None:
    feed, error = Feed(JOB_ID, CallOptions()), httpx.RemoteProtocolError("x")
    assert [feed.after_end(error) <= bound for bound in (1, 2, 4, 8)] == [True] * 4
    with pytest.raises(httpx.RemoteProtocolError) as caught:
        feed.after_end(error)
    assert caught.value is error


@pytest.mark.parametrize(
    "error", [refusal(401), refusal(410), refusal(503, "61"), httpx.LocalProtocolError("x")]
)
def test_trouble_with_a_stream_that_stays_is_raised(error: Any) -> None:
    with pytest.raises(type(error)) as caught:
        Feed(JOB_ID, CallOptions()).after_end(error)
    assert caught.value is error


def test_a_stream_that_only_ends_is_an_error(driver: Driver, stub: StubServer) -> None:
    stub.script(*[event_answer()] * 5)
    with pytest.raises(httpx.RemoteProtocolError, match="without an event"):
        driver.iterate(driver.client(), "events", job_id=JOB_ID)


@pytest.mark.parametrize("job_id", ["", "..", None])
def test_an_id_that_cannot_be_one(driver: Driver, stub: StubServer, job_id: Any) -> None:
    with pytest.raises((ValueError, TypeError)):
        driver.iterate(driver.client(), "events", job_id=job_id)
    assert stub.received == []


def test_a_page_is_no_stream(driver: Driver, stub: StubServer) -> None:
    stub.script(Answer(200, b"<html>", {"content-type": "text/html"}))
    with pytest.raises(errors.OpenRouterError, match="html"):
        driver.iterate(driver.client(), "events", job_id=JOB_ID)


def test_leaving_a_stream_closes_it(stub: StubServer) -> None:
    stub.script(event_answer(*STATES), job_answer())
    with OpenRouter("k", server_url=stub.url) as client:
        with contextlib.closing(client.video_generation.events(JOB_ID)) as states:
            assert next(states).status == "in_progress"
        assert client.video_generation.get_generation(job_id=JOB_ID).status == "pending"


def test_a_wait_listens_where_it_can(driver: Driver, stub: StubServer) -> None:
    stub.script(polled(), event_answer({"status": "pending"}, *STATES), polled(status="completed"))
    seen: list[tuple[str, Any]] = []
    job = driver.call(
        driver.client(),
        "wait",
        JOB_ID,
        on_progress=lambda j: seen.append((j.status, j.model_extra.get("rushes"))),
    )
    assert job.status == "completed"
    assert [status for status, _ in seen] == [
        "pending",
        "pending",
        "in_progress",
        "in_progress",
        "completed",
    ]
    assert [r.path.rpartition("/")[2] for r in stub.received] == [JOB_ID, "events", JOB_ID]


def test_an_unhappy_end_is_heard_too(driver: Driver, stub: StubServer) -> None:
    failed = {"status": "failed", "error": "No luck"}
    stub.script(polled(), event_answer(failed), polled(**failed))
    with pytest.raises(errors.GenerationFailedError, match="No luck") as caught:
        driver.call(driver.client(), "wait", JOB_ID)
    assert json.loads(caught.value.body)["error"] == "No luck"


@pytest.mark.parametrize(
    "stream",
    [HANG_UP, error_answer(404), error_answer(500), event_answer(*STATES[:1], cut=True)],
    ids=["hung up", "missing", "failing", "broken off"],
)
def test_a_wait_polls_on_where_the_stream_breaks(
    driver: Driver, stub: StubServer, stream: Answer
) -> None:
    stub.script(polled(), stream, polled(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID).status == "completed"
    assert [r.path.rpartition("/")[2] for r in stub.received] == [JOB_ID, "events", JOB_ID]


def test_a_stream_that_told_nothing_is_not_asked_again(driver: Driver, stub: StubServer) -> None:
    stub.script(polled(), HANG_UP, polled(), polled(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID).status == "completed"
    assert len(stub.received) == 4


@pytest.mark.parametrize("pace", [{"poll_interval": 0.001}, {"timeout": 30.0}])
def test_a_wait_that_polls_at_its_own_pace_or_is_short(
    driver: Driver, stub: StubServer, pace: dict[str, float]
) -> None:
    stub.script(polled(), polled(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID, **pace).status == "completed"


def test_another_service_is_only_polled(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(rushes={"progress": 0.5}), job_answer(status="completed"))
    assert driver.call(driver.client(), "wait", JOB_ID).status == "completed"


def test_the_last_seconds_of_a_wait_are_polled() -> None:
    now = [0.0]
    watch = Poller(JOB_ID, CallOptions(), PollOptions(timeout=100), lambda: now[0])
    answer = PollResult.of(
        httpx.Response(
            200,
            json={"id": "a", "polling_url": "", "status": "pending"},
            headers={"x-rushes-version": "0.1.0"},
        )
    )
    assert watch.feed(answer) is not None
    now[0] = 59.0
    assert watch.feed(answer) is not None
    assert not watch.must_poll()
    now[0] = 60.0
    assert watch.feed(answer) is None
    now[0] = 80.0
    assert watch.must_poll()


def test_a_client_listens_to_so_many_jobs_at_once(stub: StubServer) -> None:
    with OpenRouter("k", server_url=stub.url) as client:
        videos = client.video_generation
        free = 0
        while videos._stream_slots.acquire(blocking=False):
            free += 1
        stub.script(polled(), polled(status="completed"))
        assert videos.wait(JOB_ID).status == "completed"
    assert free == 32


def test_a_wait_leaves_a_stream_after_half_a_minute_at_most() -> None:
    now = [0.0]
    answer = PollResult.of(
        httpx.Response(
            200,
            json={"id": "a", "polling_url": "", "status": "pending"},
            headers={"x-rushes-version": "0.1.0"},
        )
    )
    for timeout in (None, 10_000):
        watch = Poller(JOB_ID, CallOptions(), PollOptions(timeout=timeout), lambda: now[0])
        feed = watch.feed(answer)
        assert feed is not None
        assert not watch.must_poll()
        # The next sign of life may take 20 seconds.
        now[0] += 10.0
        assert watch.must_poll()
        assert feed.call().read_timeout == 20.0
        assert watch.feed(answer) is not None
        assert not watch.must_poll()


@pytest.mark.parametrize("timeout", [None, 10_000])
def test_a_stream_that_only_shows_life_is_left(
    driver: Driver, stub: StubServer, monkeypatch: pytest.MonkeyPatch, timeout: float | None
) -> None:
    def life() -> Iterator[bytes]:
        while True:
            yield b":\n\n"

    alive = Answer(200, life, {"content-type": "text/event-stream"})
    monkeypatch.setattr("rushes.sdk._polling.MAX_LISTENING", 20.0)
    stub.script(polled(), alive, polled(), alive, polled(status="completed"))
    job = driver.call(driver.client(), "wait", JOB_ID, timeout=timeout)
    assert job.status == "completed"
    assert len(stub.received) == 5
