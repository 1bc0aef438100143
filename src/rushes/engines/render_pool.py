"""Render in processes of our own: a queue, at most so many workers, and what became of each job.

The service stays responsive because rendering happens elsewhere, and stays up when it crashes.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import itertools
import logging
from collections import deque
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rushes.engines.request import RenderReport
from rushes.engines.worker_process import WorkerCrashedError, WorkerProcess

if TYPE_CHECKING:
    from pathlib import Path

    from rushes.engines.request import RenderRequest

State = Literal["queued", "rendering", "done", "failed", "cancelled"]
FINAL_STATES: frozenset[State] = frozenset({"done", "failed", "cancelled"})
ATTEMPTS = 2  # a worker that dies is usually short of memory; twice is no accident
CANCEL_SECONDS = 1.5  # for a worker to stop by itself before it is killed
_SUFFIXES = (".mp4", ".mp4.part", ".image", ".image.part")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RenderProgress:
    """Say how far a job is.

    `version` grows with every change. `error` is a sentence and `error_type` the name of the
    exception behind it, both only when failed; `path` and `report` are there once done.
    """

    state: State = "queued"
    fraction: float = 0.0
    report: RenderReport | None = None
    error: str | None = None
    error_type: str | None = None
    path: Path | None = None
    version: int = 0


class _Job:
    """One request and what is known about it."""

    def __init__(self, key: str, number: int, request: RenderRequest, folder: Path) -> None:
        name = f"{hashlib.sha256(key.encode()).hexdigest()[:24]}-{number}"
        self.key = key
        self.request = request
        self.target = folder / f"{name}.mp4"
        self.progress = RenderProgress()
        self.attempts = 0
        self.unwanted = False
        self.foreman: WorkerProcess | None = None
        self._changed = asyncio.Event()

    @property
    def attempt(self) -> str:
        return f"{self.target.stem}.{self.attempts}"

    def update(self, progress: RenderProgress) -> None:
        self.progress = replace(progress, version=self.progress.version + 1)
        self._changed.set()
        self._changed = asyncio.Event()

    async def changed(self) -> None:
        await self._changed.wait()


class RenderPool:
    """Run up to `workers` rendering processes of `threads` threads each; files go to `work_dir`.

    `cache_dir` keeps compiled kernels between runs; the user's cache folder is the default. With
    `warm` false scenes are compiled only when they are first rendered.
    """

    def __init__(
        self,
        workers: int,
        threads: int,
        work_dir: Path,
        cache_dir: Path | None = None,
        *,
        warm: bool = True,
    ) -> None:
        if workers < 1 or threads < 1:
            raise ValueError("a farm needs at least one worker with one thread")
        self._workers = workers
        self._threads = threads
        self._folder = work_dir
        self._cache_dir = cache_dir
        self._warms = warm
        self._jobs: dict[str, _Job] = {}
        self._queue: deque[_Job] = deque()
        self._waiting = asyncio.Condition()
        self._crews: list[asyncio.Task[None]] = []
        self._warming: asyncio.Task[None] | None = None
        self._foremen: set[WorkerProcess] = set()
        self._busy = 0
        self._numbers = itertools.count(1)

    async def start(self) -> None:
        """Clear what an earlier run left; start one worker and compile scenes in the background."""
        await asyncio.to_thread(_clear, self._folder)
        self._hire()
        if self._warms:
            self._warming = asyncio.create_task(self._warm(), name="render warm-up")

    async def submit(self, key: str, request: RenderRequest) -> None:
        """Put a job at the end of the queue; a key that is known already is left as it is."""
        if key in self._jobs:
            return
        job = _Job(key, next(self._numbers), request, self._folder)
        self._jobs[key] = job
        async with self._waiting:
            self._queue.append(job)
            wanted = len(self._queue) + self._busy
            if len(self._crews) < min(wanted, self._workers):
                self._hire()
            self._waiting.notify()

    @property
    def worker_pids(self) -> tuple[int, ...]:
        """Return the process ids of the workers that take jobs, in rising order."""
        return tuple(sorted(foreman.pid for foreman in self._foremen if foreman.alive))

    def progress(self, key: str) -> RenderProgress:
        """Return how far the job is; raises KeyError for a key that is not known."""
        return self._jobs[key].progress

    async def wait(self, key: str) -> RenderProgress:
        """Return the job's progress once it is done, failed or cancelled."""
        job = self._jobs[key]
        while job.progress.state not in FINAL_STATES:
            await job.changed()
        return job.progress

    async def wait_change(self, key: str, since: int) -> RenderProgress:
        """Return the job's progress as soon as its version is not `since` or its state is final."""
        job = self._jobs[key]
        while job.progress.version == since and job.progress.state not in FINAL_STATES:
            await job.changed()
        return job.progress

    async def cancel(self, key: str) -> None:
        """Stop a job, whether it waits or runs, and leave nothing of it; final states stay."""
        job = self._jobs.get(key)
        if job is None or job.progress.state in FINAL_STATES:
            return
        job.unwanted = True
        if job in self._queue:
            self._queue.remove(job)
            job.update(RenderProgress(state="cancelled"))
            return
        foreman = job.foreman
        if foreman is not None:
            await foreman.cancel(job.attempt)
            try:
                async with asyncio.timeout(CANCEL_SECONDS):
                    await self.wait(key)
            except TimeoutError:
                foreman.kill()
        await self.wait(key)

    async def forget(self, key: str) -> None:
        """Drop a job and delete its file; one that is not finished is cancelled first."""
        await self.cancel(key)
        job = self._jobs.pop(key, None)
        if job is not None:
            await asyncio.to_thread(job.target.unlink, missing_ok=True)

    async def close(self) -> None:
        """Stop the workers; what was not finished is cancelled, files that are done stay."""
        tasks = [*self._crews, *([self._warming] if self._warming else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._crews.clear()
        self._warming = None
        self._queue.clear()
        for job in self._jobs.values():
            if job.progress.state not in FINAL_STATES:
                job.update(RenderProgress(state="cancelled"))

    def _hire(self) -> None:
        name = f"render crew {len(self._crews) + 1}"
        self._crews.append(asyncio.create_task(self._crew(), name=name))

    async def _warm(self) -> None:
        """Compile what is not in the cache yet, in a process of its own.

        On a new machine that takes minutes and cannot be interrupted, so no job may wait for it.
        """
        foreman: WorkerProcess | None = None
        try:
            foreman = await self._started(lowly=True)
            if foreman is None or not await foreman.warm():
                return
        finally:
            if foreman is not None:
                await self._dismiss(foreman)
        # From the cache it is a matter of a second.
        for other in tuple(self._foremen):
            await other.preload()

    async def _crew(self) -> None:
        """Keep one worker process busy, replacing it when it dies."""
        foreman = await self._started()
        try:
            while True:
                if foreman is not None and not foreman.alive:
                    # Killed or crashed: the next job shall not wait for a new one to start.
                    await self._dismiss(foreman)
                    foreman = await self._started()
                job = await self._next()
                self._busy += 1
                try:
                    foreman = await self._attempt(foreman, job)
                finally:
                    self._busy -= 1
        finally:
            if foreman is not None:
                await self._dismiss(foreman)

    async def _started(self, *, lowly: bool = False) -> WorkerProcess | None:
        try:
            foreman = await WorkerProcess.start(self._threads, self._cache_dir, lowly=lowly)
        except OSError:
            log.exception("no render worker could be started; the next job tries again")
            return None
        if not lowly:
            self._foremen.add(foreman)
        return foreman

    async def _dismiss(self, foreman: WorkerProcess) -> None:
        self._foremen.discard(foreman)
        await foreman.close()

    async def _next(self) -> _Job:
        async with self._waiting:
            await self._waiting.wait_for(lambda: bool(self._queue))
            return self._queue.popleft()

    async def _attempt(self, foreman: WorkerProcess | None, job: _Job) -> WorkerProcess | None:
        """Run the job on a worker that lives; return the worker for the next one."""
        job.attempts += 1
        job.update(RenderProgress(state="rendering"))
        try:
            if foreman is not None and not foreman.alive:
                await self._dismiss(foreman)
                foreman = None
            if foreman is None:
                foreman = await WorkerProcess.start(self._threads, self._cache_dir)
                self._foremen.add(foreman)
            # What the job came to is told last: whoever waits for it finds no leftovers.
            job.update(await self._run(foreman, job))
        except OSError as error:
            job.update(_failure(type(error).__name__, f"the job could not be set up: {error}"))
        except WorkerCrashedError as death:
            await self._bury(job, death)
        return foreman

    async def _run(self, foreman: WorkerProcess, job: _Job) -> RenderProgress:
        job.foreman = foreman
        pictures: list[Path] = []
        try:
            pictures = await asyncio.to_thread(_write_pictures, job.request, job.target)
            return await self._follow(foreman, job, pictures)
        finally:
            job.foreman = None
            leftovers = [job.target.with_name(job.target.name + ".part"), *pictures]
            await asyncio.shield(asyncio.to_thread(_remove, leftovers))

    async def _follow(
        self, foreman: WorkerProcess, job: _Job, pictures: list[Path]
    ) -> RenderProgress:
        """Pass the worker's news on; return what the job came to."""
        if job.unwanted:
            return RenderProgress(state="cancelled")
        async for event in foreman.render(job.attempt, job.request, pictures, job.target):
            match event["event"]:
                case "progress":
                    job.update(replace(job.progress, fraction=float(event["share"])))
                case "done":
                    report = RenderReport(**event["report"])
                    return RenderProgress("done", 1.0, report=report, path=job.target)
                case "failed":
                    return _failure(str(event["error"]), str(event["message"]))
        return RenderProgress(state="cancelled")

    async def _bury(self, job: _Job, death: WorkerCrashedError) -> None:
        if job.unwanted:
            job.update(RenderProgress(state="cancelled"))
        elif job.attempts < ATTEMPTS:
            log.warning(
                "the worker of render job %s died and it is tried again: %s", job.key, death
            )
            job.update(RenderProgress())
            async with self._waiting:
                self._queue.appendleft(job)
                self._waiting.notify()
        else:
            log.error("the worker of render job %s died again: %s", job.key, death)
            job.update(
                _failure("WorkerCrashedError", f"the renderer died {job.attempts} times: {death}")
            )


def _failure(kind: str, message: str) -> RenderProgress:
    return RenderProgress(state="failed", error=message, error_type=kind)


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _remove([path for path in folder.iterdir() if path.name.endswith(_SUFFIXES)])


def _remove(paths: list[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _write_pictures(request: RenderRequest, target: Path) -> list[Path]:
    """Write the request's pictures beside the target: first, last, references; absent ones not."""
    paths: list[Path] = []
    try:
        for number, data in enumerate(request_pictures(request)):
            path = target.with_name(f"{target.stem}-{number}.image")
            paths.append(path)
            path.write_bytes(data)
    except OSError:
        _remove(paths)
        raise
    return paths


def request_pictures(request: RenderRequest) -> list[bytes]:
    """Return the pictures a request carries: first frame, last frame, references."""
    ends = [data for data in (request.first_frame, request.last_frame) if data is not None]
    return [*ends, *request.references]
