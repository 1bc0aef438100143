"""`rushes webhooks list`, `replay` and `test`: what was sent, and how to send it again."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import httpx
from pydantic import SecretStr

from rushes.cli.client_for import ANY_KEY
from rushes.cli.errors import FAILED, REFUSED, UNREACHABLE, USAGE, CliError, explained, not_this_api
from rushes.cli.job_ids import id_at, stored_id
from rushes.cli.job_server import at_server
from rushes.cli.keys import secret_of_file
from rushes.cli.options import config_option, store_options
from rushes.cli.spans import past_time
from rushes.egress import proxies_of_environment
from rushes.jobs.clock import steady_time
from rushes.jobs.sample_event import sample_event
from rushes.jobs.webhook_records import WebhookRecord, record_of
from rushes.runtime import open_store
from rushes.sdk._transports import sync_transport
from rushes.settings import Settings, settings_for
from rushes.store.api_key import owner_of
from rushes.store.outbox import WebhookFilter
from rushes.testing.report import cleaned
from rushes.webhook_sender import WebhookSender
from rushes.wire.environment import variable
from rushes.wire.proxies import Proxies
from rushes.wire.urls import base_url

MOST_LISTED = 10_000  # webhooks
PAGE = 100  # webhooks of one request
PATH = "/api/v1/webhooks"
ENDED = ["completed", "failed", "cancelled", "expired"]

_server = click.option(
    "--server",
    metavar="URL",
    help="Ask a running service instead, with OPENROUTER_API_KEY: for the webhooks of that key, or"
    " of all if it is an admin key.",
)
_key = click.option("--key", metavar="KEY_ID", help="Only those of the jobs of an API key.")


@click.command("list")
@click.option(
    "--failed", "state", flag_value="failed", help="Only those that are not tried any more."
)
@click.option(
    "--pending", "state", flag_value="pending", help="Only those that are to be tried (again)."
)
@click.option(
    "--job", "job_id", metavar="JOB_ID", help="Only those of a job; any beginning of its id."
)
@_key
@click.option("--since", callback=past_time, metavar="TIME", help="A time, or a span such as 24h.")
@click.option(
    "--limit", type=click.IntRange(1, MOST_LISTED), default=20, show_default=True, help="How many."
)
@_server
@store_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every attempt.")
def list_webhooks(
    state: str | None,
    job_id: str | None,
    key: str | None,
    since: float | None,
    limit: int,
    server: str | None,
    data_dir: Path | None,
    as_json: bool,
) -> None:
    """List webhooks, newest first: how they fared, and when the next attempt is due."""
    with explained():
        if server is not None:
            whole = None if job_id is None else _ask_for_ids(server, [job_id])[0]
            query = {"state": state, "job_id": whole, "key": key, "since": since}
            found = _ask_for_list(server, query, limit)
        else:
            owner = None if key is None else owner_of(key)
            wanted = WebhookFilter(owner, state, job_id, since)
            found = asyncio.run(_list(settings_for(data_dir), wanted, limit))
    if as_json:
        click.echo(json.dumps([record.model_dump() for record in found], indent=1))
    elif found:
        _print(found)
    else:
        click.echo("There are no such webhooks.")


@click.command()
@click.argument("names", metavar="[WEBHOOK_ID|JOB_ID]...", nargs=-1)
@click.option(
    "--failed-since",
    callback=past_time,
    metavar="TIME",
    help="All that failed and whose job ended since: a time, or a span such as 24h.",
)
@_key
@_server
@store_options
def replay(
    names: tuple[str, ...],
    failed_since: float | None,
    key: str | None,
    server: str | None,
    data_dir: Path | None,
) -> None:
    """Send webhooks again, those that arrived too.

    Any beginning of a job's id that one job has is enough, with or without gen-vid-. A running
    service sends them at once, in up to ten attempts as for the first time. Their ids stay the
    same.
    """
    if bool(names) == (failed_since is not None):
        raise click.UsageError("Give ids, or --failed-since.")
    with explained():
        if server is not None:
            ids = _ask_for_replay(server, names, failed_since, key)
        else:
            ids = asyncio.run(_replay(settings_for(data_dir), names, failed_since, key))
    if not ids and names:
        raise CliError(f"No webhook of {', '.join(names)[:200]} can be sent again", REFUSED)
    for webhook_id in ids:
        click.echo(cleaned(webhook_id))
    click.echo(f"{len(ids)} webhook{'' if len(ids) == 1 else 's'} to be sent again", err=True)


@click.command()
@config_option
@click.argument("url")
@click.option("--ending", type=click.Choice(ENDED), default="completed", show_default=True)
@click.option(
    *("--secret-file", "secret"),
    metavar="FILE",
    callback=secret_of_file,
    help="A file with the secret that signs it.  [default: that of the settings]",
)
@click.option(
    "--server",
    metavar="URL",
    help="Have a running service send it, with OPENROUTER_API_KEY, signed as that key's webhooks.",
)
def test(url: str, ending: str, secret: SecretStr | None, server: str | None) -> None:
    """Send a signed sample event to URL as the service would, and say what came back.

    Without --server it is sent from here, with the settings of the service: its secrets, its proxy,
    and its rule that only public https URLs are called unless RUSHES_FETCH_PRIVATE_URLS is set.
    """
    if secret is not None and server is not None:
        raise click.UsageError("Give either --secret-file or --server, not both.")
    with explained():
        tried = (
            _try_here(url, ending, secret) if server is None else _ask_to_try(server, url, ending)
        )
    count = tried["signatures"]
    how = (
        f"signed with {count} secret{'s' * (count != 1)}"
        if count
        else "not signed: no secret is set"
    )
    click.echo(cleaned(f"{tried['id']}, {how}"))
    if not tried["delivered"]:
        raise CliError(
            cleaned(f"Not delivered, {tried['duration']:.2f} s: {tried['error']}"), FAILED
        )
    click.echo(f"Delivered in {tried['duration']:.2f} s: the receiver answered {tried['status']}")


def _try_here(url: str, ending: str, secret: SecretStr | None) -> dict[str, Any]:
    settings = Settings()
    own = (settings.webhook_secret, settings.webhook_previous_secret)
    secrets = [each for each in ((secret,) if secret else own) if each is not None]
    webhooks = WebhookSender(
        None,
        allow_private=settings.fetch_private_urls,
        proxies=proxies_of_environment() if settings.fetch_through_proxy else None,
    )
    event, began = sample_event(ending, "https://example.com"), time.monotonic()
    delivery = asyncio.run(webhooks.send(url, event, secrets))
    duration = time.monotonic() - began
    return {**vars(delivery), "id": event.idempotency_key, "duration": duration}


def _ask_to_try(server: str, url: str, ending: str) -> dict[str, Any]:
    with _client(server) as client:
        return _read(client.post(f"{PATH}/test", json={"url": url, "status": ending}))


async def _list(settings: Settings, wanted: WebhookFilter, limit: int) -> list[WebhookRecord]:
    if settings.database_url is None and not settings.database.exists():
        return []  # looking must not create a database
    async with open_store(settings) as store:
        if wanted.job_id is not None:
            wanted = replace(wanted, job_id=await stored_id(store, wanted.job_id))
        return [record_of(history) for history in await store.outbox.page(wanted, limit)]


async def _replay(
    settings: Settings, names: Sequence[str], since: float | None, key: str | None
) -> list[str]:
    if settings.database_url is None and not settings.database.exists():
        return []
    owner = None if key is None else owner_of(key)
    async with open_store(settings) as store:
        outbox, now = store.outbox, steady_time()
        if since is not None:
            wanted = WebhookFilter(owner, "failed", since=since)
            return [webhook.id for webhook in await outbox.replay(wanted, now)]
        ids = [await stored_id(store, name) for name in names]
        replayed = await outbox.replay(WebhookFilter(owner), now, ids)
        for name in ids:
            replayed += await outbox.replay(WebhookFilter(owner, job_id=name), now)
        return list(dict.fromkeys(webhook.id for webhook in replayed))


def _ask_for_ids(server: str, names: Sequence[str]) -> list[str]:
    """Return the ids that names mean at a service."""
    return at_server(server, Settings(), lambda videos: [id_at(videos, name) for name in names])


def _ask_for_list(server: str, query: dict[str, Any], limit: int) -> list[WebhookRecord]:
    given = {name: value for name, value in query.items() if value is not None}
    if "since" in given:
        given["since"] = int(given["since"])
    found: list[WebhookRecord] = []
    with _client(server) as client:
        while len(found) < limit:
            wanted = {**given, "limit": min(PAGE, limit - len(found))}
            page = _read(client.get(PATH, params=wanted))
            found += [WebhookRecord.model_validate(record) for record in page["data"]]
            if not page["has_more"]:
                break
            given["cursor"] = page["next_cursor"]
    return found


def _ask_for_replay(
    server: str, names: Sequence[str], since: float | None, key: str | None
) -> list[str]:
    of_key = {} if key is None else {"key": key}
    with _client(server) as client:
        if since is not None:
            body = {"since": int(since), **of_key}
            return list(_read(client.post(f"{PATH}/replay", json=body))["ids"])
        ids = _ask_for_ids(server, names)
        listed = _read(client.post(f"{PATH}/replay", json={"ids": ids, **of_key}))["ids"]
        for name in set(ids) - set(listed):
            answer = client.post(f"/api/v1/videos/{name}/webhooks/replay")
            if answer.status_code not in {404, 409}:  # it is no job, or has nothing to send
                listed += _read(answer)["ids"]
        return list(dict.fromkeys(listed))


def _client(server: str) -> httpx.Client:
    try:
        origin = base_url(server).removesuffix("/api/v1")
    except ValueError as error:
        raise CliError(f"--server is not a valid URL: it {error}", USAGE) from None
    transport = sync_transport(Proxies.from_environment(direct=[urlsplit(origin).netloc]))
    headers = {"Authorization": f"Bearer {variable('OPENROUTER_API_KEY') or ANY_KEY}"}
    return httpx.Client(
        base_url=origin, headers=headers, transport=transport, trust_env=False, timeout=60
    )


def _read(answer: httpx.Response) -> dict[str, Any]:
    try:
        body: dict[str, Any] = answer.json()
        if answer.is_success:
            return body
        message = str(body["error"]["message"])
    except (ValueError, KeyError, TypeError):
        raise not_this_api(answer) from None
    code = UNREACHABLE if answer.status_code >= 500 else REFUSED
    raise CliError(f"{cleaned(message)} (HTTP {answer.status_code})", code)


def _print(found: Sequence[WebhookRecord]) -> None:
    for record in found:
        count = len(record.attempts)
        click.echo(cleaned(f"{record.id}  {record.state}, {count} attempt{'s' * (count != 1)}"))
        click.echo(cleaned(f"    {record.host}: {_outcome(record)}"))


def _outcome(record: WebhookRecord) -> str:
    """Return how the last attempt ended, and when the next one is due."""
    last = record.attempts[-1] if record.attempts else None
    outcome = "not tried yet"
    if last is not None:
        outcome = last.error or ("being sent" if last.status is None else str(last.status))
    if record.next_attempt_at is None:
        return outcome
    due = record.next_attempt_at.partition(".")[0].replace("T", " ")
    return f"{outcome}; next attempt {due} UTC"
