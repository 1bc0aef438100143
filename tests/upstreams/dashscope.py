"""Alibaba Model Studio, by the protocol of DashScope: Wan and HappyHorse."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams import dashscope_rules as rules
from tests.upstreams.base import Refusal, Upstream
from tests.upstreams.fields import Body, body_of, page_of
from tests.upstreams.job import Job

API = "/api/v1"
STATUSES = {
    "queued": "PENDING",
    "running": "RUNNING",
    "completed": "SUCCEEDED",
    "failed": "FAILED",
    "cancelled": "CANCELED",
    "expired": "UNKNOWN",
}
MODERATED = ("DataInspectionFailed", "Output data may contain inappropriate content.")
CHINA = dt.timezone(dt.timedelta(hours=8))


class DashScope(Upstream):
    """`charged` is in USD. A prompt with `[fault:suspended]` makes a job that waits longer."""

    name = "dashscope"
    base_path = API
    usage = "Set DASHSCOPE_HTTP_BASE_URL to the URL, and DASHSCOPE_API_KEY to any key."
    faults_of_jobs = frozenset({"suspended"})
    errors: ClassVar = {
        "invalid": (400, "InvalidParameter"),
        "moderated": (400, "DataInspectionFailed"),
        "no_key": (401, "InvalidApiKey"),
        "wrong_key": (401, "InvalidApiKey"),
        "no_money": (400, "Arrearage"),
        "not_found": (404, "NotFound"),
        "conflict": (400, "UnsupportedOperation"),
        "rate_limited": (429, "Throttling.RateQuota"),
        "internal": (500, "InternalError"),
    }

    def routes(self) -> list[BaseRoute]:
        services = f"{API}/services/aigc"
        return [
            Route(f"{services}/video-generation/video-synthesis", self.create, methods=["POST"]),
            Route(f"{services}/image2video/video-synthesis", self.keyframes, methods=["POST"]),
            Route(f"{API}/tasks", self.list_tasks, methods=["GET"]),
            Route(f"{API}/tasks/{{id}}", self.get, methods=["GET"]),
            Route(f"{API}/tasks/{{id}}/cancel", self.cancel, methods=["POST"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        message = refusal.message
        if refusal.kind == "invalid" and refusal.param:
            message = f"{refusal.param}: {message}"
        return answer({"code": refusal.code, "message": message}, refusal.status)

    async def create(self, request: Request) -> Response:
        return await self.make(request, rules.MODELS)

    async def keyframes(self, request: Request) -> Response:
        return await self.make(request, rules.KEYFRAME_MODELS)

    async def make(self, request: Request, models: Mapping[str, rules.Model]) -> Response:
        self.authenticate(request)
        if request.headers.get("x-dashscope-async") != "enable":
            message = "current user api does not support synchronous calls."
            raise Refusal("invalid", message, status=403, code="AccessDenied")
        body = await body_of(request)
        wanted = rules.wanted(body, models)
        job = Job(
            str(uuid.uuid4()),
            wanted.prompt,
            body["model"],
            price=wanted.cost,
            seconds=wanted.seconds,
            size=(wanted.width, wanted.height),
            audio=wanted.audio,
            body=body,
            info=wanted.usage,
        )
        job = await self.submit(request, job)
        return answer({"output": {"task_id": job.id, "task_status": "PENDING"}})

    async def get(self, request: Request) -> Response:
        """Show a task. One that does not exist, or no longer, has the status UNKNOWN."""
        id_ = request.path_params["id"]
        try:
            job = await self.look(request, id_)
        except Refusal as refusal:
            if refusal.kind != "not_found":
                raise
            return answer({"output": {"task_id": id_, "task_status": "UNKNOWN"}})
        output = self.output(request, job)
        if output["task_status"] == "SUCCEEDED":
            return answer({"output": output, "usage": job.info})
        return answer({"output": output})

    def output(self, request: Request, job: Job) -> Body:
        status = status_of(job)
        output: Body = {"task_id": job.id, "task_status": status}
        if status == "UNKNOWN":
            return output
        times = {
            "submit_time": job.created_at,
            "scheduled_time": job.started_at,
            "end_time": job.ended_at,
        }
        output |= {name: local_time(moment) for name, moment in times.items() if moment}
        if status == "SUCCEEDED":
            output |= {"orig_prompt": job.prompt, "video_url": self.file_url(request, job)}
        if status == "FAILED":
            code, message = MODERATED if job.moderated else ("InternalError.Algo", job.failure)
            output |= {"code": code, "message": message}
        return output

    async def cancel(self, request: Request) -> Response:
        """Cancel a task that waits."""
        self.authenticate(request)
        job = self.jobs.get(request.path_params["id"])
        if job is None or job.state != "queued":
            message = "Failed to cancel the task, please confirm if the task is in PENDING status."
            raise Refusal("conflict", message)
        job.cancel()
        return answer({})

    async def list_tasks(self, request: Request) -> Response:
        query = request.query_params
        number, size = page_of(request, "page_no", "page_size")
        filters = {name: query[name] for name in ("status", "model_name") if name in query}
        tasks = [listed(job) for job in self.listed(request)]
        found = [task for task in tasks if filters.items() <= task.items()]
        page = found[(number - 1) * size : number * size]
        pages = {"total": len(found), "total_page": -(-len(found) // size)}
        return answer({**pages, "page_no": number, "page_size": size, "data": page})


def answer(body: Body, status: int = 200) -> Response:
    return JSONResponse({"request_id": str(uuid.uuid4()), **body}, status)


def status_of(job: Job) -> str:
    if job.state == "running" and job.has("suspended"):
        return "SUSPENDED"
    return job.word(STATUSES[job.state])


def local_time(moment: float) -> str:
    """Return a time of China, whose zone the service does not tell."""
    return dt.datetime.fromtimestamp(moment, CHINA).strftime("%Y-%m-%d %H:%M:%S.%f")[:-3]


def listed(job: Job) -> Body:
    ended = job.ended_at
    return {
        "task_id": job.id,
        "status": status_of(job),
        "model_name": job.model,
        "gmt_create": round(job.created_at * 1000),
        "start_time": round(job.created_at * 1000),
        "end_time": ended and round(ended * 1000),
        "region": "cn-beijing",
        "request_id": str(uuid.uuid4()),
        "api_key_id": "1",
        "user_api_unique_key": "key",
        "caller_uid": "1",
        "caller_parent_id": "1",
    }
