"""SIGHUP at an API and at a worker of one database: jobs go on, and new accounts get new ones."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys

import pytest

from tests.fakes.paid_upstream import fake_upstream
from tests.isolation import ROOT
from tests.reloaded import FIRST, LONGEST, OPEN, accounts, charged, keys, service, status
from tests.service import drained

pytestmark = pytest.mark.timeout(LONGEST)


@contextlib.contextmanager
def worker(folder, **environment):
    """Run `rushes worker` on the configuration of a service; give it and its lines."""
    options = ("--data-dir", folder / "data", "--config", folder / "rushes.toml")
    with subprocess.Popen(
        [sys.executable, "-m", "rushes", "worker", *map(str, options)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def line_with(process, text):
    return next(line for line in process.stderr if text in line)


def test_jobs_go_on_while_accounts_change(postgres_url, tmp_path):
    environment = {"RUSHES_DATABASE_URL": postgres_url, "RUSHES_URL_SECRET": "a-secret-0123"}
    with (
        fake_upstream(render=1000) as upstream,
        service(
            tmp_path, keys(FIRST) + accounts(upstream, "main"), "--no-worker", **environment
        ) as api,
        worker(tmp_path, **environment) as working,
    ):
        accepted = api.submit()
        charged(upstream, 1)
        queued = api.submit()

        text = keys(FIRST) + accounts(upstream, "spare")
        line = api.reload(text)
        assert "accounts added openrouter/spare; accounts removed openrouter/main" in line
        working.send_signal(signal.SIGHUP)
        assert "accounts added openrouter/spare" in line_with(working, " reloaded")
        later = api.submit()
        charged(upstream, 2)

        with drained(working):
            upstream.release("")
            charged(upstream, 3)
            upstream.release("")
            makers = {}
            for job_id in (accepted, queued, later):
                ended = api.poll_until(job_id, lambda answer: status(answer) not in OPEN)
                assert status(ended) == "completed", ended.text
                makers[job_id] = ended.headers["X-Provider-Name"]
            assert makers[accepted] == "OpenRouter (main)"
            assert makers[queued] == makers[later] == "OpenRouter (spare)"
        assert len(upstream.charges()) == 3


def test_a_worker_keeps_its_configuration_if_the_new_one_is_unusable(postgres_url, tmp_path):
    environment = {"RUSHES_DATABASE_URL": postgres_url}
    (tmp_path / "rushes.toml").write_text("worker_jobs = 3\n")
    with worker(tmp_path, **environment) as working:
        line_with(working, "Worker started")  # a SIGHUP counts from here on, though it still starts
        for text, expected in (
            ("worker_jbos = 3\n", "configuration not reloaded, the present one stays: "),
            ("worker_jobs = 4\n", "worker_jobs has changed too, which needs a restart"),
            ('routing = "cheapest"\nworker_jobs = 3\n', "changed routing"),
        ):
            (tmp_path / "rushes.toml").write_text(text)
            working.send_signal(signal.SIGHUP)
            assert expected in line_with(working, " reloaded")
        working.send_signal(signal.SIGTERM)
        assert working.wait(LONGEST) == 0
