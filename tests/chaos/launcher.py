"""Start and kill services: forked from a warm process, or each by the command."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.chaos.tables import Tables

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 60.0  # seconds
LOOK_INTERVAL = 0.004  # seconds between looks whether a service listens
# Below the range that outgoing connections are numbered from: a client that connects again and
# again to a port where nobody listens would otherwise meet itself there one day.
PORTS = range(20_000, 32_000)


class StartError(Exception):
    """Tell that a service did not start, or ended by itself; the text is the end of its log."""


@dataclass(frozen=True)
class Plan:
    """How services are started: where they listen and keep things, and what is set for them.

    `hurried` ones make shorter pauses, and with `three_kinds` all providers make one model, whose
    accounts are out for seconds where they would be for minutes; only the fork server can do that.
    """

    port: int
    data_dir: Path
    log: Path
    environment: Mapping[str, str]
    hurried: bool = False
    three_kinds: bool = False
    short_outages: bool = True

    @property
    def tables(self) -> Tables:
        """Return the tables of these services."""
        return Tables(self.data_dir, self.environment.get("RUSHES_DATABASE_URL", ""))


class Launcher(Protocol):
    """Start processes of the service."""

    async def start(self, plan: Plan, *, kill_at: str = "", journal: Path | None = None) -> int:
        """Start a service; return its process id, before it listens."""

    async def reap(self, pid: int) -> int:
        """Wait for the end of a service; return its exit code, negative for a signal."""


class ForkServer:
    """Fork services from one process that has imported them."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._turn = asyncio.Lock()

    async def start(self, plan: Plan, *, kill_at: str = "", journal: Path | None = None) -> int:
        """Start a service that kills itself at an instant, or keeps a journal of its instants."""
        command = {
            "port": plan.port,
            "data_dir": str(plan.data_dir),
            "log": str(plan.log),
            "environment": dict(plan.environment),
            "hurried": plan.hurried,
            "three_kinds": plan.three_kinds,
            "short_outages": plan.short_outages,
            "kill_at": kill_at,
            "journal": str(journal) if journal else "",
        }
        return int((await self._ask({"start": command}))["pid"])

    async def reap(self, pid: int) -> int:
        """Wait for the end of a service; return its exit code."""
        return int((await self._ask({"wait": pid}))["code"])

    async def _ask(self, command: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        async with self._turn:
            self._process.stdin.write(json.dumps(command).encode() + b"\n")
            line = await self._process.stdout.readline()
        if not line:
            raise StartError("the process that services are forked from has ended")
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextlib.asynccontextmanager
async def fork_server() -> AsyncIterator[ForkServer]:
    """Run a process to fork services from, for as long as the block lasts."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.chaos.fork_server", cwd=ROOT, stdin=PIPE, stdout=PIPE
    )
    try:
        yield ForkServer(process)
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()


class Command:
    """Run `rushes serve`, each time from nothing."""

    def __init__(self) -> None:
        self._processes: dict[int, Process] = {}

    async def start(self, plan: Plan, *, kill_at: str = "", journal: Path | None = None) -> int:
        """Start a service; instants are not known here."""
        if kill_at or journal or plan.hurried or plan.three_kinds:
            raise ValueError("only services of the fork server can be arranged")
        with plan.log.open("ab") as log:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "rushes", "serve"),
                *("--port", str(plan.port), "--data-dir", str(plan.data_dir)),
                cwd=ROOT,
                env={**os.environ, **plan.environment},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        self._processes[process.pid] = process
        return process.pid

    async def reap(self, pid: int) -> int:
        """Wait for the end of a service; return its exit code."""
        return await self._processes.pop(pid).wait()


class Run:
    """One life of a service, from its start to its kill."""

    def __init__(self, launcher: Launcher, plan: Plan, pid: int) -> None:
        self._launcher = launcher
        self._plan = plan
        self._pid = pid
        self._end = asyncio.create_task(launcher.reap(pid))
        self._stopped = False

    @classmethod
    async def begin(cls, launcher: Launcher, plan: Plan, **options: Any) -> Run:
        """Start a service."""
        return cls(launcher, plan, await launcher.start(plan, **options))

    async def ready(self) -> None:
        """Wait until it listens; raise StartError when it ends instead."""
        looking = asyncio.create_task(self._listening())
        try:
            await asyncio.wait(
                {looking, self._end}, timeout=LONGEST_START, return_when=asyncio.FIRST_COMPLETED
            )
            if not looking.done():
                raise StartError(self._plan.log.read_text("utf-8", "replace")[-2000:])
        finally:
            looking.cancel()

    async def _listening(self) -> None:
        while not await self.listens():
            await asyncio.sleep(LOOK_INTERVAL)

    async def listens(self) -> bool:
        """Tell whether it listens already."""
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self._plan.port)
        except OSError:
            return False
        writer.close()
        return True

    async def died(self, within: float) -> int | None:
        """Wait for its end by itself; return its exit code, None if it still runs after a time."""
        done, _ = await asyncio.wait({self._end}, timeout=within)
        return self._end.result() if done else None

    async def stop(self) -> None:
        """Stop it by SIGTERM, so that what it is in the middle of still takes place."""
        self._stopped = True
        os.kill(self._pid, signal.SIGTERM)
        await self._end

    async def kill(self) -> None:
        """Kill it, now."""
        if not self._end.done():
            os.kill(self._pid, signal.SIGKILL)
        code = await self._end
        if code != -signal.SIGKILL and not self._stopped:
            log = self._plan.log.read_text("utf-8", "replace")[-2000:]
            raise StartError(f"the service ended by itself, with {code}: {log}")


def free_port() -> int:
    """Return a port that is free now, and that no client is given by chance."""
    candidates = random.SystemRandom()
    while True:
        port = candidates.choice(PORTS)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
