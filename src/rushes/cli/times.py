"""Spans and times as options give them: 30m, 24h, 7d, or a date."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import click

from rushes.clock import unix_time

DAY = 86_400  # seconds
LONGEST = 36_500 * DAY  # seconds
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": DAY}
_SPAN = re.compile(r"(\d{1,12})([smhd])", re.ASCII)


def span(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return the seconds of a span; for options."""
    if value is None:
        return None
    if (seconds := _seconds(value)) is None:
        raise click.BadParameter(f"{value[:40]!r} is not a span such as 30m, 24h or 7d")
    return seconds


def past(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return the unix seconds of a time, or of a span before now; for options."""
    if value is None:
        return None
    if (seconds := _seconds(value)) is not None:
        return max(0, int(unix_time()) - seconds)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        problem = "is not a time such as 2h, 2027-01-31 or 2027-01-31T12:00:00Z"
        raise click.BadParameter(f"{value[:40]!r} {problem}") from None
    return max(0, int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()))


def iso(seconds: float | None) -> str | None:
    """Return a time as text, in UTC."""
    if seconds is None:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _seconds(text: str) -> int | None:
    found = _SPAN.fullmatch(text)
    seconds = int(found[1]) * _UNITS[found[2]] if found else LONGEST + 1
    return seconds if seconds <= LONGEST else None
