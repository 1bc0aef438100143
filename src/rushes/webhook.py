"""Webhooks, byte for byte as OpenRouter documents them.

Their URLs are guarded like all URLs of callers; redirects are not followed.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

import aiohttp
from pydantic import SecretStr

from rushes import tracing
from rushes.egress import misconfiguration
from rushes.host_turns import HostTurns
from rushes.url_guard import FetchError, check_url, guarded_request, host_of
from rushes.wire.headers import SIGNATURE_HEADER, retry_after, signature_header
from rushes.wire.proxies import Proxies

TIMEOUT = aiohttp.ClientTimeout(total=15, sock_connect=5)
SHORTEST_WAIT, LONGEST_WAIT = 1.0, 3600.0  # seconds that a receiver may ask for

log = logging.getLogger("rushes.webhooks")


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


# Posts a webhook; raises what aiohttp does, and FetchError.
Post = Callable[[SignedWebhook], Awaitable[Receipt]]


@dataclass(frozen=True)
class Delivery:
    """What became of one try: `gone` receivers want no more; `retry_after` is in seconds."""

    delivered: bool
    gone: bool = False
    retry_after: float | None = None


class Webhooks(Protocol):
    """Sends webhooks, each in a turn of its URL."""

    def turn(self, url: str, owner: str) -> AbstractAsyncContextManager[None]: ...

    def waiting(self, url: str, owner: str) -> int: ...

    async def send(self, url: str, event: Event) -> Delivery: ...


class WebhookSender:
    """Sends webhooks: at most `deliveries` at once.

    At most `deliveries_per_host` of them go to one host, and `deliveries_per_owner` are of one
    owner's jobs (None: all may be). `wrap` may stand between a webhook and the network.
    """

    def __init__(
        self,
        secret: SecretStr | None,
        *,
        allow_private: bool,
        proxies: Proxies | None = None,
        deliveries: int = 32,
        deliveries_per_host: int = 4,
        deliveries_per_owner: int | None = None,
        wrap: Callable[[Post], Post] = lambda post: post,
    ) -> None:
        self._secret = secret
        self._allow_private = allow_private
        self._proxies = proxies
        self._post = wrap(self._guarded_post)
        self._turns = HostTurns(deliveries, deliveries_per_host, deliveries_per_owner or deliveries)

    def turn(self, url: str, owner: str) -> AbstractAsyncContextManager[None]:
        """Wait until an owner's webhook may be sent to a URL; the block is the turn."""
        return self._turns.turn(host_of(url), owner)

    def waiting(self, url: str, owner: str) -> int:
        """Return how many deliveries wait because of the limits of a URL's host or an owner."""
        return self._turns.waiting(host_of(url), owner)

    async def send(self, url: str, event: Event) -> Delivery:
        """Post an event once, in a turn of its URL; a 2xx response is a delivery."""
        try:
            receipt = await self._post(signed(url, event, self._secret))
        except (aiohttp.ClientError, TimeoutError, ValueError, FetchError) as error:
            # Only the host is logged: the URL and the error's text may contain a secret.
            kind = misconfiguration(error) or type(error).__name__
            log.warning("webhook of %s to %s failed: %s", event.job_id, host_of(url), kind)
            return Delivery(delivered=False)
        log.info("webhook of %s: %s", event.job_id, receipt.status)
        return _delivery(receipt)

    async def _guarded_post(self, webhook: SignedWebhook) -> Receipt:
        async with guarded_request(
            "POST",
            check_url(webhook.url, allow_private=self._allow_private),
            self._proxies,
            allow_private=self._allow_private,
            data=webhook.body,
            headers=webhook.headers,
            allow_redirects=False,
            timeout=TIMEOUT,
        ) as response:
            return Receipt(response.status, response.headers)


def signed(url: str, event: Event, secret: SecretStr | None) -> SignedWebhook:
    """Return the webhook of an event, signed now: receivers reject old timestamps."""
    body = event.body()
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "rushes-webhooks",
        "X-OpenRouter-Idempotency-Key": event.idempotency_key,
    }
    if secret is not None:
        key = secret.get_secret_value().encode()
        headers[SIGNATURE_HEADER] = signature_header(key, str(int(time.time())), body)
    headers |= tracing.headers()
    return SignedWebhook(url, event.job_id, body, headers)


def _delivery(receipt: Receipt) -> Delivery:
    status, seconds = receipt.status, None
    if status in {429, 503}:
        seconds = retry_after(receipt.headers)
    return Delivery(
        200 <= status < 300,
        gone=status == 410,
        retry_after=None if seconds is None else min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT),
    )
