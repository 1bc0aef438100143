"""The scenarios that have names, for Python, HTTP and prompts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from rushes.testing.scenario import ScenarioError

# One that is not closed is an unknown name.
MAGIC = re.compile(r"\[rushes:\s*([^\]=\s]*)\s*(?:=([^\]]*))?(\]|$|\s)", re.IGNORECASE)
Effects = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Named:
    """A scenario by name. `takes` is the path of the field that a value sets, `unit` what it is."""

    meaning: str
    effects: Effects
    takes: str = ""
    unit: str = ""


def _status(status: int, meaning: str, **fields: Any) -> Named:
    return Named(meaning, {"response": {"status": status, **fields}})


def _form(form: str, meaning: str) -> Named:
    return Named(meaning, {"response": {"form": form}})


SECONDS = "seconds"


def _slow(curve: str, meaning: str) -> Named:
    return Named(meaning, {"job": {"delay": 30, "curve": curve}}, "job.delay", SECONDS)


NAMES: Mapping[str, Named] = {
    # The response to the request
    "status": Named("An error", {"response": {}}, "response.status", "status"),
    "bad_request": _form("parameters", "400: a value that the model does not support"),
    "missing_input": _form("missing_input", "400: neither prompt nor image"),
    "no_continuation": _form("continuation", "400: `previous_job_id` is not supported"),
    "bad_reference": _form("video_reference", "400: a reference that is not an HTTPS URL"),
    "content_policy": _form("content_policy", "400: the prompt is refused by moderation"),
    "zod_error": _form("zod", "400: the shape of the request parser, without a code"),
    "wrapped": Named(
        "400 that wraps a transient error of the provider",
        {"response": {"form": "wrapped", "code": 502}},
        "response.code",
        "`error.code`",
    ),
    "unauthorized": _form("unknown_key", "401: an unknown API key"),
    "no_key": _form("no_key", "401: no API key"),
    "out_of_credit": _form("credits", "402: the account has no credits left"),
    "key_limit": _form("key_limit", "402: the API key has reached its limit"),
    "in_flight_limit": _form("in_flight", "402: running jobs reserve what is left"),
    "forbidden": _form("permission", "403: the API key may not use the model"),
    "guardrail": _form("guardrail", "403: blocked by a guardrail"),
    "region_blocked": _form("region", "403: not available in the region"),
    "flagged": _form("flagged", "403: the input is flagged by moderation"),
    "no_endpoints": _form("model", "404: nothing serves the model"),
    "data_policy": _form("data_policy", "404: nothing serves it under the data policy"),
    "request_timeout": _status(408, "408"),
    "conflict": _status(409, "409"),
    "too_large": _status(413, "413: the body is too large"),
    "rate_limited": Named(
        "429 with Retry-After",
        {"response": {"form": "rate_limit", "retry_after": 1}},
        "response.retry_after",
        SECONDS,
    ),
    "rate_limited_no_hint": _form("rate_limit", "429 without Retry-After"),
    "provider_rate_limited": _form("provider_rate_limit", "429 of the provider"),
    "server_error": _status(500, "500"),
    "bad_gateway": _status(502, "502 of the provider"),
    "unavailable": Named(
        "503 with Retry-After",
        {"response": {"status": 503, "retry_after": 1}},
        "response.retry_after",
        SECONDS,
    ),
    "edge_timeout": _status(524, "524 of the edge network"),
    "overloaded": _status(529, "529: the provider is overloaded"),
    "hang": Named("No response, ever", {"response": {"fault": "hang"}}),
    "hang_after": Named(
        "The job is made, but no response comes", {"response": {"fault": "hang", "after": True}}
    ),
    "reset": Named("The connection is reset, no job is made", {"response": {"fault": "reset"}}),
    "reset_after": Named(
        "The job is made, then the connection is reset",
        {"response": {"fault": "reset", "after": True}},
    ),
    "error_after": Named(
        "The job is made, but the response is a 500",
        {"response": {"status": 500, "after": True}},
    ),
    "garbage": Named("200 with bytes that are no JSON", {"response": {"fault": "garbage"}}),
    "html": Named("502 with the HTML page of a proxy", {"response": {"fault": "html"}}),
    "slow_response": Named(
        "The response comes late", {"response": {"delay": 2}}, "response.delay", SECONDS
    ),
    # The job
    "failed": Named(
        "The job fails",
        {"job": {"outcome": "failed"}},
        "job.reason",
        "its error",
    ),
    "moderated": Named(
        "The job fails: the finished video is refused by moderation",
        {"job": {"outcome": "moderated"}},
        "job.reason",
        "its error",
    ),
    "expired": Named("The job expires", {"job": {"outcome": "expired"}}),
    "cancelled": Named("The job is cancelled", {"job": {"outcome": "cancelled"}}),
    "stuck": Named("The job stays in progress until its deadline", {"job": {"outcome": "stuck"}}),
    "slow": Named("The job takes longer", {"job": {"delay": 30}}, "job.delay", SECONDS),
    "queued": Named("The job stays pending", {"job": {"queued": 30}}, "job.queued", SECONDS),
    "slow_start": _slow("slow_start", "The job takes longer, and progresses slowly at first"),
    "slow_end": _slow("slow_end", "The job takes longer, and progresses slowly at last"),
    "steps": _slow("steps", "The job takes longer, and progresses in quarters"),
    "stalled": _slow("stalled", "The job stops at 90% for most of its time"),
    # Polls
    "unknown_status": Named(
        "Three polls show a status that no client knows",
        {"poll": {"shown_status": "paused", "times": 3}},
        "poll.shown_status",
        "the status",
    ),
    "poll_errors": Named(
        "Polls get a 500 at first", {"poll": {"status": 500, "times": 3}}, "poll.times", "polls"
    ),
    "poll_resets": Named(
        "Polls are reset at first", {"poll": {"fault": "reset", "times": 3}}, "poll.times", "polls"
    ),
    "poll_html": Named(
        "Polls get the HTML page of a proxy at first",
        {"poll": {"fault": "html", "times": 3}},
        "poll.times",
        "polls",
    ),
    # Downloads
    "content_missing": Named(
        "Downloads get a 404 at first",
        {
            "content": {
                "status": 404,
                "message": "The video is not available yet",
                "times": 2,
            }
        },
        "content.times",
        "downloads",
    ),
    "content_errors": Named(
        "Downloads get a 502 at first",
        {"content": {"status": 502, "times": 2}},
        "content.times",
        "downloads",
    ),
    "content_truncated": Named(
        "A download ends in the middle", {"content": {"cut": "close"}}, "content.times", "downloads"
    ),
    "content_reset": Named(
        "A download is reset in the middle",
        {"content": {"cut": "reset"}},
        "content.times",
        "downloads",
    ),
    "content_stalled": Named(
        "A download falls silent in the middle",
        {"content": {"cut": "stall"}},
        "content.times",
        "downloads",
    ),
    "content_type": Named(
        "Downloads have another Content-Type",
        {"content": {"content_type": "text/html", "times": None}},
        "content.content_type",
        "the type",
    ),
    "no_length": Named(
        "Downloads have no Content-Length", {"content": {"length": False, "times": None}}
    ),
    "no_ranges": Named("Downloads ignore Range", {"content": {"ranges": False, "times": None}}),
    "gone": Named("Downloads get a 410", {"content": {"status": 410, "times": None}}),
    # Webhooks
    "webhook_late": Named(
        "The webhook comes late", {"webhook": {"late": 30}}, "webhook.late", SECONDS
    ),
    "webhook_twice": Named("The webhook comes twice", {"webhook": {"copies": 2}}),
    "webhook_out_of_order": Named(
        "The webhook comes after that of the next job", {"webhook": {"out_of_order": True}}
    ),
    "webhook_forged": Named("The webhook has a wrong signature", {"webhook": {"forged": True}}),
    "webhook_never": Named("No webhook comes", {"webhook": {"never": True}}),
}


def effects_of(name: str, value: object = None) -> dict[str, dict[str, Any]]:
    """Return the effects of a named scenario; raises ScenarioError for an unknown name."""
    if not isinstance(name, str):
        raise ScenarioError(
            f"name: {name!r} is not a name; for a status, use 'status' and a value", "name"
        )
    named = NAMES.get(name)
    if named is None:
        near = get_close_matches(name, NAMES, 3)
        hint = f"did you mean {' or '.join(near)}? " if near else ""
        problem = f"there is no scenario {name!r}; {hint}allowed: {', '.join(NAMES)}"
        raise ScenarioError(problem, "name")
    effects = {phase: dict(fields) for phase, fields in named.effects.items()}
    if value is None:
        if name == "status":
            raise ScenarioError("name: 'status' needs a value, such as 503", "value")
        return effects
    if not named.takes:
        raise ScenarioError(f"value: {value!r} is given, but {name!r} takes none", "value")
    phase, _, field = named.takes.partition(".")
    effects[phase][field] = value
    return effects


def magic_words(prompt: str) -> Iterator[tuple[str, str | None]]:
    """Yield the names, and the values if given, that a prompt asks for: `[rushes:NAME=VALUE]`."""
    for name, value, end in MAGIC.findall(prompt):
        if end != "]":
            raise ScenarioError(f"'[rushes:{name}' has no closing bracket")
        yield name.lower(), value.strip() or None


def without_magic(prompt: str) -> str:
    """Return a prompt without its magic words."""
    return MAGIC.sub("", prompt).strip()
