from __future__ import annotations

import asyncio

import pytest

from tests.fakes.stub_server import Answer, StubServer


@pytest.fixture
def receiver():
    """A receiver of webhooks at the root of its origin; it accepts all unless a test says else."""
    with StubServer(("POST", "/", Answer(204))) as server:
        yield server


async def next_key(receiver):
    """Wait for the next delivery; return its idempotency key."""
    request = await asyncio.to_thread(receiver.next_request)
    [key] = request.header("X-OpenRouter-Idempotency-Key")
    return key


def kinds(receiver):
    """Return the kinds of events that have come."""
    return [r.json["type"].removeprefix("video.generation.") for r in receiver.received]
