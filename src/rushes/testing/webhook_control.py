"""Endpoints that show the webhooks of the kit, trigger one, and receive them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rushes.http.context import RequestContext
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint
from rushes.http.parameters import Schema, read_parameters
from rushes.testing.json_text import check_fields
from rushes.testing.sample_event import ENDINGS, sample_event
from rushes.testing.webhook_log import WebhookLog
from rushes.webhook import NoResponseError, signed

WEBHOOKS = "/rushes/webhooks"
RECEIVER = "/rushes/receiver"
LONGEST_WAIT = 25  # seconds
QUERY: dict[str, Schema] = {
    "after": {"type": "integer", "minimum": 0, "maximum": 10**12, "default": 0},
    "log": {"type": "string", "default": ""},
    "wait": {"type": "integer", "minimum": 0, "maximum": LONGEST_WAIT, "default": 0},
}


class Kit(Protocol):
    """What the endpoints use."""

    webhook_log: WebhookLog
    webhook_secret: str


def webhook_endpoints(
    kit: Kit,
    check: Callable[[RequestContext, Request], Awaitable[None]],
    read: Callable[[Request], Any],
) -> tuple[Endpoint, ...]:
    """Return the endpoints; `check` lets a request in, `read` returns its JSON."""

    async def show(context: RequestContext, request: Request) -> Response:
        await check(context, request)
        query, log = read_parameters(request.query_params, QUERY), kit.webhook_log
        after = query["after"] if query["log"] in {"", log.id} else 0  # of an earlier service
        found = await log.after(after, query["wait"])
        return JSONResponse({"log": log.id, "webhooks": [sent.shown() for sent in found]})

    async def trigger(context: RequestContext, request: Request) -> Response:
        await check(context, request)
        return await _trigger(kit, context.origin(request), await read(request))

    async def receive(context: RequestContext, request: Request) -> Response:
        async for _ in request.stream():  # what was sent is in the log
            pass
        return Response(status_code=204)

    return (
        Endpoint("GET", WEBHOOKS, show),
        Endpoint("POST", WEBHOOKS, trigger),
        Endpoint("POST", RECEIVER, receive),
    )


async def _trigger(kit: Kit, origin: str, body: Any) -> Response:
    """Send the event of a job that does not exist to the receiver."""
    fields = body if isinstance(body, dict) else {}
    check_fields(fields, "ending")
    ending = fields.get("ending")
    if not isinstance(ending, str) or ending not in ENDINGS:
        raise ApiError(
            400,
            f"ending: {ending!r} is not one of {', '.join(ENDINGS)}",
            metadata={"field": "ending"},
        )
    event = sample_event(ending, origin)
    secrets = [SecretStr(kit.webhook_secret)] if kit.webhook_secret else []
    webhook = signed(f"{origin}{RECEIVER}", event, secrets)
    try:
        receipt = await kit.webhook_log.post(webhook)
    except NoResponseError as error:
        raise ApiError(502, f"The webhook was not received: {error}") from error
    return JSONResponse({"id": event.job_id, "status": receipt.status})
