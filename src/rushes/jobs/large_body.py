"""Large bodies are worked on in a thread, so that they do not hold up the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
Body = TypeVar("Body", str, bytes)
LARGE_BODY = 256 * 1024  # bytes or characters; a thread costs more than to read fewer


async def work_on(body: Body, work: Callable[[Body], T]) -> T:
    """Work on a body: on the event loop, or on a thread if it is large."""
    if len(body) > LARGE_BODY:
        return await asyncio.to_thread(work, body)
    return work(body)
