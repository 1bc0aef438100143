"""Instant requests in worker processes: cancelled, killed and refused like renders."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from rushes.engines import render_pool
from rushes.engines.render_pool import RenderPool
from rushes.engines.request import RenderRequest
from tests.engines.holds import RenderHold
from tests.engines.render_requests import PICTURE, render_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.timeout(120)


def request(**changes: Any) -> RenderRequest:
    return render_request(**{"duration": 1.0, "audio": True, "instant": True, **changes})


@pytest_asyncio.fixture
async def pool(tmp_path: Path, kernel_cache: str, holds: Path) -> AsyncIterator[RenderPool]:
    pool = RenderPool(2, 2, tmp_path / "work", Path(kernel_cache), instant=True)
    await pool.start()
    yield pool
    await pool.close()


def names(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir())


async def made(pool: RenderPool, key: str, asked: RenderRequest) -> bytes:
    await pool.submit(key, asked)
    done = await pool.wait(key)
    assert done.path is not None, done
    content = await asyncio.to_thread(done.path.read_bytes)
    await pool.forget(key)
    return content


async def test_equal_requests_give_equal_bytes_in_any_worker(
    pool: RenderPool, tmp_path: Path
) -> None:
    jobs = [made(pool, f"job-{number}", request(seed=number // 2)) for number in range(16)]
    contents = await asyncio.gather(*jobs)
    assert contents[::2] == contents[1::2]
    assert len(set(contents)) == 8
    assert names(tmp_path / "work") == []


async def test_a_cancelled_job_leaves_nothing(
    pool: RenderPool, tmp_path: Path, holds: Path
) -> None:
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("job", request())
        await hold.reached()
        assert names(tmp_path / "work") == [".input", ".part"]
        await pool.cancel("job")
        assert pool.progress("job").state == "cancelled"
    assert names(tmp_path / "work") == []
    assert await made(pool, "next", request())


async def test_a_worker_that_is_killed_is_replaced(
    pool: RenderPool, tmp_path: Path, holds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_pool, "CRASH_PAUSES", (0.0, 0.0))
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("job", request())
        os.kill(await hold.reached(), signal.SIGKILL)
    assert (await pool.wait("job")).state == "done"
    assert names(tmp_path / "work") == [".mp4"]


async def test_an_unusable_picture_is_named(pool: RenderPool, tmp_path: Path) -> None:
    await pool.submit("job", request(first_frame=PICTURE[:-200]))
    failed = await pool.wait("job")
    assert (failed.state, failed.error_type) == ("failed", "ImageError")
    assert failed.error is not None
    assert "the first frame image" in failed.error
    assert names(tmp_path / "work") == []


async def test_a_render_is_made_as_well(pool: RenderPool) -> None:
    instant = await made(pool, "instant", request())
    render = await made(pool, "render", request(instant=False))
    assert b"instant emulation" in instant
    assert b"procedural, offline" in render
    assert await made(pool, "again", request()) == instant
