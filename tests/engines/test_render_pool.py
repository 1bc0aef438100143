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

from rushes.engines.render_pool import RenderPool, RenderProgress
from rushes.engines.request import RenderRequest
from tests.engines.pictures import encoded, frames_of, scenery

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.timeout(120)

PICTURE = encoded(scenery(128, 128))


def order(**changes: Any) -> RenderRequest:
    fields: dict[str, Any] = {
        "prompt": "a lake",
        "width": 128,
        "height": 128,
        "duration": 1.0,
        "seed": 1,
        "audio": False,
        "model": "google/veo-3.1",
        "first_frame": PICTURE,
    }
    return RenderRequest(**{**fields, **changes})


# So long that no machine finishes it while a test looks at it.
LONG = {"duration": 60.0, "width": 640, "height": 640}


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # One for all tests: compiled kernels are shared, as they are between runs of the service.
    return tmp_path_factory.getbasetemp() / "kernel-cache"


@pytest_asyncio.fixture
async def farm(tmp_path: Path, cache: Path) -> AsyncIterator[RenderPool]:
    farm = RenderPool(1, 2, tmp_path / "work", cache, warm=False)
    await farm.start()
    yield farm
    await farm.close()


async def until_rendering(farm: RenderPool, key: str, version: int = -1) -> RenderProgress:
    while True:
        progress = await farm.wait_change(key, version)
        if progress.fraction > 0.0 or progress.state in {"done", "failed", "cancelled"}:
            return progress
        version = progress.version


def files(farm_folder: Path) -> list[str]:
    return sorted(path.name for path in farm_folder.iterdir())


def only_worker(farm: RenderPool) -> int:
    (pid,) = farm.worker_pids
    return pid


async def test_a_job_goes_from_queued_to_done(farm: RenderPool) -> None:
    await farm.submit("job", order())
    assert farm.progress("job").state == "queued"
    done = await farm.wait("job")
    assert done.state == "done"
    assert done.fraction == 1.0
    assert done.report is not None
    assert done.path is not None
    assert done.report.plan["tags"] == ["lake"]
    assert done.report.sha256 == hashlib.sha256(done.path.read_bytes()).hexdigest()
    assert len(frames_of(done.path)) == done.report.frames == 24
    # The same key again is the same job.
    await farm.submit("job", order(seed=5))
    assert farm.progress("job") == done
    await farm.forget("job")
    assert not done.path.exists()
    with pytest.raises(KeyError):
        farm.progress("job")


async def test_jobs_are_done_in_their_order(farm: RenderPool) -> None:
    finished: list[str] = []

    async def note(key: str) -> None:
        await farm.wait(key)
        finished.append(key)

    keys = ["one", "two/../..", "three ☃"]
    for key in keys:
        await farm.submit(key, order(duration=0.25))
    await asyncio.gather(*(note(key) for key in keys))
    assert finished == keys
    assert len({farm.progress(key).path for key in keys}) == 3


async def test_changes_are_told_without_polling(farm: RenderPool) -> None:
    await farm.submit("job", order())
    seen: list[RenderProgress] = [farm.progress("job")]
    while seen[-1].state != "done":
        seen.append(await farm.wait_change("job", seen[-1].version))
    versions = [progress.version for progress in seen]
    assert versions == sorted(set(versions))
    fractions = [progress.fraction for progress in seen]
    assert fractions == sorted(fractions)
    assert [p.state for p in seen][:2] == ["queued", "rendering"]
    assert await farm.wait_change("job", seen[-1].version) == seen[-1]


async def test_failures_name_their_reason_and_the_next_job_runs(
    farm: RenderPool, tmp_path: Path
) -> None:
    await farm.submit("bad picture", order(first_frame=b"junk"))
    await farm.submit("odd", order(width=129))
    await farm.submit("good", order(duration=0.25, last_frame=PICTURE, references=(PICTURE,)))
    bad, odd, good = [await farm.wait(key) for key in ("bad picture", "odd", "good")]
    assert (bad.state, bad.error_type) == ("failed", "ImageError")
    assert bad.error is not None
    assert "the first frame image is not a picture" in bad.error
    assert (odd.state, odd.error_type, odd.error) == (
        "failed",
        "ValueError",
        "width must be even, not 129",
    )
    assert good.state == "done"
    assert len(files(tmp_path / "work")) == 1


