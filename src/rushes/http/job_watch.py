"""Looks at the rows of all jobs that event streams follow, many in one query."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Event
from time import monotonic

from rushes.clock import real_sleep
from rushes.store.job import Job
from rushes.store.jobs import Glance, JobTable, glance_of
from rushes.store.transaction import StoreError

FIRST_INTERVAL = 0.02  # seconds between looks at a job at first
INTERVAL = 0.5  # seconds between later ones
MOST_LOOKS = 500  # a second; where more jobs are watched, each is looked at less often
TOGETHER = 0.02  # seconds by which a look may be early, to be one with others
# When the service stops, its streams end one group after another: requests are answered between.
ENDED_TOGETHER, LONGEST_END, PAUSE = 25, 2.0, 0.025  # streams, seconds, seconds


@dataclass(eq=False)
class Watched:
    """A job that a stream follows, as it was seen last."""

    job_id: str
    seen: Glance
    pause: float = field(default_factory=lambda: FIRST_INTERVAL)
    changed: asyncio.Future[None] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )

    def wake(self) -> None:
        if not self.changed.done():
            self.changed.set_result(None)


class JobWatch:
    """Tells streams that their jobs have changed.

    The rows are read, not signalled: another process may run the job.
    """

    def __init__(self, jobs: JobTable, closing: Event) -> None:
        self._jobs = jobs
        self._closing = closing
        self._due = list[tuple[float, int, Watched]]()  # a heap, by the time of the next look
        self._numbers = itertools.count()
        self._looking: asyncio.Task[None] | None = None

    def watch(self, job: Job, after: Watched | None = None) -> Watched:
        """Watch a job from now on, with the pauses reached `after` an earlier change.

        `changed` is done once the row differs from `job`, or cannot be read, or the service stops.
        Cancel it to stop watching.
        """
        watched = Watched(job.id, glance_of(job))
        if after is not None:
            watched.pause = after.pause
        self._push(watched)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look(), name="event streams")
        return watched

    def _push(self, watched: Watched) -> None:
        heapq.heappush(self._due, (monotonic() + watched.pause, next(self._numbers), watched))
        longest = max(INTERVAL, len(self._due) / MOST_LOOKS)
        watched.pause = min(1.3 * watched.pause, longest)

    async def _look(self) -> None:
        while self._due:
            # New ones may be due earlier than those that are waited for, though never by more than
            # this.
            await real_sleep(min(FIRST_INTERVAL, max(0.0, self._due[0][0] - monotonic())))
            if self._closing.is_set():
                await self._end()
                return
            until, group = monotonic() + TOGETHER, list[Watched]()
            while self._due and self._due[0][0] <= until:
                group.append(heapq.heappop(self._due)[2])
            await self._compare([each for each in group if not each.changed.done()])

    async def _end(self) -> None:
        together = max(ENDED_TOGETHER, math.ceil(len(self._due) * PAUSE / LONGEST_END))
        while self._due:
            for _, _, watched in self._due[:together]:
                watched.wake()
            del self._due[:together]
            await real_sleep(PAUSE)

    async def _compare(self, group: Sequence[Watched]) -> None:
        if not group:
            return
        try:
            found = await self._jobs.glances([each.job_id for each in group])
        except StoreError:
            found = {}
        for each in group:
            if found.get(each.job_id) == each.seen:
                self._push(each)
            else:
                each.wake()
