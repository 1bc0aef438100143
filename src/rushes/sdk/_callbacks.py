"""Functions that awaited methods call: those of the caller, and those that block."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import anyio

T = TypeVar("T")


def running_trio() -> Any:
    """Return the module `trio` if this is one of its tasks, else None."""
    trio: Any = sys.modules.get("trio")  # a program that runs in trio has imported it
    return trio if trio is not None and trio.lowlevel.in_trio_task() else None


async def in_thread(function: Callable[..., T], *arguments: Any) -> T:
    """Call a function that may block.

    Not by anyio: on asyncio a cancellation leaves its threads to themselves, and `asyncio.run`
    does not wait for them, so a cancelled download would go on to write.
    """
    if running_trio():
        return await anyio.to_thread.run_sync(function, *arguments)
    import asyncio

    return await asyncio.to_thread(function, *arguments)


async def notify(callback: Callable[..., Any] | None, *arguments: Any) -> None:
    """Call `callback` if there is one, and await what it returns if that can be awaited."""
    if callback is not None and inspect.isawaitable(returned := callback(*arguments)):
        await returned
