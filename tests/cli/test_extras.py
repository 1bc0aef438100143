"""What works without the optional packages, and what is said where one is missing."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.cli.test_commands import LONGEST

pytestmark = pytest.mark.timeout(LONGEST)

# What `pip install "rushes[server]"` does not bring.
RUN = """
import sys
for name in ("obstore", "procrastinate", "psycopg", "psycopg_pool"):
    sys.modules[name] = None
from rushes.__main__ import main
sys.argv = ["rushes", *sys.argv[1:]]
main()
"""


def rushes(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def test_a_video_is_made(tmp_path):
    film = tmp_path / "film.mp4"
    small = ["--model", "rushes/procedural-1", "--resolution", "360p", "--duration", "1"]
    done = rushes("generate", "Abstract ink", *small, "--data-dir", str(tmp_path), "-o", str(film))
    assert done.returncode == 0, done.stderr
    assert film.read_bytes()[4:8] == b"ftyp"


@pytest.mark.parametrize(
    "command", [["jobs"], ["models"], ["serve", "--help"], ["worker", "--help"]]
)
def test_commands_run(tmp_path, command):
    done = rushes(*command, RUSHES_DATA_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "extra"),
    [
        ("RUSHES_DATABASE_URL", "postgresql://me@localhost/db", "rushes[postgres]"),
        ("RUSHES_OUTPUTS_URL", "s3://bucket/videos", "rushes[server,bucket]"),
    ],
)
def test_a_missing_extra_is_named_in_one_sentence(tmp_path, setting, value, extra):
    done = rushes("serve", "--port", "0", "--data-dir", str(tmp_path), **{setting: value})
    assert done.returncode != 0
    assert extra in done.stderr
    assert "Traceback" not in done.stderr
