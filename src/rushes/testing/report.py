"""What a service saw, for a person to read; without secrets."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from rushes.providers.recorded_request import redacted
from rushes.testing.job_record import JobRecord
from rushes.testing.journal import RecordedRequest
from rushes.testing.webhook_log import SentWebhook

MOST_LINES = 60  # of each kind; the last ones are shown
EXCERPT = 300  # characters of a body
_SECRET_NAME = re.compile(r"KEY|SECRET|TOKEN|PASSWORD|CREDENTIAL", re.IGNORECASE)
_QUERY = re.compile(r"([?&][\w.~-]+=)[^&\s\"'\\]+")
_DATA = re.compile(r"(data:[\w/+.-]+;base64,)[A-Za-z0-9+/=]{20,}")
_SHOWN_QUERY = frozenset({"index", "limit", "status", "model"})
SHORTEST_SECRET = 8  # characters; a shorter value would be found in every text


def report(
    requests: Sequence[RecordedRequest], jobs: Sequence[JobRecord], webhooks: Sequence[SentWebhook]
) -> str:
    """Return requests, jobs and webhooks, one line each, and the bodies that explain them."""
    parts = (
        ("Requests", list(_requests(requests))),
        ("Jobs", [job_line(job) for job in jobs]),
        ("Webhooks", [webhook_line(webhook) for webhook in webhooks]),
    )
    lines: list[str] = []
    for title, found in parts:
        lines.append(f"{title}:" if found else f"{title}: none")
        if len(found) > MOST_LINES:
            lines.append(f"  … {len(found) - MOST_LINES} more before")
        lines += [f"  {line}" for line in found[-MOST_LINES:]]
    return cleaned("\n".join(lines))


def request_line(request: RecordedRequest) -> str:
    """Return a request and its response in one line."""
    query = f"?{request.query}" if request.query else ""
    status = "no response" if not request.status else str(request.status)
    scenario = f" (scenario {request.scenario})" if request.scenario else ""
    job = f" job {request.job_id}" if request.operation == "submit" and request.job_id else ""
    return f"{request.method} {request.path}{query} → {status}{job}{scenario}"


def job_line(job: JobRecord) -> str:
    """Return a job in one line."""
    width, height = job.size
    cost = "" if job.cost is None else f", ${job.cost}"
    error = f": {job.error}" if job.error else ""
    return f"{job.id} {job.status}, {job.model}, {width}×{height}, {job.duration} s{cost}{error}"


def webhook_line(webhook: SentWebhook) -> str:
    """Return a webhook and what its receiver said in one line."""
    outcome = str(webhook.status or webhook.error or "no response yet")
    if not webhook.is_posted:
        outcome = "kept, not sent: its host is not this machine"
    signature = "" if webhook.is_verified else ", wrong signature"
    kind = (_type_of(webhook) or "no event").removeprefix("video.generation.")
    return f"{kind} of {webhook.job_id} to {webhook.url} → {outcome}{signature}"


def cleaned(text: str) -> str:
    """Return a text without secrets: those of the environment, of URLs, and what looks like one."""
    secrets = [
        value
        for name, value in os.environ.items()
        if _SECRET_NAME.search(name) and len(value) >= SHORTEST_SECRET
    ]
    text = _DATA.sub(r"\1…", text)
    text = _QUERY.sub(_shortened, text)
    return str(redacted(text, sorted(secrets, key=len, reverse=True)))


def excerpt(body: bytes) -> str:
    """Return the beginning of a body in one line."""
    text = _DATA.sub(r"\1…", body.decode("utf-8", "replace"))
    text = " ".join(text.split())
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"


def _requests(requests: Sequence[RecordedRequest]) -> Iterator[str]:
    """Yield lines; a poll that is repeated with one result is one line."""
    for line, group in groupby(requests, key=request_line):
        same = list(group)
        yield line if len(same) == 1 else f"{line} ({len(same)} times)"
        first = same[0]
        if first.body:
            yield f"    sent {excerpt(first.body)}"
        if first.response and (first.status or 0) >= 400:
            yield f"    got  {excerpt(first.response)}"


def _shortened(match: re.Match[str]) -> str:
    name = match[1][1:-1]
    return match[0] if name in _SHOWN_QUERY else f"{match[1]}…"


def _type_of(webhook: SentWebhook) -> str | None:
    found: Any = webhook.json
    kind = found.get("type") if isinstance(found, dict) else None
    return kind if isinstance(kind, str) else None
