"""The lines of a log that is written as JSON, as a test reads them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def parsed(lines: Iterable[str]) -> list[dict[str, Any]]:
    """Return the lines as objects; every one must be one."""
    found = [json.loads(line) for line in lines]
    for line in found:
        assert {"ts", "level", "logger", "message"} <= line.keys()
    return found


def events(lines: Iterable[dict[str, Any]], *names: str) -> list[dict[str, Any]]:
    """Return the lines of some events, in order."""
    return [line for line in lines if line.get("event") in names]
