"""The process that services are forked from: it has imported everything, so each starts at once.

    python -m tests.chaos.fork_server

Each line of its input is a JSON command with a one-line answer: `{"start": …}` forks a service and
returns its `pid`, `{"wait": pid}` reaps one and returns its `code`, negative for a signal. When its
input ends, it kills what still runs.
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import sys
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette

from rushes.catalog.model import load_catalog
from rushes.http import app as http
from rushes.server import serve
from rushes.settings import Settings
from tests.chaos import instants, kinds

APPEND = os.O_WRONLY | os.O_CREAT | os.O_APPEND
LOOK_INTERVAL = 0.002  # seconds between looks whether a service has ended


def warm_up() -> None:
    """Load once what every start would load again; the OpenAPI document is nobody's concern."""
    load_catalog()
    uvicorn.Config(Starlette(), lifespan="on").load()
    http.openapi = lambda *_, **__: {}  # type: ignore[attr-defined]


def fork(command: dict[str, Any]) -> int:
    """Fork a service; return its process id."""
    sys.stdout.flush()
    if pid := os.fork():
        return pid
    try:
        run(command)
    finally:
        os._exit(1)


def run(command: dict[str, Any]) -> None:
    """Be the service, from its settings on: what `rushes serve` does, without its greeting."""
    nothing, log = os.open(os.devnull, os.O_RDWR), os.open(command["log"], APPEND, 0o600)
    for descriptor, target in ((nothing, 0), (nothing, 1), (log, 2)):
        os.dup2(descriptor, target)
    os.environ.update(command["environment"])
    if command["three_kinds"]:
        kinds.arrange(short_outages=command["short_outages"])
    if command["hurried"]:
        instants.hurry()
    if command["kill_at"] or command["journal"]:
        instants.watch(command["kill_at"], command["journal"])
    try:
        serve(Settings(port=command["port"], data_dir=Path(command["data_dir"])), lambda *_: None)
    except BaseException:
        sys.excepthook(*sys.exc_info())
        sys.stderr.flush()
        raise


def reap(pid: int) -> int:
    """Return the exit code of a service that has ended; kill it if nobody asks any more."""
    while True:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if select.select([0], [], [], LOOK_INTERVAL)[0]:  # the parent has gone
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return -signal.SIGKILL


def main() -> None:
    warm_up()
    living: set[int] = set()
    for line in sys.stdin:
        command = json.loads(line)
        if "start" in command:
            answer = {"pid": fork(command["start"])}
            living.add(answer["pid"])
        else:
            answer = {"code": reap(command["wait"])}
            living.discard(command["wait"])
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()
    for pid in living:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
