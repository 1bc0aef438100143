"""The environments that `scripts/install_clients.py` makes, and programs that run in them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import av
import pytest
from scripts.install_clients import PINNED, REASON, finished, folder_of

PROGRAMS = Path(__file__).with_name("programs")


def installed(name: str, group: str = "clients") -> Path:
    """Return the folder of an environment; skip the test where it could not be installed.

    `group` is also the target of `make` that installs it.
    """
    folder = folder_of(name, group)
    if (folder / PINNED).is_file():
        return folder
    reason = folder / REASON
    why = reason.read_text() if reason.is_file() else f"run `make {group}`"
    pytest.skip(f"the environment {name} is not installed: {why}")


def output(*command: str | Path, cwd: Path | None = None, **variables: str) -> str:
    """Return what a command prints; it must succeed."""
    done = finished(command, 100, cwd, {**os.environ, **variables})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def node(
    program: str,
    folder: Path,
    *arguments: str,
    environment: Path | None = None,
    **variables: str,
) -> str:
    """Run JavaScript in a folder, beside the npm packages; return what it prints."""
    packages = environment or installed("node")
    (folder / "node_modules").symlink_to(packages / "node_modules")
    (folder / "program.mjs").write_text(program, "utf-8")
    command = shutil.which("node")
    assert command
    return output(command, "program.mjs", *arguments, cwd=folder, **variables)


def link_packages(folder: Path) -> None:
    """Give a folder the npm packages."""
    (folder / "node_modules").symlink_to(installed("node") / "node_modules")


def check_video(path: Path) -> None:
    """Check that a file holds a second of 360p video that decodes."""
    with av.open(str(path)) as container:
        frames = [(frame.width, frame.height) for frame in container.decode(video=0)]
    assert set(frames) == {(640, 360)}
    assert len(frames) == 24
