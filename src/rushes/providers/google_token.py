"""Access tokens of Google Cloud: one that is given, or those that a service account gets."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from rushes.providers.account import Account
from rushes.providers.answer import Answer, number_at, text_at
from rushes.providers.base import AccountError, BusyError, TransientError, UnreachableError
from rushes.providers.http import Call, UpstreamApi
from rushes.providers.jwt import SigningError, rs256
from rushes.wire.urls import base_url

SCOPE = "https://www.googleapis.com/auth/cloud-platform"
GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
LIFETIME = 3600  # seconds; the longest that Google allows
MARGIN = 300.0  # seconds before its end at which a token is renewed


class GoogleToken:
    """The token of an account, whose secret is one, or a service account's JSON or its path."""

    def __init__(self, account: Account) -> None:
        self._name = account.name
        self._secret = account.secret.strip()
        self._exchanges = self._secret.startswith("{") or self._secret.endswith(".json")
        self._value = "" if self._exchanges else self._secret
        self._renewal = 0.0  # when it is due, by the monotonic clock
        self._lock = asyncio.Lock()
        self._api: UpstreamApi | None = None

    @property
    def value(self) -> str:
        return self._value

    async def renew(self, *, rejected: bool = False) -> bool:
        """Get a token if none is good, or a new one for a `rejected` one; return whether it did.

        Raises NotAcceptedError.
        """
        before = self._value
        if not self._exchanges or (not rejected and time.monotonic() < self._renewal):
            return False
        async with self._lock:
            if self._value != before:  # renewed meanwhile
                return True
            self._value, lifetime = await self._exchange(await self._account())
            self._renewal = time.monotonic() + lifetime - min(MARGIN, lifetime / 2)
            return True

    def forget(self) -> None:
        """Have the next `renew` get another token."""
        self._renewal = 0.0

    async def close(self) -> None:
        if self._api is not None:
            await self._api.close()

    async def _exchange(self, account: Mapping[str, Any]) -> tuple[str, float]:
        """Return a token and its lifetime in seconds."""
        now = int(time.time())
        claims = {
            "iss": account["client_email"],
            "scope": SCOPE,
            "aud": account["token_uri"],
            "iat": now,
            "exp": now + LIFETIME,
        }
        key, key_id = account["private_key"], text_at(account, "private_key_id")
        try:
            assertion = await asyncio.to_thread(rs256, claims, key, key_id)
        except SigningError as error:
            raise self._unusable(str(error)) from error
        if self._api is None:
            self._api = UpstreamApi(self._name, account["token_uri"], dict)
        form = urlencode({"grant_type": GRANT, "assertion": assertion}).encode()
        try:
            answer = await self._api.request(Call("POST", "", body=form, headers=FORM))
        except TransientError as error:
            raise UnreachableError(f"No access token was got: {error}") from error
        return self._token_of(answer)

    def _token_of(self, answer: Answer) -> tuple[str, float]:
        token = text_at(answer.find(), "access_token")
        if answer.ok and token is not None and token.isascii() and token.isprintable():
            return token, number_at(answer.find(), "expires_in") or LIFETIME
        problem = text_at(answer.find(), "error_description") or answer.message
        if answer.status in {400, 401, 403}:
            raise self._unusable(f"no access token was given for it: {problem}")
        message = f"{self._name} gives no access token now: {problem}"
        raise BusyError(message, answer.retry_after)

    async def _account(self) -> Mapping[str, Any]:
        text = self._secret
        if not text.startswith("{"):
            try:
                text = await asyncio.to_thread(_read, text)
            except (OSError, ValueError) as error:
                raise self._unusable("its file cannot be read") from error
        try:
            fields = json.loads(text)
        except ValueError:
            fields = None
        for name in ("client_email", "private_key", "token_uri"):
            if text_at(fields, name) is None:
                raise self._unusable(f"it is not the JSON of a service account: no {name}")
        assert isinstance(fields, dict)  # noqa: S101 - it has the names
        try:
            base_url(fields["token_uri"])
        except ValueError as error:
            raise self._unusable("its token_uri is not a URL") from error
        return fields

    def _unusable(self, problem: str) -> AccountError:
        message = f"{self._name} cannot use its service account: {problem}"
        return AccountError(message, "credential")


def _read(path: str) -> str:
    return Path(path).expanduser().read_text("utf-8")
