"""`rushes serve`: the service, on this machine."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from rich.console import Console
from rich.logging import RichHandler

from rushes import __version__
from rushes.catalog.model import load_catalog
from rushes.cli.exits import explained
from rushes.server import serve as run_server
from rushes.settings import Settings


@click.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=int, help="Port to listen on; 0 takes a free one.  [default: 8787]")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.  [default: the platform's data folder]",
)
def serve(host: str | None, port: int | None, data_dir: Path | None) -> None:
    """Serve the API until interrupted.

    Every setting is also an environment variable, RUSHES_<NAME>; see docs/settings.md.
    """
    given = {"host": host, "port": port, "data_dir": data_dir}
    console = Console(stderr=True)
    _log_to(console)
    with explained():
        settings = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        run_server(settings, lambda url: _greet(console, url, settings))


def _greet(console: Console, url: str, settings: Settings) -> None:
    models = load_catalog().models
    emulated = sum(m.emulated for m in models)
    lines = [
        f"Rushes {__version__} serves {url}/api/v1",
        f"docs {url}/docs, data {settings.data_dir}",
        f"{emulated} of {len(models)} models are rendered by the offline procedural engine",
        "No API keys are configured: any bearer token is accepted, from this machine only",
        f"Point OpenRouter code here with OPENROUTER_BASE_URL={url}/api/v1",
    ]
    for line in lines:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _log_to(console: Console) -> None:
    interactive = console.is_terminal
    handler: logging.Handler = (
        RichHandler(console=console, show_path=False) if interactive else logging.StreamHandler()
    )
    form = "%(message)s" if interactive else "%(asctime)s %(levelname)s %(name)s: %(message)s"
    logging.basicConfig(level=logging.INFO, format=form, handlers=[handler])
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
