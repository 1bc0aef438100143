"""The bodies of OpenRouter's errors, in each form that a status is known to have.

The wording is ours, since the original's is no part of its contract; that of `flagged` is known.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import JSONResponse, Response

from rushes.catalog.model import load_catalog
from rushes.catalog.refusal import UnknownModelError
from rushes.clock import unix_time

LONGEST_INPUT = 100  # characters of a flagged prompt that are shown
RESET = "X-RateLimit-Reset"  # unix milliseconds
WINDOW = 60.0  # seconds of a rate limit that does not say when it ends


@dataclass(frozen=True)
class Form:
    """One body: `message` and `metadata` may name `{model}` and `{provider}`.

    A value `{input}` of `metadata` is the prompt; `headers` are sent with the body.

    `zod` is the shape of the original's request parser, which has no code.
    """

    status: int
    message: str
    metadata: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    zod: bool = False


def _routing(step: str) -> dict[str, Any]:
    return {
        "routing_funnel": [{"step": "Initial Endpoints", "endpoint_count": 1}],
        "failed_routing_step": step,
    }


def _limit(source: str, reason: str, hint: str) -> dict[str, Any]:
    return {
        "error_type": "payment_required",
        "limit_source": source,
        "reason": reason,
        "remedy_hint": hint,
    }


def _of_provider(error_type: str, code: int, raw: str) -> dict[str, Any]:
    return {
        "error_type": error_type,
        "raw": raw,
        "provider_name": "{provider}",
        "is_byok": False,
        "provider_error_code": code,
    }


_ZOD = (
    '[{"code":"invalid_type","expected":"string","received":"undefined","path":["model"],'
    '"message":"Required"}]'
)
# The first form of each status is the one that the status alone selects.
FORMS: Mapping[str, Form] = {
    "parameters": Form(
        400,
        "Duration 99s is not available on {model}; choose one of 4, 6, 8",
        _routing("Validate Video Parameters"),
    ),
    "missing_input": Form(400, "{model} needs a prompt or an image"),
    "continuation": Form(400, "{model} cannot continue an earlier job"),
    "video_reference": Form(400, "input_references[0].video_url.url: must be an HTTPS URL"),
    "content_policy": Form(
        400,
        "The prompt was flagged by the provider's content policy",
        {"error_type": "content_policy_violation", "provider_name": "{provider}"},
    ),
    "zod": Form(400, _ZOD, zod=True),
    "wrapped": Form(
        400, "Provider returned error", {"provider_name": "{provider}", "is_byok": False}
    ),
    "unknown_key": Form(401, "Unknown API key", {"error_type": "authentication"}),
    "no_key": Form(401, "No API key was sent", {"error_type": "authentication"}),
    "credits": Form(
        402,
        "Not enough credits for this request; add credits to your account",
        _limit("openrouter_credits", "insufficient_credits", "Add credits to your account"),
    ),
    "key_limit": Form(
        402,
        "This API key has reached its limit",
        _limit("openrouter_key_limit", "key_limit_exceeded", "Raise the limit of this key"),
    ),
    "in_flight": Form(
        402,
        "Running jobs already reserve the remaining credits",
        _limit(
            "openrouter_in_flight_budget",
            "in_flight_budget_exhausted",
            "Wait until running jobs have ended",
        ),
        {"Retry-After": "10"},
    ),
    "permission": Form(
        403, "This API key may not use {model}", {"error_type": "permission_denied"}
    ),
    "guardrail": Form(
        403,
        "A guardrail of your workspace blocks {model}",
        {"error_type": "permission_denied", "reason": "guardrail"},
    ),
    "region": Form(
        403,
        "{model} is not available in your region",
        {"error_type": "permission_denied", "reason": "region"},
    ),
    "flagged": Form(
        403,
        '{model} requires moderation on {provider}. Your input was flagged for "violence".'
        " No credits were charged.",
        {
            "error_type": "content_policy_violation",
            "reasons": ["violence"],
            "flagged_input": "{input}",
            "provider_name": "{provider}",
            "model_slug": "{model}",
        },
    ),
    "model": Form(404, "No endpoints found for {model}", {"error_type": "not_found"}),
    "data_policy": Form(
        404,
        "No endpoints found for {model} that match your data policy",
        _routing("Filter by Data Policy"),
    ),
    "job": Form(404, "This job is unknown"),
    "timeout": Form(408, "The request timed out", {"error_type": "timeout"}),
    "conflict": Form(
        409, "The request conflicts with another one", {"error_type": "precondition_failed"}
    ),
    "gone": Form(410, "The video is no longer stored", {"error_type": "not_found"}),
    "too_large": Form(
        413, "The request body is larger than the limit", {"error_type": "payload_too_large"}
    ),
    "rate_limit": Form(
        429,
        "Rate limit exceeded",
        {"error_type": "rate_limit_exceeded"},
        {"X-RateLimit-Limit": "20", "X-RateLimit-Remaining": "0", RESET: ""},
    ),
    "provider_rate_limit": Form(
        429,
        "Provider returned error",
        _of_provider("rate_limit_exceeded", 429, "Quota exceeded"),
    ),
    "server_error": Form(500, "Internal Server Error", {"error_type": "server"}),
    "bad_gateway": Form(
        502, "Provider returned error", _of_provider("provider_unavailable", 500, "internal")
    ),
    "unavailable": Form(
        503, "No provider is available for {model}", {"error_type": "provider_unavailable"}
    ),
    "edge_timeout": Form(524, "A timeout occurred", {"error_type": "timeout"}),
    "overloaded": Form(
        529, "The provider is overloaded; try again later", {"error_type": "provider_overloaded"}
    ),
}
STATUSES = tuple(dict.fromkeys(form.status for form in FORMS.values()))
WRAPPED = (408, 429, 500, 502, 503, 504, 524, 529)  # that a 400 wraps
GARBAGE = b'{"id":\x00\xff\xfe'  # no JSON
PROXY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n"
    "</body>\r\n</html>\r\n"
)


def error_response(
    *,
    status: int | None,
    form: str | None,
    model: str,
    prompt: str,
    code: int | None = None,
    retry_after: float | None = None,
    message: str | None = None,
    metadata: Mapping[str, Any] | None = None,
) -> Response:
    """Return an error in the original's form."""
    known = FORMS[form] if form else next(f for f in FORMS.values() if f.status == status)
    text = _filled(known.message, model, prompt) if message is None else message
    headers = dict(known.headers)
    if retry_after is not None:
        headers["Retry-After"] = str(math.ceil(retry_after))
    if RESET in headers:
        ends = unix_time() + (WINDOW if retry_after is None else retry_after)
        headers[RESET] = str(math.ceil(ends * 1000))
    if known.zod:
        body: dict[str, Any] = {"success": False, "error": {"name": "ZodError", "message": text}}
        return JSONResponse(body, known.status, headers)
    inner = (502 if form == "wrapped" else known.status) if code is None else code
    error: dict[str, Any] = {"message": text, "code": inner}
    usual = {name: _filled(value, model, prompt) for name, value in known.metadata.items()}
    if details := {**usual, **(metadata or {})}:
        error["metadata"] = details
    return JSONResponse({"error": error}, known.status, headers)


def _filled(value: Any, model: str, prompt: str) -> Any:
    if not isinstance(value, str):
        return value
    if value == "{input}":
        return shortened(prompt)
    named = value.replace("{model}", model or "the model")
    # Only where it is needed: to look up a model that is unknown takes long.
    return named.replace("{provider}", provider_of(model)) if "{provider}" in named else named


def provider_of(model: str) -> str:
    """Return the name of a model's provider; for a model that is unknown, the author in its id."""
    try:
        name = load_catalog().get(model).wire.name
    except UnknownModelError:
        return model.partition("/")[0] or "the provider"
    return name.partition(":")[0]


def shortened(prompt: str) -> str:
    """Return a prompt in at most 100 characters, without its middle."""
    half = (LONGEST_INPUT - 3) // 2
    return prompt if len(prompt) <= LONGEST_INPUT else f"{prompt[:half]}...{prompt[-half:]}"
