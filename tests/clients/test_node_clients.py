"""JavaScript clients of others."""

from __future__ import annotations

import base64
import io
import json
import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from PIL import Image

from tests.chaos.launcher import free_port
from tests.clients.installed import PROGRAMS, check_video, link_packages, node, output
from tests.docs.pages import ROOT, blocks_of

pytestmark = pytest.mark.clients

GUIDE = ROOT / "docs" / "testing.md"
COLORS = re.compile(r"\x1b\[[\d;]*m")


def program(name):
    return (PROGRAMS / name).read_text("utf-8")


def test_openrouter_sdk(api, tmp_path):
    path = tmp_path / "waves.mp4"
    found = json.loads(node(program("openrouter_sdk.mjs"), tmp_path, api, str(path)))
    name, status, message = found.pop("unknown")
    assert (name, status) == ("NotFoundResponseError", 404)
    assert "gen-vid-0-unknown" in message
    name, status, message = found.pop("invalid")
    assert (name, status) == ("BadRequestResponseError", 400)
    assert message.startswith("duration: 99")
    assert found.pop("submitted") in {"pending", "in_progress"}
    job = {"status": "completed", "cost": 0, "urls": 1}
    assert found == {**job, "listed": True, "models": True, "standalone": True}
    check_video(path)


def test_tanstack_with_a_first_frame(api, tmp_path):
    picture = io.BytesIO()
    Image.new("RGB", (640, 360), "teal").save(picture, "PNG")
    encoded = base64.b64encode(picture.getvalue()).decode()
    path = tmp_path / "waves.mp4"
    found = json.loads(node(program("tanstack.mjs"), tmp_path, api, str(path), encoded))
    assert found == {"status": "completed", "cost": 0}
    check_video(path)


def test_the_ai_sdk(api, tmp_path):
    path = tmp_path / "waves.mp4"
    node(program("ai_sdk.mjs"), tmp_path, api, str(path))
    check_video(path)


def test_the_ai_sdk_does_not_download_from_this_machine_by_itself(api, tmp_path):
    """The day it does, the documentation needs no `download` function."""
    code = program("ai_sdk.mjs").replace("  download:", "  unused:")
    with pytest.raises(AssertionError, match="AI_DownloadError"):
        node(code, tmp_path, api, "waves.mp4")


def written_tests_of_the_guide(folder):
    """Write the files of tests in TypeScript that the guide has; return their names."""
    blocks = [block for block in blocks_of(GUIDE) if block.language == "ts"]
    names = [block.first_line.removeprefix("// ").partition(",")[0] for block in blocks]
    for name, block in zip(names, blocks, strict=True):
        (folder / name).write_text(block.text, "utf-8")
    return names


def test_the_job_of_github_actions_runs_the_tests_of_the_project(tmp_path):
    names = written_tests_of_the_guide(tmp_path)
    assert names == ["videos.test.ts", "ai.test.ts"]
    checkout = tmp_path / "rushes" / "tests"
    checkout.mkdir(parents=True)
    (checkout / "own.test.ts").write_text('throw new Error("a test of Rushes ran");', "utf-8")
    [job] = [block for block in blocks_of(GUIDE) if block.text.startswith("on: [push")]
    steps = yaml.safe_load(job.text)["jobs"]["test"]["steps"]
    *_, install, serve, npm, tests = [step for step in steps if "run" in step]
    assert install["run"].startswith("pip install ")
    assert npm["run"] == "npm ci"
    link_packages(tmp_path)
    port = free_port()
    script = "\n".join(
        [
            "set -e",
            "trap 'kill $(jobs -p)' EXIT",
            serve["run"].replace("serve ", f"serve --port {port} ", 1).replace("8787", str(port)),
            f"RUSHES_URL={tests['env']['RUSHES_URL'].replace('8787', str(port))} {tests['run']}",
        ]
    )
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    shown = COLORS.sub("", output("bash", "-c", script, cwd=tmp_path, PATH=path))
    assert re.search(r"Test Files +2 passed \(2\)", shown), shown
    assert re.search(r"Tests +7 passed \(7\)", shown), shown
