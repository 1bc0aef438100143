"""The service's side of one worker process: start it, send it jobs, read its events."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rushes.engines.hold import VARIABLE as HOLD_VARIABLE
from rushes.engines.request import FILE_LISTS, FILES

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from rushes.engines.request import RenderRequest

EXIT_SECONDS = 3.0  # for a worker to exit by itself before it is killed
_FINAL_EVENTS = frozenset({"done", "failed", "cancelled"})
_STDERR_LINES = 12


# Of the service's environment, what a worker needs. It decodes pictures of strangers, and the rest
# may hold API keys and secrets.
_ENVIRONMENT = {
    *("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "TEMP", "TMP", "TZ", "LANG", "LANGUAGE"),
    *("LD_LIBRARY_PATH", "LD_PRELOAD", "VIRTUAL_ENV", "XDG_CACHE_HOME", "SYSTEMROOT"),
    *("RUSHES_CACHE_DIR", HOLD_VARIABLE),
}
_ENVIRONMENT_PREFIXES = ("LC_", "PYTHON", "OMP_", "OPENBLAS_", "MKL_", "MALLOC_", "DYLD_")


class WorkerCrashedError(Exception):
    """A worker process ended in the middle of a job; `signal` is the one that ended it, if any."""

    def __init__(self, reason: str, signal: int | None) -> None:
        super().__init__(reason)
        self.signal = signal


class WorkerProcess:
    """A running worker. Create it with `start`, end it with `close`."""

    def __init__(
        self, process: asyncio.subprocess.Process, threads: int, render_cache_bytes: int
    ) -> None:
        self._process = process
        self._threads = threads
        self._render_cache_bytes = render_cache_bytes
        self._events: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._stderr_tail: deque[str] = deque(maxlen=_STDERR_LINES)
        # Both pipes are always read: a worker would block on a full one.
        self._readers = (
            asyncio.create_task(self._read_events()),
            asyncio.create_task(self._read_stderr()),
        )

    @classmethod
    async def start(
        cls,
        threads: int,
        cache_dir: Path | None,
        *,
        instant: bool = False,
        render_cache_bytes: int = 0,
    ) -> WorkerProcess:
        """Start a process that accepts commands at once.

        With `instant` it is ready for instant requests sooner than for others. It keeps up to
        `render_cache_bytes` of renders to copy them. Raises OSError if no process can be started.
        """
        environment = worker_environment()
        if cache_dir is not None:
            environment["RUSHES_CACHE_DIR"] = str(cache_dir)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "rushes.engines.worker",
            *(["--instant"] if instant else []),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
        )
        return cls(process, threads, render_cache_bytes)

    @property
    def alive(self) -> bool:
        # The pipe closes before the process is reaped, so a crash shows there first.
        return self._process.returncode is None and not self._readers[0].done()

    async def preload(self) -> None:
        """Ask the worker to load all kernels between its jobs."""
        await self._send({"do": "warm"})

    async def cancel(self, job: str) -> None:
        await self._send({"do": "cancel", "job": job})

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def render(
        self, job: str, request: RenderRequest, files: list[Path], target: Path
    ) -> AsyncIterator[dict[str, Any]]:
        """Send a job and yield its events up to the final one.

        `job` must be new to this worker, so that a late cancel of an earlier attempt cannot hit
        this one. `files` are those of the request, in the order of `given_files`. Raises
        WorkerCrashedError if the process ends first.
        """
        command = {
            "do": "render",
            "job": job,
            "request": _fields(request, files),
            "target": str(target),
            "threads": self._threads,
            "cache": self._render_cache_bytes,
        }
        self._stderr_tail.clear()
        await self._send(command)
        while True:
            event = await self._events.get()
            if event is None:
                raise await self._crash()
            if event.get("job") == job:
                yield event
                if event["event"] in _FINAL_EVENTS:
                    return

    async def close(self) -> None:
        """End the process: it exits when its input ends, and is killed if it does not."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            async with asyncio.timeout(EXIT_SECONDS):
                await self._process.wait()
        except TimeoutError:
            self.kill()
            await self._process.wait()
        finally:
            await asyncio.gather(*self._readers, return_exceptions=True)

    async def _send(self, command: dict[str, Any]) -> None:
        stdin = self._process.stdin
        # A crash is reported once, by the end of the worker's output, not by a failed write.
        with contextlib.suppress(ConnectionError, RuntimeError):
            if stdin is not None:
                stdin.write(json.dumps(command).encode() + b"\n")
                await stdin.drain()

    async def _read_events(self) -> None:
        stdout = self._process.stdout
        try:
            while stdout is not None and (line := await stdout.readline()):
                # A worker that is killed may leave half a line.
                with contextlib.suppress(ValueError):
                    self._events.put_nowait(json.loads(line))
        finally:
            self._events.put_nowait(None)

    async def _read_stderr(self) -> None:
        stderr = self._process.stderr
        while stderr is not None and (chunk := await stderr.read(8192)):
            self._stderr_tail.extend(chunk.decode(errors="replace").splitlines())

    async def _crash(self) -> WorkerCrashedError:
        code = await self._process.wait()
        await self._readers[1]
        reason = f"killed by signal {-code}" if code < 0 else f"exit status {code}"
        last = next((line for line in reversed(self._stderr_tail) if line.strip()), "")
        return WorkerCrashedError(
            f"{reason}: {last}" if last else reason, -code if code < 0 else None
        )


def worker_environment() -> dict[str, str]:
    return {
        name: value
        for name, value in os.environ.items()
        if name in _ENVIRONMENT or name.startswith(_ENVIRONMENT_PREFIXES)
    }


def _fields(request: RenderRequest, files: list[Path]) -> dict[str, Any]:
    """Return the request as JSON values, with the paths of its files."""
    paths = [str(path) for path in files]
    fields = asdict(request)
    for name in FILES:
        fields[name] = None if getattr(request, name) is None else paths.pop(0)
    for name in FILE_LISTS:
        fields[name] = [paths.pop(0) for _ in getattr(request, name)]
    return fields
