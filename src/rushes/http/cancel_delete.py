"""Routes that cancel or delete a job."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from rushes.http.context import JSON, RequestContext
from rushes.http.openapi import Endpoint
from rushes.jobs.commands import cancel, delete
from rushes.jobs.states import ENDED
from rushes.jobs.urls import PREFIX
from rushes.store.job import Job
from rushes.wire import VideoGenerationDeletion, VideoGenerationResponse


@dataclass(frozen=True)
class CancelDelete:
    context: RequestContext

    timeout: ClassVar[float] = 3.0  # seconds that a cancel waits for the job's end
    interval: ClassVar[float] = 0.05  # seconds between looks at it

    @property
    def endpoints(self) -> list[Endpoint]:
        job = f"{PREFIX}/videos/{{job_id}}"
        return [
            Endpoint(
                "POST",
                f"{job}/cancel",
                self.cancel,
                "Cancel a video generation",
                "cancelVideos",
                answers={
                    200: VideoGenerationResponse,
                    **dict.fromkeys((401, 403, 404, 409, 500, 503)),
                },
            ),
            Endpoint(
                "DELETE",
                job,
                self.delete,
                "Delete a video generation; an open one is cancelled first",
                "deleteVideos",
                answers={200: VideoGenerationDeletion, **dict.fromkeys((401, 403, 404, 500, 503))},
            ),
        ]

    async def cancel(self, request: Request) -> Response:
        """Cancel a job, wait a little for its end, and show it as it is then."""
        owner = self.context.authenticate(request)
        job = await self.context.visible_job(request.path_params["job_id"], owner)
        job = await cancel(job, self.context.store, self.context.executor)
        job = await self._settled(job, owner)
        return await self.context.answer(request, job)

    async def delete(self, request: Request) -> Response:
        """Hide a job from its owner; its video is removed soon."""
        job = await self.context.job(request)
        await delete(job, self.context.store, self.context.executor)
        return Response(VideoGenerationDeletion(id=job.id).model_dump_json(), media_type=JSON)

    async def _settled(self, job: Job, owner: str) -> Job:
        until = time.monotonic() + self.timeout
        while job.state not in ENDED and time.monotonic() < until:
            await asyncio.sleep(self.interval)
            job = await self.context.visible_job(job.id, owner)
        return job
