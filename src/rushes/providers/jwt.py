"""Tokens that a client signs itself: JSON Web Tokens (RFC 7519)."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Mapping
from typing import Any


def hs256(claims: Mapping[str, Any], secret: str) -> str:
    """Return a token signed with a shared secret, by HMAC with SHA-256."""
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    return f"{signed}.{_base64(hmac.digest(secret.encode(), signed.encode(), 'sha256'))}"


def _part(fields: Mapping[str, Any]) -> str:
    return _base64(json.dumps(fields, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
