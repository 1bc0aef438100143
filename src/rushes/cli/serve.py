"""`rushes serve`: the service, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from rushes import __version__
from rushes.catalog.model import load_catalog
from rushes.cli.errors import explained
from rushes.cli.log import log_to
from rushes.providers.accounts import accounts_of, unused_keys
from rushes.server import serve as run_server
from rushes.settings import Settings


@click.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=int, help="Port to listen on; 0 picks a free one.  [default: 8787]")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where jobs and videos are kept.  [default: the platform's data folder]",
)
@click.option(
    "--no-worker",
    is_flag=True,
    help="Leave the jobs to `rushes worker`; needs RUSHES_DATABASE_URL.",
)
def serve(host: str | None, port: int | None, data_dir: Path | None, no_worker: bool) -> None:
    """Serve the API until interrupted.

    Every setting is also an environment variable, RUSHES_<NAME>; see docs/reference/settings.md.
    """
    given = {"host": host, "port": port, "data_dir": data_dir}
    console = Console(stderr=True)
    log_to(console)
    with explained():
        settings = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        if no_worker and settings.database_url is None:
            raise click.UsageError(
                "--no-worker needs RUSHES_DATABASE_URL; without it no other process runs jobs."
            )
        run_server(settings, lambda url: _greet(console, url, settings), worker=not no_worker)


def _greet(console: Console, url: str, settings: Settings) -> None:
    lines = [
        f"Rushes {__version__} serves {url}/api/v1",
        f"docs {url}/docs, {_place(settings)}",
        *_providers(settings),
        _access(settings),
        f"Point OpenRouter code here with OPENROUTER_BASE_URL={url}/api/v1",
    ]
    for line in lines:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _place(settings: Settings) -> str:
    database = "" if settings.database_url is None else "jobs in PostgreSQL, "
    return f"{database}data {settings.outputs_url or settings.data_dir}"


def _providers(settings: Settings) -> Iterator[str]:
    accounts = accounts_of(settings)
    models = load_catalog().models
    if accounts:
        names = ", ".join(f"{account.id} (key {account.hint})" for account in accounts)
        yield f"Videos are made, and charged for, by {names}"
    else:
        yield f"All {len(models)} models are rendered by the offline procedural engine"
    for name, slug in unused_keys(settings):
        yield f"{name} is set but not used; to spend with it, add {slug} to RUSHES_PROVIDERS"


def _access(settings: Settings) -> str:
    if settings.api_keys:
        return f"{len(settings.api_keys)} API keys are accepted, each sees its own jobs"
    return "No API keys are configured: any bearer token is accepted, from this machine only"
