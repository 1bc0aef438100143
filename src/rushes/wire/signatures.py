"""Signatures of webhooks: OpenRouter's, and beside them those of Standard Webhooks."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Sequence

SIGNATURE_HEADER = "X-OpenRouter-Signature"
STANDARD_ID = "webhook-id"
STANDARD_TIMESTAMP = "webhook-timestamp"
STANDARD_SIGNATURE = "webhook-signature"
SIGNED_HEADERS = frozenset(
    name.lower() for name in (SIGNATURE_HEADER, STANDARD_ID, STANDARD_TIMESTAMP, STANDARD_SIGNATURE)
)
_PREFIX = b"whsec_"


def sign(secret: bytes, timestamp: str, body: bytes) -> str:
    """Return the `v1` signature of OpenRouter; the message is `timestamp`, a comma, the body."""
    return hmac.new(secret, timestamp.encode() + b"," + body, "sha256").hexdigest()


def signature_header(secrets: bytes | Sequence[bytes], timestamp: str, body: bytes) -> str:
    """Return the value of X-OpenRouter-Signature, with one `v1` for each secret."""
    keys = [secrets] if isinstance(secrets, bytes) else secrets
    return ",".join([f"t={timestamp}", *(f"v1={sign(key, timestamp, body)}" for key in keys)])


def sign_standard(secret: bytes, event_id: str, timestamp: str, body: bytes) -> str:
    """Return the signature of Standard Webhooks, `v1,` and base64."""
    message = f"{event_id}.{timestamp}.".encode() + body
    digest = hmac.new(standard_key(secret), message, "sha256").digest()
    return f"v1,{base64.b64encode(digest).decode()}"


def standard_key(secret: bytes) -> bytes:
    """Return the key of Standard Webhooks: what follows `whsec_` in base64, else the text itself.

    OpenRouter's signatures always use the text itself.
    """
    if secret.startswith(_PREFIX):
        try:
            return base64.b64decode(secret.removeprefix(_PREFIX), validate=True) or secret
        except binascii.Error:
            pass
    return secret


def signature_headers(
    secrets: Sequence[bytes], event_id: str, timestamp: str, body: bytes
) -> dict[str, str]:
    """Return the headers of both forms, with a signature for each secret."""
    standard = [sign_standard(secret, event_id, timestamp, body) for secret in secrets]
    return {
        SIGNATURE_HEADER: signature_header(secrets, timestamp, body),
        STANDARD_ID: event_id,
        STANDARD_TIMESTAMP: timestamp,
        STANDARD_SIGNATURE: " ".join(standard),
    }
