"""Ark of Volcengine and ModelArk of BytePlus: one API in two regions, for Seedance."""

from __future__ import annotations

import io
import time
from typing import Any, ClassVar

from PIL import Image
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams import ark_rules as rules
from tests.upstreams.base import Refusal, Upstream
from tests.upstreams.callbacks import Callback, message_of
from tests.upstreams.fields import Body, body_of, page_of, text
from tests.upstreams.job import Job

TASKS = "/api/v3/contents/generations/tasks"
TYPES = {
    400: "BadRequest",
    401: "Unauthorized",
    403: "Forbidden",
    404: "NotFound",
    405: "MethodNotAllowed",
    429: "TooManyRequests",
    500: "InternalServerError",
}
STATUSES = {"completed": "succeeded"}
ECHOED = {
    "generate_audio",
    "draft",
    "priority",
    "output_format",
    "safety_identifier",
    "frames",
    "seed",
}
MODERATED = ("OutputVideoSensitiveContentDetected", "The output video may be sensitive.")


class Ark(Upstream):
    """`charged` counts tokens. Nulls are absent fields: the SDK sends all its arguments."""

    name = "ark"
    base_path = "/api/v3"
    usage = "Give the URL to Ark(base_url=…) of volcenginesdkarkruntime, with any API key."
    errors: ClassVar = {
        "invalid": (400, "InvalidParameter"),
        "moderated": (400, "InputTextSensitiveContentDetected"),
        "no_key": (401, "AuthenticationError"),
        "wrong_key": (401, "AuthenticationError"),
        "no_money": (403, "AccountOverdueError"),
        "not_found": (404, "NotFound"),
        "conflict": (400, "InvalidAction"),
        "rate_limited": (429, "RateLimitExceeded.EndpointRPMExceeded"),
        "internal": (500, "InternalServiceError"),
    }

    def routes(self) -> list[BaseRoute]:
        return [
            Route(TASKS, self.create, methods=["POST"]),
            Route(TASKS, self.list_tasks, methods=["GET"]),
            Route(TASKS + "/{id}", self.get, methods=["GET"]),
            Route(TASKS + "/{id}", self.remove, methods=["DELETE"]),
            Route("/frames/{file}.png", self.frame, methods=["GET"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        message = refusal.message
        if refusal.kind == "invalid" and refusal.param:
            message = f"The parameter `{refusal.param}` is not valid: {message}."
        error = {
            "code": refusal.code,
            "message": f"{message} Request id: {self.new_id('', 32)}",
            "param": refusal.param,
            "type": TYPES[refusal.status],
        }
        return JSONResponse({"error": error}, refusal.status)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        given = await body_of(request)
        body = {name: value for name, value in given.items() if value is not None}
        wanted = rules.wanted(body)
        flex = "batch-" if body.get("service_tier") == "flex" else ""
        stamp = time.strftime("%Y%m%d%H%M%S")
        job = Job(
            f"cgt-{flex}{stamp}-{self.new_id('', 5)}",
            wanted.prompt,
            body["model"],
            price=wanted.tokens,
            seconds=wanted.seconds,
            size=(wanted.width, wanted.height),
            audio=wanted.audio,
            body=body,
            info={"resolution": wanted.resolution, "ratio": wanted.ratio},
        )
        url = text(body, "callback_url")
        callback = Callback(url, lambda job: message_of(self.show(request, job)), "each")
        shown = await self.submit(request, job, callback)
        echoed = {name: body[name] for name in ("safety_identifier",) if name in body}
        return JSONResponse({"id": shown.id, **echoed})

    async def get(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return JSONResponse(self.show(request, job))

    async def list_tasks(self, request: Request) -> Response:
        """Show a page; flex tasks only where they are asked for.

        Faults of polls strike where tasks are asked for by id; a lost one is just not listed.
        """
        query = request.query_params
        number, size = page_of(request, "page_num", "page_size")
        wanted = {
            name: query[f"filter.{name}"]
            for name in ("status", "model", "service_tier")
            if f"filter.{name}" in query
        }
        wanted.setdefault("service_tier", "default")
        ids = query.getlist("filter.task_ids")
        shown = [job for job in self.listed(request) if not (ids and job.has("lost"))]
        for job in shown:
            if job.id in ids:
                await self.look(request, job.id)
        tasks = [self.show(request, job) for job in shown]
        found = [
            task
            for task in tasks
            if wanted.items() <= task.items() and (not ids or task["id"] in ids)
        ]
        page = found[(number - 1) * size : number * size]
        return JSONResponse({"items": page, "total": len(found)})

    async def remove(self, request: Request) -> Response:
        """Cancel a task that waits, or forget one that has ended; others go on and are billed."""
        job = self.find(request, request.path_params["id"])
        if job.state in {"running", "cancelled"}:
            raise Refusal("conflict", f"A task that is {job.state} cannot be deleted")
        if job.state == "queued":
            job.cancel()
        else:
            self.delete(job)
        return JSONResponse({})

    def show(self, request: Request, job: Job) -> Body:
        body = job.body
        task: Body = {
            "id": job.id,
            "model": job.model,
            "status": job.word(STATUSES.get(job.state, job.state)),
            "created_at": int(job.created_at),
            "updated_at": int(job.ended_at or job.started_at or job.created_at),
            "service_tier": body.get("service_tier", "default"),
            "execution_expires_after": body.get("execution_expires_after", 172_800),
            **{name: body[name] for name in sorted(ECHOED & body.keys())},
        }
        if job.state == "failed":
            code, message = MODERATED if job.moderated else ("InternalServiceError", job.failure)
            task["error"] = {"code": code, "message": message}
        if job.state == "completed":
            task |= self.result(request, job)
        return task

    def result(self, request: Request, job: Job) -> Body:
        content = {"video_url": self.file_url(request, job)}
        if job.body.get("return_last_frame"):
            content["last_frame_url"] = (
                content["video_url"].replace("/files/", "/frames/").replace(".mp4?", ".png?")
            )
        tokens = round(job.price)
        return {
            "content": content,
            "usage": {"completion_tokens": tokens, "total_tokens": tokens},
            "seed": job.body.get("seed", 4711),
            "duration": round(job.seconds),
            "framespersecond": rules.FRAME_RATE,
            **job.info,
        }

    async def frame(self, request: Request) -> Any:
        """Serve the last frame, by the signature of the video's own URL."""
        refused = await self._file(request)
        if isinstance(refused, Response):
            return refused
        picture = io.BytesIO()
        Image.new("RGB", (64, 36), "teal").save(picture, "PNG")
        return Response(picture.getvalue(), media_type="image/png")
