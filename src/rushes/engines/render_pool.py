"""A queue of render jobs and the worker processes that run them.

Rendering happens in separate processes: the service stays responsive while frames are computed,
and a crash in a compiler or a codec ends a worker, not the service.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import hashlib
import itertools
import logging
from collections import deque
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Any, Literal

from rushes.engines.decode_limits import CPU_SECONDS, SIGNAL
from rushes.engines.request import RenderReport, given_files, without_files
from rushes.engines.worker_process import WorkerCrashedError, WorkerProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from rushes.engines.request import RenderRequest

State = Literal["queued", "rendering", "done", "failed", "cancelled"]
FINAL_STATES: frozenset[State] = frozenset({"done", "failed", "cancelled"})
CRASH_PAUSES = (0.0, 1.0, 5.0, 20.0)  # seconds; a job that crashes once more has failed
RETRY_PAUSES = (
    1.0,
    2.0,
    5.0,
    10.0,
    30.0,
)  # seconds while files cannot be written; the last repeats
CANCEL_SECONDS = 1.5  # for a worker to stop a job before it is killed
_SUFFIXES = (".mp4", ".mp4.part", ".input", ".input.part")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RenderProgress:
    """How far a job is.

    `version` grows with every change. `error` is a sentence and `error_type` the name of the
    exception behind it; both are set only in state `failed`. `delay_reason` is a sentence while
    something of this machine delays the job. `path` and `report` are set only in state `done`.
    """

    state: State = "queued"
    fraction: float = 0.0
    report: RenderReport | None = None
    error: str | None = None
    error_type: str | None = None
    path: Path | None = None
    delay_reason: str | None = None
    version: int = 0


class _LostRenderError(Exception):
    """A worker ran out of memory, which may be the fault of the request or of the machine."""


class _Job:
    def __init__(self, key: str, number: int, request: RenderRequest, folder: Path) -> None:
        # Keys come from outside and may hold anything, so a file is not named after one.
        name = f"{hashlib.sha256(key.encode()).hexdigest()[:24]}-{number}"
        self.key = key
        self.request = request
        self.target = folder / f"{name}.mp4"
        self.progress = RenderProgress()
        self.attempts = 0
        self.crashes = 0
        self.delays = 0
        self.picture: str | None = None  # or other file that is being decoded
        self.retry: asyncio.Task[None] | None = None
        self.cancel_requested = False
        self.worker: WorkerProcess | None = None
        self._changed = asyncio.Event()

    @property
    def attempt_id(self) -> str:
        return f"{self.target.stem}.{self.attempts}"

    def update(self, progress: RenderProgress) -> None:
        self.progress = replace(progress, version=self.progress.version + 1)
        if progress.state in FINAL_STATES:  # the files are no longer needed
            self.request = without_files(self.request)
        # A new event for the next change: all present waiters see this one.
        self._changed.set()
        self._changed = asyncio.Event()

    async def changed(self) -> None:
        await self._changed.wait()


class RenderPool:
    """Up to `workers` rendering processes of `threads` threads each; files go to `work_dir`.

    `cache_dir` keeps compiled kernels between runs; it defaults to the user's cache folder. With
    `warm` false, a scene is compiled when it is first rendered. With `instant`, most requests are
    instant ones, so nothing is loaded or compiled ahead for others. Up to `render_cache_bytes` of
    renders are kept in `cache_dir` as well, so that an identical request is a copy. `on_render` is
    given the outcome of each try (`queued`: it is tried again) and how many seconds it took.
    """

    def __init__(
        self,
        workers: int,
        threads: int,
        work_dir: Path,
        cache_dir: Path | None = None,
        *,
        warm: bool = True,
        instant: bool = False,
        render_cache_bytes: int = 0,
        on_render: Callable[[State, float], None] = lambda outcome, seconds: None,
    ) -> None:
        if workers < 1 or threads < 1:
            raise ValueError(
                f"workers and threads must be at least one each, not {workers} and {threads}"
            )
        self._max_workers = workers
        self._threads = threads
        self._folder = work_dir
        self._cache_dir = cache_dir
        self._warm = warm and not instant
        self._instant = instant
        self._render_cache_bytes = render_cache_bytes
        self._on_render = on_render
        self._jobs: dict[str, _Job] = {}
        self._queue: deque[_Job] = deque()
        self._queue_filled = asyncio.Condition()
        self._runners: list[asyncio.Task[None]] = []
        self._busy = 0
        self._numbers = itertools.count(1)

    @property
    def queued(self) -> int:
        """How many renders wait for a worker process."""
        return len(self._queue)

    @property
    def running(self) -> int:
        """How many renders a worker process is making."""
        return self._busy

    async def start(self) -> None:
        """Delete an earlier run's files and start one worker, which compiles kernels if idle."""
        await asyncio.to_thread(_clear, self._folder)
        self._start_runner()

    async def submit(self, key: str, request: RenderRequest) -> None:
        """Queue a job. A key that is already known keeps its job."""
        if key in self._jobs:
            return
        job = _Job(key, next(self._numbers), request, self._folder)
        self._jobs[key] = job
        async with self._queue_filled:
            self._queue.append(job)
            wanted = len(self._queue) + self._busy
            if len(self._runners) < min(wanted, self._max_workers):
                self._start_runner()
            self._queue_filled.notify()

    def progress(self, key: str) -> RenderProgress:
        """Return the job's progress. Raises KeyError for an unknown key."""
        return self._jobs[key].progress

    async def wait(self, key: str) -> RenderProgress:
        """Return the job's progress once its state is final."""
        job = self._jobs[key]
        while job.progress.state not in FINAL_STATES:
            await job.changed()
        return job.progress

    async def wait_change(self, key: str, since: int) -> RenderProgress:
        """Return the job's progress once its version is not `since` or its state is final."""
        job = self._jobs[key]
        while job.progress.version == since and job.progress.state not in FINAL_STATES:
            await job.changed()
        return job.progress

    async def cancel(self, key: str) -> None:
        """Stop a queued or running job and delete its files. A final state stays as it is."""
        job = self._jobs.get(key)
        if job is None or job.progress.state in FINAL_STATES:
            return
        job.cancel_requested = True
        if job in self._queue:
            self._queue.remove(job)
            job.update(RenderProgress(state="cancelled"))
            return
        if job.retry is not None:
            job.retry.cancel()
            job.update(RenderProgress(state="cancelled"))
            return
        worker = job.worker
        if worker is not None:
            await worker.cancel(job.attempt_id)
            try:
                async with asyncio.timeout(CANCEL_SECONDS):
                    await self.wait(key)
            except TimeoutError:
                worker.kill()
        await self.wait(key)

    async def forget(self, key: str) -> None:
        """Drop a job and delete its file; an unfinished job is cancelled first."""
        await self.cancel(key)
        job = self._jobs.pop(key, None)
        if job is not None:
            await asyncio.to_thread(_remove, [job.target])

    async def close(self) -> None:
        """Stop the workers. Unfinished jobs are cancelled; finished files stay."""
        retries = [job.retry for job in self._jobs.values() if job.retry is not None]
        tasks = [*self._runners, *retries]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._runners.clear()
        self._queue.clear()
        for job in self._jobs.values():
            if job.progress.state not in FINAL_STATES:
                job.update(RenderProgress(state="cancelled"))

    def _start_runner(self) -> None:
        name = f"render runner {len(self._runners) + 1}"
        self._runners.append(asyncio.create_task(self._runner(), name=name))

    async def _runner(self) -> None:
        """Run queued jobs on one worker process, replacing it when it crashes."""
        worker: WorkerProcess | None = None
        try:
            while True:
                try:
                    # Before there is a job, so that the job does not wait for a process to start.
                    worker = await self._living(worker)
                except OSError:
                    log.exception("could not start a render worker; the next job tries again")
                job = await self._next_job()
                self._busy += 1
                began = monotonic()
                try:
                    worker = await self._attempt(worker, job)
                finally:
                    self._busy -= 1
                self._on_render(job.progress.state, monotonic() - began)
        finally:
            if worker is not None:
                await worker.close()

    async def _living(self, worker: WorkerProcess | None) -> WorkerProcess:
        """Return the worker, or a new one if there is none or it crashed. Raises OSError."""
        if worker is not None:
            if worker.alive:
                return worker
            await worker.close()
        worker = await WorkerProcess.start(
            self._threads,
            self._cache_dir,
            instant=self._instant,
            render_cache_bytes=self._render_cache_bytes,
        )
        if self._warm:
            await worker.preload()
        return worker

    async def _next_job(self) -> _Job:
        async with self._queue_filled:
            await self._queue_filled.wait_for(lambda: bool(self._queue))
            return self._queue.popleft()

    async def _attempt(self, worker: WorkerProcess | None, job: _Job) -> WorkerProcess | None:
        """Run the job; return the worker that ran it."""
        job.attempts += 1
        job.picture = None
        job.update(RenderProgress(state="rendering", delay_reason=job.progress.delay_reason))
        try:
            # Again: a worker may also crash while it waits for a job.
            worker = await self._living(worker)
            # The final state is set last: by then the job's temporary files are gone.
            job.update(await self._run(worker, job))
        except OSError as error:
            # For as long as it takes: the disk and the machine are not the request's fault.
            log.warning("render job %s is delayed: %s", job.key, error)
            pause = RETRY_PAUSES[min(job.delays, len(RETRY_PAUSES) - 1)]
            job.delays += 1
            self._put_off(job, pause, _delay_reason(error))
        except (WorkerCrashedError, _LostRenderError) as crash:
            self._handle_crash(job, crash)
        return worker

    async def _run(self, worker: WorkerProcess, job: _Job) -> RenderProgress:
        job.worker = worker
        files: list[Path] = []
        try:
            files = await asyncio.to_thread(_write_files, job.request, job.target)
            return await self._follow(worker, job, files)
        finally:
            job.worker = None
            leftovers = [job.target.with_name(job.target.name + ".part"), *files]
            # Shielded: a pool that closes still deletes them.
            await asyncio.shield(asyncio.to_thread(_remove, leftovers))

    async def _follow(self, worker: WorkerProcess, job: _Job, files: list[Path]) -> RenderProgress:
        """Record the worker's events; return the job's final progress."""
        if job.cancel_requested:
            return RenderProgress(state="cancelled")
        async for event in worker.render(job.attempt_id, job.request, files, job.target):
            match event["event"]:
                case "decoding":
                    job.picture = str(event["picture"])
                case "progress":
                    job.picture = None
                    fraction = float(event["fraction"])
                    job.update(replace(job.progress, fraction=fraction, delay_reason=None))
                case "done":
                    report = RenderReport(**event["report"])
                    return RenderProgress("done", 1.0, report=report, path=job.target)
                case "failed":
                    return _failed(job, event)
        return RenderProgress(state="cancelled")

    def _handle_crash(self, job: _Job, crash: Exception) -> None:
        ended_by = crash.signal if isinstance(crash, WorkerCrashedError) else None
        if job.cancel_requested:
            # The crash may be our own kill of a worker that did not stop.
            job.update(RenderProgress(state="cancelled"))
        elif ended_by == SIGNAL and job.picture is not None:
            message = f"{job.picture} takes more than {CPU_SECONDS:g} seconds to decode"
            job.update(_failure("ImageError", message))
        elif job.crashes < len(CRASH_PAUSES):
            log.warning("the worker of render job %s crashed; retrying: %s", job.key, crash)
            pause = CRASH_PAUSES[job.crashes]
            job.crashes += 1
            self._put_off(job, pause, "The render process ended unexpectedly; it is tried again")
        else:
            log.error("the worker of render job %s crashed again: %s", job.key, crash)
            times = f"the render process ended unexpectedly {job.crashes + 1} times"
            where = "" if job.picture is None else f", the last time while it read {job.picture}"
            job.update(_failure(type(crash).__name__, times + where))

    def _put_off(self, job: _Job, seconds: float, reason: str) -> None:
        if job.cancel_requested:
            job.update(RenderProgress(state="cancelled"))
            return
        job.update(RenderProgress(delay_reason=reason))
        job.retry = asyncio.create_task(self._requeue(job, seconds), name="render retry")

    async def _requeue(self, job: _Job, seconds: float) -> None:
        await asyncio.sleep(seconds)
        async with self._queue_filled:
            job.retry = None
            # In front: it has already waited its turn.
            self._queue.appendleft(job)
            self._queue_filled.notify()


