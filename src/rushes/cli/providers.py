"""`rushes providers`: which providers there are, which are switched on, and how they fare."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.catalog.provider_data import ENGINE, ProviderData, load_providers
from rushes.cli.errors import explained
from rushes.cli.options import store_options
from rushes.jobs.account_reports import AccountReports
from rushes.providers.account import Account, own_variable
from rushes.providers.accounts import accounts_of, unused_keys
from rushes.routing.health import Health
from rushes.runtime import open_store
from rushes.settings import Settings, settings_for


@click.command()
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def providers(data_dir: Path | None, as_json: bool) -> None:
    """List the providers, their credentials, and their health."""
    with explained():
        settings = settings_for(data_dir)
        accounts = accounts_of(settings)
        health = asyncio.run(_health(settings))
        shown = [_facts(account, health) for account in accounts]
        enabled = {account.slug for account in accounts}
        shown += [
            _off(slug, data, settings)
            for slug, data in load_providers().items()
            if slug not in enabled | {ENGINE}
        ]
    if as_json:
        click.echo(json.dumps(shown, indent=1))
    else:
        _print(shown)


async def _health(settings: Settings) -> Health:
    # Looking must not create a database.
    if settings.database_url is None and not settings.database.exists():
        return Health()
    async with open_store(settings) as store:
        return await AccountReports(store).health()


def _facts(account: Account, health: Health) -> dict[str, Any]:
    state, now = health.of(account.id), time.time()
    problem = state.problem if state.is_out(now) else None
    facts: dict[str, Any] = {
        "provider": account.id,
        "name": account.name,
        "state": "out" if problem else "on",
        "key": account.hint,
        "base_url": account.shown_url,
        "models": _models(account.data) or len(account.models),
        "in_flight": state.in_flight,
        "problem": problem,
        "detail": state.detail if problem else None,
        "out_for": round(state.out_until - now) if problem else None,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _off(slug: str, data: ProviderData, settings: Settings) -> dict[str, Any]:
    keys = [name for name, of in unused_keys(settings) if of == slug]
    wanted = (own_variable(slug, "api_key"), *data.variables)
    return {
        "provider": slug,
        "name": data.name,
        "state": "off",
        "key": f"{keys[0]} is set but not used" if keys else f"set {' or '.join(wanted)}",
        "models": _models(data),
    }


def _models(data: ProviderData) -> int:
    return len({endpoint.model for endpoint in data.endpoints})


def _print(shown: list[dict[str, Any]]) -> None:
    console = Console()
    if not console.is_terminal:  # one line per provider, for scripts
        for facts in shown:
            click.echo(f"{facts['provider']}\t{facts['state']}\t{facts['key']}")
        return
    table = Table(box=None, header_style="bold")
    for name in ("provider", "state", "models", "key"):
        table.add_column(name, no_wrap=name != "key", overflow="fold")  # names are to be copied
    for facts in shown:
        state = facts["state"]
        if "problem" in facts:
            state = f"out for {facts['out_for']} s: {facts['problem']}"
        table.add_row(facts["provider"], state, str(facts["models"] or "–"), facts["key"])
    console.print(table)
    console.print("Switch providers on with RUSHES_PROVIDERS, or `providers` in rushes.toml.")
