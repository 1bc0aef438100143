"""Starts jobs with the scenarios of their requests."""

from __future__ import annotations

from collections.abc import Collection

from rushes.jobs.executor import Executor
from rushes.store.job import Job
from rushes.testing.scenarios import Asked, Scenarios, picked


class ScenarioExecutor:
    """An executor that notes a job's scenario before the job can run."""

    def __init__(self, inner: Executor, scenarios: Scenarios) -> None:
        self._inner = inner
        self._scenarios = scenarios

    async def open_jobs(self) -> int:
        return await self._inner.open_jobs()

    def start(self, job: Job) -> None:
        self._scenarios.bind(job.id, picked.get(), Asked("submit", job.model, job.prompt))
        self._inner.start(job)

    async def wake(self, job_id: str) -> None:
        await self._inner.wake(job_id)

    async def wait_for_end(self, job_id: str, seconds: float) -> None:
        await self._inner.wait_for_end(job_id, seconds)

    async def resume(self, only: Collection[str] | None = None) -> int:
        return await self._inner.resume(only)

    def reload(self) -> None:
        self._inner.reload()

    async def close(self) -> int:
        return await self._inner.close()
