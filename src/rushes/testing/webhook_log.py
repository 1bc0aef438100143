"""The webhooks that the service has posted, byte for byte.

Those to this machine are posted without TLS and without the guard of callers' URLs; those to other
hosts are only kept, as if their receivers had accepted them, so that no test uses the network.
"""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from pydantic import ValidationError

from rushes.clock import real_sleep
from rushes.hosts import is_loopback_url
from rushes.sdk import webhooks
from rushes.sdk.errors import WebhookSignatureError
from rushes.webhook import IDEMPOTENCY_KEY, NoResponseError, Post, Receipt, SignedWebhook
from rushes.wire.signatures import SIGNED_HEADERS, signature_headers

KEPT_ONLY = Receipt(204, {})
MOST = 10_000  # webhooks that are kept; the oldest are forgotten


@dataclass
class SentWebhook:
    """One webhook as it was posted; `number` counts from 1.

    `status` is what its receiver answered: None while it has not, and if it could not be reached,
    which `error` then says. `is_posted` is False for one to another machine, which is only kept.
    `is_verified`: its signature is valid.
    """

    number: int
    url: str
    job_id: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    is_posted: bool
    is_verified: bool
    status: int | None = None
    error: str | None = None

    @property
    def event(self) -> webhooks.VideoGenerationEvent:
        """The event; raises pydantic.ValidationError if the body is none."""
        return webhooks.VideoGenerationEvent.model_validate_json(self.body)

    @property
    def json(self) -> Any:
        """The body as JSON; None if it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def is_settled(self) -> bool:
        """Whether it is known what became of it."""
        return self.status is not None or self.error is not None

    def shown(self) -> dict[str, Any]:
        """Return it as JSON."""
        fields = {**vars(self), "body": self.body.decode(), "headers": dict(self.headers)}
        return {name: value for name, value in fields.items() if value is not None}


class WebhookLog:
    """Keeps webhooks, oldest first, and posts them; may be read by any thread."""

    def __init__(self, secret: str) -> None:
        self.id = secrets.token_hex(8)  # another one counts anew
        self.secret = secret
        self._changed = threading.Condition()
        self._sent: list[SentWebhook] = []
        self._numbered = 0
        self._is_stopping = False

    def wrap(self, _: Post) -> Post:
        """Return what posts in place of the guarded one."""
        return self.post

    async def post(self, webhook: SignedWebhook) -> Receipt:
        """Post a webhook, or only keep it.

        Raises NoResponseError.
        """
        sent = self._add(webhook)
        receipt = KEPT_ONLY
        try:
            if sent.is_posted:
                receipt = await self._post(webhook)
        except Exception as error:
            words = str(error) if isinstance(error, NoResponseError) else type(error).__name__
            self._note(sent, error=words)
            raise
        self._note(sent, status=receipt.status)
        return receipt

    def all(self) -> list[SentWebhook]:
        """Return all that are kept."""
        with self._changed:
            return list(self._sent)

    def wait(self, count: int, seconds: float) -> list[SentWebhook]:
        """Return all once `count` have an answer or an error, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._settled() >= count, seconds)
            return list(self._sent)

    async def after(self, number: int, seconds: float) -> list[SentWebhook]:
        """Return those with a higher number, once there are any or after so many seconds.

        One that has no answer yet is left out, and so are later ones: none is skipped.
        """
        until = time.monotonic() + seconds
        while True:
            later = [sent for sent in self.all() if sent.number > number]
            found = list(takewhile(lambda sent: sent.is_settled, later))
            if found or self._is_stopping or time.monotonic() >= until:
                return found
            await real_sleep(0.05)

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._is_stopping = True

    def clear(self) -> None:
        """Forget all; numbers go on, for those who read along."""
        with self._changed:
            self._sent.clear()

    async def _post(self, webhook: SignedWebhook) -> Receipt:
        # Its HTTP client is loaded with the first webhook: a service starts sooner.
        from rushes.webhook_post import post  # noqa: PLC0415

        return await post(webhook, None, allow_private=True)

    def _settled(self) -> int:
        return sum(sent.is_settled for sent in self._sent)

    def _add(self, webhook: SignedWebhook) -> SentWebhook:
        with self._changed:
            self._numbered += 1
            sent = SentWebhook(
                self._numbered,
                webhook.url,
                webhook.job_id,
                webhook.body,
                webhook.headers,
                is_loopback_url(webhook.url),
                self._is_valid(webhook),
            )
            self._sent.append(sent)
            del self._sent[:-MOST]
        return sent

    def _note(self, sent: SentWebhook, status: int | None = None, error: str | None = None) -> None:
        with self._changed:
            sent.status, sent.error = status, error
            self._changed.notify_all()

    def _is_valid(self, webhook: SignedWebhook) -> bool:
        if not self.secret:  # nothing is signed then
            return SIGNED_HEADERS.isdisjoint(name.lower() for name in webhook.headers)
        try:
            webhooks.verify(webhook.body, webhook.headers, self.secret)
        except (WebhookSignatureError, ValidationError):
            return False
        return True


def resigned(webhook: SentWebhook, url: str, secret: str) -> SignedWebhook:
    """Return a webhook for a URL, signed now."""
    headers = resigned_headers(webhook.headers, webhook.body, secret)
    return SignedWebhook(url, webhook.job_id, webhook.body, headers)


def resigned_headers(headers: Mapping[str, str], body: bytes, secret: str) -> dict[str, str]:
    """Return the headers of a webhook with signatures of now."""
    kept = {name: value for name, value in headers.items() if name.lower() not in SIGNED_HEADERS}
    if not secret:
        return kept
    event_id = kept.get(IDEMPOTENCY_KEY, "")
    return kept | signature_headers([secret.encode()], event_id, str(int(time.time())), body)
