"""Quotes: what a request would make, and cost."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from rushes.http.body import read_body
from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint
from rushes.jobs.urls import PREFIX
from rushes.wire import Quote, VideoGenerationRequest


@dataclass(frozen=True)
class Quotes:
    context: RequestContext

    @property
    def endpoints(self) -> list[Endpoint]:
        return [
            Endpoint(
                "POST",
                f"{PREFIX}/videos/quote",
                self.quote,
                "Tell what a request would make and cost; nothing is made",
                "quoteVideos",
                body=VideoGenerationRequest,
                answers={200: Quote, **dict.fromkeys((400, 401, 403, 413, 500, 503))},
            )
        ]

    async def quote(self, request: Request) -> Response:
        """Check and price a request like a submit; the cost is absent if its price is unknown."""
        self.context.authenticate(request)
        body = await read_body(request, self.context.settings.max_body_bytes)
        spec, provider = await self.context.jobs.quote(body)
        quote = Quote(
            model=spec.model,
            cost=None if spec.cost is None else float(spec.cost),
            size=f"{spec.width}x{spec.height}",
            duration=spec.duration,
            audio=spec.audio,
            provider=provider,
        )
        return Response(quote.model_dump_json(), media_type=JSON)
