"""Tokens that a client signs itself: JSON Web Tokens (RFC 7519)."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Mapping
from typing import Any


class SigningError(Exception):
    """A token cannot be signed: the key is not usable, or a package is missing."""


def hs256(claims: Mapping[str, Any], secret: str) -> str:
    """Return a token signed with a shared secret, by HMAC with SHA-256."""
    signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
    return f"{signed}.{_base64(hmac.digest(secret.encode(), signed.encode(), 'sha256'))}"


def rs256(claims: Mapping[str, Any], private_key: str, key_id: str | None = None) -> str:
    """Return a token signed by an RSA key in PEM; raises SigningError.

    Needs the package `cryptography`, of the extra `google`.
    """
    try:
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import padding, rsa  # noqa: PLC0415
    except ImportError as error:
        problem = "signing by RSA needs more packages: pip install 'rushes[google]'"
        raise SigningError(problem) from error
    try:
        key = serialization.load_pem_private_key(private_key.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise SigningError("the private key is not a readable PEM") from error
    if not isinstance(key, rsa.RSAPrivateKey):
        raise SigningError("the private key is not an RSA key")
    header = {"alg": "RS256", "typ": "JWT"} | ({"kid": key_id} if key_id else {})
    signed = f"{_part(header)}.{_part(claims)}"
    signature = key.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{signed}.{_base64(signature)}"


def _part(fields: Mapping[str, Any]) -> str:
    return _base64(json.dumps(fields, separators=(",", ":")).encode())


def _base64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