def _failed(job: _Job, event: Mapping[str, Any]) -> RenderProgress:
    """Return the progress of a job that failed; raise if another attempt may succeed."""
    kind, message, detail = (str(event[name]) for name in ("error", "message", "detail"))
    match event["fault"]:
        case "request":
            log.info("render job %s cannot be rendered: %s (%s)", job.key, message, detail)
            return _failure(kind, message)
        case "system":
            raise OSError(int(event["errno"]), message)
        case "memory":
            raise _LostRenderError(detail)
    log.error("internal error in render job %s: %s", job.key, detail)
    return _failure(kind, "an internal error ended this render; see the service's log")


def _delay_reason(error: OSError) -> str:
    """Return a sentence without paths, which are not the caller's to know."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        problem = "The disk is full"
    elif error.errno in {errno.EMFILE, errno.ENFILE, errno.EAGAIN, errno.ENOMEM}:
        problem = "This machine has run out of open files, processes or memory"
    else:
        problem = "The renderer cannot read or write its files"
    return f"{problem}; the render is tried again"


def _failure(kind: str, message: str) -> RenderProgress:
    return RenderProgress(state="failed", error=message, error_type=kind)


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # Only files of ours: the folder may be one that the user keeps other things in.
    _remove([path for path in folder.iterdir() if path.name.endswith(_SUFFIXES)])


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _write_files(request: RenderRequest, target: Path) -> list[Path]:
    """Write the request's files beside the target, in the order the worker reads them."""
    # The folder may have been removed since the start.
    target.parent.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    try:
        for number, data in enumerate(given_files(request)):
            path = target.with_name(f"{target.stem}-{number}.input")
            paths.append(path)
            path.write_bytes(data)
    except OSError:
        _remove(paths)
        raise
    return paths
