"""Responses of a service with OpenRouter's video API; nothing in them is trusted."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import aiohttp

from rushes.wire.ending import Ending, ending_of
from rushes.wire.headers import retry_after

MAX_BODY = 1024 * 1024  # bytes of a response that are read
MAX_REPORT = 8 * 1024  # bytes of an upstream's report that are kept and sent with each poll
MAX_MESSAGE = 500  # characters of an upstream's text that are passed on
MAX_ID = 500  # characters; databases have to index it
MAX_URLS = 4  # of one video that are tried

LEAST_WAIT, LONGEST_WAIT = 0.5, 300.0  # seconds that an upstream may ask for

_PASSING = {408, 429}  # statuses, beside those of servers, that may be wrapped
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # NUL, which PostgreSQL refuses; surrogates


class UnreadableError(Exception):
    """The response does not follow the API's contract."""


@dataclass(frozen=True)
class RemoteJob:
    """One job as the upstream shows it; a field that is missing or invalid reads as absent."""

    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.fields["id"])

    @property
    def status(self) -> str:
        return str(self.fields.get("status", ""))

    @property
    def ending(self) -> Ending | None:
        return ending_of(self.status, has_urls=bool(self.urls))

    @property
    def is_stuck(self) -> bool:
        """Whether only an error says that it has ended, beside a status that nobody knows."""
        return self.ending is None and ending_of(self.status, self.error) == "failed"

    @property
    def error(self) -> str | None:
        error = self.fields.get("error")
        if isinstance(error, dict):  # as in a response that is an error
            error = error.get("message")
        return _shorten(error) if isinstance(error, str) and error else None

    @property
    def cost(self) -> Decimal | None:
        """In USD."""
        cost = _number(_part(self.fields, "usage").get("cost"))
        return Decimal(str(cost)) if cost is not None and cost >= 0 else None

    @property
    def urls(self) -> list[str]:
        """URLs of the video that may need no key: the signed ones first."""
        lists = [self.fields.get(name) for name in ("urls", "unsigned_urls")]
        shown = [url for urls in lists if isinstance(urls, list) for url in urls]
        return [url for url in shown if isinstance(url, str) and url][:MAX_URLS]

    # The rest is what only another Rushes sends.

    @property
    def fraction(self) -> float:
        progress = _number(_part(self.fields, "rushes").get("progress"))
        return 0.0 if progress is None else min(max(progress, 0.0), 1.0)

    @property
    def report(self) -> Mapping[str, Any]:
        report, left = dict[str, Any](), MAX_REPORT
        for name, value in _part(_part(self.fields, "rushes"), "report").items():
            left -= len(json.dumps({name: value}))
            if left < 0:
                break
            report[name] = value
        return report

    @property
    def cancellation(self) -> str | None:
        outcome = _part(self.fields, "rushes").get("cancellation")
        return outcome if outcome is None or isinstance(outcome, str) else "unknown"


@dataclass(frozen=True)
class APIResponse:
    """One complete HTTP response; `body` is None if it is longer than MAX_BODY.

    `status` is the one that counts: OpenRouter wraps failures of its own providers, which pass, in
    a 400 whose body has the real status.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    @classmethod
    async def read(cls, response: aiohttp.ClientResponse, secret: str) -> APIResponse:
        body = await _bounded(response)
        if body is not None:
            # A service may repeat the key in its message, which is shown to callers.
            body = body.replace(secret.encode(), b"[key]")
        whole = cls(response.status, response.headers, body)
        return replace(whole, status=whole._wrapped_status or whole.status)

    @property
    def _wrapped_status(self) -> int | None:
        if self.status != 400:
            return None
        try:
            code = self.json()["error"]["code"]
        except (UnreadableError, LookupError, TypeError):
            return None
        if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) == 3:
            code = int(code)
        return code if type(code) is int and (code in _PASSING or 500 <= code < 600) else None

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """Return the body with all text fit for a database; raises UnreadableError."""
        if self.body is None:
            raise UnreadableError(f"its response is longer than {MAX_BODY} bytes")
        try:
            return _storable(json.loads(self.body))
        except (ValueError, RecursionError) as error:
            raise UnreadableError("its response is not JSON") from error

    def job(self) -> RemoteJob:
        return job_of(self.json())

    @property
    def message(self) -> str:
        """The service's error message, fit to be shown."""
        try:
            message = self.json()["error"]["message"]
        except (UnreadableError, LookupError, TypeError):
            message = None
        shown = _shorten(message) if isinstance(message, str) else ""
        return shown or f"it responded with {self.status} and no message"

    @property
    def retry_after(self) -> float | None:
        """Return how many seconds to wait, within bounds; None if the service says nothing sane."""
        seconds = retry_after(self.headers)
        if seconds is None or seconds < 0:
            return None
        return min(max(seconds, LEAST_WAIT), LONGEST_WAIT)


def job_of(body: object) -> RemoteJob:
    """Return the job in a body; raise UnreadableError if it has no usable id."""
    if not isinstance(body, dict):
        raise UnreadableError("its response holds no job")
    if not isinstance(body.get("id"), str) or not body["id"]:
        raise UnreadableError("its response lacks the job's id")
    if len(body["id"]) > MAX_ID:
        raise UnreadableError("the job's id in its response is too long")
    return RemoteJob(body)


def rows_of(body: object) -> list[Mapping[str, Any]]:
    rows = body.get("data") if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableError("its response is not a list")
    return rows


def _part(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = fields.get(name)
    return part if isinstance(part, dict) else {}


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        return value if math.isfinite(value) else None
    except OverflowError:  # a whole number that no float can hold
        return None


def _storable(value: Any) -> Any:
    """Replace what a database refuses: lone surrogates and NUL by U+FFFD, NaN and ±∞ by None."""
    if isinstance(value, str):
        return _UNSTORABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_storable(name): _storable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_storable(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _shorten(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= MAX_MESSAGE else f"{shown[:MAX_MESSAGE]}…"


async def _bounded(response: aiohttp.ClientResponse) -> bytes | None:
    body = bytearray()
    async for block in response.content.iter_chunked(64 * 1024):
        body += block
        if len(body) > MAX_BODY:
            return None
    return bytes(body)
