"""`rushes doctor --live`: does a provider take its credentials, and make videos."""

from __future__ import annotations

import json
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from rushes.catalog.checked_request import check_body
from rushes.catalog.endpoint import Endpoint
from rushes.catalog.model import Catalog
from rushes.cli.errors import FAILED, CliError
from rushes.providers.account import Account
from rushes.providers.rest import AccountCheck
from rushes.providers.table import open_provider, routed_accounts
from rushes.routing.endpoint_table import EndpointTable
from rushes.sdk import OpenRouter, errors
from rushes.server import background_service
from rushes.settings import Settings

PROMPT = "A paper boat on calm water"
LONGEST_JOB = 1800.0  # seconds


async def asked(account: Account) -> AccountCheck:
    """Ask an upstream whether an account works, by a call that costs nothing."""
    provider = open_provider(account)
    try:
        return await provider.check()
    finally:
        await provider.close()


async def check_account(account: Account) -> str | None:
    """Say that an account works; return what is wrong if it does not."""
    found = await asked(account)
    if not found.works:
        return f"{account.id} (key {account.hint}): {found.detail}"
    click.echo(f"{account.id} (key {account.hint}): works; {found.detail}. Nothing was paid.")
    return None


def spend_on(account: Account, settings: Settings) -> None:
    """Make and pay the cheapest video of an account, and say what it cost."""
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
