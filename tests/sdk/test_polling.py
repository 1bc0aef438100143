"""Waiting for a job: how often it is asked, what is borne, how it ends."""

from __future__ import annotations

import asyncio
import pickle
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from openrouter import OpenRouter, errors
from rushes import wire
from rushes.sdk import _endpoints
from rushes.sdk._polling import Poller, PollOptions
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    SILENCE,
    StubServer,
    error_answer,
    job_answer,
)
from tests.sdk.driver import Driver
from tests.service import running_service

QUICK = {"poll_interval": 0.001}
DONE = job_answer(status="completed", unsigned_urls=["u"], usage={"cost": 0.36})


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def watch(clock: Clock, **pace: Any) -> Poller:
    return Poller(JOB_ID, _endpoints.CallOptions(retries=None), PollOptions(**pace), clock)


def polled(status: str = "pending", headers: dict[str, str] | None = None, **extra: Any) -> Any:
    job = wire.VideoGenerationResponse(id=JOB_ID, polling_url="", status=status, **extra)
    return _endpoints.PollResult(job, httpx.Response(200, headers=headers))


def refusal(status: int, **headers: str) -> errors.OpenRouterError:
    return errors.OpenRouterError("no", httpx.Response(status, headers=headers), "")


def test_pauses_grow_to_ten_seconds() -> None:
    watching = watch(Clock(), timeout=None)
    taken = [watching.after_response(polled()) for _ in range(40)]
    assert 0.85 <= taken[0] <= 1.15
    assert all(8.5 <= pause <= 11.5 for pause in taken[12:])
    assert len(set(taken)) == 40


@pytest.mark.parametrize(("asked", "pause"), [("0", 0.1), ("3", 3), ("8", 5)])
def test_rushes_says_when_a_job_may_be_done_at_the_latest(asked: str, pause: float) -> None:
    headers = {"retry-after": asked, "x-rushes-version": "1"}
    watching = watch(Clock(), poll_interval=5, timeout=6)
    assert watching.after_response(polled(headers=headers)) == pause


def test_a_service_that_tells_progress_is_asked_more_often() -> None:
    watching = watch(Clock())
    taken = [watching.after_response(polled(rushes={"progress": 0.5})) for _ in range(40)]
    assert taken[0] <= 0.115
    assert all(0.85 <= pause <= 1.15 for pause in taken[12:])
    for told in ({"progress": True}, {"progress": "x"}, "x", None):
        assert watch(Clock()).after_response(polled(rushes=told)) >= 0.85


@pytest.mark.parametrize(
    ("headers", "pause"),
    [({"retry-after": "7"}, 7.0), ({"retry-after-ms": "20"}, 0.02), ({"retry-after": "x"}, 2.0)],
)
def test_what_the_server_asks_for_comes_first(headers: dict[str, str], pause: float) -> None:
    assert watch(Clock(), poll_interval=2.0).after_response(polled(headers=headers)) == pause
    if pause != 2.0:
        assert watch(Clock()).after_error(refusal(503, **headers)) == pause


def test_the_last_look_is_at_the_deadline() -> None:
    watching = watch(clock := Clock(), poll_interval=4.0, timeout=10)
    for expected in (4.0, 4.0, 2.0):
        pause = watching.after_response(polled("in_progress"))
        assert pause == expected
        clock.now += pause
    with pytest.raises(errors.WaitTimeoutError):
        watching.after_response(polled("in_progress"))


def test_a_pause_beyond_the_deadline_is_not_taken() -> None:
    with pytest.raises(errors.WaitTimeoutError):
        watch(Clock(), timeout=10).after_response(polled(headers={"retry-after": "86400"}))


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 520, 529])
def test_trouble_that_passes_is_borne_until_the_deadline(status: int) -> None:
    watching = watch(clock := Clock(), timeout=100)
    cause = refusal(status)
    while clock.now < 100:
        pause = watching.after_error(cause)
        assert 0 < pause <= 10
        clock.now += pause
    assert clock.now == pytest.approx(100)
    with pytest.raises(errors.WaitTimeoutError) as caught:
        watching.after_error(cause)
    assert caught.value.__cause__ is cause
    assert (caught.value.job, caught.value.job_id) == (None, JOB_ID)


@pytest.mark.parametrize(
    "error",
    [
        refusal(401),
        refusal(404),
        refusal(501),
        httpx.LocalProtocolError("x"),
        httpx.TooManyRedirects("x"),
    ],
)
def test_trouble_that_stays_is_raised(error: Any) -> None:
    with pytest.raises(type(error)) as caught:
        watch(Clock()).after_error(error)
    assert caught.value is error


