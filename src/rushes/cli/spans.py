"""Spans and times on the command line: 30m, 24h, 7d, or a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import click

from rushes.clock import unix_time

LONGEST = 365 * 86_400  # seconds
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_SPAN = re.compile(r"(\d{1,9})([smhd])")


def seconds_of(text: str) -> int | None:
    """Return the seconds of a span such as 24h, None if it is none or is longer than a year."""
    found = _SPAN.fullmatch(text)
    seconds = int(found[1]) * _UNITS[found[2]] if found else LONGEST + 1
    return seconds if seconds <= LONGEST else None


def time_of(text: str, *, ago: bool = False) -> datetime:
    """Return a time that is given, or that is a span from now, or `ago`.

    Raises click.BadParameter.
    """
    if (seconds := seconds_of(text)) is not None:
        return datetime.fromtimestamp(unix_time() + (-seconds if ago else seconds), UTC)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        problem = "is not a time such as 30d, 2027-01-31 or 2027-01-31T12:00:00Z"
        raise click.BadParameter(f"{text!r} {problem}") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def past_time(_: click.Context, __: click.Parameter, value: str | None) -> float | None:
    """Return unix seconds of a time, or of a span before now."""
    return None if value is None else time_of(value, ago=True).timestamp()
