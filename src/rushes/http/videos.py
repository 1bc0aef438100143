"""The four operations of the video generation API."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import Response

from openrouter.components import (
    VideoGenerationRequest,
    VideoGenerationResponse,
    VideoModelsListResponse,
)
from rushes.catalog.model import Catalog
from rushes.http import wire
from rushes.http.access import require_key, require_own_origin
from rushes.http.body import read_body
from rushes.http.content import ContentResponse
from rushes.http.endpoint import Endpoint
from rushes.http.errors import ApiError
from rushes.http.origin import origin
from rushes.jobs.address import PREFIX
from rushes.jobs.desk import Desk
from rushes.jobs.states import ENDED
from rushes.outputs.folder import OutputFolder
from rushes.outputs.reader import open_file
from rushes.settings import Settings
from rushes.store.job import Job

JSON = "application/json"


@dataclass(frozen=True)
class Videos:
    """Serve submit, poll, content and models."""

    desk: Desk
    outputs: OutputFolder
    settings: Settings

    @property
    def endpoints(self) -> list[Endpoint]:
        """Return the routes; `/videos/models` comes before `/videos/{job_id}` and so wins."""
        submit_errors = dict.fromkeys((400, 401, 403, 413, 429, 500, 503))
        job = f"{PREFIX}/videos/{{job_id}}"
        return [
            Endpoint(
                "POST",
                f"{PREFIX}/videos",
                self.submit,
                "Submit a video generation request",
                "createVideos",
                body=VideoGenerationRequest,
                answers={202: VideoGenerationResponse, **submit_errors},
            ),
            Endpoint(
                "GET",
                f"{PREFIX}/videos/models",
                self.models,
                "List the models and what each accepts",
                "listVideosModels",
                answers={200: VideoModelsListResponse, 500: None},
                public=True,
            ),
            Endpoint(
                "GET",
                job,
                self.poll,
                "Poll a video generation",
                "getVideos",
                answers={200: VideoGenerationResponse, **dict.fromkeys((401, 403, 404, 500))},
            ),
            Endpoint(
                "GET",
                f"{job}/content",
                self.content,
                "Download a finished video",
                "listVideosContent",
                answers={
                    200: "video/mp4",
                    206: "video/mp4",
                    **dict.fromkeys((400, 401, 403, 404, 409, 410, 416, 500)),
                },
                query={"index": {"type": "integer", "minimum": 0, "default": 0}},
            ),
        ]

    async def submit(self, request: Request) -> Response:
        """Turn a body into a job: 202 once its row is on disk."""
        self._admit(request)
        body = await read_body(request, self.settings.max_body_bytes)
        job = await self.desk.accept(body, self._origin(request))
        text = wire.submitted(job, job.origin)
        return Response(text, 202, self._headers(job), JSON)

    async def poll(self, request: Request) -> Response:
        """Show a job: one read of one row."""
        self._admit(request)
        job = self._job(request)
        text = wire.polled(job, self._origin(request), self.desk.provider_name(job))
        return Response(text, 200, self._headers(job), JSON)

    async def content(self, request: Request) -> ContentResponse:
        """Send a finished video's bytes."""
        self._admit(request)
        job = self._job(request)
        if job.state not in ENDED:
            raise ApiError(409, f"{job.id} is still being made; poll until it is completed")
        if job.state != "completed":
            raise ApiError(409, f"{job.id} is {job.state} and has no video: {job.error}")
        output = job.outputs[_index(request, len(job.outputs))]
        try:
            file = open_file(self.outputs.path(output.name))
        except FileNotFoundError:
            raise ApiError(410, f"The video of {job.id} is no longer stored") from None
        return ContentResponse(job, output, file, self.desk.provider_name(job))

    async def models(self, _: Request) -> Response:
        """Show the catalogue; needs no key, as the original."""
        return Response(_models_body(self.desk.catalog), media_type=JSON)

    def _admit(self, request: Request) -> None:
        require_own_origin(request, self.settings.allowed_origins)
        require_key(request)

    def _job(self, request: Request) -> Job:
        job_id = request.path_params["job_id"]
        job = self.desk.get(job_id)
        if job is None:
            raise ApiError(404, f"Job {job_id} is unknown")
        return job

    def _origin(self, request: Request) -> str:
        public = self.settings.public_url
        return origin(
            request, None if public is None else str(public), self.settings.trusted_proxies
        )

    def _headers(self, job: Job) -> dict[str, str]:
        return {
            "X-Generation-Id": job.id,
            "X-Provider-Name": self.desk.provider_name(job),
            "Cache-Control": "no-store",
        }


@cache
def _models_body(catalog: Catalog) -> bytes:
    models = [m.wire for m in catalog.models]
    return VideoModelsListResponse(data=models).model_dump_json().encode()


def _index(request: Request, count: int) -> int:
    text = request.query_params.get("index", "0")
    if not text.isascii() or not text.isdigit():
        raise ApiError(400, f"index: {text[:40]!r} is not a whole number from 0 to {count - 1}")
    if (index := int(text[:9])) >= count:
        raise ApiError(400, f"index: there is no output {index}; this job has {count}, from 0")
    return index
