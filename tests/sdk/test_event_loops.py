"""Where a client works: under trio, after a fork, as a copy."""

from __future__ import annotations

import asyncio
import copy
import io
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from openrouter import OpenRouter, errors
from tests.fakes.stub_server import (
    HANG_UP,
    JOB_ID,
    StubServer,
    error_answer,
    event_answer,
    job_answer,
    rushes_answer,
    video_answer,
)
from tests.sdk.driver import KEY

trio = pytest.importorskip("trio")
SEA = b"\0\0\0\x18ftypmp42" + bytes(3_000_000)


def test_everything_works_under_trio(stub: StubServer, tmp_path: Path) -> None:
    pending = {"id": JOB_ID, "polling_url": "/p", "status": "pending", "rushes": {"progress": 0}}
    done = pending | {"status": "completed"}
    soon = {"retry_after_ms": "1"}
    stub.script(
        error_answer(503, **soon),
        job_answer(202),  # the submission
        HANG_UP,
        rushes_answer(pending),
        event_answer({"status": "in_progress"}, {"status": "completed"}),
        rushes_answer(done),  # the wait
        video_answer(SEA[:2_000_000], content_length=str(len(SEA)), etag='"v1"'),
        video_answer(
            SEA[2_000_000:],
            206,
            content_range=f"bytes 2000000-{len(SEA) - 1}/{len(SEA)}",
            etag='"v1"',
        ),
        rushes_answer({"data": [done]}),
        event_answer({"status": "completed"}),
    )
    seen: list[str] = []

    async def listen(job: Any) -> None:
        await trio.lowlevel.checkpoint()
        seen.append(job.status)

    async def main() -> None:
        async with OpenRouter(KEY, server_url=stub.url) as client:
            videos = client.video_generation
            job = await videos.generate_and_wait_async(model="m", on_progress=listen)
            assert (await job.save_async(tmp_path / "a.mp4")).read_bytes() == SEA
            assert [one.id async for one in videos.list_async()] == [JOB_ID]
            assert [one.status async for one in videos.events_async(JOB_ID)] == ["completed"]

    trio.run(main)
    assert seen == ["pending", "pending", "in_progress", "completed"]


def test_tasks_of_trio_share_a_client(stub: StubServer) -> None:
    stub.script(*[job_answer()] * 20)
    found: list[str] = []

    async def main() -> None:
        async with OpenRouter(KEY, server_url=stub.url) as client, trio.open_nursery() as nursery:

            async def poll() -> None:
                job = await client.video_generation.get_generation_async(job_id="a")
                found.append(job.id)

            for _ in range(20):
                nursery.start_soon(poll)

    trio.run(main)
    assert found == [JOB_ID] * 20


def test_one_client_in_a_loop_of_each_kind(stub: StubServer) -> None:
    import asyncio

    stub.script(*[job_answer()] * 2)
    client = OpenRouter(KEY, server_url=stub.url)

    async def poll() -> str:
        job = await client.video_generation.get_generation_async(job_id="a")
        # Connections belong to their loop, and only there can they be closed.
        [pools] = [p for loop, p in client._async_client._own.items() if loop is running_loop()]
        await pools.close()
        return job.id

    from rushes.sdk._connection_pools import running_loop

    assert trio.run(poll) == asyncio.run(poll()) == JOB_ID


def test_outside_of_a_loop_there_is_none() -> None:
    from rushes.sdk._connection_pools import running_loop

    with pytest.raises(RuntimeError):
        running_loop()


FORKED = """
import os, sys, threading
from openrouter import OpenRouter

client = OpenRouter("k", server_url=sys.argv[1])
poll = client.video_generation.get_generation
poll(job_id="parent")
client._client._lock.acquire()  # as another thread may hold it at this moment
child = os.fork()
if child == 0:
    poll(job_id="child")
    poll(job_id="child")
    os._exit(0)
client._client._lock.release()
assert os.waitpid(child, 0)[1] == 0
poll(job_id="parent")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork on this platform")
def test_a_forked_process_opens_connections_of_its_own(stub: StubServer) -> None:
    stub.script(*[job_answer()] * 4)
    subprocess.run([sys.executable, "-c", FORKED, stub.url], check=True, timeout=60)
    paths = [r.path.rpartition("/")[2] for r in stub.received]
    assert paths == ["parent", "child", "child", "parent"]
    assert len(stub.connections) == 2  # one of each process, both kept alive


@pytest.mark.parametrize(
    "clone", [copy.copy, copy.deepcopy, lambda client: pickle.loads(pickle.dumps(client))]
)
def test_a_copy_of_a_client_has_its_settings(stub: StubServer, clone: Any) -> None:
    stub.script(job_answer(), job_answer())
    with OpenRouter(KEY, server_url=stub.url, http_referer="https://me.example") as client:
        client.video_generation.get_generation(job_id="a")
        other = clone(client)
    with other, pytest.raises(errors.ClientClosedError):
        client.video_generation.get_generation(job_id="a")
    with clone(client) as other:
        assert other.video_generation.get_generation(job_id="a").id == JOB_ID
    assert other.sdk_configuration.base_url == stub.url
    assert stub.received[-1].header("authorization") == [f"Bearer {KEY}"]
    assert stub.received[-1].header("http-referer") == ["https://me.example"]


def test_a_client_that_was_given_connections_cannot_be_copied() -> None:
    with httpx.Client() as given, pytest.raises(TypeError, match="HTTP client"):
        pickle.dump(OpenRouter(KEY, client=given), io.BytesIO())


def test_a_cancelled_download_writes_nothing_after_its_loop_has_ended() -> None:
    writing, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    class Slow(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            writing.set()
            assert go_on.wait(20)
            ended.set()
            return len(data)

    async def video() -> AsyncIterator[bytes]:
        for _ in range(8):
            yield bytes(1 << 20)

    def answer(_: httpx.Request) -> httpx.Response:
        headers = {"content-type": "video/mp4", "etag": '"a"'}
        return httpx.Response(200, headers=headers, content=video())

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            client = OpenRouter(api_key=KEY, async_client=http)
            download = asyncio.ensure_future(client.video_generation.download_async("j", Slow()))
            await asyncio.to_thread(writing.wait)
            download.cancel()
            with pytest.raises(asyncio.CancelledError):
                await download
        go_on.set()

    asyncio.run(run())
    assert ended.is_set()
