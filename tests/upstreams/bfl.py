"""Black Forest Labs' API of FLUX.3: `POST /v1/flux-3-video`, `GET /v1/get_result?id=`.

The key is in `x-key`. `[fault:moderated]` ends a job with `Content Moderated`,
`[fault:moderated=request]` with `Request Moderated`, which is not billed. What the live service
sends with an error, and the unit of `cost`, are not documented: here it is a hundredth of a dollar.
"""

from __future__ import annotations

import base64
import binascii
import uuid
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal
from tests.upstreams.forgetful import Forgetful
from tests.upstreams.sizes import size_of
from tests.upstreams.validation import invalid

# Hundredths of a dollar for a second, of a new video and of one that continues another.
RATES = {"hd": (17, 41), "fhd": (29, 53)}
SIDES = {"hd": 720, "fhd": 1080}
DRAFT = 0.5  # of the price
SOURCE_SECONDS = 5  # what the API chooses where no duration is given
# Fields of a draft that its bundle holds; only `safety_tolerance` may come with it.
PINNED = {"prompt", "aspect_ratio", "duration", "resolution", "generate_audio", "draft", "version"}


class Video(BaseModel):
    """The body of a request; `mode` says which media it has."""

    model_config = ConfigDict(extra="forbid")

    mode: Literal["t2v", "i2v", "v2v", "draft_enhance"]
    prompt: str = ""
    aspect_ratio: Literal["21:9", "2:1", "16:9", "4:3", "1:1", "3:4", "9:16", "auto"] = "auto"
    duration: int | None = Field(default=None, ge=5, le=20)
    resolution: Literal["hd", "fhd"] = "hd"
    generate_audio: bool = True
    safety_tolerance: int = Field(default=2, ge=0, le=4)
    draft: bool = False
    version: Literal["latest"] = "latest"
    keyframes: list[str] | list[tuple[float, str]] = Field(default=[], max_length=10)
    start_video: str | None = None
    draft_cache: str | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        media = {"i2v": "keyframes", "v2v": "start_video", "draft_enhance": "draft_cache"}
        wanted = media.get(self.mode)
        for name in media.values():
            if bool(getattr(self, name)) != (name == wanted):
                verb = "requires" if name == wanted else "excludes"
                raise ValueError(f"mode {self.mode} {verb} {name}")
        if self.mode == "draft_enhance" and (pinned := PINNED & self.model_fields_set):
            raise ValueError(f"mode draft_enhance excludes {', '.join(sorted(pinned))}")
        if self.mode != "draft_enhance" and not self.prompt:
            raise ValueError("prompt is required")
        if self.mode in {"i2v", "v2v"} and self.safety_tolerance > 2:
            raise ValueError("safety_tolerance is at most 2 with media")
        self._check_keyframes()
        return self

    def _check_keyframes(self) -> None:
        times = [frame[0] for frame in self.keyframes if isinstance(frame, tuple)]
        if times != sorted(set(times)) or any(not 0 <= time <= 20 for time in times):
            raise ValueError("timed keyframes must be in order, between 0 and 20 seconds")
        if not times and len(self.keyframes) > 2 and self.duration is None:
            raise ValueError("three or more keyframes without times require duration")
        for frame in self.keyframes:
            check_media(frame[1] if isinstance(frame, tuple) else frame)
        if self.start_video:
            check_media(self.start_video)

    @property
    def seconds(self) -> int:
        return self.duration or SOURCE_SECONDS

    @property
    def cost(self) -> float:
        return (
            RATES[self.resolution][bool(self.start_video)]
            * self.seconds
            * (DRAFT if self.draft else 1)
        )


def check_media(value: str) -> None:
    """Check a medium: an http(s) URL, or base64 without the head of a data URI."""
    if value.startswith(("https://", "http://")):
        return
    try:
        base64.b64decode(value, validate=True)
    except binascii.Error:
        raise ValueError("media must be http(s) URLs or bare base64") from None


class Bfl(Forgetful):
    """Its charges are those of `cost`."""

    name, base_path = "bfl", "/v1"
    usage = "Any key is accepted in the header x-key."
    errors: ClassVar[Errors] = {"no_key": (403, ""), "wrong_key": (403, ""), "moderated": (422, "")}

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/v1/flux-3-video", self.create, methods=["POST"]),
            Route("/v1/get_result", self.poll),
        ]

    def key_of(self, request: Request) -> str:
        return request.headers.get("x-key", "")

    def failure(self, refusal: Refusal) -> Response:
        return JSONResponse({"detail": refusal.message}, refusal.status)

    def bills(self, job: Job) -> bool:
        verdict = job.has("moderated")
        if verdict:
            return not job.open and verdict.value != "request"
        return job.state == "completed"

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        try:
            asked = Video.model_validate_json(await request.body())
        except ValidationError as error:
            return invalid(error)
        size = size_of(asked.aspect_ratio, SIDES[asked.resolution])
        id_, info = str(uuid.uuid4()), {"asked": asked}
        sound, model = asked.generate_audio, "flux-3-video"
        job = Job(id_, asked.prompt, model, asked.cost, asked.seconds, size, sound, info=info)
        job = await self.submit(request, job)
        url = f"{request.base_url}v1/get_result?id={job.id}"
        return JSONResponse({"id": job.id, "polling_url": url, "cost": job.price})

    async def poll(self, request: Request) -> Response:
        id_ = request.query_params.get("id", "")
        try:
            job = await self.look(request, id_)
        except Refusal as refusal:
            if refusal.kind != "not_found":
                raise
            missing = {"id": id_, "status": "Task not found", "result": None}
            return JSONResponse(missing, 404)
        return JSONResponse(self.show(request, job))

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        shown: dict[str, Any] = {"id": job.id, "status": job.word("Pending"), "result": None}
        if job.state == "running":
            shown["progress"] = job.progress / 100
        if job.state == "completed":
            shown |= {
                "status": job.word("Ready"),
                "result": self._result(request, job),
                "cost": job.price,
            }
        if job.state == "failed":
            shown |= failure_of(job)
        return shown

    def _result(self, request: Request, job: Job) -> dict[str, Any]:
        result = {
            "sample": self.file_url(request, job),
            "duration": float(job.seconds),
            "start_time": job.started_at,
            "end_time": job.ended_at,
            "seed": 42,
        }
        if job.info["asked"].draft:
            result["draft_cache"] = f"{request.base_url}drafts/{job.id}.bin"
        return result


def failure_of(job: Job) -> dict[str, Any]:
    verdict, fault = job.has("moderated"), job.has("fail")
    if verdict is None:
        status = "Failed" if fault and fault.value == "Failed" else "Error"
        return {"status": status, "details": {"error": job.failure}}
    if verdict.value == "request":
        return {"status": "Request Moderated", "details": "The prompt was moderated"}
    reasons = {"Moderation Reasons": ["Derivative Works Filter"]}
    return {"status": "Content Moderated", "details": reasons, "cost": job.price}
