"""Functions of the caller that awaited methods call; they may be asynchronous."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any


async def notify(callback: Callable[..., Any] | None, *arguments: Any) -> None:
    """Call `callback` if there is one, and await what it returns if that can be awaited."""
    if callback is not None and inspect.isawaitable(returned := callback(*arguments)):
        await returned
