"""MiniMax: the second version of its API makes videos with H3, the first with Hailuo."""

from __future__ import annotations

import contextlib
import random
from typing import ClassVar

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from tests.upstreams import minimax_rules as rules
from tests.upstreams.base import Refusal, Upstream
from tests.upstreams.callbacks import Callback, message_of
from tests.upstreams.fields import Body, body_of, page_of, text
from tests.upstreams.job import Job

STATUSES = {"completed": "succeeded"}
FIRST_STATUSES = {
    "queued": "Queueing",
    "running": "Processing",
    "completed": "Success",
    "failed": "Fail",
    "cancelled": "Fail",
    "expired": "Fail",
}
TYPES = {
    400: "bad_request_error",
    401: "authorized_error",
    402: "insufficient_balance_error",
    404: "not_found_error",
    405: "bad_request_error",
    422: "unprocessable_entity_error",
    429: "rate_limit_error",
    500: "server_error",
}
MODERATED = ("1027", "output new_sensitive")
# What the messages of refusals begin with, or are.
MESSAGES = {
    "no_key": "login fail: Please carry the API secret key in the 'Authorization' field",
    "wrong_key": "login fail: invalid api key",
    "no_money": "insufficient balance",
    "moderated": "input new_sensitive",
    "rate_limited": "rate limit exceeded(RPM)",
    "internal": "unknown error",
    "not_found": "record not found",
}


class MiniMax(Upstream):
    """`charged` is in USD. Answers of the first version have the status 200 whatever they say."""

    name = "minimax"
    usage = "Give the URL to new MiniMaxSDK({apiKey, baseUrl}) of mmx-cli/sdk, with any key."
    faults_of_jobs = frozenset({"preparing", "says-failed"})
    errors: ClassVar = {
        "invalid": (400, 2013),
        "moderated": (422, 1026),
        "no_key": (401, 1004),
        "wrong_key": (401, 1004),
        "no_money": (402, 1008),
        "not_found": (500, 1000),
        "conflict": (400, 2013),
        "rate_limited": (429, 1002),
        "internal": (500, 1000),
    }

    def routes(self) -> list[BaseRoute]:
        return [
            Route("/v2/video_generation", self.create, methods=["POST"]),
            Route("/v2/query/video_generation", self.list_tasks, methods=["GET"]),
            Route("/v2/query/video_generation/{id}", self.get, methods=["GET"]),
            Route("/v2/video_generation/{id}", self.remove, methods=["DELETE"]),
            Route("/v1/video_generation", self.first_create, methods=["POST"]),
            Route("/v1/query/video_generation", self.first_get, methods=["GET"]),
            Route("/v1/files/retrieve", self.first_file, methods=["GET"]),
        ]

    def failure(self, refusal: Refusal) -> Response:
        error = {
            "type": TYPES[refusal.status],
            "message": f"{words_of(refusal)} ({refusal.code})",
            "http_code": str(refusal.status),
        }
        body = {"type": "error", "error": error, "request_id": self.new_id("", 32)}
        return JSONResponse(body, refusal.status)

    async def _on_refusal(self, request: Request, refusal: Refusal) -> Response:
        response = await super()._on_refusal(request, refusal)
        if request.url.path.startswith("/v1/"):
            return JSONResponse(result(int(refusal.code), words_of(refusal)))
        return response

    async def agrees(self, client: httpx.AsyncClient, url: str) -> bool:
        """Return whether a receiver repeats a challenge within three seconds."""
        challenge = {"challenge": self.new_id()}
        with contextlib.suppress(httpx.HTTPError, httpx.InvalidURL, ValueError):
            answer = await client.post(url, json=challenge, timeout=3)
            return answer.is_success and bool(answer.json() == challenge)
        return False

    async def create(self, request: Request) -> Response:
        self.authenticate(request)
        body = await body_of(request)
        job, url = job_of(body, rules.wanted(body)), text(body, "callback_url")
        callback = Callback(url, lambda job: message_of({"task": self.show(request, job)}), "each")
        accepted = await self.submit(request, job, callback)
        return JSONResponse({"task_id": accepted.id})

    async def get(self, request: Request) -> Response:
        job = await self.look(request, request.path_params["id"])
        if "version" in job.info:
            raise not_found()
        return JSONResponse({"task": self.show(request, job)})

    def show(self, request: Request, job: Job) -> Body:
        task: Body = {
            "id": job.id,
            "model": job.model,
            "status": job.word(STATUSES.get(job.state, job.state)),
            "created_at": int(job.created_at),
            "updated_at": int(job.ended_at or job.started_at or job.created_at),
            "resolution": job.info["resolution"],
            "duration": job.seconds,
            "ratio": job.info["ratio"],
            "task_type": "generation",
            "modality": job.info["modality"],
        }
        if job.state == "failed":
            code, message = MODERATED if job.moderated else ("1013", job.failure)
            task["error"] = {"code": code, "message": message}
        if job.state == "completed":
            task["content"] = {"url": self.file_url(request, job), "prompt": job.prompt}
            seconds = {"total_seconds": job.seconds, "output_seconds": job.seconds}
            images = {"input_image_count": job.info["images"]}
            task["usage"] = {**seconds, "input_seconds": 0, **images}
        return task

    async def list_tasks(self, request: Request) -> Response:
        query = request.query_params
        number, size = page_of(request, "page_num", "page_size")
        names = [name for name in ("status", "model") if f"filter.{name}" in query]
        filters = {name: query[f"filter.{name}"] for name in names}
        jobs = [job for job in self.listed(request) if "version" not in job.info]
        tasks = [self.show(request, job) for job in jobs]
        found = [task for task in tasks if filters.items() <= task.items()]
        page = found[(number - 1) * size : number * size]
        return JSONResponse({"items": page, "total": len(found)})

    async def remove(self, request: Request) -> Response:
        """Cancel a task that waits, or forget one that has ended; one that runs goes on."""
        job = self.find(request, request.path_params["id"])
        if job.state == "running":
            raise Refusal("conflict", "invalid params, a running task cannot be deleted")
        if job.state == "queued":
            job.cancel()
        else:
            self.delete(job)
        return JSONResponse({})

    async def first_create(self, request: Request) -> Response:
        self.authenticate(request)
        body = await body_of(request)
        job = job_of(body, rules.first_wanted(body))
        job.info["version"] = 1
        url = text(body, "callback_url")
        callback = Callback(url, lambda job: message_of(first_message(job)), "each")
        accepted = await self.submit(request, job, callback)
        return JSONResponse({"task_id": accepted.id, **result()})

    async def first_get(self, request: Request) -> Response:
        job = await self.look(request, request.query_params.get("task_id", ""))
        if "version" not in job.info:
            raise not_found()
        return JSONResponse(first_task(job))

    async def first_file(self, request: Request) -> Response:
        """Show the file of a video with a URL that can be fetched for a while."""
        self.authenticate(request)
        file = request.query_params.get("file_id", "")
        job = next((job for job in self.listed(request) if file_of(job) == file), None)
        if job is None or job.state != "completed":
            raise not_found()
        shown = {
            "file_id": int(file),
            "bytes": len(self.video(job)),
            "created_at": int(job.ended_at or 0),
            "filename": "output.mp4",
            "purpose": "video_generation",
            "download_url": self.file_url(request, job),
        }
        return JSONResponse({"file": shown, **result()})


