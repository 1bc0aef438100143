"""The tutorial's provider is built in a copy of the source, and makes a video."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.docs.pages import ROOT, Block, blocks_of

PAGE = ROOT / "docs" / "tutorials" / "add-a-provider.md"
PORT = 9000  # in the page
LIMIT = 60  # seconds for one block


class Reader:
    """Does what the page says, in a folder."""

    def __init__(self, folder: Path, port: int, stack: ExitStack) -> None:
        self.printed = ""
        self._folder, self._port, self._stack = folder, port, stack
        # The source of the folder goes before that of the tests.
        self._environment = {
            "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
            "PYTHONPATH": str(folder / "src"),
            "HOME": str(folder),
            "RUSHES_DATA_DIR": str(folder / "data"),
            "RUSHES_EMULATION": "instant",
            "TERM": "dumb",
        }

    def follow(self, block: Block) -> None:
        text = block.text.replace(str(PORT), str(self._port))
        if block.language == "diff":
            self._apply(text)
        elif block.language != "sh":
            assert block.first_line.startswith("# "), "a file begins with its name"
            (self._folder / block.first_line[2:]).write_text(text)
        elif text.endswith("&\n"):
            self._start(text)
        elif not text.startswith("python3 -m venv"):  # the tests have theirs
            self._run(text)

    def _apply(self, text: str) -> None:
        name, _, *lines = text.splitlines()
        path = self._folder / name.removeprefix("--- ")
        before = "\n".join(line[1:] for line in lines if not line.startswith("+"))
        after = "\n".join(line[1:] for line in lines if not line.startswith("-"))
        source = path.read_text()
        assert source.count(before) == 1, before
        path.write_text(source.replace(before, after))

    def _start(self, text: str) -> None:
        """Start a server, and wait until it accepts connections."""
        command = ["sh", "-c", f"exec {text.rstrip()[:-1]}"]
        log = self._stack.enter_context((self._folder / "server.log").open("w"))
        server = self._stack.enter_context(
            subprocess.Popen(
                command, cwd=self._folder, env=self._environment, stdout=log, stderr=log
            )
        )
        self._stack.callback(server.terminate)
        until = time.monotonic() + LIMIT
        while time.monotonic() < until and server.poll() is None:
            with socket.socket() as connection:
                if connection.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.02)
        pytest.fail((self._folder / "server.log").read_text())

    def _run(self, text: str) -> None:
        done = subprocess.run(
            ["sh", "-euc", text],
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT,
        )
        assert done.returncode == 0, text + done.stdout + done.stderr
        self.printed += done.stdout + done.stderr


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def test_the_provider_makes_a_video(tmp_path):
    shutil.copytree(
        ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__", "*.pth")
    )
    with ExitStack() as stack:
        reader = Reader(tmp_path, free_port(), stack)
        for block in blocks_of(PAGE):
            reader.follow(block)
    assert (tmp_path / "waves.mp4").read_bytes() == (tmp_path / "acme.mp4").read_bytes()
    assert not (tmp_path / "knife.mp4").exists()
    for words in ("acme (key …-key): works", "$0.20", "Not this prompt", "exit code 1"):
        assert words in reader.printed
