"""One worker process seen from the service: start it, give it a job, hear what comes of it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from collections import deque
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from rushes.engines.request import RenderRequest

EXIT_SECONDS = 3.0  # for a worker to exit by itself before it is killed
_FINAL_EVENTS = frozenset({"done", "failed", "cancelled"})
_LAST_WORDS = 12  # lines of standard error kept


class WorkerCrashedError(Exception):
    """Raise when a worker process ended in the middle of a job."""


class WorkerProcess:
    """Talk to one worker process; made with `start`, ended with `close`."""

    def __init__(self, process: asyncio.subprocess.Process, threads: int) -> None:
        self._process = process
        self._threads = threads
        self._events: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._words: deque[str] = deque(maxlen=_LAST_WORDS)
        self._readers = (
            asyncio.create_task(self._read_events()),
            asyncio.create_task(self._read_words()),
        )

    @classmethod
    async def start(
        cls, threads: int, cache_dir: Path | None, *, lowly: bool = False
    ) -> WorkerProcess:
        """Start a worker process; it can take orders at once.

        A `lowly` one runs only when the processor has nothing better to do. Raises OSError if no
        process can be started.
        """
        environment = dict(os.environ)
        if cache_dir is not None:
            environment["RUSHES_CACHE_DIR"] = str(cache_dir)
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "rushes.engines.worker",
            *(["--lowly"] if lowly else []),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=environment,
        )
        return cls(process, threads)

    @property
    def alive(self) -> bool:
        """Return whether the process still runs and listens."""
        return self._process.returncode is None and not self._readers[0].done()

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._process.pid

    async def preload(self) -> None:
        """Let the worker make all scenes ready between its jobs."""
        await self._send({"do": "warm"})

    async def warm(self) -> bool:
        """Make all scenes ready; return whether the worker lived through it.

        For a worker that has no jobs.
        """
        await self.preload()
        while (event := await self._events.get()) is not None:
            if event.get("event") == "warm":
                return True
        return False

    async def cancel(self, job: str) -> None:
        """Ask the worker to stop a job."""
        await self._send({"do": "cancel", "job": job})

    def kill(self) -> None:
        """End the process at once."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()

    async def render(
        self, job: str, request: RenderRequest, pictures: list[Path], target: Path
    ) -> AsyncIterator[dict[str, Any]]:
        """Give the worker a job and yield its events up to the final one.

        `job` is a name never used before with this worker, so that a late order to cancel an
        earlier attempt cannot hit this one.
        `pictures` holds the files of the request's pictures in the order first frame, last frame,
        references. Raises WorkerCrashedError if the process ends first.
        """
        order = {
            "do": "render",
            "job": job,
            "request": _fields(request, pictures),
            "target": str(target),
            "threads": self._threads,
        }
        self._words.clear()
        await self._send(order)
        while True:
            event = await self._events.get()
            if event is None:
                raise WorkerCrashedError(await self._obituary())
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

    async def _send(self, order: dict[str, Any]) -> None:
        stdin = self._process.stdin
        # A worker that has died says so by the end of its output, not by what it was last told.
        with contextlib.suppress(ConnectionError, RuntimeError):
            if stdin is not None:
                stdin.write(json.dumps(order).encode() + b"\n")
                await stdin.drain()

    async def _read_events(self) -> None:
        stdout = self._process.stdout
        try:
            while stdout is not None and (line := await stdout.readline()):
                with contextlib.suppress(ValueError):
                    self._events.put_nowait(json.loads(line))
        finally:
            self._events.put_nowait(None)

    async def _read_words(self) -> None:
        stderr = self._process.stderr
        while stderr is not None and (chunk := await stderr.read(8192)):
            self._words.extend(chunk.decode(errors="replace").splitlines())

    async def _obituary(self) -> str:
        code = await self._process.wait()
        await self._readers[1]
        how = f"killed by signal {-code}" if code < 0 else f"exit status {code}"
        words = next((word for word in reversed(self._words) if word.strip()), "")
        return f"{how}: {words}" if words else how


def _fields(request: RenderRequest, pictures: list[Path]) -> dict[str, Any]:
    """Return the request as JSON values, its pictures by path."""
    paths = [str(path) for path in pictures]
    fields = asdict(request)
    fields["first_frame"] = paths.pop(0) if request.first_frame is not None else None
    fields["last_frame"] = paths.pop(0) if request.last_frame is not None else None
    fields["references"] = paths
    return fields
