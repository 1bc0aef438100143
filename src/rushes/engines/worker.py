"""The process that renders: `python -m rushes.engines.worker [--instant]`.

It reads commands and writes events, each a line of JSON.

Commands on standard input:
    {"do": "render", "job": id, "request": {...}, "target": path, "threads": n,
     "cache": bytes}
    {"do": "cancel", "job": id}
    {"do": "warm"}
Events on standard output:
    {"event": "ready"}, {"event": "warm"} when all kernels are loaded,
    {"event": "decoding", "job": id, "picture": name} before each input picture, and each step
        through an input video or sound,
    {"event": "progress", "job": id, "fraction": 0..1},
    {"event": "done", "job": id, "report": {...}}, {"event": "cancelled", "job": id},
    {"event": "failed", "job": id, "fault": fault, "error": type, "message": text, ...}

The fault is "request", and then the message is for the caller; "system" with an "errno", which may
pass; "memory", which may pass too; or "internal". Other messages and "detail" are for the log.

With `--instant` it is ready for instant requests at once, and loads the renderer only for others.
A request's files are given as paths. When standard input ends, the parent is gone: the worker
deletes the file it was writing and exits.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rushes.engines.cache_folder import cache_root
from rushes.engines.decode_limits import SIGNAL, decode_limits
from rushes.engines.hold import stage_hold
from rushes.engines.request import (
    FILE_LISTS,
    FILES,
    RenderCancelled,
    RenderReport,
    RenderRequest,
    UnusableRequestError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

PROGRESS_SECONDS = 0.2
NICENESS = 5  # the service itself stays responsive
_OPENCV_NO_MEMORY = -4
_GRACE_SECONDS = 0.5  # for a render to stop by itself when the parent is gone

Message = dict[str, Any]


def main() -> None:
    out = _private_output()
    # The parent decides when a worker ends; an interrupt from the terminal reaches it too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # An exit, so that the file being written is deleted.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # Blocked and ignored signals are inherited.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {SIGNAL})
    instant = "--instant" in sys.argv
    if hasattr(os, "nice") and not instant:
        os.nice(NICENESS)
    worker = Worker(out)
    worker.serve(sys.stdin, worker.load_instant if instant else _renderer)


class Worker:
    """Renders one job at a time on the main thread while another thread reads commands."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._write = threading.Lock()
        self._changed = threading.Condition()
        self._jobs: deque[Message] = deque()
        self._warm_up: Iterator[None] | None = None
        self._cancelled: set[str] = set()
        self._parent_gone = False
        self._part: Path | None = None
        self._idle = threading.Event()
        self._idle.set()

    def serve(self, commands: TextIO, preload: Callable[[], object]) -> None:
        """Carry out commands until they end; `preload` loads what most of them need."""
        threading.Thread(
            target=self._listen, args=(commands,), name="commands", daemon=True
        ).start()
        # After the thread has started: importing takes a second, and commands may come already.
        preload()
        self._emit({"event": "ready"})
        while True:
            with self._changed:
                while not (self._jobs or self._warm_up or self._parent_gone):
                    self._changed.wait()
                if self._parent_gone:
                    return
                # Jobs first: a scene that is not loaded yet only makes its first job slower.
                command = self._jobs.popleft() if self._jobs else None
                self._idle.clear()
            try:
                if command is not None:
                    self._render(command)
                elif self._warm_up is not None:
                    self._warm(self._warm_up)
            finally:
                self._idle.set()

    def load_instant(self) -> None:
        """Be ready for instant requests; one that waits already is the first that is made."""
        module = _instant_module()
        if not self._jobs:
            module.warm_up()

    def _listen(self, commands: TextIO) -> None:
        for line in commands:
            with contextlib.suppress(json.JSONDecodeError):
                self._accept(json.loads(line))
        self._exit()

    def _accept(self, command: Message) -> None:
        with self._changed:
            match command.get("do"):
                case "render":
                    self._jobs.append(command)
                case "cancel":
                    self._cancelled.add(command["job"])
                case "warm":
                    self._warm_up = _warm_up()
            self._changed.notify()

    def _exit(self) -> None:
        with self._changed:
            self._parent_gone = True
            self._changed.notify()
        self._idle.wait(_GRACE_SECONDS)
        if self._part is not None:
            with contextlib.suppress(OSError):
                self._part.unlink(missing_ok=True)
        # Not sys.exit: the main thread may be deep in compiled code and never notice.
        os._exit(0)

    def _render(self, command: Message) -> None:
        job, target = str(command["job"]), Path(command["target"])
        self._part = target.with_name(target.name + ".part")
        reported: float | None = None

        def cancelled() -> bool:
            return self._parent_gone or job in self._cancelled

        def progress(fraction: float) -> None:
            nonlocal reported
            now, first = time.monotonic(), reported is None
            if reported is None or now - reported >= PROGRESS_SECONDS:
                reported = now
                self._emit({"event": "progress", "job": job, "fraction": round(fraction, 4)})
            if first:
                reach("first-frame")
            if fraction >= 1.0:
                reach("last-frame")

        @contextlib.contextmanager
        def decoding(picture: str) -> Iterator[None]:
            self._emit({"event": "decoding", "job": job, "picture": picture})
            reach("decoding")
            with decode_limits():
                yield

        reach = stage_hold(cancelled)
        try:
            reach("started")
            if cancelled():
                raise RenderCancelled
            request = _request(command["request"])
            make = _instant_module().render if request.instant else _cached_render(command)
            report = make(request, target, progress, cancelled=cancelled, decoding=decoding)
        except RenderCancelled:
            self._emit({"event": "cancelled", "job": job})
        except Exception as error:  # noqa: BLE001 - the parent must hear of every failure
            self._emit({"event": "failed", "job": job, **_fault(error)})
        else:
            self._emit({"event": "done", "job": job, "report": asdict(report)})
        finally:
            self._part = None
            self._cancelled.discard(job)

    def _warm(self, steps: Iterator[None]) -> None:
        try:
            next(steps)
        except StopIteration:
            self._emit({"event": "warm"})
        except Exception:  # noqa: BLE001 - a job that needs the kernel fails with the same error
            traceback.print_exc()
        else:
            return
        with self._changed:
            self._warm_up = None

    def _emit(self, event: Message) -> None:
        line = json.dumps(event, separators=(",", ":"))
        # A parent that is gone cannot read; the end of standard input ends this process then.
        with self._write, contextlib.suppress(OSError):
            self._out.write(line + "\n")
            self._out.flush()


