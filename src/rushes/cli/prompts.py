"""Prompts from a file, or from stdin."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rushes.cli.errors import explained

DASH = Path("-")  # stdin or stdout
FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


def prompt_in(file: Path) -> str:
    """Return a file's text as one prompt; raise click.UsageError if it holds none."""
    return _text(file, "--prompt-file")


def prompts_in(file: Path) -> list[str]:
    """Return the lines of a file that are not empty; raise click.UsageError if there is none."""
    lines = map(str.strip, _text(file, "--prompts").splitlines())
    return [line for line in lines if line]


def _text(file: Path, option: str) -> str:
    with explained():
        data = sys.stdin.buffer.read() if file == DASH else file.read_bytes()
    name = "stdin" if file == DASH else str(file)
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise click.UsageError(f"{option}: {name} is not text in UTF-8.") from None
    if not text:
        raise click.UsageError(f"{option}: {name} is empty.")
    return text
