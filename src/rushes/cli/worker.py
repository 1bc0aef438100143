"""`rushes worker`: run jobs from a PostgreSQL database, without the API."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path

import click
from rich.console import Console

from rushes import __version__
from rushes.app import work
from rushes.cli.errors import explained
from rushes.cli.log import log_to, log_warnings
from rushes.cli.options import store_options
from rushes.reload import Apply, Load, Reloader, on_hangup, outlive_hangups
from rushes.settings import Settings


@click.command()
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Most jobs to run at once.  [default: 2000, or what the providers allow]",
)
@store_options
def worker(jobs: int | None, data_dir: Path | None) -> None:
    """Run jobs from RUSHES_DATABASE_URL until interrupted, on any number of hosts.

    The first interrupt hands the jobs over to other workers and waits for requests in flight; a
    second one ends the process at once. SIGHUP reloads the configuration; see
    docs/configuration.md.
    """
    given = {"worker_jobs": jobs, "data_dir": data_dir}
    console = Console(stderr=True)
    log_to(console)
    outlive_hangups()

    def load() -> Settings:
        return Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'

    with explained():
        settings = load()
        log_warnings()
        if settings.database_url is None:
            raise click.UsageError("A worker needs RUSHES_DATABASE_URL.")
        console.print(f"Rushes {__version__} runs jobs until interrupted", highlight=False)
        asyncio.run(_until_interrupted(settings, load))


async def _until_interrupted(settings: Settings, load: Load) -> None:
    def on_ready(apply: Apply) -> None:
        on_hangup(Reloader(load, apply).ask, stop)

    working, loop = asyncio.ensure_future(work(settings, on_ready)), asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def stop() -> None:
        working.cancel()
        # Without our handlers, a second interrupt ends the process at once.
        for number in signals:
            loop.remove_signal_handler(number)

    for number in signals:
        loop.add_signal_handler(number, stop)
    with contextlib.suppress(asyncio.CancelledError):
        await working
