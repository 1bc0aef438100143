"""What is remembered of the jobs that were looked at last, so that no process grows for ever."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Value = TypeVar("Value")


class LruCache(Generic[Value]):
    """Remember one value for each of at most `most` keys; the one set longest ago goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[str, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: str) -> Value | None:
        """Return what is remembered, None if nothing is."""
        return self._values.get(key)

    def put(self, key: str, value: Value) -> None:
        """Remember a value as the newest."""
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)

    def drop(self, key: str) -> None:
        """Forget a value, if there is one."""
        self._values.pop(key, None)
