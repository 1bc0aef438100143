"""Webhooks, byte for byte as OpenRouter documents them.

Their URLs are guarded like all URLs of callers; redirects are not followed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from pydantic import SecretStr

from rushes import tracing
from rushes.host_turns import HostTurns
from rushes.wire.signatures import signature_headers

IDEMPOTENCY_KEY = "X-OpenRouter-Idempotency-Key"


@dataclass(frozen=True)
class Event:
    """The end of one job. `cost` is in USD; `urls` and `cost` apply to completed jobs only."""

    job_id: str
    status: str
    model: str
    created_at: datetime
    urls: Sequence[str] = ()
    cost: float | None = None
    error: str | None = None

    @property
    def idempotency_key(self) -> str:
        # Constant per job and state, so that a receiver recognizes a redelivery.
        return f"{self.job_id}-{self.status}"

    def body(self) -> bytes:
        data: dict[str, Any] = {
            "id": self.job_id,
            "status": self.status,
            "generation_id": self.job_id,
            "model": self.model,
        }
        if self.status == "completed":
            usage: dict[str, Any] = {} if self.cost is None else {"cost": self.cost}
            data |= {"unsigned_urls": list(self.urls), "usage": {**usage, "is_byok": False}}
        else:
            data["error"] = self.error or f"The job ended {self.status}"
        moment = self.created_at.astimezone(UTC).isoformat(timespec="milliseconds")
        envelope = {
            "type": f"video.generation.{self.status}",
            "created_at": moment.replace("+00:00", "Z"),
            "data": data,
        }
        return json.dumps(envelope, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass(frozen=True)
class SignedWebhook:
    """What is posted: the event of a job, in bytes, with its headers."""

    url: str
    job_id: str
    body: bytes
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Receipt:
    """What a receiver answered."""

    status: int
    headers: Mapping[str, str]


class NoResponseError(ConnectionError):
    """A webhook got no response; the message says why, without its URL."""


# Posts a webhook; raises NoResponseError.
Post = Callable[[SignedWebhook], Awaitable[Receipt]]


@dataclass(frozen=True)
class Delivery:
    """What became of one try: `gone` receivers want no more; `retry_after` is in seconds.

    `status` is that of the response, `error` says in words why it was not delivered. With
    `put_off` nothing was sent; it is to be, in so many seconds. `signatures` counts the secrets.
    """

    delivered: bool
    gone: bool = False
    retry_after: float | None = None
    status: int | None = None
    error: str | None = None
    put_off: float | None = None
    signatures: int = 0


class Webhooks(Protocol):
    """Sends webhooks; who uses it takes a turn for each."""

    @property
    def turns(self) -> HostTurns: ...

    async def send(
        self, url: str, event: Event, secrets: Sequence[SecretStr] | None = None
    ) -> Delivery: ...


def signed(url: str, event: Event, secrets: Sequence[SecretStr]) -> SignedWebhook:
    """Return the webhook of an event, signed now: receivers reject old timestamps."""
    body = event.body()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "rushes-webhooks",
        IDEMPOTENCY_KEY: event.idempotency_key,
    }
    if secrets:
        keys = [secret.get_secret_value().encode() for secret in secrets]
        now = str(int(time.time()))
        headers |= signature_headers(keys, event.idempotency_key, now, body)
    headers |= tracing.headers()
    return SignedWebhook(url, event.job_id, body, headers)
