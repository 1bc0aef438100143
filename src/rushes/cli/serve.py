"""`rushes serve`: the service, on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from rushes import __version__
from rushes.catalog.model import load_catalog
from rushes.cli.errors import explained
from rushes.cli.initial_key import store_initial_key
from rushes.cli.log import hide_secrets, log_options, log_warnings, logged
from rushes.cli.options import store_options
from rushes.providers.accounts import accounts_of, unused_keys
from rushes.reload import outlive_hangups
from rushes.runtime import Hooks
from rushes.server import serve as run_server
from rushes.settings import SettingError, Settings
from rushes.testing.kit_settings import with_defaults
from rushes.tracing import TracingError


@click.command()
@click.option("--host", help="Address to listen on.  [default: 127.0.0.1]")
@click.option("--port", type=int, help="Port to listen on; 0 picks a free one.  [default: 8787]")
@store_options
@click.option(
    "--no-worker",
    is_flag=True,
    help="Leave the jobs to `rushes worker`; needs RUSHES_DATABASE_URL.",
)
@click.option(
    "--initial-key",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where there is no API key yet, create an admin key and write it to this file.",
)
@click.option(
    "--testing", is_flag=True, help="Serve failures on demand, for tests; see docs/testing.md."
)
@click.option(
    "--testing-seed",
    type=click.IntRange(min=0),
    metavar="N",
    help="With --testing: make ids, seeds and scenarios repeatable.",
)
@click.option(
    "--emulation",
    type=click.Choice(["instant", "render"]),
    help="How the offline engine makes videos: a slate in milliseconds, or a render of the prompt."
    "  [default: render]",
)
@log_options[0]
@log_options[1]
@click.option(
    "--latency",
    "emulation_latency",
    type=click.Choice(["none", "realistic"]),
    help="Whether its videos take as long as the emulated model.  [default: none]",
)
def serve(*, no_worker: bool, initial_key: Path | None, testing: bool, **given: object) -> None:
    """Serve the API until interrupted.

    Every setting is also an environment variable, RUSHES_<NAME>; see docs/reference/settings.md.
    SIGHUP reloads the configuration; see docs/configuration.md.
    """
    given["testing"] = testing or None
    console = Console(stderr=True)
    outlive_hangups()

    def load() -> Settings:
        read = Settings(**{k: v for k, v in given.items() if v is not None})  # type: ignore[arg-type]  # the values' types are the options'
        if read.testing:
            read = with_defaults(read)
        hooks_of(read)  # which says what cannot be combined
        hide_secrets(read)
        return read

    with explained():
        settings = load()
        if no_worker and settings.database_url is None:
            raise click.UsageError(
                "--no-worker needs RUSHES_DATABASE_URL; without it no other process runs jobs."
            )
        if initial_key is not None and store_initial_key(settings, initial_key):
            console.print(f"An admin key was created, in {initial_key}", soft_wrap=True)
    with explained(TracingError), logged(settings), explained():
        log_warnings()
        run_server(
            settings,
            lambda url, needs_key: _greet(console, url, settings, needs_key=needs_key),
            worker=not no_worker,
            hooks=hooks_of(settings),
            load=load,
        )


def hooks_of(settings: Settings) -> Hooks | None:
    """Return the test kit, if it is wanted; raises SettingError if that cannot be."""
    if settings.testing:
        from rushes.testing.kit import TestKit  # noqa: PLC0415 - for tests only

        return TestKit(settings)
    for name in ("testing_seed", "test_credits"):
        if getattr(settings, name) is not None:
            raise SettingError(name, "needs `rushes serve --testing`")
    return None


def _greet(console: Console, url: str, settings: Settings, *, needs_key: bool) -> None:
    if settings.log_format == "json":  # which has a line for it
        return
    lines = [
        f"Rushes {__version__} serves {url}/api/v1",
        f"playground {url}/, docs {url}/docs, {_place(settings)}",
        *_providers(settings),
        _access(settings, needs_key=needs_key),
        *_testing(url, settings),
        f"Point OpenRouter code here with OPENROUTER_BASE_URL={url}/api/v1",
    ]
    for line in lines:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


def _place(settings: Settings) -> str:
    database = "" if settings.database_url is None else "jobs in PostgreSQL, "
    return f"{database}data {settings.outputs_url or settings.data_dir}"


def _providers(settings: Settings) -> Iterator[str]:
    if settings.replay is not None:
        yield f"Requests are answered from the recordings in {settings.replay}"
        return
    if settings.record is not None:
        yield f"Exchanges with providers are recorded in {settings.record}"
    accounts = accounts_of(settings)
    models = load_catalog().models
    if accounts:
        names = ", ".join(f"{account.id} (key {account.hint})" for account in accounts)
        yield f"Videos are made, and charged for, by {names}"
    else:
        how = "emulated instantly, by slates," if settings.emulation == "instant" else "rendered"
        yield f"All {len(models)} models are {how} by the offline procedural engine"
    for name, slug in unused_keys(settings):
        yield f"{name} is set but not used; to spend with it, add {slug} to RUSHES_PROVIDERS"


def _testing(url: str, settings: Settings) -> Iterator[str]:
    if settings.testing:
        yield (
            "Testing: failures on demand by [rushes:NAME] in a prompt, such as [rushes:failed], or"
            f" {url}/rushes/scenarios; see docs/testing.md"
        )


def _access(settings: Settings, *, needs_key: bool) -> str:
    if settings.api_keys:
        number = len(settings.api_keys)
        keys = "1 API key is" if number == 1 else f"{number} API keys are"
        return f"{keys} accepted, and those that are stored; each sees its own jobs"
    if needs_key:
        return "The API keys that are stored are accepted; each sees its own jobs"
    return "No API keys are configured: any bearer token is accepted, from this machine only"
