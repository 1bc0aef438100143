"""`rushes usage`: what jobs cost, of a data folder or of a service."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

import click
import httpx
from rich.table import Table
from rich.text import Text

from rushes.cli.client_for import ANY_KEY, TIMEOUT
from rushes.cli.errors import REFUSED, UNREACHABLE, USAGE, CliError, explained, not_this_api
from rushes.cli.options import store_options
from rushes.cli.tables import print_table
from rushes.clock import unix_time
from rushes.keys.usage_report import BY, DAYS, UsageRow, day_text, parse_day, read_report
from rushes.runtime import open_store
from rushes.sdk._transports import sync_transport
from rushes.settings import Settings, settings_for
from rushes.store.api_key import owner_of
from rushes.store.budget import DAY
from rushes.wire.environment import variable
from rushes.wire.proxies import Proxies
from rushes.wire.urls import base_url, join

_NUMBERS = ("requests", "usage", "reserved")


def _day(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return a UTC day since 1970, from a date or a span of days such as 7d."""
    if value is None:
        return None
    days = value.removesuffix("d")
    if value.endswith("d") and days.isdecimal() and len(days) <= len("99999"):
        return int(unix_time()) // DAY - int(days)
    if (day := parse_day(value)) is None:
        raise click.BadParameter(f"{value[:40]!r} is neither a day such as 2026-11-28 nor 7d")
    return day


def _by(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(part.strip() for part in value.split(",")))
    if unknown := [name for name in names if name not in BY]:
        raise click.BadParameter(f"{unknown[0][:40]!r} is none of {', '.join(BY)}")
    return names


@click.command()
@click.option(
    "--by",
    metavar="NAMES",
    default="day",
    show_default=True,
    callback=_by,
    help=f"One or several of {', '.join(BY)}, with commas between.",
)
@click.option(
    "--since",
    metavar="DAY",
    callback=_day,
    help=f"First UTC day, such as 2026-11-01, or 7d.  [default: {DAYS - 1}d]",
)
@click.option("--until", metavar="DAY", callback=_day, help="Last UTC day.  [default: today]")
@click.option("--key", metavar="KEY_ID", help="Only what the jobs of a stored key cost.")
@click.option(
    "--server",
    metavar="URL",
    help="Ask a service, with OPENROUTER_API_KEY; only an admin key sees what others spent.",
)
@store_options
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
def usage(
    by: tuple[str, ...],
    since: int | None,
    until: int | None,
    key: str | None,
    server: str | None,
    data_dir: Path | None,
    form: str | None,
) -> None:
    """Sum up what jobs cost, by day, key, model or provider.

    Amounts are in USD. They count on the UTC day of a job's submit. `reserved` is what open jobs,
    and those whose outcome is unknown, may yet cost.
    """
    if server is not None and data_dir is not None:
        raise click.UsageError("Use either --server or --data-dir, not both.")
    with explained():
        if server is None:
            rows = asyncio.run(_local(settings_for(data_dir), by, since, until, key))
        else:
            rows = _remote(server, by, since, until, key)
    columns = [part for name in by for part in (("key", "key_name") if name == "key" else (name,))]
    _print(rows, [*columns, *_NUMBERS], form)


async def _local(
    settings: Settings, by: Sequence[str], since: int | None, until: int | None, key: str | None
) -> list[UsageRow]:
    # Looking must not create a database.
    if settings.database_url is None and not settings.database.exists():
        return []
    async with open_store(settings) as store:
        return await read_report(store, by, since, until, None if key is None else owner_of(key))


def _remote(
    server: str, by: Sequence[str], since: int | None, until: int | None, key: str | None
) -> list[UsageRow]:
    try:
        base = base_url(server)
    except ValueError as error:
        raise CliError(f"--server is not a valid URL: it {error}", USAGE) from None
    url = join(base, "/usage" if base.endswith("/v1") else "/api/v1/usage")
    query = {
        "by": ",".join(by),
        "since": None if since is None else day_text(since),
        "until": None if until is None else day_text(until),
        "key": key,
    }
    headers = {"Authorization": f"Bearer {variable('OPENROUTER_API_KEY') or ANY_KEY}"}
    given = {name: value for name, value in query.items() if value is not None}
    transport = sync_transport(Proxies.from_environment())
    try:
        with httpx.Client(transport=transport, trust_env=False, timeout=TIMEOUT) as client:
            return _rows(client.get(url, params=given, headers=headers))
    except httpx.HTTPError as error:
        raise CliError(
            f"The service at {server} could not be reached: {error}", UNREACHABLE
        ) from None


def _rows(response: httpx.Response) -> list[UsageRow]:
    try:
        body = response.json()
        if response.is_success:
            return [UsageRow.model_validate(row) for row in body["data"]]
        message = str(body["error"]["message"])
    except (ValueError, KeyError, TypeError):
        raise not_this_api(response) from None
    raise CliError(message, UNREACHABLE if response.status_code >= 500 else REFUSED)


def _print(rows: Sequence[UsageRow], columns: Sequence[str], form: str | None) -> None:
    facts = [{name: getattr(row, name) for name in columns} for row in rows]
    if form == "json":
        click.echo(json.dumps(facts, indent=1))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows({name: _exact(value) for name, value in row.items()} for row in facts)
    elif not rows:
        click.echo("Nothing was submitted in these days.")
    else:
        _print_table(facts, columns)


def _print_table(facts: Sequence[dict[str, Any]], columns: Sequence[str]) -> None:
    if not any(row.get("key_name") for row in facts):
        columns = [name for name in columns if name != "key_name"]
    table = Table(box=None, pad_edge=False, show_footer=len(facts) > 1)
    for number, name in enumerate(columns):
        is_number = name in _NUMBERS
        total = _shown(name, sum(row[name] for row in facts)) if is_number else ""
        footer = total if is_number else "total" if number == 0 else ""
        justify: Literal["left", "right"] = "right" if is_number else "left"
        table.add_column(name.replace("_", " "), footer, overflow="fold", justify=justify)
    for row in facts:
        table.add_row(*(Text(_shown(name, row[name])) for name in columns))
    print_table(table)


def _shown(name: str, value: Any) -> str:
    if name in {"usage", "reserved"}:
        whole, _, part = _exact(round(value, 9)).partition(".")
        return f"${whole}.{part:0<2}"
    return "" if value is None else "".join(c if c.isprintable() else " " for c in str(value))


def _exact(value: Any) -> Any:
    """Return an amount without an exponent."""
    if not isinstance(value, float):
        return value
    return f"{value:.9f}".rstrip("0").rstrip(".") or "0"
