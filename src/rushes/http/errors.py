"""Errors as the API's envelope: `{"error": {"code", "message", "metadata"}}`.

One table maps what may go wrong to a status; handlers raise, nothing else formats an error.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from rushes.catalog.refusal import RefusedError, shorten
from rushes.jobs.desk import QueueFullError

ERROR_TYPES = {
    400: "invalid_request",
    401: "authentication",
    403: "permission_denied",
    404: "not_found",
    405: "invalid_request",
    409: "precondition_failed",
    410: "not_found",
    413: "payload_too_large",
    429: "rate_limit_exceeded",
    500: "server",
    503: "provider_unavailable",
}


class ApiError(Exception):
    """Answer a request with an error status and a message for the caller."""

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
    """Return the response that tells `error` in the API's own shape."""
    metadata = {"error_type": ERROR_TYPES.get(error.status, "unmapped"), **error.metadata}
    body = {"error": {"code": error.status, "message": error.message, "metadata": metadata}}
    return Response(
        json.dumps(body, ensure_ascii=False),
        status_code=error.status,
        headers=error.headers,
        media_type="application/json",
    )


def from_refusal(refusal: RefusedError) -> ApiError:
    """Return the error of a request that the catalogue refuses."""
    metadata: dict[str, Any] = {"error_type": refusal.error_type}
    if refusal.field:
        metadata |= {"field": refusal.field, "failed_routing_step": "Validate Video Parameters"}
    return ApiError(refusal.status, refusal.message, metadata=metadata)


def from_validation(error: ValidationError) -> ApiError:
    """Return the error of a body that is not JSON or not of the request's shape."""
    first = error.errors(include_url=False, include_context=False)[0]
    field = _path(first["loc"])
    if first["type"] == "json_invalid":
        return ApiError(400, f"body: {first['msg']}", metadata={"field": "body"})
    problem = first["msg"][:1].lower() + first["msg"][1:]
    if first["type"] == "missing":
        return ApiError(400, f"{field}: is missing ({problem})", metadata={"field": field})
    shown = shorten(repr(first["input"]))
    return ApiError(400, f"{field}: {shown} is not accepted; {problem}", metadata={"field": field})


def _path(loc: tuple[int | str, ...]) -> str:
    """Return a location as a path of the body; union branches, which are no keys, are left out."""
    text = ""
    for part in loc:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part.isidentifier() and part[:1].islower():
            text += f".{part}" if text else part
    return text or "body"


async def on_api_error(_: Request, error: Exception) -> Response:
    """Answer an ApiError."""
    assert isinstance(error, ApiError)  # noqa: S101 - the table below guarantees it
    return envelope(error)


async def on_refusal(_: Request, error: Exception) -> Response:
    """Answer a request that the catalogue refuses."""
    assert isinstance(error, RefusedError)  # noqa: S101 - the table below guarantees it
    return envelope(from_refusal(error))


async def on_validation(_: Request, error: Exception) -> Response:
    """Answer a body that is no request."""
    assert isinstance(error, ValidationError)  # noqa: S101 - the table below guarantees it
    return envelope(from_validation(error))


async def on_disconnect(_: Request, __: Exception) -> Response:
    """Answer a client that has hung up: nobody reads it, but it is no error of ours."""
    return envelope(ApiError(499, "The client hung up before its request was read"))


async def on_queue_full(_: Request, error: Exception) -> Response:
    """Answer a request that comes while too many jobs are open."""
    return envelope(ApiError(429, str(error), headers={"Retry-After": "10"}))


async def on_http_exception(request: Request, error: Exception) -> Response:
    """Answer unknown routes and methods."""
    assert isinstance(error, HTTPException)  # noqa: S101 - the table below guarantees it
    what = f"{request.method} {request.url.path}"
    messages = {404: f"There is no {what}", 405: f"{what} is not a method of this address"}
    message = messages.get(error.status_code, error.detail)
    return envelope(ApiError(error.status_code, message, headers=error.headers))


async def on_crash(_: Request, __: Exception) -> Response:
    """Answer an error of ours, without its details; rushes.http.surface logs it."""
    return envelope(
        ApiError(500, "Internal error; the service's log has it under this answer's request-id")
    )


HANDLERS = {
    Exception: on_crash,
    ApiError: on_api_error,
    RefusedError: on_refusal,
    ValidationError: on_validation,
    ClientDisconnect: on_disconnect,
    QueueFullError: on_queue_full,
    HTTPException: on_http_exception,
}
