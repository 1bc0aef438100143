"""Quotes: what a request would make, and cost."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rushes.http.context import JSON, RequestContext, read_body
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX
from rushes.wire import Quote, VideoGenerationRequest


async def quote(context: RequestContext, request: Request) -> Response:
    """Check and price a request like a submit; the cost is absent if its price is unknown."""
    context.authenticate(request)
    body = await read_body(request, context.settings.max_body_bytes)
    spec, provider = await context.jobs.quote(body)
    quote = Quote(
        model=spec.model,
        cost=None if spec.cost is None else float(spec.cost),
        size=f"{spec.width}x{spec.height}",
        duration=spec.duration,
        audio=spec.audio,
        provider=provider,
    )
    return Response(quote.model_dump_json(), media_type=JSON)


ENDPOINTS = (
    Endpoint(
        "POST",
        f"{PREFIX}/videos/quote",
        quote,
        "Return what a request would make and cost; nothing is made",
        "quoteVideos",
        body=VideoGenerationRequest,
        answers=answers(200, Quote, 400, 413),
    ),
)
