"""The renderer's kernels: translated ahead, compiled when they are first called, and kept."""

from __future__ import annotations

import asyncio
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from scripts.generate_kernels import translations
from scripts.kernel_translation import versions

from rushes.engines.procedural.kernel import FOLDER
from rushes.engines.render_pool import RenderPool
from tests.engines.render_requests import render_request

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(240)

OF_FLOWS = ("abstract_kernels.", "tone_mapping.")
PROMPTS = (
    "a mountain lake in the rain at sunset",
    "a forest in snow at night",
    "a stormy ocean",
    "a city street at night in the rain with neon",
    "an aerial view of a city in snow",
    "abstract silk",
    "abstract ribbons of light",
)


def written_by() -> str:
    line = FOLDER.joinpath("waves._gather.ll").read_text().partition("\n")[0]
    return line.removeprefix("; generated with ")


@pytest.mark.skipif(versions() != written_by(), reason="translated by other versions")
def test_translations_are_those_of_the_kernels() -> None:
    written = {path.stem: path.read_text() for path in FOLDER.iterdir()}
    made = dict(translations())
    assert made.keys() == written.keys()
    # Not compared at once: a difference is thousands of lines.
    assert [name for name, text in made.items() if written[name] != text] == []


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


async def idle_worker(cache: Path) -> None:
    """Run a worker without jobs until it has loaded all kernels."""
    worker = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "rushes.engines.worker"),
        env={**os.environ, "RUSHES_CACHE_DIR": str(cache)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write(b'{"do": "warm"}\n')
    assert [await worker.stdout.readline() for _ in range(2)] == [
        b'{"event":"ready"}\n',
        b'{"event":"warm"}\n',
    ]
    worker.stdin.close()
    assert await worker.wait() == 0


async def test_a_render_compiles_what_it_calls_and_an_idle_worker_all_that_renders_call(
    tmp_path: Path,
) -> None:
    cache, work = tmp_path / "cache", tmp_path / "work"
    video = await rendered(cache, work, prompt="an abstract nebula")
    assert kept(cache)
    assert all(name.startswith(OF_FLOWS) for name in kept(cache))

    await idle_worker(cache)
    assert kept(cache) == {path.stem for path in FOLDER.iterdir()}

    contents = {path: path.read_bytes() for path in (cache / "kernels").iterdir()}
    for prompt in PROMPTS:
        await rendered(cache, work, prompt=prompt)
    await rendered(cache, work, prompt="make it snow", task="edit", source=video)
    assert {path: path.read_bytes() for path in (cache / "kernels").iterdir()} == contents
    assert await rendered(cache, work, prompt="an abstract nebula") == video
