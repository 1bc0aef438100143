"""Webhooks: the events that a `callback_url` gets, and the check of their signatures.

    from openrouter import webhooks

    event = webhooks.verify(raw_body, request.headers, secret)
    if event.data.status == "completed":
        ...

The signature is over the bytes as received, so pass the raw body, not parsed JSON. The same event
may arrive more than once: compare `event.idempotency_key`.
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, ClassVar, Protocol

from rushes.sdk._headers import pairs_of
from rushes.sdk.errors import WebhookSignatureError
from rushes.wire.base import BaseModel
from rushes.wire.enums import VideoGenerationResponseStatus
from rushes.wire.environment import trimmed
from rushes.wire.headers import SIGNATURE_HEADER, sign as _sign, signature_header
from rushes.wire.job import VideoGenerationUsage, without_signature

__all__ = [
    "SIGNATURE_HEADER",
    "TOLERANCE",
    "VideoGenerationEvent",
    "VideoGenerationEventData",
    "WebhookSignatureError",
    "sign",
    "verify",
]

TOLERANCE = 300  # seconds between the clocks of the service and the receiver
_MAX_HEADER = 4096


class HeaderMapping(Protocol):
    """A mapping of headers that is not a `Mapping`, such as `http.client.HTTPMessage`."""

    def items(self) -> Iterable[tuple[Any, Any]]: ...


Headers = Mapping[str, Any] | HeaderMapping | Iterable[tuple[Any, Any]]
Secrets = str | bytes | Iterable[str | bytes]


class VideoGenerationEventData(BaseModel):
    """The job that ended; `model` and `generation_id` are None if they were not known yet.

    `unsigned_urls` need the key on OpenRouter; those of Rushes carry a signature instead.
    """

    _always_written: ClassVar[frozenset[str]] = frozenset({"generation_id", "model"})

    id: str
    status: VideoGenerationResponseStatus
    generation_id: str | None = None
    model: str | None = None
    unsigned_urls: list[str] | None = None
    usage: VideoGenerationUsage | None = None

    def _shown(self, name: str | None, value: Any) -> Any:
        if name == "unsigned_urls" and value:
            return [without_signature(url) for url in value]
        return super()._shown(name, value)

    error: str | None = None


class VideoGenerationEvent(BaseModel):
    """The end of one job; `type` is "video.generation." and the status."""

    type: str
    created_at: datetime
    data: VideoGenerationEventData

    @property
    def idempotency_key(self) -> str:
        """Return the X-OpenRouter-Idempotency-Key, which is the same if the event comes again."""
        return f"{self.data.id}-{self.data.status}"


def verify(
    body: bytes | bytearray | memoryview | str,
    headers: Headers,
    secret: Secrets | None = None,
    tolerance: float = TOLERANCE,
) -> VideoGenerationEvent:
    """Check the signature of a webhook and return its event.

    `body` is the raw body, in bytes or as text that was decoded from UTF-8. `headers` may be any
    mapping or pairs, with text or bytes, or with lists of values; a WSGI environment (`HTTP_…`) is
    one, too. Case does not matter. `secret` is OPENROUTER_WEBHOOK_SECRET if None; pass several
    while one replaces another. `tolerance` is in seconds, into past and future.

    Raises:
        WebhookSignatureError: there is no valid and recent signature. Respond with 401.
        pydantic.ValidationError: the signature is valid, but the body is not an event.
        TypeError: `body` is neither bytes nor text, or `headers` is no mapping and no pairs.
        ValueError: a secret is empty, or there is none.
    """
    if isinstance(body, str):
        body = body.encode(errors="surrogatepass")
    if not isinstance(body, bytes | bytearray | memoryview):
        raise TypeError("body must be the raw bytes of the request, not parsed JSON")
    body = bytes(body)
    # A secret may have quotes of its own.
    named = trimmed(os.environ.get("OPENROUTER_WEBHOOK_SECRET", ""))
    keys = _secrets(named if secret is None else secret)
    if not tolerance >= 0:
        raise ValueError("tolerance must not be negative")
    timestamp, signatures = _parts(_signature_header(headers))
    # All are compared, whatever the first ones gave, so that the time reveals nothing.
    matches = [
        hmac.compare_digest(_sign(key, timestamp, body).encode(), signature.encode())
        for key in keys
        for signature in signatures
    ]
    if not any(matches):
        raise WebhookSignatureError("The signature does not match the body")
    if abs(time.time() - int(timestamp)) > tolerance:
        raise WebhookSignatureError(f"The signature is not of the last {tolerance:g} seconds")
    return VideoGenerationEvent.model_validate_json(body)


def sign(body: bytes, secret: str | bytes, timestamp: int | None = None) -> str:
    """Return the header value that `verify` accepts, for tests of a receiver."""
    moment = str(int(time.time()) if timestamp is None else timestamp)
    return signature_header(_secrets(secret)[0], moment, body)


def _secrets(given: Secrets) -> list[bytes]:
    listed = [given] if isinstance(given, str | bytes) else list(given)
    keys = [key.encode() if isinstance(key, str) else key for key in listed]
    # Anyone can sign with an empty key.
    if not keys or not all(keys):
        raise ValueError("secret must not be empty: pass it or set OPENROUTER_WEBHOOK_SECRET")
    return keys


def _signature_header(headers: Headers) -> str:
    wanted = SIGNATURE_HEADER.lower()
    pairs = pairs_of(headers, "headers")
    # What is in two containers, or under the names of HTTP and of WSGI, is the same header.
    found = {_text(value): None for name, value in pairs if _name(name) == wanted}
    written = [value for value in found if value is not None]
    if not written:
        raise WebhookSignatureError(f"There is no {SIGNATURE_HEADER} header")
    return ",".join(written)


def _name(given: object) -> str:
    return (_text(given) or "").lower().replace("_", "-").removeprefix("http-")


def _text(written: object) -> str | None:
    if isinstance(written, bytes):
        return written.decode("latin-1")
    return written if isinstance(written, str) else None


def _parts(header: str) -> tuple[str, list[str]]:
    """Split "t=…,v1=…" into the one time and the signatures; other parts are for later versions."""
    parts = [part.strip().partition("=") for part in header[:_MAX_HEADER].split(",")]
    # A proxy may send a header twice, and some containers join those.
    times = {value for name, _, value in parts if name == "t"}
    signatures = [value for name, _, value in parts if name == "v1"]
    if len(times) != 1 or not signatures:
        raise WebhookSignatureError("The signature header is malformed")
    [moment] = times
    if not (moment.isascii() and moment.isdigit() and len(moment) <= 15):
        raise WebhookSignatureError("The time in the signature header is not a number of seconds")
    return moment, signatures
