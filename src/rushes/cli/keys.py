"""`rushes keys`: the API keys of the store, whether or not a service is running."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rushes.catalog.model import Catalog
from rushes.catalog.own_models import catalog_of
from rushes.catalog.refusal import InvalidRequestError
from rushes.cli.errors import REFUSED, USAGE, CliError, explained
from rushes.cli.options import store_options
from rushes.clock import unix_time
from rushes.keys.changes import (
    LONGEST_GRACE,
    MOST,
    KeyChanges,
    NewKeyRequest,
    change_key,
    create_key,
    facts_of,
    revoke_key,
    rotate_key,
    state_of,
)
from rushes.runtime import open_store
from rushes.settings import Settings, settings_for
from rushes.store.api_key import ApiKey
from rushes.store.api_keys import ApiKeyTable

T = TypeVar("T")
MOST_LISTED = 10_000  # keys
DAY = 86_400  # seconds
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": DAY}
_SPAN = re.compile(r"(\d{1,9})([smhd])")


def _span(_: click.Context, __: click.Parameter, value: str) -> int:
    """Return the seconds of a text such as 24h."""
    if (seconds := _seconds(value)) is None:
        raise click.BadParameter(f"{value!r} is not a span such as 30m, 24h or 7d, up to 365d")
    return seconds


def _time(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    """Return a time that is given, or that is a span from now; None for `none`."""
    if value is None or value == "none":
        return None
    if (seconds := _seconds(value)) is not None:
        return datetime.fromtimestamp(unix_time() + seconds, UTC)
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        problem = "is not a time such as 30d, 2027-01-31 or 2027-01-31T12:00:00Z, or `none`"
        raise click.BadParameter(f"{value!r} {problem}") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _count(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return a count; None for `none`."""
    if value is None or value == "none":
        return None
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:12]) <= MOST):
        raise click.BadParameter(f"{value[:40]!r} is not an integer from 1 to {MOST}, or `none`")
    return int(value)


def _seconds(text: str) -> int | None:
    found = _SPAN.fullmatch(text)
    seconds = int(found[1]) * _UNITS[found[2]] if found else LONGEST_GRACE + 1
    return seconds if seconds <= LONGEST_GRACE else None


def _counted(name: str, text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, metavar="N", callback=_count, help=text)


_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_LIMITS = (
    click.option("--model", "models", multiple=True, help="Allow this model only; repeatable."),
    click.option(
        "--provider", "providers", multiple=True, help="Allow this provider only; repeatable."
    ),
    _counted("--max-open-jobs", "Most jobs that may be open at once."),
    _counted("--submits-per-minute", "Most submits in a minute."),
    _counted("--polls-per-minute", "Most other requests in a minute."),
    click.option(
        *("--expires", "expires_at"),
        metavar="TIME",
        callback=_time,
        help="A time, or a span such as 30d.",
    ),
)


def _limits(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_LIMITS):
        command = option(command)
    return command


@click.group()
def keys() -> None:
    """Manage the API keys of a service.

    They are valid beside those of RUSHES_API_KEYS. Changes reach a running service within seconds.
    """


@keys.command()
@click.option("--name", required=True, help="What the key is for.")
@click.option("--admin", is_flag=True, help="Let it manage keys over HTTP.")
@_limits
@store_options
@_as_json
def create(data_dir: Path | None, as_json: bool, **given: Any) -> None:
    """Create a key and print it.

    It is shown this once: only a digest of it is kept. From the first key on, a service accepts no
    others than these and those of RUSHES_API_KEYS.
    """
    request = {name: value for name, value in given.items() if value not in {None, ()}}
    made = _run(
        data_dir,
        lambda table, catalog: create_key(table, NewKeyRequest.model_validate(request), catalog),
        creates=True,
    )
    key, text = _found(made, "")
    _show_new(key, text, as_json=as_json)


@keys.command("list")
@store_options
@_as_json
def list_keys(data_dir: Path | None, as_json: bool) -> None:
    """List the keys that were not revoked, newest first."""
    found = _run(data_dir, lambda table, _: table.page(MOST_LISTED)) or []
    if as_json:
        click.echo(json.dumps([facts_of(key) for key in found], indent=1))
        return
    table = Table(box=None, pad_edge=False)
    for column in ("id", "name", "state", "admin", "last used"):
        table.add_column(column, overflow="fold")
    for key in found:
        used = facts_of(key)["last_used_at"] or "never"
        admin = "yes" if key.admin else ""
        table.add_row(key.id, Text(key.name), state_of(key), admin, used)
    if found:
        Console().print(table)
    else:
        click.echo("There are no keys.")


