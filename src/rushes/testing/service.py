"""A service with the test kit, in a thread beside the code that is tested."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

import anyio.to_thread

from rushes.store.job import Job
from rushes.store.pagination import Filter
from rushes.testing.journal import RecordedDelivery, RecordedRequest
from rushes.testing.kit import TestKit
from rushes.testing.scenarios import Rule, Scenarios, When
from rushes.testing.webhook_log import SentWebhook

T = TypeVar("T")
LONGEST_CALL = 60.0  # seconds
PAGE = 100  # jobs


class Clock:
    """The service's clock. All kits of one process share it.

    `check` is called with the name of each use, and raises where there must be none.
    """

    def __init__(self, kit: TestKit, check: Callable[[str], object] = str) -> None:
        self._kit = kit
        self._check = check

    def now(self) -> float:
        """Return unix seconds."""
        self._check("clock.now()")
        return self._kit.now()

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Advance the clock; return once all that became due has been done.

        Jobs expire, outputs and links end, delays and retries come due. Raises ValueError for a
        negative time, and for more than 100 years until the next reset. In an async test, use
        `advance_async`: a receiver of webhooks in the same event loop could not answer.
        """
        self._check("clock.advance()")
        passed = days * 86_400 + hours * 3600 + minutes * 60 + seconds
        if passed < 0:
            raise ValueError(f"the clock cannot go back by {-passed:g} seconds")
        _run(self._kit, self._kit.advance(passed))

    async def advance_async(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Do what `advance` does, without blocking the event loop."""
        advance = partial(self.advance, days=days, hours=hours, minutes=minutes, seconds=seconds)
        await anyio.to_thread.run_sync(advance, abandon_on_cancel=True)


class TestingService:
    """A running service: its URLs, its record of requests, jobs and webhooks, and its scenarios.

    Its methods may be called from any thread but the service's own.
    """

    __test__ = False  # no class of tests

    def __init__(self, url: str, kit: TestKit) -> None:
        self.url = url
        self.api_url = f"{url}/api/v1"
        self.clock = Clock(kit)
        self._kit = kit

    @property
    def scenarios(self) -> Scenarios:
        """The engine of scenarios."""
        return self._kit.scenarios

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests to the API, oldest first."""
        return self._kit.journal.requests

    @property
    def deliveries(self) -> list[RecordedDelivery]:
        """The tries to deliver webhooks, oldest first."""
        return self._kit.journal.deliveries

    @property
    def webhooks(self) -> list[SentWebhook]:
        """The webhooks as they were posted, oldest first."""
        return self._kit.webhook_log.all()

    def wait_for_webhooks(self, count: int, seconds: float) -> list[SentWebhook]:
        """Return all once so many were answered, or after so many seconds."""
        return self._kit.webhook_log.wait(count, seconds)

    def replay(self, webhook: SentWebhook, url: str) -> int:
        """Post a webhook again, signed now; return the receiver's status."""
        return _run(self._kit, self._kit.replay(webhook, url))

    def next(self, name: str | None = None, value: object = None, **fields: Any) -> Rule:
        """Set what happens to the next request; see `Scenarios.next`."""
        return self.scenarios.next(name, value, **fields)

    def when(self, **fields: Any) -> When:
        """Return a condition whose `then` sets what happens; see `Scenarios.when`."""
        return self.scenarios.when(**fields)

    def unused(self) -> list[Rule]:
        """Return what was set by `next` and has not happened."""
        return [rule for rule in self.scenarios.rules if rule.is_next and not rule.is_spent]

    def jobs(self) -> list[Job]:
        """Return the jobs that are not deleted, oldest first."""
        return _run(self._kit, self._jobs())

    def spend(self) -> Decimal:
        """Return what all jobs have cost, in USD."""
        return _run(self._kit, self._kit.spent())

    def reset(self) -> None:
        """End all jobs; forget jobs, requests, deliveries, scenarios, credits and the time."""
        _run(self._kit, self._kit.reset())

    async def _jobs(self) -> list[Job]:
        jobs, cursor = list[Job](), None
        while True:
            page = await self._kit.context.store.jobs.page(Filter(), PAGE, cursor)
            jobs += page.jobs
            if (cursor := page.cursor) is None:
                return jobs[::-1]


def _run(kit: TestKit, work: Coroutine[Any, Any, T]) -> T:
    called = asyncio.run_coroutine_threadsafe(work, kit.loop)
    try:
        return called.result(LONGEST_CALL)
    except TimeoutError:
        if called.done():
            raise
        called.cancel()
        raise TimeoutError(
            f"the service has not answered a call of the test kit within {LONGEST_CALL:g} seconds"
        ) from None
