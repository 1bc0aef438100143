"""vLLM-Omni's dialect of OpenAI's videos API: a self-hosted engine, which charges nothing.

A request is a form, never JSON. The poll of a job that failed has the HTTP status of its error:
500, or 400 with `[fault:moderated]`. A job may be deleted while it runs.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Job, Refusal, Upstream
from tests.upstreams.forms import fields_of

MODEL = "stub-model"
DEFAULT_SECONDS, DEFAULT_FPS = 4, 24
DEFAULT_SIZE = (832, 480)  # of the engine; it is not shown
# Integers of a form, with the least and the most that they may be; `fps` may have a fraction.
FORM_LIMITS = {
    "seconds": (1, None),
    "fps": (1, None),
    "num_frames": (1, None),
    "seed": (None, None),
}
MODEL_LIMITS = {"num_inference_steps": (1, 200)}
MODEL_ERROR = "BadRequestError"
NULLS = (
    *("action", "completed_at", "error", "expires_at", "file_name", "inference_time_s"),
    *("metrics", "remixed_from_video_id"),
)


class VllmOmni(Upstream):
    name, base_path = "vllm_omni", "/v1"
    usage = "openai.OpenAI(base_url=URL, api_key=…); any key or none"
    errors: ClassVar = {"not_ready": (404, ""), "expired": (404, "")}

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/health", self.health),
            Route("/v1/videos", self.create, methods=["POST"]),
            Route("/v1/videos", self.list),
            Route("/v1/videos/{id}", self.retrieve),
            Route("/v1/videos/{id}", self.remove, methods=["DELETE"]),
            Route("/v1/videos/{id}/content", self.content),
        ]

    def failure(self, refusal: Refusal) -> Response:
        status = refusal.status
        if refusal.kind in {"no_key", "wrong_key"}:
            return JSONResponse({"error": "Unauthorized"}, 401)
        error = {
            "message": refusal.message,
            "type": refusal.code if refusal.code == MODEL_ERROR else HTTPStatus(status).phrase,
            "param": refusal.param or None,
            "code": status,
        }
        return JSONResponse({"error": error}, status)

    def key_of(self, request: Request) -> str:
        """Return the same for all: an engine knows no owners of jobs."""
        return "wrong" if "wrong" in super().key_of(request) else "anonymous"

    async def health(self, _: Request) -> Response:
        return Response()

    async def create(self, request: Request) -> Response:
        body, is_form = await fields_of(request)
        if not is_form or not body.get("prompt"):
            raise misfit("body.prompt")
        numbers = {name: number(body, name, *limits) for name, limits in FORM_LIMITS.items()}
        size = size_of(body.get("size"))
        if (model := body.get("model") or MODEL) != MODEL:
            message = (
                f"Model mismatch: request specifies '{model}' but server is running '{MODEL}'."
            )
            raise Refusal("invalid", message)
        for name, limits in MODEL_LIMITS.items():
            check_model_limit(body, name, *limits)
        fps = numbers["fps"] or DEFAULT_FPS
        frames, seconds = numbers["num_frames"], numbers["seconds"]
        length = float(seconds) if seconds else None
        if frames:
            length = frames / fps
        elif seconds:
            frames = int(seconds * fps)
        job = Job(
            self.new_id("video_gen_", 32),
            body["prompt"],
            MODEL,
            seconds=length or DEFAULT_SECONDS,
            size=size or DEFAULT_SIZE,
            body=body,
            info={
                "seconds": str(seconds or DEFAULT_SECONDS),
                "size": body.get("size"),
                "fps": float(fps),
                "num_frames": frames,
                "duration_s": length,
            },
        )
        return JSONResponse(show(await self.submit(request, job)))

    async def retrieve(self, request: Request) -> Response:
        job = await self.look(request, self.own(request).id)
        shown = show(job)
        return JSONResponse(shown, shown["error"]["code"] if shown["error"] else 200)

    async def list(self, request: Request) -> Response:
        query = request.query_params
        limit = query.get("limit")
        if limit is not None and not (limit.isdecimal() and int(limit) <= 100):
            raise misfit("query.limit")
        jobs = self.listed(request)
        if query.get("order") == "asc":
            jobs.reverse()
        if after := query.get("after"):
            ids = [job.id for job in jobs]
            jobs = jobs[ids.index(after) + 1 :] if after in ids else []
        page = [show(job) for job in jobs[: int(limit) if limit else None]]
        return JSONResponse(
            {
                "first_id": page[0]["id"] if page else None,
                "last_id": page[-1]["id"] if page else None,
                "has_more": len(page) < len(jobs),
                "data": page,
                "object": "list",
            }
        )

    async def remove(self, request: Request) -> Response:
        job = self.own(request)
        job.cancel()
        self.delete(job)
        return JSONResponse({"id": job.id, "deleted": True, "object": "video.deleted"})

    async def content(self, request: Request) -> Any:
        job = self.own(request)
        if job.open:
            raise Refusal("not_ready", "Generation is still in-progress")
        if job.state != "completed":
            message = "Video generation failed. Check job status for error details."
            raise Refusal("not_ready", message, status=422)
        return self.send_video(job)

    def own(self, request: Request) -> Job:
        self.authenticate(request)
        job = self.jobs.get(request.path_params["id"])
        if job is None:
            raise Refusal("not_found", "Video not found")
        return job


def misfit(place: str) -> Refusal:
    """Return the refusal of a field that the form does not take."""
    return Refusal("invalid", "1 validation errors", param=place)


def number(body: dict[str, Any], name: str, least: int | None, most: int | None) -> Any:
    """Return a number of a form, or None if it is absent."""
    text = body.get(name)
    if text is None:
        return None
    try:
        value = float(text) if name == "fps" else int(text)
    except (TypeError, ValueError):
        raise misfit(f"body.{name}") from None
    if (least is not None and value < least) or (most is not None and value > most):
        raise misfit(f"body.{name}")
    return value


def check_model_limit(body: dict[str, Any], name: str, least: int, most: int) -> None:
    """Check a limit that is the model's own, whose error is another than the form's."""
    value = number(body, name, None, None)
    if value is not None and not least <= value <= most:
        message = (
            f"1 validation error for VideoGenerationRequest\n{name}\n  {value} is out of range"
        )
        raise Refusal("invalid", message, code=MODEL_ERROR)


def size_of(text: Any) -> tuple[int, int] | None:
    if text is None:
        return None
    width, _, height = str(text).partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise misfit("body.size")
    return int(width), int(height)


def show(job: Job) -> dict[str, Any]:
    """Return a job; what it does not have is null."""
    statuses = {"running": "in_progress", "expired": "failed", "cancelled": "failed"}
    status = statuses.get(job.state, job.state)
    shown: dict[str, Any] = dict.fromkeys(NULLS) | {
        "id": job.id,
        "object": "video",
        "model": job.model,
        "prompt": job.prompt,
        "status": job.word(status),
        "progress": 100 if status == "completed" else 0,
        "created_at": int(job.created_at),
        "quality": "default",
        "media_type": "video/mp4",
        "stage_durations": {},
        "peak_memory_mb": 0.0,
    }
    shown |= job.info
    if not job.open:
        shown |= {"completed_at": int(job.ended_at or 0), "inference_time_s": job.length}
    if status == "completed":
        shown |= {"file_name": f"{job.id}.mp4", "stage_durations": {"diffuse": job.length}}
        shown["peak_memory_mb"] = 1024.0
    if status == "failed":
        message = job.failure or "The request was refused"
        shown["error"] = {"code": 400 if job.moderated else 500, "message": message}
    return shown
