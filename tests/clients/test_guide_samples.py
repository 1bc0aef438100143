"""The API without a client library: a video is downloaded by its first URL, without a key."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from tests.clients.installed import PROGRAMS, check_video, output

pytestmark = pytest.mark.clients

REQUEST = {
    "model": "rushes/procedural-1",
    "prompt": "Abstract blue waves",
    "duration": 1,
    "resolution": "360p",
    "generate_audio": False,
}


@pytest.mark.parametrize(
    ("interpreter", "program"),
    [(sys.executable, "guide.py"), ("node", "guide.mjs"), ("sh", "guide.sh")],
    ids=["python", "javascript", "curl"],
)
def test_a_sample_saves_a_video(interpreter, program, api, tmp_path):
    needed = "curl" if program == "guide.sh" else interpreter
    if shutil.which(needed) is None:
        pytest.skip(f"{needed} is not installed")
    path = tmp_path / "waves.mp4"
    printed = output(
        *(shutil.which(interpreter), PROGRAMS / program),
        OPENROUTER_BASE_URL=api,
        OPENROUTER_API_KEY="any",
        REQUEST=json.dumps(REQUEST),
        OUTPUT=str(path),
    )
    assert printed.endswith("completed\n")
    check_video(path)
