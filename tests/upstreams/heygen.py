"""HeyGen's third API: `POST /v3/videos` makes a picture speak, `POST /v3/assets` takes files.

The key is in `X-Api-Key`. No client of the vendor has proved this fake: it follows the vendor's
documentation. How long speech takes is not known to it, so a video has `speech` seconds. The
codes of failed videos are not documented; those here are invented.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal, Upstream
from tests.upstreams.callbacks import Callback, message_of
from tests.upstreams.forms import Upload, fields_of, json_object
from tests.upstreams.sizes import size_of

RATE = 0.05  # dollars for a second
KEYS = re.compile("[A-Za-z0-9_:.-]{1,255}")
MAX_ASSET = 32 * 1024 * 1024
STATUSES = {"queued": "pending", "running": "processing", "completed": "completed"}
DOCUMENTATION = "https://developers.heygen.com/docs/error-codes#"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ByURL(_Strict):
    type: Literal["url"]
    url: str = Field(pattern="^https://")


class ById(_Strict):
    type: Literal["asset_id"]
    asset_id: str


class ByContent(_Strict):
    type: Literal["base64"]
    media_type: Literal["image/png", "image/jpeg"]
    data: str = Field(min_length=1, pattern="^[A-Za-z0-9+/]+=*$")


class Video(_Strict):
    """The body of a request for a picture that speaks."""

    type: Literal["image"]
    image: Annotated[ByURL | ById | ByContent, Field(discriminator="type")]
    title: str | None = None
    resolution: Literal["720p", "1080p"] = "1080p"
    aspect_ratio: Literal["16:9", "9:16", "4:5", "5:4", "1:1", "auto"] = "16:9"
    fit: Literal["contain", "cover"] | None = None
    background: dict[str, Any] | None = None
    remove_background: bool | None = None
    caption: dict[str, Any] | None = None
    script: str | None = Field(None, min_length=1)
    voice_id: str | None = None
    audio_url: str | None = Field(None, pattern="^https://")
    audio_asset_id: str | None = None
    voice_settings: dict[str, Any] | None = None
    motion_prompt: str | None = None
    expressiveness: Literal["high", "medium", "low"] | None = None
    callback_url: str | None = None
    callback_id: str | None = None

    @model_validator(mode="after")
    def check(self) -> Self:
        said = [self.script, self.audio_url, self.audio_asset_id]
        if sum(value is not None for value in said) != 1:
            raise ValueError("give exactly one of script, audio_url and audio_asset_id")
        if self.script is not None and not self.voice_id:
            raise ValueError("voice_id is required when script is provided")
        return self

    @property
    def assets(self) -> list[str]:
        """Return the ids of the uploads that it names."""
        pictured = [self.image.asset_id] if isinstance(self.image, ById) else []
        return pictured + ([self.audio_asset_id] if self.audio_asset_id else [])


class HeyGen(Upstream):
    """`charged` is in USD; a failed video costs nothing. `assets` are the uploads by id."""

    name = "heygen"
    usage = "Any key is accepted in the header X-Api-Key."
    idempotency_header = "Idempotency-Key"
    errors: ClassVar[Errors] = {
        "invalid": (400, "invalid_parameter"),
        "moderated": (400, "invalid_parameter"),
        "no_key": (401, "unauthorized"),
        "wrong_key": (401, "unauthorized"),
        "no_money": (402, "insufficient_credit"),
        "not_found": (404, "video_not_found"),
        "rate_limited": (429, "rate_limit_exceeded"),
        "internal": (500, "internal_error"),
    }

    def __init__(self, *, speech: float = 5.0, **options: Any) -> None:
        super().__init__(**options)
        self.speech = speech
        self.assets: dict[str, Upload] = {}

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/v3/videos", self.create, methods=["POST"]),
            Route("/v3/videos/{id}", self.poll, methods=["GET"]),
            Route("/v3/assets", self.upload, methods=["POST"]),
        ]

    def key_of(self, request: Request) -> str:
        return request.headers.get("x-api-key", "")

    def failure(self, refusal: Refusal) -> Response:
        anchor = str(refusal.code).replace("_", "-")
        error = {
            "code": refusal.code,
            "message": refusal.message,
            "doc_url": f"{DOCUMENTATION}{anchor}",
        }
        if refusal.param:
            error["param"] = refusal.param
        return JSONResponse({"error": error}, refusal.status)

    async def upload(self, request: Request) -> Response:
        self.authenticate(request)
        fields, _ = await fields_of(request)
        file = fields.get("file")
        if not isinstance(file, Upload) or not 0 < len(file.data) <= MAX_ASSET:
            raise Refusal("invalid", "file must have 1 byte to 32 MB", param="file")
        id_ = self.new_id("asset_")
        self.assets[id_] = file
        shown = {
            "asset_id": id_,
            "url": f"{request.base_url}assets/{id_}",
            "mime_type": file.media_type,
            "size_bytes": len(file.data),
        }
        return JSONResponse({"data": shown})

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        if not KEYS.fullmatch(request.headers.get(self.idempotency_header, "-")):
            raise Refusal("invalid", f"{self.idempotency_header} has other characters")
        asked = _asked(json_object(await request.body()))
        for asset in asked.assets:
            if asset not in self.assets:
                raise Refusal("not_found", f"Asset {asset} not found", code="asset_not_found")
        job = Job(
            self.new_id("", 32),
            asked.script or asked.motion_prompt or "",
            "avatar_iv",
            price=RATE * self.speech,
            seconds=self.speech,
            size=size_of(asked.aspect_ratio, int(asked.resolution[:-1])),
            audio=True,
            info={"asked": asked},
        )
        callback = Callback(
            asked.callback_url or "", lambda job: message_of(self._event(request, job))
        )
        job = await self.submit(request, job, callback)
        return JSONResponse({"data": {"video_id": job.id, "status": "waiting"}})

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return JSONResponse({"data": self.show(request, job)})

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        shown: dict[str, Any] = {
            "id": job.id,
            "title": job.info["asked"].title,
            "status": job.word(STATUSES.get(job.state, "failed")),
            "created_at": int(job.created_at),
        }
        if job.state == "completed":
            shown |= {"video_url": self.file_url(request, job), "duration": job.seconds}
        elif not job.open:
            code = "moderated" if job.moderated else "render_failed"
            message = job.failure or "The content was not approved"
            shown |= {"failure_code": code, "failure_message": message}
        return shown

    def _event(self, request: Request, job: Job) -> dict[str, Any]:
        shown, asked = self.show(request, job), job.info["asked"]
        kind = "success" if job.state == "completed" else "fail"
        data = {"video_id": job.id, "url": shown.get("video_url"), "callback_id": asked.callback_id}
        return {"event_type": f"avatar_video.{kind}", "event_data": data}


def _asked(body: dict[str, Any]) -> Video:
    try:
        return Video.model_validate(body)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise Refusal("invalid", f"{field}: {first['msg']}", param=field) from None
