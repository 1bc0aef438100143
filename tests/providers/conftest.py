from __future__ import annotations

import itertools
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from rushes.catalog.capabilities import ProviderCapabilities
from rushes.providers.base import ProviderRequest, UpstreamJob
from rushes.providers.openrouter import OpenRouterProvider
from rushes.providers.rest import RestProvider
from rushes.providers.table import open_provider
from tests.fakes.accounts import account_of, openrouter
from tests.fakes.paid_upstream import FakeUpstream, fake_upstream
from tests.fakes.picture_host import picture_host
from tests.fakes.stub_server import StubServer
from tests.providers.cases import ProviderCase

SECRET = "sk-or-v1-not-to-be-seen"
VIDEO_BYTES = 300_000
_keys = itertools.count()


def make_request(
    prompt: str = "A calm sea", key: str | None = None, **fields: Any
) -> ProviderRequest:
    """Return a request with a key that no other test has."""
    key = f"key-{next(_keys)}" if key is None else key
    body = json.dumps({"model": "google/veo-3.1", "prompt": prompt, **fields})
    return ProviderRequest(key, "google/veo-3.1", prompt, 1280, 720, 8, True, 7, body=body)


@dataclass
class BeforeSendHook:
    """A before_send hook that records what the upstream had received and charged when awaited."""

    upstream: FakeUpstream | None = None
    failure: BaseException | None = None
    seen: list[tuple[int, int]] = field(default_factory=list)

    async def __call__(self) -> None:
        self.seen.append(self.counts())
        if self.failure is not None:
            raise self.failure

    def counts(self) -> tuple[int, int]:
        """Return how many requests have arrived, and how many were charged."""
        if self.upstream is None:
            return (0, 0)
        state = self.upstream.state()
        return state["requests"].get("create", 0), len(state["jobs"])


@pytest.fixture(scope="module")
def upstream():
    with fake_upstream("fail", render=0.05, video_bytes=VIDEO_BYTES, api_key=SECRET) as upstream:
        yield upstream


@pytest.fixture(scope="module")
def idempotent_upstream():
    with fake_upstream("idempotent", render=0.05, api_key=SECRET) as upstream:
        yield upstream


@pytest.fixture(scope="module")
def lookup_upstream():
    with fake_upstream("lookup", render=0.05, api_key=SECRET) as upstream:
        yield upstream


@pytest.fixture
async def providers():
    """Make providers that are closed when the test is over."""
    async with AsyncExitStack() as stack:

        def make(url: str, *, capabilities: dict[str, Any] | None = None, **options: Any):
            chosen = {
                "on_lost_response": "fail",
                "cancels": True,
                "concurrency": 5,
                "create_timeout": 30,
            }
            provider = openrouter(
                url,
                key=SECRET,
                capabilities=ProviderCapabilities.model_validate(chosen | (capabilities or {})),
                **{"poll_floor": 0.02, "stall": 30.0, **options},
            )
            stack.push_async_callback(provider.close)
            return provider

        yield make


@pytest.fixture
def provider(providers, upstream):
    return providers(upstream.api)


def unconnected(case: ProviderCase) -> RestProvider:
    """Return a provider of a case that reaches nobody."""
    options = {"settings": case.settings, "models": case.models}
    return open_provider(account_of(case.slug, "http://127.0.0.1:1", **options))


async def make_job(provider: OpenRouterProvider, prompt: str) -> UpstreamJob:
    """Create a job; faults of its prompt strike later."""
    return await provider.create(make_request(prompt), BeforeSendHook())


async def collect(blocks: AsyncIterator[bytes], got: bytearray) -> None:
    """Append blocks to `got`, which has those that came before an exception."""
    async for block in blocks:
        got += block


@pytest.fixture
def server():
    with StubServer() as opened:
        yield opened


elsewhere = server  # another origin


@pytest.fixture
async def host():
    async with picture_host() as host:
        yield host


@pytest.fixture
async def keep():
    """Give a function that returns a provider, which is closed when the test is over."""
    async with AsyncExitStack() as stack:

        def keep(provider: RestProvider) -> RestProvider:
            provider.poll_floor = 0.02
            stack.push_async_callback(provider.close)
            return provider

        yield keep
