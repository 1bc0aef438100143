"""Tables on stdout, for people and for pipes."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.table import Table

WIDE = 10_000  # columns


def print_table(table: Table) -> None:
    """Print a table; where it goes to no terminal, no value is folded, so that it can be found."""
    Console(width=None if sys.stdout.isatty() else WIDE).print(table)
