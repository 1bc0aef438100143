"""`rushes config`: which settings are in effect, what is wrong with them, and a file to begin."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rushes.cli.errors import FAILED, USAGE, CliError, explained
from rushes.cli.options import config_option, store_options
from rushes.cli.serve import hooks_of
from rushes.config_file import DEFAULT, VARIABLE, ConfigError, read_config
from rushes.configuration.check import problems
from rushes.configuration.effective import Effective, effective
from rushes.configuration.template import template
from rushes.private_files import create_private
from rushes.settings import settings_for


@click.group()
def config() -> None:
    """Show and check the settings, or begin a file of them."""


@config.command()
@click.option("--changed", is_flag=True, help="Only those that something sets.")
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def show(changed: bool, data_dir: Path | None, as_json: bool) -> None:
    """Print every setting, what sets it, and what a change of it needs.

    It is set by a default, a line of the file, a variable, or an option. A change needs a reload
    (SIGHUP) or a restart. Secrets are hidden.
    """
    with explained():
        options = {} if data_dir is None else {"data_dir": "--data-dir"}
        rows = list(effective(settings_for(data_dir), options))
    shown = [row for row in rows if not changed or row.kind != "default"]
    if as_json:
        click.echo(json.dumps([asdict(row) for row in shown], indent=1))
        return
    if shown:
        _print(shown)
    else:
        click.echo("Nothing is set; all settings have their defaults.")


def _print(rows: list[Effective]) -> None:
    console = Console()
    if not console.is_terminal:  # one line for each setting, for scripts
        for row in rows:
            click.echo("\t".join((row.name, _text(row.value), row.source, _needs(row))))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    table.add_column("setting", no_wrap=True)
    table.add_column("value", overflow="fold")
    table.add_column("from", overflow="fold")
    table.add_column("change needs", no_wrap=True)
    for row in rows:
        table.add_row(row.name, Text(_text(row.value)), Text(row.source), _needs(row))
    console.print(table)


def _needs(row: Effective) -> str:
    return "reload" if row.reloadable else "restart"


def _text(value: Any) -> str:
    if value is None:
        return "none"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


@config.command()
@click.argument("file", required=False, type=click.Path(path_type=Path))
@config_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of lines.")
def check(file: Path | None, as_json: bool) -> None:
    """Report what is wrong with the settings.

    They are those of FILE, or of the file in effect, and the environment. Nothing is started and
    nobody is called. The exit code is 1 if there is an error, and 0 with warnings alone.
    """
    if file is not None:
        os.environ[VARIABLE] = str(file)
    found = problems([hooks_of])
    errors = [problem for problem in found if problem.level == "error"]
    if as_json:
        click.echo(json.dumps([asdict(problem) for problem in found], indent=1))
    else:
        for problem in found:
            click.echo(f"{problem.level:8} {problem.text}")
        if not errors:
            click.echo(f"ok       {_checked()}")
    if errors:
        raise click.exceptions.Exit(FAILED)


def _checked() -> str:
    try:
        path = read_config().path
    except ConfigError:
        path = None
    return f"{path} and the environment" if path else "the environment; there is no rushes.toml"


@config.command()
@click.argument("file", default=DEFAULT, type=click.Path(path_type=Path))
def init(file: Path) -> None:
    """Write a commented rushes.toml.

    It sets nothing yet, and only its owner can read it. A FILE that exists is not overwritten.
    """
    try:
        with os.fdopen(create_private(file), "w", encoding="utf-8") as opened:
            opened.write(template())
    except FileExistsError:
        raise CliError(f"{file} exists; remove it, or give another name", USAGE) from None
    except OSError as error:
        raise CliError(f"{file} cannot be written: {error.strerror}", USAGE) from None
    click.echo(f"Wrote {file}. Edit it, then run `rushes config check {file}`.")
