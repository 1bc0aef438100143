"""Every code block of the documentation runs, against a service on a free port.

The blocks of a page run in their order and share names, environment, and folder. A block whose
first line names a file becomes that file; files of tests run under pytest, with the real engine.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import click
import httpx
import pytest
import yaml
from click.testing import CliRunner
from PIL import Image

from rushes.cli.main import cli
from rushes.sdk import webhooks
from rushes.testing.kit import TestKit
from tests.docs.pages import PAGES, ROOT, Block, blocks_of, name_of
from tests.fakes.providers import VIDEO
from tests.service import TestService, running_service

# Blocks that are only parsed, by page and the beginning of their first line.
SYNTAX_ONLY = {
    ("README.md", "make demo"): "runs these tests",
    ("README.md", "pip install"): "installs into the environment of the tests",
    ("CONTRIBUTING.md", "make test"): "runs these tests",
    ("docs/quickstart.md", "python3 -m venv"): "installs from a package index",
    ("docs/logs.md", "jq"): "needs a log, and jq",
    ("docs/logs.md", "pip install"): "installs into the environment of the tests",
    ("docs/reliability.md", "make chaos"): "takes minutes",
    ("docs/testing.md", "pip install"): "installs into the environment of the tests",
    ("docs/testing.md", "rushes webhooks"): "needs a receiver; tests/cli has one",
    ("docs/testing.md", "RUSHES_RECORD="): "needs a provider's key",
    ("docs/webhooks.md", "rushes webhooks test"): "calls another machine; tests/cli has one",
    ("docs/service.md", "RUSHES_PROVIDERS="): "needs a provider's key",
    ("docs/configuration.md", "systemctl reload"): "needs root and systemd",
    ("docs/self-hosting.md", "sglang serve"): "needs a GPU",
    ("docs/self-hosting.md", "vllm serve"): "needs a GPU",
    ("docs/self-hosting.md", "python main.py"): "needs a GPU",
    ("docs/administration.md", "rushes jobs JOB_ID"): "needs a job at a provider",
    ("docs/administration.md", "rushes jobs --follow"): "runs until it is interrupted",
    ("docs/service.md", "python3 -m venv"): "installs, and listens beyond this machine",
    ("docs/service.md", "pip install"): "needs PostgreSQL, and listens beyond this machine",
    ("docs/service.md", "aws"): "needs a bucket",
    ("docs/mcp.md", "pip install"): "installs into the environment of the tests",
    ("docs/mcp.md", "claude mcp add"): "needs a program of others",
    ("docs/mcp.md", "rushes mcp"): "runs until it is interrupted",
    ("docs/monitoring.md", "rushes worker"): "needs PostgreSQL",
    ("docs/monitoring.md", "promtool"): "runs in tests/deploy",
    ("docs/operating.md", ""): "needs root, systemd, a container engine, and other servers",
    ("docs/security.md", "sudo mkdir"): "needs root and systemd",
}
PARSERS = {"json": json.loads, "toml": tomllib.loads, "yaml": yaml.safe_load}
OPTIONAL_TOOLS = {"curl"}  # without it, a block that begins with it is only parsed
FRAMEWORK = re.compile(r"from (fastapi|flask) import")
FILE = re.compile(r"# [\w.]+\.(py|toml)$")
GUIDE = ROOT / "docs" / "sdk.md"
# They have tests of their own.
APART = {GUIDE, ROOT / "docs" / "tutorials" / "add-a-provider.md"}
DEFAULT_URL = "http://127.0.0.1:8787"
SHELL = set("();<>|&")
BIN = Path(sys.executable).parent
INPUTS = ("cat.png", "cat-later.png", "lake.jpg", "autumn.jpg", "winter.jpg")
EXPORTED = ("OPENROUTER_", "RUSHES_")
MAKE_TARGET = re.compile(r"^(\w+):.*##", re.M)
SECRET = "whsec_of_the_service"
EVENT = (
    b'{"type": "video.generation.completed", "created_at": "2026-11-22T07:30:00Z",'
    b' "data": {"id": "%s", "status": "completed"}}'
)


class Page:
    """Runs the blocks of one page."""

    def __init__(self, service: TestService, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.names: dict[str, Any] = {}
        self.service = service
        self._folder = folder
        self._monkeypatch = monkeypatch

    def run(self, block: Block) -> None:
        if block.language in {"text", "js", "ts"}:  # tests/clients runs JavaScript
            return
        if block.language in PARSERS:
            assert PARSERS[block.language](block.text)
            if FILE.match(block.first_line):
                (self._folder / block.first_line[2:]).write_text(block.text)
            return
        code = block.text.replace(DEFAULT_URL, self.service.url)
        if block.language == "python":
            self._run_python(block, code)
        else:
            assert block.language == "sh"
            check_shell(block.text)
            if runs(block):
                self._run_shell(code)

    def run_tests(self) -> None:
        """Run the test files that blocks have written."""
        files = sorted(self._folder.glob("test_*.py"))
        if files:
            command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    def _run_python(self, block: Block, code: str) -> None:
        needed = FRAMEWORK.match(block.text)
        # Leading lines make an error's traceback name the line of the page.
        compiled = compile("\n" * block.above + code, str(ROOT / block.page), "exec")
        if FILE.match(block.first_line):
            (self._folder / block.first_line[2:]).write_text(block.text)
        elif needed is None or importlib.util.find_spec(needed[1]):
            exec(compiled, self.names)

    def _run_shell(self, code: str) -> None:
        if code.startswith("rushes serve"):
            serve(code)
            return
        if (commands := own_commands(code)) is not None:
            for words in commands:  # without the time that a process takes to start
                with mock.patch.dict(os.environ):  # --config sets a variable
                    result = CliRunner().invoke(cli, words, catch_exceptions=False)
                assert result.exit_code == 0, f"{words}\n{result.output}"
            return
        script = f"{code}\nenv -0 > exported"
        done = subprocess.run(
            ["sh", "-euc", script], capture_output=True, text=True, check=False, timeout=100
        )
        assert done.returncode == 0, code + done.stdout + done.stderr
        for line in Path("exported").read_text().split("\0"):
            name, _, value = line.partition("=")
            if name.startswith(EXPORTED):
                self._monkeypatch.setenv(name, value)


def runs(block: Block) -> bool:
    tool = block.text.split()[0]
    if tool in OPTIONAL_TOOLS and shutil.which(tool) is None:
        return False
    return not any(
        block.page == page and block.first_line.startswith(beginning)
        for page, beginning in SYNTAX_ONLY
    )


def own_commands(script: str) -> list[list[str]] | None:
    """Return the arguments of a script's commands if `rushes` alone is called, without a shell."""
    found = []
    for line in script.replace("\\\n", " ").splitlines():
        words = list(shlex.shlex(line, posix=True, punctuation_chars=True))
        if words[:1] != ["rushes"] or "$" in line or any(set(word) <= SHELL for word in words):
            return None
        found.append(shlex.split(line, comments=True)[1:])
    return found


