from __future__ import annotations

import pytest

from rushes.providers import poll_intervals
from rushes.providers.base import RefusedError, UpstreamJob
from rushes.providers.poll_intervals import TRUST
from tests.fakes.stub_server import json_answer

CEILING, CALLED_CEILING = 15.0, 60.0  # seconds


@pytest.fixture
def clock(monkeypatch):
    """Give a clock that stands still until a test moves it."""

    class Clock:
        now = 1000.0

    monkeypatch.setattr(poll_intervals, "monotonic", lambda: Clock.now)
    return Clock


class Upstream:
    """An upstream and its provider; a job ends as it is told to."""

    def __init__(self, server, provider, clock):
        self._server, self._provider, self._clock = server, provider, clock

    async def poll(self, job, status="in_progress"):
        body = {"id": job.id, "status": status, "error": "No."}
        self._server.route("GET", f"/videos/{job.id}", json_answer(body))
        return (await self._provider.poll(job)).check_after

    async def poll_when_due(self, job, times):
        """Return the seconds until the next poll, after several at their time."""
        for _ in range(times):
            seconds = await self.poll(job)
            self._clock.now += seconds
        return seconds

    async def end(self, job, *, called_back, status="completed"):
        seconds = await self.poll(job)
        self._clock.now += seconds / 2 if called_back else seconds
        await self.poll(job, status)


@pytest.fixture
def upstream(server, providers, clock):
    return Upstream(server, providers(server.origin, poll_floor=2.0), clock)


def job(name, model="m/one"):
    return UpstreamJob(name, model)


async def test_polls_become_rarer_up_to_a_bound(upstream):
    assert 2.0 <= await upstream.poll_when_due(job("a"), 1) <= 2.2
    assert 4.1 <= await upstream.poll_when_due(job("b"), 5) <= 4.6
    assert CEILING <= await upstream.poll_when_due(job("c"), 20) <= CEILING * 1.1


async def test_jobs_that_are_called_back_are_polled_more_rarely(upstream):
    await upstream.end(job("a"), called_back=True)
    seconds = await upstream.poll_when_due(job("b"), 30)
    assert CALLED_CEILING <= seconds <= CALLED_CEILING * 1.1


async def test_a_failure_that_was_called_back_counts_as_well(upstream):
    with pytest.raises(RefusedError):
        await upstream.end(job("a"), called_back=True, status="failed")
    assert await upstream.poll_when_due(job("b"), 30) >= CALLED_CEILING


async def test_callbacks_of_one_model_say_nothing_of_another(upstream):
    await upstream.end(job("a"), called_back=True)
    assert await upstream.poll_when_due(job("b", "m/two"), 30) <= CEILING * 1.1


async def test_callbacks_that_stop_are_not_relied_on_any_more(upstream):
    await upstream.end(job("a"), called_back=True)
    for number in range(TRUST - 1):
        await upstream.end(job(f"b{number}"), called_back=False)
    assert await upstream.poll_when_due(job("c"), 30) >= CALLED_CEILING
    await upstream.end(job("d"), called_back=False)
    assert await upstream.poll_when_due(job("c"), 1) <= CEILING * 1.1


async def test_after_a_callback_that_shows_no_end_the_next_poll_comes_soon(upstream, clock):
    await upstream.end(job("a"), called_back=True)
    await upstream.poll_when_due(job("b"), 30)
    clock.now -= 30.0
    assert await upstream.poll(job("b")) <= CEILING * 1.1
    assert await upstream.poll(job("c")) <= 2.2
    assert await upstream.poll(job("c")) <= 2.2


async def test_a_cancelled_job_is_polled_soon_again(upstream, server, providers):
    server.route("POST", "/videos/a/cancel", json_answer({"id": "a", "status": "cancelled"}))
    provider = providers(server.origin, capabilities={"cancels": True}, poll_floor=2.0)
    own = Upstream(server, provider, upstream._clock)
    assert await own.poll_when_due(job("a"), 10) > 5.0
    await provider.cancel(job("a"))
    assert await own.poll(job("a")) <= 2.2
