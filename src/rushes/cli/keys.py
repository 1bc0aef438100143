"""`rushes keys`: the API keys of the store, whether or not a service is running."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import click
from pydantic import SecretStr, ValidationError
from rich.table import Table
from rich.text import Text

from rushes.catalog.own_models import catalog_of
from rushes.catalog.refusal import InvalidRequestError
from rushes.cli.amounts import amount_or_none
from rushes.cli.errors import REFUSED, USAGE, CliError, explained
from rushes.cli.options import store_options
from rushes.cli.spans import seconds_of, time_of
from rushes.cli.tables import print_table
from rushes.keys.changes import (
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
from rushes.keys.spending import Spending, spending_of
from rushes.runtime import open_store
from rushes.settings import Settings, settings_for
from rushes.store.api_key import ApiKey
from rushes.store.budget import budgets_of
from rushes.store.money import dollars, nano_of_budget
from rushes.store.store import Store

T = TypeVar("T")
MOST_LISTED = 10_000  # keys


def _span(_: click.Context, __: click.Parameter, value: str) -> int:
    """Return the seconds of a text such as 24h."""
    if (seconds := seconds_of(value)) is None:
        raise click.BadParameter(f"{value!r} is not a span such as 30m, 24h or 7d, up to 365d")
    return seconds


def _time(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
    """Return a time that is given, or that is a span from now; None for `none`."""
    return None if value is None or value == "none" else time_of(value)


def _count(_: click.Context, __: click.Parameter, value: str | None) -> int | None:
    """Return a count; None for `none`."""
    if value is None or value == "none":
        return None
    if not (value.isascii() and value.isdigit() and 1 <= int(value[:12]) <= MOST):
        raise click.BadParameter(f"{value[:40]!r} is not an integer from 1 to {MOST}, or `none`")
    return int(value)


def _url(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    return None if value == "none" else value


def secret_of_file(_: click.Context, __: click.Parameter, value: str | None) -> SecretStr | None:
    """Return the secret that a file holds; None for `none`."""
    if value is None or value == "none":
        return None
    try:
        return SecretStr(Path(value).read_text("utf-8").strip())
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not text"
        raise click.BadParameter(f"{value} cannot be read: {reason}") from None


def _counted(name: str, text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(name, metavar="N", callback=_count, help=text)


def _budget(*names: str, text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(*names, metavar="USD", callback=amount_or_none, help=text)


_as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_LIMITS = (
    click.option("--model", "models", multiple=True, help="Allow this model only; repeatable."),
    click.option(
        "--provider", "providers", multiple=True, help="Allow this provider only; repeatable."
    ),
    _budget("--budget", text="Most that its jobs may cost in all."),
    _budget("--daily", "budget_daily", text="Most that they may cost in a UTC day."),
    _budget("--weekly", "budget_weekly", text="The same in a week, from Monday."),
    _budget("--monthly", "budget_monthly", text="The same in a month."),
    _counted("--max-open-jobs", "Most jobs that may be open at once."),
    _counted("--submits-per-minute", "Most submits in a minute."),
    _counted("--polls-per-minute", "Most other requests in a minute."),
    click.option(
        *("--expires", "expires_at"),
        metavar="TIME",
        callback=_time,
        help="A time, or a span such as 30d.",
    ),
    click.option(
        "--callback-url",
        metavar="URL",
        callback=_url,
        help="Where webhooks go of jobs whose request has no callback_url.",
    ),
    click.option(
        *("--callback-secret-file", "callback_secret"),
        metavar="FILE",
        callback=secret_of_file,
        help="A file with the secret that signs the webhooks of the key's jobs.",
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
        lambda store, settings: create_key(
            store.api_keys,
            NewKeyRequest.model_validate(request),
            catalog_of(settings),
            private_urls=settings.fetch_private_urls,
        ),
        creates=True,
    )
    key, text = _found(made, "")
    _show_new(key, text, as_json=as_json)


@keys.command("list")
@store_options
@_as_json
def list_keys(data_dir: Path | None, as_json: bool) -> None:
    """List the keys that were not revoked, newest first."""
    found = _run(data_dir, lambda store, _: store.api_keys.page(MOST_LISTED)) or []
    if as_json:
        click.echo(json.dumps([facts_of(key) for key in found], indent=1))
        return
    table = Table(box=None, pad_edge=False)
    for column in ("id", "name", "state", "admin", "budget", "last used"):
        table.add_column(column, overflow="fold")
    for key in found:
        used = facts_of(key)["last_used_at"] or "never"
        admin = "yes" if key.admin else ""
        budget = ", ".join(str(budget) for budget in budgets_of(key))
        table.add_row(key.id, Text(key.name), state_of(key), admin, budget, used)
    if found:
        print_table(table)
    else:
        click.echo("There are no keys.")


@keys.command()
@click.argument("key_id")
@store_options
@_as_json
def show(key_id: str, data_dir: Path | None, as_json: bool) -> None:
    """Show a key's limits, state and usage.

    KEY_ID is the part between `sk-rushes-` and the next dash.
    """

    async def read(store: Store, _: Settings) -> tuple[ApiKey, Spending] | None:
        key = await store.api_keys.get(key_id)
        if key is None:
            return None
        return key, await spending_of(key.owner, budgets_of(key), store.ledger)

    key, spending = _found(_run(data_dir, read), key_id)
    spent = {name: value for name, value in vars(spending).items() if not name.startswith("limit")}
    _show(key, spent | {"remaining": spending.limit_remaining}, as_json=as_json)


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
    """Change a key; `none` takes a number, a budget, the expiry, the URL, or the secret away.

    A callback secret that is replaced signs beside the new one for 24 hours.
    """
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
        lambda store, settings: change_key(
            store.api_keys,
            key_id,
            KeyChanges.model_validate(asked),
            catalog_of(settings),
            private_urls=settings.fetch_private_urls,
        ),
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
    rotated = _run(data_dir, lambda store, _: rotate_key(store.api_keys, key_id, grace))
    key, text = _found(rotated, key_id)
    _show_new(key, text, as_json=as_json)


@keys.command()
@click.argument("key_id")
@store_options
@_as_json
def revoke(key_id: str, data_dir: Path | None, as_json: bool) -> None:
    """Make a key invalid for ever."""
    revoked = _run(data_dir, lambda store, _: revoke_key(store.api_keys, key_id))
    _show(_found(revoked, key_id), as_json=as_json)


def _run(
    data_dir: Path | None,
    operation: Callable[[Store, Settings], Awaitable[T]],
    *,
    creates: bool = False,
) -> T | None:
    """Run an operation; return None if there is no database, unless it `creates` one."""

    async def run(settings: Settings) -> T:
        async with open_store(settings) as store:
            return await operation(store, settings)

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


def _show(key: ApiKey, spending: Mapping[str, Any] | None = None, *, as_json: bool) -> None:
    facts = {**facts_of(key), **(spending or {})}
    if as_json:
        click.echo(json.dumps(facts, indent=1))
        return
    for name, value in facts.items():
        if value is not None:
            shown = ", ".join(value) or "none" if isinstance(value, tuple) else value
            if isinstance(value, float):  # the only ones are in USD
                shown = dollars(nano_of_budget(Decimal(str(value))))
            click.echo(f"{name.replace('_', ' '):22}{shown}")