def _cached_render(command: Message) -> Callable[..., RenderReport]:
    """Return the function that renders, or copies an identical render; it caches what is new."""
    from rushes.engines.render_cache import RenderCache  # noqa: PLC0415 - not for instant ones

    renders = RenderCache(cache_root() / "renders", int(command.get("cache", 0)))

    def render(request: RenderRequest, target: Path, *args: Any, **options: Any) -> RenderReport:
        report = renders.copy(request, target)
        if report is None:
            threads = int(command["threads"])
            made: RenderReport = _renderer().render(
                request, target, *args, threads=threads, **options
            )
            renders.keep(request, target, made)
            return made
        return report

    return render


def _fault(error: Exception) -> Message:
    """Return what the parent has to know of a failure."""
    fault: Message = {"error": type(error).__name__, "message": str(error)}
    if isinstance(error, UnusableRequestError):
        cause = error.__cause__
        detail = "" if cause is None else f"{type(cause).__name__}: {cause}"
        return {**fault, "fault": "request", "detail": detail}
    detail = "".join(traceback.format_exception(error))
    if isinstance(error, OSError) and error.errno is not None:
        return {**fault, "fault": "system", "errno": error.errno, "detail": detail}
    # OpenCV has an exception of its own for all its errors.
    memory = isinstance(error, MemoryError) or getattr(error, "code", None) == _OPENCV_NO_MEMORY
    return {**fault, "fault": "memory" if memory else "internal", "detail": detail}


def _private_output() -> TextIO:
    """Keep standard output for events; what libraries print goes to standard error."""
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "w", encoding="utf-8")


@cache
def _instant_module() -> ModuleType:
    return importlib.import_module("rushes.engines.instant")


@cache
def _renderer() -> ModuleType:
    return importlib.import_module("rushes.engines.render")


def _warm_up() -> Iterator[None]:
    """Load one kernel per step; a job that comes waits for one at most."""
    yield from _renderer().load_kernels()


def _request(fields: Message) -> RenderRequest:
    """Build the request, reading its files from their paths."""
    files: Message = {
        name: Path(fields[name]).read_bytes() if fields.get(name) else None for name in FILES
    }
    for name in FILE_LISTS:
        files[name] = tuple(Path(path).read_bytes() for path in fields.get(name, ()))
    return RenderRequest(**{**fields, **files})


if __name__ == "__main__":
    main()
