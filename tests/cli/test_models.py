"""`rushes models` filters and prices."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.in_process import invoke as rushes
from tests.cli.test_commands import LONGEST

pytestmark = pytest.mark.timeout(LONGEST)


def test_models_are_found_by_a_word_and_by_what_they_make():
    code, out, err = rushes("models", "google", "--duration", 8, "--frame", "last", "--json")
    assert code == 0, err
    found = json.loads(out)
    assert "google/veo-3.1" in {m["id"] for m in found}
    for model in found:
        assert "google" in f"{model['id']} {model['name']}".lower()
        assert 8 in model["supported_durations"]
        assert "last_frame" in model["supported_frame_images"]


def test_a_filter_that_nothing_fits_is_a_refusal():
    code, out, err = rushes("models", "google", "--duration", 999)
    assert (code, out) == (3, "")
    assert "No model fits" in err


def test_a_model_shows_what_its_videos_cost():
    code, out, err = rushes("models", "google/veo-3.1")
    assert code == 0, err
    assert "8 s, 720p, with sound: $3.20" in out
    assert "4 s, 720p, with sound: $1.60" in out


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_one_sentence():
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "rushes", "models"],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=LONGEST,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: ")
    assert b"No space left" in done.stderr
    assert done.stderr.count(b"\n") == 1
