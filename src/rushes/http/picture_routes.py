"""Posters and previews of finished videos over HTTP."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from rushes.http.content_routes import completed_job, output_of
from rushes.http.context import RequestContext
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.http.ranges import is_unchanged
from rushes.jobs.urls import PREFIX
from rushes.storage.pictures import TYPE

QUERY: dict[str, Schema] = {
    "index": {"type": "integer", "minimum": 0, "maximum": 10**12 - 1, "default": 0},
}
_ANSWERS = {304: "", **answers(200, TYPE, 404, 409, 410)}


async def poster(context: RequestContext, request: Request) -> Response:
    return await _picture(context, request, "poster")


async def preview(context: RequestContext, request: Request) -> Response:
    return await _picture(context, request, "preview")


async def _picture(context: RequestContext, request: Request, kind: str) -> Response:
    owner = (await context.authenticate(request)).sees
    index = read_parameters(request.query_params, QUERY)["index"]
    job = await completed_job(context, request, owner)
    output = output_of(job, index)
    # Removed videos must not be shown from a cache, so each use is asked for.
    etag = f'"{output.sha256[:32]}-{kind}"'
    headers = {
        **context.headers(job),
        "Cache-Control": "private, no-cache",
        "ETag": etag,
        "Vary": "Authorization",
    }
    if is_unchanged(request.headers, etag):
        return Response(status_code=304, headers=headers)
    picture = await context.pictures.get(job, output, kind)
    return Response(picture, headers=headers, media_type=TYPE)


ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/poster",
        poster,
        "Get a still picture of a finished video",
        "getVideosPoster",
        answers=_ANSWERS,
        query=QUERY,
    ),
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/preview",
        preview,
        "Get a short animated picture of a finished video",
        "getVideosPreview",
        answers=_ANSWERS,
        query=QUERY,
    ),
)
