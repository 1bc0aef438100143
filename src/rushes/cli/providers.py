"""`rushes providers`: which providers there are, which are switched on, and how they fare."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from rushes.cli.errors import explained
from rushes.cli.options import store_options
from rushes.jobs.account_reports import AccountReports
from rushes.jobs.provider_facts import provider_facts
from rushes.routing.health import Health
from rushes.runtime import open_store
from rushes.settings import Settings, settings_for

WIDE = 100  # columns; a narrower terminal shows one variable of each provider


@click.command()
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def providers(data_dir: Path | None, as_json: bool) -> None:
    """List the providers, their credentials, and their health."""
    with explained():
        settings = settings_for(data_dir)
        health = asyncio.run(_health(settings))
        shown = provider_facts(settings, health)
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


def _print(shown: list[dict[str, Any]]) -> None:
    console = Console()
    if not console.is_terminal:  # one line per provider, for scripts
        for facts in shown:
            click.echo(f"{facts['provider']}\t{facts['state']}\t{facts['key']}")
        return
    is_wide = console.width >= WIDE
    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in ("provider", "state", "models", "key"):
        table.add_column(name, no_wrap=name != "key", overflow="fold")  # names are to be copied
    for facts in shown:
        key = facts["key"] if is_wide else _briefly(facts)
        if "problem" in facts:
            key += f"; {facts['problem']}, out for {facts['out_for']} s"
        table.add_row(facts["provider"], facts["state"], str(facts["models"] or "–"), key)
    console.print(table)
    click.echo("Switch providers on with RUSHES_PROVIDERS, or `providers` in rushes.toml.")
    if not is_wide and any("variables" in facts for facts in shown):
        click.echo("RUSHES_<PROVIDER>_API_KEY also sets a key, such as RUSHES_FAL_API_KEY.")


def _briefly(facts: dict[str, Any]) -> str:
    """Return what is shown of a key in a narrow terminal: one variable, the vendor's if any."""
    if "variables" not in facts:
        return str(facts["key"])
    own, *others = facts["variables"]
    return f"set {others[0] if others else own}"