@pytest.mark.parametrize(
    "error",
    [
        httpx.ReadTimeout("x"),
        httpx.RemoteProtocolError("x"),
        httpx.DecodingError("x"),
        errors.ResponseValidationError("x", httpx.Response(200, text="<html>"), ValueError("x")),
    ],
)
def test_what_says_nothing_of_the_job_is_borne(error: Any) -> None:
    watching = watch(clock := Clock(), timeout=100)
    while clock.now < 100:
        clock.now += watching.after_error(error)
    with pytest.raises(errors.WaitTimeoutError) as caught:
        watching.after_error(error)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize(("timeout", "asked"), [(None, "1e300"), (None, "301"), (1e9, "86400")])
def test_no_pause_that_is_asked_for_is_longer_than_five_minutes(
    timeout: float | None, asked: str
) -> None:
    watching = watch(Clock(), timeout=timeout, poll_interval=1000)
    assert watching.after_response(polled(headers={"retry-after": asked})) == 300
    assert watching.after_error(refusal(503, **{"retry-after": asked})) == 300
    assert watching.after_response(polled()) == 1000


def test_a_poll_may_not_outlast_the_wait() -> None:
    watching = watch(clock := Clock(), timeout=100, poll_interval=1)
    assert (watching.call().read_timeout, watching.call().timeout_cap) == (30.0, 100.0)
    clock.now = 95.0
    assert watching.call().timeout_cap == 5.0
    watching.after_response(polled())
    clock.now = 100.0
    assert watching.call().timeout_cap == 1.0
    short = watch(clock, timeout=1, poll_interval=1)
    assert short.call().timeout_cap == 1.0
    short.after_response(polled())
    clock.now = 101.0
    assert short.call().timeout_cap == 0.1
    assert watch(clock, timeout=0).call().timeout_cap == 1.0


@given(st.floats(0, 1e9), st.integers(0, 200), st.sampled_from(["", "1", "1e9", "nan", "-4"]))
def test_no_pause_leaves_the_time(timeout: float, polls: int, asked: str) -> None:
    watching = watch(clock := Clock(), timeout=timeout)
    for _ in range(polls):
        try:
            pause = watching.after_response(polled(headers={"retry-after": asked}))
        except errors.WaitTimeoutError:
            return
        assert pause is not None
        assert 0 <= pause <= timeout - clock.now
        clock.now += pause


@pytest.mark.parametrize(
    "pace",
    [{"poll_interval": 0}, {"poll_interval": -1}, {"timeout": -1}, {"timeout": float("nan")}],
)
def test_times_that_are_none(driver: Driver, stub: StubServer, pace: dict[str, Any]) -> None:
    client = driver.client()
    with pytest.raises(ValueError, match="must"):
        driver.call(client, "wait", JOB_ID, **pace)
    with pytest.raises(ValueError, match="must"):
        driver.call(client, "generate_and_wait", model="m", **pace)
    assert stub.received == []


@pytest.mark.parametrize("job", [None, 3, b"a"])
def test_what_is_no_job(driver: Driver, job: Any) -> None:
    with pytest.raises(TypeError, match="id"):
        driver.call(driver.client(), "wait", job)


def test_a_job_is_waited_for(driver: Driver, stub: StubServer) -> None:
    stub.script(
        job_answer(), job_answer(status="upscaling"), job_answer(status="in_progress"), DONE
    )
    seen: list[str] = []
    client = driver.client()
    job = driver.call(client, "wait", JOB_ID, on_progress=lambda j: seen.append(j.status), **QUICK)
    assert (job.status, job.usage.cost) == ("completed", 0.36)
    assert seen == ["pending", "upscaling", "in_progress", "completed"]
    stub.script(DONE)
    assert driver.call(client, "wait", job) == job
    assert {r.path for r in stub.received} == {f"/api/v1/videos/{JOB_ID}"}


def test_the_network_may_fail_meanwhile(driver: Driver, stub: StubServer) -> None:
    soon = {"retry_after_ms": "1"}
    stub.script(
        job_answer(),
        HANG_UP,
        error_answer(502, **soon),
        error_answer(429, **soon),
        error_answer(503, **soon),
        error_answer(500, **soon),
        DONE,
    )
    assert driver.call(driver.client(), "wait", JOB_ID, **QUICK).status == "completed"
    assert len(stub.received) == 7


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        ("failed", errors.GenerationFailedError, "failed: No luck"),
        ("cancelled", errors.GenerationCancelledError, "was cancelled: No luck"),
        ("expired", errors.GenerationExpiredError, "expired: No luck"),
    ],
)
def test_other_endings_are_errors(
    driver: Driver,
    stub: StubServer,
    status: str,
    error: type[errors.GenerationError],
    words: str,
) -> None:
    stub.script(job_answer(), job_answer(status=status, error="No luck"))
    with pytest.raises(error, match=words) as caught:
        driver.call(driver.client(), "wait", JOB_ID, **QUICK)
    assert isinstance(caught.value, errors.OpenRouterError)
    assert (caught.value.job.status, caught.value.reason) == (status, "No luck")
    assert caught.value.job_id == JOB_ID
    assert caught.value.raw_response.json()["status"] == status
    other = pickle.loads(pickle.dumps(caught.value))
    assert (type(other), other.job, str(other)) == (error, caught.value.job, str(caught.value))


