"""Commits that must not be lost: what an upstream answered may be worth money."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rushes.backoff import Backoff
from rushes.clock import real_sleep
from rushes.store.transaction import StoreError

T = TypeVar("T")

LONGEST_PAUSE = 5.0  # seconds

log = logging.getLogger("rushes.jobs")


async def commit_with_retry(what: str, commit: Callable[[], Awaitable[T]]) -> T:
    """Commit until the store takes it; `what` is for the log.

    A commit may take place twice, because one that failed may have taken place. Only the end of
    the process ends the tries.
    """
    backoff, failures = Backoff(LONGEST_PAUSE), 0
    while True:
        try:
            result = await commit()
        except StoreError as error:
            level = logging.DEBUG if failures else logging.WARNING
            log.log(level, "%s, but the database does not record it yet: %s", what, error)
            failures += 1
        else:
            if failures:
                log.info("%s: recorded after %d failures", what, failures)
            return result
        await real_sleep(backoff.next())
