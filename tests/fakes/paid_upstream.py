"""A fake paid upstream, run as a process: OpenRouter's video API, every job charged, with faults.

    with fake_upstream("idempotent", render=0.05) as upstream:
        ...  # talk to `upstream.api`; a prompt with `[fault:500-after]` makes that request fail
        assert len(upstream.charges()) == 1

Modes are what happens where a request is sent again: `idempotent` makes one job for each
`Idempotency-Key`; `lookup` can list jobs by that key; `fail` does neither. The last two charge each
request that arrives whole. Options are those of `paid_upstream_server`, faults those of `faults`.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

ROOT = Path(__file__).resolve().parents[2]
READY = "READY "


@dataclass(frozen=True)
class FakeUpstream:
    """A running upstream: `url` is its origin, `api` the base URL that clients are given."""

    url: str
    process: subprocess.Popen[str]

    @property
    def api(self) -> str:
        return f"{self.url}/api/v1"

    def charges(self) -> list[dict[str, Any]]:
        """Return the charges, oldest first: `id`, `key`, `marker`, `time`."""
        charges: list[dict[str, Any]] = self._ask("GET", "/_charges")
        return charges

    def faults(self, *scripts: str) -> None:
        """Apply scripts to the next requests whose prompts ask for nothing; see `faults`."""
        self._ask("POST", "/_faults", {"scripts": scripts})

    def release(self, *keys: str) -> None:
        """Answer all requests whose keys begin with one of these, and end their jobs."""
        self._ask("POST", "/_release", {"keys": keys})

    def state(self) -> dict[str, Any]:
        """Return `jobs` by id, `requests` by operation, ids of `cancelled` jobs, `traceparents`."""
        state: dict[str, Any] = self._ask("GET", "/_state")
        return state

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        answer = httpx.request(method, self.url + path, json=body, timeout=60, trust_env=False)
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextlib.contextmanager
def fake_upstream(mode: str = "fail", **options: Any) -> Iterator[FakeUpstream]:
    """Run an upstream. Options are the command's own; `state` names the file of its charges."""
    with contextlib.ExitStack() as stack:
        if "state" not in options:
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            options["state"] = Path(folder) / "charges.jsonl"
        process = stack.enter_context(_started(["--mode", mode, *_arguments(options)]))
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line.startswith(READY):
            raise RuntimeError(f"the fake upstream did not start: {line!r}")
        yield FakeUpstream(line.removeprefix(READY).strip(), process)


@contextlib.contextmanager
def _started(arguments: list[str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.paid_upstream_server", *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield process
    finally:
        process.stdin.close()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _arguments(options: dict[str, Any]) -> list[str]:
    arguments: list[str] = []
    for name, value in options.items():
        flag = f"--{name.replace('_', '-')}"
        if value is True:
            arguments.append(flag)
        elif value is not False and value is not None:
            text = json.dumps(value) if isinstance(value, (dict, list)) else str(value)
            arguments += [flag, text]
    return arguments
