"""The `rushes` command and what its subcommands share."""

from __future__ import annotations

from importlib import import_module

import click

from rushes import __version__

EXIT_CODES = """\b
Exit codes:
  0    done
  1    the job ended failed, cancelled or expired
  2    wrong usage
  3    the request was refused, or the job is unknown
  4    the service could not be reached or failed
  130  interrupted; the job goes on or can be resumed"""


class Commands(click.Group):
    """Load a command's module when the command is named: the service's parts take a second."""

    names = ("generate", "serve", "worker", "models", "jobs")

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which people need them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name."""
        if cmd_name not in self.names:
            return None
        command: click.Command = getattr(import_module(f"rushes.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="rushes")
def cli() -> None:
    """Generate videos through OpenRouter's video API, on your own machine.

    Without keys or GPUs, an embedded procedural engine renders real video offline.
    """
