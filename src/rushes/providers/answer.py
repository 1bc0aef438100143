"""What a service that speaks OpenRouter's video API answers, read with suspicion."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime
from typing import Any

import aiohttp

LARGEST_BODY = 4 * 1024 * 1024  # bytes
LONGEST_WORDS = 500  # characters of an upstream's text that are passed on


class UnreadableError(Exception):
    """Tell that an answer is not what the API's contract says."""


@dataclass(frozen=True)
class ShownJob:
    """One job as the upstream shows it; what is missing or odd reads as absent."""

    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Return the upstream's id of it."""
        return _whole(self.fields["id"])

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
        return [url for url in urls if isinstance(url, str)] if isinstance(urls, list) else []

    # What Rushes adds for those who ask another Rushes.

    @property
    def fraction(self) -> float:
        """Return how far it is, from 0 to 1."""
        progress = _number(_part(self.fields, "rushes").get("progress"))
        return 0.0 if progress is None else min(max(progress, 0.0), 1.0)

    @property
    def report(self) -> Mapping[str, Any]:
        """Return what was made."""
        return _part(_part(self.fields, "rushes"), "report")

    @property
    def cancellation(self) -> str | None:
        """Return what became of its cancellation."""
        said = _part(self.fields, "rushes").get("cancellation")
        return said if isinstance(said, str) else None


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, whole."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @classmethod
    async def read(cls, response: aiohttp.ClientResponse, secret: str) -> Answer:
        """Read an answer; `secret` does not survive in it, should the service repeat it."""
        body = b""
        async for block in response.content.iter_chunked(LARGEST_BODY):
            body += block
            if len(body) > LARGEST_BODY:
                raise ValueError("its answer is too long")
        return cls(response.status, response.headers, body.replace(secret.encode(), b"[key]"))

    @property
    def accepted(self) -> bool:
        """Tell whether the status is a success."""
        return 200 <= self.status < 300

    def json(self) -> Any:
        """Return the body; raise UnreadableError if it is no JSON."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise UnreadableError("its answer is not JSON") from error

    def job(self) -> ShownJob:
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
        """Return how many seconds to wait, None if the service does not say."""
        text = self.headers.get("Retry-After", "")
        try:
            seconds = float(text)
        except ValueError:
            return _seconds_until(text)
        return max(seconds, 0.0) if math.isfinite(seconds) else None


def job_of(body: object) -> ShownJob:
    """Return the job that a body shows; raise UnreadableError if it has no id."""
    if not isinstance(body, dict):
        raise UnreadableError("its answer shows no job")
    if not isinstance(body.get("id"), str) or not body["id"]:
        raise UnreadableError("its answer lacks the job's id")
    return ShownJob(body)


def _part(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = fields.get(name)
    return part if isinstance(part, dict) else {}


def _whole(text: str) -> str:
    """Return a text without half characters, such as a cut emoji leaves behind."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value if math.isfinite(value) else None


def _shorten(text: str) -> str:
    shown = " ".join(_whole(text).split())
    return shown if len(shown) <= LONGEST_WORDS else f"{shown[:LONGEST_WORDS]}…"


def _seconds_until(date: str) -> float | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    if moment.tzinfo is None:  # "-0000": in UTC, as every HTTP date is
        moment = moment.replace(tzinfo=UTC)
    return max((moment - datetime.now(UTC)).total_seconds(), 0.0)
