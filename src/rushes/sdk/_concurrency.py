"""The loop that awaited calls run in: asyncio's, or trio's where the caller uses that."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")


def running() -> object:
    """Return an object that stands for the running loop for as long as it lives.

    Raises:
        RuntimeError: none is running.
    """
    trio = _trio()
    return trio.lowlevel.current_trio_token() if trio else _asyncio().get_running_loop()


async def sleep(seconds: float) -> None:
    """Let others run for so long."""
    trio = _trio()
    await (trio.sleep(seconds) if trio else _asyncio().sleep(seconds))


async def in_thread(function: Callable[..., T], *arguments: Any) -> T:
    """Call what may block, and let others run meanwhile."""
    trio = _trio()
    if trio:
        return await trio.to_thread.run_sync(function, *arguments)  # type: ignore[no-any-return]  # trio is not a dependency
    done: T = await _asyncio().to_thread(function, *arguments)
    return done


def _asyncio() -> ModuleType:
    import asyncio

    return asyncio


def _trio() -> Any:
    # Whoever runs in trio has imported it.
    trio: Any = sys.modules.get("trio")
    return trio if trio is not None and trio.lowlevel.in_trio_task() else None
