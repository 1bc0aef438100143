"""The routes of the video generation API: submit, poll and models; and quotes."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from rushes.catalog.limits import MAX_IDENTIFIER
from rushes.catalog.model import Catalog, Model
from rushes.http import serializers
from rushes.http.context import JSON, RequestContext, read_body
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.jobs.submit import Caller
from rushes.jobs.urls import PREFIX
from rushes.routing.availability import availability
from rushes.routing.endpoint_table import EndpointTable
from rushes.store.idempotency import Admission
from rushes.wire import (
    Quote,
    VideoGenerationRequest,
    VideoGenerationResponse,
    VideoModelsListResponse,
)

IDEMPOTENCY_KEY = "Idempotency-Key"
SESSION_ID = "X-Session-Id"
MAX_PRICE = "X-Max-Price"
MAX_KEY = 255  # characters
HEADERS: dict[str, Schema] = {
    IDEMPOTENCY_KEY: {
        "type": "string",
        "minLength": 1,
        "maxLength": MAX_KEY,
        "pattern": "^[ -~]*$",
        "description": "Printable ASCII characters",
    },
    SESSION_ID: {"type": "string", "maxLength": MAX_IDENTIFIER},
    MAX_PRICE: {
        "type": "string",
        "pattern": r"^[0-9]{1,9}(\.[0-9]{1,9})?$",
        "description": "The most that the video may cost, in USD, such as 0.50",
    },
}


async def submit(context: RequestContext, request: Request) -> ASGIApp:
    """Turn a body into a job: 202 once its row is on disk."""
    identity = await context.authenticate(request, submits=True)
    if len(set(request.headers.getlist(MAX_PRICE))) > 1:
        problem = f"{MAX_PRICE}: is given more than once, with different values"
        raise ApiError(400, problem, metadata={"field": MAX_PRICE})
    given = read_parameters(request.headers, HEADERS)
    key, session = given[IDEMPOTENCY_KEY], given[SESSION_ID] or None
    body = await read_body(request, context.settings.max_body_bytes)
    client = _Client(request)
    price = Decimal(given[MAX_PRICE]) if given[MAX_PRICE] else None
    caller = Caller(
        identity.owner, context.origin(request), client.gone, key, session, price, identity.key
    )

    # The response is written by the block, which then learns whether it was delivered.
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        async with context.jobs.submit(body, caller) as admission:
            client.is_answered = True
            await _accepted(context, admission, caller.origin)(scope, receive, send)

    return answer


async def quote(context: RequestContext, request: Request) -> Response:
    """Check and price a request like a submit; the cost is absent if its price is unknown."""
    identity = await context.authenticate(request)
    body = await read_body(request, context.settings.max_body_bytes)
    spec, candidate = await context.jobs.quote(body, identity.key)
    quote = Quote(
        model=spec.model,
        cost=None if candidate.price is None else float(candidate.price),
        # A given video decides both, and it has not been looked at yet. A duration is its most.
        size=f"{spec.width}x{spec.height}" if spec.has_known_size else None,
        duration=spec.duration if spec.has_known_length else None,
        audio=spec.audio,
        provider=candidate.account.name,
    )
    return Response(quote.model_dump_json(), media_type=JSON)


async def poll(context: RequestContext, request: Request) -> Response:
    return await context.answer(request, await context.job_soon_ended(request))


async def models(context: RequestContext, _: Request) -> Response:
    today = datetime.now(UTC).date()  # models retire
    body = _models_body(context.jobs.catalog, context.jobs.router.table, today)
    return Response(body, media_type=JSON)


def _accepted(context: RequestContext, admission: Admission, origin: str) -> Response:
    headers = context.headers(admission.job) | context.poll_hint(admission.job)
    if admission.replayed:
        headers["Idempotent-Replayed"] = "true"
    text = serializers.submitted(admission.job, origin).model_dump_json()
    return Response(text, 202, headers, JSON)


class _Client:
    """The client of one request, and whether it has hung up without a response."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._gone = self.is_answered = False

    async def gone(self) -> bool:
        """Return whether the client left without a response.

        Once a response has begun, the server reports every request as disconnected, so it is not
        asked any more.
        """
        if not self._gone and not self.is_answered:
            self._gone = _has_left(self._request.receive())
        return self._gone


def _has_left(looking: Any) -> bool:
    """Return whether the server says that a client has left; `looking` is an open `receive()`.

    It is stepped by hand, not awaited: Starlette's own check takes 50 times as long, and each of
    many identical requests at once asks it of all the others.
    """
    try:
        looking.send(None)
    except StopIteration as received:
        return bool(received.value["type"] == "http.disconnect")
    looking.close()
    return False


@lru_cache(maxsize=2)
def _models_body(catalog: Catalog, table: EndpointTable, day: date) -> bytes:
    models = [
        m.wire.model_copy(update={serializers.EXTENSION: _facts(m, table)}) for m in catalog.models
    ]
    return VideoModelsListResponse(data=models).model_dump_json().encode()


def _facts(model: Model, table: EndpointTable) -> dict[str, Any]:
    continuation = {"continuation": True} if model.continuation else {}
    return availability(model.id, table).shown() | continuation


ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/videos",
        submit,
        "Submit a video generation request",
        "createVideos",
        body=VideoGenerationRequest,
        answers=answers(202, VideoGenerationResponse, 402, 409, 413, 415, 429),
        headers=HEADERS,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/videos/models",
        models,
        "List the models and what each accepts",
        "listVideosModels",
        answers=answers(200, VideoModelsListResponse, public=True),
        public=True,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}",
        poll,
        "Poll a video generation",
        "getVideos",
        answers=answers(200, VideoGenerationResponse, 404),
    ),
    Endpoint(
        "POST",
        f"{PREFIX}/videos/quote",
        quote,
        "Return what a request would make and cost; nothing is made",
        "quoteVideos",
        body=VideoGenerationRequest,
        answers=answers(200, Quote, 413, 415),
    ),
)
