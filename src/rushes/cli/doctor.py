"""`rushes doctor`: is everything set up, and do the providers take their credentials."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click

from rushes.catalog.checked_request import check_body
from rushes.catalog.endpoint import Endpoint
from rushes.catalog.model import Catalog, model_timeouts
from rushes.catalog.own_models import catalog_of
from rushes.cli.errors import FAILED, CliError, explained
from rushes.config_file import read_config
from rushes.providers.account import Account
from rushes.providers.accounts import accounts_of, resubmitting, unused_keys
from rushes.providers.table import open_provider, routed_accounts
from rushes.routing.endpoint_table import EndpointTable
from rushes.runtime import ENGINE_PACKAGES, open_store
from rushes.sdk import OpenRouter, errors
from rushes.server import background_service
from rushes.settings import Settings
from rushes.store.probe import probe

PROMPT = "A paper boat on calm water"
LONGEST_JOB = 1800.0  # seconds


@click.command()
@click.option("--live", metavar="PROVIDER", help="Ask this provider whether it takes the key.")
@click.option("--spend", is_flag=True, help="With --live: also make and pay its cheapest video.")
def doctor(live: str | None, spend: bool) -> None:
    """Check the configuration, and with --live a provider; without --spend nothing is paid."""
    if spend and live is None:
        raise click.UsageError("--spend needs --live PROVIDER.")
    with explained():
        settings = Settings()
        if live is None:
            _check_setup(settings)
            return
        chosen = settings.model_copy(update={"providers": (live,)})
        accounts = accounts_of(chosen)
        checked = [asyncio.run(_check_account(account)) for account in accounts]
        if problems := [problem for problem in checked if problem is not None]:
            raise CliError("\n".join(problems), FAILED)
        if spend:
            _spend(accounts[0], chosen)


def _check_setup(settings: Settings) -> None:
    for line in _setup(settings):
        click.echo(line)


def _setup(settings: Settings) -> Iterator[str]:
    config = read_config()
    yield f"settings   {config.path or 'no rushes.toml; environment variables only'}"
    accounts = accounts_of(settings)
    resubmitting(settings, accounts)
    routed_accounts(accounts)
    model_timeouts(settings, catalog_of(settings))
    for account in accounts:
        yield f"provider   {account.id}: key {account.hint}, {account.shown_url}"
    if not accounts:
        yield "provider   none: the offline engine makes all videos, free"
    for name, slug in unused_keys(settings):
        yield f"key        {name} is set but not used; add {slug} to RUSHES_PROVIDERS to use it"
    missing = [name for name in ENGINE_PACKAGES if find_spec(name) is None]
    yield "engine     " + (
        f"not installed ({', '.join(missing)}): pip install 'rushes[server]'"
        if missing
        else "installed"
    )
    if settings.database_url is None and not settings.database.exists():
        yield f"store      {settings.database} will be created"
    else:
        asyncio.run(_check_store(settings))
        yield f"store      {'PostgreSQL' if settings.database_url else settings.database}: works"


async def _check_store(settings: Settings) -> None:
    async with open_store(settings) as store:
        await probe(store)


async def _check_account(account: Account) -> str | None:
    """Say that an account works; return what is wrong if it does not."""
    provider = open_provider(account)
    try:
        found = await provider.check()
    finally:
        await provider.close()
    if not found.works:
        return f"{account.id} (key {account.hint}): {found.detail}"
    click.echo(f"{account.id} (key {account.hint}): works; {found.detail}. Nothing was paid.")
    return None


def _spend(account: Account, settings: Settings) -> None:
    request, price = _cheapest(account)
    cost = "an unknown price" if price is None else f"${price}"
    click.echo(f"Making {request['model']}, {request.get('duration', '?')} s, for {cost} …")
    with tempfile.TemporaryDirectory(prefix="rushes-doctor-") as folder:
        own = settings.model_copy(
            update={"data_dir": Path(folder), "port": 0, "host": "127.0.0.1", "database_url": None}
        )
        with (
            background_service(own) as url,
            OpenRouter("doctor", server_url=f"{url}/api/v1") as client,
        ):
            videos = client.video_generation
            try:
                job = videos.wait(videos.generate(**request).id, timeout=LONGEST_JOB)
            except errors.GenerationError as error:
                raise CliError(f"{account.id}: {error}", FAILED) from error
            content = videos.get_video_content(job_id=job.id).read()
            paid = job.usage.cost if job.usage is not None else None
    click.echo(f"{account.id}: made and downloaded {len(content)} bytes; it cost ${paid}.")


def _cheapest(account: Account) -> tuple[dict[str, Any], Decimal | None]:
    """Return the request that costs least at an account, and its price."""
    found = [
        made
        for endpoint in EndpointTable(account.catalog, routed_accounts([account])).endpoints
        if "text" in endpoint.inputs
        if (made := _least(endpoint, account.catalog)) is not None
    ]
    if not found:
        raise CliError(f"{account.id}: no model of its data makes a video of text alone", FAILED)
    return min(found, key=lambda made: (made[1] is None, made[1] or Decimal(0)))


def _least(endpoint: Endpoint, catalog: Catalog) -> tuple[dict[str, Any], Decimal | None] | None:
    request: dict[str, Any] = {"model": endpoint.model, "prompt": PROMPT}
    model = catalog.get(endpoint.model)
    if durations := endpoint.durations or model.durations:
        request["duration"] = min(durations)
    if resolutions := endpoint.resolutions or model.resolutions:
        request["resolution"] = resolutions[0]
    if endpoint.audio == "optional" and model.wire.generate_audio:
        request["generate_audio"] = False
    body = json.dumps(request).encode()
    checked = check_body(body, catalog, is_live=lambda _: True)
    if endpoint.problem(checked.request, checked.spec) is not None:
        return None
    return request, endpoint.price(checked.spec)
