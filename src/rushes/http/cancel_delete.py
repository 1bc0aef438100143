"""Routes that cancel or delete a job."""

from __future__ import annotations

import time

from starlette.requests import Request
from starlette.responses import Response

from rushes.clock import real_sleep
from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint, answers
from rushes.jobs.commands import cancel, delete
from rushes.jobs.states import ENDED
from rushes.jobs.urls import PREFIX
from rushes.store.job import Job
from rushes.wire import VideoGenerationDeletion, VideoGenerationResponse

CANCEL_TIMEOUT = 3.0  # seconds that a cancel waits for the job's end
LOOK_INTERVAL = 0.05  # seconds between looks at it


async def cancel_job(context: RequestContext, request: Request) -> Response:
    """Cancel a job, wait a little for its end, and show it as it is then."""
    owner = (await context.authenticate(request)).sees
    job = await context.visible_job(request.path_params["job_id"], owner)
    job = await cancel(job, context.store, context.executor)
    job = await _settled(context, job, owner)
    return await context.answer(request, job)


async def delete_job(context: RequestContext, request: Request) -> Response:
    """Hide a job from its owner; its video is removed soon."""
    job = await context.job(request)
    await delete(job, context.store, context.executor)
    return Response(VideoGenerationDeletion(id=job.id).model_dump_json(), media_type=JSON)


async def _settled(context: RequestContext, job: Job, owner: str | None) -> Job:
    until = time.monotonic() + CANCEL_TIMEOUT
    while job.state not in ENDED and time.monotonic() < until:
        await real_sleep(LOOK_INTERVAL)
        job = await context.visible_job(job.id, owner)
    return job


_JOB = f"{PREFIX}/videos/{{job_id}}"
ENDPOINTS = (
    Endpoint(
        "POST",
        f"{_JOB}/cancel",
        cancel_job,
        "Cancel a video generation",
        "cancelVideos",
        answers=answers(200, VideoGenerationResponse, 404, 409),
    ),
    Endpoint(
        "DELETE",
        _JOB,
        delete_job,
        "Delete a video generation; an open one is cancelled first",
        "deleteVideos",
        answers=answers(200, VideoGenerationDeletion, 404),
    ),
)
