"""The request of a job, as its caller gave it."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.checked_request import as_given
from rushes.http.account import NO_STORE
from rushes.http.context import JSON, RequestContext, unknown
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX
from rushes.store.idempotency import LARGE_BODY
from rushes.store.job import decided_of
from rushes.wire import VideoGenerationRequest


async def given_request(context: RequestContext, request: Request) -> Response:
    """Return what makes the same job again; the callback URL is not kept as part of it."""
    job = await context.job(request)
    try:
        body = await context.store.jobs.body(job.id)
    except KeyError:  # its record was removed a moment ago
        raise unknown(job.id) from None

    def written() -> str:
        return as_given(body, decided_of(job)).model_dump_json(exclude_none=True)

    text = await asyncio.to_thread(written) if len(body) > LARGE_BODY else written()
    return Response(text, headers=NO_STORE, media_type=JSON)


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/request",
        given_request,
        "Get the request of a video generation, with its frames and references",
        "getVideosRequest",
        answers=answers(200, VideoGenerationRequest, 404),
    ),
)
