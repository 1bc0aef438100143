"""The `rushes` command and what its subcommands share."""

from __future__ import annotations

import click

from rushes import __version__
from rushes.cli.generate import generate
from rushes.cli.jobs import jobs
from rushes.cli.models import models
from rushes.cli.serve import serve

EXIT_CODES = """\b
Exit codes:
  0    done
  1    the job ended failed, cancelled or expired
  2    wrong usage
  3    the request was refused, or the job is unknown
  4    the service could not be reached or failed
  130  interrupted; the job goes on or can be resumed"""


@click.group(epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="rushes")
def cli() -> None:
    """Generate videos through OpenRouter's video API, on your own machine.

    Without keys or GPUs, an embedded procedural engine renders real video offline.
    """


cli.add_command(generate)
cli.add_command(serve)
cli.add_command(models)
cli.add_command(jobs)
