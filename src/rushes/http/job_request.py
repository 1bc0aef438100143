"""The request of a job, as its caller sent it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rushes.catalog.checked_request import as_given
from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.urls import PREFIX
from rushes.store.job import decided_of
from rushes.wire import VideoGenerationRequest


async def request_of_job(context: RequestContext, request: Request) -> Response:
    """Show a job's request with its files, but without its callback URL, which may be a secret."""
    job = await context.job(request)
    given = as_given(await context.store.jobs.body(job.id), decided_of(job))
    return Response(given.model_dump_json(), 200, context.headers(job), JSON)


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/request",
        request_of_job,
        "Get the request of a video generation, to send it again",
        "getVideosRequest",
        answers=answers(200, VideoGenerationRequest, 404),
    ),
)
