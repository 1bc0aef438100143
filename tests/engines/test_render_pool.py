from __future__ import annotations

import asyncio
import contextlib
import hashlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from rushes.engines import render_pool
from rushes.engines.render_pool import RenderPool, RenderProgress
from tests.engines.holds import RenderHold
from tests.engines.pictures import frames_of
from tests.engines.render_requests import PICTURE, render_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from rushes.engines.hold import Stage

pytestmark = pytest.mark.timeout(120)


@pytest_asyncio.fixture
async def pool(tmp_path: Path, kernel_cache: Path, holds: Path) -> AsyncIterator[RenderPool]:
    pool = RenderPool(1, 2, tmp_path / "work", kernel_cache, warm=False)
    await pool.start()
    yield pool
    await pool.close()


def files(pool_folder: Path) -> list[str]:
    return sorted(path.name for path in pool_folder.iterdir())


async def test_a_job_goes_from_queued_to_done(pool: RenderPool) -> None:
    await pool.submit("job", render_request(duration=1.0))
    assert pool.progress("job").state == "queued"
    done = await pool.wait("job")
    assert done.state == "done"
    assert done.fraction == 1.0
    assert done.report is not None
    assert done.path is not None
    assert done.report.plan["tags"] == ["lake"]
    assert done.report.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest()
    assert len(frames_of(done.path)) == done.report.frames == 24
    # The same key again is the same job.
    await pool.submit("job", render_request(seed=5))
    assert pool.progress("job") == done
    await pool.forget("job")
    assert not done.path.exists()
    with pytest.raises(KeyError):
        pool.progress("job")


async def test_jobs_are_done_in_their_order(pool: RenderPool) -> None:
    finished: list[str] = []

    async def note(key: str) -> None:
        await pool.wait(key)
        finished.append(key)

    keys = ["one", "two/../..", "three ☃"]
    for key in keys:
        await pool.submit(key, render_request())
    await asyncio.gather(*(note(key) for key in keys))
    assert finished == keys
    assert len({pool.progress(key).path for key in keys}) == 3


async def test_changes_are_told_without_polling(pool: RenderPool) -> None:
    await pool.submit("job", render_request(duration=1.0))
    seen: list[RenderProgress] = [pool.progress("job")]
    while seen[-1].state != "done":
        seen.append(await pool.wait_change("job", seen[-1].version))
    versions = [progress.version for progress in seen]
    assert versions == sorted(set(versions))
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert [p.state for p in seen][:2] == ["queued", "rendering"]
    assert await pool.wait_change("job", seen[-1].version) == seen[-1]


async def test_failures_name_their_reason_and_the_next_job_runs(
    pool: RenderPool, tmp_path: Path
) -> None:
    await pool.submit("bad picture", render_request(first_frame=b"junk"))
    await pool.submit("odd", render_request(width=129))
    await pool.submit("good", render_request(last_frame=PICTURE, references=(PICTURE,)))
    bad, odd, good = [await pool.wait(key) for key in ("bad picture", "odd", "good")]
    assert (bad.state, bad.error_type) == ("failed", "ImageError")
    assert bad.error is not None
    assert "the first frame image is not a readable picture" in bad.error
    assert (odd.state, odd.error_type, odd.error) == (
        "failed",
        "UnusableRequestError",
        "width must be even, not 129",
    )
    assert good.state == "done"
    assert len(files(tmp_path / "work")) == 1


async def test_a_cancelled_job_leaves_nothing_and_the_next_one_runs(
    pool: RenderPool, tmp_path: Path, holds: Path
) -> None:
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("running", render_request(duration=1.0))
        await pool.submit("waiting", render_request(duration=1.0))
        await pool.submit("last", render_request())
        await hold.reached()
        assert pool.progress("running").state == "rendering"
        await pool.cancel("waiting")
        assert pool.progress("waiting").state == "cancelled"
        await pool.cancel("running")
        assert pool.progress("running").state == "cancelled"
    assert (await pool.wait("last")).state == "done"
    assert len(files(tmp_path / "work")) == 1
    await pool.cancel("last")
    assert pool.progress("last").state == "done"
    await pool.cancel("unknown")


