"""The process that renders: `python -m rushes.engines.worker [--lowly]`.

It takes orders and tells events, each a line of JSON.

Orders on standard input:
    {"do": "render", "job": id, "request": {...}, "target": path, "threads": n}
    {"do": "cancel", "job": id}
    {"do": "warm"}
Events on standard output:
    {"event": "ready"}, {"event": "warmed", "scene": name}, {"event": "warm"} after the last,
    {"event": "progress", "job": id, "share": 0..1},
    {"event": "done", "job": id, "report": {...}}, {"event": "cancelled", "job": id},
    {"event": "failed", "job": id, "error": type, "message": text}

A request's pictures are given as paths. When standard input ends, the parent is gone: the worker
removes what it was writing and exits.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import traceback
from collections import deque
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import platformdirs

from rushes.engines.hold import stage_hold

if TYPE_CHECKING:
    from types import ModuleType

PROGRESS_SECONDS = 0.2
NICENESS = 5  # the service itself stays responsive
LOWLY_NICENESS = 15
KERNELS_KEPT = 30 * 86400.0  # seconds
_GRACE_SECONDS = 0.5  # for a render to stop by itself when the parent is gone
_EXPECTED_ERRORS = frozenset({"ImageError", "ValueError"})  # the request's fault, not ours

Message = dict[str, Any]


def main() -> None:
    """Serve orders until standard input ends."""
    out = _private_output()
    # The parent decides when a worker ends; an interrupt from the terminal reaches it too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if hasattr(os, "nice"):
        os.nice(LOWLY_NICENESS if "--lowly" in sys.argv else NICENESS)
    # numba reads this once, when it is first imported, which the film module does.
    os.environ["NUMBA_CACHE_DIR"] = str(kernel_cache())
    Worker(out).serve(sys.stdin)


def kernel_cache() -> Path:
    """Return a writable folder for compiled kernels that fits these very sources.

    numba looks only at the file a kernel is in, not at those it calls into, so the folder's name
    is a hash of all of them. It lies in `RUSHES_CACHE_DIR`, else in the user's cache, else in a
    temporary place.
    """
    digest = hashlib.sha256()
    for source in sorted((Path(__file__).parent / "procedural").glob("*.py")):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    digest.update(f"{version('numba')} {sys.version}".encode())
    root = os.environ.get("RUSHES_CACHE_DIR") or platformdirs.user_cache_dir("rushes")
    folder = Path(root) / "kernels" / digest.hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        os.utime(folder)
        with tempfile.TemporaryFile(dir=folder):
            _forget_kernels(folder)
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="rushes-kernels-"))


def _forget_kernels(current: Path) -> None:
    """Remove the kernels of other versions that nobody has used for a month."""
    for folder in current.parent.iterdir():
        if folder != current and time.time() - folder.stat().st_mtime > KERNELS_KEPT:
            shutil.rmtree(folder, ignore_errors=True)


class Worker:
    """Render one job at a time on the main thread while another thread listens for orders."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._write = threading.Lock()
        self._orders = threading.Condition()
        self._jobs: deque[Message] = deque()
        self._cold: deque[str] = deque()
        self._cancelled: set[str] = set()
        self._orphaned = False
        self._part: Path | None = None
        self._idle = threading.Event()
        self._idle.set()

    def serve(self, orders: TextIO) -> None:
        """Carry out orders until they end."""
        threading.Thread(target=self._listen, args=(orders,), name="orders", daemon=True).start()
        film, scenes = _film_modules()
        self._emit({"event": "ready"})
        while True:
            with self._orders:
                while not (self._jobs or self._cold or self._orphaned):
                    self._orders.wait()
                if self._orphaned:
                    return
                order = self._jobs.popleft() if self._jobs else None
                scene = self._cold.popleft() if order is None else None
                self._idle.clear()
            try:
                if order is not None:
                    self._render(film, order)
                elif scene is not None:
                    self._warm(scenes, scene)
            finally:
                self._idle.set()

    def _listen(self, orders: TextIO) -> None:
        for line in orders:
            with contextlib.suppress(json.JSONDecodeError):
                self._take(json.loads(line))
        self._leave()

    def _take(self, order: Message) -> None:
        with self._orders:
            match order.get("do"):
                case "render":
                    self._jobs.append(order)
                case "cancel":
                    self._cancelled.add(order["job"])
                case "warm":
                    self._cold.extend(_scene_names())
            self._orders.notify()

    def _leave(self) -> None:
        """End the process now: nobody is left to render for."""
        with self._orders:
            self._orphaned = True
            self._orders.notify()
        self._idle.wait(_GRACE_SECONDS)
        if self._part is not None:
            with contextlib.suppress(OSError):
                self._part.unlink(missing_ok=True)
        os._exit(0)

    def _render(self, film: ModuleType, order: Message) -> None:
        job, target = str(order["job"]), Path(order["target"])
        self._part = target.with_name(target.name + ".part")
        told: float | None = None

        def cancelled() -> bool:
            return self._orphaned or job in self._cancelled

        def progress(share: float) -> None:
            nonlocal told
            now, first = time.monotonic(), told is None
            if told is None or now - told >= PROGRESS_SECONDS:
                told = now
                self._emit({"event": "progress", "job": job, "share": round(share, 4)})
            if first:
                reach("first-frame")
            if share >= 1.0:
                reach("last-frame")

        reach = stage_hold(cancelled)
        try:
            reach("started")
            if cancelled():
                raise film.RenderCancelled
            request = _request(film, order["request"])
            report = film.render(request, target, progress, int(order["threads"]), cancelled)
        except film.RenderCancelled:
            self._emit({"event": "cancelled", "job": job})
        except Exception as error:  # noqa: BLE001 - whatever it was, the parent must be told
            kind, message = type(error).__name__, str(error) or type(error).__name__
            if kind not in _EXPECTED_ERRORS:
                traceback.print_exc(file=sys.stderr)
            self._emit({"event": "failed", "job": job, "error": kind, "message": message})
        else:
            self._emit({"event": "done", "job": job, "report": asdict(report)})
        finally:
            self._part = None
            self._cancelled.discard(job)

    def _warm(self, scenes: ModuleType, name: str) -> None:
        try:
            scenes.warm(name)
        except Exception:  # noqa: BLE001 - a scene that fails to warm will say so when it is asked for
            traceback.print_exc(file=sys.stderr)
        else:
            self._emit({"event": "warmed", "scene": name})
        with self._orders:
            last = not self._cold
        if last:
            self._emit({"event": "warm"})

    def _emit(self, event: Message) -> None:
        line = json.dumps(event, separators=(",", ":"))
        # A parent that is gone cannot read; the end of standard input ends this process then.
        with self._write, contextlib.suppress(OSError):
            self._out.write(line + "\n")
            self._out.flush()


def _private_output() -> TextIO:
    """Keep the real standard output for events and send everyone's prints to standard error."""
    private = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(private, "w", encoding="utf-8")


def _film_modules() -> tuple[ModuleType, ModuleType]:
    film = importlib.import_module("rushes.engines.film")
    return film, importlib.import_module("rushes.engines.procedural.scenes")


def _scene_names() -> tuple[str, ...]:
    names: tuple[str, ...] = _film_modules()[1].SCENES
    return names


def _request(film: ModuleType, fields: Message) -> object:
    """Return the render request whose pictures are given by path."""
    pictures = {
        name: Path(fields[name]).read_bytes() if fields.get(name) else None
        for name in ("first_frame", "last_frame")
    }
    references = tuple(Path(path).read_bytes() for path in fields.get("references", ()))
    return film.RenderRequest(**{**fields, **pictures, "references": references})


if __name__ == "__main__":
    main()
