"""What other tools and tests replace, cancel, or end in another order does the service no harm."""

from __future__ import annotations

import asyncio
import os
from contextlib import ExitStack
from unittest import mock

import anyio
import httpx
import pytest

from rushes.testing import local_service
from rushes.testing.client_environment import MOST_OVER, Variables
from tests.fakes.stub_server import SILENCE

URL = "https://openrouter.ai/api/v1/videos"
KEY = {"Authorization": "Bearer any"}
BODY = {"model": "google/veo-3.1", "prompt": "A calm sea", "duration": 4}
QUIET = {"redirect": False, "environment": False}
SENT = httpx.HTTPTransport.handle_request  # saved at import, as vcrpy does
SENT_ASYNC = httpx.AsyncHTTPTransport.handle_async_request


@pytest.fixture(scope="module")
def running():
    with local_service() as service:
        yield service


@pytest.fixture
def service(running):
    running.reset()
    return running


def test_a_sleep_that_does_not_wait_does_not_stop_the_service(service):
    service.next("slow", 20)
    with mock.patch("asyncio.sleep", mock.AsyncMock()), httpx.Client(headers=KEY) as client:
        job_id = client.post(URL, json=BODY).json()["id"]
        for _ in range(20):
            assert client.get(f"{URL}/{job_id}").json()["status"] != "completed"
        service.clock.advance(seconds=21)
        assert client.get(f"{URL}/{job_id}").json()["status"] == "completed"
        service.next("content_truncated")
        job_id = client.post(URL, json=BODY).json()["id"]
        service.clock.advance(seconds=1)
        with pytest.raises(httpx.TransportError):
            client.get(f"{URL}/{job_id}/content")


def test_requests_that_a_tool_sends_by_functions_it_has_saved_are_redirected(service):
    async def listed():
        async with httpx.AsyncClient() as client:
            return await client.get(URL, headers=KEY)

    with (
        mock.patch.object(httpx.HTTPTransport, "handle_request", SENT),
        mock.patch.object(httpx.AsyncHTTPTransport, "handle_async_request", SENT_ASYNC),
    ):
        assert httpx.post(URL, json=BODY, headers=KEY).status_code == 202
        assert asyncio.run(listed()).status_code == 200
        with pytest.raises(httpx.ConnectError, match="Through a proxy"):
            httpx.get(URL, headers=KEY, proxy="http://127.0.0.1:9")
    assert [request.operation for request in service.requests] == ["submit", "other"]


def test_the_async_methods_work_in_trio(service):
    async def use():
        await service.clock.advance_async(hours=1)
        with pytest.raises(AssertionError, match="0 of 1 webhooks"):
            await service.wait_for_webhooks_async(timeout=0.01)

    anyio.run(use, backend="trio")


def test_a_wait_that_is_cancelled_does_not_hold_up_the_loop(service):
    async def use():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await service.wait_for_webhooks_async(timeout=3600)

    asyncio.run(use())


@pytest.mark.parametrize("seconds", [0.0, 0.001, 0.02])
def test_a_start_that_is_cancelled_leaves_nothing(monkeypatch, seconds):
    monkeypatch.delenv("OPENROUTER_BASE_URL", raising=False)
    send = httpx.HTTPTransport.handle_request

    async def start():
        async with asyncio.timeout(seconds):
            async with local_service():
                await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        asyncio.run(start())
    assert "OPENROUTER_BASE_URL" not in os.environ
    assert httpx.HTTPTransport.handle_request is send


@pytest.mark.parametrize("first", [0, 1])
def test_services_may_end_in_any_order(monkeypatch, first):
    before = {name: os.environ.get(name) for name in ("OPENROUTER_BASE_URL", "NO_PROXY")}
    with ExitStack() as stack:
        stacks = [stack.enter_context(ExitStack()) for _ in range(2)]
        services = [one.enter_context(local_service(redirect=False)) for one in stacks]
        assert os.environ["OPENROUTER_BASE_URL"] == services[1].api_url
        stacks[first].close()
        assert os.environ["OPENROUTER_BASE_URL"] == services[1 - first].api_url
    assert {name: os.environ.get(name) for name in before} == before


def test_many_services_one_after_another_are_not_all_remembered(monkeypatch):
    monkeypatch.delenv("RUSHES_SAMPLE", raising=False)
    for number in range(3 * MOST_OVER):
        with Variables({"RUSHES_SAMPLE": str(number)}):
            pass
    assert "RUSHES_SAMPLE" not in os.environ
    assert len(Variables._over["RUSHES_SAMPLE"]) == MOST_OVER


def test_a_condition_without_an_effect_is_unexpected(service):
    condition = service.when(model="google/*")
    with pytest.raises(AssertionError, match=r"when\(model='google/\*'\) has no then"):
        service.assert_no_unexpected()
    condition.then("slow", 1)
    service.assert_no_unexpected()


def test_requests_with_other_bodies_are_reported_apart(service):
    for changes in ({"duration": 7}, {"duration": 7}, {"resolution": "9p"}):
        httpx.post(URL, json={**BODY, **changes}, headers=KEY)
    report = service.report()
    assert report.count("400 (2 times)") == 1
    assert "9p" in report


def test_a_webhook_without_an_answer_is_waited_for_and_named(service, receiver):
    receiver.answer(SILENCE)
    httpx.post(URL, json={**BODY, "callback_url": receiver.hook}, headers=KEY)
    with pytest.raises(AssertionError, match=r"1 of 1 webhooks were sent .* 1 have no response"):
        service.wait_for_webhooks(timeout=2)


def test_without_a_secret_webhooks_are_not_signed_and_that_is_expected():
    with local_service(webhook_secret=None, **QUIET) as service:
        answer = httpx.post(
            f"{service.api_url}/videos",
            json={**BODY, "callback_url": service.receiver.url},
            headers=KEY,
        )
        assert answer.status_code == 202
        [webhook] = service.wait_for_webhooks()
        assert service.replay(webhook) == 204
        assert "webhook-signature" not in service.webhooks[1].headers
        service.assert_no_unexpected()


def test_what_was_spent_has_no_zeros_that_say_nothing(service):
    assert str(service.spend) == "0.00"
    assert httpx.post(URL, json=BODY, headers=KEY).status_code == 202
    service.clock.advance(seconds=1)
    assert str(service.spend) == f"{service.jobs[0].cost}"