async def test_a_cancelled_job_leaves_nothing_and_the_next_one_runs(
    farm: RenderPool, tmp_path: Path
) -> None:
    await farm.submit("running", order(**LONG))
    await farm.submit("waiting", order())
    await farm.submit("last", order(duration=0.25))
    assert (await until_rendering(farm, "running")).state == "rendering"
    await farm.cancel("waiting")
    assert farm.progress("waiting").state == "cancelled"
    await farm.cancel("running")
    assert farm.progress("running").state == "cancelled"
    assert (await farm.wait("last")).state == "done"
    assert len(files(tmp_path / "work")) == 1
    await farm.cancel("last")
    assert farm.progress("last").state == "done"
    await farm.cancel("unknown")


async def test_a_worker_that_does_not_listen_is_killed_and_replaced(
    farm: RenderPool, tmp_path: Path
) -> None:
    await farm.submit("stuck", order(**LONG))
    await until_rendering(farm, "stuck")
    pid = only_worker(farm)
    os.kill(pid, signal.SIGSTOP)
    await farm.cancel("stuck")
    assert farm.progress("stuck").state == "cancelled"
    assert files(tmp_path / "work") == []
    await farm.submit("next", order(duration=0.25))
    assert (await farm.wait("next")).state == "done"


async def test_a_job_survives_the_death_of_one_worker_but_not_of_two(
    farm: RenderPool, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await farm.submit("job", order(**LONG))
    await until_rendering(farm, "job")
    first = only_worker(farm)
    os.kill(first, signal.SIGKILL)
    progress = farm.progress("job")
    while progress.state != "queued":
        progress = await farm.wait_change("job", progress.version)
    assert (await until_rendering(farm, "job", progress.version)).state == "rendering"
    second = only_worker(farm)
    assert second != first
    os.kill(second, signal.SIGKILL)
    failed = await farm.wait("job")
    assert (failed.state, failed.error_type) == ("failed", "WorkerCrashedError")
    assert failed.error == "the renderer died 2 times: killed by signal 9"
    assert files(tmp_path / "work") == []
    await farm.submit("next", order(duration=0.25))
    assert (await farm.wait("next")).state == "done"
    assert "tried again" in caplog.text


async def test_an_idle_worker_that_dies_is_replaced(farm: RenderPool) -> None:
    await farm.submit("job", order(duration=0.25))
    await farm.wait("job")
    dead = only_worker(farm)
    os.kill(dead, signal.SIGKILL)
    await farm.submit("next", order(duration=0.25))
    assert (await farm.wait("next")).state == "done"
    assert only_worker(farm) != dead


async def test_workers_are_started_on_demand_up_to_the_limit(tmp_path: Path, cache: Path) -> None:
    farm = RenderPool(2, 1, tmp_path / "work", cache, warm=False)
    await farm.start()
    try:
        for key in "abc":
            await farm.submit(key, order(**LONG))
        await asyncio.gather(until_rendering(farm, "a"), until_rendering(farm, "b"))
        assert len(farm.worker_pids) == 2
        assert farm.progress("c").state == "queued"
        await farm.cancel("a")
        assert (await until_rendering(farm, "c")).state == "rendering"
    finally:
        await farm.close()
    assert {farm.progress(key).state for key in "abc"} == {"cancelled"}
    assert files(tmp_path / "work") == []


async def test_closing_ends_the_workers(tmp_path: Path, cache: Path) -> None:
    farm = RenderPool(1, 1, tmp_path / "work", cache)
    await farm.start()
    await farm.submit("job", order(**LONG))
    await until_rendering(farm, "job")
    pid = only_worker(farm)
    await farm.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert files(tmp_path / "work") == []


async def test_a_farm_can_close_before_it_has_begun(tmp_path: Path, cache: Path) -> None:
    farm = RenderPool(1, 1, tmp_path / "work", cache)
    await farm.close()
    await farm.start()
    await farm.close()


async def test_leftovers_of_an_earlier_run_are_cleared_and_other_files_stay(
    tmp_path: Path, cache: Path
) -> None:
    for name in ("old.mp4", "old.mp4.part", "old-0.image", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    farm = RenderPool(1, 1, tmp_path, cache, warm=False)
    await farm.start()
    assert files(tmp_path) == ["notes.txt"]
    await farm.close()


@pytest.mark.parametrize(("workers", "threads"), [(0, 1), (1, 0)])
def test_a_farm_needs_workers(tmp_path: Path, workers: int, threads: int) -> None:
    with pytest.raises(ValueError, match="at least one"):
        RenderPool(workers, threads, tmp_path)


def test_the_service_loads_no_compiler_and_no_codec() -> None:
    heavy = "('numba', 'av', 'cv2')"
    code = (
        f"import sys, rushes.engines.render_pool; print([m for m in {heavy} if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "[]"


def start_worker(cache: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "rushes.engines.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "RUSHES_CACHE_DIR": str(cache)},
    )


def render_line(target: Path, picture: Path, **changes: Any) -> str:
    request = {
        "prompt": "a lake",
        "width": 128,
        "height": 128,
        "duration": 0.25,
        "seed": 1,
        "audio": False,
        "model": "m",
        "first_frame": str(picture),
        **changes,
    }
    line = {"do": "render", "job": "j", "request": request, "target": str(target), "threads": 1}
    return json.dumps(line) + "\n"


def test_a_worker_speaks_json_lines(tmp_path: Path, cache: Path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    with start_worker(cache) as worker:
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
    kernels = list((cache / "kernels").iterdir())
    assert kernels


def test_a_worker_whose_parent_is_gone_exits_and_leaves_nothing(
    tmp_path: Path, cache: Path
) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    work = tmp_path / "work"
    work.mkdir()
    with start_worker(cache) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(render_line(work / "a.mp4", picture, **LONG))
        worker.stdin.flush()
        for line in worker.stdout:
            if json.loads(line)["event"] == "progress":
                break
        worker.stdin.close()
        assert worker.wait() == 0
    assert list(work.iterdir()) == []


def test_a_worker_told_to_terminate_leaves_nothing(tmp_path: Path, cache: Path) -> None:
    picture = tmp_path / "p.png"
    picture.write_bytes(PICTURE)
    work = tmp_path / "work"
    work.mkdir()
    with start_worker(cache) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(render_line(work / "a.mp4", picture, **LONG))
        worker.stdin.flush()
        for line in worker.stdout:
            if json.loads(line)["event"] == "progress":
                break
        worker.terminate()
        assert worker.wait() == 143
    assert list(work.iterdir()) == []


def test_an_unwritable_cache_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from rushes.engines.worker import kernel_cache

    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    monkeypatch.setenv("RUSHES_CACHE_DIR", str(blocked))
    folder = kernel_cache()
    assert folder.is_dir()
    assert blocked not in folder.parents
    with contextlib.suppress(OSError):
        folder.rmdir()
    monkeypatch.setenv("RUSHES_CACHE_DIR", str(tmp_path / "cache"))
    assert kernel_cache() == kernel_cache()
    assert kernel_cache().parent == tmp_path / "cache" / "kernels"


def test_kernels_of_other_versions_are_forgotten_after_a_month(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rushes.engines.worker import KERNELS_KEPT, kernel_cache

    monkeypatch.setenv("RUSHES_CACHE_DIR", str(tmp_path))
    own = kernel_cache()
    recent, stale = own.with_name("0" * 16), own.with_name("1" * 16)
    for folder in (own, recent, stale):
        folder.mkdir(exist_ok=True)
        (folder / "kernel.nbi").write_bytes(b"code")
    long_ago = stale.stat().st_mtime - KERNELS_KEPT - 60.0
    for folder in (own, stale):
        os.utime(folder, (long_ago, long_ago))

    assert kernel_cache() == own
    assert {folder.name for folder in own.parent.iterdir()} == {own.name, recent.name}
    assert (own / "kernel.nbi").exists()
