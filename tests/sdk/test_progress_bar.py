"""`progress=True`: one bar on stderr, by rich."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from openrouter import errors
from openrouter.components import VideoGenerationResponse
from rushes.sdk._progress_bar import Bar
from tests.fakes.stub_server import JOB_ID, StubServer, job_answer, video_answer
from tests.sdk.driver import Driver

QUICK = {"poll_interval": 0.001}
DONE = job_answer(status="completed")


def script(stub: StubServer) -> None:
    half = job_answer(status="in_progress", rushes={"progress": 0.5})
    stub.script(job_answer(202), half, DONE)


def test_a_bar_is_drawn(
    driver: Driver, stub: StubServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(stub)
    stub.script(video_answer(bytes(2_000_000)))
    client = driver.client()
    seen: list[str] = []
    job = driver.call(
        client,
        "generate_and_wait",
        model="m",
        progress=True,
        on_progress=lambda j: seen.append(j.status),
        **QUICK,
    )
    drawn = capsys.readouterr()
    assert "completed" in drawn.err
    assert "100%" in drawn.err
    assert drawn.out == ""
    assert seen == ["pending", "in_progress", "completed"]
    driver.call(client, "download", job, tmp_path / "a.mp4", progress=True)
    assert "downloading" in capsys.readouterr().err


def test_without_it_nothing_is_printed(
    driver: Driver, stub: StubServer, capsys: pytest.CaptureFixture[str]
) -> None:
    script(stub)
    driver.call(driver.client(), "generate_and_wait", model="m", **QUICK)
    assert capsys.readouterr() == ("", "")


def test_a_status_is_no_markup(
    driver: Driver, stub: StubServer, capsys: pytest.CaptureFixture[str]
) -> None:
    stub.script(job_answer(status="[/bold]"))
    with pytest.raises(errors.WaitTimeoutError):
        driver.call(driver.client(), "wait", JOB_ID, progress=True, timeout=0)
    assert "[/bold]" in capsys.readouterr().err


def test_an_awaitable_listener_beside_it_is_awaited(
    stub: StubServer, capsys: pytest.CaptureFixture[str]
) -> None:
    from openrouter import OpenRouter

    stub.script(job_answer(status="upscaling"), DONE)
    seen: list[str] = []

    async def listen(job: VideoGenerationResponse) -> None:
        await asyncio.sleep(0)
        seen.append(job.status)

    async def main() -> None:
        async with OpenRouter("k", server_url=stub.url) as client:
            await client.video_generation.wait_async(
                JOB_ID, 0.001, on_progress=listen, progress=True
            )

    asyncio.run(main())
    assert seen == ["upscaling", "completed"]
    assert "completed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [("generate_and_wait", {"model": "m"}), ("wait", {"job_id": "a"})],
)
def test_without_rich_it_says_what_to_install(
    driver: Driver,
    stub: StubServer,
    monkeypatch: pytest.MonkeyPatch,
    operation: str,
    arguments: dict[str, Any],
) -> None:
    monkeypatch.setitem(sys.modules, "rich", None)
    with pytest.raises(ImportError, match=r"rushes\[progress\]"):
        driver.call(driver.client(), operation, progress=True, **arguments)
    assert stub.received == []


WITHOUT = """
import sys
sys.modules["rich"] = None
from openrouter import OpenRouter
with OpenRouter("k", server_url=sys.argv[1]) as client:
    print(client.video_generation.wait("a").status)
"""


def test_nothing_else_needs_rich(stub: StubServer) -> None:
    stub.script(DONE)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, stub.url], capture_output=True, text=True, check=True
    )
    assert done.stdout == "completed\n"


def test_a_job_without_told_progress_only_shows_that_time_passes() -> None:
    with Bar() as bar:
        bar.job(VideoGenerationResponse(id="a", polling_url="", status="in_progress"))
        [task] = bar._progress.tasks
        assert (task.total, task.description) == (None, "in progress")
        bar.downloaded(10, None)
        assert (task.total, task.completed) == (None, 10)
        bar.downloaded(20, 40)
        assert task.percentage == 50
