"""Tests pass whatever they inherit: they are run once more under all that may be inherited."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.cli.test_commands import LONGEST
from tests.isolation import KNOWN, ROOT

HOSTILE = dict.fromkeys(("HTTP_PROXY", "https_proxy", "all_proxy"), "http://127.0.0.1:9") | {
    "AWS_PROFILE": "nobody",
    "CI": "true",
    "COLUMNS": "20",
    "FORCE_COLOR": "1",
    "HOME": "/nonexistent",
    "LANG": "de_DE.ISO-8859-1",
    "LANGUAGE": "tr:de",
    "LINES": "3",
    "NO_COLOR": "1",
    "OPENROUTER_API_KEY": "another",
    "OPENROUTER_BASE_URL": "http://127.0.0.1:9",
    "PGHOST": "nowhere.invalid",
    "PYTHONASYNCIODEBUG": "1",
    "PYTHONIOENCODING": "latin-1",
    "PYTHONWARNINGS": "ignore",
    "RUSHES_API_KEYS": "odd",
    "RUSHES_PORT": "1",
    "SSL_CERT_FILE": "/nonexistent",
    "TERM": "dumb",
    "TZ": "Asia/Kathmandu",
    "WEB_CONCURRENCY": "4",
    "XDG_CACHE_HOME": "/nonexistent",
}
# Run a command with signals ignored and blocked, few open files, and no standard input.
LAUNCHER = """
import os, resource, signal, sys

signals = {signal.SIGINT, signal.SIGTERM, signal.SIGQUIT, signal.SIGCHLD, signal.SIGTSTP}
for number in signals:
    signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, signals)
resource.setrlimit(resource.RLIMIT_NOFILE, (256, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
os.umask(0o077)
os.close(0)
os.execv(sys.executable, [sys.executable, "-m", "pytest", *sys.argv[1:]])
"""
REPORT = """
import json, os, signal
ignored = {s.name for s in signal.valid_signals() if signal.getsignal(s) is signal.SIG_IGN}
blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ())
print(json.dumps([sorted(ignored - {"SIGHUP"}), sorted(blocked), os.umask(0), dict(os.environ)]))
"""


def run(*arguments, **environment):
    """Run pytest in hostile surroundings; return its output."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
    done = subprocess.run(
        [sys.executable, "-c", LAUNCHER, "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        env=kept | HOSTILE | environment,
        capture_output=True,
        text=True,
        encoding="latin-1",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("how", "language"),
    [(["-p", "no:xdist"], "C"), (["-n", "1"], "tr_TR.UTF-8")],
    ids=["alone", "distributed"],
)
def test_nothing_inherited_reaches_a_test(how, language):
    assert "2 passed" in run(*how, f"{__file__}::TestSurroundings", LC_ALL=language)


@pytest.mark.timeout(LONGEST)
def test_tests_pass_whatever_they_inherit():
    run(
        *("-p", "no:xdist", "-q"),
        "tests/cli/test_commands.py::test_an_interrupted_job_is_kept_and_resumed",
        "tests/cli/test_commands.py::test_a_running_service_is_found_through_its_data_folder",
        "tests/cli/test_commands.py::test_json_is_one_object_and_nothing_else",
        "tests/cli/test_commands.py::test_a_prompt_cannot_command_the_terminal",
        "tests/cli/test_commands.py::test_the_file_is_named_after_the_prompt_and_never_overwritten",
        "tests/hosts/test_queue.py::test_the_command_works_until_it_is_interrupted",
        "tests/http/test_downloads.py::test_a_signed_link_gives_the_video_without_a_key",
        "tests/storage/test_local.py",
        "tests/sdk/test_progress_bar.py",
        "tests/store/test_sqlite.py",
        LC_ALL="tr_TR.UTF-8",
    )


class TestSurroundings:
    """What a test and a process that it starts find, however the run was started."""

    def test_of_a_test(self):
        found = {*HOSTILE, "PYTHONPATH"} & set(os.environ) - {"HOME"}
        assert found <= set(KNOWN)
        assert {name: os.environ[name] for name in found} == {name: KNOWN[name] for name in found}
        assert Path.home().name.startswith("rushes-home-")
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
        assert signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL
        assert time.tzname == ("UTC", "UTC")
        assert httpx.Client()._mounts == {}
        os.umask(was := os.umask(0))
        assert was == 0o022

    def test_of_a_process(self):
        done = subprocess.run([sys.executable, "-c", REPORT], capture_output=True, check=True)
        *rest, environment = json.loads(done.stdout)
        assert rest == [["SIGPIPE", "SIGXFSZ"], [], 0o022]
        assert environment == dict(os.environ)