async def test_a_render_is_held_at_each_stage(
    pool: RenderPool, tmp_path: Path, holds: Path
) -> None:
    stages: tuple[Stage, ...] = ("started", "first-frame", "last-frame")
    with contextlib.ExitStack() as stack:
        started, first, last = [stack.enter_context(RenderHold(holds, stage)) for stage in stages]
        await pool.submit("job", render_request(duration=1.0))
        pid = await started.reached()
        assert (pool.progress("job").state, pool.progress("job").fraction) == ("rendering", 0.0)
        assert [name.endswith(".input") for name in files(tmp_path / "work")] == [True]
        started.release()
        assert await first.reached() == pid
        first.release()
        assert await last.reached() == pid
        assert [path.suffix for path in (tmp_path / "work").glob("*.mp4*")] == [".part"]
        assert pool.progress("job").state == "rendering"
    assert (await pool.wait("job")).state == "done"
    # Nothing holds the next one.
    await pool.submit("next", render_request())
    assert (await pool.wait("next")).state == "done"


async def test_a_worker_that_does_not_listen_is_killed_and_replaced(
    pool: RenderPool, tmp_path: Path, holds: Path
) -> None:
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("stuck", render_request(duration=1.0))
        os.kill(await hold.reached(), signal.SIGSTOP)
        await pool.cancel("stuck")
    assert pool.progress("stuck").state == "cancelled"
    assert files(tmp_path / "work") == []
    await pool.submit("next", render_request())
    assert (await pool.wait("next")).state == "done"


