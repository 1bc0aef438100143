"""The renderer's kernels: translated ahead, compiled when they are first called, and kept."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import asynccontextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from scripts import generate_kernels
from scripts.kernel_translation import versions

from rushes.engines.procedural.kernel import FOLDER
from rushes.engines.render_pool import RenderPool
from tests.engines.render_requests import render_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.timeout(240)

OF_FLOWS = ("abstract_kernels.", "tone_mapping.")
PROMPTS = (
    "a mountain lake in the rain at sunset",
    "a mountain forest in snow at night",
    "a stormy ocean",
    "a city street at night in the rain with neon",
    "an aerial view of a city in snow",
    "abstract silk",
    "abstract ribbons of light",
)


WORKER = "from rushes.engines.worker import main; main()"
BROKEN = """
from rushes.engines import render
def load_kernels():
    raise LookupError("no translation")
    yield
render.load_kernels = load_kernels
"""
GENERATED = {path.stem: path.read_text().partition("\n")[0] for path in FOLDER.iterdir()}


def test_translations_are_by_the_pinned_versions() -> None:
    pins = Path(__file__).parents[2].joinpath("constraints.txt").read_text()
    numba, llvmlite = (
        re.search(rf"^{name}==(.+)$", pins, re.MULTILINE)[1] for name in ("numba", "llvmlite")
    )
    assert all(f", numba {numba}, llvmlite {llvmlite}, " in line for line in GENERATED.values())


@pytest.mark.skipif(
    set(GENERATED.values()) != {f"; generated with {versions()}"}, reason="by other versions"
)
def test_translations_are_those_of_the_kernels() -> None:
    written = {path.stem: path.read_text() for path in FOLDER.iterdir()}
    made = dict(generate_kernels.translations())
    assert made.keys() == written.keys()
    # Not compared at once: a difference is thousands of lines.
    assert [name for name, text in made.items() if written[name] != text] == []


def test_translations_that_are_missing_old_or_of_no_kernel_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert generate_kernels.stale_translations() == []
    folder = Path(shutil.copytree(FOLDER, tmp_path / "llvm"))
    monkeypatch.setattr(generate_kernels, "FOLDER", folder)
    folder.joinpath("waves._gather.ll").rename(folder / "waves.gone.ll")
    old = folder / "terrain._carve.ll"
    old.write_text(re.sub("^; source .*$", "; source 0", old.read_text(), flags=re.MULTILINE))
    assert generate_kernels.stale_translations() == [
        "terrain._carve",
        "waves._gather",
        "waves.gone",
    ]


def kept(cache: Path) -> set[str]:
    """Return the names of cached kernels."""
    return {path.name.partition("-")[0] for path in (cache / "kernels").iterdir()}


async def rendered(cache: Path, folder: Path, **changes: Any) -> bytes:
    pool = RenderPool(1, 2, folder, cache, warm=False)
    await pool.start()
    try:
        await pool.submit("job", render_request(**{"first_frame": None, **changes}))
        done = await pool.wait("job")
        assert done.path is not None, done
        return done.path.read_bytes()
    finally:
        await pool.close()


@asynccontextmanager
async def worker(cache: Path, program: str = WORKER) -> AsyncIterator[Process]:
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program),
        env={**os.environ, "RUSHES_CACHE_DIR": str(cache)},
        stdin=PIPE,
        stdout=PIPE,
        stderr=PIPE,
    )
    assert running.stdin is not None
    yield running
    running.stdin.close()
    assert await running.wait() == 0


def send(running: Process, *commands: dict[str, Any]) -> None:
    assert running.stdin is not None
    running.stdin.write("".join(json.dumps(one) + "\n" for one in commands).encode())


async def events(running: Process, last: str) -> list[str]:
    """Return the names of the events up to the last one, but not each step of a render."""
    assert running.stdout is not None
    names: list[str] = []
    while last not in names:
        names.append(json.loads(await running.stdout.readline())["event"])
    return [name for name in names if name != "progress"]


def render_command(target: Path) -> dict[str, Any]:
    request = asdict(render_request(first_frame=None, prompt="abstract silk"))
    return {"do": "render", "job": "job", "request": request, "target": str(target), "threads": 1}


async def test_a_render_compiles_what_it_calls_and_an_idle_worker_all_that_renders_call(
    tmp_path: Path,
) -> None:
    cache, work = tmp_path / "cache", tmp_path / "work"
    video = await rendered(cache, work, prompt="an abstract nebula")
    assert kept(cache)
    assert all(name.startswith(OF_FLOWS) for name in kept(cache))

    async with worker(cache) as idle:
        send(idle, {"do": "warm"})
        assert await events(idle, "warm") == ["ready", "warm"]
    assert kept(cache) == GENERATED.keys()

    contents = {path: path.read_bytes() for path in (cache / "kernels").iterdir()}
    for prompt in PROMPTS:
        await rendered(cache, work, prompt=prompt)
    await rendered(cache, work, prompt="make it snow", task="edit", source=video)
    assert {path: path.read_bytes() for path in (cache / "kernels").iterdir()} == contents
    assert await rendered(cache, work, prompt="an abstract nebula") == video


async def test_a_pool_has_its_worker_compile_ahead(tmp_path: Path) -> None:
    pool = RenderPool(1, 1, tmp_path / "work", tmp_path / "cache")
    await pool.start()
    try:
        while not (tmp_path / "cache" / "kernels").exists():
            await asyncio.sleep(0.02)
    finally:
        await pool.close()


async def test_a_job_comes_before_what_is_compiled_ahead(tmp_path: Path) -> None:
    async with worker(tmp_path / "cache") as busy:
        send(busy, {"do": "warm"}, render_command(tmp_path / "a.mp4"))
        assert await events(busy, "warm") == ["ready", "done", "warm"]


async def test_a_kernel_that_cannot_be_compiled_ahead_leaves_the_worker_to_others(
    tmp_path: Path,
) -> None:
    async with worker(tmp_path / "cache", BROKEN + WORKER) as running:
        send(running, {"do": "warm"})
        assert running.stderr is not None
        await running.stderr.readuntil(b"LookupError: no translation")
        send(running, render_command(tmp_path / "a.mp4"))
        assert await events(running, "done") == ["ready", "done"]