@keys.command()
@click.argument("key_id")
@store_options
@_as_json
def show(key_id: str, data_dir: Path | None, as_json: bool) -> None:
    """Show a key's limits and state; KEY_ID is the part between `sk-rushes-` and the next dash."""
    _show(_found(_run(data_dir, lambda table, _: table.get(key_id)), key_id), as_json=as_json)


@keys.command()
@click.argument("key_id")
@click.option("--name", help="What the key is for.")
@click.option("--admin/--no-admin", default=None, help="Whether it may manage keys over HTTP.")
@click.option("--disable/--enable", "disabled", default=None, help="Whether it is refused for now.")
@_limits
@click.option("--any-model", is_flag=True, help="Allow all models.")
@click.option("--any-provider", is_flag=True, help="Allow all providers.")
@store_options
@_as_json
@click.pass_context
def update(
    ctx: click.Context,
    /,
    key_id: str,
    data_dir: Path | None,
    as_json: bool,
    any_model: bool,
    any_provider: bool,
    **given: Any,
) -> None:
    """Change a key; `none` takes a number or the expiry away."""
    asked = {
        name: value
        for name, value in given.items()
        if ctx.get_parameter_source(name) is not click.core.ParameterSource.DEFAULT
    }
    asked |= ({"models": None} if any_model else {}) | ({"providers": None} if any_provider else {})
    if not asked:
        raise click.UsageError("Give an option that changes something.")
    changed = _run(
        data_dir,
        lambda table, catalog: change_key(table, key_id, KeyChanges.model_validate(asked), catalog),
    )
    _show(_found(changed, key_id), as_json=as_json)


@keys.command()
@click.argument("key_id")
@click.option(
    "--grace",
    metavar="SPAN",
    callback=_span,
    default="24h",
    show_default=True,
    help="How long the present key stays valid; 0s after a leak.",
)
@store_options
@_as_json
def rotate(key_id: str, grace: int, data_dir: Path | None, as_json: bool) -> None:
    """Replace a key by a new one, which keeps its jobs and limits, and print it."""
    rotated = _run(data_dir, lambda table, _: rotate_key(table, key_id, grace))
    key, text = _found(rotated, key_id)
    _show_new(key, text, as_json=as_json)


@keys.command()
@click.argument("key_id")
@store_options
@_as_json
def revoke(key_id: str, data_dir: Path | None, as_json: bool) -> None:
    """Make a key invalid for ever."""
    _show(_found(_run(data_dir, lambda t, _: revoke_key(t, key_id)), key_id), as_json=as_json)


def _run(
    data_dir: Path | None,
    operation: Callable[[ApiKeyTable, Catalog], Awaitable[T]],
    *,
    creates: bool = False,
) -> T | None:
    """Run an operation; return None if there is no database, unless it `creates` one."""

    async def run(settings: Settings) -> T:
        async with open_store(settings) as store:
            return await operation(store.api_keys, catalog_of(settings))

    with explained():
        settings = settings_for(data_dir)
        if not (creates or settings.database_url or settings.database.exists()):
            return None
        try:
            return asyncio.run(run(settings))
        except InvalidRequestError as error:
            raise CliError(error.message, USAGE) from None
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            option = "--" + str(first["loc"][0]).replace("_", "-")
            raise CliError(f"{option}: {first['msg']}", USAGE) from None


def _found(result: T | None, key_id: str) -> T:
    if result is None:
        raise CliError(f"There is no key {key_id[:100]!r}, or it was revoked", REFUSED)
    return result


def _show_new(key: ApiKey, text: str, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"key": text, **facts_of(key)}, indent=1))
        return
    click.echo(text)
    click.echo(f"This is the key {key.id} ({key.name}). It is not shown again.", err=True)


def _show(key: ApiKey, *, as_json: bool) -> None:
    facts = facts_of(key)
    if as_json:
        click.echo(json.dumps(facts, indent=1))
        return
    for name, value in facts.items():
        if value is not None:
            shown = ", ".join(value) or "none" if isinstance(value, tuple) else value
            click.echo(f"{name.replace('_', ' '):22}{shown}")