def serve(code: str) -> None:
    """Start the service as a page says, on a free port, and stop it once it answers."""
    arguments = shlex.split(code.replace("--port 8787", ""))
    with subprocess.Popen(
        [*arguments, "--port", "0"], stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stderr is not None
            printed = iter(process.stderr.readline, "")
            urls = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in printed)
            url = next(match[0] for match in urls if match)
            assert httpx.get(f"{url}/health", trust_env=False).status_code == 200
        finally:
            process.terminate()


def check_shell(script: str) -> None:
    """Check syntax, the targets of make, and the options of `rushes`."""
    subprocess.run(["sh", "-n"], input=script, text=True, check=True)
    targets = set(MAKE_TARGET.findall((ROOT / "Makefile").read_text("utf-8")))
    for line in script.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words[:1] == ["make"]:
            assert words[1] in targets, line
        for position, word in enumerate(words[:-1]):
            if word.rpartition("/")[2] == "rushes" and _begins_a_command(words[:position]):
                check_options(words[position + 1 :], line)


def _begins_a_command(before: list[str]) -> bool:
    """Return whether a word is a command, after what is before it, and not an argument."""
    return not before or "=" in before[-1] or before[-1] in {"|", "||", "&&", ";", "sudo", "do"}


def check_options(words: list[str], line: str) -> None:
    command = cli.get_command(click.Context(cli), words[0])
    if isinstance(command, click.Group):
        command = command.get_command(click.Context(command), words[1] if words[1:] else "list")
    assert command is not None, line
    known = {
        option
        for parameter in command.params
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    assert {word for word in words if word.startswith("-")} <= known, line


@pytest.fixture
def page_runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in INPUTS:
        Image.new("RGB", (320, 180), "teal").save(name)
    (tmp_path / ".curlrc").write_text("fail\nsilent\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(BIN), prepend=os.pathsep)
    monkeypatch.setenv("RUSHES_DATA_DIR", str(tmp_path / "data"))
    with running_service(tmp_path / "service", kit=TestKit) as service:
        monkeypatch.setenv("OPENROUTER_BASE_URL", service.api)
        monkeypatch.setenv("OPENROUTER_API_KEY", "local")
        runner = Page(service, folder, monkeypatch)
        yield runner
        with contextlib.suppress(KeyError):
            runner.names["client"].close()


@pytest.mark.parametrize("page", [p for p in PAGES if blocks_of(p) and p not in APART], ids=name_of)
def test_the_blocks_of_a_page_run(page: Path, page_runner: Page) -> None:
    for block in blocks_of(page):
        page_runner.run(block)
    page_runner.run_tests()


def test_every_exception_is_needed() -> None:
    blocks = [block for page in PAGES for block in blocks_of(page)]
    for page, beginning in SYNTAX_ONLY:
        assert any(b.page == page and b.first_line.startswith(beginning) for b in blocks)


def test_what_the_blocks_of_the_sdk_guide_do(
    page_runner: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    blocks = blocks_of(GUIDE)
    assert len([block for block in blocks if block.language == "python"]) > 10
    for block in blocks:
        page_runner.run(block)
    names = page_runner.names
    event = EVENT % names["videos"].generate_and_wait(**names["request"]).id.encode()
    signature = {webhooks.SIGNATURE_HEADER: webhooks.sign(event, SECRET)}
    names["receive"](event, signature)
    monkeypatch.setenv("OPENROUTER_WEBHOOK_SECRET", SECRET)
    assert statuses(names, event, signature) == {204}
    assert statuses(names, event, {}) == {401}
    named = ("sea.mp4", "sea-again.mp4", "short.mp4", "job.mp4", "calm.mp4", "copy.mp4")
    for name in (*named, webhooks.verify(event, signature).data.id + ".mp4"):
        assert Path(name).read_bytes() == VIDEO
    assert "duration: 500 is not one of 4, 6, 8; nearest: 8" in capsys.readouterr().out
    bodies = [json.loads(order.body) for order in page_runner.service.provider.requests]
    assert [len(body.get("frame_images", ())) for body in bodies].count(2) == 1


def statuses(names: dict[str, Any], event: bytes, headers: dict[str, str]) -> set[int]:
    """Send an event to the receivers of the guide; return their statuses."""
    seen = set()
    if "flask_app" in names:
        client = names["flask_app"].test_client()
        seen.add(client.post("/videos/ended", data=event, headers=headers).status_code)
    if "fastapi_app" in names:
        seen.add(asyncio.run(asgi_status(names["fastapi_app"], event, headers)))
    return seen


async def asgi_status(app: Any, event: bytes, headers: dict[str, str]) -> int:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        url = "http://testserver/videos/ended"
        return (await client.post(url, content=event, headers=headers)).status_code
