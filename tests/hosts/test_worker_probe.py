"""A worker answers probes and Prometheus on a port of its own, also while its database is down."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time

import httpx
import pytest

from rushes.http.monitoring import listening
from rushes.settings import SettingError, Settings
from tests.isolation import ROOT
from tests.postgres import PostgresServer

TIMEOUT = 60.0  # seconds; a bound for what should take a moment


@contextlib.contextmanager
def worker(data_dir, database, *options, **environment):
    """Run `rushes worker`; give its process, and the URL of its probe."""
    command = ["-m", "rushes", "worker", "--data-dir", data_dir, "--metrics-port", "0", *options]
    with subprocess.Popen(
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        env={**os.environ, "RUSHES_DATABASE_URL": database, **environment},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            seen = []
            for line in process.stderr:
                seen.append(line)
                if found := re.search(r"Metrics (http\S+)/metrics", line):
                    break
            else:
                raise AssertionError("".join(seen))
            yield process, found[1]
        finally:
            process.kill()


def get(url, path, **headers):
    return httpx.get(f"{url}{path}", headers=headers, timeout=30, trust_env=False)


def until(holds, ask):
    deadline = time.monotonic() + TIMEOUT
    while not holds(response := ask()):
        assert time.monotonic() < deadline, response.text
        time.sleep(0.1)
    return response


def priority_of(process):
    """Return the policy of a process, and how nice it is."""
    return os.sched_getscheduler(process.pid), os.getpriority(os.PRIO_PROCESS, process.pid)


@pytest.fixture
def server():
    server = PostgresServer()
    yield server
    server.remove()


def test_a_worker_has_a_probe_and_ends_in_order(tmp_path, server):
    database = server.url(server.database(empty=True))
    settings = {"RUSHES_EMULATION": "instant", "RUSHES_CACHE_DIR": str(tmp_path / "cache")}
    with worker(tmp_path, database, **settings) as (process, url):
        ready = until(lambda r: r.status_code == 200, lambda: get(url, "/ready"))
        checks = ready.json()["checks"]
        assert set(checks) == {
            *("database", "migrations", "storage", "disk", "providers", "worker")
        }
        assert priority_of(process) == (os.SCHED_OTHER, min(os.nice(0) + 10, 19))
        assert get(url, "/health").json()["status"] == "ok"
        metrics = until(lambda r: "rushes_workers 1.0" in r.text, lambda: get(url, "/metrics"))
        assert "rushes_build_info{" in metrics.text
        assert 'role="worker"' in metrics.text
        assert get(url, "/metrics", Host="evil.example").status_code == 403
        assert get(url, "/api/v1/videos").status_code == 404

        server.stop("immediate")
        failed = until(
            lambda r: r.status_code == 503 and r.json()["checks"]["database"]["status"] == "failed",
            lambda: get(url, "/ready"),
        )
        assert server.password not in failed.text
        assert get(url, "/health").status_code == 200
        down = until(lambda r: "rushes_database_up 0.0" in r.text, lambda: get(url, "/metrics"))
        assert "rushes_workers" not in down.text
        server.start()
        until(lambda r: r.status_code == 200, lambda: get(url, "/ready"))

        process.send_signal(signal.SIGTERM)
        assert process.wait(TIMEOUT) == 0


@pytest.mark.parametrize(
    ("priority", "policy"), [("normal", "SCHED_OTHER"), ("idle", "SCHED_IDLE")]
)
def test_a_worker_runs_at_the_priority_that_it_is_given(tmp_path, server, priority, policy):
    database = server.url(server.database())
    with worker(tmp_path, database, "--priority", priority) as (process, _):
        assert priority_of(process) == (getattr(os, policy), os.nice(0))


async def test_beyond_this_machine_a_token_is_needed():
    async def app(scope, receive, send):
        raise AssertionError(scope)

    with pytest.raises(SettingError, match=r"metrics_host .*RUSHES_METRICS_TOKEN"):
        async with listening(app, Settings(metrics_host="0.0.0.0", metrics_port=0)):
            pass


async def test_a_port_that_is_in_use_is_named():
    async def app(scope, receive, send):
        raise AssertionError(scope)

    async with listening(app, Settings(metrics_port=0)) as url:
        port = int(url.rpartition(":")[2])
        with pytest.raises(SettingError, match=rf"metrics_port .*{port} on 127.0.0.1"):
            async with listening(app, Settings(metrics_port=port)):
                pass


def test_the_token_is_needed_once_it_is_set(tmp_path, server):
    database = server.url(server.database(empty=True))
    settings = {"RUSHES_EMULATION": "instant", "RUSHES_CACHE_DIR": str(tmp_path / "cache")}
    settings["RUSHES_METRICS_TOKEN"] = "a-token"
    with worker(tmp_path, database, "--metrics-host", "0.0.0.0", **settings) as (_, shown):
        url = shown.replace("0.0.0.0", "127.0.0.1")
        assert get(url, "/metrics").status_code == 401
        assert get(url, "/metrics", Authorization="Bearer wrong").status_code == 401
        assert get(url, "/metrics", Authorization="Bearer a-token").status_code == 200
        assert get(url, "/health").status_code == 200


def test_the_limits_of_metrics_are_those_of_the_last_reload(tmp_path, server):
    database = server.url(server.database(empty=True))
    config = tmp_path / "rushes.toml"
    config.write_text('spend_limit = "20/day"\nemulation = "instant"\n')
    with worker(tmp_path / "data", database, "--config", config) as (process, url):
        for limits in (("20/day",), ("5/day", "300/month")):
            config.write_text(f'spend_limit = "{", ".join(limits)}"\nemulation = "instant"\n')
            process.send_signal(signal.SIGHUP)
            shown = {
                f'rushes_spend_limit_usd{{period="{period}"}} {float(amount)}'
                for amount, period in (limit.split("/") for limit in limits)
            }
            until(
                lambda r, lines=shown: lines <= set(r.text.split("\n")),
                lambda: get(url, "/metrics"),
            )
