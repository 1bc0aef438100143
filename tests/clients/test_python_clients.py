"""Python clients of others, each in an environment of its own."""

from __future__ import annotations

import json

import pytest

from tests.clients.installed import PROGRAMS, check_video, installed, output
from tests.dropin.environments import Environment, build_wheel
from tests.service import serve_process

pytestmark = pytest.mark.clients


def test_langchain_keeps_the_official_package_and_ours_makes_a_video(api, tmp_path):
    environment = Environment(installed("langchain"))
    environment.install(build_wheel(tmp_path))
    path = tmp_path / "waves.mp4"
    printed = output(environment.python, PROGRAMS / "beside_langchain.py", api, path)
    assert json.loads(printed) == {
        "official": ["0.11.46", True],
        "chat": "openrouter.sdk",
        "ours": "rushes",
    }
    check_video(path)


def test_agentfield_makes_a_video(tmp_path):
    """It takes only content URLs of OpenRouter's host."""
    python = installed("agentfield") / "bin" / "python"
    options = ("--data-dir", tmp_path)
    with serve_process(*options, RUSHES_PUBLIC_URL="https://openrouter.ai") as (_, api):
        origin = api.removesuffix("/api/v1")
        path = tmp_path / "waves.mp4"
        found = json.loads(output(python, PROGRAMS / "with_agentfield.py", origin, path))
    assert found["url"].startswith("https://openrouter.ai/api/v1/videos/gen-vid-")
    assert (found["status"], found["cost"]) == ("completed", [0, 0])
    assert "Bad request" in found["refused"]
    assert "duration: 99" in found["refused"]
    check_video(path)
