"""Tables and facts on stdout, for people and for pipes."""

from __future__ import annotations

import shutil
import sys
import textwrap

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

WIDE = 10_000  # columns


def print_table(table: Table) -> None:
    """Print a table; where it goes to no terminal, no value is folded, so that it can be found."""
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)


def print_fact(name: str, text: str, name_width: int) -> None:
    """Print a fact; a terminal gets it in lines that begin below each other."""
    lines = [str(plain(text))]
    if sys.stdout.isatty():
        width = max(20, shutil.get_terminal_size().columns - name_width - 1)
        lines = textwrap.wrap(lines[0], width, break_on_hyphens=False) or [""]
    for number, line in enumerate(lines):
        click.echo(f"{'' if number else name:<{name_width}} {line}".rstrip())


def plain(text: str) -> Text:
    """Return a text that cannot command a terminal, nor contain markup."""
    return Text("".join(c if c.isprintable() else " " for c in text))
