"""Runway's API: `/v1/{text,image,video}_to_video`, `/v1/tasks`, uploads, the organization.

`[fault:moderated]` fails a task with `SAFETY.INPUT.TEXT`, which costs what a video would;
`[fault:fail=CODE]` fails it with another code. `[fault:throttled]` lets it wait for a free place,
as tasks beyond `concurrency` do. A task that is deleted while it runs is cancelled, not refunded.
What a request may hold is what the types of the vendor's SDK allow, see `runway_checks`.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections import Counter
from typing import Any, ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams.base import Errors, Job, Refusal
from tests.upstreams.forgetful import Forgetful
from tests.upstreams.forms import Upload, fields_of, json_object
from tests.upstreams.runway_checks import MODELS, problem
from tests.upstreams.sizes import size_of

# Credits a second; models that are not named cost the default.
RATES = {
    "gen4.5": 12,
    "gen4_turbo": 5,
    "aleph2": 28,
    "veo3.1": 20,
    "veo3.1_fast": 10,
    "seedance2_5": 30,
    "seedance2": 36,
    "seedance2_fast": 29,
    "seedance2_mini": 16,
    "wan3": 10,
    "wan3_prime": 10,
    "hailuo3": 10,
    "h3_max": 8,
    "grok_imagine_1_5": 16,
    "happyhorse_1_0": 15,
    "gemini_omni_flash": 10,
}
DEFAULT_RATE = 20
WITH_SOUND = {"veo3.1": 40, "veo3.1_fast": 15}
SOURCE_SECONDS = 5  # taken as the length of every source video, which is not fetched
STATES = {
    "queued": "PENDING",
    "running": "RUNNING",
    "completed": "SUCCEEDED",
    "failed": "FAILED",
    "cancelled": "CANCELLED",
    "expired": "RUNNING",  # its time has passed since it was found
}
VERSION = "2024-11-06"


class Runway(Forgetful):
    """Its charges are credits, of which a dollar has a hundred."""

    name = "runway"
    usage = "RUNWAYML_BASE_URL; any key is accepted, with X-Runway-Version: 2024-11-06."
    errors: ClassVar[Errors] = {
        "no_money": (400, ""),
        "conflict": (400, ""),
        "moderated": (400, ""),
    }
    faults_of_jobs = frozenset({"throttled"})

    def __init__(self, *, balance: float = 100_000, concurrency: int = 20, **options: Any) -> None:
        super().__init__(balance=balance, **options)
        self.concurrency = concurrency
        self.uploads: set[str] = set()

    def routes(self) -> list[BaseRoute]:
        return [
            *(Route(f"/v1/{endpoint}", self.create, methods=["POST"]) for endpoint in MODELS),
            Route("/v1/tasks/{id}", self.poll),
            Route("/v1/tasks/{id}", self.cancel_or_delete, methods=["DELETE"]),
            Route("/v1/organization", self.organization),
            Route("/v1/uploads", self.create_upload, methods=["POST"]),
            Route("/upload", self.upload, methods=["POST"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        return JSONResponse({"error": refusal.message}, refusal.status)

    def bills(self, job: Job) -> bool:
        if job.state in {"completed", "cancelled"}:
            return True
        return job.state == "failed" and failure_code(job).startswith("SAFETY.")

    def authenticate(self, request: Request) -> str:
        key = super().authenticate(request)
        if request.headers.get("x-runway-version") != VERSION:
            raise Refusal("invalid", f"The header X-Runway-Version must be {VERSION}")
        return key

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        endpoint, body = request.url.path.rsplit("/", 1)[1], json_object(await request.body())
        if found := problem(endpoint, body) or self._unknown_upload(body):
            raise Refusal("invalid", found)
        model, seconds = body["model"], body.get("duration", SOURCE_SECONDS)
        seconds = SOURCE_SECONDS if seconds == "auto" else seconds
        sound = body.get("audio", True) and model in WITH_SOUND
        rate = WITH_SOUND[model] if sound else RATES.get(model, DEFAULT_RATE)
        size = size_of(body.get("ratio", "16:9"))
        busy = sum(job.open for job in self.accepted) >= self.concurrency
        prompt, info = body.get("promptText", ""), {"busy": busy}
        id_ = str(uuid.uuid4())
        job = Job(id_, prompt, model, rate * seconds, seconds, size, sound, body, info)
        job = await self.submit(request, job)
        return JSONResponse({"id": job.id, "estimatedCost": {"credits": job.price}})

    def _unknown_upload(self, body: dict[str, Any]) -> str:
        missing = set(re.findall(r"runway://[\w-]+", repr(body))) - self.uploads
        return f"The upload {missing.pop()} does not exist" if missing else ""

    async def poll(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        return JSONResponse(self.show(request, job))

    def show(self, request: Request, job: Job) -> dict[str, Any]:
        state = STATES[job.state]
        if state == "PENDING" and (job.info["busy"] or job.has("throttled")):
            state = "THROTTLED"
        created = dt.datetime.fromtimestamp(job.created_at, dt.UTC)
        stamp = created.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        shown: dict[str, Any] = {"id": job.id, "status": job.word(state), "createdAt": stamp}
        if job.open:
            shown["estimatedCost"] = {"credits": job.price}
        else:
            shown["cost"] = {"credits": round(job.price) if self.bills(job) else 0}
        if state == "RUNNING":
            shown["progress"] = job.progress / 100
        if state == "SUCCEEDED":
            shown["output"] = [self.file_url(request, job)]
        if state == "FAILED":
            shown |= {"failure": "The generation failed.", "failureCode": failure_code(job)}
        return shown

    async def cancel_or_delete(self, request: Request) -> Response:
        job = self.find(request, request.path_params["id"])
        if not job.cancel():
            self.delete(job)
        return Response(status_code=204)

    async def organization(self, request: Request) -> Response:
        key = self.authenticate(request)
        limits = {"maxConcurrentGenerations": self.concurrency, "maxDailyGenerations": 10_000}
        names = sorted({name for models in MODELS.values() for name in models})
        made = Counter(job.model for job in self.accepted)
        balance = 0 if "poor" in key else round((self.balance or 0) - self.charged)
        tier = {"maxMonthlyCreditSpend": 100_000, "models": dict.fromkeys(names, limits)}
        usage = {"models": {name: {"dailyGenerations": made[name]} for name in names}}
        return JSONResponse({"creditBalance": balance, "tier": tier, "usage": usage})

    async def create_upload(self, request: Request) -> Response:
        self.authenticate(request)
        body = json_object(await request.body())
        if body.get("type") != "ephemeral" or not body.get("filename"):
            raise Refusal("invalid", "Validation of body failed: filename: Required")
        uri, url = f"runway://{uuid.uuid4()}", f"{request.base_url}upload"
        return JSONResponse({"uploadUrl": url, "fields": {"key": uri}, "runwayUri": uri})

    async def upload(self, request: Request) -> Response:
        """Take the bytes of an upload, with the fields of the answer to its creation."""
        form, _ = await fields_of(request)
        uri = str(form.get("key", ""))
        if not uri.startswith("runway://") or not isinstance(form.get("file"), Upload):
            return Response("AccessDenied", 403)
        self.uploads.add(uri)
        return Response(status_code=204)


def failure_code(job: Job) -> str:
    """Return why a task failed; `SAFETY.…` costs what a video would."""
    if job.moderated:
        return "SAFETY.INPUT.TEXT"
    fault = job.has("fail")
    return (fault and fault.value) or "INTERNAL.BAD_OUTPUT.CODE01"
