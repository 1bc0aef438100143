"""`rushes mcp`: a server by which agents make videos."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any, NoReturn

import click

from rushes.cli.errors import USAGE, CliError, explained
from rushes.cli.generate import finite
from rushes.cli.log import log_options, log_warnings, logged
from rushes.cli.options import store_options
from rushes.settings import Settings
from rushes.tracing import TracingError

PORT = 8788


@click.command()
@click.option(
    "--http",
    "port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help=f"Serve http://127.0.0.1:PORT/mcp, for example {PORT}; without it, stdin and stdout.",
)
@click.option(
    "--host",
    help="Address to listen on with --http; one beyond this machine needs RUSHES_API_KEYS."
    "  [default: 127.0.0.1]",
)
@click.option(
    "--max-cost",
    type=click.FloatRange(min=0),
    callback=finite,
    default=0.0,
    metavar="USD",
    help="Most that one video may cost; agents can only lower it.  [default: 0, no paid videos]",
)
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, writable=True, resolve_path=True, path_type=Path),
    help="Where agents may read images, and where finished videos are saved.",
)
@click.option(
    "--server",
    metavar="URL",
    help="Service to use; default: OPENROUTER_BASE_URL, else one inside this command.",
)
@store_options
@log_options[0]
@click.option(
    "--log-level",
    type=click.Choice(["debug", "info", "warning", "error"]),
    help="The least level of lines that are logged.  [default: warning]",
)
def mcp(
    port: int | None,
    host: str | None,
    max_cost: float,
    folder: Path | None,
    server: str | None,
    **given: Any,
) -> None:
    """Serve agents over the Model Context Protocol.

    A client starts it and talks to it over stdin and stdout; see docs/mcp.md. Needs the extra mcp.
    """
    if host is not None and port is None:
        raise click.UsageError("--host needs --http PORT.")
    try:
        from rushes.cli.mcp_server import server_of  # noqa: PLC0415 - the extra may be missing
        from rushes.cli.mcp_service import AgentService  # noqa: PLC0415
        from rushes.cli.mcp_tools import VideoTools  # noqa: PLC0415
        from rushes.cli.mcp_transports import (  # noqa: PLC0415
            check_listening,
            serve_http,
            serve_stdio,
        )
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in {"mcp", "mcp_types"}:
            raise
        raise CliError("The MCP SDK is not installed: pip install 'rushes[mcp]'", USAGE) from error
    with explained():
        settings = Settings(**{name: value for name, value in given.items() if value is not None})
        if port is not None:
            listening = {"host": host or "127.0.0.1", "port": port}
            check_listening(http := settings.model_copy(update=listening))
    signal.signal(signal.SIGTERM, _interrupt)
    if "log_level" not in settings.model_fields_set:
        settings = settings.model_copy(update={"log_level": "warning"})  # clients show stderr
    with explained(TracingError), logged(settings), explained():
        log_warnings()
        with AgentService(server, settings).opened() as service:
            protocol = server_of(VideoTools(service, max_cost, folder))
            if port is None:
                serve_stdio(protocol)
            else:
                serve_http(protocol, http, _greet)


def _greet(url: str) -> None:
    click.echo(f"Agents are served at {url}", err=True)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt
