"""The report of what was spent, for the command line and for HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import BaseModel

from rushes.clock import unix_time
from rushes.store.api_key import id_of
from rushes.store.budget import DAY
from rushes.store.money import usd
from rushes.store.store import Store

BY = ("day", "key", "model", "provider")
DAYS = 30  # that are reported unless others are asked for, today included
_COLUMNS = {"key": "owner"}
_UNIX = date(1970, 1, 1)


class UsageRow(BaseModel):
    """What was spent, in USD; what the report is not by is null.

    `key` is the id of a stored key, otherwise what stands for one of the settings. `reserved` is
    what open and unresolved jobs may yet cost.
    """

    day: str | None = None
    key: str | None = None
    key_name: str | None = None
    model: str | None = None
    provider: str | None = None
    requests: int
    usage: float
    reserved: float


async def read_report(
    store: Store, by: Iterable[str], since: int | None, until: int | None, owner: str | None
) -> list[UsageRow]:
    """Return what was spent from one UTC day to another, both in days since 1970."""
    last = int(unix_time()) // DAY if until is None else until
    first = last - DAYS + 1 if since is None else since
    dimensions = [_COLUMNS.get(name, name) for name in by]
    rows = []
    for found in await store.ledger.usage(dimensions, first, last, owner):
        key = None if found.owner is None else await store.api_keys.of_owner(found.owner)
        rows.append(
            UsageRow(
                day=None if found.day is None else day_text(found.day),
                key=None if found.owner is None else key_of(found.owner),
                key_name=None if key is None else key.name,
                model=found.model,
                provider=found.provider,
                requests=found.requests,
                usage=found.usd,
                reserved=float(usd(found.spent.reserved)),
            )
        )
    return rows


def key_of(owner: str) -> str:
    """Return what stands for a key in reports: the id of a stored one, else part of its digest."""
    return id_of(owner) or f"rushes-{owner[:8]}"


def day_text(day: int) -> str:
    """Return days since 1970 as a date such as 2026-11-28."""
    return str(_UNIX + timedelta(days=day))


def parse_day(text: str) -> int | None:
    """Return the days since 1970 of a text such as 2026-11-28; None if it is no day."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return (day - _UNIX).days if len(text) == len("2026-11-28") else None
