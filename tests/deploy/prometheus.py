"""A real Prometheus on loopback, started and ended by the test that uses it."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

TIMEOUT = 60.0  # seconds; a bound for what should take a moment
PROGRAMS = ("prometheus", "promtool")
needs_prometheus = pytest.mark.skipif(
    any(shutil.which(program) is None for program in PROGRAMS),
    reason="prometheus or promtool is missing; scripts/install_services.sh installs them",
)


def promtool(*arguments: object, given: str | None = None) -> str:
    """Run promtool; return what it prints. It must be content."""
    done = subprocess.run(
        ["promtool", *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Prometheus:
    """A running one."""

    def __init__(self, url: str) -> None:
        self._client = httpx.Client(base_url=url, trust_env=False, timeout=30)

    def ask(self, path: str, **parameters: str) -> Any:
        response = self._client.get(f"/api/v1/{path}", params=parameters)
        body = response.json()
        assert body["status"] == "success", body
        return body["data"]

    def query(self, expression: str) -> list[dict[str, Any]]:
        """Return the series that an expression has now, with their values."""
        found = self.ask("query", query=expression)
        return found["result"] if found["resultType"] == "vector" else [found]

    def wait_for(self, expression: str, holds: Callable[[list[dict[str, Any]]], bool]) -> None:
        """Wait until the series of an expression are as they shall be."""
        deadline = time.monotonic() + TIMEOUT
        while not holds(found := self.query(expression)):
            assert time.monotonic() < deadline, (expression, found)
            time.sleep(0.1)

    def is_ready(self) -> bool:
        with contextlib.suppress(httpx.TransportError):
            return self._client.get("/-/ready").status_code == 200
        return False

    def close(self) -> None:
        self._client.close()


@contextlib.contextmanager
def prometheus(
    folder: Path, jobs: Mapping[str, list[str]], rules: Path, token: str
) -> Iterator[Prometheus]:
    """Run one that scrapes URLs every half second, by the names of their jobs."""
    config = folder / "prometheus.yml"
    config.write_text(
        yaml.safe_dump(
            {
                "global": {"scrape_interval": "500ms", "evaluation_interval": "500ms"},
                "rule_files": [str(rules)],
                "scrape_configs": [
                    {
                        "job_name": name,
                        "authorization": {"credentials": token},
                        "static_configs": [{"targets": [urlsplit(url).netloc for url in urls]}],
                    }
                    for name, urls in jobs.items()
                ],
            }
        )
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [
                "prometheus",
                f"--config.file={config}",
                f"--storage.tsdb.path={folder / 'data'}",
                f"--web.listen-address={address}",
            ],
            stdout=log,
            stderr=log,
        )
    running = Prometheus(f"http://{address}")
    try:
        deadline = time.monotonic() + TIMEOUT
        while not running.is_ready():
            assert process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < deadline, (folder / "log").read_text()
            time.sleep(0.05)
        yield running
    finally:
        running.close()
        process.terminate()
        process.wait(TIMEOUT)
