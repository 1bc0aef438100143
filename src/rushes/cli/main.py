"""The `rushes` command and what its subcommands share."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from importlib import import_module
from typing import Any

import click

from rushes import __version__
from rushes.sdk._official import active_openrouter

EXIT_CODES = """\b
Exit codes:
  0    done
  1    the job ended failed, cancelled or expired, or a check found damage
  2    wrong usage
  3    the request was refused, or the job is unknown
  4    the service could not be reached or failed
  130  interrupted; the job continues or can be resumed"""


class Commands(click.Group):
    """Loads a command's module only when that command runs: importing them all takes a second."""

    names = (
        *("generate", "serve", "worker", "models", "jobs", "providers"),
        *("keys", "usage", "webhooks", "config", "doctor", "admin", "db", "mcp", "completion"),
    )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of `names`; click would sort them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.names:
            return None
        command: click.Command = getattr(import_module(f"rushes.cli.{cmd_name}"), cmd_name)
        return command

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        try:
            return super().make_context(*args, **extra)
        except KeyboardInterrupt:  # which click would report as code 1
            raise SystemExit(_interrupted()) from None

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(_interrupted())
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader has seen enough
                raise
            _discard_output()
            click.echo(f"Error: {error}", err=True)
            ctx.exit(2)


def _interrupted() -> int:
    click.echo("Interrupted.", err=True)
    return 130


def _discard_output() -> None:
    """Drop the rest of stdout, which Python would write at its end with a traceback."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        click.echo(f"rushes, version {__version__}\nopenrouter: {active_openrouter()}")
        ctx.exit()


@click.group(cls=Commands, epilog=EXIT_CODES)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version, and which openrouter package is active.",
)
def cli() -> None:
    """Generate videos through OpenRouter's video API, on your own machine.

    Without keys or GPUs, an embedded procedural engine renders real video offline.
    """