async def test_a_job_survives_the_deaths_of_its_workers_a_few_times(
    pool: RenderPool,
    tmp_path: Path,
    holds: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(render_pool, "CRASH_PAUSES", (0.0, 0.0))
    pids = set()
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("job", render_request(duration=1.0))
        for _ in range(3):
            pids.add(pid := await hold.reached())
            assert pool.progress("job").state == "rendering"
            os.kill(pid, signal.SIGKILL)
        failed = await pool.wait("job")
    assert len(pids) == 3
    assert (failed.state, failed.error_type) == ("failed", "WorkerCrashedError")
    assert failed.error == "the render process ended unexpectedly 3 times"
    assert files(tmp_path / "work") == []
    await pool.submit("next", render_request())
    assert (await pool.wait("next")).state == "done"
    assert caplog.text.count("retrying: killed by signal 9") == 2


async def test_an_idle_worker_that_dies_is_replaced(pool: RenderPool, holds: Path) -> None:
    pids = []
    for key in ("job", "next"):
        with RenderHold(holds, "started") as hold:
            await pool.submit(key, render_request())
            pids.append(await hold.reached())
        assert (await pool.wait(key)).state == "done"
        os.kill(pids[-1], signal.SIGKILL)
    assert pids[0] != pids[1]


async def test_workers_are_started_on_demand_up_to_the_limit(
    tmp_path: Path, kernel_cache: Path, holds: Path
) -> None:
    pool = RenderPool(2, 1, tmp_path / "work", kernel_cache, warm=False)
    await pool.start()
    try:
        with RenderHold(holds, "first-frame") as hold:
            for key in "abc":
                await pool.submit(key, render_request(duration=1.0))
            workers = {await hold.reached(), await hold.reached()}
            assert len(workers) == 2
            assert pool.progress("c").state == "queued"
            await pool.cancel("a")
            assert await hold.reached() in workers
            assert pool.progress("c").state == "rendering"
            await pool.close()
    finally:
        await pool.close()
    assert {pool.progress(key).state for key in "abc"} == {"cancelled"}
    assert files(tmp_path / "work") == []


async def test_closing_ends_the_workers(tmp_path: Path, kernel_cache: Path, holds: Path) -> None:
    pool = RenderPool(1, 1, tmp_path / "work", kernel_cache)
    await pool.start()
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("job", render_request(duration=1.0))
        pid = await hold.reached()
        await pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert files(tmp_path / "work") == []


async def test_a_pool_can_close_before_it_has_begun(tmp_path: Path, kernel_cache: Path) -> None:
    pool = RenderPool(1, 1, tmp_path / "work", kernel_cache)
    await pool.close()
    await pool.start()
    await pool.close()


async def test_leftovers_of_an_earlier_run_are_cleared_and_other_files_stay(
    tmp_path: Path, kernel_cache: Path
) -> None:
    for name in ("old.mp4", "old.mp4.part", "old-0.input", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    pool = RenderPool(1, 1, tmp_path, kernel_cache, warm=False)
    await pool.start()
    assert files(tmp_path) == ["notes.txt"]
    await pool.close()


@pytest.mark.parametrize(("workers", "threads"), [(0, 1), (1, 0)])
def test_a_pool_needs_workers(tmp_path: Path, workers: int, threads: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        RenderPool(workers, threads, tmp_path)


def test_the_service_loads_no_compiler_and_no_codec() -> None:
    heavy = "('llvmlite', 'av', 'cv2')"
    code = (
        f"import sys, rushes.engines.render_pool; print([m for m in {heavy} if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def start_worker(kernel_cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "rushes.engines.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "RUSHES_CACHE_DIR": str(kernel_cache)},
    )


def render_line(target: Path, picture: Path, **changes: Any) -> str:
    request = {
        "prompt": "a lake",
        "width": 128,
        "height": 128,
        "duration": 0.25,
        "seed": 1,
        "audio": False,
        "first_frame": str(picture),
        **changes,
    }
    line = {"do": "render", "job": "j", "request": request, "target": str(target), "threads": 1}
    return json.dumps(line) + "\n"


def test_a_worker_speaks_json_lines(tmp_path: Path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    with start_worker(tmp_path / "cache") as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write("not json\n" + render_line(tmp_path / "a.mp4", picture))
        worker.stdin.flush()
        events = []
        for line in worker.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] == "done":
                break
        worker.stdin.close()
        assert worker.wait() == 0
    assert events[0] == {"event": "ready"}
    assert events[-1]["report"]["frames"] == 6
    assert (tmp_path / "a.mp4").exists()
    assert any((tmp_path / "cache" / "kernels").iterdir())


def test_a_worker_whose_parent_is_gone_exits_and_leaves_nothing(
    tmp_path: Path, kernel_cache: Path, holds: Path
) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    work = tmp_path / "work"
    work.mkdir()
    with RenderHold(holds, "last-frame") as hold, start_worker(kernel_cache) as worker:
        assert worker.stdin is not None
        worker.stdin.write(render_line(work / "a.mp4", picture, duration=1.0))
        worker.stdin.flush()
        assert hold.wait() == worker.pid
        assert [path.name for path in work.iterdir()] == ["a.mp4.part"]
        worker.stdin.close()
        assert worker.wait() == 0
    assert list(work.iterdir()) == []


def test_a_worker_told_to_terminate_leaves_nothing(
    tmp_path: Path, kernel_cache: Path, holds: Path
) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    work = tmp_path / "work"
    work.mkdir()
    with RenderHold(holds, "last-frame") as hold, start_worker(kernel_cache) as worker:
        assert worker.stdin is not None
        worker.stdin.write(render_line(work / "a.mp4", picture, duration=1.0))
        worker.stdin.flush()
        assert hold.wait() == worker.pid
        assert [path.name for path in work.iterdir()] == ["a.mp4.part"]
        worker.terminate()
        assert worker.wait() == 143
    assert list(work.iterdir()) == []
