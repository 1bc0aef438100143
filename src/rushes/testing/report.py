"""What a service saw, for a person to read; without secrets."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from rushes.providers.recording_secrets import REDACTED, is_credential, redacted
from rushes.testing.job_record import JobRecord
from rushes.testing.journal import RecordedRequest
from rushes.testing.webhook_log import SentWebhook

MOST_LINES = 60  # of each kind; the last ones are shown
EXCERPT = 300  # characters of a body
_SECRET_NAME = re.compile(r"KEY|SECRET|TOKEN|PASSWORD|CREDENTIAL", re.IGNORECASE)
_QUERY = re.compile(r"([?&#][\w.~-]+=)[^&#\s\"'\\]+")
_USER = re.compile(r"(?<=://)[^/?#\s\"'<>\\]*@")
_FIELD = re.compile(  # `name=value`, `name: "value"` and `"name": value`, also one in a JSON string
    r"""(?<![\w.-])(?P<name>[\w.-]+)(?P<sign>=|\\*["']\s*:\s*|\s*:\s*(?=\\*["']))"""
    r"""(?P<quote>\\*["'])?(?P<value>(?(quote)(?:[^"'\\]|\\[^"'\\])+|[^\s"'&,;}\]]+))"""
)
_GROUP = re.compile(r"""(?<![\w.-])(?P<name>[\w.-]+)\\*["']\s*:\s*(?=[\[{])""")
_DATA = re.compile(r"(data:[\w/+.-]+;base64,)[A-Za-z0-9+/=]{20,}")
_SHOWN_QUERY = frozenset({"index", "limit", "status", "model"})
SHORTEST_SECRET = 8  # characters; a shorter value would be found in every text


@dataclass(frozen=True)
class Seen:
    """What a service saw: requests, jobs and webhooks."""

    requests: Sequence[RecordedRequest]
    jobs: Sequence[JobRecord]
    webhooks: Sequence[SentWebhook]


def report(seen: Seen, secrets: Collection[str] = ()) -> str:
    """Return requests, jobs and webhooks, one line each, and the bodies that explain them.

    `secrets` are some beside those of the environment.
    """
    parts = (
        ("Requests", list(_requests(seen.requests, secrets))),
        ("Jobs", [job_line(job) for job in seen.jobs]),
        ("Webhooks", [webhook_line(webhook) for webhook in seen.webhooks]),
    )
    lines: list[str] = []
    for title, found in parts:
        lines.append(f"{title}:" if found else f"{title}: none")
        if len(found) > MOST_LINES:
            lines.append(f"  … {len(found) - MOST_LINES} more before")
        lines += [f"  {line}" for line in found[-MOST_LINES:]]
    return cleaned("\n".join(lines), secrets)


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


def secrets_of_environment() -> set[str]:
    """Return the values of variables whose names say that they are secret."""
    return {
        value
        for name, value in os.environ.items()
        if _SECRET_NAME.search(name) and len(value) >= SHORTEST_SECRET
    }


def cleaned(text: str, secrets: Collection[str] = ()) -> str:
    """Return a text without secrets: those of the environment, of URLs and of fields, and others.

    Others are those given, and what looks like one.
    """
    known = sorted({*secrets, *secrets_of_environment()}, key=len, reverse=True)
    text = _DATA.sub(r"\1…", text)
    text = _USER.sub("…@", _QUERY.sub(_shortened, text))
    return str(redacted(_FIELD.sub(_hidden, text), known))


def excerpt(body: bytes, secrets: Collection[str] = ()) -> str:
    """Return the beginning of a body in one line, without secrets."""
    text = _DATA.sub(r"\1…", body.decode("utf-8", "replace"))
    try:
        shown = json.dumps(redacted(json.loads(text), ()), ensure_ascii=False)
        text = shown.encode("utf-8", "replace").decode()  # half a surrogate pair is no text
    except (ValueError, RecursionError):
        text = _without_groups(" ".join(text.split()))
    text = cleaned(text, secrets)  # as a whole: no rule finds a secret that is cut off
    return text if len(text) <= EXCERPT else f"{text[:EXCERPT]}…"


def _requests(requests: Sequence[RecordedRequest], secrets: Collection[str]) -> Iterator[str]:
    """Yield lines; a poll that is repeated with one result is one line."""
    for (line, _, _), group in groupby(
        requests, key=lambda one: (request_line(one), one.body, one.response)
    ):
        first, *others = group
        yield f"{line} ({len(others) + 1} times)" if others else line
        if first.body:
            yield f"    sent {excerpt(first.body, secrets)}"
        if first.response and (first.status or 0) >= 400:
            yield f"    got  {excerpt(first.response, secrets)}"


def _shortened(match: re.Match[str]) -> str:
    name = match[1][1:-1]
    return match[0] if name in _SHOWN_QUERY else f"{match[1]}…"


def _without_groups(text: str) -> str:
    """Return a text up to the first list or object that is a credential: its end is not known."""
    named = (match for match in _GROUP.finditer(text) if is_credential(match["name"], None))
    first = next(named, None)
    return text if first is None else f"{text[: first.end()]}{REDACTED}…"


def _hidden(match: re.Match[str]) -> str:
    value = match["value"]
    is_hidden = value == "…" or REDACTED.startswith(value)  # in JSON, or by an earlier pass
    is_empty = value in {"true", "false", "null"}
    if is_hidden or is_empty or not is_credential(match["name"], value):
        return match[0]
    return match[0].removesuffix(value) + REDACTED


def _type_of(webhook: SentWebhook) -> str | None:
    found: Any = webhook.json
    kind = found.get("type") if isinstance(found, dict) else None
    return kind if isinstance(kind, str) else None
