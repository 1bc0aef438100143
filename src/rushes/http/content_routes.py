"""Downloads of finished videos: from the API with a key, or by a signed link."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.types import ASGIApp

from rushes.http.content import content_of
from rushes.http.context import RequestContext, check_id, unknown
from rushes.http.errors import ApiError
from rushes.http.openapi import Endpoint
from rushes.http.signed_urls import FILES
from rushes.jobs.states import ENDED, STATUS
from rushes.jobs.urls import PREFIX
from rushes.store.job import Job, Output


@dataclass(frozen=True)
class ContentRoutes:
    context: RequestContext

    @property
    def endpoints(self) -> list[Endpoint]:
        videos = {200: "video/mp4", 206: "video/mp4"}
        index = {"type": "integer", "minimum": 0, "default": 0}
        return [
            Endpoint(
                "GET",
                f"{PREFIX}/videos/{{job_id}}/content",
                self.content,
                "Download a finished video",
                "listVideosContent",
                answers={
                    **videos,
                    **dict.fromkeys((400, 401, 403, 404, 409, 410, 416, 500, 503)),
                },
                query={
                    "index": index,
                    "redirect": {"type": "integer", "enum": [0, 1], "default": 0},
                },
            ),
            Endpoint(
                "GET",
                f"{FILES}/{{job_id}}/{{index}}",
                self.file,
                "Download a finished video by one of the signed links of its `urls`",
                "getFile",
                answers={**videos, **dict.fromkeys((403, 404, 410, 416, 500, 503))},
                query={"expires": {"type": "integer"}, "signature": {"type": "string"}},
                public=True,
            ),
        ]

    async def content(self, request: Request) -> ASGIApp:
        owner = self.context.keys.visible_to(self.context.authenticate(request))
        job = await self._job(request, owner)
        text = request.query_params.get("index", "0")
        return await self._send(request, job, _output(job, text))

    async def file(self, request: Request) -> ASGIApp:
        index, query = request.path_params["index"], request.query_params
        if not _is_index(index) or not self.context.links.check(
            request.path_params["job_id"],
            int(index),
            query.get("expires", ""),
            query.get("signature", ""),
            time.time(),
        ):
            raise ApiError(
                403, "This link is invalid or has expired; poll the job to get a new one"
            )
        job = await self._job(request, None)
        return await self._send(request, job, _output(job, index))

    async def _job(self, request: Request, owner: str | None) -> Job:
        """Return the completed job of a request; raise the error that says why there is none."""
        job_id = check_id(request.path_params["job_id"])
        job = await self.context.store.jobs.get(job_id)
        if job is None or owner not in {None, job.owner}:
            raise unknown(job_id)
        if gone_at := job.removed_at or job.deleted_at:
            at = datetime.fromtimestamp(gone_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
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

    async def _send(self, request: Request, job: Job, output: Output) -> ASGIApp:
        provider = self.context.jobs.provider_name(job)
        return await content_of(request, job, output, self.context.storage, provider)


def _output(job: Job, text: str) -> Output:
    count = len(job.outputs)
    if not _is_index(text):
        raise ApiError(400, f"index: {text[:40]!r} is not a whole number from 0 to {count - 1}")
    if (index := int(text)) >= count:
        raise ApiError(400, f"index: there is no output {index}; this job has {count}, from 0")
    return job.outputs[index]


def _is_index(text: str) -> bool:
    return len(text) <= 12 and text.isascii() and text.isdigit()
