"""The tokens of Kling's legacy API: signed by the client with HS256, and valid for a while."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import time
from typing import Any

from tests.upstreams.base import Refusal


def check_token(token: str, access_key: str, secret_key: str) -> None:
    """Raise the `Refusal` that a token is answered with, unless it is valid."""
    signed, _, signature = token.rpartition(".")
    try:
        header, claims = (part_of(part) for part in signed.split("."))
        given = decoded(signature)
    except (ValueError, binascii.Error):
        raise Refusal("wrong_key", "Authentication failed", code=1000) from None
    expected = hmac.digest(secret_key.encode(), signed.encode(), hashlib.sha256)
    if header.get("alg") != "HS256" or not hmac.compare_digest(given, expected):
        raise Refusal("wrong_key", "Authorization is invalid", code=1002)
    if claims.get("iss") != access_key:
        raise Refusal(
            "wrong_key", "Authorization is invalid: the access key is not known", code=1002
        )
    now, begins, ends = time.time(), claims.get("nbf", 0), claims.get("exp")
    if not isinstance(begins, int) or not isinstance(ends, int):
        raise Refusal("wrong_key", "Authorization is invalid", code=1002)
    if begins > now:
        raise Refusal("wrong_key", "Authorization is not yet valid", code=1003)
    if ends <= now:
        raise Refusal("wrong_key", "Authorization has expired", code=1004)


def part_of(text: str) -> dict[str, Any]:
    part = json.loads(decoded(text))
    if not isinstance(part, dict):
        raise ValueError("a part of the token is no object")  # noqa: TRY004
    return part


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
