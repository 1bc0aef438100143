"""Webhooks, byte for byte as OpenRouter documents them.

Their URLs are guarded like all URLs of callers; redirects are not followed.
"""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol

import aiohttp
from pydantic import SecretStr

from rushes import tracing
from rushes.egress import misconfiguration
from rushes.host_turns import HostTurns
from rushes.url_guard import FetchError, check_url, guarded_request
from rushes.wire.headers import retry_after
from rushes.wire.proxies import Proxies, ProxySettingError
from rushes.wire.signatures import signature_headers

TIMEOUT = aiohttp.ClientTimeout(total=10, sock_connect=5)
MOST_READ = 64 * 1024  # bytes of a response
SHORTEST_WAIT, LONGEST_WAIT = 1.0, 3600.0  # seconds that a receiver may ask for

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


# Posts a webhook; raises what aiohttp does, and FetchError.
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


class WebhookSender:
    """Sends webhooks, signed with `secret`, and with `previous_secret` until all receivers know it.

    Its turns: at most `deliveries` at once, at most `deliveries_per_host` of them to one host, and
    `deliveries_per_owner` of one owner's jobs (None: while more turns are free). `wrap` may stand
    between a webhook and the network.
    """

    def __init__(
        self,
        secret: SecretStr | None,
        *,
        allow_private: bool,
        previous_secret: SecretStr | None = None,
        proxies: Proxies | None = None,
        deliveries: int = 32,
        deliveries_per_host: int = 4,
        deliveries_per_owner: int | None = None,
        wrap: Callable[[Post], Post] = lambda post: post,
    ) -> None:
        self._allow_private = allow_private
        self._proxies = proxies
        self._post = wrap(self._guarded_post)
        self.turns = HostTurns(deliveries, deliveries_per_host, deliveries_per_owner)
        self.sign_with(secret, previous_secret)

    def sign_with(self, secret: SecretStr | None, previous_secret: SecretStr | None = None) -> None:
        """Sign with other secrets from now on."""
        self._secrets = [s for s in (secret, previous_secret) if s is not None]

    async def send(
        self, url: str, event: Event, secrets: Sequence[SecretStr] | None = None
    ) -> Delivery:
        """Post an event once, signed now; a 2xx response is a delivery.

        `secrets` sign it instead of the sender's own.
        """
        signers = self._secrets if secrets is None else secrets
        try:
            receipt = await self._post(signed(url, event, signers))
        except (aiohttp.ClientError, TimeoutError, ValueError, FetchError) as error:
            return Delivery(delivered=False, error=unreached(error), signatures=len(signers))
        return replace(_delivery(receipt), signatures=len(signers))

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
            return await receipt_of(response)


async def receipt_of(response: aiohttp.ClientResponse) -> Receipt:
    """Return a response once it has come, or all of it that is read: the status is what counts."""
    left = MOST_READ
    with suppress(aiohttp.ClientError, TimeoutError):
        while left > 0 and (block := await response.content.read(left)):
            left -= len(block)
    return Receipt(response.status, response.headers)


def unreached(error: BaseException) -> str:
    """Return why a receiver was not reached, in words without its URL."""
    if isinstance(error, _OF_PROXIES) and (problem := misconfiguration(error)):
        return problem
    causes = [error]
    while (cause := causes[-1].__cause__) is not None:
        causes.append(cause)
    for cause in reversed(causes):
        if isinstance(cause, FetchError):  # it names the host alone
            return str(cause)
        if isinstance(cause, ssl.SSLCertVerificationError):
            return f"its certificate is not valid: {cause.verify_message}"
        if isinstance(cause, ssl.SSLError):
            reason = getattr(cause, "reason", None) or "no reason given"
            return f"TLS failed: {reason.replace('_', ' ').lower()}"
        for kind, words in _REASONS.items():
            if isinstance(cause, kind):
                return words
    return f"the request failed ({type(error).__name__})"


_OF_PROXIES = (
    ProxySettingError,
    aiohttp.ClientHttpProxyError,
    aiohttp.ClientProxyConnectionError,
)
_REASONS: dict[type[BaseException], str] = {
    aiohttp.ConnectionTimeoutError: f"no connection within {TIMEOUT.sock_connect:g} seconds",
    TimeoutError: f"no response within {TIMEOUT.total:g} seconds",
    socket.gaierror: "its host name was not resolved",
    ConnectionRefusedError: "the connection was refused",
    ConnectionResetError: "the connection was closed",
    BrokenPipeError: "the connection was closed",
    aiohttp.ServerDisconnectedError: "the connection was closed without a response",
}


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


def _delivery(receipt: Receipt) -> Delivery:
    status, seconds = receipt.status, None
    delivered, gone = 200 <= status < 300, status == 410
    if status in {429, 503}:
        seconds = retry_after(receipt.headers)
    error = "the receiver wants no more webhooks" if gone else f"the receiver answered {status}"
    return Delivery(
        delivered,
        gone,
        None if seconds is None else min(max(seconds, SHORTEST_WAIT), LONGEST_WAIT),
        status,
        None if delivered else error,
    )
