"""What a service that speaks OpenRouter's video API answers, read with suspicion."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import aiohttp

from rushes.wire.headers import retry_after

LARGEST_BODY = 1024 * 1024  # bytes of an answer that are read
LARGEST_REPORT = 8 * 1024  # bytes of what an upstream says of its work that are kept
LONGEST_WORDS = 500  # characters of an upstream's text that are passed on
LONGEST_ID = 500  # characters; databases have to index it
MOST_URLS = 4  # addresses of one video that are tried
LEAST_WAIT, LONGEST_WAIT = 0.5, 300.0  # seconds that an upstream may ask for

_NO_CHARACTER = re.compile("[\x00\ud800-\udfff]")  # NUL, which PostgreSQL refuses; surrogates


class UnreadableError(Exception):
    """Tell that an answer is not what the API's contract says."""


@dataclass(frozen=True)
class RemoteJob:
    """One job as the upstream shows it; what is missing or odd reads as absent."""

    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.fields["id"])

    @property
    def status(self) -> str:
        """Return the public status, or one that is new to us."""
        return str(self.fields.get("status", ""))

    @property
    def failed(self) -> bool:
        """Tell whether it has ended without a video."""
        return self.status in {"failed", "cancelled", "expired"}

    @property
    def error(self) -> str | None:
        """Return why it failed, in the upstream's words."""
        error = self.fields.get("error")
        return _shorten(error) if isinstance(error, str) and error else None

    @property
    def cost(self) -> Decimal | None:
        """Return what it cost, in USD."""
        cost = _number(_part(self.fields, "usage").get("cost"))
        return Decimal(str(cost)) if cost is not None and cost >= 0 else None

    @property
    def urls(self) -> list[str]:
        """Return signed addresses of its video, which need no key."""
        urls = self.fields.get("urls")
        shown = urls if isinstance(urls, list) else []
        return [url for url in shown if isinstance(url, str)][:MOST_URLS]

    # What Rushes adds for those who ask another Rushes.

    @property
    def fraction(self) -> float:
        """Return how far it is, from 0 to 1."""
        progress = _number(_part(self.fields, "rushes").get("progress"))
        return 0.0 if progress is None else min(max(progress, 0.0), 1.0)

    @property
    def report(self) -> Mapping[str, Any]:
        """Return what was made, as much as is fit to be kept and shown with each poll."""
        report, left = dict[str, Any](), LARGEST_REPORT
        for name, value in _part(_part(self.fields, "rushes"), "report").items():
            left -= len(json.dumps({name: value}))
            if left < 0:
                break
            report[name] = value
        return report

    @property
    def cancellation(self) -> str | None:
        """Return what became of its cancellation; what is not text is `unknown`."""
        told = _part(self.fields, "rushes").get("cancellation")
        return told if told is None or isinstance(told, str) else "unknown"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole; `body` is None where it is longer than anything we ask for."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    @classmethod
    async def read(cls, response: aiohttp.ClientResponse, secret: str) -> Answer:
        """Read an answer; `secret` does not survive in it, should the service repeat it."""
        body = await _bounded(response)
        if body is not None:
            body = body.replace(secret.encode(), b"[key]")
        return cls(response.status, response.headers, body)

    @property
    def accepted(self) -> bool:
        """Tell whether the status is a success."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """Return the body, its text fit to be stored; raise UnreadableError if it is no JSON."""
        if self.body is None:
            raise UnreadableError(f"its answer is longer than {LARGEST_BODY} bytes")
        try:
            return _storable(json.loads(self.body))
        except (ValueError, RecursionError) as error:
            raise UnreadableError("its answer is not JSON") from error

    def job(self) -> RemoteJob:
        """Return the job in the body; raise UnreadableError if there is none."""
        return job_of(self.json())

    @property
    def words(self) -> str:
        """Return the service's message, fit to be shown."""
        try:
            message = self.json()["error"]["message"]
        except (UnreadableError, LookupError, TypeError):
            message = None
        words = _shorten(message) if isinstance(message, str) else ""
        return words or f"it answered {self.status} without a message"

    @property
    def retry_after(self) -> float | None:
        """Return how many seconds to wait, within bounds; None if the service says nothing sane."""
        seconds = retry_after(self.headers)
        if seconds is None or seconds < 0:
            return None
        return min(max(seconds, LEAST_WAIT), LONGEST_WAIT)


def job_of(body: object) -> RemoteJob:
    """Return the job that a body shows; raise UnreadableError if it has no id."""
    if not isinstance(body, dict):
        raise UnreadableError("its answer shows no job")
    if not isinstance(body.get("id"), str) or not body["id"]:
        raise UnreadableError("its answer lacks the job's id")
    if len(body["id"]) > LONGEST_ID:
        raise UnreadableError("its answer's id is too long")
    return RemoteJob(body)


def rows_of(body: object) -> list[Mapping[str, Any]]:
    """Return what a body lists; raise UnreadableError if that is no list of jobs."""
    rows = body.get("data") if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableError("its answer is no list")
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
    """Return what JSON held as any database takes it: what is no character becomes U+FFFD.

    A number that is none becomes None.
    """
    if isinstance(value, str):
        return _NO_CHARACTER.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_storable(name): _storable(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_storable(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _shorten(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= LONGEST_WORDS else f"{shown[:LONGEST_WORDS]}…"


async def _bounded(response: aiohttp.ClientResponse) -> bytes | None:
    blocks, size = [], 0
    async for block in response.content.iter_chunked(64 * 1024):
        size += len(block)
        if size > LARGEST_BODY:
            return None
        blocks.append(block)
    return b"".join(blocks)
