"""`rushes worker`: run jobs from a PostgreSQL database, without the API."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from functools import partial

import click

from rushes import __version__
from rushes.app import work
from rushes.cli.errors import explained
from rushes.cli.log import hide_secrets, log, log_options, log_warnings, logged
from rushes.cli.options import store_options
from rushes.logs import event
from rushes.reload import Apply, Load, Reloader, on_hangup, outlive_hangups
from rushes.settings import Settings
from rushes.tracing import TracingError


@click.command()
@click.option(
    "--jobs",
    "worker_jobs",
    type=click.IntRange(min=1),
    help="Most jobs to run at once.  [default: 2000, or what the providers allow]",
)
@click.option(
    "--priority",
    type=click.Choice(["normal", "low", "idle"]),
    default="low",
    show_default=True,
    help="How it shares the CPU with other processes, such as APIs; idle takes what they leave.",
)
@store_options
@click.option(
    "--metrics-port",
    type=click.IntRange(0, 65535),
    help="Port to serve /metrics, /health and /ready on; 0 picks a free one.  [default: none]",
)
@click.option("--metrics-host", help="Address to serve them on.  [default: 127.0.0.1]")
@log_options[0]
@log_options[1]
def worker(priority: str, **given: object) -> None:
    """Run jobs from RUSHES_DATABASE_URL until interrupted, on any number of hosts.

    The first interrupt hands the jobs over to other workers and waits for requests in flight; a
    second one ends the process at once. SIGHUP reloads the configuration; see
    docs/configuration.md.
    """
    outlive_hangups()

    def load() -> Settings:
        read = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        hide_secrets(read)
        return read

    with explained():
        settings = load()
        if settings.database_url is None:
            raise click.UsageError("A worker needs RUSHES_DATABASE_URL.")
    _set_priority(priority)
    with explained(TracingError), logged(settings), explained():
        log_warnings()
        is_text = settings.log_format == "text"
        if is_text:
            click.echo(f"Worker started, Rushes {__version__}; Ctrl-C stops it", err=True)
        with asyncio.Runner(loop_factory=_event_loop) as runner:
            runner.run(_until_interrupted(settings, load, announces=is_text))


def _set_priority(priority: str) -> None:
    """Set it for this thread, and so for all threads and processes that it starts."""
    if priority == "idle" and hasattr(os, "SCHED_IDLE"):  # on Linux
        with contextlib.suppress(PermissionError):  # a container may forbid it
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
            return
    if priority != "normal" and hasattr(os, "nice"):  # not on Windows
        os.nice({"low": 10, "idle": 19}[priority])


def _event_loop() -> asyncio.AbstractEventLoop:
    """Return the kind of loop that the service runs on: uvloop's, where there is one."""
    try:
        import uvloop  # noqa: PLC0415 - not on every system
    except ImportError:  # as on Windows
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


async def _until_interrupted(settings: Settings, load: Load, *, announces: bool) -> None:
    def on_ready(apply: Apply) -> None:
        on_hangup(Reloader(load, apply).ask, partial(stop, signal.SIGHUP))

    def on_monitored(url: str) -> None:
        if announces:
            click.echo(f"Metrics {url}/metrics, health {url}/ready", err=True)

    working = asyncio.ensure_future(work(settings, on_ready, on_monitored))
    loop = asyncio.get_running_loop()
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
