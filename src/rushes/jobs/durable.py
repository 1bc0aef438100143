"""Recording what an upstream answered: it may be worth money, and nobody else knows it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rushes.store.transaction import StoreError

T = TypeVar("T")

FIRST_PAUSE = 0.2  # seconds until it is tried again; it doubles
LONGEST_PAUSE = 5.0

log = logging.getLogger("rushes.jobs")


async def record(what: str, commit: Callable[[], Awaitable[T]]) -> T:
    """Commit an answer, again and again while the store fails; `what` is for the log.

    A commit may take place twice, because one that failed may have taken place. The answer is held
    for as long as it takes: only the end of the process ends it.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            return await commit()
        except StoreError as error:
            log.warning("%s, which is to be recorded: %s", what, error)
        await asyncio.sleep(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
