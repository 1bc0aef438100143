"""The videos API of OpenAI, and what gateways make of it.

Prices are US dollars. A request for a video is a form or JSON; a job that fails is answered with
200. There is no way to cancel, and a job that runs cannot be deleted.
"""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from typing import Any, ClassVar

from PIL import Image, UnidentifiedImageError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Job, Refusal, Upstream
from tests.upstreams.forms import Upload, fields_of

LANDSCAPE_AND_PORTRAIT = ("720x1280", "1280x720")
HIGH = ("1024x1792", "1792x1024", "1080x1920", "1920x1080")
SECONDS = ("4", "8", "12", "16", "20")
# Dollars a second, by model and size.
PRICES: Mapping[str, Mapping[str, float]] = {
    "sora-2": dict.fromkeys(LANDSCAPE_AND_PORTRAIT, 0.10),
    "sora-2-pro": dict.fromkeys(LANDSCAPE_AND_PORTRAIT, 0.30) | dict.fromkeys(HIGH, 0.50),
}
PICTURES = ("image/png", "image/jpeg", "image/webp")
LONGEST_PROMPT = 32_000
KEPT = 24 * 3600  # seconds
POLL_AFTER_MS = 100


class OpenAI(Upstream):
    name, base_path = "openai", "/v1"
    usage = "openai.OpenAI(base_url=URL, api_key=…), or OPENAI_BASE_URL and OPENAI_API_KEY"
    errors: ClassVar = {
        "invalid": (400, "invalid_value"),
        "moderated": (400, "moderation_blocked"),
        "no_key": (401, ""),
        "wrong_key": (401, "invalid_api_key"),
        "no_money": (429, "insufficient_quota"),
        "not_found": (404, ""),
        "not_ready": (409, ""),
        "expired": (404, ""),
        "conflict": (409, ""),
        "rate_limited": (429, "rate_limit_exceeded"),
        "internal": (500, ""),
    }
    fields: ClassVar = {"prompt", "model", "seconds", "size", "input_reference"}

    lengths: ClassVar = SECONDS  # the first is the default

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.characters: dict[str, dict[str, Any]] = {}

    def routes(self) -> list[BaseRoute]:
        videos = f"{self.base_path}/videos"
        return [
            Route(videos, self.create, methods=["POST"]),
            Route(videos, self.list),
            Route(f"{videos}/edits", self.edit, methods=["POST"]),
            Route(f"{videos}/extensions", self.extend, methods=["POST"]),
            Route(f"{videos}/characters", self.create_character, methods=["POST"]),
            Route(f"{videos}/characters/{{id}}", self.character),
            Route(f"{videos}/{{id}}", self.retrieve),
            Route(f"{videos}/{{id}}", self.remove, methods=["DELETE"]),
            Route(f"{videos}/{{id}}/content", self.content),
            Route(f"{videos}/{{id}}/remix", self.remix, methods=["POST"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        kinds = {"rate_limited": "requests", "no_money": "insufficient_quota"}
        default = "server_error" if refusal.status >= 500 else "invalid_request_error"
        error = {
            "message": refusal.message,
            "type": kinds.get(refusal.kind, default),
            "param": refusal.param or None,
            "code": refusal.code or None,
        }
        return self.json({"error": error}, refusal.status)

    def json(self, body: Any, status: int = 200, **headers: str) -> Response:
        return JSONResponse(body, status, headers={"x-request-id": self.new_id("req_")} | headers)

    # Requests for videos

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        body, is_form = await fields_of(request)
        self.check_fields(body)
        model, size = self.model_and_size(body)
        seconds = seconds_of(body, self.lengths, is_form=is_form)
        picture_of(body, size)
        return await self.answer(request, self.job(body, model, size, seconds))

    def check_fields(self, body: dict[str, Any]) -> None:
        """Check that all fields are known and that there is a prompt."""
        for name in body:
            if name not in self.fields:
                message = f"Unknown parameter: '{name}'."
                raise Refusal("invalid", message, param=name, code="unknown_parameter")
        prompt_of(body)

    def model_and_size(self, body: dict[str, Any]) -> tuple[str, str]:
        model = body.get("model", "sora-2")
        if not isinstance(model, str) or model not in PRICES:
            message = f"The model '{model}' does not exist or you do not have access to it."
            raise Refusal("not_found", message, param="model", code="model_not_found")
        return model, one_of(body, "size", tuple(PRICES[model]))

    def dollars(self, model: str, size: str, seconds: int) -> float:
        return PRICES[model][size] * seconds

    def job(self, body: dict[str, Any], model: str, size: str, seconds: int, **info: Any) -> Job:
        width, _, height = size.partition("x")
        return Job(
            self.new_id("video_", 32),
            body["prompt"],
            model,
            round(self.dollars(model, size, seconds), 6),
            seconds,
            (int(width), int(height)),
            audio=True,
            body=body,
            info=info,
        )

    async def answer(self, request: Request, job: Job) -> Response:
        return self.json(self.show(await self.submit(request, job)))

    async def remix(self, request: Request) -> Response:
        source = self.completed(request, request.path_params["id"])
        body, _ = await fields_of(request)
        prompt_of(body)
        job = self.like(source, body, int(source.seconds), remixed_from_video_id=source.id)
        return await self.answer(request, job)

    async def edit(self, request: Request) -> Response:
        body, _ = await fields_of(request)
        prompt_of(body)
        source = self.source(request, body)
        return await self.answer(request, self.like(source, body, int(source.seconds)))

    async def extend(self, request: Request) -> Response:
        """Make a longer video, whose length includes that of its source."""
        body, is_form = await fields_of(request)
        prompt_of(body)
        source = self.source(request, body)
        seconds = int(source.seconds) + seconds_of(body, self.lengths, is_form=is_form)
        return await self.answer(request, self.like(source, body, seconds))

    def like(self, source: Job, body: dict[str, Any], seconds: int, **info: Any) -> Job:
        size = "x".join(map(str, source.size))
        return self.job(body, source.model, size, seconds, **info)

    def source(self, request: Request, body: dict[str, Any]) -> Job:
        """Return the video that a request changes: an earlier one, or an upload."""
        match body.get("video"):
            case Upload() as upload if upload.data[4:8] == b"ftyp":
                self.authenticate(request)
                return self.job(body, "sora-2", "1280x720", 4)
            case {"id": str(id_)}:
                return self.completed(request, id_)
        raise Refusal("invalid", "'video' must be an MP4 file or the id of a video.", param="video")

    def completed(self, request: Request, id_: str) -> Job:
        job = self.find(request, id_)
        if job.state != "completed":
            raise Refusal("invalid", f"Video {id_} has not completed.", param="video")
        return job

    # Videos

    async def retrieve(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        headers = {"openai-poll-after-ms": str(POLL_AFTER_MS)} if job.open else {}
        return self.json(self.show(job), **headers)

    async def list(self, request: Request) -> Response:
        query = request.query_params
        jobs = self.listed(request)
        if one_of(query, "order", ("desc", "asc")) == "asc":
            jobs.reverse()
        limit = query.get("limit", "20")
        if not limit.isdecimal() or not 0 <= int(limit) <= 100:
            raise Refusal("invalid", f"'limit' is {limit}, not from 0 to 100.", param="limit")
        if after := query.get("after"):
            ids = [job.id for job in jobs]
            if after not in ids:
                raise Refusal("not_found", f"Video with id '{after}' not found.", param="after")
            jobs = jobs[ids.index(after) + 1 :]
        shown = [self.show(job) for job in jobs[: int(limit)]]
        edges = {
            "first_id": shown[0]["id"] if shown else None,
            "last_id": shown[-1]["id"] if shown else None,
        }
        more = len(shown) < len(jobs)
        return self.json({"object": "list", "data": shown, "has_more": more} | edges)

    async def remove(self, request: Request) -> Response:
        job = self.find(request, request.path_params["id"])
        if job.open:
            raise Refusal("conflict", "A video cannot be deleted while it is being made.")
        self.delete(job)
        return self.json({"id": job.id, "object": "video.deleted", "deleted": True})

    async def content(self, request: Request) -> Any:
        job = self.find(request, request.path_params["id"])
        variant = one_of(request.query_params, "variant", ("video", "thumbnail", "spritesheet"))
        if variant == "video":
            return self.send_video(job)
        response = self.send_video(
            job, still(job.size, "WEBP" if variant == "thumbnail" else "JPEG")
        )
        response.media_type = "image/webp" if variant == "thumbnail" else "image/jpeg"
        return response

    def show(self, job: Job) -> dict[str, Any]:
        statuses = {"running": "in_progress", "expired": "failed", "cancelled": "failed"}
        shown: dict[str, Any] = {
            "id": job.id,
            "object": "video",
            "model": job.model,
            "status": job.word(statuses.get(job.state, job.state)),
            "progress": job.progress if job.state in {"running", "completed"} else 0,
            "created_at": int(job.created_at),
            "completed_at": None,
            "expires_at": None,
            "error": None,
            "prompt": job.prompt,
            "remixed_from_video_id": job.info.get("remixed_from_video_id"),
            "seconds": str(int(job.seconds)),
            "size": "x".join(map(str, job.size)),
        }
        if job.state == "completed":
            done = int(job.ended_at or 0)
            shown |= {"completed_at": done, "expires_at": done + KEPT}
        if shown["status"] == "failed":
            shown["error"] = problem(job)
        return shown

    # Characters

    async def create_character(self, request: Request) -> Response:
        self.authenticate(request)
        body, _ = await fields_of(request)
        video = body.get("video")
        if not isinstance(video, Upload) or video.data[4:8] != b"ftyp":
            raise Refusal("invalid", "'video' must be an MP4 file.", param="video")
        if not body.get("name"):
            raise Refusal("invalid", "Missing required parameter: 'name'.", param="name")
        id_ = self.new_id("char_")
        self.characters[id_] = {"id": id_, "name": body["name"], "created_at": 1_795_000_000}
        return self.json(self.characters[id_])

    async def character(self, request: Request) -> Response:
        self.authenticate(request)
        id_ = request.path_params["id"]
        if id_ not in self.characters:
            raise Refusal("not_found", f"Character with id '{id_}' not found.")
        return self.json(self.characters[id_])


def problem(job: Job) -> dict[str, str]:
    """Return why a job failed."""
    if job.moderated:
        message = "Your request was blocked by our moderation system."
        return {"code": "moderation_blocked", "message": message}
    return {"code": "internal_error", "message": job.failure or "The job took too long."}


def prompt_of(body: dict[str, Any]) -> None:
    prompt = body.get("prompt")
    if prompt is None:
        message = "Missing required parameter: 'prompt'."
        raise Refusal("invalid", message, param="prompt", code="missing_required_parameter")
    if not isinstance(prompt, str) or not 1 <= len(prompt) <= LONGEST_PROMPT:
        message = f"'prompt' must be a string of 1 to {LONGEST_PROMPT} characters."
        raise Refusal("invalid", message, param="prompt")


def seconds_of(body: dict[str, Any], lengths: tuple[str, ...], *, is_form: bool) -> int:
    """Return the length; in JSON, too, it is a string."""
    value = body.get("seconds", "4")
    if not is_form and not isinstance(value, str):
        message = f"Invalid type for 'seconds': expected a string, but got {value!r} instead."
        raise Refusal("invalid", message, param="seconds", code="invalid_type")
    return int(one_of(body, "seconds", lengths))


def one_of(values: Mapping[str, Any], name: str, allowed: tuple[str, ...]) -> str:
    """Return a value that must be one of these; the first is the default."""
    value = values.get(name, allowed[0])
    if value not in allowed:
        supported = ", ".join(f"'{each}'" for each in allowed)
        message = f"Invalid value: '{value}'. Supported values are: {supported}."
        raise Refusal("invalid", message, param=name)
    return str(value)


def picture_of(body: dict[str, Any], size: str) -> None:
    """Check the picture that a video begins with: it must have the size of the video."""
    match body.get("input_reference"):
        case None:
            return
        case Upload() as upload:
            media_type, data = upload.media_type, upload.data
        case {"file_id": str()}:
            return
        case {"image_url": str(url)} if url.startswith("data:"):
            head, _, encoded = url.removeprefix("data:").partition(";base64,")
            try:
                media_type, data = head, base64.b64decode(encoded, validate=True)
            except binascii.Error:
                raise bad_picture("The data URL is not valid base64.") from None
        case {"image_url": str(url)} if url.startswith(("https://", "http://")):
            return
        case _:
            raise bad_picture("'input_reference' must be a file, an image_url or a file_id.")
    if media_type not in PICTURES:
        raise bad_picture(f"Unsupported media type '{media_type}'.", "unsupported_value")
    try:
        with Image.open(io.BytesIO(data)) as image:
            found = f"{image.width}x{image.height}"
    except UnidentifiedImageError:
        raise bad_picture("The picture cannot be read.") from None
    if found != size:
        raise bad_picture(f"The picture is {found}; it must match the requested size {size}.")


def bad_picture(message: str, code: str = "") -> Refusal:
    return Refusal("invalid", message, param="input_reference", code=code)


def still(size: tuple[int, int], kind: str) -> bytes:
    """Return a picture of a video."""
    out = io.BytesIO()
    Image.new("RGB", (max(1, size[0] // 8), max(1, size[1] // 8)), (90, 120, 150)).save(out, kind)
    return out.getvalue()


class LiteLLM(OpenAI):
    """OpenAI's protocol as the LiteLLM proxy speaks it: any model, any field, its own errors.

    All errors have the HTTP status as a string for a code, and "None" for what is not known.
    """

    name = "litellm"
    usage = "openai.OpenAI(base_url=URL, api_key=…); models have any name"
    errors: ClassVar = OpenAI.errors | {"no_money": (400, "400"), "moderated": (400, "400")}
    lengths: ClassVar = ("4", *(str(seconds) for seconds in range(1, 61)))

    def failure(self, refusal: Refusal) -> Response:
        kinds = {
            "no_key": "auth_error",
            "wrong_key": "auth_error",
            "no_money": "budget_exceeded",
            "rate_limited": "throttling_error",
        }
        error = {
            "message": refusal.message,
            "type": kinds.get(refusal.kind, "None"),
            "param": refusal.param or "None",
            "code": str(refusal.status),
        }
        return self.json({"error": error}, refusal.status)

    def check_fields(self, body: dict[str, Any]) -> None:
        prompt_of(body)

    def model_and_size(self, body: dict[str, Any]) -> tuple[str, str]:
        model = body.get("model")
        if not isinstance(model, str):
            raise Refusal("invalid", "No model was given.", param="model")
        size = str(body.get("size", "720x1280"))
        width, _, height = size.partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            raise Refusal("invalid", f"'size' is {size}, not of the form 1280x720.", param="size")
        return model, size

    def dollars(self, model: str, size: str, seconds: int) -> float:
        return 0.1 * seconds
