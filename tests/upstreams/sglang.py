"""SGLang Diffusion's dialect of OpenAI's videos API: a self-hosted engine, which charges nothing.

Its errors are FastAPI's, its jobs may be deleted while they run, and its answers contain paths of
the server. A variant of a content is a number.
"""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Job, Refusal, Upstream
from tests.upstreams.forms import fields_of

DEFAULT_SIZE, DEFAULT_SECONDS, DEFAULT_FPS = "832x480", 4, 24
NUMBERS = ("seconds", "fps", "num_frames", "seed", "num_inference_steps")
ABSENT = (
    *("action", "completed_at", "error", "expires_at", "file_paths", "inference_time_s", "lidar"),
    *("num_outputs", "peak_memory_mb", "remixed_from_video_id", "revised_prompt", "url", "urls"),
)


class SGLang(Upstream):
    name, base_path = "sglang", "/v1"
    usage = "openai.OpenAI(base_url=URL, api_key=…); any key or none; download without a variant"
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
        return JSONResponse({"detail": refusal.message}, refusal.status)

    def key_of(self, request: Request) -> str:
        """Return the same for all: an engine knows no owners of jobs."""
        return "wrong" if "wrong" in super().key_of(request) else "anonymous"

    async def health(self, _: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def create(self, request: Request) -> Response:
        body, is_form = await fields_of(request)
        numbers = {name: number(body, name, is_form=is_form) for name in NUMBERS if name in body}
        prompt, size = body.get("prompt"), str(body.get("size") or DEFAULT_SIZE)
        if not isinstance(prompt, str) or (is_form and not prompt):
            raise Refusal("invalid", "prompt is required")
        width, _, height = size.partition("x")
        if not (width.isdecimal() and height.isdecimal()):
            raise Refusal("invalid", f"Invalid size: {size}")
        # A form in which the length is 0 has the default length.
        fps = numbers.get("fps") or DEFAULT_FPS
        frames = numbers.get("num_frames") or fps * (numbers.get("seconds") or DEFAULT_SECONDS)
        if frames < 1 or fps < 1:
            raise Refusal("invalid", "num_frames must be positive")
        job = Job(
            str(uuid.uuid4()),
            prompt,
            str(body.get("model") or "stub-model"),
            seconds=frames / fps,
            size=(int(width), int(height)),
            body=body,
        )
        return JSONResponse(show(await self.submit(request, job)))

    async def retrieve(self, request: Request) -> Response:
        return JSONResponse(show(await self.look(request, self.own(request).id)))

    async def list(self, request: Request) -> Response:
        query = request.query_params
        limit, order = query.get("limit", "20"), query.get("order", "desc")
        if not limit.isdecimal() or not 1 <= int(limit) <= 100 or order not in {"asc", "desc"}:
            message = "limit must be from 1 to 100, and order asc or desc"
            raise Refusal("invalid", message, status=422)
        jobs = self.listed(request)
        if order == "asc":
            jobs.reverse()
        if after := query.get("after"):
            ids = [job.id for job in jobs]
            jobs = jobs[ids.index(after) + 1 :] if after in ids else []
        page = [show(job) for job in jobs[: int(limit)]]
        return JSONResponse(
            {
                "object": "list",
                "data": page,
                "first_id": page[0]["id"] if page else None,
                "last_id": page[-1]["id"] if page else None,
                "has_more": len(page) < len(jobs),
            }
        )

    async def remove(self, request: Request) -> Response:
        job = self.own(request)
        self.delete(job)
        return JSONResponse(show(job) | {"status": "deleted"})

    async def content(self, request: Request) -> Any:
        job = self.own(request)
        if request.query_params.get("variant", "0") != "0":
            raise Refusal("not_found", "Variant not found")
        return self.send_video(job)

    def own(self, request: Request) -> Job:
        job = self.jobs.get(request.path_params["id"])
        if job is None:
            raise Refusal("not_found", "Video not found")
        return job


def number(body: dict[str, Any], name: str, *, is_form: bool) -> int:
    """Return a field that is an integer, or the text of one."""
    value = body[name]
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    if type(value) is not int:
        message = f"{name}: Input should be a valid integer"
        raise Refusal("invalid", message, param=name, status=422 if is_form else 400)
    return value


def show(job: Job) -> dict[str, Any]:
    """Return a job; what it does not have is null."""
    statuses = {"running": "in_progress", "expired": "failed", "cancelled": "failed"}
    status, path = statuses.get(job.state, job.state), f"/outputs/{job.id}.mp4"
    shown: dict[str, Any] = dict.fromkeys(ABSENT) | {
        "id": job.id,
        "object": "video",
        "model": job.model,
        "status": job.word(status),
        "progress": job.progress if status in {"in_progress", "completed"} else 0,
        "created_at": int(job.created_at),
        "size": "x".join(map(str, job.size)),
        "seconds": str(round(job.seconds)),
        "quality": "standard",
        "file_path": path,
    }
    if status == "completed":
        shown |= {"completed_at": int(job.ended_at or 0), "file_paths": [path], "urls": [None]}
        shown |= {"num_outputs": 1, "inference_time_s": job.length}
    if status == "failed":
        shown["error"] = {"message": job.failure or "The job was stopped"}
    return shown
