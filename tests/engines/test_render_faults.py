"""What this machine does to a render is waited out; what its pictures do to it ends it."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from rushes.engines import render_pool
from rushes.engines.render_pool import RenderPool, RenderProgress
from tests.engines.holds import RenderHold
from tests.engines.pictures import frames_of
from tests.engines.render_requests import PICTURE, render_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.timeout(120)

needs_full_device = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="needs a device that is always full"
)
DISK_FULL = "The disk is full; the render is tried again"
NO_FILES = "The renderer cannot read or write its files; the render is tried again"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "work"


@pytest_asyncio.fixture
async def pool(
    work: Path, kernel_cache: Path, holds: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RenderPool]:
    monkeypatch.setattr(render_pool, "RETRY_PAUSES", (0.05,))
    monkeypatch.setattr(render_pool, "CRASH_PAUSES", (0.0, 0.05))
    pool = RenderPool(1, 2, work, kernel_cache, warm=False)
    await pool.start()
    yield pool
    await pool.close()


def file_of(key: str, suffix: str) -> str:
    """Return the name of a file of the first job of a pool."""
    return f"{hashlib.sha256(key.encode()).hexdigest()[:24]}-1{suffix}"


async def reasons(pool: RenderPool, key: str) -> tuple[set[str | None], RenderProgress]:
    """Return what delayed a job that is followed to its end, and its end."""
    seen, progress = set(), pool.progress(key)
    while progress.state not in render_pool.FINAL_STATES:
        seen.add(progress.delay_reason)
        progress = await pool.wait_change(key, progress.version)
    return seen, progress


@needs_full_device
@pytest.mark.parametrize("name", [".mp4.part", "-0.input"])
async def test_a_full_disk_is_waited_out(pool: RenderPool, work: Path, name: str) -> None:
    # Writing to this device fails as on a full disk. The link is cleared away with the attempt.
    (work / file_of("job", name)).symlink_to("/dev/full")
    await pool.submit("job", render_request())
    seen, done = await reasons(pool, "job")
    assert seen == {None, DISK_FULL}
    assert (done.state, done.delay_reason) == ("done", None)
    assert done.path is not None
    assert len(frames_of(done.path)) == 6


@pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="limits of others need Linux")
async def test_a_disk_that_stays_full_is_waited_out_for_as_long_as_it_takes(
    pool: RenderPool, holds: Path
) -> None:
    with RenderHold(holds, "started") as hold:
        await pool.submit("job", render_request())
        pid = await hold.reached()
        limits = resource.prlimit(pid, resource.RLIMIT_FSIZE)
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (100, limits[1]))
    tries, progress = 0, pool.progress("job")
    while tries < 12:
        tries += progress.state == "rendering"
        progress = await pool.wait_change("job", progress.version)
    assert progress.delay_reason == NO_FILES
    resource.prlimit(pid, resource.RLIMIT_FSIZE, limits)
    assert (await pool.wait("job")).state == "done"


@needs_full_device
async def test_a_job_that_waits_for_the_disk_can_be_cancelled(
    pool: RenderPool, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(render_pool, "RETRY_PAUSES", (3600.0,))
    (work / file_of("job", "-0.input")).symlink_to("/dev/full")
    await pool.submit("job", render_request())
    progress = pool.progress("job")
    while progress.delay_reason is None:
        progress = await pool.wait_change("job", progress.version)
    await pool.submit("next", render_request())
    assert (await pool.wait("next")).state == "done"
    await pool.cancel("job")
    assert pool.progress("job").state == "cancelled"


async def test_a_removed_work_folder_is_made_again(
    pool: RenderPool, work: Path, holds: Path
) -> None:
    shutil.rmtree(work)
    await pool.submit("before", render_request())
    assert (await pool.wait("before")).state == "done"
    with RenderHold(holds, "last-frame") as hold:
        await pool.submit("meanwhile", render_request())
        await hold.reached()
        shutil.rmtree(work)
    seen, done = await reasons(pool, "meanwhile")
    assert done.state == "done"
    assert seen == {None, NO_FILES}


async def test_a_file_in_place_of_the_work_folder_is_waited_out(
    pool: RenderPool, work: Path
) -> None:
    shutil.rmtree(work)
    os.mknod(work)
    await pool.submit("job", render_request())
    progress = pool.progress("job")
    while progress.delay_reason is None:
        progress = await pool.wait_change("job", progress.version)
    assert progress.delay_reason == NO_FILES
    remove(work)
    assert (await pool.wait("job")).state == "done"


async def test_a_worker_that_cannot_be_started_is_waited_for(
    pool: RenderPool, monkeypatch: pytest.MonkeyPatch, holds: Path
) -> None:
    python = sys.executable
    with RenderHold(holds, "started") as hold:
        await pool.submit("first", render_request())
        pid = await hold.reached()
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        os.kill(pid, signal.SIGKILL)
        progress = pool.progress("first")
        while progress.delay_reason != NO_FILES:
            progress = await pool.wait_change("first", progress.version)
        monkeypatch.setattr(sys, "executable", python)
    assert (await pool.wait("first")).state == "done"


async def test_a_picture_that_takes_too_long_fails_at_once_and_by_name(
    pool: RenderPool, holds: Path
) -> None:
    with RenderHold(holds, "decoding") as hold:
        await pool.submit("job", render_request(first_frame=None, references=(PICTURE,)))
        # As the system does when the time limit of a picture has passed.
        os.kill(await hold.reached(), signal.SIGPROF)
        failed = await pool.wait("job")
    assert failed.state == "failed"
    assert failed.error == "reference image 1 takes more than 30 seconds to decode"
    await pool.submit("next", render_request())
    assert (await pool.wait("next")).state == "done"


async def test_a_picture_that_ends_each_worker_is_named(pool: RenderPool, holds: Path) -> None:
    with RenderHold(holds, "decoding") as hold:
        await pool.submit("job", render_request())
        for _ in range(3):
            os.kill(await hold.reached(), signal.SIGSEGV)
        failed = await pool.wait("job")
    assert failed.error == (
        "the render process ended unexpectedly 3 times,"
        " the last time while it read the first frame image"
    )


async def test_an_internal_error_is_in_the_log_not_in_the_job(
    pool: RenderPool, caplog: pytest.LogCaptureFixture
) -> None:
    await pool.submit("job", render_request(prompt=7))
    failed = await pool.wait("job")
    assert failed.error == "an internal error ended this render; see the service's log"
    assert "Traceback" in caplog.text


async def test_the_details_of_a_damaged_picture_are_in_the_log_not_in_the_job(
    pool: RenderPool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await pool.submit("job", render_request(first_frame=PICTURE[:-300]))
    assert (await pool.wait("job")).error == "the first frame image is damaged"
    assert "truncated" in caplog.text


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
async def test_a_worker_does_not_inherit_secrets(
    pool: RenderPool, holds: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = ("OPENROUTER_API_KEY", "RUSHES_API_KEYS", "RUSHES_WEBHOOK_SECRET", "DATABASE_URL")
    for name in (*secrets, "AWS_SECRET_ACCESS_KEY", "SOMETHING_NEW"):
        monkeypatch.setenv(name, "planted-secret")
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    with RenderHold(holds, "started") as hold:
        # A new worker: the pool's first was started before.
        os.kill(await _held(pool, hold, "old"), signal.SIGKILL)
        pid = await hold.reached()
        environment, arguments = read_process(pid)
    assert b"planted-secret" not in environment + arguments
    for kept in (b"PATH=", b"OMP_NUM_THREADS=1", b"RUSHES_CACHE_DIR=", b"HOME="):
        assert kept in environment
    assert (await pool.wait("old")).state == "done"


def remove(file: Path) -> None:
    file.unlink()


def read_process(pid: int) -> tuple[bytes, bytes]:
    """Return the environment and the arguments that a process was started with."""
    folder = Path(f"/proc/{pid}")
    return (folder / "environ").read_bytes(), (folder / "cmdline").read_bytes()


async def _held(pool: RenderPool, hold: RenderHold, key: str) -> int:
    await pool.submit(key, render_request())
    return await hold.reached()
