"""One complete HTTP response of an upstream; nothing in it is trusted."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Self

import aiohttp

from rushes.wire.headers import retry_after

MAX_BODY = 1024 * 1024  # bytes of a response that are read
MAX_MESSAGE = 500  # characters of an upstream's text that are passed on
MAX_STATE = 60  # characters
MAX_ID = 500  # characters; databases have to index it
LEAST_SECRET = 8  # characters; hiding a shorter one would change other words of an answer
LEAST_WAIT, LONGEST_WAIT = 0.5, 300.0  # seconds that an upstream may ask for

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, which PostgreSQL refuses; surrogates
# Where upstreams have their message, the most specific place first.
_MESSAGES = ("message", "msg", "error_message", "status_msg", "detail", "details", "title")
_HOLDERS = ("error", "detail", "details", "base_resp", "data", "output")


class UnreadableError(Exception):
    """The response does not follow the API's contract."""


@dataclass(frozen=True)
class Answer:
    """One complete HTTP response; `body` is None if it is longer than was to be read."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    @classmethod
    async def read(
        cls, response: aiohttp.ClientResponse, secrets: Iterable[str], limit: int = MAX_BODY
    ) -> Self:
        """Read a response, without the secrets that it may repeat in its message."""
        body = await cls._body(response, limit)
        if body is not None:
            for secret in secrets:
                if len(secret) >= LEAST_SECRET:
                    body = body.replace(secret.encode(), b"[key]")
        return cls(response.status, response.headers, body)

    @classmethod
    async def _body(cls, response: aiohttp.ClientResponse, limit: int) -> bytes | None:
        return await _bounded(response, limit)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """Return the body with all text fit for a database; raises UnreadableError."""
        return self._parsed

    def fields(self) -> Mapping[str, Any]:
        """Return the body, a JSON object; raises UnreadableError."""
        body = self.json()
        if not isinstance(body, dict):
            raise UnreadableError("its response is not a JSON object")
        return body

    def find(self, *path: str | int) -> Any:
        """Return what the body has at a path of keys and indexes, None if there is nothing."""
        try:
            return at(self.json(), *path)
        except UnreadableError:
            return None

    @cached_property
    def _parsed(self) -> Any:
        if self.body is None:
            raise UnreadableError("its response is too long")
        try:
            return _storable(json.loads(self.body))
        except (ValueError, RecursionError) as error:
            raise UnreadableError("its response is not JSON") from error

    @property
    def message(self) -> str:
        """The upstream's error message, fit to be shown."""
        shown = shorten(_message_in(self.find()) or "")
        return shown or f"it responded with {self.status} and no message"

    @property
    def retry_after(self) -> float | None:
        """Return how many seconds to wait, within bounds; None if the service says nothing sane."""
        seconds = retry_after(self.headers)
        if seconds is None or seconds < 0:
            return None
        return min(max(seconds, LEAST_WAIT), LONGEST_WAIT)


def at(value: Any, *path: str | int) -> Any:
    """Return what JSON has at a path of keys and indexes, None if there is nothing."""
    for key in path:
        if isinstance(value, dict) and isinstance(key, str):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and -len(value) <= key < len(value):
            value = value[key]
        else:
            return None
    return value


def text_at(value: Any, *path: str | int) -> str | None:
    """Return the text at a path, None if there is none or it is empty."""
    found = at(value, *path)
    return found if isinstance(found, str) and found else None


def state_at(value: Any, *path: str | int) -> str:
    """Return the word for a job's state at a path; raises UnreadableError if there is none."""
    if (found := text_at(value, *path)) is None:
        raise UnreadableError("its response lacks the job's state")
    return found[:MAX_STATE]


def number_at(value: Any, *path: str | int) -> float | None:
    """Return the finite number at a path, also one that is written as text."""
    found = at(value, *path)
    if isinstance(found, str) and len(found) <= 40:
        try:
            found = float(found)
        except ValueError:
            return None
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return None
    try:
        return found if math.isfinite(found) else None
    except OverflowError:  # a whole number that no float can hold
        return None


def money_at(value: Any, *path: str | int) -> Decimal | None:
    """Return the amount at a path, None if there is none or it is negative."""
    number = number_at(value, *path)
    return Decimal(str(number)) if number is not None and number >= 0 else None


def id_at(value: Any, *path: str | int) -> str:
    """Return the id at a path; raises UnreadableError if it is missing or unusable."""
    found = at(value, *path)
    if isinstance(found, int) and not isinstance(found, bool):
        found = str(found)
    if not isinstance(found, str) or not found:
        raise UnreadableError("its response lacks the job's id")
    if len(found) > MAX_ID:
        raise UnreadableError("the job's id in its response is too long")
    return found


def shorten(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= MAX_MESSAGE else f"{shown[:MAX_MESSAGE]}…"


def _message_in(body: Any, depth: int = 3) -> str | None:
    if isinstance(body, str):
        return body
    if isinstance(body, list):
        return _message_in(body[0], depth) if body and depth else None
    if not isinstance(body, dict) or not depth:
        return None
    for name in _MESSAGES:
        if text := text_at(body, name):
            return text
    found = (_message_in(body.get(name), depth - 1) for name in _HOLDERS)
    return next((text for text in found if text), None)


def _storable(value: Any) -> Any:
    """Replace what a database refuses: lone surrogates and NUL by U+FFFD, NaN and ±∞ by None."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_storable(name): _storable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_storable(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


async def _bounded(response: aiohttp.ClientResponse, limit: int) -> bytes | None:
    body = bytearray()
    async for block in response.content.iter_chunked(64 * 1024):
        body += block
        if len(body) > limit:
            return None
    return bytes(body)