def job_of(body: Body, wanted: rules.Wanted) -> Job:
    return Job(
        str(random.randrange(10**11, 10**12)),
        wanted.prompt,
        body["model"],
        price=wanted.cost,
        seconds=wanted.seconds,
        size=(wanted.width, wanted.height),
        audio=wanted.audio,
        body=body,
        info={
            "resolution": wanted.resolution,
            "ratio": wanted.ratio,
            "modality": wanted.modality,
            "images": wanted.images,
        },
    )


def file_of(job: Job) -> str:
    """Return the id of a job's file, which is a number."""
    return job.id[::-1].lstrip("0")


def first_task(job: Job) -> Body:
    """Return a task as a query shows it, with the reason of a refused video as its code."""
    status = FIRST_STATUSES[job.state]
    if job.open and job.has("preparing"):
        status = "Preparing"
    if status == "Fail" and job.has("says-failed"):
        status = "Failed"
    refused = job.state == "failed" and job.moderated
    reason = result(int(MODERATED[0]), MODERATED[1]) if refused else result()
    task: Body = {"task_id": job.id, "status": job.word(status), "file_id": "", **reason}
    if job.state == "completed":
        width, height = job.size
        task |= {"file_id": file_of(job), "video_width": width, "video_height": height}
    return task


def first_message(job: Job) -> Body:
    task = first_task(job)
    status = "processing" if job.open else task["status"].lower()
    names = ("task_id", "file_id", "base_resp")
    return {"status": status, **{name: task[name] for name in names}}


def result(code: int = 0, message: str = "success") -> Body:
    return {"base_resp": {"status_code": code, "status_msg": message}}


def words_of(refusal: Refusal) -> str:
    if refusal.kind == "invalid":
        return f"invalid params, {refusal.param}: {refusal.message}"
    return MESSAGES.get(refusal.kind, refusal.message)


def not_found() -> Refusal:
    return Refusal("not_found")
