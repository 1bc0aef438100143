"""`rushes mcp`: a server by which agents make videos."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rushes.cli.client_for import open_target
from rushes.cli.errors import USAGE, CliError, explained
from rushes.cli.options import store_options
from rushes.settings import settings_for

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

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
    "--max-cost",
    type=click.FloatRange(min=0),
    default=0.0,
    show_default=True,
    metavar="USD",
    help="Most that one video may cost; agents may lower it.",
)
@click.option(
    "--folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where agents may read images, and where finished videos are saved.",
)
@click.option(
    "--server",
    metavar="URL",
    help="Service to use; default: OPENROUTER_BASE_URL, else one inside this command.",
)
@store_options
def mcp(
    port: int | None,
    max_cost: float,
    folder: Path | None,
    server: str | None,
    data_dir: Path | None,
) -> None:
    """Serve agents over the Model Context Protocol.

    Without --max-cost only videos that cost nothing are made.
    """
    try:
        from rushes.cli.mcp_tools import VideoTools  # noqa: PLC0415 - the extra may be missing
    except ImportError as error:
        raise CliError("`rushes mcp` needs: pip install 'rushes[mcp]'", USAGE) from error
    with explained(), open_target(server, settings_for(data_dir)) as target:
        tools = VideoTools(target.client, max_cost, folder).server()
        if port is None:
            tools.run("stdio")
        else:
            _serve(tools, port)


def _serve(tools: MCPServer[Any], port: int) -> None:
    """Serve until interrupted; the address is told when connections are taken."""
    import uvicorn  # noqa: PLC0415 - stdio does without

    host = "127.0.0.1"
    app = tools.streamable_http_app(host=host)  # which refuses other Host and Origin headers
    with socket.create_server((host, port)) as listener:
        click.echo(f"Agents are served at http://{host}:{listener.getsockname()[1]}/mcp", err=True)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run([listener])
