"""One advance of the clock: from one due time to the next, with what is due done at each."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import logging
import math
from collections.abc import Callable
from typing import Any, TypeAlias

from rushes.clock import real_sleep, virtual_time
from rushes.jobs.clock import steady_time
from rushes.jobs.executor import EmbeddedExecutor
from rushes.store.outbox import Outbox

log = logging.getLogger("rushes.testing")
Task: TypeAlias = "asyncio.Task[Any]"
SETTLING = 5.0  # seconds that webhooks may take
RENDERING = 30.0  # seconds that jobs may take
LOOK = 0.001
LEAST_STEP = 0.1  # seconds of virtual time
MOST_STEPS = 2000  # that are no longer than they must be
MOST_LEAPS = 100  # after them
MOST_PLACES = 1000  # whose webhooks are looked at


class Advance:
    """Passes `seconds`, of which some are `left`; `pass_time` returns the tasks that are due by it.

    It waits for the jobs that there are when it begins, and, for a shorter time, for webhooks.
    """

    def __init__(
        self,
        executor: EmbeddedExecutor,
        outbox: Outbox,
        pass_time: Callable[[float], set[Task]],
        seconds: float,
    ) -> None:
        self._executor = executor
        self._outbox = outbox
        self._pass_time = pass_time
        self.left = seconds
        self._jobs = frozenset(executor.job_tasks)
        self._loop = asyncio.get_running_loop()
        self._patient_until = self._loop.time() + SETTLING
        self._is_dropped = False

    def drop(self) -> None:
        """Pass no more time."""
        self._is_dropped = True

    async def run(self) -> None:
        """Pass the time; return once what became due is done, or waits for something else."""
        until = self._loop.time() + RENDERING
        try:
            async with asyncio.timeout_at(until):
                await self._go_step_by_step()
        except TimeoutError:
            log.warning(
                "the clock is advanced by %g seconds at once: what was due has taken %g seconds",
                self.left,
                RENDERING,
            )
        if self._is_dropped:
            return
        left, self.left = self.left, 0.0
        due = self._pass_time(left)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(max(until, self._loop.time() + 1)):
                await self._settled(due)
                await self._executor.sweep()
                await self._settled(set())

    async def _go_step_by_step(self) -> None:
        await self._settled(set())
        for number in itertools.count():
            least = LEAST_STEP if number < MOST_STEPS else max(LEAST_STEP, self.left / MOST_LEAPS)
            step = max(await self._next_due(), least)
            if step >= self.left or self._is_dropped:
                return
            self.left -= step
            await self._settled(self._pass_time(step))

    async def _settled(self, others: set[Task]) -> None:
        """Wait until all tasks have ended, or wait for a later time."""
        while True:
            awaited = set(self._jobs)
            if self._loop.time() < self._patient_until:
                awaited |= {*others, *self._executor.webhook_tasks}
            if all(
                task.done() or task.get_loop() is not self._loop
                for task in awaited - virtual_time().waiting()
            ):
                return
            await real_sleep(LOOK)

    async def _next_due(self) -> float:
        """Return in how many seconds a job or a webhook goes on; infinity if none waits."""
        places = await self._outbox.places("", MOST_PLACES)
        webhooks = (due - steady_time() for _, _, due in places)
        return min(virtual_time().next_due(self._jobs), *webhooks, math.inf)
