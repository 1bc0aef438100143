"""Responses of a service with OpenRouter's video API; nothing in them is trusted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Self

import aiohttp

from rushes.providers.answer import (
    MAX_BODY,
    MAX_STATE,
    Answer,
    UnreadableError,
    id_at,
    money_at,
    number_at,
    shorten,
)
from rushes.wire.ending import Ending, ending_of

MAX_REPORT = 8 * 1024  # bytes of an upstream's report that are kept and sent with each poll
MAX_URLS = 4  # of one video that are tried

_PASSING = {408, 429}  # statuses, beside those of servers, that may be wrapped


@dataclass(frozen=True)
class RemoteJob:
    """One job as the upstream shows it; a field that is missing or invalid reads as absent."""

    fields: Mapping[str, Any]

    @property
    def id(self) -> str:
        return str(self.fields["id"])

    @property
    def status(self) -> str:
        return str(self.fields.get("status", ""))[:MAX_STATE]

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
        return shorten(error) if isinstance(error, str) and error else None

    @property
    def cost(self) -> Decimal | None:
        """In USD."""
        return money_at(self.fields, "usage", "cost")

    @property
    def urls(self) -> list[str]:
        """URLs of the video that may need no key: the signed ones first."""
        lists = [self.fields.get(name) for name in ("urls", "unsigned_urls")]
        shown = [url for urls in lists if isinstance(urls, list) for url in urls]
        return [url for url in shown if isinstance(url, str) and url][:MAX_URLS]

    # The rest is what only another Rushes sends.

    @property
    def fraction(self) -> float:
        progress = number_at(self.fields, "rushes", "progress")
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
class OpenRouterAnswer(Answer):
    """A response whose `status` is the one that counts.

    OpenRouter wraps failures of its own providers, which pass, in a 400 whose body has the real
    status.
    """

    @classmethod
    async def read(
        cls, response: aiohttp.ClientResponse, secrets: Iterable[str], limit: int = MAX_BODY
    ) -> Self:
        whole = await super().read(response, secrets, limit)
        return replace(whole, status=whole._wrapped_status or whole.status)

    @property
    def _wrapped_status(self) -> int | None:
        code = self.find("error", "code") if self.status == 400 else None
        if isinstance(code, str) and code.isascii() and code.isdigit() and len(code) == 3:
            code = int(code)
        return code if type(code) is int and (code in _PASSING or 500 <= code < 600) else None

    def job(self) -> RemoteJob:
        return job_of(self.json())


def job_of(body: object) -> RemoteJob:
    """Return the job in a body; raise UnreadableError if it has no usable id."""
    if not isinstance(body, dict):
        raise UnreadableError("its response holds no job")
    id_at(body, "id")
    return RemoteJob(body)


def rows_of(body: object) -> list[Mapping[str, Any]]:
    rows = body.get("data") if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnreadableError("its response is not a list")
    return rows


def _part(fields: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = fields.get(name)
    return part if isinstance(part, dict) else {}
