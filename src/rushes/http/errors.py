"""Errors as the API's envelope: `{"error": {"code", "message", "metadata"}}`.

One table maps what may go wrong to a status; handlers raise, nothing else formats an error.
"""

from __future__ import annotations

import json
import logging
import math
from collections.abc import Awaitable, Callable, Mapping
from time import monotonic
from typing import Any

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from rushes.catalog.refusal import InvalidRequestError, NoEndpointError, quoted
from rushes.clock import iso_time
from rushes.jobs.commands import NotCancellableError
from rushes.jobs.submit import ClientGoneError, QueueFullError
from rushes.store.budget import EVERYONE, OverBudgetError, UnpricedError
from rushes.store.idempotency import KeyReusedError
from rushes.store.money import usd
from rushes.store.transaction import StoreError

log = logging.getLogger("rushes.http")

Handler = Callable[[Request, Exception], Awaitable[Response]]

ERROR_TYPES = {
    400: "invalid_request",
    401: "authentication",
    402: "payment_required",
    403: "permission_denied",
    404: "not_found",
    405: "invalid_request",
    408: "invalid_request",
    409: "precondition_failed",
    410: "not_found",
    413: "payload_too_large",
    414: "invalid_request",
    415: "invalid_request",
    416: "invalid_request",
    431: "payload_too_large",
    429: "rate_limit_exceeded",
    500: "server",
    503: "provider_unavailable",
}


# limit_source, reason, and remedy_hint of a 402
_KEY_LIMIT = ("openrouter_key_limit", "key_limit_exceeded", "Raise the budget of this key")
_SERVICE_LIMIT = (
    "openrouter_credits",
    "insufficient_credits",
    "Ask the operator of this service to raise its limit",
)
_IN_FLIGHT = (
    "openrouter_in_flight_budget",
    "in_flight_budget_exhausted",
    "Wait until running jobs have ended",
)


class ApiError(Exception):
    """An error response: status, message and metadata of the envelope."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        metadata: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.metadata = metadata or {}
        self.headers = headers


def envelope(error: ApiError) -> Response:
    metadata = {"error_type": ERROR_TYPES.get(error.status, "unmapped"), **error.metadata}
    body = {"error": {"code": error.status, "message": error.message, "metadata": metadata}}
    return Response(
        json.dumps(body, ensure_ascii=False),
        status_code=error.status,
        headers=error.headers,
        media_type="application/json",
    )


def from_refusal(refusal: InvalidRequestError) -> ApiError:
    metadata: dict[str, Any] = {"error_type": refusal.error_type}
    if refusal.field:
        metadata |= {"field": refusal.field, "failed_routing_step": "Validate Video Parameters"}
    seconds = refusal.retry_after if isinstance(refusal, NoEndpointError) else None
    headers = None if seconds is None else {"Retry-After": str(math.ceil(seconds))}
    return ApiError(refusal.status, refusal.message, metadata=metadata, headers=headers)


def from_validation(error: ValidationError) -> ApiError:
    first = error.errors(include_url=False, include_context=False)[0]
    field = _path(first["loc"])
    if first["type"] == "json_invalid":
        return ApiError(400, f"body: {first['msg']}", metadata={"field": "body"})
    problem = first["msg"][:1].lower() + first["msg"][1:]
    if first["type"] == "missing":
        return ApiError(400, f"{field}: is missing ({problem})", metadata={"field": field})
    given = first["input"]
    shown = f"the string {quoted(given)}" if isinstance(given, str) else quoted(given)
    if problem.startswith("input should be "):
        problem = f"must be {problem.removeprefix('input should be ')}, got {shown}"
        return ApiError(400, f"{field}: {problem}", metadata={"field": field})
    return ApiError(400, f"{field}: {shown} is not accepted; {problem}", metadata={"field": field})


def _path(loc: tuple[int | str, ...]) -> str:
    """Return a location as a path of the body, without union branches, which are not keys."""
    if loc[:1] == ("input_references",):  # the branch of each is a key, too: that of its type
        loc = loc[:2] + loc[3:]
    text = ""
    for part in loc:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part.isidentifier() and part[:1].islower():
            text += f".{part}" if text else part
    return text or "body"


def from_over_budget(error: OverBudgetError) -> ApiError:
    """Return a 402 as the original's; the error type tells what would help."""
    budget, spent = error.budget, error.spent
    source, reason, hint = _SERVICE_LIMIT if budget.scope == EVERYONE else _KEY_LIMIT
    if error.is_for_now:
        source, reason, hint = _IN_FLIGHT
    metadata = {
        "error_type": "payment_required",
        "limit_source": source,
        "reason": reason,
        "remedy_hint": hint,
        "budget": {
            "of": "service" if budget.scope == EVERYONE else "key",
            "period": budget.period,
            "limit": float(budget.amount),
            "remaining": float(usd(budget.left(spent))),
            "reserved": float(usd(spent.reserved)),
            "required": float(usd(error.price)),
            "resets_at": iso_time(error.resets_at),
        },
    }
    headers = {"Retry-After": "10"} if error.is_for_now else None
    return ApiError(402, str(error), metadata=metadata, headers=headers)


