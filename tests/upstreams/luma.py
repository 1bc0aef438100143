"""Luma's Agents API: `/v1/generations` for videos of Ray, and `/v1/files`.

`[fault:moderated]` fails a job with `content_moderated`, `[fault:fail=CODE]` with another of the
vendor's codes. URLs of videos live for an hour, and each poll gives a fresh one.
"""

from __future__ import annotations

import datetime as dt
import secrets
import time
import uuid
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal
from tests.upstreams.forgetful import Forgetful
from tests.upstreams.forms import json_object
from tests.upstreams.sizes import size_of
from tests.upstreams.validation import invalid

Strength = Literal[
    "adhere_1",
    "adhere_2",
    "adhere_3",
    "flex_1",
    "flex_2",
    "flex_3",
    "reimagine_1",
    "reimagine_2",
    "reimagine_3",
]
# Dollars of five seconds in standard range; ten seconds cost three times as much, HDR twice.
RATES = {"360p": 0.06, "540p": 0.15, "720p": 0.3, "1080p": 1.2}
REASONS = {
    "content_moderated": "The content was moderated",
    "generation_failed": "The generation failed",
}
STATES = {
    "queued": "queued",
    "running": "processing",
    "completed": "completed",
    "failed": "failed",
    "expired": "processing",  # its time has passed since it was found
}
VERSION = "2026-10-01"


class Reference(BaseModel):
    """An image or a video: exactly one of `url`, `data`, `generation_id` and `file_id`."""

    model_config = ConfigDict(extra="forbid")

    url: str | None = None
    data: str | None = None
    media_type: str | None = None
    generation_id: str | None = None
    file_id: str | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        given = [self.url, self.data, self.generation_id, self.file_id]
        if sum(value is not None for value in given) != 1:
            raise ValueError("exactly one of url, data, generation_id and file_id is needed")
        if self.data and not self.media_type:
            raise ValueError("media_type is required with data")
        return self


class Edit(BaseModel):
    model_config = ConfigDict(extra="forbid")

    strength: Strength | None = None
    auto_controls: bool | None = None
    controls: dict[str, Any] | None = None
    keyframes: list[Reference] | None = Field(default=None, min_length=1, max_length=64)
    keyframe_indexes: list[int] | None = None


class Position(BaseModel):
    model_config = ConfigDict(extra="forbid")

    x_norm: float
    y_norm: float
    w_norm: float = Field(gt=0, le=2)
    h_norm: float = Field(gt=0, le=2)


class Video(BaseModel):
    model_config = ConfigDict(extra="forbid")

    resolution: Literal["360p", "540p", "720p", "1080p"] = "720p"
    duration: Literal["5s", "10s"] = "5s"
    start_frame: Reference | None = None
    end_frame: Reference | None = None
    keyframes: list[Reference] | None = Field(default=None, min_length=1, max_length=64)
    keyframe_indexes: list[int] | None = None
    loop: bool = False
    hdr: bool = False
    exr_export: bool = False
    edit: Edit | None = None
    source_position: Position | None = None

    @property
    def seconds(self) -> int:
        return int(self.duration[:-1])

    @model_validator(mode="after")
    def check(self) -> Self:
        framed = bool(self.start_frame or self.end_frame)
        if self.keyframes and (framed or self.loop):
            raise ValueError("keyframes exclude start_frame, end_frame and loop")
        last = self.seconds * 24
        indexes = self.keyframe_indexes or []
        if len(indexes) != len(self.keyframes or []):
            raise ValueError("keyframe_indexes and keyframes differ in length")
        if len(set(indexes)) != len(indexes) or any(not 0 <= i <= last for i in indexes):
            raise ValueError(f"keyframe_indexes must be unique and between 0 and {last}")
        if self.duration == "10s" and (framed or self.loop or (self.hdr and not self.keyframes)):
            raise ValueError("duration 10s excludes start_frame, end_frame, loop and hdr")
        if self.hdr and (self.loop or self.resolution == "360p"):
            raise ValueError("hdr excludes loop and resolution 360p")
        if self.exr_export and not self.hdr:
            raise ValueError("exr_export requires hdr")
        return self


class Generation(BaseModel):
    """The body of `POST /v1/generations`, for videos alone."""

    model_config = ConfigDict(extra="forbid")

    model: Literal["ray-3.2"]
    type: Literal["video", "video_edit", "video_reframe"]
    prompt: str = Field(min_length=1, max_length=6000)
    aspect_ratio: Literal["9:16", "3:4", "1:1", "4:3", "16:9", "21:9"] | None = None
    source: Reference | None = None
    image_ref: list[Reference] | None = None
    user_id: str | None = None
    video: Video = Video()

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.type == "video":
            if self.source or self.video.edit or self.video.source_position:
                raise ValueError("source, edit and source_position are not for type video")
        elif self.source is None:
            raise ValueError(f"source is required for type {self.type}")
        elif (self.source.url or self.source.data) and not self.source.media_type:
            raise ValueError(f"source.media_type is required for type {self.type}")
        if self.video.edit and self.type != "video_edit":
            raise ValueError("video.edit is for type video_edit")
        if self.type != "video" and self.video.loop:
            raise ValueError("video.loop is for type video")
        if self.type == "video_reframe" and self.video.hdr:
            raise ValueError("video.hdr is not supported for type video_reframe")
        return self

    @property
    def dollars(self) -> float:
        video = self.video
        return RATES[video.resolution] * (3 if video.seconds == 10 else 1) * (2 if video.hdr else 1)

    def references(self) -> list[Reference]:
        """Return the media that are given by an id of the vendor's."""
        video = self.video
        found = [self.source, video.start_frame, video.end_frame, *(self.image_ref or [])]
        return [one for one in (*found, *(video.keyframes or [])) if one is not None]


