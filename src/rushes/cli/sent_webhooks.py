"""The webhooks of a service that runs with --testing, as they are sent."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import click
import httpx

from rushes.cli.client_for import ANY_KEY
from rushes.cli.errors import USAGE, CliError, not_this_api
from rushes.testing.webhook_control import LONGEST_WAIT, WEBHOOKS
from rushes.wire.environment import variable

PAUSE = 0.5  # seconds until a service that does not answer is tried again
_PAGE = ("log", "webhooks")
_AWAY = frozenset({502, 503, 504})  # while it starts or stops, also of a proxy before it


class SentWebhooks:
    """Iterate without end over the webhooks that are sent after this was made.

    With `from_start`, those that the service still has come first. Wait for a service that
    restarts. Raises CliError and httpx.HTTPError if there is no such service.
    """

    def __init__(self, client: httpx.Client, origin: str, *, from_start: bool) -> None:
        self._client = client
        self._url = f"{origin}{WEBHOOKS}"
        self._log, self._last = "", 0
        found = read(self._get(wait=0), *_PAGE)
        self._log, earlier = found["log"], found["webhooks"]
        if earlier and not from_start:
            self._last = earlier[-1]["number"]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        while True:
            found = self._next()
            if found["log"] != self._log:  # numbers begin at 1 again
                self._log, self._last = found["log"], 0
            for webhook in found["webhooks"]:
                self._last = webhook["number"]
                yield webhook

    def _next(self) -> dict[str, Any]:
        is_away = False
        while True:
            try:
                answer = self._get(LONGEST_WAIT)
                if answer.status_code not in _AWAY:
                    break
            except httpx.TransportError:
                pass
            if not is_away:
                click.echo("The service does not answer; waiting for it", err=True)
            is_away = True
            time.sleep(PAUSE)
        if is_away:
            click.echo("Listening again", err=True)
        return read(answer, *_PAGE)

    def _get(self, wait: int) -> httpx.Response:
        wanted: dict[str, str | int] = {"after": self._last, "log": self._log, "wait": wait}
        return self._client.get(self._url, params=wanted, headers=key_header())


def key_header() -> dict[str, str]:
    """Return the header with the key of the service, which no receiver gets."""
    return {"Authorization": f"Bearer {variable('OPENROUTER_API_KEY') or ANY_KEY}"}


def read(answer: httpx.Response, *fields: str) -> dict[str, Any]:
    """Return the JSON of a response; raises CliError if it is an error or lacks a field."""
    if answer.status_code == 404:
        url = answer.request.url.copy_with(raw_path=b"/")
        raise CliError(f"The service at {url} was not started with --testing", USAGE)
    if answer.status_code >= 400:
        raise CliError(f"The service answered {answer.status_code}: {answer.text[:300]}", USAGE)
    try:
        found = answer.json()
    except ValueError:
        raise not_this_api(answer) from None
    if not isinstance(found, dict) or not found.keys() >= set(fields):
        raise not_this_api(answer)
    return found
