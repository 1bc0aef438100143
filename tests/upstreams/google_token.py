"""Access tokens of service accounts, for assertions that they sign with RS256."""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from starlette.responses import JSONResponse, Response

from tests.upstreams.base import Refusal

USUAL = "https://oauth2.googleapis.com/token"  # what the SDK names, whatever the URI is
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
SCOPE = "https://www.googleapis.com/auth/cloud-platform"


class Tokens:
    """Service accounts and their tokens, each good for `life` seconds."""

    def __init__(self) -> None:
        self.life = 3600.0
        self.issued: dict[str, tuple[str, float]] = {}  # by token: account, end
        self._keys: dict[str, rsa.RSAPublicKey] = {}  # by account

    def account(self, email: str, token_uri: str) -> str:
        """Return the JSON of a new service account."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._keys[email] = key.public_key()
        private = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        return json.dumps(
            {
                "type": "service_account",
                "project_id": "p",
                "private_key_id": "1",
                "private_key": private.decode(),
                "client_email": email,
                "token_uri": token_uri,
            }
        )

    def owner(self, token: str) -> str:
        """Return the account of a token, or the token itself if it was not issued here."""
        account, end = self.issued.get(token, (token, time.time() + 1))
        if end <= time.time():
            raise Refusal("wrong_key", "Request had invalid authentication credentials.")
        return account

    def exchange(self, form: Mapping[str, str], uri: str) -> Response:
        """Return the answer to an assertion."""
        try:
            if form["grant_type"] != GRANT:
                return JSONResponse({"error": "unsupported_grant_type"}, 400)
            account = self._signer(form["assertion"], uri)
        except (InvalidSignature, KeyError, ValueError):
            error = {"error": "invalid_grant", "error_description": "Invalid JWT Signature."}
            return JSONResponse(error, 400)
        token = f"ya29.{secrets.token_hex(20)}"
        self.issued[token] = (account, time.time() + self.life)
        answer = {"access_token": token, "expires_in": self.life, "token_type": "Bearer"}
        return JSONResponse(answer)

    def _signer(self, assertion: str, uri: str) -> str:
        signed, _, signature = assertion.rpartition(".")
        header, claims = (part_of(part) for part in signed.split("."))
        key = self._keys[claims["iss"]]
        key.verify(decoded(signature), signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        now = time.time()
        good = (
            header["alg"] == "RS256" and claims["scope"] == SCOPE and claims["aud"] in {uri, USUAL}
        )
        if not good or not now - 300 < claims["iat"] <= now < claims["exp"] <= now + 3600:
            raise ValueError("the claims are not valid")
        return str(claims["iss"])


def part_of(text: str) -> dict[str, Any]:
    return dict(json.loads(decoded(text)))


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
