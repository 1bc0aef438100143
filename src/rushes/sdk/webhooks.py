"""Webhooks: the events that a `callback_url` gets, and the check of their signatures.

    from openrouter import webhooks

    event = webhooks.verify(raw_body, request.headers, secret)
    if event.data.status == "completed":
        ...

The signature is over the bytes as received, so pass the raw body, not parsed JSON. Both the headers
of OpenRouter and those of Standard Webhooks are known. The same event may arrive more than once:
compare `event.idempotency_key`.
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
from rushes.wire.job import VideoGenerationUsage, without_signature
from rushes.wire.signatures import (
    SIGNATURE_HEADER,
    STANDARD_ID,
    STANDARD_SIGNATURE,
    STANDARD_TIMESTAMP,
    sign as _sign,
    sign_standard,
    signature_header,
)

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

    It is that of OpenRouter (X-OpenRouter-Signature), or that of Standard Webhooks
    (webhook-signature) where the other is missing.

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
    timestamp, signatures, expected = _signatures(headers, keys, body)
    # All are compared, whatever the first ones gave, so that the time reveals nothing.
    matches = [
        hmac.compare_digest(own.encode(), signature.encode())
        for own in expected
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


def _signatures(
    headers: Headers, keys: list[bytes], body: bytes
) -> tuple[str, list[str], list[str]]:
    """Return the time of sending, the signatures that came, and those that would be right."""
    found = _values(headers, SIGNATURE_HEADER, STANDARD_ID, STANDARD_TIMESTAMP, STANDARD_SIGNATURE)
    if written := found[SIGNATURE_HEADER]:
        timestamp, signatures = _parts(",".join(written))
        return timestamp, signatures, [_sign(key, timestamp, body) for key in keys]
    if not found[STANDARD_SIGNATURE]:
        raise WebhookSignatureError(f"There is no {SIGNATURE_HEADER} header")
    ids, times = found[STANDARD_ID], found[STANDARD_TIMESTAMP]
    if len(ids) != 1 or len(times) != 1:
        names = f"{STANDARD_ID} and {STANDARD_TIMESTAMP}"
        raise WebhookSignatureError(f"The headers {names} must be there once each")
    timestamp = _checked(times[0])
    # Several are separated by blanks; a proxy may join headers with commas.
    given = " ".join(found[STANDARD_SIGNATURE])[:_MAX_HEADER].replace(", ", " ").split()
    return timestamp, given, [sign_standard(key, ids[0], timestamp, body) for key in keys]


def _values(headers: Headers, *names: str) -> dict[str, list[str]]:
    """Return the distinct values of some headers."""
    pairs = [(_name(name), _text(value)) for name, value in pairs_of(headers, "headers")]
    # What is in two containers, or under the names of HTTP and of WSGI, is the same header.
    return {
        wanted: list(
            dict.fromkeys(v for name, v in pairs if name == wanted.lower() and v is not None)
        )
        for wanted in names
    }


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
    return _checked(moment), signatures


def _checked(moment: str) -> str:
    if not (moment.isascii() and moment.isdigit() and len(moment) <= 15):
        raise WebhookSignatureError("The time in the signature header is not a number of seconds")
    return moment