def test_time_runs_out(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(status="in_progress"), job_answer(status="in_progress"))
    with pytest.raises(errors.WaitTimeoutError, match=r"in_progress.*goes on.*wait\(") as caught:
        driver.call(driver.client(), "wait", JOB_ID, timeout=0.01)
    assert isinstance(caught.value, TimeoutError)
    assert isinstance(caught.value, errors.OpenRouterError)
    assert caught.value.job is not None
    assert caught.value.job.status == "in_progress"
    other = pickle.loads(pickle.dumps(caught.value))
    assert (type(other), str(other), other.job) == (
        errors.WaitTimeoutError,
        str(caught.value),
        caught.value.job,
    )


def test_a_silent_service_runs_the_time_out(driver: Driver, stub: StubServer) -> None:
    stub.script(SILENCE)
    with pytest.raises(errors.WaitTimeoutError, match="not been seen") as caught:
        driver.call(driver.client(), "wait", JOB_ID, timeout=0.05, timeout_ms=100)
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
    assert caught.value.status_code == 408


def test_a_refused_poll_ends_the_wait(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(), error_answer(404, "Job a is unknown"))
    with pytest.raises(errors.NotFoundResponseError, match="unknown"):
        driver.call(driver.client(), "wait", JOB_ID, **QUICK)


def test_submitting_and_waiting_is_one_line(driver: Driver, stub: StubServer) -> None:
    stub.script(job_answer(202), job_answer(), DONE)
    seen: list[str] = []
    job = driver.call(
        driver.client(),
        "generate_and_wait",
        model="m",
        prompt="Fog",
        http_referer="https://me.example",
        http_headers={"x-team": "blue"},
        on_progress=lambda j: seen.append(j.status),
        **QUICK,
    )
    assert job.status == "completed"
    assert seen == ["pending", "pending", "completed"]
    assert [r.method for r in stub.received] == ["POST", "GET", "GET"]
    assert stub.received[0].json == {"model": "m", "prompt": "Fog"}
    for request in stub.received:
        assert request.header("x-team") == ["blue"]
        assert request.header("http-referer") == ["https://me.example"]


def test_an_interrupt_passes_through_and_names_the_job(driver: Driver, stub: StubServer) -> None:
    def interrupt(job: wire.VideoGenerationResponse) -> None:
        if job.status == "in_progress":
            raise KeyboardInterrupt

    stub.script(job_answer(202), job_answer(status="in_progress"))
    client = driver.client()
    with pytest.raises(KeyboardInterrupt) as caught:
        driver.call(client, "generate_and_wait", model="m", on_progress=interrupt, **QUICK)
    assert JOB_ID in "".join(caught.value.__notes__)
    stub.script(job_answer(), DONE)
    assert driver.call(client, "wait", JOB_ID, **QUICK).status == "completed"


async def test_an_awaitable_listener_is_awaited(stub: StubServer) -> None:
    stub.script(job_answer(202), job_answer(), DONE)
    seen: list[str] = []

    async def listen(job: wire.VideoGenerationResponse) -> None:
        await asyncio.sleep(0)
        seen.append(job.status)

    async with OpenRouter("k", server_url=stub.url) as client:
        await client.video_generation.generate_and_wait_async(
            model="m", on_progress=listen, poll_interval=0.001
        )
    assert seen == ["pending", "pending", "completed"]


async def test_a_cancelled_wait_stops(stub: StubServer) -> None:
    stub.script(job_answer(), SILENCE)
    async with OpenRouter("k", server_url=stub.url) as client:
        waiting = asyncio.create_task(client.video_generation.wait_async(JOB_ID, 0.001))
        await asyncio.to_thread(stub.wait_for, 2)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting


def test_with_the_real_service(driver: Driver, tmp_path: Path) -> None:
    with running_service(tmp_path) as running:
        running.provider.waits = True
        done = threading.Event()

        def release(job: wire.VideoGenerationResponse) -> None:
            if job.status == "in_progress":
                running.provider.waits = False
                done.set()

        job = driver.call(
            driver.client(server_url=running.api),
            "generate_and_wait",
            model="google/veo-3.1",
            prompt="A calm sea",
            duration=4,
            on_progress=release,
        )
    assert done.is_set()
    assert job.status == "completed"
    assert job.model_extra["rushes"]["progress"] == 1.0