class Luma(Forgetful):
    """Its charges are dollars. `limits.open_jobs` is the vendor's number of unfinished jobs."""

    name, base_path = "luma", "/v1"
    usage = "LUMA_BASE_URL; any key is accepted as a bearer token."
    errors: ClassVar[Errors] = {"moderated": (422, "content_moderated")}

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.files: dict[str, dict[str, Any]] = {}

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/v1/generations", self.create, methods=["POST"]),
            Route("/v1/generations/{id}", self.poll),
            Route("/v1/files", self.create_file, methods=["POST"]),
            Route("/v1/files", self.list_files),
            Route("/v1/files/{id}", self.show_file),
            Route("/v1/files/{id}", self.delete_file, methods=["DELETE"]),
            Route("/v1/files/{id}/complete", self.complete_file, methods=["POST"]),
            Route("/uploads/{id}", self.upload, methods=["PUT"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        headers = {"X-Request-Id": secrets.token_hex(8), "X-API-Version": VERSION}
        return JSONResponse({"detail": refusal.message}, refusal.status, headers)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        try:
            asked = Generation.model_validate_json(await request.body())
        except ValidationError as error:
            return invalid(error)
        for reference in asked.references():
            self._check(request, reference)
        video = asked.video
        size = size_of(asked.aspect_ratio or "16:9", int(video.resolution[:-1]))
        price, id_ = asked.dollars, str(uuid.uuid4())
        info = {"asked": asked}
        job = Job(id_, asked.prompt, asked.model, price, video.seconds, size, info=info)
        job = await self.submit(request, job)
        limits = {"X-RateLimit-Limit": "60", "X-RateLimit-Remaining": "59"}
        return answer(request, queued(job), 201, limits)

    def _check(self, request: Request, reference: Reference) -> None:
        """Check that what a reference names exists here, and is ready."""
        if reference.file_id is not None:
            file = self.files.get(reference.file_id)
            if file is None or file["state"] != "ready":
                raise Refusal("invalid", f"The file {reference.file_id} is not ready")
        if (id_ := reference.generation_id) is not None and (
            self.find(request, id_).state != "completed"
        ):
            raise Refusal("invalid", f"The generation {id_} has no output")

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return answer(request, self.show(request, job))

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        shown = queued(job) | {"state": job.word(STATES[job.state])}
        if job.state == "completed":
            shown["output"] = [{"type": "video", "url": self.file_url(request, job)}]
        if job.state == "failed":
            fault = job.has("fail")
            code = (fault and fault.value) or "generation_failed"
            code = "content_moderated" if job.moderated else code
            shown |= {"failure_code": code, "failure_reason": REASONS.get(code, code)}
        return shown

    async def create_file(self, request: Request) -> Response:
        self.authenticate(request)
        body = json_object(await request.body())
        if not {"mime_type", "size_bytes"} <= body.keys():
            raise Refusal("invalid", "mime_type and size_bytes are required", status=422)
        id_ = str(uuid.uuid4())
        file = {
            "id": id_,
            "created_at": iso(time.time()),
            "mime_type": body["mime_type"],
            "size_bytes": body["size_bytes"],
            "purpose": body.get("purpose", "input"),
            "filename": body.get("filename"),
            "user_id": body.get("user_id"),
            "state": "pending",
        }
        self.files[id_] = file
        upload = {
            "method": "PUT",
            "url": f"{request.base_url}uploads/{id_}",
            "headers": {"Content-Type": body["mime_type"]},
            "expires_at": iso(time.time() + 900),
        }
        return JSONResponse({"id": id_, "state": "pending", "file": file, "upload": upload}, 201)

    async def upload(self, request: Request) -> Response:
        """Take the bytes of a file, from whoever has its URL."""
        file = self.files.get(request.path_params["id"])
        if file is None or request.headers.get("content-type") != file["mime_type"]:
            return Response("AccessDenied", 403)
        if len(await request.body()) != file["size_bytes"]:
            return Response("EntityTooLarge", 400)
        file["state"] = "uploaded"
        return Response(status_code=200)

    def _kept(self, request: Request) -> dict[str, Any]:
        self.authenticate(request)
        file = self.files.get(request.path_params["id"])
        if file is None:
            raise Refusal("not_found", "File not found")
        return file

    async def complete_file(self, request: Request) -> Response:
        file = self._kept(request)
        if file["state"] != "uploaded":
            raise Refusal("invalid", "The bytes of the file have not been received")
        file["state"] = "ready"
        return JSONResponse(file)

    async def show_file(self, request: Request) -> Response:
        file = self._kept(request)
        return JSONResponse({**file, "state": file["state"].replace("uploaded", "pending")})

    async def list_files(self, request: Request) -> Response:
        self.authenticate(request)
        kept = [file for file in reversed(self.files.values()) if file["state"] != "deleted"]
        return JSONResponse({"data": kept, "has_more": False, "next_cursor": None})

    async def delete_file(self, request: Request) -> Response:
        self._kept(request).update(state="deleted", deleted_at=iso(time.time()))
        return Response(status_code=204)


def answer(
    request: Request, body: Any, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Return an answer with the headers that all have; an id of the client's is repeated."""
    id_ = request.headers.get("x-request-id") or secrets.token_hex(8)
    own = {"X-API-Version": VERSION, "X-Request-Id": id_}
    return JSONResponse(body, status, {**own, **(headers or {})})


def queued(job: Job) -> dict[str, Any]:
    """Return a generation as its creation answers it."""
    asked = job.info["asked"]
    return {
        "id": job.id,
        "type": asked.type,
        "state": "queued",
        "model": asked.model,
        "created_at": iso(job.created_at),
        "output": [],
    }


def iso(seconds: float) -> str:
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat().replace("+00:00", "Z")
