"""Kernels compiled ahead, by several processes that share one cache folder."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest

from rushes.engines.render_pool import RenderPool
from tests.engines.render_requests import render_request

pytestmark = pytest.mark.timeout(240)

FLOW = {"pour", "motes", "glow_clouds", "weave", "drape", "light_cloth", "hang_sheets"}
EVERY_PICTURE = {"_develop", "_keep_bright"}
PROMPTS = (
    "a mountain lake in the rain at sunset",
    "a forest in snow at night",
    "a stormy ocean",
    "a city street at night in the rain with neon",
    "an aerial view of a city in snow",
    "abstract silk",
    "abstract ribbons of light",
)


def kernels(cache: Path) -> list[str]:
    """Return the names of cached kernels, in the order in which they were written."""
    files = sorted(cache.rglob("*.nbc"), key=lambda path: path.stat().st_mtime_ns)
    return [path.name.partition(".")[2].partition("-")[0] for path in files]


async def render(cache: Path, folder: Path, **changes: Any) -> bytes:
    pool = RenderPool(1, 2, folder, cache, warm=False)
    await pool.start()
    try:
        await pool.submit("job", render_request(**{"first_frame": None, **changes}))
        done = await pool.wait("job")
        assert done.path is not None, done
        return done.path.read_bytes()
    finally:
        await pool.close()


async def test_what_a_render_waits_for_is_compiled_first_and_then_all_that_renders_need(
    tmp_path: Path,
) -> None:
    cache, work = tmp_path / "cache", tmp_path / "work"
    video = await render(cache, work, prompt="an abstract nebula")
    first = kernels(cache)
    assert set(first) - EVERY_PICTURE < FLOW

    environment = {**os.environ, "RUSHES_CACHE_DIR": str(cache)}
    command = (sys.executable, "-m", "rushes.engines.warm_up")
    others = [await asyncio.create_subprocess_exec(*command, env=environment) for _ in range(2)]
    assert [await other.wait() for other in others] == [0, 0]

    compiled = kernels(cache)
    assert len(set(compiled)) > 40
    # While the last kernels of the scene are compiled, the other processes go on to the next one.
    begun = [name for name in compiled if name not in FLOW | EVERY_PICTURE]
    assert set(compiled[: compiled.index(begun[4])]) >= FLOW
    for prompt in PROMPTS:
        await render(cache, work, prompt=prompt)
    await render(cache, work, prompt="make it snow", task="edit", source=video)
    assert kernels(cache) == compiled
    assert await render(cache, work, prompt="an abstract nebula") == video


IMPORTED = """
import sys
from importlib.metadata import packages_distributions
from rushes.engines import kernels, warm_up, worker
from rushes.engines.procedural import scenes
for name in scenes.SCENES:
    scenes.build(scenes.warm_up_plans(name)[0], 64, 64, 1.0)
owners = packages_distributions()
print(*{one for name in sys.modules if "." not in name for one in owners.get(name, [])})
"""


async def test_make_installs_first_all_that_compiling_imports() -> None:
    makefile = Path(__file__).parents[2].joinpath("Makefile").read_text()
    listed = re.search(r"^ENGINE := (.+)$", makefile, re.MULTILINE)
    assert listed is not None
    ran = await asyncio.create_subprocess_exec(
        sys.executable, "-c", IMPORTED, stdout=asyncio.subprocess.PIPE
    )
    printed, _ = await ran.communicate()
    assert ran.returncode == 0
    # What else numba imports is there with it, or can be missing.
    chosen = {re.split(r"[^\w-]", one)[0] for one in requires("rushes") or []}
    assert chosen & set(printed.decode().split()) == set(listed[1].split())
