"""xAI's REST API of Grok Imagine: `/v1/videos`.

A poll answers 202 while a job runs. A moderated job is billed, and says so in one of three ways:
`[fault:moderated]` fails it, `[fault:moderated=done]` ends it without a URL, and by
`[fault:moderated=poll]` its polls are refused with 400. `[fault:lapsed]` lets it expire.

Fields that the vendor does not know are refused, though the vendor may ignore them.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal, Upstream
from tests.upstreams.sizes import size_of

INVALID = "Client specified an invalid argument"
DENIED = "The caller does not have permission to execute the specified operation"
MISSING = "Some requested entity was not found"
EXHAUSTED = "Some resource has been exhausted"

TICKS = 10_000_000_000  # in a dollar
OLD, NEW, LITE = (f"grok-imagine-video{suffix}" for suffix in ("", "-1.5", "-1.5-lite"))
ALIASES = {f"{NEW}-preview": NEW, f"{NEW}-2026-05-30": NEW}
# Dollars a second by resolution, and for each input image.
RATES = {
    OLD: {"480p": 0.05, "720p": 0.07},
    NEW: {"480p": 0.08, "720p": 0.14, "1080p": 0.25},
    LITE: {"480p": 0.02, "720p": 0.03, "1080p": 0.14},
}
IMAGE_RATES = {OLD: 0.002, NEW: 0.01, LITE: 0.01}
SIZES = {"848x480": "480p", "1280x720": "720p", "1696x960": "1080p", "1920x1080": "1080p"}
SOURCE_SECONDS = 5  # taken as the length of every source video, which is not fetched


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class Media(Strict):
    url: str | None = None
    file_id: str | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        if bool(self.url) == bool(self.file_id):
            raise ValueError("exactly one of url and file_id is needed")
        if self.url and not self.url.startswith(("https://", "http://", "data:")):
            raise ValueError(f"{self.url[:40]} is neither an http(s) URL nor a data URI")
        return self


class Audio(Strict):
    url: str | None = None
    voice_id: str | None = None


class Keyframe(Strict):
    image: Media
    timestamp_s: float = Field(ge=0)


class PublicUrl(Strict):
    expires_after: int = Field(ge=3600, le=2_592_000)


class Storage(Strict):
    filename: str
    expires_after: int | None = Field(default=None, ge=1, le=2_592_000)
    public_url: bool | PublicUrl = False


class Output(Strict):
    upload_url: str


class Base(Strict):
    """What the three requests have in common."""

    model: str
    prompt: str = Field(max_length=4096)
    storage_options: Storage | None = None
    output: Output | None = None

    @property
    def name(self) -> str:
        return ALIASES.get(self.model, self.model)

    @property
    def images(self) -> int:
        return 0

    @property
    def seconds(self) -> int:
        return SOURCE_SECONDS

    @property
    def sound(self) -> bool:
        return True

    @property
    def shape(self) -> str:
        return "16:9"

    @property
    def tier(self) -> str:
        return "480p"

    @property
    def ticks(self) -> int:
        """Return the price; sound is free, and turning it off gives no discount."""
        dollars = RATES[self.name][self.tier] * self.seconds + IMAGE_RATES[self.name] * self.images
        return round(dollars * TICKS)


class Generation(Base):
    duration: int = Field(default=8, ge=1, le=15)
    aspect_ratio: Literal["1:1", "16:9", "9:16", "4:3", "3:4", "3:2", "2:3"] | None = None
    resolution: Literal["480p", "720p", "1080p"] | None = None
    size: str | None = None
    image: Media | None = None
    last_frame: Media | None = None
    keyframes: list[Keyframe] = Field(default=[], max_length=4)
    reference_images: list[Media] = Field(default=[], max_length=7)
    reference_audios: list[Audio] = Field(default=[], max_length=3)
    generate_audio: bool = True
    user: str | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        newest: dict[str, Any] = {"last_frame": self.last_frame, "keyframes": self.keyframes}
        newest["reference_audios"] = self.reference_audios
        for field, value in newest.items():
            if value and self.name != NEW:
                raise ValueError(f"{field} is not supported by {self.model}")
        if self.image and self.reference_images:
            raise ValueError("image and reference_images cannot be combined")
        if self.size and self.size not in SIZES:
            raise ValueError(f"size {self.size} is not one of {', '.join(SIZES)}")
        if self.tier not in RATES.get(self.name, {self.tier: 0}):
            raise ValueError(f"resolution {self.tier} is not supported by {self.model}")
        if self.reference_images and self.tier == "1080p":
            raise ValueError("resolution 1080p is not supported with reference_images")
        if not self.prompt and not (self.name == NEW and (self.image or self.last_frame)):
            raise ValueError("prompt cannot be empty")
        return self

    @property
    def images(self) -> int:
        frames = bool(self.image) + bool(self.last_frame) + len(self.keyframes)
        return frames + len(self.reference_images)

    @property
    def seconds(self) -> int:
        return self.duration

    @property
    def sound(self) -> bool:
        return self.generate_audio

    @property
    def shape(self) -> str:
        return self.aspect_ratio or "16:9"

    @property
    def tier(self) -> str:
        return self.resolution or SIZES.get(self.size or "", "480p")


class Edit(Base):
    video: Media

    @model_validator(mode="after")
    def check(self) -> Self:
        if self.name != OLD:
            raise ValueError(f"editing is not supported by {self.model}")
        return self


class Extension(Edit):
    duration: int = Field(default=6, ge=1, le=10)

    @property
    def seconds(self) -> int:
        return self.duration


REQUESTS: dict[str, type[Base]] = {
    "generations": Generation,
    "edits": Edit,
    "extensions": Extension,
}
HEIGHTS = {"480p": 480, "720p": 720, "1080p": 1080}


class Xai(Upstream):
    """Its charges are ticks, of which a dollar has 10,000,000,000."""

    name, base_path = "xai", "/v1"
    errors: ClassVar[Errors] = {
        "invalid": (400, INVALID),
        "moderated": (400, INVALID),
        "no_key": (401, "Unauthenticated"),
        "wrong_key": (400, INVALID),  # a wrong key is a wrong argument to this vendor
        "no_money": (403, DENIED),
        "not_found": (404, MISSING),
        "rate_limited": (429, EXHAUSTED),
        "internal": (500, "The service is currently unavailable"),
    }

    def routes(self) -> list[BaseRoute]:
        return [
            *(Route(f"/v1/videos/{kind}", self.create, methods=["POST"]) for kind in REQUESTS),
            Route("/v1/videos/{id}", self.poll),
            Route("/v1/video-generation-models", self.models),
        ]

    def failure(self, refusal: Refusal) -> Response:
        if refusal.status in {415, 422}:
            return Response(refusal.message, refusal.status)
        return JSONResponse({"code": refusal.code, "error": refusal.message}, refusal.status)

    def bills(self, job: Job) -> bool:
        return job.state == "completed" or (job.moderated and not job.open)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        if request.headers.get("content-type", "").split(";")[0] != "application/json":
            told = "Expected request with `Content-Type: application/json`"
            raise Refusal("invalid", told, status=415)
        kind = REQUESTS[request.url.path.rsplit("/", 1)[1]]
        asked = read(kind, await request.body())
        job = Job(
            self.new_id(),
            asked.prompt,
            asked.name,
            asked.ticks,
            asked.seconds,
            size_of(asked.shape, HEIGHTS[asked.tier]),
            asked.sound,
            info={"asked": asked},
        )
        job = await self.submit(request, job)
        return JSONResponse({"request_id": job.id})

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        usage = {"cost_in_usd_ticks": job.price}
        verdict = job.has("moderated")
        verdict_value = verdict.value if verdict else ""
        if job.open:
            return pending(job)
        if job.state == "expired":
            return JSONResponse({"status": "expired"})
        if verdict_value == "poll":
            message = "Generated video rejected by content moderation."
            return JSONResponse({"code": INVALID, "error": message, "usage": usage}, 400)
        shown: dict[str, Any] = {"model": job.model, "progress": 100, "usage": usage}
        if verdict_value == "done":
            video = {"url": "", "duration": job.seconds, "respect_moderation": False}
            return JSONResponse({"status": "done", "video": video, **shown})
        if job.state == "failed":
            return failed(job, usage)
        return JSONResponse({"status": "done", "video": self._video(request, job), **shown})

    def _video(self, request: Request, job: Job) -> dict[str, Any]:
        url, created = self.file_url(request, job), int(job.created_at)
        video = {"url": url, "duration": job.seconds, "respect_moderation": True}
        if stored := job.info["asked"].storage_options:
            output: dict[str, Any] = {"file_id": f"file_{job.id}", "filename": stored.filename}
            if stored.expires_after:
                output["expires_at"] = created + stored.expires_after
            if stored.public_url:
                output["public_url"] = url
            if isinstance(stored.public_url, PublicUrl):
                output["public_url_expires_at"] = created + stored.public_url.expires_after
            video["file_output"] = output
        return video

    async def models(self, request: Request) -> Response:
        self.authenticate(request)
        names = {name: [alias for alias, of in ALIASES.items() if of == name] for name in RATES}
        rows = [{"id": name, "aliases": aliases} for name, aliases in names.items()]
        return JSONResponse({"models": rows})


def read(kind: type[Base], body: bytes) -> Base:
    """Read a request: what does not fit its type is 422 and a text, a wrong value is 400."""
    try:
        asked = kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        told = first["msg"].removeprefix("Value error, ")
        if first["type"] == "missing":
            told = f"missing field `{field}`"
        elif field:
            told = f"{field}: {told}"
        if first["type"] in {"missing", "json_invalid"} or first["type"].endswith("_type"):
            told = f"Failed to deserialize the JSON body into the target type: {told}"
            raise Refusal("invalid", told, status=422) from None
        raise Refusal("invalid", told) from None
    if asked.name not in RATES:
        raise Refusal("not_found", f"The model {asked.model} does not exist")
    return asked


def pending(job: Job) -> Response:
    """Return the answer to a poll of a job that runs, whose first has no body."""
    if job.polls == 1 and not job.odd:
        return Response(status_code=202)
    return JSONResponse({"status": job.word("pending"), "progress": job.progress}, 202)


def failed(job: Job, usage: dict[str, float]) -> Response:
    error = {"code": "internal_error", "message": job.failure}
    shown: dict[str, Any] = {"status": "failed", "video": {"duration": 0}, "error": error}
    if job.moderated:
        error |= {"code": "content_moderated", "message": "The prompt violates the policy"}
        shown["usage"] = usage
    return JSONResponse(shown)
