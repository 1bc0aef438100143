"""`rushes models` filters and prices, and what a shell completes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest

from tests.cli.test_commands import LONGEST, rushes

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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script(shell):
    code, out, err = rushes("completion", shell)
    assert code == 0, err
    assert f"_RUSHES_COMPLETE={shell}_complete" in out


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
def test_bash_completes_commands_and_models(tmp_path):
    (tmp_path / "rushes").write_text(f'#!/bin/sh\nexec {sys.executable} -m rushes "$@"\n')
    (tmp_path / "rushes").chmod(0o755)
    script = """
eval "$(rushes completion bash)"
complete_words() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=();
  _rushes_completion rushes; echo "${COMPREPLY[@]}"; }
complete_words rushes mod
complete_words rushes generate --model google/veo-3.1-f
"""
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=True,
    )
    assert done.stdout.splitlines() == ["models", "google/veo-3.1-fast"]


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
