"""Endpoints that show the webhooks of the kit, trigger one, and receive them."""

from __future__ import annotations

from typing import Any, Protocol

import aiohttp
from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rushes.http.context import RequestContext
from rushes.http.errors import ApiError
from rushes.http.parameters import Schema, read_parameters
from rushes.testing.sample_event import ENDINGS, MODEL, sample_event
from rushes.testing.webhook_log import WebhookLog
from rushes.url_guard import FetchError
from rushes.webhook import signed

WEBHOOKS = "/rushes/webhooks"
RECEIVER = "/rushes/receiver"
LONGEST_WAIT = 25  # seconds
QUERY: dict[str, Schema] = {
    "after": {"type": "integer", "minimum": 0, "maximum": 10**12, "default": 0},
    "wait": {"type": "integer", "minimum": 0, "maximum": LONGEST_WAIT, "default": 0},
}


class Kit(Protocol):
    """What the endpoints use."""

    webhook_log: WebhookLog
    webhook_secret: str


async def show(kit: Kit, request: Request) -> Response:
    """List the webhooks after a number; wait for one if there is none."""
    query = read_parameters(request.query_params, QUERY)
    found = await kit.webhook_log.after(query["after"], query["wait"])
    return JSONResponse({"webhooks": [sent.shown() for sent in found]})


async def trigger(kit: Kit, context: RequestContext, request: Request, body: Any) -> Response:
    """Send the event of a job that never was, to the receiver or to a URL of this machine."""
    fields = body if isinstance(body, dict) else {}
    ending = fields.get("ending")
    if ending not in ENDINGS:
        raise ApiError(
            400,
            f"ending: {ending!r} is not one of {', '.join(ENDINGS)}",
            metadata={"field": "ending"},
        )
    origin = context.origin(request)
    event = sample_event(ending, origin, str(fields.get("model") or MODEL))
    webhook = signed(f"{origin}{RECEIVER}", event, SecretStr(kit.webhook_secret))
    try:
        receipt = await kit.webhook_log.post(webhook)
    except (aiohttp.ClientError, TimeoutError, FetchError) as error:
        raise ApiError(502, f"The webhook was not received: {error}") from error
    return JSONResponse({"id": event.job_id, "status": receipt.status})


async def receive(request: Request) -> Response:
    """Accept a webhook; what was sent is in the log."""
    async for _ in request.stream():
        pass
    return Response(status_code=204)
