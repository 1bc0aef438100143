"""`rushes worker`: run jobs from a PostgreSQL database, without the API."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from functools import partial
from pathlib import Path

import click

from rushes import __version__
from rushes.app import work
from rushes.cli.errors import explained
from rushes.cli.log import log, log_options, logged
from rushes.logs import event
from rushes.settings import Settings
from rushes.tracing import TracingError


@click.command()
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Most jobs to run at once.  [default: 2000, or what the providers allow]",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where videos are kept without RUSHES_OUTPUTS_URL; must be shared by all hosts.",
)
@log_options[0]
@log_options[1]
def worker(jobs: int | None, **given: object) -> None:
    """Run jobs from RUSHES_DATABASE_URL until interrupted, on any number of hosts.

    The first interrupt hands the jobs over to other workers and waits for requests in flight; a
    second one ends the process at once.
    """
    given["worker_jobs"] = jobs
    with explained():
        settings = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        if settings.database_url is None:
            raise click.UsageError("A worker needs RUSHES_DATABASE_URL.")
    with explained(TracingError), logged(settings), explained():
        if settings.log_format == "text":
            click.echo(f"Rushes {__version__} runs jobs until interrupted", err=True)
        asyncio.run(_until_interrupted(settings))


async def _until_interrupted(settings: Settings) -> None:
    working, loop = asyncio.ensure_future(work(settings)), asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def stop(reason: signal.Signals) -> None:
        event(log, "worker.stopping", "worker stopping", reason=reason.name)
        working.cancel()
        # Without our handlers, a second interrupt ends the process at once.
        for number in signals:
            loop.remove_signal_handler(number)

    for number in signals:
        loop.add_signal_handler(number, partial(stop, number))
    with contextlib.suppress(asyncio.CancelledError):
        await working
