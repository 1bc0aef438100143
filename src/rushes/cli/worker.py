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
from rushes.cli.log import log_to
from rushes.settings import Settings


@click.command()
@click.option(
    "--jobs",
    "worker_jobs",
    type=click.IntRange(min=1),
    help="Most jobs to run at once.  [default: 2000, or what the providers allow]",
)
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where videos are kept without RUSHES_OUTPUTS_URL; must be shared by all hosts.",
)
@click.option(
    "--metrics-port",
    type=click.IntRange(0, 65535),
    help="Port to serve /metrics, /health and /ready on; 0 picks a free one.  [default: none]",
)
@click.option("--metrics-host", help="Address to serve them on.  [default: 127.0.0.1]")
def worker(**given: object) -> None:
    """Run jobs from RUSHES_DATABASE_URL until interrupted, on any number of hosts.

    The first interrupt hands the jobs over to other workers and waits for requests in flight; a
    second one ends the process at once.
    """
    console = Console(stderr=True)
    log_to(console)
    with explained():
        settings = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        if settings.database_url is None:
            raise click.UsageError("A worker needs RUSHES_DATABASE_URL.")
        console.print(f"Rushes {__version__} runs jobs until interrupted", highlight=False)
        asyncio.run(_until_interrupted(settings, console))


async def _until_interrupted(settings: Settings, console: Console) -> None:
    def on_monitored(url: str) -> None:
        console.print(f"Metrics {url}/metrics, health {url}/ready", highlight=False)

    working = asyncio.ensure_future(work(settings, on_monitored))
    loop = asyncio.get_running_loop()
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
