"""Downloads of finished videos: from the API with a key, or by a signed link."""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp

from rushes.clock import iso_time, unix_time
from rushes.http.content import content_of
from rushes.http.context import RequestContext
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint, answers
from rushes.http.parameters import Schema, read_parameters
from rushes.http.signed_urls import FILES
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import PREFIX
from rushes.store.job import Job, Output


async def content(context: RequestContext, request: Request) -> ASGIApp:
    query = request.query_params
    if is_by_link(context, request):
        if not has_valid_link(context, request, request.path_params["job_id"]):
            raise _bad_link()
        owner = None
    else:
        owner = (await context.authenticate(request)).sees
    index = read_parameters(query, QUERY)["index"]
    job = await completed_job(context, request, owner)
    return await _send(context, request, job, output_of(job, index))


async def file(context: RequestContext, request: Request) -> ASGIApp:
    job_id, index = request.path_params["job_id"], request.path_params["index"]
    if not has_valid_link(context, request, job_id):
        raise _bad_link()
    job = await completed_job(context, request, None)
    return await _send(context, request, job, output_of(job, int(index)))


def is_by_link(context: RequestContext, request: Request) -> bool:
    """Return whether a download is by a signed link, not by a key."""
    if request.url.path.startswith(FILES):
        return True
    is_signed = "signature" in request.query_params and "authorization" not in request.headers
    return is_signed and not context.links.strict


def has_valid_link(context: RequestContext, request: Request, job_id: str) -> bool:
    """Return whether the link of a download is one of a job, and has not expired."""
    path, query = request.url.path, request.query_params
    if path.startswith(FILES):
        index = path.rpartition("/")[2]
        return context.links.check_file(job_id, index, query, unix_time())
    return context.links.check_content(job_id, query, unix_time())


async def completed_job(context: RequestContext, request: Request, owner: str | None) -> Job:
    """Return the completed job of a request; raise the error that says why there is none."""
    # Not `visible_job`: a removed video is a 410 here, not a 404.
    job = await context.own_job(request.path_params["job_id"], owner)
    if gone_at := job.removed_at or job.deleted_at:
        at = iso_time(gone_at)
        raise ApiError(410, f"The video of {job.id} was removed at {at}")
    if job.state not in ENDED:
        raise ApiError(
            409,
            f"{job.id} is {STATUS[job.state]}, so its video is still being made; poll until it"
            " is completed",
        )
    if job.state != "completed":
        raise ApiError(409, f"{job.id} is {job.state} and has no video: {job.error}")
    return job


async def _send(context: RequestContext, request: Request, job: Job, output: Output) -> ASGIApp:
    provider = context.jobs.provider_name(job)
    return await content_of(request, job, output, context.storage, provider)


def _bad_link() -> ApiError:
    return ApiError(403, "This link is invalid or has expired; poll the job to get a new one")


def output_of(job: Job, index: int) -> Output:
    if index >= (count := len(job.outputs)):
        raise ApiError(
            400,
            f"index: there is no output {index}; this job has {count}, from 0",
            metadata={"field": "index"},
        )
    return job.outputs[index]


# Of a link these are checked before anything else, so that a changed one is a 403.
SIGNATURE: dict[str, Schema] = {
    "expires": {"type": "integer", "minimum": 0, "maximum": 10**12},
    "signature": {"type": "string"},
}
QUERY: dict[str, Schema] = {
    "index": {"type": "integer", "minimum": 0, "maximum": 10**12 - 1, "default": 0},
    "redirect": {"type": "integer", "minimum": 0, "maximum": 1, "default": 0},
    **SIGNATURE,
}
_VIDEO = {200: "video/mp4", 206: "video/mp4", 304: ""}
ENDPOINTS = (
    Endpoint(
        "GET",
        f"{PREFIX}/videos/{{job_id}}/content",
        content,
        "Download a finished video",
        "listVideosContent",
        answers=_VIDEO | {302: ""} | answers(200, "video/mp4", 404, 409, 410, 416),
        query=QUERY,
        linked=True,
    ),
    Endpoint(
        "GET",
        f"{FILES}/{{job_id}}/{{index}}",
        file,
        "Download a finished video by one of the signed links of its `urls`",
        "getFile",
        answers=_VIDEO | answers(200, "video/mp4", 403, 404, 410, 416, public=True),
        query={name: {**schema, "required": True} for name, schema in SIGNATURE.items()},
        public=True,
    ),
)
