"""Many awaited calls at once have connections enough, and give them back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

from sdk_driver import KEY
from stub_service import JOB_ID, Answer, StubService, job_answer, video_answer

from openrouter import OpenRouter

AT_ONCE = 220


def test_two_hundred_and_twenty_polls_at_once(stub: StubService) -> None:
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


async def test_calls_one_by_one_share_a_connection(stub: StubService) -> None:
    stub.script(*[job_answer()] * 20)
    async with OpenRouter(KEY, server_url=stub.url) as client:
        for _ in range(20):
            await client.video_generation.get_generation_async(job_id="a")
    assert len(stub.connections) == 1


async def test_open_downloads_do_not_block_polls(stub: StubService) -> None:
    stub.script(*[video_answer(b"v" * 200_000)] * 40, job_answer())
    async with OpenRouter(KEY, server_url=stub.url) as client:
        videos = client.video_generation
        opened = [await videos.get_video_content_async(job_id="a") for _ in range(40)]
        assert (await videos.get_generation_async(job_id="a")).id == JOB_ID
        for response in opened:
            await response.aclose()
