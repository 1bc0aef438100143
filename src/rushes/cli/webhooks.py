"""`rushes webhooks`: watch and forward the webhooks of a service, and send one by hand."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import click
import httpx
from pydantic import SecretStr

from rushes.cli.errors import FAILED, USAGE, CliError, explained
from rushes.cli.options import config_option
from rushes.cli.outbox import list_webhooks, replay, test
from rushes.cli.sent_webhooks import SentWebhooks, key_header, read
from rushes.sdk._transports import sync_transport
from rushes.settings import Settings
from rushes.testing.kit_settings import WEBHOOK_SECRET
from rushes.testing.report import cleaned, webhook_line
from rushes.testing.sample_event import ENDINGS, sample_event
from rushes.testing.webhook_control import LONGEST_WAIT, WEBHOOKS
from rushes.testing.webhook_log import SentWebhook, resigned_headers
from rushes.webhook import SignedWebhook, signed
from rushes.wire.environment import variable
from rushes.wire.proxies import Proxies
from rushes.wire.urls import base_url

DEFAULT_SERVER = "http://127.0.0.1:8787"
server_option = click.option(
    "--server",
    metavar="URL",
    help="The service, which was started with --testing."
    f"  [default: OPENROUTER_BASE_URL, else {DEFAULT_SERVER}]",
)


@click.group()
def webhooks() -> None:
    """See which webhooks arrived, send them again, and try out a receiver.

    `listen` and `trigger` are for services that run with --testing. They sign with
    OPENROUTER_WEBHOOK_SECRET, else RUSHES_WEBHOOK_SECRET, else with the secret that the service has
    by default with --testing.
    """


for command in (list_webhooks, replay, test):
    webhooks.add_command(command)


@webhooks.command()
@config_option
@server_option
@click.option("--forward-to", metavar="URL", help="Also post each webhook there, signed anew.")
@click.option("--from-start", is_flag=True, help="Begin with those that were sent already.")
@click.option("--count", type=click.IntRange(1), help="Stop after so many.")
def listen(server: str | None, forward_to: str | None, from_start: bool, count: int | None) -> None:
    """Print webhooks as they are sent, until interrupted."""
    target = None if forward_to is None else _url(forward_to, "--forward-to")
    origin = _origin(server)
    with explained(), _client(origin, target) as client:
        secret = _secret()
        found = SentWebhooks(client, origin, from_start=from_start)
        # Every webhook that is sent after this line is shown.
        click.echo(f"Listening; webhooks are signed with {_named(secret)}", err=True)
        refused = False
        for number, webhook in enumerate(found, 1):
            outcome = None if target is None else _forward(client, webhook, target, secret)
            refused |= outcome is not None and not outcome.startswith("2")
            sent = webhook_line(SentWebhook(**{**webhook, "body": webhook["body"].encode()}))
            click.echo(
                cleaned(sent if target is None else f"{sent}; forwarded to {target} → {outcome}")
            )
            if number == count:
                break
    if refused:
        raise CliError("Not every webhook could be forwarded", FAILED)


@webhooks.command()
@config_option
@click.argument("ending", type=click.Choice(list(ENDINGS)))
@server_option
@click.option("--to", metavar="URL", help="Post it there, without a service.")
def trigger(ending: str, server: str | None, to: str | None) -> None:
    """Send the webhook of a job that does not exist.

    It goes to --to, or to the receiver of a running service, which `rushes webhooks listen` shows.
    """
    origin = _origin(server)
    target = None if to is None else _url(to, "--to")
    with explained(), _client(origin, target) as client:
        if target is None:
            url, body = f"{origin}{WEBHOOKS}", {"ending": ending}
            answer = read(client.post(url, json=body, headers=key_header()), "id")
            click.echo(f"video.generation.{ENDINGS[ending][0]} of {answer['id']} was sent")
            return
        event = sample_event(ending, origin)
        webhook = signed(target, event, [SecretStr(_secret())])
        outcome = _post(client, webhook)
        line = f"video.generation.{event.status} of {event.job_id} to {target} → {outcome}"
        click.echo(cleaned(line))
    if not outcome.startswith("2"):
        raise CliError(f"The receiver did not accept the webhook: {outcome}", FAILED)


def _forward(client: httpx.Client, sent: dict[str, Any], url: str, secret: str) -> str:
    body, headers = sent["body"].encode(), sent["headers"]
    if sent["is_verified"]:  # else it is forged, or has a secret of its own
        headers = resigned_headers(headers, body, secret)
    return _post(client, SignedWebhook(url, sent["job_id"], body, headers))


def _post(client: httpx.Client, webhook: SignedWebhook) -> str:
    """Post a webhook; return the receiver's status, or why there is none."""
    try:
        answer = client.post(webhook.url, content=webhook.body, headers=dict(webhook.headers))
    except httpx.HTTPError as error:
        reasons = (words for kind, words in _REASONS.items() if isinstance(error, kind))
        return f"not reached: {next(reasons, 'the request failed')}"
    return str(answer.status_code)


_REASONS = {
    httpx.ConnectTimeout: "no connection in time",
    httpx.TimeoutException: "no response in time",
    httpx.ConnectError: "the connection failed",
    httpx.RemoteProtocolError: "no HTTP response",
    httpx.NetworkError: "the connection was closed",
}


def _origin(server: str | None) -> str:
    url = server or variable("OPENROUTER_BASE_URL") or DEFAULT_SERVER
    return _url(url, "--server" if server else "OPENROUTER_BASE_URL").removesuffix("/api/v1")


def _url(text: str, name: str) -> str:
    try:
        return base_url(text)
    except ValueError as error:
        raise CliError(f"{name} is not a valid URL: it {error}", USAGE) from None


def _secret() -> str:
    given = variable("OPENROUTER_WEBHOOK_SECRET")
    configured = Settings().webhook_secret
    return given or (configured.get_secret_value() if configured else WEBHOOK_SECRET)


def _named(secret: str) -> str:
    """Return how to name a secret: only the kit's own, which protects nothing, is shown."""
    return secret if secret == WEBHOOK_SECRET else "the secret of your settings"


def _client(*urls: str | None) -> httpx.Client:
    """Return a client that uses no proxy for a service and a receiver, whatever their address."""
    own = [urlsplit(url).netloc for url in urls if url is not None]
    transport = sync_transport(Proxies.from_environment(direct=own))
    return httpx.Client(transport=transport, trust_env=False, timeout=LONGEST_WAIT + 10)
