"""OpenRouter's video API: `/api/v1/videos`, without a key for idempotency and without a cancel.

It takes every model, at a price of its own for each second.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal, Upstream
from tests.upstreams.sizes import size_of

RATE = 0.1  # USD a second
PATH = "/api/v1/videos"
STATUSES = {"queued": "pending", "running": "in_progress"}


class Generation(BaseModel):
    model_config = ConfigDict(extra="allow")

    model: str
    prompt: str = ""
    duration: int = 8
    resolution: str = "720p"
    aspect_ratio: str = "16:9"
    generate_audio: bool = True
    provider: dict[str, Any] = Field(default={})


class OpenRouter(Upstream):
    """Its charges are dollars. It keeps what only this service says to itself: `provider.options`
    alone is taken of `provider`.
    """

    name, base_path = "openrouter", "/api/v1"
    usage = "OpenRouter(server_url=URL)"
    errors: ClassVar[Errors] = {"moderated": (403, 403)}

    def routes(self) -> list[BaseRoute]:
        return [
            Route(PATH, self.create, methods=["POST"]),
            Route(f"{PATH}/{{id}}", self.poll),
            Route(f"{PATH}/{{id}}/content", self.content),
        ]

    def failure(self, refusal: Refusal) -> Response:
        error = {"code": refusal.status, "message": refusal.message}
        return JSONResponse({"error": error}, refusal.status)

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        try:
            asked = Generation.model_validate_json(await request.body())
        except ValidationError as error:
            raise Refusal("invalid", error.errors()[0]["msg"]) from None
        if unknown := asked.provider.keys() - {"options"}:
            raise Refusal("invalid", f"provider: unknown: {', '.join(sorted(unknown))}")
        job = Job(
            self.new_id("gen-vid-"),
            asked.prompt,
            asked.model,
            RATE * asked.duration,
            asked.duration,
            size_of(
                asked.aspect_ratio, int(asked.resolution.removesuffix("p").replace("4K", "2160"))
            ),
            asked.generate_audio,
            asked.model_dump(exclude_unset=True),
        )
        job = await self.submit(request, job)
        return JSONResponse(self.show(request, job), 202)

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return JSONResponse(self.show(request, job) | {"generation_id": job.id})

    async def content(self, request: Request) -> Any:
        return self.send_video(self.find(request, request.path_params["id"]))

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        origin = str(request.base_url).rstrip("/")
        state = job.state
        shown: dict[str, Any] = {
            "id": job.id,
            "polling_url": f"{origin}{PATH}/{job.id}",
            "status": job.word(STATUSES.get(state, state)),
        }
        if state == "completed":
            shown["unsigned_urls"] = [f"{shown['polling_url']}/content?index=0"]
            shown["usage"] = {"cost": job.price, "is_byok": False}
        if state == "failed":
            moderated = "The prompt was flagged by moderation"
            shown["error"] = moderated if job.moderated else job.failure
        return shown
