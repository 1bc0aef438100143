"""Polls of several jobs in one request, where an upstream can show several."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from rushes.providers.answer import Answer
from rushes.providers.base import UpstreamJob

WINDOW = 0.25  # seconds that the first poll of a batch waits for others

Ask = Callable[[Sequence[UpstreamJob]], Awaitable[Answer]]


@dataclass
class _Batch:
    jobs: dict[str, UpstreamJob] = field(default_factory=dict)
    full: asyncio.Event = field(default_factory=asyncio.Event)
    asking: asyncio.Task[Answer] | None = None


class PollBatches:
    """Collects polls that come within a short time into batches of at most `size`."""

    def __init__(self, ask: Ask, size: int) -> None:
        self._ask = ask
        self._size = size
        self._open: _Batch | None = None

    async def poll(self, job: UpstreamJob) -> Answer:
        """Return the answer to the batch that a job is in; raises what asking raises."""
        batch = self._open or _Batch()
        if batch.asking is None:
            self._open = batch
            batch.asking = asyncio.create_task(self._collect(batch))
            # A failure that no poll waits for any more is none.
            batch.asking.add_done_callback(lambda done: done.cancelled() or done.exception())
        batch.jobs[job.id] = job
        if len(batch.jobs) >= self._size:
            self._open = None
            batch.full.set()
        return await asyncio.shield(batch.asking)

    async def _collect(self, batch: _Batch) -> Answer:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WINDOW):
                await batch.full.wait()
        if self._open is batch:
            self._open = None
        return await self._ask(list(batch.jobs.values()))