def from_unpriced(error: UnpricedError) -> ApiError:
    source, _, _ = _SERVICE_LIMIT if error.budget.scope == EVERYONE else _KEY_LIMIT
    hint = "Use a model with a known price, or a key without a budget"
    metadata = {"limit_source": source, "reason": "price_unknown", "remedy_hint": hint}
    return ApiError(402, str(error), metadata=metadata)


def retry_later(status: int, message: str, seconds: int = 10) -> ApiError:
    """Return an error that is temporary; the client should wait some seconds."""
    return ApiError(status, message, headers={"Retry-After": str(seconds)})


def _answering(translate: Callable[[Any], ApiError]) -> Handler:
    async def answer(_: Request, error: Exception) -> Response:
        return envelope(translate(error))

    return answer


async def _store_failed(request: Request, error: Exception) -> Response:
    log.debug("the database failed %s: %s", request.method, error)  # an outage has its own lines
    request.app.state.store_failed_at = monotonic()
    return envelope(retry_later(503, "The service's database does not respond; try again"))


def last_store_failure(app: Starlette) -> float | None:
    """Return when a request last failed at the database, by the monotonic clock."""
    at: float | None = getattr(app.state, "store_failed_at", None)
    return at


async def _no_such_route(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - the table below guarantees it
    what = f"{request.method} {request.url.path}"
    messages = {404: f"Not found: {what}", 405: f"Method not allowed: {what}"}
    message = messages.get(error.status_code, error.detail)
    return envelope(ApiError(error.status_code, message, headers=error.headers))


HANDLERS: Mapping[type[Exception], Handler] = {
    # Without its details; rushes.http.middleware logs them.
    Exception: _answering(
        lambda _: ApiError(
            500, "Internal error; the service's log has it under this response's request-id"
        )
    ),
    ApiError: _answering(lambda error: error),
    InvalidRequestError: _answering(from_refusal),
    ValidationError: _answering(from_validation),
    # Nobody reads this one, but it is no error of ours.
    ClientDisconnect: _answering(
        lambda _: ApiError(499, "The client disconnected before its request was read")
    ),
    ClientGoneError: _answering(
        lambda _: ApiError(499, "The client disconnected before its request became a job")
    ),
    QueueFullError: _answering(lambda error: retry_later(429, str(error))),
    OverBudgetError: _answering(from_over_budget),
    UnpricedError: _answering(from_unpriced),
    KeyReusedError: _answering(
        lambda _: ApiError(409, "This Idempotency-Key was used with another request; use a new one")
    ),
    NotCancellableError: _answering(lambda error: ApiError(409, str(error))),
    StoreError: _store_failed,
    HTTPException: _no_such_route,
}
