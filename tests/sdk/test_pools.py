"""Many awaited calls at once have connections enough, and give them back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import pytest

from openrouter import OpenRouter, errors
from rushes.sdk._connection_pools import Pools
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    Answer,
    StubServer,
    error_answer,
    job_answer,
    video_answer,
)
from tests.sdk.driver import KEY

AT_ONCE = 220


def test_two_hundred_and_twenty_polls_at_once(stub: StubServer) -> None:
    job = {"id": JOB_ID, "polling_url": "u", "status": "pending"}

    def when_all_are_there() -> Iterator[bytes]:
        stub.wait_for(AT_ONCE)  # nobody gets an answer before everybody has asked
        yield json.dumps(job).encode()

    async def poll_all() -> set[str]:
        async with OpenRouter(KEY, server_url=stub.url) as client:
            poll = client.video_generation.get_generation_async
            jobs = await asyncio.gather(*[poll(job_id="a", retries=None) for _ in range(AT_ONCE)])
            again = await poll(job_id="a", retries=None)
        return {job.id for job in [*jobs, again]}

    stub.script(*[Answer(200, when_all_are_there)] * AT_ONCE, job_answer())
    assert asyncio.run(poll_all()) == {JOB_ID}
    assert len(stub.connections) == AT_ONCE  # the last poll found one open


async def test_calls_one_by_one_share_a_connection(stub: StubServer) -> None:
    stub.script(*[job_answer()] * 20)
    async with OpenRouter(KEY, server_url=stub.url) as client:
        for _ in range(20):
            await client.video_generation.get_generation_async(job_id="a")
    assert len(stub.connections) == 1


async def test_open_downloads_do_not_block_polls(stub: StubServer) -> None:
    stub.script(*[video_answer(b"v" * 200_000)] * 40, job_answer())
    async with OpenRouter(KEY, server_url=stub.url) as client:
        videos = client.video_generation
        opened = [await videos.get_video_content_async(job_id="a") for _ in range(40)]
        assert (await videos.get_generation_async(job_id="a")).id == JOB_ID
        for response in opened:
            await response.aclose()


async def test_open_downloads_are_spread_over_the_pools(stub: StubServer) -> None:
    stub.script(*[video_answer(b"v" * 200_000)] * 100, *[video_answer(b"v")] * 9)
    async with OpenRouter(KEY, server_url=stub.url) as client:
        content = client.video_generation.get_video_content_async
        opened = [await content(job_id="a") for _ in range(100)]
        pools = client._async_client._pools()
        assert isinstance(pools, Pools)
        assert sorted(pools.busy) == [4] + [8] * 12
        assert len(pools.open_streams.open) == 100
        for response in opened:
            await response.aclose()
            await response.aclose()
        assert set(pools.busy) == {0}
        for _ in range(9):
            assert await (await content(job_id="a")).aread() == b"v"
        assert (set(pools.busy), len(pools.open_streams.open)) == ({0}, 0)


async def test_a_failed_call_leaves_its_place(stub: StubServer) -> None:
    stub.script(HANG_UP, error_answer(404), error_answer(503, retry_after_ms="1"), video_answer())
    async with OpenRouter(KEY, server_url=stub.url) as client:
        content = client.video_generation.get_video_content_async
        for _ in range(2):
            with pytest.raises(errors.OpenRouterError):
                await content(job_id="a", retries=None)
        response = await content(job_id="a")
        pools = client._async_client._pools()
        assert isinstance(pools, Pools)
        assert pools.busy == [1]
        await response.aclose()
        assert pools.busy == [0]
