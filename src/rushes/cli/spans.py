"""Spans and times on the command line: 30m, 24h, 7d, or a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import click

from rushes.clock import unix_time

DAY = 86_400  # seconds
LONGEST = 365 * DAY  # seconds from now
LONGEST_AGE = 36_500 * DAY  # seconds
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": DAY}
_SPAN = re.compile(r"(\d{1,12})([smhd])", re.ASCII)


def seconds_of(text: str, longest: int = LONGEST) -> int | None:
    """Return the seconds of a span such as 24h, None if it is none or is too long."""
    found = _SPAN.fullmatch(text)
    seconds = int(found[1]) * _UNITS[found[2]] if found else longest + 1
    return seconds if seconds <= longest else None


def time_of(text: str, *, ago: bool = False, longest: int = LONGEST) -> datetime:
    """Return a time that is given, or that is a span from now, or `ago`.

    Raises click.BadParameter.
    """
    if (seconds := seconds_of(text, longest)) is not None:
        return datetime.fromtimestamp(unix_time() + (-seconds if ago else seconds), UTC)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        problem = "is not a time such as 30d, 2027-01-31 or 2027-01-31T12:00:00Z"
        raise click.BadParameter(f"{text[:40]!r} {problem}") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def past_time(_: click.Context, __: click.Parameter, value: str | None) -> float | None:
    """Return unix seconds of a time, or of a span before now; for options."""
    return None if value is None else time_of(value, ago=True).timestamp()


def past(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return the unix seconds of a time, or of a span of up to a century before now."""
    if value is None:
        return None
    return max(0, int(time_of(value, ago=True, longest=LONGEST_AGE).timestamp()))


def span(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return the seconds of a span of up to a century; for options."""
    if value is None:
        return None
    if (seconds := seconds_of(value, LONGEST_AGE)) is None:
        raise click.BadParameter(f"{value[:40]!r} is not a span such as 30m, 24h or 7d")
    return seconds
