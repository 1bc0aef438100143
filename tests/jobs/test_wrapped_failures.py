"""Failures that an upstream wraps in a 400: no paid job is given up for one."""

from __future__ import annotations

import pytest

from rushes import backoff
from rushes.catalog.provider_data import load_providers
from tests.fakes.accounts import openrouter
from tests.fakes.providers import VIDEO
from tests.fakes.stub_server import Answer, StubServer, job_answer, json_answer
from tests.jobs.conftest import ID, context_of, insert, run

CODES = (408, 429, 500, 502, 503, 504, 524, 529)


def wrapped(code, **headers):
    return json_answer(
        {"error": {"code": code, "message": "Provider returned error"}}, 400, **headers
    )


@pytest.fixture
async def paid(tmp_path, monkeypatch):
    """A context whose one provider is an upstream that the test answers for."""
    monkeypatch.setattr(backoff, "FIRST", 0.01)
    with StubServer() as server:
        provider = openrouter(
            f"{server.origin}/api/v1",
            capabilities=load_providers()["openrouter"].capabilities.model_copy(
                update={"visibility_delay": 0.0}
            ),
            slug="rushes",
            poll_floor=0.01,
        )
        context = context_of(tmp_path, provider)
        yield server, context
        await provider.close()
        await context.store.close()


async def test_a_paid_job_is_polled_on_through_every_wrapped_failure(paid):
    server, context = paid
    await insert(context)
    server.script(job_answer(202, id="up", status="pending"), *map(wrapped, CODES))
    server.route("GET", "/api/v1/videos/up", job_answer(id="up", status="completed"))
    server.route("GET", "/api/v1/videos/up/content", Answer(200, VIDEO))
    ended = await run(context)
    assert (ended.state, ended.error) == ("completed", None)
    assert [r.method for r in server.received].count("POST") == 1


async def test_a_wrapped_429_of_a_submission_is_waited_out(paid):
    """Nothing was accepted, so it is sent again; it is paid once."""
    server, context = paid
    await insert(context)
    server.script(wrapped(429, retry_after="0"), job_answer(202, id="up", status="pending"))
    server.route("GET", "/api/v1/videos/up", job_answer(id="up", status="completed"))
    server.route("GET", "/api/v1/videos/up/content", Answer(200, VIDEO))
    assert (await run(context)).state == "completed"
    assert [r.method for r in server.received].count("POST") == 2


@pytest.mark.parametrize("code", [408, 502, 524])
async def test_a_submission_that_may_have_been_accepted_is_not_sent_again(paid, code):
    server, context = paid
    await insert(context)
    server.script(wrapped(code))
    ended = await run(context)
    assert ended.state == "failed"
    assert len(server.received) == 1
    assert [job.id for job, _ in await context.store.attempts.unresolved()] == [ID]


@pytest.mark.parametrize("status", ["dead", "error"])
async def test_a_job_that_is_dead_ends_with_its_error(paid, status):
    server, context = paid
    await insert(context)
    server.script(job_answer(202, id="up", status="pending"))
    dead = job_answer(id="up", status=status, error="Out of film", usage={"cost": 0.25})
    server.route("GET", "/api/v1/videos/up", dead)
    ended = await run(context)
    assert (ended.state, ended.error, float(ended.cost)) == ("failed", "Out of film", 0.25)
