"""A request that comes to several API hosts because its answer was lost is one job."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.service import serve_process

REQUEST = {"model": "google/veo-3.1", "prompt": "A calm sea"}
HEADERS = {"Authorization": "Bearer any"}


@dataclass
class Api:
    """A process that serves the API, and no worker: what is admitted stays as it is."""

    process: subprocess.Popen[str]
    url: str = field(default="")

    def submit(self, timeout: float) -> httpx.Response:
        return httpx.post(f"{self.url}/videos", json=REQUEST, headers=HEADERS, timeout=timeout)

    def jobs(self) -> list[str]:
        answer = httpx.get(f"{self.url}/videos", headers=HEADERS, timeout=60)
        return [job["id"] for job in answer.json()["data"]]

    def struck(self) -> int:
        """Return the signal that it struck itself with."""
        _, status = os.waitpid(self.process.pid, os.WUNTRACED)
        return os.WSTOPSIG(status) if os.WIFSTOPPED(status) else os.WTERMSIG(status)

    def goes_on(self) -> None:
        self.process.send_signal(signal.SIGCONT)


@contextlib.contextmanager
def api(url: str, folder: Path, instant: str = "never") -> Iterator[Api]:
    environment = {"RUSHES_DATABASE_URL": url, "RUSHES_URL_SECRET": "secret"}
    program = ("-m", "tests.hosts.api_process", instant)
    options = ("--no-worker", "--data-dir", folder)
    with serve_process(*options, program=program, **environment) as (process, base_url):
        yield Api(process, base_url)


@pytest.fixture
def other(postgres_url, tmp_path):
    with api(postgres_url, tmp_path / "other") as started:
        yield started


def test_a_host_killed_after_the_commit_leaves_its_job_to_the_retry(postgres_url, tmp_path, other):
    with api(postgres_url, tmp_path / "one", "killed after the commit") as one:
        with pytest.raises(httpx.TransportError):
            one.submit(60)
        assert one.struck() == signal.SIGKILL
    (made,) = other.jobs()
    again = other.submit(60)
    assert (again.status_code, again.json()["id"]) == (202, made)
    assert again.headers["idempotent-replayed"] == "true"
    another = other.submit(60)
    assert another.json()["id"] != made
    assert len(other.jobs()) == 2


@pytest.mark.parametrize(
    "instant", ["stopped before the transaction", "stopped in the transaction"]
)
def test_a_stalled_host_does_not_make_a_second_job(postgres_url, tmp_path, other, instant):
    with api(postgres_url, tmp_path / "one", instant) as one, ThreadPoolExecutor(1) as threads:
        first = threads.submit(one.submit, 5)
        assert one.struck() == signal.SIGSTOP
        assert isinstance(first.exception(), httpx.ReadTimeout)
        made = None
        while made is None:  # a host that holds the lock keeps the retry waiting for a while
            again = other.submit(60)
            assert again.status_code in {202, 503}
            made = again.json()["id"] if again.status_code == 202 else None
        one.goes_on()
        # It answers the next request, so it has done with the one before.
        assert httpx.get(f"{one.url}/videos/models", timeout=60).status_code == 200
        one.process.terminate()
        one.process.wait(60)
    assert other.jobs() == [made]


def test_identical_requests_at_two_hosts_that_are_both_answered_are_two_jobs(
    postgres_url, tmp_path, other
):
    with api(postgres_url, tmp_path / "one") as one, ThreadPoolExecutor(2) as threads:
        answers = [threads.submit(host.submit, 60) for host in (one, other) for _ in range(5)]
        ids = {answer.result().json()["id"] for answer in answers}
    assert len(ids) == 10
    assert set(other.jobs()) == ids
